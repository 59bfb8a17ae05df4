//! In: a workspace. Out: digests of what its outputs depend on: while they are the
//! same, what was made stands.

use std::path::PathBuf;

use crate::digest::Digest;
use crate::ordinary::bytes_of;
use crate::stamp::FileStamp;
use crate::workspace::Workspace;

/// The digest of what every document of a workspace depends on: the program and
/// the workspace's own templates and fonts. None if some of it cannot be read.
#[must_use]
pub fn ground(workspace: &Workspace) -> Option<Digest> {
    with_files(program()?, &workspace.looks()?)
}

/// The digest of all inputs of a workspace. None if some cannot be read.
#[must_use]
pub fn inputs(workspace: &Workspace, ground: &Digest) -> Option<Digest> {
    let strays = workspace.strays_below(&["data"])?;
    let digest = strays.iter().fold(ground.clone(), Digest::with);
    with_files(digest, &workspace.files_below(&["data", "khoa"])?)
}

fn with_files(digest: Digest, files: &[(String, PathBuf)]) -> Option<Digest> {
    files.iter().try_fold(digest, |digest, (name, path)| Some(digest.with(name).with(bytes_of(path)?)))
}

/// The program by its own file: another build of it differs in one of these.
fn program() -> Option<Digest> {
    let path = std::env::current_exe().ok()?;
    let FileStamp { bytes, modified, .. } = FileStamp::of(&path)?;
    let digest = Digest::default().with(env!("CARGO_PKG_VERSION")).with(path.as_os_str().as_encoded_bytes());
    Some(digest.with(bytes.to_le_bytes()).with(modified.as_nanos().to_le_bytes()))
}
