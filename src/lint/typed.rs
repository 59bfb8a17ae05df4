//! Rules about what the author typed for lists and emphasis: bullets that the format
//! does not have, marks of other programs.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::{Seldom, pattern};
use super::text::Role;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;
use crate::values::prose::own_mark;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("dau-dong", Info, bullets),
    Rule::of_document("dau-la", Warning, foreign_marks).and_rows(),
];

/// Bullets of other programs at the beginning of a paragraph: the format has a
/// hyphen, and a plus sign below it.
fn bullets(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| matches!(text.role, Role::Body | Role::Cell)) {
        let odd = text.each_paragraph().find_map(|(start, paragraph)| {
            // `* Ghi chú: …` below a table is a note.
            let note = ["* ghi chú", "* lưu ý", "* chú thích", "* nguồn"];
            let noted = note.iter().any(|note| paragraph.to_lowercase().starts_with(note));
            let star = (paragraph.starts_with("* ") && !noted).then_some("*");
            let own = own_mark(paragraph).map(|(mark, _)| mark);
            let bullet = star.or(own.filter(|mark| "•·▪→–—".contains(mark)))?;
            Some((start, bullet.to_string()))
        });
        let Some((start, bullet)) = odd else { continue };
        let words = Wording {
            vi: [
                format!("gạch đầu dòng gõ bằng `{bullet}`, in ra đúng như vậy"),
                "dùng gạch nối `-`, ý nhỏ hơn dùng `+`; hoặc khối `gach:`".into(),
            ],
            en: [
                format!("the bullet `{bullet}` is printed as typed"),
                "use a hyphen `-`, and `+` below it; or the block `gach:`".into(),
            ],
        };
        // One finding a text: its author has one habit.
        found.at(subject, text, start..start + bullet.len(), words);
    }
}

/// Letters and signs as HTML writes them by name (by number: `ma-may`); the names of those that Vietnamese has, and of the
/// signs of prose. A company may well be called `M&T;`.
const ENTITY: &str = concat!(
    r"&(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[lr]aquo|hellip|[nm]dash",
    r"|bull|middot|deg|times|sect|copy|reg|shy|eth|ETH|[dD]strok",
    r"|[A-Za-z](?:acute|grave|circ|tilde|breve|uml|cedil|caron));",
);

static ENTITY_BEFORE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!("(?:{ENTITY}|&#[0-9a-fA-FxX]+;)$")));

/// Whether a letter as HTML writes it ends this text: its `;` is no mark of prose.
pub(super) fn ends_with_entity(text: &str) -> bool {
    ENTITY_BEFORE.is_match(text)
}

static FOREIGN: Seldom = Seldom::new(&["_", "~~", "&", "<", "](", "[^", "#######"], || {
    let marks = concat!(
        r"(?m)(?:^|[\s(“])(?P<line>__?\p{L}[^_\n]+__?)(?:[\s.,;:)”]|$)",
        r"|(?P<struck>~~[^~\n]+~~)",
        r"|(?P<tag></?(?:b|i|u|s|strong|em|br|p|span|div|sup|sub|center|font|[a-z]+:[A-Za-z]+)(?:\s[^>\n]*)?/?>)",
        r"|(?P<image>!\[[^\]\n]*\]\()",
        r"|(?P<link>\[[^\]\n]+\]\(https?:)",
        r"|(?P<note>\[\^\w+\])",
        r"|^(?P<heading>#{7,})\s",
    );
    pattern(&format!("{marks}|(?P<entity>{ENTITY})"))
});

/// Marks of Markdown and HTML that the program does not have: they are printed.
fn foreign_marks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        for captures in FOREIGN.captures_iter(text.text) {
            let Some(mark) = captures.iter().skip(1).flatten().next() else { continue };
            let written = mark.as_str();
            let words = Wording {
                vi: [
                    format!("`{written}` là dấu của chương trình khác, sẽ bị in ra"),
                    "xoá dấu ấy; chữ nghiêng viết *…*, chữ đậm viết **…**".into(),
                ],
                en: [
                    format!("`{written}` is a mark of another program and would be printed"),
                    "delete it; italics are *…*, bold is **…**".into(),
                ],
            };
            found.at(subject, text, mark.range(), words);
        }
    }
}
