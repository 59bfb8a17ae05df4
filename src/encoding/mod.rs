//! In: bytes or text in an encoding from before Unicode. Out: which encoding it
//! is, and the text in Unicode, form NFC; and what syllables Vietnamese has, by which
//! that is told, and where a word bears its tone mark.
//!
//! Such text comes in two shapes: a file whose bytes are not UTF-8, and text
//! pasted from a document in a font like .VnTime, whose bytes have become the
//! Latin letters and signs of the same numbers: `§¶ng ñy Khèi`.

mod bare;
mod guess;
mod legacy;
mod syllable;
mod tables;
pub(crate) mod tone;
mod twice;
mod typing;
mod wide;

pub use bare::{is_bare, lacks_marks};
pub use guess::{has_odd_word, of_bytes, of_text, old_word};
pub use legacy::{Legacy, NAMES};
pub use syllable::{is_impossible, is_syllable, lacks_tone, onset_put_right, tones};
pub use typing::{Keys, Typed, typed};
