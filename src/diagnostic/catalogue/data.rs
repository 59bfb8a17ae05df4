//! In: two places of the data that disagree, or a name that leads nowhere. Out:
//! its words; a breach names the other place.

use super::Severity::{Error, Warning};
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong between records.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum DataFault {
    NoYear { folder: &'static str },
    UnknownName { what: [&'static str; 2], name: String, nearest: Option<String>, folder: &'static str },
    UnknownField { name: String, nearest: Option<String>, known: String },
    UnknownMeasure { name: String, nearest: Option<String>, known: String },
    ReservedCode { code: String },
    SameId { id: String, other: String },
    SameFigure { other: String },
    SameName { other: String },
    CellWithoutParent,
    MergedWithoutEnd,
    UnitOfItself,
    NegativeBudget,
    EndsBeforeItBegins { end: String, other: String },
    StageSkipped { stage: &'static str, before: &'static str, other: String },
    ScoreRange,
    RecognisedBelow { other: String },
    RecognisedUnscored,
    ScoreChanged { other: String },
    NoReason,
    UnitGone { unit: String, year: i32, other: String },
    FirstYear { other: String },
    ImpossibleYear { year: u16 },
    RegisteredElsewhere { date: String, year: i32 },
    PersonMissing { other: String },
    LongName,
    DataFaulty,
    PeriodBackwards { other: String },
    PeriodLabel { label: String, other: String },
    SignerNotInOffice { name: String, date: String, other: String },
    SignerPosition { name: String, signed: String, registered: String, other: String },
}

/// A stage as a person says it who types in a sheet.
fn in_words(stage: &str) -> &'static str {
    match stage {
        "tieu_bieu" => "tiêu biểu",
        "de_nghi_khen" => "đề nghị khen",
        "duoc_khen" => "được khen",
        _ => "công nhận",
    }
}

impl DataFault {
    pub(crate) fn unknown_unit(name: &str, nearest: Option<String>) -> Self {
        Self::UnknownName { what: ["đơn vị", "unit"], name: name.into(), nearest, folder: "don-vi" }
    }

    pub(crate) fn unknown_indicator(name: &str, nearest: Option<String>) -> Self {
        Self::UnknownName {
            what: ["chỉ tiêu", "indicator"], name: name.into(), nearest, folder: "chi-tieu"
        }
    }

    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        let vi_other = |other: &str| format!("chỗ kia: {other}; sửa một trong hai");
        let en_other = |other: &str| format!("the other place: {other}; mend one of the two");
        match self {
            Self::NoYear { folder } => (
                "nam-du-lieu",
                Error,
                [
                    "tên tệp không cho biết dữ liệu của năm nào".into(),
                    format!("đặt tên theo năm: data/{folder}/2020.yml hoặc data/{folder}/2020/…"),
                ],
                [
                    "the file name does not tell which year it is for".into(),
                    format!("name it after the year: data/{folder}/2020.yml or data/{folder}/2020/…"),
                ],
            ),
            Self::UnknownName { what: [vi, en], name, nearest, folder } => (
                "ma-la",
                Error,
                [
                    format!("không có {vi} `{name}`"),
                    nearest.as_ref().map_or_else(
                        || format!("thêm vào data/{folder}/, hoặc sửa lại cho đúng"),
                        |nearest| format!("có phải là `{nearest}`?"),
                    ),
                ],
                [
                    format!("there is no {en} `{name}`"),
                    nearest.as_ref().map_or_else(
                        || format!("add it in data/{folder}/, or mend the name"),
                        |nearest| format!("did you mean `{nearest}`?"),
                    ),
                ],
            ),
            Self::UnknownField { name, nearest, known } => (
                "ma-la",
                Error,
                [format!("không có lĩnh vực `{name}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("there is no field of work `{name}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::UnknownMeasure { name, nearest, known } => (
                "ma-la",
                Error,
                [format!("không có số liệu nào tên là `{name}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("no figure is called `{name}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::ReservedCode { code } => (
                "ma-trung",
                Error,
                [format!("`{code}` là tên chương trình đã dùng"), "đặt mã khác cho chỉ tiêu này".into()],
                [format!("`{code}` is a name of the program's own"), "choose another code".into()],
            ),
            Self::SameId { id, other } => (
                "ma-trung",
                Error,
                [format!("mã `{id}` đã dùng"), vi_other(other)],
                [format!("the code `{id}` is taken"), en_other(other)],
            ),
            Self::SameFigure { other } => (
                "ma-trung",
                Error,
                ["chỉ tiêu này của năm này đã có số".into(), vi_other(other)],
                ["this indicator has a figure for this year already".into(), en_other(other)],
            ),
            Self::SameName { other } => (
                "ma-trung",
                Warning,
                ["đơn vị này đã đăng ký một mô hình cùng tên trong năm".into(), vi_other(other)],
                ["this unit has registered a model of this name in the year".into(), en_other(other)],
            ),
            Self::CellWithoutParent => (
                "don-vi",
                Error,
                ["chi bộ trực thuộc phải ghi `truc_thuoc`".into(), "thêm mã của đảng bộ cấp trên".into()],
                ["such a chi bộ needs `truc_thuoc`".into(), "add the code of the đảng bộ above it".into()],
            ),
            Self::MergedWithoutEnd => (
                "don-vi",
                Error,
                [
                    "đơn vị đã nhập vào đơn vị khác mà chưa ghi `het_ngay`".into(),
                    "thêm ngày cuối cùng của đơn vị này".into(),
                ],
                ["the unit was merged but has no `het_ngay`".into(), "add its last day".into()],
            ),
            Self::UnitOfItself => (
                "don-vi",
                Error,
                ["đơn vị không thể thuộc hay nhập vào chính mình".into(), "ghi mã của đơn vị kia".into()],
                ["a unit is no part of itself".into(), "write the code of the other unit".into()],
            ),
            Self::EndsBeforeItBegins { end, other } => (
                "don-vi",
                Error,
                [format!("hết ngày {end} trước khi bắt đầu"), vi_other(other)],
                [format!("ends on {end}, before it begins"), en_other(other)],
            ),
            Self::NegativeBudget => (
                "so-lieu",
                Error,
                ["kinh phí không thể là số âm".into(), "xem lại số tiền".into()],
                ["a budget cannot be negative".into(), "check the sum".into()],
            ),
            Self::StageSkipped { stage, before, other } => (
                "pheu",
                Error,
                [
                    format!(
                        "{} (`{stage}`) nhưng chưa qua bước trước là {} (`{before}`)",
                        in_words(stage),
                        in_words(before)
                    ),
                    vi_other(other),
                ],
                [format!("`{stage}`, but the stage before it, `{before}`, was not reached"), en_other(other)],
            ),
            Self::ScoreRange => (
                "diem",
                Error,
                ["điểm phải từ 0 đến 100".into(), "xem lại phiếu chấm".into()],
                ["a score is between 0 and 100".into(), "check the score sheet".into()],
            ),
            Self::RecognisedBelow { other } => (
                "diem",
                Error,
                [
                    "được công nhận nhưng không đủ điểm hoặc không đủ điều kiện xếp loại".into(),
                    vi_other(other),
                ],
                ["recognised without the score or the eligibility for a rank".into(), en_other(other)],
            ),
            Self::RecognisedUnscored => (
                "diem",
                Error,
                [
                    "được công nhận mà chưa có điểm, nên không có trong bảng xếp loại".into(),
                    "ghi điểm (`diem`), hoặc sửa lại kết quả công nhận".into(),
                ],
                [
                    "recognised without a score, so it stands in no table of ranks".into(),
                    "give the score (`diem`), or mend the state".into(),
                ],
            ),
            Self::ScoreChanged { other } => (
                "diem",
                Error,
                [
                    "điểm khác điểm tự chấm mà chưa ghi lý do đổi điểm (`ly_do_doi_diem`)".into(),
                    format!("ghi lý do; điểm tự chấm ở {other}"),
                ],
                [
                    "the score differs from the unit's own without `ly_do_doi_diem`".into(),
                    format!("give the reason; the unit's own score is at {other}"),
                ],
            ),
            Self::NoReason => (
                "ly-do",
                Warning,
                [
                    "rút hoặc không công nhận mà chưa ghi lý do (`ly_do`)".into(),
                    "ghi lý do ở cột hoặc dòng ấy".into(),
                ],
                ["withdrawn or not recognised without `ly_do`".into(), "add a line `ly_do: …`".into()],
            ),
            Self::UnitGone { unit, year, other } => (
                "don-vi",
                Error,
                [format!("đơn vị `{unit}` không có trong năm {year}"), vi_other(other)],
                [format!("the unit `{unit}` did not exist in {year}"), en_other(other)],
            ),
            Self::FirstYear { other } => (
                "nam-dau",
                Error,
                [
                    "mô hình duy trì phải ghi năm đầu (`nam_dau`), không sau năm của tệp".into(),
                    vi_other(other),
                ],
                ["a continued model needs a `nam_dau` no later than the file's year".into(), en_other(other)],
            ),
            Self::ImpossibleYear { year } => (
                "nam-dau",
                Error,
                [format!("không thể bắt đầu từ năm {year}"), "ghi năm bằng bốn chữ số".into()],
                [format!("it cannot have begun in {year}"), "write the year in four digits".into()],
            ),
            Self::RegisteredElsewhere { date, year } => (
                "nam-dau",
                Warning,
                [
                    format!("ngày đăng ký {date} không thuộc năm {year} của tệp"),
                    "xem lại ngày, hoặc chuyển mô hình sang tệp của năm ấy".into(),
                ],
                [
                    format!("registered on {date}, but the file is of {year}"),
                    "check the date, or move the model to the file of that year".into(),
                ],
            ),
            Self::PersonMissing { other } => (
                "ca-nhan",
                Error,
                [
                    "đối tượng là cá nhân (`doi_tuong`) và họ tên (`ca_nhan`) phải đi với nhau".into(),
                    vi_other(other),
                ],
                ["`doi_tuong: ca_nhan` and the group `ca_nhan` go together".into(), en_other(other)],
            ),
            Self::LongName => (
                "ten-qua-dai",
                Error,
                [
                    "tên mô hình dài quá 160 chữ".into(),
                    "rút gọn; phần giải thích chuyển sang `noi_dung`".into(),
                ],
                [
                    "the name has more than 160 characters".into(),
                    "shorten it; move the rest to `noi_dung`".into(),
                ],
            ),
            Self::DataFaulty => (
                "so-lieu",
                Error,
                [
                    "số liệu trong `data/` còn lỗi nên chưa làm được văn bản này".into(),
                    "sửa các lỗi số liệu trước".into(),
                ],
                [
                    "the data in `data/` has errors, so this document waits".into(),
                    "mend the data first".into(),
                ],
            ),
            Self::PeriodBackwards { other } => (
                "giai-doan",
                Error,
                ["năm cuối đứng trước năm đầu, hoặc giai đoạn dài quá 20 năm".into(), vi_other(other)],
                ["the last year is before the first, or the period exceeds 20 years".into(), en_other(other)],
            ),
            Self::PeriodLabel { label, other } => (
                "giai-doan",
                Error,
                [format!("“{label}” không khớp với các năm của số liệu"), vi_other(other)],
                [format!("“{label}” does not fit the years of the data"), en_other(other)],
            ),
            Self::SignerNotInOffice { name, date, other } => (
                "nguoi-ky",
                Error,
                [format!("ngày {date}, {name} không có trong danh sách người ký"), vi_other(other)],
                [format!("on {date}, {name} is not among the signers"), en_other(other)],
            ),
            Self::SignerPosition { name, signed, registered, other } => (
                "nguoi-ky",
                Error,
                [format!("{name} ký là `{signed}`, danh sách người ký ghi `{registered}`"), vi_other(other)],
                [format!("{name} signs as `{signed}`, the signers have `{registered}`"), en_other(other)],
            ),
        }
    }
}
