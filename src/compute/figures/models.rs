//! In: a declared list of models. Out: one row a model with the facts asked for.

use super::{FiguresColumn, FiguresRow, FiguresView, HeadCell, MISSING, selection, share};
use crate::dataset::{Dataset, YearModel};
use crate::documents::{FigureColumn, FiguresTable};
use crate::expression::Scope;
use crate::values::writing;

/// A fact about a model.
struct Fact {
    name: &'static str,
    title: &'static str,
    text: fn(&Dataset, &YearModel) -> String,
}

/// Every fact that a list of models may show.
const FACTS: [Fact; 8] = [
    Fact { name: "don_vi", title: "Đơn vị", text: |data, own| data.units[own.unit].printed_in(own.year) },
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
        text: |data, own| data.rank(&own.model).map_or_else(String::new, |rank| rank.name.clone()),
    },
    Fact {
        name: "diem",
        title: "Điểm",
        text: |_, own| own.model.score.map_or_else(String::new, |score| writing::thousands(score.value())),
    },
    Fact {
        name: "hieu_qua", title: "Hiệu quả", text: |_, own| own.model.effect.clone().unwrap_or_default()
    },
];

/// The names of all facts.
pub(crate) fn facts() -> impl Iterator<Item = &'static str> {
    FACTS.iter().map(|fact| fact.name)
}

/// Lines of a form that others fill in.
const BLANK_LINES: usize = 5;

pub(super) fn fill(frame: FiguresView, table: &FiguresTable, scope: &Scope) -> FiguresView {
    let data = &scope.data;
    let facts: Vec<_> = table
        .columns
        .iter()
        .filter_map(|column| match column {
            FigureColumn::Name(name) => FACTS.iter().find(|fact| fact.name == name),
            FigureColumn::Derived(_) => None,
        })
        .collect();
    let within = selection(scope, &table.filter);
    let mut models: Vec<_> = data.models.iter().filter(|model| within.has(data, model)).collect();
    // By unit in the order of lists, then by year; the order of the files decides the rest.
    models.sort_by_key(|model| (model.unit, model.year));
    let texts: Vec<Vec<String>> = if scope.blank {
        vec![vec![String::new(); facts.len()]; BLANK_LINES]
    } else {
        models.iter().map(|model| facts.iter().map(|fact| (fact.text)(data, model)).collect()).collect()
    };
    let number = FiguresColumn { share: 4, align: "giua" };
    let columns = facts.iter().enumerate().map(|(at, fact)| {
        // A few long texts may take more lines: the usual length of those there are decides.
        let filled = texts.iter().map(|row| row[at].chars().count()).filter(|length| *length > 0);
        let mut lengths: Vec<_> = filled.collect();
        lengths.sort_unstable();
        let usual = lengths.get(lengths.len() * 3 / 4).copied().unwrap_or(0).max(8);
        let short = matches!(fact.name, "nam" | "diem" | "xep_loai");
        FiguresColumn { share: share(usual, 34), align: if short { "giua" } else { "trai" } }
    });
    let columns = std::iter::once(number).chain(columns).collect();
    let head = |text: &str| HeadCell { text: text.into(), columns: 1, lines: 1 };
    let head = vec![std::iter::once("TT").chain(facts.iter().map(|fact| fact.title)).map(head).collect()];
    let rows = texts.into_iter().zip(1..).map(|(texts, number)| {
        let texts =
            texts.into_iter().map(|text| if text.is_empty() && !scope.blank { MISSING.into() } else { text });
        FiguresRow { bold: false, cells: std::iter::once(number.to_string()).chain(texts).collect() }
    });
    FiguresView { columns, head, rows: rows.collect(), ..frame }
}
