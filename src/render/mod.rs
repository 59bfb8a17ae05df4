//! In: a view and the name of its template. Out: Typst source. Besides
//! [`crate::expression`] the only user of minijinja.

mod literal;

use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, Value};
use serde::Serialize;

use crate::diagnostic::{Diagnostic, WorkspaceFault};
use crate::workspace::Workspace;

/// Steps a template may take: a thousand times what a long report needs, so that
/// a loop without end in an office's own template stops.
const FUEL: u64 = 50_000_000;

/// Renders `view` through the template. Every value arrives as a Typst literal;
/// a template that mentions a value the view lacks is an error.
///
/// # Errors
/// [`WorkspaceFault::TemplateBroken`] with the template's line.
pub fn render(workspace: &Workspace, template: &str, view: impl Serialize) -> Result<String, Diagnostic> {
    let broken = |line: usize, detail: String| {
        Diagnostic::general(WorkspaceFault::TemplateBroken { file: template.into(), line, detail })
    };
    let parts = workspace.templates_in("", ".typ.j2");
    let parts: Vec<_> = parts.iter().filter_map(|name| Some((name, workspace.template(name)?))).collect();
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_formatter(|out, _, value| literal::write(out, value));
    for (name, bytes) in &parts {
        let part = std::str::from_utf8(bytes).map_err(|error| broken(0, error.to_string()))?;
        environment.add_template(name, part).map_err(|error| failure(name, &error))?;
    }
    environment
        .get_template(template)
        .and_then(|template| template.render(Value::from(Serde(view))))
        .map_err(|error| failure(template, &error))
}

/// The innermost template and line that an error speaks of.
fn failure(template: &str, error: &minijinja::Error) -> Diagnostic {
    let detail = error.detail().map_or_else(|| error.kind().to_string(), String::from);
    let file = error.name().unwrap_or(template).into();
    Diagnostic::general(WorkspaceFault::TemplateBroken { file, line: error.line().unwrap_or(0), detail })
}
