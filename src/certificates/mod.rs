//! In: a batch file and its list of recipients. Out: a certificate for each of
//! them, volumes for the printer, a proof sheet and a register; and from one run
//! to the next only what changed.
//!
//! A recipient is known by the id alone. A register number belongs to an id for
//! good; a list in another order never gives one person another one's number.

mod batch;
mod care;
mod compose;
mod fit;
mod names;
mod press;
mod produce;
mod profile;
mod proof;
mod recipients;
mod record;
mod register;
mod store;

pub use produce::{Batched, Order, Progress, Reprint, Silent, build, typeset};
pub use profile::{CertificateProfile, Frame, Paper, Sheet};
pub use record::{
    CertificateBatch, Decision, Line, Offset, PrintMode, Recipient, RecipientList, Recipients, Source,
};

use crate::load;
use crate::workspace::DataFile;

/// The folders of batches. In the first a file may also be a slip of the
/// guidance: one that names no recipients.
const FOLDERS: [&str; 4] = ["giay-chung-nhan", "giay-cong-nhan", "giay-khen", "bang-khen"];

/// The template of a new batch in this folder; in the first folder a new file
/// is the slip.
#[must_use]
pub fn starter(folder: &str) -> Option<&'static str> {
    match FOLDERS.iter().position(|own| *own == folder)? {
        0 => None,
        1 => Some("vi-du/giay/giay-cong-nhan.yml"),
        _ => Some("vi-du/giay/giay-khen.yml"),
    }
}

/// The key that makes a file a batch.
const KEY: &str = "nguoi_nhan";

/// Whether batches, and the lists of recipients that they name, may lie in a
/// folder of `data/`.
#[must_use]
pub fn may_hold_lists(folder: &str) -> bool {
    FOLDERS.contains(&folder)
}

/// Whether a data file is a batch of certificates and not a document.
#[must_use]
pub fn is_batch(file: &DataFile) -> bool {
    let folder = FOLDERS.iter().position(|folder| file.kind.as_deref() == Some(*folder));
    folder.is_some_and(|folder| folder > 0 || load::has_key(file, KEY))
}
