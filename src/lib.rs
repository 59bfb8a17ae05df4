//! vankien (văn kiện) turns structured YAML into official Vietnamese documents.
//!
//! The stages, each a module, in the order a document passes them:
//!
//! | stage | in | out |
//! | --- | --- | --- |
//! | [`workspace`] | a folder | data files, templates, fonts, output paths |
//! | [`load`] | a data file | a record ([`documents`]) with the place of every value |
//! | [`sheet`], [`dataset`] | the folders of [`records`] | all figures and names, checked against each other |
//! | [`fill`] | a document and the data | the document, its [`expression`]s replaced by what the [`figures`] say |
//! | [`recognition`] | a decision and the data | the models it recognises, row by row |
//! | [`validate`], [`consistency`] | a record | findings about what it says |
//! | [`lint`] | records and their guidance | findings a careful reader would make |
//! | [`compute`] | a record and its guidance ([`standard`]) | a view without decisions left |
//! | [`render`] | a view and a template | Typst source |
//! | [`compile`] | Typst source | pages; PDF, PNG, SVG |
//! | [`proofread`] | pages | findings about the finished page |
//! | `pdf` | finished PDF pages | files cut and bound of them: certificates, volumes |
//! | [`output`], [`mod@write`] | pages | files, all or none |
//!
//! [`pipeline`] runs them; [`diagnostic`] is how each of them reports. The
//! library knows nothing of the command line.

pub mod attestation;
pub mod calendar;
pub mod certificates;
pub mod compile;
pub mod compute;
pub mod consistency;
pub mod convert;
pub mod dataset;
pub mod diagnostic;
pub mod digest;
pub mod documents;
pub mod encoding;
pub mod expression;
pub mod figures;
pub mod fill;
pub mod lint;
pub mod load;
mod ordinary;
pub mod output;
mod parallel;
mod pdf;
pub mod pipeline;
pub mod plan;
pub mod proofread;
pub mod recognition;
pub mod records;
pub mod render;
pub mod schema;
mod sealed;
pub mod sheet;
pub mod source;
mod stamp;
pub mod standard;
pub mod starter;
pub mod state;
pub mod summary;
pub mod validate;
pub mod values;
pub mod watch;
pub mod workspace;
pub mod write;
