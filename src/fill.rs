//! In: a document and the data it may speak of. Out: the same document with
//! every expression `{{ … }}` in its texts replaced by its words, and a finding
//! at each that has none.

use crate::compute::placeholder;
use crate::diagnostic::{Diagnostic, ExpressionFault, Fault, Report};
use crate::documents::{OfficialDocument, When};
use crate::expression::{Evaluator, Scope, expressions};
use crate::load::{self, Loaded, Node, Value};
use crate::source::Span;
use crate::validate::hidden;
use crate::validate::lengths::{LETTERS, too_long};
use crate::values::as_text;

/// Fills a document that declares its data. `None` means that `report` has
/// errors.
pub fn fill(
    loaded: Loaded<OfficialDocument>,
    evaluator: &Evaluator,
    report: &mut Report,
) -> Option<Loaded<OfficialDocument>> {
    let mut sound = true;
    let mut parts = Parts::default();
    parts.settle(&loaded.tree, evaluator, &mut |node, fault| {
        sound = false;
        report.push(at(&loaded, node.span, fault));
    });
    // Short expressions can make long texts, and many of them.
    let mut letters = 0;
    let values = load::to_value(&loaded.tree, &mut |node, text| {
        if letters > LETTERS {
            return String::new();
        }
        if let Some((_, holds)) = parts.conditions.iter().find(|(span, _)| *span == node.span) {
            return if *holds { When::YES } else { When::NO }.into();
        }
        if parts.left_out.iter().any(|part| part.start <= node.span.start && node.span.end <= part.end) {
            return text.into();
        }
        let words = filled(text, evaluator, |range, fault| {
            sound = false;
            report.push(finding(&loaded, node, &range, fault));
        });
        letters += words.chars().count();
        words
    });
    if letters > LETTERS {
        report.push(too_long(&loaded));
        return None;
    }
    if !sound {
        return None;
    }
    match load::from_value(values) {
        Ok(record) => {
            let mut loaded = Loaded { record, ..loaded };
            // What the document does not say, nobody is to read in it.
            if !parts.left_out.is_empty() {
                loaded.tree.take_out(&parts.left_out);
            }
            Some(loaded)
        }
        Err(fault) => {
            report.push(Diagnostic::at(&loaded.source, loaded.tree.span, fault));
            None
        }
    }
}

/// The parts of a document that only some have: `neu`.
#[derive(Default)]
struct Parts {
    conditions: Vec<(Span, bool)>,
    /// What does not belong to this document; its expressions are not looked at.
    left_out: Vec<Span>,
}

impl Parts {
    fn settle(&mut self, node: &Node, evaluator: &Evaluator, fault: &mut impl FnMut(&Node, Fault)) {
        match &node.value {
            Value::Scalar { .. } => {}
            Value::List(items) => items.iter().for_each(|item| self.settle(item, evaluator, fault)),
            Value::Map(entries) => {
                let of = |key: &str| entries.iter().find(|(own, ..)| own == key).map(|(.., value)| value);
                if let (Some(condition), Some(content)) = (of("dieu_kien"), of("noi_dung"))
                    && let Value::Scalar { text, .. } = &condition.value
                {
                    let holds = evaluator.holds(text).map_err(|own| fault(condition, own)).unwrap_or(false);
                    self.conditions.push((condition.span, holds));
                    if !holds {
                        self.left_out.push(content.span);
                        return;
                    }
                }
                for (.., value) in entries {
                    self.settle(value, evaluator, fault);
                }
            }
        }
    }
}

fn finding<R>(loaded: &Loaded<R>, node: &Node, range: &std::ops::Range<usize>, fault: Fault) -> Diagnostic {
    at(loaded, node.place_in(&loaded.source, range), fault)
}

/// A finding in what a document says; where it says so only because it follows
/// another one, both are named.
fn at<R>(loaded: &Loaded<R>, span: Span, fault: Fault) -> Diagnostic {
    let finding = Diagnostic::at(&loaded.source, span, fault);
    if span.start < loaded.source.second_part() || !loaded.source.is_joined() {
        return finding;
    }
    let own = loaded.tree.place_of("so_lieu");
    finding.against(&loaded.source, own, ["văn bản lấy nội dung này", "the document that takes this text"])
}

/// A text with its expressions filled in. The placeholders of an activity are
/// left to its own fields.
/// A text as it is printed, for whoever compares what it says; an expression that
/// stands for nothing leaves nothing.
pub(crate) fn printed(text: &str, scope: &Scope) -> String {
    filled(text, &Evaluator::new(scope.clone()), |_, _| {})
}

fn filled(text: &str, evaluator: &Evaluator, mut fault: impl FnMut(std::ops::Range<usize>, Fault)) -> String {
    let mut words = String::new();
    let mut rest = 0;
    for (start, _) in text.match_indices("{%") {
        fault(start..start + 2, ExpressionFault::Statement.into());
    }
    for expression in expressions(text) {
        let range = expression.range;
        let result = match expression.code {
            Some(code) if placeholder::NAMES.contains(&code) => continue,
            Some(code) => evaluator.words(code),
            None => Err(ExpressionFault::Unclosed.into()),
        };
        words.push_str(&text[rest..range.start]);
        rest = range.end;
        match result {
            Ok(value) => match hidden(&value) {
                Some(own) => fault(range, own.into()),
                None => words.push_str(&as_text(&value)),
            },
            Err(own) => fault(range, own),
        }
    }
    words + &text[rest..]
}
