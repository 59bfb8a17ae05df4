//! In: outputs that lie there and that nothing makes any more. Out: findings that say so,
//! one a data file and reason.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::diagnostic::{Diagnostic, IdleFault, Report};
use crate::state::Idle;

pub(super) fn tell(idle: BTreeMap<(&str, Idle), Vec<PathBuf>>, report: &mut Report) {
    for ((source, why), paths) in idle {
        let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
        for folder in folders {
            let fault = IdleFault::Batch { source: source.into(), why };
            report.push(Diagnostic::in_file(folder.display().to_string(), fault));
        }
        let names = files.iter().skip(1).filter_map(|path| path.file_name());
        let others = names.map(|name| format!("`{}`", name.to_string_lossy())).collect();
        let endings: BTreeSet<_> = files.iter().filter_map(|path| path.extension()?.to_str()).collect();
        let formats = endings.into_iter().collect::<Vec<_>>().join(",");
        if let Some(first) = files.first() {
            let fault = IdleFault::Output { source: source.into(), why, others, formats };
            report.push(Diagnostic::in_file(first.display().to_string(), fault));
        }
    }
}
