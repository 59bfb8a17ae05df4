//! In: the folder an office works in. Out: its data files, its templates and
//! fonts (its own, or the built-in ones), and where outputs go. The only place
//! that joins paths.

mod idle;
mod names;
mod own;
mod walk;

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

pub use names::distinct;
pub(crate) use names::{is_hidden, is_portable, on_windows};

use crate::diagnostic::{Diagnostic, MachineFault, WorkspaceFault};
use crate::records::Folder;
use crate::write;

/// The folder that holds `data/`, and beside it, if the office wants,
/// `templates/`, `fonts/` and `output/`.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
    out: PathBuf,
    out_is_chosen: bool,
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

    /// Whether it, or a folder on the way to it, is one that no walk meets.
    #[must_use]
    pub(crate) fn is_hidden(&self) -> bool {
        Path::new(&self.name).ancestors().any(is_hidden)
    }

    /// The year that its name or its folder tells: `mo-hinh/2020.yml`,
    /// `mo-hinh/2020/so-y-te.xlsx`, `mo-hinh/2020-khoi-dang.csv`.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        year_of(&self.stem.iter().nth(1)?.to_string_lossy())
    }
}

/// The year that the name of a file or a folder begins with.
pub(crate) fn year_of(name: &str) -> Option<i32> {
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|year| (1945..=2999).contains(year) && digits.len() == 4)
}

impl Workspace {
    /// Opens the workspace at `root`; outputs go to `out` or `output/`.
    ///
    /// # Errors
    /// [`WorkspaceFault::NoData`] where `root` has no folder `data/`,
    /// [`WorkspaceFault::LinkOutside`] where that is a link out of it.
    pub fn open(root: &Path, out: Option<&Path>) -> Result<Self, Diagnostic> {
        if !root.join("data").is_dir() {
            let root = root.display().to_string();
            return Err(Diagnostic::general(WorkspaceFault::NoData { root }));
        }
        let workspace = Self::at(root, out);
        if workspace.leads_outside(&workspace.root.join("data")) {
            return Err(Diagnostic::in_file("data", WorkspaceFault::LinkOutside));
        }
        Ok(workspace)
    }

    /// The workspace at `root`, whether it holds `data/` yet or not.
    #[must_use]
    pub fn at(root: &Path, out: Option<&Path>) -> Self {
        // `./output` reads worse than `output`.
        let root = root.strip_prefix(".").unwrap_or(root);
        let out_is_chosen = out.is_some();
        let out = out.map_or_else(|| root.join("output"), Path::to_path_buf);
        Self { root: root.into(), out, out_is_chosen }
    }

    /// The folder that holds `data/`.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
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

    /// Where it is on this machine.
    pub(crate) fn place(&self) -> String {
        let root = if self.root.as_os_str().is_empty() { Path::new(".") } else { &self.root };
        root.canonicalize().unwrap_or_else(|_| root.into()).display().to_string()
    }

    /// Whether outputs go to a folder inside it.
    pub(crate) fn holds_out(&self) -> bool {
        !self.out_is_chosen || self.out.exists() && !self.leads_outside(&self.out)
    }

    /// `output/`, where outputs go to another folder.
    #[must_use]
    pub fn usual_out(&self) -> Option<PathBuf> {
        let usual = self.root.join("output");
        let same = usual == self.out
            || matches!((usual.canonicalize(), self.out.canonicalize()), (Ok(one), Ok(other)) if one == other);
        (!same).then_some(usual)
    }

    /// Refuses an output folder that nothing can be put in, before every document is.
    ///
    /// # Errors
    /// [`MachineFault::Unwritable`] with what is no folder,
    /// [`WorkspaceFault::LinkedForWriting`] with a link.
    pub fn refuse_out(&self) -> Result<(), Diagnostic> {
        self.refuse_links(&self.out)?;
        let there = self.out.ancestors().find(|path| path.exists());
        match there.filter(|path| !path.is_dir()) {
            Some(path) => {
                let (path, kind) = (path.display().to_string(), ErrorKind::NotADirectory);
                Err(Diagnostic::general(MachineFault::Unwritable { path, kind }))
            }
            None => Ok(()),
        }
    }

    /// Writes files of the workspace or of its output folder, all or none.
    ///
    /// # Errors
    /// [`MachineFault::Unwritable`], and [`WorkspaceFault::LinkedForWriting`]
    /// where a folder on the way is a link: what it leads to is not ours.
    pub fn write(&self, files: &[(PathBuf, Vec<u8>)]) -> Result<(), Diagnostic> {
        for (path, _) in files {
            self.refuse_links(path.parent().unwrap_or(path))?;
        }
        write::write_all(files)
    }

    /// Writes one file of them, which is never held whole.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub(crate) fn write_piecewise(
        &self,
        path: &Path,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Diagnostic> {
        self.refuse_links(path.parent().unwrap_or(path))?;
        write::write_piecewise(path, fill)
    }

    /// Refuses a path of the workspace or of its output folder that is a link, or
    /// that one leads away; before anything is taken from it.
    ///
    /// # Errors
    /// [`WorkspaceFault::LinkedForWriting`] with the link.
    pub fn refuse_links(&self, path: &Path) -> Result<(), Diagnostic> {
        // An output folder of one's own choice may lie anywhere.
        let base = if self.out_is_chosen && path.starts_with(&self.out) { &self.out } else { &self.root };
        write::refuse_links(base, path)
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

    /// Whether a path, its links followed, ends outside the workspace. One that
    /// leads nowhere does not: reading it will tell.
    fn leads_outside(&self, path: &Path) -> bool {
        let root = if self.root.as_os_str().is_empty() { Path::new(".") } else { &self.root };
        match (path.canonicalize(), root.canonicalize()) {
            (Ok(path), Ok(root)) => !path.starts_with(root),
            _ => false,
        }
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)))
}
