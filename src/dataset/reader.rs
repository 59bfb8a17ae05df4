//! In: a folder of records. Out: what its files and sheets hold, each record with
//! its place, and a finding for what cannot be read or would be printed garbled.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::Placed;
use super::place::Origin;
use super::refused::Refused;
use crate::diagnostic::{DataFault, Diagnostic, FigureFault, Report};
use crate::lint::ListReader;
use crate::load::{self, Loaded};
use crate::parallel::in_parallel;
use crate::records::Folder;
use crate::sheet::{self, Sheet};
use crate::source::Span;
use crate::validate;
use crate::workspace::{DataFile, Workspace};

pub(super) struct Reader<'a> {
    workspace: &'a Workspace,
    report: &'a mut Report,
    /// The files among them that have errors.
    pub(super) refused: Refused,
    /// Reads names with care; prepared for the first list that has some.
    names: OnceLock<Option<ListReader>>,
}

/// What the files of a folder can hold.
pub(super) trait Record: DeserializeOwned + JsonSchema + Send + Sync {}

impl<R: DeserializeOwned + JsonSchema + Send + Sync> Record for R {}

impl<'a> Reader<'a> {
    pub(super) fn new(workspace: &'a Workspace, report: &'a mut Report) -> Self {
        Self { workspace, report, refused: Refused::default(), names: OnceLock::new() }
    }

    fn files<R: Record>(&mut self, folder: Folder) -> Vec<(DataFile, Loaded<R>)> {
        let files = self.workspace.record_files(folder, self.report);
        let read = in_parallel(files.len(), |at| self.file::<R>(folder, &files[at]));
        let mut loaded = Vec::new();
        for (file, (records, sound, found)) in files.into_iter().zip(read) {
            if !sound {
                self.refused.file(folder, file.year());
            }
            self.report.extend(found);
            loaded.extend(records.into_iter().map(|record| (file.clone(), record)));
        }
        loaded
    }

    /// What a file holds, whether all of it could be read, and what was found in it.
    fn file<R: Record>(&self, folder: Folder, file: &DataFile) -> (Vec<Loaded<R>>, bool, Report) {
        let mut found = Report::default();
        let mut loaded = Vec::new();
        if let Some(list) = folder.list().filter(|_| sheet::is_sheet(&file.path)) {
            for sheet in sheet::read(self.workspace, file, list, &mut found) {
                found.extend(title(file, &sheet));
                loaded.extend(load::load_rows(sheet.source, sheet.tree, &mut found));
            }
        } else {
            loaded.extend(load::load(file, &mut found));
        }
        let sound = !found.blocks();
        // The names and reasons of these are printed.
        if matches!(folder, Folder::Models | Folder::Awards | Folder::Units | Folder::Evaluations)
            && !loaded.is_empty()
            && let Some(names) = self.names.get_or_init(|| ListReader::of(self.workspace))
        {
            loaded = loaded.into_iter().map(|list| names.read(list, &mut found)).collect();
        }
        for record in &loaded {
            // What the fonts lack is told where it would be printed.
            validate::characters(record, |_| true, &mut found);
        }
        (loaded, sound, found)
    }

    /// Folders whose files are one record each.
    pub(super) fn whole_files<R: Record>(&mut self, folder: Folder) -> Vec<Placed<R>> {
        let files = self.files::<R>(folder);
        let placed = files.into_iter().map(|(_, Loaded { source, tree, record })| {
            Placed::new(record, &Arc::new(Origin { source, tree }), String::new())
        });
        placed.collect()
    }

    /// Folders whose files are lists under a key.
    pub(super) fn items<R: Record, T>(
        &mut self,
        folder: Folder,
        items: impl Fn(R) -> Vec<T>,
    ) -> Vec<Placed<T>> {
        self.files(folder).into_iter().flat_map(|(_, loaded)| placed(loaded, folder.key(), &items)).collect()
    }

    /// The items of yearly files, and the years that have a file.
    pub(super) fn yearly<R: Record, T>(
        &mut self,
        folder: Folder,
        items: impl Fn(R) -> Vec<T>,
    ) -> (Vec<(i32, Placed<T>)>, BTreeSet<i32>) {
        let mut years = BTreeMap::new();
        let mut all = Vec::new();
        for (file, loaded) in self.files(folder) {
            let Some(year) = file.year() else {
                self.report
                    .push(Diagnostic::in_file(&file.name, DataFault::NoYear { folder: folder.name() }));
                continue;
            };
            // A file `2020.yml` and a folder `2020/` may hold the same list twice.
            let in_folder = file.stem.iter().count() > 2;
            let (first, told) = years.entry(year).or_insert_with(|| ((file.name.clone(), in_folder), false));
            if first.1 != in_folder && !std::mem::replace(told, true) {
                let fault = FigureFault::YearTwice { year, other: first.0.clone() };
                self.report.push(Diagnostic::in_file(&file.name, fault));
            }
            all.extend(placed(loaded, folder.key(), &items).into_iter().map(|item| (year, item)));
        }
        (all, years.into_keys().collect())
    }
}

/// A list whose title speaks of other years than its file.
fn title(file: &DataFile, sheet: &Sheet) -> Report {
    let mut report = Report::default();
    let Some(year) = file.year() else { return report };
    let numbers = sheet.title.split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse().ok());
    let years: BTreeSet<i32> = years.filter(|year| (1945..=2999).contains(year)).collect();
    if !years.is_empty() && !years.contains(&year) {
        let named = years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let place = Span::new(0, 0);
        report.push(Diagnostic::at(&sheet.source, place, FigureFault::OtherYear { year, named }));
    }
    report
}

fn placed<R, T>(loaded: Loaded<R>, key: &str, items: &impl Fn(R) -> Vec<T>) -> Vec<Placed<T>> {
    let Loaded { source, tree, record } = loaded;
    let origin = Arc::new(Origin { source, tree });
    let items = items(record).into_iter().enumerate();
    items.map(|(at, item)| Placed::new(item, &origin, format!("{key}.{at}"))).collect()
}
