//! All integration tests in one binary: Typst is linked once.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attestation;
mod awards;
mod certificate_numbers;
mod certificates;
mod cli;
mod components;
mod copies;
mod desk;
mod faults;
mod gallery;
mod geometry;
mod header;
mod hostile;
mod hygiene;
mod incremental;
mod lint;
mod messages;
mod page_rules;
mod pdf;
mod profiles;
mod property;
mod recognition;
mod records;
mod report;
mod schema;
mod scores;
mod sheets;
mod signature;
mod slips;
mod source;
mod state;
mod sums;
mod text;
mod types;
mod watch;
