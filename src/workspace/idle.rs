//! In: the names of the office's own files below `templates/`. Out: a finding for
//! each that stands in place of no built-in one and that nothing reads: its
//! author believes that it is in force.

use std::path::Path;

use super::Workspace;
use super::own::BuiltInTemplates;
use crate::diagnostic::{Diagnostic, Report, TemplateFault};
use crate::values::nearest;

/// Folders below `templates/` with files of any name, by their endings: the
/// guidances, the looks of certificates with their emblems, the starters.
const OPEN: [(&str, bool, &[&str]); 3] = [
    ("the-thuc/", false, &["toml"]),
    ("giay/", false, &["toml", "png", "jpg", "jpeg", "svg", "webp"]),
    ("vi-du/", true, &["yml"]),
];

/// What a template ends with; a note of another kind may lie beside them.
const TEMPLATES: [&str; 4] = ["toml", "typ", "j2", "yml"];

impl Workspace {
    /// Tells which of these files, relative to `templates/`, nothing reads.
    pub(super) fn tell_idle(&self, own: &[String], report: &mut Report) {
        for name in own.iter().filter(|name| !self.is_read(name, own)) {
            let nearest = meant(name);
            if nearest.is_some() || ends(name, &TEMPLATES) {
                let fault = TemplateFault::Idle { nearest };
                report.push(Diagnostic::in_file(format!("templates/{name}"), fault));
            }
        }
    }

    fn is_read(&self, name: &str, own: &[String]) -> bool {
        // On Windows, capitals make no other name.
        let same = |built_in: &str| built_in.eq_ignore_ascii_case(name) && self.has_own_template(built_in);
        let open = |(folder, deep, endings): &(&str, bool, &[&str])| {
            let rest = name.strip_prefix(folder);
            rest.is_some_and(|rest| (*deep || !rest.contains('/')) && ends(rest, endings))
        };
        BuiltInTemplates::iter().any(|built_in| same(&built_in))
            || OPEN.iter().any(open)
            || own.iter().any(|other| other != name && self.names(other, name))
    }

    /// Whether a file of the office's own speaks of another: a skeleton that
    /// `loai.toml` gives to a type, a part that a template brings in.
    fn names(&self, other: &str, name: &str) -> bool {
        let file = name.rsplit('/').next().unwrap_or(name);
        let text = ends(other, &TEMPLATES).then(|| self.template(other)).flatten().unwrap_or_default();
        String::from_utf8_lossy(&text).contains(file)
    }
}

/// The built-in template that was meant: one of the same name in another folder,
/// or the one whose name is nearest. Notepad likes to add an ending of its own.
fn meant(name: &str) -> Option<String> {
    let name = name.strip_suffix(".txt").or_else(|| name.strip_suffix(".bak")).unwrap_or(name);
    let file = |name: &str| name.rsplit('/').next().map(str::to_lowercase);
    let elsewhere = BuiltInTemplates::iter().find(|built_in| file(built_in) == file(name));
    let names: Vec<_> = BuiltInTemplates::iter().collect();
    elsewhere.map(String::from).or_else(|| nearest(name, names.iter().map(AsRef::as_ref)))
}

fn ends(name: &str, endings: &[&str]) -> bool {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| endings.iter().any(|own| own.eq_ignore_ascii_case(ending)))
}
