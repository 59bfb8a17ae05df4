//! The contact sheets in `docs/`: the first page of every type in every
//! guidance, small. They are at once what a reader looks at and what pages are
//! compared with. `GALLERY=write cargo test --release gallery` makes them anew.

use std::path::PathBuf;

use tiny_skia::{Pixmap, PixmapPaint, Transform};

use crate::types::{GUIDANCES, samples};

/// Dots to the inch: enough to see the shape of a page.
const RESOLUTION: f64 = 26.0;
const COLUMNS: u32 = 8;
/// An A4 page at that resolution and the gap around it, in pixels.
const CELL: (u32, u32) = (215 + 9, 305 + 9);

/// A pixel may differ by so much, and so many of a thousand may differ more:
/// letters are drawn alike everywhere, but not to the last bit.
const SHADE: u8 = 48;
const OFTEN: usize = 2;

#[test]
fn gallery_shows_every_type() {
    let mut faults = Vec::new();
    for (code, date) in GUIDANCES {
        let path: PathBuf =
            [env!("CARGO_MANIFEST_DIR"), "docs", &format!("cac-loai-{code}.png")].iter().collect();
        let samples = samples(code, date);
        let rows = u32::try_from(samples.len()).unwrap().div_ceil(COLUMNS);
        let mut sheet = Pixmap::new(COLUMNS * CELL.0, rows * CELL.1).unwrap();
        sheet.fill(tiny_skia::Color::from_rgba8(205, 205, 205, 255));
        for (at, sample) in samples.iter().enumerate() {
            let page = Pixmap::decode_png(&sample.pages.png(RESOLUTION).unwrap()[0]).unwrap();
            let [x, y] = corner(at).map(|edge| edge.cast_signed() + 5);
            let paint = PixmapPaint::default();
            sheet.draw_pixmap(x, y, page.as_ref(), &paint, Transform::identity(), None);
        }
        if std::env::var("GALLERY").is_ok_and(|wish| wish == "write") {
            std::fs::write(&path, sheet.encode_png().unwrap()).unwrap();
            continue;
        }
        let Ok(reference) = Pixmap::load_png(&path) else {
            faults.push(format!("{} is missing", path.display()));
            continue;
        };
        assert_eq!((reference.width(), reference.height()), (sheet.width(), sheet.height()), "{code}");
        for (at, sample) in samples.iter().enumerate() {
            let [left, top] = corner(at);
            let differ = (0..CELL.0 * CELL.1)
                .map(|pixel| (left + pixel % CELL.0, top + pixel / CELL.0))
                .filter(|&(x, y)| {
                    let shade = |sheet: &Pixmap| sheet.pixel(x, y).unwrap().green();
                    shade(&reference).abs_diff(shade(&sheet)) > SHADE
                })
                .count();
            if differ * 1000 > OFTEN * (CELL.0 * CELL.1) as usize {
                faults.push(format!("{}: {differ} pixels differ from the reference", sample.name));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The upper left corner of a page's cell on the sheet.
fn corner(at: usize) -> [u32; 2] {
    let at = u32::try_from(at).unwrap();
    [at % COLUMNS * CELL.0, at / COLUMNS * CELL.1]
}
