//! In: a language. Out: the options that commands share, and the dress that every
//! command wears, every text in that language.

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, Command, value_parser};
use vankien::diagnostic::Lang;

use crate::args::{FORMS, Form};

/// What only batches of certificates ask for.
pub(crate) fn certificates(lang: Lang) -> [Arg; 2] {
    let only = Arg::new("only")
        .long("only")
        .value_name(lang.pick("MÃ", "ID"))
        .action(ArgAction::Append)
        .value_delimiter(',')
        .value_parser(NonEmptyStringValueParser::new())
        .help(lang.pick("Chỉ làm giấy chứng nhận của những mã này", "Only the certificates of these ids"));
    let resume = switch(
        "resume",
        None,
        lang.pick(
            "Làm tiếp đợt giấy bị dừng giữa chừng; danh sách đã đổi thì không làm",
            "Go on with an interrupted batch, unless its list has changed",
        ),
    );
    [only, resume]
}

/// How strictly `build` and `check` judge and how they tell it.
pub(crate) fn telling(lang: Lang) -> [Arg; 5] {
    let deny = Arg::new("deny")
        .long("deny")
        .value_name("warnings")
        .value_parser(["warnings"])
        .hide_possible_values(true)
        .help(lang.pick(
            "Coi cảnh báo như lỗi: văn bản có cảnh báo không được ghi",
            "Treat warnings as errors: a document with warnings is not written",
        ));
    let report = Arg::new("report")
        .long("report")
        .value_name(lang.pick("KIỂU", "FORM"))
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(FORMS.map(|(name, _)| name)).map(|name| {
            // The parser admits only names of the table.
            FORMS.iter().find(|(own, _)| *own == name).map_or(Form::Terminal, |(_, form)| *form)
        }))
        .help(lang.pick(
            "Báo kết quả theo kiểu: terminal, json, sarif, github (mặc định: terminal)",
            "Tell the result as terminal, json, sarif or github (default: terminal)",
        ));
    let json = switch("json", None, lang.pick("Như --report json", "The same as --report json"));
    let quiet = switch("quiet", Some('q'), lang.pick("Chỉ in lỗi, cảnh báo và lưu ý", "Print findings only"));
    let timeout = Arg::new("timeout")
        .long("timeout")
        .value_name(lang.pick("GIÂY", "SECONDS"))
        .value_parser(value_parser!(u64).range(1..))
        .help(lang.pick(
            "Thôi chờ khi dàn trang một văn bản quá lâu (mặc định: 60 giây)",
            "Give up when laying out one document takes longer (default: 60 seconds)",
        ));
    [deny, quiet, report, json, timeout]
}

/// `operands` is what follows the options in the usage line.
pub(crate) fn subcommand(
    name: &'static str,
    lang: Lang,
    operands: &str,
    vi: &'static str,
    en: &'static str,
) -> Command {
    let options = lang.pick("TUỲ_CHỌN", "OPTIONS");
    dressed(Command::new(name), lang)
        .about(lang.pick(vi, en))
        .override_usage(format!("vankien {name} [{options}] {operands}").trim_end().to_string())
}

pub(crate) fn switch(name: &'static str, short: Option<char>, help: &'static str) -> Arg {
    Arg::new(name).long(name).short(short).action(ArgAction::SetTrue).help(help)
}

/// What every command shares: headings and help in the reader's language.
pub(crate) fn dressed(command: Command, lang: Lang) -> Command {
    let template = lang.pick(
        "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}",
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
    );
    command
        .help_template(template)
        .disable_help_flag(true)
        .next_help_heading(lang.pick("Tuỳ chọn", "Options"))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(lang.pick("In hướng dẫn này", "Print this help")),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("vi|en")
                .value_parser(["vi", "en"])
                .hide_possible_values(true)
                .help(
                    lang.pick("Ngôn ngữ của thông báo (mặc định: vi)", "Language of messages (default: vi)"),
                ),
        )
}
