//! In: the documents of a workspace. Out: the plans that can be read as a whole, in
//! which a report counts what was done.

use super::{ACTIVITY, Plan, documents, name, plan};
use crate::diagnostic::{DeclaredFault, Report};
use crate::load::{self, FOLLOWED};
use crate::parallel::in_parallel;
use crate::values::nearest;
use crate::workspace::{DataFile, Workspace};

/// The plans of a workspace, for whoever counts in them.
#[derive(Debug, Clone, Default)]
pub struct Plans {
    /// Those that can be read as a whole.
    whole: Vec<Plan>,
    /// Documents with mistakes that may be plans, by their files: nothing is counted in
    /// a part.
    broken: Vec<String>,
}

impl Plans {
    pub(crate) fn read(workspace: &Workspace) -> Self {
        let text = |file: &DataFile| load::bytes_of(file, &mut Report::default()).unwrap_or_default();
        let may_plan = |file: &DataFile| may_plan(&String::from_utf8_lossy(&text(file)));
        let files: Vec<_> = documents(workspace).filter(may_plan).collect();
        let read = in_parallel(files.len(), |at| {
            let mut found = Report::default();
            let loaded = load::load_document(&files[at], &mut found).filter(|_| !found.blocks());
            loaded.map(|loaded| plan(&files[at], &loaded)).ok_or_else(|| name(&files[at]).to_string())
        });
        let mut plans = Self::default();
        for plan in read {
            match plan {
                Ok(plan) => plans.whole.extend(plan),
                Err(broken) => plans.broken.push(broken),
            }
        }
        plans
    }

    /// All that can be read as a whole.
    pub fn iter(&self) -> impl Iterator<Item = &Plan> {
        self.whole.iter()
    }

    /// The plan in this file, its path in `data/`.
    ///
    /// # Errors
    /// [`DeclaredFault::BrokenPlan`] where the file has mistakes,
    /// [`DeclaredFault::NoSuchPlan`] where it plans nothing, or there is none.
    pub fn named(&self, file: &str) -> Result<&Plan, DeclaredFault> {
        self.whole.iter().find(|plan| plan.file == file).ok_or_else(|| {
            if self.broken.iter().any(|broken| broken == file) {
                return DeclaredFault::BrokenPlan { file: file.into() };
            }
            let nearest = nearest(file, self.whole.iter().map(|plan| plan.file.as_str()));
            DeclaredFault::NoSuchPlan { file: file.into(), nearest }
        })
    }
}

/// Whether a document may speak of an activity, or follow another one, which may: the
/// others, a long report above all, need not be read for their plans. Keys may be written
/// in any form that YAML has.
fn may_plan(text: &str) -> bool {
    let is_key = |(at, word): (usize, &str)| {
        let after = &text[at + word.len()..];
        after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')).starts_with(':')
    };
    let escaped = ["\\x", "\\u", "\\U"].iter().any(|escape| text.contains(escape));
    escaped || text.contains(ACTIVITY) || text.match_indices(FOLLOWED).any(is_key)
}

#[cfg(test)]
mod tests {
    use super::may_plan;

    #[test]
    fn what_may_plan_is_read_however_its_keys_are_written() {
        for text in [
            "noi_dung:\n  - hoat_dong: {viec: Họp}\n",
            "theo: a.yml\nso: 29\n",
            "\u{feff}theo: a.yml\n",
            "so: 29\rtheo: a.yml\r",
            "{so: 29, theo: a.yml}",
            "{so: 29, \"theo\" : a.yml}",
            "{ so: 29\n, 'theo': a.yml\n}",
            "{\n\ttheo: a.yml, so: 29}",
            "--- {theo: a.yml}",
            "so: 29\n? theo\n: a.yml\n",
            "\"the\\x6f\": a.yml\n",
            "- \"hoat\\u005fdong\": {viec: Họp}\n",
        ] {
            assert!(may_plan(text), "{text}");
        }
        assert!(!may_plan("noi_dung:\n  - doan: Làm theo Bác, theo dõi, tổng kết theo quy định\n"));
    }
}
