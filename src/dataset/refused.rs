//! In: the record files that could not be read whole, and the models that were left
//! out. Out: whether a name that is not found may be one of theirs; then it tells
//! nothing that the cause does not.

use std::collections::BTreeSet;

use super::scores;
use crate::records::Folder;

/// What the records would say more, were it not for mistakes that are told.
#[derive(Debug, Default)]
pub(super) struct Refused {
    files: BTreeSet<(Folder, Option<i32>)>,
    models: BTreeSet<(i32, String)>,
}

impl Refused {
    /// A file with errors; `year` is the one that it is of, if it is of one.
    pub(super) fn file(&mut self, folder: Folder, year: Option<i32>) {
        self.files.insert((folder, year));
    }

    /// A model that was read and cannot be used.
    pub(super) fn model(&mut self, year: i32, id: Option<&str>) {
        self.models.extend(id.map(|id| scores::key(year, id)));
    }

    /// Whether a file of a folder was refused.
    pub(super) fn any(&self, folder: Folder) -> bool {
        self.files.iter().any(|(own, _)| *own == folder)
    }

    /// Whether one of a year was, or one that tells no year.
    pub(super) fn of_year(&self, folder: Folder, year: i32) -> bool {
        self.files.iter().any(|(own, of)| *own == folder && of.is_none_or(|of| of == year))
    }

    /// Whether the model with this id in this year may be among what was refused.
    pub(super) fn may_have(&self, year: i32, id: &str) -> bool {
        self.of_year(Folder::Models, year) || self.models.contains(&scores::key(year, id))
    }

    /// The same of a year or any before it.
    pub(super) fn may_have_until(&self, year: i32, id: &str) -> bool {
        let files = self.files.iter().filter(|(folder, _)| *folder == Folder::Models);
        let id = scores::key(year, id).1;
        files.clone().any(|(_, of)| of.is_none_or(|of| of <= year))
            || self.models.iter().any(|(of, own)| *of <= year && *own == id)
    }
}
