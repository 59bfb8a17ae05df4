//! In: `STANDARD.md`. Out: the rules it lists, to be shown one by one.

use crate::diagnostic::{Diagnostic, Lang, WorkspaceFault};
use crate::values::nearest;
use crate::workspace::Workspace;

/// A row of `STANDARD.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its stable id, as messages show it.
    pub id: String,
    vi: String,
    en: String,
    status: String,
}

impl Rule {
    /// What it demands, in one sentence.
    #[must_use]
    pub fn demand(&self, lang: Lang) -> &str {
        lang.pick(&self.vi, &self.en)
    }

    /// Whether the program does it, checks it, or leaves it to the author; in
    /// English with the place in the program.
    #[must_use]
    pub fn status(&self, lang: Lang) -> &str {
        let words = [
            ("`laid out`", "tự dàn trang đúng như vậy"),
            ("`checked`", "kiểm tra và báo"),
            ("`author`", "in đúng như đã ghi; người soạn tự lo"),
            ("`not yet`", "chưa làm"),
            ("`n/a`", "không liên quan đến việc dàn trang"),
        ];
        if self.status.contains("`not yet`") && !self.status.starts_with("`not yet`") {
            return lang.pick("làm một phần, phần còn lại chưa làm", &self.status);
        }
        let vi = words.iter().find(|(word, _)| self.status.starts_with(word)).map(|(_, vi)| *vi);
        lang.pick(vi.unwrap_or(&self.status), &self.status)
    }
}

/// All rules in the order of the page.
#[derive(Debug, Clone)]
pub struct Rules(Vec<Rule>);

impl Rules {
    /// Reads the tables of the page: rows of four cells whose first is an id.
    #[must_use]
    pub fn read(workspace: &Workspace) -> Self {
        let page = workspace.template("the-thuc/STANDARD.md").unwrap_or_default();
        let page = String::from_utf8_lossy(&page);
        let rule = |line: &str| {
            let cells: Vec<_> =
                line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
            let [id, vi, en, status] = cells[..] else { return None };
            let is_id = id.chars().any(|c| c.is_ascii_digit() || c.is_ascii_lowercase())
                && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
                && id != "rule"
                && !id.starts_with('-');
            is_id.then(|| Rule { id: id.into(), vi: vi.into(), en: en.into(), status: status.into() })
        };
        Self(page.lines().filter_map(rule).collect())
    }

    /// All rules.
    #[must_use]
    pub fn all(&self) -> &[Rule] {
        &self.0
    }

    /// Whether there is a rule with this id; case does not count.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.find(id).is_some()
    }

    fn find(&self, id: &str) -> Option<&Rule> {
        self.0.iter().find(|rule| rule.id.eq_ignore_ascii_case(id))
    }

    /// The rule with this id; case does not count.
    ///
    /// # Errors
    /// [`WorkspaceFault::UnknownRule`] with the nearest id.
    pub fn named(&self, id: &str) -> Result<&Rule, Diagnostic> {
        self.find(id).ok_or_else(|| {
            let nearest = nearest(id, self.0.iter().map(|rule| rule.id.as_str()));
            Diagnostic::general(WorkspaceFault::UnknownRule { id: id.into(), nearest })
        })
    }
}
