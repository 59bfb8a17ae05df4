//! In: the bytes of any PDF. Out: its text, what its maker left in it, and what its
//! pages draw. The only user, besides the tests, of the PDF library.

use lopdf::{Document, Error, Object, decode_text_string};

use super::drawn::Drawn;

/// Any PDF.
pub(crate) struct Pdf(Document);

/// Why bytes are no PDF that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// They are those of one, under a password.
    Locked,
    /// They are not those of one, or it is damaged.
    Broken,
}

impl Pdf {
    /// # Errors
    /// [`Unreadable`].
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, Unreadable> {
        match Document::load_mem(bytes) {
            Ok(document) if document.is_encrypted() && !document.was_encrypted() => Err(Unreadable::Locked),
            Ok(document) => Ok(Self(document)),
            Err(Error::InvalidPassword | Error::Decryption(_)) => Err(Unreadable::Locked),
            Err(_) => Err(Unreadable::Broken),
        }
    }

    /// The text of each page.
    pub(crate) fn texts(&self) -> impl Iterator<Item = String> {
        self.0.get_pages().into_keys().map(|page| self.0.extract_text(&[page]).unwrap_or_default())
    }

    /// For each page a digest of all that it draws, and of what it draws that with.
    pub(crate) fn drawings(&self) -> Vec<String> {
        let mut drawn = Drawn::new(&self.0);
        self.0.get_pages().into_values().map(|page| drawn.page(page)).collect()
    }

    /// What the maker wrote into the file about itself.
    pub(crate) fn keywords(&self) -> Option<String> {
        self.about(b"Keywords")
    }

    /// What it calls itself.
    pub(crate) fn title(&self) -> Option<String> {
        self.about(b"Title")
    }

    fn about(&self, key: &[u8]) -> Option<String> {
        let about = self.0.trailer.get(b"Info").and_then(Object::as_reference).ok()?;
        let about = self.0.get_dictionary(about).ok()?;
        decode_text_string(about.get(key).ok()?).ok()
    }

    /// The descriptions of pictures, in the order of the file.
    pub(crate) fn descriptions(&self) -> impl Iterator<Item = String> {
        let text = |object: &Object| decode_text_string(object.as_dict().ok()?.get(b"Alt").ok()?).ok();
        self.0.objects.values().filter_map(text)
    }
}
