//! In: a document that its records contradict: its period, who signs it. Out: the
//! words.

use super::Severity::Error;
use super::Words;

/// What can be wrong between a document and the records of its office.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum OfficeFault {
    PeriodBackwards { other: String },
    PeriodLabel { label: String, other: String },
    SignerNotInOffice { name: String, date: String, other: String },
    SignerPosition { name: String, signed: String, registered: String, other: String },
}

impl OfficeFault {
    pub(super) fn words(&self) -> Words {
        let vi_other = |other: &str| format!("chỗ kia: {other}; sửa một trong hai");
        let en_other = |other: &str| format!("the other place: {other}; mend one of the two");
        match self {
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
