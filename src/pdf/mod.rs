//! In: finished PDF files. Out: what can be read in them; and new files, bound of
//! pages that the exporter has finished.
//!
//! A page is bound byte for byte as it was written: only the numbers of objects
//! change. So a file costs little more than a copy, which a library that takes
//! every number apart and writes it again cannot give.

mod about;
mod bind;
mod copy;
mod drawn;
mod objects;
mod read;
mod structure;
mod tokens;

pub(crate) use about::{About, CREATOR};
pub(crate) use bind::bind;
pub(crate) use objects::Objects;
pub(crate) use read::Pdf;
pub use read::Unreadable;
