//! In: what a file is. Out: the two forms in which a PDF says it: its
//! information dictionary and its XMP metadata, which also claims PDF/A-2a.

use std::fmt::Write;

use xmp_writer::{DateTime, Timezone, XmpWriter};

use crate::values::Date;

/// The program, as files name their maker.
pub(crate) const CREATOR: &str = concat!("vankien ", env!("CARGO_PKG_VERSION"));

/// What a file is.
#[derive(Debug, Clone)]
pub(crate) struct About<'a> {
    pub(crate) title: String,
    pub(crate) author: &'a str,
    /// Left for whoever verifies the file.
    pub(crate) keyword: Option<String>,
    /// The document's own date; no other is told.
    pub(crate) date: Date,
}

impl About<'_> {
    pub(super) fn information(&self) -> String {
        let (year, month, day) = self.date.parts();
        let [title, author, creator] = [&self.title, self.author, CREATOR].map(text);
        let keyword =
            self.keyword.as_deref().map(|keyword| format!("/Keywords{}", text(keyword))).unwrap_or_default();
        format!(
            "<</Title{title}/Author{author}{keyword}/Creator{creator}\
             /CreationDate(D:{year:04}{month:02}{day:02}000000Z)>>"
        )
    }

    /// `id` is the file's own.
    pub(super) fn metadata(&self, id: &str) -> String {
        let mut xmp = XmpWriter::new();
        xmp.title([(None, self.title.as_str())]).creator([self.author]).format("application/pdf");
        if let Some(keyword) = &self.keyword {
            xmp.pdf_keywords(keyword);
        }
        if let Some(date) = self.day() {
            xmp.create_date(date).modify_date(date);
        }
        xmp.creator_tool(CREATOR).document_id(id).instance_id(id);
        xmp.pdfa_part(2).pdfa_conformance("A");
        let xmp = xmp.finish(None);
        // PDF/A forbids to compress it.
        format!("<</Type/Metadata/Subtype/XML/Length {}>>\nstream\n{xmp}\nendstream", xmp.len())
    }

    /// None outside the years that XMP can say.
    fn day(&self) -> Option<DateTime> {
        let (year, month, day) = self.date.parts();
        let (year, month, day) = (year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?);
        Some(DateTime::new(year, month, day, 0, 0, 0, Timezone::Utc))
    }
}

/// A text of any letters, as PDF writes it (ISO 32000-1, 7.9.2.2).
fn text(text: &str) -> String {
    let mut written = String::from("<FEFF");
    for unit in text.encode_utf16() {
        // Writing to a string cannot fail.
        let _ = write!(written, "{unit:04X}");
    }
    written + ">"
}
