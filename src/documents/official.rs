//! In: the YAML of an official document. Out: [`OfficialDocument`], exactly as
//! written, nothing computed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Attestation, Basis, Body, Copy, FiguresUsed, IssuingBody, Marks, Signature};
use crate::values::{Date, Number};

/// An official document (văn bản). Its type is the folder the file lies in.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficialDocument {
    /// Theo: another document of the folder, from which all is taken that is not
    /// said here; the number never is.
    #[serde(rename = "theo")]
    pub follows: Option<String>,
    /// Cơ quan ban hành: the body that issues the document.
    #[serde(rename = "co_quan")]
    pub body: IssuingBody,
    /// Số: the number from the register; left out while there is none (R-D-103).
    #[serde(rename = "so")]
    pub number: Option<Number>,
    /// Địa danh: the place of issue (R-D-113).
    #[serde(rename = "dia_danh")]
    pub place: String,
    /// Ngày: the day it is signed (R-D-115).
    #[serde(rename = "ngay")]
    pub date: Date,
    /// Trích yếu: the subject line; a line break in it is kept (R-D-122).
    #[serde(rename = "trich_yeu")]
    pub subject: String,
    /// Của: the author named between type and subject, `Ban Thường vụ Tỉnh ủy`
    /// (R-D-124).
    #[serde(rename = "cua")]
    pub author: Option<String>,
    /// Thay tên loại: a theme instead of type and subject (R-D-125).
    #[serde(rename = "thay_ten_loai")]
    pub theme: Option<CongressTheme>,
    /// Hướng dẫn: the guidance to follow, if not the one in force on the date.
    #[serde(rename = "huong_dan")]
    pub profile: Option<String>,
    /// Số liệu: the data that the text speaks of; without it the text has no `{{ … }}`.
    #[serde(rename = "so_lieu")]
    pub figures: Option<FiguresUsed>,
    /// Trình bày: choices the guidance leaves to the office.
    #[serde(rename = "trinh_bay", default)]
    pub presentation: Presentation,
    /// Dấu chỉ: the optional marks of R-D-190…195.
    #[serde(rename = "dau_chi", default)]
    pub marks: Marks,
    /// Kính gửi, Kính trình: the addressees of a công văn or a tờ trình (R-D-176).
    #[serde(rename = "kinh_gui", default)]
    pub addressees: Vec<String>,
    /// Căn cứ: the legal bases.
    #[serde(rename = "can_cu")]
    pub basis: Option<Basis>,
    /// Nội dung: the text.
    #[serde(rename = "noi_dung")]
    pub content: Body,
    /// Kết: the closing paragraph.
    #[serde(rename = "ket")]
    pub closing: Option<String>,
    /// Phụ lục: the annexes.
    #[serde(rename = "phu_luc", default)]
    pub annexes: Vec<Annex>,
    /// Nơi nhận: who receives it; the last one is the file copy (R-D-174).
    #[serde(rename = "noi_nhan")]
    #[schemars(length(min = 1))]
    pub recipients: Vec<String>,
    /// Ký: who signs; with several signers, the main one.
    #[serde(rename = "ky")]
    pub signature: Signature,
    /// Ký cùng: further signers, at the left and in further rows (R-D-159).
    #[serde(rename = "ky_cung", default)]
    pub cosigners: Vec<Signature>,
    /// Xác nhận: the attestation below all signatures (R-D-160).
    #[serde(rename = "xac_nhan")]
    pub attestation: Option<Attestation>,
    /// Bản sao: what makes this a certified copy (R-D-230, R-D-235).
    #[serde(rename = "ban_sao")]
    pub copy: Option<Copy>,
}

impl OfficialDocument {
    /// A document that says nothing: what papers of other forms have in common with
    /// one, for those who read both.
    #[must_use]
    pub fn bare(body: IssuingBody, place: String, date: Date, signature: Signature) -> Self {
        Self {
            body,
            place,
            date,
            signature,
            number: None,
            subject: String::new(),
            author: None,
            theme: None,
            profile: None,
            figures: None,
            follows: None,
            presentation: Presentation::default(),
            marks: Marks::default(),
            addressees: Vec::new(),
            basis: None,
            content: Body::Blocks(Vec::new()),
            closing: None,
            annexes: Vec::new(),
            recipients: Vec::new(),
            cosigners: Vec::new(),
            attestation: None,
            copy: None,
        }
    }

    /// Whose format it follows.
    #[must_use]
    pub fn system(&self) -> &str {
        self.body.system()
    }
}

/// Thay tên loại: what a political report to a congress prints in place of type
/// and subject (R-D-125).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CongressTheme {
    /// Chủ đề, printed in capitals; a line break in it is kept.
    #[serde(rename = "chu_de")]
    pub theme: String,
    /// Ghi chú: author and congress, printed below in brackets.
    #[serde(rename = "ghi_chu")]
    pub note: String,
}

/// Phụ lục: an annex, on pages of its own (R-D-196).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Annex {
    /// Tên.
    #[serde(rename = "ten")]
    pub title: String,
    /// Ngang: whether its sheets lie on their side, for wide tables (R-D-014).
    #[serde(rename = "ngang", default)]
    pub landscape: bool,
    /// Nội dung.
    #[serde(rename = "noi_dung")]
    pub content: Body,
}

/// Trình bày: within the ranges of the guidance.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Presentation {
    /// Cỡ chữ: size of the body, pt (R-D-038).
    #[serde(rename = "co_chu")]
    pub size: Option<f64>,
    /// Giãn dòng: baseline to baseline, pt (R-D-133).
    #[serde(rename = "gian_dong")]
    pub pitch: Option<f64>,
    /// Cách đoạn: extra space between paragraphs, pt (R-D-132).
    #[serde(rename = "cach_doan")]
    pub paragraph_gap: Option<f64>,
    /// Thụt đầu dòng: first-line indent, mm (R-D-131).
    #[serde(rename = "thut_dau_dong")]
    pub indent: Option<f64>,
    /// In hai mặt: printed on both sides, margins mirrored (R-D-012).
    #[serde(rename = "in_hai_mat", default)]
    pub two_sided: bool,
    /// Khổ giấy: another sheet than A4, for administrative slips (R-D-010).
    #[serde(rename = "kho_giay")]
    pub sheet: Option<String>,
    /// Thu chữ: whether a paragraph may be set a little tighter where that
    /// saves a last line of one word.
    #[serde(rename = "thu_chu", default)]
    pub condense: bool,
    /// Để trống ngày: whether the day is left blank, to be written in on
    /// signing.
    #[serde(rename = "de_trong_ngay", default)]
    pub blank_day: bool,
}
