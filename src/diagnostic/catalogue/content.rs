//! In: a fault of what a document says. Out: its words.

use super::Severity::{Error, Warning};
use super::Words;

/// What can be wrong with a document that reads well.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum ContentFault {
    UnknownPlaceholder { name: String, known: String },
    EmptyPlaceholder { name: String },
    ControlCharacter { code: u32 },
    Invisible { code: u32 },
    OtherScript { character: char },
    LooseMark { code: u32 },
    TooManyColumns { columns: usize, limit: usize },
    NoGlyph { character: char },
    NoProfile { date: String, known: String },
    UnknownProfile { code: String, known: String },
    RivalProfiles { codes: String },
    UnknownSystem { system: String, known: String },
    KindNotInSystem { kind: String },
    UnknownSheet { sheet: String, known: String },
    SheetForSlips { sheet: String },
    JointSuperior,
    NeedlessNumber,
    NeedlessAuthor,
    NeedlessTheme,
    SecondOfficeAlone,
    CopyBeforeOriginal { original: String },
    TooManyAbsent { called: usize, absent: usize },
    WithdrawnCode { code: String },
    WrongWeekday { date: String, weekday: String },
    ClosesBeforeOpening,
    Attendance { called: usize, present: usize, absent: usize },
    OutOfRange { from: String, to: String, rule: &'static str },
    BodyCode { code: String },
    CodeSuffix { suffix: String },
    AuthorityPrefix { text: String, known: String },
    NoAddressee,
    NeedlessAddressee,
    TypedMark { mark: String },
    TypedDate,
    TypedAbout,
    StrayPlaceholder { name: String },
    NameTooLong { limit: usize },
    NotTheLetterD { letter: char },
    YearOrNumber { number: i64 },
    RowLength { cells: usize, columns: usize },
    NobodySigns,
    DeadlinePassed { deadline: String, signed: String, line: usize },
    NoFiguresDeclared,
    NoSuchPlan { file: String, nearest: Option<String> },
    NoColumns,
    RateOfWhat,
    TooManySeries { most: usize },
}

impl ContentFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::DeadlinePassed { deadline, signed, line } => (
                "thoi-han",
                Warning,
                [
                    format!("thời hạn {deadline} đã qua vào ngày ký {signed} (dòng {line})"),
                    "xem lại năm của thời hạn và ngày của văn bản".into(),
                ],
                [
                    format!(
                        "the deadline {deadline} had passed on the day of signing, {signed} (line {line})"
                    ),
                    "check the year of the deadline and the document's date".into(),
                ],
            ),
            Self::NoFiguresDeclared => (
                "khai-so-lieu",
                Error,
                [
                    "văn bản chưa khai `so_lieu` nên chưa biết lấy số liệu của năm nào".into(),
                    "thêm `so_lieu: {tu: 2016, den: 2020}` trên `noi_dung`".into(),
                ],
                [
                    "the document declares no `so_lieu`, so the years are unknown".into(),
                    "add `so_lieu: {tu: 2016, den: 2020}` above `noi_dung`".into(),
                ],
            ),
            Self::NoSuchPlan { file, nearest } => (
                "khai-so-lieu",
                Error,
                [
                    format!("không có kế hoạch `{file}` nào ghi hoạt động"),
                    nearest.as_ref().map_or_else(
                        || "ghi đường dẫn trong data/, ví dụ ke-hoach/27-kh-duk-2020.yml".into(),
                        |nearest| format!("có phải là `{nearest}`?"),
                    ),
                ],
                [
                    format!("there is no plan `{file}` with activities"),
                    nearest.as_ref().map_or_else(
                        || "write its path in data/, as in ke-hoach/27-kh-duk-2020.yml".into(),
                        |nearest| format!("did you mean `{nearest}`?"),
                    ),
                ],
            ),
            Self::NoColumns => (
                "khai-so-lieu",
                Error,
                ["bảng chưa ghi `cot`".into(), "thêm `cot: [dang_ky, cong_nhan, ty_le]`".into()],
                ["the table has no `cot`".into(), "add `cot: [dang_ky, cong_nhan, ty_le]`".into()],
            ),
            Self::RateOfWhat => (
                "khai-so-lieu",
                Error,
                [
                    "`tinh: ty_le` phải ghi thêm `tren`".into(),
                    "ví dụ {do: cong_nhan, tinh: ty_le, tren: dang_ky}".into(),
                ],
                [
                    "`tinh: ty_le` needs `tren`".into(),
                    "as in {do: cong_nhan, tinh: ty_le, tren: dang_ky}".into(),
                ],
            ),
            Self::TooManySeries { most } => (
                "khai-so-lieu",
                Error,
                [format!("biểu đồ có quá {most} dãy số"), "tách thành hai biểu đồ".into()],
                [format!("the chart has more than {most} series"), "make two charts of it".into()],
            ),
            Self::UnknownPlaceholder { name, known } => (
                "cho-dien",
                Error,
                [
                    format!("hoạt động không có mục `{name}` để điền vào `{{{{ {name} }}}}`"),
                    format!("dùng một trong: {known}"),
                ],
                [
                    format!("an activity has no `{name}` to fill into `{{{{ {name} }}}}`"),
                    format!("use one of: {known}"),
                ],
            ),
            Self::EmptyPlaceholder { name } => (
                "cho-dien",
                Error,
                [
                    format!("chữ dùng `{{{{ {name} }}}}` nhưng hoạt động này chưa ghi `{name}`"),
                    format!("thêm dòng `{name}: …` vào hoạt động"),
                ],
                [
                    format!("the text uses `{{{{ {name} }}}}` but this activity has no `{name}`"),
                    format!("add a line `{name}: …` to the activity"),
                ],
            ),
            Self::ControlCharacter { code } => (
                "ky-tu",
                Error,
                [
                    format!("có ký tự điều khiển U+{code:04X}, không in được"),
                    "xoá ký tự ấy (thường theo chữ dán từ nơi khác sang); dấu tab thì thay bằng dấu cách"
                        .into(),
                ],
                [
                    format!("control character U+{code:04X} cannot be printed"),
                    "delete it (it often comes with pasted text); replace a tab by a space".into(),
                ],
            ),
            Self::Invisible { code } => (
                "ky-tu",
                Error,
                [
                    format!("có ký tự ẩn U+{code:04X}, không nhìn thấy nhưng làm sai chữ khi in và khi tìm"),
                    "xoá rồi gõ lại chữ ở chỗ này; ký tự ẩn thường theo chữ dán từ trang mạng".into(),
                ],
                [
                    format!("the invisible character U+{code:04X} spoils printing and searching"),
                    "delete it and type the word again; it often comes with text pasted from the web".into(),
                ],
            ),
            Self::OtherScript { character } => (
                "ky-tu",
                Error,
                [
                    format!(
                        "chữ `{character}` (U+{:04X}) không phải chữ La-tinh, chỉ nhìn giống",
                        u32::from(*character)
                    ),
                    "gõ lại cả tiếng bằng bộ gõ tiếng Việt".into(),
                ],
                [
                    format!(
                        "`{character}` (U+{:04X}) is not a Latin letter, it only looks like one",
                        u32::from(*character)
                    ),
                    "type the word again".into(),
                ],
            ),
            Self::LooseMark { code } => (
                "ky-tu",
                Error,
                [
                    format!("có dấu rời U+{code:04X} không ghép được với chữ đứng trước"),
                    "xoá dấu ấy rồi gõ lại chữ bằng bộ gõ tiếng Việt".into(),
                ],
                [
                    format!("the loose mark U+{code:04X} fits no letter before it"),
                    "delete it and type the letter again".into(),
                ],
            ),
            Self::TooManyColumns { columns, limit } => (
                "bang",
                Error,
                [format!("bảng có {columns} cột, quá {limit} cột"), "tách thành nhiều bảng".into()],
                [
                    format!("the table has {columns} columns, more than {limit}"),
                    "split it into several tables".into(),
                ],
            ),
            Self::NoGlyph { character } => (
                "ky-tu",
                Error,
                [
                    format!("phông chữ không có ký tự `{character}` (U+{:04X})", u32::from(*character)),
                    "thay bằng ký tự khác, hoặc đặt phông có ký tự này vào `fonts/`".into(),
                ],
                [
                    format!("no font has the character `{character}` (U+{:04X})", u32::from(*character)),
                    "use another character, or put a font that has it into `fonts/`".into(),
                ],
            ),
            Self::NoProfile { date, known } => (
                "R-D-001",
                Error,
                [
                    format!("chưa có hướng dẫn thể thức cho văn bản ngày {date}"),
                    format!("xem lại ngày, hoặc ghi rõ hướng dẫn bằng `huong_dan:` và một trong: {known}"),
                ],
                [
                    format!("there is no format guidance for a document of {date}"),
                    format!("check the date, or name the guidance with `huong_dan:` and one of: {known}"),
                ],
            ),
            Self::UnknownProfile { code, known } => (
                "R-D-001",
                Error,
                [format!("không có hướng dẫn `{code}`"), format!("dùng một trong: {known}")],
                [format!("there is no guidance `{code}`"), format!("use one of: {known}")],
            ),
            Self::RivalProfiles { codes } => (
                "R-D-001",
                Error,
                [
                    format!("hai hướng dẫn cùng áp dụng từ một ngày: {codes}"),
                    "ghi rõ hướng dẫn bằng `huong_dan:`, hoặc sửa `tu_ngay` trong tệp TOML".into(),
                ],
                [
                    format!("two guidances came into force on one day: {codes}"),
                    "name one with `huong_dan:`, or correct `tu_ngay` in its TOML file".into(),
                ],
            ),
            Self::UnknownSystem { system, known } => (
                "R-N-003",
                Error,
                [
                    format!("không có hướng dẫn thể thức nào cho hệ thống `{system}`"),
                    format!("dùng một trong: {known}"),
                ],
                [
                    format!("there is no format guidance for the system `{system}`"),
                    format!("use one of: {known}"),
                ],
            ),
            Self::KindNotInSystem { kind } => (
                "loai-van-ban",
                Error,
                [
                    format!("hệ thống của cơ quan này không có loại văn bản `{kind}`"),
                    "chọn loại khác, hoặc xem lại `he_thong` của cơ quan".into(),
                ],
                [
                    format!("this body's system has no document type `{kind}`"),
                    "choose another type, or look at the body's `he_thong` again".into(),
                ],
            ),
            Self::UnknownSheet { sheet, known } if known.is_empty() => (
                "R-D-010",
                Error,
                [
                    format!("hướng dẫn này không có khổ giấy `{sheet}`"),
                    "xoá dòng này: mọi văn bản in trên khổ A4".into(),
                ],
                [
                    format!("this guidance has no sheet `{sheet}`"),
                    "delete the line: all documents are printed on A4".into(),
                ],
            ),
            Self::UnknownSheet { sheet, known } => (
                "R-D-010",
                Error,
                [
                    format!("không có khổ giấy `{sheet}`"),
                    format!("khổ A4 thì xoá dòng này; giấy tờ hành chính dùng được: {known}"),
                ],
                [
                    format!("there is no sheet `{sheet}`"),
                    format!("delete the line for A4; administrative slips may use: {known}"),
                ],
            ),
            Self::SheetForSlips { sheet } => (
                "R-D-010",
                Error,
                [
                    format!("khổ {sheet} chỉ dùng cho giấy tờ hành chính"),
                    "xoá dòng này: loại văn bản này in trên khổ A4".into(),
                ],
                [
                    format!("the sheet {sheet} is for administrative slips only"),
                    "delete the line: this type is printed on A4".into(),
                ],
            ),
            Self::JointSuperior => (
                "R-D-092",
                Error,
                ["văn bản liên cơ quan không ghi cơ quan cấp trên".into(), "xoá dòng `cap_tren`".into()],
                ["a joint paper names no superior body".into(), "delete the line `cap_tren`".into()],
            ),
            Self::NeedlessNumber => (
                "R-D-241",
                Error,
                ["loại văn bản này không có số".into(), "xoá dòng `so`".into()],
                ["this type of document has no number".into(), "delete the line `so`".into()],
            ),
            Self::NeedlessAuthor => (
                "R-D-124",
                Error,
                ["ở đây không in tên loại nên `cua` không có chỗ".into(), "xoá dòng `cua`".into()],
                [
                    "no type name is printed here, so `cua` has no place".into(),
                    "delete the line `cua`".into(),
                ],
            ),
            Self::NeedlessTheme => (
                "R-D-125",
                Error,
                [
                    "chỉ báo cáo mới in chủ đề thay tên loại và trích yếu".into(),
                    "xoá mục `thay_ten_loai`".into(),
                ],
                [
                    "only a report prints a theme instead of type and subject".into(),
                    "delete `thay_ten_loai`".into(),
                ],
            ),
            Self::SecondOfficeAlone => (
                "R-D-153",
                Error,
                [
                    "có `kiem` mà chưa có `chuc_vu`".into(),
                    "ghi chức vụ chính ở `chuc_vu`, chức vụ kiêm ở `kiem`".into(),
                ],
                [
                    "there is `kiem` but no `chuc_vu`".into(),
                    "write the home title in `chuc_vu`, the second one in `kiem`".into(),
                ],
            ),
            Self::CopyBeforeOriginal { original } => (
                "R-D-230",
                Error,
                [
                    format!("bản sao có ngày trước bản chính ({original})"),
                    "xem lại ngày của bản sao và của văn bản".into(),
                ],
                [
                    format!("the copy is dated before its original ({original})"),
                    "look at the dates of the copy and of the document again".into(),
                ],
            ),
            Self::TooManyAbsent { called, absent } => (
                "cuoc-hop",
                Error,
                [
                    format!("triệu tập {called} mà vắng mặt {absent}"),
                    "xem lại `trieu_tap` và `vang_mat`".into(),
                ],
                [
                    format!("{called} were called but {absent} are absent"),
                    "look at `trieu_tap` and `vang_mat` again".into(),
                ],
            ),
            Self::WithdrawnCode { code } => (
                "R-D-256",
                Warning,
                [
                    format!("ký hiệu `{code}` không còn trong hướng dẫn áp dụng cho văn bản này"),
                    "dùng ký hiệu hiện nay của cơ quan, ví dụ ĐU".into(),
                ],
                [
                    format!("the code `{code}` is no longer in the guidance this document follows"),
                    "use the body's present code, such as ĐU".into(),
                ],
            ),
            Self::WrongWeekday { date, weekday } => (
                "cuoc-hop",
                Error,
                [
                    format!("ngày {date} là {weekday}"),
                    "sửa ngày, hoặc xoá dòng `thu`: thứ được in tự động".into(),
                ],
                [
                    format!("{date} is a {weekday}"),
                    "correct the date, or delete `thu`: the weekday is printed anyway".into(),
                ],
            ),
            Self::ClosesBeforeOpening => (
                "cuoc-hop",
                Error,
                ["giờ kết thúc không sau giờ bắt đầu".into(), "xem lại `bat_dau` và `ket_thuc`".into()],
                [
                    "the meeting closes before it opens".into(),
                    "look at `bat_dau` and `ket_thuc` again".into(),
                ],
            ),
            Self::Attendance { called, present, absent } => (
                "cuoc-hop",
                Error,
                [
                    format!("triệu tập {called} mà có mặt {present}, vắng mặt {absent}"),
                    "có mặt cộng vắng mặt phải bằng triệu tập; mỗi người vắng một dòng ở `vang_mat`".into(),
                ],
                [
                    format!("{called} were called but {present} came and {absent} did not"),
                    "those who came and those who did not must add up; each absence is a line of `vang_mat`"
                        .into(),
                ],
            ),
            Self::OutOfRange { from, to, rule } => (
                rule,
                Error,
                [
                    format!("hướng dẫn chỉ cho từ {from} đến {to}"),
                    "chọn số trong khoảng ấy, hoặc xoá dòng để dùng số mặc định".into(),
                ],
                [
                    format!("the guidance allows {from} to {to} only"),
                    "choose a number in that range, or delete the line for the default".into(),
                ],
            ),
            Self::BodyCode { code } => (
                "R-D-100",
                Error,
                [
                    format!("`{code}` không phải ký hiệu cơ quan"),
                    "viết chữ in hoa liền nhau, cơ quan liên tịch nối bằng gạch nối: ĐUK, BTCTU-BDVTU".into(),
                ],
                [
                    format!("`{code}` is not a body's code"),
                    "write capitals without spaces, joint bodies with a hyphen: ĐUK, BTCTU-BDVTU".into(),
                ],
            ),
            Self::CodeSuffix { suffix } => (
                "R-D-104",
                Warning,
                [
                    format!("ký hiệu cơ quan có đuôi `/{suffix}`"),
                    "hướng dẫn không nói đến đuôi này; giữ lại nếu cơ quan quy định như vậy".into(),
                ],
                [
                    format!("the body's code has the suffix `/{suffix}`"),
                    "the guidance does not mention it; keep it if your office has such a rule".into(),
                ],
            ),
            Self::AuthorityPrefix { text, known } => (
                "R-D-152",
                Error,
                [
                    format!("quyền hạn ký `{text}` không bắt đầu bằng một trong: {known}"),
                    format!("viết đúng dấu của hướng dẫn: {known}, rồi một dấu cách"),
                ],
                [
                    format!("the authority `{text}` does not begin with one of: {known}"),
                    format!("write the guidance's own marks, {known}, then one space"),
                ],
            ),
            Self::NoAddressee => (
                "R-D-176",
                Error,
                [
                    "loại văn bản này phải có nơi kính gửi".into(),
                    "thêm `kinh_gui:` và mỗi nơi một dòng `- …`".into(),
                ],
                [
                    "this type of document needs addressees".into(),
                    "add `kinh_gui:` with a line `- …` for each".into(),
                ],
            ),
            Self::NeedlessAddressee => (
                "R-D-176",
                Error,
                [
                    "loại văn bản này không có Kính gửi".into(),
                    "xoá mục `kinh_gui`, ghi nơi nhận ở `noi_nhan`".into(),
                ],
                [
                    "this type of document has no addressees".into(),
                    "delete `kinh_gui`; name the recipients in `noi_nhan`".into(),
                ],
            ),
            Self::TypedMark { mark } => (
                "danh-so",
                Error,
                [
                    format!("`{mark}` ở đầu sẽ bị in hai lần: chương trình tự đặt dấu và số"),
                    format!("xoá `{mark}`; muốn giữ số của mình thì viết nội dung liền sau `noi_dung: |`"),
                ],
                [
                    format!(
                        "the leading `{mark}` would be printed twice: marks and numbers come by themselves"
                    ),
                    format!("delete `{mark}`; to keep your own numbers, write the text after `noi_dung: |`"),
                ],
            ),
            Self::TypedDate => (
                "R-D-110",
                Error,
                [
                    "địa danh chỉ là tên nơi, không có dấu phẩy và ngày tháng".into(),
                    "xoá phần từ dấu phẩy; ngày ghi ở mục `ngay`".into(),
                ],
                [
                    "the place is a name only, without comma and date".into(),
                    "delete it from the comma on; the date stands in `ngay`".into(),
                ],
            ),
            Self::TypedAbout => (
                "R-D-126",
                Error,
                [
                    "trích yếu không viết “V/v”".into(),
                    "xoá “V/v”: văn bản của Đảng không dùng, văn bản nhà nước thì chương trình tự đặt".into(),
                ],
                [
                    "a subject line does not say “V/v”".into(),
                    "delete it: the Party does not use it, and for the State the program prints it".into(),
                ],
            ),
            Self::StrayPlaceholder { name } => (
                "cho-dien",
                Error,
                [
                    format!("`{{{{ {name} }}}}` chỉ được điền trong một hoạt động"),
                    "chuyển câu này vào `hoat_dong`, hoặc viết thẳng nội dung".into(),
                ],
                [
                    format!("`{{{{ {name} }}}}` is filled in inside an activity only"),
                    "move the sentence into a `hoat_dong`, or write the words themselves".into(),
                ],
            ),
            Self::NameTooLong { limit } => (
                "ten-qua-dai",
                Error,
                [
                    format!("tên này dài quá {limit} chữ"),
                    "rút ngắn; nội dung chi tiết để ở `noi_dung`".into(),
                ],
                [
                    format!("this name is longer than {limit} letters"),
                    "shorten it; details belong in `noi_dung`".into(),
                ],
            ),
            Self::NotTheLetterD { letter } => (
                "ky-tu",
                Error,
                [
                    format!(
                        "chữ `{letter}` này (U+{:04X}) không phải chữ đ tiếng Việt, nhìn giống mà khác mã",
                        u32::from(*letter)
                    ),
                    "gõ lại bằng bộ gõ tiếng Việt".into(),
                ],
                [
                    format!(
                        "this `{letter}` (U+{:04X}) is not the Vietnamese letter đ, it only looks like it",
                        u32::from(*letter)
                    ),
                    "type it again with a Vietnamese keyboard".into(),
                ],
            ),
            Self::YearOrNumber { number } => {
                let grouped = format!("{}.{:03}", number / 1000, number % 1000);
                (
                    "bang",
                    Warning,
                    [
                        format!("ô này in là `{grouped}`"),
                        format!(
                            "nếu là năm, viết \"{number}\" trong ngoặc kép; nếu là số lượng, viết \"{grouped}\""
                        ),
                    ],
                    [
                        format!("this cell is printed as `{grouped}`"),
                        format!("for a year write \"{number}\" in quotes; for an amount, \"{grouped}\""),
                    ],
                )
            }
            Self::RowLength { cells, columns } => (
                "bang",
                Error,
                [
                    format!("hàng này có {cells} ô, bảng có {columns} cột"),
                    "thêm hoặc bớt ô; ô trống viết `~`".into(),
                ],
                [
                    format!("this row has {cells} cells, the table {columns} columns"),
                    "add or remove cells; write `~` for an empty one".into(),
                ],
            ),
            Self::NobodySigns => (
                "R-D-150",
                Error,
                [
                    "khối ký chưa có quyền hạn hoặc chức vụ".into(),
                    "thêm `quyen_han`, `chuc_vu`, hoặc cả hai".into(),
                ],
                [
                    "the signature block has neither authority nor position".into(),
                    "add `quyen_han`, `chuc_vu` or both".into(),
                ],
            ),
        }
    }
}
