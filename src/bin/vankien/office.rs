//! In: a language. Out: the commands of what an office answers for: the lock of a
//! list, its keys, what bears its signature.

use std::path::PathBuf;

use clap::{Arg, Command, value_parser};
use vankien::diagnostic::Lang;

use crate::options::subcommand;

pub(crate) fn lock(lang: Lang, root: Arg) -> Command {
    subcommand(
        "chot",
        lang,
        lang.pick("<TỆP>", "<FILE>"),
        "Khóa danh sách công nhận của một quyết định đã có số",
        "Lock the list of a decision that has its number",
    )
    .args([
        Arg::new("path")
            .value_name(lang.pick("TỆP", "FILE"))
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help(lang.pick(
                "Tệp quyết định, ví dụ data/quyet-dinh/45.yml",
                "The file of the decision, as in data/quyet-dinh/45.yml",
            )),
        root,
    ])
}

pub(crate) fn keys(lang: Lang, root: Arg) -> Command {
    subcommand(
        "khoa",
        lang,
        "",
        "Tạo khoá bí mật và khoá công khai của cơ quan trong khoa/, để ký mã QR trên giấy",
        "Make the office's secret and public key in khoa/, to sign the QR codes of certificates",
    )
    .arg(root)
}

pub(crate) fn verify(lang: Lang, root: Arg) -> Command {
    subcommand(
        "verify",
        lang,
        lang.pick("<TỆP>...", "<FILE>..."),
        "Kiểm tra giấy (PDF), sổ theo dõi (CSV) hoặc chữ quét từ mã QR bằng khoá công khai",
        "Verify certificates (PDF), a register (CSV) or the text of a scanned QR code with the public key",
    )
    .args([
        Arg::new("papers")
            .value_name(lang.pick("TỆP", "FILE"))
            .required(true)
            .num_args(1..)
            .value_parser(value_parser!(PathBuf))
            .help(lang.pick(
                "Tệp cần kiểm tra; `-` là chữ dán vào từ bàn phím",
                "What to verify; `-` is text from standard input",
            )),
        Arg::new("key")
            .long("key")
            .value_name(lang.pick("TỆP", "FILE"))
            .value_parser(value_parser!(PathBuf))
            .help(lang.pick(
                "Khoá công khai của cơ quan cấp giấy (mặc định: khoa/cong-khai.pem)",
                "The public key of the office that issued them (default: khoa/cong-khai.pem)",
            )),
        root,
    ])
}
