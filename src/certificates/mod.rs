//! In: a batch file and its list of recipients. Out: a certificate for each of
//! them, volumes for the printer, a proof sheet and a register; and from one run
//! to the next only what changed.
//!
//! A recipient is known by the id alone. A register number belongs to an id for
//! good; a list in another order never gives one person another one's number.

mod afterwards;
mod alike;
mod alphabet;
mod amended;
mod bare_rows;
mod batch;
mod books;
mod bounds;
mod calibration;
mod care;
mod carried;
mod cited;
mod claim;
mod clash;
mod compose;
mod contradictions;
mod declared;
mod dropped;
mod entries;
mod examine;
mod fields;
mod finish;
mod fit;
mod future;
mod gathered;
mod handed;
mod image_size;
mod in_hand;
mod in_hand_pages;
mod issue;
mod jobs;
mod keys;
mod last_run;
mod lines;
mod lives;
mod middle;
mod names;
mod numbers;
mod order;
mod overlay;
mod own_template;
mod page;
mod parts;
mod past;
mod places;
mod press;
mod produce;
mod profile;
mod proof;
mod recalled;
mod recipients;
mod record;
mod register;
mod remembered;
mod reprint;
mod run;
mod said;
mod store;
mod view;

pub use afterwards::{Addition, Afterwards, Correction, Handover, Ids, Reissue, ReissueForm, Revocation};
pub(crate) use amended::{AddedLater, added_later};
pub use books::Books;
pub use order::{Batched, Decide, Means, Order, Progress, Reprint, Silent};
pub use parts::{Frame, Paper, Sheet};
pub use produce::{build, typeset};
pub use profile::CertificateProfile;
pub use record::{
    CertificateBatch, Decision, Line, Offset, PrintMode, Recipient, RecipientList, Recipients, Source,
};
pub use register::REGISTERS;

use std::path::PathBuf;

use crate::load;
use crate::workspace::{DataFile, Workspace};
use store::Store;

/// The folders of batches, and the starter of a new one in each. One without
/// may also hold a slip of the guidance, a file that names no recipients: there
/// a new file is the slip.
const FOLDERS: [(&str, Option<&str>); 4] = [
    ("giay-chung-nhan", None),
    ("giay-cong-nhan", Some("giay-cong-nhan.yml")),
    ("giay-khen", Some("giay-khen.yml")),
    ("bang-khen", Some("bang-khen.yml")),
];

fn folder(name: &str) -> Option<&'static (&'static str, Option<&'static str>)> {
    FOLDERS.iter().find(|(own, _)| *own == name)
}

/// The template of a new batch in this folder, for a body of this system.
#[must_use]
pub fn starter(name: &str, system: &str) -> Option<String> {
    let (_, starter) = folder(name)?;
    starter.map(|starter| format!("vi-du/giay/{system}/{starter}"))
}

/// The registers that earlier runs wrote into the output folder.
#[must_use]
pub fn registers(workspace: &Workspace) -> Vec<PathBuf> {
    let mut stores = Vec::new();
    for (kind, _) in FOLDERS {
        Store::below(&workspace.out().join(kind), &mut stores);
    }
    stores.into_iter().flat_map(|(folder, _)| REGISTERS.map(|name| folder.join(name))).collect()
}

/// The key that makes a file a batch.
const KEY: &str = "nguoi_nhan";

/// Whether batches, and the lists of recipients that they name, may lie in a
/// folder of `data/`.
#[must_use]
pub(crate) fn may_hold_lists(folder: &str) -> bool {
    self::folder(folder).is_some()
}

/// Whether a data file is a batch of certificates and not a document.
#[must_use]
pub fn is_batch(file: &DataFile) -> bool {
    let folder = file.kind.as_deref().and_then(folder);
    folder.is_some_and(|(_, starter)| starter.is_some() || load::has_key(file, KEY))
}
