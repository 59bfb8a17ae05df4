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

/// The templates of a workspace, read once.
pub struct Templates(Vec<(String, String)>);

impl Templates {
    /// Reads them.
    ///
    /// # Errors
    /// [`WorkspaceFault::TemplateBroken`] for one that is no text.
    pub fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        let parts = workspace.templates_in("", ".typ.j2").into_iter();
        let read = |name: String| {
            let bytes = workspace.template(&name).unwrap_or_default();
            let text = std::str::from_utf8(&bytes).map_err(|error| broken(&name, 0, error.to_string()))?;
            Ok((name.clone(), text.into()))
        };
        Ok(Self(parts.map(read).collect::<Result<_, Diagnostic>>()?))
    }

    /// Makes them ready to render.
    ///
    /// # Errors
    /// [`WorkspaceFault::TemplateBroken`] with the template's line.
    pub fn renderer(&self) -> Result<Renderer<'_>, Diagnostic> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_formatter(|out, _, value| literal::write(out, value));
        for (name, text) in &self.0 {
            environment.add_template(name, text).map_err(|error| failure(name, &error))?;
        }
        Ok(Renderer { environment })
    }
}

/// Templates ready to render.
pub struct Renderer<'t> {
    environment: Environment<'t>,
}

impl Renderer<'_> {
    /// Renders `view` through the template. Every value arrives as a Typst
    /// literal; a template that mentions a value the view lacks is an error.
    ///
    /// # Errors
    /// [`WorkspaceFault::TemplateBroken`] with the template's line.
    pub fn render(&self, template: &str, view: impl Serialize) -> Result<String, Diagnostic> {
        self.environment
            .get_template(template)
            .and_then(|template| template.render(Value::from(Serde(view))))
            .map_err(|error| failure(template, &error))
    }
}

/// Renders one view; see [`Renderer::render`].
///
/// # Errors
/// [`WorkspaceFault::TemplateBroken`] with the template's line.
pub fn render(workspace: &Workspace, template: &str, view: impl Serialize) -> Result<String, Diagnostic> {
    Templates::read(workspace)?.renderer()?.render(template, view)
}

fn broken(file: &str, line: usize, detail: String) -> Diagnostic {
    Diagnostic::general(WorkspaceFault::TemplateBroken { file: file.into(), line, detail })
}

/// The innermost template and line that an error speaks of.
fn failure(template: &str, error: &minijinja::Error) -> Diagnostic {
    let detail = error.detail().map_or_else(|| error.kind().to_string(), String::from);
    broken(error.name().unwrap_or(template), error.line().unwrap_or(0), detail)
}
