//! Rules about the dates of cited papers, and the years in their symbols.

use super::citation::Cited;
use super::reading::{Seldom, pattern};
use super::when::{DAYS, day};
use super::{Findings, Place, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("vien-dan-sau", Warning, later_than_this),
    Rule::of_document("R-D-116", Info, comma_before_date),
];

/// The year in a symbol is that of its date, and no later than the document.
pub(super) fn symbol_years(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let (today, ..) = subject.document().date.parts();
    for cited in &subject.citations {
        let Some(year) = cited.symbol.year.as_ref().and_then(|year| year.parse::<i32>().ok()) else {
            continue;
        };
        let words = match cited.date.map(|date| date.parts().0) {
            Some(dated) if dated != year => Wording {
                vi: [
                    format!("số, ký hiệu ghi năm {year} mà văn bản ấy ghi ngày của năm {dated}"),
                    "xem lại năm trong số, ký hiệu và trong ngày".into(),
                ],
                en: [
                    format!("the symbol says the year {year}, the date {dated}"),
                    "check the year in the symbol and in the date".into(),
                ],
            },
            None if year > today => Wording {
                vi: [
                    format!("số, ký hiệu ghi năm {year}, sau năm của chính văn bản này"),
                    "xem lại năm trong số, ký hiệu".into(),
                ],
                en: [
                    format!("the symbol says the year {year}, after that of this very document"),
                    "check the year in the symbol".into(),
                ],
            },
            _ => continue,
        };
        found.at(subject, &subject.texts[cited.text], cited.symbol_range.clone(), words);
    }
}

/// Nobody can rest on a paper that does not exist yet.
fn later_than_this(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let own = subject.document().date;
    for cited in &subject.citations {
        let Some(date) = cited.date.filter(|date| *date > own) else { continue };
        let words = Wording {
            vi: [
                format!("`{}` ngày {date} ban hành sau chính văn bản này, ngày {own}", cited.key),
                "xem lại ngày của văn bản được viện dẫn, hoặc ngày của văn bản này".into(),
            ],
            en: [
                format!("`{}` of {date} was issued after this very document, {own}", cited.key),
                "check the date of the cited paper, or of this document".into(),
            ],
        };
        match subject.at("ngay").filter(|_| !cited.date_range.is_empty()) {
            Some(day) => {
                let text = &subject.texts[cited.text];
                let one = Place { subject, text, range: cited.date_range.clone() };
                let other = Place::whole(subject, day);
                found.against(&one, &other, words, ["văn bản này", "this document"]);
            }
            None => found.at(subject, &subject.texts[cited.text], cited.range.clone(), words),
        }
    }
    laws(subject, found);
}

/// `Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014`: a law is known by its name and its day.
static LAW: Seldom = Seldom::new(
    &["cứ Luật", "cứ luật", "cứ Bộ luật", "cứ bộ luật", "cứ Pháp lệnh", "cứ pháp lệnh"],
    || pattern(r"(?i)(?:^|[;\n-])\s*căn\s+cứ\s+(?:bộ\s+luật|luật|pháp\s+lệnh)\s[^;\n]{0,400}"),
);
/// What is told of another day than that of the law.
const IN_FORCE: [&str; 3] = ["hiệu lực", "áp dụng", "kể từ"];

fn laws(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let own = subject.document().date;
    for (index, text) in subject.texts.iter().enumerate().filter(|(_, text)| text.is_prose()) {
        for law in LAW.find_iter(text.text) {
            for captures in DAYS.captures_iter(law.as_str()) {
                let date = day(&captures).filter(|date| *date > own);
                let (range, lower) = (captures.get_match().range(), law.as_str().to_lowercase());
                let range = law.start() + range.start..law.start() + range.end;
                // By its symbol it was told above.
                let cited = subject.citations.iter().any(|cited| {
                    cited.text == index
                        && cited.date_range.start < range.end
                        && range.start < cited.date_range.end
                });
                let Some(date) = date.filter(|_| !cited && !IN_FORCE.iter().any(|own| lower.contains(own)))
                else {
                    continue;
                };
                let words = Wording {
                    vi: [
                        format!("luật ngày {date} ban hành sau chính văn bản này, ngày {own}"),
                        "xem lại ngày của luật, hoặc ngày của văn bản này".into(),
                    ],
                    en: [
                        format!("the law of {date} was passed after this very document, {own}"),
                        "check the date of the law, or of this document".into(),
                    ],
                };
                found.at(subject, text, range, words);
            }
        }
    }
}

/// A comma before `ngày` in some citations and none in others; the Party and the
/// State have habits of their own.
fn comma_before_date(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for state in [false, true] {
        let of_one_grammar = || subject.citations.iter().filter(move |cited| cited.symbol.state == state);
        let with = |comma: bool| of_one_grammar().filter(move |cited| cited.comma == Some(comma));
        let (yes, no) = (with(true).count(), with(false).count());
        let fewer = yes < no;
        let (Some(odd), Some(usual)) = (with(fewer).next(), with(!fewer).next()) else { continue };
        let words = Wording {
            vi: [
                "trước chữ “ngày” chỗ có dấu phẩy, chỗ không".into(),
                format!("thống nhất trong cả văn bản; {yes} chỗ có, {no} chỗ không"),
            ],
            en: [
                "a comma stands before “ngày” in some citations only".into(),
                format!("write all of them alike; {yes} have it, {no} do not"),
            ],
        };
        let place =
            |cited: &Cited| Place { subject, text: &subject.texts[cited.text], range: cited.range.clone() };
        found.against(&place(odd), &place(usual), words, ["chỗ này khác", "unlike this one"]);
    }
}
