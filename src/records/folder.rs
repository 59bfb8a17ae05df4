//! In: the name of a folder under `data/`. Out: what its files hold, if they
//! are records and not documents. This is the one table of such folders.

use schemars::{Schema, schema_for};

use super::{
    AwardFile, EvaluationFile, IndicatorFile, ModelFile, Organisation, ResultFile, Rubric, UnitFile,
};
use crate::sheet::List;

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

/// What is known of a folder.
struct Row {
    folder: Folder,
    /// Its name under `data/`.
    name: &'static str,
    /// The key of the list in its files; none where a file is one record.
    key: Option<&'static str>,
    /// What its sheets list, if its files may be sheets; they belong to a year.
    list: Option<List>,
    /// The schema of its files.
    schema: fn() -> Schema,
}

/// What is referred to stands before what refers to it.
const ALL: [Row; 8] = [
    Row {
        folder: Folder::Organisations,
        name: "to-chuc",
        key: None,
        list: None,
        schema: || schema_for!(Organisation),
    },
    Row {
        folder: Folder::Units,
        name: "don-vi",
        key: Some("don_vi"),
        list: None,
        schema: || schema_for!(UnitFile),
    },
    Row {
        folder: Folder::Indicators,
        name: "chi-tieu",
        key: Some("chi_tieu"),
        list: None,
        schema: || schema_for!(IndicatorFile),
    },
    Row {
        folder: Folder::Models,
        name: "mo-hinh",
        key: Some("mo_hinh"),
        list: Some(List::Models),
        schema: || schema_for!(ModelFile),
    },
    Row {
        folder: Folder::Rubrics,
        name: "thang-diem",
        key: None,
        list: None,
        schema: || schema_for!(Rubric),
    },
    Row {
        folder: Folder::Evaluations,
        name: "danh-gia",
        key: Some("danh_gia"),
        list: Some(List::Evaluations),
        schema: || schema_for!(EvaluationFile),
    },
    Row {
        folder: Folder::Results,
        name: "ket-qua",
        key: Some("ket_qua"),
        list: Some(List::Results),
        schema: || schema_for!(ResultFile),
    },
    Row {
        folder: Folder::Awards,
        name: "khen-thuong",
        key: Some("khen_thuong"),
        list: Some(List::Awards),
        schema: || schema_for!(AwardFile),
    },
];

impl Folder {
    /// The folder with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        ALL.iter().find(|row| row.name == name).map(|row| row.folder)
    }

    fn row(self) -> Option<&'static Row> {
        ALL.iter().find(|row| row.folder == self)
    }

    /// Its name under `data/`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// The key of the list in its files; empty where a file is one record.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.row().and_then(|row| row.key).unwrap_or_default()
    }

    /// What its sheets list, if its files may be sheets.
    #[must_use]
    pub fn list(self) -> Option<List> {
        self.row()?.list
    }

    /// The schema of its files.
    #[must_use]
    pub fn schema(self) -> Schema {
        self.row().map_or_else(Schema::default, |row| (row.schema)())
    }

    /// All of them; what is referred to stands before what refers to it.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(|row| row.folder)
    }

    /// Whether its files may be sheets, and belong to a year.
    #[must_use]
    pub fn is_yearly(self) -> bool {
        self.list().is_some()
    }
}
