//! In: one TOML file a guidance (`hd36.toml`, …). Out: what Rust must know of
//! it; sizes and positions are read from the same file by Typst alone.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::Day;
use super::table::{fault_at, fault_at_key};
use super::words::{
    ActivityWords, AddressWords, AnnexWords, BasisWords, CopyWords, DivisionWords, HeaderWords, ListMarks,
    MarkWords, MeetingWords, PlaceWords, SignatureWords, SymbolWords, TitleWords,
};
use crate::diagnostic::{Diagnostic, GuidanceFault, TableFault};
use crate::documents::Presentation;
use crate::values::Date;
use crate::workspace::Workspace;

/// A guidance: the format rules in force for a span of dates.
#[derive(Debug, Clone, Deserialize)]
pub struct Profile {
    /// Its short name: `hd36`.
    #[serde(rename = "ma")]
    pub code: String,
    /// Whose documents it governs: the `he_thong` of their body.
    #[serde(rename = "he_thong")]
    pub system: String,
    #[serde(rename = "tu_ngay")]
    from: Day,
    #[serde(rename = "den_ngay")]
    until: Option<Day>,
    /// The sheet and its margins.
    #[serde(rename = "trang")]
    page: Page,
    /// Other sheets, for administrative slips (R-D-010).
    #[serde(rename = "kho_giay", default)]
    sheets: BTreeMap<String, Page>,
    /// The lines at the right of the header (R-D-080).
    #[serde(rename = "dau_trang")]
    pub header: HeaderWords,
    /// Words and marks of the number (R-D-100).
    #[serde(rename = "so_ky_hieu")]
    pub symbol: SymbolWords,
    /// Words of place and date (R-D-110).
    #[serde(rename = "dia_danh")]
    pub place: PlaceWords,
    /// Words of the title (R-D-124).
    #[serde(rename = "ten_loai")]
    pub title: TitleWords,
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
    /// Words of an activity.
    #[serde(rename = "hoat_dong")]
    pub activity: ActivityWords,
    /// Labels of a meeting.
    #[serde(rename = "cuoc_hop")]
    pub meeting: MeetingWords,
    /// Words of the optional marks (R-D-190…195).
    #[serde(rename = "dau_chi")]
    pub marks: MarkWords,
    /// Words of the signature block.
    #[serde(rename = "ky")]
    pub signature: SignatureWords,
    /// What computed tables are called.
    #[serde(rename = "bang")]
    pub tables: CaptionWords,
    /// What charts are called.
    #[serde(rename = "bieu_do")]
    pub charts: CaptionWords,
    /// Words of the annexes (R-D-196).
    #[serde(rename = "phu_luc")]
    pub annexes: AnnexWords,
    /// Words of a copy (R-D-230, R-D-235).
    #[serde(rename = "ban_sao")]
    pub copy: CopyWords,
    /// What an author may choose in the body.
    #[serde(rename = "noi_dung")]
    pub body: BodyRanges,
    /// Its own ids of rules that the Party's guidance has too: `R-D-174` is
    /// `R-N-044` of the State.
    #[serde(rename = "ma_quy_tac", default)]
    pub clauses: BTreeMap<String, String>,
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

/// Lengths of paper that is printed on, mm.
const PAPER: (f64, f64) = (100.0, 1200.0);
/// What margins leave for the text at least, either way, mm.
const ROOM: f64 = 60.0;

impl Page {
    /// The first length that is none of a sheet, with its key and what it may be.
    fn out_of_bounds(&self) -> Option<(&'static str, f64, (f64, f64))> {
        // Of two margins that leave no room the wider one is wrong.
        let margins = |one: f64, other: f64, length: f64| {
            let least = (0.0, length - ROOM - one.min(other));
            if one >= other { [least, (0.0, length)] } else { [(0.0, length), least] }
        };
        let [top, bottom] = margins(self.top, self.bottom, self.height);
        let [left, right] = margins(self.left, self.right, self.width);
        let all = [
            ("rong", self.width, PAPER),
            ("cao", self.height, PAPER),
            ("le_tren", self.top, top),
            ("le_duoi", self.bottom, bottom),
            ("le_trai", self.left, left),
            ("le_phai", self.right, right),
        ];
        // What is no number is in no range.
        all.into_iter().find(|(_, value, (least, most))| !(*least..=*most).contains(value))
    }
}

/// What stands before the number of a caption.
#[derive(Debug, Clone, Deserialize)]
pub struct CaptionWords {
    /// `Bảng`, `Biểu đồ`.
    #[serde(rename = "nhan")]
    pub label: String,
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
    /// The mark after its last word, if the guidance demands one (R-D-134).
    #[serde(rename = "cuoi")]
    pub end: Option<String>,
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

/// The guidances whose keys an office's own may have.
pub(super) const BUILT_IN: [&str; 3] = ["the-thuc/hd36.toml", "the-thuc/hd05.toml", "the-thuc/nd30.toml"];

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
            if *name != format!("the-thuc/{}.toml", profile.code) {
                let fault = TableFault::Value { value: profile.code.clone() };
                return Err(fault_at(workspace, name, &format!("\"{}\"", profile.code), fault));
            }
            let sheets = profile.sheets.iter().map(|(sheet, page)| (format!("kho_giay.{sheet}"), page));
            for (sheet, page) in std::iter::once(("trang".to_string(), &profile.page)).chain(sheets) {
                let Some((side, value, (least, most))) = page.out_of_bounds() else { continue };
                let key = format!("{sheet}.{side}");
                let [value, least, most] = [value, least, most].map(|length| length.to_string());
                let fault = TableFault::Length { key: key.clone(), value, least, most };
                if let Some(finding) = fault_at_key(workspace, std::slice::from_ref(name), &key, fault) {
                    return Err(finding);
                }
            }
            Ok(profile)
        };
        workspace.templates_in("the-thuc", ".toml").iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// The guidance of this system in force on `date` (R-D-001).
    ///
    /// # Errors
    /// [`GuidanceFault::UnknownSystem`] where no guidance is of this system,
    /// [`GuidanceFault::NoProfile`] where none of them is in force,
    /// [`GuidanceFault::RivalProfiles`] where two came into force together.
    pub fn on(&self, date: Date, system: &str) -> Result<&Profile, GuidanceFault> {
        let in_force = |profile: &&Profile| {
            profile.system == system
                && profile.from <= Day(date)
                && profile.until.is_none_or(|until| Day(date) <= until)
        };
        // A later guidance replaces an earlier one that has no end.
        let since = |profile: &&Profile| profile.from;
        let latest = self.0.iter().filter(in_force).max_by_key(since);
        let equal = |profile: &&Profile| latest.is_some_and(|own| since(profile) == since(&own));
        let mut rivals = self.0.iter().filter(in_force).filter(equal).map(|profile| profile.code.as_str());
        if let (Some(one), Some(other)) = (rivals.next(), rivals.next()) {
            return Err(GuidanceFault::RivalProfiles { codes: format!("{one}, {other}") });
        }
        latest.ok_or_else(|| match self.of_system(system) {
            Ok(known) => GuidanceFault::NoProfile { date: date.to_string(), known },
            Err(fault) => fault,
        })
    }

    /// The codes of one system's guidances, in a row.
    ///
    /// # Errors
    /// [`GuidanceFault::UnknownSystem`] where none is of this system.
    pub fn of_system(&self, system: &str) -> Result<String, GuidanceFault> {
        let own = self.0.iter().filter(|profile| profile.system == system);
        let codes: Vec<_> = own.map(|profile| profile.code.as_str()).collect();
        if codes.is_empty() {
            let systems: BTreeSet<_> = self.0.iter().map(|profile| profile.system.as_str()).collect();
            let known = systems.into_iter().collect::<Vec<_>>().join(", ");
            return Err(GuidanceFault::UnknownSystem { system: system.into(), known });
        }
        Ok(codes.join(", "))
    }

    /// The guidance with this short name.
    ///
    /// # Errors
    /// [`GuidanceFault::UnknownProfile`] where there is none.
    pub fn named(&self, code: &str) -> Result<&Profile, GuidanceFault> {
        self.0.iter().find(|profile| profile.code == code).ok_or_else(|| GuidanceFault::UnknownProfile {
            code: code.into(),
            known: self.0.iter().map(|profile| profile.code.as_str()).collect::<Vec<_>>().join(", "),
        })
    }
}

impl Profile {
    /// The sheet that a document chose; A4 if it chose none, or none that is
    /// known (which validation reports).
    #[must_use]
    pub fn page(&self, presentation: &Presentation) -> &Page {
        let chosen = presentation.sheet.as_ref().and_then(|name| self.sheets.get(name));
        chosen.unwrap_or(&self.page)
    }

    /// The names of the sheets besides A4.
    #[must_use]
    pub fn sheets(&self) -> Vec<&str> {
        self.sheets.keys().map(String::as_str).collect()
    }
}
