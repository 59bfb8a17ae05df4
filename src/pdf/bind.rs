//! In: pages of finished PDF files, as this program writes them. Out: the bytes of
//! a new PDF/A-2a of these pages, tagged as they were; a font that several use is
//! in it once.

use super::about::About;
use super::copy::{Copy, Known, Use};
use super::objects::Objects;
use super::tokens::{entries, number, value};
use crate::digest::Digest;

/// What the catalogue of a file says of all its pages.
const OF_ALL: [&str; 4] = ["/OutputIntents", "/Lang", "/MarkInfo", "/ViewerPreferences"];

/// Binds pages, each the one at an index of a file: the bytes of the new file.
/// The same pages give the same bytes. None where a page is not there, or a file
/// is not built as this program builds them.
pub(crate) fn bind(about: &About<'_>, pages: &[(&Objects, usize)]) -> Option<Vec<u8>> {
    let mut binding = Binding::new(Copy::new(pages.len() > 1));
    for (file, at) in pages {
        binding.page(file, *at)?;
    }
    Some(binding.finish(about))
}

/// A file that pages are bound to.
struct Binding {
    copy: Copy,
    /// The tree of pages.
    pages: usize,
    /// The tree of elements, and the one element that all others belong to.
    root: usize,
    whole: usize,
    catalogue: Vec<u8>,
    roles: Vec<u8>,
    /// The pages, references.
    kids: Vec<usize>,
    /// What they consist of, page by page.
    elements: Vec<usize>,
    /// For each page the elements of its marks, by the mark.
    marks: Vec<usize>,
    /// Of what is drawn.
    digest: Digest,
}

impl Binding {
    fn new(mut copy: Copy) -> Self {
        Self {
            pages: copy.number(),
            root: copy.number(),
            whole: copy.number(),
            copy,
            catalogue: Vec::new(),
            roles: Vec::new(),
            kids: Vec::new(),
            elements: Vec::new(),
            marks: Vec::new(),
            digest: Digest::default(),
        }
    }

    fn page(&mut self, from: &Objects, at: usize) -> Option<()> {
        let old = *from.pages.get(at)?;
        let page = from.object(old)?;
        let catalogue = from.object(from.catalogue)?;
        let new = self.copy.number();
        let mut known = Known::from([(old, new)]);
        let place = self.kids.len();
        if place == 0 {
            self.catalogue = self.of_all(from, catalogue, &mut known)?;
        }
        let mut bound = b"<<".to_vec();
        for (key, value) in entries(page)? {
            bound.extend_from_slice(key);
            bound.push(b' ');
            match key {
                b"/Parent" => bound.extend_from_slice(format!("{} 0 R", self.pages).as_bytes()),
                b"/StructParents" => bound.extend_from_slice(place.to_string().as_bytes()),
                _ => bound.extend(self.copy.text(from, value, Use::Drawing, &mut known)?),
            }
        }
        bound.extend_from_slice(b">>");
        self.copy.put(new, &bound);
        self.kids.push(new);
        let drawn = from.follow(value(page, "/Contents")?)?;
        self.digest = std::mem::take(&mut self.digest).with(drawn);
        self.tags(from, page, old, known)
    }

    fn of_all(&mut self, from: &Objects, catalogue: &[u8], known: &mut Known) -> Option<Vec<u8>> {
        let mut all = Vec::new();
        for key in OF_ALL {
            if let Some(value) = value(catalogue, key) {
                all.extend_from_slice(key.as_bytes());
                all.push(b' ');
                all.extend(self.copy.text(from, value, Use::Drawing, known)?);
            }
        }
        Some(all)
    }

    /// What the page consists of.
    fn tags(&mut self, from: &Objects, page: &[u8], old: usize, mut known: Known) -> Option<()> {
        let structure = &from.structure;
        if let (true, Some(roles)) = (self.roles.is_empty(), &structure.roles) {
            self.roles = self.copy.text(from, roles, Use::Tags, &mut known)?;
        }
        known.insert(structure.whole, self.whole);
        for element in structure.elements.get(&old).into_iter().flatten() {
            self.elements.push(self.copy.object(from, *element, Use::Tags, &mut known)?);
        }
        let marks = structure.marks.get(&number(value(page, "/StructParents")?)?)?;
        self.marks.push(self.copy.object(from, *marks, Use::Tags, &mut known)?);
        Some(())
    }

    fn finish(mut self, about: &About<'_>) -> Vec<u8> {
        let information = about.information();
        let id = self.digest.with(&information).finish();
        let (pages, root, whole, count) = (self.pages, self.root, self.whole, self.kids.len());
        let tree = format!("<</Type/Pages/Count {count}/Kids[{}]>>", list(&self.kids));
        self.copy.put(pages, tree.as_bytes());
        let element = format!("<</Type/StructElem/S/Document/P {root} 0 R/K[{}]>>", list(&self.elements));
        self.copy.put(whole, element.as_bytes());
        let marks = self.marks.iter().enumerate().map(|(place, marks)| format!("{place} {marks} 0 R"));
        let tree = format!(
            "<</Type/StructTreeRoot/K[{whole} 0 R]/ParentTree<</Nums[{}]>>/ParentTreeNextKey {count}",
            marks.collect::<Vec<_>>().join(" ")
        );
        let roles: &[u8] = if self.roles.is_empty() { b"" } else { b"/RoleMap " };
        self.copy.put(root, &[tree.as_bytes(), roles, &self.roles, b">>"].concat());
        let information = self.copy.add(information.as_bytes());
        let metadata = self.copy.add(about.metadata(&id).as_bytes());
        let catalogue =
            format!("<</Type/Catalog/Pages {pages} 0 R/StructTreeRoot {root} 0 R/Metadata {metadata} 0 R");
        let catalogue = self.copy.add(&[catalogue.as_bytes(), &self.catalogue, b">>"].concat());
        self.copy.finish(catalogue, information, &id)
    }
}

fn list(numbers: &[usize]) -> String {
    numbers.iter().map(|number| format!("{number} 0 R")).collect::<Vec<_>>().join(" ")
}
