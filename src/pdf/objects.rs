//! In: a PDF as this program writes them: one table of its objects at the end, no
//! object inside another's stream. Out: the objects as they are written.

use std::ops::Range;

use super::structure::Structure;
use super::tokens::{number, reference, references, value};

/// The objects of a PDF by their numbers, and its pages.
pub(crate) struct Objects {
    bytes: Vec<u8>,
    /// Without what they begin and end with.
    places: Vec<Range<usize>>,
    /// What each refers to, and where in it.
    references: Vec<Vec<(Range<usize>, usize)>>,
    pub(super) catalogue: usize,
    /// What the file says of itself.
    information: Option<usize>,
    pub(super) pages: Vec<usize>,
    pub(super) structure: Structure,
}

/// One line of the table.
const LINE: usize = 20;
/// Trees of pages are no deeper than this.
const DEEPEST: usize = 8;

impl Objects {
    /// None if the file is not built as this program builds them.
    pub(crate) fn read(bytes: Vec<u8>) -> Option<Self> {
        let places = places(&bytes)?;
        let trailer = bytes.windows(7).rposition(|word| word == b"trailer")? + 7;
        let trailer = bytes.get(trailer..)?;
        let catalogue = reference(value(trailer, "/Root")?)?;
        let information = value(trailer, "/Info").and_then(reference);
        let references = places.iter().map(|place| references(&bytes[place.clone()]).collect()).collect();
        let (pages, structure) = (Vec::new(), Structure::default());
        let mut objects = Self { bytes, places, references, catalogue, information, pages, structure };
        let root = reference(value(objects.object(catalogue)?, "/Pages")?)?;
        objects.pages = objects.pages_below(root, DEEPEST)?;
        objects.structure = Structure::of(&objects)?;
        Some(objects)
    }

    /// How many pages there are.
    pub(crate) fn count(&self) -> usize {
        self.pages.len()
    }

    /// The keywords of a file that this program bound, if it has any.
    pub(crate) fn keywords(&self) -> Option<String> {
        let text = value(self.object(self.information?)?, "/Keywords")?;
        let digits = text.strip_prefix(b"<FEFF")?.strip_suffix(b">")?;
        let unit = |digits: &[u8]| u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok();
        String::from_utf16(&digits.chunks(4).map(unit).collect::<Option<Vec<_>>>()?).ok()
    }

    /// An object as it is written.
    pub(super) fn object(&self, number: usize) -> Option<&[u8]> {
        self.bytes.get(self.places.get(number)?.clone())
    }

    /// What an object refers to, and where in it.
    pub(super) fn references(&self, number: usize) -> &[(Range<usize>, usize)] {
        self.references.get(number).map_or(&[], Vec::as_slice)
    }

    /// What a reference leads to; anything else is itself.
    pub(super) fn follow<'a>(&'a self, value: &'a [u8]) -> Option<&'a [u8]> {
        if value.ends_with(b"R") { self.object(reference(value)?) } else { Some(value) }
    }

    fn pages_below(&self, node: usize, depth: usize) -> Option<Vec<usize>> {
        let depth = depth.checked_sub(1)?;
        let Some(kids) = value(self.object(node)?, "/Kids") else { return Some(vec![node]) };
        let mut pages = Vec::new();
        for (_, kid) in references(kids) {
            pages.extend(self.pages_below(kid, depth)?);
        }
        Some(pages)
    }
}

/// Where each object stands, from the table.
fn places(bytes: &[u8]) -> Option<Vec<Range<usize>>> {
    let end = bytes.windows(9).rposition(|word| word == b"startxref")?;
    let table = number(bytes.get(end + 9..)?.trim_ascii().split(|byte| *byte == b'\n').next()?)?;
    let lines = bytes.get(table..end)?.strip_prefix(b"xref\n0 ")?;
    let first = lines.iter().position(|byte| *byte == b'\n')?;
    let count = number(&lines[..first])?;
    let lines = lines.get(first + 1..)?.chunks_exact(LINE).take(count);
    let starts: Vec<usize> = lines.map(|line| number(&line[..10])).collect::<Option<_>>()?;
    let mut ends: Vec<usize> = starts.iter().skip(1).copied().chain([table]).collect();
    ends.sort_unstable();
    let place = |start: usize| {
        // The next object begins where this one ends.
        let end = *ends.get(ends.partition_point(|end| *end <= start))?;
        let object = bytes.get(start..end)?;
        let begin = object.windows(4).position(|word| word == b"obj\n")? + 4;
        let length = object.get(begin..)?.trim_ascii_end().strip_suffix(b"endobj")?.trim_ascii_end().len();
        Some(start + begin..start + begin + length)
    };
    // The first line of the table is of no object.
    starts.iter().enumerate().map(|(at, start)| if at == 0 { Some(0..0) } else { place(*start) }).collect()
}
