//! The rule about the code of the body in its own symbol: `TU` is a tỉnh ủy's, the code of
//! a board ends with that of its committee (R-D-106, R-D-107).

use super::cited_issuer::{codes_of, full_name, is_known};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::one_line;

pub(super) const RULES: &[Rule] = &[Rule::of_document("R-D-106", Warning, own_code)];

/// Only the code of another body of the table is told, or one that lacks its end: offices
/// have codes of their own.
fn own_code(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let body = &subject.document().body;
    if !subject.is_party() || !body.others.is_empty() {
        return;
    }
    let issuers = &subject.lexicon.citing.issuers;
    let code = body.code.split(['-', '/']).next().unwrap_or_default().trim();
    let right = codes_of(issuers, &full_name(body));
    // The later guidance has a code of the ủy ban kiểm tra alone.
    let cut_short = subject.profile.code == "hd36" && right.iter().any(|own| own.starts_with(code));
    if right.is_empty() || code.is_empty() || right.contains(&code) || !is_known(issuers, code) && !cut_short
    {
        return;
    }
    let (name, right) = (one_line(&body.name), right.join(", "));
    let words = Wording {
        vi: [
            format!("ký hiệu `{code}` không phải của {name}"),
            format!("ghi `{right}`; ký hiệu của ban tham mưu kết bằng ký hiệu của cấp ủy"),
        ],
        en: [
            format!("the code `{code}` is not that of {name}"),
            format!("write `{right}`; the code of a board ends with that of its committee"),
        ],
    };
    found.value(subject, "co_quan.ky_hieu", words);
}
