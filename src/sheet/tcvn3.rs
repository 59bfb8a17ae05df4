//! In: a grid, parts of which may be typed in a TCVN3 font (.VnTime). Out: the
//! same grid in Unicode, and which cells were changed.
//!
//! Such fonts draw Vietnamese letters on the places of Western ones: `D©n vËn`
//! is “Dân vận”. What is typed so is told by [`crate::encoding`]; one cell alone
//! may say too little (`hãa` is “hóa”), so a whole sheet or row without a letter
//! that only Unicode has is taken together.

use super::grid::{Content, Grid};
use crate::encoding::{Legacy, is_syllable, of_text};

/// A cell that was turned into Unicode.
pub(super) struct Changed {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) old: String,
    pub(super) new: String,
}

/// What was changed in a sheet.
#[derive(Default)]
pub(super) struct Converted {
    /// Whether all of the sheet was typed so.
    pub(super) whole: bool,
    pub(super) cells: Vec<Changed>,
}

fn is_typed_so(text: &str) -> bool {
    matches!(of_text(text), Some((Legacy::Tcvn3, _)))
}

/// Whether a text has a letter that such fonts cannot draw.
fn is_unicode(text: &str) -> bool {
    text.chars().any(|c| u32::from(c) > 0xff && c.is_alphabetic())
}

/// Whether the text of some cell is like that.
fn any<'c>(mut cells: impl Iterator<Item = &'c Content>, is_so: fn(&str) -> bool) -> bool {
    cells.any(|content| matches!(content, Content::Text(text) if is_so(text)))
}

/// Whether a sheet holds anything typed so.
pub(super) fn occurs_in(grid: &Grid) -> bool {
    any(grid.rows.values().flat_map(|row| row.values()), is_typed_so)
}

/// Turns what was typed so into Unicode.
pub(super) fn convert(grid: &mut Grid) -> Converted {
    if !occurs_in(grid) {
        return Converted::default();
    }
    let unicode = any(grid.rows.values().flat_map(|row| row.values()), is_unicode);
    let mut converted = Converted { whole: !unicode, cells: Vec::new() };
    for (row, cells) in &mut grid.rows {
        let of_row = any(cells.values(), is_typed_so) && !any(cells.values(), is_unicode);
        let together = converted.whole || of_row;
        for (column, content) in cells {
            let Content::Text(text) = content else { continue };
            if !(together || is_typed_so(text)) {
                continue;
            }
            // Beside letters that only Unicode has, each word is told by itself:
            // the `ê` of `viên` would become `ờ`.
            let mixed = !together && is_unicode(text);
            let new = if mixed { word_by_word(text) } else { Legacy::Tcvn3.decode(text) };
            if new != *text {
                let old = std::mem::replace(text, new.clone());
                converted.cells.push(Changed { row: *row, column: *column, old, new });
            }
        }
    }
    converted
}

/// The words turned into Unicode that are Vietnamese only so.
fn word_by_word(text: &str) -> String {
    let word = |word: &str| {
        let new = Legacy::Tcvn3.decode(word);
        let letters =
            |word: &str| word.trim_matches(|c: char| !c.is_alphabetic() && c.is_ascii()).to_string();
        let meant = !is_unicode(word) && !is_syllable(&letters(word)) && is_syllable(&letters(&new));
        if meant { new } else { word.into() }
    };
    text.split_inclusive(' ')
        .map(|part| {
            let bare = part.trim_end_matches(' ');
            word(bare) + &part[bare.len()..]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::convert;
    use crate::sheet::grid::{Content, Grid};

    fn read(rows: &[&[&str]]) -> (Vec<String>, bool, usize) {
        let mut grid = Grid::default();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*cells) {
                grid.put(row, column, Content::Text((*text).into()));
            }
        }
        let converted = convert(&mut grid);
        let texts =
            grid.rows.values().map(|row| row.values().map(Content::shown).collect::<Vec<_>>().join("|"));
        (texts.collect(), converted.whole, converted.cells.len())
    }

    #[test]
    fn a_sheet_a_row_or_a_cell() {
        let (texts, whole, _) = read(&[&["§¬n vÞ", "Tªn m« h×nh"], &["Së Y tÕ", "V¨n hãa", "hãa"]]);
        assert_eq!((texts, whole), (vec!["Đơn vị|Tên mô hình".into(), "Sở Y tế|Văn hóa|hóa".into()], true));
        let (texts, whole, count) =
            read(&[&["Đơn vị", "Tên mô hình"], &["Së Y tÕ", "hãa"], &["Sở Y tế", "D©n vËn", "Nhà"]]);
        let expected = ["Đơn vị|Tên mô hình", "Sở Y tế|hóa", "Sở Y tế|Dân vận|Nhà"];
        assert_eq!((texts, whole, count), (expected.map(String::from).to_vec(), false, 3));
        let (texts, _, count) = read(&[&["Phiªn tßa gi¶ ®Þnh cho đảng viên nêu gương", "Đảng viên"]]);
        assert_eq!((texts, count), (vec!["Phiên tòa giả định cho đảng viên nêu gương|Đảng viên".into()], 1));
        for text in ["Sở Y tế", "Hà Nội", "Lê Na", "Điều 5 §", "© Báo", "5 × 6", "ba la", "25 °C"]
        {
            assert_eq!(read(&[&[text]]).2, 0, "{text}");
        }
    }
}
