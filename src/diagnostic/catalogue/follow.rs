//! In: a fault in what became of certificates after printing. Out: its words.

use super::Severity::Error;
use super::Words;

/// What can be wrong in `theo_doi` of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum FollowFault {
    Unknown { id: String, nearest: Option<String> },
    Twice { id: String, done: [&'static str; 2] },
    BeforeIssue { id: String, date: String, issued: String },
    HandedAfterRevoked { id: String, date: String, revoked: String },
    ReissuedWithoutDecision { id: String, revoked: String },
    NothingCorrected { id: String },
    Revoked { id: String, decision: String },
}

impl FollowFault {
    pub(super) fn words(&self) -> Words {
        let (vi, en) = match self {
            Self::Unknown { id, nearest } => (
                [
                    format!("không có mã `{id}` trong danh sách người nhận"),
                    nearest.as_ref().map_or_else(
                        || "xem lại mã; người được bổ sung thì ghi ở `bo_sung`".into(),
                        |own| format!("có phải là `{own}`?"),
                    ),
                ],
                [
                    format!("the list of recipients has no id `{id}`"),
                    nearest.as_ref().map_or_else(
                        || "look at the id again; who was added later goes under `bo_sung`".into(),
                        |own| format!("did you mean `{own}`?"),
                    ),
                ],
            ),
            Self::Twice { id, done: [vi, en] } => (
                [format!("giấy của mã `{id}` được ghi {vi} hai lần"), "giữ một dòng".into()],
                [format!("the certificate of `{id}` is said to be {en} twice"), "keep one of them".into()],
            ),
            Self::BeforeIssue { id, date, issued } => (
                [format!("ngày {date} ở trước ngày ký giấy của mã `{id}` ({issued})"), "xem lại ngày".into()],
                [
                    format!("{date} is before the certificate of `{id}` was signed ({issued})"),
                    "look at the date again".into(),
                ],
            ),
            Self::HandedAfterRevoked { id, date, revoked } => (
                [
                    format!("giấy của mã `{id}` ghi trao ngày {date} nhưng đã thu hồi theo {revoked}"),
                    "bỏ mã này khỏi `trao`, hoặc xem lại ngày".into(),
                ],
                [
                    format!("the certificate of `{id}` is handed over on {date}, but {revoked} revoked it"),
                    "take the id out of `trao`, or look at the dates again".into(),
                ],
            ),
            Self::ReissuedWithoutDecision { id, revoked } => (
                [
                    format!("giấy của mã `{id}` đã thu hồi theo {revoked} nên không tự cấp lại được"),
                    "ghi `quyet_dinh` cho phép cấp lại, hoặc xoá dòng `cap_lai`".into(),
                ],
                [
                    format!(
                        "the certificate of `{id}` was revoked by {revoked} and is not simply issued anew"
                    ),
                    "write the `quyet_dinh` that allows it, or delete the line of `cap_lai`".into(),
                ],
            ),
            Self::NothingCorrected { id } => (
                [
                    format!("đính chính của mã `{id}` không sửa gì"),
                    "ghi phần đúng, ví dụ `ten`, `don_vi` hoặc `mo_hinh`".into(),
                ],
                [
                    format!("the correction of `{id}` corrects nothing"),
                    "write what is right, such as `ten`, `don_vi` or `mo_hinh`".into(),
                ],
            ),
            Self::Revoked { id, decision } => (
                [
                    format!("giấy của mã `{id}` đã thu hồi theo {decision}, không in lại"),
                    "bỏ mã này khỏi `--only`".into(),
                ],
                [
                    format!("the certificate of `{id}` was revoked by {decision} and is not printed again"),
                    "take the id out of `--only`".into(),
                ],
            ),
        };
        ("giay-theo-doi", Error, vi, en)
    }
}
