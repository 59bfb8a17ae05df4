//! In: `danh-muc.toml`. Out: the lists that figures rest on: fields of work,
//! ranks and their thresholds.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::table::fault_at;
use crate::diagnostic::{Diagnostic, TableFault};
use crate::workspace::Workspace;

const FILE: &str = "so-lieu/danh-muc.toml";

/// The lists.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lists {
    /// Lĩnh vực, in the order of tables.
    #[serde(rename = "linh_vuc")]
    pub fields: Vec<Field>,
    /// Xếp loại, from the highest.
    #[serde(rename = "xep_loai")]
    pub ranks: Vec<Rank>,
}

/// Lĩnh vực.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Mã.
    #[serde(rename = "ma")]
    pub code: String,
    /// Tên as printed.
    #[serde(rename = "ten")]
    pub name: String,
}

/// Xếp loại.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rank {
    /// Mã.
    #[serde(rename = "ma")]
    pub code: String,
    /// Tên as printed.
    #[serde(rename = "ten")]
    pub name: String,
    /// Từ: the lowest score of the rank; decimals are compared before rounding.
    #[serde(rename = "tu")]
    from: String,
}

impl Lists {
    /// Reads the lists.
    ///
    /// # Errors
    /// A broken table, with the reason.
    pub fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        let lists: Self = super::read(workspace, FILE)?;
        let broken = lists.ranks.iter().find(|rank| rank.from.parse::<Decimal>().is_err());
        match broken {
            None => Ok(lists),
            Some(rank) => {
                let fault = TableFault::Value { value: rank.from.clone() };
                Err(fault_at(workspace, FILE, &format!("\"{}\"", rank.from), fault))
            }
        }
    }

    /// The rank with this code.
    #[must_use]
    pub fn rank(&self, code: &str) -> Option<&Rank> {
        self.ranks.iter().find(|rank| rank.code == code)
    }

    /// The rank that a score earns in a year without a rubric, if any.
    #[must_use]
    pub fn rank_of(&self, score: Decimal) -> Option<&Rank> {
        // Reading has refused thresholds that are no numbers.
        self.ranks.iter().find(|rank| rank.from.parse::<Decimal>().is_ok_and(|from| score >= from))
    }
}
