//! In: the name and text of a data file. Out: places in it that a person can find.

use std::ops::Range;
use std::sync::Arc;

/// A byte range in a [`SourceFile`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }
}

/// A data file as it was read: UTF-8 in form NFC, without a byte order mark.
#[derive(Debug)]
pub struct SourceFile {
    name: String,
    text: String,
    line_starts: Vec<usize>,
    cells: Option<Cells>,
    /// The files it was joined from, if it was.
    parts: Option<[Arc<Self>; 2]>,
}

/// The cells of a sheet whose rows are the lines of a [`SourceFile`].
#[derive(Debug)]
pub struct Cells {
    /// The sheet's name; a CSV file has none.
    pub sheet: Option<String>,
    /// Where each cell begins, in order: every row that is not empty has as many,
    /// with [`BETWEEN`] between them.
    pub starts: Vec<u32>,
    /// The keys that columns, counted from 0, are the values of.
    pub keys: Vec<(u32, String)>,
}

/// What stands between two cells of a row.
pub const BETWEEN: &str = " | ";

impl SourceFile {
    /// Keeps `text` under the `name` that messages show: the path relative to
    /// the workspace, with forward slashes.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        // Files of old Macs know no other line break.
        let end = if text.contains('\n') { '\n' } else { '\r' };
        let line_starts = std::iter::once(0).chain(text.match_indices(end).map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, line_starts, cells: None, parts: None }
    }

    /// The same text, known to be the rows of a sheet.
    #[must_use]
    pub fn with_cells(self, cells: Cells) -> Self {
        Self { cells: Some(cells), ..self }
    }

    /// Two files one after the other, so that one tree can hold values of both; they
    /// go by the name of the first.
    #[must_use]
    pub fn joined(first: &Arc<Self>, second: Arc<Self>) -> Self {
        let text = format!("{}\n{}", first.text, second.text);
        Self { parts: Some([first.clone(), second]), ..Self::new(first.name.clone(), text) }
    }

    /// Whether it is two files, one after the other.
    #[must_use]
    pub fn is_joined(&self) -> bool {
        self.parts.is_some()
    }

    /// Where the second of two joined files begins.
    #[must_use]
    pub fn second_part(&self) -> usize {
        self.parts.as_ref().map_or(0, |[first, _]| first.text.len() + 1)
    }

    /// The file that a place really stands in, and the place there.
    #[must_use]
    pub fn locate(self: &Arc<Self>, span: Span) -> (Arc<Self>, Span) {
        let Some([first, second]) = &self.parts else { return (self.clone(), span) };
        let begin = self.second_part();
        if span.start < begin {
            return (first.clone(), span);
        }
        (second.clone(), Span::new(span.start - begin, span.end - begin))
    }

    /// Whether it was a sheet.
    #[must_use]
    pub fn is_sheet(&self) -> bool {
        self.cells.is_some()
    }

    /// The sheet and the address of the cell at this place, if it was a sheet.
    #[must_use]
    pub fn cell(&self, span: Span) -> Option<(Option<&str>, String)> {
        let cells = self.cells.as_ref()?;
        let row = self.line(span.start) - 1;
        let before = |end: usize| cells.starts.partition_point(|start| (*start as usize) < end);
        let column = before(span.start + 1).checked_sub(before(self.line_starts[row]) + 1)?;
        Some((cells.sheet.as_deref(), address(row, column)))
    }

    /// Where a row, counted from 0, stands.
    #[must_use]
    pub fn row_span(&self, row: usize) -> Span {
        let line = self.line_starts.get(row).map_or(0..0, |begin| self.line_range(*begin));
        Span::new(line.start, line.end)
    }

    /// Where the cell of a row and column, counted from 0, stands, or the row if it has
    /// no such cell.
    #[must_use]
    pub fn cell_span(&self, row: usize, column: usize) -> Span {
        let line = self.row_span(row);
        let Some(cells) = &self.cells else { return line };
        let first = cells.starts.partition_point(|start| (*start as usize) < line.start);
        let starts = cells.starts[first..].iter().map(|start| *start as usize);
        let mut own = starts.take_while(|start| *start <= line.end).skip(column);
        let Some(start) = own.next() else { return line };
        Span::new(start, own.next().map_or(line.end, |next| next - BETWEEN.len()))
    }

    /// The cell that holds the value of a key in the row that this place stands in.
    #[must_use]
    pub fn cell_of(&self, row: Span, key: &str) -> Option<Span> {
        let (column, _) = self.cells.as_ref()?.keys.iter().find(|(_, own)| own == key)?;
        Some(self.cell_span(self.line(row.start) - 1, *column as usize))
    }

    /// The path relative to the workspace.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line of a byte offset, counted from 1.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= offset)
    }

    /// The bytes of the line that holds this one, without its line break.
    #[must_use]
    pub fn line_range(&self, offset: usize) -> Range<usize> {
        let line = self.line(offset);
        let start = self.line_starts[line - 1];
        let end = self.line_starts.get(line).copied().unwrap_or(self.text.len());
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// Line and column of a byte offset, both counted from 1, the column in
    /// characters (form NFC, so one Vietnamese letter is one column).
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.line(offset);
        let start = self.line_starts[line - 1];
        (line, self.text[start..offset].chars().count() + 1)
    }

    /// The byte offset of a line and column as [`Self::line_column`] counts
    /// them; past the end it is the end.
    #[must_use]
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let Some(&start) = self.line_starts.get(line.saturating_sub(1)) else {
            return self.text.len();
        };
        self.text[start..]
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(self.text.len(), |(at, _)| start + at)
    }
}

/// The address of a cell, its row and column counted from 0: `C7`.
#[must_use]
pub fn address(row: usize, column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.insert(0, char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters + &(row + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Cells, SourceFile, Span, address};

    #[test]
    fn addresses() {
        for (row, column, name) in [(6, 2, "C7"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 701, "ZZ10")] {
            assert_eq!(address(row, column), name);
        }
    }

    #[test]
    fn cells_of_a_sheet() {
        let cells = Cells { sheet: None, starts: vec![1, 5, 7, 12], keys: vec![(1, "ten".into())] };
        let source = SourceFile::new("x", "\nA | B\nA1 | \n\n").with_cells(cells);
        let text = |span: Span| &source.text()[span.start..span.end];
        for (row, column, written) in [(0, 0, ""), (1, 0, "A"), (1, 1, "B"), (2, 0, "A1"), (2, 1, "")] {
            let span = source.cell_span(row, column);
            assert_eq!(text(span), written, "{row} {column}");
            let told = source.cell(span).map(|(_, cell)| cell);
            assert_eq!(told, (row > 0).then(|| address(row, column)), "{row} {column}");
        }
        assert_eq!(text(source.cell_span(1, 7)), "A | B");
        assert_eq!(source.cell_of(source.cell_span(1, 0), "ten"), Some(source.cell_span(1, 1)));
        assert_eq!(source.cell_of(source.cell_span(1, 0), "khac"), None);
    }

    #[test]
    fn columns_count_letters_not_bytes() {
        let source = SourceFile::new("x", "một\nhai ở đây\n");
        let at = source.text().find("đây").unwrap();
        assert_eq!(source.line_column(at), (2, 7));
        assert_eq!(source.offset(2, 7), at);
        assert_eq!(source.offset(9, 1), source.text().len());
    }
}
