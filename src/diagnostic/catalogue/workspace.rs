//! In: a fault of the folder with the data, or of a name given. Out: its words.

use super::Severity::{Environment, Error, Warning};
use super::{Words, suggest_en, suggest_vi};

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
    NameWithoutYear { folder: String, name: String },
    AlreadyThere { path: String },
    SameOutput { other: String },
    LinkOutside,
    LinkedFolder,
    LinkedForWriting { path: String },
    SameOnWindows { other: String },
    NotForWindows,
    SharedOutput { root: String },
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
            Self::NameWithoutYear { folder, name } => (
                "ten-tep",
                Environment,
                [
                    format!("tệp trong data/{folder} gọi theo năm, `{name}` không cho biết năm nào"),
                    format!("ví dụ: vankien new {folder} 2026, hoặc 2026-khoi-dang"),
                ],
                [
                    format!("files in data/{folder} are called by their year, `{name}` tells none"),
                    format!("for example: vankien new {folder} 2026, or 2026-khoi-dang"),
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
                    "rename it: letters, digits and hyphens, as in 28-kh-duk-2020; not CON, NUL, COM1…"
                        .into(),
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
                    format!(
                        "the outputs of `{root}` go to this folder too: files of the same name overwrite each other"
                    ),
                    "give each a folder of its own with `--out`".into(),
                ],
            ),
        }
    }
}
