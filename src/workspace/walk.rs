//! In: the folder `data/`. Out: the data files in it, each once, in the order of
//! their names; links and what cannot be read are told.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{DataFile, Workspace, has_ending, is_hidden};
use crate::diagnostic::{Diagnostic, MachineFault, Report, WorkspaceFault};
use crate::records::Folder;
use crate::sheet::is_sheet;

impl Workspace {
    /// All data files below `data/`, or those at or below `only` (paths as a
    /// person types them), in the order of their names.
    pub fn data_files(&self, only: &[PathBuf], report: &mut Report) -> Vec<DataFile> {
        let data = self.root.join("data");
        let mut found = BTreeSet::new();
        if only.is_empty() {
            self.collect(&data, &mut found, report);
        }
        for asked in only {
            let shown = || asked.display().to_string();
            // As seen from here and as seen from the root; the one in `data/` is meant.
            let seen = [asked.clone(), self.root.join(asked)];
            let inside = seen.iter().find(|path| self.is_inside_data(path));
            let Some(path) = inside.or_else(|| seen.iter().find(|path| path.exists())) else {
                report.push(Diagnostic::general(WorkspaceFault::NoSuchPath { path: shown() }));
                continue;
            };
            let plain = self.plain(path);
            if self.is_inside_data(path) && (path.is_dir() || self.is_data_file(&plain)) {
                self.collect(&plain, &mut found, report);
            } else {
                report.push(Diagnostic::general(WorkspaceFault::OutsideData { path: shown() }));
            }
        }
        if found.is_empty() && !report.blocks() {
            report.push(Diagnostic::general(WorkspaceFault::NothingToBuild));
        }
        found.into_iter().collect()
    }

    /// The data file at this path, its links followed; none outside `data/`.
    #[must_use]
    pub fn file_in_data(&self, path: &Path) -> Option<DataFile> {
        self.is_inside_data(path).then(|| self.data_file(&self.plain(path)))?
    }

    /// The files of a folder of records, in the order of their names; none if
    /// there is no such folder.
    pub fn record_files(&self, folder: Folder, report: &mut Report) -> Vec<DataFile> {
        let path = self.root.join("data").join(folder.name());
        let mut found = BTreeSet::new();
        if path.is_dir() {
            self.collect(&path, &mut found, report);
        }
        found.into_iter().collect()
    }

    /// The files in the workspace, yet outside these folders of it, that links in them
    /// lead to: where they lie.
    pub(crate) fn linked_from(&self, folders: &[&str]) -> BTreeSet<PathBuf> {
        let folders: Vec<_> = folders.iter().map(|folder| self.root.join(folder)).collect();
        let inside: Vec<_> = folders.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
        let mut found = BTreeSet::new();
        for folder in &folders {
            self.links(folder, &mut found);
        }
        found.retain(|path| !inside.iter().any(|folder| path.starts_with(folder)));
        found
    }

    fn links(&self, folder: &Path, found: &mut BTreeSet<PathBuf>) {
        for entry in folder.read_dir().into_iter().flatten().flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => self.links(&path, found),
                Ok(kind) if kind.is_symlink() && path.is_file() && !self.leads_outside(&path) => {
                    found.extend(path.canonicalize());
                }
                _ => {}
            }
        }
    }

    /// The names of the files below `data/` that look like lists and that nobody
    /// reads: tables where no list belongs, other endings among the records.
    #[must_use]
    pub fn unread_files(&self) -> Vec<String> {
        let mut names = Vec::new();
        self.unread(&self.root.join("data"), &mut names);
        names.sort();
        names
    }

    fn unread(&self, folder: &Path, names: &mut Vec<String>) {
        for entry in folder.read_dir().into_iter().flatten().flatten() {
            let path = entry.path();
            if is_hidden(&path) {
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => self.unread(&path, names),
                Ok(kind) if kind.is_file() && !self.is_data_file(&path) => {
                    let file = self.data_file(&path);
                    let among_records = file.as_ref().is_some_and(|file| file.folder().is_some());
                    let list = has_ending(&path, &TABLES)
                        || is_meant(&path)
                        || (among_records && !has_ending(&path, &KEPT));
                    names.extend(file.filter(|_| list).map(|file| file.name));
                }
                _ => {}
            }
        }
    }

    /// Whether a path is a data file by its ending: YAML anywhere, a sheet where
    /// lists of a year lie.
    fn is_data_file(&self, path: &Path) -> bool {
        let inside = path.strip_prefix(self.root.join("data")).ok();
        let folder = inside.and_then(|inside| Folder::named(&inside.iter().next()?.to_string_lossy()));
        is_yaml(path) || (folder.is_some_and(Folder::is_yearly) && is_sheet(path))
    }

    /// The same path as a walk from the root would meet it, so that a file
    /// named twice is one file.
    fn plain(&self, path: &Path) -> PathBuf {
        let data = self.root.join("data");
        let inside = |path: &Path| {
            Some(path.canonicalize().ok()?.strip_prefix(data.canonicalize().ok()?).ok()?.to_path_buf())
        };
        inside(path).map_or_else(|| path.into(), |inside| data.join(inside))
    }

    fn is_inside_data(&self, path: &Path) -> bool {
        match (path.canonicalize(), self.root.join("data").canonicalize()) {
            (Ok(path), Ok(data)) => path.starts_with(data),
            _ => false,
        }
    }

    fn collect(&self, path: &Path, found: &mut BTreeSet<DataFile>, report: &mut Report) {
        if !path.is_dir() {
            found.extend(self.data_file(path));
            return;
        }
        let entries = match path.read_dir() {
            Ok(entries) => entries,
            Err(error) => {
                let fault = MachineFault::Unreadable { kind: error.kind() };
                report.push(Diagnostic::in_file(path.display().to_string(), fault));
                return;
            }
        };
        for entry in entries.flatten() {
            let path = entry.path();
            let hidden = is_hidden(&path);
            // The type of the entry itself: a linked folder could lead round in a circle.
            let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            if !hidden && link && (path.is_dir() || (self.is_data_file(&path) && self.leads_outside(&path))) {
                let name =
                    || self.data_file(&path).map_or_else(|| path.display().to_string(), |file| file.name);
                let fault =
                    if path.is_dir() { WorkspaceFault::LinkedFolder } else { WorkspaceFault::LinkOutside };
                report.push(Diagnostic::in_file(name(), fault));
            } else if !hidden && (folder || (self.is_data_file(&path) && !path.is_dir())) {
                self.collect(&path, found, report);
            }
        }
    }

    fn data_file(&self, path: &Path) -> Option<DataFile> {
        let data = self.root.join("data");
        let inside = path.strip_prefix(&data).ok()?.to_path_buf();
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        Some(DataFile {
            path: path.into(),
            name: format!("data/{}", parts.join("/")),
            kind: (parts.len() > 1).then(|| parts[0].to_string()),
            stem: inside.with_extension(""),
        })
    }
}

/// Tables: somebody means them to be read.
const TABLES: [&str; 6] = ["xlsx", "xlsm", "xls", "csv", "tsv", "ods"];
/// What may lie among records without being one: scans, notes, and the old file
/// that `convert` keeps.
const KEPT: [&str; 8] = ["pdf", "png", "jpg", "jpeg", "webp", "svg", "md", "goc"];

/// A data file under another ending: `27.yml.txt`, as Notepad saves it, or what a
/// text editor or Word made of it.
fn is_meant(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let doubled =
        [".yml.", ".yaml."].iter().any(|ending| name.contains(ending)) && !has_ending(path, &["goc"]);
    doubled || has_ending(path, &["txt", "json", "doc", "docx", "rtf", "odt"])
}

fn is_yaml(path: &Path) -> bool {
    has_ending(path, &["yml", "yaml"])
}
