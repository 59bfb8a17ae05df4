//! In: figures that disagree, or that are not there. Out: the words; a breach
//! names the other place.

use rust_decimal::Decimal;

use super::Severity::{Error, Warning};
use super::Words;

/// What can be wrong with figures and the lists they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum FigureFault {
    UnreadFile,
    SameList { rows: usize, other: String },
    Negative,
    PercentRange { other: String },
    NotWhole { other: String },
    Sum { stated: String, sum: String, other: String },
    PartLarger { part: String, whole: String, other: String },
    Counted { stated: String, counted: String, other: String },
    NoList { year: i32 },
    NoFigures { year: i32 },
    Gap { label: String, years: String },
    NoneInPeriod { years: String, known: String },
    UnitOfCount { written: String, declared: String, other: String },
    PercentPlain { read: String },
    YearTwice { year: i32, other: String },
    OtherYear { year: i32, named: String },
}

fn shown(number: Decimal) -> String {
    number.normalize().to_string().replace('.', ",")
}

impl FigureFault {
    pub(crate) fn sum(stated: Decimal, sum: Decimal, other: String) -> Self {
        Self::Sum { stated: shown(stated), sum: shown(sum), other }
    }

    pub(crate) fn part_larger(part: Decimal, whole: Decimal, other: String) -> Self {
        Self::PartLarger { part: shown(part), whole: shown(whole), other }
    }

    pub(crate) fn counted(stated: Decimal, counted: Decimal, other: String) -> Self {
        Self::Counted { stated: shown(stated), counted: shown(counted), other }
    }

    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        let vi_other = |other: &str| format!("chỗ kia: {other}; sửa một trong hai");
        let en_other = |other: &str| format!("the other place: {other}; mend one of the two");
        match self {
            Self::UnreadFile => (
                "tep-khong-doc",
                Warning,
                [
                    "tệp này không được đọc".into(),
                    "văn bản phải là tệp .yml; danh sách là .yml, .xlsx hoặc .csv trong data/mo-hinh/ hoặc data/ket-qua/; tệp Word thì chép chữ vào tệp .yml mẫu (`vankien new`), bảng thì chép sang Excel"
                        .into(),
                ],
                [
                    "this file is not read".into(),
                    "a document is a .yml file; a list a .yml, .xlsx or .csv file in data/mo-hinh/ or data/ket-qua/; copy the words of a Word file into a .yml starter (`vankien new`), a table in it into Excel"
                        .into(),
                ],
            ),
            Self::SameList { rows, other } => (
                "ma-trung",
                Error,
                [
                    format!("{rows} hàng của tệp này đã có trong {other}: một danh sách gửi hai lần"),
                    "xoá một trong hai tệp".into(),
                ],
                [
                    format!("{rows} rows of this file stand in {other} already: one list was sent twice"),
                    "delete one of the two files".into(),
                ],
            ),
            Self::Negative => (
                "so-lieu",
                Error,
                [
                    "số không thể âm".into(),
                    "xem lại số; chưa có số liệu thì để trống ô (trong tệp .yml: `~`)".into(),
                ],
                [
                    "the figure cannot be negative".into(),
                    "check it; where there is none leave the cell empty (in .yml: `~`)".into(),
                ],
            ),
            Self::PercentRange { other } => (
                "so-lieu",
                Error,
                ["phần trăm phải từ 0 đến 100".into(), format!("xem lại số; loại chỉ tiêu khai ở {other}")],
                [
                    "a percentage is between 0 and 100".into(),
                    format!("check the figure; the kind of the indicator is declared at {other}"),
                ],
            ),
            Self::NotWhole { other } => (
                "so-lieu",
                Error,
                [
                    "chỉ tiêu đếm phải là số nguyên".into(),
                    format!("xem lại số; loại chỉ tiêu khai ở {other}"),
                ],
                [
                    "what is counted is a whole number".into(),
                    format!("check the figure; the kind of the indicator is declared at {other}"),
                ],
            ),
            Self::Sum { stated, sum, other } => (
                "tong",
                Error,
                [format!("tổng ghi {stated}, các phần cộng lại được {sum}"), vi_other(other)],
                [format!("the total says {stated}, its parts add to {sum}"), en_other(other)],
            ),
            Self::PartLarger { part, whole, other } => (
                "tong",
                Error,
                [format!("phần {part} lớn hơn tổng {whole}"), vi_other(other)],
                [format!("the part {part} is larger than the whole {whole}"), en_other(other)],
            ),
            Self::Counted { stated, counted, other } => (
                "tong",
                Error,
                [format!("ghi {stated}, danh sách mô hình đếm được {counted}"), vi_other(other)],
                [format!("{stated} is stated, the list of models counts {counted}"), en_other(other)],
            ),
            Self::NoList { year } => (
                "thieu-nam",
                Warning,
                [
                    format!("không có danh sách mô hình năm {year} để đối chiếu"),
                    format!("thêm data/mo-hinh/{year}.yml, .xlsx hoặc .csv"),
                ],
                [
                    format!("there is no list of the models of {year} to count"),
                    format!("add data/mo-hinh/{year}.yml, .xlsx or .csv"),
                ],
            ),
            Self::NoFigures { year } => (
                "thieu-nam",
                Warning,
                [
                    format!("không có số liệu năm {year}, nên số cộng các năm bị thiếu"),
                    format!("thêm data/ket-qua/{year}.yml, .xlsx hoặc .csv"),
                ],
                [
                    format!("there are no figures for {year}, so sums over the years are short"),
                    format!("add data/ket-qua/{year}.yml, .xlsx or .csv"),
                ],
            ),
            Self::Gap { label, years } => (
                "thieu-nam",
                Warning,
                [
                    format!("“{label}” chưa có số năm {years}, nên số cộng các năm bị thiếu"),
                    "bổ sung vào data/ket-qua/".into(),
                ],
                [
                    format!("“{label}” has no figure for {years}, so sums over the years are short"),
                    "add it in data/ket-qua/".into(),
                ],
            ),
            Self::UnitOfCount { written, declared, other } => (
                "so-lieu",
                Error,
                [
                    format!("số này ghi theo `{written}`, chỉ tiêu khai theo `{declared}`"),
                    format!("đổi số theo đơn vị đã khai ở {other}"),
                ],
                [
                    format!("this figure is in `{written}`, the indicator in `{declared}`"),
                    format!("turn it into the unit declared at {other}"),
                ],
            ),
            Self::PercentPlain { read } => (
                "phan-tram",
                Warning,
                [
                    format!("ô này không ghi dấu %, đã đọc là {read}%"),
                    "nếu là phần của 1 (0,25 là 25%) thì định dạng ô thành phần trăm".into(),
                ],
                [
                    format!("there is no % sign in this cell; read as {read}%"),
                    "if it is a part of 1 (0.25 for 25%), format the cell as a percentage".into(),
                ],
            ),
            Self::YearTwice { year, other } => (
                "nam-du-lieu",
                Warning,
                [
                    format!("năm {year} có cả tệp lẫn thư mục, đã cộng cả hai"),
                    format!("chỗ kia: {other}; xem có tệp nào là bản cũ hoặc bản gộp không"),
                ],
                [
                    format!("there are a file and a folder for {year}; both are added up"),
                    format!("the other place: {other}; check whether one is old or already holds the other"),
                ],
            ),
            Self::OtherYear { year, named } => (
                "nam-du-lieu",
                Warning,
                [
                    format!("trang tính ghi năm {named}, tệp lại của năm {year}"),
                    "xem có gửi nhầm danh sách năm khác không; không thì sửa tên trang hoặc tiêu đề".into(),
                ],
                [
                    format!("the sheet speaks of {named}, its file is of {year}"),
                    "check whether the list of another year was sent, or mend its title".into(),
                ],
            ),
            Self::NoneInPeriod { years, known } => (
                "khai-so-lieu",
                Error,
                [
                    format!("`data/` không có số liệu nào của {years}"),
                    format!("các năm đã có: {known}; sửa `tu`, `den`, hoặc thêm số liệu"),
                ],
                [
                    format!("`data/` has no figures for {years}"),
                    format!("there are figures for {known}; mend `tu` and `den`, or add the data"),
                ],
            ),
        }
    }
}
