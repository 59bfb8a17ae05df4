//! Watching: what is saved is built, whatever the editor does to save it, and
//! the last good PDF stays while the data are wrong.

use std::fs;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use vankien::output::Format;
use vankien::pipeline::{Outcome, Request};
use vankien::watch::watch;

use crate::desk::{Desk, SHORT};

const FILE: &str = "data/ke-hoach/thu.yml";
const OUTPUT: &str = "output/ke-hoach/thu.typ";
/// A machine under load takes its time; only a change that is lost takes this.
const PATIENCE: Duration = Duration::from_secs(30);

/// A watcher at work on a desk.
struct Watched {
    desk: Desk,
    builds: Receiver<Outcome>,
    enough: Arc<AtomicBool>,
}

impl Watched {
    fn new() -> Self {
        let desk = Desk::with_plan(SHORT);
        let (send, builds) = channel();
        let enough = Arc::new(AtomicBool::new(false));
        let request = Request { root: desk.path(""), formats: vec![Format::Typ], ..Request::default() };
        let stop = enough.clone();
        std::thread::spawn(move || {
            watch(&request, |rebuilt| {
                // The desk may be gone already.
                let _ = send.send(rebuilt.outcome);
                if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })
        });
        let watched = Self { desk, builds, enough };
        watched.until("the first build", |outcome, _| outcome.built.len() == 1);
        watched
    }

    /// Waits for a build after which the output reads so.
    fn until(&self, what: &str, holds: impl Fn(&Outcome, &str) -> bool) {
        loop {
            let outcome = self.builds.recv_timeout(PATIENCE);
            let outcome = outcome.unwrap_or_else(|_| panic!("no build after: {what}"));
            if holds(&outcome, &fs::read_to_string(self.desk.path(OUTPUT)).unwrap_or_default()) {
                return;
            }
        }
    }

    fn save(&self, text: &str) {
        fs::write(self.desk.path(FILE), text).unwrap();
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.enough.store(true, Ordering::Relaxed);
    }
}

fn saying(word: &str) -> String {
    SHORT.replace("Một đoạn văn.", &format!("{word}."))
}

#[test]
fn what_is_saved_is_built() {
    let watched = Watched::new();
    watched.save(&saying("Hai"));
    watched.until("a save", |_, typ| typ.contains("Hai."));
    // Many editors write another file and put it in the place of the old one.
    let beside = watched.desk.path("data/ke-hoach/.thu.yml.new");
    fs::write(&beside, saying("Ba")).unwrap();
    fs::rename(&beside, watched.desk.path(FILE)).unwrap();
    watched.until("a replacement", |_, typ| typ.contains("Ba."));
    // … or move the old one out of the way first.
    fs::rename(watched.desk.path(FILE), watched.desk.path("data/ke-hoach/thu.yml~")).unwrap();
    watched.save(&saying("Bốn"));
    watched.until("a backup", |_, typ| typ.contains("Bốn."));
}

#[test]
fn the_last_good_output_stays_while_the_data_are_wrong() {
    let watched = Watched::new();
    watched.save("so: [");
    watched.until("a mistake", |outcome, typ| outcome.exit_code() == 1 && typ.contains("Một đoạn văn."));
    watched.save(&saying("Hai"));
    watched.until("its correction", |outcome, typ| outcome.exit_code() == 0 && typ.contains("Hai."));
}

#[test]
fn folders_may_come_and_go() {
    let watched = Watched::new();
    let (data, away) = (watched.desk.path("data"), watched.desk.path("away"));
    fs::rename(&data, &away).unwrap();
    watched.until("the data are gone", |outcome, _| outcome.exit_code() == 2);
    fs::rename(&away, &data).unwrap();
    watched.until("they are back", |outcome, _| outcome.exit_code() == 0);
    watched.save(&saying("Hai"));
    watched.until("a save in them", |_, typ| typ.contains("Hai."));
    fs::create_dir_all(watched.desk.path("data/cong-van/2020")).unwrap();
    fs::write(
        watched.desk.path("data/cong-van/2020/moi.yml"),
        SHORT.replace("noi_nhan:", "kinh_gui: [Ban Dân vận Tỉnh ủy]\nnoi_nhan:"),
    )
    .unwrap();
    watched.until("a new folder", |outcome, _| outcome.documents == 2);
    let template = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/van-ban.typ.j2");
    fs::create_dir(watched.desk.path("templates")).unwrap();
    let own = fs::read_to_string(template).unwrap() + "// riêng\n";
    fs::write(watched.desk.path("templates/van-ban.typ.j2"), own).unwrap();
    watched.until("an own template", |_, typ| typ.contains("// riêng"));
}
