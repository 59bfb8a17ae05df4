//! In: bytes or text in a known encoding from before Unicode. Out: the text in
//! Unicode. The only user of `encoding_rs`.

use unicode_normalization::UnicodeNormalization;

use super::{tables, wide};

/// An encoding that old files and old fonts use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Legacy {
    /// TCVN3 (ABC), fonts `.Vn…`: one byte a letter.
    Tcvn3,
    /// VNI, fonts `VNI-…`: a base letter and a byte for its marks.
    Vni,
    /// Windows-1258: base letters and combining tones.
    Windows1258,
    /// UTF-16, which Notepad calls Unicode.
    Utf16,
    /// UTF-32.
    Utf32,
    /// UTF-8 that some program took for Windows-1252 and saved again.
    Utf8Twice,
}

/// The encodings by the names that a person types.
pub const NAMES: [(&str, Legacy); 6] = [
    ("tcvn3", Legacy::Tcvn3),
    ("vni", Legacy::Vni),
    ("windows-1258", Legacy::Windows1258),
    ("utf-16", Legacy::Utf16),
    ("utf-32", Legacy::Utf32),
    ("utf-8-hai-lan", Legacy::Utf8Twice),
];

impl Legacy {
    /// The name that people know.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::Windows1258 => "Windows-1258",
            Self::Utf16 => "UTF-16",
            Self::Utf32 => "UTF-32",
            Self::Utf8Twice => "UTF-8 ×2",
        }
    }

    /// The text of a whole file.
    #[must_use]
    pub fn decode_bytes(self, bytes: &[u8]) -> String {
        let text = match self {
            Self::Tcvn3 | Self::Vni | Self::Utf8Twice => {
                let latin: String = match std::str::from_utf8(bytes) {
                    Ok(text) => text.into(),
                    Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect(),
                };
                self.decode(&latin)
            }
            Self::Windows1258 => encoding_rs::WINDOWS_1258.decode(bytes).0.into_owned(),
            Self::Utf16 if wide::is_big_endian(bytes) => encoding_rs::UTF_16BE.decode(bytes).0.into_owned(),
            Self::Utf16 => encoding_rs::UTF_16LE.decode(bytes).0.into_owned(),
            Self::Utf32 => wide::utf32(bytes),
        };
        text.nfc().collect()
    }

    /// Text whose letters stand for bytes. What the encoding lacks stays.
    #[must_use]
    pub fn decode(self, text: &str) -> String {
        match self {
            Self::Tcvn3 => tables::with_capitals(&tables::tcvn3(text)),
            Self::Vni => tables::vni(text),
            Self::Utf8Twice => {
                // Beside a word that was never spoilt the others are mended by themselves.
                mended(text).unwrap_or_else(|| {
                    text.split_inclusive(' ')
                        .map(|word| mended(word).unwrap_or_else(|| word.into()))
                        .collect()
                })
            }
            Self::Windows1258 | Self::Utf16 | Self::Utf32 => text.into(),
        }
    }
}

/// Text whose letters are the bytes of UTF-8.
fn mended(text: &str) -> Option<String> {
    let bytes: Option<Vec<_>> = text.chars().map(western_byte).collect();
    String::from_utf8(bytes?).ok()
}

/// The byte of a character in Windows-1252 or, where that has none, in Latin-1.
pub(super) fn western_byte(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match bytes.as_ref() {
        [byte] if !lossy => Some(*byte),
        _ => None,
    }
}
