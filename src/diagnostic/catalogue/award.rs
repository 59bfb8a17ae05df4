//! In: an award that does not fit the models, the levels or the decision. Out: its words.

use super::Severity::{Error, Warning};
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
    NoMoney,
    MuchMoney { form: String, most: String },
    OtherMoney { value: String },
    TwoDays { symbol: String, here: String, there: String },
    OthersModel { of: String, other: String },
    AwardedBefore { date: String, other: String },
}

impl AwardFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
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
            Self::NoMoney => (
                "khen-thuong",
                Error,
                ["hệ số tiền thưởng phải lớn hơn 0".into(), "sửa lại; không kèm tiền thì bỏ `he_so`".into()],
                [
                    "the coefficient of the money is above 0".into(),
                    "mend it; leave `he_so` out where no money is given".into(),
                ],
            ),
            Self::MuchMoney { form, most } => (
                "khen-thuong",
                Warning,
                [
                    format!("hệ số này cao hơn mức cao nhất của {form}: {most}"),
                    "xem lại; mức cao nhất ghi ở templates/so-lieu/khen-thuong.toml".into(),
                ],
                [
                    format!("this is above the highest coefficient of “{form}”, {most}"),
                    "check it; the highest is in templates/so-lieu/khen-thuong.toml".into(),
                ],
            ),
            Self::OtherMoney { value } => (
                "khen-thuong",
                Warning,
                [
                    format!("các dòng khác của quyết định này, cùng hình thức, đều ghi hệ số {value}"),
                    "đối chiếu với quyết định".into(),
                ],
                [
                    format!("all other rows of this decision and form have the coefficient {value}"),
                    "look at the decision".into(),
                ],
            ),
            Self::TwoDays { symbol, here, there } => (
                "vien-dan-lech",
                Warning,
                [
                    format!("`{symbol}` chỗ này ghi ngày {here}, chỗ khác ghi ngày {there}"),
                    "đối chiếu với văn bản gốc rồi ghi thống nhất".into(),
                ],
                [
                    format!("`{symbol}` is of {here} here and of {there} elsewhere"),
                    "look at the paper itself, then write them alike".into(),
                ],
            ),
            Self::OthersModel { of, other } => (
                "khen-thuong",
                Error,
                [format!("mô hình này là của đơn vị `{of}`"), vi_other(other)],
                [format!("the model is of the unit `{of}`"), en_other(other)],
            ),
            Self::AwardedBefore { date, other } => (
                "khen-thuong",
                Warning,
                [format!("khen ngày {date}, trước khi mô hình đăng ký"), vi_other(other)],
                [format!("awarded on {date}, before the model was registered"), en_other(other)],
            ),
        }
    }
}
