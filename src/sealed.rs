//! In: what a run knows of what it made. Out: the file that remembers it, and back again,
//! if nobody had a hand on it.

use std::io::{self, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::digest::{sha256, sha256_of};

/// Hidden, because nobody reads it.
pub(crate) const NAME: &str = ".vankien.json";

/// The digits of the digest that such a file begins with.
const DIGITS: usize = 64;

/// Writes a file that begins with the digest of the rest. Some are of megabytes: none is
/// held whole.
///
/// # Errors
/// Whatever keeps it from being written.
pub(crate) fn seal(known: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let sum = sha256_of(|sink| Ok(serde_json::to_writer(sink, known)?))?;
    writeln!(out, "{sum}")?;
    Ok(serde_json::to_writer(out, known)?)
}

/// What such a file says, if it is as it was written.
pub(crate) fn unsealed<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (sum, told) = bytes.split_at_checked(DIGITS)?;
    let told = told.strip_prefix(b"\n")?;
    (sum == sha256(told).as_bytes()).then(|| serde_json::from_slice(told).ok())?
}

#[cfg(test)]
mod tests {
    use super::{seal, unsealed};

    #[test]
    fn is_believed_only_as_it_was_written() {
        let mut bytes = Vec::new();
        seal(&["một", "hai"], &mut bytes).unwrap();
        assert_eq!(unsealed(&bytes), Some(["một".to_string(), "hai".into()]));
        for at in 0..bytes.len() {
            let mut altered = bytes.clone();
            altered[at] ^= 1;
            assert_eq!(unsealed::<Vec<String>>(&altered), None, "byte {at}");
            assert_eq!(unsealed::<Vec<String>>(&bytes[..at]), None, "the first {at}");
        }
    }
}
