//! The files of certificates, cut out of what was laid out together, and the
//! volumes bound of them: whole PDF/A files, each tag and font in its place.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::desk::Desk;

const FILE: &str = "data/giay-cong-nhan/dot.yml";
const OUT: &str = "output/giay-cong-nhan/dot";
const NAMES: [&str; 3] = ["Nguyễn Văn Đức", "Trần Thị Ánh Nguyệt", "Thạch Sóc Kha"];

/// A batch with these names, and codes to sign.
fn built(names: &[&str]) -> Desk {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let head = example.split("nguoi_nhan:\n").next().unwrap();
    let rows = (1..).zip(names).map(|(at, name)| {
        format!("  - {{ma: M{at}, ten: {name}, doi_tuong: ca_nhan, chuc_vu: Đảng viên, don_vi: Chi bộ Sở Y tế, mo_hinh: Một cửa, xep_loai: tốt}}\n")
    });
    let batch = format!("{head}ma_qr: true\nnguoi_nhan:\n{}", rows.collect::<String>());
    let desk = Desk::new().file(FILE, batch);
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    desk
}

/// The certificates, in the order of their numbers, and the volume.
fn files(desk: &Desk) -> (Vec<Document>, Document) {
    let mut names: Vec<String> = std::fs::read_dir(desk.path(OUT))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("00"))
        .collect();
    names.sort();
    let open = |name: &String| Document::load(desk.path(&format!("{OUT}/{name}"))).unwrap();
    (names.iter().map(open).collect(), open(&"in-01.pdf".into()))
}

fn follow<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).unwrap().1
}

fn dictionary<'a>(document: &'a Document, holder: &'a Dictionary, key: &str) -> &'a Dictionary {
    follow(document, holder.get(key.as_bytes()).unwrap()).as_dict().unwrap()
}

fn array<'a>(document: &'a Document, holder: &'a Dictionary, key: &str) -> &'a Vec<Object> {
    follow(document, holder.get(key.as_bytes()).unwrap()).as_array().unwrap()
}

/// Every object that something refers to.
fn referred(object: &Object, found: &mut BTreeSet<ObjectId>) {
    match object {
        Object::Reference(id) => {
            found.insert(*id);
        }
        Object::Array(items) => items.iter().for_each(|item| referred(item, found)),
        Object::Dictionary(own) => own.iter().for_each(|(_, value)| referred(value, found)),
        Object::Stream(own) => own.dict.iter().for_each(|(_, value)| referred(value, found)),
        _ => {}
    }
}

#[test]
fn nothing_is_missing_and_nothing_left_over() {
    let (certificates, volume) = files(&built(&NAMES));
    for document in certificates.iter().chain([&volume]) {
        let mut found = BTreeSet::new();
        document.objects.values().for_each(|object| referred(object, &mut found));
        document.trailer.iter().for_each(|(_, value)| referred(value, &mut found));
        let there: BTreeSet<ObjectId> = document.objects.keys().copied().collect();
        assert_eq!(found, there);
    }
}

#[test]
fn each_says_that_it_is_pdf_a_2a_and_what_it_is() {
    let (certificates, volume) = files(&built(&NAMES));
    let title = |at: usize| format!("Giấy công nhận số {:02}: {}", at + 1, NAMES[at]);
    let titles = (0..NAMES.len()).map(title).chain(["Giấy công nhận số 01 – 03".into()]);
    for (document, title) in certificates.iter().chain([&volume]).zip(titles) {
        let catalogue = document.catalog().unwrap();
        let metadata = follow(document, catalogue.get(b"Metadata").unwrap()).as_stream().unwrap();
        assert!(!metadata.dict.has(b"Filter"), "metadata must be readable without unpacking");
        let metadata = String::from_utf8(metadata.content.clone()).unwrap();
        for part in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            title.as_str(),
            "Đảng ủy Khối các cơ quan và doanh nghiệp",
            "2020-12-10",
            "vankien",
        ] {
            assert!(metadata.contains(part), "no `{part}` in {metadata}");
        }
        let about = dictionary(document, &document.trailer, "Info");
        assert_eq!(lopdf::decode_text_string(about.get(b"Title").unwrap()).unwrap(), title);
        assert!(about.has(b"Keywords"), "the codes of its certificates: {title}");
        assert_eq!(catalogue.get(b"Lang").unwrap().as_str().unwrap(), b"vi");
        let marked = dictionary(document, catalogue, "MarkInfo").get(b"Marked").unwrap();
        assert_eq!(marked, &Object::Boolean(true));
        let intents = array(document, catalogue, "OutputIntents");
        let intent = follow(document, &intents[0]).as_dict().unwrap();
        assert!(follow(document, intent.get(b"DestOutputProfile").unwrap()).as_stream().is_ok());
        assert_eq!(array(document, &document.trailer, "ID").len(), 2);
    }
}

/// Each mark on a page leads to the element that it belongs to, and back.
#[test]
fn tags_lead_from_the_page_to_the_whole_and_back() {
    let (certificates, volume) = files(&built(&NAMES));
    for document in certificates.iter().chain([&volume]) {
        let tree = dictionary(document, document.catalog().unwrap(), "StructTreeRoot");
        let [whole] = array(document, tree, "K").as_slice() else { panic!("one document") };
        let elements = array(document, follow(document, whole).as_dict().unwrap(), "K");
        let entries = array(document, dictionary(document, tree, "ParentTree"), "Nums");
        let mut tagged = Vec::new();
        for (at, page) in document.page_iter().enumerate() {
            let number = document.get_dictionary(page).unwrap().get(b"StructParents").unwrap();
            assert_eq!(number, &Object::Integer(i64::try_from(at).unwrap()));
            assert_eq!(&entries[2 * at], number);
            let marks = follow(document, &entries[2 * at + 1]).as_array().unwrap();
            assert!(marks.len() >= 10, "the lines of a certificate: {}", marks.len());
            for (mark, element) in marks.iter().enumerate() {
                let own = follow(document, element).as_dict().unwrap();
                assert_eq!(own.get(b"Pg").unwrap(), &Object::Reference(page));
                assert_eq!(own.get(b"P").unwrap(), whole);
                let mark = Object::Integer(i64::try_from(mark).unwrap());
                assert!(array(document, own, "K").contains(&mark));
            }
            tagged.extend(marks.iter().cloned());
        }
        tagged.dedup();
        assert_eq!(&tagged, elements, "in the order of reading");
    }
}

/// A volume has the very pages of its certificates, and each font once.
#[test]
fn a_volume_has_the_pages_of_its_certificates() {
    let (certificates, volume) = files(&built(&NAMES));
    let drawn = |document: &Document, page: ObjectId| {
        let page = document.get_dictionary(page).unwrap();
        follow(document, page.get(b"Contents").unwrap()).as_stream().unwrap().content.clone()
    };
    let pages: Vec<_> = volume.page_iter().map(|page| drawn(&volume, page)).collect();
    let own: Vec<_> = certificates.iter().map(|one| drawn(one, one.page_iter().next().unwrap())).collect();
    assert_eq!(pages, own);
    let fonts = |document: &Document| {
        let fonts =
            document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"FontFile2").ok());
        fonts.count()
    };
    assert_eq!(certificates.iter().map(fonts).collect::<Vec<_>>(), [3, 3, 3]);
    assert_eq!(fonts(&volume), 3);
}
