//! In: a language. Out: the commands and options as clap knows them, every text
//! in that language.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, Command, value_parser};
use vankien::diagnostic::{Fault, Lang};
use vankien::encoding::{self, Legacy};
use vankien::output::Format;
use vankien::values::Date;

use crate::args::FORMATS;
use crate::office::{keys, lock, verify};
use crate::options::{certificates, dressed, subcommand, switch, telling};

pub(crate) fn command(lang: Lang) -> Command {
    let about = lang.pick(
        "vankien: từ dữ liệu YAML đến văn bản đúng thể thức của Đảng",
        "vankien: from YAML data to official Vietnamese party documents",
    );
    let codes = lang.pick(
        "Mã thoát: 0 xong, 1 dữ liệu có lỗi, 2 gọi sai lệnh hoặc máy không cho phép.",
        "Exit codes: 0 done, 1 the data has errors, 2 wrong usage or the machine refused.",
    );
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(lang.pick("In số phiên bản", "Print the version"));
    dressed(Command::new("vankien"), lang)
        .about(about)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(version)
        .override_usage(lang.pick("vankien <LỆNH> [TUỲ_CHỌN]", "vankien <COMMAND> [OPTIONS]"))
        .after_help(codes)
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(lang.pick("Lệnh", "Commands"))
        .subcommands(subcommands(lang))
}

#[allow(clippy::too_many_lines, reason = "a table, one row a command")]
fn subcommands(lang: Lang) -> [Command; 12] {
    let paths = Arg::new("paths")
        .value_name(lang.pick("ĐƯỜNG_DẪN", "PATH"))
        .num_args(0..)
        .value_parser(value_parser!(PathBuf))
        .help(lang.pick(
            "Chỉ những tệp hoặc thư mục này trong data/ (mặc định: tất cả)",
            "Only these files or folders in data/ (default: all)",
        ));
    let root = Arg::new("root")
        .long("root")
        .value_name(lang.pick("THƯ_MỤC", "DIR"))
        .value_parser(value_parser!(PathBuf))
        .help(lang.pick(
            "Thư mục có data/ (mặc định: thư mục hiện tại)",
            "The folder that holds data/ (default: the current one)",
        ));
    let out = Arg::new("out")
        .long("out")
        .value_name(lang.pick("THƯ_MỤC", "DIR"))
        .value_parser(value_parser!(PathBuf))
        .help(lang.pick(
            "Nơi ghi kết quả (mặc định: output/ cạnh data/)",
            "Where to write (default: output/ beside data/)",
        ));
    let format = Arg::new("format")
        .long("format")
        .value_name(lang.pick("KIỂU", "FORMAT"))
        .value_delimiter(',')
        .default_value("pdf,typ")
        .hide_default_value(true)
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(FORMATS.map(|(name, _)| name)).map(|name| {
            // The parser admits only names of the table.
            FORMATS.iter().find(|(own, _)| *own == name).map_or(Format::Pdf, |(_, format)| *format)
        }))
        .help(lang.pick(
            "Ghi những gì: pdf, typ, png, svg, cách nhau bằng dấu phẩy (mặc định: pdf,typ)",
            "What to write: pdf, typ, png, svg, with commas between (default: pdf,typ)",
        ));
    let force = Arg::new("force").long("force").action(ArgAction::SetTrue).help(lang.pick(
        "Làm lại tất cả, kể cả những gì không đổi",
        "Make everything again, also what has not changed",
    ));
    let telling = telling(lang);

    let build = subcommand(
        "build",
        lang,
        lang.pick("[ĐƯỜNG_DẪN]...", "[PATH]..."),
        "Làm các văn bản trong data/ và ghi vào output/",
        "Build the documents in data/ and write them to output/",
    )
    .args([paths.clone(), root.clone(), out.clone(), format.clone(), force])
    .args(certificates(lang))
    .args(&telling);
    let watch = subcommand(
        "watch",
        lang,
        lang.pick("[ĐƯỜNG_DẪN]...", "[PATH]..."),
        "Làm văn bản, rồi làm lại mỗi khi tệp được lưu, đến khi bấm Ctrl-C",
        "Build, and build again whenever a file is saved, until Ctrl-C",
    )
    .args([paths.clone(), root.clone(), out, format])
    .args(&telling);
    let check = subcommand(
        "check",
        lang,
        lang.pick("[ĐƯỜNG_DẪN]...", "[PATH]..."),
        "Soát các văn bản mà không ghi gì",
        "Check the documents without writing anything",
    )
    .args([paths, root.clone()])
    .args(&telling);
    let rules = subcommand(
        "rules",
        lang,
        lang.pick("[MÃ]", "[ID]"),
        "Liệt kê các quy tắc, hoặc giải thích một quy tắc",
        "List the rules, or explain one",
    )
    .args([
        Arg::new("id").value_name(lang.pick("MÃ", "ID")).help(lang.pick(
            "Mã trong ngoặc vuông của thông báo, ví dụ R-D-152",
            "The id in the brackets of a message, as in R-D-152",
        )),
        root.clone(),
    ]);
    let fonts = subcommand("fonts", lang, "", "Cho biết phông chữ đang dùng", "Tell which font is in use")
        .arg(root.clone());

    [
        build,
        check,
        watch,
        new(lang, root.clone()),
        lock(lang, root.clone()),
        calendar(lang, root.clone()),
        rules,
        fonts,
        schema(lang, root.clone()),
        convert(lang),
        keys(lang, root.clone()),
        verify(lang, root),
    ]
}

fn new(lang: Lang, root: Arg) -> Command {
    subcommand(
        "new",
        lang,
        lang.pick("<LOẠI> <TÊN>", "<TYPE> <NAME>"),
        "Viết một tệp mẫu có ghi chú vào data/<loại>/<tên>.yml",
        "Write a commented starter to data/<type>/<name>.yml",
    )
    .args([
        Arg::new("kind").value_name(lang.pick("LOẠI", "TYPE")).required(true).help(lang.pick(
            "Loại văn bản, ví dụ ke-hoach, cong-van, quyet-dinh",
            "Type of document, as in ke-hoach, cong-van, quyet-dinh",
        )),
        Arg::new("name")
            .value_name(lang.pick("TÊN", "NAME"))
            .required(true)
            .help(lang.pick("Tên tệp, ví dụ 28-kh-duk-2020", "Name of the file, as in 28-kh-duk-2020")),
        Arg::new("system").long("system").value_name(lang.pick("HỆ_THỐNG", "SYSTEM")).help(lang.pick(
            "Hệ thống của cơ quan: dang (mặc định) hoặc nha_nuoc",
            "System of the body: dang (default) or nha_nuoc",
        )),
        root,
    ])
}

fn calendar(lang: Lang, root: Arg) -> Command {
    subcommand(
        "lich",
        lang,
        "",
        "Liệt kê việc của mọi kế hoạch theo thời hạn",
        "List the activities of all plans by deadline",
    )
    .args([
        Arg::new("ngay")
            .long("ngay")
            .value_name(lang.pick("NGÀY", "DATE"))
            .value_parser(move |text: &str| {
                text.parse::<Date>().map_err(|fault| Fault::from(fault).message(lang).headline)
            })
            .help(lang.pick(
                "Cho biết việc nào quá hạn vào ngày này, ví dụ 2020-09-01",
                "Tell what is overdue on this day, as in 2020-09-01",
            )),
        Arg::new("ics")
            .long("ics")
            .value_name(lang.pick("TỆP", "FILE"))
            .value_parser(value_parser!(PathBuf))
            .help(lang.pick(
                "Ghi tệp iCalendar để mở bằng chương trình lịch",
                "Write an iCalendar file for calendar programs",
            )),
        root,
        switch("json", None, lang.pick("In kết quả dạng JSON", "Print the result as JSON")),
    ])
}

fn schema(lang: Lang, root: Arg) -> Command {
    subcommand(
        "schema",
        lang,
        "",
        "Viết lược đồ JSON của tệp dữ liệu vào data/.schema/, để trình soạn thảo gợi ý",
        "Write the JSON Schema of data files to data/.schema/, for editors",
    )
    .arg(root)
}

fn convert(lang: Lang) -> Command {
    let paths = Arg::new("paths")
        .value_name(lang.pick("TỆP", "FILE"))
        .required(true)
        .num_args(1..)
        .value_parser(value_parser!(PathBuf))
        .help(lang.pick(
            "Tệp chữ cần đổi; bản cũ được giữ ở đuôi .goc",
            "Text files; the old ones are kept as .goc",
        ));
    let from = Arg::new("from")
        .long("from")
        .value_name(lang.pick("BẢNG_MÃ", "ENCODING"))
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(encoding::NAMES.map(|(name, _)| name)).map(|name| {
            // The parser admits only names of the table.
            encoding::NAMES.iter().find(|(own, _)| *own == name).map_or(Legacy::Tcvn3, |(_, from)| *from)
        }))
        .help(lang.pick(
            "tcvn3, vni, windows-1258, utf-16, utf-8-hai-lan (mặc định: tự nhận ra)",
            "tcvn3, vni, windows-1258, utf-16, utf-8-hai-lan (default: told from the words)",
        ));
    subcommand(
        "convert",
        lang,
        lang.pick("<TỆP>...", "<FILE>..."),
        "Đổi tệp chữ từ bảng mã cũ (TCVN3, VNI) sang Unicode",
        "Turn text files in old encodings (TCVN3, VNI) into Unicode",
    )
    .args([paths, from])
}
