//! In: a declared list of models, or the list of a decision. Out: one row a model
//! with the facts asked for.

use rust_decimal::Decimal;

use super::{FiguresColumn, FiguresRow, FiguresView, HeadCell, MISSING, selection, share};
use crate::compute::numbering::roman;
use crate::dataset::{Dataset, YearModel};
use crate::documents::{FigureColumn, FiguresTable, RecognitionList};
use crate::expression::Scope;
use crate::figures;
use crate::records::Subject;
use crate::values::{Amount, one_line, writing};

/// A fact about a model.
struct Fact {
    name: &'static str,
    title: &'static str,
    text: fn(&Dataset, &YearModel) -> String,
}

/// Every fact that a list of models may show.
const FACTS: [Fact; 15] = [
    Fact { name: "ma", title: "Mã", text: |_, own| own.model.id.clone().unwrap_or_default() },
    Fact { name: "don_vi", title: "Đơn vị", text: |data, own| data.units[own.unit].printed_in(own.year) },
    Fact { name: "cua", title: "Tập thể, cá nhân", text: recipient },
    Fact { name: "ten", title: "Tên mô hình", text: |_, own| own.model.name.clone() },
    Fact {
        name: "linh_vuc",
        title: "Lĩnh vực",
        text: |data, own| {
            let field = data.lists.fields.iter().find(|field| field.code == own.model.field);
            field.map_or_else(String::new, |field| field.name.clone())
        },
    },
    Fact { name: "nam", title: "Năm công nhận", text: |_, own| own.year.to_string() },
    Fact {
        name: "ca_nhan",
        title: "Cá nhân",
        text: |_, own| own.model.person.as_ref().map_or_else(String::new, |person| person.name.clone()),
    },
    Fact {
        name: "xep_loai",
        title: "Xếp loại",
        text: |data, own| data.rank(own).map_or_else(String::new, |rank| rank.name.clone()),
    },
    Fact { name: "diem", title: "Điểm", text: |data, own| number(data.score(own)) },
    Fact {
        name: "diem_tu_cham", title: "Điểm tự chấm", text: |data, own| number(data.own_score(own))
    },
    Fact {
        name: "dong_y",
        title: "Đồng ý",
        text: |data, own| {
            number(data.evaluation(own).and_then(|own| own.evaluation.votes_for).map(Decimal::from))
        },
    },
    Fact {
        name: "khong_dong_y",
        title: "Không đồng ý",
        text: |data, own| {
            number(data.evaluation(own).and_then(|own| own.evaluation.votes_against).map(Decimal::from))
        },
    },
    Fact {
        name: "ty_le_dong_y",
        title: "Tỷ lệ (%)",
        text: |data, own| {
            let votes = data.evaluation(own).map(|own| &own.evaluation);
            let votes = votes.and_then(|own| own.votes_for.zip(own.votes_against));
            let share = votes.and_then(|(yes, no)| {
                writing::percent_of(yes.into(), Decimal::from(yes) + Decimal::from(no), 1)
            });
            share.map_or_else(String::new, |share| writing::decimal(share, 1))
        },
    },
    Fact {
        name: "hieu_qua", title: "Hiệu quả", text: |_, own| own.model.effect.clone().unwrap_or_default()
    },
    Fact { name: "ghi_chu", title: "Ghi chú", text: |_, own| own.model.note.clone().unwrap_or_default() },
];

/// The names of all facts.
pub(crate) fn facts() -> impl Iterator<Item = &'static str> {
    FACTS.iter().map(|fact| fact.name)
}

/// A fact about a model by its name.
pub(super) fn fact(data: &Dataset, model: &YearModel, name: &str) -> String {
    FACTS.iter().find(|fact| fact.name == name).map_or_else(String::new, |fact| (fact.text)(data, model))
}

fn number(number: Option<Decimal>) -> String {
    number.map_or_else(String::new, writing::thousands)
}

/// Whose model it is: the unit, or the person with the unit.
pub(super) fn recipient(data: &Dataset, own: &YearModel) -> String {
    let unit = data.units[own.unit].printed_in(own.year);
    let Some(person) = own.model.person.as_ref().filter(|_| own.model.subject == Subject::Person) else {
        return unit;
    };
    let name = [person.title.as_deref(), Some(&person.name)];
    let name = name.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts = [Some(name.as_str()), person.position.as_deref(), Some(&unit)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A column of a list: a fact, or the final score of a criterion by its code.
enum Shown {
    Fact(&'static Fact),
    Criterion(String),
}

impl Shown {
    fn named(data: &Dataset, name: &str) -> Option<Self> {
        let fact = FACTS.iter().find(|fact| fact.name == name).map(Self::Fact);
        fact.or_else(|| is_criterion(data, name).then(|| Self::Criterion(name.into())))
    }

    fn text(&self, data: &Dataset, model: &YearModel) -> String {
        match self {
            Self::Fact(fact) => (fact.text)(data, model),
            Self::Criterion(code) => {
                let score = data.evaluation(model).and_then(|own| own.evaluation.given.get(code));
                number(score.copied().map(Amount::value))
            }
        }
    }

    fn title(&self) -> &str {
        match self {
            Self::Fact(fact) => fact.title,
            Self::Criterion(code) => code,
        }
    }

    /// What stands where the fact is missing; a remark that nobody made is none.
    fn missing(&self) -> &'static str {
        if self.name() == "ghi_chu" { "" } else { MISSING }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Fact(fact) => fact.name,
            Self::Criterion(_) => "diem",
        }
    }
}

/// Whether a rubric has a criterion with this code.
pub(crate) fn is_criterion(data: &Dataset, code: &str) -> bool {
    data.rubrics.iter().any(|rubric| rubric.criterion(code).is_some())
}

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
            let text = |shown: &Shown| {
                let text = shown.text(&self.scope.data, model);
                if text.is_empty() { shown.missing().into() } else { text }
            };
            let texts = self.facts.iter().map(text).collect();
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
        let number = FiguresColumn { share: 4, align: "giua" };
        let columns = facts.iter().enumerate().map(|(at, fact)| {
            // A few long texts may take more lines: the usual length of those there are decides.
            let own = rows.iter().filter(|row| !row.spans);
            let lengths = own.map(|row| row.cells[at + 1].chars().count()).filter(|length| *length > 1);
            let mut lengths: Vec<_> = lengths.collect();
            lengths.sort_unstable();
            let usual = lengths.get(lengths.len() * 3 / 4).copied().unwrap_or(0).max(8);
            let short = matches!(
                fact.name(),
                "nam" | "diem" | "diem_tu_cham" | "xep_loai" | "dong_y" | "khong_dong_y" | "ty_le_dong_y"
            );
            let usual = if matches!(fact, Shown::Criterion(_)) { 5 } else { usual };
            FiguresColumn { share: share(usual, 34), align: if short { "giua" } else { "trai" } }
        });
        let columns = std::iter::once(number).chain(columns).collect();
        let head = |text: &str| HeadCell { text: text.into(), columns: 1, lines: 1 };
        let head = vec![std::iter::once("TT").chain(facts.iter().map(Shown::title)).map(head).collect()];
        FiguresView { columns, head, rows, ..frame }
    }
}
