//! In: nothing but types. Out: the records that data files are read into. Their
//! field names are the guidance's Vietnamese terms (in `rename`), their Rust
//! names the English equivalents: these structs are the project's glossary.

mod block;
mod official;
mod table;

pub use block::{Activity, Article, Block, Body, Division, Section, Theme};
pub use official::{
    Annex, Attestation, Basis, BasisForm, Citation, CitedPaper, IssuingBody, Marks, OfficialDocument,
    Presentation, Signature, System, Urgency,
};
pub use table::{Align, Cell, Column, Table};
