//! Every type of document in every guidance that has it: its starter builds
//! without a finding, and its page measures what the guidance's TOML says.

use std::path::Path;

use toml::{Table, Value};
use vankien::compile::{Pages, PlacedRule, PlacedText};
use vankien::pipeline::typeset;

use crate::desk::{Desk, centre, close, right};

/// A starter under one guidance, laid out.
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) profile: Table,
    pub(crate) pages: Pages,
    prints_name: Option<String>,
    /// The type's code in the number, if it bears a number.
    code: Option<String>,
    document: serde_yaml::Value,
}

/// The guidances and a day on which each is in force.
pub(crate) const GUIDANCES: [(&str, &str); 3] =
    [("hd36", "2020-11-20"), ("hd05", "2026-11-20"), ("nd30", "2026-11-20")];

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// All types that this guidance has, each with its starter as a document.
pub(crate) fn samples(code: &str, date: &str) -> Vec<Sample> {
    let profile: Table = read(&format!("templates/the-thuc/{code}.toml")).parse().unwrap();
    let system = profile["he_thong"].as_str().unwrap();
    let kinds: Table = read("templates/the-thuc/bang/loai.toml").parse().unwrap();
    let exists = |kind: &&Value| {
        let systems = kind.get("he_thong").and_then(Value::as_array);
        systems.is_none_or(|systems| systems.iter().any(|own| own.as_str() == Some(system)))
    };
    let sample = |kind: &Value| {
        let folder = kind["thu_muc"].as_str().unwrap();
        let desk = Desk::new();
        let run = desk.run(&["new", folder, "mau", "--system", system]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let path = format!("data/{folder}/mau.yml");
        let text = std::fs::read_to_string(desk.path(&path)).unwrap();
        assert!(text.starts_with("# "), "{folder}: commented");
        let dated =
            |line: &str| if line.starts_with("ngay:") { format!("ngay: {date}") } else { line.into() };
        // Nothing in it may be later than the document; six years earlier
        // weekdays are the same.
        let text = if date.starts_with("2020") {
            text.replace("2027", "2021").replace("2026", "2020")
        } else {
            text
        };
        let text = text.lines().map(dated).collect::<Vec<_>>().join("\n") + "\n";
        std::fs::write(desk.path(&path), &text).unwrap();
        let checked = desk.run(&["check"]);
        assert!(checked.err.is_empty(), "{code}, {folder}: {}", checked.err);
        let typeset = typeset(&desk.path(""), Path::new(&path)).unwrap();
        assert_eq!(typeset.profile, code, "{folder}");
        let prints = |key: &str| kind.get(key).and_then(Value::as_bool).unwrap_or(true);
        Sample {
            name: format!("{code}, {folder}"),
            profile: profile.clone(),
            pages: typeset.pages,
            code: prints("in_so").then(|| {
                let own = kind.get("ky_hieu_theo").and_then(|codes| codes.get(system));
                own.unwrap_or(&kind["ky_hieu"]).as_str().unwrap().into()
            }),
            prints_name: prints("in_ten_loai").then(|| kind["ten"].as_str().unwrap().into()),
            document: serde_yaml::from_str(&text).unwrap(),
        }
    };
    kinds["loai"].as_array().unwrap().iter().filter(exists).map(sample).collect()
}

impl Sample {
    /// A number of the profile, by its path; a smaller sheet may have its own.
    fn number(&self, path: &str) -> f64 {
        let find = |table: Option<&Value>| {
            path.split('.').try_fold(table?.clone(), |table, key| table.get(key).cloned())
        };
        let sheet = self.sheet().and_then(|sheet| find(self.profile.get("kho_giay")?.get(sheet)));
        let value = sheet.or_else(|| find(Some(&Value::Table(self.profile.clone()))));
        let value = value.unwrap_or_else(|| panic!("no `{path}` in the profile"));
        value.as_float().unwrap_or_else(|| f64::from(i32::try_from(value.as_integer().unwrap()).unwrap()))
    }

    /// The sheet that is not A4.
    fn sheet(&self) -> Option<&str> {
        self.document.get("trinh_bay").and_then(|own| own.get("kho_giay")?.as_str())
    }

    /// The path of a measure of the sheet.
    fn page(&self, key: &str) -> String {
        self.sheet().map_or_else(|| format!("trang.{key}"), |sheet| format!("kho_giay.{sheet}.{key}"))
    }

    fn word(&self, table: &str, key: &str) -> &str {
        self.profile[table][key].as_str().unwrap()
    }

    /// The runs of text in a labelled block.
    fn within(&self, label: &str) -> Vec<PlacedText> {
        let mut texts = self.pages.texts();
        texts.retain(|text| text.within(label).is_some() && !text.text.trim().is_empty());
        texts
    }

    /// Size, weight and slope against a style of the profile. Sizes follow the
    /// body's, which starters leave at its default.
    #[track_caller]
    fn styled(&self, run: &PlacedText, style: &str) {
        let style = &self.profile["kieu"][style];
        let bound = |at: usize| f64::from(i32::try_from(style["co_chu"][at].as_integer().unwrap()).unwrap());
        let size = self.number("noi_dung.co_chu.mac_dinh").clamp(bound(0), bound(1));
        let flag = |key: &str| style.get(key).and_then(Value::as_bool).unwrap_or(false);
        let what = format!("{}: `{}`", self.name, run.text);
        close(&what, run.size, size, 0.1);
        assert_eq!((run.bold, run.italic), (flag("dam"), flag("nghieng")), "{what}");
    }

    fn rule_below(&self, text: &PlacedText) -> PlacedRule {
        let below =
            |rule: &PlacedRule| rule.page == text.page && (0.3..4.0).contains(&(rule.y - text.baseline));
        let near = |rule: &PlacedRule| rule.x > text.x - 1.0 && rule.x < right(text);
        let mut rules = self.pages.rules().into_iter().filter(|rule| below(rule) && near(rule));
        rules.next().unwrap_or_else(|| panic!("{}: no rule below `{}`", self.name, text.text))
    }

    /// Both columns of the header.
    fn header(&self) {
        let (left, right_column) = (self.within("khoi-trai"), self.within("khoi-phai"));
        let title = &right_column[0];
        assert_eq!(title.text, self.word("dau_trang", "tieu_de"), "{}", self.name);
        self.styled(title, "tieu_de");
        close(&self.name, title.baseline, left[0].baseline, 0.5);
        let date = right_column.last().unwrap();
        self.styled(date, "dia_danh");
        close(&self.name, centre(date), centre(title), 1.0);
        let motto = self.word("dau_trang", "tieu_ngu");
        let above_rule = if motto.is_empty() { title } else { &right_column[1] };
        if !motto.is_empty() {
            assert_eq!(above_rule.text, motto, "{}", self.name);
            self.styled(above_rule, "tieu_ngu");
            close(
                &self.name,
                above_rule.baseline - title.baseline,
                self.number("dau_trang.den_tieu_ngu"),
                0.1,
            );
        }
        let rule = self.rule_below(above_rule);
        close(&self.name, rule.length, above_rule.width, above_rule.width * 0.02);
        close(&self.name, rule.y - above_rule.baseline, self.number("dau_trang.cach_ke"), 0.1);
        close(&self.name, rule.thickness, self.number("dau_trang.net_ke"), 0.01);
        let superior = self.document["co_quan"].get("cap_tren").is_some();
        self.styled(&left[0], if superior { "cap_tren" } else { "co_quan" });
        let prefix = self.word("so_ky_hieu", "tien_to");
        let number = left.iter().find(|run| run.text.starts_with(prefix));
        assert_eq!(number.is_some(), self.code.is_some(), "{}", self.name);
        if let (Some(number), Some(code)) = (number, &self.code) {
            let (first, second) =
                ["giua_so_va_loai", "giua_loai_va_co_quan"].map(|key| self.word("so_ky_hieu", key)).into();
            let body = self.document["co_quan"]["ky_hieu"].as_str().unwrap();
            let symbol = if code.is_empty() {
                format!("{first}{body}")
            } else {
                format!("{first}{code}{second}{body}")
            };
            assert!(number.text.ends_with(&symbol), "{}: `{}` is not …{symbol}", self.name, number.text);
            self.styled(number, "so");
            close(&self.name, centre(number), centre(&left[0]), 1.0);
        }
    }

    /// Type name, subject and what ends them.
    fn title(&self) {
        let Some(kind) = &self.prints_name else { return };
        let lines = self.within("khoi-ten-loai");
        assert_eq!(lines[0].text, *kind, "{}", self.name);
        self.styled(&lines[0], "ten_loai");
        let [left, width, right] = ["le_trai", "rong", "le_phai"].map(|key| self.number(&self.page(key)));
        for line in &lines {
            let middle = f64::midpoint(left, width - right);
            close(&format!("{}: `{}` centred", self.name, line.text), centre(line), middle, 1.0);
        }
        let ends = self.word("ten_loai", "gach");
        let last = lines.last().unwrap();
        let subject = if ends.is_empty() {
            let rule = self.rule_below(last);
            close(&self.name, rule.y - last.baseline, self.number("ten_loai.den_gach"), 0.1);
            close(&self.name, rule.x + rule.length / 2.0, centre(last), 1.0);
            last
        } else {
            assert_eq!(last.text, ends, "{}", self.name);
            let subject = &lines[lines.len() - 2];
            close(&self.name, last.baseline - subject.baseline, self.number("ten_loai.den_gach"), 0.1);
            subject
        };
        self.styled(subject, "trich_yeu");
    }

    /// Authority, position, name; recipients.
    fn end(&self) {
        let signer = self.within("khoi-nguoi-ky");
        self.styled(&signer[0], "quyen_han");
        for run in &signer {
            assert!(run.width <= self.number("ky.rong") + 0.5, "{}: `{}`", self.name, run.text);
        }
        let recipients = self.within("khoi-noi-nhan");
        let label = self.word("noi_nhan", "nhan");
        assert!(recipients[0].text.starts_with(label), "{}: {}", self.name, recipients[0].text);
        self.styled(&recipients[0], "noi_nhan");
        let items: Vec<_> = recipients.iter().filter(|run| run.text.starts_with("- ")).collect();
        assert!(!items.is_empty(), "{}", self.name);
        for item in &items {
            self.styled(item, "ten_noi_nhan");
        }
        assert!(
            items.last().unwrap().text.ends_with(self.word("noi_nhan", "cuoi_noi_cuoi")),
            "{}",
            self.name
        );
        if self.document.get("ky_cung").is_none() {
            let name = signer.last().unwrap();
            self.styled(name, "ho_ten");
            let above = &signer[signer.len() - 2];
            close(&self.name, name.baseline - above.baseline, self.number("ky.den_ho_ten"), 0.1);
        }
    }

    /// Sheets of the right size, a number on each but the first.
    fn sheets(&self) {
        let [wide, tall] = ["rong", "cao"].map(|key| self.number(&self.page(key)));
        for (width, height) in self.pages.sizes() {
            let (width, height) =
                if (width > height) == (wide > tall) { (width, height) } else { (height, width) };
            close(&self.name, width, wide, 0.1);
            close(&self.name, height, tall, 0.1);
        }
        for number in self.within("khoi-le-tren") {
            assert!(number.page > 1, "{}: R-D-018", self.name);
            let middle = f64::midpoint(number.ink_top, number.ink_bottom);
            close(&self.name, middle, self.number("so_trang.cach_mep_tren"), 0.5);
        }
    }

    /// Lines of a paragraph one pitch apart, paragraphs a gap more, first lines
    /// indented.
    fn body(&self) {
        let mm = |points: f64| points * 25.4 / 72.0;
        let (pitch, gap) =
            (mm(self.number("noi_dung.gian_dong.mac_dinh")), mm(self.number("noi_dung.cach_doan.mac_dinh")));
        let left = self.number(&self.page("le_trai"));
        let indented = left + self.number("noi_dung.thut_dau_dong.mac_dinh");
        let mut body = self.pages.texts();
        body.retain(|run| run.parts.is_empty() && !run.text.trim().is_empty() && !run.bold && !run.italic);
        let starts: Vec<_> = body.iter().filter(|run| run.x < indented + 0.3).collect();
        for pair in starts.windows(2).filter(|pair| pair[0].page == pair[1].page) {
            let step = pair[1].baseline - pair[0].baseline;
            let continues = (pair[1].x - left).abs() < 0.3;
            if step > 0.1 && step < pitch + gap - 0.2 {
                assert!(continues, "{}: `{}` neither indented nor at the margin", self.name, pair[1].text);
                close(&format!("{}: pitch at `{}`", self.name, pair[1].text), step, pitch, 0.1);
            }
        }
    }
}

#[test]
fn every_type_measures_what_its_guidance_says() {
    for (code, date) in GUIDANCES {
        let samples = samples(code, date);
        assert!(samples.len() >= 29, "{code}: {} types", samples.len());
        for sample in samples {
            sample.sheets();
            sample.header();
            sample.title();
            sample.body();
            sample.end();
        }
    }
}
