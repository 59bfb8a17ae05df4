//! Any text as an expression.
#![no_main]

mod bodies;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| bodies::expression(text));
