//! In: the words and marks in a guidance's TOML. Out: what Rust must know of them;
//! styles and measures are read from the same file by Typst alone.

use serde::Deserialize;

/// Words and marks of số và ký hiệu.
#[derive(Debug, Clone, Deserialize)]
pub struct SymbolWords {
    /// `Số `
    #[serde(rename = "tien_to")]
    pub prefix: String,
    /// Between number and type.
    #[serde(rename = "giua_so_va_loai")]
    pub before_type: String,
    /// Between type and body.
    #[serde(rename = "giua_loai_va_co_quan")]
    pub before_body: String,
    /// Room for a number not yet given (R-D-103).
    #[serde(rename = "chua_co_so")]
    pub blank: String,
    /// Codes of bodies that the guidance no longer has (R-D-256).
    #[serde(rename = "da_bo")]
    pub withdrawn: Vec<String>,
}

/// Words and marks of căn cứ.
#[derive(Debug, Clone, Deserialize)]
pub struct BasisWords {
    /// `Căn cứ `
    #[serde(rename = "tu_dau")]
    pub opening: String,
    /// Before each one on a line of its own.
    #[serde(rename = "dau_dong")]
    pub line_start: String,
    /// After each but the last.
    #[serde(rename = "cuoi_moi_can_cu")]
    pub after_each: String,
    /// After the last.
    #[serde(rename = "cuoi_can_cu_cuoi")]
    pub after_last: String,
    /// Between the number of a cited paper and its date (R-D-116).
    #[serde(rename = "truoc_ngay")]
    pub before_date: String,
    /// Before the number of a cited paper.
    #[serde(rename = "so")]
    pub before_symbol: String,
    /// Before the body that issued it.
    #[serde(rename = "cua")]
    pub before_body: String,
    /// Before the last of several in a running paragraph.
    #[serde(rename = "va")]
    pub before_last: String,
    /// Words with which an author's own basis may begin instead.
    #[serde(rename = "mo_dau")]
    pub openings: Vec<String>,
}

/// Words and marks of Kính gửi, Kính trình.
#[derive(Debug, Clone, Deserialize)]
pub struct AddressWords {
    /// The words of a công văn.
    #[serde(rename = "cong_van")]
    pub letter: String,
    /// The words of a tờ trình.
    #[serde(rename = "to_trinh")]
    pub submission: String,
    /// Marks after several addressees.
    #[serde(flatten)]
    pub marks: ListMarks,
}

/// What phần, chương, mục, tiểu mục and điều are called.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DivisionWords {
    #[serde(rename = "phan")]
    pub part: String,
    #[serde(rename = "chuong")]
    pub chapter: String,
    #[serde(rename = "muc")]
    pub division: String,
    #[serde(rename = "tieu_muc")]
    pub subdivision: String,
    #[serde(rename = "dieu")]
    pub article: String,
}

/// The lines at the right of the header.
#[derive(Debug, Clone, Deserialize)]
pub struct HeaderWords {
    /// Tiêu đề or quốc hiệu (R-D-080, R-N-020).
    #[serde(rename = "tieu_de")]
    pub title: String,
    /// Tiêu ngữ; empty for none (R-N-021).
    #[serde(rename = "tieu_ngu")]
    pub motto: String,
}

/// Words of the signature block.
#[derive(Debug, Clone, Deserialize)]
pub struct SignatureWords {
    /// How wide its column may grow, mm.
    #[serde(rename = "rong_toi_da")]
    pub width: f64,
    /// How an authority to sign begins: `T/M `, `K/T `, `T/L ` (R-D-152).
    #[serde(rename = "quyen_han")]
    pub prefixes: Vec<String>,
    /// Between two offices of one person (R-D-153).
    #[serde(rename = "kiem")]
    pub also: String,
}

/// Words of the annexes.
#[derive(Debug, Clone, Deserialize)]
pub struct AnnexWords {
    /// `Phụ lục`.
    #[serde(rename = "ten")]
    pub name: String,
    /// Whether several annexes count in Roman numerals.
    #[serde(rename = "so_la_ma")]
    pub roman: bool,
    /// Before the paper an annex belongs to; none where no such line is asked for.
    #[serde(rename = "kem_theo")]
    pub belongs_to: Option<String>,
}

/// What the optional marks say.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MarkWords {
    #[serde(rename = "du_thao")]
    pub draft: String,
    #[serde(rename = "khong_pho_bien")]
    pub not_for_media: String,
    #[serde(rename = "khan_chu")]
    pub urgency: UrgencyWords,
}

/// The degrees of urgency as printed (R-D-191).
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct UrgencyWords {
    #[serde(rename = "khan")]
    pub urgent: String,
    #[serde(rename = "thuong_khan")]
    pub very_urgent: String,
    #[serde(rename = "hoa_toc")]
    pub express: String,
}

/// Words of place and date.
#[derive(Debug, Clone, Deserialize)]
pub struct PlaceWords {
    /// Room for a day not yet known.
    #[serde(rename = "chua_co_ngay")]
    pub blank_day: String,
}

/// Words of the title.
#[derive(Debug, Clone, Deserialize)]
pub struct TitleWords {
    /// Before the author named in it: `CỦA `.
    #[serde(rename = "truoc_tac_gia")]
    pub before_author: String,
}

/// Words of an activity.
#[derive(Debug, Clone, Deserialize)]
pub struct ActivityWords {
    /// The mark of a note.
    #[serde(rename = "dau_luu_y")]
    pub note_mark: String,
    /// `Lưu ý:`
    #[serde(rename = "luu_y")]
    pub note: String,
}

/// Labels of a meeting's particulars.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MeetingWords {
    #[serde(rename = "thoi_gian")]
    pub time: String,
    #[serde(rename = "dia_diem")]
    pub venue: String,
    #[serde(rename = "chu_tri")]
    pub chair: String,
    #[serde(rename = "thu_ky")]
    pub secretary: String,
    #[serde(rename = "noi_dung")]
    pub agenda: String,
    #[serde(rename = "thanh_phan")]
    pub participants: String,
    #[serde(rename = "co_mat")]
    pub present: String,
    #[serde(rename = "vang_mat")]
    pub absent: String,
    /// What people are counted as: `đồng chí`.
    #[serde(rename = "nguoi")]
    pub person: String,
    /// The closing sentence, with `{gio}` for the time.
    #[serde(rename = "ket_thuc")]
    pub closing: String,
}

/// Words of a copy.
#[derive(Debug, Clone, Deserialize)]
pub struct CopyWords {
    /// What each form is called.
    #[serde(rename = "hinh_thuc")]
    pub forms: CopyForms,
    /// Its code in the number of the copy.
    #[serde(rename = "ky_hieu")]
    pub codes: CopyForms,
    /// The stamp, where the guidance has one (R-D-235).
    #[serde(rename = "dau")]
    pub stamp: Option<CopyStamp>,
}

/// One word for each form of copy.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CopyForms {
    #[serde(rename = "sao_y")]
    pub certified: String,
    #[serde(rename = "sao_luc")]
    pub from_copy: String,
    #[serde(rename = "trich_sao")]
    pub extract: String,
}

/// The stamp of a copy; its measures are Typst's business.
#[derive(Debug, Clone, Deserialize)]
pub struct CopyStamp {
    /// What its lines begin with.
    #[serde(rename = "nhan")]
    pub labels: CopyStampLabels,
}

/// Labels of the lines of the stamp, in the order of the lines.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CopyStampLabels {
    #[serde(rename = "co_quan")]
    pub body: String,
    #[serde(rename = "so")]
    pub symbol: String,
    #[serde(rename = "hinh_thuc")]
    pub form: String,
    #[serde(rename = "ngay")]
    pub date: String,
    #[serde(rename = "noi_nhan")]
    pub recipients: String,
}

/// Marks after the entries of a list.
#[derive(Debug, Clone, Deserialize)]
pub struct ListMarks {
    /// After each but the last.
    #[serde(rename = "cuoi_moi_noi")]
    pub after_each: String,
    /// After the last.
    #[serde(rename = "cuoi_noi_cuoi")]
    pub after_last: String,
}
