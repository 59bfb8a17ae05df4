//! How long a batch of certificates takes, and how much memory: separate PDF/A
//! files, the volumes for the printer, registers and proof sheets; then the same
//! again after one correction. Run with `cargo bench --bench certificates`, or
//! with a count: `cargo bench --bench certificates -- 1000`.

use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use vankien::output::Format;
use vankien::pipeline::typeset_certificate;
use vankien::pipeline::{Request, run};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const FAMILIES: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Thạch", "Đỗ"];
const MIDDLES: [&str; 8] = ["Văn", "Thị", "Hoàng Ngọc", "Minh", "Thị Mỹ", "Quốc", "Thanh", "Bảo"];
const GIVEN: [&str; 10] = ["Đức", "Ánh", "Khôi", "Nguyệt", "Phượng", "Sơn", "Thảo", "Uyên", "Vỹ", "Yến"];
const UNITS: [&str; 5] = [
    "Chi bộ Sở Tư pháp",
    "Đảng bộ Sở Giáo dục và Đào tạo",
    "Chi bộ Trung tâm Công tác xã hội và Bảo trợ xã hội thuộc Đảng bộ Sở Lao động",
    "Đảng bộ Công ty Cấp thoát nước",
    "Chi bộ Kho bạc Nhà nước",
];
const MODELS: [&str; 4] = [
    "Bữa cơm 0 đồng cho người bệnh nghèo",
    "Vận động cán bộ, đảng viên và nhân dân hiến đất làm đường giao thông nông thôn",
    "Một cửa thân thiện",
    "Ngày thứ bảy tình nguyện",
];

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().collect();
    if let Some(at) = words.iter().position(|word| word == "--sources") {
        let count = words.get(at + 2).and_then(|word| word.parse().ok()).unwrap_or(1000);
        return sources(Path::new(&words[at + 1]), count);
    }
    let count = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir()?;
    let root = folder.path();
    prepare(root, count, "")?;
    let request = Request { root: root.into(), formats: vec![Format::Pdf], ..Request::default() };
    let mut told = String::new();
    for what in ["first", "unchanged", "one corrected"] {
        if what == "one corrected" {
            prepare(root, count, " sửa")?;
        }
        let start = Instant::now();
        let outcome = run(&request);
        assert_eq!(outcome.exit_code(), 0, "{:#?}", outcome.report.sorted());
        let made: usize = outcome.batches.iter().map(|batch| batch.made).sum();
        let again: usize = outcome.batches.iter().map(|batch| batch.reprint.len()).sum();
        let seconds = start.elapsed().as_secs_f64();
        let files = outcome.batches.iter().map(|batch| batch.certificates.as_secs_f64()).sum::<f64>();
        // Counts far below the precision of a float.
        let rate = f64::from(u32::try_from(made).unwrap_or(u32::MAX)) / files;
        let _ = writeln!(
            told,
            "{count} certificates, {what}: made {made} in {files:.2} s ({rate:.0}/s), everything in {seconds:.2} s, \
             to print again {again}, peak {} MB",
            peak()
        );
    }
    std::io::Write::write_all(&mut std::io::stdout(), told.as_bytes())
}

/// How many certificates the contenders of `compare.sh` are given.
const COMPARED: usize = 400;

/// A workspace with this many certificates, and of the first of them the Typst
/// source and, as JSON, the texts on the page: `sources/0001.typ`, `.json`.
fn sources(root: &Path, count: usize) -> std::io::Result<()> {
    prepare(root, count, "")?;
    let folder = root.join("sources");
    std::fs::create_dir_all(&folder)?;
    for row in 0..count.min(COMPARED) {
        let laid_out =
            typeset_certificate(root, Path::new("data/giay-cong-nhan/dot-0.yml"), &format!("N{row}"));
        let (source, pages) = laid_out.unwrap_or_else(|report| panic!("{:#?}", report.sorted()));
        let texts: Vec<_> = pages
            .texts()
            .into_iter()
            .map(|text| {
                serde_json::json!({
                    "text": text.text, "x": text.x, "baseline": text.baseline, "size": text.size,
                    "bold": text.bold, "italic": text.italic,
                })
            })
            .collect();
        let name = format!("{:04}", row + 1);
        std::fs::write(folder.join(format!("{name}.typ")), source)?;
        std::fs::write(folder.join(format!("{name}.json")), serde_json::Value::from(texts).to_string())?;
    }
    Ok(())
}

/// The most memory this process ever had, where the system tells it.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn prepare(root: &Path, count: usize, correction: &str) -> std::io::Result<()> {
    let data = root.join("data/giay-cong-nhan");
    std::fs::create_dir_all(&data)?;
    let example = include_str!("../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let head = example.split("nguoi_nhan:\n").next().unwrap_or_default();
    // Lists longer than a sheet may be are several batches.
    let mut written = 0;
    for (at, part) in (0..count).collect::<Vec<_>>().chunks(15_000).enumerate() {
        let mut list = String::from("Mã,Người nhận,Đối tượng,Chức vụ,Đơn vị,Mô hình,Xếp loại\n");
        for &row in part {
            let pick = |list: &[&'static str], step: usize| list[(row / step) % list.len()];
            let (family, middle, given) = (pick(&FAMILIES, 1), pick(&MIDDLES, 8), pick(&GIVEN, 64));
            let added = if row == 0 { correction } else { "" };
            let _ = writeln!(
                list,
                "N{row},{family} {middle} {given}{added},cá nhân,Đảng viên,{},\"{} {}\",tốt",
                pick(&UNITS, 3),
                pick(&MODELS, 5),
                row / 640
            );
            written += 1;
        }
        std::fs::write(data.join(format!("ds-{at}.csv")), list)?;
        std::fs::write(
            data.join(format!("dot-{at}.yml")),
            format!("{head}nguoi_nhan: {{tep: ds-{at}.csv}}\n"),
        )?;
    }
    assert_eq!(written, count);
    Ok(())
}
