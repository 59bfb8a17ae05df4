//! In: the list that a decision declares, and the data. Out: the models it
//! recognises, in order, each with the place it was registered at. The printed
//! list, the count in Điều 1, and the certificates all come from here.

mod lock;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use lock::{Change, changes, regrouped, reordered, stamps};
pub(crate) use lock::{locked, without};

use crate::dataset::{Dataset, Placed, YearModel};
use crate::documents::{Block, OfficialDocument, RecognitionList};
use crate::expression::expressions;
use crate::figures::{self, Selection};
use crate::load::{Loaded, Node};
use crate::records::{ModelKind, Person, State, Subject};
use crate::source::Span;
use crate::validate;
use crate::values::{Date, Number, one_line};

/// A decision and what it recognises.
#[derive(Debug)]
pub struct Recognition {
    /// The data file of the decision, relative to the workspace.
    pub file: String,
    /// Số: the number from the register, if it was given.
    pub number: Option<u32>,
    /// Số và ký hiệu as printed: `215-QĐ/ĐUK`.
    pub symbol: String,
    /// Ngày: the day of the decision.
    pub date: Date,
    /// Địa danh: the place of issue.
    pub place: String,
    /// Khóa: whether its list can no longer change unseen.
    pub locked: bool,
    /// Ký: who signs it.
    pub signer: String,
    /// The rows in the order of the list.
    pub rows: Arc<[Placed<Recognised>]>,
    /// All models of its years, recognised or not.
    pub candidates: Vec<Placed<Candidate>>,
}

/// A model that a decision might recognise.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// What its row would say.
    pub row: Recognised,
    /// Whether it has the score, the eligibility and the consent of the meeting.
    pub earned: bool,
}

/// One row: a recognised model.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// Mã of the model, unique among all years; what other records refer to.
    pub id: String,
    /// Mã of its unit.
    pub unit: String,
    /// The unit as printed in the year: `Đảng bộ Sở Y tế`.
    pub unit_name: String,
    /// Tập thể or cá nhân.
    pub subject: Subject,
    /// Cá nhân, if it is a person's own.
    pub person: Option<Person>,
    /// Mô hình or điển hình.
    pub kind: ModelKind,
    /// Tên, without the quotation marks around it.
    pub name: String,
    /// Ghi chú, printed beside it.
    pub note: Option<String>,
    /// Lĩnh vực, its code.
    pub field: String,
    /// Lĩnh vực as printed.
    pub field_name: String,
    /// Xếp loại, its code; none for a model without a score.
    pub rank: Option<String>,
    /// Xếp loại as printed.
    pub rank_name: Option<String>,
    /// The year it was registered in.
    pub year: i32,
    /// Index of the model in the data.
    pub at: usize,
}

impl Recognition {
    /// What a document recognises; `rows` are those of its list, `symbol` is its
    /// number as printed.
    pub(crate) fn new(
        loaded: &Loaded<OfficialDocument>,
        symbol: String,
        rows: Arc<[Placed<Recognised>]>,
        candidates: Vec<Placed<Candidate>>,
    ) -> Self {
        let document = &loaded.record;
        Self {
            file: loaded.source.name().into(),
            number: document.number.map(Number::plain),
            symbol,
            date: document.date,
            place: document.place.clone(),
            locked: declared(document).is_some_and(|(list, _)| !list.lock.is_empty()),
            signer: document.signature.name.clone(),
            rows,
            candidates,
        }
    }
}

/// How many collectives, or persons, a list recognises: a unit with several models
/// is one collective.
#[must_use]
pub fn honoured(rows: &[Placed<Recognised>], subject: Subject) -> usize {
    let of = rows.iter().filter(|row| row.subject == subject);
    let one = |row: &Placed<Recognised>| {
        (row.unit.clone(), row.person.as_ref().map(|person| one_line(&person.name).to_lowercase()))
    };
    of.map(one).collect::<BTreeSet<_>>().len()
}

/// The list that a document declares, with its path in the file.
#[must_use]
pub fn declared(document: &OfficialDocument) -> Option<(RecognitionList, String)> {
    let mut found = None;
    validate::walk::blocks(document, &mut |block, path| {
        if let Block::RecognitionList(list) = block
            && found.is_none()
        {
            found = Some((list.as_ref().clone(), format!("{path}.danh_sach_cong_nhan")));
        }
    });
    found
}

/// Where a document first counts a list of its own (`cong_nhan.so`), whether it
/// has one or not.
pub(crate) fn counted(tree: &Node) -> Option<Span> {
    let counts = |code: &str| {
        let mut places = code.match_indices("cong_nhan.");
        places.any(|(at, _)| {
            !code[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '\'' | '"'))
        })
    };
    let mut first = None;
    tree.scalars(&mut |node, text| {
        let asks = || expressions(text).iter().filter_map(|own| own.code).any(counts);
        if first.is_none() && asks() {
            first = Some(node.span);
        }
    });
    first
}

/// The rows of a list as they are printed: the recognised models of these years
/// that its filter leaves, group by group, by unit in the order of lists, then by
/// id. A model without an id has
/// an empty one; validation refuses it.
#[must_use]
pub fn rows(data: &Dataset, list: &RecognitionList, years: &[i32]) -> Vec<Placed<Recognised>> {
    let within = Selection::filtered(data, years, &list.filter);
    let recognised = |model: &YearModel| model.model.state == State::Recognised && within.has(data, model);
    let mut rows: Vec<_> = data
        .models
        .iter()
        .enumerate()
        .filter(|(_, model)| recognised(model))
        .map(|(at, model)| model.with(row(data, at)))
        .collect();
    // The sort is stable: models without an id stay in the order of the file.
    rows.sort_by(|one, other| {
        let unit = |row: &Recognised| data.models[row.at].unit;
        (unit(one), &one.id).cmp(&(unit(other), &other.id))
    });
    let Some(by) = list.grouped_by else { return rows };
    let groups = figures::groups(data, by.dimension(), &within);
    // What is in no group follows all of them.
    let group = |row: &Recognised| {
        let model = &data.models[row.at];
        groups.iter().position(|group| group.selection.has(data, model)).unwrap_or(usize::MAX)
    };
    rows.sort_by_cached_key(|row| group(row));
    rows
}

/// The models of these years, as their rows would be. In a year with scores a rank
/// must have been earned; what was withdrawn or refused has not.
pub(crate) fn candidates(data: &Dataset, years: &[i32]) -> Vec<Placed<Candidate>> {
    let scored: BTreeSet<i32> =
        data.models.iter().filter(|model| data.score(model).is_some()).map(|model| model.year).collect();
    let models = data.models.iter().enumerate().filter(|(_, model)| years.contains(&model.year));
    let candidate = |(at, model): (usize, &Placed<YearModel>)| {
        let ranked = data.rank(model).is_some() || !scored.contains(&model.year);
        let refused = matches!(model.model.state, State::Withdrawn | State::NotRecognised);
        model.with(Candidate { row: row(data, at), earned: ranked && data.is_eligible(model) && !refused })
    };
    models.map(candidate).collect()
}

fn row(data: &Dataset, at: usize) -> Recognised {
    let YearModel { year, unit, model, .. } = &*data.models[at];
    let unit = &data.units[*unit];
    let field = data.lists.fields.iter().find(|field| field.code == model.field);
    let rank = data.rank(&data.models[at]);
    Recognised {
        id: model.id.clone().unwrap_or_default(),
        unit: unit.code.clone(),
        unit_name: unit.printed_in(*year),
        subject: model.subject,
        person: model.person.clone().filter(|_| model.subject == Subject::Person),
        kind: model.kind,
        name: model.name.clone(),
        note: model.note.clone(),
        field: model.field.clone(),
        field_name: field.map_or_else(String::new, |field| field.name.clone()),
        rank: rank.map(|rank| rank.code.clone()),
        rank_name: rank.map(|rank| rank.name.clone()),
        year: *year,
        at,
    }
}
