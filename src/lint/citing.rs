//! Rules about the symbols of cited papers.

use std::ops::Range;

use super::broken_symbol::broken;
use super::citation::Cited;
use super::cited_date::symbol_years;
use super::cited_issuer::issuers;
use super::symbol::{Symbol, is_party, is_state};
use super::text::{holds, sentence};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::without_marks;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("R-D-105", Warning, type_and_code).and_lines(),
    Rule::of_document("vien-dan", Warning, grammar),
];

/// Codes that are of a type and no office: a state letter bears the code of its office.
const OF_TYPES: [&str; 5] = ["TTr", "CTr", "NQ", "QĐ", "NĐ"];

/// `Kết luận số 43-KH/TW`: the word says one type, the code another.
fn type_and_code(subject: &Subject<'_>, found: &mut Findings<'_>) {
    decision_code(subject, found);
    for cited in &subject.citations {
        let Some(kind) = &cited.kind else { continue };
        // A state letter bears no code of its type, nor does an old decree, `36/CP`.
        let bare = cited.symbol.body.is_empty() && is_state(&cited.symbol.code);
        let freely = subject.lexicon.citing.numbered_freely.contains(kind);
        let letter = kind == "công văn" && cited.symbol.state;
        let of_type = OF_TYPES.contains(&cited.symbol.code.as_str());
        if freely || cited.symbol.state && bare || letter && !of_type {
            continue;
        }
        let kinds = subject.kinds.all();
        let own = kinds.iter().find(|own| own.name.to_lowercase() == *kind);
        let codes: Vec<&str> = match own {
            Some(own) => own.codes().collect(),
            None => subject.lexicon.abbreviations.state_codes(kind).collect(),
        };
        // `QH14` is the code of a law and the number of its National Assembly.
        let code = cited.symbol.code.trim_end_matches(|c: char| c.is_ascii_digit());
        // `QĐST-DS` is the decision of a court.
        let longer = |own: &&str| !own.is_empty() && code.starts_with(*own);
        let of_court = cited.symbol.state && codes.iter().any(longer);
        if codes.is_empty()
            || codes.contains(&code)
            || of_court
            || (kind == "nghị quyết" && code.ends_with("QH"))
        {
            continue;
        }
        // `TT` is a thông tri of the Party and a thông tư of the State.
        let of_state = subject
            .lexicon
            .abbreviations
            .state_kind_of(code)
            .filter(|_| cited.symbol.state)
            .map(String::from);
        let bears = || kinds.iter().find(|other| other.codes().any(|own| own == code));
        let meant = of_state.or_else(|| bears().map(|other| other.name.to_lowercase()));
        let (code, known) = (&cited.symbol.code, codes.iter().find(|code| !code.is_empty()).unwrap_or(&""));
        let fits = |vi: &str, or: &str| match &meant {
            Some(meant) if letter => format!("`{code}` {vi} {meant}"),
            Some(meant) => format!("`{code}` {vi} {meant}; {or} `{known}`"),
            None => format!("`{known}`"),
        };
        let words = Wording {
            vi: [
                format!("chữ “{kind}” mà ký hiệu ghi `{code}`"),
                format!(
                    "xem lại văn bản được viện dẫn: {}",
                    fits("là ký hiệu của", &format!("{kind} thì ghi"))
                ),
            ],
            en: [
                format!("the word is “{kind}” but the symbol says `{code}`"),
                format!("look at the cited paper: {}", fits("stands for", &format!("a {kind} has"))),
            ],
        };
        found.at(subject, &subject.texts[cited.text], cited.range.clone(), words);
    }
}

/// The decision that a certificate carries out: `215-KH/ĐUK` is none.
fn decision_code(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let Some(text) = subject.at("quyet_dinh.so") else { return };
    let code = text.text.trim().split(['-', '/']).nth(1).filter(|code| code.chars().all(char::is_alphabetic));
    let Some(code) = code.filter(|code| *code != DECISION) else { return };
    let kinds = subject.kinds.all();
    let Some(kind) = kinds.iter().find(|kind| kind.codes().any(|own| own == code)) else { return };
    let kind = kind.name.to_lowercase();
    let words = Wording {
        vi: [
            format!("mục “quyết định” mà ký hiệu `{code}` là của {kind}"),
            format!("xem lại quyết định: ký hiệu là `{DECISION}`"),
        ],
        en: [
            format!("a decision is asked for, `{code}` stands for {kind}"),
            format!("look at the decision; its symbol has `{DECISION}`"),
        ],
    };
    found.at(subject, text, 0..text.text.len(), words);
}

/// The code of a decision, of the Party and of the State.
const DECISION: &str = "QĐ";

/// `27-KH/ĐUK` for the Party, `04/2015/NĐ-CP` or `19/KH-UBND` for the State,
/// without spaces.
fn grammar(subject: &Subject<'_>, found: &mut Findings<'_>) {
    symbol_years(subject, found);
    broken(subject, found);
    issuers(subject, found);
    for cited in &subject.citations {
        let text = &subject.texts[cited.text];
        if let Some(colon) = cited.colon {
            found.at(subject, text, colon..colon + 1, colon_in_sentence());
        }
        if let Some((range, right)) = assembly(text.text, cited) {
            found.at(subject, text, range.clone(), malformed(&text.text[range], &[&right]));
            continue;
        }
        if let Some((range, right)) = year_last(subject, text.text, cited) {
            let right: Vec<&str> = right.iter().map(String::as_str).collect();
            found.at(subject, text, range.clone(), malformed(&text.text[range], &right));
            continue;
        }
        let written = text.text[cited.symbol_range.clone()].trim();
        let symbol = &cited.symbol;
        let year = missing_year(subject, cited);
        let own = is_own(subject, cited);
        if let Some(body) = ministry(subject, symbol) {
            let symbol = Symbol { body: body.into(), ..symbol.clone() };
            let right = symbol.proper(true, None);
            found.at(subject, text, cited.symbol_range.clone(), malformed(written, &[&right]));
            continue;
        }
        let of_state = !symbol.state && (is_state(&symbol.body) || own && !subject.is_party());
        let of_party =
            symbol.state && symbol.year.is_none() && (is_party(&symbol.body) || own && subject.is_party());
        // Numbers below ten have one zero, the others none.
        let padded = written.starts_with('0') && written.chars().take_while(char::is_ascii_digit).count() > 2;
        let right = if lacks_zero(cited, written) {
            format!("0{written}")
        } else if padded {
            let number = written.trim_start_matches('0');
            let digits = number.chars().take_while(char::is_ascii_digit).count();
            if digits < 2 { format!("0{number}") } else { number.to_string() }
        } else if year.is_some() || of_state || of_party || !symbol.formed {
            symbol.proper((symbol.state || of_state) && !of_party, year.as_deref())
        } else if written != cited.key {
            cited.key.clone()
        } else {
            continue;
        };
        found.at(subject, text, cited.symbol_range.clone(), malformed(written, &[&right]));
    }
}

/// The ministry whose code lacks its `Đ`: `28/2020/TT-BGDDT`.
fn ministry<'l>(subject: &Subject<'l>, symbol: &Symbol) -> Option<&'l str> {
    let plain = symbol.body.to_lowercase();
    let near = |code: &&str| *code != symbol.body && without_marks(code) == plain;
    let known = subject.lexicon.citing.codes().filter(|code| code.starts_with('B'));
    { known }.find(near).filter(|_| symbol.state && symbol.formed)
}

/// `right` is what may be written for it.
fn malformed(written: &str, right: &[&str]) -> Wording {
    let either = |or: &str| right.join(&format!("` {or} `"));
    let (vi, en) = (either("hoặc"), either("or"));
    Wording {
        vi: [
            format!("số, ký hiệu `{written}` viết chưa đúng"),
            format!(
                "viết `{vi}`: của Đảng là số-loại/cơ quan, của Nhà nước là số/năm/loại-cơ quan, không có dấu cách"
            ),
        ],
        en: [
            format!("the symbol `{written}` is not well formed"),
            format!(
                "write `{en}`: number-type/body for the Party, number/year/type-body for the State, no spaces"
            ),
        ],
    }
}

/// Since this year numbers below ten are written with a zero.
const ZERO_SINCE: i32 = 2011;

/// `5-CT/TW`; older papers may be numbered so.
fn lacks_zero(cited: &Cited, written: &str) -> bool {
    let digits = written.chars().take_while(char::is_ascii_digit).count();
    let recent = cited.date.is_none_or(|date| date.parts().0 >= ZERO_SINCE);
    let year = cited.symbol.year.as_ref().and_then(|year| year.parse::<i32>().ok());
    cited.symbol.formed
        && cited.kind.is_some()
        && digits == 1
        && !written.starts_with('0')
        && recent
        && year.is_none_or(|year| year >= ZERO_SINCE)
}

/// The number of a National Assembly after a blank: `65/2025/QH 15`.
fn assembly(text: &str, cited: &Cited) -> Option<(Range<usize>, String)> {
    let after = &text[cited.symbol_range.end..];
    let number: String = after.trim_start().chars().take_while(char::is_ascii_digit).collect();
    let split = cited.symbol.code == "QH" && after.starts_with(' ') && (1..=2).contains(&number.len());
    let end = cited.symbol_range.end + (after.len() - after.trim_start().len()) + number.len();
    split.then(|| (cited.symbol_range.start..end, format!("{}{number}", cited.key)))
}

/// The year behind the body: `108/NĐ-CP/2017`. Only what is law bears one; a decision or a
/// resolution may be that, a plan or a letter is not.
fn year_last(subject: &Subject<'_>, text: &str, cited: &Cited) -> Option<(Range<usize>, Vec<String>)> {
    let Cited { symbol, symbol_range, .. } = cited;
    let year = text[symbol_range.end..].strip_prefix('/')?.get(..4)?;
    let end = symbol_range.end + 1 + year.len();
    let is_year =
        (year.starts_with("19") || year.starts_with("20")) && year.bytes().all(|b| b.is_ascii_digit());
    let over = !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
    // `41/QH15/2024`
    let of_law = symbol.code.starts_with("QH") && symbol.code.ends_with(|c: char| c.is_ascii_digit());
    let lacks = symbol.state && symbol.year.is_none() && (of_law || !symbol.body.is_empty());
    if !(is_year && over && lacks) {
        return None;
    }
    let (with, without) = (symbol.proper(true, Some(year)), symbol.proper(true, None));
    let right = match cited.kind.as_deref() {
        _ if of_law => vec![with],
        Some("quyết định" | "nghị quyết") => vec![without, with],
        Some(kind) if subject.kinds.all().iter().any(|own| own.name.to_lowercase() == kind) => vec![without],
        _ => vec![with],
    };
    Some((symbol_range.start..end, right))
}

/// Whether a cited paper is of the office itself, whose symbols are all of one form: the party
/// organisation of an office may have its code.
fn is_own(subject: &Subject<'_>, cited: &Cited) -> bool {
    let speaks_of_party = |words: &str| {
        let words = words.to_lowercase();
        ["đảng", "chi bộ", "chi ủy", "tỉnh ủy", "thành ủy", "huyện ủy"].iter().any(|word| holds(&words, word))
    };
    let body = &subject.document().body;
    let code = body.code.trim();
    let own = match &cited.issuer {
        Some(issuer) => speaks_of_party(issuer) == subject.is_party(),
        None if subject.is_party() => true,
        None => {
            let text = subject.texts[cited.text].text;
            let before = &text[sentence(text, &cited.range).start..cited.range.start];
            // A state office that is no council passes no resolutions.
            let resolved = cited.kind.as_deref() == Some("nghị quyết");
            !speaks_of_party(before) && (!resolved || holds(&body.name.to_lowercase(), "hội đồng"))
        }
    };
    own && cited.symbol.formed && cited.symbol.body == code && !code.is_empty()
}

/// The year that the symbol of a decree or a circular lacks.
fn missing_year(subject: &Subject<'_>, cited: &Cited) -> Option<String> {
    let (year, ..) = cited.date?.parts();
    let kind = cited.kind.as_ref().filter(|kind| subject.lexicon.citing.with_year.contains(kind))?;
    let code = subject.lexicon.abbreviations.state_codes(kind).any(|code| code == cited.symbol.code);
    (code && cited.symbol.year.is_none() && year >= subject.lexicon.citing.with_year_since)
        .then(|| year.to_string())
}

fn colon_in_sentence() -> Wording {
    Wording {
        vi: ["trong câu, sau chữ “số” không có dấu hai chấm".into(), "xoá dấu hai chấm".into()],
        en: ["no colon follows “số” in a sentence".into(), "delete it".into()],
    }
}
