//! In: a folder of records. Out: what its files and sheets hold, each record with
//! its place, and a finding for what cannot be read or would be printed garbled.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::Placed;
use super::place::Origin;
use super::refused::Refused;
use crate::diagnostic::{DataFault, Diagnostic, FigureFault, Report};
use crate::lint::ListReader;
use crate::load::{self, Loaded};
use crate::records::Folder;
use crate::sheet::{self, Sheet};
use crate::source::Span;
use crate::validate;
use crate::workspace::{DataFile, Workspace};

pub(super) struct Reader<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) report: &'a mut Report,
    /// The files among them that have errors.
    pub(super) refused: Refused,
}

impl Reader<'_> {
    fn files<R: DeserializeOwned + JsonSchema>(&mut self, folder: Folder) -> Vec<(DataFile, Loaded<R>)> {
        let mut loaded = Vec::new();
        for file in self.workspace.record_files(folder, self.report) {
            let mut found = Report::default();
            if let Some(list) = folder.list().filter(|_| sheet::is_sheet(&file.path)) {
                for sheet in sheet::read(self.workspace, &file, list, &mut found) {
                    self.title(&file, &sheet);
                    let record = load::load_rows(sheet.source, sheet.tree, &mut found);
                    loaded.extend(record.map(|record| (file.clone(), record)));
                }
            } else {
                loaded.extend(load::load(&file, &mut found).map(|record| (file.clone(), record)));
            }
            if found.blocks() {
                self.refused.file(folder, file.year());
            }
            self.report.extend(found);
        }
        // The names of these are printed.
        if matches!(folder, Folder::Models | Folder::Awards | Folder::Units)
            && !loaded.is_empty()
            && let Some(reader) = ListReader::of(self.workspace)
        {
            loaded = loaded.into_iter().map(|(file, list)| (file, reader.read(list, self.report))).collect();
        }
        for (_, record) in &loaded {
            // What the fonts lack is told where it would be printed.
            validate::characters(record, |_| true, self.report);
        }
        loaded
    }

    /// A list whose title speaks of other years than its file.
    fn title(&mut self, file: &DataFile, sheet: &Sheet) {
        let Some(year) = file.year() else { return };
        let numbers = sheet.title.split(|c: char| !c.is_ascii_digit());
        let years = numbers.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse().ok());
        let years: BTreeSet<i32> = years.filter(|year| (1945..=2999).contains(year)).collect();
        if !years.is_empty() && !years.contains(&year) {
            let named = years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let place = Span::new(0, 0);
            self.report.push(Diagnostic::at(&sheet.source, place, FigureFault::OtherYear { year, named }));
        }
    }

    /// Folders whose files are one record each.
    pub(super) fn whole_files<R: DeserializeOwned + JsonSchema>(&mut self, folder: Folder) -> Vec<Placed<R>> {
        let files = self.files::<R>(folder);
        let placed = files.into_iter().map(|(_, Loaded { source, tree, record })| {
            Placed::new(record, &Arc::new(Origin { source, tree }), String::new())
        });
        placed.collect()
    }

    /// Folders whose files are lists under a key.
    pub(super) fn items<R, T>(&mut self, folder: Folder, items: impl Fn(R) -> Vec<T>) -> Vec<Placed<T>>
    where
        R: DeserializeOwned + JsonSchema,
    {
        self.files(folder).into_iter().flat_map(|(_, loaded)| placed(loaded, folder.key(), &items)).collect()
    }

    /// The items of yearly files, and the years that have a file.
    pub(super) fn yearly<R, T>(
        &mut self,
        folder: Folder,
        items: impl Fn(R) -> Vec<T>,
    ) -> (Vec<(i32, Placed<T>)>, BTreeSet<i32>)
    where
        R: DeserializeOwned + JsonSchema,
    {
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

fn placed<R, T>(loaded: Loaded<R>, key: &str, items: &impl Fn(R) -> Vec<T>) -> Vec<Placed<T>> {
    let Loaded { source, tree, record } = loaded;
    let origin = Arc::new(Origin { source, tree });
    let items = items(record).into_iter().enumerate();
    items.map(|(at, item)| Placed::new(item, &origin, format!("{key}.{at}"))).collect()
}
