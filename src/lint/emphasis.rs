//! The rule about asterisks that make no emphasis.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::pattern;
use super::text::Role;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::Runs;

pub(super) const RULES: &[Rule] = &[Rule::of_document("dau-sao", Warning, lone_asterisks)];

static ASTERISK: LazyLock<Regex> = LazyLock::new(|| pattern(r"[“\s]\*+\p{L}|\p{L}\*\*|^\*+\p{L}"));

/// Emphasis that is opened and never closed, or not at the same side of a
/// quotation mark: the asterisks would be printed.
fn lone_asterisks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let marked = [Role::Body, Role::Basis, Role::Heading];
    for text in subject.texts.iter().filter(|text| marked.contains(&text.role)) {
        for (start, paragraph) in text.each_paragraph() {
            // Whoever writes `\\*` means it.
            if !paragraph.contains('*') || paragraph.contains("\\*") {
                continue;
            }
            let runs = Runs::parse(paragraph);
            if !runs.runs().iter().any(|run| ASTERISK.is_match(&run.text)) {
                continue;
            }
            let at = paragraph.find('*').unwrap_or_default();
            let length = paragraph[at..].len() - paragraph[at..].trim_start_matches('*').len();
            let words = Wording {
                vi: [
                    "dấu `*` không thành cặp nên sẽ bị in ra".into(),
                    "đặt `*` sát chữ ở cả hai đầu: *nghiêng*, **đậm**; muốn in dấu sao thì viết `\\*`".into(),
                ],
                en: [
                    "this `*` has no partner and would be printed".into(),
                    "put it right before and after the words: *italic*, **bold**; `\\*` prints an asterisk"
                        .into(),
                ],
            };
            found.at(subject, text, start + at..start + at + length, words);
        }
    }
}
