//! In: a fault of the decision that a batch of certificates carries out. Out: its words.

use super::Severity::{Error, Warning};
use super::Words;

/// What can be wrong between certificates and their decision.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum DecisionFault {
    Twice { place: String },
    DatedElsewhere { date: String, place: String },
    NoDate,
    Missing,
    NotSound { path: String },
    NoSymbol { symbol: String },
    SymbolOfOthers { symbol: String, meant: String },
    SymbolMisspelt { symbol: String, meant: String },
    WithoutNumber { path: String },
    Other { written: String, decision: String, path: String },
    OtherDate { date: String, decision: String },
    OtherSigner { signer: String, file: String },
    OtherPlace { place: String, file: String },
    CitedOtherwise { date: String, file: String },
    ListElsewhere { file: String },
    NoSuch { path: String },
    NotLocked { path: String },
}

impl DecisionFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::DatedElsewhere { date, place } => (
                "giay-quyet-dinh",
                Warning,
                [
                    format!("{place} ghi quyết định này ký ngày {date}"),
                    "một số quyết định chỉ có một ngày ký: xem lại bản đã ký, sửa đợt sai".into(),
                ],
                [
                    format!("{place} has {date} as the day of this decision"),
                    "a decision is of one day: look at the signed paper and mend the batch that is wrong".into(),
                ],
            ),
            Self::Twice { place } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("danh sách của quyết định này đã in giấy trong {place}"),
                    "một quyết định một đợt giấy: xoá một tệp; mất, hỏng thì ghi `theo_doi: cap_lai`".into(),
                ],
                [
                    format!("the list of this decision has its certificates in {place}"),
                    "one decision, one batch: delete one of the files; for one that was lost or spoilt write `theo_doi: cap_lai`".into(),
                ],
            ),
            Self::NoDate => (
                "giay-ngay",
                Error,
                [
                    "không biết ngày ghi trên giấy".into(),
                    "ghi `ngay`, hoặc ghi `quyet_dinh` để lấy ngày của quyết định".into(),
                ],
                [
                    "the date of the certificates is not known".into(),
                    "write `ngay`, or `quyet_dinh`, whose date is then taken".into(),
                ],
            ),
            Self::Missing => (
                "giay-ngay",
                Error,
                [
                    "dòng quyết định cần số và ngày của quyết định".into(),
                    "ghi `quyet_dinh: {so: …, ngay: …}`".into(),
                ],
                [
                    "the decision line needs the number and date of the decision".into(),
                    "write `quyet_dinh: {so: …, ngay: …}`".into(),
                ],
            ),
            Self::NoSymbol { symbol } => (
                "giay-quyet-dinh",
                Warning,
                [
                    format!("`{symbol}` không giống số, ký hiệu của một quyết định"),
                    "viết như 215-QĐ/ĐUK, của Nhà nước như 45/QĐ-UBND".into(),
                ],
                [
                    format!("`{symbol}` does not look like the number and symbol of a decision"),
                    "write it as in 215-QĐ/ĐUK, or 45/QĐ-UBND for a State body".into(),
                ],
            ),
            Self::SymbolOfOthers { symbol, meant } => (
                "giay-quyet-dinh",
                Warning,
                [
                    format!("`{symbol}` không viết như số, ký hiệu của cơ quan ra giấy này"),
                    format!("có phải là `{meant}`? của Đảng viết như 215-QĐ/ĐUK, của Nhà nước như 45/QĐ-UBND"),
                ],
                [
                    format!("`{symbol}` is not written as the body of these certificates writes its symbols"),
                    format!("did you mean `{meant}`? the Party writes 215-QĐ/ĐUK, the State 45/QĐ-UBND"),
                ],
            ),
            Self::SymbolMisspelt { symbol, meant } => (
                "giay-quyet-dinh",
                Warning,
                [
                    format!("`{symbol}` không ghi đúng `ky_hieu` của cơ quan ra giấy này"),
                    format!("có phải là `{meant}`?"),
                ],
                [
                    format!("`{symbol}` does not have the `ky_hieu` of the body of these certificates"),
                    format!("did you mean `{meant}`?"),
                ],
            ),
            Self::NotSound { path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("giấy chờ quyết định: sửa `{path}` trước"),
                    format!("lỗi của quyết định xem ở tệp ấy, hoặc chạy `vankien check {path}`; tệp này không phải sửa"),
                ],
                [
                    format!("the certificates wait for their decision: mend `{path}` first"),
                    format!("its faults are told in that file, or by `vankien check {path}`; nothing is to be mended here"),
                ],
            ),
            Self::WithoutNumber { path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("quyết định `{path}` chưa có số"),
                    "lấy số cho quyết định (`so`) trước khi in giấy".into(),
                ],
                [
                    format!("the decision `{path}` has no number yet"),
                    "give it a number (`so`) before certificates are printed".into(),
                ],
            ),
            Self::Other { written, decision, path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("ở đây ghi quyết định {written}, còn `{path}` là {decision}"),
                    "xoá mục `quyet_dinh`: số và ngày lấy từ quyết định".into(),
                ],
                [
                    format!("this says decision {written}, but `{path}` is {decision}"),
                    "delete `quyet_dinh`: number and date are those of the decision".into(),
                ],
            ),
            Self::OtherDate { date, decision } => (
                "giay-ngay",
                Warning,
                [
                    format!("ngày trên giấy là {date}, khác ngày quyết định {decision}"),
                    "giấy thường ghi ngày của quyết định; xoá dòng `ngay` nếu đúng vậy".into(),
                ],
                [
                    format!("the certificates are dated {date}, the decision {decision}"),
                    "certificates usually bear the date of the decision; if so, delete `ngay`".into(),
                ],
            ),
            Self::OtherPlace { place, file } => (
                "giay-quyet-dinh",
                Warning,
                [
                    format!("địa danh của giấy khác địa danh của quyết định ({place}, {file})"),
                    "giấy ghi địa danh như quyết định; sửa một trong hai".into(),
                ],
                [
                    format!("the decision was issued elsewhere ({place}, {file})"),
                    "certificates name the place of their decision: mend one of the two".into(),
                ],
            ),
            Self::OtherSigner { signer, file } => (
                "giay-ky",
                Warning,
                [
                    format!("người ký giấy khác người ký quyết định ({signer}, {file})"),
                    "sửa một trong hai nếu cùng một người ký".into(),
                ],
                [
                    format!("the decision was signed by somebody else ({signer}, {file})"),
                    "mend one of the two if the same person signs both".into(),
                ],
            ),
            Self::CitedOtherwise { date, file } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("quyết định này trong `{file}` ký ngày {date}"),
                    "sửa ngày, hoặc sửa số quyết định".into(),
                ],
                [
                    format!("the decision is dated {date} in `{file}`"),
                    "mend the date, or the number of the decision".into(),
                ],
            ),
            Self::ListElsewhere { file } => (
                "giay-quyet-dinh",
                Warning,
                [
                    format!("danh sách của quyết định đã có trong `{file}`, ở đây gõ lại"),
                    format!("thay bằng `nguoi_nhan: {{quyet_dinh: {file}}}` để không lệch một người nào"),
                ],
                [
                    format!("the list of the decision stands in `{file}` and is typed again here"),
                    format!("write `nguoi_nhan: {{quyet_dinh: {file}}}`, so that nobody is mixed up"),
                ],
            ),
            Self::NoSuch { path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("không có tệp quyết định `{path}`"),
                    "ghi đường dẫn từ thư mục gốc, ví dụ data/quyet-dinh/45.yml".into(),
                ],
                [
                    format!("there is no decision `{path}`"),
                    "give its path from the root, as in data/quyet-dinh/45.yml".into(),
                ],
            ),
            Self::NotLocked { path } => (
                "giay-quyet-dinh",
                Error,
                [
                    format!("danh sách của `{path}` chưa khóa, còn có thể thay đổi sau khi in giấy"),
                    format!("chạy `vankien chot {path}` rồi làm giấy"),
                ],
                [
                    format!("the list of `{path}` is not locked and might change after printing"),
                    format!("run `vankien chot {path}`, then build again"),
                ],
            ),
        }
    }
}
