//! In: a fault of register numbers, or of the files that runs of a batch leave. Out:
//! its words.

use super::Severity::{Environment, Error, Info, Warning};
use super::Words;
use super::recognition::named;

/// What can be wrong with the numbers and files of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum RegisterFault {
    MemoryLost { folder: String },
    ReprintForgotten,
    UnprintedKept { name: String },
    SameNumber { number: String },
    NoNumber,
    NoFirstNumber,
    NumberMoved { id: String, issued: String, now: String },
    NumberGiven { number: String, owner: String },
    NumbersKept { count: usize, id: String, number: String },
    NumbersElsewhere { numbers: Vec<u32>, place: String, next: u32 },
    NotFromOne,
    OnlySome { waiting: usize },
    VolumesMissing,
    RegisterKept { name: String, forgotten: bool },
    ListChanged,
    Busy,
    NotComplete { failed: usize },
    StrayFile { name: String },
    StrayNumbers { names: Vec<String> },
    RowsGone { rows: Vec<(u32, String)> },
    OtherPerson { number: u32, was: String },
    PdfOnly { asked: String, among_others: bool },
}

impl RegisterFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::MemoryLost { folder } => (
                "giay-so",
                Error,
                [
                    format!("{folder} có giấy đã đánh số nhưng .vankien.json và sổ theo dõi đã mất hoặc hỏng, không biết số nào của ai"),
                    "chép lại .vankien.json hoặc so-theo-doi.csv từ bản sao; bỏ các giấy ấy thì chuyển chúng đi chỗ khác".into(),
                ],
                [
                    format!("{folder} holds numbered certificates, but .vankien.json and the register are gone or damaged: nobody can tell whose numbers they are"),
                    "put .vankien.json or so-theo-doi.csv back from a copy; to give those certificates up, move them away".into(),
                ],
            ),
            Self::ReprintForgotten => (
                "giay-in-lai",
                Warning,
                [
                    ".vankien.json đã mất, bị sửa hoặc cũ hơn sổ theo dõi nên không biết giấy nào còn phải in lại; tệp in-lai là của lần trước".into(),
                    "chưa in tệp in-lai thì in ngay, rồi xoá".into(),
                ],
                [
                    ".vankien.json is gone or was altered, so what was still to be printed again is not known; the in-lai volumes are earlier ones".into(),
                    "print them if that was not done yet, then delete them".into(),
                ],
            ),
            Self::UnprintedKept { name } => (
                "giay-in-lai",
                Warning,
                [
                    format!("tệp in-lai của lần trước nay là {name}"),
                    "chưa in thì in cả tệp ấy, rồi xoá".into(),
                ],
                [
                    format!("the in-lai volume of an earlier run is now {name}"),
                    "print that too if it was not done yet, then delete it".into(),
                ],
            ),
            Self::SameNumber { number } => (
                "giay-so",
                Error,
                [format!("số vào sổ {number} dùng hai lần"), "mỗi giấy một số; sửa `so` của một dòng".into()],
                [
                    format!("the register number {number} is used twice"),
                    "each certificate has a number of its own; change one `so`".into(),
                ],
            ),
            Self::NoNumber => (
                "giay-so",
                Error,
                ["chưa có số vào sổ".into(), "ghi `so_dau` cho cả đợt, hoặc `so` cho từng người nhận".into()],
                [
                    "there is no register number".into(),
                    "write `so_dau` for the batch, or `so` for each recipient".into(),
                ],
            ),
            Self::NoFirstNumber => (
                "giay-so",
                Error,
                ["chưa có số vào sổ".into(), "ghi `so_dau`, số của giấy đầu danh sách".into()],
                ["there is no register number".into(), "write `so_dau`, the number of the first in the list".into()],
            ),
            Self::NumberMoved { id, issued, now } => (
                "giay-so",
                Error,
                [
                    format!("giấy mã `{id}` đã vào sổ số {issued}, nay thành số {now}"),
                    "trả lại số cũ; chưa in giấy nào thì xoá thư mục kết quả của đợt".into(),
                ],
                [
                    format!("certificate `{id}` was registered as {issued} and would become {now}"),
                    "put the old number back; if nothing was printed yet, delete the batch's output folder"
                        .into(),
                ],
            ),
            Self::NumberGiven { number, owner } => (
                "giay-so",
                Error,
                [
                    format!("số vào sổ {number} đã cấp cho mã `{owner}`"),
                    "số đã cấp không dùng lại; ghi số khác, hoặc xoá `so` để lấy số kế tiếp".into(),
                ],
                [
                    format!("the register number {number} was given to `{owner}`"),
                    "a number is never used again; write another, or delete `so` for the next one".into(),
                ],
            ),
            Self::NumbersKept { count, id, number } => (
                "giay-so",
                Info,
                [
                    format!(
                        "số đã cấp giữ nguyên theo mã nên {count} giấy không theo thứ tự dòng (như `{id}`: số {number})"
                    ),
                    "chưa in giấy nào mà muốn đánh số lại thì xoá thư mục kết quả của đợt".into(),
                ],
                [
                    format!(
                        "numbers stay with their ids, so {count} do not follow the rows (as `{id}`: {number})"
                    ),
                    "to number anew before anything is printed, delete the batch's output folder".into(),
                ],
            ),
            Self::NumbersElsewhere { numbers, place, next } => {
                let (shown, more) = (numbers.iter().take(5).map(u32::to_string), numbers.len() > 5);
                let shown = shown.collect::<Vec<_>>().join(", ") + if more { " …" } else { "" };
                let count = numbers.len();
                (
                    "giay-so",
                    Error,
                    [
                        format!("{count} số vào sổ đã cấp trong `{place}`: {shown}"),
                        format!(
                            "cùng một sổ thì ghi `so_dau: {next}`; đã đổi tên tệp thì đổi tên thư mục kết quả theo; bỏ đợt kia thì xoá thư mục của nó"
                        ),
                    ],
                    [
                        format!("register numbers given in `{place}` already: {count} ({shown})"),
                        format!(
                            "in the same book write `so_dau: {next}`; if the file was renamed, rename its output folder too; if the other batch is void, delete its folder"
                        ),
                    ],
                )
            }
            Self::NotFromOne => (
                "giay-so",
                Error,
                ["phải là số từ 1 trở lên".into(), "sửa lại, hoặc xoá dòng này".into()],
                ["this is a number from 1 on".into(), "mend it, or delete the line".into()],
            ),
            Self::OnlySome { waiting } => (
                "giay-chua-du",
                Warning,
                [
                    format!("chỉ làm những giấy đã chọn, còn {waiting} giấy chưa theo danh sách mới: tập in, bản soát, sổ theo dõi vẫn là của lần trước"),
                    "chạy lại không có --only để làm đủ; trước đó đừng dùng sổ theo dõi, giấy đã thu hồi hay thay thế vẫn còn tệp".into(),
                ],
                [
                    format!("only some were made, {waiting} do not follow the new list yet: print volumes, proof sheets and register are still the old ones"),
                    "run again without --only for all of them; until then do not use the register, and what was revoked or replaced keeps its file".into(),
                ],
            ),
            Self::VolumesMissing => (
                "giay-chua-du",
                Error,
                [
                    "giấy đã làm đủ, nhưng tập in, bản soát hoặc sổ theo dõi chưa ghi được".into(),
                    "sửa lỗi đã báo rồi chạy lại; giấy đã xong và ghi nhớ được thì không làm lại".into(),
                ],
                [
                    "all certificates are made, but not all volumes, proof sheets and registers".into(),
                    "mend what was told and run again; what is done and remembered is kept".into(),
                ],
            ),
            Self::RegisterKept { name, forgotten: true } => (
                "giay-so-theo-doi",
                Warning,
                [
                    format!(".vankien.json đã mất, bị sửa hoặc cũ hơn sổ theo dõi nên không biết ai đã ghi gì vào sổ; sổ cũ giữ lại thành `{name}`"),
                    "soát sổ mới với sổ ấy; có phần ghi tay thì chép sang, không có thì xoá sổ ấy".into(),
                ],
                [
                    format!(".vankien.json is gone, was altered or is older than the register, so whether somebody wrote into that is not known; the old one is kept as `{name}`"),
                    "hold the new register against it; copy what was written by hand, or delete it".into(),
                ],
            ),
            Self::RegisterKept { name, forgotten: false } => (
                "giay-so-theo-doi",
                Warning,
                [
                    format!("sổ theo dõi đã có người ghi thêm nên giữ lại thành `{name}`"),
                    "chép phần ghi tay sang sổ mới; ghi chú cố định thì để ở `ghi_chu` của danh sách".into(),
                ],
                [
                    format!("somebody wrote into the register; it is kept as `{name}`"),
                    "copy what was written into the new one; lasting remarks belong to `ghi_chu` of the list"
                        .into(),
                ],
            ),
            Self::ListChanged => (
                "giay-lam-tiep",
                Error,
                [
                    "danh sách hoặc mẫu giấy đã đổi từ lần làm dở, không làm tiếp được".into(),
                    "soát lại thay đổi rồi chạy lại không có --resume".into(),
                ],
                [
                    "the list or the profile has changed since the run that was interrupted".into(),
                    "look at the change, then run again without --resume".into(),
                ],
            ),
            Self::Busy => (
                "giay-dang-lam",
                Environment,
                [
                    "đợt giấy này đang được làm trong một cửa sổ khác".into(),
                    "chờ lần kia xong rồi chạy lại".into(),
                ],
                [
                    "the batch is being made by another run of the program".into(),
                    "wait for it to end, then run again".into(),
                ],
            ),
            Self::NotComplete { failed } => (
                "giay-chua-du",
                Error,
                [
                    format!("{failed} giấy chưa làm được: chưa ghi tập in, bản soát và sổ theo dõi"),
                    "sửa các lỗi đã báo rồi chạy lại; giấy đã xong và ghi nhớ được thì không làm lại".into(),
                ],
                [
                    format!(
                        "certificates not made: {failed}; print volumes, proof sheets and register are not written"
                    ),
                    "mend what was told and run again; what is done and remembered is kept".into(),
                ],
            ),
            Self::StrayFile { name } => (
                "giay-thua",
                Warning,
                [
                    format!("`{name}` không thuộc đợt giấy này, không in cùng"),
                    "chuyển tệp đi nơi khác nếu không phải của đợt này".into(),
                ],
                [
                    format!("`{name}` is no part of this batch"),
                    "move it elsewhere so that it is not printed with it".into(),
                ],
            ),
            Self::StrayNumbers { names } => (
                "giay-thua",
                Warning,
                [
                    format!("tệp mang số vào sổ mà không giấy nào của đợt này biết đến: {}", named(names, "và thêm")),
                    "đợt này không cấp số của chúng cho ai; là giấy đã in thì ghi lại người ấy vào danh sách với `so` ấy, không thì chuyển tệp đi".into(),
                ],
                [
                    format!("files that bear register numbers, but are no certificates of this batch: {}", named(names, "and besides")),
                    "this batch gives nobody their numbers; what was printed goes back into the list with its `so`, whatever else elsewhere".into(),
                ],
            ),
            Self::PdfOnly { asked, among_others } => (
                "giay-tep",
                if *among_others { Info } else { Warning },
                [
                    format!("giấy của các đợt chỉ ra PDF, không có {asked}: mới soát, chưa ghi gì"),
                    "thêm `pdf` vào --format để làm giấy".into(),
                ],
                [
                    format!("certificates are PDF only, there is no {asked}: they were only looked at"),
                    "add `pdf` to --format to make them".into(),
                ],
            ),
            Self::OtherPerson { number, was } => (
                "giay-so",
                Warning,
                [
                    format!("số {number:02} đã bỏ là của `{was}`, nay cấp cho người khác cùng mã"),
                    "người khác thì ghi mã mới để lấy số mới; một người mà tên ghi sai thì để nguyên".into(),
                ],
                [
                    format!("number {number:02}, given up, was that of `{was}`; under the same id another one gets it"),
                    "give another person a new id and so a new number; if only the name was misspelt, all is well".into(),
                ],
            ),
            Self::RowsGone { rows } => {
                let listed = |number: &str| -> Vec<String> {
                    rows.iter().map(|(own, id)| format!("{id} ({number} {own:02})")).collect()
                };
                (
                    "giay-so",
                    Warning,
                    [
                        format!("không còn trong danh sách: mã {}; sổ giữ số, ghi “bỏ, không cấp”", named(&listed("số"), "và thêm")),
                        "tờ đã in thì huỷ; đã đưa cho ai thì ghi lại người ấy vào danh sách rồi `thu_hoi`".into(),
                    ],
                    [
                        format!("no longer in the list: {}; the register keeps the number as given up", named(&listed("number"), "and besides")),
                        "destroy what was printed; if somebody has it, put the recipient back and write a `thu_hoi`".into(),
                    ],
                )
            }
        }
    }
}
