//! In: any value of a view. Out: the same value as a Typst literal, so that no
//! text can ever be code.

use std::fmt::{self, Write};

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind, Output};

use crate::values::printed;

pub(super) fn write(out: &mut Output<'_>, value: &Value) -> Result<(), Error> {
    literal(out, value)?;
    Ok(())
}

fn literal(out: &mut impl Write, value: &Value) -> Result<(), Error> {
    match value.kind() {
        ValueKind::None => out.write_str("none")?,
        ValueKind::Bool => write!(out, "{}", value.is_true())?,
        ValueKind::Number => write!(out, "{value}")?,
        ValueKind::String => string(out, value.as_str().unwrap_or_default())?,
        ValueKind::Seq => {
            out.write_char('(')?;
            let mut count = 0;
            for item in value.try_iter()? {
                if count > 0 {
                    out.write_str(", ")?;
                }
                literal(out, &item)?;
                count += 1;
            }
            // Without the comma, one value in brackets is just the value.
            out.write_str(if count == 1 { ",)" } else { ")" })?;
        }
        ValueKind::Map => {
            out.write_char('(')?;
            let mut count = 0;
            for key in value.try_iter()? {
                if count > 0 {
                    out.write_str(", ")?;
                }
                string(out, key.as_str().unwrap_or_default())?;
                out.write_str(": ")?;
                literal(out, &value.get_item(&key)?)?;
                count += 1;
            }
            out.write_str(if count == 0 { ":)" } else { ")" })?;
        }
        kind => {
            let detail = format!("a value of kind {kind} has no Typst literal");
            return Err(Error::new(ErrorKind::InvalidOperation, detail));
        }
    }
    Ok(())
}

/// A quoted string; control characters and the signs that Typst reads inside
/// quotes are escaped.
fn string(out: &mut impl Write, text: &str) -> fmt::Result {
    out.write_char('"')?;
    for c in text.chars().filter_map(printed) {
        match c {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            c if c.is_control() => write!(out, "\\u{{{:x}}}", u32::from(c))?,
            c => out.write_char(c)?,
        }
    }
    out.write_char('"')
}

#[cfg(test)]
mod tests {
    use minijinja::Value;
    use minijinja::value::Serde;

    use super::literal;

    #[test]
    fn every_value_is_a_literal() {
        for (value, expected) in [
            (Value::from("a \"b\" \\ #panic()\n$x$"), r#""a \"b\" \\ #panic()\n$x$""#),
            (Value::from("\u{1b}"), r#""\u{1b}""#),
            (Value::from(12.7), "12.7"),
            (Value::from(()), "none"),
            (Value::from(true), "true"),
            (Value::from(Vec::<Value>::new()), "()"),
            (Value::from(vec!["a"]), r#"("a",)"#),
            (Value::from(Serde(("a", 2))), r#"("a", 2)"#),
            (Value::from_pairs([("nghieng", "x")]), r#"("nghieng": "x")"#),
        ] {
            let mut out = String::new();
            literal(&mut out, &value).unwrap();
            assert_eq!(out, expected);
        }
    }
}
