//! The command line: reads what was asked, runs the pipeline, prints what came
//! of it. Results go to standard output, findings to standard error.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is the part that prints")]

mod args;
mod print;

use std::process::ExitCode;

use args::{Action, Args};
use vankien::diagnostic::Lang;
use vankien::pipeline::{self, Request};

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    match args::parse(&words) {
        Ok(args) => run(&args),
        Err(stop) => {
            if stop.code == 0 {
                print!("{}", stop.text);
            } else {
                eprint!("{}", stop.text);
            }
            stop.code.into()
        }
    }
}

fn run(args: &Args) -> ExitCode {
    match &args.action {
        Action::Build(request) | Action::Check(request) => {
            let outcome = pipeline::run(request);
            print::outcome(&outcome, args);
            outcome.exit_code().into()
        }
        Action::New { root, kind, name } => match vankien::starter::write_starter(root, kind, name) {
            Ok(path) => {
                print::written(&path, args.lang);
                ExitCode::SUCCESS
            }
            Err(finding) => {
                print::report(&finding.into(), args.lang);
                ExitCode::from(2)
            }
        },
        Action::Fonts { root } => fonts(root, args.lang),
    }
}

fn fonts(root: &std::path::Path, lang: Lang) -> ExitCode {
    let request = Request { root: root.into(), ..Request::default() };
    match pipeline::fonts(&request) {
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
