//! In: nothing but types. Out: the records that data files are read into. Their
//! field names are the guidance's Vietnamese terms (in `rename`), their Rust
//! names the English equivalents: these structs are the project's glossary.

mod block;
mod named;

pub use block::{Activity, Block, Body, Section, Theme};
pub use named::{
    Basis, BasisForm, Citation, CitedPaper, IssuingBody, NamedDocument, Presentation, Signature,
};
