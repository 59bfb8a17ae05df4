//! What the papers of a round say of its meeting: the day, the hour and the place it was
//! called to and held at, who chaired it and who signs for it. A part of the rule `dot-xet`.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::{folded, pattern};
use super::round::{tell_if, whole};
use super::text::{holds, sentence};
use super::when::{DAY, DAYS, day};
use super::{Findings, Place, Subject};
use crate::diagnostic::Wording;
use crate::documents::{Block, Meeting};
use crate::validate;
use crate::values::{Date, comparable, one_line};

/// `họp xét ngày 02/12/2020`, `biên bản họp ngày 02 tháng 12 năm 2020`.
static MET: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\bhọp(?:\s+xét)?,?\s+ngày\s+(?P<day>{DAY})\b")));

/// A paper with the particulars of its meeting and where they stand in it.
pub(super) type Met<'s, 'a> = (&'s Subject<'a>, (String, Meeting));

/// The particulars of the meeting of a paper, and their path.
pub(super) fn of(paper: &Subject<'_>) -> Option<(String, Meeting)> {
    let mut met = None;
    validate::blocks(paper.document(), &mut |block, path| {
        if let (Block::Meeting(own), None) = (block, &met) {
            met = Some((format!("{path}.cuoc_hop"), Meeting::clone(own)));
        }
    });
    met
}

/// The meeting was held as the invitation said.
pub(super) fn as_invited(invited: &Met<'_, '_>, held: &Met<'_, '_>, found: &mut Findings<'_>) {
    let ((invitation, (there, said)), (minutes, (here, own))) = (invited, held);
    let time = |meeting: &Meeting| format!("{:?}", meeting.opening);
    let titles = &held.0.lexicon.signing.titles;
    let chairs = said.chair.as_deref().zip(own.chair.as_deref());
    let other_chair = chairs.is_some_and(|(said, own)| !is_same_person(said, own, titles));
    for (key, differs, what) in [
        ("ngay", said.date != own.date, ["ngày họp", "the day"]),
        ("bat_dau", time(said) != time(own), ["giờ họp", "the hour"]),
        ("dia_diem", !is_same_venue(&said.venue, &own.venue), ["địa điểm", "the place"]),
        ("chu_tri", other_chair, ["người chủ trì", "who chairs"]),
    ] {
        if differs {
            let [vi, en] = what;
            let words = Wording {
                vi: [
                    format!("{vi} khác giấy mời"),
                    "xem lại hai văn bản; đổi sau khi mời thì ghi lý do khi bỏ qua".into(),
                ],
                en: [
                    format!("{en} of the meeting differs from the invitation"),
                    "look at both papers; if it was changed later, silence this with the reason".into(),
                ],
            };
            tell_if(
                whole(minutes, &format!("{here}.{key}")),
                whole(invitation, &format!("{there}.{key}")),
                words,
                found,
            );
        }
    }
}

/// Whether two papers name one place; one of them may add the street.
fn is_same_venue(one: &str, other: &str) -> bool {
    let hall = |venue: &str| comparable(venue.split([',', '(', '–']).next().unwrap_or_default());
    let [whole, other_whole] = [one, other].map(comparable);
    let adds_nothing = whole == hall(one) || other_whole == hall(other);
    whole == other_whole || (adds_nothing && hall(one) == hall(other))
}

/// How people are called, beside the titles of the table.
const CALLED: [&str; 8] = ["các đồng chí", "chị", "anh", "cô", "thầy", "chú", "bác", "em"];

/// The letters of a person's name: `Đồng chí Lê Văn C, Trưởng ban`.
fn named(person: &str, titles: &[String]) -> String {
    let person = person.split(" - ").next().unwrap_or_default();
    let name = folded(&one_line(person.split([',', '–', '(']).next().unwrap_or_default()));
    let mut rest = name.as_str();
    let called = || CALLED.into_iter().chain(titles.iter().map(String::as_str));
    let without = |rest: &str| {
        called().find_map(|title| {
            let own = rest.strip_prefix(title)?;
            own.starts_with([' ', '.']).then(|| rest.len() - own.trim_start_matches([' ', '.']).len())
        })
    };
    while let Some(length) = without(rest) {
        rest = &rest[length..];
    }
    rest.to_string()
}

/// Whether the name that one value begins with stands anywhere in the other, however it is
/// written there: `Bí thư Đảng ủy Lê Văn C`, `Lê Văn C và Trần Văn B`.
fn is_same_person(one: &str, other: &str, titles: &[String]) -> bool {
    let stands_in = |one: &str, other: &str| {
        let name = named(one, titles);
        !name.is_empty() && holds(&folded(&one_line(other)), &name)
    };
    stands_in(one, other) || stands_in(other, one)
}

/// Nobody is invited to a meeting that is over, and no minutes are taken of one to come.
pub(super) fn in_time(paper: &Subject<'_>, path: &str, own: &Meeting, found: &mut Findings<'_>) {
    let document = paper.document();
    let words = match paper.kind.folder.as_str() {
        "giay-moi" if own.date < document.date => [
            format!("mời ngày {} dự cuộc họp ngày {}", document.date, own.date),
            format!("invited on {} to a meeting of {}", document.date, own.date),
        ],
        "bien-ban" if own.date > document.date => [
            format!("biên bản ngày {} ghi cuộc họp ngày {}", document.date, own.date),
            format!("minutes of {} of a meeting on {}", document.date, own.date),
        ],
        _ => return,
    };
    let [vi, en] = words;
    let words = Wording { vi: [vi, "xem lại hai ngày".into()], en: [en, "check both days".into()] };
    if !document.presentation.blank_day {
        tell_if(whole(paper, &format!("{path}.ngay")), whole(paper, "ngay"), words, found);
    }
}

/// Minutes are signed by who chaired and who wrote them.
pub(super) fn signed_by(minutes: &Subject<'_>, path: &str, own: &Meeting, found: &mut Findings<'_>) {
    let document = minutes.document();
    if minutes.kind.folder != "bien-ban" {
        return;
    }
    let cosigners = document.cosigners.iter().enumerate().map(|(at, own)| (format!("ky_cung.{at}"), own));
    for (place, signer) in std::iter::once(("ky".to_string(), &document.signature)).chain(cosigners) {
        let position = comparable(signer.position.as_deref().unwrap_or_default());
        let is = |words: &[&str]| words.iter().any(|word| position.contains(word));
        let (key, who) = if is(&["chutri", "chutoa"]) {
            ("chu_tri", &own.chair)
        } else if is(&["thuky", "ghibienban"]) {
            ("thu_ky", &own.secretary)
        } else {
            continue;
        };
        let titles = &minutes.lexicon.signing.titles;
        if who.as_deref().is_some_and(|who| !is_same_person(who, &signer.name, titles)) {
            let words = Wording {
                vi: [
                    "người ký khác người ghi ở cuộc họp".into(),
                    "người chủ trì và thư ký cuộc họp ký biên bản".into(),
                ],
                en: [
                    "the signer is another than the meeting names".into(),
                    "minutes are signed by who chaired and who wrote them".into(),
                ],
            };
            tell_if(
                whole(minutes, &format!("{place}.ho_ten")),
                whole(minutes, &format!("{path}.{key}")),
                words,
                found,
            );
        }
    }
}

/// A later paper speaks of the day of the meeting.
pub(super) fn met_on(paper: &Subject<'_>, held: (&Subject<'_>, &str, Date), found: &mut Findings<'_>) {
    let (minutes, path, date) = held;
    for text in paper.prose() {
        for captures in MET.captures_iter(text.text) {
            let Some(said) = day(&captures).filter(|said| *said != date) else { continue };
            let range = captures.name("day").map_or(0..0, |own| own.range());
            // `họp xét ngày 30/11/2020, họp lại ngày 02/12/2020`: the minutes are of one.
            let mut days = DAYS.captures_iter(&text.text[sentence(text.text, &range)]);
            if days.any(|own| day(&own) == Some(date)) {
                continue;
            }
            let words = Wording {
                vi: [
                    format!("cuộc họp ở đây ngày {said}, biên bản ghi ngày {date}"),
                    "ghi đúng ngày họp".into(),
                ],
                en: [
                    format!("the meeting is of {said} here, of {date} in its minutes"),
                    "write the day of the meeting".into(),
                ],
            };
            tell_if(
                Some(Place { subject: paper, text, range }),
                whole(minutes, &format!("{path}.ngay")),
                words,
                found,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_same_person, is_same_venue};

    #[test]
    fn one_person_and_one_place_however_written() {
        let titles = ["đồng chí", "đ/c", "ông", "bà", "ts", "ths"].map(str::to_string);
        for (one, other, same) in [
            ("Đ/c Lê Văn C - Phó Bí thư", "Đồng chí Lê Văn C, Trưởng ban", true),
            ("TS. Lê Văn C", "Đ/c Lê Văn C", true),
            ("Thầy Lê Văn C", "ThS Lê Văn C", true),
            ("Bí thư Đảng ủy Lê Văn C", "Lê Văn C", true),
            ("Các đồng chí Trần Văn Ba, Lê Văn C", "Lê Văn C", true),
            ("Trần Văn Ba và Lê Văn C", "Lê Văn C", true),
            ("Đ/c Lê Văn C - Phó Bí thư", "Lê Văn Cư", false),
            ("Chị Lê Thị Ánh", "Lê Thị Anh", false),
            ("Đồng chí", "Lê Văn C", false),
        ] {
            assert_eq!(is_same_person(one, other, &titles), same, "{one}, {other}");
        }
        for (one, other, same) in [
            ("Hội trường Đảng ủy", "Hội trường Đảng ủy, số 1 đường Hùng Vương", true),
            ("Hội trường Đảng ủy (tầng 2)", "Hội trường Đảng ủy", true),
            ("Hội trường Đảng ủy, tầng 2", "Hội trường Đảng ủy, tầng 3", false),
            ("Hội trường Đảng ủy", "Hội trường tỉnh", false),
        ] {
            assert_eq!(is_same_venue(one, other), same, "{one}, {other}");
        }
    }
}
