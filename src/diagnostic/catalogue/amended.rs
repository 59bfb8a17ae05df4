//! In: what a later decision says of a model, and what is registered of it. Out: the
//! words where they differ.

use super::Severity::{Error, Warning};
use super::Words;

/// What can be wrong where `theo_doi` adds to the list of a decision or corrects it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum AmendedFault {
    NoModel { id: String, nearest: Option<String> },
    NotEarned { id: String, other: String },
    Otherwise { written: String, registered: String, other: String },
    OtherRank { written: String, earned: String, other: String },
}

impl AmendedFault {
    pub(super) fn words(&self) -> Words {
        let (vi, en) = match self {
            Self::NoModel { id, nearest } => (
                [
                    format!("không có mô hình `{id}` trong các năm của quyết định"),
                    nearest.as_ref().map_or_else(
                        || "đăng ký và chấm điểm mô hình này trước, rồi ghi đúng mã của nó".into(),
                        |own| format!("có phải là `{own}`?"),
                    ),
                ],
                [
                    format!("there is no model `{id}` in the years of the decision"),
                    nearest.as_ref().map_or_else(
                        || "register the model and score it first, then write its id".into(),
                        |own| format!("did you mean `{own}`?"),
                    ),
                ],
            ),
            Self::NotEarned { id, other } => (
                [
                    format!(
                        "mô hình `{id}` không đủ điểm, không đủ điều kiện hoặc chưa chấm nên chưa thể bổ sung"
                    ),
                    format!("chỗ kia: {other}; sửa điểm nếu chấm sai, hoặc bỏ người này"),
                ],
                [
                    format!("the model `{id}` has not the score or the eligibility to be added"),
                    format!(
                        "the other place: {other}; mend the score if it is wrong, or take the recipient out"
                    ),
                ],
            ),
            Self::Otherwise { written, registered, other } => (
                [
                    format!("ở đây ghi “{written}”, đăng ký là “{registered}”"),
                    format!("chỗ kia: {other}; sửa một trong hai"),
                ],
                [
                    format!("this says “{written}”, the registration “{registered}”"),
                    format!("the other place: {other}; mend one of the two"),
                ],
            ),
            Self::OtherRank { written, earned, other } => (
                [
                    format!("ở đây ghi xếp loại “{written}”, điểm chấm được “{earned}”"),
                    format!("chỗ kia: {other}; ghi đúng xếp loại, hoặc sửa điểm"),
                ],
                [
                    format!("this says rank “{written}”, the scores give “{earned}”"),
                    format!("the other place: {other}; write the rank they give, or mend the scores"),
                ],
            ),
        };
        let severity = if matches!(self, Self::Otherwise { .. }) { Warning } else { Error };
        ("giay-bo-sung", severity, vi, en)
    }
}
