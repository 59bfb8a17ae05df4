//! In: objects of finished files. Out: a new file with the same objects, under the
//! numbers that they have there.

use std::collections::HashMap;
use std::ops::Range;

use super::objects::Objects;
use super::tokens::references;

/// Objects lead to others no deeper than this in any file of this program.
const DEEPEST: usize = 64;

/// A file that is being written.
pub(super) struct Copy {
    bytes: Vec<u8>,
    /// Where each object begins; the numbers begin at 1.
    starts: Vec<usize>,
    /// What pages draw with, as it is written: what pages of several files use is
    /// there once. None where all pages are of one file.
    shared: Option<HashMap<Vec<u8>, usize>>,
}

/// What an object is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Use {
    /// To draw with; it leads to nothing that leads back.
    Drawing,
    /// To say what is drawn; parts and wholes lead to each other.
    Tags,
}

/// For the objects of one file, the numbers that they have in the copy.
pub(super) type Known = HashMap<usize, usize>;

impl Copy {
    pub(super) fn new(several_files: bool) -> Self {
        // Four bytes above 127 tell programs that the file is no text.
        let bytes = b"%PDF-1.7\n%\x80\x80\x80\x80\n".to_vec();
        Self { bytes, starts: Vec::new(), shared: several_files.then(HashMap::new) }
    }

    /// A number for an object to come.
    pub(super) fn number(&mut self) -> usize {
        self.starts.push(0);
        self.starts.len()
    }

    /// Writes an object that has its number.
    pub(super) fn put(&mut self, number: usize, object: &[u8]) {
        self.starts[number - 1] = self.bytes.len();
        self.bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        self.bytes.extend_from_slice(object);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    /// Writes an object; its number.
    pub(super) fn add(&mut self, object: &[u8]) -> usize {
        let number = self.number();
        self.put(number, object);
        number
    }

    /// A text of a file with the numbers of the copy, into which everything goes
    /// that the text refers to. None where that is not there, or without end.
    pub(super) fn text(
        &mut self,
        from: &Objects,
        text: &[u8],
        to: Use,
        known: &mut Known,
    ) -> Option<Vec<u8>> {
        let references: Vec<_> = references(text).collect();
        self.renumbered(from, text, &references, to, known, DEEPEST)
    }

    fn renumbered(
        &mut self,
        from: &Objects,
        text: &[u8],
        references: &[(Range<usize>, usize)],
        to: Use,
        known: &mut Known,
        depth: usize,
    ) -> Option<Vec<u8>> {
        let depth = depth.checked_sub(1)?;
        let (mut copy, mut done) = (Vec::with_capacity(text.len() + 16), 0);
        for (place, old) in references {
            let new = self.within(from, *old, to, known, depth)?;
            copy.extend_from_slice(&text[done..place.start]);
            copy.extend_from_slice(format!("{new} 0 R").as_bytes());
            done = place.end;
        }
        copy.extend_from_slice(&text[done..]);
        Some(copy)
    }

    /// The number of an object that is there once this is done.
    pub(super) fn object(&mut self, from: &Objects, old: usize, to: Use, known: &mut Known) -> Option<usize> {
        self.within(from, old, to, known, DEEPEST)
    }

    fn within(
        &mut self,
        from: &Objects,
        old: usize,
        to: Use,
        known: &mut Known,
        depth: usize,
    ) -> Option<usize> {
        if let Some(new) = known.get(&old) {
            return Some(*new);
        }
        let (object, references) = (from.object(old)?, from.references(old));
        let new = match to {
            Use::Drawing => {
                let object = self.renumbered(from, object, references, to, known, depth)?;
                self.share(object)
            }
            Use::Tags => {
                // Known before it is copied: its parts lead back to it.
                let new = self.number();
                known.insert(old, new);
                let object = self.renumbered(from, object, references, to, known, depth)?;
                self.put(new, &object);
                new
            }
        };
        known.insert(old, new);
        Some(new)
    }

    fn share(&mut self, object: Vec<u8>) -> usize {
        if let Some(number) = self.shared.as_ref().and_then(|shared| shared.get(&object)) {
            return *number;
        }
        let number = self.add(&object);
        if let Some(shared) = &mut self.shared {
            shared.insert(object, number);
        }
        number
    }

    /// The bytes of the file. Every number that was given has its object.
    pub(super) fn finish(mut self, catalogue: usize, about: usize, id: &str) -> Vec<u8> {
        let (table, size) = (self.bytes.len(), self.starts.len() + 1);
        // Each line of the table is twenty bytes long.
        let lines = self.starts.iter().map(|start| format!("{start:010} 00000 n \n"));
        let end = [
            format!("xref\n0 {size}\n0000000000 65535 f \n"),
            lines.collect(),
            format!("trailer\n<</Size {size}/Root {catalogue} 0 R/Info {about} 0 R/ID[<{id}><{id}>]>>\n"),
            format!("startxref\n{table}\n%%EOF\n"),
        ];
        self.bytes.extend_from_slice(end.concat().as_bytes());
        self.bytes
    }
}
