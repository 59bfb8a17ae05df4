//! In: the bytes of any PDF. Out: its text, what its maker left in it, and what its
//! pages draw. The only user, besides the tests, of the PDF library.

use lopdf::{Dictionary, Document, Error, Object, decode_text_string};

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

    /// Whether it does something by itself, or has fields to fill in, whatever its pages draw.
    pub(crate) fn is_active(&self) -> bool {
        let Ok(catalogue) = self.0.catalog() else { return false };
        let within = |entries: &Dictionary, key: &[u8]| {
            entries.get(key).ok().and_then(|value| Some(self.0.dereference(value).ok()?.1.clone()))
        };
        let inside = |key: &[u8]| within(catalogue, key).and_then(|value| value.as_dict().ok().cloned());
        // A place to begin reading at is written as a list.
        let opens = within(catalogue, b"OpenAction").is_some_and(|own| own.as_array().is_err());
        let scripts = inside(b"Names").is_some_and(|names| names.has(b"JavaScript"));
        let is_empty = |fields: Object| fields.as_array().is_ok_and(Vec::is_empty);
        let fields = inside(b"AcroForm")
            .is_some_and(|form| form.has(b"XFA") || !within(&form, b"Fields").is_none_or(is_empty));
        opens || scripts || fields || catalogue.has(b"AA")
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
