//! Certificates, volumes and registers that bear signed codes: they verify as they were
//! made, and whatever was changed, swapped or added shows.

use crate::desk::Desk;

/// A desk with keys and certificates that bear codes, built.
fn certified() -> Desk {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let desk = Desk::new()
        .file("data/giay-cong-nhan/dot.yml", example.replace("so_dau: 1", "so_dau: 7\nma_qr: true"));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    let built = desk.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}", built.err);
    desk
}

const FOLDER: &str = "output/giay-cong-nhan/dot";

#[test]
fn every_certificate_and_its_row_verify() {
    let desk = certified();
    let files = std::fs::read_dir(desk.path(FOLDER)).unwrap().map(|entry| entry.unwrap().path());
    let mut papers: Vec<_> = files
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with('0'))
        .map(|path| path.display().to_string())
        .collect();
    assert_eq!(papers.len(), 10);
    papers.extend([format!("{FOLDER}/so-theo-doi.csv"), format!("{FOLDER}/so-theo-doi.xlsx")]);
    // Who asks for all files asks for the proof sheet too.
    papers.push(format!("{FOLDER}/ban-soat.pdf"));
    let verify: Vec<&str> = std::iter::once("verify").chain(papers.iter().map(String::as_str)).collect();
    let verified = desk.run(&verify);
    assert_eq!(verified.out.matches(": đúng: ").count(), 30, "{}{}", verified.out, verified.err);
    assert!(
        verified.out.contains("ban-soat.pdf: bản soát của đợt giấy, không phải giấy"),
        "{}",
        verified.out
    );
    assert_eq!(verified.code, Some(0));
}

/// The page by which a printer is adjusted is none of the certificates.
#[test]
fn a_calibration_page_is_told_as_that() {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let blanks = example.replace("mau: a4-ngang", "ma_qr: true\nmau: a4-de-len");
    let desk = Desk::new().file("data/giay-cong-nhan/dot.yml", blanks);
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let run = desk.run(&["verify", &format!("{FOLDER}/can-chinh.pdf"), &format!("{FOLDER}/in-01.pdf")]);
    assert!(
        run.code == Some(0) && run.out.contains("trang căn chỉnh máy in, không phải giấy"),
        "{}",
        run.out
    );
}

#[test]
fn a_code_on_another_certificate_shows_what_differs() {
    let desk = certified();
    let mut files: Vec<_> =
        std::fs::read_dir(desk.path(FOLDER)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with('0'));
    files.sort();
    let [mut first, mut second] = [0, 1].map(|at| lopdf::Document::load(&files[at]).unwrap());
    let about = |document: &mut lopdf::Document| {
        let id = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        document.get_dictionary_mut(id).unwrap().clone()
    };
    let words = about(&mut first).get(b"Keywords").unwrap().clone();
    let id = second.trailer.get(b"Info").unwrap().as_reference().unwrap();
    second.get_dictionary_mut(id).unwrap().set("Keywords", words);
    second.save(desk.path("doi.pdf")).unwrap();
    let verified = desk.run(&["verify", "doi.pdf"]);
    assert_eq!(verified.code, Some(1));
    assert!(verified.out.contains("trang giấy ghi khác mã QR ở: Số vào sổ, Người nhận"), "{}", verified.out);
}

/// The volumes for the printer bear the codes of all their certificates, and a
/// certificate that shows no unit is none the less genuine.
#[test]
fn volumes_and_hidden_units_verify() {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let hidden = example.replace("don_vi) | thieu('')", "'') | thieu('')").replace(
        "  - {ma: CN03,",
        "  - {ma: CN04, ten: Lê Văn An, don_vi: Sở Y tế, xep_loai: tốt, mo_hinh: Áo ấm}\n  - {ma: CN03,",
    );
    let desk = Desk::new().file("data/giay-cong-nhan/dot.yml", format!("ma_qr: true\n{hidden}"));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    let built = desk.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}", built.err);
    assert!(built.err.contains("`don_vi` của 1 người nhận"), "{}", built.err);
    let verified =
        desk.run(&["verify", &format!("{FOLDER}/in-01.pdf"), &format!("{FOLDER}/so-theo-doi.csv")]);
    assert_eq!((verified.code, verified.out.matches(": đúng: ").count()), (Some(0), 22), "{}", verified.out);
}

/// Whatever is changed in a register shows, and what was changed.
#[test]
fn a_register_is_held_against_its_certificates() {
    let desk = certified();
    let path = format!("{FOLDER}/so-theo-doi.csv");
    let register = std::fs::read_to_string(desk.path(&path)).unwrap();
    let rows: Vec<&str> = register.lines().collect();
    let digest = rows[1].split(',').find(|cell| cell.len() == 64).unwrap();
    for (altered, said) in [
        (register.replace("Phiên tòa giả định", "Phiên tòa thật"), "hàng này ghi khác tờ giấy ở: Mô hình"),
        (register.replacen("215-QĐ/ĐUK", "216-QĐ/ĐUK", 1), "tờ giấy ở: Quyết định"),
        (register.replacen("Chi bộ Kho bạc", "Chi bộ kho bạc", 1), "tờ giấy ở: Người nhận"),
        (register.replacen(digest, &"0".repeat(64), 1), "không phải tệp đã ghi vào sổ"),
        (register.replacen(&format!("{}\n", rows[2]), "", 1), "không có trong sổ"),
        (format!("{register}{}\n", rows[1]), "số này có hai lần"),
    ] {
        assert_ne!(altered, register, "{said}");
        let desk = desk.run_with(&path, &altered, &["verify", &path]);
        assert!(desk.code == Some(1) && desk.out.contains(said), "{said}: {}", desk.out);
    }
    std::fs::remove_file(desk.path(&format!("{FOLDER}/0008-dang-bo-so-y-te.pdf"))).unwrap();
    let verified = desk.run(&["verify", &path]);
    assert!(verified.out.contains("không thấy tệp 0008-dang-bo-so-y-te.pdf"), "{}", verified.out);
}

/// A name that a spreadsheet would take for a formula is kept, and verifies.
#[test]
fn names_like_formulas_are_kept() {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let text = example.replace("ma: DV01, ten: Chi bộ Sở Tư pháp", "ma: \"007\", ten: \"+84 Chi bộ Sở\"");
    let desk = Desk::new().file("data/giay-cong-nhan/dot.yml", format!("ma_qr: true\n{text}"));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let path = format!("{FOLDER}/so-theo-doi.csv");
    let register = std::fs::read_to_string(desk.path(&path)).unwrap();
    assert!(register.contains("'007,'+84 Chi bộ Sở,"), "{register}");
    let verified = desk.run(&["verify", &path]);
    assert!(verified.code == Some(0) && verified.out.contains("Người nhận +84"), "{}", verified.out);
}

#[test]
fn keys_that_are_no_pair_are_refused() {
    let desk = certified();
    let other = Desk::new();
    assert_eq!(other.run(&["khoa"]).code, Some(0));
    std::fs::copy(other.path("khoa/cong-khai.pem"), desk.path("khoa/cong-khai.pem")).unwrap();
    let run = desk.run(&["build"]);
    assert!(run.code == Some(1) && run.err.contains("không phải một cặp"), "{}", run.err);
}

#[test]
fn without_a_key_there_is_no_code_and_no_error() {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let desk = Desk::new().file("data/giay-cong-nhan/dot.yml", format!("ma_qr: true\n{example}"));
    let checked = desk.run(&["check"]);
    assert_eq!(checked.code, Some(0), "{}", checked.err);
    assert!(checked.err.contains("chưa có khoá"), "{}", checked.err);
}

/// All that the program wrote into a row is signed: its id, its state, and a column
/// that slipped by a row.
#[test]
fn a_row_of_a_register_is_signed_as_a_whole() {
    let desk = certified();
    let path = format!("{FOLDER}/so-theo-doi.csv");
    let register = std::fs::read_to_string(desk.path(&path)).unwrap();
    let desk = desk.file("xa/so.csv", "");
    let shifted = {
        let mut reader = csv::Reader::from_reader(register.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let model = headings.iter().position(|own| own == "Mô hình").unwrap();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&headings).unwrap();
        for (at, row) in rows.iter().enumerate() {
            let other = &rows[(at + 1) % rows.len()][model];
            writer
                .write_record(
                    row.iter().enumerate().map(|(column, own)| if column == model { other } else { own }),
                )
                .unwrap();
        }
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    };
    // A number as Excel may show it is the same.
    let run = desk.run_with(&path, &register.replace("\n7,", "\n07,"), &["verify", &path]);
    assert_eq!((run.code, run.out.matches(": đúng: ").count()), (Some(0), 10), "{}", run.out);
    for (altered, rows) in [
        (register.replace(",DV02,", ",DV99,"), 1),
        (register.replace("215-QĐ/ĐUK, 10/12/2020", "999-QĐ/ĐUK, 01/01/2019"), 10),
        (shifted, 10),
    ] {
        assert_ne!(altered, register);
        // Beside its certificates or not.
        for place in [path.as_str(), "xa/so.csv"] {
            let run = desk.run_with(place, &altered, &["verify", place]);
            assert_eq!((run.code, run.out.matches("KHÔNG ĐÚNG").count()), (Some(1), rows), "{}", run.out);
        }
    }
}

/// What stands on the page is signed, letter for letter; a name that goes on, or a
/// number with one more digit, is not the one that was signed.
#[test]
fn a_page_with_more_on_it_is_not_genuine() {
    let batch = |id: &str, name: &str, number: u32| {
        let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
        let head = example.split("nguoi_nhan:\n").next().unwrap();
        format!(
            "ma_qr: true\n{head}nguoi_nhan:\n  - {{ma: {id}, so: {number}, ten: {name}, xep_loai: tốt, mo_hinh: Áo ấm}}\n"
        )
    };
    let desk = Desk::new()
        .file("data/giay-cong-nhan/mot.yml", batch("A", "Nguyễn Văn An", 2))
        .file("data/giay-cong-nhan/hai.yml", batch("B", "Nguyễn Văn Anh", 21))
        .file(
            "data/giay-cong-nhan/ba.yml",
            batch("C", "Nguyễn Văn An Anh", 2).replace("215-QĐ/ĐUK", "216-QĐ/ĐUK"),
        );
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    let books = ["mot", "hai", "ba"].map(|name| format!("data/giay-cong-nhan/{name}.yml"));
    for (book, out) in books.iter().zip(["mot", "hai", "ba"]) {
        assert_eq!(desk.run(&["build", "--out", out, book]).code, Some(0));
    }
    let load = |path: &str| lopdf::Document::load(desk.path(path)).unwrap();
    let about = |document: &lopdf::Document| document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let source = load("mot/giay-cong-nhan/mot/0002-nguyen-van-an.pdf");
    let words = source.get_dictionary(about(&source)).unwrap().get(b"Keywords").unwrap().clone();
    for (other, said) in [
        (
            "hai/giay-cong-nhan/hai/0021-nguyen-van-anh.pdf",
            "trang giấy ghi khác mã QR ở: Số vào sổ, Người nhận",
        ),
        ("ba/giay-cong-nhan/ba/0002-nguyen-van-an-anh.pdf", "trang giấy không còn như khi ký"),
    ] {
        let mut other = load(other);
        let id = about(&other);
        other.get_dictionary_mut(id).unwrap().set("Keywords", words.clone());
        other.save(desk.path("doi.pdf")).unwrap();
        let verified = desk.run(&["verify", "doi.pdf"]);
        assert!(verified.code == Some(1) && verified.out.contains(said), "{said}: {}", verified.out);
    }
}

/// In a volume the values of a code stand together on one page.
#[test]
fn values_swapped_between_pages_are_found() {
    let desk = certified();
    let swapped = {
        let mut volume = lopdf::Document::load(desk.path(&format!("{FOLDER}/in-01.pdf"))).unwrap();
        let pages: Vec<_> = volume.get_pages().into_values().collect();
        let codes: Vec<_> = volume
            .objects
            .iter()
            .filter(|(_, own)| own.as_dict().is_ok_and(|own| own.has(b"Alt")))
            .map(|(id, _)| *id)
            .collect();
        assert!(pages.len() == 10 && codes.len() >= 10);
        // The second page becomes a copy of the first: its certificate is nowhere.
        let first = volume.get_dictionary(pages[0]).unwrap().clone();
        volume.objects.insert(pages[1], lopdf::Object::Dictionary(first));
        volume.save(desk.path("tap.pdf")).unwrap();
        desk.run(&["verify", "tap.pdf"])
    };
    assert_eq!(
        (swapped.code, swapped.out.matches("trang giấy ghi khác mã QR").count()),
        (Some(1), 1),
        "{}",
        swapped.out
    );
}

/// Codes that were printed are not lost because the key is on another machine.
#[test]
fn certificates_keep_their_codes_or_are_not_made() {
    let desk = certified();
    std::fs::rename(desk.path("khoa/bi-mat.pem"), desk.path("bi-mat.pem")).unwrap();
    let run = desk.run(&["build", "--force"]);
    assert!(run.code == Some(1) && run.err.contains("lỗi[khoa]: giấy đã in có mã QR"), "{}", run.err);
    std::fs::rename(desk.path("bi-mat.pem"), desk.path("khoa/bi-mat.pem")).unwrap();
    assert!(desk.run(&["build"]).out.contains("giữ 10"));
}

/// A register without signatures is held against its files all the same, and one
/// with them says that there is no key.
#[test]
fn a_register_can_be_verified_without_a_key() {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let desk = Desk::new().file("data/giay-cong-nhan/dot.yml", example);
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let path = format!("{FOLDER}/so-theo-doi.csv");
    let run = desk.run(&["verify", &path]);
    assert_eq!((run.code, run.out.matches(": khớp với tệp").count()), (Some(0), 10), "{}", run.out);
    // A column that slipped by a row: the pages show what other rows say.
    let register = std::fs::read_to_string(desk.path(&path)).unwrap();
    let models: Vec<&str> = ["Một cửa thân thiện", "Ngày thứ bảy tình nguyện"].to_vec();
    let swapped = register.replace(models[0], "@").replace(models[1], models[0]).replace('@', models[1]);
    let run = desk.run_with(&path, &swapped, &["verify", &path]);
    assert_eq!((run.code, run.out.matches("tờ giấy ở: Mô hình").count()), (Some(1), 2), "{}", run.out);
    let signed = certified();
    std::fs::remove_file(signed.path("khoa/cong-khai.pem")).unwrap();
    let run = signed.run(&["verify", &path]);
    assert_eq!((run.code, run.out.matches("CHƯA KIỂM TRA ĐƯỢC").count()), (Some(2), 10), "{}", run.out);
    let run = signed.run(&["verify", &format!("{FOLDER}/in-01.pdf")]);
    assert!(run.code == Some(2) && run.err.contains("--key TỆP"), "{}", run.err);
}
