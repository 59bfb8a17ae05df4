//! The generated Typst source: short, readable, stable.

use crate::desk::{Desk, SHORT, plan};

#[test]
fn the_source_of_the_plan() {
    insta::assert_snapshot!("ke-hoach-27", plan().source);
}

#[test]
fn the_source_of_every_block() {
    let yaml = SHORT.replace(
        "noi_dung:\n",
        r#"can_cu:
  van_ban:
    - loai: Quyết định
      so: 1893-QĐ/TU
      ngay: 2016-12-28
      co_quan: Ban Thường vụ Tỉnh ủy
      trich_yeu: về công tác dân vận
    - Căn cứ Điều lệ Đảng;
  cau_dan: Ban Thường vụ xây dựng kế hoạch như sau
noi_dung:
  - chu_de: {nhan: Chủ đề, ten: "“*Khéo*”"}
  - khoan: Một
  - diem: điểm a
  - diem: điểm b
  - khoan: Hai
  - diem: điểm a
  - hoat_dong: {viec: "Mở lớp.", han: 8/2020}
  - hoat_dong: {viec: "{{ chu_tri }} gửi bài trước {{ han }}.", han: 2020-09-05, chu_tri: Chi bộ, luu_y: Đúng hạn}
  - de_muc:
      ten: Mục lớn
      noi_dung:
        - de_muc:
            ten: Mục nhỏ
            noi_dung:
              - khoan: Khoản trong mục nhỏ
              - de_muc: {ten: Mục nhỏ hơn, noi_dung: Văn xuôi}
        - khoan: Khoản
"#,
    );
    insta::assert_snapshot!("cac-khoi", Desk::with_plan(&yaml).typeset().source);
}
