//! In: the names in a document. Out: a finding for each that is no name by its
//! length.

use super::{signers, walk};
use crate::diagnostic::{ContentFault, Diagnostic, PageFault, Report};
use crate::documents::{Block, OfficialDocument};
use crate::load::{Loaded, Node, Value};

/// Names and subject lines are broken by weighing every possible break; what is
/// longer than this is no name but a text in the wrong place.
const NAME_LIMIT: usize = 400;

/// What no number of pages that is still printed can hold; laying it out would
/// only take time and memory.
pub(crate) const LETTERS: usize = 2_000_000;

/// More paragraphs and rows than fit on the pages that a document may have, at
/// sixty a page; nobody waits for a million of them to be laid out.
const LINES: usize = 30_000;

/// The keys that hold what is long.
const LONG: [&str; 4] = ["noi_dung", "phu_luc", "noi_nhan", "kinh_gui"];

/// The finding that a document is longer than that.
pub(crate) fn too_long<R>(loaded: &Loaded<R>) -> Diagnostic {
    loaded.finding(loaded.tree.longest(&LONG), PageFault::FarTooLong { limit: LETTERS })
}

/// The finding that a document is too long to be read, let alone laid out.
pub(crate) fn unbearable<R>(loaded: &Loaded<R>) -> Option<Diagnostic> {
    let mut letters = 0;
    loaded.tree.scalars(&mut |_, text| letters += text.chars().count());
    if letters > LETTERS {
        return Some(too_long(loaded));
    }
    let part = loaded.tree.longest(&LONG);
    (lines(&loaded.tree) > LINES).then(|| loaded.finding(part, PageFault::FarTooManyLines { limit: LINES }))
}

pub(super) fn check(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    let document = &loaded.record;
    let mut short = |path: &str, name: &str| {
        if name.chars().count() > NAME_LIMIT {
            report.push(loaded.finding(path, ContentFault::NameTooLong { limit: NAME_LIMIT }));
        }
    };
    short("trich_yeu", &document.subject);
    short("co_quan.ten", &document.body.name);
    short("co_quan.cap_tren", document.body.superior.as_deref().unwrap_or_default());
    short("dia_danh", &document.place);
    short("cua", document.author.as_deref().unwrap_or_default());
    short("thay_ten_loai.chu_de", document.theme.as_ref().map_or("", |theme| &theme.theme));
    for (at, other) in document.body.others.iter().enumerate() {
        short(&format!("co_quan.cung_ban_hanh.{at}.ten"), &other.name);
    }
    if let Some(copy) = &document.copy {
        short("ban_sao.co_quan.ten", &copy.body.name);
        short("ban_sao.ky.chuc_vu", copy.signature.position.as_deref().unwrap_or_default());
    }
    for (at, annex) in document.annexes.iter().enumerate() {
        short(&format!("phu_luc.{at}.ten"), &annex.title);
    }
    walk::blocks(document, &mut |block, path| match block {
        Block::Part(part) => short(&format!("{path}.phan.ten"), &part.title),
        Block::Chapter(chapter) => short(&format!("{path}.chuong.ten"), &chapter.title),
        Block::Subdivision(division) => short(&format!("{path}.tieu_muc.ten"), &division.title),
        Block::Division(division) => short(&format!("{path}.muc.ten"), &division.title),
        _ => {}
    });
    for (path, signature) in signers::all(document) {
        let lines = [
            ("quyen_han", &signature.authority),
            ("chuc_vu", &signature.position),
            ("kiem", &signature.also),
        ];
        for (key, line) in lines {
            short(&format!("{path}.{key}"), line.as_deref().unwrap_or_default());
        }
    }
}

/// How many lines a value takes at least: a text one for each of its paragraphs,
/// a row of a table one for all its cells.
fn lines(node: &Node) -> usize {
    match &node.value {
        Value::Scalar { text, .. } => text.split("\n\n").filter(|part| !part.trim().is_empty()).count(),
        Value::Map(entries) => entries.iter().map(|(.., value)| lines(value)).sum(),
        Value::List(items) => {
            let of = |item: &Node| if matches!(item.value, Value::List(_)) { 1 } else { lines(item) };
            items.iter().map(of).sum()
        }
    }
}
