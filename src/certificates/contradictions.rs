//! In: the decisions of `theo_doi`, and what they correct. Out: a finding where one is none,
//! is of two days, or says two things of one value.

use std::collections::BTreeMap;

use super::cited::misspelt;
use super::issue::cited;
use super::lives::Lives;
use super::record::Decision;
use crate::diagnostic::{DecisionFault, FollowFault};
use crate::values::{comparable, one_line};

impl Lives<'_> {
    /// What a decision of `theo_doi` must be: a decision, of one day, and not that of the
    /// batch.
    pub(super) fn decisions(&mut self) {
        let record = self.record;
        let own = &record.afterwards;
        let corrected = own.corrected.iter().map(|own| &own.decision).enumerate();
        let corrected = corrected.map(|(at, own)| (format!("dinh_chinh.{at}"), own));
        let added = own.added.iter().map(|own| &own.decision).enumerate();
        let added = added.map(|(at, own)| (format!("bo_sung.{at}"), own));
        let revoked = own.revoked.iter().map(|own| &own.decision).enumerate();
        let revoked = revoked.map(|(at, own)| (format!("thu_hoi.{at}"), own));
        let reissued = own.reissued.iter().enumerate();
        let reissued =
            reissued.filter_map(|(at, own)| Some((format!("cap_lai.{at}"), own.decision.as_ref()?)));
        // By number, symbol and year: a number returns with the next term.
        let mut days: BTreeMap<(String, i32), &Decision> = BTreeMap::new();
        let key = |own: &Decision| (comparable(&own.symbol), own.date.parts().0);
        for (place, decision) in corrected.chain(added).chain(revoked) {
            let place = format!("{place}.quyet_dinh.so");
            if record.decision.as_ref().is_some_and(|batch| key(batch) == key(decision)) {
                self.tell(&place, FollowFault::SameDecision { decision: cited(decision) });
            }
            if !decision.is_numbered() {
                let fault = DecisionFault::NoSymbol { symbol: decision.symbol.trim().into() };
                self.found.push(record.finding(&format!("theo_doi.{place}"), fault));
            }
            self.spelt(&place, decision);
            self.dated(&place, decision, days.entry(key(decision)).or_insert(decision));
        }
        for (place, decision) in reissued {
            let place = format!("{place}.quyet_dinh.so");
            self.spelt(&place, decision);
            self.dated(&place, decision, days.entry(key(decision)).or_insert(decision));
        }
    }

    fn spelt(&mut self, place: &str, decision: &Decision) {
        if let Some(meant) = misspelt(decision.symbol.trim(), &self.record.body.code) {
            let fault = DecisionFault::SymbolMisspelt { symbol: decision.symbol.trim().into(), meant };
            self.found.push(self.record.finding(&format!("theo_doi.{place}"), fault));
        }
    }

    fn dated(&mut self, place: &str, decision: &Decision, first: &Decision) {
        if first.date != decision.date {
            let (decision, date) = (cited(decision), first.date.to_string());
            self.tell(&place.replace(".so", ".ngay"), FollowFault::DatedTwice { decision, date });
        }
    }

    /// Of two corrections the later decision counts; one decision, or two of one day, say
    /// one thing.
    pub(super) fn corrections(&mut self) {
        let record = self.record;
        let mut said: BTreeMap<(&str, &str), Vec<(&Decision, &str)>> = BTreeMap::new();
        for (at, own) in record.afterwards.corrected.iter().enumerate() {
            for (key, now) in own.said() {
                let before = said.entry((own.id.trim(), key)).or_default();
                let other = before.iter().find(|(decision, was)| {
                    let of_one = comparable(&decision.symbol) == comparable(&own.decision.symbol)
                        && decision.date.parts().0 == own.decision.date.parts().0;
                    (of_one || decision.date == own.decision.date) && one_line(was) != one_line(now)
                });
                if let Some((decision, was)) = other {
                    let (id, decision, was) = (own.id.trim().into(), cited(decision), one_line(was));
                    let fault = FollowFault::CorrectedOtherwise { id, decision, was };
                    self.tell(&format!("dinh_chinh.{at}.{key}"), fault);
                }
                before.push((&own.decision, now));
            }
        }
    }
}
