//! In: a document and its type. Out: a finding where addressees are missing or
//! out of place.

use crate::diagnostic::{ContentFault, Report};
use crate::documents::OfficialDocument;
use crate::load::Loaded;
use crate::standard::Kind;

/// A công văn and a tờ trình address someone, other types do not (R-D-176).
pub(super) fn check(loaded: &Loaded<OfficialDocument>, kind: &Kind, report: &mut Report) {
    match (kind.address, loaded.record.addressees.is_empty()) {
        (Some(_), true) => report.push(loaded.finding("", ContentFault::NoAddressee)),
        (None, false) => report.push(loaded.finding("kinh_gui", ContentFault::NeedlessAddressee)),
        _ => {}
    }
}
