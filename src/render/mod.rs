//! In: a view and the name of its template. Out: Typst source. The only user of
//! minijinja.

mod literal;

use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, Value};
use serde::Serialize;

use crate::diagnostic::{Diagnostic, WorkspaceFault};
use crate::workspace::Workspace;

/// Renders `view` through the template. Every value arrives as a Typst literal;
/// a template that mentions a value the view lacks is an error.
///
/// # Errors
/// [`WorkspaceFault::TemplateBroken`] with the template's line.
pub fn render(workspace: &Workspace, template: &str, view: impl Serialize) -> Result<String, Diagnostic> {
    let broken = |line: usize, detail: String| {
        Diagnostic::general(WorkspaceFault::TemplateBroken { file: template.into(), line, detail })
    };
    let bytes = workspace.template(template).ok_or_else(|| broken(0, "missing".into()))?;
    let source = std::str::from_utf8(&bytes).map_err(|error| broken(0, error.to_string()))?;

    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_formatter(|out, _, value| literal::write(out, value));
    environment.render_named_str(template, source, Value::from(Serde(view))).map_err(|error| {
        let detail = error.detail().map_or_else(|| error.kind().to_string(), String::from);
        broken(error.line().unwrap_or(0), detail)
    })
}
