//! The last line of a centred title has more than one word (R-D-123).

use super::Proof;
use crate::compute::PassageRole;
use crate::diagnostic::{PageFault, Report};
use crate::values::one_line;

pub(super) fn check(proof: &Proof<'_>, report: &mut Report) {
    let view = proof.view;
    let subject = view.subject.iter().filter(|_| view.kind.is_some() && view.theme.is_none()).cloned();
    let divisions = view.content.iter().chain(view.annexes.iter().flat_map(|annex| &annex.content));
    let divisions = divisions
        .filter(|passage| passage.role == PassageRole::Division)
        .map(|passage| passage.text.runs().iter().map(|run| run.text.as_str()).collect());
    let annexes = view.annexes.iter().map(|annex| annex.title.clone());
    for (label, titles) in [
        ("khoi-ten-loai", subject.collect::<Vec<_>>()),
        ("khoi-phan", divisions.collect()),
        ("khoi-phu-luc", annexes.collect()),
    ] {
        for (title, lines) in titles.iter().zip(proof.lines_in(label)) {
            // Names may be printed in capitals.
            let title = one_line(title).to_uppercase();
            // The line that ends the title, if it does not hold all of it.
            let last = lines.iter().find(|line| {
                let text = line.text.trim().to_uppercase();
                text != title && title.ends_with(&text) && !text.contains(' ')
            });
            if let Some(line) = last {
                let fault = PageFault::LoneWord { page: line.page, word: line.text.trim().into() };
                report.push(proof.at_text(&title, fault));
            }
        }
    }
}
