//! In: the name of a folder under `data/`. Out: what its files hold, if they
//! are records and not documents. This is the one table of such folders.

use schemars::{Schema, schema_for};

use super::{
    AwardFile, EvaluationFile, IndicatorFile, ModelFile, Organisation, ResultFile, Rubric, UnitFile,
};

/// A folder of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Folder {
    /// Tổ chức: issuing bodies, one a file.
    Organisations,
    /// Đơn vị: the units that report.
    Units,
    /// Chỉ tiêu: what is counted.
    Indicators,
    /// Mô hình: registered models, a file or a folder a year.
    Models,
    /// Thang điểm: rubrics, one a file.
    Rubrics,
    /// Đánh giá: scores, a file or a folder a year.
    Evaluations,
    /// Kết quả: figures, a file or a folder a year.
    Results,
    /// Khen thưởng: awards, a file or a folder a year.
    Awards,
}

/// Name, folder, and the schema of its files.
type Row = (&'static str, Folder, fn() -> Schema);

const ALL: [Row; 8] = [
    ("to-chuc", Folder::Organisations, || schema_for!(Organisation)),
    ("don-vi", Folder::Units, || schema_for!(UnitFile)),
    ("chi-tieu", Folder::Indicators, || schema_for!(IndicatorFile)),
    ("mo-hinh", Folder::Models, || schema_for!(ModelFile)),
    ("thang-diem", Folder::Rubrics, || schema_for!(Rubric)),
    ("danh-gia", Folder::Evaluations, || schema_for!(EvaluationFile)),
    ("ket-qua", Folder::Results, || schema_for!(ResultFile)),
    ("khen-thuong", Folder::Awards, || schema_for!(AwardFile)),
];

impl Folder {
    /// The folder with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        ALL.iter().find(|(own, ..)| *own == name).map(|(_, folder, _)| *folder)
    }

    /// Its name under `data/`.
    #[must_use]
    pub fn name(self) -> &'static str {
        ALL.iter().find(|(_, folder, _)| *folder == self).map_or("", |(own, ..)| own)
    }

    /// The schema of its files.
    #[must_use]
    pub fn schema(self) -> Schema {
        ALL.iter()
            .find(|(_, folder, _)| *folder == self)
            .map_or_else(Schema::default, |(.., schema)| schema())
    }

    /// All of them; what is referred to stands before what refers to it.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.into_iter().map(|(_, folder, _)| folder)
    }

    /// Whether its files may be sheets, and belong to a year.
    #[must_use]
    pub fn is_yearly(self) -> bool {
        matches!(self, Self::Models | Self::Evaluations | Self::Results | Self::Awards)
    }
}
