//! In: a YAML file of certificates. Out: what it says. Its keys are Vietnamese,
//! as in [`crate::documents`].

use rust_decimal::prelude::ToPrimitive;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use super::afterwards::Afterwards;
use crate::documents::{IssuingBody, Signature};
use crate::records::Subject;
use crate::values::{Amount, Date, EntryNumber, SharedText, Texts, format};

/// Đợt giấy chứng nhận, giấy công nhận, giấy khen: one certificate for each
/// recipient.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificateBatch {
    /// Mẫu: the profile, a file of `templates/giay/` without its ending.
    #[serde(rename = "mau")]
    pub profile: String,
    /// In: the whole page, or only what changes, on a blank printed before.
    #[serde(rename = "in")]
    pub mode: Option<PrintMode>,
    /// Cơ quan: whose paper it is; its system chooses the heading.
    #[serde(rename = "co_quan")]
    pub body: IssuingBody,
    /// Biểu trưng: an image file of the office's own in `templates/giay/`.
    #[serde(rename = "bieu_trung")]
    pub emblem: Option<String>,
    /// Quyết định: the decision that the certificates carry out.
    #[serde(rename = "quyet_dinh")]
    pub decision: Option<Decision>,
    /// Địa danh.
    #[serde(rename = "dia_danh")]
    pub place: String,
    /// Ngày ký; that of the decision if left out.
    #[serde(rename = "ngay")]
    pub date: Option<Date>,
    /// Các dòng giữa trang, from the top; `{{ … }}` stands for the recipient's own.
    #[serde(rename = "dong")]
    #[schemars(length(min = 1))]
    pub lines: Vec<Line>,
    /// Dòng quyết định, at the lower left.
    #[serde(rename = "dong_quyet_dinh", default = "decision_line")]
    pub decision_line: String,
    /// Dòng vào sổ, below it.
    #[serde(rename = "dong_vao_so", default = "register_line")]
    pub register_line: String,
    /// Ký.
    #[serde(rename = "ky")]
    pub signature: Signature,
    /// Số đầu: the first number in the register, where recipients have none of
    /// their own.
    #[serde(rename = "so_dau")]
    pub first_number: Option<u32>,
    /// Mỗi tập: how many certificates one file for the printer holds.
    #[serde(rename = "moi_tap")]
    pub per_volume: Option<u32>,
    /// Căn chỉnh: by how much the printer is off, in an overlay.
    #[serde(rename = "can_chinh")]
    pub offset: Option<Offset>,
    /// Mã QR: whether each certificate bears a code signed with the office's
    /// key; without a key there is none.
    #[serde(rename = "ma_qr", default)]
    pub code: bool,
    /// Người nhận: a list, or where it is kept.
    #[serde(rename = "nguoi_nhan")]
    pub recipients: Recipients,
    /// Theo dõi: what became of the certificates after printing.
    #[serde(rename = "theo_doi", default)]
    pub afterwards: Afterwards,
}

fn decision_line() -> String {
    "Quyết định số {{ so_quyet_dinh }}, ngày {{ ngay_quyet_dinh }}".into()
}

fn register_line() -> String {
    "Vào sổ số: {{ so }}".into()
}

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum PrintMode {
    /// Đầy đủ.
    #[serde(rename = "day_du")]
    Full,
    /// Đè lên phôi in sẵn.
    #[serde(rename = "de_len")]
    Overlay,
}

/// Quyết định.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Số và ký hiệu: `215-QĐ/ĐUK`.
    #[serde(rename = "so")]
    #[schemars(extend("format" = format::SYMBOL))]
    pub symbol: String,
    /// Ngày.
    #[serde(rename = "ngay")]
    pub date: Date,
}

impl Decision {
    /// Whether its number and symbol are those of a decision that was given one, written
    /// in one word.
    pub(super) fn is_numbered(&self) -> bool {
        let symbol = self.symbol.trim();
        if symbol.contains(char::is_whitespace) {
            return false;
        }
        let digits = symbol.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let is_decision = symbol.split(['-', '/']).any(|part| part.trim() == "QĐ");
        !digits.trim_start_matches('0').is_empty() && is_decision
    }
}

/// Căn chỉnh, mm: to the right, and down.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offset {
    /// Sang phải.
    #[serde(default, deserialize_with = "millimetres")]
    #[schemars(with = "Amount")]
    pub dx: f64,
    /// Xuống dưới.
    #[serde(default, deserialize_with = "millimetres")]
    #[schemars(with = "Amount")]
    pub dy: f64,
}

/// A length as people write it: `-0,5`.
fn millimetres<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let length = Amount::deserialize(deserializer)?.value();
    // What is no number of this kind is refused as too far.
    Ok(length.to_f64().unwrap_or(f64::NAN))
}

/// Dòng: a line of the page; empty for a recipient, it is left out.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Kiểu: its style in the profile.
    #[serde(rename = "kieu")]
    pub style: String,
    /// Chữ.
    #[serde(rename = "chu")]
    pub text: String,
}

/// Người nhận: all of them, or the file that lists them.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Recipients {
    /// Written here.
    Listed(Vec<Recipient>),
    /// Kept elsewhere.
    Kept(Source),
}

/// Written by hand: a list, or one key that names the place.
impl JsonSchema for Recipients {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NguoiNhan".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let recipient = generator.subschema_for::<Recipient>();
        let source = generator.subschema_for::<Source>();
        json_schema!({ "anyOf": [{ "type": "array", "items": recipient }, source] })
    }
}

/// Where a list is kept.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub enum Source {
    /// Tệp: an `.xlsx` or `.csv` file, its path from the batch or from the root.
    #[serde(rename = "tep")]
    Sheet(String),
    /// Quyết định: the data file of a decision, `data/quyet-dinh/….yml`; the
    /// models of its list, its number and its date.
    #[serde(rename = "quyet_dinh")]
    Decision(String),
}

/// Người nhận.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Mã: unique in the list; everything about the recipient is joined by it.
    #[serde(rename = "ma")]
    pub id: String,
    /// Tên: the unit's or the person's, without honorific.
    #[serde(rename = "ten")]
    pub name: String,
    /// Đối tượng.
    #[serde(rename = "doi_tuong", default)]
    pub subject: Subject,
    /// Danh xưng: `Đồng chí`, `Ông`, `Bà`.
    #[serde(rename = "danh_xung")]
    pub title: Option<SharedText>,
    /// Chức vụ.
    #[serde(rename = "chuc_vu")]
    pub position: Option<SharedText>,
    /// Đơn vị, where the recipient works or belongs.
    #[serde(rename = "don_vi")]
    pub unit: Option<SharedText>,
    /// Mô hình, without the quotation marks around it.
    #[serde(rename = "mo_hinh")]
    pub model: Option<SharedText>,
    /// Xếp loại.
    #[serde(rename = "xep_loai")]
    pub rank: Option<SharedText>,
    /// Thành tích.
    #[serde(rename = "thanh_tich")]
    pub merit: Option<SharedText>,
    /// Số vào sổ; counted on from `so_dau` if left out.
    #[serde(rename = "so")]
    pub number: Option<EntryNumber>,
    /// Ghi chú; never printed.
    #[serde(rename = "ghi_chu")]
    pub note: Option<SharedText>,
}

/// A list of recipients from a sheet.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecipientList {
    /// Người nhận.
    #[serde(rename = "nguoi_nhan")]
    pub recipients: Vec<Recipient>,
}

impl Recipient {
    /// Whether the list says that it is a person.
    pub(super) fn is_person(&self) -> bool {
        self.subject == Subject::Person || self.title.is_some()
    }

    /// The same in memory of its own, its texts shared with those met before.
    pub(super) fn sharing(&self, texts: &mut Texts) -> Self {
        let mut shared = self.clone();
        let Self { title, position, unit, model, rank, merit, note, .. } = &mut shared;
        for text in [title, position, unit, model, rank, merit, note].into_iter().flatten() {
            *text = texts.shared(text);
        }
        shared
    }
}
