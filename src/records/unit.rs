//! In: the YAML of the units. Out: đảng bộ and chi bộ with stable codes, names
//! that change, and the time each existed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::FormerName;
use crate::values::Date;

/// Tệp đơn vị: the units that report.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitFile {
    /// Đơn vị, in the order in which lists name them.
    #[serde(rename = "don_vi")]
    #[schemars(length(min = 1))]
    pub units: Vec<Unit>,
}

/// Đơn vị: a party organisation that registers models and reports figures.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Mã: its code, which it keeps when it is renamed.
    #[serde(rename = "ma")]
    pub code: String,
    /// Loại.
    #[serde(rename = "loai")]
    pub kind: UnitKind,
    /// Thứ tự in lists; the order of the file where it is left out.
    #[serde(rename = "thu_tu")]
    pub order: Option<u32>,
    /// Tên of the office; `Đảng bộ` or `Chi bộ` is set before it.
    #[serde(rename = "ten")]
    pub name: String,
    /// Trực thuộc: the code of the đảng bộ it is part of.
    #[serde(rename = "truc_thuoc")]
    pub parent: Option<String>,
    /// Cụm: the cluster it competes in.
    #[serde(rename = "cum")]
    pub cluster: Option<String>,
    /// Số đảng viên.
    #[serde(rename = "so_dang_vien")]
    pub members: Option<u32>,
    /// Tên cũ: the names it bore before.
    #[serde(rename = "ten_cu", default)]
    pub former_names: Vec<FormerName>,
    /// Lập ngày: the first day it existed.
    #[serde(rename = "lap_ngay")]
    pub from: Option<Date>,
    /// Hết ngày: the last day it existed.
    #[serde(rename = "het_ngay")]
    pub until: Option<Date>,
    /// Nhập vào: the code of the unit it was merged into.
    #[serde(rename = "nhap_vao")]
    pub merged_into: Option<String>,
}

/// Loại đơn vị.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
pub enum UnitKind {
    /// Đảng bộ cơ sở.
    #[serde(rename = "dang_bo_co_so")]
    BaseCommittee,
    /// Chi bộ cơ sở.
    #[serde(rename = "chi_bo_co_so")]
    BaseCell,
    /// Chi bộ trực thuộc một đảng bộ.
    #[serde(rename = "chi_bo_truc_thuoc")]
    Cell,
    /// Đoàn thể.
    #[serde(rename = "doan_the")]
    MassOrganisation,
}

impl UnitKind {
    /// What stands before the name of the office.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::BaseCommittee => "Đảng bộ ",
            Self::BaseCell | Self::Cell => "Chi bộ ",
            Self::MassOrganisation => "",
        }
    }

    /// What units of the kind are called.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::BaseCommittee => "Đảng bộ cơ sở",
            Self::BaseCell => "Chi bộ cơ sở",
            Self::Cell => "Chi bộ trực thuộc",
            Self::MassOrganisation => "Đoàn thể",
        }
    }
}

impl Unit {
    /// The printed name in the last days of a year: `Đảng bộ Sở Y tế`.
    #[must_use]
    pub fn printed_in(&self, year: i32) -> String {
        let name = Date::end_of(year).and_then(|day| FormerName::on(&self.former_names, day));
        format!("{}{}", self.kind.prefix(), name.unwrap_or(&self.name))
    }

    /// Whether it existed on some day of a year.
    #[must_use]
    pub fn exists_in(&self, year: i32) -> bool {
        self.from.is_none_or(|from| from.parts().0 <= year)
            && self.until.is_none_or(|until| until.parts().0 >= year)
    }

    /// Whether it existed from the first day of one year to the last of another.
    #[must_use]
    pub fn worked_through(&self, first: i32, last: i32) -> bool {
        self.from.is_none_or(|from| from.parts() <= (first, 1, 1))
            && self.until.is_none_or(|until| until.parts() >= (last, 12, 31))
    }

    /// Every name it goes by: today's and former ones, with and without the
    /// words before it.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let names = std::iter::once(&self.name).chain(self.former_names.iter().map(|former| &former.name));
        names.flat_map(|name| [name.clone(), format!("{}{name}", self.kind.prefix())])
    }
}
