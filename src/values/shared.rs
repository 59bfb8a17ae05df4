//! In: texts that the rows of a long list say over and over: units, offices, ranks.
//! Out: the same, each kept once.

use std::borrow::{Borrow, Cow};
use std::collections::HashSet;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

/// A text that copies of it share.
#[derive(Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub struct SharedText(Arc<str>);

/// Like the text itself: digests of what is written so outlive releases.
impl fmt::Debug for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for SharedText {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<String> for SharedText {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

/// To whoever writes a list it is a text like any other.
impl JsonSchema for SharedText {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// The texts that were met.
#[derive(Default)]
pub(crate) struct Texts(HashSet<SharedText>);

impl Texts {
    /// The text as it was met first.
    pub(crate) fn shared(&mut self, text: &str) -> SharedText {
        if let Some(met) = self.0.get(text) {
            return met.clone();
        }
        let new = SharedText(text.into());
        self.0.insert(new.clone());
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_share_one() {
        let mut texts = Texts::default();
        let [first, other, again] = ["Chi bộ 1", "Chi bộ 2", "Chi bộ 1"].map(|text| texts.shared(text));
        assert!(Arc::ptr_eq(&first.0, &again.0));
        assert!(!Arc::ptr_eq(&first.0, &other.0));
        assert_eq!(&*again, "Chi bộ 1");
    }
}
