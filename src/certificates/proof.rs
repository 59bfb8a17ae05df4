//! In: a batch. Out: the rows of its proof sheet: what each certificate says
//! beside the place it comes from, to be read and signed before printing.

use std::collections::BTreeSet;

use serde::Serialize;

use super::batch::Batch;
use super::issue::Issue;
use crate::attestation::PROOF_SHEET;
use crate::digest::sha256;
use crate::values::one_line;

/// Certificates picked by chance that are to be looked at besides first, last
/// and longest.
const PICKED: usize = 5;

/// A proof sheet.
#[derive(Serialize)]
pub(super) struct View<'a> {
    #[serde(rename = "tieu_de")]
    title: String,
    #[serde(rename = "tac_gia")]
    author: &'a str,
    #[serde(rename = "nam")]
    year: i32,
    #[serde(rename = "thang")]
    month: u32,
    #[serde(rename = "ngay")]
    day: u32,
    #[serde(rename = "phong")]
    font: &'a str,
    #[serde(rename = "co_quan")]
    body: String,
    #[serde(rename = "quyet_dinh")]
    decision: String,
    #[serde(rename = "ky")]
    signer: String,
    #[serde(rename = "tong")]
    total: usize,
    #[serde(rename = "dong_chung")]
    lines: Vec<String>,
    #[serde(rename = "hang")]
    rows: Vec<Row>,
}

/// A row of the sheet.
#[derive(Serialize)]
pub(super) struct Row {
    #[serde(rename = "xem")]
    marked: bool,
    #[serde(rename = "so")]
    number: String,
    #[serde(rename = "ma")]
    id: String,
    #[serde(rename = "ten")]
    name: String,
    #[serde(rename = "don_vi")]
    unit: String,
    #[serde(rename = "mo_hinh")]
    model: String,
    #[serde(rename = "cho")]
    place: String,
}

impl Row {
    pub(super) fn new(batch: &Batch, at: usize, marked: bool) -> Self {
        let recipient = &batch.recipients[at];
        let joined = |parts: &[Option<&str>]| {
            parts.iter().flatten().map(|part| one_line(part)).collect::<Vec<_>>().join("; ")
        };
        // What its page says otherwise than the others.
        let issue = batch.issue(at);
        let own = issue.own_decision(&batch.record);
        let own = own.map(|own| format!("Quyết định {}, ngày {}", one_line(&own.symbol), own.date));
        let name = [recipient.title.as_deref(), Some(&recipient.name)];
        let [model, rank, merit] =
            [&recipient.model, &recipient.rank, &recipient.merit].map(Option::as_deref);
        // The folder is the same in all rows.
        let short = |place: String| place.rsplit_once('/').map_or(place.clone(), |(_, last)| last.into());
        let corrected = batch
            .corrections(issue)
            .into_iter()
            .map(|at| short(batch.record.place(&format!("theo_doi.dinh_chinh.{at}"))));
        let place: Vec<_> = corrected.chain([short(recipient.place("ten"))]).collect();
        Self {
            marked,
            number: format!("{:02}", batch.numbers[at]),
            id: recipient.id.trim().into(),
            name: name.into_iter().flatten().map(one_line).collect::<Vec<_>>().join(" "),
            unit: joined(&[recipient.position.as_deref(), recipient.unit.as_deref()]),
            model: joined(&[model, rank, merit, own.as_deref(), issue.fate().again.as_deref()]),
            place: place.join("; "),
        }
    }
}

impl Batch {
    /// Which lines of `theo_doi.dinh_chinh` a certificate follows, the last one first.
    fn corrections(&self, issue: &Issue) -> Vec<usize> {
        let before = |own: &&Issue| own.fate().before.and_then(|at| self.issues.get(at));
        let papers = std::iter::successors(Some(issue), before);
        papers.flat_map(|own| own.fate().corrected.iter().rev().copied()).collect()
    }
}

impl<'a> View<'a> {
    pub(super) fn new(batch: &'a Batch, font: &'a str, rows: Vec<Row>) -> Self {
        let (year, month, day) = batch.date.parts();
        let record = &batch.record;
        let decision = record.decision.as_ref();
        let sign = &record.signature;
        let signer = [sign.authority.as_deref(), sign.position.as_deref(), Some(sign.name.as_str())];
        Self {
            title: format!("{PROOF_SHEET}{}", batch.kind()),
            author: &record.body.name,
            year,
            month,
            day,
            font,
            body: one_line(&record.body.name),
            decision: decision.map(|own| format!("{}, ngày {}", own.symbol, own.date)).unwrap_or_default(),
            signer: signer.into_iter().flatten().map(one_line).collect::<Vec<_>>().join(" – "),
            total: batch.recipients.len(),
            lines: record.lines.iter().map(|line| one_line(&line.text)).collect(),
            rows,
        }
    }
}

/// The certificates that whoever signs must look at: first, last, the longest of
/// each part, and some picked by chance, the same ones for the same list.
pub(super) fn marked(batch: &Batch) -> BTreeSet<usize> {
    let count = batch.recipients.len();
    let longest = |length: &dyn Fn(usize) -> usize| (0..count).max_by_key(|at| (length(*at), count - at));
    let of = |text: Option<&str>| text.map_or(0, |text| text.chars().count());
    let recipients = &batch.recipients;
    let mut marked: BTreeSet<usize> = [
        Some(0),
        count.checked_sub(1),
        longest(&|at| recipients[at].name.chars().count()),
        longest(&|at| of(recipients[at].unit.as_deref())),
        longest(&|at| of(recipients[at].model.as_deref())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let ids = recipients.iter().map(|recipient| recipient.id.as_str()).collect::<Vec<_>>().join("\n");
    for turn in 0..PICKED {
        let digest = sha256(format!("{turn}\n{ids}").as_bytes());
        let chance = digest.get(..8).and_then(|digits| usize::from_str_radix(digits, 16).ok());
        marked.extend(chance.map(|chance| chance % count.max(1)));
    }
    marked
}
