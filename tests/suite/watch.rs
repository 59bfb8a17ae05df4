//! Watching: what is saved is built, whatever the editor does to save it, and
//! the last good PDF stays while the data are wrong.

use std::fs;
use std::io::{BufRead, BufReader};
use std::ops::ControlFlow;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use vankien::output::Format;
use vankien::pipeline::{Outcome, Request};
use vankien::watch::watch;

use crate::desk::{Desk, SHORT};
use crate::incremental::{BATCH, batch};

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
        Self::at(Desk::with_plan(SHORT), Format::Typ)
    }

    fn at(desk: Desk, format: Format) -> Self {
        let (send, builds) = channel();
        let enough = Arc::new(AtomicBool::new(false));
        let request = Request { root: desk.path(""), formats: vec![format], ..Request::default() };
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

    /// Fails if something is built although nothing changed.
    #[track_caller]
    fn rests(&self) {
        let outcome = self.builds.recv_timeout(Duration::from_millis(1200));
        assert!(outcome.is_err(), "{:#?}", outcome.map(|outcome| outcome.report));
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
    let own = fs::read_to_string(template).unwrap() + "// riêng\n#let _ = read(\"/templates/.rieng.txt\")\n";
    fs::write(watched.desk.path("templates/.rieng.txt"), "một").unwrap();
    fs::write(watched.desk.path("templates/van-ban.typ.j2"), own).unwrap();
    watched.until("an own template", |_, typ| typ.contains("// riêng"));
    fs::write(watched.desk.path("templates/.rieng.txt"), "hai").unwrap();
    watched.until("a file that it opens", |outcome, _| outcome.built.iter().any(|built| !built.unchanged));
}

/// A file of the workspace that a link in `data/` leads to is saved where it lies.
#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_watched() {
    let watched = Watched::new();
    let (kept, link) = (watched.desk.path("chung/thu.yml"), watched.desk.path(FILE));
    fs::create_dir(kept.parent().unwrap()).unwrap();
    fs::rename(&link, &kept).unwrap();
    std::os::unix::fs::symlink(&kept, &link).unwrap();
    fs::write(&kept, saying("Hai")).unwrap();
    watched.until("the link", |_, typ| typ.contains("Hai."));
    while watched.builds.recv_timeout(Duration::from_millis(300)).is_ok() {}
    fs::write(&kept, saying("Ba")).unwrap();
    watched.until("a save where it lies", |_, typ| typ.contains("Ba."));
    while watched.builds.recv_timeout(Duration::from_millis(300)).is_ok() {}
    fs::write(kept.with_file_name("khac.yml"), "x").unwrap();
    watched.rests();
}

#[test]
fn a_workspace_that_goes_is_told_once_and_waited_for() {
    let watched = Watched::new();
    let root = watched.desk.path("data").parent().unwrap().to_path_buf();
    let away = root.with_extension("away");
    fs::rename(&root, &away).unwrap();
    watched.until("it is gone", |outcome, _| outcome.exit_code() == 2);
    watched.rests();
    fs::rename(&away, &root).unwrap();
    watched.until("it is back", |outcome, _| outcome.exit_code() == 0);
    watched.save(&saying("Hai"));
    watched.until("a save in it", |_, typ| typ.contains("Hai."));
}

#[test]
fn a_mistyped_path_is_refused_at_once() {
    let desk = Desk::with_plan(SHORT);
    for (args, said) in [
        (["watch", "--root", "khong-co"], "lỗi[thu-muc-data]"),
        (["watch", "--quiet", "data/ke-hoach/thi.yml"], "lỗi[khong-thay-tep]"),
        (["watch", "--quiet", "output"], "lỗi[khong-thay-tep]"),
    ] {
        let run = desk.run(&args);
        assert!(run.code == Some(2) && run.err.contains(said), "{args:?}: {}", run.err);
    }
}

/// Many editors empty a file before they write it.
#[test]
fn a_file_that_is_being_written_is_not_called_empty() {
    let watched = Watched::new();
    let emptied = fs::File::create(watched.desk.path(FILE)).unwrap();
    std::thread::sleep(Duration::from_millis(40));
    drop(emptied);
    watched.save(&saying("Hai"));
    watched.until("it is written", |outcome, typ| {
        assert_eq!(outcome.exit_code(), 0, "{:#?}", outcome.report.sorted());
        typ.contains("Hai.")
    });
    // One that stays empty is.
    watched.save("");
    watched.until("it is empty", |outcome, _| outcome.exit_code() == 1);
}

/// Whoever deletes an output wants it anew; the build's own work is no reason for another.
#[test]
fn an_output_that_is_taken_away_is_made_again() {
    let watched = Watched::new();
    let there = |_: &Outcome, typ: &str| !typ.is_empty();
    fs::remove_file(watched.desk.path(OUTPUT)).unwrap();
    watched.until("it was deleted", there);
    fs::rename(watched.desk.path(OUTPUT), watched.desk.path("output/ke-hoach/cu.typ")).unwrap();
    watched.until("it was renamed", there);
    fs::rename(watched.desk.path("output"), watched.desk.path("cu")).unwrap();
    watched.until("the folder was renamed", there);
    fs::remove_dir_all(watched.desk.path("output")).unwrap();
    watched.until("the folder was deleted", there);
    // Deleting a folder may be told in two bursts.
    while watched.builds.recv_timeout(Duration::from_millis(300)).is_ok() {}
    fs::write(watched.desk.path("output/ke-hoach/cu.typ"), "x").unwrap();
    fs::remove_file(watched.desk.path("output/ke-hoach/cu.typ")).unwrap();
    watched.rests();
}

/// A certificate whose name changed goes by the build's own hand.
#[test]
fn what_the_build_takes_away_itself_is_not_made_again() {
    let desk = Desk::with_plan(SHORT).file(BATCH, batch(&["Nguyễn Văn Đức", "Lê Thị Ánh"]));
    let watched = Watched::at(desk, Format::Pdf);
    let folder = watched.desk.path("output/giay-cong-nhan/dot");
    fs::write(watched.desk.path(BATCH), batch(&["Nguyễn Văn Đức", "Lê Thị Lan"])).unwrap();
    watched.until("a name was changed", |outcome, _| {
        outcome.batches.iter().any(|batch| batch.removed.iter().any(|name| name.contains("le-thi-anh")))
    });
    watched.rests();
    let certificates = fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.path());
    let own = certificates.into_iter().find(|path| path.to_string_lossy().contains("le-thi-lan"));
    fs::remove_file(own.unwrap()).unwrap();
    watched.until("a certificate was taken away", |outcome, _| {
        outcome.batches.iter().any(|batch| batch.made == 1)
    });
}

/// Only what was made again is listed after a save.
#[test]
fn a_batch_that_stands_is_not_listed_again() {
    let desk = Desk::with_plan(SHORT).file(BATCH, batch(&["Nguyễn Văn Đức"]));
    let mut program = Command::new(env!("CARGO_BIN_EXE_vankien"))
        .arg("watch")
        .current_dir(desk.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(program.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut until = |end: &str| lines.by_ref().take_while(|line| !line.contains(end)).collect::<Vec<_>>();
    let first = until("xong 1/1").join("\n");
    fs::write(desk.path(FILE), saying("Hai")).unwrap();
    let second = until("sau khi lưu").join("\n");
    program.kill().unwrap();
    program.wait().unwrap();
    assert!(first.contains(BATCH) && first.contains(FILE), "{first}");
    assert!(!second.contains(BATCH) && second.contains(FILE), "{second}");
}
