//! In: a name in a list of names. Out: what is no part of it: a number or a bullet
//! before it, a second name beside it, an honorific that is printed anyway, a
//! position in brackets, capitals where others have none.

use std::sync::Arc;

use super::list::ListReader;
use super::order::own_number;
use super::reading::{folded, words};
use super::strange_name::{is_person, strange};
use crate::diagnostic::{Diagnostic, LintFault, Report, Severity, Wording};
use crate::source::{SourceFile, Span};
use crate::values::one_line;

/// What may stand between two names in one cell, surest first.
const BETWEEN: [&str; 9] = [";", " và ", " & ", "/", ",", " - ", "+", " cùng ", " với "];

impl ListReader {
    /// Looks whether a cell holds one name and nothing else, and tells if not.
    /// `titled`: whether the row has an honorific of its own.
    pub(crate) fn one_name(
        &self,
        name: &str,
        titled: bool,
        source: &Arc<SourceFile>,
        span: Span,
        report: &mut Report,
    ) -> bool {
        let name = one_line(name);
        let Some(words) = self.not_one_name(&name, titled) else { return true };
        let fault = LintFault { rule: "ho-ten", severity: Severity::Warning, words };
        report.push(Diagnostic::at(source, span, fault));
        false
    }

    /// Names in capitals throughout in a list whose others are not: a remark, as a
    /// sheet may well print a name so.
    pub(crate) fn in_capitals(names: &[(&str, Span)], source: &Arc<SourceFile>, report: &mut Report) {
        let shouted: Vec<_> = names.iter().filter(|(name, _)| is_shouted(name)).collect();
        if shouted.len() * 2 > names.len() {
            return;
        }
        for (_, span) in shouted {
            let words = Wording {
                vi: [
                    "tên toàn chữ in hoa, khác các tên khác".into(),
                    "viết hoa chữ đầu; mẫu giấy tự in hoa nếu cần".into(),
                ],
                en: [
                    "the name is in capitals throughout, others are not".into(),
                    "write capitals at the beginning only; the sheet prints capitals where it has them"
                        .into(),
                ],
            };
            let fault = LintFault { rule: "ho-ten", severity: Severity::Info, words };
            report.push(Diagnostic::at(source, *span, fault));
        }
    }

    fn not_one_name(&self, name: &str, titled: bool) -> Option<Wording> {
        if let Some(mark) = own_number(name) {
            return Some(Wording {
                vi: [
                    format!("`{mark}` trước tên sẽ bị in ra"),
                    "xoá nó; số thứ tự có cột riêng, chương trình tự đánh số".into(),
                ],
                en: [
                    format!("`{mark}` before the name would be printed"),
                    "delete it; the program numbers the rows".into(),
                ],
            });
        }
        if let Some(between) = BETWEEN.iter().find(|between| self.divides(name, between)) {
            let between = between.trim();
            return Some(Wording {
                vi: [
                    format!("một ô có hai tên, giữa là `{between}`"),
                    "mỗi tên một hàng, mã riêng: mỗi tên một giấy".into(),
                ],
                en: [
                    format!("two names in one cell, `{between}` between them"),
                    "a row with a code of its own for each".into(),
                ],
            });
        }
        let lower = name.to_lowercase();
        let mut honorifics = ["đồng chí ", "đ/c ", "đ/c. ", "ông ", "bà "].into_iter().filter(|_| titled);
        // Ông is a surname too: `Ông Ngọc Đào`.
        let surname = lower.starts_with("ông ") && lower.split_whitespace().count() < 4;
        if let Some(title) = honorifics.find(|title| lower.starts_with(title)).filter(|_| !surname) {
            let title = title.trim();
            return Some(Wording {
                vi: [format!("“{title}” in hai lần: cột danh xưng đã có"), "xoá chữ ấy trước tên".into()],
                en: [
                    format!("“{title}” would be printed twice, the row has an honorific"),
                    "delete it before the name".into(),
                ],
            });
        }
        let bracket = lower.split_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
        let position =
            |own: &str| self.lexicon.signing.positions.iter().any(|known| known.folded == folded(own));
        if let Some(position) = bracket.filter(|own| position(own.trim())) {
            return Some(Wording {
                vi: [format!("sau tên có chức vụ “{position}”"), "xoá nó, ghi vào `chuc_vu`".into()],
                en: [
                    format!("the position “{position}” follows the name"),
                    "delete it; `chuc_vu` is for it".into(),
                ],
            });
        }
        strange(&self.lexicon, name)
    }

    /// What a row says is printed as it stands; `{{ ten }}` is for the lines.
    pub(crate) fn no_placeholder(text: &str, source: &Arc<SourceFile>, span: Span, report: &mut Report) {
        if !text.contains("{{") {
            return;
        }
        let words = Wording {
            vi: [
                "`{{ … }}` trong danh sách không được tính, sẽ bị in ra".into(),
                "ghi thẳng giá trị; `{{ … }}` chỉ dùng trong các dòng của giấy".into(),
            ],
            en: [
                "`{{ … }}` in a list is not computed and would be printed".into(),
                "write the value itself; `{{ … }}` is for the lines of the certificate".into(),
            ],
        };
        let fault = LintFault { rule: "dau-la", severity: Severity::Warning, words };
        report.push(Diagnostic::at(source, span, fault));
    }

    /// Whether both sides of a mark are names: of persons, or of anything after a
    /// semicolon.
    fn divides(&self, name: &str, between: &str) -> bool {
        let parts: Vec<_> = name.split(between).map(str::trim).collect();
        // `b&#7897; …` is the code of a letter.
        let begins =
            |part: &&str| part.starts_with(char::is_uppercase) && part.contains(' ') && !part.contains("&#");
        parts.len() > 1
            && if between == ";" {
                parts.iter().all(begins)
            } else {
                parts.iter().all(|part| is_person(&self.lexicon.names.families, part))
            }
    }
}

/// Whether a name of three syllables or more is in capitals throughout.
fn is_shouted(name: &str) -> bool {
    words(name).count() > 2
        && !name.is_ascii()
        && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}
