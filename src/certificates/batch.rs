//! In: a batch file. Out: the batch, checked: its profile, its recipients with
//! their register numbers, and for each of them the page.

use std::sync::Arc;

use super::care;
use super::compose::{Composer, Said, View};
use super::fit::{Breaks, JOINED};
use super::profile::{CertificateProfile, FOLDER};
use super::recipients::{self, Gathered};
use super::record::{CertificateBatch, Decision, PrintMode, Recipient, Recipients};
use crate::attestation::{SECRET, SecretKey, Signed, Statement};
use crate::compile::Compiler;
use crate::dataset::{Origin, Placed};
use crate::diagnostic::{CertificateFault, Diagnostic, Fault, Report};
use crate::digest::Digest;
use crate::expression::{Fields, Wordings, expressions};
use crate::load::{self, Loaded};
use crate::recognition::Recognition;
use crate::records::Subject;
use crate::validate;
use crate::values::{Date, Number, nearest, one_line};
use crate::workspace::{DataFile, Workspace};

/// The words that the lines of a batch may use.
const FIELDS: [&str; 13] = [
    "ma",
    "ten",
    "danh_xung",
    "chuc_vu",
    "don_vi",
    "mo_hinh",
    "xep_loai",
    "thanh_tich",
    "so",
    "nam",
    "ngay",
    "so_quyet_dinh",
    "ngay_quyet_dinh",
];

/// Certificates that one file for the printer holds, if the batch does not say.
const PER_VOLUME: usize = 100;

/// A batch that can be printed.
pub(super) struct Batch {
    pub(super) file: DataFile,
    pub(super) record: Placed<CertificateBatch>,
    pub(super) profile: CertificateProfile,
    pub(super) mode: PrintMode,
    pub(super) date: Date,
    pub(super) recipients: Vec<Placed<Recipient>>,
    /// Those that a finding keeps from being printed.
    pub(super) refused: Vec<bool>,
    /// The register number of each.
    pub(super) numbers: Vec<u32>,
    breaks: Breaks,
    /// The key that signs the QR codes, if there are any.
    key: Option<SecretKey>,
}

/// Reads a batch. `None` means that `report` says why it cannot be printed.
pub(super) fn read(
    workspace: &Workspace,
    file: &DataFile,
    compiler: &Compiler<'_>,
    report: &mut Report,
) -> Option<Batch> {
    let fonts = compiler.fonts();
    let loaded: Loaded<CertificateBatch> = load::load(file, report)?;
    let mut characters = Report::default();
    validate::characters(&loaded, |c| fonts.covers(c), &mut characters);
    let signed = loaded.record.date.or_else(|| loaded.record.decision.as_ref().map(|own| own.date));
    let Loaded { source, tree, record } = care::read(workspace, loaded, signed, report);
    let origin = Arc::new(Origin { source, tree });
    let record = Placed::new(record, &origin, String::new());
    let mut own = Report::default();
    let decided = match recipients::decision(workspace, &record) {
        Ok(decided) => decided,
        Err(finding) => {
            report.push(finding);
            return None;
        }
    };
    let record = match &decided {
        None => record,
        Some(Recognition { symbol, date, .. }) => {
            let decision = Some(Decision { symbol: symbol.clone(), date: *date });
            record.map(|record| CertificateBatch { decision, ..record })
        }
    };
    let profile = CertificateProfile::read(workspace, record.profile.trim())
        .map_err(|fault| own.push(record.finding("mau", fault)))
        .ok();
    let breaks = Breaks::read(workspace).map_err(|finding| own.push(finding)).ok();
    let mode = record.mode.or_else(|| profile.as_ref()?.modes.first().copied());
    if let (Some(profile), Some(mode)) = (&profile, mode) {
        check(workspace, &record, profile, mode, compiler, &mut own);
    }
    let date = record.date.or_else(|| record.decision.as_ref().map(|decision| decision.date));
    match (record.date, &record.decision) {
        (None, None) => own.push(record.finding("", CertificateFault::NoDate)),
        (Some(date), Some(decision)) if date != decision.date => {
            let fault =
                CertificateFault::OtherDate { date: date.to_string(), decision: decision.date.to_string() };
            let label = ["quyết định", "the decision"];
            let finding = record.finding("ngay", fault);
            own.push(finding.against(record.source(), record.span("quyet_dinh.ngay"), label));
        }
        _ => {}
    }
    let path = workspace.key_path(SECRET);
    let key = if record.code && path.exists() {
        SecretKey::read(&path).map_err(|finding| own.push(finding)).ok()
    } else {
        if record.code {
            own.push(record.finding("ma_qr", CertificateFault::CodeWithoutKey));
        }
        None
    };
    let gathered = recipients::gather(workspace, file, &record, decided.as_ref(), &origin, fonts, report);
    let mut sound = !own.blocks();
    report.extend(own);
    let Some(mut gathered) = gathered else {
        report.extend(characters);
        return None;
    };
    // A character that cannot be printed outside the list is on every page.
    sound &= gathered.take(characters, report);
    let Gathered { recipients, refused } = gathered;
    let numbers = numbers(&record, &recipients, report)?;
    Some(Batch {
        file: file.clone(),
        profile: profile?,
        mode: mode?,
        date: date?,
        record,
        recipients,
        refused,
        numbers,
        breaks: breaks?,
        key,
    })
    .filter(|_| sound)
}

/// What the batch asks of its profile.
fn check(
    workspace: &Workspace,
    record: &Placed<CertificateBatch>,
    profile: &CertificateProfile,
    mode: PrintMode,
    compiler: &Compiler<'_>,
    report: &mut Report,
) {
    if !profile.modes.contains(&mode) {
        report.push(record.finding("in", CertificateFault::ModeNotOffered));
    }
    let known: Vec<_> = profile.line_styles().collect();
    for (at, line) in record.lines.iter().enumerate() {
        if !known.contains(&line.style.trim()) {
            let nearest = nearest(&line.style, known.iter().copied());
            let (name, known) = (line.style.clone(), known.join(", "));
            let fault = CertificateFault::UnknownStyle { name, nearest, known };
            report.push(record.finding(&format!("dong.{at}.kieu"), fault));
        }
    }
    let asks = |word: &str| expressions(&record.decision_line).iter().any(|own| own.code == Some(word));
    if record.decision.is_none() && (asks("so_quyet_dinh") || asks("ngay_quyet_dinh")) {
        report.push(record.finding("", CertificateFault::NoDecision));
    }
    let Some(name) = &record.emblem else { return };
    let file = format!("{FOLDER}/{name}");
    let plain = !name.contains(['/', '\\', '"']) && workspace.template(&file).is_some();
    if !plain {
        report.push(record.finding("bieu_trung", CertificateFault::NoEmblem { name: name.clone() }));
    } else if !compiler.is_image(&file) {
        report.push(record.finding("bieu_trung", CertificateFault::EmblemNotAnImage { name: name.clone() }));
    }
}

/// The register numbers: a recipient's own, or counted on from the first.
fn numbers(
    record: &Placed<CertificateBatch>,
    recipients: &[Placed<Recipient>],
    report: &mut Report,
) -> Option<Vec<u32>> {
    let mut numbers = Vec::new();
    let mut seen = std::collections::HashMap::new();
    let mut sound = true;
    for (at, recipient) in (0..).zip(recipients) {
        let counted = || Some(record.first_number?.plain().saturating_add(at));
        let Some(number) = recipient.number.map(Number::plain).or_else(counted) else {
            report.push(recipient.finding("", CertificateFault::NoNumber));
            return None;
        };
        if let Some(first) = seen.insert(number, numbers.len()) {
            let first: &Placed<Recipient> = &recipients[first];
            let fault = CertificateFault::SameNumber { number: number.to_string() };
            let label = ["lần đầu", "the first time"];
            report.push(recipient.finding("so", fault).against(first.source(), first.span("so"), label));
            sound = false;
        }
        numbers.push(number);
    }
    sound.then_some(numbers)
}

impl Batch {
    pub(super) fn per_volume(&self) -> usize {
        self.record.per_volume.map_or(PER_VOLUME, |number| number.plain() as usize)
    }

    /// What all certificates have in common, as a digest: with a recipient and a
    /// number it tells what one of them says.
    pub(super) fn common(&self, ground: Digest) -> Digest {
        let shared = CertificateBatch {
            recipients: Recipients::Listed(Vec::new()),
            per_volume: None,
            first_number: None,
            ..CertificateBatch::clone(&self.record)
        };
        ground.with(format!("{shared:?}")).with(format!("{:?} {:?}", self.profile, self.date))
    }

    /// What the certificate at this index says, as a digest.
    pub(super) fn content(&self, common: &Digest, at: usize) -> String {
        let recipient = Recipient { note: None, ..Recipient::clone(&self.recipients[at]) };
        common.clone().with(format!("{recipient:?} {}", self.numbers[at])).finish()
    }

    /// What the QR code of this certificate says; none without a key.
    pub(super) fn signed(&self, at: usize) -> Option<Signed> {
        let recipient = &self.recipients[at];
        // Only what the page shows can be compared with it.
        let shows_unit = self.record.lines.iter().any(|line| line.text.contains("don_vi"));
        let unit = recipient.unit.as_ref().filter(|_| shows_unit);
        let statement = Statement {
            number: self.numbers[at].to_string(),
            name: recipient.name.clone(),
            unit: unit.cloned().unwrap_or_default(),
            date: self.date.to_string(),
        };
        Some(statement.signed(self.key.as_ref()?))
    }

    /// `Giấy công nhận số 07: Chi bộ Sở Tư pháp`.
    pub(super) fn title(&self, at: usize) -> String {
        let Recipient { name, .. } = &*self.recipients[at];
        format!("{} số {:02}: {}", self.kind(), self.numbers[at], one_line(name))
    }

    /// What the certificates are called.
    pub(super) fn kind(&self) -> String {
        let line = self.record.lines.iter().find(|line| line.style == "ten_giay");
        line.map_or_else(|| "Giấy".into(), |line| one_line(&line.text))
    }

    /// The page of one recipient.
    ///
    /// # Errors
    /// What keeps it from being printed, at the recipient.
    pub(super) fn page(
        &self,
        wordings: &Wordings<'_>,
        compiler: &Compiler<'_>,
        at: usize,
    ) -> Result<View, Diagnostic> {
        let (record, recipient) = (&self.record, &self.recipients[at]);
        let number = format!("{:02}", self.numbers[at]);
        let (year, ..) = self.date.parts();
        let (year, day) = (year.to_string(), self.date.to_string());
        let decided = record.decision.as_ref().map(|decision| decision.date.to_string());
        let person = recipient.subject == Subject::Person || recipient.title.is_some();
        let name = one_line(&recipient.name);
        let name = if person { name.replace(' ', &JOINED.to_string()) } else { name };
        let model = recipient.model.as_deref().map(inside_quotes);
        let fields: Fields<'_> = FIELDS
            .into_iter()
            .zip([
                Some(recipient.id.as_str()),
                Some(&name),
                recipient.title.as_deref(),
                recipient.position.as_deref(),
                recipient.unit.as_deref(),
                model.as_deref(),
                recipient.rank.as_deref(),
                recipient.merit.as_deref(),
                Some(&number),
                Some(&year),
                Some(&day),
                record.decision.as_ref().map(|decision| decision.symbol.as_str()),
                decided.as_deref(),
            ])
            .collect();
        // At the recipient, who lacks something, with the line that asks for it.
        let words = |line: &str, path: &str| {
            wordings.words(line, &fields).map_err(|(_, fault): (_, Fault)| {
                let label = ["dòng này", "this line"];
                recipient.finding("", fault).against(record.source(), record.span(path), label)
            })
        };
        let mut lines = Vec::new();
        for (at, line) in record.lines.iter().enumerate() {
            lines.push((line.style.trim(), words(&line.text, &format!("dong.{at}.chu"))?.trim().into()));
        }
        let decision = words(&record.decision_line, "dong_quyet_dinh")?;
        let said = Said {
            lines,
            decision: Some(decision).filter(|line| !line.trim().is_empty()),
            register: words(&record.register_line, "dong_vao_so")?,
            place_and_date: format!("{}, {}", one_line(&record.place), self.date.in_words()),
            code: self.signed(at).map(|signed| signed.text()),
        };
        let composer = Composer {
            batch: record,
            profile: &self.profile,
            fonts: compiler.fonts(),
            breaks: &self.breaks,
            mode: self.mode,
        };
        composer.view(&said).map_err(|fault| recipient.finding("", fault))
    }

    /// What the expressions of this batch may use.
    pub(super) fn wordings() -> Wordings<'static> {
        Wordings::new(&FIELDS)
    }
}

/// A title as it stands inside “ ”: without quotation marks around the whole,
/// those inside single.
fn inside_quotes(title: &str) -> String {
    let title = one_line(title);
    let whole = title
        .strip_prefix(['“', '"'])
        .and_then(|rest| rest.strip_suffix(['”', '"']))
        .filter(|rest| !rest.contains(['“', '”', '"']));
    let mut open = false;
    let single = |c: char| match c {
        '“' => '‘',
        '”' => '’',
        '"' => {
            open = !open;
            if open { '‘' } else { '’' }
        }
        c => c,
    };
    whole.unwrap_or(&title).chars().map(single).collect()
}

#[cfg(test)]
mod tests {
    use super::inside_quotes;

    #[test]
    fn titles_inside_quotation_marks() {
        for (written, printed) in [
            ("Tiết kiệm điện", "Tiết kiệm điện"),
            ("“Tiết kiệm điện”", "Tiết kiệm điện"),
            ("\"Tiết kiệm điện\"", "Tiết kiệm điện"),
            ("Tuyến đường “Sáng - xanh - sạch”", "Tuyến đường ‘Sáng - xanh - sạch’"),
            ("\"Bữa cơm\" và \"Áo ấm\"", "‘Bữa cơm’ và ‘Áo ấm’"),
        ] {
            assert_eq!(inside_quotes(written), printed);
        }
    }
}
