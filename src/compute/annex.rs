//! In: the annexes of a document. Out: their headings and passages (R-D-196).

use serde::Serialize;

use super::body;
use super::numbering::roman;
use super::passage::Passage;
use super::{capitalised, header, lines, symbol};
use crate::documents::{Annex, OfficialDocument};
use crate::expression::Scope;
use crate::standard::{BasisWords, Kind, Profile};

/// One annex.
#[derive(Debug, Serialize)]
pub struct AnnexView {
    /// `Phụ lục`, with a number if there are several.
    #[serde(rename = "so")]
    pub heading: String,
    /// Its name.
    #[serde(rename = "ten")]
    pub title: String,
    /// The paper it belongs to, where the guidance asks for that line.
    #[serde(rename = "kem_theo")]
    pub belongs_to: Option<String>,
    /// Whether its sheets lie on their side.
    #[serde(rename = "ngang")]
    pub landscape: bool,
    /// Its text.
    #[serde(rename = "noi_dung")]
    pub content: Vec<Passage>,
}

pub(super) fn annexes(
    document: &OfficialDocument,
    kind: &Kind,
    profile: &Profile,
    scope: Option<&Scope>,
) -> Vec<AnnexView> {
    let words = &profile.annexes;
    let count = document.annexes.len();
    let belongs_to = words.belongs_to.as_ref().map(|before| {
        let BasisWords { before_symbol, before_date, before_body, .. } = &profile.basis;
        let (kind_name, body) = (capitalised(&kind.name), header::body_in_text(&document.body));
        let symbol = if kind.prints_symbol {
            format!("{before_symbol}{}{before_date}", symbol(document, kind, profile))
        } else {
            " ".into()
        };
        let date = if document.presentation.blank_day {
            document.date.short_with_day(&profile.place.blank_day)
        } else {
            document.date.to_string()
        };
        format!("({before} {kind_name}{symbol}ngày {date}{before_body}{body})")
    });
    let heading = |at: usize| match (count, words.roman) {
        (0 | 1, _) => words.name.clone(),
        (_, true) => format!("{} {}", words.name, roman(at + 1)),
        (_, false) => format!("{} {}", words.name, at + 1),
    };
    let view = |(at, annex): (usize, &Annex)| AnnexView {
        heading: heading(at),
        title: lines(&annex.title).unwrap_or_default(),
        belongs_to: belongs_to.clone(),
        landscape: annex.landscape,
        content: body::of_annex(annex, profile, scope),
    };
    document.annexes.iter().enumerate().map(view).collect()
}
