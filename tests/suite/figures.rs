//! What tables, charts and sentences make of data that do not fit the question:
//! the right figure, or a message at its place; never a wrong one.

use std::path::Path;

use vankien::pipeline::typeset;

use crate::desk::{Desk, SHORT};
use crate::report::{example, rows};

const UNITS: &str = "don_vi:
  - {ma: SYT, loai: dang_bo_co_so, ten: Sở Y tế, cum: Một, so_dang_vien: 96}
  - {ma: TT, loai: chi_bo_truc_thuoc, ten: Trung tâm Y tế, truc_thuoc: SYT}
  - {ma: TTR, loai: chi_bo_co_so, ten: Thanh tra tỉnh, cum: Hai, so_dang_vien: 33}
";
const INDICATORS: &str = "chi_tieu:
  - {ma: hoi_nghi, ten: Hội nghị, don_vi_tinh: cuộc}
  - {ma: y_kien, ten: Ý kiến, don_vi_tinh: ý kiến}
  - {ma: kinh_phi, ten: Kinh phí, don_vi_tinh: triệu đồng, loai: tien, so_le: 1}
  - {ma: hai_long, ten: Hài lòng, don_vi_tinh: '%', loai: phan_tram, cong: khong}
  - {ma: so_mo_hinh, ten: Số mô hình đăng ký, don_vi_tinh: mô hình, doi_chieu: {do: dang_ky}}
  - {ma: so_cong_nhan, ten: Số mô hình công nhận, don_vi_tinh: mô hình, doi_chieu: {do: cong_nhan}}
";
/// Four models; one without a rank, one of a chi bộ below a đảng bộ.
const MODELS: &str = "mo_hinh:
  - {ma: M-2020-1, don_vi: SYT, ten: Một, linh_vuc: kinh_te, trang_thai: cong_nhan, diem: 95}
  - {ma: M-2020-2, don_vi: TT, ten: Hai, linh_vuc: kinh_te, trang_thai: cong_nhan, diem: 85}
  - {ma: M-2020-3, don_vi: TTR, ten: Ba, linh_vuc: van_hoa_xa_hoi, trang_thai: cong_nhan, diem: 85}
  - {ma: M-2020-4, don_vi: TTR, ten: Bốn, linh_vuc: van_hoa_xa_hoi}
";
const FIGURES: &str = "ket_qua:
  - {chi_tieu: hoi_nghi, so: 12}
  - {chi_tieu: kinh_phi, so: \"5953,8\"}
  - {chi_tieu: hai_long, so: 92}
";

fn desk(period: &str, body: &str) -> Desk {
    let plan =
        SHORT.replace("noi_dung:\n  - doan: Một đoạn văn.\n", &format!("{period}\nnoi_dung:\n{body}\n"));
    assert_ne!(plan, SHORT);
    Desk::with_plan(&plan)
        .file("data/don-vi/a.yml", UNITS)
        .file("data/chi-tieu/a.yml", INDICATORS)
        .file("data/mo-hinh/2020.yml", MODELS)
        .file(
            "data/ket-qua/2019.yml",
            "ket_qua:\n  - {chi_tieu: hoi_nghi, so: 10}\n  - {chi_tieu: hai_long, so: 90}\n",
        )
        .file("data/ket-qua/2020.yml", FIGURES)
}

/// The rows of one table.
fn table(period: &str, table: &str) -> Vec<String> {
    let source = desk(period, &format!("  - bang_so_lieu: {table}")).typeset().source;
    rows(&source).into_iter().map(|row| row.join(" | ")).collect()
}

/// The words of one sentence.
fn said(desk: &Desk) -> String {
    let source = desk.typeset().source;
    source.lines().find_map(|line| line.strip_prefix("#doan(\"")).unwrap().trim_end_matches("\")").into()
}

const YEAR: &str = "so_lieu: {tu: 2020, den: 2020}";

#[test]
fn rows_add_up_to_their_total() {
    for (declared, expected) in [
        // Of all that registered, also of those without a rank.
        (
            "{hang: xep_loai, cot: [dang_ky, {do: dang_ky, tinh: co_cau}], tong: Tổng}",
            vec![
                "1 | Xuất sắc | 01 | 25,0",
                "2 | Tốt | 02 | 50,0",
                "3 | Khá | 0 | 0,0",
                " | Khác | 01 | 25,0",
                " | Tổng | 04 | 100,0",
            ],
        ),
        // The best of all have their shares of all.
        (
            "{hang: don_vi, cot: [cong_nhan, {do: cong_nhan, tinh: co_cau}], xep_hang: {theo: cong_nhan, lay: 1}, tong: Tổng}",
            vec!["1 | Đảng bộ Sở Y tế | 02 | 66,7", " | Khác | 01 | 33,3", " | Tổng | 03 | 100,0"],
        ),
        // What a filter leaves out is no row, and no rest.
        (
            "{hang: linh_vuc, cot: [dang_ky], loc: {linh_vuc: kinh_te}, tong: Tổng}",
            vec!["1 | Kinh tế | 02", " | Tổng | 02"],
        ),
        // A chi bộ below a đảng bộ stands under it, in every grouping.
        (
            "{hang: don_vi, nhom: loai_don_vi, cot: [dang_ky], tong: Tổng}",
            vec![
                "I | Đảng bộ cơ sở | 02",
                "1 | Đảng bộ Sở Y tế | 02",
                "II | Chi bộ cơ sở | 02",
                "2 | Chi bộ Thanh tra tỉnh | 02",
                " | Tổng | 04",
            ],
        ),
        ("{hang: cum, cot: [dang_ky], tong: Tổng}", vec!["1 | Một | 02", "2 | Hai | 02", " | Tổng | 04"]),
        ("{hang: don_vi, cot: [dang_ky], loc: {don_vi: TT}}", vec!["1 | Chi bộ Trung tâm Y tế | 01"]),
    ] {
        assert_eq!(table(YEAR, declared), expected, "{declared}");
    }
}

/// A year without a list has the number that the figures state, in every place.
#[test]
fn a_year_without_a_list_has_its_stated_number() {
    let period = "so_lieu: {tu: 2019, den: 2020}";
    let stated = "ket_qua:\n  - {chi_tieu: so_mo_hinh, so: 21}\n  - {chi_tieu: so_cong_nhan, so: 12}\n";
    let body = "  - doan: '{{ so(\"dang_ky\") }} {{ so(\"cong_nhan\", nam=2019) }} {{ so(\"ty_le\", nam=2019) }} {{ so(\"so_mo_hinh\", nam=2019) }}'
  - bang_so_lieu: {hang: nam, cot: [dang_ky, cong_nhan, ty_le], tong: Tổng}";
    let desk = desk(period, body).file("data/ket-qua/2019.yml", stated);
    assert_eq!(said(&desk), "25 12 57,1 21");
    let source = desk.typeset().source;
    let printed: Vec<_> = rows(&source).into_iter().map(|row| row.join(" | ")).collect();
    assert_eq!(printed, ["2019 | 21 | 12 | 57,1", "2020 | 04 | 03 | 75,0", "Tổng | 25 | 15 | 60,0"]);
    let more = stated.replace("so: 12", "so: 22");
    let run = desk.file("data/ket-qua/2019.yml", more).run(&["check"]);
    assert!(run.err.contains("phần 22 lớn hơn tổng 21"), "{}", run.err);
}

#[test]
fn missing_is_not_zero() {
    let shares =
        table("so_lieu: {tu: 2019, den: 2020}", "{hang: nam, cot: [dang_ky, {do: dang_ky, tinh: co_cau}]}");
    assert_eq!(shares, ["2019 | – | –", "2020 | 04 | 100,0"]);
}

#[test]
fn sentences_say_what_the_figures_mean() {
    for (expression, words) in [
        ("so(\"kinh_phi\") | tien", "5 tỷ 953 triệu 800 nghìn đồng"),
        ("so(\"kinh_phi\") | dong", "5.953.800.000 đồng"),
        ("so(\"kinh_phi\")", "5.953,8"),
        ("tang(\"hai_long\", nam=2020) | tang_giam", "tăng 2 điểm phần trăm"),
        ("toc_do_tang(\"hoi_nghi\", nam=2020) | tang_giam", "tăng 20,0%"),
        ("5 | tren(10)", "5"),
        ("mo_hinh(linh_vuc=\"quoc_phong_an_ninh\") | danh_sach | thieu(\"chưa có\")", "chưa có"),
        ("xep_hang(\"kinh_phi\", \"don_vi\") | danh_sach | thieu(\"chưa có\")", "chưa có"),
        ("so(\"dang_ky\", don_vi=\"SYT\")", "02"),
        ("so(\"dang_ky\", cum=\"Một\")", "02"),
        // A space at the edge of a value parts it from the words beside it.
        ("\" và\" ~ \" năm \"", "a và năm b"),
    ] {
        let sentence = if words.starts_with("a ") {
            format!("a{{{{ {expression} }}}}b")
        } else {
            format!("{{{{ {expression} }}}}")
        };
        let body = format!("  - doan: '{sentence}'");
        assert_eq!(said(&desk(YEAR, &body)), words, "{expression}");
    }
}

#[test]
fn what_has_no_answer_is_refused_at_its_place() {
    let of_table = |keys: &str| format!("  - bang_so_lieu: {{{keys}}}");
    let of_chart = |keys: &str| format!("  - bieu_do: {{ten: Hình, {keys}}}");
    let of_sentence = |code: &str| format!("  - doan: '{{{{ {code} }}}}'");
    for (body, message) in [
        (of_table("hang: linh_vuc, cot: [so_don_vi]"), "“Số đơn vị” không có số riêng theo lĩnh vực"),
        (of_table("hang: doi_tuong, cot: [so_dang_vien]"), "“Số đảng viên” không có số riêng theo đối tượng"),
        (of_table("hang: nam, cot: [so_dang_vien]"), "“Số đảng viên” không có số riêng theo năm"),
        (
            of_table("hang: linh_vuc, cot: [{do: hoi_nghi, tinh: co_cau}]"),
            "“Hội nghị” không có số riêng theo lĩnh vực",
        ),
        (
            of_table("hang: linh_vuc, cot: [{do: ty_le, tinh: co_cau}]"),
            "“Tỷ lệ (%)” là tỷ lệ, không tính được cơ cấu",
        ),
        (of_table("hang: chi_tieu, cot: [so_don_vi]"), "`cot` không dùng được với `hang: chi_tieu`"),
        (of_table("hang: chi_tieu, tong: Tổng"), "`tong` không dùng được với `hang: chi_tieu`"),
        (of_table("hang: nam, theo_nam: true, cot: [dang_ky]"), "`theo_nam` không dùng được với `hang: nam`"),
        (
            of_table("hang: mo_hinh, cot: [ten, {do: dang_ky, tinh: co_cau}]"),
            "`cot` không dùng được với `hang: mo_hinh`",
        ),
        (of_table("hang: mo_hinh, cot: [ten], tong: Tổng"), "`tong` không dùng được với `hang: mo_hinh`"),
        (
            of_table("hang: linh_vuc, nhom: cum, cot: [dang_ky]"),
            "`nhom` không dùng được với `hang: linh_vuc`",
        ),
        (of_chart("theo: linh_vuc, do: [so_don_vi]"), "“Số đơn vị” không có số riêng theo lĩnh vực"),
        (
            of_chart("theo: don_vi, do: [kinh_phi], xep_hang: {theo: kinh_phi, lay: 5}"),
            "biểu đồ không có số liệu nào để vẽ",
        ),
        (
            of_sentence("co_cau(\"hoi_nghi\", \"linh_vuc\").kinh_te"),
            "“Hội nghị” không có số riêng theo lĩnh vực",
        ),
        (of_sentence("so(\"so_don_vi\", linh_vuc=\"kinh_te\")"), "chưa có số liệu cho biểu thức này"),
        (of_sentence("so(\"so_dang_vien\", nam=2020)"), "`so_dang_vien` chỉ biết số hiện nay"),
        (
            of_sentence("mo_hinh(linh_vuc=\"quoc_phong_an_ninh\") | danh_sach"),
            "chưa có số liệu cho biểu thức này",
        ),
        (
            of_sentence("co_cau(\"dang_ky\", \"linh_vuc\").kinhte | thieu(\"–\")"),
            "không có mục nào tên như vậy sau dấu chấm",
        ),
        (of_sentence("tien_do(\"ke-hoach/thu.yml\")"), "không có kế hoạch"),
    ] {
        let run = desk(YEAR, &body).run(&["check"]);
        assert_eq!(run.code, Some(1), "{body}\n{}", run.err);
        assert!(run.err.contains(message), "{message}\n{}", run.err);
        assert!(run.err.contains("data/ke-hoach/thu.yml:"), "{}", run.err);
    }
}

/// A plan with a mistake is there, and no other one is meant.
#[test]
fn a_plan_with_a_mistake_is_not_taken_for_another() {
    let planned = |deadline: &str| {
        let activity = format!("noi_dung:\n  - hoat_dong: {{viec: Họp chi bộ., han: {deadline}}}\n");
        SHORT.replace("noi_dung:\n  - doan: Một đoạn văn.\n", &activity)
    };
    for counting in [
        "  - doan: 'Có {{ tien_do(\"ke-hoach/a.yml\").so_viec }} việc.'",
        "  - bang_tien_do: {ke_hoach: ke-hoach/a.yml}",
    ] {
        let desk = desk(YEAR, counting)
            .file("data/ke-hoach/a.yml", planned("13/2020"))
            .file("data/ke-hoach/z.yml", planned("5/2020"));
        for asked in [&["check"][..], &["check", "data/ke-hoach/thu.yml"]] {
            let run = desk.run(asked);
            assert_eq!(run.code, Some(1), "{}", run.err);
            assert!(run.err.contains("kế hoạch `ke-hoach/a.yml` còn lỗi"), "{}", run.err);
            assert!(run.err.contains("`vankien check data/ke-hoach/a.yml`"), "{}", run.err);
            assert!(!run.err.contains("có phải là"), "{}", run.err);
        }
    }
}

/// Forty-two columns side by side are no chart.
#[test]
fn a_chart_of_too_many_groups_says_how_many_fit() {
    let units: Vec<_> =
        (0..42).map(|at| format!("  - {{ma: D{at}, loai: chi_bo_co_so, ten: Đơn vị số {at}}}\n")).collect();
    let units = units.concat();
    let desk = desk(YEAR, "  - bieu_do: {ten: Hình, theo: don_vi, do: [dang_ky]}")
        .file("data/don-vi/b.yml", format!("don_vi:\n{units}"));
    let run = desk.run(&["check"]);
    assert!(run.err.contains("biểu đồ có 44 nhóm, trang giấy chỉ đủ chỗ cho 12"), "{}", run.err);
}

/// No word is wider than its column; where that cannot be, the page says so.
#[test]
fn long_words_stay_in_their_cells() {
    let all = "ma, don_vi, ten, linh_vuc, ca_nhan, diem, xep_loai, hieu_qua";
    let table = format!("  - bang_so_lieu: {{hang: mo_hinh, cot: [{all}]}}");
    let models = MODELS.replace("diem: 95", "diem: \"85,123456\"").replace("ma: M-2020-", "ma: DVK-2020-00");
    let sound = desk(YEAR, &table).file("data/mo-hinh/2020.yml", &models);
    assert_eq!(sound.run(&["check"]).code, Some(0), "{}", sound.run(&["check"]).err);
    let long =
        models.replace("ma: DVK-2020-001", "ma: DVK_DANG_UY_KHOI_CAC_CO_QUAN_VA_DOANH_NGHIEP_TINH_2020_001");
    let run = desk(YEAR, &table).file("data/mo-hinh/2020.yml", long).run(&["check"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.err.contains("không vừa ô của nó") || run.err.contains("tràn ra ngoài lề"), "{}", run.err);
}

/// Letters of old fonts and signs that nobody sees are errors in records, as they
/// are in documents.
#[test]
fn garbled_letters_in_records_are_told_where_they_stand() {
    for (name, message) in [
        ("Mçi ®¶ng viªn gióp mét hé", "TCVN3"),
        ("Moãi ñaûng vieân giuùp moät hoä", "VNI"),
        ("\"Giúp\\u00adhộ nghèo\"", "U+00AD"),
        ("\"Giúp\\u200bhộ nghèo\"", "U+200B"),
        ("Hội Nоng dân", "chữ"),
    ] {
        let models = format!("mo_hinh:\n  - {{don_vi: SYT, ten: {name}, linh_vuc: kinh_te}}\n");
        let run = desk(YEAR, "  - doan: x").file("data/mo-hinh/2020.yml", models).run(&["check"]);
        assert_eq!(run.code, Some(1), "{name}\n{}", run.err);
        assert!(
            run.err.contains("data/mo-hinh/2020.yml:2:") && run.err.contains(message),
            "{name}\n{}",
            run.err
        );
    }
    let csv = "Đơn vị;Tên mô hình;Lĩnh vực\nSYT;Moãi ñaûng vieân giuùp moät hoä;Kinh tế\n";
    let desk = desk(YEAR, "  - doan: x").file("data/mo-hinh/2020.csv", csv);
    std::fs::remove_file(desk.path("data/mo-hinh/2020.yml")).unwrap();
    let run = desk.run(&["check"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.err.contains("ô B2: ") && run.err.contains("VNI"), "{}", run.err);
}

#[test]
fn a_model_is_exemplary_before_it_is_proposed() {
    let models = MODELS.replace("diem: 95", "diem: 95, de_nghi_khen: true");
    let run = desk(YEAR, "  - doan: x").file("data/mo-hinh/2020.yml", models).run(&["check"]);
    let said = "đề nghị khen (`de_nghi_khen`) nhưng chưa qua bước trước là tiêu biểu (`tieu_bieu`)";
    assert!(run.err.contains(said), "{}", run.err);
}

/// The yearly report of every year, one with nothing in a field and without a
/// single opinion among them; no words of the text are glued together.
#[test]
fn the_report_of_any_year_can_be_printed() {
    let yearly = |year: i32| {
        let text = std::fs::read_to_string(example().path("data/bao-cao/nam-2019.yml")).unwrap();
        text.replace("2019", &year.to_string()).replace("so: 44", "so: 52")
    };
    for year in [2018, 2020] {
        let desk = example().file("data/bao-cao/nam.yml", yearly(year));
        let run = desk.run(&["check", "data/bao-cao/nam.yml"]);
        assert_eq!(run.code, Some(0), "{year}\n{}", run.err);
    }
    let without = |text: String, what: &str| -> String {
        text.lines().filter(|line| !line.contains(what)).collect::<Vec<_>>().join("\n") + "\n"
    };
    let desk = example();
    let models = std::fs::read_to_string(desk.path("data/mo-hinh/2019.yml")).unwrap();
    let figures = std::fs::read_to_string(desk.path("data/ket-qua/2019.yml")).unwrap();
    let figures = without(without(figures, "chi_tieu: y_kien"), "chi_tieu: mo_hinh")
        + "  - {chi_tieu: y_kien, so: 0}\n  - {chi_tieu: y_kien_da_giai_quyet, so: 0}\n";
    let desk = desk
        .file("data/mo-hinh/2019.yml", without(models, "quoc_phong_an_ninh"))
        .file("data/ket-qua/2019.yml", figures);
    let run = desk.run(&["check", "data/bao-cao/nam-2019.yml"]);
    assert_eq!(run.code, Some(0), "{}", run.err);

    let path = Path::new("data/bao-cao/tong-ket-2015-2020.yml");
    let source = typeset(Path::new(env!("CARGO_MANIFEST_DIR")), path).unwrap().source;
    for words in ["theo lĩnh vực và năm", "so với năm trước do yêu cầu"] {
        assert!(source.to_lowercase().contains(words), "{words}");
    }
}
