//! In: a fault of a batch of certificates. Out: its words.

use super::Severity::{Environment, Error, Info, Warning};
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong with certificates and their recipients.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum CertificateFault {
    UnknownProfile { name: String, nearest: Option<String>, known: String },
    UnknownStyle { name: String, nearest: Option<String>, known: String },
    ModeNotOffered,
    NoEmblem { name: String },
    EmblemNotAnImage { name: String },
    CodeWithoutKey,
    NoDate,
    NoDecision,
    DecisionNotSound { path: String },
    DecisionWithoutNumber { path: String },
    OtherDecision { written: String, decision: String, path: String },
    OtherDate { date: String, decision: String },
    NoRecipients,
    NoSuchList { path: String },
    SameId { id: String },
    SameRecipient { name: String },
    SameNumber { number: String },
    NoNumber,
    NumberMoved { id: String, issued: String, now: String },
    TooLong { text: String },
    TooTall,
    UnknownId { id: String },
    ListChanged,
    Busy,
    NotComplete { failed: usize },
    StrayFile { name: String },
}

impl CertificateFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::UnknownProfile { name, nearest, known } => (
                "giay-mau",
                Error,
                [format!("không có mẫu giấy `{name}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("there is no certificate profile `{name}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::UnknownStyle { name, nearest, known } => (
                "giay-mau",
                Error,
                [format!("mẫu giấy không có kiểu dòng `{name}`"), suggest_vi(nearest.as_ref(), known)],
                [
                    format!("the profile has no style of line `{name}`"),
                    suggest_en(nearest.as_ref(), known),
                ],
            ),
            Self::ModeNotOffered => (
                "giay-mau",
                Error,
                [
                    "mẫu giấy này không in theo cách ấy".into(),
                    "xoá dòng `in`, hoặc chọn mẫu khác".into(),
                ],
                ["the profile is not printed that way".into(), "delete `in`, or choose another profile".into()],
            ),
            Self::NoEmblem { name } => (
                "giay-bieu-trung",
                Error,
                [
                    format!("không thấy tệp hình `{name}` trong templates/giay/"),
                    "chép tệp hình vào đó, hoặc xoá dòng `bieu_trung`".into(),
                ],
                [
                    format!("there is no image file `{name}` in templates/giay/"),
                    "copy it there, or delete `bieu_trung`".into(),
                ],
            ),
            Self::CodeWithoutKey => (
                "khoa",
                Info,
                [
                    "chưa có khoá nên giấy không có mã QR".into(),
                    "tạo khoá bằng `vankien khoa`, hoặc xoá dòng `ma_qr`".into(),
                ],
                [
                    "there is no key, so the certificates have no QR code".into(),
                    "make the keys with `vankien khoa`, or delete `ma_qr`".into(),
                ],
            ),
            Self::EmblemNotAnImage { name } => (
                "giay-bieu-trung",
                Error,
                [
                    format!("`{name}` không phải tệp hình đọc được"),
                    "dùng tệp .png, .jpg hoặc .svg; mở thử bằng chương trình xem ảnh".into(),
                ],
                [
                    format!("`{name}` is not an image that can be read"),
                    "use a .png, .jpg or .svg file; try to open it in a viewer".into(),
                ],
            ),
            Self::NoDate => (
                "giay-ngay",
                Error,
                [
                    "không biết ngày ghi trên giấy".into(),
                    "ghi `ngay`, hoặc ghi `quyet_dinh` để lấy ngày của quyết định".into(),
                ],
                [
                    "the date of the certificates is not known".into(),
                    "write `ngay`, or `quyet_dinh`, whose date is then taken".into(),
                ],
            ),
            Self::DecisionNotSound { path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("chưa lấy được danh sách của quyết định `{path}`"),
                    format!("chạy `vankien check {path}`, sửa quyết định rồi làm lại giấy"),
                ],
                [
                    format!("the list of the decision `{path}` cannot be had yet"),
                    format!("run `vankien check {path}`, mend the decision, then build again"),
                ],
            ),
            Self::DecisionWithoutNumber { path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("quyết định `{path}` chưa có số"),
                    "lấy số cho quyết định (`so`) trước khi in giấy".into(),
                ],
                [
                    format!("the decision `{path}` has no number yet"),
                    "give it a number (`so`) before certificates are printed".into(),
                ],
            ),
            Self::OtherDecision { written, decision, path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("ở đây ghi quyết định {written}, còn `{path}` là {decision}"),
                    "xoá mục `quyet_dinh`: số và ngày lấy từ quyết định".into(),
                ],
                [
                    format!("this says decision {written}, but `{path}` is {decision}"),
                    "delete `quyet_dinh`: number and date are those of the decision".into(),
                ],
            ),
            Self::NoDecision => (
                "giay-ngay",
                Error,
                [
                    "dòng quyết định cần số và ngày của quyết định".into(),
                    "ghi `quyet_dinh: {so: …, ngay: …}`".into(),
                ],
                [
                    "the decision line needs the number and date of the decision".into(),
                    "write `quyet_dinh: {so: …, ngay: …}`".into(),
                ],
            ),
            Self::OtherDate { date, decision } => (
                "giay-ngay",
                Warning,
                [
                    format!("ngày trên giấy là {date}, khác ngày quyết định {decision}"),
                    "giấy thường ghi ngày của quyết định; xoá dòng `ngay` nếu đúng vậy".into(),
                ],
                [
                    format!("the certificates are dated {date}, the decision {decision}"),
                    "certificates usually bear the date of the decision; if so, delete `ngay`".into(),
                ],
            ),
            Self::NoRecipients => (
                "giay-danh-sach",
                Error,
                [
                    "danh sách người nhận không có dòng nào".into(),
                    "kiểm tra có chọn nhầm tệp trống không".into(),
                ],
                ["the list of recipients has no rows".into(), "check whether a blank file was chosen".into()],
            ),
            Self::NoSuchList { path } => (
                "giay-danh-sach",
                Error,
                [
                    format!("không thấy danh sách `{path}` trong data/"),
                    "ghi đường dẫn của tệp .xlsx hoặc .csv, tính từ tệp này hoặc từ data/".into(),
                ],
                [
                    format!("there is no list `{path}` in data/"),
                    "give the path of an .xlsx or .csv file, from this file or from data/".into(),
                ],
            ),
            Self::SameId { id } => (
                "giay-ma",
                Error,
                [
                    format!("mã `{id}` có hai lần trong danh sách"),
                    "mỗi người nhận một mã; giấy được ghép theo mã, không theo thứ tự".into(),
                ],
                [
                    format!("the id `{id}` stands twice in the list"),
                    "each recipient has an id of its own; certificates are joined by it".into(),
                ],
            ),
            Self::SameRecipient { name } => (
                "giay-trung-ten",
                Warning,
                [
                    format!("“{name}” có hai lần trong cùng đơn vị"),
                    "xoá một dòng nếu là một người; nếu là hai người thì kiểm tra kỹ".into(),
                ],
                [
                    format!("“{name}” stands twice in one unit"),
                    "delete one row if it is one person; look twice if they are two".into(),
                ],
            ),
            Self::SameNumber { number } => (
                "giay-so",
                Error,
                [
                    format!("số vào sổ {number} dùng hai lần"),
                    "mỗi giấy một số; sửa `so` của một dòng".into(),
                ],
                [
                    format!("the register number {number} is used twice"),
                    "each certificate has a number of its own; change one `so`".into(),
                ],
            ),
            Self::NoNumber => (
                "giay-so",
                Error,
                [
                    "chưa có số vào sổ".into(),
                    "ghi `so_dau` cho cả đợt, hoặc `so` cho từng người nhận".into(),
                ],
                [
                    "there is no register number".into(),
                    "write `so_dau` for the batch, or `so` for each recipient".into(),
                ],
            ),
            Self::NumberMoved { id, issued, now } => (
                "giay-so",
                Error,
                [
                    format!("giấy mã `{id}` đã vào sổ số {issued}, nay thành số {now}"),
                    "thêm dòng mới ở cuối danh sách, hoặc ghi `so` cho từng dòng; chưa in giấy nào thì xoá thư mục kết quả của đợt"
                        .into(),
                ],
                [
                    format!("certificate `{id}` was registered as {issued} and would become {now}"),
                    "put new rows at the end, or write `so` in each row; if nothing was printed yet, delete the batch's output folder"
                        .into(),
                ],
            ),
            Self::TooLong { text } => (
                "giay-dai",
                Error,
                [
                    format!("“{text}” quá dài, không in vừa dù đã thu nhỏ chữ hết mức"),
                    "rút gọn, hoặc cho phép chữ nhỏ hơn, nhiều dòng hơn trong mẫu giấy".into(),
                ],
                [
                    format!("“{text}” is too long even at the smallest size"),
                    "shorten it, or allow a smaller size or more lines in the profile".into(),
                ],
            ),
            Self::TooTall => (
                "giay-dai",
                Error,
                [
                    "các dòng của giấy này không xếp vừa phía trên chỗ ký".into(),
                    "rút gọn tên, bớt một dòng, hoặc dùng mẫu giấy lớn hơn".into(),
                ],
                [
                    "the lines of this certificate do not fit above the signature".into(),
                    "shorten them, leave one out, or use a larger profile".into(),
                ],
            ),
            Self::UnknownId { id } => (
                "giay-ma",
                Environment,
                [
                    format!("không đợt giấy nào có người nhận mã `{id}`"),
                    "xem cột mã của danh sách".into(),
                ],
                [format!("no batch has a recipient with the id `{id}`"), "see the ids in the list".into()],
            ),
            Self::ListChanged => (
                "giay-lam-tiep",
                Error,
                [
                    "danh sách hoặc mẫu giấy đã đổi từ lần làm dở, không làm tiếp được".into(),
                    "soát lại thay đổi rồi chạy lại không có --resume".into(),
                ],
                [
                    "the list or the profile has changed since the run that was interrupted".into(),
                    "look at the change, then run again without --resume".into(),
                ],
            ),
            Self::Busy => (
                "giay-dang-lam",
                Environment,
                [
                    "đợt giấy này đang được làm trong một cửa sổ khác".into(),
                    "chờ lần kia xong rồi chạy lại".into(),
                ],
                [
                    "the batch is being made by another run of the program".into(),
                    "wait for it to end, then run again".into(),
                ],
            ),
            Self::NotComplete { failed } => (
                "giay-chua-du",
                Error,
                [
                    format!("{failed} giấy chưa làm được: chưa ghi tập in, bản soát và sổ theo dõi"),
                    "sửa các lỗi đã báo rồi chạy lại; giấy đã xong không phải làm lại".into(),
                ],
                [
                    format!("certificates not made: {failed}; print volumes, proof sheets and register are not written"),
                    "mend what was told and run again; what is done is kept".into(),
                ],
            ),
            Self::StrayFile { name } => (
                "giay-thua",
                Warning,
                [
                    format!("`{name}` không thuộc đợt giấy này, không in cùng"),
                    "chuyển tệp đi nơi khác nếu không phải của đợt này".into(),
                ],
                [
                    format!("`{name}` is no part of this batch"),
                    "move it elsewhere so that it is not printed with it".into(),
                ],
            ),
        }
    }
}
