//! In: a slip in YAML. Out: its headline and advice.

use super::Lang;

/// The usual slips in YAML, each with advice of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YamlProblem {
    /// A second colon in an unquoted value.
    Colon,
    /// A tab used for indentation.
    Tab,
    /// A no-break space used for indentation.
    OddSpace,
    /// A quotation mark that is not closed.
    Quote,
    /// A value that begins with a character YAML keeps for itself.
    Reserved,
    /// Lines that do not line up.
    Indent,
    /// A line at no depth of those above it.
    Depth {
        /// The number of the line that set the depth.
        line: usize,
        /// How many spaces that one has before it.
        there: usize,
        /// How many this one has.
        here: usize,
    },
    /// An entry of a list without its dash.
    NoDash,
    /// `so = 28`, `so; 28`.
    OtherSign {
        /// The key.
        key: String,
        /// What stands for the colon.
        sign: char,
    },
    /// `so:28`.
    NoSpaceAfterColon {
        /// The key.
        key: String,
    },
    /// `so:` and a tab.
    TabAfterColon {
        /// The key.
        key: String,
    },
    /// A space that is none to YAML, as in text from the web.
    OddSpaceAfterColon {
        /// The key.
        key: String,
        /// The code of the space.
        code: u32,
    },
    /// A sign that looks like a colon.
    OddColon {
        /// The key.
        key: String,
        /// The sign.
        sign: char,
    },
    /// `-Lưu`.
    NoSpaceAfterDash,
    /// A dash or bullet of another kind before an entry.
    OddDash {
        /// The sign.
        sign: char,
    },
    /// A bracket that is not closed.
    Unclosed {
        /// The bracket.
        bracket: char,
    },
    /// A backslash in double quotes that means nothing.
    Escape {
        /// The backslash and what follows.
        written: String,
    },
    /// A comma inside braces, which ends a value there.
    Comma {
        /// What stands after it.
        rest: String,
    },
    /// `{{ … }}` without quotes, which YAML takes for its own braces.
    Expression,
    /// A mark that Git leaves where two people changed the same lines.
    Conflict,
    /// Anything else, in the words of the reader of YAML.
    Other {
        /// Those words.
        detail: String,
    },
}

impl YamlProblem {
    /// What is wrong.
    pub(super) fn headline(&self, lang: Lang) -> String {
        match self {
            Self::NoSpaceAfterColon { key } => lang.pick(
                format!("sau dấu hai chấm của `{key}` thiếu dấu cách"),
                format!("a space is missing after the colon of `{key}`"),
            ),
            Self::TabAfterColon { key } => lang.pick(
                format!("sau dấu hai chấm của `{key}` là dấu Tab"),
                format!("a tab stands after the colon of `{key}`"),
            ),
            Self::OddSpaceAfterColon { key, code } => lang.pick(
                format!("dấu cách sau dấu hai chấm của `{key}` là dấu cách lạ (U+{code:04X})"),
                format!("the space after the colon of `{key}` is of another kind (U+{code:04X})"),
            ),
            Self::OddColon { key, sign } => {
                let code = u32::from(*sign);
                lang.pick(
                    format!(
                        "dấu `{sign}` (U+{code:04X}) sau `{key}` không phải dấu hai chấm, chỉ nhìn giống"
                    ),
                    format!("the sign `{sign}` (U+{code:04X}) after `{key}` only looks like a colon"),
                )
            }
            Self::NoSpaceAfterDash => lang
                .pick("sau gạch đầu dòng thiếu dấu cách", "a space is missing after the dash of this entry")
                .into(),
            Self::OddDash { sign } => {
                let code = u32::from(*sign);
                lang.pick(
                    format!("dấu `{sign}` (U+{code:04X}) không mở được một mục của danh sách"),
                    format!("the sign `{sign}` (U+{code:04X}) cannot begin an entry of a list"),
                )
            }
            Self::Unclosed { bracket } => lang.pick(
                format!("ngoặc `{bracket}` mở ở đây mà chưa đóng"),
                format!("the bracket `{bracket}` is opened here and not closed"),
            ),
            Self::Comma { rest } => lang.pick(
                format!("trong {{ }}, dấu phẩy kết thúc giá trị: `{rest}` thành một mục riêng"),
                format!("in {{ }} a comma ends the value: `{rest}` became a key of its own"),
            ),
            Self::Escape { written } => lang.pick(
                format!("trong ngoặc kép thẳng, `{written}` là lệnh mà YAML không có"),
                format!("in straight double quotes `{written}` is no escape that YAML knows"),
            ),
            Self::Depth { .. } => lang
                .pick(
                    "dòng này không thẳng hàng với dòng nào ở trên",
                    "this line is level with none above it",
                )
                .into(),
            Self::NoDash => lang
                .pick("dòng này trong danh sách thiếu gạch đầu dòng", "this line of a list lacks its dash")
                .into(),
            Self::OtherSign { key, sign } => lang.pick(
                format!("sau `{key}` là dấu `{sign}`, không phải dấu hai chấm"),
                format!("`{sign}` stands after `{key}` in place of a colon"),
            ),
            Self::Conflict => lang
                .pick(
                    "dấu Git để lại: hai người cùng sửa chỗ này mà chưa gộp",
                    "a mark left by Git: two people changed these lines, and nobody has joined them",
                )
                .into(),
            _ => lang.pick("tệp sai cú pháp YAML ở chỗ này", "the file is not valid YAML here").into(),
        }
    }

    /// What to do.
    pub(super) fn advice(&self, lang: Lang) -> String {
        let (vi, en) = match self {
            Self::Colon => (
                "giá trị có dấu hai chấm thì đặt trong ngoặc kép thẳng; xem lại khoảng thụt đầu dòng",
                "put a value that holds a colon in straight quotes; check the indentation",
            ),
            Self::Tab => {
                ("thụt đầu dòng bằng dấu cách, không bằng phím Tab", "indent with spaces, not with tabs")
            }
            Self::OddSpace => (
                "đầu dòng có dấu cách lạ dán từ nơi khác sang; xoá rồi gõ lại bằng phím cách",
                "the line begins with odd spaces from pasted text; delete them and press the space bar",
            ),
            Self::Quote => (
                "ngoặc kép phải được đóng và phải bao cả giá trị, không chỉ một phần",
                "close the quotation mark, and let it hold the whole value, not a part",
            ),
            Self::Expression => (
                "câu có `{{ … }}` thì đặt cả câu trong ngoặc kép thẳng: \"Xếp loại {{ xep_loai }}\"",
                "put the whole of a text with `{{ … }}` in straight quotes: \"Xếp loại {{ xep_loai }}\"",
            ),
            Self::Conflict => (
                "giữ một trong hai bản, rồi xoá các dòng `<<<<<<<`, `=======` và `>>>>>>>`",
                "keep one of the two, then delete the lines `<<<<<<<`, `=======` and `>>>>>>>`",
            ),
            Self::Reserved => (
                "giá trị bắt đầu bằng ký tự riêng của YAML thì đặt trong ngoặc kép thẳng",
                "a value that begins with a character YAML keeps for itself needs straight quotes",
            ),
            Self::Indent => (
                "các dòng cùng cấp phải thụt vào như nhau; sau `tên:` có một dấu cách",
                "lines of one level must be indented alike; one space follows `key:`",
            ),
            Self::Depth { line, there, here } => {
                return lang.pick(
                    format!("dòng {line} thụt {there} dấu cách, dòng này {here}; các dòng cùng cấp thụt vào như nhau"),
                    format!("line {line} is indented by {there}, this one by {here}; lines of one level must be indented alike"),
                );
            }
            Self::NoDash => {
                ("thêm `- ` ở đầu dòng, thẳng với dòng trên", "begin it with `- `, level with the line above")
            }
            Self::OtherSign { key, .. } => {
                return lang.pick(format!("viết `{key}: …`"), format!("write `{key}: …`"));
            }
            Self::NoSpaceAfterColon { key } => {
                return lang.pick(
                    format!("viết `{key}: …`, có một dấu cách sau dấu hai chấm"),
                    format!("write `{key}: …`, with a space after the colon"),
                );
            }
            Self::TabAfterColon { .. } => (
                "xoá dấu Tab rồi gõ một dấu cách bằng phím cách",
                "delete the tab and press the space bar once",
            ),
            Self::OddSpaceAfterColon { .. } => (
                "xoá dấu cách ấy rồi gõ lại bằng phím cách; nó thường theo chữ dán từ nơi khác sang",
                "delete it and press the space bar; such spaces come with pasted text",
            ),
            Self::OddColon { key, .. } => {
                return lang.pick(
                    format!("tắt bộ gõ toàn hình rồi viết `{key}: …`"),
                    format!("write `{key}: …` with the colon of the keyboard"),
                );
            }
            Self::Comma { .. } => (
                "đặt giá trị có dấu phẩy trong ngoặc kép thẳng: {ten: \"Họ, tên\"}; nhiều mã thì trong ngoặc vuông: {ma: [A, B]}",
                "put a value that holds a comma in straight quotes: {ten: \"Họ, tên\"}; several ids in brackets: {ma: [A, B]}",
            ),
            Self::NoSpaceAfterDash => {
                ("viết `- …`, có một dấu cách sau gạch nối", "write `- …`, with a space after the hyphen")
            }
            Self::OddDash { .. } => (
                "mở mỗi mục bằng gạch nối `-` của bàn phím và một dấu cách",
                "begin each entry with the hyphen of the keyboard and a space",
            ),
            Self::Unclosed { bracket } => {
                let closing = if *bracket == '[' { ']' } else { '}' };
                return lang.pick(
                    format!("đóng bằng `{closing}`; nếu ngoặc là chữ cần in thì đặt cả giá trị trong ngoặc kép thẳng"),
                    format!("close it with `{closing}`; if it is to be printed, put the whole value in straight quotes"),
                );
            }
            Self::Escape { .. } => (
                "muốn in dấu `\\` thì viết hai lần `\\\\`, hoặc đặt giá trị trong ngoặc đơn thẳng",
                "to print a backslash write it twice, or put the value in straight single quotes",
            ),
            Self::Other { detail } => {
                return lang.pick(
                    match in_vietnamese(detail) {
                        Some(reason) => format!("xem lại dòng này và dòng ngay trên: {reason}"),
                        None => "xem lại dòng này và dòng ngay trên: ngoặc, dấu hai chấm, khoảng thụt".into(),
                    },
                    format!("check this line and the one above (the reader says: {detail})"),
                );
            }
        };
        lang.pick(vi, en).into()
    }
}

/// What the reader of YAML says, for whoever reads no English.
fn in_vietnamese(detail: &str) -> Option<&'static str> {
    const WORDS: [(&str, &str); 19] = [
        ("unexpected end of plain scalar", "giá trị bị cắt ngang"),
        ("plain scalar", "giá trị không đặt trong ngoặc kép có ký tự mà YAML không nhận"),
        ("flow mapping", "giữa các mục trong `{ }` thiếu dấu phẩy hoặc thiếu dấu đóng `}`"),
        ("flow sequence", "giữa các mục trong `[ ]` thiếu dấu phẩy hoặc thiếu dấu đóng `]`"),
        ("flow construct", "các dòng trong ngoặc phải thụt vào sâu hơn tên mục"),
        ("illegal placement of ':'", "dấu hai chấm đứng không đúng chỗ"),
        ("mapping keys are not allowed", "tên mục đứng không đúng chỗ"),
        ("sequence entries are not allowed", "gạch đầu dòng đứng không đúng chỗ"),
        ("misplaced bracket", "thừa một dấu đóng ngoặc"),
        ("comment intercepting", "dòng chú thích chen giữa một giá trị nhiều dòng"),
        ("byte order mark", "giữa tệp có dấu BOM"),
        ("unprintable", "có ký tự không in được"),
        ("directive", "dòng bắt đầu bằng `%` là lệnh riêng của YAML"),
        ("document end", "sau dòng `...` còn nội dung"),
        ("document indicator", "dòng `---` hoặc `...` nằm giữa một giá trị"),
        ("block scalar", "các dòng sau `|` hoặc `>` thụt vào không đều"),
        ("expected whitespace", "thiếu một dấu cách"),
        ("unexpected character", "có ký tự mà YAML không cho đứng ở đây"),
        ("next token", "dòng này không hợp với các dòng ở trên"),
    ];
    WORDS.iter().find(|(words, _)| detail.contains(words)).map(|(_, vi)| *vi)
}
