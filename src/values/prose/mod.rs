//! In: a block scalar of light Markdown. Out: the same blocks that structured
//! YAML gives: headings, paragraphs, items.
//!
//! Markdown's block structure is read by pulldown-cmark; inline marks are left
//! to [`super::Runs`], which is kinder to Vietnamese punctuation. Where pasted
//! text has a line that begins with a mark of its own (`a)`, `1.1.`, `II.`),
//! that line is a paragraph, although Markdown would join it to the one above.

mod mark;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Markdown, ValueFault};
pub(crate) use mark::own_mark;
use mark::{joined_marks, without_escapes};

const OPTIONS: Options = Options::ENABLE_TABLES;

/// A block of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub role: Role,
    /// The mark at its beginning as the author wrote it: `1.`, `a)`, `-`.
    pub mark: Option<String>,
    /// Its text, inline marks unread.
    pub text: String,
}

/// What a block of prose is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A heading of this level, from 1.
    Heading(u8),
    /// A paragraph or an item.
    Paragraph,
}

/// Faults in `text` at byte ranges of it.
pub(crate) fn check(text: &str) -> Vec<(Range<usize>, ValueFault)> {
    let fault = |what, range| Some((range, ValueFault::MarkdownUnsupported { what }));
    let parser = Parser::new_ext(text, OPTIONS);
    let definitions: Vec<_> = parser
        .reference_definitions()
        .iter()
        .filter_map(|(_, it)| fault(Markdown::LinkDefinition, it.span.clone()))
        .collect();
    let items = events(text).zip(events(text).skip(1)).filter_map(|((item, range), (inside, _))| {
        // Nothing stands between the mark and what follows: the mark would be lost.
        let empty =
            matches!(inside, Event::End(TagEnd::Item) | Event::Start(Tag::List(_) | Tag::Heading { .. }));
        fault(Markdown::EmptyItem, range).filter(|_| empty && matches!(item, Event::Start(Tag::Item)))
    });
    let blocks = events(text).filter_map(|(event, range)| match event {
        Event::Start(Tag::Table(_)) => fault(Markdown::Table, range),
        Event::Start(Tag::CodeBlock(_)) => fault(Markdown::Code, range),
        Event::Start(Tag::BlockQuote(_)) => fault(Markdown::Quote, range),
        Event::Start(Tag::HtmlBlock) => fault(Markdown::Html, range),
        Event::Rule => fault(Markdown::Rule, range),
        Event::Start(Tag::Heading { .. }) if !text[range.clone()].trim_start().starts_with('#') => {
            fault(Markdown::Underline, range)
        }
        _ => None,
    });
    let mut faults: Vec<_> = blocks.chain(definitions).chain(items).chain(joined_marks(text)).collect();
    faults.sort_by_key(|(range, _)| range.start);
    faults
}

/// The blocks of `text` in order.
#[must_use]
pub fn passages(text: &str) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut role = Role::Paragraph;
    let mut mark: Option<String> = None;
    // The source range of the inline text gathered so far.
    let mut inline: Option<Range<usize>> = None;
    let mut finish = |role, mark: &mut Option<String>, inline: &mut Option<Range<usize>>| {
        if let Some(range) = inline.take() {
            split_marked_lines(&text[range], role, mark.take().as_ref(), &mut passages);
        }
    };
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                finish(role, &mut mark, &mut inline);
                role = Role::Heading(level as u8);
            }
            Event::End(TagEnd::Heading(_)) => {
                finish(role, &mut mark, &mut inline);
                role = Role::Paragraph;
            }
            Event::Start(Tag::Item) => {
                finish(role, &mut mark, &mut inline);
                mark = text[range].split_whitespace().next().map(String::from);
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item) | Event::Start(Tag::List(_)) => {
                finish(role, &mut mark, &mut inline);
            }
            Event::Start(tag) if !is_inline(&tag) => {}
            Event::End(_) | Event::Rule => {}
            _ => {
                // An escaped asterisk keeps its backslash for the inline marks.
                let escaped = text[..range.start].ends_with('\\') && text[range.clone()].starts_with('*');
                let own = if escaped { range.start - 1 } else { range.start };
                let start = inline.as_ref().map_or(own, |seen| seen.start.min(own));
                inline = Some(start..range.end.max(inline.map_or(0, |seen| seen.end)));
            }
        }
    }
    finish(role, &mut mark, &mut inline);
    passages
}

fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Parser::new_ext(text, OPTIONS).into_offset_iter()
}

fn is_inline(tag: &Tag<'_>) -> bool {
    use Tag::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Strong | Strikethrough | Link { .. } | Image { .. })
}

fn split_marked_lines(text: &str, role: Role, mark: Option<&String>, passages: &mut Vec<Passage>) {
    for (at, line) in text.lines().map(str::trim).enumerate() {
        let own = own_mark(line);
        let (own_mark, rest) = own.map_or((None, line), |(mark, rest)| (Some(mark.to_string()), rest));
        match passages.last_mut() {
            Some(passage) if at > 0 && own_mark.is_none() => {
                passage.text.push(' ');
                passage.text.push_str(&without_escapes(line));
            }
            _ => {
                // The block's own role and mark belong to its first line.
                let (role, mark) = if at == 0 { (role, mark.cloned()) } else { (Role::Paragraph, None) };
                let (mark, rest) = if mark.is_some() { (mark, line) } else { (own_mark, rest) };
                passages.push(Passage { role, mark, text: without_escapes(rest) });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, check, passages};

    fn shown(text: &str) -> Vec<String> {
        passages(text)
            .into_iter()
            .map(|passage| {
                let role = match passage.role {
                    Role::Heading(level) => "#".repeat(level.into()),
                    Role::Paragraph => String::new(),
                };
                format!("{role}[{}] {}", passage.mark.unwrap_or_default(), passage.text)
            })
            .collect()
    }

    #[test]
    fn blocks_of_prose() {
        let text = "\
# MỤC ĐÍCH

## II. Mục có dấu

Một đoạn
gãy dòng *nghiêng*.

- gạch một
- gạch **hai**
  nối dòng

1. Một
2. Hai

   thêm đoạn

a) điểm a
đ) điểm đ
II. Mục hai
1.1. Tiểu mục
";
        assert_eq!(
            shown(text),
            [
                "#[] MỤC ĐÍCH",
                "##[II.] Mục có dấu",
                "[] Một đoạn gãy dòng *nghiêng*.",
                "[-] gạch một",
                "[-] gạch **hai** nối dòng",
                "[1.] Một",
                "[2.] Hai",
                "[] thêm đoạn",
                "[a)] điểm a",
                "[đ)] điểm đ",
                "[II.] Mục hai",
                "[1.1.] Tiểu mục",
            ]
        );
    }

    #[test]
    fn numbers_stay_as_written() {
        assert_eq!(shown("1. Một\n2. Hai\n4. Bốn\n"), ["[1.] Một", "[2.] Hai", "[4.] Bốn"]);
    }

    #[test]
    fn hostile_inline_text_stays_text() {
        for text in ["a <b>c</b> `d` &amp; ![g](h) _i_ \\x https://x.vn [e](f)", "**a** b *c*", "~~a~~"] {
            assert_eq!(shown(text), [format!("[] {text}")]);
        }
        assert_eq!(shown("1\\. một\n\n\\# hai"), ["[] 1. một", "[] # hai"]);
        assert_eq!(shown("\\*Ghi chú: 5* C:\\.x"), ["[] \\*Ghi chú: 5* C:\\.x"]);
        assert_eq!(shown("Một\n2. Hai\n3) Ba"), ["[] Một", "[2.] Hai", "[3)] Ba"]);
    }

    #[test]
    fn figures_and_names_are_no_marks() {
        for text in ["1.200 đồng", "-5 độ", "1.a", "3.10.2020", "--- hai", "a(b)", "#1", "K)"] {
            assert_eq!(check(text).len(), 0, "{text}");
        }
        assert_eq!(shown("Một\n— Hai\n→ Ba\n+) Bốn"), ["[] Một", "[—] Hai", "[→] Ba", "[+)] Bốn"]);
    }

    #[test]
    fn what_prose_lacks_is_named_at_its_place() {
        for text in [
            "| a | b |\n|---|---|\n| 1 | 2 |\n",
            "```\nx\n```\n",
            "> x\n",
            "<div>\nx\n</div>\n",
            "---\n",
            "[1]: http://x.vn\n",
            "-\n",
            "- 1. a\n",
            "- # a\n",
            "Chữ\n---\n",
            "-Phát huy\n",
            "1.Nâng cao\n",
            "#Tên\n",
            "a)Một\n",
            "+Hai\n",
        ] {
            let faults = check(&format!("Mở đầu.\n\n{text}"));
            assert_eq!(faults.len(), 1, "{text}");
            assert_eq!(faults[0].0.start, "Mở đầu.\n\n".len());
        }
    }
}
