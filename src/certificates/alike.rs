//! In: a batch. Out: what its certificates say, all of them alike and each one, as
//! digests of values under the names that files write them with: another version of the
//! program, which calls its own parts otherwise, computes the same.

use std::collections::BTreeMap;

use super::batch::Batch;
use super::record::{Decision, PrintMode, Recipient};
use crate::digest::{Digest, Sum};
use crate::records::Subject;
use crate::values::one_line;

/// What all certificates look like, by the key that says so; the others are words.
pub(super) const LOOKS: &str = "mau";

/// Values in their order; one that is not there is not the same as an empty one.
fn digest<'v>(values: impl IntoIterator<Item = Option<&'v str>>) -> Digest {
    values.into_iter().fold(Digest::default(), |digest, value| match value {
        Some(value) => digest.with("+").with(value),
        None => digest.with("-"),
    })
}

fn short(digest: Digest) -> String {
    digest.sum().short().to_string()
}

impl Batch {
    /// What all certificates have alike, as short digests by the keys that say it.
    pub(super) fn alike(&self) -> BTreeMap<String, String> {
        let record = &self.record;
        let text = |text: &str| digest([Some(one_line(text).as_str())]);
        let (body, sign) = (&record.body, &record.signature);
        let lines: Vec<String> = record.lines.iter().map(|line| one_line(&line.text)).collect();
        let decision = record.decision.as_ref().map(written);
        let signed = [&sign.authority, &sign.position, &sign.also, &Some(sign.name.clone())];
        let all = [
            ("quyet_dinh", digest([decision.as_deref()])),
            ("ngay", text(&self.date.to_string())),
            ("dia_danh", text(&record.place)),
            ("co_quan", digest([body.superior.as_deref(), Some(&body.name)])),
            ("dong", digest(lines.iter().map(|line| Some(line.as_str())))),
            ("dong_quyet_dinh", text(&record.decision_line)),
            ("dong_vao_so", text(&record.register_line)),
            ("ky", digest(signed.map(Option::as_deref))),
            (LOOKS, self.looks()),
        ];
        all.into_iter().map(|(key, said)| (key.to_string(), short(said))).collect()
    }

    fn looks(&self) -> Digest {
        let record = &self.record;
        let mode = if self.mode == PrintMode::Full { "day_du" } else { "de_len" };
        let code = if record.code { "ma_qr" } else { "" };
        let profile = self.profile.said.clone().finish();
        let parts = [Some(profile.as_str()), Some(mode), record.emblem.as_deref(), Some(code)];
        let styles = record.lines.iter().map(|line| Some(line.style.trim()));
        digest(parts.into_iter().chain([Some(record.body.system())]).chain(styles))
    }

    /// What all certificates have in common, their place on the paper too: with a
    /// recipient and a number it tells what one of them says.
    pub(super) fn common(&self, ground: Digest) -> Digest {
        let offset = self.record.offset.unwrap_or_default();
        let lines = self.record.lines.iter().map(|line| Some(line.text.as_str()));
        let exact = [&self.record.decision_line, &self.record.register_line];
        let all = self.alike().into_iter().fold(ground, |digest, (key, said)| digest.with(key).with(said));
        // A break that an author writes into a text is seen.
        let exact = digest(lines.chain(exact.map(|text| Some(text.as_str())))).finish();
        all.with(exact).with(format!("{} {}", offset.dx, offset.dy))
    }

    /// What the certificate at this index says, as a digest.
    pub(super) fn content(&self, common: &Digest, at: usize) -> Sum {
        // Its number is the same, whether it is written in the list or was kept.
        let Recipient { id, name, subject, title, position, unit, model, rank, merit, number: _, note: _ } =
            &*self.recipients[at];
        let subject = if *subject == Subject::Person { "ca_nhan" } else { "tap_the" };
        let parts = [title, position, unit, model, rank, merit].map(Option::as_deref);
        let issue = self.issue(at);
        let (number, added) = (self.numbers[at].to_string(), issue.own_decision(&self.record).map(written));
        let own =
            [Some(id.as_str()), Some(name), Some(subject), Some(&number), issue.fate().again.as_deref()];
        let said = digest(own.into_iter().chain([added.as_deref()]).chain(parts));
        common.clone().with(said.finish()).sum()
    }
}

fn written(decision: &Decision) -> String {
    format!("{}, {}", one_line(&decision.symbol), decision.date)
}
