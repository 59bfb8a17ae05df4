//! Rules about cited papers: their symbols, their dates, and whether two
//! citations of one paper agree.

use std::collections::BTreeMap;

use super::citation::Cited;
use super::{Check, Findings, Place, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;
use crate::values::Date;

pub(super) const RULES: &[Rule] = &[
    Rule { id: "R-D-105", severity: Warning, check: Check::Document(type_and_code) },
    Rule { id: "vien-dan", severity: Warning, check: Check::Document(grammar) },
    Rule { id: "vien-dan-sau", severity: Warning, check: Check::Document(later_than_this) },
    Rule { id: "R-D-116", severity: Info, check: Check::Document(comma_before_date) },
    Rule { id: "vien-dan-lech", severity: Warning, check: Check::Workspace(disagreeing) },
];

/// `Kết luận số 43-KH/TW`: the word says one type, the code another.
fn type_and_code(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for cited in &subject.citations {
        let Some(kind) = &cited.kind else { continue };
        // A state letter bears no code of its type.
        if cited.state && kind == "công văn" {
            continue;
        }
        let kinds = subject.kinds.all();
        let own = kinds.iter().find(|own| own.name.to_lowercase() == *kind);
        let codes: Vec<&str> = match own {
            Some(own) => own.codes().collect(),
            None => subject.lexicon.state_codes(kind).collect(),
        };
        // `QH14` is the code of a law and the number of its National Assembly.
        let code = cited.code.trim_end_matches(|c: char| c.is_ascii_digit());
        if codes.is_empty() || codes.contains(&code) || (kind == "nghị quyết" && code.ends_with("QH")) {
            continue;
        }
        // `TT` is a thông tri of the Party and a thông tư of the State.
        let of_state = subject.lexicon.state_kind_of(code).filter(|_| cited.state).map(String::from);
        let bears = || kinds.iter().find(|other| other.codes().any(|own| own == code));
        let meant = of_state.or_else(|| bears().map(|other| other.name.to_lowercase()));
        let (code, known) = (&cited.code, codes.iter().find(|code| !code.is_empty()).unwrap_or(&""));
        let fits = |vi: &str, or: &str| match &meant {
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

/// `27-KH/ĐUK` for the Party, `04/2015/NĐ-CP` or `19/KH-UBND` for the State,
/// without spaces.
fn grammar(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for cited in &subject.citations {
        let text = &subject.texts[cited.text];
        let written = text.text[cited.symbol_range.clone()].trim();
        let Cited { symbol, code, body, state, .. } = cited;
        let number = symbol.split(['-', '/']).next().unwrap_or_default();
        let right = if *state && is_party(body) && !symbol.starts_with(&format!("{number}/2")) {
            format!("{number}-{code}/{body}")
        } else if !state && is_state(body) {
            format!("{number}/{code}-{body}")
        } else if written != symbol {
            symbol.clone()
        } else {
            continue;
        };
        let words = Wording {
            vi: [
                format!("số, ký hiệu `{written}` viết chưa đúng"),
                format!(
                    "viết `{right}`: của Đảng là số-loại/cơ quan, của Nhà nước là số/năm/loại-cơ quan, không có dấu cách"
                ),
            ],
            en: [
                format!("the symbol `{written}` is not well formed"),
                format!(
                    "write `{right}`: number-type/body for the Party, number/year/type-body for the State, no spaces"
                ),
            ],
        };
        found.at(subject, text, cited.symbol_range.clone(), words);
    }
}

fn is_party(body: &str) -> bool {
    let advises = ["TW", "TU", "HU", "ĐU"].iter().any(|committee| body.ends_with(committee));
    matches!(body, "TW" | "TU" | "HU" | "QU" | "ThU" | "ĐU" | "ĐUK")
        || (advises && body.starts_with(['B', 'V', 'U']))
        || body.starts_with("ĐU")
}

fn is_state(body: &str) -> bool {
    ["UBND", "HĐND", "CP", "TTg"]
        .iter()
        .any(|own| body.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
}

/// Nobody can rest on a paper that does not exist yet.
fn later_than_this(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let own = subject.document().date;
    for cited in &subject.citations {
        let Some(date) = cited.date.filter(|date| *date > own) else { continue };
        let words = Wording {
            vi: [
                format!("`{}` ngày {date} ban hành sau chính văn bản này, ngày {own}", cited.symbol),
                "xem lại ngày của văn bản được viện dẫn, hoặc ngày của văn bản này".into(),
            ],
            en: [
                format!("`{}` of {date} was issued after this very document, {own}", cited.symbol),
                "check the date of the cited paper, or of this document".into(),
            ],
        };
        match subject.at("ngay").filter(|_| !cited.date_range.is_empty()) {
            Some(day) => {
                let text = &subject.texts[cited.text];
                let one = Place { subject, text, range: cited.date_range.clone() };
                let other = Place { subject, text: day, range: 0..day.text.len() };
                found.against(&one, &other, words, ["văn bản này", "this document"]);
            }
            None => found.at(subject, &subject.texts[cited.text], cited.range.clone(), words),
        }
    }
}

/// A comma before `ngày` in some citations and none in others; the Party and the
/// State have habits of their own.
fn comma_before_date(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for state in [false, true] {
        let of_one_grammar = || subject.citations.iter().filter(move |cited| cited.state == state);
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

/// One paper cited with two dates or two titles.
fn disagreeing(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    let mut first: BTreeMap<&str, Vec<(&Subject<'_>, &Cited)>> = BTreeMap::new();
    for subject in subjects {
        for cited in &subject.citations {
            let known = first.entry(&cited.symbol).or_default();
            let differs = known
                .iter()
                .filter(|(of, _)| same_register(of, subject, cited))
                .find_map(|(of, other)| Some((*of, *other, difference(other, cited)?)));
            match differs {
                Some((of, other, words)) => {
                    let range = |cited: &Cited, date: bool| {
                        if date && !cited.date_range.is_empty() {
                            cited.date_range.clone()
                        } else {
                            cited.range.clone()
                        }
                    };
                    let by_date = cited.date != other.date;
                    let one =
                        Place { subject, text: &subject.texts[cited.text], range: range(cited, by_date) };
                    let against =
                        Place { subject: of, text: &of.texts[other.text], range: range(other, by_date) };
                    found.against(&one, &against, words, ["ghi khác ở đây", "written otherwise here"]);
                }
                // Each way of writing it is kept once.
                None if known
                    .iter()
                    .all(|(_, other)| (other.date, &other.title) != (cited.date, &cited.title)) =>
                {
                    known.push((subject, cited));
                }
                None => {}
            }
        }
    }
    own_papers(subjects, found);
}

/// Whether one symbol in two documents can only be one paper: the bodies of two
/// provinces number alike, the Centre and the State's organs are one.
fn same_register(one: &Subject<'_>, other: &Subject<'_>, cited: &Cited) -> bool {
    let head = |subject: &Subject<'_>| {
        let body = &subject.document().body;
        (body.superior.clone(), body.name.clone())
    };
    cited.state || cited.body.ends_with("TW") || head(one) == head(other)
}

/// A paper of this very workspace cited with another date than its own.
fn own_papers(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    let mut own: BTreeMap<String, Vec<&Subject<'_>>> = BTreeMap::new();
    for subject in subjects {
        if let Some(symbol) = subject.symbol() {
            own.entry(symbol).or_default().push(subject);
        }
    }
    for subject in subjects {
        for cited in &subject.citations {
            let (Some(date), Some(papers)) = (cited.date, own.get(&cited.symbol)) else { continue };
            let near = |paper: &&&Subject<'_>| same_series(cited.state, paper.document().date, date);
            let agrees = papers.iter().any(|paper| paper.document().date == date);
            let Some(paper) = papers.iter().find(near).filter(|_| !agrees) else { continue };
            let Some(day) = paper.at("ngay") else { continue };
            let one = if cited.date_range.is_empty() { &cited.range } else { &cited.date_range };
            let one = Place { subject, text: &subject.texts[cited.text], range: one.clone() };
            let other = Place { subject: paper, text: day, range: 0..day.text.len() };
            let words = two_dates(&cited.symbol, &date.to_string(), &paper.document().date.to_string());
            found.against(
                &one,
                &other,
                words,
                ["ngày của chính văn bản ấy", "the date of that paper itself"],
            );
        }
    }
}

/// Whether one symbol of these two days means one paper. The Party's series
/// begins again with each term, the State's with each year.
fn same_series(state: bool, one: Date, other: Date) -> bool {
    if state { one.parts().0 == other.parts().0 } else { one.years_from(other) < 1.0 }
}

fn difference(one: &Cited, two: &Cited) -> Option<Wording> {
    if let (Some(first), Some(second)) = (one.date, two.date) {
        let unique = one.state && one.symbol.matches('/').count() > 1;
        if first != second && (unique || same_series(one.state, first, second)) {
            return Some(two_dates(&two.symbol, &second.to_string(), &first.to_string()));
        }
        if first != second {
            return None;
        }
        let (Some(first), Some(second)) = (&one.title, &two.title) else { return None };
        if !first.contains(second.as_str()) && !second.contains(first.as_str()) {
            return Some(Wording {
                vi: [
                    format!("`{}` được ghi hai trích yếu khác nhau", two.symbol),
                    "đối chiếu với văn bản gốc rồi ghi thống nhất".into(),
                ],
                en: [
                    format!("`{}` is cited with two different titles", two.symbol),
                    "look at the paper itself, then write them alike".into(),
                ],
            });
        }
    }
    None
}

fn two_dates(symbol: &str, here: &str, there: &str) -> Wording {
    Wording {
        vi: [
            format!("`{symbol}` chỗ này ghi ngày {here}, chỗ khác ghi ngày {there}"),
            "đối chiếu với văn bản gốc rồi ghi thống nhất".into(),
        ],
        en: [
            format!("`{symbol}` is of {here} here and of {there} elsewhere"),
            "look at the paper itself, then write them alike".into(),
        ],
    }
}

impl Subject<'_> {
    /// The symbol by which others cite this document.
    fn symbol(&self) -> Option<String> {
        let document = self.document();
        let number = document.number?;
        let code = self.kind.code_on(document.date, document.system());
        let body = document.body.code.trim();
        Some(if self.is_party() {
            format!("{number}-{code}/{body}")
        } else if code.is_empty() {
            format!("{number}/{body}")
        } else {
            format!("{number}/{code}-{body}")
        })
    }
}
