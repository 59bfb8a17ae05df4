//! The command line: reads what was asked, runs the pipeline, prints what came
//! of it. Results go to standard output, findings to standard error.

mod args;
mod calendar;
mod commands;
mod patience;
mod print;
mod progress;
mod verify;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

use args::{Action, Args};
use vankien::calendar::to_ics;
use vankien::diagnostic::{Lang, Severity};
use vankien::encoding::Legacy;
use vankien::pipeline;
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
            let code = run(&args);
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

fn run(args: &Args) -> ExitCode {
    match &args.action {
        Action::Build(request) | Action::Check(request) => {
            patience::limit(request, args);
            let outcome = pipeline::run_telling(request, progress::of(args).as_ref());
            print::outcome(&outcome, args);
            outcome.exit_code().into()
        }
        Action::Watch(request) => watch(request, args),
        Action::New { root, kind, name, system } => {
            match write_starter(root, kind, name, system.as_deref()) {
                Ok(path) => {
                    print::written(&path, args.lang);
                    ExitCode::SUCCESS
                }
                Err(finding) => {
                    print::report(&finding.into(), args.lang);
                    ExitCode::from(2)
                }
            }
        }
        Action::Lock { root, path } => lock(root, path, args.lang),
        Action::Keys { root } => keys(root, args.lang),
        Action::Verify { root, papers, key } => verify::run(root, papers, key.as_deref(), args.lang),
        Action::Rules { root, id } => rules(root, id.as_deref(), args.lang),
        Action::Fonts { root } => fonts(root, args.lang),
        Action::Calendar { root, today, ics } => calendar(root, *today, ics.as_deref(), args),
        Action::Schema { root } => schema(root, args.lang),
        Action::Convert { paths, from } => convert(paths, *from, args.lang),
    }
}

fn watch(request: &pipeline::Request, args: &Args) -> ExitCode {
    patience::limit(request, args);
    let ended = vankien::watch::watch(request, |rebuilt| {
        print::rebuilt(&rebuilt, args);
        ControlFlow::Continue(())
    });
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(finding) => {
            print::report(&finding.into(), args.lang);
            ExitCode::from(2)
        }
    }
}

fn rules(root: &std::path::Path, id: Option<&str>, lang: Lang) -> ExitCode {
    let rules = Rules::read(&Workspace::at(root, None));
    match id.map(|id| rules.named(id)) {
        None => rules.all().iter().for_each(|rule| print::rule_line(rule, lang)),
        Some(Ok(rule)) => print::rule(rule, lang),
        Some(Err(finding)) => {
            print::report(&finding.into(), lang);
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn calendar(
    root: &std::path::Path,
    today: Option<vankien::values::Date>,
    ics: Option<&std::path::Path>,
    args: &Args,
) -> ExitCode {
    let written = pipeline::plans(root).and_then(|(plans, report)| {
        if let Some(path) = ics {
            write_all(&[(path.into(), to_ics(&plans).into_bytes())])?;
        }
        Ok((plans, report))
    });
    match written {
        Ok((plans, report)) => {
            calendar::print(&plans, today, ics, args);
            print::report(&report, args.lang);
            u8::from(report.blocks()).into()
        }
        Err(finding) => {
            print::report(&finding.into(), args.lang);
            ExitCode::from(2)
        }
    }
}

fn lock(root: &std::path::Path, path: &std::path::Path, lang: Lang) -> ExitCode {
    match pipeline::lock(root, path) {
        Ok(rows) => {
            print::locked(path, rows, lang);
            ExitCode::SUCCESS
        }
        Err(report) => {
            print::report(&report, lang);
            ExitCode::from(if report.count(Severity::Environment) > 0 { 2 } else { 1 })
        }
    }
}

fn keys(root: &std::path::Path, lang: Lang) -> ExitCode {
    match vankien::attestation::make_keys(&Workspace::at(root, None)) {
        Ok(paths) => {
            print::keys_made(&paths, lang);
            ExitCode::SUCCESS
        }
        Err(finding) => {
            print::report(&finding.into(), lang);
            ExitCode::from(2)
        }
    }
}

fn schema(root: &std::path::Path, lang: Lang) -> ExitCode {
    match vankien::schema::write_schemas(&Workspace::at(root, None)) {
        Ok(paths) => {
            for path in &paths {
                print::schema_written(path, lang);
            }
            ExitCode::SUCCESS
        }
        Err(finding) => {
            print::report(&finding.into(), lang);
            ExitCode::from(2)
        }
    }
}

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

fn fonts(root: &std::path::Path, lang: Lang) -> ExitCode {
    match pipeline::fonts(root) {
        Ok((fonts, report)) => {
            print::report(&report, lang);
            print::fonts(&fonts, lang);
            ExitCode::SUCCESS
        }
        Err(finding) => {
            print::report(&finding.into(), lang);
            ExitCode::from(2)
        }
    }
}
