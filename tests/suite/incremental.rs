//! A build that remembers the last one writes what a build from nothing writes,
//! and tells the same, whatever was changed in between.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use vankien::diagnostic::{Lang, findings};
use vankien::digest::sha256;
use vankien::output::Format;
use vankien::pipeline::{Outcome, Request, run};

use crate::desk::{Desk, SHORT};

/// Something that happens to a workspace between two builds.
#[derive(Debug, Clone)]
enum Event {
    /// A sentence of the plan that another one follows, or of its own.
    Sentence { shared: bool, word: String },
    /// How many models the records hold, which a report counts.
    Models(u8),
    /// The office lays its pages out in its own way, or no longer.
    Profile(Option<u8>),
    /// The name of a unit, which no page shows.
    Unit(String),
    /// A file that is no YAML, and again one that is.
    Broken(bool),
    /// A paper that is cited with another date elsewhere: a finding about two
    /// documents of which only one has changed.
    Cited(u8),
    /// A comment: the same page from another file.
    Comment(String),
    /// The text runs on to a second page.
    TwoPages(bool),
    /// A letter, and another that follows it, of more pages than letters have: a finding
    /// about pages.
    LongLetter(bool),
    /// Somebody writes into an output, or removes it.
    Output { scribbled: bool },
    /// The memory is damaged.
    Memory(String),
    /// Somebody wanted pictures too, or the source alone.
    Formats(Vec<Format>),
}

fn events() -> impl Strategy<Value = Event> {
    let word = || "[a-zêệ]{1,6}";
    prop_oneof![
        (any::<bool>(), word()).prop_map(|(shared, word)| Event::Sentence { shared, word }),
        (0..4u8).prop_map(Event::Models),
        prop::option::of(0..4u8).prop_map(Event::Profile),
        word().prop_map(Event::Unit),
        any::<bool>().prop_map(Event::Broken),
        (1..3u8).prop_map(Event::Cited),
        word().prop_map(Event::Comment),
        any::<bool>().prop_map(Event::TwoPages),
        any::<bool>().prop_map(Event::LongLetter),
        any::<bool>().prop_map(|scribbled| Event::Output { scribbled }),
        prop_oneof![Just(String::new()), Just("{}".into()), Just("[1".into())].prop_map(Event::Memory),
        prop_oneof![Just(vec![Format::Svg, Format::Pdf]), Just(vec![Format::Typ])].prop_map(Event::Formats),
    ]
}

/// What the files of the workspace say.
#[derive(Default)]
struct Office {
    shared: String,
    own: String,
    comment: String,
    unit: String,
    models: u8,
    cited: u8,
    two_pages: bool,
    long_letter: bool,
}

const BASE: &str = "data/ke-hoach/chung.yml";
const BROKEN: &str = "data/ke-hoach/hong.yml";
const PROFILE: &str = "templates/the-thuc/hd36.toml";
pub(crate) const MEMORY: &str = "output/.vankien.json";

impl Office {
    fn happen(&mut self, event: &Event, desk: &Path) {
        let write = |name: &str, text: &str| {
            fs::create_dir_all(desk.join(name).parent().unwrap()).unwrap();
            fs::write(desk.join(name), text).unwrap();
        };
        match event {
            Event::Sentence { shared: true, word } => self.shared = format!(" {word}"),
            Event::Sentence { shared: false, word } => self.own = format!(" {word}"),
            Event::Models(count) => self.models = *count,
            Event::Unit(name) => self.unit.clone_from(name),
            Event::Cited(day) => self.cited = *day,
            Event::Comment(word) => self.comment.clone_from(word),
            Event::TwoPages(two) => self.two_pages = *two,
            Event::LongLetter(long) => self.long_letter = *long,
            Event::Profile(Some(gap)) => {
                let built_in =
                    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(PROFILE)).unwrap();
                let own = built_in.replace("le_duoi = 20", &format!("le_duoi = 2{gap}"));
                assert!(*gap == 0 || own != built_in);
                write(PROFILE, &own);
            }
            Event::Profile(None) => drop(fs::remove_file(desk.join(PROFILE))),
            Event::Broken(true) => write(BROKEN, "so: [1"),
            Event::Broken(false) => write(BROKEN, &SHORT.replace("so: 27", "so: 30")),
            Event::Output { scribbled: true } => write("output/ke-hoach/chung.pdf", "x"),
            Event::Output { scribbled: false } => {
                drop(fs::remove_file(desk.join("output/ke-hoach/chung.pdf")));
            }
            Event::Memory(text) => write(MEMORY, text),
            Event::Formats(formats) => {
                let request = Request { root: desk.into(), formats: formats.clone(), ..Request::default() };
                drop(run(&request));
            }
        }
        let place = if self.two_pages { " đoạn".repeat(400) } else { String::new() };
        let cite = |day: u8| {
            format!(
                "\ncan_cu:\n  van_ban:\n    - {{loai: Kế hoạch, so: 5-KH/TU, ngay: 2020-01-0{day}, co_quan: Tỉnh ủy, trich_yeu: về công tác dân vận}}\n  cau_dan: \"Ban Thường vụ xây dựng kế hoạch như sau:\"\nnoi_dung:"
            )
        };
        let short = SHORT.replace("Thực hiện", "thực hiện");
        let base = short.replace("Một đoạn văn.", &format!("Một{place} đoạn văn{}.", self.shared));
        write(
            BASE,
            &format!("# {}\n{}", self.comment, base.replace("\nnoi_dung:", &cite(self.cited.max(1)))),
        );
        write(
            "data/ke-hoach/theo.yml",
            &format!("theo: chung.yml\nso: 28\ntrich_yeu: công tác dân vận{}\n", self.own),
        );
        let letter = letter(if self.long_letter { 90 } else { 3 });
        write("data/cong-van/goc.yml", &format!("# {}\n{letter}", self.comment));
        write("data/cong-van/theo.yml", "theo: goc.yml\nso: 31\ntrich_yeu: công tác năm 2020\n");
        let other = short.replace("so: 27", "so: 29").replace("\nnoi_dung:", &cite(1));
        write(
            "data/ke-hoach/dem.yml",
            &other
                .replace("Một đoạn văn.", "'Có {{ so(\"dang_ky\") }} mô hình.'")
                .replace("noi_nhan:", "so_lieu: {tu: 2019, den: 2019}\nnoi_nhan:"),
        );
        write(
            "data/don-vi/khoi.yml",
            &format!(
                "don_vi:\n  - {{ma: A, loai: chi_bo_co_so, ten: Cơ quan {}A, so_dang_vien: 9}}\n",
                self.unit
            ),
        );
        let model = |at| format!("  - {{ma: M-{at}, don_vi: A, ten: Mô hình {at}, linh_vuc: kinh_te}}\n");
        let models: String = (0..self.models).map(model).collect();
        write(
            "data/mo-hinh/2019.yml",
            if models.is_empty() { "mo_hinh: []\n".into() } else { format!("mo_hinh:\n{models}") }.as_str(),
        );
    }
}

/// A letter of so many paragraphs.
pub(crate) fn letter(lines: usize) -> String {
    let yaml = SHORT.replace("  - doan: Một đoạn văn.\n", &"  - doan: Một dòng.\n".repeat(lines));
    yaml.replace("trich_yeu: Thực", "trich_yeu: thực") + "kinh_gui: [Các chi bộ]\n"
}

fn build(root: &Path, out: Option<PathBuf>) -> Outcome {
    let formats = vec![Format::Pdf, Format::Typ];
    run(&Request { root: root.into(), out, formats, ..Request::default() })
}

/// What the run told, and each document with the digests of its outputs.
type Told = (String, Vec<(String, usize, Vec<String>)>);

fn told(outcome: &Outcome) -> Told {
    let documents = outcome.built.iter().map(|built| {
        let bytes = built.outputs.iter().map(|path| sha256(&fs::read(path).unwrap())).collect();
        (built.source.clone(), built.pages, bytes)
    });
    let counts = (outcome.documents, outcome.records);
    // A build from nothing finds no pictures of an earlier version.
    let mut report = outcome.report.clone();
    report.retain(|finding| finding.rule() != "tep-thua");
    (format!("{counts:?} {:#?}", findings(&report, Lang::Vi)), documents.collect())
}

#[test]
fn a_build_that_remembers_equals_one_from_nothing() {
    let config = Config { cases: 48, failure_persistence: None, ..Config::default() };
    let seen = std::cell::Cell::new((0, 0));
    TestRunner::new(config)
        .run(&prop::collection::vec(events(), 1..6), |events| {
            let (desk, clean) = (Desk::new(), tempfile::tempdir().unwrap());
            let root = desk.path("");
            let mut office = Office::default();
            for (at, event) in events.iter().enumerate() {
                office.happen(event, &root);
                let remembering = build(&root, None);
                let from_nothing = build(&root, Some(clean.path().join(at.to_string())));
                prop_assert_eq!(told(&remembering), told(&from_nothing), "after {:?}", event);
                let unchanged = remembering.built.iter().filter(|built| built.unchanged).count();
                seen.set((seen.get().0 + unchanged, seen.get().1 + remembering.built.len()));
            }
            Ok(())
        })
        .unwrap();
    // It would also be equal if nothing were ever remembered.
    let (unchanged, built) = seen.get();
    assert!(unchanged > 0 && built > unchanged, "{unchanged} of {built} were not made again");
}

/// The documents of a second build that were not made again.
fn standing_after(change: impl FnOnce(&Desk)) -> Vec<String> {
    let desk = Desk::with_plan(SHORT).file("data/ke-hoach/hai.yml", SHORT.replace("so: 27", "so: 28"));
    assert_eq!(build(&desk.path(""), None).exit_code(), 0);
    change(&desk);
    let outcome = build(&desk.path(""), None);
    outcome.built.into_iter().filter(|built| built.unchanged).map(|built| built.source).collect()
}

#[test]
fn only_what_changed_is_made_again() {
    let change = |name: &'static str, text: String| {
        standing_after(move |desk| {
            fs::create_dir_all(desk.path(name).parent().unwrap()).unwrap();
            fs::write(desk.path(name), text).unwrap();
        })
    };
    let both = ["data/ke-hoach/hai.yml", "data/ke-hoach/thu.yml"];
    assert_eq!(standing_after(|_| {}), both);
    assert_eq!(change("data/ke-hoach/thu.yml", SHORT.replace("Một", "Hai")), both[..1]);
    assert_eq!(change("data/ke-hoach/ba.yml", SHORT.replace("so: 27", "so: 29")), both);
    assert_eq!(change("output/ke-hoach/thu.typ", "x".into()), both[..1]);
    assert_eq!(change(MEMORY, "{\"documents\": 1}".into()), [""; 0]);
    let template = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/khoi.typ.j2"));
    assert_eq!(change("templates/khoi.typ.j2", template.unwrap() + "\n"), [""; 0]);
}

#[test]
fn everything_is_made_again_on_demand() {
    let desk = Desk::with_plan(SHORT);
    assert!(!desk.run(&["build"]).out.contains("không đổi"));
    assert!(desk.run(&["build"]).out.contains("không đổi"));
    assert!(!desk.run(&["build", "--force"]).out.contains("không đổi"));
    assert!(desk.run(&["build", "--format", "typ,pdf,typ"]).out.contains("không đổi"));
    assert!(desk.run(&["build", "--format", "pdf"]).out.contains("thu.pdf (1 trang, hd36, không đổi)"));
    // Other formats are other outputs, beside those that stand.
    assert!(!desk.run(&["build", "--format", "png"]).out.contains("không đổi"));
    assert!(desk.run(&["build", "--format", "png,typ"]).out.contains("không đổi"));
    assert!(desk.run(&["build"]).out.contains("không đổi"));
    // They do not outlive a change.
    let desk = desk.file("data/ke-hoach/thu.yml", SHORT.replace("Một", "Hai"));
    assert!(!desk.run(&["build", "--format", "png"]).out.contains("không đổi"));
    assert!(!desk.run(&["build"]).out.contains("không đổi"));
    assert!(desk.run(&["build"]).out.contains("không đổi"));
}

/// What reading the texts came to is told again although nothing is read; where
/// warnings forbid writing, they still do.
#[test]
fn remarks_are_told_again() {
    let desk = Desk::with_plan(&SHORT.replace("Một", "Thực hiện thực hiện một"));
    let first = desk.run(&["build"]);
    assert!(first.err.contains("[lap-lai]"), "{}", first.err);
    assert_eq!(desk.run(&["build"]).err, first.err);
    assert_eq!(desk.run(&["build", "--deny", "warnings"]).code, Some(1));
    let english = desk.run(&["build", "--lang", "en", "--force"]).err;
    assert_eq!(desk.run(&["build", "--lang", "en"]).err, english);
}

/// A change that brought a finding about pages, and is undone, is undone in print.
#[test]
fn an_undone_change_is_made_again() {
    let write = |desk: &Desk, lines| fs::write(desk.path("data/cong-van/thu.yml"), letter(lines)).unwrap();
    let desk = Desk::with_plan(SHORT).file("data/cong-van/thu.yml", letter(3));
    let page = || fs::read(desk.path("output/cong-van/thu.pdf")).unwrap();
    assert_eq!(desk.run(&["build"]).err, "");
    let first = page();
    write(&desk, 90);
    assert!(desk.run(&["build"]).err.contains("[so-trang]"));
    write(&desk, 3);
    let run = desk.run(&["build"]);
    assert!(run.out.contains("2/2") && page() == first, "{}", run.out);
}

/// A file that nobody reads is told although nothing else has changed.
#[test]
fn a_file_that_nobody_reads_is_told() {
    let desk = Desk::with_plan(SHORT);
    desk.run(&["build"]);
    assert_eq!(desk.run(&["build"]).err, "");
    let desk = desk.file("data/ke-hoach/hai.yml.txt", SHORT);
    assert!(desk.run(&["build"]).err.contains("[tep-khong-doc]"));
}

pub(crate) const BATCH: &str = "data/giay-cong-nhan/dot.yml";
const PAPERS: &str = "output/giay-cong-nhan/dot";

/// The example's batch with a list of its own.
pub(crate) fn batch(names: &[&str]) -> String {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let head = example.split("nguoi_nhan:\n").next().unwrap();
    let rows = (1..).zip(names).map(|(at, name)| {
        format!("  - {{ma: M{at}, ten: {name}, doi_tuong: ca_nhan, chuc_vu: Đảng viên, don_vi: Chi bộ Sở, mo_hinh: Một cửa, xep_loai: tốt}}\n")
    });
    format!("{head}nguoi_nhan:\n{}", rows.collect::<String>())
}

fn papers(desk: &Desk) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(desk.path(PAPERS)).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// A batch that stands is not even read; one that somebody touched is.
#[test]
fn a_batch_that_stands_is_left_alone() {
    // Nothing to remark, so that all of it is remembered.
    let short = SHORT.replace("Thực hiện", "thực hiện");
    let desk = Desk::with_plan(&short).file(BATCH, batch(&["Nguyễn Văn Đức", "Trần Thị Ánh"]));
    let root = desk.path("");
    // One that stands takes no time.
    let made = || {
        let outcome = build(&root, None);
        assert_eq!(outcome.exit_code(), 0, "{:#?}", outcome.report.sorted());
        assert!(outcome.batches[0].complete && outcome.batches[0].total == 2);
        (!outcome.batches[0].time.is_zero()).then_some(outcome.batches[0].made)
    };
    assert_eq!(made(), Some(2));
    let first = papers(&desk);
    let name = |end: &str| first.keys().find(|path| path.to_string_lossy().ends_with(end)).unwrap().clone();
    let hai = short.replace("so: 27", "so: 28");
    for (what, path, written, expected) in [
        ("nothing", None, None, None),
        ("one is gone", Some(name("anh.pdf")), None, Some(1)),
        ("one is scribbled on", Some(name("duc.pdf")), Some("x"), Some(1)),
        ("a volume too", Some(name("in-01.pdf")), Some("x"), Some(0)),
        ("the memory", Some(desk.path(MEMORY)), Some(""), Some(0)),
        ("a document", Some(desk.path("data/ke-hoach/hai.yml")), Some(hai.as_str()), Some(0)),
    ] {
        match (path, written) {
            (Some(path), Some(text)) => fs::write(path, text).unwrap(),
            (Some(path), None) => fs::remove_file(path).unwrap(),
            (None, _) => {}
        }
        assert_eq!(made(), expected, "{what}");
        assert!(papers(&desk) == first, "{what}: the files are those of the first run");
        assert_eq!(made(), None, "{what}, and again");
    }
    fs::write(desk.path(BATCH), batch(&["Nguyễn Văn Đức", "Trần Thị Ánh Nguyệt"])).unwrap();
    assert_eq!(made(), Some(1));
}

/// Certificates are laid out together; each is what it would be by itself, the one
/// with a letter that no other has among them.
#[test]
fn a_certificate_is_the_same_among_others() {
    let name = |at: usize| {
        if at == 3 {
            "Nguyễn Văn Đức Ö".into()
        } else {
            format!("Nguyễn Văn Đức {}", "A".repeat(at % 7 + 1))
        }
    };
    let names: Vec<String> = (0..70).map(name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let desk = Desk::new().file(BATCH, batch(&names));
    assert_eq!(build(&desk.path(""), None).exit_code(), 0);
    let together = papers(&desk);
    for at in [1, 4, 5, 33, 34, 70] {
        let (out, ids) = (Some(desk.path(&format!("alone-{at}"))), vec![format!("M{at}")]);
        let formats = vec![Format::Pdf];
        let request = Request { root: desk.path(""), out: out.clone(), ids, formats, ..Request::default() };
        assert_eq!(run(&request).exit_code(), 0);
        let name = format!("{at:04}-{}.pdf", file_name(names[at - 1]));
        let alone = fs::read(out.unwrap().join("giay-cong-nhan/dot").join(&name)).unwrap();
        assert!(together.get(&desk.path(PAPERS).join(&name)) == Some(&alone), "{name}");
    }
}

fn file_name(name: &str) -> String {
    name.to_lowercase().replace("nguyễn văn đức", "nguyen van duc").replace('ö', "o").replace(' ', "-")
}
