//! In: bytes. Out: their SHA-256, in hexadecimal digits or as they are. The only user
//! of the hashing crate.

use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// A digest over several parts; where one part ends counts too, so that no two
/// lists of parts share a digest.
#[derive(Debug, Clone, Default)]
pub struct Digest(Sha256);

impl Digest {
    /// Adds a part.
    #[must_use]
    pub fn with(mut self, part: impl AsRef<[u8]>) -> Self {
        let part = part.as_ref();
        // `usize` differs between machines.
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
        self
    }

    /// The digest of all parts.
    #[must_use]
    pub fn finish(self) -> String {
        hexadecimal(&self.0.finalize())
    }

    /// The same as a sum.
    #[must_use]
    pub fn sum(self) -> Sum {
        Sum { bytes: self.0.finalize().into(), length: LONG }
    }
}

/// A SHA-256 or the first bytes of one, where many are kept: a fifth of the memory of
/// their digits. Without bytes it says that nothing is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sum {
    bytes: [u8; LONG as usize],
    length: u8,
}

const LONG: u8 = 32;
const SHORT: u8 = 8;

impl Sum {
    /// The SHA-256 of a file's bytes, as other programs compute it.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { bytes: Sha256::digest(bytes).into(), length: LONG }
    }

    /// The first bytes of it, enough to tell whether a text was changed.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.bytes[usize::from(SHORT)..].fill(0);
        Self { length: self.length.min(SHORT), ..self }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The sum with these digits; none where they are not those of one.
    #[must_use]
    pub fn read(digits: &str) -> Option<Self> {
        let mut sum = Self { length: u8::try_from(digits.len() / 2).ok()?, ..Self::default() };
        if !digits.len().is_multiple_of(2) || sum.length > LONG {
            return None;
        }
        for (at, byte) in sum.bytes.iter_mut().take(usize::from(sum.length)).enumerate() {
            *byte = u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        Some(sum)
    }
}

impl AsRef<[u8]> for Sum {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

impl Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hexadecimal(self.as_ref()))
    }
}

impl From<Sum> for String {
    fn from(sum: Sum) -> Self {
        sum.to_string()
    }
}

impl TryFrom<String> for Sum {
    type Error = &'static str;

    fn try_from(digits: String) -> Result<Self, Self::Error> {
        Self::read(&digits).ok_or("not the digits of a sum")
    }
}

/// The SHA-256 of a file's bytes, as other programs compute it.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// The same of what is written.
///
/// # Errors
/// Those of `fill`.
pub fn sha256_of(fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<String> {
    let mut sink = Sink(Sha256::new());
    fill(&mut sink)?;
    Ok(hexadecimal(&sink.0.finalize()))
}

struct Sink(Sha256);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::{Digest, Sum, sha256};

    #[test]
    fn is_the_digest_that_everyone_computes() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_sum_is_read_back() {
        let sum = Sum::of(b"abc");
        assert_eq!(sum.to_string(), sha256(b"abc"));
        assert_eq!(sum.short().to_string(), "ba7816bf8f01cfea");
        for sum in [sum, sum.short(), Sum::default()] {
            assert_eq!(Sum::read(&sum.to_string()), Some(sum));
        }
        for digits in ["ba7", "xy", "é0", &"00".repeat(33)] {
            assert_eq!(Sum::read(digits), None, "{digits}");
        }
    }

    #[test]
    fn where_a_part_ends_counts() {
        assert_ne!(
            Digest::default().with("ab").with("c").finish(),
            Digest::default().with("a").with("bc").finish()
        );
    }
}
