//! Whose a cited paper is, held against its symbol and its day: `Nghị quyết số 25-NQ/TW
//! của Tỉnh ủy`, a resolution of 2013 by the Central Committee of a later term. A part of
//! the rule `vien-dan`.

use serde::Deserialize;

use super::citation::Cited;
use super::reading::folded;
use super::text::{Role, Text, at_words, head, holds, sentence, tail};
use super::{Findings, Subject};
use crate::diagnostic::Wording;
use crate::documents::IssuingBody;
use crate::standard::Day;
use crate::values::one_line;

/// Those whose papers bear one code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Issuers {
    /// The code, at the end of a symbol.
    #[serde(rename = "ky_hieu")]
    code: String,
    /// How their names begin.
    #[serde(rename = "ten")]
    names: Vec<String>,
}

impl Issuers {
    pub(super) fn code(&self) -> &str {
        &self.code
    }

    /// Whether a name, folded, is of one of them.
    fn is_of(&self, name: &str) -> bool {
        self.names.iter().any(|own| name.starts_with(&folded(own)))
    }
}

/// The codes of the papers of whoever bears this name.
pub(super) fn codes_of<'l>(issuers: &'l [Issuers], name: &str) -> Vec<&'l str> {
    let name = folded(&one_line(name));
    issuers.iter().filter(|own| own.is_of(&name)).map(|own| own.code.as_str()).collect()
}

/// Whether papers with this code are of one of them.
pub(super) fn is_known(issuers: &[Issuers], code: &str) -> bool {
    issuers.iter().any(|own| own.code == code)
}

/// The name of a body with that of the committee it serves: `Ủy ban Kiểm tra Huyện ủy`.
pub(super) fn full_name(body: &IssuingBody) -> String {
    let parts = [Some(body.name.as_str()), body.superior.as_deref()];
    parts.into_iter().flatten().map(one_line).collect::<Vec<_>>().join(" ")
}

/// Whose a citation says a paper of the workspace is, if it is certainly another's:
/// where the table knows the code, [`other_body`] tells it.
pub(super) fn wrong_issuer<'c>(
    subject: &Subject<'_>,
    cited: &'c Cited,
    paper: &Subject<'_>,
) -> Option<&'c str> {
    let issuer = cited.issuer.as_deref().filter(|_| is_told_of(&subject.texts[cited.text], cited))?;
    let table = &subject.lexicon.citing.issuers;
    let body = &paper.document().body;
    if !body.others.is_empty() || is_known(table, &cited.symbol.body) {
        return None;
    }
    let (said, own) = (codes_of(table, issuer), codes_of(table, &full_name(body)));
    let alike = folded(&one_line(&body.name)).starts_with(&folded(issuer));
    (!said.is_empty() && !alike && !said.iter().any(|code| own.contains(code))).then_some(issuer)
}

pub(super) fn issuers(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for cited in &subject.citations {
        other_body(subject, cited, found);
        other_term(subject, cited, found);
    }
}

/// What stands before a citation whose `của …` tells whose paper it is; after `kết quả
/// thực hiện Chỉ thị số 05-CT/TW` it may tell whose result.
const OPENINGS: [&str; 14] = [
    "",
    "căn cứ",
    "thực hiện",
    "tiếp tục thực hiện",
    "theo",
    "quán triệt",
    "tiếp tục quán triệt",
    "học tập, quán triệt",
    "quán triệt, thực hiện",
    "triển khai",
    "triển khai thực hiện",
    "tổ chức thực hiện",
    "đẩy mạnh thực hiện",
    "nghiêm túc thực hiện",
];

/// The codes of the Party's Centre.
const CENTRE: [&str; 1] = ["TW"];

fn other_body(subject: &Subject<'_>, cited: &Cited, found: &mut Findings<'_>) {
    let text = &subject.texts[cited.text];
    let Some(written) = cited.issuer.as_ref() else { return };
    let issuer = folded(written);
    let begins = |own: &Issuers| own.is_of(&issuer);
    let bodies = &subject.lexicon.citing.issuers;
    // Behind the day, the organs of the Centre issued it: no result of a local paper is theirs.
    let central = || {
        let dated = cited.date_range.end > cited.range.end;
        dated && bodies.iter().any(|own| CENTRE.contains(&own.code.as_str()) && begins(own))
    };
    if !is_told_of(text, cited) && !central() {
        return;
    }
    let of_code = |own: &&Issuers| {
        cited.symbol.body.strip_prefix(&own.code).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let Some(right) = bodies.iter().find(of_code) else { return };
    if begins(right) || !bodies.iter().any(begins) {
        return;
    }
    let (code, names) = (&right.code, right.names.join(", "));
    let words = Wording {
        vi: [
            format!("ký hiệu `{code}` không phải của {written}"),
            format!("xem lại văn bản được viện dẫn: `{code}` là của {names}"),
        ],
        en: [
            format!("the code `{code}` is not that of {written}"),
            format!("look at the cited paper: `{code}` stands for {names}"),
        ],
    };
    found.at(subject, text, cited.range.clone(), words);
}

/// Whether `của …` after the citation can only tell whose paper it is.
fn is_told_of(text: &Text<'_>, cited: &Cited) -> bool {
    if text.role == Role::Data {
        return true;
    }
    let before = tail(&text.text[..cited.range.start], 400);
    let before = before[sentence(before, &(before.len()..before.len())).start..].to_lowercase();
    let before = before.trim_matches(['-', '+', '*', ' ', '“']);
    // `Căn cứ A của B, C của D`
    OPENINGS.contains(&before) || before.starts_with("căn cứ") && before.ends_with([',', ';'])
}

/// Organs that change with each congress.
const OF_A_TERM: [&str; 4] = ["ban chấp hành trung ương", "trung ương đảng", "bộ chính trị", "ban bí thư"];

/// `ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XII`: a paper is of the term in
/// which its day lies.
fn other_term(subject: &Subject<'_>, cited: &Cited, found: &mut Findings<'_>) {
    let text = &subject.texts[cited.text];
    let Some(date) = cited.date.filter(|_| cited.symbol.body == "TW" && text.is_prose()) else { return };
    let from = cited.range.end.max(cited.date_range.end);
    let rest = head(&text.text[from..], 300).to_lowercase();
    let rest = rest.split(['.', ';', '“', '"', '\n']).next().unwrap_or_default();
    let term = ["khóa ", "khoá "].iter().find_map(|word| Some((at_words(rest, word).next()?, word.len())));
    let Some((at, length)) = term else { return };
    let between = &rest[..at];
    let organ = OF_A_TERM.iter().any(|organ| holds(between, organ));
    if !organ || ["số", "về", "ngày"].iter().any(|word| holds(between, word)) {
        return;
    }
    let numeral = rest[at + length..].split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let closed = &subject.lexicon.congresses.closed;
    let ordinal = numeral.to_uppercase();
    let Some(first) = closed.get(&ordinal).map(|Day(day)| *day) else { return };
    let next = closed.values().map(|Day(day)| *day).filter(|day| *day > first).min();
    if date >= first && next.is_none_or(|next| date <= next) {
        return;
    }
    let words = Wording {
        vi: [
            format!("văn bản ngày {date} không phải của khóa {ordinal}"),
            format!("khóa {ordinal} từ ngày {first}: xem lại số khóa, hoặc ngày"),
        ],
        en: [
            format!("a paper of {date} is not of term {ordinal}"),
            format!("that term began on {first}: check its number, or the day"),
        ],
    };
    found.at(subject, text, from + at..from + at + length + numeral.len(), words);
}
