//! In: what came of checking a certificate. Out: the line that says so.

use vankien::attestation::{Checked, Verdict, column};
use vankien::diagnostic::Lang;

/// What is said of a certificate.
pub(crate) fn line(checked: &Checked, lang: Lang) -> String {
    let said = checked.statement.as_ref().map(|statement| {
        // What a register says is in Vietnamese.
        let quoted = lang.pick(checked.state.clone(), format!("“{}”", checked.state));
        let state = [(column::STATE, if checked.state.is_empty() { "" } else { quoted.as_str() })];
        let said = statement.values().into_iter().chain(state).filter(|(_, value)| !value.is_empty());
        said.map(|(label, value)| format!("{} {value}", heading(label, lang))).collect::<Vec<_>>().join(", ")
    });
    let verdict = words(&checked.verdict, lang);
    let line = said.map_or_else(|| verdict.clone(), |said| format!("{verdict}: {said}"));
    if checked.unsigned.is_empty() {
        return line;
    }
    let others = quoted(&checked.unsigned);
    line + &lang.pick(
        format!("\n  (không thuộc phần đã ký: {others})"),
        format!("\n  (not part of what was signed: {others})"),
    )
}

/// The first lines of some that somebody may have added.
fn quoted(lines: &[String]) -> String {
    let short = |line: &String| format!("“{}”", line.chars().take(LETTERS).collect::<String>());
    let more = if lines.len() > LINES { ", …" } else { "" };
    lines.iter().take(LINES).map(short).collect::<Vec<_>>().join(", ") + more
}

/// How many such lines are shown, and how much of each.
const LINES: usize = 3;
const LETTERS: usize = 80;

#[allow(clippy::too_many_lines, reason = "a table, one row a verdict")]
fn words(verdict: &Verdict, lang: Lang) -> String {
    match verdict {
        Verdict::Genuine => lang.pick("đúng", "genuine").into(),
        Verdict::Altered => lang
            .pick(
                "KHÔNG ĐÚNG: nội dung đã bị sửa, hoặc không do cơ quan này ký",
                "NOT GENUINE: the text was altered, or another office signed it",
            )
            .into(),
        Verdict::PageDiffers(labels) => {
            let labels = headings(labels, lang);
            lang.pick(
                format!("KHÔNG ĐÚNG: trang giấy ghi khác mã QR ở: {labels}; mã QR ghi"),
                format!("NOT GENUINE: the page differs from the QR code in: {labels}; the code says"),
            )
        }
        Verdict::LinesAdded(lines) => lang.pick(
            format!("KHÔNG ĐÚNG: thêm dòng mà cơ quan không ký: {}; mã QR chỉ ghi", quoted(lines)),
            format!("NOT GENUINE: lines were added that the office did not sign: {}; the code says only", quoted(lines)),
        ),
        Verdict::PageAltered => lang
            .pick(
                "KHÔNG ĐÚNG: trang giấy không còn như khi ký (bị sửa, bị dán đè, hoặc được chương trình khác ghi lại); mã QR ghi",
                "NOT GENUINE: the page is not as it was signed (altered, covered, or written again by another program); the code says",
            )
            .into(),
        Verdict::PageUnsealed => lang
            .pick(
                "KHÔNG NHƯ KHI LẬP: tệp không còn chữ ký của trang, chữ khác trên trang có thể đã bị sửa; mã QR ghi",
                "NOT AS IT WAS MADE: the signature over the page was taken out, the rest of the page may have been altered; the code says",
            )
            .into(),
        Verdict::PageUnsigned(page) => lang.pick(
            format!("KHÔNG ĐÚNG: trang {page} không phải trang của giấy nào đã ký"),
            format!("NOT GENUINE: page {page} is not that of any certificate that was signed"),
        ),
        Verdict::RowDiffers(labels) => {
            let labels = headings(labels, lang);
            lang.pick(
                format!("KHÔNG ĐÚNG: hàng này ghi khác tờ giấy ở: {labels}"),
                format!("NOT GENUINE: the row differs from its certificate in: {labels}"),
            )
        }
        Verdict::FileDiffers(file) => lang.pick(
            format!("KHÔNG ĐÚNG: tệp {file} không phải tệp đã ghi vào sổ (SHA-256 khác)"),
            format!("NOT GENUINE: {file} is not the file that was registered (another SHA-256)"),
        ),
        Verdict::FileMissing(file) => lang
            .pick(format!("KHÔNG ĐỦ: không thấy tệp {file}"), format!("NOT COMPLETE: {file} is not there")),
        Verdict::Twice => {
            lang.pick("KHÔNG ĐÚNG: số này có hai lần trong sổ", "NOT GENUINE: the number stands twice").into()
        }
        Verdict::NotInRegister(file) => lang.pick(
            format!("KHÔNG ĐỦ: tệp {file} không có trong sổ"),
            format!("NOT COMPLETE: the register does not name {file}"),
        ),
        Verdict::Void(why) => lang.pick(
            format!("KHÔNG CÒN GIÁ TRỊ, {why}; cơ quan đã ký"),
            format!("NO LONGER VALID, the register says “{why}”; the office signed"),
        ),
        Verdict::Corrected { now, state } => lang.pick(
            format!("KHÔNG CÒN ĐÚNG, {state}: sổ nay ghi {now}; giấy cũ do cơ quan đã ký"),
            format!("NO LONGER RIGHT, the register says “{state}” and names {now} now; the office signed the old paper"),
        ),
        Verdict::Compare { now, state } => lang.pick(
            format!("chữ ký đúng, nhưng số này đã {state}: ĐỐI CHIẾU TỜ GIẤY với sổ, nay ghi {now}"),
            format!("signed by the office, but corrected since: LOOK AT THE PAPER; the register says “{state}” and names {now} now"),
        ),
        Verdict::OtherDate(date) => lang.pick(
            format!("KHÔNG KHỚP SỔ: sổ ghi số này ký ngày {date}; cơ quan đã ký cả tờ này"),
            format!("NOT AS REGISTERED: the register has {date} for this number; the office signed this paper too"),
        ),
        Verdict::OtherName(name) => lang.pick(
            format!("KHÔNG KHỚP SỔ: sổ ghi số này cấp cho {name}; cơ quan đã ký cả tờ này"),
            format!("NOT AS REGISTERED: the register names {name} under this number; the office signed this paper too"),
        ),
        Verdict::StateUnknown(place) => lang.pick(
            format!(
                "CHƯA RÕ CÒN GIÁ TRỊ KHÔNG: chữ ký của giấy đúng, nhưng hàng của giấy trong {place} đã bị sửa"
            ),
            format!("NOT KNOWN TO HOLD: the office signed it, but its row in {place} was altered"),
        ),
        Verdict::NoRows => lang
            .pick("KHÔNG ĐỦ: sổ không có hàng nào", "NOT COMPLETE: the register has no row")
            .into(),
        Verdict::Rows { now, signed } => lang.pick(
            format!("KHÔNG ĐÚNG: sổ khi lập có {signed} hàng, nay có {now}"),
            format!("NOT GENUINE: the register was written with {signed} rows and now has {now}"),
        ),
        Verdict::Matches => lang
            .pick("khớp với tệp; không có chữ ký số", "as its file says; there is no digital signature")
            .into(),
        Verdict::Unchecked => lang
            .pick(
                "CHƯA KIỂM TRA ĐƯỢC chữ ký: không có khoá công khai (--key TỆP)",
                "NOT VERIFIED: there is no public key for the signature (--key FILE)",
            )
            .into(),
        Verdict::Unsigned => {
            lang.pick("không có mã QR đã ký trong này", "there is no signed QR code in it").into()
        }
        Verdict::Later => lang
            .pick(
                "CHƯA KIỂM TRA ĐƯỢC: mã QR của một bản vankien mới hơn; cập nhật vankien rồi kiểm tra lại",
                "NOT VERIFIED: the QR code is of a later version of vankien; update vankien and verify again",
            )
            .into(),
        Verdict::ProofSheet => {
            lang.pick("bản soát của đợt giấy, không phải giấy", "the proof sheet of a batch, no certificate").into()
        }
        Verdict::Calibration => {
            lang.pick("trang căn chỉnh máy in, không phải giấy", "the page to adjust a printer, no certificate").into()
        }
        Verdict::NoText => lang
            .pick(
                "CHƯA KIỂM TRA ĐƯỢC: tệp không mang chữ của mã QR (bản quét, bản ghép hoặc in lại); quét mã trên trang bằng điện thoại, lưu chữ ấy vào một tệp rồi `vankien verify` tệp đó",
                "NOT VERIFIED: the file does not hold the text of a QR code (a scan, or pages put together or printed anew); scan the code with a telephone, save the text and `vankien verify` that",
            )
            .into(),
    }
}

/// What a value is called.
fn heading(label: &'static str, lang: Lang) -> &'static str {
    let english = match label {
        column::NUMBER => "register number",
        column::NAME => "recipient",
        column::UNIT => "unit",
        column::DATE => "date",
        column::KIND => "kind of paper",
        column::MODEL => "model",
        column::DECISION => "decision",
        column::STATE => "state",
        other => other,
    };
    lang.pick(label, english)
}

fn headings(labels: &[&'static str], lang: Lang) -> String {
    labels.iter().map(|label| heading(label, lang)).collect::<Vec<_>>().join(", ")
}
