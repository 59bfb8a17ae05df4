//! In: a declared list of models, or the list of a decision. Out: one row a model
//! with the facts asked for.

use super::fact::{PLACE, Shown};
use super::{FiguresRow, FiguresView, HeadCell, selection, width};
use crate::compute::numbering::roman;
use crate::dataset::YearModel;
use crate::documents::{FigureColumn, FiguresTable, RecognitionList};
use crate::expression::Scope;
use crate::figures;
use crate::values::one_line;

/// Lines of a form that others fill in.
const BLANK_LINES: usize = 5;

pub(super) fn fill(frame: FiguresView, table: &FiguresTable, scope: &Scope) -> FiguresView {
    let data = &scope.data;
    let names = table.columns.iter().filter_map(|column| match column {
        FigureColumn::Name(name) => Some(name),
        FigureColumn::Derived(_) => None,
    });
    let within = selection(scope, &table.filter);
    let mut models: Vec<_> = data.models.iter().filter(|model| within.has(data, model)).collect();
    // By unit in the order of lists, then by year; the order of the files decides the rest.
    models.sort_by_key(|model| (model.unit, model.year));
    if names.clone().any(|name| name == PLACE) {
        let place = |model: &YearModel| (model.year, data.place(model).unwrap_or(usize::MAX));
        models.sort_by_cached_key(|model| place(model));
    }
    let mut list = List::new(names, scope);
    list.models(models.into_iter().map(|model| &**model));
    list.into_view(frame)
}

/// The list of a decision: its rows numbered through all groups, so that the last
/// number is the count.
pub(in crate::compute) fn recognised(list: &RecognitionList, scope: &Scope) -> FiguresView {
    let data = &scope.data;
    let mut view = List::new(list.columns.iter(), scope);
    let mut left: Vec<&YearModel> =
        scope.recognised.iter().flat_map(|rows| rows.iter()).map(|row| &*data.models[row.at]).collect();
    if let Some(by) = list.grouped_by {
        let within = selection(scope, &list.filter);
        let mut number = 0;
        for group in figures::groups(data, by.dimension(), &within) {
            let (own, rest): (Vec<_>, Vec<_>) =
                left.into_iter().partition(|model| group.selection.has(data, model));
            left = rest;
            if !own.is_empty() {
                number += 1;
                view.heading(&roman(number), &format!("{} ({})", group.name, view.count(own.len())));
                view.models(own.into_iter());
            }
        }
        if !left.is_empty() {
            number += 1;
            view.heading(&roman(number), &format!("Khác ({})", view.count(left.len())));
        }
    }
    view.models(left.into_iter());
    if let Some(total) = &list.total {
        view.heading("", &one_line(total));
    }
    view.into_view(FiguresView::default())
}

/// A list of models that is being written.
struct List<'s> {
    scope: &'s Scope,
    facts: Vec<Shown>,
    rows: Vec<FiguresRow>,
    number: usize,
}

impl<'s> List<'s> {
    fn new<'n>(names: impl Iterator<Item = &'n String>, scope: &'s Scope) -> Self {
        // Validation has refused unknown names.
        let facts = names.filter_map(|name| Shown::named(&scope.data, name)).collect();
        let mut list = Self { scope, facts, rows: Vec::new(), number: 0 };
        if scope.blank {
            (0..BLANK_LINES).for_each(|_| list.row(vec![String::new(); list.facts.len()]));
        }
        list
    }

    fn count(&self, rows: usize) -> String {
        if self.scope.padded { format!("{rows:02}") } else { rows.to_string() }
    }

    fn row(&mut self, texts: Vec<String>) {
        self.number += 1;
        let cells = std::iter::once(self.number.to_string()).chain(texts).collect();
        self.rows.push(FiguresRow { bold: false, spans: false, cells });
    }

    fn models<'m>(&mut self, models: impl Iterator<Item = &'m YearModel>) {
        if self.scope.blank {
            return;
        }
        for model in models {
            let texts = self.facts.iter().map(|fact| fact.text(&self.scope.data, model)).collect();
            self.row(texts);
        }
    }

    /// A line across the table: the name of a group, the total.
    fn heading(&mut self, number: &str, text: &str) {
        if !self.scope.blank {
            let cells = vec![number.into(), text.into()];
            self.rows.push(FiguresRow { bold: true, spans: true, cells });
        }
    }

    fn into_view(self, frame: FiguresView) -> FiguresView {
        let Self { facts, rows, .. } = self;
        let columns = facts.iter().enumerate().map(|(at, fact)| {
            let own = rows.iter().filter(|row| !row.spans);
            let texts = || own.clone().map(|row| row.cells[at + 1].as_str());
            // A few long texts may take more lines: the usual length of those there are decides.
            let mut lengths: Vec<_> =
                texts().map(|text| text.chars().count()).filter(|length| *length > 1).collect();
            lengths.sort_unstable();
            let usual = lengths.get(lengths.len() * 3 / 4).copied().unwrap_or(0);
            let align = if fact.is_short() { "giua" } else { "trai" };
            width::column(usual.clamp(8, 34), texts().chain([fact.title()]), align)
        });
        // Groups have Roman numerals, which are wider than the numbers of rows.
        let numbers = rows.iter().filter_map(|row| row.cells.first()).map(String::as_str);
        let number = width::column(4, numbers.chain(["TT"]), "giua");
        let columns = std::iter::once(number).chain(columns).collect();
        let head = |text: &str| HeadCell { text: text.into(), columns: 1, lines: 1 };
        let head = vec![std::iter::once("TT").chain(facts.iter().map(Shown::title)).map(head).collect()];
        FiguresView { columns, head, rows, ..frame }
    }
}
