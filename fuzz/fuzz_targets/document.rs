//! Any bytes as a document in a workspace, through every stage.
#![no_main]

mod bodies;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| bodies::document(bytes));
