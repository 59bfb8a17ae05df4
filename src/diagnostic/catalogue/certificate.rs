//! In: a fault of a batch of certificates. Out: its words.

use super::Severity::{Environment, Error, Info, Warning};
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong with certificates and their recipients.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum CertificateFault {
    UnknownProfile { name: String, nearest: Option<String>, known: String },
    UnknownStyle { name: String, nearest: Option<String>, known: String },
    ModeNotOffered,
    OutOfBounds { file: String, key: String, value: String, least: String, most: String },
    NoEmblem { name: String },
    EmblemNotAnImage { name: String },
    CodeWithoutKey,
    KeyGone,
    MemoryLost { folder: String },
    ReprintForgotten,
    OtherId { old: String, number: u32 },
    ElsewhereToo { count: usize, place: String },
    DecisionTwice { place: String },
    NoDate,
    NoDecision,
    DecisionNotSound { path: String },
    DecisionWithoutNumber { path: String },
    OtherDecision { written: String, decision: String, path: String },
    OtherDate { date: String, decision: String },
    NoRecipients,
    NoSuchList { path: String },
    SameId { id: String },
    SameRecipient { name: String },
    SameNumber { number: String },
    NoNumber,
    NoFirstNumber,
    NumberMoved { id: String, issued: String, now: String },
    NumberGiven { number: String, owner: String },
    NumbersKept { count: usize, id: String, number: String },
    NumbersElsewhere { numbers: Vec<u32>, place: String, next: u32 },
    NotFromOne,
    OffsetTooFar { most: u8 },
    KeysDiffer,
    KeysThere { path: String },
    OtherSigner { signer: String, file: String },
    CitedOtherwise { date: String, file: String },
    ListElsewhere { file: String },
    NoSuchDecision { path: String },
    DecisionNotLocked { path: String },
    NameNotPrinted,
    Unprinted { word: String, count: usize, meant: bool },
    Lacking { words: String },
    NoName { name: String },
    OddRank { rank: String, nearest: String },
    OnlySome,
    VolumesMissing,
    RegisterKept { name: String },
    TooLong { text: String },
    TooTall,
    UnknownId { id: String },
    ListChanged,
    Busy,
    NotComplete { failed: usize },
    StrayFile { name: String },
}

impl CertificateFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::UnknownProfile { name, nearest, known } => (
                "giay-mau",
                Error,
                [format!("không có mẫu giấy `{name}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("there is no certificate profile `{name}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::UnknownStyle { name, nearest, known } => (
                "giay-mau",
                Error,
                [format!("mẫu giấy không có kiểu dòng `{name}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("the profile has no style of line `{name}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::ModeNotOffered => (
                "giay-mau",
                Error,
                ["mẫu giấy này không in theo cách ấy".into(), "xoá dòng `in`, hoặc chọn mẫu khác".into()],
                [
                    "the profile is not printed that way".into(),
                    "delete `in`, or choose another profile".into(),
                ],
            ),
            Self::OutOfBounds { file, key, value, least, most } => (
                "giay-khuon",
                Error,
                [
                    format!("mẫu giấy không dùng được: {key} = {value}"),
                    format!("trong templates/{file}, ghi {key} từ {least} đến {most}"),
                ],
                [
                    format!("the profile cannot be used: {key} = {value}"),
                    format!("in templates/{file}, {key} is from {least} to {most}"),
                ],
            ),
            Self::NoEmblem { name } => (
                "giay-bieu-trung",
                Error,
                [
                    format!("không thấy tệp hình `{name}` trong templates/giay/"),
                    "chép tệp hình vào đó, hoặc xoá dòng `bieu_trung`".into(),
                ],
                [
                    format!("there is no image file `{name}` in templates/giay/"),
                    "copy it there, or delete `bieu_trung`".into(),
                ],
            ),
            Self::CodeWithoutKey => (
                "khoa",
                Warning,
                [
                    "chưa có khoá nên giấy không có mã QR".into(),
                    "tạo khoá bằng `vankien khoa`, hoặc xoá dòng `ma_qr`".into(),
                ],
                [
                    "there is no key, so the certificates have no QR code".into(),
                    "make the keys with `vankien khoa`, or delete `ma_qr`".into(),
                ],
            ),
            Self::KeyGone => (
                "khoa",
                Error,
                [
                    "giấy đã in có mã QR, nay không thấy khoá bí mật".into(),
                    "chép khoa/bi-mat.pem về máy này; bỏ hẳn mã QR thì xoá dòng `ma_qr`".into(),
                ],
                [
                    "the certificates there bear QR codes, but the secret key is gone".into(),
                    "copy khoa/bi-mat.pem to this machine; to give up the codes, delete `ma_qr`".into(),
                ],
            ),
            Self::MemoryLost { folder } => (
                "giay-so",
                Error,
                [
                    format!("{folder} có giấy đã đánh số nhưng mất .vankien.json và sổ theo dõi, không biết số nào của ai"),
                    "chép lại .vankien.json hoặc so-theo-doi.csv từ bản sao; bỏ các giấy ấy thì chuyển chúng đi chỗ khác".into(),
                ],
                [
                    format!("{folder} holds numbered certificates, but .vankien.json and the register are gone: nobody can tell whose numbers they are"),
                    "put .vankien.json or so-theo-doi.csv back from a copy; to give those certificates up, move them away".into(),
                ],
            ),
            Self::ReprintForgotten => (
                "giay-in-lai",
                Warning,
                [
                    "mất .vankien.json nên không biết giấy nào còn phải in lại; in-lai.pdf là của lần trước".into(),
                    "chưa in in-lai.pdf thì in ngay, rồi xoá tệp ấy".into(),
                ],
                [
                    ".vankien.json is gone, so what was still to be printed again is not known; in-lai.pdf is an earlier one".into(),
                    "print in-lai.pdf if that was not done yet, then delete it".into(),
                ],
            ),
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
            Self::DecisionTwice { place } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("danh sách của quyết định này đã in giấy trong {place}"),
                    "một quyết định một đợt giấy: xoá một tệp; mất, hỏng thì ghi `theo_doi: cap_lai`".into(),
                ],
                [
                    format!("the list of this decision has its certificates in {place}"),
                    "one decision, one batch: delete one of the files; for one that was lost or spoilt write `theo_doi: cap_lai`".into(),
                ],
            ),
            Self::EmblemNotAnImage { name } => (
                "giay-bieu-trung",
                Error,
                [
                    format!("`{name}` không phải tệp hình đọc được"),
                    "dùng tệp .png, .jpg hoặc .svg; mở thử bằng chương trình xem ảnh".into(),
                ],
                [
                    format!("`{name}` is not an image that can be read"),
                    "use a .png, .jpg or .svg file; try to open it in a viewer".into(),
                ],
            ),
            Self::NoDate => (
                "giay-ngay",
                Error,
                [
                    "không biết ngày ghi trên giấy".into(),
                    "ghi `ngay`, hoặc ghi `quyet_dinh` để lấy ngày của quyết định".into(),
                ],
                [
                    "the date of the certificates is not known".into(),
                    "write `ngay`, or `quyet_dinh`, whose date is then taken".into(),
                ],
            ),
            Self::DecisionNotSound { path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("chưa lấy được danh sách của quyết định `{path}`"),
                    format!("chạy `vankien check {path}`, sửa quyết định rồi làm lại giấy"),
                ],
                [
                    format!("the list of the decision `{path}` cannot be had yet"),
                    format!("run `vankien check {path}`, mend the decision, then build again"),
                ],
            ),
            Self::DecisionWithoutNumber { path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("quyết định `{path}` chưa có số"),
                    "lấy số cho quyết định (`so`) trước khi in giấy".into(),
                ],
                [
                    format!("the decision `{path}` has no number yet"),
                    "give it a number (`so`) before certificates are printed".into(),
                ],
            ),
            Self::OtherDecision { written, decision, path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("ở đây ghi quyết định {written}, còn `{path}` là {decision}"),
                    "xoá mục `quyet_dinh`: số và ngày lấy từ quyết định".into(),
                ],
                [
                    format!("this says decision {written}, but `{path}` is {decision}"),
                    "delete `quyet_dinh`: number and date are those of the decision".into(),
                ],
            ),
            Self::NoDecision => (
                "giay-ngay",
                Error,
                [
                    "dòng quyết định cần số và ngày của quyết định".into(),
                    "ghi `quyet_dinh: {so: …, ngay: …}`".into(),
                ],
                [
                    "the decision line needs the number and date of the decision".into(),
                    "write `quyet_dinh: {so: …, ngay: …}`".into(),
                ],
            ),
            Self::OtherDate { date, decision } => (
                "giay-ngay",
                Warning,
                [
                    format!("ngày trên giấy là {date}, khác ngày quyết định {decision}"),
                    "giấy thường ghi ngày của quyết định; xoá dòng `ngay` nếu đúng vậy".into(),
                ],
                [
                    format!("the certificates are dated {date}, the decision {decision}"),
                    "certificates usually bear the date of the decision; if so, delete `ngay`".into(),
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
            Self::OffsetTooFar { most } => (
                "giay-mau",
                Error,
                [
                    format!("căn chỉnh quá {most} mm"),
                    "đo lại trên trang can-chinh.pdf; lệch nhiều hơn thì chỉnh khay giấy của máy in".into(),
                ],
                [
                    format!("the page is moved by more than {most} mm"),
                    "measure again on can-chinh.pdf; if it is off by more, adjust the printer's tray".into(),
                ],
            ),
            Self::KeysDiffer => (
                "khoa",
                Error,
                [
                    "khoa/bi-mat.pem và khoa/cong-khai.pem không phải một cặp".into(),
                    "chép lại đúng cặp khoá của cơ quan; ký bằng khoá này thì không ai kiểm tra được".into(),
                ],
                [
                    "khoa/bi-mat.pem and khoa/cong-khai.pem are no pair".into(),
                    "copy the office's own pair back; what this key signs nobody could verify".into(),
                ],
            ),
            Self::KeysThere { path } => (
                "khoa",
                Environment,
                [
                    format!("cơ quan đã có khoá (`{path}`)"),
                    "dùng tiếp khoá ấy; muốn thay thì cất thư mục khoa/ đi nơi khác, vì giấy đã in chỉ kiểm tra được bằng nó"
                        .into(),
                ],
                [
                    format!("the office has its keys (`{path}`)"),
                    "go on with them; to replace them put the folder khoa/ away: what is printed verifies with them only"
                        .into(),
                ],
            ),
            Self::OtherSigner { signer, file } => (
                "giay-ky",
                Warning,
                [
                    format!("người ký giấy khác người ký quyết định ({signer}, {file})"),
                    "sửa một trong hai nếu cùng một người ký".into(),
                ],
                [
                    format!("the decision was signed by somebody else ({signer}, {file})"),
                    "mend one of the two if the same person signs both".into(),
                ],
            ),
            Self::CitedOtherwise { date, file } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("quyết định này trong `{file}` ký ngày {date}"),
                    "sửa ngày, hoặc sửa số quyết định".into(),
                ],
                [
                    format!("the decision is dated {date} in `{file}`"),
                    "mend the date, or the number of the decision".into(),
                ],
            ),
            Self::ListElsewhere { file } => (
                "giay-quyet-dinh",
                Warning,
                [
                    format!("danh sách của quyết định đã có trong `{file}`, ở đây gõ lại"),
                    format!("thay bằng `nguoi_nhan: {{quyet_dinh: {file}}}` để không lệch một người nào"),
                ],
                [
                    format!("the list of the decision stands in `{file}` and is typed again here"),
                    format!("write `nguoi_nhan: {{quyet_dinh: {file}}}`, so that nobody is mixed up"),
                ],
            ),
            Self::NoSuchDecision { path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("không có tệp quyết định `{path}`"),
                    "ghi đường dẫn từ thư mục gốc, ví dụ data/quyet-dinh/45.yml".into(),
                ],
                [
                    format!("there is no decision `{path}`"),
                    "give its path from the root, as in data/quyet-dinh/45.yml".into(),
                ],
            ),
            Self::DecisionNotLocked { path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("danh sách của `{path}` chưa khóa, còn có thể thay đổi sau khi in giấy"),
                    format!("chạy `vankien chot {path}` rồi làm giấy"),
                ],
                [
                    format!("the list of `{path}` is not locked and might change after printing"),
                    format!("run `vankien chot {path}`, then build again"),
                ],
            ),
            Self::NameNotPrinted => (
                "giay-dong",
                Error,
                [
                    "không dòng nào in tên người nhận".into(),
                    "thêm dòng `{kieu: nguoi_nhan, chu: \"{{ ten }}\"}`".into(),
                ],
                [
                    "no line prints the name of the recipient".into(),
                    "add a line `{kieu: nguoi_nhan, chu: \"{{ ten }}\"}`".into(),
                ],
            ),
            Self::Unprinted { word, count, meant } => (
                "giay-dong",
                if *meant { Warning } else { Info },
                [
                    format!("`{word}` của {count} người nhận có trong danh sách mà không in ra giấy"),
                    "xem lại biểu thức trong `dong`, hoặc bỏ mục này khỏi danh sách".into(),
                ],
                [
                    format!("`{word}` of {count} recipients is in the list but on no certificate"),
                    "look at the expressions in `dong`, or take it out of the list".into(),
                ],
            ),
            Self::Lacking { words } => (
                "giay-thieu",
                Error,
                [
                    format!("người nhận này chưa có `{words}` mà một dòng cần in"),
                    "điền vào danh sách; được phép trống thì viết `| thieu('')` trong dòng".into(),
                ],
                [
                    format!("the recipient has no `{words}`, which a line prints"),
                    "fill it in; if it may be empty, write `| thieu('')` in the line".into(),
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
            Self::OddRank { rank, nearest } => (
                "giay-xep-loai",
                Warning,
                [format!("xếp loại “{rank}” lạ"), format!("có phải là “{nearest}”?")],
                [format!("“{rank}” is no usual rank"), format!("did you mean “{nearest}”?")],
            ),
            Self::OnlySome => (
                "giay-chua-du",
                Warning,
                [
                    "chỉ làm những giấy đã chọn: tập in, bản soát, sổ theo dõi vẫn là của lần trước".into(),
                    "chạy lại không có --only để làm đủ".into(),
                ],
                [
                    "only some were made: print volumes, proof sheets and register are still the old ones"
                        .into(),
                    "run again without --only for all of them".into(),
                ],
            ),
            Self::VolumesMissing => (
                "giay-chua-du",
                Error,
                [
                    "giấy đã làm đủ, nhưng tập in, bản soát hoặc sổ theo dõi chưa ghi được".into(),
                    "sửa lỗi đã báo rồi chạy lại; giấy đã xong không phải làm lại".into(),
                ],
                [
                    "all certificates are made, but not all volumes, proof sheets and registers".into(),
                    "mend what was told and run again; what is done is kept".into(),
                ],
            ),
            Self::RegisterKept { name } => (
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
            Self::TooLong { text } => (
                "giay-dai",
                Error,
                [
                    format!("“{text}” quá dài, không in vừa dù đã thu nhỏ chữ hết mức"),
                    "rút gọn, hoặc cho phép chữ nhỏ hơn, nhiều dòng hơn trong mẫu giấy".into(),
                ],
                [
                    format!("“{text}” is too long even at the smallest size"),
                    "shorten it, or allow a smaller size or more lines in the profile".into(),
                ],
            ),
            Self::TooTall => (
                "giay-dai",
                Error,
                [
                    "các dòng của giấy này không xếp vừa phía trên chỗ ký".into(),
                    "rút gọn tên, bớt một dòng, hoặc dùng mẫu giấy lớn hơn".into(),
                ],
                [
                    "the lines of this certificate do not fit above the signature".into(),
                    "shorten them, leave one out, or use a larger profile".into(),
                ],
            ),
            Self::UnknownId { id } => (
                "giay-ma",
                Environment,
                [format!("không đợt giấy nào có người nhận mã `{id}`"), "xem cột mã của danh sách".into()],
                [format!("no batch has a recipient with the id `{id}`"), "see the ids in the list".into()],
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
                    "sửa các lỗi đã báo rồi chạy lại; giấy đã xong không phải làm lại".into(),
                ],
                [
                    format!(
                        "certificates not made: {failed}; print volumes, proof sheets and register are not written"
                    ),
                    "mend what was told and run again; what is done is kept".into(),
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
        }
    }
}
