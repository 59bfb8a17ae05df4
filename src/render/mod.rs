//! In: a view and the name of its template. Out: Typst source. Besides
//! [`crate::expression`] the only user of minijinja.

mod literal;

use std::io;
use std::sync::Arc;

use minijinja::value::Serde;
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value};
use serde::Serialize;

use crate::diagnostic::{Diagnostic, TemplateFault};
use crate::source::{SourceFile, Span};
use crate::workspace::Workspace;

/// Steps a template may take: a thousand times what a long report needs, so that
/// a loop without end in an office's own template stops.
const FUEL: u64 = 50_000_000;

/// The longest source a template may write: ten times what the largest data file
/// can give.
const OUTPUT_MIB: usize = 64;

/// The templates of a workspace, read once.
pub struct Templates(Vec<(String, String)>);

impl Templates {
    /// Reads them.
    ///
    /// # Errors
    /// [`TemplateFault::Broken`] for one that is no text.
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
    /// [`TemplateFault::Broken`] with the template's line.
    pub fn renderer(&self) -> Result<Renderer<'_>, Diagnostic> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_formatter(|out, _, value| literal::write(out, value));
        for (name, text) in &self.0 {
            environment.add_template(name, text).map_err(|error| failure(self, name, &error))?;
        }
        Ok(Renderer { environment, templates: self })
    }
}

/// Templates ready to render.
pub struct Renderer<'t> {
    environment: Environment<'t>,
    templates: &'t Templates,
}

impl Renderer<'_> {
    /// Renders `view` through the template. Every value arrives as a Typst
    /// literal; a template that mentions a value the view lacks is an error.
    ///
    /// # Errors
    /// [`TemplateFault::Broken`] with the template's line; a template
    /// that never ends or writes without end.
    pub fn render(&self, template: &str, view: impl Serialize) -> Result<String, Diagnostic> {
        let mut source = Bounded(Vec::new());
        let rendered = self.environment.get_template(template).and_then(|template| {
            template.render_captured_to(Value::from(Serde(view)), &mut source).map(drop)
        });
        let in_file = |fault| Diagnostic::in_file(format!("templates/{template}"), fault);
        rendered.map_err(|error| match error.kind() {
            ErrorKind::WriteFailure => in_file(TemplateFault::TooLong { limit_mib: OUTPUT_MIB }),
            ErrorKind::OutOfFuel => in_file(TemplateFault::Endless { steps: FUEL }),
            _ => failure(self.templates, template, &error),
        })?;
        let source = String::from_utf8_lossy(&source.0).into_owned();
        if source.trim().is_empty() { Err(in_file(TemplateFault::Empty)) } else { Ok(source) }
    }
}

/// Bytes up to [`OUTPUT_MIB`]; whatever would be more is refused.
struct Bounded(Vec<u8>);

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > OUTPUT_MIB << 20 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Renders one view; see [`Renderer::render`].
///
/// # Errors
/// [`TemplateFault::Broken`] with the template's line.
pub fn render(workspace: &Workspace, template: &str, view: impl Serialize) -> Result<String, Diagnostic> {
    Templates::read(workspace)?.renderer()?.render(template, view)
}

fn broken(file: &str, line: usize, detail: String) -> Diagnostic {
    Diagnostic::general(TemplateFault::Broken { file: file.into(), line, detail })
}

/// The line of an own template that has become a line of the generated source:
/// the one whose words outside of expressions stand there in their order.
pub(crate) fn line_of(workspace: &Workspace, generated: &str) -> Option<(Arc<SourceFile>, Span)> {
    let own = workspace.templates_in("", ".typ.j2");
    own.iter().filter(|name| workspace.has_own_template(name)).find_map(|name| {
        let source = source_of(workspace, name)?;
        let mut start = 0;
        let mut place = None;
        for line in source.text().split('\n') {
            let (begin, end) = (line.len() - line.trim_start().len(), line.trim_end().len());
            if place.is_none() && became(line.trim(), generated.trim()) {
                place = Some(Span::new(start + begin, start + end));
            }
            start += line.len() + 1;
        }
        place.map(|place| (source, place))
    })
}

/// Whether a line of a template can have become this line.
fn became(line: &str, generated: &str) -> bool {
    let Some(first) = line.chars().next().filter(|_| !line.starts_with("{%")) else { return false };
    let mut rest = generated;
    let mut words = 0;
    for piece in line.split("{{").enumerate().map(|(at, piece)| {
        if at == 0 { piece } else { piece.split_once("}}").map_or("", |(_, after)| after) }
    }) {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
        words += piece.trim().len();
    }
    words > 1 && (first == '{' || generated.starts_with(first))
}

fn source_of(workspace: &Workspace, name: &str) -> Option<Arc<SourceFile>> {
    let bytes = workspace.template(name)?;
    Some(Arc::new(SourceFile::new(format!("templates/{name}"), String::from_utf8_lossy(&bytes))))
}

/// The innermost template and line that an error speaks of.
fn failure(templates: &Templates, template: &str, error: &minijinja::Error) -> Diagnostic {
    let detail = error.detail().map_or_else(|| error.kind().to_string(), String::from);
    let (name, line) = (error.name().unwrap_or(template), error.line().unwrap_or(0));
    let fault = TemplateFault::Broken { file: name.into(), line, detail };
    match templates.0.iter().find(|(own, _)| own == name && line > 0) {
        Some((_, text)) => {
            let source = Arc::new(SourceFile::new(format!("templates/{name}"), text.as_str()));
            let start = source.offset(line, 1);
            let end = source.line_range(start).end;
            let span = error.range().filter(|range| (start..=end).contains(&range.start));
            let span = span.map_or(Span::new(start, end), |range| Span::new(range.start, range.end));
            Diagnostic::at(&source, span, fault)
        }
        None => Diagnostic::general(fault),
    }
}
