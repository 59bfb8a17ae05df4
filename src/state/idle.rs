//! In: what was made once, and the data files that are there. Out: the outputs that lie
//! there still and that nothing makes any more: somebody may send them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::State;
use crate::workspace::on_windows;

/// The data files that are there, and whether each is a batch; none where it cannot be
/// told, because the file is broken.
#[derive(Debug, Default)]
pub struct Sources {
    named: BTreeMap<String, Option<bool>>,
    /// By what another machine, and another ending, make of their names.
    alike: BTreeMap<String, Option<bool>>,
}

impl Sources {
    /// Adds one.
    pub fn add(&mut self, name: &str, is_batch: Option<bool>) {
        self.named.insert(name.into(), is_batch);
        self.alike.insert(alike(name), is_batch);
    }
}

fn alike(name: &str) -> String {
    on_windows(&Path::new(name).with_extension(""))
}

/// Why an output is made no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Idle {
    /// No data file of its name is there.
    Gone,
    /// There is one, but it became a batch, or a document.
    Otherwise,
    /// The document was made again, in other formats.
    Former,
}

impl State {
    /// What was made once, lies there still and is made no more: by the name of its data
    /// file.
    #[must_use]
    pub fn idle(&self, sources: &Sources) -> BTreeMap<(&str, Idle), Vec<PathBuf>> {
        let why = |path: &Path, source: &str| {
            let exact = sources.named.get(source);
            match exact.or_else(|| sources.alike.get(&alike(source))) {
                None => Some(Idle::Gone),
                Some(Some(is_batch)) if *is_batch != self.out.join(path).is_dir() => {
                    Some(if exact.is_some() { Idle::Otherwise } else { Idle::Gone })
                }
                Some(_) => (exact.is_none() && self.has_twin(path, sources)).then_some(Idle::Gone),
            }
        };
        self.there(|path, source| why(path, source))
    }

    /// The outputs of these documents that are of an earlier version of them.
    #[must_use]
    pub fn former(&self, documents: &BTreeSet<&str>) -> BTreeMap<(&str, Idle), Vec<PathBuf>> {
        self.there(|path, source| {
            let entry = documents.contains(source).then(|| self.kept.documents.get(source))??;
            let is_of_now = entry.outputs.iter().any(|(own, _)| own == path);
            (!is_of_now && self.out.join(path).is_file()).then_some(Idle::Former)
        })
    }

    fn there(&self, why: impl Fn(&Path, &str) -> Option<Idle>) -> BTreeMap<(&str, Idle), Vec<PathBuf>> {
        let mut found: BTreeMap<_, Vec<PathBuf>> = BTreeMap::new();
        for (inside, source) in &self.kept.made {
            let path = self.out.join(inside);
            if let Some(why) = why(inside, source).filter(|_| path.exists()) {
                found.entry((source.as_str(), why)).or_default().push(path);
            }
        }
        found
    }

    /// Whether another output, of a data file that is there, has a name that only some
    /// machines tell apart from this one, and this one does.
    fn has_twin(&self, path: &Path, sources: &Sources) -> bool {
        let real = |path: &Path| self.out.join(path).canonicalize().ok();
        self.kept.made.iter().any(|(other, source)| {
            other != path
                && on_windows(other) == on_windows(path)
                && sources.named.contains_key(source)
                && real(other).is_some_and(|other| Some(other) != real(path))
        })
    }
}
