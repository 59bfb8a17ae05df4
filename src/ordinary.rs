//! In: the path of a file that somebody may have put there. Out: its bytes, if it is an
//! ordinary file: all that a workspace holds is read by these.

use std::io::{self, ErrorKind};
use std::path::Path;

/// The bytes of a file that is one: a pipe or a device would be waited for without end.
///
/// # Errors
/// What cannot be read, or is no ordinary file.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let ordinary = std::fs::metadata(path)?.is_file();
    if ordinary { std::fs::read(path) } else { Err(ErrorKind::InvalidInput.into()) }
}

/// The same, where it does not matter why there are none.
pub(crate) fn bytes_of(path: &Path) -> Option<Vec<u8>> {
    read(path).ok()
}
