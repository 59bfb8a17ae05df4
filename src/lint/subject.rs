//! In: a loaded document with its type and guidance. Out: what the rules read: its
//! texts and the papers it cites.

use std::collections::HashSet;

use super::Lexicon;
use super::citation::{self, Cited};
use super::text::{self, Text};
use crate::documents::OfficialDocument;
use crate::expression::Scope;
use crate::load::Loaded;
use crate::records::Organisation;
use crate::standard::{Kind, Kinds, Profile};

/// A document as the rules read it.
pub struct Subject<'a> {
    pub(super) loaded: &'a Loaded<OfficialDocument>,
    pub(super) kind: &'a Kind,
    pub(super) profile: &'a Profile,
    pub(super) kinds: &'a Kinds,
    pub(super) lexicon: &'a Lexicon,
    pub(super) office: Option<&'a Organisation>,
    /// The data its expressions speak of.
    pub(super) scope: Option<&'a Scope>,
    pub(super) texts: Vec<Text<'a>>,
    pub(super) citations: Vec<Cited>,
}

impl<'a> Subject<'a> {
    /// Reads the texts and the citations of a document.
    #[must_use]
    pub fn new(
        loaded: &'a Loaded<OfficialDocument>,
        kind: &'a Kind,
        profile: &'a Profile,
        kinds: &'a Kinds,
        lexicon: &'a Lexicon,
    ) -> Self {
        let texts = text::texts(&loaded.tree);
        let citations = citation::citations(&texts, kinds, lexicon);
        Self { loaded, kind, profile, kinds, lexicon, office: None, scope: None, texts, citations }
    }

    /// The same, issued by this body of the records.
    #[must_use]
    pub fn issued_by(self, office: Option<&'a Organisation>) -> Self {
        Self { office, ..self }
    }

    /// The same, with the data that its expressions speak of.
    #[must_use]
    pub fn speaking_of(self, scope: Option<&'a Scope>) -> Self {
        Self { scope, ..self }
    }

    /// The same without the texts that say what another one said in the same part.
    pub(super) fn said_once(mut self) -> Self {
        let mut said = HashSet::new();
        let mut left = 0..;
        // The new index of each text that stays.
        let kept: Vec<Option<usize>> = (self.texts.iter())
            .map(|text| said.insert((text.key().to_string(), text.text)).then(|| left.next())?)
            .collect();
        let mut stays = kept.iter().map(Option::is_some);
        self.texts.retain(|_| stays.next().unwrap_or_default());
        self.citations.retain(|cited| kept[cited.text].is_some());
        for cited in &mut self.citations {
            cited.text = kept[cited.text].unwrap_or_default();
        }
        self.texts.shrink_to_fit();
        self
    }

    pub(super) fn document(&self) -> &OfficialDocument {
        &self.loaded.record
    }

    /// Whether the rules of the Party's papers hold for it.
    pub(super) fn is_party(&self) -> bool {
        self.profile.system == "dang"
    }

    /// The texts that are printed as prose.
    pub(super) fn prose(&self) -> impl Iterator<Item = &Text<'a>> {
        self.texts.iter().filter(|text| text.is_prose())
    }

    /// Whether a place of the text with this index lies in the symbol of a paper; they
    /// stand in the order of the texts.
    pub(super) fn is_in_symbol(&self, text: usize, at: usize) -> bool {
        let after =
            self.citations.partition_point(|cited| (cited.text, cited.symbol_range.start) <= (text, at));
        let before = after.checked_sub(1).map(|last| &self.citations[last]);
        before.is_some_and(|cited| cited.text == text && cited.symbol_range.contains(&at))
    }

    /// The text at this path.
    pub(super) fn at(&self, path: &str) -> Option<&Text<'a>> {
        self.texts.iter().find(|text| text.path == path)
    }
}
