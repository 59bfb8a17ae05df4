//! All integration tests in one binary: Typst is linked once.

mod cli;
mod desk;
mod faults;
mod geometry;
mod header;
mod pdf;
mod signature;
mod source;
mod text;
