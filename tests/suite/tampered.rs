//! What somebody put over a page that was signed, took out of it or added to it shows,
//! in a certificate and in a volume; what was only written again is genuine.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use crate::desk::{Desk, Run};

const FOLDER: &str = "output/giay-cong-nhan/dot";
const PAPER: &str = "output/giay-cong-nhan/dot/0001-chi-bo-so-tu-phap.pdf";

/// A desk with keys and certificates that bear codes, built, on the paper of a profile.
fn certified(profile: &str) -> Desk {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let text = example.replace("mau: a4-ngang", &format!("mau: {profile}\nma_qr: true"));
    let desk = Desk::new().file("data/giay-cong-nhan/dot.yml", text);
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    let built = desk.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}", built.err);
    desk
}

/// Verifies what is left of a file, elsewhere and under a name of its own.
fn verified(desk: &Desk, file: &str, tamper: impl Fn(&mut Document)) -> Run {
    let mut document = Document::load(desk.path(file)).unwrap();
    tamper(&mut document);
    document.save(desk.path("khac.pdf")).unwrap();
    desk.run(&["verify", "khac.pdf"])
}

/// Draws over the first page.
fn draw(document: &mut Document, marks: &str) {
    let page = *document.get_pages().values().next().unwrap();
    let more = document.add_object(Stream::new(dictionary! {}, marks.as_bytes().to_vec()));
    let page = document.get_dictionary_mut(page).unwrap();
    let before = page.get(b"Contents").unwrap().clone();
    page.set("Contents", vec![before, more.into()]);
}

/// Changes what the maker left in the file.
fn keywords(document: &mut Document, change: impl Fn(&str) -> String) {
    let id = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let about = document.get_dictionary_mut(id).unwrap();
    let text = lopdf::decode_text_string(about.get(b"Keywords").unwrap()).unwrap();
    about.set("Keywords", lopdf::text_string(&change(&text)));
}

/// Says something of the whole file.
fn catalogue(document: &mut Document, key: &str, value: Dictionary) {
    document.catalog_mut().unwrap().set(key, value);
}

fn without_seals(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with("Chữ ký trang")).collect::<Vec<_>>().join("\n")
}

type Tamper = fn(&mut Document);

const TAMPERED: [(&str, Tamper, &str); 11] = [
    (
        "a white rectangle",
        |own| draw(own, "q 1 1 1 rg 200 280 500 60 re f Q"),
        "trang giấy không còn như khi ký",
    ),
    (
        "a picture",
        |own| {
            let page = *own.get_pages().values().next().unwrap();
            let picture = dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1,
                "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
            };
            let picture = own.add_object(Stream::new(picture, vec![255]));
            own.add_xobject(page, "Zi", picture).unwrap();
            draw(own, "q 400 0 0 44 221 345 cm /Zi Do Q");
        },
        "trang giấy không còn như khi ký",
    ),
    (
        "a note of a reader",
        |own| {
            let page = *own.get_pages().values().next().unwrap();
            let note = own.add_object(dictionary! {
                "Type" => "Annot", "Subtype" => "FreeText", "P" => page,
                "Rect" => vec![250.into(), 280.into(), 650.into(), 340.into()],
                "Contents" => Object::string_literal("Tran Van Be"),
            });
            own.get_dictionary_mut(page).unwrap().set("Annots", vec![note.into()]);
        },
        "trang giấy không còn như khi ký",
    ),
    (
        "a page cut by the tree of pages",
        |own| {
            let pages = own.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
            let all = own.get_dictionary_mut(pages).unwrap();
            all.set("CropBox", vec![0.into(), 0.into(), 400.into(), 300.into()]);
        },
        "trang giấy không còn như khi ký",
    ),
    (
        "letters of another shape",
        |own| {
            let font = |own: &Object| {
                let own = own.as_dict().ok()?;
                [&b"FontFile2"[..], b"FontFile3"]
                    .iter()
                    .find_map(|key| own.get(key).ok()?.as_reference().ok())
            };
            let fonts: Vec<_> = own.objects.values().filter_map(font).collect();
            assert!(!fonts.is_empty());
            for font in fonts {
                own.get_object_mut(font).unwrap().as_stream_mut().unwrap().set_plain_content(vec![0; 9]);
            }
        },
        "trang giấy không còn như khi ký",
    ),
    (
        "a rank written over, without the signature",
        |own| {
            draw(own, "q 1 0 0 rg 9 9 9 9 re f Q");
            keywords(own, without_seals);
        },
        "tệp không còn chữ ký của trang",
    ),
    (
        "a script when the file is opened",
        |own| {
            catalogue(
                own,
                "OpenAction",
                dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") },
            );
        },
        "trang giấy không còn như khi ký",
    ),
    (
        "a script when the file is closed",
        |own| catalogue(own, "AA", dictionary! { "WC" => dictionary! { "S" => "JavaScript" } }),
        "trang giấy không còn như khi ký",
    ),
    (
        "a script among the names of the file",
        |own| catalogue(own, "Names", dictionary! { "JavaScript" => dictionary! { "Names" => Vec::new() } }),
        "trang giấy không còn như khi ký",
    ),
    (
        "a form over the file",
        |own| catalogue(own, "AcroForm", dictionary! { "XFA" => Object::string_literal("<xdp/>") }),
        "trang giấy không còn như khi ký",
    ),
    ("no word of the maker", |own| keywords(own, |_| String::new()), "tệp không còn chữ ký của trang"),
];

#[test]
fn what_was_done_to_a_page_shows() {
    for profile in ["a4-ngang", "a5-hai-to"] {
        let desk = certified(profile);
        // As many certificates as one page of the file has.
        let on_page = if profile == "a4-ngang" { 1 } else { 2 };
        for (file, all, on_page) in [(PAPER, 1, 1), (&*format!("{FOLDER}/in-01.pdf"), 10, on_page)] {
            let again = verified(&desk, file, |_| {});
            assert_eq!((again.code, again.out.matches(": đúng: ").count()), (Some(0), all), "{}", again.out);
            for (what, tamper, said) in TAMPERED {
                let run = verified(&desk, file, tamper);
                // What all pages use, or the file says of all, is missing everywhere.
                let whole = ["the maker", "signature", "shape", "tree", "picture", "the file"];
                let whole = whole.iter().any(|own| what.contains(own));
                let told = if whole { all } else { on_page };
                assert_eq!(run.code, Some(1), "{profile}, {file}, {what}: {}", run.out);
                assert_eq!(run.out.matches(said).count(), told, "{profile}, {file}, {what}: {}", run.out);
                assert_eq!(run.out.matches(": đúng: ").count(), all - told, "{what}: {}", run.out);
            }
        }
    }
}

/// Where a viewer begins to read, and a form without fields, do nothing.
#[test]
fn what_does_nothing_is_no_alteration() {
    let desk = certified("a4-ngang");
    let run = verified(&desk, PAPER, |own| {
        let page = *own.get_pages().values().next().unwrap();
        let catalogue = own.catalog_mut().unwrap();
        catalogue.set("OpenAction", vec![page.into(), "Fit".into()]);
        catalogue.set("AcroForm", dictionary! { "Fields" => Vec::new() });
    });
    assert!(run.code == Some(0) && run.out.contains(": đúng: "), "{}", run.out);
}

/// A page beside that of a certificate is of nobody.
#[test]
fn a_page_that_was_added_shows() {
    let desk = certified("a4-ngang");
    let run = verified(&desk, PAPER, |own| {
        let [page, pages] = {
            let page = *own.get_pages().values().next().unwrap();
            [page, own.get_dictionary(page).unwrap().get(b"Parent").unwrap().as_reference().unwrap()]
        };
        let mut more = own.get_dictionary(page).unwrap().clone();
        more.set("Contents", Object::Null);
        let more = own.add_object(more);
        let all = own.get_dictionary_mut(pages).unwrap();
        all.set("Kids", vec![page.into(), more.into()]);
        all.set("Count", 2);
    });
    assert!(
        run.code == Some(1) && run.out.contains("trang 2 không phải trang của giấy nào đã ký"),
        "{}",
        run.out
    );
}

/// The register knows the files beside it, byte for byte.
#[test]
fn a_file_in_the_place_of_a_registered_one_is_told() {
    let desk = certified("a4-ngang");
    Document::load(desk.path(PAPER)).unwrap().save(desk.path(PAPER)).unwrap();
    let run = desk.run(&["verify", PAPER]);
    assert!(
        run.code == Some(1) && run.out.contains("không phải tệp đã ghi vào sổ (SHA-256 khác)"),
        "{}",
        run.out
    );
    std::fs::copy(desk.path(PAPER), desk.path("khac.pdf")).unwrap();
    let run = desk.run(&["verify", "khac.pdf"]);
    assert!(run.code == Some(0) && run.out.contains(": đúng: "), "{}", run.out);
}

/// What has no text of a code is not called forged, and what cannot be read is told as
/// what it is.
#[test]
fn what_cannot_be_verified_says_why() {
    let desk = certified("a4-ngang");
    let run = verified(&desk, PAPER, |own| {
        keywords(own, |_| String::new());
        let pictures = own.objects.values_mut().filter_map(|own| own.as_dict_mut().ok());
        pictures.for_each(|own| drop(own.remove(b"Alt")));
    });
    assert!(run.code == Some(2) && run.out.contains("quét mã trên trang bằng điện thoại"), "{}", run.out);
    let desk = desk.file("rong.pdf", "").file("chu.pdf", "chữ").file("hong.pdf", "%PDF-1.7 hỏng");
    for (paper, said) in [
        ("rong.pdf", "`rong.pdf` rỗng"),
        ("chu.pdf", "`chu.pdf` không phải PDF đọc được"),
        ("hong.pdf", "`hong.pdf` không phải PDF đọc được"),
        ("khong-co.pdf", "không thấy `khong-co.pdf`"),
        (FOLDER, "là thư mục"),
    ] {
        let run = desk.run(&["verify", paper]);
        assert!(run.code == Some(2) && run.err.contains(said), "{paper}: {}{}", run.out, run.err);
    }
}

/// A register all of whose rows were deleted.
#[test]
fn a_register_without_rows_is_told() {
    let desk = certified("a4-ngang");
    let path = format!("{FOLDER}/so-theo-doi.csv");
    let register = std::fs::read_to_string(desk.path(&path)).unwrap();
    let run = desk.run_with(&path, register.lines().next().unwrap(), &["verify", &path]);
    assert!(run.code == Some(1) && run.out.contains("sổ không có hàng nào"), "{}", run.out);
    assert_eq!(run.out.matches("không có trong sổ").count(), 10, "{}", run.out);
}
