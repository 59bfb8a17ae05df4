//! In: a page of any PDF. Out: a digest of what it draws: its marks in their order,
//! and the letters, pictures and notes that they lead to. A file that another program
//! wrote again without touching its pages gives the same.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::digest::{Digest, Sum};

/// What tells where a page or a part of it stands in a file, or how it is packed, not
/// what is drawn.
const OF_THE_FILE: [&[u8]; 8] =
    [b"Parent", b"StructParent", b"StructParents", b"Tabs", b"Type", b"Length", b"Filter", b"DecodeParms"];
/// How a stream is packed, for one that cannot be unpacked.
const PACKED: [&[u8]; 2] = [b"Filter", b"DecodeParms"];
/// What a page has of the nodes above it (ISO 32000-1, 7.7.3.4).
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];
/// Objects lead to others no deeper than this in any page of this program.
const DEEPEST: usize = 64;
/// A page of this program is far smaller, unpacked.
const LARGEST: usize = 1 << 26;

/// What the pages of a file draw.
pub(super) struct Drawn<'d> {
    document: &'d Document,
    /// Objects that several pages draw with, letters above all, are read once.
    known: HashMap<ObjectId, Sum>,
}

impl<'d> Drawn<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self { document, known: HashMap::new() }
    }

    pub(super) fn page(&mut self, page: ObjectId) -> String {
        let mut own = self.document.get_dictionary(page).cloned().unwrap_or_default();
        // The page leads back to itself where it has notes.
        self.known.insert(page, Sum::default());
        let mut above = own.get(b"Parent").and_then(Object::as_reference);
        for _ in 0..DEEPEST {
            let Some(node) = above.ok().and_then(|id| self.document.get_dictionary(id).ok()) else { break };
            for key in INHERITED {
                if let (false, Ok(value)) = (own.has(key), node.get(key)) {
                    own.set(key, value.clone());
                }
            }
            above = node.get(b"Parent").and_then(Object::as_reference);
        }
        self.entries(Digest::default(), &own, &OF_THE_FILE, DEEPEST).finish()
    }

    fn object(&mut self, id: ObjectId, depth: usize) -> Sum {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        // One that leads back to itself is known as nothing meanwhile.
        self.known.insert(id, Sum::default());
        let sum = match self.document.objects.get(&id) {
            Some(object) => self.value(Digest::default(), object, depth).sum(),
            None => Sum::default(),
        };
        self.known.insert(id, sum);
        sum
    }

    fn value(&mut self, digest: Digest, value: &Object, depth: usize) -> Digest {
        let Some(depth) = depth.checked_sub(1) else { return digest.with("…") };
        match value {
            Object::Null => digest.with("null"),
            Object::Boolean(value) => digest.with("bool").with([u8::from(*value)]),
            // Some programs write whole numbers with a point, others without.
            Object::Integer(value) => digest.with("number").with(value.to_string()),
            Object::Real(value) => digest.with("number").with(value.to_string()),
            Object::Name(name) => digest.with("name").with(name),
            Object::String(text, _) => digest.with("text").with(text),
            Object::Array(values) => {
                let digest = digest.with("array").with(values.len().to_string());
                values.iter().fold(digest, |digest, value| self.value(digest, value, depth))
            }
            Object::Dictionary(entries) => self.entries(digest, entries, &OF_THE_FILE, depth),
            Object::Stream(stream) => self.stream(digest, stream, depth),
            Object::Reference(id) => digest.with("object").with(self.object(*id, depth)),
        }
    }

    /// The entries of a dictionary in the order of their keys, without some.
    fn entries(&mut self, digest: Digest, entries: &Dictionary, without: &[&[u8]], depth: usize) -> Digest {
        let mut entries: Vec<_> =
            entries.iter().filter(|(key, _)| !without.contains(&key.as_slice())).collect();
        entries.sort_by_key(|(key, _)| *key);
        let digest = digest.with("dictionary").with(entries.len().to_string());
        entries.into_iter().fold(digest, |digest, (key, value)| self.value(digest.with(key), value, depth))
    }

    /// What a stream says, however it is packed.
    fn stream(&mut self, digest: Digest, stream: &Stream, depth: usize) -> Digest {
        if let Ok(plain) = stream.get_plain_content_with_limit(LARGEST) {
            return self.entries(digest.with("stream"), &stream.dict, &OF_THE_FILE, depth).with(plain);
        }
        let without: Vec<&[u8]> = OF_THE_FILE.into_iter().filter(|key| !PACKED.contains(key)).collect();
        self.entries(digest.with("packed"), &stream.dict, &without, depth).with(&stream.content)
    }
}
