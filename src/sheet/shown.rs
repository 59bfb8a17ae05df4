//! In: the parts of a workbook. Out: how a sheet shows its cells, which the reader
//! of cells does not tell: hidden rows and columns, which numbers bear a percent sign, and
//! what is struck through. The only user of quick-xml.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::grid::MOST_COLUMNS;
use super::package::Parts;

/// How a sheet shows its cells; rows and columns count from 0.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) hidden_rows: BTreeSet<u32>,
    pub(super) hidden_columns: BTreeSet<u32>,
    /// Cells, by row and column, whose numbers are shown in percent.
    pub(super) percents: BTreeSet<(u32, u32)>,
    /// Cells whose text is struck through.
    pub(super) struck: BTreeSet<(u32, u32)>,
}

/// The formats of a workbook that matter here, by the number that cells use.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Formats {
    percents: BTreeSet<u32>,
    struck: BTreeSet<u32>,
}

impl Formats {
    fn is_empty(&self) -> bool {
        self.percents.is_empty() && self.struck.is_empty()
    }
}

/// The formats of a workbook.
pub(super) fn formats(parts: &mut Parts<'_>) -> Formats {
    parts.text("xl/styles.xml").map_or_else(Formats::default, |xml| formats_in(&xml))
}

/// How the sheet of this name is shown; in no special way where the parts do not
/// say.
pub(super) fn in_sheet(parts: &mut Parts<'_>, sheet: &str, formats: &Formats) -> Shown {
    let xml = path_of(parts, sheet).and_then(|path| parts.text(&path));
    // Most sheets hide nothing and need no second reading.
    let xml = xml.filter(|xml| !formats.is_empty() || xml.contains("hidden"));
    xml.map_or_else(Shown::default, |xml| shown(&xml, formats))
}

/// The part that holds a sheet: the workbook names a relation, the relation a part.
fn path_of(parts: &mut Parts<'_>, sheet: &str) -> Option<String> {
    let mut relation = None;
    each(&parts.text("xl/workbook.xml")?, |element| {
        if element.local_name().as_ref() == b"sheet" && attribute(element, b"name").as_deref() == Some(sheet)
        {
            relation = attribute(element, b"id");
        }
    });
    let relation = relation?;
    let mut target = None;
    each(&parts.text("xl/_rels/workbook.xml.rels")?, |element| {
        if attribute(element, b"Id").as_deref() == Some(relation.as_str()) {
            target = attribute(element, b"Target");
        }
    });
    let target = target?;
    Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_string))
}

/// Formats 9 and 10 are `0%` and `0.00%`; others say what they are.
fn formats_in(xml: &str) -> Formats {
    let mut codes = BTreeSet::from([9, 10]);
    let (mut found, mut in_cells, mut next) = (Formats::default(), false, 0);
    let (mut in_fonts, mut fonts, mut struck) = (false, 0, BTreeSet::new());
    each(xml, |element| {
        let number = |name: &[u8]| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
        match element.local_name().as_ref() {
            b"numFmt" => {
                // What stands in quotes is a word, not a sign that scales.
                let code = attribute(element, b"formatCode").unwrap_or_default();
                let scales = code.split('"').step_by(2).any(|part| part.contains('%'));
                codes.extend(number(b"numFmtId").filter(|_| scales));
            }
            b"fonts" => in_fonts = true,
            b"fills" | b"borders" | b"cellStyleXfs" => in_fonts = false,
            b"font" if in_fonts => fonts += 1,
            b"strike" if in_fonts && !is_off(element) => struck.extend([fonts]),
            b"cellXfs" => (in_fonts, in_cells) = (false, true),
            b"cellStyles" | b"dxfs" => in_cells = false,
            b"xf" if in_cells => {
                let of = |name: &[u8], own: &BTreeSet<u32>| number(name).filter(|code| own.contains(code));
                found.percents.extend(of(b"numFmtId", &codes).map(|_| next));
                // Fonts count from 0, and the one that was last seen is its number less one.
                found
                    .struck
                    .extend(number(b"fontId").filter(|font| struck.contains(&(font + 1))).map(|_| next));
                next += 1;
            }
            _ => {}
        }
    });
    found
}

/// `<strike val="0"/>` strikes nothing.
fn is_off(element: &BytesStart<'_>) -> bool {
    attribute(element, b"val").is_some_and(|own| own == "0" || own == "false")
}

fn shown(xml: &str, formats: &Formats) -> Shown {
    let mut shown = Shown::default();
    let (mut row, mut column) = (None::<u32>, None::<u32>);
    each(xml, |element| {
        let number = |name: &[u8]| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
        let is_hidden = || attribute(element, b"hidden").is_some_and(|own| own == "1" || own == "true");
        match element.local_name().as_ref() {
            b"row" => {
                // A row without a number follows the one before it, as a cell does.
                let own = number(b"r").map_or(row.map_or(0, |row| row + 1), |own| own.saturating_sub(1));
                (row, column) = (Some(own), None);
                if is_hidden() {
                    shown.hidden_rows.insert(own);
                }
            }
            b"col" if is_hidden() => {
                let (from, until) = (number(b"min").unwrap_or(1), number(b"max").unwrap_or(0));
                shown.hidden_columns.extend(from.saturating_sub(1)..until.min(MOST_COLUMNS));
            }
            b"c" if !formats.is_empty() => {
                let named = attribute(element, b"r").and_then(|address| column_of(&address));
                column = Some(named.unwrap_or_else(|| column.map_or(0, |own| own + 1)));
                let bears = |own: &BTreeSet<u32>| number(b"s").is_some_and(|format| own.contains(&format));
                if bears(&formats.percents) {
                    shown.percents.extend(row.zip(column));
                }
                if bears(&formats.struck) {
                    shown.struck.extend(row.zip(column));
                }
            }
            _ => {}
        }
    });
    shown
}

/// The column in an address: 2 in `C7`.
fn column_of(address: &str) -> Option<u32> {
    let letters = address.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.take(4).fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    number.checked_sub(1)
}

/// Every element that opens; a part that is broken ends where it breaks, as the
/// reader of cells tells.
fn each(xml: &str, mut see: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) => see(&element),
            Event::Eof => return,
            _ => {}
        }
    }
}

/// An attribute by its name without prefix.
fn attribute(element: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let found = element.attributes().flatten().find(|own| own.key.local_name().as_ref() == name)?;
    let text = std::str::from_utf8(&found.value).ok()?;
    unescape(text).ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Formats, formats_in, shown};

    #[test]
    fn as_each_program_writes_it() {
        for (xml, rows, columns) in [
            // Excel; a filter hides rows in the same way.
            (
                r#"<cols><col min="2" max="3" hidden="1"/></cols><row r="5" hidden="1"/><row r="6"/>"#,
                vec![4],
                vec![1, 2],
            ),
            // LibreOffice.
            (
                r#"<cols><col hidden="true" max="1" min="1"/></cols><row r="2" hidden="false"/>"#,
                vec![],
                vec![0],
            ),
            // Rows without numbers, names with a prefix, columns to the end of the sheet.
            (r#"<x:row/><x:row hidden="1"><x:c/></x:row>"#, vec![1], vec![]),
            (r#"<col min="200" max="16384" hidden="1"/>"#, vec![], vec![199]),
        ] {
            let told = shown(&format!("<worksheet>{xml}</worksheet>"), &Formats::default());
            assert_eq!(told.hidden_rows, rows.into_iter().collect(), "{xml}");
            assert_eq!(told.hidden_columns, columns.into_iter().collect(), "{xml}");
        }
    }

    #[test]
    fn cells_shown_in_percent() {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/>
            <numFmt numFmtId="165" formatCode="0.0&quot;%&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
            <cellStyles/></styleSheet>"#;
        let formats = formats_in(styles);
        assert_eq!(formats.percents, BTreeSet::from([1, 2]));
        let sheet = r#"<row r="3"><c r="B3" s="1"/><c s="2"/><c s="3"/><c r="AA3" s="2"/></row>"#;
        assert_eq!(shown(sheet, &formats).percents, BTreeSet::from([(2, 1), (2, 2), (2, 26)]));
    }

    #[test]
    fn cells_struck_through() {
        let styles = r#"<styleSheet><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>
            <cellStyleXfs><xf fontId="1"/></cellStyleXfs>
            <cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>
            <dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>"#;
        let formats = formats_in(styles);
        let sheet = r#"<row r="3"><c r="B3" s="1"/><c s="2"/><c s="0"/></row>"#;
        assert_eq!(shown(sheet, &formats).struck, BTreeSet::from([(2, 1)]));
    }
}
