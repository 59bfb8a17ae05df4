//! In: what the pipeline came to. Out: lines for a person, or JSON for a program.

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::time::Duration;

use serde_json::json;
use vankien::compile::{Fonts, ReservedArea};
use vankien::diagnostic::{Lang, Report, Severity, Terminal, to_json};
use vankien::pipeline::{Built, Outcome};
use vankien::standard::Rule;

use crate::args::{Action, Args};

/// A line on standard output. A reader that has gone away, as in `| head`, is
/// no reason to fail.
pub(crate) fn say(line: impl Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Text on standard error.
pub(crate) fn to_error(text: &str) {
    let _ = write!(std::io::stderr(), "{text}");
}

/// A run of `build` or `check`.
pub(crate) fn outcome(outcome: &Outcome, args: &Args) {
    if args.json {
        say(format_args!("{:#}", as_json(outcome, args.lang)));
        return;
    }
    report(&outcome.report, args.lang);
    if args.quiet {
        return;
    }
    for built in &outcome.built {
        say(line(built, args.lang));
    }
    let errors = outcome.report.count(Severity::Error) + outcome.report.count(Severity::Environment);
    let warnings = outcome.report.count(Severity::Warning);
    let done = outcome.built.len();
    let all = outcome.documents;
    let vi_verb = if matches!(args.action, Action::Check(_)) { "đúng" } else { "xong" };
    let records = match outcome.records {
        0 => [String::new(), String::new()],
        count => [format!(", đã soát {count} tệp số liệu"), format!(", {count} files of records")],
    };
    say(args.lang.pick(
        format!("{vi_verb} {done}/{all} văn bản{}; {errors} lỗi, {warnings} cảnh báo", records[0]),
        format!("{done} of {all} documents{}; errors: {errors}, warnings: {warnings}", records[1]),
    ));
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
}

/// A starter was written.
pub(crate) fn written(path: &std::path::Path, lang: Lang) {
    let path = path.display();
    say(lang.pick(
        format!("đã viết {path}; sửa tệp rồi chạy `vankien build`"),
        format!("wrote {path}; change it, then run `vankien build`"),
    ));
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
    let time = milliseconds(built.time);
    let facts = lang.pick(
        format!("({} trang, {}, {time} ms)", built.pages, built.profile),
        format!(
            "({} page{}, {}, {time} ms)",
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

fn milliseconds(time: Duration) -> u128 {
    time.as_millis().max(1)
}

fn as_json(outcome: &Outcome, lang: Lang) -> serde_json::Value {
    let area = |area: &ReservedArea| {
        json!({
            "for": match area.what {
                "o-chu-ky" => "signature",
                "o-dau" => "seal",
                _ => "copy stamp",
            },
            "page": area.page,
            "x_mm": area.x,
            "y_mm": area.y,
            "width_mm": area.width,
            "height_mm": area.height,
        })
    };
    let document = |built: &Built| {
        json!({
            "source": built.source,
            "profile": built.profile,
            "pages": built.pages,
            "outputs": built.outputs,
            "reserved": built.reserved.iter().map(area).collect::<Vec<_>>(),
            "milliseconds": built.time.as_secs_f64() * 1000.0,
        })
    };
    json!({
        "documents": outcome.built.iter().map(document).collect::<Vec<_>>(),
        "looked_at": outcome.documents,
        "findings": to_json(&outcome.report, lang),
    })
}
