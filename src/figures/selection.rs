//! In: the conditions of a question. Out: whether a model or a unit meets them.

use crate::dataset::{Dataset, YearModel};
use crate::documents::Filter;
use crate::records::{Freshness, State, Subject};

/// Which part of the data is meant; what is left out is not looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Years.
    pub years: Vec<i32>,
    /// Lĩnh vực.
    pub field: Option<String>,
    /// Đơn vị, by index.
    pub unit: Option<usize>,
    /// Cụm.
    pub cluster: Option<String>,
    /// Loại đơn vị, as printed.
    pub unit_kind: Option<String>,
    /// Đối tượng.
    pub subject: Option<Subject>,
    /// Xếp loại.
    pub rank: Option<String>,
    /// Tiêu biểu.
    pub exemplary: bool,
    /// Tình trạng.
    pub freshness: Option<Freshness>,
}

impl Selection {
    /// The part of the data that a filter leaves in these years.
    #[must_use]
    pub fn filtered(data: &Dataset, years: &[i32], filter: &Filter) -> Self {
        Self {
            years: years.to_vec(),
            field: filter.field.clone(),
            unit: filter.unit.as_ref().and_then(|code| data.unit(code)),
            cluster: filter.cluster.clone(),
            subject: filter.subject,
            rank: filter.rank.clone(),
            exemplary: filter.exemplary,
            ..Self::default()
        }
    }

    /// The same conditions in these years.
    #[must_use]
    pub fn in_years(&self, years: &[i32]) -> Self {
        Self { years: years.to_vec(), ..self.clone() }
    }

    /// Whether only conditions on units are set.
    pub(super) fn is_about_units(&self) -> bool {
        self.field.is_none()
            && self.subject.is_none()
            && self.rank.is_none()
            && !self.exemplary
            && self.freshness.is_none()
    }

    /// Whether any condition on units is set.
    pub(super) fn narrows_units(&self) -> bool {
        self.unit.is_some() || self.cluster.is_some() || self.unit_kind.is_some()
    }

    /// Whether a unit is meant.
    pub(super) fn has_unit(&self, data: &Dataset, at: usize) -> bool {
        if !self.narrows_units() {
            return true;
        }
        // What a chi bộ below a đảng bộ did is the đảng bộ's too.
        let top = data.top(at);
        let unit = &data.units[top];
        self.unit.is_none_or(|own| own == at || own == top)
            && self.cluster.as_ref().is_none_or(|own| unit.cluster.as_ref() == Some(own))
            && self.unit_kind.as_ref().is_none_or(|own| unit.kind.plural() == own)
    }

    /// Whether a model is meant.
    #[must_use]
    pub fn has(&self, data: &Dataset, model: &YearModel) -> bool {
        let own = &model.model;
        own.state != State::Withdrawn
            && self.years.contains(&model.year)
            && self.has_unit(data, model.unit)
            && self.field.as_ref().is_none_or(|field| *field == own.field)
            && self.subject.is_none_or(|subject| subject == own.subject)
            && self.freshness.is_none_or(|freshness| freshness == own.freshness)
            && self.rank.as_ref().is_none_or(|rank| {
                own.state == State::Recognised && data.rank(model).is_some_and(|own| own.code == *rank)
            })
            && (!self.exemplary || own.exemplary)
    }
}
