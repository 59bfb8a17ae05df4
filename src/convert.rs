//! In: a text file in an old encoding. Out: the same file in Unicode; the old
//! one is kept beside it under the ending `.goc`. Nothing else is changed.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, FileFault, MachineFault, WorkspaceFault};
use crate::encoding::{self, Legacy};
use crate::write;

/// No text file of an office comes near this, in bytes.
const LIMIT: u64 = 16 << 20;

/// What became of a file.
#[derive(Debug)]
pub struct Converted {
    /// The encodings that were found in it, or the one that was named.
    pub from: Vec<Legacy>,
    /// Where the file as it was is kept.
    pub kept: PathBuf,
    /// The lines that changed: number, before and after.
    pub lines: Vec<(usize, String, String)>,
}

/// Turns the file into Unicode, form NFC. Without `from` the encoding is told
/// from the words; in a file that is UTF-8 already only the lines that hold old
/// text are turned. `None` if nothing had to change.
///
/// # Errors
/// A file that cannot be read or written, whose encoding cannot be told, or
/// whose `.goc` is already there.
pub fn convert(path: &Path, from: Option<Legacy>) -> Result<Option<Converted>, Diagnostic> {
    let shown = path.display().to_string();
    let refused = |fault: FileFault| Diagnostic::in_file(&shown, fault);
    let unreadable = |kind: ErrorKind| Diagnostic::in_file(&shown, MachineFault::Unreadable { kind });
    let failed = |error: Error| unreadable(error.kind());
    let about = std::fs::symlink_metadata(path).map_err(failed)?;
    // A pipe or a device has no end, and a link would be replaced by a file.
    if !about.is_file() {
        return Err(unreadable(ErrorKind::InvalidInput));
    }
    if about.len() > LIMIT {
        return Err(unreadable(ErrorKind::FileTooLarge));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    let unknown = || refused(FileFault::UnknownEncoding);
    let wide = encoding::of_bytes(&bytes).filter(|own| matches!(own, Legacy::Utf16 | Legacy::Utf32));
    // Text in no other encoding holds a zero byte.
    let from = if bytes.contains(&0) { Some(wide.ok_or_else(unknown)?) } else { from };
    let text = std::str::from_utf8(&bytes).ok().filter(|_| !bytes.contains(&0));
    let (before, after, found) = match (text, from) {
        (Some(text), _) => {
            let mut found = Vec::new();
            let of = |text: &str| encoding::of_text(text).map(|(legacy, _)| legacy);
            let most = from.or_else(|| of(text));
            let all_old = !is_unicode_already(text);
            let line = |line: &str| {
                let old = all_old || encoding::has_odd_word(line);
                let legacy = from.or_else(|| of(line)).or(most.filter(|_| old));
                let Some(legacy) = legacy.filter(|_| !is_unicode_already(line)) else {
                    let own = of(line);
                    let values = line.split_inclusive(BETWEEN).map(|value| old_value(value, own, &mut found));
                    return values.collect::<String>().nfc().collect();
                };
                if !found.contains(&legacy) {
                    found.push(legacy);
                }
                legacy.decode(line).nfc().collect::<String>()
            };
            let after: String = text.split_inclusive('\n').map(line).collect();
            (text.to_string(), after, found)
        }
        (None, named) => {
            let legacy = named.or_else(|| encoding::of_bytes(&bytes)).ok_or_else(unknown)?;
            // To read the part that is right as well would spoil it.
            if let Some(line) = line_in_unicode(&bytes).filter(|_| wide.is_none()) {
                return Err(refused(FileFault::MixedEncodings { line }));
            }
            let (before, after) = (String::from_utf8_lossy(&bytes).into_owned(), legacy.decode_bytes(&bytes));
            // Half a character, or control characters: the encoding is another.
            let strange = |c: char| c == '\u{fffd}' || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
            if wide.is_some_and(|own| own != legacy) || after.contains(strange) {
                return Err(unknown());
            }
            (before, after, vec![legacy])
        }
    };
    if before == after {
        // What is still unreadable is not called fine.
        return if encoding::of_text(&after).is_some() { Err(unknown()) } else { Ok(None) };
    }
    let mut kept = path.as_os_str().to_owned();
    kept.push(".goc");
    let kept = PathBuf::from(kept);
    if kept.exists() {
        let path = kept.display().to_string();
        return Err(Diagnostic::general(WorkspaceFault::AlreadyThere { path }));
    }
    let differs = |(at, (before, after)): (usize, (&str, &str))| {
        (before != after).then(|| (at + 1, before.to_string(), after.to_string()))
    };
    let lines = before.lines().zip(after.lines()).enumerate().filter_map(differs).collect();
    write::write_all(&[(kept.clone(), bytes), (path.into(), after.into_bytes())])?;
    Ok(Some(Converted { from: found, kept, lines }))
}

/// What stands between the values of a line of YAML or CSV.
const BETWEEN: [char; 10] = ['"', '\'', ',', ';', ':', '{', '}', '[', ']', '|'];

/// A value of a line that is Unicode otherwise: as a whole, if one word of it is
/// old and none is Unicode already; some words, like `Tõ`, are in both.
fn old_value(value: &str, legacy: Option<Legacy>, found: &mut Vec<Legacy>) -> String {
    let mut own = Vec::new();
    let words: String =
        value.split_inclusive([' ', '\n']).map(|word| old_word(word, legacy, &mut own)).collect();
    let whole = own.first().filter(|_| !is_unicode_already(value)).map(|legacy| legacy.decode(value));
    for legacy in own {
        if !found.contains(&legacy) {
            found.push(legacy);
        }
    }
    whole.unwrap_or(words)
}

/// A word of a line that is Unicode otherwise, turned if it is of the encoding
/// that the line holds words of.
fn old_word(word: &str, legacy: Option<Legacy>, found: &mut Vec<Legacy>) -> String {
    let Some(legacy) = legacy else { return word.into() };
    let Some(turned) = encoding::old_word(word, legacy) else { return word.into() };
    if !found.contains(&legacy) {
        found.push(legacy);
    }
    turned
}

/// A line with letters that only Unicode has was never in an old encoding.
fn is_unicode_already(line: &str) -> bool {
    line.chars().any(|c| c.is_alphabetic() && u32::from(c) > 0xff && !"ƒŠŒŽšœžŸˆ".contains(c))
}

/// The first line, from 1, of a file in an old encoding that has Vietnamese
/// letters in UTF-8 already.
fn line_in_unicode(bytes: &[u8]) -> Option<usize> {
    let vietnamese = |c: char| ('\u{1ea0}'..='\u{1eff}').contains(&c) || "ĂăĐđĨĩŨũƠơƯư".contains(c);
    let mut line = 1;
    for chunk in bytes.utf8_chunks() {
        if let Some(at) = chunk.valid().find(vietnamese) {
            return Some(line + chunk.valid()[..at].matches('\n').count());
        }
        line += chunk.valid().matches('\n').count();
    }
    None
}
