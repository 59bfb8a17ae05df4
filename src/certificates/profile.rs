//! In: a TOML file of `templates/giay/`. Out: paper, frame, styles and places of
//! a certificate. Lengths are mm from the edge of the paper, sizes pt; a profile
//! that follows another one says only what differs.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::bounds;
use super::parts::{Code, Emblem, Foot, Frame, Heading, Paper, Place, Sheet, Stretch, Style};
use super::places;
use super::record::PrintMode;
use crate::diagnostic::{Diagnostic, Fault, ProfileFault, TableFault};
use crate::digest::Digest;
use crate::standard;
use crate::values::nearest;
use crate::workspace::Workspace;

/// Where the profiles lie among the templates.
pub(super) const FOLDER: &str = "giay";

/// How certificates of one kind look.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateProfile {
    /// Its name for people.
    #[serde(rename = "ten")]
    pub label: String,
    /// The ways it can be printed; the first holds if none is named.
    #[serde(rename = "cach_in")]
    pub modes: Vec<PrintMode>,
    /// The parts that an overlay prints.
    #[serde(rename = "de_len")]
    pub(super) overlay: Vec<String>,
    /// By what every length and size is multiplied.
    #[serde(rename = "ti_le", default = "one")]
    pub(super) scale: f64,
    #[serde(rename = "do")]
    pub(super) red: String,
    #[serde(rename = "den")]
    pub(super) black: String,
    /// One certificate.
    #[serde(rename = "giay")]
    pub paper: Paper,
    /// The sheet that several are printed on, to be cut.
    #[serde(rename = "to")]
    pub sheet: Option<Sheet>,
    #[serde(rename = "khung")]
    pub(super) frame: Frame,
    #[serde(rename = "tieu_de")]
    pub(super) heading: Heading,
    #[serde(rename = "bieu_trung")]
    pub(super) emblem: Emblem,
    #[serde(rename = "ma_qr")]
    pub(super) code: Code,
    #[serde(rename = "kieu")]
    pub(super) styles: BTreeMap<String, Style>,
    #[serde(rename = "chan")]
    pub(super) foot: Foot,
    /// Where the blank has room for each part that an overlay prints.
    #[serde(rename = "cho", default)]
    pub(super) places: BTreeMap<String, Place>,
    #[serde(rename = "gian")]
    pub(super) stretch: Stretch,
    /// The keys of the places that its own file gives, by their parts; the others are
    /// those of the profile it follows.
    #[serde(skip)]
    own_places: BTreeMap<String, Vec<String>>,
    /// All that it says, as a digest, whatever the program calls the parts of it.
    #[serde(skip)]
    pub(super) said: Digest,
    /// Its file and those of the profiles it follows, among the templates.
    #[serde(skip)]
    files: Vec<String>,
}

/// The styles of the heading.
const HEADING: [&str; 2] = ["tieu_de", "tieu_ngu"];

fn one() -> f64 {
    1.0
}

impl CertificateProfile {
    /// Reads the profile with this name, and what it follows.
    ///
    /// # Errors
    /// A name that no profile has, without a place; or a broken profile, at its key.
    pub(super) fn read(workspace: &Workspace, name: &str) -> Result<Self, Diagnostic> {
        let known = workspace.templates_in(FOLDER, ".toml");
        let known: Vec<_> =
            known.iter().filter_map(|path| path.strip_prefix("giay/")?.strip_suffix(".toml")).collect();
        let unknown = |name: &str| {
            // The name of the file itself is near.
            let nearest = nearest(name.trim_end_matches(".toml"), known.iter().copied());
            ProfileFault::Unknown { name: name.into(), nearest, known: known.join(", ") }
        };
        if !known.contains(&name) {
            return Err(Diagnostic::general(unknown(name)));
        }
        let mut table: toml::Table = standard::read(workspace, &file(name))?;
        let mut files = vec![file(name)];
        let places = table.get("cho").and_then(toml::Value::as_table);
        let keys =
            |place: &toml::Value| place.as_table().into_iter().flat_map(toml::Table::keys).cloned().collect();
        let own_places =
            places.into_iter().flatten().map(|(part, place)| (part.clone(), keys(place))).collect();
        while let Some(base) = table.remove("theo") {
            let base = base.as_str().unwrap_or_default().trim().to_string();
            let last = files.last().cloned().into_iter().collect::<Vec<_>>();
            if files.contains(&file(&base)) {
                return Err(at_key(
                    workspace,
                    &last,
                    "theo",
                    ProfileFault::FollowsItself { name: base }.into(),
                ));
            }
            if !known.contains(&base.as_str()) {
                return Err(at_key(workspace, &last, "theo", unknown(&base).into()));
            }
            let mut whole: toml::Table = standard::read(workspace, &file(&base))?;
            files.push(file(&base));
            overlay(&mut whole, table);
            table = whole;
        }
        let at = |key: &str, fault: Fault| at_key(workspace, &files, key, fault);
        let broken = |key: &str, detail: &str| at(key, TableFault::Broken { detail: detail.into() }.into());
        let unknown_place = unknown_place(&table);
        let said = Digest::default().with(table.to_string());
        let profile: Self = table.try_into().map_err(|error: toml::de::Error| {
            let key = key_of(&error.to_string());
            // What a misspelt part lacks is not what is wrong with it.
            match unknown_place.filter(|(part, _)| key.ends_with(part.as_str())) {
                Some((_, fault)) => at(&key, fault.into()),
                None => broken(&key, error.message()),
            }
        })?;
        let profile = Self { own_places, said, files: files.clone(), ..profile };
        let styles = ["tieu_de", "tieu_ngu", "ngay", "ky", "ho_ten", "quyet_dinh", "vao_so"];
        match styles.iter().find(|style| !profile.styles.contains_key(**style)) {
            Some(style) => Err(broken("kieu", &format!("missing field `{style}`"))),
            None if profile.modes.is_empty() => Err(broken("cach_in", "invalid length")),
            None => match bounds::first(&profile) {
                None => match bounds::colour(&profile) {
                    None => Ok(profile),
                    Some((key, value)) => {
                        let (file, key, value) = (file(name), key.to_string(), value.to_string());
                        Err(at(&key.clone(), ProfileFault::NoColour { file, key, value }.into()))
                    }
                },
                Some(own) => Err(at(&own.key.clone(), out_of_bounds(name, own))),
            },
        }
    }

    /// Whether a part is printed.
    pub(super) fn prints(&self, mode: PrintMode, part: &str) -> bool {
        mode == PrintMode::Full || self.overlay.iter().any(|own| own == part)
    }

    /// What keeps it from being printed on a blank: a part without a place, or a
    /// place on another one. `name` is the profile's.
    pub(super) fn blank(&self, workspace: &Workspace, name: &str) -> Option<Diagnostic> {
        let lacks = |part: &&str| !self.styles.contains_key(*part) || !self.places.contains_key(*part);
        if let Some(part) = self.placed().into_iter().find(lacks) {
            let fault = ProfileFault::NoPlace { file: file(name), part: part.into() };
            return Some(at_key(workspace, &self.files, "de_len", fault.into()));
        }
        let own = places::first(self, &self.own_places)?;
        Some(at_key(workspace, &self.files, &own.key.clone(), out_of_bounds(name, own)))
    }

    /// The parts that a blank has a place for: the signer's name goes with the
    /// signature, the heading has its own.
    pub(super) fn placed(&self) -> Vec<&str> {
        let parts = self.overlay.iter().map(String::as_str);
        let signed = parts.clone().filter(|part| *part == "ky").map(|_| "ho_ten");
        parts.filter(|part| !HEADING.contains(part)).chain(signed).collect()
    }

    /// The places of its own file at which nothing is printed, as no overlay prints
    /// their part. `name` is the profile's.
    pub(super) fn unused_places(&self, workspace: &Workspace, name: &str) -> Vec<Diagnostic> {
        let placed = self.placed();
        let unused = self.own_places.keys().filter(|part| {
            let part = part.as_str();
            !placed.contains(&part) && !self.overlay.iter().any(|own| own == part)
        });
        let fault = |part: &String| {
            let fault = ProfileFault::PlaceUnused { file: file(name), part: part.clone() };
            at_key(workspace, &self.files, &format!("cho.{part}"), fault.into())
        };
        unused.map(fault).collect()
    }

    /// The styles that a line in the middle of the page may have.
    pub(super) fn line_styles(&self) -> impl Iterator<Item = &str> {
        self.styles.iter().filter(|(_, style)| style.gap.is_some()).map(|(name, _)| name.as_str())
    }

    /// Width and height of one certificate as printed, mm.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        (self.paper.width * self.scale, self.paper.height * self.scale)
    }
}

/// A place of a part that no style sets, such as a misspelt one.
fn unknown_place(table: &toml::Table) -> Option<(String, ProfileFault)> {
    let keys =
        |name: &str| table.get(name).and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys);
    let known: Vec<&str> = keys("kieu").map(String::as_str).collect();
    let name = keys("cho").find(|part| !known.contains(&part.as_str()))?.clone();
    let nearest = nearest(&name, known.iter().copied());
    let fault = ProfileFault::UnknownStyle { name: name.clone(), nearest, known: known.join(", ") };
    Some((name, fault))
}

fn out_of_bounds(name: &str, own: bounds::OutOfBounds) -> Fault {
    let of = |value: f64| format!("{}", (value * 100.0).round() / 100.0);
    let [value, least, most] = [own.value, own.least, own.most].map(of);
    let (file, key) = (file(name), own.key);
    match own.beside {
        Some(other) => ProfileFault::PlacesMeet { file, key, value, other, least, most }.into(),
        None => ProfileFault::OutOfBounds { file, key, value, least, most }.into(),
    }
}

fn file(name: &str) -> String {
    format!("{FOLDER}/{name}.toml")
}

/// A fault at its key in the office's own files; without a place in built-in ones.
fn at_key(workspace: &Workspace, files: &[String], key: &str, fault: Fault) -> Diagnostic {
    let own = standard::fault_at_key(workspace, files, key, fault.clone());
    own.unwrap_or_else(|| Diagnostic::general(fault))
}

/// The key that a fault of the reader of TOML speaks of, with the tables around it.
fn key_of(told: &str) -> String {
    let quoted = |text: &str| text.split('`').nth(1).unwrap_or_default().to_string();
    let around =
        told.lines().find_map(|line| line.trim().strip_prefix("in ")).map(quoted).unwrap_or_default();
    if !told.starts_with("unknown field") {
        return around;
    }
    let name = quoted(told);
    if around.is_empty() { name } else { format!("{around}.{name}") }
}

/// What `own` says, over what `base` says.
fn overlay(base: &mut toml::Table, own: toml::Table) {
    for (key, value) in own {
        match (base.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(value)) => overlay(below, value),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}
