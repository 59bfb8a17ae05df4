//! Any text as inline marks and as light Markdown: no letter is lost.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vankien::encoding;
use vankien::values::{Runs, prose};

fuzz_target!(|text: &str| {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let runs: String = Runs::parse(text).runs().iter().map(|run| run.text.as_str()).collect();
    assert_eq!(letters(&runs), letters(text));
    let _ = prose::passages(text);
    let _ = encoding::of_text(text);
});
