//! In: two places of the data that disagree, or a name that leads nowhere. Out:
//! its words; a breach names the other place.

use super::Severity::{Error, Info, Warning};
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong between records.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum DataFault {
    NoYear { folder: &'static str },
    UnknownName { what: [&'static str; 2], name: String, nearest: Option<String>, folder: &'static str },
    SeveralMeant { name: String, codes: String },
    UnknownField { name: String, nearest: Option<String>, known: String },
    UnknownMeasure { name: String, nearest: Option<String>, known: String },
    ReservedCode { code: String },
    SameId { id: String, other: String },
    SameFigure { other: String },
    SameName { other: String },
    CellWithoutParent,
    MergedWithoutEnd,
    UnitOfItself,
    EndsBeforeItBegins { end: String, other: String },
    UnitGone { unit: String, year: i32, other: String },
    DataFaulty,
    NearName { written: String, usual: String },
    Namesake { other: String },
    TermsApart { from: String, end: String, overlap: bool, other: String },
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
            Self::SeveralMeant { name, codes } => (
                "ma-la",
                Error,
                [format!("`{name}` có thể là {codes}"), "ghi mã thay cho tên".into()],
                [format!("`{name}` may be {codes}"), "write the code instead of the name".into()],
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
            Self::UnitGone { unit, year, other } => (
                "don-vi",
                Error,
                [format!("đơn vị `{unit}` không có trong năm {year}"), vi_other(other)],
                [format!("the unit `{unit}` did not exist in {year}"), en_other(other)],
            ),
            // The errors it waits for are told in the same run.
            Self::DataFaulty => (
                "so-lieu",
                Info,
                [
                    "số liệu trong `data/` còn lỗi nên chưa làm được văn bản này".into(),
                    "sửa các lỗi số liệu trước".into(),
                ],
                [
                    "the data in `data/` has errors, so this document waits".into(),
                    "mend the data first".into(),
                ],
            ),
            Self::NearName { written, usual } => (
                "gan-giong",
                Warning,
                [
                    format!("`{written}` chỉ hơi khác `{usual}` ở chỗ khác"),
                    format!("có phải là `{usual}`? Viết khác là thành hai cụm trong bảng"),
                ],
                [
                    format!("`{written}` is nearly the `{usual}` written elsewhere"),
                    format!("did you mean `{usual}`? Written otherwise it is another cluster in tables"),
                ],
            ),
            Self::Namesake { other } => (
                "ma-trung",
                Warning,
                ["đã có một đơn vị cùng tên này".into(), vi_other(other)],
                ["another unit has this very name".into(), en_other(other)],
            ),
            Self::TermsApart { from, end, overlap, other } => (
                "don-vi",
                Warning,
                [
                    if *overlap {
                        format!("nhiệm kỳ từ {from} bắt đầu khi nhiệm kỳ trước chưa hết ({end})")
                    } else {
                        format!("nhiệm kỳ từ {from} cách ngày hết nhiệm kỳ trước ({end})")
                    },
                    vi_other(other),
                ],
                [
                    if *overlap {
                        format!("the term from {from} begins before the last one ends ({end})")
                    } else {
                        format!("the term from {from} leaves a gap after the last one ({end})")
                    },
                    en_other(other),
                ],
            ),
        }
    }
}
