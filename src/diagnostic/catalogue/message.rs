//! In: a fault, from whichever catalogue. Out: its message in one language.

use std::borrow::Cow;

use super::super::{Lang, Severity};
use super::Fault;

/// The words of one fault in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Stable id of the rule that was broken.
    pub rule: Cow<'static, str>,
    /// How grave it is.
    pub severity: Severity,
    /// One line that stands alone.
    pub headline: String,
    /// What to do next.
    pub hint: String,
}

/// Rule, severity, and headline and hint in Vietnamese and in English.
pub(super) type Words = (&'static str, Severity, [String; 2], [String; 2]);

impl Fault {
    /// The same fault, said of a cell.
    pub(in super::super) fn in_cell(sheet: Option<&str>, cell: String, fault: Self) -> Self {
        Self::InCell { sheet: sheet.map(String::from), cell, fault: Box::new(fault) }
    }

    /// The words for this fault.
    #[must_use]
    pub fn message(&self, lang: Lang) -> Message {
        if let Self::InCell { sheet, cell, fault } = self {
            return of_cell(sheet.as_deref(), cell, fault, lang);
        }
        let (rule, severity, vi, en) = self.words();
        let [headline, hint] = lang.pick(vi, en).map(shortened);
        Message { rule: rule.into(), severity, headline, hint }
    }
}

/// The words for a fault of a cell, which has no place for the comment that keeps
/// what is meant.
fn of_cell(sheet: Option<&str>, cell: &str, fault: &Fault, lang: Lang) -> Message {
    let message = fault.message(lang);
    let place = match sheet {
        Some(sheet) => {
            lang.pick(format!("trang tính “{sheet}”, ô {cell}"), format!("sheet “{sheet}”, cell {cell}"))
        }
        None => lang.pick(format!("ô {cell}"), format!("cell {cell}")),
    };
    let headline = format!("{place}: {}", message.headline);
    let hint = match fault {
        Fault::Lint(_) if message.severity > Severity::Error => {
            let hint = message.hint;
            let comment = |word: &str| format!("`# vankien: bỏ qua {} – {word}`", message.rule);
            lang.pick(
                format!("{hint}; cố ý giữ thì ghi hàng này trong YAML, kèm {}", comment("lý do")),
                format!("{hint}; to keep it, write the row in YAML, with {}", comment("reason")),
            )
        }
        _ => message.hint,
    };
    Message { headline, hint, ..message }
}

/// What a message says at most; a cell of a million letters is known by its first.
fn shortened(words: String) -> String {
    const BEGIN: usize = 400;
    const END: usize = 100;
    let count = words.chars().count();
    if count <= BEGIN + END + 1 {
        return words;
    }
    let part = |from: usize, to: usize| words.chars().skip(from).take(to - from).collect::<String>();
    format!("{}…{}", part(0, BEGIN), part(count - END, count))
}

/// What another program said, in its own language: only ever beside words that
/// stand without it.
pub(super) fn in_detail(said: &str) -> String {
    format!("chi tiết (tiếng Anh): “{}”", said.replace('\n', "; "))
}

/// The nearest of the known words, or all of them.
pub(super) fn suggest_vi(nearest: Option<&String>, known: &str) -> String {
    nearest.map_or_else(|| format!("dùng một trong: {known}"), |name| format!("có phải là `{name}`?"))
}

/// The same in English.
pub(super) fn suggest_en(nearest: Option<&String>, known: &str) -> String {
    nearest.map_or_else(|| format!("use one of: {known}"), |name| format!("did you mean `{name}`?"))
}
