//! In: the bytes of a file that should be a workbook. Out: what it really is,
//! and its parts by name. The only user of zip.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::diagnostic::{FileFormat, SheetFault};

/// No list of an office unpacks to this; a small file that does was made to.
const MOST_UNPACKED_MIB: u64 = 256;

/// The container of old Office files.
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// Whether a file is some container of Office programs and no text.
pub(super) fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(OLE) || bytes.starts_with(b"PK\x03\x04")
}

/// The format of a file by what stands in it, whatever its name ends in.
///
/// # Errors
/// Why it cannot be a workbook of any format.
pub(super) fn format(bytes: &[u8]) -> Result<FileFormat, SheetFault> {
    if bytes.starts_with(OLE) {
        // A password wraps a new workbook in the container of the old ones.
        let named = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(name.len()).any(|part| part == name)
        };
        if named("EncryptedPackage") {
            return Err(SheetFault::Locked);
        }
        return Ok(if named("WordDocument") {
            FileFormat::Word
        } else if named("Workbook") || named("Book") {
            FileFormat::OldWorkbook
        } else {
            FileFormat::OldOffice
        });
    }
    if !bytes.starts_with(b"PK") {
        return Err(SheetFault::NotAWorkbook);
    }
    if unpacked(bytes) > MOST_UNPACKED_MIB << 20 {
        return Err(SheetFault::UnpacksTooLarge { limit_mib: MOST_UNPACKED_MIB });
    }
    let archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| SheetFault::Damaged { detail: error.to_string() })?;
    let has = |wanted: &str| archive.file_names().any(|name| name.eq_ignore_ascii_case(wanted));
    Ok(if has("xl/workbook.bin") {
        FileFormat::BinaryWorkbook
    } else if has("word/document.xml") {
        FileFormat::Word
    } else if has("mimetype") && has("content.xml") {
        FileFormat::OpenDocument
    } else if has("[Content_Types].xml") {
        FileFormat::Workbook
    } else {
        FileFormat::Archive
    })
}

/// How much the parts of the archive say they unpack to; each entry of its
/// directory begins with `PK 1 2`.
fn unpacked(bytes: &[u8]) -> u64 {
    let entries = bytes.windows(28).filter(|entry| entry.starts_with(b"PK\x01\x02"));
    entries.map(|entry| u64::from(u32::from_le_bytes([entry[24], entry[25], entry[26], entry[27]]))).sum()
}

/// Some parts of a package as text; a part that is not there is left out.
pub(super) struct Parts<'b>(ZipArchive<Cursor<&'b [u8]>>);

impl<'b> Parts<'b> {
    /// None where the package cannot be opened.
    pub(super) fn of(bytes: &'b [u8]) -> Option<Self> {
        ZipArchive::new(Cursor::new(bytes)).ok().map(Self)
    }

    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let mut text = String::new();
        let part = self.0.by_name(name).ok()?;
        part.take(MOST_UNPACKED_MIB << 20).read_to_string(&mut text).ok()?;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::format;
    use crate::diagnostic::SheetFault;

    #[test]
    fn what_unpacks_too_large_is_not_unpacked() {
        let mut entry = b"PK\x01\x02".to_vec();
        entry.extend([0; 20]);
        entry.extend(u32::MAX.to_le_bytes());
        let entry = [b"PK\x03\x04".as_slice(), &entry].concat();
        assert!(matches!(format(&entry), Err(SheetFault::UnpacksTooLarge { .. })));
    }
}
