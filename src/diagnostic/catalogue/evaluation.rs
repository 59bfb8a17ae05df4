//! In: a rubric, scores and ranks where they disagree. Out: the words; a breach names
//! the other place.

use rust_decimal::Decimal;

use super::Severity::{Error, Warning};
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong from the rubric to the rank.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum EvaluationFault {
    TwoRubrics { other: String },
    SameCriterion { code: String, other: String },
    SameRank { code: String, other: String },
    Maxima { stated: String, sum: String, other: String },
    BadStep,
    ThresholdOrder,
    UnknownRank { name: String, nearest: Option<String>, known: String },
    NoRubric { year: i32 },
    UnknownModel { id: String, year: i32, nearest: Option<String> },
    ScoredWithdrawn { other: String },
    ScoredTwice { other: String },
    NotScored { other: String, recognised: bool },
    StatedRank { stated: String, earned: Option<String>, other: String },
    UnknownCriterion { code: String, nearest: Option<String>, known: String },
    ScoreRange { score: String, most: String, other: String },
    OffStep { score: String, step: String, other: String },
    OwnOfSuperior { code: String, other: String },
    CriterionMissing { codes: String },
    ChangedWithoutReason { code: String, other: String },
    IneligibleWithoutReason,
    TypedTotal { typed: String, sum: String, other: String },
}

fn shown(number: Decimal) -> String {
    number.normalize().to_string().replace('.', ",")
}

impl EvaluationFault {
    pub(crate) fn maxima(stated: Decimal, sum: Decimal, other: String) -> Self {
        Self::Maxima { stated: shown(stated), sum: shown(sum), other }
    }

    pub(crate) fn score_range(score: Decimal, most: Decimal, other: String) -> Self {
        Self::ScoreRange { score: shown(score), most: shown(most), other }
    }

    pub(crate) fn off_step(score: Decimal, step: Decimal, other: String) -> Self {
        Self::OffStep { score: shown(score), step: shown(step), other }
    }

    pub(crate) fn typed_total(typed: Decimal, sum: Decimal, other: String) -> Self {
        Self::TypedTotal { typed: shown(typed), sum: shown(sum), other }
    }

    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        let vi_other = |other: &str| format!("chỗ kia: {other}; sửa một trong hai");
        let en_other = |other: &str| format!("the other place: {other}; mend one of the two");
        match self {
            Self::TwoRubrics { other } => (
                "thang-diem",
                Error,
                ["hai thang điểm cùng dùng cho một năm".into(), vi_other(other)],
                ["two rubrics are valid in one year".into(), en_other(other)],
            ),
            Self::SameCriterion { code, other } => (
                "thang-diem",
                Error,
                [format!("mã tiêu chí `{code}` đã dùng"), vi_other(other)],
                [format!("the criterion `{code}` is there already"), en_other(other)],
            ),
            Self::SameRank { code, other } => (
                "thang-diem",
                Error,
                [
                    format!("xếp loại `{code}` ghi hai lần"),
                    format!("mỗi loại một mức điểm: sửa `ma` ở đây hoặc ở {other}"),
                ],
                [
                    format!("the rank `{code}` stands twice"),
                    format!("each has one threshold: change `ma` here or at {other}"),
                ],
            ),
            Self::Maxima { stated, sum, other } => (
                "thang-diem",
                Error,
                [
                    format!("ghi {stated} điểm, điểm tối đa của các tiêu chí cộng lại được {sum}"),
                    vi_other(other),
                ],
                [
                    format!("{stated} points are stated, the maxima of the criteria add to {sum}"),
                    en_other(other),
                ],
            ),
            Self::BadStep => (
                "thang-diem",
                Error,
                ["bước điểm phải lớn hơn 0".into(), "ghi 0,25 hoặc 0,5".into()],
                ["the step is above 0".into(), "write 0,25 or 0,5".into()],
            ),
            Self::ThresholdOrder => (
                "thang-diem",
                Error,
                ["mức điểm phải giảm dần và không quá tổng điểm".into(), "xếp từ loại cao nhất xuống".into()],
                [
                    "thresholds go down and never above the full score".into(),
                    "begin with the highest rank".into(),
                ],
            ),
            Self::UnknownRank { name, nearest, known } => (
                "ma-la",
                Error,
                [format!("không có xếp loại `{name}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("there is no rank `{name}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::NoRubric { year } => (
                "thang-diem",
                Error,
                [format!("năm {year} chưa có thang điểm"), format!("thêm data/thang-diem/{year}.yml")],
                [format!("{year} has no rubric"), format!("add data/thang-diem/{year}.yml")],
            ),
            Self::UnknownModel { id, year, nearest } => (
                "ma-la",
                Error,
                [
                    format!("năm {year} không có mô hình `{id}`"),
                    suggest_vi(nearest.as_ref(), "mã trong data/mo-hinh/"),
                ],
                [
                    format!("{year} has no model `{id}`"),
                    suggest_en(nearest.as_ref(), "the ids in data/mo-hinh/"),
                ],
            ),
            Self::ScoredWithdrawn { other } => (
                "cham-diem",
                Error,
                ["mô hình đã rút mà vẫn có điểm".into(), vi_other(other)],
                ["a withdrawn model has scores".into(), en_other(other)],
            ),
            Self::ScoredTwice { other } => (
                "cham-diem",
                Error,
                ["mô hình này đã có điểm".into(), vi_other(other)],
                ["this model has scores already".into(), en_other(other)],
            ),
            Self::NotScored { other, recognised } => (
                "cham-diem",
                if *recognised { Error } else { Warning },
                ["mô hình đã chấm hoặc đã xét mà chưa có phiếu điểm".into(), format!("thêm vào {other}")],
                [
                    "the model was scored or decided on, but has no score sheet".into(),
                    format!("add it to {other}"),
                ],
            ),
            Self::StatedRank { stated, earned, other } => (
                "diem",
                Error,
                [
                    format!(
                        "ghi xếp loại “{stated}”, điểm chấm được {}",
                        earned.as_deref().unwrap_or("không xếp loại")
                    ),
                    vi_other(other),
                ],
                [
                    format!(
                        "the rank “{stated}” is stated, the scores earn {}",
                        earned.as_deref().unwrap_or("none")
                    ),
                    en_other(other),
                ],
            ),
            Self::UnknownCriterion { code, nearest, known } => (
                "ma-la",
                Error,
                [format!("thang điểm không có tiêu chí `{code}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("the rubric has no criterion `{code}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::ScoreRange { score, most, other } => (
                "cham-diem",
                Error,
                [format!("điểm {score} ngoài khoảng từ 0 đến {most}"), vi_other(other)],
                [format!("the score {score} is not between 0 and {most}"), en_other(other)],
            ),
            Self::OffStep { score, step, other } => (
                "cham-diem",
                Error,
                [format!("điểm {score} không phải bội của {step}"), vi_other(other)],
                [format!("the score {score} is no multiple of {step}"), en_other(other)],
            ),
            Self::OwnOfSuperior { code, other } => (
                "cham-diem",
                Error,
                [format!("`{code}` do cấp trên chấm, đơn vị không tự chấm"), vi_other(other)],
                [format!("`{code}` is scored by the superior, not by the unit"), en_other(other)],
            ),
            Self::CriterionMissing { codes } => (
                "cham-diem",
                Error,
                [format!("còn thiếu điểm của {codes}"), "không có điểm thì ghi 0".into()],
                [format!("the scores of {codes} are missing"), "write 0 where there is none".into()],
            ),
            Self::ChangedWithoutReason { code, other } => (
                "cham-diem",
                Error,
                [
                    format!("điểm `{code}` khác điểm tự chấm mà chưa ghi `ly_do_doi_diem`"),
                    format!("ghi lý do; điểm tự chấm ở {other}"),
                ],
                [
                    format!("the score of `{code}` differs from the unit's own without `ly_do_doi_diem`"),
                    format!("give the reason; the unit's own score is at {other}"),
                ],
            ),
            Self::IneligibleWithoutReason => (
                "ly-do",
                Error,
                ["không đủ điều kiện xếp loại mà chưa ghi `ly_do`".into(), "thêm dòng `ly_do: …`".into()],
                ["not eligible without `ly_do`".into(), "add a line `ly_do: …`".into()],
            ),
            Self::TypedTotal { typed, sum, other } => (
                "diem",
                Error,
                [format!("ghi {typed} điểm, phiếu chấm cộng lại được {sum}"), vi_other(other)],
                [format!("{typed} points are stated, the score sheet adds to {sum}"), en_other(other)],
            ),
        }
    }
}
