//! In: what a decision recognises, where it disagrees with the data, the votes or its
//! lock. Out: the words; a breach names the other place.

use super::Severity::{Error, Info, Warning};
use super::Words;

/// What can be wrong with a decision and its list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum RecognitionFault {
    NoList,
    EmptyList,
    SecondList { other: String },
    RowWithoutId { other: String },
    CountDiffers { stated: String, counted: usize, other: String },
    ListUnlocked { file: String },
    LockWithoutNumber,
    LockUnwritable,
    ListChanged { added: Vec<String>, removed: Vec<String>, changed: Vec<String> },
    ListRegrouped { was: String, now: String },
    ListReordered { id: String, was: usize, now: usize },
    Unscored { count: usize, year: i32 },
    Undecided { models: Vec<String> },
    VotesMissing { id: String, others: usize, other: String },
    FewPresent { called: u32, present: u32 },
    Outvoted { yes: u16, no: u16, other: String },
    HalfVotes { missing: [&'static str; 3] },
    RegisteredLate { day: String, due: String, other: String },
    ScoredAfter { id: String, day: String, other: String },
    Votes { id: String, votes: u32, present: u32, others: usize, other: String },
}

/// So many rows are named; of the others, how many there are.
const NAMED: usize = 6;

pub(super) fn named(rows: &[String], more: &str) -> String {
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

/// What is so with other models too.
fn more(others: usize, so: &str) -> [String; 2] {
    match others {
        0 => Default::default(),
        _ => [format!("; {others} {so}"), format!("; so it is with {others} more")],
    }
}

impl RecognitionFault {
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
            Self::ListRegrouped { was, now } => (
                "khoa-danh-sach",
                Warning,
                [
                    format!("nhóm khác lúc khóa: khi ấy `nhom` là `{was}`, nay là `{now}`"),
                    "trả `nhom` về như cũ; chưa ký thì xóa `khoa` để khóa lại".into(),
                ],
                [
                    format!("the groups are not what was locked: `nhom` was `{was}` and is `{now}` now"),
                    "put `nhom` back; while it is unsigned, delete `khoa` and lock it anew".into(),
                ],
            ),
            Self::ListReordered { id, was, now } => (
                "khoa-danh-sach",
                Warning,
                [
                    format!("thứ tự khác lúc khóa: `{id}` ở hàng {was}, nay ở hàng {now}"),
                    "trả `thu_tu` của đơn vị và `nhom` về như cũ; chưa ký thì xóa `khoa` để khóa lại".into(),
                ],
                [
                    format!("the order is not what was locked: `{id}` was row {was} and is row {now} now"),
                    "put `thu_tu` of the units and `nhom` back; while it is unsigned, delete `khoa` and lock it anew"
                        .into(),
                ],
            ),
            Self::Unscored { count, year } => (
                "diem",
                Error,
                [
                    format!("{count} mô hình được công nhận chưa có điểm: năm {year} có thang điểm mà cột xếp loại sẽ trống"),
                    format!("ghi điểm vào data/danh-gia/{year}.yml; danh sách không xếp loại thì bỏ `xep_loai` khỏi `cot`"),
                ],
                [
                    format!("{count} recognised models have no score: {year} has a rubric, but no rank would be printed"),
                    format!("give the scores in data/danh-gia/{year}.yml; if the list has no ranks, leave `xep_loai` out of `cot`"),
                ],
            ),
            Self::Undecided { models } => (
                "danh-sach-cong-nhan",
                Warning,
                [
                    format!("đã chấm, đã biểu quyết mà chưa ghi kết quả: {}", named(models, "và thêm")),
                    "ghi `trang_thai: cong_nhan` hoặc `khong_cong_nhan` kèm `ly_do`".into(),
                ],
                [
                    format!("scored and voted on, but without a result: {}", named(models, "and")),
                    "write `trang_thai: cong_nhan`, or `khong_cong_nhan` with `ly_do`".into(),
                ],
            ),
            Self::VotesMissing { id, others, other } => {
                let [vi, en] = more(*others, "mô hình khác cũng thiếu");
                (
                    "bieu-quyet",
                    Error,
                    [
                        format!("`{id}` được công nhận mà chưa ghi số phiếu{vi}"),
                        format!("ghi `dong_y`, `khong_dong_y` ở {other}; chưa họp thì chưa ghi `trang_thai: cong_nhan`"),
                    ],
                    [
                        format!("`{id}` is recognised, but no votes are given{en}"),
                        format!("write `dong_y` and `khong_dong_y` at {other}; before the meeting there is no `trang_thai: cong_nhan`"),
                    ],
                )
            }
            Self::FewPresent { called, present } => (
                "bieu-quyet",
                Warning,
                [
                    format!("biểu quyết khi có mặt {present} trên {called} người được triệu tập, chưa quá nửa"),
                    "xem lại `co_mat`, `trieu_tap`; đúng vậy thì xem quy chế họp có cho biểu quyết".into(),
                ],
                [
                    format!("{present} of {called} who were called took the vote, not more than half"),
                    "look at `co_mat` and `trieu_tap` again; if they are right, at the rules of the meeting".into(),
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
            Self::HalfVotes { missing: [key, vi, en] } => (
                "bieu-quyet",
                Warning,
                [
                    format!("phiếu ghi một nửa: chưa ghi số phiếu {vi} (`{key}`)"),
                    "ghi cả hai số, không có phiếu nào thì ghi 0; thiếu một số thì không soát được với số người có mặt".into(),
                ],
                [
                    format!("half of the votes: those {en} (`{key}`) are missing"),
                    "write both, 0 where there are none; without one they cannot be held against who was present".into(),
                ],
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
            Self::ScoredAfter { id, day, other } => (
                "danh-sach-cong-nhan",
                Warning,
                [format!("`{id}` chấm ngày {day}, sau ngày ký quyết định này"), vi_other(other)],
                [format!("`{id}` was scored on {day}, after this decision was signed"), en_other(other)],
            ),
            Self::Votes { id, votes, present, others, other } => {
                let [vi, en] = more(*others, "mô hình khác cũng lệch");
                (
                    "bieu-quyet",
                    Error,
                    [format!("`{id}` có {votes} phiếu, cuộc họp có {present} người dự{vi}"), vi_other(other)],
                    [format!("`{id}` has {votes} votes, {present} people attended{en}"), en_other(other)],
                )
            }
        }
    }
}
