//! Rules about who signs and how the signature block says so.

use super::{Check, Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::validate::signers_of;
use crate::values::{one_line, without_marks};

pub(super) const RULES: &[Rule] = &[
    Rule { id: "R-D-153", severity: Warning, check: Check::Document(authority) },
    Rule { id: "R-D-154", severity: Warning, check: Check::Document(committee_deputy) },
    Rule { id: "R-D-155", severity: Warning, check: Check::Document(body_in_title) },
    Rule { id: "R-D-157", severity: Warning, check: Check::Document(titles_in_name) },
    Rule { id: "chuc-vu", severity: Warning, check: Check::Document(position_spelling) },
];

/// The mark of an authority (`t/m`, `k/t`, `t/l`, without point or slash) and
/// what follows it, both lower case.
fn parts(authority: &str) -> (String, String) {
    let line = one_line(authority).to_lowercase();
    let (mark, rest) = line.split_once(' ').unwrap_or((&line, ""));
    (mark.replace(['/', '.'], ""), super::tone::unified(rest))
}

/// Whether the holder of this position is a deputy of that head. A minister's
/// deputy is called a thứ trưởng.
fn is_deputy(position: &str, head: &str) -> bool {
    position.starts_with("phó") || (position.starts_with("thứ trưởng") && head.starts_with("bộ trưởng"))
}

/// T/M is for a body that decides together, K/T for the deputy of a head.
fn authority(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let [tm, kt, tl] = if subject.is_party() { ["T/M", "K/T", "T/L"] } else { ["TM.", "KT.", "TL."] };
    for (path, signature) in signers_of(subject.document()) {
        let Some(authority) = &signature.authority else { continue };
        let (mark, whom) = parts(authority);
        let position = one_line(signature.position.as_deref().unwrap_or_default()).to_lowercase();
        let one_head = ["văn phòng", "trưởng", "chánh", "giám đốc", "phòng ", "chủ tịch", "bí thư"];
        let words = if mark == "tm" && one_head.iter().any(|head| whom.starts_with(head)) {
            Wording {
                vi: [
                    format!("`{}` không phải tập thể để ký thay mặt", authority.trim()),
                    format!(
                        "{tm} chỉ dùng cho tập thể; cấp trưởng tự ký thì xoá dòng `quyen_han`, cấp phó ghi {kt}"
                    ),
                ],
                en: [
                    format!("`{}` is no body that decides together", authority.trim()),
                    format!(
                        "{tm} is for committees; a head who signs has no `quyen_han`, a deputy writes {kt}"
                    ),
                ],
            }
        } else if mark == "kt" && !position.is_empty() && !is_deputy(&position, &whom) {
            Wording {
                vi: [
                    format!("ký thay (`{}`) mà chức vụ không phải cấp phó", authority.trim()),
                    format!(
                        "{kt} chỉ dành cho cấp phó của chính người được ký thay; làm theo ủy nhiệm thì ghi {tl}"
                    ),
                ],
                en: [
                    format!("`{}` is signed by someone who is no deputy", authority.trim()),
                    format!("{kt} is for the deputy of that very head; by order write {tl}"),
                ],
            }
        } else {
            continue;
        };
        found.value(subject, &format!("{path}.quyen_han"), words);
    }
}

/// A committee is collective: its deputy signs T/M, never K/T.
fn committee_deputy(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for (path, signature) in signers_of(subject.document()) {
        let Some(authority) = &signature.authority else { continue };
        let (mark, whom) = parts(authority);
        if mark == "kt" && whom.starts_with("bí thư") {
            let words = Wording {
                vi: [
                    "phó bí thư không ký thay (K/T) bí thư".into(),
                    "cấp ủy làm việc tập thể: ghi T/M Ban Thường vụ (hoặc T/M Đảng ủy, T/M Chi bộ)".into(),
                ],
                en: [
                    "a phó bí thư does not sign for (K/T) the bí thư".into(),
                    "a committee decides together: write T/M Ban Thường vụ (or T/M Đảng ủy, T/M Chi bộ)"
                        .into(),
                ],
            };
            found.value(subject, &format!("{path}.quyen_han"), words);
        }
    }
}

/// `BÍ THƯ ĐẢNG ỦY KHỐI`: the body already stands at the top left.
fn body_in_title(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let document = subject.document();
    if !subject.is_party() || !document.cosigners.is_empty() {
        return;
    }
    let main = &document.signature;
    let Some(position) = main.position.as_deref().filter(|_| main.also.is_none()) else { return };
    let line = super::tone::unified(&one_line(position).to_lowercase());
    let heads =
        ["phó bí thư", "bí thư", "phó chủ nhiệm", "chủ nhiệm", "phó chánh văn phòng", "chánh văn phòng"];
    let bodies = ["đảng ủy", "tỉnh ủy", "huyện ủy", "thành ủy", "đảng bộ", "khối", "ủy ban kiểm tra"];
    let rest = heads.iter().find_map(|head| line.strip_prefix(head));
    if rest.is_some_and(|rest| bodies.iter().any(|body| rest.trim().starts_with(body))) {
        let words = Wording {
            vi: [
                "sau chức vụ không ghi tên cơ quan".into(),
                "chỉ ghi chức vụ, ví dụ Bí thư; tên cơ quan đã có ở đầu trang".into(),
            ],
            en: [
                "the name of the body does not follow the position".into(),
                "write the position only, as in Bí thư; the body stands at the head of the page".into(),
            ],
        };
        found.value(subject, "ky.chuc_vu", words);
    }
}

/// No degrees, ranks or `Đồng chí` before a name.
fn titles_in_name(subject: &Subject<'_>, found: &mut Findings<'_>) {
    if !subject.is_party() {
        return;
    }
    for (path, signature) in signers_of(subject.document()) {
        let name = signature.name.trim().to_lowercase();
        let title = subject.lexicon.titles.iter().find(|title| {
            name.strip_prefix(title.as_str()).is_some_and(|rest| rest.starts_with(['.', ' ', ',']))
        });
        if let Some(title) = title {
            let words = Wording {
                vi: [
                    format!("họ tên người ký có chữ “{title}”"),
                    "chỉ ghi họ và tên, không ghi học vị, cấp bậc, danh hiệu, “Đồng chí”".into(),
                ],
                en: [
                    format!("the signer's name bears “{title}”"),
                    "write the name alone, without degree, rank, honour or “Đồng chí”".into(),
                ],
            };
            found.value(subject, &format!("{path}.ho_ten"), words);
        }
    }
}

/// A position that is nearly one of the list is a slip of the hand.
fn position_spelling(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for (path, signature) in signers_of(subject.document()) {
        let authority = signature.authority.as_deref().map(|line| {
            let (_, whom) = line.trim().split_once(' ').unwrap_or_default();
            whom.to_string()
        });
        for (key, line) in [
            ("quyen_han", authority),
            ("chuc_vu", signature.position.clone()),
            ("kiem", signature.also.clone()),
        ] {
            let line = one_line(&line.unwrap_or_default());
            let line = line.strip_prefix("Q. ").unwrap_or(&line);
            let Some(meant) = misspelt(line, &subject.lexicon.positions) else { continue };
            let words = Wording {
                vi: [format!("chức vụ `{line}` viết chưa đúng"), format!("có phải là `{meant}`?")],
                en: [format!("the position `{line}` is misspelt"), format!("did you mean `{meant}`?")],
            };
            found.value(subject, &format!("{path}.{key}"), words);
        }
    }
}

fn misspelt<'l>(line: &str, known: &'l [String]) -> Option<&'l str> {
    let plain = super::tone::unified(&line.to_lowercase());
    let lower = |name: &str| super::tone::unified(&name.to_lowercase());
    if plain.chars().count() < 5 || known.iter().any(|name| lower(name) == plain) {
        return None;
    }
    let near = |name: &&String| {
        let own = lower(name);
        let letters = strsim::damerau_levenshtein(&own, &plain);
        // One or two letters in a word as long as the known one; marks alone
        // (`Bí thứ`) are a slip however many.
        letters <= 1 + usize::from(own.chars().count() > 13)
            && own.split(' ').count() == plain.split(' ').count()
            || without_marks(&own) == without_marks(&plain)
    };
    known.iter().find(near).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::misspelt;

    #[test]
    fn positions_nearly_right() {
        let known: Vec<_> = ["Bí thư", "Phó Bí thư", "Hiệu trưởng", "Trưởng Ban", "Chủ tịch", "Ủy viên"]
            .map(String::from)
            .into();
        for (line, meant) in [
            ("Bí thứ", Some("Bí thư")),
            ("PHÓ BÍ THỪ", Some("Phó Bí thư")),
            ("Hệu trưởng", Some("Hiệu trưởng")),
            ("Uỷ viên", None),
            ("PHÓ BÍ THƯ", None),
            ("Trưởng thôn", None),
            ("Trưởng ban", None),
        ] {
            assert_eq!(misspelt(line, &known), meant, "{line}");
        }
    }
}
