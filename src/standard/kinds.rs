//! In: `loai.toml`. Out: the table of document types.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Day;
use super::table::fault_at;
use crate::diagnostic::{Diagnostic, TableFault, WorkspaceFault};
use crate::values::{Date, nearest};
use crate::workspace::Workspace;

/// A type of document (tên loại).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about a type, as the table says them")]
pub struct Kind {
    /// The folder under `data/` whose files are of this type.
    #[serde(rename = "thu_muc")]
    pub folder: String,
    /// Its name as printed: `KẾ HOẠCH`.
    #[serde(rename = "ten")]
    pub name: String,
    /// Its code in the number: `KH` (R-D-105).
    #[serde(rename = "ky_hieu")]
    code: String,
    /// Its code in the documents of one system where that differs; empty for
    /// none (R-N-070).
    #[serde(rename = "ky_hieu_theo", default)]
    codes: BTreeMap<String, String>,
    /// Codes that held for a span of dates instead.
    #[serde(rename = "ky_hieu_rieng", default)]
    exceptions: Vec<CodeException>,
    /// The systems that have this type; all if the list is empty.
    #[serde(rename = "he_thong", default)]
    systems: Vec<String>,
    /// Whether the name is printed; a công văn prints none (R-D-126).
    #[serde(rename = "in_ten_loai", default = "yes")]
    pub prints_name: bool,
    /// Whether it bears a number and a subject line; a thư công has neither.
    #[serde(rename = "in_so", default = "yes")]
    pub prints_symbol: bool,
    /// Whether it is an administrative slip, which may be on a smaller sheet
    /// (R-D-010, R-D-241).
    #[serde(rename = "giay_to", default)]
    pub is_slip: bool,
    /// Whether it is never divided into articles.
    #[serde(rename = "khong_dieu", default)]
    pub lacks_articles: bool,
    /// Whether a committee decides it: its head signs on its behalf, not in his own name
    /// (R-D-153).
    #[serde(rename = "tap_the_quyet", default)]
    pub is_collective: bool,
    /// Whether its text names whom it is for, who is then `Như trên` among the recipients.
    #[serde(rename = "goi_ten_nguoi_nhan", default)]
    pub names_recipient: bool,
    /// Which words address the readers, if this type has addressees.
    #[serde(rename = "kinh_gui")]
    pub address: Option<Address>,
    /// Whether a theme may stand in place of its name and subject (R-D-125).
    #[serde(rename = "thay_ten_loai", default)]
    pub takes_theme: bool,
    /// How many pages documents of this type usually take at most.
    #[serde(rename = "so_trang")]
    pub usual_pages: Option<usize>,
    /// The template, relative to `templates/`.
    #[serde(rename = "mau", default = "common_template")]
    pub template: String,
}

/// A code that held for a span of dates.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeException {
    #[serde(rename = "tu_ngay")]
    from: Day,
    #[serde(rename = "den_ngay")]
    until: Day,
    #[serde(rename = "ky_hieu")]
    code: String,
}

/// How a type addresses its readers: the key of the words in the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Address {
    /// As a công văn does.
    #[serde(rename = "cong_van")]
    Letter,
    /// As a tờ trình does.
    #[serde(rename = "to_trinh")]
    Submission,
}

fn yes() -> bool {
    true
}

fn common_template() -> String {
    "van-ban.typ.j2".into()
}

impl Kind {
    /// Every code that the type ever had, of any system and date.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        let exceptions = self.exceptions.iter().map(|exception| exception.code.as_str());
        [self.code.as_str()].into_iter().chain(self.codes.values().map(String::as_str)).chain(exceptions)
    }

    /// The code in the number of a document of this system and date.
    #[must_use]
    pub fn code_on(&self, date: Date, system: &str) -> &str {
        if let Some(code) = self.codes.get(system) {
            return code;
        }
        let holds = |exception: &&CodeException| (exception.from..=exception.until).contains(&Day(date));
        self.exceptions.iter().find(holds).map_or(&self.code, |exception| &exception.code)
    }

    /// Whether documents of this system have the type (R-D-271, R-N-070).
    #[must_use]
    pub fn is_of(&self, system: &str) -> bool {
        self.systems.is_empty() || self.systems.iter().any(|own| own == system)
    }

    /// The first of the systems to which the type is confined, if it is.
    #[must_use]
    pub fn first_system(&self) -> Option<&str> {
        self.systems.first().map(String::as_str)
    }
}

/// Whether a name is that of one folder, which leads nowhere else: `ke-hoach`.
fn is_one_folder(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// The table of types.
const FILE: &str = "the-thuc/bang/loai.toml";

/// All types, in the order of the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    #[serde(rename = "loai")]
    all: Vec<Kind>,
}

impl Kinds {
    /// Reads the table.
    ///
    /// # Errors
    /// A broken table, with the reason.
    pub fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        let kinds: Self = super::read(workspace, FILE)?;
        if let Some(Kind { folder, .. }) = kinds.all.iter().find(|kind| !is_one_folder(&kind.folder)) {
            let fault = TableFault::KindFolder { folder: folder.clone() };
            return Err(fault_at(workspace, FILE, &format!("\"{}\"", folder.escape_default()), fault));
        }
        let twice =
            |(at, kind): &(usize, &Kind)| kinds.all[..*at].iter().any(|own| own.folder == kind.folder);
        match kinds.all.iter().enumerate().find(twice) {
            Some((_, Kind { folder, .. })) => {
                let fault = TableFault::KindTwice { folder: folder.clone() };
                Err(fault_at(workspace, FILE, &format!("\"{folder}\""), fault))
            }
            None => Ok(kinds),
        }
    }

    /// The type whose documents lie in this folder.
    ///
    /// # Errors
    /// [`WorkspaceFault::UnknownKind`] with the nearest name.
    pub fn in_folder(&self, folder: &str) -> Result<&Kind, Diagnostic> {
        self.all.iter().find(|kind| kind.folder == folder).ok_or_else(|| {
            let known: Vec<_> = self.all.iter().map(|kind| kind.folder.as_str()).collect();
            Diagnostic::general(WorkspaceFault::UnknownKind {
                folder: folder.into(),
                nearest: nearest(folder, known.iter().copied()),
                known: known.join(", "),
            })
        })
    }

    /// All types in the order of the table.
    #[must_use]
    pub fn all(&self) -> &[Kind] {
        &self.all
    }
}
