//! In: the rows of a list of names. Out: cells of one row, or whole columns, that were
//! exchanged: persons under the unit, units under the name or the model. A part of the
//! rule `doi-cho`; columns are told once, at the first row.

use std::collections::HashMap;
use std::sync::Arc;

use super::list::ListReader;
use super::reading::folded;
use super::strange_name::is_person;
use crate::diagnostic::{Diagnostic, LintFault, Report, Severity, Wording};
use crate::source::{SourceFile, Span};
use crate::values::one_line;

/// What a list says of one of its rows.
pub(crate) struct ListedRow<'r> {
    /// Whom the certificate is for.
    pub(crate) name: &'r str,
    /// Where that one belongs.
    pub(crate) unit: Option<&'r str>,
    /// The model.
    pub(crate) model: Option<&'r str>,
    /// Whether the list says that it is a person.
    pub(crate) is_person: bool,
}

/// Fewer rows tell nothing of a column.
const FEWEST: usize = 2;

/// Syllables that stand between the family name and the given name.
const MIDDLE: [&str; 2] = ["văn", "thị"];

/// What follows the head of a unit in the title of a person: `Tổ trưởng`, `Hội viên`.
const TITLES: [&str; 4] = ["trưởng", "phó", "viên", "sĩ"];

impl ListReader {
    /// Looks for cells that stand in each other's place.
    pub(crate) fn exchanged(
        &self,
        rows: &[ListedRow<'_>],
        source: &Arc<SourceFile>,
        place: impl Fn(usize, &str) -> Span,
        report: &mut Report,
    ) {
        let mut tell = |at: usize, key: &str, words: Wording| {
            let fault = LintFault { rule: "doi-cho", severity: Severity::Warning, words };
            report.push(Diagnostic::at(source, place(at, key), fault));
        };
        let units: Vec<_> = rows.iter().filter_map(|row| row.unit).collect();
        let persons = units.iter().filter(|unit| is_person(&self.lexicon.names.families, unit)).count();
        // A list says the same name of a unit of many of its rows, here perhaps once.
        let bodies = rows.iter().filter(|row| self.is_unit(row.name)).count();
        if persons >= FEWEST && persons * 2 > units.len() && bodies > 0 && bodies * 2 > rows.len() {
            tell(0, "ten", columns());
            return;
        }
        let mut times: HashMap<&str, usize> = HashMap::new();
        for unit in &units {
            *times.entry(unit).or_default() += 1;
        }
        let usual = units.iter().filter(|unit| self.is_unit(unit)).count() * 2 > units.len();
        for (at, row) in rows.iter().enumerate() {
            // What stands in several rows, or in the records, is a unit.
            let odd = |unit: &&str| times.get(unit) == Some(&1) && !self.knows_unit(unit);
            if let Some((key, words)) = self.in_row(row, row.unit.filter(odd), usual) {
                tell(at, key, words);
            }
        }
    }

    /// `odd`: the unit, unless it is one for certain; `usual`: whether most units of the
    /// list begin like one.
    fn in_row(&self, row: &ListedRow<'_>, odd: Option<&str>, usual: bool) -> Option<(&'static str, Wording)> {
        let no_unit = odd.filter(|unit| !self.is_unit(unit));
        // `Hoàng Sa Trường Sa` may well be a model, and `Trần Hưng Đạo` a unit, `Phạm Văn Dũng` hardly.
        let middle = |cell: &&str| cell.split_whitespace().nth(1).is_some_and(is_middle);
        let of_a_person = self.person(Some(row.name)).is_some();
        let person_as_model = self.person(row.model).filter(middle);
        let name = one_line(row.name);
        if self.is_unit(&name) {
            if let Some(unit) = self.person(odd) {
                return Some(("ten", both(["tên", &name], ["đơn vị", &one_line(unit)])));
            }
            if let Some(model) = person_as_model.filter(|_| no_unit.is_some()) {
                return Some(("ten", both(["tên", &name], ["mô hình", &one_line(model)])));
            }
            return row.is_person.then(|| ("ten", no_person(&name)));
        }
        if let Some(unit) = self.person(odd).filter(|unit| usual && (!of_a_person || middle(unit))) {
            return Some(("don_vi", one_of("đơn vị", "unit", unit)));
        }
        if let (Some(unit), Some(model)) = (no_unit, row.model.filter(|model| self.names_unit(model))) {
            return Some(("don_vi", both(["đơn vị", &one_line(unit)], ["mô hình", &one_line(model)])));
        }
        let model = person_as_model.filter(|_| !of_a_person)?;
        Some(("mo_hinh", one_of("mô hình", "model", model)))
    }

    fn person<'r>(&self, cell: Option<&'r str>) -> Option<&'r str> {
        cell.filter(|cell| self.lexicon.reads_as_person(cell))
    }

    /// Whether a name begins like that of a unit; `Ban Văn Hùng` is a person.
    fn is_unit(&self, name: &str) -> bool {
        let name = one_line(name);
        let Some(rest) = self.after_head(&name) else { return false };
        let next = rest.split(' ').next().unwrap_or_default().to_lowercase();
        let is_person = TITLES.contains(&next.as_str()) || (is_middle(&next) && in_capitals(&name));
        !is_person
    }

    /// What follows the word that the name of a unit begins with.
    fn after_head<'n>(&self, name: &'n str) -> Option<&'n str> {
        let lower = folded(name);
        let begins =
            |head: &&String| lower.strip_prefix(head.as_str()).is_some_and(|own| own.starts_with(' '));
        let head = self.lexicon.names.unit_heads.iter().find(begins)?;
        name.splitn(head.split(' ').count() + 1, ' ').last()
    }

    /// Whether this can be nothing but the name of a unit: `Chi bộ ấp 3`; a model may well
    /// be called `Chi bộ 4 tốt`, `Tổ ấm Yêu Thương`.
    fn names_unit(&self, title: &str) -> bool {
        let title = one_line(title);
        let mut own = title.as_str();
        while let Some(rest) = self.after_head(own) {
            own = rest;
        }
        let named =
            own.split(' ').all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
        self.is_unit(&title) && (self.knows_unit(&title) || named && title.split(' ').count() > 2)
    }
}

/// Whether every word begins with a capital.
fn in_capitals(name: &str) -> bool {
    name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

fn is_middle(syllable: &str) -> bool {
    MIDDLE.iter().any(|own| folded(own) == folded(syllable))
}

fn columns() -> Wording {
    Wording {
        vi: [
            "cột tên chứa đơn vị, cột đơn vị chứa tên người".into(),
            "hai cột đổi chỗ cho nhau: sửa lại hàng tiêu đề".into(),
        ],
        en: [
            "the column of names holds units, that of units holds persons".into(),
            "the two are exchanged: mend the headings".into(),
        ],
    }
}

/// Two cells of a row, each with what it is for and what it says.
fn both([one, said]: [&str; 2], [other, says]: [&str; 2]) -> Wording {
    let english = |cell: &str| match cell {
        "tên" => "name",
        "đơn vị" => "unit",
        _ => "model",
    };
    Wording {
        vi: [
            format!("{one} ghi `{said}`, {other} ghi `{says}`"),
            "các ô của dòng này đổi chỗ cho nhau: đặt lại từng ô".into(),
        ],
        en: [
            format!("the {} is `{said}`, the {} `{says}`", english(one), english(other)),
            "cells of this row are exchanged: put each in its place".into(),
        ],
    }
}

/// The name of a person in a cell for something else.
fn one_of(vi: &str, en: &str, written: &str) -> Wording {
    let written = one_line(written);
    Wording {
        vi: [
            format!("{vi} ghi `{written}`, là tên người"),
            format!("các ô của dòng này có đổi chỗ không? ghi đúng {vi}"),
        ],
        en: [
            format!("the {en} is `{written}`, the name of a person"),
            format!("are cells of this row exchanged? write the {en} itself"),
        ],
    }
}

fn no_person(name: &str) -> Wording {
    Wording {
        vi: [
            format!("`doi_tuong` là cá nhân mà tên ghi đơn vị: `{name}`"),
            "ghi họ tên người nhận; trao cho tập thể thì `doi_tuong: tap_the`".into(),
        ],
        en: [
            format!("`doi_tuong` is a person, the name that of a unit: `{name}`"),
            "write the person's name; a collective has `doi_tuong: tap_the`".into(),
        ],
    }
}
