//! In: a document. Out: every block of its text and its annexes, each with its
//! path in the file.

use crate::documents::{Block, Body, OfficialDocument};

pub(crate) fn blocks(document: &OfficialDocument, visit: &mut impl FnMut(&Block, &str)) {
    body(&document.content, "noi_dung", visit);
    for (at, annex) in document.annexes.iter().enumerate() {
        body(&annex.content, &format!("phu_luc.{at}.noi_dung"), visit);
    }
}

fn body(content: &Body, path: &str, visit: &mut impl FnMut(&Block, &str)) {
    let Body::Blocks(blocks) = content else { return };
    for (at, block) in blocks.iter().enumerate() {
        let path = format!("{path}.{at}");
        visit(block, &path);
        if let Some((inside, content)) = block.inside() {
            body(content, &format!("{path}.{inside}"), visit);
        }
    }
}
