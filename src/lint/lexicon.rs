//! In: the tables in `templates/the-thuc/bang/`. Out: the words that the rules
//! know: positions, abbreviations, slips, bodies that ended, congresses.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

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
    state_kinds: BTreeMap<String, Vec<String>>,
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
        let PositionTable { chuc_vu, danh_xung } = table(workspace, "chuc-vu")?;
        let AbbreviationTable { viet_tat, loai_nha_nuoc } = table(workspace, "viet-tat")?;
        let SlipTable { nham } = table(workspace, "de-nham")?;
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
            positions: chuc_vu,
            titles: danh_xung,
            abbreviations: viet_tat,
            slips: nham,
            ended: ended.collect(),
            congresses: dai_hoi.iter().filter_map(congress).collect(),
            state_kinds: loai_nha_nuoc,
        })
    }

    /// The words for types that only the State issues, lower case.
    pub(super) fn state_kinds(&self) -> impl Iterator<Item = &str> {
        self.state_kinds.keys().map(String::as_str)
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
