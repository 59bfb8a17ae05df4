//! In: one TOML file a guidance (`hd36.toml`, …). Out: what Rust must know of
//! it; sizes and positions are read from the same file by Typst alone.

use serde::Deserialize;

use crate::diagnostic::{ContentFault, Diagnostic, WorkspaceFault};
use crate::documents::System;
use crate::values::Date;
use crate::workspace::Workspace;

/// A guidance: the format rules in force for a span of dates.
#[derive(Debug, Clone, Deserialize)]
pub struct Profile {
    /// Its short name: `hd36`.
    #[serde(rename = "ma")]
    pub code: String,
    /// Whose documents it governs.
    #[serde(rename = "he_thong")]
    pub system: System,
    #[serde(rename = "tu_ngay")]
    from: toml::value::Datetime,
    #[serde(rename = "den_ngay")]
    until: Option<toml::value::Datetime>,
    /// The sheet and its margins.
    #[serde(rename = "trang")]
    pub page: Page,
    /// Words and marks of the number (R-D-100).
    #[serde(rename = "so_ky_hieu")]
    pub symbol: SymbolWords,
    /// Words and marks of the legal bases (R-D-135).
    #[serde(rename = "can_cu")]
    pub basis: BasisWords,
    /// Marks of the recipients (R-D-173).
    #[serde(rename = "noi_nhan")]
    pub recipients: ListMarks,
    /// Words and marks of the addressees (R-D-176…178).
    #[serde(rename = "kinh_gui")]
    pub address: AddressWords,
    /// Words of phần, chương, mục, điều (R-D-137…139).
    #[serde(rename = "bo_cuc")]
    pub divisions: DivisionWords,
    /// Words of the optional marks (R-D-190…195).
    #[serde(rename = "dau_chi")]
    pub marks: MarkWords,
    /// Marks of the signature block.
    #[serde(rename = "ky")]
    pub signature: SignatureMarks,
    /// Words of the annexes (R-D-196).
    #[serde(rename = "phu_luc")]
    pub annexes: AnnexWords,
    /// What an author may choose in the body.
    #[serde(rename = "noi_dung")]
    pub body: BodyRanges,
}

/// The sheet and its margins, mm (R-D-010, R-D-011).
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Page {
    #[serde(rename = "rong")]
    pub width: f64,
    #[serde(rename = "cao")]
    pub height: f64,
    #[serde(rename = "le_tren")]
    pub top: f64,
    #[serde(rename = "le_duoi")]
    pub bottom: f64,
    #[serde(rename = "le_trai")]
    pub left: f64,
    #[serde(rename = "le_phai")]
    pub right: f64,
}

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

/// What phần, chương, mục and điều are called.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DivisionWords {
    #[serde(rename = "phan")]
    pub part: String,
    #[serde(rename = "chuong")]
    pub chapter: String,
    #[serde(rename = "muc")]
    pub division: String,
    #[serde(rename = "dieu")]
    pub article: String,
}

/// How an authority to sign begins (R-D-152).
#[derive(Debug, Clone, Deserialize)]
pub struct SignatureMarks {
    /// `T/M `, `K/T `, `T/L `.
    #[serde(rename = "quyen_han")]
    pub prefixes: Vec<String>,
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

/// What an author may choose, and what holds if nothing is chosen.
#[derive(Debug, Clone, Deserialize)]
pub struct BodyRanges {
    /// Size of the body, pt.
    #[serde(rename = "co_chu")]
    pub size: Range,
    /// Baseline to baseline, pt.
    #[serde(rename = "gian_dong")]
    pub pitch: Range,
    /// Between paragraphs beyond the pitch, pt.
    #[serde(rename = "cach_doan")]
    pub paragraph_gap: Range,
    /// First-line indent, mm.
    #[serde(rename = "thut_dau_dong")]
    pub indent: Range,
}

/// A range with its default.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Range {
    /// The value if nothing is chosen.
    #[serde(rename = "mac_dinh")]
    pub default: f64,
    /// The smallest allowed.
    #[serde(rename = "tu")]
    pub from: f64,
    /// The largest allowed.
    #[serde(rename = "den")]
    pub to: f64,
}

/// All guidances the workspace knows.
#[derive(Debug, Clone)]
pub struct Profiles(Vec<Profile>);

impl Profiles {
    /// Reads every TOML file directly in `templates/the-thuc/`.
    ///
    /// # Errors
    /// A broken profile, with the reason.
    pub fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        let read = |name: &String| -> Result<Profile, Diagnostic> {
            let profile: Profile = super::read(workspace, name)?;
            // Typst finds the file by the code, so they must agree.
            if *name == format!("the-thuc/{}.toml", profile.code) {
                return Ok(profile);
            }
            let detail = format!("ma = \"{}\"", profile.code);
            Err(Diagnostic::general(WorkspaceFault::ProfileBroken { file: name.clone(), detail }))
        };
        workspace.templates_in("the-thuc", ".toml").iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// The guidance of this system in force on `date` (R-D-001).
    ///
    /// # Errors
    /// [`ContentFault::NoProfile`] where none is.
    pub fn on(&self, date: Date, system: System) -> Result<&Profile, ContentFault> {
        let in_force = |profile: &&Profile| {
            profile.system == system
                && super::date_of(&profile.from) <= Some(date)
                && profile.until.as_ref().is_none_or(|until| Some(date) <= super::date_of(until))
        };
        self.0
            .iter()
            .find(in_force)
            .ok_or_else(|| ContentFault::NoProfile { date: date.to_string(), known: self.codes(system) })
    }

    /// The guidance with this short name.
    ///
    /// # Errors
    /// [`ContentFault::UnknownProfile`] where there is none.
    pub fn named(&self, code: &str) -> Result<&Profile, ContentFault> {
        self.0.iter().find(|profile| profile.code == code).ok_or_else(|| ContentFault::UnknownProfile {
            code: code.into(),
            known: self.0.iter().map(|profile| profile.code.as_str()).collect::<Vec<_>>().join(", "),
        })
    }

    /// The codes of one system's guidances.
    fn codes(&self, system: System) -> String {
        let own = self.0.iter().filter(|profile| profile.system == system);
        own.map(|profile| profile.code.as_str()).collect::<Vec<_>>().join(", ")
    }
}
