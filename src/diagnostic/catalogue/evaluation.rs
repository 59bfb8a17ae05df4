//! In: scores, ranks, and what a decision recognises, where they disagree. Out:
//! the words; a breach names the other place.

use rust_decimal::Decimal;

use super::Severity::{Error, Info, Warning};
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong from the score to the decision.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum EvaluationFault {
    NoList,
    EmptyList,
    SecondList { other: String },
    RowWithoutId { other: String },
    CountDiffers { stated: String, counted: usize, other: String },
    ListUnlocked { file: String },
    LockWithoutNumber,
    LockUnwritable,
    ListChanged { added: Vec<String>, removed: Vec<String>, changed: Vec<String> },
    TwoRubrics { other: String },
    SameCriterion { code: String, other: String },
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
    Outvoted { yes: u16, no: u16, other: String },
    UnknownAward { name: String, nearest: Option<String>, known: String },
    BeyondAuthority { form: String, level: String },
    MoneyUnknown,
    AwardPerson { other: String },
    AwardWithoutModel,
    AwardedUnrecognised { other: String },
    AwardedTwice { other: String },
    RegisteredLate { day: String, due: String, other: String },
    UnknownCriterion { code: String, nearest: Option<String>, known: String },
    ScoreRange { score: String, most: String, other: String },
    OffStep { score: String, step: String, other: String },
    OwnOfSuperior { code: String, other: String },
    CriterionMissing { codes: String },
    ChangedWithoutReason { code: String, other: String },
    IneligibleWithoutReason,
    TypedTotal { typed: String, sum: String, other: String },
    Votes { id: String, votes: u32, present: u32, other: String },
}

fn shown(number: Decimal) -> String {
    number.normalize().to_string().replace('.', ",")
}

/// So many rows are named; of the others, how many there are.
const NAMED: usize = 6;

fn named(rows: &[String], more: &str) -> String {
    let names = rows.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match rows.len().saturating_sub(NAMED) {
        0 => names,
        rest => format!("{names} {more} {rest}"),
    }
}

fn listed(what: [&str; 3], rows: [&[String]; 3], more: &str) -> String {
    let some = what.iter().zip(rows).filter(|(_, rows)| !rows.is_empty());
    some.map(|(what, rows)| format!("{what} {} ({})", rows.len(), named(rows, more)))
        .collect::<Vec<_>>()
        .join("; ")
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
            Self::NoList => (
                "danh-sach-cong-nhan",
                Error,
                [
                    "văn bản không có danh sách công nhận".into(),
                    "thêm khối `danh_sach_cong_nhan` vào phụ lục của quyết định".into(),
                ],
                [
                    "the document has no list of what it recognises".into(),
                    "add a block `danh_sach_cong_nhan` to the annex of the decision".into(),
                ],
            ),
            Self::EmptyList => (
                "danh-sach-cong-nhan",
                Error,
                [
                    "danh sách công nhận không có hàng nào".into(),
                    "xem lại `so_lieu`, `loc`, và `trang_thai: cong_nhan` trong data/mo-hinh/".into(),
                ],
                [
                    "the list of what is recognised has no rows".into(),
                    "check `so_lieu`, `loc`, and `trang_thai: cong_nhan` in data/mo-hinh/".into(),
                ],
            ),
            Self::SecondList { other } => (
                "danh-sach-cong-nhan",
                Error,
                ["mỗi văn bản chỉ có một danh sách công nhận".into(), vi_other(other)],
                ["a document has one list of what it recognises".into(), en_other(other)],
            ),
            Self::RowWithoutId { other } => (
                "danh-sach-cong-nhan",
                Error,
                [
                    "mô hình được công nhận mà chưa có mã".into(),
                    format!("thêm `ma` cho mô hình ở {other}; giấy chứng nhận nối theo mã"),
                ],
                [
                    "a recognised model has no id".into(),
                    format!("add `ma` to the model at {other}; certificates are joined by it"),
                ],
            ),
            Self::CountDiffers { stated, counted, other } => (
                "so-cong-nhan",
                Error,
                [
                    format!("Điều này ghi {stated}, danh sách có {counted}"),
                    format!("danh sách ở {other}; thay số gõ tay bằng {{{{ cong_nhan.so }}}}"),
                ],
                [
                    format!("the article says {stated}, the list has {counted}"),
                    format!("the list is at {other}; let {{{{ cong_nhan.so }}}} stand for the number"),
                ],
            ),
            Self::ListUnlocked { file } => (
                "khoa-danh-sach",
                Warning,
                [
                    "văn bản đã lấy số mà danh sách công nhận chưa khóa".into(),
                    format!("chạy `vankien chot {file}` để khóa danh sách"),
                ],
                [
                    "the document has its number, but its list is not locked".into(),
                    format!("run `vankien chot {file}` to lock it"),
                ],
            ),
            Self::LockWithoutNumber => (
                "khoa-danh-sach",
                Error,
                ["văn bản chưa có số nên chưa khóa danh sách được".into(), "ghi `so` rồi chạy lại".into()],
                [
                    "the document has no number yet, so its list cannot be locked".into(),
                    "write `so`, then run again".into(),
                ],
            ),
            Self::LockUnwritable => (
                "khoa-danh-sach",
                Error,
                [
                    "không chen được dòng `khoa` vào danh sách viết theo kiểu này".into(),
                    "viết `danh_sach_cong_nhan:` rồi xuống dòng, mỗi mục một dòng thụt vào".into(),
                ],
                [
                    "a line `khoa` cannot be put into a list that is written like this".into(),
                    "begin a new line after `danh_sach_cong_nhan:`, one key a line, indented".into(),
                ],
            ),
            Self::ListChanged { added, removed, changed } => (
                "khoa-danh-sach",
                Error,
                [
                    format!(
                        "danh sách khác lúc khóa: {}",
                        listed(["thêm", "bớt", "đổi"], [added, removed, changed], "và thêm")
                    ),
                    "trả dữ liệu về như cũ, hoặc ban hành quyết định sửa đổi; chưa ký thì xóa `khoa` để \
                     khóa lại"
                        .into(),
                ],
                [
                    format!(
                        "the list is not what was locked: {}",
                        listed(["added", "gone", "changed"], [added, removed, changed], "and")
                    ),
                    "put the data back, or issue a decision that amends this one; while it is unsigned, \
                     delete `khoa` and lock it anew"
                        .into(),
                ],
            ),
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
            Self::Outvoted { yes, no, other } => (
                "bieu-quyet",
                Error,
                [
                    format!("được công nhận mà chỉ {yes} phiếu đồng ý, {no} phiếu không đồng ý"),
                    vi_other(other),
                ],
                [format!("recognised with {yes} votes for it and {no} against"), en_other(other)],
            ),
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
            Self::RegisteredLate { day, due, other } => (
                "dang-ky-muon",
                Info,
                [format!("đăng ký ngày {day}, sau thời hạn {due}"), format!("thời hạn ghi ở {other}")],
                [
                    format!("registered on {day}, after the deadline {due}"),
                    format!("the deadline is at {other}"),
                ],
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
            Self::Votes { id, votes, present, other } => (
                "bieu-quyet",
                Error,
                [format!("`{id}` có {votes} phiếu, cuộc họp có {present} người dự"), vi_other(other)],
                [format!("`{id}` has {votes} votes, {present} people attended"), en_other(other)],
            ),
        }
    }
}
