//! In: a fault of the recipients of a batch. Out: its words.

use std::path::Path;

use super::Severity::{Environment, Error, Warning};
use super::Words;
use crate::sheet::is_sheet;

/// What can be wrong with who is given a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum RecipientFault {
    OtherId { old: String, number: u32 },
    Moved { name: String, old: String, count: usize },
    ElsewhereToo { count: usize, place: String },
    AgainElsewhere { name: String, count: usize, place: String },
    NameOnly { name: String },
    NoRecipients,
    NoSuchList { path: String },
    HiddenList { path: String },
    SameId { id: String },
    SameRecipient { name: String },
    NoName { name: String },
    TitleInName { title: String },
    OddRank { rank: String, nearest: String },
    UnknownId { id: String },
}

impl RecipientFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::OtherId { old, number } => (
                "giay-ma",
                Warning,
                [
                    format!("mã `{old}` không còn trong danh sách, người cùng tên nay có mã khác và số vào sổ khác (trước là {number:02})"),
                    format!("nếu là một người thì giữ mã `{old}`; sửa mã là cấp một giấy mới"),
                ],
                [
                    format!("the id `{old}` is gone, and somebody of the same name has another id and another register number (formerly {number:02})"),
                    format!("if it is one recipient, keep the id `{old}`; another id is another certificate"),
                ],
            ),
            Self::Moved { name, old, count } => (
                "giay-lech-hang",
                Warning,
                [
                    format!("{count} tên đã đổi chỗ giữa các mã so với lần trước; “{name}” trước là của mã `{old}`"),
                    "xem cột tên có lệch hàng so với cột mã không; chỉ đổi thứ tự thì đổi cả hàng".into(),
                ],
                [
                    format!("{count} names have changed places among the ids since the last run; “{name}” was that of the id `{old}`"),
                    "look whether the names have moved against the ids; to sort, sort whole rows".into(),
                ],
            ),
            Self::ElsewhereToo { count, place } => (
                "giay-trung-ten",
                Warning,
                [
                    format!("{count} người nhận cùng mã, cùng tên đã có giấy trong {place}"),
                    "mỗi người một giấy: bỏ khỏi một trong hai danh sách; mất, hỏng thì ghi `theo_doi: cap_lai`".into(),
                ],
                [
                    format!("recipients of the same id and name who have a certificate in {place}: {count}"),
                    "take them out of one of the lists; for one that was lost or spoilt write `theo_doi: cap_lai`".into(),
                ],
            ),
            Self::AgainElsewhere { name, count, place } => {
                let [vi, en] = match count {
                    1 => [String::new(), String::new()],
                    _ => [format!(" (và {} người nhận khác cũng vậy)", count - 1), format!(" (so have {} others)", count - 1)],
                };
                (
                    "giay-trung-ten",
                    Warning,
                    [
                        format!("`{name}` đã có giấy của quyết định này trong {place}, với mã khác{vi}"),
                        "mỗi người một giấy: bỏ khỏi một trong hai danh sách; là hai người thì thôi".into(),
                    ],
                    [
                        format!("`{name}` has a certificate of this decision in {place}, under another id{en}"),
                        "one for each: take it out of one of the lists, unless they are two people".into(),
                    ],
                )
            }
            Self::NameOnly { name } => (
                "giay-ten",
                Warning,
                [
                    format!("`{name}` chỉ có mã và tên, các dòng khác có nhiều hơn; giấy sẽ in như một người nhận"),
                    "là tiêu đề của nhóm thì xoá dòng này; không thì ghi đủ đơn vị, mô hình".into(),
                ],
                [
                    format!("`{name}` has an id and a name only, other rows say more; a certificate is made for it"),
                    "delete the row if it is the heading of a group; else write its unit, its model".into(),
                ],
            ),
            Self::NoRecipients => (
                "giay-danh-sach",
                Error,
                [
                    "danh sách người nhận không có dòng nào".into(),
                    "kiểm tra có chọn nhầm tệp trống không".into(),
                ],
                ["the list of recipients has no rows".into(), "check whether a blank file was chosen".into()],
            ),
            Self::NoSuchList { path } if !is_sheet(Path::new(path)) => (
                "giay-danh-sach",
                Error,
                [
                    format!("`{path}` không phải danh sách .xlsx hoặc .csv"),
                    "ghi cả đuôi của tên tệp; bảng trong văn bản Word thì chép sang Excel, lưu thành .xlsx"
                        .into(),
                ],
                [
                    format!("`{path}` is no list in .xlsx or .csv"),
                    "write the end of its name too; copy a table of a Word document into Excel, save it as .xlsx"
                        .into(),
                ],
            ),
            Self::NoSuchList { path } => (
                "giay-danh-sach",
                Error,
                [
                    format!("không thấy danh sách `{path}` trong data/"),
                    "ghi đường dẫn của tệp .xlsx hoặc .csv, tính từ tệp này hoặc từ data/".into(),
                ],
                [
                    format!("there is no list `{path}` in data/"),
                    "give the path of an .xlsx or .csv file, from this file or from data/".into(),
                ],
            ),
            Self::HiddenList { path } => (
                "giay-danh-sach",
                Error,
                [
                    format!("`{path}` là tệp ẩn hoặc nằm trong thư mục ẩn: sửa nó thì không ai thấy"),
                    "chuyển nó vào một thư mục khác của data/; tên tệp và thư mục không bắt đầu bằng `.` hay `~`".into(),
                ],
                [
                    format!("`{path}` is hidden, or in a hidden folder: nobody would see it change"),
                    "move it into another folder of data/; neither its name nor that of a folder may begin with `.` or `~`".into(),
                ],
            ),
            Self::SameId { id } => (
                "giay-ma",
                Error,
                [
                    format!("mã `{id}` có hai lần trong danh sách"),
                    "mỗi người nhận một mã; giấy được ghép theo mã, không theo thứ tự".into(),
                ],
                [
                    format!("the id `{id}` stands twice in the list"),
                    "each recipient has an id of its own; certificates are joined by it".into(),
                ],
            ),
            Self::SameRecipient { name } => (
                "giay-trung-ten",
                Warning,
                [
                    format!("“{name}” có hai lần trong cùng đơn vị"),
                    "xoá một dòng nếu là một người; nếu là hai người thì kiểm tra kỹ".into(),
                ],
                [
                    format!("“{name}” stands twice in one unit"),
                    "delete one row if it is one person; look twice if they are two".into(),
                ],
            ),
            Self::NoName { name } => (
                "giay-ten",
                Error,
                [format!("“{name}” không phải tên người hay đơn vị"), "xem lại cột tên của dòng này".into()],
                [
                    format!("“{name}” is no name of a person or a unit"),
                    "look at the column of names in this row".into(),
                ],
            ),
            Self::TitleInName { title } => (
                "ho-ten",
                Warning,
                [
                    format!("“{title}” đứng trong tên, sẽ in liền với tên"),
                    "để ở cột Danh xưng (`danh_xung`), viết đủ `Đồng chí`; ở cột tên chỉ để họ tên".into(),
                ],
                [
                    format!("“{title}” stands in the name and is printed with it"),
                    "put it under Danh xưng (`danh_xung`), in full: `Đồng chí`; the name alone under the name".into(),
                ],
            ),
            Self::OddRank { rank, nearest } => (
                "giay-xep-loai",
                Warning,
                [format!("xếp loại “{rank}” lạ"), format!("có phải là “{nearest}”?")],
                [format!("“{rank}” is no usual rank"), format!("did you mean “{nearest}”?")],
            ),
            Self::UnknownId { id } => (
                "giay-ma",
                Environment,
                [format!("không đợt giấy nào có người nhận mã `{id}`"), "xem cột mã của danh sách".into()],
                [format!("no batch has a recipient with the id `{id}`"), "see the ids in the list".into()],
            ),
        }
    }
}
