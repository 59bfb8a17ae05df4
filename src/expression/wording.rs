//! In: a line of text with expressions, and the fields of one record. Out: the
//! line as that record says it. The filters are those of documents; there is no
//! data set behind it.

use std::collections::BTreeMap;
use std::ops::Range;

use minijinja::value::ValueKind;
use minijinja::{Environment, UndefinedBehavior, Value};

use super::{FUEL, compiled, expressions, fault, filters};
use crate::diagnostic::{ExpressionFault, Fault};

/// Evaluates the lines of a batch, once for each record.
pub(crate) struct Wordings<'n> {
    environment: Environment<'static>,
    names: &'n [&'n str],
}

/// What a record says, by the names that expressions know; `None` prints nothing
/// and is a fault where it is asked for without `thieu`.
pub(crate) type Fields<'f> = BTreeMap<&'static str, Option<&'f str>>;

impl<'n> Wordings<'n> {
    /// `names` are all fields that a record may have.
    pub(crate) fn new(names: &'n [&'n str]) -> Self {
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        filters::register(&mut environment, true);
        Self { environment, names }
    }

    /// The line with its expressions replaced by what the record says.
    ///
    /// # Errors
    /// The first expression that stands for nothing, and where it stands.
    pub(crate) fn words(&self, line: &str, fields: &Fields<'_>) -> Result<String, (Range<usize>, Fault)> {
        let mut words = String::new();
        let mut rest = 0;
        for expression in expressions(line) {
            let range = expression.range;
            let value = match expression.code {
                Some(code) => self.value(code, fields),
                None => Err(ExpressionFault::Unclosed.into()),
            };
            words.push_str(&line[rest..range.start]);
            words.push_str(&value.map_err(|fault| (range.clone(), fault))?);
            rest = range.end;
        }
        Ok(words + &line[rest..])
    }

    fn value(&self, code: &str, fields: &Fields<'_>) -> Result<String, Fault> {
        let compiled = compiled(&self.environment, code, self.names)?;
        let context: BTreeMap<&str, Value> =
            fields.iter().map(|(name, value)| (*name, value.map_or(Value::from(()), Value::from))).collect();
        let value = compiled.eval(Value::from(context)).map_err(|error| fault(&error, self.names))?;
        match value.kind() {
            ValueKind::String => Ok(value.as_str().unwrap_or_default().into()),
            ValueKind::Number => Ok(value.to_string()),
            ValueKind::None | ValueKind::Undefined => Err(ExpressionFault::NoFigure.into()),
            ValueKind::Seq | ValueKind::Iterable => Err(ExpressionFault::IsAList.into()),
            _ => Err(ExpressionFault::NotText.into()),
        }
    }
}
