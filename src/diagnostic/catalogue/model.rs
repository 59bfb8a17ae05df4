//! In: a model whose columns are at odds with each other. Out: the words.

use rust_decimal::Decimal;

use super::Severity::{Error, Warning};
use super::Words;

/// What can be wrong in a registered model.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum ModelFault {
    StageSkipped { stage: &'static str, before: &'static str, other: String },
    ScoreRange,
    RecognisedBelow { other: String },
    RecognisedUnscored,
    RefusedAbove { score: String, rank: String, votes: Option<(u16, u16)>, disproved: bool, other: String },
    ScoreChanged { other: String },
    NoReason,
    FirstYear { other: String },
    ImpossibleYear { year: u16 },
    RegisteredElsewhere { date: String, year: i32 },
    PersonMissing { other: String },
    LongName,
    NegativeBudget,
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

impl ModelFault {
    pub(crate) fn refused_above(
        score: Decimal,
        rank: String,
        votes: Option<(u16, u16)>,
        disproved: bool,
        other: String,
    ) -> Self {
        let score = score.normalize().to_string().replace('.', ",");
        Self::RefusedAbove { score, rank, votes, disproved, other }
    }

    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        let vi_other = |other: &str| format!("chỗ kia: {other}; sửa một trong hai");
        let en_other = |other: &str| format!("the other place: {other}; mend one of the two");
        match self {
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
            Self::RefusedAbove { score, rank, votes, disproved, other } => {
                let [vi, en] = votes.map_or_else(Default::default, |(yes, no)| {
                    [
                        format!(", {yes} phiếu đồng ý, {no} phiếu không đồng ý"),
                        format!(", with {yes} votes for it and {no} against"),
                    ]
                });
                (
                    "diem",
                    if *disproved { Error } else { Warning },
                    [format!("không công nhận mà được {score} điểm ({rank}){vi}"), vi_other(other)],
                    [format!("not recognised, but it has {score} points ({rank}){en}"), en_other(other)],
                )
            }
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
            Self::NegativeBudget => (
                "so-lieu",
                Error,
                ["kinh phí không thể là số âm".into(), "xem lại số tiền".into()],
                ["a budget cannot be negative".into(), "check the sum".into()],
            ),
        }
    }
}
