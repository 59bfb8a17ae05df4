//! In: what a run knows of what it made. Out: the bytes of the file that remembers it,
//! and back again, if nobody had a hand on them.

use std::io::Write;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::digest::sha256;

/// Hidden, because nobody reads it.
pub(crate) const NAME: &str = ".vankien.json";

/// The bytes of a file that is one: reading a pipe would wait for ever.
pub(crate) fn bytes_of(path: &Path) -> Option<Vec<u8>> {
    path.is_file().then(|| std::fs::read(path).ok())?
}

/// The digits of the digest that such a file begins with.
const DIGITS: usize = 64;

/// A file that begins with the digest of the rest. None for what has no JSON form.
pub(crate) fn sealed(known: &impl Serialize) -> Option<Vec<u8>> {
    // Some are of megabytes, and as much again would be moved while they grow.
    let mut length = Length(DIGITS + 1);
    serde_json::to_writer(&mut length, known).ok()?;
    let mut bytes = Vec::with_capacity(length.0);
    bytes.resize(DIGITS + 1, b'\n');
    serde_json::to_writer(&mut bytes, known).ok()?;
    let sum = sha256(&bytes[DIGITS + 1..]);
    bytes[..DIGITS].copy_from_slice(sum.as_bytes());
    Some(bytes)
}

/// Counts what is written.
struct Length(usize);

impl Write for Length {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What such a file says, if it is as it was written.
pub(crate) fn unsealed<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (sum, told) = bytes.split_at_checked(DIGITS)?;
    let told = told.strip_prefix(b"\n")?;
    (sum == sha256(told).as_bytes()).then(|| serde_json::from_slice(told).ok())?
}

#[cfg(test)]
mod tests {
    use super::{sealed, unsealed};

    #[test]
    fn is_believed_only_as_it_was_written() {
        let bytes = sealed(&["một", "hai"]).unwrap();
        assert_eq!(unsealed(&bytes), Some(["một".to_string(), "hai".into()]));
        for at in 0..bytes.len() {
            let mut altered = bytes.clone();
            altered[at] ^= 1;
            assert_eq!(unsealed::<Vec<String>>(&altered), None, "byte {at}");
            assert_eq!(unsealed::<Vec<String>>(&bytes[..at]), None, "the first {at}");
        }
    }
}
