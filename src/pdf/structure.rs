//! In: the objects of a finished PDF. Out: what each of its pages consists of, by
//! the tags (ISO 32000-1, 14.7).

use std::collections::HashMap;

use super::objects::Objects;
use super::tokens::{items, number, reference, references, value};

/// Elements consist of others no deeper than this.
const DEEPEST: usize = 32;

/// The tags of a file.
#[derive(Default)]
pub(super) struct Structure {
    /// The element that all others belong to.
    pub(super) whole: usize,
    /// What stands for the names of elements that are not PDF's own, if any.
    pub(super) roles: Option<Vec<u8>>,
    /// By page, the elements that it consists of.
    pub(super) elements: HashMap<usize, Vec<usize>>,
    /// By the number of a page in the tree, the list of its marks' elements.
    pub(super) marks: HashMap<usize, usize>,
}

impl Structure {
    /// None if the tags are not built as this program builds them.
    pub(super) fn of(file: &Objects) -> Option<Self> {
        let root = file.follow(value(file.object(file.catalogue)?, "/StructTreeRoot")?)?;
        let whole = reference(value(root, "/K")?)?;
        let mut elements: HashMap<usize, Vec<usize>> = HashMap::new();
        for element in items(file.follow(value(file.object(whole)?, "/K")?)?)? {
            let element = reference(element)?;
            elements.entry(page_of(file, element, DEEPEST)?).or_default().push(element);
        }
        let tree = file.follow(value(root, "/ParentTree")?)?;
        let entry = |entry: &[&[u8]]| Some((number(entry[0])?, reference(entry[1])?));
        let marks = items(value(tree, "/Nums")?)?.chunks_exact(2).map(entry).collect::<Option<_>>()?;
        Some(Self { whole, roles: value(root, "/RoleMap").map(<[u8]>::to_vec), elements, marks })
    }
}

/// The page that an element stands on: it says so, or a part of it does.
fn page_of(file: &Objects, element: usize, depth: usize) -> Option<usize> {
    let depth = depth.checked_sub(1)?;
    let own = file.object(element)?;
    if let Some(page) = value(own, "/Pg") {
        return reference(page);
    }
    references(value(own, "/K")?).find_map(|(_, part)| {
        if file.pages.contains(&part) { Some(part) } else { page_of(file, part, depth) }
    })
}
