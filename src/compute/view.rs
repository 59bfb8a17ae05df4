//! In: nothing but types. Out: the view that templates see. The serialised names
//! are the template's.

use serde::Serialize;

use super::{AnnexView, CopyView, Passage, SignatureView};

/// A document ready for its template. The serialised names are the template's.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct View {
    #[serde(rename = "huong_dan")]
    pub profile: String,
    #[serde(rename = "phong_chu")]
    pub font: String,
    #[serde(rename = "co_noi_dung")]
    pub size: f64,
    #[serde(rename = "gian_dong")]
    pub pitch: f64,
    #[serde(rename = "cach_doan")]
    pub paragraph_gap: f64,
    #[serde(rename = "thut_dau_dong")]
    pub indent: f64,
    #[serde(rename = "in_hai_mat")]
    pub two_sided: bool,
    #[serde(rename = "kho_giay")]
    pub sheet: Option<String>,
    #[serde(rename = "thu_chu")]
    pub condense: bool,
    #[serde(rename = "tieu_de_tep")]
    pub title: String,
    #[serde(rename = "tac_gia")]
    pub author: String,
    /// Year, month, day.
    #[serde(rename = "ngay")]
    pub date: (i32, u32, u32),
    #[serde(rename = "cap_tren")]
    pub superior: Option<String>,
    #[serde(rename = "co_quan")]
    pub body: String,
    /// None for a thư công.
    #[serde(rename = "so")]
    pub symbol: Option<String>,
    #[serde(rename = "dia_danh_ngay")]
    pub place_and_date: String,
    /// None for a công văn.
    #[serde(rename = "ten_loai")]
    pub kind: Option<String>,
    #[serde(rename = "cua")]
    pub author_line: Option<String>,
    #[serde(rename = "thay_ten_loai")]
    pub theme: Option<ThemeView>,
    /// None for a thư công.
    #[serde(rename = "trich_yeu")]
    pub subject: Option<String>,
    #[serde(rename = "dau_chi")]
    pub marks: MarksView,
    #[serde(rename = "kinh_gui")]
    pub address: Option<AddressView>,
    #[serde(rename = "noi_dung")]
    pub content: Vec<Passage>,
    #[serde(rename = "ky")]
    pub signature: SignatureView,
    #[serde(rename = "ky_cung")]
    pub cosigners: Vec<SignatureView>,
    #[serde(rename = "xac_nhan")]
    pub attestation: Option<SignatureView>,
    #[serde(rename = "noi_nhan")]
    pub recipients: Vec<String>,
    #[serde(rename = "phu_luc")]
    pub annexes: Vec<AnnexView>,
    #[serde(rename = "ban_sao")]
    pub copy: Option<CopyView>,
}

/// What a political report prints in place of type and subject.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct ThemeView {
    #[serde(rename = "chu_de")]
    pub theme: String,
    #[serde(rename = "ghi_chu")]
    pub note: String,
}

/// The optional marks, in the words that are printed.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct MarksView {
    #[serde(rename = "khan")]
    pub urgency: Option<String>,
    #[serde(rename = "mat")]
    pub secret: bool,
    #[serde(rename = "du_thao")]
    pub draft: Option<String>,
    #[serde(rename = "luu_hanh")]
    pub circulation: Option<String>,
    #[serde(rename = "nguoi_soan")]
    pub drafter: Option<String>,
    #[serde(rename = "khong_pho_bien")]
    pub not_for_media: Option<String>,
    #[serde(rename = "lien_he")]
    pub contact: Option<String>,
}

/// Kính gửi, Kính trình.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct AddressView {
    #[serde(rename = "nhan")]
    pub label: String,
    #[serde(rename = "noi")]
    pub addressees: Vec<String>,
}
