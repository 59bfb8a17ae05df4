//! In: bytes. Out: their SHA-256 in hexadecimal digits. The only user of the
//! hashing crate.

use std::fmt::Write;

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
}

/// The SHA-256 of a file's bytes, as other programs compute it.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
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
    use super::{Digest, sha256};

    #[test]
    fn is_the_digest_that_everyone_computes() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn where_a_part_ends_counts() {
        assert_ne!(
            Digest::default().with("ab").with("c").finish(),
            Digest::default().with("a").with("bc").finish()
        );
    }
}
