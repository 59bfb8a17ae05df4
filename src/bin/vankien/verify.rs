//! In: files that are said to come from an office. Out: a line on each
//! certificate in them, whether it says what the office said.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use vankien::attestation::{
    Checked, PUBLIC, PublicKey, Verdict, Voids, check_pdf, check_register, check_texts,
};
use vankien::certificates::{REGISTERS, registers};
use vankien::diagnostic::{Diagnostic, KeyFault, Lang, MachineFault};
use vankien::workspace::Workspace;

use crate::print;

/// What a register says became of a certificate.
const STATE: &str = "Tình trạng";

/// Verifies all of them; 1 if one is not genuine, 2 if one cannot be read.
///
/// # Errors
/// A key that cannot be read.
pub(crate) fn run(
    root: &Path,
    papers: &[PathBuf],
    key: Option<&Path>,
    lang: Lang,
) -> Result<ExitCode, Diagnostic> {
    let workspace = Workspace::at(root, None);
    let own = workspace.key_path(PUBLIC);
    // A register can be held against its files without a key.
    let key = match key {
        None if !own.is_file() => {
            Err(Diagnostic::general(KeyFault::Missing { path: own.display().to_string() }))
        }
        key => Ok(PublicKey::read(key.unwrap_or(&own))?),
    };
    let voids = voids(&workspace, papers, key.as_ref().ok());
    let mut code = 0;
    for path in papers {
        match check(path, key.as_ref(), &voids) {
            Ok(all) => {
                for checked in all {
                    print::say(format_args!("{}: {}", path.display(), line(&checked, lang)));
                    code = code.max(match checked.verdict {
                        Verdict::Genuine | Verdict::Matches | Verdict::Compare { .. } => 0,
                        Verdict::Unchecked => 2,
                        _ => 1,
                    });
                }
            }
            Err(finding) => {
                print::report(&finding.into(), lang);
                code = 2;
            }
        }
    }
    Ok(ExitCode::from(code))
}

/// What is known to hold no longer: by the registers of this workspace, those
/// given, and those beside the papers.
fn voids(workspace: &Workspace, papers: &[PathBuf], key: Option<&PublicKey>) -> Voids {
    let beside = papers.iter().flat_map(|path| REGISTERS.map(|name| path.with_file_name(name)));
    let given = papers.iter().filter(|path| is_register(path)).cloned();
    let registers: BTreeSet<PathBuf> = registers(workspace).into_iter().chain(beside).chain(given).collect();
    let mut voids = Voids::default();
    for path in registers {
        if let Ok(bytes) = std::fs::read(&path) {
            voids.add(&bytes, &path.display().to_string(), key);
        }
    }
    voids
}

fn is_register(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["csv", "xlsx"].iter().any(|own| ending.eq_ignore_ascii_case(own)))
}

fn check(
    path: &Path,
    key: Result<&PublicKey, &Diagnostic>,
    voids: &Voids,
) -> Result<Vec<Checked>, Diagnostic> {
    let against = |all: Vec<Checked>| all.into_iter().map(|checked| checked.against(voids)).collect();
    let shown = || path.display().to_string();
    let read = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes =
        read.map_err(|error| Diagnostic::in_file(shown(), MachineFault::Unreadable { kind: error.kind() }))?;
    let unverifiable = || Diagnostic::general(KeyFault::Unverifiable { path: shown() });
    let csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    if csv || bytes.starts_with(b"PK") {
        let folder = path.parent().unwrap_or(Path::new("."));
        return check_register(&bytes, folder, key.ok()).map(against).ok_or_else(unverifiable);
    }
    let key = key.map_err(Clone::clone)?;
    if bytes.starts_with(b"%PDF") {
        return check_pdf(&bytes, key, voids).ok_or_else(unverifiable);
    }
    let text = String::from_utf8(bytes).map_err(|_| unverifiable())?;
    Ok(against(check_texts(&text, key)))
}

fn line(checked: &Checked, lang: Lang) -> String {
    let said = checked.statement.as_ref().map(|statement| {
        // What a register says is in Vietnamese.
        let quoted = lang.pick(checked.state.clone(), format!("“{}”", checked.state));
        let state = [(STATE, if checked.state.is_empty() { "" } else { quoted.as_str() })];
        let said = statement.values().into_iter().chain(state).filter(|(_, value)| !value.is_empty());
        said.map(|(label, value)| format!("{} {value}", heading(label, lang))).collect::<Vec<_>>().join(", ")
    });
    let verdict = match &checked.verdict {
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
        Verdict::PageAltered => lang
            .pick(
                "KHÔNG ĐÚNG: chữ trên trang giấy đã bị sửa; mã QR ghi",
                "NOT GENUINE: the page was altered; the code says",
            )
            .into(),
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
        Verdict::StateUnknown(place) => lang.pick(
            format!(
                "CHƯA RÕ CÒN GIÁ TRỊ KHÔNG: chữ ký của giấy đúng, nhưng hàng của giấy trong {place} đã bị sửa"
            ),
            format!("NOT KNOWN TO HOLD: the office signed it, but its row in {place} was altered"),
        ),
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
    };
    said.map_or_else(|| verdict.clone(), |said| format!("{verdict}: {said}"))
}

/// What a value is called.
fn heading(label: &'static str, lang: Lang) -> &'static str {
    let english = match label {
        "Số vào sổ" => "register number",
        "Người nhận" => "recipient",
        "Đơn vị" => "unit",
        "Ngày ký" => "date",
        "Loại giấy" => "kind of paper",
        "Mô hình" => "model",
        "Quyết định" => "decision",
        STATE => "state",
        other => other,
    };
    lang.pick(label, english)
}

fn headings(labels: &[&'static str], lang: Lang) -> String {
    labels.iter().map(|label| heading(label, lang)).collect::<Vec<_>>().join(", ")
}
