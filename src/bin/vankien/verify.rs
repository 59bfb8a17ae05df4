//! In: files that are said to come from an office. Out: a line on each
//! certificate in them, whether it says what the office said.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use vankien::attestation::{
    Checked, PUBLIC, PublicKey, SecretKey, Unreadable, Verdict, Voids, check_pdf, check_register, check_texts,
};
use vankien::certificates::{REGISTERS, registers};
use vankien::diagnostic::{Diagnostic, KeyFault, Lang, MachineFault, NoPaper};
use vankien::encoding::{Legacy, of_bytes};
use vankien::workspace::Workspace;

use crate::print;
use crate::verdict::line;

/// Verifies all of them; 1 if one is not genuine, 2 if one cannot be read.
///
/// # Errors
/// A key that cannot be read.
pub(crate) fn run(
    root: &Path,
    papers: &[PathBuf],
    key: Option<&Path>,
    lang: Lang,
) -> Result<ExitCode, Diagnostic> {
    let workspace = Workspace::at(root, None);
    let own = workspace.key_path(PUBLIC);
    let given = key;
    // A register can be held against its files without a key.
    let key = match key {
        None if !own.is_file() => {
            Err(Diagnostic::general(KeyFault::Missing { path: own.display().to_string() }))
        }
        key => Ok(PublicKey::read(key.unwrap_or(&own))?),
    };
    if let Some(secret) = given.filter(|path| SecretKey::read(path).is_ok()) {
        let (path, public) =
            (secret.display().to_string(), secret.with_file_name(PUBLIC).display().to_string());
        print::report(&Diagnostic::general(KeyFault::SecretGiven { path, public }).into(), lang);
    }
    let voids = voids(&workspace, papers, key.as_ref().ok());
    let mut code = 0;
    for path in papers {
        match check(path, key.as_ref(), &voids) {
            Ok(all) => {
                for checked in all {
                    print::say(format_args!("{}: {}", path.display(), line(&checked, lang)));
                    code = code.max(match checked.verdict {
                        Verdict::Genuine | Verdict::Matches | Verdict::Compare { .. } => 0,
                        // Neither says anything of anybody.
                        Verdict::ProofSheet | Verdict::Calibration => code,
                        Verdict::Unchecked | Verdict::NoText | Verdict::Later => 2,
                        _ => 1,
                    });
                }
            }
            Err(finding) => {
                print::report(&finding.into(), lang);
                code = 2;
            }
        }
    }
    Ok(ExitCode::from(code))
}

/// What is known to hold no longer: by the registers of this workspace, those
/// given, and those beside the papers.
fn voids(workspace: &Workspace, papers: &[PathBuf], key: Option<&PublicKey>) -> Voids {
    let beside = papers.iter().flat_map(|path| REGISTERS.map(|name| path.with_file_name(name)));
    let given = papers.iter().filter(|path| is_register(path)).cloned();
    let registers: BTreeSet<PathBuf> = registers(workspace).into_iter().chain(beside).chain(given).collect();
    let mut voids = Voids::default();
    // A pipe or a device would be waited for without end.
    for path in registers.into_iter().filter(|path| path.is_file()) {
        if let Ok(bytes) = std::fs::read(&path) {
            voids.add(&bytes, &path.display().to_string(), key);
        }
    }
    voids
}

fn is_register(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["csv", "xlsx"].iter().any(|own| ending.eq_ignore_ascii_case(own)))
}

fn check(
    path: &Path,
    key: Result<&PublicKey, &Diagnostic>,
    voids: &Voids,
) -> Result<Vec<Checked>, Diagnostic> {
    let against = |all: Vec<Checked>| all.into_iter().map(|checked| checked.against(voids)).collect();
    let unverifiable = |why| {
        let path = path.display().to_string();
        Diagnostic::general(KeyFault::Unverifiable { path, why })
    };
    let bytes = read(path).map_err(|error| match error.kind() {
        _ if path.is_dir() => unverifiable(NoPaper::Folder),
        ErrorKind::NotFound => unverifiable(NoPaper::Missing),
        kind => Diagnostic::in_file(path.display().to_string(), MachineFault::Unreadable { kind }),
    })?;
    let ends = |own: &str| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(own));
    if bytes.is_empty() {
        return Err(unverifiable(NoPaper::Empty));
    }
    if ends("csv") || bytes.starts_with(b"PK") {
        let folder = path.parent().unwrap_or(Path::new("."));
        let checked = check_register(&bytes, folder, key.ok()).map(against);
        return checked.ok_or_else(|| unverifiable(NoPaper::Other));
    }
    let key = key.map_err(Clone::clone)?;
    if bytes.starts_with(b"%PDF") {
        return check_pdf(&bytes, path, key, voids).map_err(|why| {
            unverifiable(match why {
                Unreadable::Locked => NoPaper::Locked,
                Unreadable::Broken => NoPaper::Broken,
            })
        });
    }
    let (text, is_other) = text_of(bytes).ok_or_else(|| unverifiable(NoPaper::Other))?;
    let checked = check_texts(&text, key);
    let is_none = checked.iter().all(|checked| checked.verdict == Verdict::Unsigned);
    match is_none {
        true if ends("pdf") => Err(unverifiable(NoPaper::Broken)),
        // Anything can be read so.
        true if is_other => Err(unverifiable(NoPaper::Other)),
        _ => Ok(against(checked)),
    }
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return std::fs::read(path);
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A text as it was saved, and whether otherwise than in UTF-8: with two or four bytes a
/// letter, which Notepad calls Unicode, or in the encoding of an older Windows.
fn text_of(bytes: Vec<u8>) -> Option<(String, bool)> {
    match of_bytes(&bytes) {
        Some(wide @ (Legacy::Utf16 | Legacy::Utf32)) => Some((wide.decode_bytes(&bytes), true)),
        Some(Legacy::Windows1258) => Some((Legacy::Windows1258.decode_bytes(&bytes), true)),
        _ => Some((String::from_utf8(bytes).ok()?, false)),
    }
}
