//! In: the bytes of a CSV file. Out: its one sheet as a grid. Besides the
//! register of certificates the only user of the csv crate.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use unicode_normalization::UnicodeNormalization;

use super::grid::{Content, Grid, MOST_COLUMNS, MOST_ROWS};
use super::tcvn3;
use crate::diagnostic::{CharacterFault, Fault, FileFault, SheetFault};
use crate::encoding::{self, Legacy};

/// Why a file is no list, and the line that tells, if one does: its number from 0
/// and the text of the file.
pub(super) struct Refused {
    pub(super) fault: Fault,
    pub(super) place: Option<(usize, String)>,
}

impl From<SheetFault> for Refused {
    fn from(fault: SheetFault) -> Self {
        Self { fault: fault.into(), place: None }
    }
}

/// Reads the file in the first encoding in which it makes sense: the one it
/// names, UTF-8, or an old Vietnamese one under which `has_list` finds a list.
pub(super) fn grids(bytes: &[u8], has_list: impl Fn(&Grid) -> bool) -> Result<Vec<Grid>, Refused> {
    let sure = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => Some(encoding),
        None if std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0')) => Some(UTF_8),
        None => utf_16_without_mark(bytes),
    };
    let decoded = |encoding: &'static Encoding| encoding.decode(bytes).0.into_owned();
    if let Some(encoding) = sure {
        let (text, _, cut) = encoding.decode(bytes);
        let text = text.into_owned();
        if encoding != UTF_8 {
            // Text of four bytes a letter has a zero after each.
            if text.matches('\0').count() >= 10 {
                return Err(SheetFault::NotText.into());
            }
            if cut {
                return Err(SheetFault::Damaged { detail: "half a letter of UTF-16".into() }.into());
            }
        }
        let headings = text.lines().next().unwrap_or_default();
        if let Some((encoding @ Legacy::Utf8Twice, _)) = encoding::of_text(&headings.replace([',', ';'], " "))
        {
            return Err(Refused { fault: FileFault::Garbled { encoding }.into(), place: Some((0, text)) });
        }
        return Ok(vec![grid(&text)?]);
    }
    // No text in a single-byte encoding holds a zero.
    if bytes.contains(&0) {
        if let Some((line, text)) = stray_zero(bytes) {
            let fault = CharacterFault::ControlCharacter { code: 0 }.into();
            return Err(Refused { fault, place: Some((line, text)) });
        }
        return Err(SheetFault::NotText.into());
    }
    if let Some((line, text)) = spoilt(bytes) {
        let fault = FileFault::NotUtf8 { encoding: None }.into();
        return Err(Refused { fault, place: Some((line, text)) });
    }
    // That encoding has no other way to write tones than behind their letters.
    let windows = grid(&decoded(WINDOWS_1258).nfc().collect::<String>())?;
    if has_list(&windows) {
        return Ok(vec![windows]);
    }
    // TCVN3 fonts put Vietnamese letters on the places of Western ones.
    let western = grid(&decoded(WINDOWS_1252))?;
    Ok(vec![if tcvn3::occurs_in(&western) { western } else { windows }])
}

/// Vietnamese text has mostly ASCII letters: every other byte is zero.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |at: usize| bytes.iter().skip(at).step_by(2).take(64).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (even, odd) if odd > 8 && odd > even => Some(UTF_16LE),
        (even, _) if even > 8 => Some(UTF_16BE),
        _ => None,
    }
}

/// The line of the first byte that is no UTF-8 in a file that is UTF-8 otherwise:
/// one row pasted from elsewhere, or a file cut in the middle of a letter.
fn spoilt(bytes: &[u8]) -> Option<(usize, String)> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let odd = text.matches('\u{fffd}').count();
    let sound = text.chars().filter(|c| u32::from(*c) > 0x24f && *c != '\u{fffd}').count();
    let at = text.find('\u{fffd}').filter(|_| sound > odd)?;
    Some((text[..at].matches('\n').count(), text))
}

/// The line of a zero in a file that is text otherwise.
fn stray_zero(bytes: &[u8]) -> Option<(usize, String)> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.matches('\0').count() < 10)?;
    let line = text[..text.find('\0')?].matches('\n').count();
    Some((line, text.replace('\0', "\u{fffd}")))
}

/// The line on which a quotation mark opens that nothing closes, or that swallows
/// a whole row.
fn open_quote(text: &str, delimiter: u8) -> Option<usize> {
    let delimiter = char::from(delimiter);
    let count = |line: &str| line.matches(delimiter).count();
    // Most rows have as many as the headings; a title or a long cell has others.
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for width in text.lines().map(count).filter(|count| *count > 0) {
        *widths.entry(width).or_default() += 1;
    }
    let (width, _) = widths.into_iter().max_by_key(|(width, times)| (*times, *width))?;
    let (mut line, mut quoted, mut begins) = (0, None, true);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match (c, quoted) {
            ('"', None) if begins => quoted = Some((line, at)),
            ('"', Some(_)) if chars.next_if(|(_, next)| *next == '"').is_none() => quoted = None,
            _ => {}
        }
        begins = quoted.is_none() && (c == delimiter || c == '\n');
        if c == '\n' {
            line += 1;
            let next =
                text[at + 1..].lines().next().and_then(|next| next.split('"').next()).unwrap_or_default();
            if let Some((opened, _)) = quoted.filter(|_| count(next) >= width) {
                return Some(opened);
            }
        }
    }
    quoted.map(|(opened, _)| opened)
}

fn grid(text: &str) -> Result<Grid, Refused> {
    // The reader counts a line after CR LF too late.
    let text = &text.replace("\r\n", "\n");
    // Old computers end lines with CR alone.
    let text = &if text.contains('\n') { text.clone() } else { text.replace('\r', "\n") };
    let delimiter = delimiter(text);
    let mut grid = Grid { separator: delimiter.into(), ..Grid::default() };
    if let Some(line) = open_quote(text, delimiter) {
        return Err(Refused { fault: SheetFault::OpenQuote.into(), place: Some((line, text.clone())) });
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut widest = 0;
    for record in reader.records() {
        let record = record.map_err(|error| SheetFault::Damaged { detail: error.to_string() })?;
        let line = record.position().map_or(0, |place| line_of(text, place));
        let row = u32::try_from(line).unwrap_or(u32::MAX);
        widest = widest.max(record.len());
        if record.len() < widest {
            grid.short.insert(row, u32::try_from(record.len()).unwrap_or(u32::MAX));
        }
        if let Some(sign) = other_separator(&record, widest) {
            let line = usize::try_from(line).unwrap_or_default();
            let fault = SheetFault::OtherSeparator { sign, usual: delimiter.into() };
            return Err(Refused { fault: fault.into(), place: Some((line, text.clone())) });
        }
        for (column, field) in (0..).zip(&record) {
            let Some(content) = Content::text(field).map(broken) else { continue };
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(SheetFault::TooManyRows { rows: MOST_ROWS, columns: MOST_COLUMNS }.into());
            }
            grid.remember(row, column, field);
            grid.put(row, column, content);
        }
    }
    Ok(grid)
}

/// The line on which a record begins, from 0: the reader's place is before the
/// empty lines above it, which it skips.
fn line_of(text: &str, place: &csv::Position) -> u64 {
    let at = usize::try_from(place.byte()).unwrap_or(usize::MAX);
    let rest = text.get(at..).unwrap_or_default();
    let skipped = rest.len() - rest.trim_start_matches('\n').len();
    place.line().saturating_sub(1) + skipped as u64
}

/// The sign that separates the cells of this row where the others have another:
/// the row is one cell to the reader, and would be left out as a heading.
fn other_separator(record: &StringRecord, widest: usize) -> Option<char> {
    let own = record.get(0).filter(|_| record.iter().skip(1).all(str::is_empty))?;
    [',', ';', '\t'].into_iter().find(|sign| widest > 2 && own.matches(*sign).count() + 1 == widest)
}

/// A cell that another program wrote for a formula that failed or for no value.
fn broken(content: Content) -> Content {
    const FAILED: [&str; 7] = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"];
    const NOTHING: [&str; 6] = ["nan", "NaN", "None", "null", "NULL", "undefined"];
    match content {
        Content::Text(text) if FAILED.contains(&&*text) || NOTHING.contains(&&*text) => Content::Fault(text),
        content => content,
    }
}

/// Excel writes what the machine's region calls a list separator.
fn delimiter(text: &str) -> u8 {
    let count = |sign: u8| {
        text.lines().take(30).map(|line| line.bytes().filter(|byte| *byte == sign).count()).sum::<usize>()
    };
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}
