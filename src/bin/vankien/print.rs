//! In: what the pipeline came to. Out: lines for a person, or JSON for a program.

use std::fmt::Display;
use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::json;
use vankien::certificates::Batched;
use vankien::compile::Fonts;
use vankien::convert::Converted;
use vankien::diagnostic::{Lang, Report, Severity, Terminal, findings, github, sarif};
use vankien::pipeline::{Built, Outcome};
use vankien::standard::Rule;
use vankien::summary::Summary;
use vankien::watch::Rebuilt;
use vankien::workspace::Workspace;

use crate::args::{Action, Args, Form};
use crate::batches;

/// Whether something could not be printed.
static LOST: AtomicBool = AtomicBool::new(false);

/// A line on standard output. A reader that has gone away, as in `| head`, is
/// no reason to fail; a full disk is.
pub(crate) fn say(line: impl Display) {
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{line}").and_then(|()| out.flush());
    if written.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe) {
        LOST.store(true, Ordering::Relaxed);
    }
}

/// Tells if a line was lost on the way to standard output.
pub(crate) fn lost(lang: Lang) -> bool {
    let lost = LOST.load(Ordering::Relaxed);
    if lost {
        to_error(lang.pick(
            "lỗi: không ghi được kết quả ra thiết bị xuất chuẩn\n",
            "error: the result cannot be written to standard output\n",
        ));
    }
    lost
}

/// Text on standard error.
pub(crate) fn to_error(text: &str) {
    let _ = write!(std::io::stderr(), "{text}");
}

/// A run of `build` or `check`.
pub(crate) fn outcome(outcome: &Outcome, args: &Args) {
    match args.form {
        Form::Terminal => {}
        Form::Json => return say(format_args!("{:#}", json!(Summary::new(outcome, args.lang)))),
        Form::Sarif => {
            return say(format_args!("{:#}", sarif(&findings(&outcome.report, args.lang))));
        }
        Form::Github => return say(github(&findings(&outcome.report, args.lang)).trim_end()),
    }
    // Remarks are for whoever checks; a build tells what is in its way.
    let remarks = matches!(args.action, Action::Check(_));
    let mut told = outcome.report.clone();
    told.retain(|finding| remarks || finding.severity() < Severity::Info);
    report(&told, args.lang);
    if args.quiet {
        return;
    }
    // Whoever watches looks for what is new.
    let watched = matches!(args.action, Action::Watch(_));
    for built in outcome.built.iter().filter(|built| !watched || !built.unchanged) {
        say(line(built, args.lang));
    }
    let made = |batched: &&Batched| batched.made > 0 || !batched.removed.is_empty();
    for batched in outcome.batches.iter().filter(|batched| !watched || made(batched)) {
        batches::batch(batched, args);
    }
    let errors = outcome.report.count(Severity::Error) + outcome.report.count(Severity::Environment);
    let warnings = outcome.report.count(Severity::Warning);
    let remarks = outcome.report.count(Severity::Info);
    let done = outcome.built.len();
    let all = outcome.documents;
    if all == 0 && !outcome.batches.is_empty() {
        let batches = outcome.batches.len();
        return say(args.lang.pick(
            format!("{batches} đợt giấy; {errors} lỗi, {warnings} cảnh báo, {remarks} lưu ý"),
            format!("batches of certificates: {batches}; errors: {errors}, warnings: {warnings}, remarks: {remarks}"),
        ));
    }
    let vi_verb = if matches!(args.action, Action::Check(_)) { "đúng" } else { "xong" };
    let records = match outcome.records {
        0 => [String::new(), String::new()],
        count => [format!(", đã soát {count} tệp số liệu"), format!(", {count} files of records")],
    };
    say(args.lang.pick(
        format!(
            "{vi_verb} {done}/{all} văn bản{}; {errors} lỗi, {warnings} cảnh báo, {remarks} lưu ý",
            records[0]
        ),
        format!(
            "{done} of {all} documents{}; errors: {errors}, warnings: {warnings}, remarks: {remarks}",
            records[1]
        ),
    ));
}

/// A build of `watch`, and how long it was waited for.
pub(crate) fn rebuilt(rebuilt: &Rebuilt, args: &Args) {
    outcome(&rebuilt.outcome, args);
    if let (Some(after), Form::Terminal, false) = (rebuilt.after, args.form, args.quiet) {
        let time = milliseconds(after);
        say(args.lang.pick(format!("sau khi lưu {time} ms"), format!("{time} ms after the file was saved")));
    }
}

/// Findings, on standard error.
pub(crate) fn report(report: &Report, lang: Lang) {
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    to_error(&Terminal { lang, colour }.render(report));
}

/// One rule on one line.
pub(crate) fn rule_line(rule: &Rule, lang: Lang) {
    say(format_args!("{:<24} {}", rule.id, rule.demand(lang)));
}

/// One rule in full.
pub(crate) fn rule(rule: &Rule, lang: Lang) {
    let status = lang.pick("Chương trình", "The program");
    say(format_args!("{}\n{}\n{status}: {}", rule.id, rule.demand(lang), rule.status(lang)));
    let id = &rule.id;
    let Some(own) = vankien::lint::rules().find(|own| own.id == id) else { return };
    let grave = match own.severity {
        Severity::Info => lang.pick("lưu ý", "remark"),
        Severity::Warning => lang.pick("cảnh báo", "warning"),
        Severity::Error | Severity::Environment => lang.pick("lỗi", "error"),
    };
    if let Some(example) = Workspace::example(id, lang) {
        say(format_args!("{}\n\n{example}\n", lang.pick("Ví dụ:", "Example:")));
    }
    say(lang.pick(
        format!("Mức: {grave}\nBỏ qua một chỗ: thêm dòng `# vankien: bỏ qua {id} – lý do` trước chỗ ấy"),
        format!("Level: {grave}\nTo keep one as it is: a line `# vankien: bỏ qua {id} – reason` before it"),
    ));
}

/// A starter was written.
pub(crate) fn written(path: &std::path::Path, lang: Lang) {
    let path = path.display();
    say(lang.pick(
        format!("đã viết {path}; sửa tệp rồi chạy `vankien build`"),
        format!("wrote {path}; change it, then run `vankien build`"),
    ));
}

/// Lines of a converted file that are shown; a person compares a few.
const SHOWN: usize = 5;

/// What became of a file in an old encoding.
pub(crate) fn converted(path: &std::path::Path, converted: Option<&Converted>, lang: Lang) {
    let shown = path.display();
    let Some(Converted { from, kept, lines }) = converted else {
        return say(lang.pick(
            format!("{shown}: đã là Unicode dựng sẵn, không đổi gì"),
            format!("{shown}: is composed Unicode already, nothing changed"),
        ));
    };
    let names: Vec<_> = from.iter().map(|legacy| legacy.name()).collect();
    let names = if names.is_empty() {
        lang.pick("Unicode tổ hợp", "decomposed Unicode").into()
    } else {
        names.join(", ")
    };
    let (count, kept) = (lines.len(), kept.display());
    say(lang.pick(
        format!("{shown}: {names} → Unicode, đổi {count} dòng; bản cũ: {kept}"),
        format!("{shown}: {names} → Unicode, lines changed: {count}; the old file: {kept}"),
    ));
    for (line, before, after) in lines.iter().take(SHOWN) {
        say(format_args!("  {line:>4} - {}\n       + {}", before.trim(), after.trim()));
    }
    say(lang.pick("Đọc lại tệp trước khi in.", "Read the file again before printing."));
}

/// A schema was written.
pub(crate) fn schema_written(path: &std::path::Path, lang: Lang) {
    let path = path.display();
    say(lang.pick(format!("đã viết {path}"), format!("wrote {path}")));
}

/// The font in use.
pub(crate) fn fonts(fonts: &Fonts, lang: Lang) {
    let family = fonts.family();
    say(lang.pick(format!("phông chữ đang dùng: {family}"), format!("font in use: {family}")));
    if !fonts.is_required() {
        say(lang.pick(
            "Để dùng Times New Roman, chép times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf vào fonts/.",
            "To use Times New Roman, copy times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf into fonts/.",
        ));
    }
}

/// `data/… → output/….pdf, .typ (4 trang, hd36, 85 ms)`
fn line(built: &Built, lang: Lang) -> String {
    let time = if built.unchanged {
        lang.pick("không đổi", "unchanged").into()
    } else {
        format!("{} ms", milliseconds(built.time))
    };
    let facts = lang.pick(
        format!("({} trang, {}, {time})", built.pages, built.profile),
        format!(
            "({} page{}, {}, {time})",
            built.pages,
            if built.pages == 1 { "" } else { "s" },
            built.profile
        ),
    );
    let mut outputs = built.outputs.iter().map(|path| path.display().to_string());
    match outputs.next() {
        None => format!("{} {} {facts}", built.source, lang.pick("đúng", "is sound")),
        Some(first) => {
            let more: String = built.outputs[1..]
                .iter()
                .filter_map(|path| Some(format!(", {}", path.file_name()?.to_string_lossy())))
                .collect();
            format!("{} → {first}{more} {facts}", built.source)
        }
    }
}

pub(crate) fn milliseconds(time: Duration) -> u128 {
    time.as_millis().max(1)
}
