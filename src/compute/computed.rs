//! In: tables, forms and charts as declared, and the data. Out: their passages, with
//! captions that are counted through the document.

use super::body::Writer;
use super::figures::{self, FiguresView};
use super::passage::{Passage, PassageRole};
use crate::documents::{Chart, ScoreSheets};
use crate::values::Runs;

impl Writer<'_> {
    /// A computed table; `Bảng 1. …` if it has a caption.
    pub(super) fn figures(&mut self, view: Option<FiguresView>) {
        let Some(mut view) = view else { return };
        if let Some(caption) = view.caption.as_mut().filter(|_| self.numbers_captions) {
            self.tables += 1;
            *caption = format!("{} {}. {caption}", self.profile.tables.label, self.tables);
        }
        let passage = Passage::new(PassageRole::Figures, None, Runs::default());
        self.passages.push(Passage { figures: Some(view), ..passage });
    }

    /// Each form begins a page; the first one where it stands, if nothing is above it.
    pub(super) fn score_sheets(&mut self, sheets: &ScoreSheets) {
        let Some(scope) = self.scope else { return };
        for sheet in figures::score_sheets(sheets, scope) {
            if !self.passages.is_empty() {
                self.push(PassageRole::NewPage, None, "");
            }
            self.push(PassageRole::Centred, None, &sheet.title);
            let line = |(label, text): &(&str, String)| {
                // Names may hold anything; they are not marked up.
                Passage::new(PassageRole::FormLine, Some(format!("{label}:")), Runs::plain(text))
            };
            self.passages.extend(sheet.lead.iter().map(line));
            self.figures(Some(sheet.table));
            self.passages.extend(sheet.close.iter().map(line));
        }
    }

    pub(super) fn chart(&mut self, chart: &Chart) {
        let Some(mut view) = self.scope.and_then(|scope| figures::chart(chart, scope)) else { return };
        if self.numbers_captions {
            self.charts += 1;
            view.caption = format!("{} {}. {}", self.profile.charts.label, self.charts, view.caption);
        }
        let passage = Passage::new(PassageRole::Chart, None, Runs::default());
        self.passages.push(Passage { chart: Some(view), ..passage });
    }
}
