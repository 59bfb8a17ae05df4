//! In: the legal bases of a document. Out: its opening paragraphs (R-D-135,
//! R-D-136), with the guidance's words and marks.

use crate::documents::{Basis, BasisForm, Citation, CitedPaper};
use crate::standard::{BasisWords, Profile};
use crate::values::one_line;

/// The paragraphs of the bases and the sentence that leads on, if it has a
/// paragraph of its own; inline marks unread.
pub(super) fn paragraphs(basis: &Basis, profile: &Profile) -> (Vec<String>, Option<String>) {
    let words = &profile.basis;
    let cited: Vec<_> = basis.papers.iter().map(|paper| citation(paper, basis, profile)).collect();
    let lead = basis.lead.as_deref().map(one_line);
    match basis.form {
        BasisForm::Paragraph => {
            let (last, rest) = cited.split_last().map_or(("", &[][..]), |(last, rest)| (last.as_str(), rest));
            let cited = if rest.is_empty() {
                last.into()
            } else {
                format!("{}{}{last}", rest.join(", "), words.before_last)
            };
            let lead = lead.map_or_else(String::new, |lead| format!(", {lead}"));
            // One running paragraph is ordinary text (R-D-136).
            (Vec::new(), Some(format!("{}{lead}", opened(&cited, words))))
        }
        BasisForm::Lines => {
            let last = cited.len().saturating_sub(1);
            let line = |(at, text): (usize, String)| {
                let mark = if at == last { &words.after_last } else { &words.after_each };
                format!("{}{}{mark}", words.line_start, opened(&text, words))
            };
            (cited.into_iter().enumerate().map(line).collect(), lead)
        }
    }
}

/// Type, number, date, body, subject (R-D-142), or the author's own words.
fn citation(citation: &Citation, basis: &Basis, profile: &Profile) -> String {
    let text = match citation {
        Citation::Text(text) => one_line(text),
        Citation::Paper(CitedPaper { kind, symbol, date, body, subject }) => {
            let comma = if basis.comma_before_date { profile.basis.before_date.as_str() } else { " " };
            let BasisWords { before_symbol, before_body, .. } = &profile.basis;
            one_line(&format!("{kind}{before_symbol}{symbol}{comma}ngày {date}{before_body}{body} {subject}"))
        }
    };
    text.trim_end_matches([';', ',', '.']).into()
}

/// `Căn cứ …`, unless the author's words open by themselves.
fn opened(text: &str, words: &BasisWords) -> String {
    let own = |first: &&String| {
        let end = text.get(first.len()..).is_some_and(|rest| rest.starts_with(' '));
        end && text[..first.len()].to_lowercase() == first.to_lowercase()
    };
    match words.openings.iter().find(own) {
        // As the guidance writes it, whatever case the author chose.
        Some(opening) => format!("{opening}{}", &text[opening.len()..]),
        None => format!("{}{text}", words.opening),
    }
}
