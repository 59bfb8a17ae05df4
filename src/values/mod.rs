//! In: scalars as a person writes them in YAML. Out: values that know their
//! printed form. Each file is one kind of value; this one ties the name under
//! which the schema mentions it to the check that `load` runs.

mod amount;
mod date;
mod deadline;
mod markup;
mod number;
pub mod prose;
mod shared;
mod time;
mod weekday;
pub mod writing;

use std::ops::Range;

pub use amount::Amount;
pub use date::Date;
pub use deadline::Deadline;
pub use markup::{Run, RunStyle, Runs, one_line};
pub(crate) use markup::{as_text, printed};
pub use number::{EntryNumber, Number};
pub use shared::SharedText;
pub(crate) use shared::Texts;
pub use time::Time;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
pub use weekday::Weekday;

use crate::diagnostic::ValueFault;

/// The names under which the schema mentions the kinds of scalars.
pub(crate) mod format {
    pub(crate) const AMOUNT: &str = "so-lieu";
    pub(crate) const DATE: &str = "ngay";
    pub(crate) const DEADLINE: &str = "thoi-han";
    pub(crate) const NUMBER: &str = "so-van-ban";
    pub(crate) const ENTRY: &str = "so-vao-so";
    pub(crate) const TIME: &str = "gio";
    pub(crate) const WEEKDAY: &str = "thu";
    pub(crate) const SYMBOL: &str = "so-ky-hieu";
    pub(crate) const PROSE: &str = "van-xuoi";
}

/// Checks a scalar against the named kind. Ranges are bytes of `text`; a fault
/// of the whole value has the whole range.
pub(crate) fn check(kind: &str, text: &str) -> Vec<(Range<usize>, ValueFault)> {
    let whole = |result: Result<(), ValueFault>| {
        result.err().map(|fault| (0..text.len(), fault)).into_iter().collect()
    };
    match kind {
        format::AMOUNT => whole(text.trim().parse::<Amount>().map(drop)),
        format::DATE => whole(text.parse::<Date>().and_then(likely)),
        format::DEADLINE => whole(text.parse::<Deadline>().map(drop)),
        format::NUMBER => whole(text.parse::<Number>().map(drop)),
        format::ENTRY => whole(text.parse::<EntryNumber>().map(drop)),
        format::TIME => whole(text.parse::<Time>().map(drop)),
        format::WEEKDAY => whole(text.parse::<Weekday>().map(drop)),
        format::PROSE => prose::check(text),
        _ => Vec::new(),
    }
}

/// No paper is dated, or cites one, long before or after our time; prose may
/// well speak of such a day.
fn likely(date: Date) -> Result<(), ValueFault> {
    let (year, ..) = date.parts();
    if (1900..=2100).contains(&year) { Ok(()) } else { Err(ValueFault::FarYear { year }) }
}

/// Lower case, without tone and vowel marks, spaces as underscores: the form of
/// the keys, by which names are compared when one is misspelt.
pub(crate) fn without_marks(text: &str) -> String {
    let base = |c: char| match c {
        'đ' | 'Đ' => 'd',
        ' ' | '-' => '_',
        c => c,
    };
    text.nfd().filter(|c| !is_combining_mark(*c)).map(base).flat_map(char::to_lowercase).collect()
}

/// Where the last word of a text begins, whatever white space stands before it.
pub(crate) fn last_word(text: &str) -> usize {
    text.len() - text.rsplit(char::is_whitespace).next().map_or(0, str::len)
}

/// Words of a text with their byte offsets; a number with points between its thousands,
/// `1.074`, is one.
pub(crate) fn words_and_counts(text: &str) -> Vec<(usize, &str)> {
    let digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let mut found: Vec<(usize, &str)> = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        if let Some((first, before)) = found.last_mut()
            && word.len() == 3
            && digits(word)
            && text[*first + before.len()..start] == *"."
            && before.split('.').all(|group| digits(group) && group.len() <= 3)
            && (before.contains('.') || !before.starts_with('0'))
        {
            *before = &text[*first..start + word.len()];
            continue;
        }
        found.push((start, word));
    }
    found
}

/// Letters and digits only, without marks and case: how names are compared that
/// people spell in several ways.
pub(crate) fn comparable(text: &str) -> String {
    without_marks(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The known name that a person most likely meant: marks and case do not count,
/// `trích yếu` is `trich_yeu`.
pub(crate) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    let plain = without_marks(word);
    known
        .map(|name| (strsim::damerau_levenshtein(&plain, &without_marks(name)), name))
        .min()
        .filter(|(distance, name)| *distance <= 1 + name.len() / 4)
        .map(|(_, name)| name.into())
}

/// Reads a value from YAML text or a YAML number through its `FromStr`, and
/// tells the schema the name of its kind.
macro_rules! scalar_value {
    ($type:ty, $kind:expr, $schema_type:tt) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                #[derive(serde::Deserialize)]
                #[serde(untagged)]
                enum Scalar {
                    Whole(u64),
                    Text(String),
                }
                let text = match Scalar::deserialize(from)? {
                    Scalar::Whole(number) => number.to_string(),
                    Scalar::Text(text) => text,
                };
                text.parse().map_err(|fault: crate::diagnostic::ValueFault| {
                    let fault = crate::diagnostic::Fault::from(fault);
                    serde::de::Error::custom(fault.message(crate::diagnostic::Lang::Vi).headline)
                })
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $kind.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": $schema_type, "format": $kind })
            }
        }
    };
}
pub(crate) use scalar_value;
