//! In: an authority to sign, and the position of who signs. Out: why the two do not go
//! together, if they do not. A part of the rule R-D-153.

use super::Subject;
use super::authority::{Authority, marks};
use super::position::Position;
use super::reading::folded;
use super::text::holds;
use crate::diagnostic::Wording;
use crate::values::one_line;

/// Why an authority does not go with the position of who signs, if it does not.
#[allow(clippy::too_many_lines, reason = "a table: each row is one case with its words")]
pub(super) fn fault(subject: &Subject<'_>, authority: &Authority, position: &str) -> Option<Wording> {
    let (signing, known) = (&subject.lexicon.signing, &subject.lexicon.abbreviations.known);
    let [tm, kt, tl] = marks(subject);
    let Authority { mark, whom, written } = authority;
    let begins = |text: &str, words: &[String]| words.iter().any(|word| text.starts_with(word.as_str()));
    let is_body = begins(whom, &signing.committees);
    let leads_body = position.starts_with("bí thư") || position.starts_with("phó bí thư");
    // A committee of the Party has no chủ tịch; a mass organisation has.
    let chairs =
        ["chủ tịch", "chủ nhiệm"].iter().any(|own| position.trim_start_matches("phó ").starts_with(own))
            && of_committee(subject);
    let wording = |vi: [String; 2], en: [String; 2]| Some(Wording { vi, en });
    match mark.as_str() {
        "tm" if begins(whom, &signing.single_heads) => wording(
            [
                format!("`{written}` không phải tập thể để ký thay mặt"),
                format!(
                    "{tm} chỉ dùng cho tập thể; cấp trưởng tự ký thì xoá dòng `quyen_han`, cấp phó ghi {kt}"
                ),
            ],
            [
                format!("`{written}` is no body that decides together"),
                format!("{tm} is for committees; a head who signs has no `quyen_han`, a deputy writes {kt}"),
            ],
        ),
        "tm" if known.contains_key(written.as_str()) => wording(
            [
                format!("tên tập thể viết tắt: `{written}`"),
                format!("ghi đầy đủ: {tm} {}", known[written.as_str()]),
            ],
            [
                format!("the name of the body is abbreviated: `{written}`"),
                format!("write it out: {tm} {}", known[written.as_str()]),
            ],
        ),
        "tm" if subject.is_party() && is_body && (begins(position, &signing.unit_heads) || chairs) => {
            wording(
                [
                    format!("chức vụ này không thay mặt `{written}` được"),
                    format!(
                        "thay mặt tập thể là bí thư, phó bí thư hoặc ủy viên; làm theo ủy nhiệm thì ghi {tl}"
                    ),
                ],
                [
                    format!("this position does not speak for `{written}`"),
                    format!("a body is spoken for by its secretary, deputy or member; by order write {tl}"),
                ],
            )
        }
        "tm" if !subject.is_party()
            && position.starts_with("phó ")
            && !holds(whom, "kt")
            && !begins(whom, &signing.headless) =>
        {
            wording(
                [
                    format!("cấp phó ký thay mặt `{written}` mà thiếu dòng {kt}"),
                    format!("thêm dòng thứ hai vào `quyen_han`: {kt} và chức vụ cấp trưởng"),
                ],
                [
                    format!("a deputy signs for `{written}` without the line {kt}"),
                    format!("add a second line to `quyen_han`: {kt} and the position of the head"),
                ],
            )
        }
        "kt" if is_body => wording(
            [
                format!("`{written}` là tập thể, không có cấp phó để ký thay"),
                format!("thay mặt tập thể thì ghi {tm}"),
            ],
            [format!("`{written}` is a body; nobody is its deputy"), format!("for a body write {tm}")],
        ),
        "kt" if !position.is_empty() && !is_deputy(position, whom) => wording(
            [
                format!("ký thay (`{written}`) mà chức vụ không phải cấp phó"),
                format!(
                    "{kt} chỉ dành cho cấp phó của chính người được ký thay; làm theo ủy nhiệm thì ghi {tl}"
                ),
            ],
            [
                format!("`{written}` is signed for by someone who is no deputy"),
                format!("{kt} is for the deputy of that very head; by order write {tl}"),
            ],
        ),
        "kt" if deputy_of_another(&signing.positions, position, whom) => wording(
            [
                format!("người ký không phải cấp phó của `{written}`"),
                format!("{kt} chỉ dành cho cấp phó của chính người được ký thay; xem lại hai chức vụ"),
            ],
            [
                format!("the signer is not the deputy of `{written}`"),
                format!("{kt} is for the deputy of that very head; check both positions"),
            ],
        ),
        "kt" if whom.starts_with("trưởng ban") && of_committee(subject) => wording(
            [
                format!("cấp ủy không có `{written}` để ký thay"),
                format!("văn bản của cấp ủy ghi {tm} tập thể; văn bản của ban thì sửa tên cơ quan"),
            ],
            [
                format!("a party committee has no `{written}` to be signed for"),
                format!(
                    "its papers are signed {tm} the committee; of a board's paper mend the name of the body"
                ),
            ],
        ),
        "tl" if subject.is_party() && leads_body => wording(
            [
                "bí thư, phó bí thư không ký thừa lệnh".into(),
                format!("thay mặt tập thể thì ghi {tm}; {tl} dành cho chánh văn phòng, trưởng ban được giao"),
            ],
            [
                "a bí thư or phó bí thư does not sign by order".into(),
                format!("for the body write {tm}; {tl} is for the chief of the office or a board"),
            ],
        ),
        "tl" if position
            .strip_prefix("phó ")
            .is_some_and(|head| !head.is_empty() && whom.starts_with(head)) =>
        {
            wording(
                [
                    format!("cấp phó của `{written}` không ký thừa lệnh"),
                    format!("cấp phó ký thay thì ghi {kt}"),
                ],
                [
                    format!("the deputy of `{written}` does not sign by order"),
                    format!("a deputy writes {kt}"),
                ],
            )
        }
        _ => None,
    }
}

/// Whether the holder of this position is a deputy of that head. A minister's
/// deputy is called a thứ trưởng.
fn is_deputy(position: &str, head: &str) -> bool {
    position.starts_with("phó") || (position.starts_with("thứ trưởng") && head.starts_with("bộ trưởng"))
}

/// Whether a party committee alone issues the paper; a board it has set up, and
/// bodies that issue together, are others.
pub(super) fn of_committee(subject: &Subject<'_>) -> bool {
    let body = &subject.document().body;
    let name = folded(&one_line(&body.name));
    let committees = ["đảng ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng bộ", "chi bộ"];
    subject.is_party() && body.others.is_empty() && committees.iter().any(|own| name.starts_with(own))
}

/// Whether the position is that of the deputy of some other head: a phó chủ
/// nhiệm for a trưởng ban.
fn deputy_of_another(positions: &[Position], position: &str, whom: &str) -> bool {
    let has_deputy = |head: &str| positions.iter().any(|own| own.folded.strip_prefix("phó ") == Some(head));
    let head_of = |text: &str| {
        let heads = positions.iter().map(|own| own.folded.as_str()).filter(|head| text.starts_with(head));
        heads.filter(|head| has_deputy(head)).max_by_key(|head| head.len()).map(String::from)
    };
    let Some(head) = position.strip_prefix("phó ").and_then(head_of) else { return false };
    head_of(whom).is_some_and(|other| !head.starts_with(&other) && !other.starts_with(&head))
}

#[cfg(test)]
mod tests {
    use super::{Position, deputy_of_another};

    #[test]
    fn deputies_of_their_own_head() {
        let positions = [
            "Trưởng Ban",
            "Phó Trưởng Ban",
            "Chủ nhiệm",
            "Phó Chủ nhiệm",
            "Giám đốc",
            "Phó Giám đốc",
            "Tổng Giám đốc",
            "Phó Tổng Giám đốc",
        ]
        .map(|name| Position::from(name.to_string()));
        for (position, whom, other) in [
            ("phó chủ nhiệm", "trưởng ban", true),
            ("phó trưởng ban", "trưởng ban dân vận", false),
            ("phó giám đốc", "tổng giám đốc", true),
            ("phó ban", "trưởng ban", false),
        ] {
            assert_eq!(deputy_of_another(&positions, position, whom), other, "{position} {whom}");
        }
    }
}
