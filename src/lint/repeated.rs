//! The rule about what is written twice: a recipient, a heading, the issuer, a row
//! of a list of people, two words.

use super::firsts::Firsts;
use super::reading::{folded, words};
use super::text::{Role, Text};
use super::{Findings, Place, Rule, Subject, row_twice};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::one_line;

pub(super) const RULES: &[Rule] = &[Rule::of_document("lap-lai", Warning, repeated)];

fn repeated(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let mut firsts = Firsts::default();
    for text in subject.texts.iter().filter(|text| text.role == Role::Recipient) {
        let list = text.path.split('.').next().unwrap_or_default();
        let own = folded(one_line(text.text).trim_end_matches(['.', ',', ';', ' ']));
        let words = || Wording {
            vi: ["nơi nhận này ghi hai lần".into(), "xoá một dòng, hoặc xem lại tên".into()],
            en: ["this recipient stands twice".into(), "delete a line, or check the name".into()],
        };
        firsts.tell_again((list, own), (subject, text), words, found);
    }
    superior_twice(subject, found);
    headings_twice(subject, found);
    row_twice::rows(subject, found);
    for text in subject.prose() {
        twice(subject, text, found);
    }
}

/// The body above the issuer, by the issuer's own name.
fn superior_twice(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let (Some(above), Some(own)) = (subject.at("co_quan.cap_tren"), subject.at("co_quan.ten")) else {
        return;
    };
    if folded(&one_line(above.text)) != folded(&one_line(own.text)) {
        return;
    }
    let words = Wording {
        vi: [
            "cơ quan cấp trên trùng tên cơ quan ban hành".into(),
            "ghi tên cấp trên, hoặc xoá dòng này".into(),
        ],
        en: [
            "the superior body bears the issuer's own name".into(),
            "write its name, or delete the line".into(),
        ],
    };
    let (one, other) = (Place::whole(subject, above), Place::whole(subject, own));
    found.against(&one, &other, words, ["cơ quan ban hành", "the issuer"]);
}

/// Parts of a text that have a heading each.
const PARTS: [&str; 5] = ["phan", "chuong", "muc", "tieu_muc", "de_muc"];

/// Two parts side by side under one heading.
fn headings_twice(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let mut firsts = Firsts::default();
    for text in subject.texts.iter().filter(|text| text.role == Role::Heading && text.key() == "ten") {
        let mut steps = text.path.rsplitn(4, '.').skip(1);
        let (Some(part), _, Some(parent)) = (steps.next(), steps.next(), steps.next()) else { continue };
        let own = folded(&one_line(text.text));
        if !PARTS.contains(&part) || own.is_empty() || own.contains("{{") {
            continue;
        }
        let words = || Wording {
            vi: ["hai phần ngang nhau có cùng một đề mục".into(), "xem lại đề mục này".into()],
            en: ["two parts of one text bear the same heading".into(), "check this heading".into()],
        };
        firsts.tell_again((parent, part, own), (subject, text), words, found);
    }
}

/// Words that are both a body or a person and what it does: `các tổ chức tổ chức`.
const BOTH: [&str; 8] =
    ["tổ chức", "lãnh đạo", "chỉ huy", "chỉ đạo", "kiểm tra", "giám sát", "chủ trì", "đại diện"];

/// Words after which a verb begins, not the name of a body: `tiếp tục …`, `và …`.
const BEFORE_VERBS: [&str; 12] =
    ["và", "để", "phải", "sẽ", "đã", "đang", "cần", "tục", "cường", "mạnh", "việc", "được"];

/// `Thực hiện thực hiện`: two syllables, and the same again, where a sentence or a
/// verb begins. Elsewhere `Ban Chỉ đạo chỉ đạo` is right, and so is `từng bước từng
/// bước`, of single syllables that are said twice.
fn twice(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    let spoken: Vec<_> = words(text.text).collect();
    for (at, window) in spoken.windows(4).enumerate() {
        let [first, second, third, fourth] = [0, 1, 2, 3].map(|at| window[at]);
        let same = |one: &str, other: &str| folded(one) == folded(other);
        if !same(first.1, third.1) || !same(second.1, fourth.1) || same(first.1, second.1) {
            continue;
        }
        let blanks = window
            .windows(2)
            .all(|pair| text.text[pair[0].0 + pair[0].1.len()..pair[1].0].chars().all(char::is_whitespace));
        let pair = format!("{} {}", folded(first.1), folded(second.1));
        let letters = window.iter().all(|(_, word)| word.chars().all(char::is_alphabetic));
        let lead = text.text[..first.0].trim_end();
        let begins = lead.is_empty() || lead.ends_with(['.', ';', ':', '-', '+', '–', '\n', '*', '“']);
        let begins = begins || text.paragraphs.iter().any(|paragraph| paragraph.start == first.0);
        let verb = at.checked_sub(1).is_some_and(|before| {
            let (place, word) = spoken[before];
            let next_to = text.text[place + word.len()..first.0].chars().all(char::is_whitespace);
            next_to && BEFORE_VERBS.contains(&folded(word).as_str())
        });
        let verb_alone = BOTH.contains(&pair.as_str());
        let said_twice = ["từng", "ngày", "mãi", "rất", "muôn", "đời", "hằng", "càng"];
        if !blanks || !letters || said_twice.contains(&folded(first.1).as_str()) {
            continue;
        }
        if begins && !verb_alone || verb {
            let range = first.0..fourth.0 + fourth.1.len();
            let written = &text.text[range.clone()];
            let words = Wording {
                vi: [format!("`{written}` gõ lặp"), "xoá một lần".into()],
                en: [format!("`{written}` is typed twice"), "delete one".into()],
            };
            found.at(subject, text, range, words);
        }
    }
}
