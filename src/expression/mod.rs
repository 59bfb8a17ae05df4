//! In: an expression from a document's text and the data it may speak of. Out:
//! the words it stands for. Besides [`crate::render`] the only user of
//! minijinja.
//!
//! Only expressions are evaluated, never statements: nothing can loop, read a
//! file or run code, and the fuel ends what would still take long.

mod filters;
mod functions;
mod number;
mod scan;
mod wording;

use std::sync::Arc;

use minijinja::value::ValueKind;
use minijinja::{Environment, Error, ErrorKind, Expression, UndefinedBehavior, Value};

pub(crate) use number::Number;
pub(crate) use scan::expressions;
pub(crate) use wording::{Fields, Wordings};

use crate::dataset::{Dataset, Placed};
use crate::diagnostic::{ExpressionFault, Fault};
use crate::figures::{Period, Style};
use crate::recognition::Recognised;
use crate::values::{Date, nearest, writing};

/// Steps that one expression may take; a sentence needs a few dozen.
const FUEL: u64 = 20_000;

/// Letters that one expression may have. It is read by recursion and what it joins is copied
/// again at each step, which the fuel does not count.
const LETTERS: usize = 2_000;

/// What a blank form prints in place of every figure.
const DOTS: &str = "………";

/// What the expressions of a document may speak of.
#[derive(Debug, Clone)]
pub struct Scope {
    /// The data; none in a blank form.
    pub data: Arc<Dataset>,
    /// The years.
    pub period: Period,
    /// The document's own date, which is its today.
    pub today: Date,
    /// Whether counts below ten are padded.
    pub padded: bool,
    /// Whether figures are left blank.
    pub blank: bool,
    /// What the document recognises, if it is a decision that does.
    pub recognised: Option<Arc<[Placed<Recognised>]>>,
}

impl Scope {
    /// A figure as text.
    #[must_use]
    pub fn printed(&self, number: &Number) -> String {
        number.printed(self.padded)
    }
}

/// Evaluates the expressions of one document.
pub struct Evaluator {
    environment: Environment<'static>,
    scope: Arc<Scope>,
}

impl Evaluator {
    /// Prepares to evaluate in this scope.
    #[must_use]
    pub fn new(scope: Scope) -> Self {
        let scope = Arc::new(scope);
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        filters::register(&mut environment, scope.padded);
        functions::register(&mut environment, &scope);
        Self { environment, scope }
    }

    /// The words that an expression stands for.
    ///
    /// # Errors
    /// Why it stands for nothing that can be printed.
    pub fn words(&self, expression: &str) -> Result<String, Fault> {
        let compiled = self.compiled(expression)?;
        // The period of a form is known, its figures are not.
        let about_period = compiled.undeclared_variables(false).iter().all(|name| name == functions::PERIOD);
        if self.scope.blank && !about_period {
            return Ok(DOTS.into());
        }
        let value = compiled.eval(()).map_err(|error| Self::fault(&error))?;
        self.text(&value)
    }

    /// Whether a condition holds; a blank form has every part.
    ///
    /// # Errors
    /// Why it cannot be told.
    pub fn holds(&self, expression: &str) -> Result<bool, Fault> {
        let compiled = self.compiled(expression)?;
        if self.scope.blank {
            return Ok(true);
        }
        Ok(compiled.eval(()).map_err(|error| Self::fault(&error))?.is_true())
    }

    fn compiled<'e>(&'e self, expression: &'e str) -> Result<Expression<'e, 'e>, Fault> {
        compiled(&self.environment, expression, &functions::names())
    }

    fn text(&self, value: &Value) -> Result<String, Fault> {
        if let Some(number) = value.downcast_object_ref::<Number>() {
            return Ok(self.scope.printed(number));
        }
        match value.kind() {
            ValueKind::String => Ok(value.as_str().unwrap_or_default().into()),
            ValueKind::Number => {
                let whole = i64::try_from(value.clone()).map_err(|_| not_whole(value))?;
                Ok(self.scope.printed(&Number::new(whole.into(), Style::COUNT)))
            }
            ValueKind::None => Err(ExpressionFault::NoFigure.into()),
            ValueKind::Undefined => Err(ExpressionFault::NoSuchPart.into()),
            ValueKind::Seq | ValueKind::Iterable => Err(ExpressionFault::IsAList.into()),
            _ => Err(ExpressionFault::NotText.into()),
        }
    }

    fn fault(error: &Error) -> Fault {
        fault(error, &functions::names())
    }
}

/// An expression made ready, of no more than [`LETTERS`] and of these names only: one that
/// stands for nothing would be nothing, without a word.
fn compiled<'e>(
    environment: &'e Environment<'_>,
    expression: &'e str,
    known: &[&str],
) -> Result<Expression<'e, 'e>, Fault> {
    if expression.chars().count() > LETTERS {
        return Err(ExpressionFault::TooManyLetters { limit: LETTERS }.into());
    }
    let compiled = environment.compile_expression(expression).map_err(|error| fault(&error, known))?;
    let mut names: Vec<_> = compiled.undeclared_variables(false).into_iter().collect();
    names.sort();
    match names.iter().find(|name| !known.contains(&name.as_str())) {
        Some(name) => Err(unknown_word(name, known)),
        None => Ok(compiled),
    }
}

/// What minijinja or one of our own functions found; `names` are the words that
/// an expression may use.
fn fault(error: &Error, names: &[&str]) -> Fault {
    let own = std::error::Error::source(error).and_then(|source| source.downcast_ref::<OwnFault>());
    if let Some(OwnFault(fault)) = own {
        return fault.clone();
    }
    let detail = error.detail().unwrap_or_default();
    // minijinja writes `filter x is unknown`, `x is unknown`.
    let name =
        detail.split_whitespace().find(|word| !matches!(*word, "filter" | "test" | "function" | "unknown"));
    let name = name.unwrap_or_default().trim_matches(['`', '\'', '"']).to_string();
    let known: Vec<&str> = match error.kind() {
        ErrorKind::UnknownFilter => filters::names(),
        ErrorKind::UnknownFunction | ErrorKind::UndefinedError => names.to_vec(),
        ErrorKind::MissingArgument | ErrorKind::TooManyArguments => return ExpressionFault::Arguments.into(),
        ErrorKind::OutOfFuel => return ExpressionFault::TooLong.into(),
        ErrorKind::SyntaxError => return ExpressionFault::Syntax { detail: detail.into() }.into(),
        // Reckoning with what is not there, or beyond what numbers can hold.
        ErrorKind::InvalidOperation if detail.contains("none") => return ExpressionFault::NoFigure.into(),
        ErrorKind::InvalidOperation if detail.contains("unsupported types") => {
            return ExpressionFault::NotReckoned.into();
        }
        ErrorKind::InvalidOperation if detail.starts_with("unable to calculate") => {
            let division = [" / ", " // ", " % "].iter().any(|sign| detail.contains(sign));
            return if division { ExpressionFault::DividedByZero } else { ExpressionFault::TooLarge }.into();
        }
        kind => {
            let detail = if detail.is_empty() { kind.to_string() } else { detail.into() };
            return ExpressionFault::Failed { detail }.into();
        }
    };
    unknown_word(&name, &known)
}

/// Why a number is not one that can be printed as it is.
fn not_whole(value: &Value) -> ExpressionFault {
    match f64::try_from(value.clone()) {
        Ok(number) if !number.is_finite() => ExpressionFault::DividedByZero,
        Ok(number) if number.fract() == 0.0 => ExpressionFault::TooLarge,
        _ => ExpressionFault::NotExact,
    }
}

fn unknown_word(name: &str, known: &[&str]) -> Fault {
    let nearest = nearest(name, known.iter().copied());
    ExpressionFault::UnknownWord { name: name.into(), nearest, known: known.join(", ") }.into()
}

/// A fault of our own on its way through minijinja.
#[derive(Debug)]
struct OwnFault(Fault);

impl std::fmt::Display for OwnFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.message(crate::diagnostic::Lang::Vi).headline)
    }
}

impl std::error::Error for OwnFault {}

/// A fault of our own as an error of minijinja.
fn refuse(fault: impl Into<Fault>) -> Error {
    Error::new(ErrorKind::InvalidOperation, "refused").with_source(OwnFault(fault.into()))
}

/// A name in Vietnamese quotation marks.
fn quoted(name: &str) -> String {
    if name.starts_with('“') && name.ends_with('”') { name.into() } else { format!("“{name}”") }
}

/// Names joined as a sentence joins them.
fn listed(names: &[String]) -> String {
    writing::list(names)
}

#[cfg(test)]
mod tests;
