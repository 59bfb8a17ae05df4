//! In: recipients. Out: a finding for one of whom nothing but the name is said, where all
//! others have a model, a rank or a merit: the heading of a group that was read as a row.

use super::record::Recipient;
use crate::dataset::Placed;
use crate::diagnostic::{RecipientFault, Report};

/// Whether what is praised is said.
fn is_praised(own: &Recipient) -> bool {
    [&own.model, &own.rank, &own.merit].into_iter().any(Option::is_some)
}

/// Whether nothing but id and name is said.
fn is_bare(own: &Recipient) -> bool {
    !is_praised(own) && [&own.title, &own.position, &own.unit].into_iter().all(Option::is_none)
}

pub(super) fn check(recipients: &[Placed<Recipient>], report: &mut Report) {
    let (bare, others): (Vec<_>, Vec<_>) = recipients.iter().partition(|own| is_bare(own));
    if bare.len() < others.len() && others.iter().all(|own| is_praised(own)) {
        for own in bare {
            report.push(own.finding("ten", RecipientFault::NameOnly { name: own.name.trim().into() }));
        }
    }
}
