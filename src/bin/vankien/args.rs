//! In: the words of the command line. Out: what was asked for, or a usage error
//! in the reader's language.
//!
//! The commands are built by hand rather than derived because every text of
//! `--help` exists in two languages.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};

use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use vankien::diagnostic::Lang;
use vankien::encoding::Legacy;
use vankien::output::Format;
use vankien::pipeline::{Request, Underway};
use vankien::values::Date;

use crate::commands::command;

/// Seconds that one document may take if nothing is said.
pub(crate) const PATIENCE: u64 = 60;

/// A command and what it needs.
#[derive(Debug, Clone)]
pub(crate) struct Args {
    pub(crate) action: Action,
    pub(crate) lang: Lang,
    pub(crate) quiet: bool,
    pub(crate) form: Form,
    /// How long one document may take.
    pub(crate) patience: Duration,
}

/// How a run is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Terminal,
    Json,
    Sarif,
    Github,
}

pub(crate) const FORMS: [(&str, Form); 4] =
    [("terminal", Form::Terminal), ("json", Form::Json), ("sarif", Form::Sarif), ("github", Form::Github)];

#[derive(Debug, Clone)]
pub(crate) enum Action {
    Build(Request),
    Check(Request),
    Watch(Request),
    Lock { root: PathBuf, path: PathBuf },
    Keys { root: PathBuf },
    Verify { root: PathBuf, papers: Vec<PathBuf>, key: Option<PathBuf> },
    New { root: PathBuf, kind: String, name: String, system: Option<String> },
    Rules { root: PathBuf, id: Option<String> },
    Fonts { root: PathBuf },
    Calendar { root: PathBuf, today: Option<Date>, ics: Option<PathBuf> },
    Schema { root: PathBuf },
    Convert { paths: Vec<PathBuf>, from: Option<Legacy> },
}

/// What to print instead of running, and the exit code.
#[derive(Debug)]
pub(crate) struct Stop {
    pub(crate) text: String,
    pub(crate) code: u8,
}

pub(crate) const FORMATS: [(&str, Format); 4] =
    [("pdf", Format::Pdf), ("typ", Format::Typ), ("png", Format::Png), ("svg", Format::Svg)];

pub(crate) fn parse(words: &[OsString]) -> Result<Args, Stop> {
    let lang = language(words);
    let matches = command(lang).try_get_matches_from(words).map_err(|error| stop(&error, lang))?;
    let (name, matches) = matches.subcommand().ok_or_else(|| help(lang))?;
    let action = match name {
        "build" => Action::Build(request(matches, formats(matches))),
        "check" => Action::Check(request(matches, Vec::new())),
        "watch" => Action::Watch(request(matches, formats(matches))),
        "chot" => {
            Action::Lock { root: root(matches), path: matches.get_one("path").cloned().unwrap_or_default() }
        }
        "khoa" => Action::Keys { root: root(matches) },
        "verify" => Action::Verify {
            root: root(matches),
            papers: matches.get_many("papers").into_iter().flatten().cloned().collect(),
            key: matches.get_one("key").cloned(),
        },
        "new" => Action::New {
            root: root(matches),
            kind: word(matches, "kind"),
            name: word(matches, "name"),
            system: matches.get_one("system").cloned(),
        },
        "rules" => Action::Rules { root: root(matches), id: matches.get_one("id").cloned() },
        "lich" => Action::Calendar {
            root: root(matches),
            today: matches.get_one("ngay").copied(),
            ics: matches.get_one("ics").cloned(),
        },
        "convert" => Action::Convert {
            paths: matches.get_many("paths").into_iter().flatten().cloned().collect(),
            from: matches.get_one("from").copied(),
        },
        "schema" => Action::Schema { root: root(matches) },
        "fonts" => Action::Fonts { root: root(matches) },
        _ => return Err(help(lang)),
    };
    // Not every command has the switches.
    let flag = |name| matches.try_get_one(name).ok().flatten().copied().unwrap_or(false);
    let form = matches.try_get_one("report").ok().flatten().copied().unwrap_or(Form::Terminal);
    let form = if flag("json") { Form::Json } else { form };
    let seconds = matches.try_get_one::<u64>("timeout").ok().flatten().copied().unwrap_or(PATIENCE);
    Ok(Args { action, lang, quiet: flag("quiet"), form, patience: Duration::from_secs(seconds) })
}

/// The language is looked for before anything else, so that even a usage error
/// comes in it.
fn language(words: &[OsString]) -> Lang {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let english = words.windows(2).any(|pair| pair[0] == "--lang" && pair[1] == "en")
        || words.iter().any(|word| word == "--lang=en");
    if english { Lang::En } else { Lang::Vi }
}

/// A word that the command cannot do without.
fn word(matches: &ArgMatches, name: &str) -> String {
    matches.get_one::<String>(name).cloned().unwrap_or_default()
}

fn root(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("root").cloned().unwrap_or_else(|| ".".into())
}

fn request(matches: &ArgMatches, formats: Vec<Format>) -> Request {
    Request {
        root: root(matches),
        out: matches.try_get_one::<PathBuf>("out").ok().flatten().cloned(),
        only: matches.get_many::<PathBuf>("paths").into_iter().flatten().cloned().collect(),
        formats,
        deny_warnings: matches.contains_id("deny"),
        ids: matches.try_get_many::<String>("only").ok().flatten().into_iter().flatten().cloned().collect(),
        resume: matches.try_get_one::<bool>("resume").ok().flatten().copied().unwrap_or(false),
        force: matches.try_get_one::<bool>("force").ok().flatten().copied().unwrap_or(false),
        underway: Underway::default(),
        today: UNIX_EPOCH.elapsed().ok().and_then(|since| Date::in_vietnam(since.as_secs())),
    }
}

fn formats(matches: &ArgMatches) -> Vec<Format> {
    let mut formats: Vec<Format> = matches.get_many("format").into_iter().flatten().copied().collect();
    formats.dedup();
    formats
}

fn help(lang: Lang) -> Stop {
    Stop { text: command(lang).render_help().to_string(), code: 2 }
}

/// Help and version go out as they are; a usage error is told in one line.
fn stop(error: &clap::Error, lang: Lang) -> Stop {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let line = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Stop { text: error.render().to_string(), code: 0 };
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return help(lang);
        }
        ErrorKind::UnknownArgument => {
            lang.pick(format!("không có tuỳ chọn `{argument}`"), format!("there is no option `{argument}`"))
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand);
            lang.pick(format!("không có lệnh `{name}`"), format!("there is no command `{name}`"))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            lang.pick(format!("`{argument}` cần một giá trị"), format!("`{argument}` needs a value"))
        }
        ErrorKind::InvalidValue => {
            let known = context(ContextKind::ValidValue);
            lang.pick(
                format!("`{argument}` không nhận `{value}`; dùng một trong: {known}"),
                format!("`{argument}` does not take `{value}`; use one of: {known}"),
            )
        }
        // What a parser of our own says stands in the source of the error.
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map_or_else(String::new, ToString::to_string);
            format!("`{argument}`: {why}")
        }
        ErrorKind::MissingRequiredArgument => {
            lang.pick(format!("còn thiếu {argument}"), format!("{argument} is missing"))
        }
        _ => lang.pick(
            format!("không dùng được `{argument}` như vậy"),
            format!("`{argument}` cannot be used like that"),
        ),
    };
    let (error, more) = lang.pick(("lỗi", "xem `vankien --help`"), ("error", "see `vankien --help`"));
    Stop { text: format!("{error}: {line}\n{more}\n"), code: 2 }
}
