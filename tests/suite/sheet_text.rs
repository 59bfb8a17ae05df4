//! Lists as text: encodings, old fonts, files that were spoilt on the way.

use unicode_normalization::UnicodeNormalization;

use crate::sheets::{models, said, workbook};

#[test]
fn csv_in_the_encodings_of_old_and_new_machines() {
    let text = "Đơn vị;Tên mô hình;Lĩnh vực\r\nĐảng bộ Sở Y tế;“Tủ áo; nghĩa tình”;Kinh tế\r\n";
    let text = text.replace("“Tủ áo; nghĩa tình”", "\"Tủ áo; nghĩa tình\"");
    let utf16 = |mark: bool| -> Vec<u8> {
        let mark: &[u8] = if mark { &[0xff, 0xfe] } else { &[] };
        mark.iter().copied().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    // Windows-1258 writes tones as marks after the letter.
    let windows: Vec<u8> = encoding_rs::WINDOWS_1258.encode(&half_composed(&text)).0.into_owned();
    for bytes in [
        text.clone().into_bytes(),
        format!("\u{feff}{text}").into_bytes(),
        text.replace(';', ",").replace("áo,", "áo;").into_bytes(),
        utf16(true),
        utf16(false),
        windows,
    ] {
        let (desk, run) = models(&bytes, "csv");
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{bytes:?}");
        assert_eq!(said(&desk, r#"{{ so("dang_ky", don_vi="SYT", linh_vuc="kinh_te") }}"#), "01");
    }
    let (_, run) = models("Đơn vị,Tên mô hình,Lĩnh vực\nABC,Một,Kinh tế\n", "csv");
    assert!(run.err.contains("ô A2: không có đơn vị `ABC`"), "{}", run.err);
}

/// What reading puts right in a text is told as in YAML, once a list; at its ends, and
/// in a number, there was nothing to put right.
#[test]
fn what_reading_put_right_is_told_at_its_cell() {
    let list = |name: &str, other: &str, points: &str| {
        format!(
            "STT;Đơn vị;Tên mô hình;Lĩnh vực;Kinh phí\n1;SYT;{name};Kinh tế;{points}\n2;SYT;{other};Kinh tế;\n"
        )
    };
    let [decomposed, other] = ["Tủ áo", "Ba không"].map(|name| name.nfd().collect::<String>());
    for (name, other, points, told) in [
        ("Tủ áo", "Ba không", "1 120", ""),
        ("\u{a0}Tủ áo \t", "Ba không\u{a0}", "1\u{a0}120", ""),
        (&decomposed, "Ba không", "", "ô C2: ô này gõ bằng Unicode tổ hợp, đã đổi sang dựng sẵn\n"),
        (&decomposed, &other, "", "đã đổi sang dựng sẵn; cũng vậy ở ô C3\n"),
        ("Tủ\táo", "Ba không", "", "ô C2: có dấu tab giữa ô, đã đọc là dấu cách\n"),
        ("Tủ áo", "Ba\u{a0}không", "", "ô C3: có dấu cách không ngắt (U+00A0) giữa ô"),
    ] {
        let csv = list(name, other, points);
        let book = workbook(|sheet| {
            for (row, line) in (0..).zip(csv.lines()) {
                for (column, text) in (0..).zip(line.split(';')) {
                    sheet.write_string(row, column, text).unwrap();
                }
            }
        });
        for (bytes, ending) in [(csv.as_bytes(), "csv"), (&book, "xlsx")] {
            let (desk, run) = models(bytes, ending);
            assert_eq!(run.code, Some(0), "{}", run.err);
            assert!(run.err.contains(told) && run.err.is_empty() == told.is_empty(), "{csv}: {}", run.err);
            assert_eq!(run.err.matches("cảnh báo[").count(), usize::from(!told.is_empty()), "{}", run.err);
            let names = r#"{{ mo_hinh(lay=9) | danh_sach | thieu("chưa có") }}"#;
            assert!(!said(&desk, names).contains(['\t', '\u{a0}']), "{}", said(&desk, names));
        }
    }
}

/// Letters whole, tones apart: the form of Windows-1258.
fn half_composed(text: &str) -> String {
    let tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let mut out = String::new();
    for letter in text.nfc() {
        let parts: Vec<char> = letter.nfd().collect();
        out.extend(parts.iter().filter(|c| !tone(c)).nfc_of());
        out.extend(parts.iter().filter(|c| tone(c)));
    }
    out
}

#[test]
fn a_sheet_in_an_old_font_is_converted_and_says_so() {
    let bytes = workbook(|sheet| {
        for (column, heading) in (0..).zip(["§¬n vÞ", "Tªn m« h×nh", "LÜnh vùc"]) {
            sheet.write(0, column, heading).unwrap();
        }
        for (column, text) in (0..).zip(["Së Y tÕ", "Tñ ¸o nghÜa t×nh", "Kinh tÕ"]) {
            sheet.write(1, column, text).unwrap();
        }
    });
    let (desk, run) = models(bytes, "xlsx");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("phông TCVN3"), "{}", run.err);
    assert_eq!(said(&desk, r#"{{ mo_hinh(lay=9) | danh_sach | thieu("chưa có") }}"#), "chưa có");
    assert_eq!(said(&desk, r#"{{ so("dang_ky", don_vi="SYT") }}"#), "01");
}

/// A cell that somebody copied from an old file into a sheet in Unicode.
#[test]
fn single_cells_in_an_old_font() {
    let csv = "Đơn vị;Tên mô hình;Lĩnh vực\nSở Y tế;Tñ ¸o nghÜa t×nh;Kinh tế\nSở Y tế;Nhà sạch;Kinh tế\n";
    let (desk, run) = models(csv, "csv");
    assert_eq!(run.code, Some(0), "{}", run.err);
    let told = "[phong-tcvn3]: ô B2: ô gõ bằng phông TCVN3 (.VnTime); đã đổi sang Unicode: `Tñ ¸o nghÜa t×nh` → `Tủ áo nghĩa tình`";
    assert!(run.err.contains(told), "{}", run.err);
    assert_eq!(said(&desk, r#"{{ so("dang_ky", don_vi="SYT") }}"#), "02");
}

/// What another program did to a CSV file is told at its line, or read all the same.
#[test]
fn text_files_that_were_spoilt() {
    const LIST: &str = "Đơn vị,Tên mô hình,Lĩnh vực\nSYT,Ba không,Kinh tế\nSTP,Một có,Kinh tế\n";
    let latin: String = LIST.bytes().map(char::from).collect();
    for (list, said) in [
        (LIST.to_string(), ""),
        (LIST.replace('\n', "\r"), ""),
        (LIST.replace("Một có", "Một\0có"), "2020.csv:3"),
        (LIST.replace("Một có", "Một\0có"), "ký tự điều khiển U+0000"),
        (LIST.replace("Một có,", ""), "[o-thieu]: ô B3: hàng này có 2 ô, hàng tiêu đề có 3"),
        (
            LIST.replace("Lĩnh vực", "Lĩnh vực,Tên mô hình").replace("tế\n", "tế,Thừa\n"),
            "cột “Tên mô hình” có hai lần",
        ),
        (latin, "[bang-ma]: chữ Unicode ở đây đã bị"),
        (
            LIST.replace("vực\n", "vực,Họ và đệm\n").replace("tế\n", "tế,Lê Văn\n"),
            "lỗi[cot-la]: ô D1: cột “Họ và đệm” chỉ có họ và chữ đệm",
        ),
    ] {
        let (_, run) = models(&list, "csv");
        let spoilt =
            ["[o-thieu]", "[bang-ma]", "[cot-la]", "[ky-tu]"].iter().any(|rule| run.err.contains(rule));
        assert!(run.err.contains(said) && spoilt != said.is_empty(), "{list:?}: {}", run.err);
    }
}

/// A list without its headings is told where they should stand; one that has
/// nearly all of them where they are.
#[test]
fn a_list_without_headings_is_told_at_its_line() {
    let utf_16 = |text: &str| -> Vec<u8> {
        std::iter::once('\u{feff}')
            .chain(text.chars())
            .collect::<String>()
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect()
    };
    let bare = "1,SYT,Tủ áo,Kinh tế\n2,TTR,Đối thoại,Kinh tế\n";
    let nearly = format!("Danh sách năm 2020\n\nSTT,Đơn vị,Lĩnh vực\n{bare}");
    for (bytes, line, said) in [
        (bare.as_bytes().to_vec(), 1, "cần một hàng có đủ các cột"),
        (format!("\n\n{bare}").into_bytes(), 3, "cần một hàng có đủ các cột"),
        (bare.replace(',', ";").into_bytes(), 1, "cần một hàng có đủ các cột"),
        (utf_16(bare), 1, "cần một hàng có đủ các cột"),
        (nearly.clone().into_bytes(), 3, "hàng 3, còn thiếu cột “tên mô hình”"),
        (utf_16(&nearly), 3, "hàng 3, còn thiếu cột “tên mô hình”"),
    ] {
        let (_, run) = models(&bytes, "csv");
        let place = format!("data/mo-hinh/2020.csv:{line}:1");
        assert!(run.err.contains("lỗi[tieu-de-cot]") && run.err.contains(&place), "{place}: {}", run.err);
        assert!(run.err.contains(said), "{said}: {}", run.err);
    }
    // UTF-16 is read; cut in a letter, or with four bytes a letter, it is not.
    let sound = format!("STT,Đơn vị,Tên mô hình,Lĩnh vực\n{bare}");
    let cut = utf_16(&sound)[..utf_16(&sound).len() - 3].to_vec();
    let wide = sound.chars().flat_map(|c| u32::from(c).to_le_bytes());
    let wide = [0xff, 0xfe, 0, 0].into_iter().chain(wide).collect();
    for (bytes, said) in [(utf_16(&sound), ""), (cut, "bảng tính hỏng"), (wide, "không phải tệp chữ")]
    {
        let (_, run) = models(&bytes, "csv");
        assert!(run.err.contains("[bang-tinh]") != said.is_empty(), "{said}: {}", run.err);
        assert!(run.err.contains(said), "{said}: {}", run.err);
    }
}

/// What would lose rows or letters of a CSV file is refused at its line.
#[test]
fn broken_csv_is_told_at_its_line() {
    let heading = "Đơn vị,Tên mô hình,Lĩnh vực\n";
    let open = format!("{heading}Sở Y tế,\"Tủ áo,HTCT\nThanh tra tỉnh,Đối thoại,HTCT\n");
    let swallows = format!("{heading}Sở Y tế,\"Tủ áo,HTCT\nThanh tra tỉnh,Đối thoại,\"HTCT\"\n");
    let mut stray = format!("{heading}Sở Y tế,Tủ áo,HTCT\nThanh tra tỉnh,Đối tho").into_bytes();
    stray.extend(b"\xe1i,HTCT\n");
    let hidden = format!("{heading}Sở Y tế,Tủ\u{200b}áo,HTCT\n");
    for (bytes, rule, line) in [
        (open.into_bytes(), "bang-tinh", 2),
        (swallows.into_bytes(), "bang-tinh", 2),
        (stray, "bang-ma", 3),
        (hidden.into_bytes(), "ky-tu", 2),
    ] {
        let (_, run) = models(&bytes, "csv");
        let place = format!("data/mo-hinh/2020.csv:{line}:");
        assert!(
            run.err.contains(&format!("lỗi[{rule}")) && run.err.contains(&place),
            "{}\n{}",
            String::from_utf8_lossy(&bytes),
            run.err
        );
        // A byte that is none stands behind 22 letters.
        assert!(rule != "bang-ma" || run.err.contains("2020.csv:3:23"), "{}", run.err);
    }
    // A line break and a quotation inside a cell are sound.
    let sound = format!(
        "Danh sách, năm 2020\n{heading}Sở Y tế,\"Tủ áo\nnghĩa tình\",HTCT\n\"Thanh tra\ntỉnh\",\"Mô hình \"\"3 trong 1\"\"\",HTCT\n"
    );
    let (_, run) = models(sound, "csv");
    assert!(!run.err.contains("bang-tinh"), "{}", run.err);
}

/// Composes an iterator of characters.
trait Composed {
    fn nfc_of(self) -> Vec<char>;
}

impl<'c, I: Iterator<Item = &'c char>> Composed for I {
    fn nfc_of(self) -> Vec<char> {
        self.copied().nfc().collect()
    }
}
