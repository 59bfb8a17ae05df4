//! The file itself: PDF/A-2a, tagged, fonts embedded, metadata, same bytes.

use lopdf::{Dictionary, Document, Object};

use crate::desk::{Desk, SHORT, plan};

fn plan_pdf() -> Document {
    Document::load_mem(&plan().pages.pdf().unwrap()).unwrap()
}

fn dictionaries(document: &Document) -> impl Iterator<Item = &Dictionary> {
    document.objects.values().filter_map(|object| match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    })
}

fn is_type(dictionary: &Dictionary, name: &[u8]) -> bool {
    dictionary.get(b"Type").and_then(Object::as_name).is_ok_and(|own| own == name)
}

#[test]
fn the_sheet_is_a4() {
    let document = plan_pdf();
    for page in document.get_pages().values() {
        let page = document.get_dictionary(*page).unwrap();
        let sheet: Vec<f32> = page
            .get(b"MediaBox")
            .unwrap()
            .as_array()
            .unwrap()
            .iter()
            .map(|n| n.as_float().unwrap())
            .collect();
        assert!((sheet[2] - 595.28).abs() < 0.5 && (sheet[3] - 841.89).abs() < 0.5, "R-D-300: {sheet:?}");
    }
}

#[test]
fn it_says_that_it_is_pdf_a_2a_and_what_it_is() {
    let document = plan_pdf();
    let metadata = document.objects.values().find_map(|object| match object {
        Object::Stream(stream) if is_type(&stream.dict, b"Metadata") => {
            Some(String::from_utf8(stream.get_plain_content().unwrap()).unwrap())
        }
        _ => None,
    });
    let metadata = metadata.unwrap();
    for part in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "Kế hoạch 27-KH/ĐUK: Thực hiện công tác Dân vận, Quy chế dân chủ ở cơ sở và phong trào thi đua “Dân vận khéo” năm 2020",
        "Đảng ủy Khối các cơ quan và doanh nghiệp",
        "2020-03-19",
        "vankien",
    ] {
        assert!(metadata.contains(part), "no `{part}` in {metadata}");
    }
    let catalogue = document.catalog().unwrap();
    assert_eq!(catalogue.get(b"Lang").unwrap().as_str().unwrap(), b"vi");
    assert!(catalogue.has(b"StructTreeRoot"), "tagged");
}

#[test]
fn every_font_is_embedded_and_subset() {
    let document = plan_pdf();
    let fonts: Vec<_> = dictionaries(&document).filter(|entry| is_type(entry, b"FontDescriptor")).collect();
    assert!(fonts.len() >= 3);
    for font in fonts {
        let name = font.get(b"FontName").and_then(Object::as_name).unwrap();
        let name = std::str::from_utf8(name).unwrap();
        assert!(font.has(b"FontFile2") || font.has(b"FontFile3"), "{name} is not embedded");
        let (tag, family) = name.split_once('+').unwrap_or_else(|| panic!("{name} is not subset"));
        assert_eq!(tag.len(), 6);
        assert!(family.starts_with("VankienSerif"), "{name}");
    }
}

#[test]
fn two_builds_give_identical_bytes() {
    let build = |name: &str| {
        let desk = Desk::with_plan(SHORT).file("data/ke-hoach/khac.yml", SHORT.replace("so: 27", "so: 28"));
        assert_eq!(desk.run(&["build", "--format", "pdf,typ,png,svg"]).code, Some(0));
        std::fs::read(desk.path(name)).unwrap()
    };
    for name in [
        "output/ke-hoach/thu.pdf",
        "output/ke-hoach/thu.typ",
        "output/ke-hoach/thu-1.png",
        "output/ke-hoach/thu-1.svg",
    ] {
        assert_eq!(build(name), build(name), "{name}");
    }
}
