//! In: what a certificate says, and the office's key. Out: a short text in a QR
//! code by which anyone with the office's public key can tell, offline, whether
//! a certificate says what the office said.
//!
//! The text is made to be read on the telephone that scanned it; its last line
//! is an Ed25519 signature over the lines above.

mod check;
pub mod column;
mod copied;
mod key;
mod qr;
mod register;
mod row;
mod shown;
mod statement;
mod voids;

pub(crate) use check::{CALIBRATION, PROOF_SHEET};
pub use check::{Checked, Verdict, check_pdf, check_text, check_texts};
pub use key::{PUBLIC, PublicKey, SECRET, SecretKey, make_keys};
pub(crate) use qr::drawing;
pub use qr::modules;
pub use register::check_register;
pub(crate) use row::{CORRECTED, DROPPED, VOID, seal, void};
pub use statement::{Signed, Statement};
pub(crate) use statement::{in_cell, out_of_cell};
pub use voids::Voids;

pub use crate::pdf::Unreadable;
