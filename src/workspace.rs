//! In: the folder an office works in. Out: its data files, its templates and
//! fonts (its own, or the built-in ones), and where outputs go. The only place
//! that joins paths.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use rust_embed::RustEmbed;

use crate::diagnostic::{Diagnostic, Report, WorkspaceFault};
use crate::records::Folder;
use crate::sheet::is_sheet;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct BuiltInTemplates;

#[derive(RustEmbed)]
#[folder = "fonts/"]
#[include = "*.ttf"]
struct BuiltInFonts;

/// The folder that holds `data/`, and beside it, if the office wants,
/// `templates/`, `fonts/` and `output/`.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
    out: PathBuf,
}

/// A data file and its places.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DataFile {
    /// Where it lies on the disk.
    pub path: PathBuf,
    /// Its name in messages: the path relative to the root, forward slashes.
    pub name: String,
    /// The first folder under `data/`, which is the document's type.
    pub kind: Option<String>,
    /// The path relative to `data/` without its ending; `output/` mirrors it.
    pub stem: PathBuf,
}

impl DataFile {
    /// What it holds, if it is a file of records and not a document.
    #[must_use]
    pub fn folder(&self) -> Option<Folder> {
        Folder::named(self.kind.as_deref()?)
    }
}

impl Workspace {
    /// Opens the workspace at `root`; outputs go to `out` or `output/`.
    ///
    /// # Errors
    /// [`WorkspaceFault::NoData`] where `root` has no folder `data/`.
    pub fn open(root: &Path, out: Option<&Path>) -> Result<Self, Diagnostic> {
        if !root.join("data").is_dir() {
            let root = root.display().to_string();
            return Err(Diagnostic::general(WorkspaceFault::NoData { root }));
        }
        Ok(Self::at(root, out))
    }

    /// The workspace at `root`, whether it holds `data/` yet or not.
    #[must_use]
    pub fn at(root: &Path, out: Option<&Path>) -> Self {
        // `./output` reads worse than `output`.
        let root = root.strip_prefix(".").unwrap_or(root);
        let out = out.map_or_else(|| root.join("output"), Path::to_path_buf);
        Self { root: root.into(), out }
    }

    /// The folder that holds `data/`.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The data file at this path, its links followed; none outside `data/`.
    #[must_use]
    pub fn file_in_data(&self, path: &Path) -> Option<DataFile> {
        self.is_inside_data(path).then(|| self.data_file(&self.plain(path)))?
    }

    /// Where an output of this data file goes; `ending` includes its dot.
    #[must_use]
    pub fn output(&self, file: &DataFile, ending: &str) -> PathBuf {
        let mut path = self.out.join(&file.stem).into_os_string();
        path.push(ending);
        path.into()
    }

    /// Where outputs go.
    #[must_use]
    pub fn out(&self) -> &Path {
        &self.out
    }

    /// Where a data file with this name belongs.
    #[must_use]
    pub fn data_path(&self, kind: &str, stem: &str) -> PathBuf {
        self.root.join("data").join(kind).join(format!("{stem}.yml"))
    }

    /// Where a key of the office is kept: beside `data/`, which is copied and
    /// sent about.
    #[must_use]
    pub fn key_path(&self, name: &str) -> PathBuf {
        self.root.join("khoa").join(name)
    }

    /// Where the schema with this name is kept: hidden beside the data, so that
    /// every file finds it by the same relative path.
    #[must_use]
    pub fn schema_path(&self, name: &str) -> PathBuf {
        self.root.join("data/.schema").join(format!("{name}.json"))
    }

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
            if entry.file_name().to_string_lossy().starts_with(['.', '~']) {
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => self.unread(&path, names),
                Ok(kind) if kind.is_file() && !self.is_data_file(&path) => {
                    let file = self.data_file(&path);
                    let among_records = file.as_ref().is_some_and(|file| file.folder().is_some());
                    let list = has_ending(&path, &TABLES) || (among_records && !has_ending(&path, &KEPT));
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
                let fault = WorkspaceFault::Unreadable { kind: error.kind() };
                report.push(Diagnostic::in_file(path.display().to_string(), fault));
                return;
            }
        };
        for entry in entries.flatten() {
            let path = entry.path();
            // Hidden files and editors' copies (`~$27.yml`, `.27.yml.swp`) are nobody's document.
            let hidden = entry.file_name().to_string_lossy().starts_with(['.', '~']);
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

    /// Whether a path, its links followed, ends outside the workspace. One that
    /// leads nowhere does not: reading it will tell.
    fn leads_outside(&self, path: &Path) -> bool {
        let root = if self.root.as_os_str().is_empty() { Path::new(".") } else { &self.root };
        match (path.canonicalize(), root.canonicalize()) {
            (Ok(path), Ok(root)) => !path.starts_with(root),
            _ => false,
        }
    }

    /// Looks at the office's own templates and fonts: one that cannot be read, or
    /// that is a link out of the workspace, must not be passed over in favour of
    /// the built-in one.
    pub fn inspect(&self, report: &mut Report) {
        for folder in ["templates", "fonts"] {
            self.inspect_folder(&self.root.join(folder), folder, report);
        }
    }

    fn inspect_folder(&self, folder: &Path, name: &str, report: &mut Report) {
        let entries = match folder.read_dir() {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            Err(error) => {
                let fault = WorkspaceFault::Unreadable { kind: error.kind() };
                return report.push(Diagnostic::in_file(name, fault));
            }
        };
        for entry in entries.flatten() {
            let (path, own) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            let name = format!("{name}/{own}");
            if own.starts_with(['.', '~']) {
                continue;
            }
            let is = |test: fn(&std::fs::FileType) -> bool| entry.file_type().is_ok_and(|kind| test(&kind));
            if is(std::fs::FileType::is_symlink) && self.leads_outside(&path) {
                report.push(Diagnostic::in_file(name, WorkspaceFault::LinkOutside));
            } else if is(std::fs::FileType::is_dir) {
                self.inspect_folder(&path, &name, report);
            } else if let Err(error) = std::fs::File::open(&path) {
                let fault = WorkspaceFault::Unreadable { kind: error.kind() };
                report.push(Diagnostic::in_file(name, fault));
            }
        }
    }

    /// Every file below these folders of the workspace that a document may be
    /// made from, by name. None if some cannot be listed, or is a link.
    #[must_use]
    pub fn files_below(&self, folders: &[&str]) -> Option<Vec<(String, PathBuf)>> {
        let mut files = Vec::new();
        for folder in folders {
            let path = self.root.join(folder);
            if path.symlink_metadata().is_ok() {
                list(&path, folder, &mut files)?;
            }
        }
        files.sort();
        Some(files)
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

    /// The bytes of a template: the workspace's own, else the built-in one.
    /// `name` is relative to `templates/`, with forward slashes.
    #[must_use]
    pub fn template(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        // No way up and no other drive, whatever a template asks for.
        if !Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let own = self.root.join("templates").join(name);
        std::fs::read(own).ok().map(Cow::Owned).or_else(|| Some(BuiltInTemplates::get(name)?.data))
    }

    /// The names of the templates directly in a folder below `templates/`,
    /// with this ending, the workspace's own and the built-in ones, sorted.
    #[must_use]
    pub fn templates_in(&self, folder: &str, ending: &str) -> Vec<String> {
        let own = self.root.join("templates").join(folder).read_dir().into_iter().flatten().flatten();
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let own = own.map(|entry| format!("{prefix}{}", entry.file_name().to_string_lossy()));
        let built_in = BuiltInTemplates::iter().map(Cow::into_owned);
        let direct = |name: &String| {
            let rest = name.strip_prefix(prefix.as_str());
            rest.is_some_and(|rest| {
                !rest.contains('/') && !rest.starts_with(['.', '~']) && rest.ends_with(ending)
            })
        };
        let names: BTreeSet<_> = own.chain(built_in).filter(direct).collect();
        names.into_iter().collect()
    }

    /// The font files of the workspace, then the built-in ones: name and bytes.
    #[must_use]
    pub fn fonts(&self) -> Vec<(String, Cow<'static, [u8]>)> {
        let is_font = |path: &PathBuf| has_ending(path, &["ttf", "otf", "ttc", "otc"]);
        let mut own: Vec<PathBuf> = self
            .root
            .join("fonts")
            .read_dir()
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(is_font)
            .collect();
        own.sort();
        let own = own.into_iter().filter_map(|path| {
            let name = format!("fonts/{}", path.file_name()?.to_string_lossy());
            Some((name, Cow::Owned(std::fs::read(path).ok()?)))
        });
        let built_in =
            BuiltInFonts::iter().filter_map(|name| Some((name.to_string(), BuiltInFonts::get(&name)?.data)));
        own.chain(built_in).collect()
    }
}

/// Tables: somebody means them to be read.
const TABLES: [&str; 6] = ["xlsx", "xlsm", "xls", "csv", "tsv", "ods"];
/// What may lie among records without being one: scans, notes, and the old file
/// that `convert` keeps.
const KEPT: [&str; 8] = ["pdf", "png", "jpg", "jpeg", "webp", "svg", "md", "goc"];

/// Files that nobody reads as data may be large: scans, films.
const INPUTS: [&str; 19] = [
    "yml", "yaml", "xlsx", "xlsm", "xls", "csv", "toml", "typ", "j2", "md", "ttf", "otf", "ttc", "otc",
    "png", "jpg", "jpeg", "svg", "webp",
];

fn list(folder: &Path, name: &str, files: &mut Vec<(String, PathBuf)>) -> Option<()> {
    for entry in folder.read_dir().ok()? {
        let entry = entry.ok()?;
        let own = entry.file_name().to_string_lossy().into_owned();
        let (path, name, kind) = (entry.path(), format!("{name}/{own}"), entry.file_type().ok()?);
        if own.starts_with(['.', '~']) {
            continue;
        }
        if kind.is_dir() {
            list(&path, &name, files)?;
        } else if !kind.is_file() {
            return None;
        } else if has_ending(&path, &INPUTS) {
            files.push((name, path));
        }
    }
    Some(())
}

fn is_yaml(path: &Path) -> bool {
    has_ending(path, &["yml", "yaml"])
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)))
}
