//! vankien (văn kiện) turns structured YAML into official Vietnamese documents.
//!
//! The stages, each a module, in the order a document passes them:
//!
//! | stage | in | out |
//! | --- | --- | --- |
//! | [`workspace`] | a folder | data files, templates, fonts, output paths |
//! | [`load`] | a data file | a record ([`documents`]) with the place of every value |
//! | [`validate`] | a record | findings about what it says |
//! | [`lint`] | records and their guidance | findings a careful reader would make |
//! | [`compute`] | a record and its guidance ([`standard`]) | a view without decisions left |
//! | [`render`] | a view and a template | Typst source |
//! | [`compile`] | Typst source | pages; PDF, PNG, SVG |
//! | [`proofread`] | pages | findings about the finished page |
//! | [`output`], [`mod@write`] | pages | files, all or none |
//!
//! [`pipeline`] runs them; [`diagnostic`] is how each of them reports. The
//! library knows nothing of the command line.

pub mod compile;
pub mod compute;
pub mod convert;
pub mod diagnostic;
pub mod documents;
pub mod encoding;
pub mod lint;
pub mod load;
pub mod output;
pub mod pipeline;
pub mod proofread;
pub mod render;
pub mod schema;
pub mod source;
pub mod standard;
pub mod starter;
pub mod summary;
pub mod validate;
pub mod values;
pub mod workspace;
pub mod write;
