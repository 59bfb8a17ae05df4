//! In: a run that has begun. Out: the end of the program if one document takes
//! longer than anybody waits. The typesetter cannot be interrupted, so a
//! template that never ends can only be left together with the process.

use std::process::exit;
use std::thread;
use std::time::Duration;

use vankien::diagnostic::{Diagnostic, TemplateFault};
use vankien::pipeline::{Outcome, Request};
use vankien::workspace::Workspace;

use crate::args::Args;
use crate::print;

/// How often it is looked how long the documents take.
const LOOK: Duration = Duration::from_millis(200);

/// Ends the program with exit code 2 when a document takes too long.
pub(crate) fn limit(request: &Request, args: &Args) {
    let (request, args) = (request.clone(), args.clone());
    thread::spawn(move || {
        loop {
            thread::sleep(LOOK);
            if let Some((file, _)) = request.underway.longest().filter(|(_, time)| *time > args.patience) {
                let templates = Workspace::at(&request.root, None).own_templates();
                let seconds = args.patience.as_secs();
                let fault = TemplateFault::TypesettingEndless { seconds, templates };
                let report = Diagnostic::in_file(file, fault).into();
                print::outcome(&Outcome { report, ..Outcome::default() }, &args);
                #[allow(clippy::exit, reason = "there is no other way to stop the typesetter")]
                exit(2);
            }
        }
    });
}
