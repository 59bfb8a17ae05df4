//! In: `khen-thuong.toml`. Out: the forms of award, which level may give which,
//! and the base salary that the money is counted from.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::Day;
use crate::diagnostic::Diagnostic;
use crate::records::Award;
use crate::values::{Amount, Date};
use crate::workspace::Workspace;

/// What the office may give.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardLists {
    /// Hình thức.
    #[serde(rename = "hinh_thuc")]
    pub forms: Vec<AwardForm>,
    /// Cấp.
    #[serde(rename = "cap")]
    pub levels: Vec<AwardLevel>,
    #[serde(rename = "luong_co_so")]
    base: Vec<Base>,
}

/// Hình thức khen thưởng.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardForm {
    /// Mã.
    #[serde(rename = "ma")]
    pub code: String,
    /// Tên as printed.
    #[serde(rename = "ten")]
    pub name: String,
    /// Hệ số cao nhất: the highest coefficient that any level gives with it.
    #[serde(rename = "he_so_cao_nhat")]
    pub most: Option<Amount>,
}

/// Cấp khen thưởng.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardLevel {
    /// Mã.
    #[serde(rename = "ma")]
    pub code: String,
    /// Tên as printed.
    #[serde(rename = "ten")]
    pub name: String,
    /// Hình thức: the codes of the forms that it may give.
    #[serde(rename = "hinh_thuc")]
    pub forms: Vec<String>,
}

/// Mức lương cơ sở from a day on.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Base {
    #[serde(rename = "tu")]
    from: Day,
    #[serde(rename = "muc")]
    amount: u32,
}

impl AwardLists {
    /// Reads the lists.
    ///
    /// # Errors
    /// A broken table, with the reason.
    pub fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        super::read(workspace, "so-lieu/khen-thuong.toml")
    }

    /// The money that goes with an award, đồng, exact: its coefficient times the
    /// base salary on the day of its decision. None without a coefficient, or
    /// where no base is known.
    #[must_use]
    pub fn money(&self, award: &Award) -> Option<Decimal> {
        let coefficient = award.coefficient.map(Amount::value)?;
        Some(coefficient * self.base_on(award.decision.as_ref()?.date)?)
    }

    /// The base salary on a day.
    fn base_on(&self, day: Date) -> Option<Decimal> {
        let held = self.base.iter().map(|base| (base.from.0, base.amount));
        held.filter(|(from, _)| *from <= day).max().map(|(_, amount)| amount.into())
    }
}
