//! In: recipients, each with its place. Out: the same with what later decisions added
//! and corrected, and the findings about values that slipped or stand twice.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::record::{CertificateBatch, Recipient};
use crate::dataset::{Origin, Placed};
use crate::diagnostic::{FollowFault, RecipientFault, Report, Severity};
use crate::encoding::tone;
use crate::load::{Node, Value};
use crate::source::{SourceFile, Span};
use crate::values::{nearest, one_line};

/// The recipients of a batch and what keeps single ones from being printed.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) recipients: Vec<Placed<Recipient>>,
    /// Recipients with a finding of their own; the others can be made.
    pub(super) refused: Vec<bool>,
    /// By index: what the list said of those whom a later decision corrected.
    pub(super) listed: BTreeMap<usize, Recipient>,
    /// The same as they are called now, at the correction.
    corrected: BTreeMap<usize, Placed<Recipient>>,
}

impl Gathered {
    pub(super) fn add(&mut self, list: Vec<Recipient>, origin: &Arc<Origin>, path: &str) {
        let placed = list.into_iter().enumerate();
        self.recipients
            .extend(placed.map(|(at, recipient)| Placed::new(recipient, origin, format!("{path}.{at}"))));
        self.refused.resize(self.recipients.len(), false);
    }

    /// The rows of a sheet, each at its place.
    pub(super) fn rows(&mut self, list: Vec<Recipient>, source: Arc<SourceFile>, tree: &Node) {
        let rows = tree.items("nguoi_nhan").iter().map(|row| row.span);
        let nothing = Node { span: tree.span, value: Value::List(Vec::new()) };
        let origin = Arc::new(Origin { source, tree: nothing });
        self.recipients
            .extend(list.into_iter().zip(rows).map(|(own, row)| Placed::in_row(own, &origin, row)));
        self.refused.resize(self.recipients.len(), false);
    }

    /// Whom later decisions added, and what they corrected, the earliest first. An id
    /// that nobody has is told with all that became of the certificates. False if a
    /// correction corrects nothing.
    pub(super) fn amend(
        &mut self,
        batch: &Placed<CertificateBatch>,
        own_tree: &Arc<Origin>,
        report: &mut Report,
    ) -> bool {
        for (at, own) in batch.afterwards.added.iter().enumerate() {
            self.add(own.recipients.clone(), own_tree, &format!("theo_doi.bo_sung.{at}.nguoi_nhan"));
        }
        let mut sound = true;
        for (at, own) in batch.afterwards.corrections() {
            let known = self.recipients.iter().position(|recipient| recipient.id.trim() == own.id.trim());
            let Some(known) = known else { continue };
            let recipient = &mut self.recipients[known];
            if let Some(corrected) = own.of(recipient) {
                let place = format!("theo_doi.dinh_chinh.{at}");
                if corrected == **recipient {
                    report.push(batch.finding(&place, FollowFault::SameAgain { id: own.id.trim().into() }));
                }
                self.listed.entry(known).or_insert_with(|| Recipient::clone(recipient));
                self.corrected.insert(known, Placed::new(corrected.clone(), own_tree, place));
                *recipient = recipient.with(corrected);
            } else {
                let fault = FollowFault::NothingCorrected { id: own.id.trim().into() };
                report.push(batch.finding(&format!("theo_doi.dinh_chinh.{at}"), fault));
                sound = false;
            }
        }
        sound
    }

    /// Takes findings about values: one inside a recipient refuses that one only.
    /// False if one concerns all of them.
    pub(super) fn take(&mut self, found: Report, report: &mut Report) -> bool {
        let mut all_inside = true;
        let spans: Vec<Span> = self.recipients.iter().map(|recipient| recipient.span("")).collect();
        for finding in found.iter().filter(|finding| finding.severity() <= Severity::Error) {
            let Some((source, place)) = &finding.place else {
                all_inside = false;
                continue;
            };
            let holds = |(at, span): &(usize, &Span)| {
                Arc::ptr_eq(self.recipients[*at].source(), source)
                    && span.start <= place.start
                    && place.start < span.end.max(span.start + 1)
            };
            match spans.iter().enumerate().find(holds) {
                Some((at, _)) => self.refused[at] = true,
                None => all_inside = false,
            }
        }
        report.extend(found);
        all_inside
    }

    /// Looks for values that slipped from another column, or were misspelt.
    pub(super) fn values(&mut self, ranks: &[String], report: &mut Report) {
        let mut told = BTreeSet::new();
        for (at, recipient) in self.recipients.iter().enumerate() {
            let name = recipient.name.trim();
            let letters = name.chars().filter(|c| c.is_alphabetic()).count();
            if letters < 2 || ["true", "false"].contains(&name.to_lowercase().as_str()) {
                report.push(recipient.finding("ten", RecipientFault::NoName { name: name.into() }));
                self.refused[at] = true;
            }
            if let Some((title, _)) = titled(name).filter(|(title, _)| TITLES[..2].contains(title)) {
                let title = name[..title.len()].to_string();
                report.push(recipient.finding("ten", RecipientFault::TitleInName { title }));
            }
            let Some(rank) = recipient.rank.as_deref().map(str::trim) else { continue };
            let usual = ranks.iter().any(|own| own.to_lowercase() == rank.to_lowercase());
            let nearest = nearest(rank, ranks.iter().map(String::as_str)).filter(|_| !usual);
            if let Some(nearest) = nearest.filter(|_| told.insert(rank)) {
                let fault = RecipientFault::OddRank { rank: rank.into(), nearest };
                report.push(recipient.finding("xep_loai", fault));
            }
        }
    }

    /// Looks for what stands twice. False if recipients cannot be told apart.
    /// `reads_as_person`: whether a name is a person's where the list does not say.
    pub(super) fn unique(&self, reads_as_person: impl Fn(&str) -> bool, report: &mut Report) -> bool {
        let label = ["lần đầu", "the first time"];
        let mut sound = true;
        let mut ids: HashMap<String, usize> = HashMap::new();
        let mut names: BTreeMap<_, usize> = BTreeMap::new();
        for (at, recipient) in self.recipients.iter().enumerate() {
            if let Some(first) = ids.insert(recipient.id.trim().to_lowercase(), at) {
                let first = &self.recipients[first];
                let fault = RecipientFault::SameId { id: recipient.id.trim().into() };
                report.push(recipient.finding("ma", fault).against(first.source(), first.span("ma"), label));
                sound = false;
            }
            // A person is one person, whatever the models; a unit may have several.
            let called = named(&recipient.name);
            let person = recipient.is_person() || reads_as_person(&called);
            let [unit, model] = [&recipient.unit, &recipient.model]
                .map(|text| text.as_deref().map(letters).unwrap_or_default());
            let name = letters(&called);
            let key = (name, unit, if person { String::new() } else { model });
            if let Some(first) = names.insert(key, at) {
                // What a correction says stands there.
                let told = |at: usize| self.corrected.get(&at).unwrap_or(&self.recipients[at]);
                let (recipient, first) = (told(at), told(first));
                let fault = RecipientFault::SameRecipient { name: recipient.name.clone() };
                report.push(recipient.finding("ten", fault).against(
                    first.source(),
                    first.span("ten"),
                    label,
                ));
            }
        }
        sound
    }
}

/// The letters of a name with their marks, whatever its case and white space and
/// wherever its tones stand.
pub(super) fn letters(text: &str) -> String {
    let text = text.nfc().collect::<String>().to_lowercase();
    tone::unified(&text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A person's name without what is said before it.
pub(super) fn named(name: &str) -> String {
    let name = one_line(name);
    titled(&name).map(|(_, rest)| rest.to_string()).unwrap_or(name)
}

/// What a name is preceded by, and the name.
fn titled(name: &str) -> Option<(&'static str, &str)> {
    TITLES.into_iter().find_map(|title| {
        let (head, rest) = name.split_at_checked(title.len())?;
        (head.to_lowercase() == title && rest.starts_with(' ')).then(|| (title, rest.trim()))
    })
}

/// What a name is preceded by; the last two may be names too.
const TITLES: [&str; 4] = ["đồng chí", "đ/c", "ông", "bà"];
