//! In: the YAML of an official document. Out: [`OfficialDocument`], exactly as
//! written, nothing computed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Body;
use crate::values::{Date, Number};

/// An official document (văn bản). Its type is the folder the file lies in.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficialDocument {
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
    /// Hướng dẫn: the guidance to follow, if not the one in force on the date.
    #[serde(rename = "huong_dan")]
    pub profile: Option<String>,
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

/// Dấu chỉ: marks that only some documents bear.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// Khẩn: the degree of urgency (R-D-191).
    #[serde(rename = "khan")]
    pub urgency: Option<Urgency>,
    /// Mật: room for the stamp of secrecy (R-D-190).
    #[serde(rename = "mat", default)]
    pub secret: bool,
    /// Dự thảo: which draft this is (R-D-194).
    #[serde(rename = "du_thao")]
    pub draft: Option<Number>,
    /// Lưu hành: a note on circulation, `TÀI LIỆU THU HỒI` (R-D-192).
    #[serde(rename = "luu_hanh")]
    pub circulation: Option<String>,
    /// Người soạn: drafter and copies after the file copy (R-D-179).
    #[serde(rename = "nguoi_soan")]
    pub drafter: Option<String>,
    /// Không phổ biến: not for the media (R-D-193).
    #[serde(rename = "khong_pho_bien", default)]
    pub not_for_media: bool,
    /// Liên hệ: the contact line at the foot of the last page (R-D-195).
    #[serde(rename = "lien_he")]
    pub contact: Option<String>,
}

/// Mức độ khẩn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Urgency {
    /// Khẩn.
    #[serde(rename = "khẩn")]
    Urgent,
    /// Thượng khẩn.
    #[serde(rename = "thượng khẩn")]
    VeryUrgent,
    /// Hoả tốc.
    #[serde(rename = "hoả tốc")]
    Express,
}

/// Cơ quan ban hành, printed in capitals at the top left (R-D-090…095).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuingBody {
    /// Cấp trên: the superior body on the first line, if there is one.
    #[serde(rename = "cap_tren")]
    pub superior: Option<String>,
    /// Tên: the body's own full name; a line break in it is kept.
    #[serde(rename = "ten")]
    pub name: String,
    /// Hệ thống: whose rules it follows; the Party's if left out.
    #[serde(rename = "he_thong", default)]
    pub system: System,
    /// Ký hiệu: its code in the number, `ĐUK` (R-D-106).
    #[serde(rename = "ky_hieu")]
    pub code: String,
}

/// Hệ thống: whose format a body follows (R-N-003).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum System {
    /// Đảng.
    #[default]
    #[serde(rename = "dang")]
    Party,
    /// Nhà nước.
    #[serde(rename = "nha_nuoc")]
    State,
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
}

/// Căn cứ: the papers the document rests on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Cách ghi: one to a line (default), or one running paragraph.
    #[serde(rename = "cach_ghi", default)]
    pub form: BasisForm,
    /// Phẩy trước ngày: whether a comma stands before the date of a cited
    /// paper, as the official texts print it (R-D-116); yes if left out.
    #[serde(rename = "phay_truoc_ngay", default = "yes")]
    pub comma_before_date: bool,
    /// Văn bản: the papers.
    #[serde(rename = "van_ban")]
    #[schemars(length(min = 1))]
    pub papers: Vec<Citation>,
    /// Câu dẫn: the sentence that follows and leads to the text.
    #[serde(rename = "cau_dan")]
    pub lead: Option<String>,
}

fn yes() -> bool {
    true
}

/// How legal bases are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum BasisForm {
    /// Each on a line of its own (R-D-135).
    #[default]
    #[serde(rename = "moi_dong")]
    Lines,
    /// One paragraph, joined by “và” (R-D-136).
    #[serde(rename = "doan_van")]
    Paragraph,
}

/// One legal basis.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Citation {
    /// In the author's own words.
    Text(String),
    /// As data.
    Paper(CitedPaper),
}

/// A cited paper (R-D-142): printed as type, number, date, body, subject.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitedPaper {
    /// Loại: `Nghị quyết`.
    #[serde(rename = "loai")]
    pub kind: String,
    /// Số, ký hiệu: `02-NQ/ĐUK`.
    #[serde(rename = "so")]
    pub symbol: String,
    /// Ngày.
    #[serde(rename = "ngay")]
    pub date: Date,
    /// Cơ quan: who issued it.
    #[serde(rename = "co_quan")]
    pub body: String,
    /// Trích yếu, with its own quotation marks where it has any.
    #[serde(rename = "trich_yeu")]
    pub subject: String,
}

/// Ký: the signature block (R-D-150…157).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Quyền hạn: `T/M BAN THƯỜNG VỤ`, `K/T TRƯỞNG BAN`, `T/L …`.
    #[serde(rename = "quyen_han")]
    pub authority: Option<String>,
    /// Chức vụ: `BÍ THƯ`.
    #[serde(rename = "chuc_vu")]
    pub position: Option<String>,
    /// Kiêm: a second office, for a board without a seal of its own (R-D-153).
    #[serde(rename = "kiem")]
    pub also: Option<String>,
    /// Họ tên, without titles (R-D-157).
    #[serde(rename = "ho_ten")]
    pub name: String,
}

/// Xác nhận: who attests the signatures (R-D-160).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attestation {
    /// Câu: `Xác nhận chữ ký của đồng chí …`.
    #[serde(rename = "cau")]
    pub sentence: String,
    /// Ký: who signs it.
    #[serde(rename = "ky")]
    pub signature: Signature,
}
