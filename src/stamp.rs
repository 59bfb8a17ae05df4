//! In: a file that was written. Out: how it was left, by which a later run tells
//! whether somebody has had a hand on it since, without reading it.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A file as it was left: whoever writes it again changes one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileStamp {
    pub(crate) bytes: u64,
    /// Since 1970.
    pub(crate) modified: Duration,
}

impl FileStamp {
    /// None for what is no file or cannot be looked at.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let about = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
        Some(Self { bytes: about.len(), modified: since_epoch(about.modified().ok()?) })
    }
}

fn since_epoch(time: SystemTime) -> Duration {
    time.duration_since(UNIX_EPOCH).unwrap_or_default()
}
