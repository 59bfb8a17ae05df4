//! In: the name of a folder under `data/`. Out: what its files hold, if they
//! are records and not documents. This is the one table of such folders.

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
}

const ALL: [(&str, Folder); 7] = [
    ("to-chuc", Folder::Organisations),
    ("don-vi", Folder::Units),
    ("chi-tieu", Folder::Indicators),
    ("mo-hinh", Folder::Models),
    ("thang-diem", Folder::Rubrics),
    ("danh-gia", Folder::Evaluations),
    ("ket-qua", Folder::Results),
];

impl Folder {
    /// The folder with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        ALL.iter().find(|(own, _)| *own == name).map(|(_, folder)| *folder)
    }

    /// Its name under `data/`.
    #[must_use]
    pub fn name(self) -> &'static str {
        ALL.iter().find(|(_, folder)| *folder == self).map_or("", |(own, _)| own)
    }

    /// All of them; what is referred to stands before what refers to it.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.into_iter().map(|(_, folder)| folder)
    }

    /// Whether its files may be sheets, and belong to a year.
    #[must_use]
    pub fn is_yearly(self) -> bool {
        matches!(self, Self::Models | Self::Evaluations | Self::Results)
    }
}
