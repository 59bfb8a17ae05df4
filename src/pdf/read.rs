//! In: the bytes of any PDF. Out: its text, and what its maker left
//! in it. The only user, besides the tests, of the PDF library.

use lopdf::{Document, Object, decode_text_string};

/// Any PDF.
pub(crate) struct Pdf(Document);

impl Pdf {
    /// None if these bytes are no PDF.
    pub(crate) fn open(bytes: &[u8]) -> Option<Self> {
        Some(Self(Document::load_mem(bytes).ok()?))
    }

    /// The text of each page.
    pub(crate) fn texts(&self) -> impl Iterator<Item = String> {
        self.0.get_pages().into_keys().map(|page| self.0.extract_text(&[page]).unwrap_or_default())
    }

    /// What the maker wrote into the file about itself.
    pub(crate) fn keywords(&self) -> Option<String> {
        let about = self.0.trailer.get(b"Info").and_then(Object::as_reference).ok()?;
        let about = self.0.get_dictionary(about).ok()?;
        decode_text_string(about.get(b"Keywords").ok()?).ok()
    }

    /// The descriptions of pictures, in the order of the file.
    pub(crate) fn descriptions(&self) -> impl Iterator<Item = String> {
        let text = |object: &Object| decode_text_string(object.as_dict().ok()?.get(b"Alt").ok()?).ok();
        self.0.objects.values().filter_map(text)
    }
}
