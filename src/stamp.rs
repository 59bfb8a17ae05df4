//! In: a file that was written. Out: how it was left, by which a later run tells
//! whether somebody has had a hand on it since, without reading it.

use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A file as it was left: whoever writes it again changes one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileStamp {
    pub(crate) bytes: u64,
    /// Since 1970.
    pub(crate) modified: Duration,
    /// When its content or its times were last touched, in seconds and nanoseconds since
    /// 1970: nobody can set it. Zero on Windows, which does not tell.
    changed: (i64, i64),
}

impl FileStamp {
    /// None for what is no file or cannot be looked at.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let about = std::fs::metadata(path).ok().filter(Metadata::is_file)?;
        let modified = since_epoch(about.modified().ok()?);
        Some(Self { bytes: about.len(), modified, changed: changed(&about) })
    }
}

#[cfg(unix)]
fn changed(about: &Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (about.ctime(), about.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> (i64, i64) {
    (0, 0)
}

fn since_epoch(time: SystemTime) -> Duration {
    time.duration_since(UNIX_EPOCH).unwrap_or_default()
}
