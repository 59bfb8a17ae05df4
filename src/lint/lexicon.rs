//! In: the tables in `templates/the-thuc/bang/`. Out: the words that the rules
//! know: positions, abbreviations, slips, bodies that ended, congresses.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::deadline::DeadlineWords;
use super::history::PastWords;
use crate::diagnostic::Diagnostic;
use crate::standard;
use crate::values::{Date, without_marks};
use crate::workspace::Workspace;

/// What the rules look words up in.
#[derive(Debug)]
pub struct Lexicon {
    /// Positions, each as it is spelled.
    pub(super) positions: Vec<String>,
    /// Academic and military titles that are no part of a name.
    pub(super) titles: Vec<String>,
    /// Abbreviations everyone knows, with their meaning.
    pub(super) abbreviations: BTreeMap<String, String>,
    /// Slips and what was meant.
    pub(super) slips: Vec<Slip>,
    /// Bodies and their last day.
    pub(super) ended: Vec<Ended>,
    /// Party congresses by their Roman numeral.
    pub(super) congresses: Vec<Congress>,
    /// Words that tell the past from the present.
    pub(super) past: PastWords,
    /// Words before which a weekday stands.
    pub(super) before_weekday: Vec<String>,
    /// Words of deadlines.
    pub(super) deadline: DeadlineWords,
    /// Words that no name of an issuer holds.
    pub(super) citation_verbs: Vec<String>,
    /// Words that tell no title from another.
    pub(super) general_words: Vec<String>,
    /// Types whose symbol bears a year.
    pub(super) years_in_symbols: Vec<String>,
    /// Since when.
    pub(super) years_since: i32,
    /// Words that a proper name follows, the longest first.
    pub(super) name_heads: Vec<NameHead>,
    /// Ordinary words that begin like a name.
    pub(super) ordinary_words: Vec<String>,
    /// Words before a person's name.
    pub(super) before_persons: Vec<String>,
    /// Family names, lower case.
    pub(super) family_names: Vec<String>,
    /// Names of bodies that all offices write.
    pub(super) body_names: Vec<String>,
    /// Bodies that decide together.
    pub(super) committees: Vec<String>,
    /// Heads, whom nobody signs on behalf of.
    pub(super) single_heads: Vec<String>,
    /// Heads of units, who are no committee.
    pub(super) unit_heads: Vec<String>,
    /// Types that are signed by whoever took part.
    pub(super) signed_by_parties: Vec<String>,
    state_kinds: BTreeMap<String, Vec<String>>,
}

/// A word that a proper name follows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NameHead {
    /// The word, lower case.
    #[serde(rename = "chu")]
    pub(super) word: String,
    /// What shares its names: a committee and its đảng bộ.
    #[serde(rename = "ho")]
    pub(super) family: String,
    /// Whether the name is that of a place, with a capital on every syllable.
    #[serde(rename = "noi", default)]
    pub(super) is_place: bool,
}

/// A slip that is never meant.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slip {
    /// What was typed, lower case.
    #[serde(rename = "sai")]
    pub(super) wrong: String,
    /// What was meant.
    #[serde(rename = "dung")]
    pub(super) right: String,
    /// Words after which it is none: `tám gương mặt`.
    #[serde(rename = "tru_khi", default)]
    pub(super) unless: Vec<String>,
}

/// A body or an area that no longer exists.
#[derive(Debug)]
pub(super) struct Ended {
    /// Its name, lower case; in the middle of a longer name it does not count.
    pub(super) name: String,
    /// Its last day.
    pub(super) until: Date,
    /// What stands in its place.
    pub(super) now: String,
}

/// A national congress of the Party.
#[derive(Debug)]
pub(super) struct Congress {
    /// `XII`.
    pub(super) ordinal: String,
    /// The day it closed.
    pub(super) closed: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PositionTable {
    chuc_vu: Vec<String>,
    danh_xung: Vec<String>,
    tap_the: Vec<String>,
    mot_nguoi: Vec<String>,
    dung_dau_don_vi: Vec<String>,
    cac_ben_ky: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AbbreviationTable {
    viet_tat: BTreeMap<String, String>,
    loai_nha_nuoc: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SlipTable {
    nham: Vec<Slip>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameTable {
    dau: Vec<NameHead>,
    tieng_thuong: Vec<String>,
    truoc_ten_nguoi: Vec<String>,
    ho_nguoi: Vec<String>,
    co_quan: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CitationTable {
    khong_phai_ten: Vec<String>,
    chu_chung: Vec<String>,
    co_nam: Vec<String>,
    co_nam_tu: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TimeTable {
    truoc_thu: Vec<String>,
    han: DeadlineWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndedTable {
    co_quan: Vec<EndedRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndedRow {
    ten: Vec<String>,
    den_ngay: toml::value::Datetime,
    nay_la: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CongressTable {
    dai_hoi: BTreeMap<String, toml::value::Datetime>,
}

impl Lexicon {
    /// Reads the tables.
    ///
    /// # Errors
    /// A broken table, with the reason.
    pub fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        fn table<T: DeserializeOwned>(workspace: &Workspace, name: &str) -> Result<T, Diagnostic> {
            standard::read(workspace, &format!("the-thuc/bang/{name}.toml"))
        }
        let signing: PositionTable = table(workspace, "chuc-vu")?;
        let AbbreviationTable { viet_tat, loai_nha_nuoc } = table(workspace, "viet-tat")?;
        let SlipTable { nham } = table(workspace, "de-nham")?;
        let mut names: NameTable = table(workspace, "ten-rieng")?;
        names.dau.sort_by_key(|head| std::cmp::Reverse(head.word.len()));
        let TimeTable { truoc_thu, han } = table(workspace, "thoi-gian")?;
        let CitationTable { khong_phai_ten, chu_chung, co_nam, co_nam_tu } = table(workspace, "vien-dan")?;
        let EndedTable { co_quan } = table(workspace, "co-quan-da-giai-the")?;
        let CongressTable { dai_hoi } = table(workspace, "dai-hoi")?;
        let ended = co_quan.iter().flat_map(|row| {
            let until = standard::date_of(&row.den_ngay);
            row.ten.iter().filter_map(move |name| {
                Some(Ended { name: name.to_lowercase(), until: until?, now: row.nay_la.clone() })
            })
        });
        let congress = |(ordinal, closed): (&String, &toml::value::Datetime)| {
            Some(Congress { ordinal: ordinal.clone(), closed: standard::date_of(closed)? })
        };
        Ok(Self {
            positions: signing.chuc_vu,
            titles: signing.danh_xung,
            committees: signing.tap_the,
            single_heads: signing.mot_nguoi,
            unit_heads: signing.dung_dau_don_vi,
            signed_by_parties: signing.cac_ben_ky,
            abbreviations: viet_tat,
            slips: nham,
            ended: ended.collect(),
            congresses: dai_hoi.iter().filter_map(congress).collect(),
            past: table(workspace, "chuyen-cu")?,
            before_weekday: truoc_thu,
            deadline: han,
            citation_verbs: khong_phai_ten,
            general_words: chu_chung,
            years_in_symbols: co_nam,
            years_since: co_nam_tu,
            name_heads: names.dau,
            ordinary_words: names.tieng_thuong,
            before_persons: names.truoc_ten_nguoi,
            family_names: names.ho_nguoi,
            body_names: names.co_quan,
            state_kinds: loai_nha_nuoc,
        })
    }

    /// The words for types that only the State issues, lower case.
    pub(super) fn state_kinds(&self) -> impl Iterator<Item = &str> {
        self.state_kinds.keys().map(String::as_str)
    }

    /// The codes of all types that only the State issues.
    pub(super) fn all_state_codes(&self) -> impl Iterator<Item = &str> {
        self.state_kinds.values().flatten().map(String::as_str)
    }

    /// The codes of a type that only the State issues, the usual one first.
    pub(super) fn state_codes(&self, kind: &str) -> impl Iterator<Item = &str> {
        self.state_kinds.get(kind).into_iter().flatten().map(String::as_str)
    }

    /// The type that only the State issues and that has this code.
    pub(super) fn state_kind_of(&self, code: &str) -> Option<&str> {
        let bears = |(_, codes): &(&String, &Vec<String>)| codes.iter().any(|own| own == code);
        self.state_kinds.iter().find(bears).map(|(kind, _)| kind.as_str())
    }

    /// The known abbreviation that differs from this one by marks only.
    pub(super) fn abbreviation_like(&self, word: &str) -> Option<&str> {
        let plain = without_marks(word);
        let same = |known: &&String| known.as_str() != word && without_marks(known) == plain;
        self.abbreviations.keys().find(same).map(String::as_str)
    }
}
