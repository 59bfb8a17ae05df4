//! In: the machine's source of chance, or a key file. Out: the two keys of an
//! office. The only user of the signature crates.
//!
//! The files are PEM as other programs write and read it (PKCS #8, SPKI).

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey, DecodePublicKey, EncodePrivateKey, EncodePublicKey};
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};

use crate::diagnostic::{Diagnostic, KeyFault, MachineFault};
use crate::ordinary;
use crate::workspace::Workspace;

/// The file of the secret key, in the folder `khoa/` of a workspace.
pub const SECRET: &str = "bi-mat.pem";
/// The file of the public key, beside it.
pub const PUBLIC: &str = "cong-khai.pem";

/// Khoá bí mật: whoever has it can sign in the office's name.
pub struct SecretKey(SigningKey);

/// Khoá công khai: whoever has it can verify.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl SecretKey {
    /// A new key.
    ///
    /// # Errors
    /// [`KeyFault::NoChance`] where the machine gives no random numbers.
    pub fn generate() -> Result<Self, Diagnostic> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)
            .map_err(|error| Diagnostic::general(KeyFault::NoChance { detail: error.to_string() }))?;
        Ok(Self(SigningKey::from_bytes(&seed)))
    }

    /// Reads a key file.
    ///
    /// # Errors
    /// [`MachineFault::Unreadable`], [`KeyFault::Unreadable`] where it is no secret key.
    pub fn read(path: &Path) -> Result<Self, Diagnostic> {
        let key = read(path)?;
        SigningKey::from_pkcs8_pem(&key).map(Self).map_err(|_| no_key(path))
    }

    /// The key file.
    ///
    /// # Errors
    /// [`KeyFault::NoChance`] if the key cannot be written down.
    pub fn to_pem(&self) -> Result<String, Diagnostic> {
        let pem = self.0.to_pkcs8_pem(LineEnding::LF);
        let pem =
            pem.map_err(|error| Diagnostic::general(KeyFault::NoChance { detail: error.to_string() }))?;
        Ok(pem.as_str().into())
    }

    /// The key that verifies what this one signs.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// The signature of a text. The same text gives the same signature.
    #[must_use]
    pub fn sign(&self, text: &[u8]) -> [u8; 64] {
        self.0.sign(text).to_bytes()
    }
}

impl PublicKey {
    /// Reads a key file, public or secret.
    ///
    /// # Errors
    /// [`MachineFault::Unreadable`], [`KeyFault::Unreadable`] where it is no key.
    pub fn read(path: &Path) -> Result<Self, Diagnostic> {
        let key = read(path)?;
        let own = VerifyingKey::from_public_key_pem(&key).map(Self);
        own.or_else(|_| SigningKey::from_pkcs8_pem(&key).map(|key| SecretKey(key).public()))
            .map_err(|_| no_key(path))
    }

    /// The key file.
    ///
    /// # Errors
    /// [`KeyFault::NoChance`] if the key cannot be written down.
    pub fn to_pem(&self) -> Result<String, Diagnostic> {
        let pem = self.0.to_public_key_pem(LineEnding::LF);
        pem.map_err(|error| Diagnostic::general(KeyFault::NoChance { detail: error.to_string() }))
    }

    /// Whether this is the signature of that text.
    #[must_use]
    pub fn verifies(&self, text: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|signature| self.0.verify(text, &signature).is_ok())
    }
}

/// Makes the two keys of an office and writes them into `khoa/`; where they are.
///
/// # Errors
/// [`KeyFault::AlreadyThere`]: what was signed with an older key could no
/// longer be verified. [`MachineFault::Unwritable`].
pub fn make_keys(workspace: &Workspace) -> Result<[PathBuf; 2], Diagnostic> {
    let key = SecretKey::generate()?;
    let files = [(SECRET, key.to_pem()?, 0o600), (PUBLIC, key.public().to_pem()?, 0o644)];
    let paths = files.each_ref().map(|(name, ..)| workspace.key_path(name));
    if let Some(old) = paths.iter().find(|path| path.exists()) {
        return Err(Diagnostic::general(KeyFault::AlreadyThere { path: old.display().to_string() }));
    }
    for (path, (_, pem, mode)) in paths.iter().zip(&files) {
        write_new(path, pem, *mode).map_err(|error| {
            let (path, kind) = (path.display().to_string(), error.kind());
            Diagnostic::general(MachineFault::Unwritable { path, kind })
        })?;
    }
    Ok(paths)
}

/// Writes a file that only its owner may read, if `mode` says so.
fn write_new(path: &Path, text: &str, mode: u32) -> Result<(), std::io::Error> {
    std::fs::create_dir_all(path.parent().ok_or(ErrorKind::NotFound)?)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    options.open(path)?.write_all(text.as_bytes())
}

fn read(path: &Path) -> Result<String, Diagnostic> {
    let bytes = ordinary::read(path).map_err(|error| {
        Diagnostic::in_file(path.display().to_string(), MachineFault::Unreadable { kind: error.kind() })
    })?;
    String::from_utf8(bytes).map_err(|_| no_key(path))
}

fn no_key(path: &Path) -> Diagnostic {
    Diagnostic::general(KeyFault::Unreadable { path: path.display().to_string() })
}
