//! The rule about what a form, a word processor or another program left behind: gaps
//! nobody filled, errors in place of a value.

use std::sync::LazyLock;

use regex::Regex;

use super::borrowed::borrowed;
use super::reading::{Seldom, pattern};
use super::text::{Role, Text, ends_with, head, holds, tail};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("sot-mau", Warning, left_over).and_rows()];

/// Gaps of a form. An annex may be one. The bounds are those of Latin words: others
/// make the search many times as slow.
const GAP_SIGNS: &[&str] = &[
    "[",
    "<",
    "«",
    "XXX",
    "xxx",
    "???",
    "x/",
    "X/",
    "yyyy",
    "YYYY",
    "TODO",
    "tap here",
    "Tap here",
    "Tap Here",
    "TAP HERE",
    "Table of Contents",
];
static GAP: Seldom = Seldom::new(GAP_SIGNS, || {
    pattern(concat!(
        r"(?i)\[(?:điền|ghi rõ|nhập|chèn|tên|họ tên|họ và tên)(?:\s[^\]\n]*)?\]",
        r"|<(?:điền|ghi rõ|nhập|chèn|tên|họ tên|họ và tên)(?:\s[^>\n]*)?>",
        r"|(?-u:\b)(?-i:X{3,}|x{3,8})(?-u:\b)|\?{3,}",
        r"|(?-u:\b)(?:xx?/xx?/(?:[0-9]{4}|x{2,4})|dd/mm/yyyy|(?-i:TODO))(?-u:\b)|[«<]\w*_\w*[»>]",
        r"|Click or tap here to enter text|(?-i:Table of Contents)",
    ))
});
/// A row of dots between words.
static DOTS: Seldom = Seldom::new(&["……", ".....", "_____"], || pattern(r"(?:…{2,}|\.{5,}|_{5,})"));
/// Braces that no value fills: one of a pair is lost, or another program fills them.
/// A value that the program fills is one of the alternatives, and no finding.
static BRACES: Seldom = Seldom::new(&["{", "}", "(("], || {
    pattern(concat!(
        r"(?P<filled>\{\{[^{}]*\}\})|\{%[^%\n]*%?\}?|\{#[^#\n]*#?\}?|\$\{\w+\}|\{\{[^\s}]*|\}\}",
        r"|\{\s*(?:MERGEFIELD\s+)?\w*_\w*\s*\}|\{\s*MERGEFIELD[^}\n]*\}",
        // A call, a value of a value, a filter between braces or brackets of another kind.
        r"|\{\s*[a-z][a-z0-9_]+(?:\(|\s*\||\.[a-z])[^{}\n]*\}|\(\(\s*[a-z][a-z0-9_]+(?:\([^()\n]*\)|\s*\||\.[a-z])[^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)\)",
    ))
});
/// An address or a file between braces or brackets: `((dichvucong.gov.vn))`, `{bao_cao.xlsx}`.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^[{(]+\s*[\w.@%+-]+\.(?:vn|com|net|org|gov|edu|info|io|asia",
        r"|pdf|docx?|xlsx?|pptx?|csv|txt|zip|rar|jpe?g|png|mp[34]|xml|yml)(?:/[^\s{}()]*)?\s*[)}]+$",
    ))
});
/// What programs write for a value that they do not have.
const FAILED_SIGNS: &[&str] = &[
    "Error!",
    "[object",
    "orem",
    "OREM",
    "Page ",
    "undefined",
    "NaN",
    "None",
    "#",
    ":\\",
    "file:",
    "\\n",
    "\\t",
    "_x",
];
static FAILED: Seldom = Seldom::new(FAILED_SIGNS, || {
    pattern(concat!(
        r"Error! (?:Bookmark not defined|Reference source not found)\.?|\[object Object\]|(?i:lorem ipsum)",
        r"|(?-u:\b)(?:Page [0-9]+ of [0-9]+|undefined|NaN|None)(?-u:\b)|#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)",
        r"|(?-u:\b)[A-Za-z]:\\[^\s]+|file:///[^\s]+|\\[nt](?:\s|$)|_x[0-9A-F]{4}_",
    ))
});
/// A formula of a sheet in place of its value.
static FORMULA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[=@+-]\s?[A-Z][A-Z.]+\(.*|=\s?[+-]?\$?[A-Z]{1,3}\$?[0-9]{1,6}(?:[+*/:&-].*)?|=\s?[0-9].*[+*/-].*)$",
    )
});
/// What begins like a command of a program, in place of a name: `=cmd|…`,
/// `#read("…")`, `//abc`.
static COMMAND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:[=@+-]\s?\w+\s?\|.*|#(?:\w+[.(\[{]|(?:let|set|show|import|include)\s).*|//.*|/\*.*)$")
});
/// The number of a page that stands as a paragraph.
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:trang|page)\s+[0-9]{1,3}\.?$|^[-–]\s*[0-9]{1,3}\s*[-–]$"));
/// The same with how many there are.
static PAGE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^trang\s+[0-9]{1,3}\s*(?:/|trên|trong)\s*[0-9]{1,3}\.?$"));

fn left_over(subject: &Subject<'_>, found: &mut Findings<'_>) {
    borrowed(subject, found);
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        for hit in FAILED.find_iter(text.text) {
            let written = hit.as_str().trim_end();
            if is_spoken_of(&text.text[..hit.start()]) {
                continue;
            }
            let words = Wording {
                vi: [
                    format!("`{written}` do chương trình khác để lại, sẽ bị in ra"),
                    "xoá nó, ghi giá trị đúng".into(),
                ],
                en: [
                    format!("`{written}` was left by another program and would be printed"),
                    "delete it and write the right value".into(),
                ],
            };
            found.at(subject, text, hit.start()..hit.start() + written.len(), words);
        }
        for (start, paragraph) in text.each_paragraph() {
            if paragraph.starts_with(['=', '@', '+', '-']) && FORMULA.is_match(paragraph) {
                let words = Wording {
                    vi: [
                        format!("`{paragraph}` là công thức của bảng tính, sẽ bị in ra"),
                        "dán giá trị của ô ấy, không dán công thức".into(),
                    ],
                    en: [
                        format!("`{paragraph}` is a formula of a sheet and would be printed"),
                        "paste the value of the cell, not its formula".into(),
                    ],
                };
                found.at(subject, text, start..start + paragraph.len(), words);
            }
            let command = paragraph.starts_with(['=', '@', '+', '-', '#', '/'])
                && !matches!(text.role, Role::Body | Role::Basis);
            if command && COMMAND.is_match(paragraph) {
                let words = Wording {
                    vi: [
                        format!("`{paragraph}` giống câu lệnh của một chương trình, sẽ bị in ra"),
                        "ghi đúng tên, đúng chữ cần in".into(),
                    ],
                    en: [
                        format!("`{paragraph}` looks like a command of a program and would be printed"),
                        "write the name or the words that are to be printed".into(),
                    ],
                };
                found.at(subject, text, start..start + paragraph.len(), words);
            }
            // A cell may name a page.
            let number = text.role == Role::Body && NUMBER.is_match(paragraph);
            if number || PAGE.is_match(paragraph) {
                let words = Wording {
                    vi: ["số trang sót lại trong bài".into(), "xoá đi, chương trình tự đánh số trang".into()],
                    en: [
                        "a page number is left in the text".into(),
                        "delete it; the program numbers the pages".into(),
                    ],
                };
                found.at(subject, text, start..start + paragraph.len(), words);
            }
        }
        let lost = BRACES.captures_iter(text.text).filter(|own| own.name("filled").is_none());
        for braces in lost.map(|own| own.get_match().range()) {
            if ADDRESS.is_match(&text.text[braces.clone()]) || is_keyword(&text.text[..braces.start]) {
                continue;
            }
            let written = text.text[braces.clone()].to_string();
            found.at(subject, text, braces, unfilled_braces(&written));
        }
        if is_empty_value(text) {
            let written = text.text.trim();
            found.at(subject, text, 0..text.text.len(), unfilled(written));
        }
        gaps(subject, text, found);
    }
}

/// `trich_yeu: ...`: a value of the head or the foot without a letter. Of a list, the
/// rows are looked at where they are read.
fn is_empty_value(text: &Text<'_>) -> bool {
    let head = matches!(text.role, Role::Subject | Role::Name | Role::Position | Role::Recipient);
    let written = text.text.trim();
    head && !written.is_empty()
        && !written.contains(char::is_alphanumeric)
        && ["co_quan", "dia_danh", "trich_yeu", "noi_nhan", "kinh_gui", "ky"]
            .contains(&text.path.split('.').next().unwrap_or_default())
}

/// What names a path, a value of a program on purpose: `lưu tại thư mục D:\VanBan`.
const SPOKEN_OF: [&str; 9] =
    ["thư mục", "ổ đĩa", "đường dẫn", "máy chủ", "lưu tại", "tệp", "giá trị", "thông báo lỗi", "phần mềm"];

/// How much of a text beside a place is looked at, in bytes: it may hold thousands.
const NEAR: usize = 400;

/// Whether the words before a place speak of a message: `Cú pháp tin nhắn {ma_ho}`.
fn is_keyword(before: &str) -> bool {
    let line = tail(before, NEAR).rsplit('\n').next().unwrap_or_default().to_lowercase();
    ["cú pháp", "tin nhắn", "nhắn tin", "soạn tin"].iter().any(|word| holds(&line, word))
}

/// Whether the sentence before a place speaks of files or of programs.
fn is_spoken_of(before: &str) -> bool {
    let sentence = tail(before, NEAR).rsplit([';', '\n']).next().unwrap_or_default();
    let sentence = sentence.rsplit(". ").next().unwrap_or_default().to_lowercase();
    SPOKEN_OF.iter().any(|word| holds(&sentence, word))
}

fn gaps(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    if text.path.starts_with("phu_luc") {
        return;
    }
    for hit in GAP.find_iter(text.text) {
        let (before, after) = (&text.text[..hit.start()], &text.text[hit.end()..]);
        // What a guidance quotes, the text of a link, the numeral thirty.
        let quoted = before.ends_with('"')
            || is_quoted(before, after)
            || ends_with(&tail(before.trim_end(), NEAR).to_lowercase(), "dạng");
        if quoted || after.starts_with('(') || is_numeral(before, hit.as_str()) {
            continue;
        }
        found.at(subject, text, hit.range(), unfilled(hit.as_str()));
    }
    // A form may well have lines to be filled in by hand.
    if text.role == Role::Body && text.path.starts_with("noi_dung") {
        let between = |hit: &regex::Match<'_>| {
            let after = head(&text.text[hit.end()..], NEAR).trim_start_matches([' ', '.', '…']);
            after.starts_with(char::is_alphabetic)
        };
        if let Some(hit) = DOTS.find_iter(text.text).find(between) {
            found.remark_at(subject, text, hit.range(), unfilled(hit.as_str()));
        }
    }
}

/// Whether a quotation is open on the line: `“Vì sao ???”`, `"<Họ tên> nộp phí"`.
fn is_quoted(before: &str, after: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let rest = after.split('\n').next().unwrap_or_default();
    let open = [('“', '”'), ('‘', '’'), ('«', '»')]
        .iter()
        .any(|(open, close)| line.rfind(*open).is_some_and(|at| !line[at..].contains(*close)));
    open || line.matches('"').count() % 2 == 1 && rest.contains('"')
}

/// `lần thứ XXX`, `khóa XXX`, `XXIX, XXX`.
fn is_numeral(before: &str, written: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let roman = last.trim_end_matches(',');
    if written == "XXX" && !roman.is_empty() && roman.chars().all(|c| "IVXLC".contains(c)) {
        return true;
    }
    let last = last.to_lowercase();
    let ordinal = ["thứ", "khóa", "khoá", "hội", "kỷ", "kỳ", "chương", "phần", "mục", "và", "-", "–"];
    written == "XXX" && ordinal.contains(&last.as_str())
}

fn unfilled(written: &str) -> Wording {
    Wording {
        vi: [
            format!("chỗ của mẫu chưa điền: `{written}`"),
            "điền vào; để trống cho người khác ghi thì dùng khối `dien:`".into(),
        ],
        en: [
            format!("a gap of the form is not filled: `{written}`"),
            "fill it in; what others shall fill by hand is the block `dien:`".into(),
        ],
    }
}

fn unfilled_braces(written: &str) -> Wording {
    Wording {
        vi: [
            format!("`{written}` không phải chỗ điền, sẽ bị in ra như vậy"),
            "chỗ điền viết đủ hai ngoặc mỗi bên: `{{ chu_tri }}`".into(),
        ],
        en: [
            format!("`{written}` is no place that is filled and would be printed so"),
            "a place to be filled has two braces at each side: `{{ chu_tri }}`".into(),
        ],
    }
}
