//! In: a declared table or chart and the data. Out: its cells and bars, every
//! figure computed and written as the sentences write it.

mod body;
mod chart;
mod column;
mod fact;
mod models;
mod progress;
mod rows;
mod score_sheet;
mod table;
mod width;

use rust_decimal::Decimal;
use serde::Serialize;

pub use chart::ChartView;

use crate::documents::Filter;
use crate::expression::{Number, Scope};
use crate::figures::{Measure, Selection, Style};
use crate::records::Precision;

pub(crate) use chart::{crowd, is_empty as chart_is_empty};
pub(crate) use fact::{facts, is_criterion};

pub(super) use chart::view as chart;
pub(super) use models::recognised;
pub(super) use progress::view as progress;
pub(super) use score_sheet::score_sheets;
pub(super) use table::view as table;

/// What stands where there is no figure, which is not zero.
const MISSING: &str = "–";

/// A computed table ready for the page.
#[derive(Debug, Default, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct FiguresView {
    #[serde(rename = "ten")]
    pub caption: Option<String>,
    #[serde(rename = "don_vi_tinh")]
    pub unit: Option<String>,
    #[serde(rename = "cot")]
    pub columns: Vec<FiguresColumn>,
    /// The heading, one list a line.
    #[serde(rename = "dau")]
    pub head: Vec<Vec<HeadCell>>,
    #[serde(rename = "hang")]
    pub rows: Vec<FiguresRow>,
    #[serde(rename = "nguon")]
    pub source: Option<String>,
    #[serde(rename = "ghi_chu")]
    pub note: Option<String>,
}

/// A column: how many letters it would like room for, how many it must have, and
/// how its cells stand.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct FiguresColumn {
    #[serde(rename = "rong")]
    pub share: usize,
    #[serde(rename = "it")]
    pub least: usize,
    #[serde(rename = "can")]
    pub align: &'static str,
}

impl FiguresColumn {
    /// A column whose share is fixed, whatever it holds.
    fn fixed(share: usize, align: &'static str) -> Self {
        Self { share, least: 1, align }
    }
}

/// A cell of the heading with the columns and lines it spans.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct HeadCell {
    #[serde(rename = "chu")]
    pub text: String,
    #[serde(rename = "ngang")]
    pub columns: usize,
    #[serde(rename = "doc")]
    pub lines: usize,
}

/// A row.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct FiguresRow {
    #[serde(rename = "dam")]
    pub bold: bool,
    /// Whether its second cell takes all columns but the first.
    #[serde(rename = "gop", skip_serializing_if = "std::ops::Not::not")]
    pub spans: bool,
    #[serde(rename = "o")]
    pub cells: Vec<String>,
}

/// The part of the data that a filter leaves, in the document's years.
fn selection(scope: &Scope, filter: &Filter) -> Selection {
    Selection::filtered(&scope.data, scope.period.years(), filter)
}

/// A figure as a cell.
fn cell(scope: &Scope, value: Option<Decimal>, style: Style, precision: Precision) -> String {
    if scope.blank {
        return String::new();
    }
    value.map_or_else(|| MISSING.into(), |value| scope.printed(&Number { value, style, precision }))
}

/// The measure with this name; validation has refused unknown ones.
fn measure(scope: &Scope, name: &str) -> Option<Measure> {
    Measure::named(&scope.data, name).ok()
}
