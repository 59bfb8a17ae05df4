//! In: a fault of the workspace or the machine. Out: its words.

use std::io::ErrorKind;

use super::Severity::{Environment, Error, Warning};
use super::foreign::{reason, toml_in_vietnamese, typst_in_vietnamese};
use super::{Lang, NoPaper, Words, in_detail, suggest_en, suggest_vi};
use crate::state::Idle;

/// What can be wrong around the documents.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum WorkspaceFault {
    NoData { root: String },
    NoSuchPath { path: String },
    OutsideData { path: String },
    NothingToBuild,
    UnknownKind { folder: String, nearest: Option<String>, known: String },
    LooseFile,
    UnknownRule { id: String, nearest: Option<String> },
    BadName { name: String },
    AlreadyThere { path: String },
    SameOutput { other: String },
    LinkOutside,
    LinkedFolder,
    UnknownEncoding,
    MixedEncodings { line: usize },
    Unreadable { kind: ErrorKind },
    Unwritable { path: String, kind: ErrorKind },
    Unwatchable { detail: String },
    NoKey { path: String },
    KeyMissing { path: String },
    NoChance { detail: String },
    Unverifiable { path: String, why: NoPaper },
    FontUnreadable { file: String },
    LinkedForWriting { path: String },
    SameOnWindows { other: String },
    NotForWindows,
    TableMissing,
    TableNotUtf8,
    TableBroken { detail: String },
    TableValue { value: String },
    KindTwice { folder: String },
    UnknownTableKey { key: String, nearest: Option<String>, like: String },
    TableKind { key: String, like: String },
    TableNumber { key: String, value: String },
    TableKeyMissing { key: String, like: String },
    IdleTemplate { nearest: Option<String> },
    IdleOutput { source: String, why: Idle, others: Vec<String>, formats: String },
    IdleBatch { source: String, why: Idle },
    SharedOutput { root: String },
    Forgetful { folder: bool },
    TemplateEmpty,
    TemplateTooLong { limit_mib: usize },
    TemplateEndless { steps: u64 },
    TemplateBroken { file: String, line: usize, detail: String },
    TypesettingFailed { detail: String },
    TypesettingEndless { seconds: u64, templates: Vec<String> },
}

impl WorkspaceFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::NoData { root } => (
                "thu-muc-data",
                Environment,
                [
                    format!("`{root}` không có thư mục `data/`"),
                    "chạy lệnh trong thư mục có `data/`, hoặc chỉ thư mục ấy bằng `--root`".into(),
                ],
                [
                    format!("`{root}` has no folder `data/`"),
                    "run this in the folder that holds `data/`, or name it with `--root`".into(),
                ],
            ),
            Self::NoSuchPath { path } => (
                "khong-thay-tep",
                Environment,
                [format!("không thấy `{path}`"), "kiểm tra lại tên tệp, kể cả đuôi `.yml`".into()],
                [format!("`{path}` does not exist"), "check the name, with its ending `.yml`".into()],
            ),
            Self::OutsideData { path } => (
                "ngoai-data",
                Environment,
                [
                    format!("`{path}` không phải tệp `.yml` trong `data/`"),
                    "chép tệp vào `data/<loại>/`, ví dụ `data/ke-hoach/`".into(),
                ],
                [
                    format!("`{path}` is not a `.yml` file in `data/`"),
                    "move it into `data/<type>/`, for instance `data/ke-hoach/`".into(),
                ],
            ),
            Self::NothingToBuild => (
                "khong-co-van-ban",
                Environment,
                [
                    "không có văn bản nào để làm".into(),
                    "đặt tệp `.yml` vào `data/<loại>/`, ví dụ `data/ke-hoach/`".into(),
                ],
                [
                    "there is no document to build".into(),
                    "put a `.yml` file into `data/<type>/`, for instance `data/ke-hoach/`".into(),
                ],
            ),
            Self::UnknownKind { folder, nearest, known } => (
                "loai-van-ban",
                Error,
                [format!("`{folder}` không phải một loại văn bản"), suggest_vi(nearest.as_ref(), known)],
                [format!("`{folder}` is not a document type"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::LooseFile => (
                "loai-van-ban",
                Error,
                [
                    "tệp nằm ngay trong `data/` nên chưa rõ loại văn bản".into(),
                    "chuyển tệp vào thư mục của loại, ví dụ `data/ke-hoach/`".into(),
                ],
                [
                    "the file lies directly in `data/`, so its type is unknown".into(),
                    "move it into the folder of its type, for instance `data/ke-hoach/`".into(),
                ],
            ),
            Self::UnknownRule { id, nearest } => (
                "quy-tac",
                Environment,
                [
                    format!("không có quy tắc `{id}`"),
                    nearest
                        .as_ref()
                        .map_or_else(|| "xem `vankien rules`".into(), |own| format!("có phải là `{own}`?")),
                ],
                [
                    format!("there is no rule `{id}`"),
                    nearest
                        .as_ref()
                        .map_or_else(|| "see `vankien rules`".into(), |own| format!("did you mean `{own}`?")),
                ],
            ),
            Self::BadName { name } => (
                "ten-tep",
                Environment,
                [
                    format!("`{name}` không dùng làm tên tệp được"),
                    "dùng chữ, số và gạch nối, ví dụ 28-kh-duk-2020".into(),
                ],
                [
                    format!("`{name}` cannot be a file name"),
                    "use letters, digits and hyphens, as in 28-kh-duk-2020".into(),
                ],
            ),
            Self::AlreadyThere { path } => (
                "ten-tep",
                Environment,
                [format!("`{path}` đã có"), "chọn tên khác; tệp cũ được giữ nguyên".into()],
                [
                    format!("`{path}` already exists"),
                    "choose another name; the old file is left as it is".into(),
                ],
            ),
            Self::SameOutput { other } => (
                "trung-ten",
                Error,
                [
                    format!("tệp này và `{other}` sẽ ghi đè lên nhau trong `output/`"),
                    "đổi tên một trong hai tệp".into(),
                ],
                [
                    format!("this file and `{other}` would overwrite each other in `output/`"),
                    "rename one of them".into(),
                ],
            ),
            Self::LinkOutside => (
                "lien-ket",
                Environment,
                [
                    "liên kết này dẫn ra ngoài thư mục làm việc nên không được đọc".into(),
                    "chép hẳn tệp vào đây thay cho liên kết".into(),
                ],
                [
                    "this link leads out of the workspace and is not followed".into(),
                    "put the file itself here instead of a link".into(),
                ],
            ),
            Self::LinkedFolder => (
                "lien-ket",
                Warning,
                [
                    "thư mục này là liên kết nên các tệp trong đó không được làm".into(),
                    "chép hẳn thư mục vào đây thay cho liên kết".into(),
                ],
                [
                    "this folder is a link; the files in it are not built".into(),
                    "put the folder itself here instead of a link".into(),
                ],
            ),
            Self::UnknownEncoding => (
                "bang-ma",
                Environment,
                [
                    "không nhận ra bảng mã của tệp".into(),
                    "chỉ rõ bằng `--from`: tcvn3, vni, windows-1258 hoặc utf-16".into(),
                ],
                [
                    "the encoding of the file cannot be told".into(),
                    "name it with `--from`: tcvn3, vni, windows-1258 or utf-16".into(),
                ],
            ),
            Self::MixedEncodings { line } => (
                "bang-ma",
                Environment,
                [
                    format!("tệp trộn hai bảng mã: dòng {line} đã có chữ Unicode, chỗ khác thì chưa"),
                    "tách phần chưa phải Unicode ra tệp riêng, đổi tệp ấy rồi ghép lại".into(),
                ],
                [
                    format!("the file mixes two encodings: line {line} has Unicode letters already"),
                    "move the part in the old encoding into a file of its own, convert that, then join them"
                        .into(),
                ],
            ),
            Self::Unreadable { kind } => (
                "doc-tep",
                Environment,
                [
                    format!("không đọc được tệp: {}", reason(*kind, Lang::Vi)),
                    "kiểm tra quyền đọc và xem tệp có đang bị khoá không".into(),
                ],
                [
                    format!("the file cannot be read: {}", reason(*kind, Lang::En)),
                    "check its permissions and whether another program locks it".into(),
                ],
            ),
            Self::NoKey { path } => (
                "khoa",
                Environment,
                [
                    format!("`{path}` không phải tệp khoá đọc được"),
                    "tạo hai khoá bằng `vankien khoa`; để kiểm tra thì cần khoá công khai của cơ quan cấp giấy".into(),
                ],
                [
                    format!("`{path}` is no key file that can be read"),
                    "make two keys with `vankien khoa`; to verify, ask the office for its public key".into(),
                ],
            ),
            Self::KeyMissing { path } => (
                "khoa",
                Environment,
                [
                    format!("không thấy khoá công khai `{path}`"),
                    "hỏi cơ quan cấp giấy tệp cong-khai.pem, rồi ghi `--key TỆP`".into(),
                ],
                [
                    format!("there is no public key `{path}`"),
                    "ask the office that issued the certificate for its cong-khai.pem, then give `--key FILE`".into(),
                ],
            ),
            Self::NoChance { detail } => (
                "khoa",
                Environment,
                [
                    "máy không tạo được khoá".into(),
                    format!("khởi động lại máy, hoặc tạo khoá ở máy khác rồi chép sang; {}", in_detail(detail)),
                ],
                [
                    format!("this machine cannot make a key ({detail})"),
                    "start it again, or make the keys on another and copy them".into(),
                ],
            ),
            Self::Unverifiable { path, why } => why.words(path),
            Self::Unwatchable { detail } => (
                "theo-doi",
                Environment,
                [
                    "máy không báo được tệp nào thay đổi".into(),
                    format!("chạy `vankien build` sau mỗi lần sửa; {}", in_detail(detail)),
                ],
                [
                    format!("the machine cannot tell which files change ({detail})"),
                    "run `vankien build` after each change".into(),
                ],
            ),
            Self::Unwritable { path, kind } => (
                "ghi-tep",
                Environment,
                [
                    format!("không ghi được `{path}`: {}", reason(*kind, Lang::Vi)),
                    "đóng tệp nếu đang mở, kiểm tra quyền ghi và chỗ trống trên đĩa".into(),
                ],
                [
                    format!("`{path}` cannot be written: {}", reason(*kind, Lang::En)),
                    "close the file if it is open; check permissions and free space".into(),
                ],
            ),
            Self::FontUnreadable { file } => (
                "phong-chu",
                Environment,
                [
                    format!("`{file}` không phải phông chữ đọc được"),
                    "thay bằng tệp .ttf hoặc .otf khác, hoặc bỏ khỏi `fonts/`".into(),
                ],
                [
                    format!("`{file}` is not a readable font"),
                    "replace it by another .ttf or .otf file, or take it out of `fonts/`".into(),
                ],
            ),
            Self::LinkedForWriting { path } => (
                "lien-ket",
                Environment,
                [
                    format!("`{path}` là liên kết nên không ghi gì vào đó"),
                    "thay bằng thư mục thật; muốn ghi kết quả ra nơi khác thì chỉ nơi ấy bằng `--out`".into(),
                ],
                [
                    format!("`{path}` is a link; nothing is written into it"),
                    "put a folder there; to write elsewhere name that place with `--out`".into(),
                ],
            ),
            Self::SameOnWindows { other } => (
                "trung-ten",
                Warning,
                [
                    format!("tên tệp này và `{other}` chỉ khác chữ hoa, chữ thường hoặc cách mã hoá dấu"),
                    "đổi tên một tệp: trên Windows hai tệp ghi đè lên nhau".into(),
                ],
                [
                    format!("this name and `{other}` differ in case or in the coding of marks only"),
                    "rename one of them: on Windows they overwrite each other".into(),
                ],
            ),
            Self::NotForWindows => (
                "ten-tep",
                Warning,
                [
                    "máy dùng Windows không tạo được tệp có tên này".into(),
                    "đổi tên: chỉ dùng chữ, số, gạch nối, ví dụ 28-kh-duk-2020; tránh CON, NUL, COM1…".into(),
                ],
                [
                    "a machine with Windows cannot have a file of this name".into(),
                    "rename it: letters, digits and hyphens, as in 28-kh-duk-2020; not CON, NUL, COM1…".into(),
                ],
            ),
            Self::TableMissing => (
                "huong-dan",
                Environment,
                ["thiếu tệp này".into(), "chép lại tệp từ bản có sẵn của chương trình".into()],
                ["this file is missing".into(), "copy it from those of the program".into()],
            ),
            Self::TableNotUtf8 => (
                "huong-dan",
                Environment,
                ["tệp không ở bảng mã UTF-8 từ chỗ này".into(), OWN_COPY[0].into()],
                ["the file is not UTF-8 from here on".into(), OWN_COPY[1].into()],
            ),
            Self::TableBroken { detail } => (
                "huong-dan",
                Environment,
                [toml_in_vietnamese(detail), OWN_COPY[0].into()],
                [format!("the file is faulty here: {}", detail.replace('\n', "; ")), OWN_COPY[1].into()],
            ),
            Self::TableValue { value } => (
                "huong-dan",
                Environment,
                [
                    format!("không dùng được giá trị `{value}` ở đây"),
                    "mã phải trùng tên tệp, ngưỡng phải là số, ví dụ \"90\"".into(),
                ],
                [
                    format!("the value `{value}` cannot stand here"),
                    "a code equals the name of its file, a threshold is a number, as in \"90\"".into(),
                ],
            ),
            Self::KindTwice { folder } => (
                "huong-dan",
                Environment,
                [
                    format!("hai loại văn bản cùng dùng thư mục `{folder}`"),
                    "đặt cho mỗi loại một `thu_muc` riêng".into(),
                ],
                [
                    format!("two types of document have the folder `{folder}`"),
                    "give each a `thu_muc` of its own".into(),
                ],
            ),
            Self::UnknownTableKey { key, nearest, like } => (
                "huong-dan",
                Environment,
                [
                    format!("tệp này không có mục `{key}` nên dòng này không có tác dụng"),
                    nearest.as_ref().map_or_else(
                        || format!("xem các mục của tệp có sẵn `{like}`; xoá dòng này"),
                        |own| format!("có phải là `{own}`?"),
                    ),
                ],
                [
                    format!("this file has no key `{key}`; the line has no effect"),
                    nearest.as_ref().map_or_else(
                        || format!("look at the keys of the built-in `{like}`; delete the line"),
                        |own| format!("did you mean `{own}`?"),
                    ),
                ],
            ),
            Self::TableKind { key, like } => (
                "huong-dan",
                Environment,
                [format!("mục `{key}` sai kiểu giá trị"), format!("ghi như tệp có sẵn: `{like}`")],
                [
                    format!("`{key}` has a value of the wrong kind"),
                    format!("write it as the built-in file does: `{like}`"),
                ],
            ),
            Self::TableNumber { key, value } => (
                "huong-dan",
                Environment,
                [
                    format!("mục `{key}` không thể là `{value}`"),
                    "ghi một số từ 0 trở lên, ví dụ 12.5".into(),
                ],
                [format!("`{key}` cannot be `{value}`"), "write a number from 0 on, as in 12.5".into()],
            ),
            Self::TableKeyMissing { key, like } => (
                "huong-dan",
                Environment,
                [format!("thiếu mục `{key}`"), format!("thêm như tệp có sẵn: `{like}`")],
                [format!("`{key}` is missing"), format!("add it as in the built-in file: `{like}`")],
            ),
            Self::IdleTemplate { nearest } => (
                "mau-thua",
                Warning,
                [
                    "không có gì đọc tệp này: tên nó không trùng tệp mẫu nào".into(),
                    match nearest {
                        Some(name) => format!("có phải là `templates/{name}`?"),
                        None => "đặt đúng tên của tệp mẫu cần thay, hoặc chuyển tệp ra ngoài templates/".into(),
                    },
                ],
                [
                    "nothing reads this file: no template has its name".into(),
                    match nearest {
                        Some(name) => format!("did you mean `templates/{name}`?"),
                        None => "give it the name of the template it replaces, or move it out of templates/".into(),
                    },
                ],
            ),
            Self::IdleOutput { source, why, others, formats } => {
                let [vi, en] = match others.as_slice() {
                    [] => [const { String::new() }; 2],
                    others => [" và ", " and "].map(|and| format!("{and}{}", others.join(", "))),
                };
                let said = match why {
                    Idle::Gone => [
                        format!("`{source}` không còn, nên tệp này{vi} không được làm lại nữa"),
                        format!("`{source}` is gone; this file{en} will not be made again"),
                    ],
                    Idle::Otherwise => [
                        format!("`{source}` nay là một đợt giấy, nên tệp này{vi} không được làm lại nữa"),
                        format!("`{source}` is a batch of certificates now; this file{en} will not be made again"),
                    ],
                    Idle::Former => [
                        format!("tệp này{vi} là của bản trước của `{source}`"),
                        format!("this file{en} is of an earlier version of `{source}`"),
                    ],
                };
                let hint = match why {
                    Idle::Former => [
                        format!("làm lại với `--format {formats}`, hoặc xoá, để không ai gửi nhầm"),
                        format!("make it again with `--format {formats}`, or delete it, lest it be sent by mistake"),
                    ],
                    _ => [
                        "không cần nữa thì xoá, để không ai gửi nhầm".into(),
                        "delete what is not needed, lest it be sent by mistake".into(),
                    ],
                };
                let ([vi, en], [hint_vi, hint_en]) = (said, hint);
                ("tep-thua", Warning, [vi, hint_vi], [en, hint_en])
            }
            Self::IdleBatch { source, why: Idle::Gone } => (
                "tep-thua",
                Warning,
                [
                    format!("`{source}` không còn, nên giấy trong thư mục này không được làm lại nữa"),
                    "chỉ đổi tên đợt thì đổi tên thư mục này theo, để giữ số; giấy đã phát thì đặt lại tệp ấy; chưa phát thì xoá thư mục".into(),
                ],
                [
                    format!("`{source}` is gone; the certificates in this folder will not be made again"),
                    "if the batch was only renamed, rename this folder likewise, so that the numbers stay; if papers were handed out, put that file back; else delete the folder".into(),
                ],
            ),
            Self::IdleBatch { source, .. } => (
                "tep-thua",
                Warning,
                [
                    format!("`{source}` nay không còn là đợt giấy, nên giấy trong thư mục này không được làm lại nữa"),
                    "giấy đã phát thì đặt lại danh sách người nhận (`nguoi_nhan`); chưa phát thì xoá thư mục".into(),
                ],
                [
                    format!("`{source}` is no batch any more; the certificates in this folder will not be made again"),
                    "if papers were handed out, put the list of recipients (`nguoi_nhan`) back; else delete the folder".into(),
                ],
            ),
            Self::SharedOutput { root } => (
                "trung-ten",
                Warning,
                [
                    format!("kết quả của `{root}` cũng ghi vào thư mục này: tệp cùng tên sẽ ghi đè lên nhau"),
                    "cho mỗi nơi một thư mục `--out` riêng".into(),
                ],
                [
                    format!("the outputs of `{root}` go to this folder too: files of the same name overwrite each other"),
                    "give each a folder of its own with `--out`".into(),
                ],
            ),
            Self::Forgetful { folder } => (
                "bo-nho",
                Warning,
                [
                    "không ghi được trí nhớ của chương trình, nên lần sau mọi văn bản lại được làm lại".into(),
                    if *folder {
                        "đây là một thư mục: xoá hoặc đổi tên nó".into()
                    } else {
                        "kiểm tra quyền ghi, hoặc xoá tệp này: nó không chứa gì của bạn".into()
                    },
                ],
                [
                    "what the program remembers cannot be written, so every document is made again next time".into(),
                    if *folder {
                        "this is a folder: delete or rename it".into()
                    } else {
                        "check its permissions, or delete it: nothing of yours is in it".into()
                    },
                ],
            ),
            Self::TemplateEmpty => (
                "mau",
                Environment,
                ["mẫu này không in ra gì".into(), OWN_COPY[0].into()],
                ["this template prints nothing".into(), OWN_COPY[1].into()],
            ),
            Self::TemplateTooLong { limit_mib } => (
                "mau",
                Environment,
                [format!("mẫu này viết ra hơn {limit_mib} MiB, chắc là lặp mãi"), OWN_COPY[0].into()],
                [
                    format!("this template writes more than {limit_mib} MiB; it must be in a loop"),
                    OWN_COPY[1].into(),
                ],
            ),
            Self::TemplateEndless { steps } => (
                "mau",
                Environment,
                [format!("mẫu này chạy quá {steps} bước mà chưa xong, chắc là lặp mãi"), OWN_COPY[0].into()],
                [
                    format!("this template has not ended after {steps} steps; it must be in a loop"),
                    OWN_COPY[1].into(),
                ],
            ),
            Self::TypesettingEndless { seconds, templates } => {
                let names = templates.join(", ");
                let hint = |own: String, without: &str| if names.is_empty() { without.into() } else { own };
                (
                    "dan-trang",
                    Environment,
                    [
                        format!("dàn trang quá {seconds} giây mà chưa xong"),
                        hint(
                            format!("xem lại các mẫu riêng: {names}; máy chậm thì tăng `--timeout`"),
                            "rút ngắn hoặc tách văn bản; máy chậm thì tăng `--timeout`",
                        ),
                    ],
                    [
                        format!("laying out the pages takes more than {seconds} seconds"),
                        hint(
                            format!("look at your own templates: {names}; on a slow machine raise `--timeout`"),
                            "shorten or split the document; on a slow machine raise `--timeout`",
                        ),
                    ],
                )
            }
            Self::TemplateBroken { file, line, detail } => (
                "mau",
                Environment,
                [
                    format!("mẫu `{file}`, dòng {line}: viết sai hoặc gọi một giá trị không có"),
                    format!("{}; {}", OWN_COPY[0], in_detail(detail)),
                ],
                [
                    format!("template `{file}`, line {line}: {detail}"),
                    "mend it, or delete your own copy in `templates/` to use the built-in one".into(),
                ],
            ),
            Self::TypesettingFailed { detail } => (
                "dan-trang",
                Environment,
                [
                    format!("không dàn được trang ở chỗ này{}", typst_in_vietnamese(detail)),
                    format!("nếu bạn sửa tệp trong `templates/`, hãy xem lại tệp ấy; {}", in_detail(detail)),
                ],
                [
                    format!("the pages cannot be laid out: {detail}"),
                    "if you changed a file in `templates/`, look at it again".into(),
                ],
            ),
        }
    }
}

/// What to do about an office's own file in `templates/`.
const OWN_COPY: [&str; 2] = [
    "sửa tệp, hoặc xoá bản riêng trong `templates/` để dùng bản có sẵn",
    "mend it, or delete your own copy in `templates/` to use the built-in one",
];
