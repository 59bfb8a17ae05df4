//! In: who certifies a copy. Out: its block, or the lines of its stamp (R-D-230,
//! R-D-235, R-N-064).

use serde::Serialize;

use super::{SignatureView, header, marked};
use crate::documents::{Copy, CopyForm};
use crate::standard::{CopyForms, Profile};
use crate::values::one_line;

/// What stands below a copied text. The serialised names are the template's.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct CopyView {
    /// The guidance of the copy, which may be later than the document's.
    #[serde(rename = "huong_dan")]
    pub profile: String,
    #[serde(rename = "hinh_thuc")]
    pub form: String,
    #[serde(rename = "cap_tren")]
    pub superior: Option<String>,
    #[serde(rename = "co_quan")]
    pub body: String,
    #[serde(rename = "so")]
    pub symbol: String,
    #[serde(rename = "dia_danh_ngay")]
    pub place_and_date: String,
    #[serde(rename = "ky")]
    pub signature: SignatureView,
    #[serde(rename = "noi_nhan")]
    pub recipients: Vec<String>,
    /// The lines of the stamp, where the guidance has one.
    #[serde(rename = "dong")]
    pub stamp: Vec<StampLine>,
}

/// A line of the stamp.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct StampLine {
    #[serde(rename = "nhan")]
    pub label: String,
    #[serde(rename = "chu")]
    pub text: String,
}

pub(super) fn view(copy: &Copy, profile: &Profile) -> CopyView {
    let words = &profile.copy;
    let form = of(&words.forms, copy.form);
    let symbol = header::symbol(copy.number, of(&words.codes, copy.form), &copy.body, profile);
    let place_and_date = header::place_and_date(&copy.place, copy.date, false, profile);
    let recipients: Vec<_> = copy.recipients.iter().map(|entry| one_line(entry)).collect();
    let stamp = words.stamp.iter().flat_map(|stamp| {
        let labels = &stamp.labels;
        let line = |label: &String, text: String| StampLine { label: label.clone(), text };
        [
            line(&labels.body, header::body_in_text(&copy.body)),
            line(&labels.symbol, symbol.clone()),
            line(&labels.form, form.into()),
            line(&labels.date, place_and_date.clone()),
            line(&labels.recipients, recipients.join("; ")),
        ]
    });
    CopyView {
        profile: profile.code.clone(),
        form: form.into(),
        superior: header::superior(&copy.body),
        body: header::body(&copy.body),
        symbol: format!("{}{symbol}", profile.symbol.prefix),
        stamp: stamp.collect(),
        place_and_date,
        signature: SignatureView::new(&copy.signature, profile),
        recipients: marked(&copy.recipients, &profile.recipients),
    }
}

fn of(words: &CopyForms, form: CopyForm) -> &str {
    match form {
        CopyForm::Certified => &words.certified,
        CopyForm::FromCopy => &words.from_copy,
        CopyForm::Extract => &words.extract,
    }
}
