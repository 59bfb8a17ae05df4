//! In: running prose. Out: its passages: marks as the author wrote them, headings
//! without one numbered as sections are.

use super::body::Writer;
use super::numbering::Level;
use crate::values::prose::{self, Role};

impl Writer<'_> {
    /// Marks in prose stay as the author wrote them; headings without one are
    /// numbered as sections are.
    pub(super) fn prose(&mut self, text: &str, level: &mut Level) {
        let mut open = vec![std::mem::take(level)];
        for passage in prose::passages(text) {
            match passage.role {
                Role::Paragraph => self.paragraph(passage.mark, &passage.text),
                Role::Heading(own) => {
                    let own = usize::from(own);
                    open.truncate(own);
                    while open.len() < own {
                        let deeper = open[open.len() - 1].below("");
                        open.push(deeper);
                    }
                    let around = &mut open[own - 1];
                    let mark = match passage.mark {
                        Some(mark) => around.given_mark(&mark),
                        None => around.section_mark(),
                    };
                    let below = around.below(&mark);
                    self.heading(&mark, &passage.text);
                    open.push(below);
                }
            }
        }
        *level = open.swap_remove(0);
    }
}
