//! Any text as inline marks and as light Markdown.
#![no_main]

mod bodies;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| bodies::markup(text));
