//! In: the tree of a file and what the fonts cover. Out: a finding for every
//! character that cannot be printed, at its place.

use std::collections::BTreeSet;

use crate::diagnostic::{ContentFault, Diagnostic, Report};
use crate::load::Loaded;

/// Checks every value of the file; a character is reported once a value.
pub fn characters<R>(loaded: &Loaded<R>, covers: impl Fn(char) -> bool, report: &mut Report) {
    loaded.tree.scalars(&mut |node, text| {
        let mut seen = BTreeSet::new();
        for (at, character) in text.char_indices() {
            let fault = match character {
                '\n' => continue,
                'Ð' => ContentFault::NotTheLetterD,
                c if c.is_control() => ContentFault::ControlCharacter { code: c.into() },
                character if !covers(character) => ContentFault::NoGlyph { character },
                _ => continue,
            };
            if seen.insert(character) {
                let place = node.place_in(&loaded.source, &(at..at + character.len_utf8()));
                report.push(Diagnostic::at(&loaded.source, place, fault));
            }
        }
    });
}
