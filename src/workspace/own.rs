//! In: the folders `templates/` and `fonts/`. Out: each template and font, the
//! workspace's own or the built-in one; one of its own that cannot be used is
//! told, never passed over.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use rust_embed::RustEmbed;

use super::{Workspace, has_ending, is_hidden};
use crate::diagnostic::{Diagnostic, Lang, MachineFault, Report, WorkspaceFault};
use crate::ordinary::bytes_of;

#[derive(RustEmbed)]
#[folder = "templates/"]
pub(super) struct BuiltInTemplates;

/// What the rules say of the documents that they are tested with: held against the
/// program by its tests, so that no example goes stale.
#[derive(RustEmbed)]
#[folder = "tests/lint/"]
#[include = "*/bao.snap"]
struct Examples;

#[derive(RustEmbed)]
#[folder = "fonts/"]
#[include = "*.ttf"]
struct BuiltInFonts;

impl Workspace {
    /// Where the files lie that pages are laid out with.
    pub(crate) const LOOKS: [&str; 2] = ["templates", "fonts"];

    /// Looks at the office's own templates and fonts: one that cannot be read, or
    /// that is a link out of the workspace, must not be passed over in favour of
    /// the built-in one; nor a template that nothing reads.
    pub fn inspect(&self, report: &mut Report) {
        let mut own = Vec::new();
        for folder in Self::LOOKS {
            self.inspect_folder(&self.root.join(folder), folder, &mut own, report);
        }
        let templates = own.iter().filter_map(|name| name.strip_prefix("templates/"));
        self.tell_idle(&templates.map(String::from).collect::<Vec<_>>(), report);
    }

    /// Puts the names of the files that can be read into `own`.
    fn inspect_folder(&self, folder: &Path, name: &str, own: &mut Vec<String>, report: &mut Report) {
        if folder.is_symlink() && self.leads_outside(folder) {
            return report.push(Diagnostic::in_file(name, WorkspaceFault::LinkOutside));
        }
        let entries = match folder.read_dir() {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            Err(error) => {
                let fault = MachineFault::Unreadable { kind: error.kind() };
                return report.push(Diagnostic::in_file(name, fault));
            }
        };
        for entry in entries.flatten() {
            let (path, file) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            let name = format!("{name}/{file}");
            if is_hidden(&path) {
                continue;
            }
            let is = |test: fn(&std::fs::FileType) -> bool| entry.file_type().is_ok_and(|kind| test(&kind));
            if is(std::fs::FileType::is_symlink) && self.leads_outside(&path) {
                report.push(Diagnostic::in_file(name, WorkspaceFault::LinkOutside));
            } else if is_built_in(&name) && path.is_dir() {
                let fault = MachineFault::Unreadable { kind: ErrorKind::IsADirectory };
                report.push(Diagnostic::in_file(name, fault));
            } else if is(std::fs::FileType::is_dir) {
                self.inspect_folder(&path, &name, own, report);
            } else if let Err(kind) = can_be_opened(&path) {
                let fault = MachineFault::Unreadable { kind };
                report.push(Diagnostic::in_file(name, fault));
            } else {
                own.push(name);
            }
        }
    }

    /// Every file below these folders of the workspace that may be read as data, by
    /// name. None if some cannot be listed, or is a link.
    #[must_use]
    pub fn files_below(&self, folders: &[&str]) -> Option<Vec<(String, PathBuf)>> {
        let mut files = self.below(folders, Wanted::Visible)?;
        files.retain(|(_, path)| has_ending(path, &INPUTS));
        Some(files)
    }

    /// The names of all others below them, which nobody reads; that they lie there
    /// is told.
    #[must_use]
    pub fn strays_below(&self, folders: &[&str]) -> Option<Vec<String>> {
        let files = self.below(folders, Wanted::Visible)?.into_iter();
        Some(files.filter(|(_, path)| !has_ending(path, &INPUTS)).map(|(name, _)| name).collect())
    }

    /// Every file that pages are laid out with, by name, whatever it is called: a template
    /// of the office's own may open any below `templates/`. None if some cannot be listed,
    /// or is a link.
    #[must_use]
    pub fn looks(&self) -> Option<Vec<(String, PathBuf)>> {
        self.below(&Self::LOOKS, Wanted::All)
    }

    fn below(&self, folders: &[&str], wanted: Wanted) -> Option<Vec<(String, PathBuf)>> {
        let mut files = Vec::new();
        for folder in folders {
            let path = self.root.join(folder);
            if path.symlink_metadata().is_ok() {
                list(&path, folder, wanted, &mut files)?;
            }
        }
        files.sort();
        Some(files)
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
        bytes_of(&own).map(Cow::Owned).or_else(|| Some(BuiltInTemplates::get(name)?.data))
    }

    /// Whether the workspace has this template of its own.
    #[must_use]
    pub fn has_own_template(&self, name: &str) -> bool {
        self.root.join("templates").join(name).is_file()
    }

    /// The names of the workspace's own templates.
    #[must_use]
    pub fn own_templates(&self) -> Vec<String> {
        let files = self.files_below(&["templates"]).unwrap_or_default();
        files.into_iter().map(|(name, _)| name).collect()
    }

    /// The bytes of a built-in template.
    #[must_use]
    pub fn built_in_template(name: &str) -> Option<Cow<'static, [u8]>> {
        Some(BuiltInTemplates::get(name)?.data)
    }

    /// The first finding that a rule makes of its example, as a terminal shows it.
    #[must_use]
    pub fn example(rule: &str, lang: Lang) -> Option<String> {
        let said = Examples::get(&format!("{rule}/bao.snap"))?.data;
        let said = String::from_utf8_lossy(&said).into_owned();
        let begins = |line: &str| {
            let grave = lang.pick(["lỗi", "cảnh báo", "lưu ý"], ["error", "warning", "remark"]);
            grave.iter().any(|grave| line.starts_with(&format!("{grave}[{rule}]")))
        };
        let lines = said.lines().skip_while(|line| !begins(line));
        let lines: Vec<_> = lines.take_while(|line| !line.is_empty()).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
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
            Some((name, Cow::Owned(bytes_of(&path)?)))
        });
        let built_in =
            BuiltInFonts::iter().filter_map(|name| Some((name.to_string(), BuiltInFonts::get(&name)?.data)));
        own.chain(built_in).collect()
    }
}

/// What keeps a file or a linked folder from being read, if something does.
fn can_be_opened(path: &Path) -> Result<(), ErrorKind> {
    // Opening a pipe would wait for whoever writes into it.
    match std::fs::metadata(path) {
        Ok(about) if !about.is_file() && !about.is_dir() => Err(ErrorKind::InvalidInput),
        _ => std::fs::File::open(path).map(|_| ()).map_err(|error| error.kind()),
    }
}

/// Whether a built-in template has this path.
fn is_built_in(name: &str) -> bool {
    name.strip_prefix("templates/").is_some_and(|name| BuiltInTemplates::get(name).is_some())
}

/// Files that nobody reads as data may be large: scans, films.
const INPUTS: [&str; 20] = [
    "yml", "yaml", "xlsx", "xlsm", "xls", "csv", "toml", "typ", "j2", "md", "ttf", "otf", "ttc", "otc",
    "png", "jpg", "jpeg", "svg", "webp", "pem",
];

/// Made by programs that have a file open; they come and go.
const LOCKS: [&str; 4] = ["~$", ".~", ".#", ".vankien"];

/// Which files are listed.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    /// Those that nobody hid.
    Visible,
    All,
}

fn list(folder: &Path, name: &str, wanted: Wanted, files: &mut Vec<(String, PathBuf)>) -> Option<()> {
    for entry in folder.read_dir().ok()? {
        let entry = entry.ok()?;
        let own = entry.file_name().to_string_lossy().into_owned();
        let (path, name, kind) = (entry.path(), format!("{name}/{own}"), entry.file_type().ok()?);
        let lock = LOCKS.iter().any(|lock| own.starts_with(lock));
        let hidden = lock || kind.is_dir() && is_hidden(&path);
        // Some editors lock a file with a link that leads nowhere.
        let nothing = lock && !path.exists();
        if nothing || hidden && wanted == Wanted::Visible {
            continue;
        }
        if kind.is_dir() {
            list(&path, &name, wanted, files)?;
        } else if kind.is_file() {
            files.push((name, path));
        } else {
            return None;
        }
    }
    Some(())
}
