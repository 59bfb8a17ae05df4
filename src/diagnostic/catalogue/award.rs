//! In: an award that does not fit the models, the levels or the decision. Out: its words.

use super::Severity::Error;
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong with an award.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum AwardFault {
    UnknownAward { name: String, nearest: Option<String>, known: String },
    BeyondAuthority { form: String, level: String },
    MoneyUnknown,
    AwardPerson { other: String },
    AwardWithoutModel,
    AwardedUnrecognised { other: String },
    AwardedTwice { other: String },
}

impl AwardFault {
    pub(super) fn words(&self) -> Words {
        let vi_other = |other: &str| format!("chỗ kia: {other}; sửa một trong hai");
        let en_other = |other: &str| format!("the other place: {other}; mend one of the two");
        match self {
            Self::UnknownAward { name, nearest, known } => (
                "ma-la",
                Error,
                [format!("không có `{name}` trong danh mục khen thưởng"), suggest_vi(nearest.as_ref(), known)],
                [format!("the lists of awards have no `{name}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::BeyondAuthority { form, level } => (
                "khen-thuong",
                Error,
                [
                    format!("{level} không tặng {form}"),
                    "sửa `hinh_thuc` hoặc `cap`; thẩm quyền ghi ở templates/so-lieu/khen-thuong.toml".into(),
                ],
                [
                    format!("the level “{level}” does not give “{form}”"),
                    "mend `hinh_thuc` or `cap`; templates/so-lieu/khen-thuong.toml says who gives what".into(),
                ],
            ),
            Self::MoneyUnknown => (
                "khen-thuong",
                Error,
                [
                    "chưa tính được tiền thưởng".into(),
                    "ghi `quyet_dinh` có ngày; mức lương cơ sở theo ngày ghi ở templates/so-lieu/khen-thuong.toml"
                        .into(),
                ],
                [
                    "the money of the award cannot be counted".into(),
                    "write `quyet_dinh` with its date; the base salaries are in templates/so-lieu/khen-thuong.toml"
                        .into(),
                ],
            ),
            Self::AwardPerson { other } => (
                "khen-thuong",
                Error,
                [
                    "`doi_tuong` và `ca_nhan` không khớp".into(),
                    format!("khen cá nhân thì ghi cả hai, tập thể thì không ghi `ca_nhan`: {other}"),
                ],
                [
                    "`doi_tuong` and `ca_nhan` disagree".into(),
                    format!("write both for a person, and no `ca_nhan` for a collective: {other}"),
                ],
            ),
            Self::AwardWithoutModel => (
                "khen-thuong",
                Error,
                [
                    "khen về mô hình mà chưa ghi mô hình nào".into(),
                    "ghi mã ở `mo_hinh`, hoặc `ly_do: chi_dao`, `hoi_thi`, `ky_niem`".into(),
                ],
                [
                    "an award for a model that names none".into(),
                    "write its id in `mo_hinh`, or `ly_do: chi_dao`, `hoi_thi`, `ky_niem`".into(),
                ],
            ),
            Self::AwardedUnrecognised { other } => (
                "khen-thuong",
                Error,
                ["khen mô hình chưa được công nhận".into(), vi_other(other)],
                ["the model was never recognised".into(), en_other(other)],
            ),
            Self::AwardedTwice { other } => (
                "khen-thuong",
                Error,
                ["đã có dòng khen này".into(), vi_other(other)],
                ["the award is there already".into(), en_other(other)],
            ),
        }
    }
}
