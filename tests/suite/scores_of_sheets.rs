//! Scores and votes as sheets have them: columns by the code of the criterion, what
//! lacks told at its cell.

use crate::scores::{MODELS, RUBRIC, SCORES, desk, row};

/// Columns by the code of the criterion; what Excel adds to a decimal is gone.
#[test]
fn scores_from_a_sheet() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (at, text) in
        ["STT", "Mã mô hình", "TC1 tự chấm", "TC2 tự chấm", "TC1 chấm", "TC2 chấm", "TCX cấp trên chấm"]
            .into_iter()
            .enumerate()
    {
        sheet.write(3, u16::try_from(at).unwrap(), text).unwrap();
    }
    sheet.write(4, 1, "M1").unwrap();
    for (at, score) in [45.0, 39.75, 45.0, 39.749_999_999_999_99, 5.0].into_iter().enumerate() {
        sheet.write(4, u16::try_from(at + 2).unwrap(), score).unwrap();
    }
    let desk = desk(RUBRIC, MODELS, SCORES).file("data/danh-gia/2020.xlsx", book.save_to_buffer().unwrap());
    std::fs::remove_file(desk.path("data/danh-gia/2020.yml")).unwrap();
    assert_eq!(row(&desk), "1 | M1 | 45 | 5 | 84,75 | 89,75 | Tốt");
    let csv = "Mã mô hình;TC1 chấm;TC2 chấm;TCX chấm\nM1;45;40;11\n";
    let desk = self::desk(RUBRIC, MODELS, SCORES).file("data/danh-gia/2020.csv", csv);
    std::fs::remove_file(desk.path("data/danh-gia/2020.yml")).unwrap();
    let said = desk.run(&["check"]).err;
    assert!(said.contains("ô D2") && said.contains("điểm 11 ngoài khoảng"), "{said}");
}

/// A heading that is only the code of a criterion is its final score; where a sheet
/// has no score at all, the message says which column is wanted.
#[test]
fn a_sheet_may_head_a_score_by_its_code() {
    let sheet = |text: &str| {
        let desk = desk(RUBRIC, MODELS, "");
        std::fs::remove_file(desk.path("data/danh-gia/2020.yml")).unwrap();
        desk.file("data/danh-gia/2020.csv", text)
    };
    let scores = "STT,Mã mô hình,TC1 tự chấm,TC2 tự chấm,TC1,TC2,TCX\n1,M1,45,40,45,40,\"4,75\"\n";
    assert!(row(&sheet(scores)).contains("89,75"), "{}", row(&sheet(scores)));
    let run = sheet("STT,Mã mô hình,Họ tên\n1,M1,x\n").run(&["check"]);
    assert!(run.err.contains("giống nhất là hàng 1, còn thiếu cột “TC1 chấm”"), "{}", run.err);
}

/// A wrong heading of a sheet is one mistake; a score that lacks is told at its cell.
#[test]
fn a_sheet_of_scores_tells_a_mistake_once_and_at_its_cell() {
    let models = |count: u32| {
        let model = |at| {
            format!("  - {{ma: M{at}, don_vi: A, ten: Số {at}, linh_vuc: kinh_te, trang_thai: cham_diem}}\n")
        };
        format!("mo_hinh:\n{}", (1..=count).map(model).collect::<String>())
    };
    let row = |at: u32, scores: &str| format!("M{at},{scores}\n");
    for (heading, scores, said, count) in [
        ("TC1 chấm,TC2 chấm,TCX chấm", "45,40,5", "", 0),
        ("TC9 chấm,TC2 chấm,TCX chấm", "45,40,5", "ô B2: thang điểm không có tiêu chí `TC9`", 2),
        ("TC1 chấm,TC2 chấm,TCX chấm", ",40,5", "ô B2: còn thiếu điểm của TC1", 1),
        ("TC1 chấm,TC2 chấm,TCX chấm", "45,40,", "ô D2: còn thiếu điểm của TCX", 1),
        ("TC1 tự chấm,TC2 tự chấm,TCX tự chấm,TC1 chấm,TC2 chấm,TCX chấm", "45,40,,45,40,5", "", 0),
    ] {
        let rows: String = (1..=5).map(|at| row(at, scores)).collect();
        let desk = desk(RUBRIC, &models(5), SCORES);
        std::fs::remove_file(desk.path("data/danh-gia/2020.yml")).unwrap();
        let desk = desk.file("data/danh-gia/2020.csv", format!("Mô hình,{heading}\n{rows}"));
        let run = desk.run(&["check"]);
        let told = run.err.matches("lỗi[").count() - run.err.matches("lỗi[so-lieu]").count();
        assert_eq!(told, count, "{heading} {scores}: {}", run.err);
        assert!(run.err.contains(said), "{said}: {}", run.err);
        // One that has them beside others that lack them is told row by row.
        if count == 1 {
            let rows = row(1, "45,40,5") + &(2..=5).map(|at| row(at, scores)).collect::<String>();
            let desk = desk.file("data/danh-gia/2020.csv", format!("Mô hình,{heading}\n{rows}"));
            let run = desk.run(&["check"]);
            assert_eq!(run.err.matches("còn thiếu điểm").count(), 4, "{}", run.err);
        }
    }
}

/// Votes come from a sheet as scores do: as text and as numbers of Excel.
#[test]
fn votes_of_a_sheet_are_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Mã mô hình", "TC1 chấm", "TC2 chấm", "TCX chấm"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(0, 4, "Số phiếu đồng ý").unwrap();
    sheet.write_string(0, 5, "Số phiếu không đồng ý").unwrap();
    sheet.write_string(1, 0, "M1").unwrap();
    for (column, number) in (1..).zip([45.0, 40.0, 5.0, 2.0, 7.0]) {
        sheet.write_number(1, column, number).unwrap();
    }
    let workbook = book.save_to_buffer().unwrap();
    let csv = "Mã mô hình,TC1 chấm,TC2 chấm,TCX chấm,Đồng ý,Không đồng ý\nM1,45,40,5,2,7\n";
    let models = MODELS.replace("cham_diem", "cong_nhan");
    for (name, bytes) in [("2020.xlsx", workbook.as_slice()), ("2020.csv", csv.as_bytes())] {
        let desk = desk(RUBRIC, &models, SCORES);
        std::fs::remove_file(desk.path("data/danh-gia/2020.yml")).unwrap();
        let said = desk.file(&format!("data/danh-gia/{name}"), bytes).run(&["check"]).err;
        assert!(said.contains("được công nhận mà chỉ 2 phiếu đồng ý, 7 phiếu không đồng ý"), "{said}");
        assert_eq!(said.matches("lỗi[").count(), 1, "{said}");
    }
}

/// Groups of columns above the codes say whose scores they are, with a title above all;
/// where nobody says it, two columns of one code are told.
#[test]
fn a_sheet_of_scores_may_have_two_rows_of_headings() {
    use rust_xlsxwriter::{Format, Workbook};
    let plain = Format::new();
    for (own, given, said) in [
        ("Tự chấm", "Chấm", ""),
        ("Điểm tự chấm", "Điểm chấm", ""),
        ("Đơn vị tự chấm", "Ban Chỉ đạo chấm", ""),
        ("Tự đánh giá", "Tổ kiểm tra chấm", ""),
        ("Lần một", "Lần hai", "ô E3: cột “TC1” có hai lần"),
    ] {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.merge_range(0, 0, 0, 7, "BẢNG ĐIỂM MÔ HÌNH NĂM 2020", &plain).unwrap();
        for (column, heading) in [(0, "STT"), (1, "Mã mô hình"), (7, "Tổng điểm")] {
            sheet.merge_range(1, column, 2, column, heading, &plain).unwrap();
        }
        sheet.merge_range(1, 2, 1, 3, own, &plain).unwrap();
        sheet.merge_range(1, 4, 1, 6, given, &plain).unwrap();
        for (column, code) in (2..).zip(["TC1", "TC2", "TC1", "TC2", "TCX"]) {
            sheet.write_string(2, column, code).unwrap();
        }
        sheet.write_string(3, 1, "M1").unwrap();
        for (column, score) in (2..).zip([45.0, 39.75, 45.0, 39.75, 5.0, 89.75]) {
            sheet.write_number(3, column, score).unwrap();
        }
        let desk = desk(RUBRIC, MODELS, SCORES);
        std::fs::remove_file(desk.path("data/danh-gia/2020.yml")).unwrap();
        let desk = desk.file("data/danh-gia/2020.xlsx", book.save_to_buffer().unwrap());
        let run = desk.run(&["check", "--quiet"]);
        let told = ["[cot-la]", "[hang-bo-qua]", "[cham-diem]"].iter().any(|rule| run.err.contains(rule));
        assert!(run.err.contains(said) && told != said.is_empty(), "{own}: {}", run.err);
        if said.is_empty() {
            assert_eq!(row(&desk), "1 | M1 | 45 | 5 | 84,75 | 89,75 | Tốt", "{own}");
        }
    }
}
