//! In: what became of the certificates of a batch, and today. Out: a finding for what is
//! said to have been done on a day that has not come.

use super::record::CertificateBatch;
use crate::dataset::Placed;
use crate::diagnostic::{FollowFault, Report};
use crate::values::Date;

pub(super) fn check(record: &Placed<CertificateBatch>, today: Date, report: &mut Report) {
    let own = &record.afterwards;
    let handed = own.handed.iter().enumerate().map(|(at, own)| (format!("trao.{at}.ngay"), own.date));
    let reissued = own.reissued.iter().enumerate().map(|(at, own)| (format!("cap_lai.{at}.ngay"), own.date));
    let revoked = own.revoked.iter().enumerate();
    let revoked = revoked.map(|(at, own)| (format!("thu_hoi.{at}.quyet_dinh.ngay"), own.decision.date));
    for (place, date) in handed.chain(reissued).chain(revoked).filter(|(_, date)| *date > today) {
        let (date, today) = (date.to_string(), today.to_string());
        report.push(record.finding(&format!("theo_doi.{place}"), FollowFault::NotYet { date, today }));
    }
}
