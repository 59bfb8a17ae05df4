//! What the office signed is genuine; whatever else is changed in it is not.

use std::path::Path;

use vankien::attestation::{
    PublicKey, SecretKey, Signed, Statement, Verdict, check_register, check_text, column, make_keys, modules,
};
use vankien::workspace::Workspace;

use crate::desk::Desk;

fn statement() -> Statement {
    Statement {
        number: "17".into(),
        name: "Khéo vận động giao đất sạch".into(),
        unit: "Chi bộ Sở Tư pháp".into(),
        date: "10/12/2020".into(),
        kind: "Giấy công nhận".into(),
    }
}

/// Text as an older Windows saves it: letters, and their tones behind them.
fn windows_1258(text: &str) -> Vec<u8> {
    use unicode_normalization::UnicodeNormalization;
    let is_tone = |c: &char| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c);
    let letter = |c: char| {
        let (tones, rest): (String, String) = c.nfd().partition(is_tone);
        rest.nfc().chain(tones.chars()).collect::<String>()
    };
    let text: String = text.nfc().map(letter).collect();
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1258.encode(&text);
    assert!(!lossy);
    bytes.into_owned()
}

fn keys() -> (SecretKey, PublicKey) {
    let secret = SecretKey::generate().unwrap();
    let public = secret.public();
    (secret, public)
}

#[test]
fn what_was_signed_is_genuine_however_it_was_copied() {
    let (secret, public) = keys();
    let text = statement().signed(&secret).text();
    insta::assert_snapshot!(text.rsplit_once(' ').unwrap().0, @r"
    VANKIEN 1
    Số vào sổ: 17
    Người nhận: Khéo vận động giao đất sạch
    Đơn vị: Chi bộ Sở Tư pháp
    Ngày ký: 10/12/2020
    Loại giấy: Giấy công nhận
    Chữ ký số:
    ");
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text.as_str()).collect();
    let broken = text.replace("đất sạch", "đất\nsạch").replace("số: E", "số:\nE");
    let (start, end) = broken.split_at(broken.len() - 20);
    for copied in [
        text.clone(),
        format!("\u{feff}{text}"),
        text.replace('\n', "\r"),
        text.replace('\n', " "),
        text.replace([' ', '\n'], "\u{a0}"),
        format!("“{text}”"),
        format!("\"{}\"", text.replace('\n', " ")),
        format!("Anh xem: {text}").replacen(": ", ":\n", 1).replace(' ', "\u{a0}"),
        format!("> {}\n> Trân trọng", text.replace('\n', "\n> > ")),
        format!("{start} \n{end}"),
        text.replace('\n', "\r\n"),
        format!("Đã quét:\n\n  {}\n", text.replace('\n', "  \n\n ")),
        decomposed,
    ] {
        let checked = check_text(&copied, &public);
        assert_eq!(checked.verdict, Verdict::Genuine, "{copied:?}");
        assert_eq!(checked.statement, Some(statement()));
    }
}

#[test]
fn whatever_is_changed_shows() {
    let (secret, public) = keys();
    let text = statement().signed(&secret).text();
    // Every letter of it, one at a time.
    let start = text.find("17").unwrap();
    for (at, letter) in text.char_indices().filter(|(at, c)| *at >= start && !c.is_whitespace() && *c != ':')
    {
        let mut changed = text.clone();
        changed.replace_range(at..at + letter.len_utf8(), if letter == 'x' { "y" } else { "x" });
        assert_ne!(check_text(&changed, &public).verdict, Verdict::Genuine, "{changed}");
    }
    let (_, other_office) = keys();
    assert_eq!(check_text(&text, &other_office).verdict, Verdict::Altered);
    assert_eq!(check_text("Số vào sổ: 17", &public).verdict, Verdict::Unsigned);
    // A line more, a line twice, a line less.
    for changed in [
        text.replace("Chữ ký số", "Xếp loại: xuất sắc\nChữ ký số"),
        text.replace("Đơn vị", "Người nhận: Ai khác\nĐơn vị"),
        text.replace("Đơn vị: Chi bộ Sở Tư pháp\n", ""),
        text.split("Chữ ký").next().unwrap().into(),
    ] {
        assert_eq!(check_text(&changed, &public).verdict, Verdict::Altered, "{changed}");
    }
    // Two values joined otherwise are not what was signed.
    let moved = text.replace("sạch\nĐơn vị: Chi bộ", "sạch Chi bộ\nĐơn vị:");
    assert_eq!(check_text(&moved, &public).verdict, Verdict::Altered);
}

#[test]
fn a_register_is_checked_row_by_row() {
    let (secret, public) = keys();
    let row = |signed: &Signed| {
        let values = signed.statement.values().map(|(_, value)| format!("\"{value}\""));
        format!("ghi chú;{};{}\n", values.join(";"), signed.signature)
    };
    let second = Statement { number: "18".into(), ..statement() };
    let headings = format!("Sổ theo dõi\nCột khác;{};{}\n", column::STATED.join(";"), column::SIGNATURE);
    let register = format!("{headings}{}{}", row(&statement().signed(&secret)), row(&second.signed(&secret)));
    let verdicts = |register: &str| -> Option<Vec<Verdict>> {
        let checked = check_register(register.as_bytes(), Path::new("khong-co"), Some(&public))?;
        Some(checked.into_iter().map(|checked| checked.verdict).collect())
    };
    // Its rows are not signed as wholes: what else they say could be anything.
    assert_eq!(verdicts(&register), Some(vec![Verdict::Altered, Verdict::Altered]));
    assert_eq!(verdicts("Số vào sổ;Người nhận\n1;2\n"), None);
}

#[test]
fn a_code_holds_the_longest_statement() {
    let long = Statement { name: "Ễ".repeat(160), unit: "Ễ".repeat(120), ..statement() };
    let rows = modules(&long.signed(&keys().0).text()).unwrap();
    assert!(rows.iter().all(|row| row.len() == rows.len() && row.chars().all(|c| c == '#' || c == '.')));
    // The three eyes by which a camera finds the code.
    assert!(rows[0].starts_with("#######.") && rows[0].ends_with(".#######"));
    assert!(rows.last().unwrap().starts_with("#######."));
    assert!(modules(&"x".repeat(5000)).is_none());
}

#[test]
fn keys_are_made_once_and_read_back() {
    let desk = Desk::new();
    let made = desk.run(&["khoa"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let workspace = Workspace::at(&desk.path(""), None);
    let secret = SecretKey::read(&desk.path("khoa/bi-mat.pem")).unwrap();
    let public = PublicKey::read(&desk.path("khoa/cong-khai.pem")).unwrap();
    assert_eq!(check_text(&statement().signed(&secret).text(), &public).verdict, Verdict::Genuine);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let rights = std::fs::metadata(desk.path("khoa/bi-mat.pem")).unwrap().permissions().mode();
        assert_eq!(rights & 0o077, 0);
    }
    // What was signed with the first must stay verifiable.
    assert!(make_keys(&workspace).is_err());
    assert_eq!(desk.run(&["khoa"]).code, Some(2));
}

#[test]
fn the_command_says_what_was_altered() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    let secret = SecretKey::read(&desk.path("khoa/bi-mat.pem")).unwrap();
    let text = statement().signed(&secret).text();
    let desk = desk
        .file("dung.txt", &text)
        .file("sua.txt", text.replace("17", "18"))
        .file("khac.txt", "chữ khác")
        .file("anh.bin", [0xff, 0xfe, 0x00]);
    // As Notepad saves it.
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let desk = desk.file("roong.txt", [b"\xff\xfe".to_vec(), wide(&text)].concat());
    assert_eq!(desk.run(&["verify", "roong.txt"]).code, Some(0));
    // As an older Windows saves it, and as mail quotes it.
    let old = windows_1258(&text);
    let desk =
        desk.file("cu.txt", old).file("ke.txt", [b"\xff\xfe".to_vec(), wide(&format!("“{text}”"))].concat());
    for name in ["cu.txt", "ke.txt"] {
        let run = desk.run(&["verify", name]);
        assert_eq!(run.code, Some(0), "{name}: {}{}", run.out, run.err);
    }
    // A code of a later version is none that was altered.
    let desk = desk.file("moi.txt", text.replace("VANKIEN 1", "VANKIEN 2"));
    let run = desk.run(&["verify", "moi.txt"]);
    assert!(run.code == Some(2) && run.out.contains("bản vankien mới hơn"), "{}", run.out);
    // Two codes in one file: each is checked.
    let both = std::fs::read_to_string(desk.path("dung.txt")).unwrap()
        + "\n\nMã thứ hai:\n"
        + &std::fs::read_to_string(desk.path("sua.txt")).unwrap();
    let desk = desk.file("hai.txt", both);
    let two = desk.run(&["verify", "hai.txt"]);
    let verdicts = two.out.lines().filter(|line| line.starts_with("hai.txt: ")).count();
    assert_eq!((two.code, verdicts), (Some(1), 2), "{}", two.out);
    let all = desk.run(&["verify", "dung.txt", "sua.txt", "khac.txt"]);
    insta::assert_snapshot!(all.out, @r"
    dung.txt: đúng: Số vào sổ 17, Người nhận Khéo vận động giao đất sạch, Đơn vị Chi bộ Sở Tư pháp, Ngày ký 10/12/2020, Loại giấy Giấy công nhận
    sua.txt: KHÔNG ĐÚNG: nội dung đã bị sửa, hoặc không do cơ quan này ký: Số vào sổ 18, Người nhận Khéo vận động giao đất sạch, Đơn vị Chi bộ Sở Tư pháp, Ngày ký 10/12/2020, Loại giấy Giấy công nhận
    khac.txt: không có mã QR đã ký trong này
    ");
    assert_eq!(all.code, Some(1));
    assert_eq!(desk.run(&["verify", "dung.txt"]).code, Some(0));
    assert_eq!(desk.run(&["verify", "anh.bin"]).code, Some(2));
    assert_eq!(desk.run(&["verify", "khong-co.pdf"]).code, Some(2));
    assert_eq!(desk.run(&["verify", "dung.txt", "--key", "sua.txt"]).code, Some(2));
    // The secret key tells too, and is told to be the wrong one to give away.
    let secret = desk.run(&["verify", "dung.txt", "--key", "khoa/bi-mat.pem"]);
    assert_eq!(secret.code, Some(0));
    assert!(
        secret.err.contains("khoá bí mật") && secret.err.contains("khoa/cong-khai.pem"),
        "{}",
        secret.err
    );
    assert_eq!(desk.run(&["verify", "dung.txt", "--key", "khoa/cong-khai.pem"]).err, "");
}

/// Whoever adds a line below a code, or above it, has not had it signed.
#[test]
fn lines_beside_a_code_are_not_taken_for_signed() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    let secret = SecretKey::read(&desk.path("khoa/bi-mat.pem")).unwrap();
    let text = statement().signed(&secret).text();
    let desk = desk.file("quet.txt", "");
    for (scanned, code, said) in [
        (format!("{text}\nXếp loại: Xuất sắc\n"), 1, "KHÔNG ĐÚNG: thêm dòng"),
        (format!("{text}\n\nngười nhận : Kim Giả"), 1, "“người nhận : Kim Giả”"),
        (format!("Người nhận: Kim Giả\n{text}"), 1, "“Người nhận: Kim Giả”"),
        (
            format!("QR Code\n{text}\nĐã quét lúc: 10:20"),
            0,
            "(không thuộc phần đã ký: “QR Code”, “Đã quét lúc: 10:20”)",
        ),
        (format!("> {text}\n>\n"), 0, "đúng: Số vào sổ 17"),
    ] {
        let run = desk.run_with("quet.txt", &scanned, &["verify", "quet.txt"]);
        assert!(run.code == Some(code) && run.out.contains(said), "{scanned}\n{}", run.out);
    }
    let plain = desk.run_with("quet.txt", &format!("“{text}”\n"), &["verify", "quet.txt"]);
    assert_eq!((plain.code, plain.out.lines().count()), (Some(0), 1), "{}", plain.out);
}
