//! The rule about the word before a name: `ông Lê Thị Lan`, and in a list one that
//! is nearly `Đồng chí`.

use super::reading::{Seldom, folded, pattern};
use super::text::Role;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::{one_line, without_marks};

/// Of a list all rows are read, also those that say what another said.
pub(super) const RULES: &[Rule] = &[Rule::of_workspace("danh-xung", Warning, honorifics).and_rows()];

/// What stands before a name.
const HONORIFICS: [&str; 9] = ["đồng chí", "ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ"];

/// `ông` before a name whose second syllable is Thị, as of women only.
static MAN: Seldom =
    Seldom::new(&["Thị"], || pattern(r"\b[Ôô]ng\s+(?P<name>\p{Lu}\p{Ll}*\s+Thị(?:\s+\p{Lu}\p{L}*){1,3})"));

fn honorifics(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    for subject in subjects {
        let mut titled: Option<(&str, String)> = None;
        let mut named: Option<(&str, &super::text::Text<'_>)> = None;
        for text in &subject.texts {
            if matches!(text.role, Role::Body | Role::Cell | Role::Recipient) {
                for captures in MAN.captures_iter(text.text) {
                    let Some(name) = captures.name("name") else { continue };
                    let families = &subject.lexicon.names.families;
                    if name
                        .as_str()
                        .split_whitespace()
                        .next()
                        .is_some_and(|own| families.contains(&own.to_lowercase()))
                    {
                        found.at(subject, text, captures.get_match().range(), of_a_woman(name.as_str()));
                    }
                }
            }
            // The rows of a list: its honorific and its name, in whatever order.
            let Some((row, key)) =
                text.path.rsplit_once('.').filter(|(row, _)| row.starts_with("nguoi_nhan."))
            else {
                continue;
            };
            match key {
                "danh_xung" => {
                    let written = folded(&one_line(text.text));
                    let meant = HONORIFICS.iter().find(|own| without_marks(own) == without_marks(&written));
                    if let Some(meant) = meant.filter(|meant| **meant != written) {
                        found.at(subject, text, 0..text.text.len(), misspelt(text.text, meant));
                    }
                    titled = Some((row, written));
                }
                "ten" => named = Some((row, text)),
                _ => continue,
            }
            if let (Some((one, title)), Some((other, name))) = (&titled, named)
                && *one == other
                && title == "ông"
                && name.text.split_whitespace().nth(1) == Some("Thị")
            {
                found.at(subject, name, 0..name.text.len(), of_a_woman(name.text));
            }
        }
    }
}

fn of_a_woman(name: &str) -> Wording {
    Wording {
        vi: [format!("“ông” mà tên có chữ Thị: `{name}`"), "xem lại: là “bà”, hay sai tên".into()],
        en: [
            format!("“ông” is for a man, the name of a woman: `{name}`"),
            "is it “bà”, or is the name wrong?".into(),
        ],
    }
}

fn misspelt(written: &str, meant: &str) -> Wording {
    Wording {
        vi: [format!("danh xưng `{written}` viết chưa đúng"), format!("có phải là `{meant}`?")],
        en: [format!("the honorific `{written}` is misspelt"), format!("did you mean `{meant}`?")],
    }
}
