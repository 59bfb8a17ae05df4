//! The command line: reads what was asked, runs the pipeline, prints what came
//! of it. Results go to standard output, findings to standard error.

mod args;
mod batches;
mod calendar;
mod commands;
mod office;
mod options;
mod patience;
mod print;
mod progress;
mod verdict;
mod verify;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use args::{Action, Args};
use vankien::attestation::make_keys;
use vankien::calendar::to_ics;
use vankien::diagnostic::{Diagnostic, Lang, Severity};
use vankien::encoding::Legacy;
use vankien::pipeline;
use vankien::schema::write_schemas;
use vankien::standard::Rules;
use vankien::starter::write_starter;
use vankien::workspace::Workspace;
use vankien::write::write_all;

/// Thousands of small documents are made of many short-lived pieces.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    match args::parse(&words) {
        Ok(args) => {
            let code = run(&args).unwrap_or_else(|finding| {
                print::report(&finding.into(), args.lang);
                ExitCode::from(2)
            });
            if print::lost(args.lang) { ExitCode::from(2) } else { code }
        }
        Err(stop) => {
            if stop.code == 0 {
                print::say(stop.text.trim_end());
            } else {
                print::to_error(&stop.text);
            }
            stop.code.into()
        }
    }
}

/// Carries out a command; what keeps it from being begun is told by the caller.
fn run(args: &Args) -> Result<ExitCode, Diagnostic> {
    let lang = args.lang;
    match &args.action {
        Action::Build(request) | Action::Check(request) => {
            patience::limit(request, args);
            let outcome = pipeline::run_telling(request, progress::of(args).as_ref());
            print::outcome(&outcome, args);
            return Ok(outcome.exit_code().into());
        }
        Action::Watch(request) => {
            patience::limit(request, args);
            vankien::watch::watch(request, |rebuilt| {
                print::rebuilt(&rebuilt, args);
                ControlFlow::Continue(())
            })?;
        }
        Action::New { root, kind, name, system } => {
            print::written(&write_starter(root, kind, name, system.as_deref())?, lang);
        }
        Action::Lock { root, path } => return Ok(lock(root, path, lang)),
        Action::Keys { root } => batches::keys_made(&make_keys(&Workspace::at(root, None))?, lang),
        Action::Verify { root, papers, key } => return verify::run(root, papers, key.as_deref(), lang),
        Action::Rules { root, id } => rules(root, id.as_deref(), lang)?,
        Action::Fonts { root } => {
            let (fonts, report) = pipeline::fonts(root)?;
            print::report(&report, lang);
            print::fonts(&fonts, lang);
        }
        Action::Calendar { root, today, ics } => {
            let (plans, report) = pipeline::plans(root)?;
            if let Some(path) = ics {
                write_all(&[(path.clone(), to_ics(&plans).into_bytes())])?;
            }
            calendar::print(&plans, *today, ics.as_deref(), args);
            print::report(&report, lang);
            return Ok(u8::from(report.blocks()).into());
        }
        Action::Schema { root } => {
            for path in write_schemas(&Workspace::at(root, None))? {
                print::schema_written(&path, lang);
            }
        }
        Action::Convert { paths, from } => return Ok(convert(paths, *from, lang)),
    }
    Ok(ExitCode::SUCCESS)
}

fn rules(root: &Path, id: Option<&str>, lang: Lang) -> Result<(), Diagnostic> {
    let rules = Rules::read(&Workspace::at(root, None));
    match id {
        None => rules.all().iter().for_each(|rule| print::rule_line(rule, lang)),
        Some(id) => print::rule(rules.named(id)?, lang),
    }
    Ok(())
}

fn lock(root: &Path, path: &Path, lang: Lang) -> ExitCode {
    match pipeline::lock(root, path) {
        Ok(rows) => {
            batches::locked(path, rows, lang);
            ExitCode::SUCCESS
        }
        Err(report) => {
            print::report(&report, lang);
            ExitCode::from(if report.count(Severity::Environment) > 0 { 2 } else { 1 })
        }
    }
}

/// One file that cannot be turned does not keep the others from it.
fn convert(paths: &[PathBuf], from: Option<Legacy>, lang: Lang) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for path in paths {
        match vankien::convert::convert(path, from) {
            Ok(converted) => print::converted(path, converted.as_ref(), lang),
            Err(finding) => {
                print::report(&finding.into(), lang);
                code = ExitCode::from(2);
            }
        }
    }
    code
}
