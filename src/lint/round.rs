//! The rule that the papers of one round of recognition agree: invitation, minutes,
//! submission and decision, known by what their subjects say is recognised.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::reading::{folded, pattern, words};
use super::text::{Text, sentence};
use super::when::{DAY, DAYS, day};
use super::{Check, Findings, Place, Rule, Subject, round_counts};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::documents::{Block, Meeting};
use crate::validate;
use crate::values::{Date, Number, comparable, one_line};

pub(super) const RULES: &[Rule] =
    &[Rule { id: "dot-xet", severity: Warning, check: Check::Workspace(agree) }];

/// `họp xét ngày 02/12/2020`, `biên bản họp ngày 02 tháng 12 năm 2020`.
static MET: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\bhọp(?:\s+xét)?,?\s+ngày\s+(?P<day>{DAY})\b")));

/// The papers of a round, each the only one of its kind.
#[derive(Default)]
pub(super) struct Round<'s, 'a> {
    invitation: Option<&'s Subject<'a>>,
    pub(super) minutes: Option<&'s Subject<'a>>,
    pub(super) submission: Option<&'s Subject<'a>>,
    pub(super) decision: Option<&'s Subject<'a>>,
    /// The year whose models it is about.
    pub(super) year: i32,
}

/// What is recognised, and of which year: `công nhận mô hình “Dân vận khéo” năm 2020`.
fn recognised(subject: &Subject<'_>) -> Option<(String, i32)> {
    let told = folded(&one_line(&subject.document().subject));
    let what = &told[told.find("công nhận")?..];
    let years = words(what).filter(|(_, word)| word.len() == 4).filter_map(|(_, word)| word.parse().ok());
    let year = { years }.next().unwrap_or(subject.document().date.parts().0);
    Some((comparable(what), year))
}

/// Where there are two papers of a kind, nobody knows which of them is meant.
fn rounds<'s, 'a>(subjects: &'s [Subject<'a>]) -> Vec<Round<'s, 'a>> {
    let mut all: BTreeMap<_, Vec<&Subject<'_>>> = BTreeMap::new();
    for subject in subjects {
        if let Some(key) = recognised(subject) {
            all.entry(key).or_default().push(subject);
        }
    }
    let round = |((_, year), papers): ((String, i32), Vec<&'s Subject<'a>>)| {
        let only = |folder: &str| {
            let mut of = papers.iter().copied().filter(|paper| paper.kind.folder == folder);
            of.next().filter(|_| of.next().is_none())
        };
        Round {
            invitation: only("giay-moi"),
            minutes: only("bien-ban"),
            submission: only("to-trinh"),
            decision: only("quyet-dinh"),
            year,
        }
    };
    all.into_iter().map(round).collect()
}

fn agree(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    for round in rounds(subjects) {
        let invited = round.invitation.and_then(|paper| Some((paper, meeting(paper)?)));
        let held = round.minutes.and_then(|paper| Some((paper, meeting(paper)?)));
        if let (Some(invited), Some(held)) = (&invited, &held) {
            as_invited(invited, held, found);
        }
        if let Some((minutes, (path, own))) = &held {
            signed_by(minutes, path, own, found);
            for paper in [round.submission, round.decision].into_iter().flatten() {
                met_on(paper, (minutes, path, own.date), found);
            }
        }
        in_order(&round, invited.as_ref(), held.as_ref(), found);
        submitted(&round, found);
        round_counts::agree(&round, found);
    }
}

/// A paper with the particulars of its meeting and where they stand in it.
type Met<'s, 'a> = (&'s Subject<'a>, (String, Meeting));

fn meeting(paper: &Subject<'_>) -> Option<(String, Meeting)> {
    let mut met = None;
    validate::blocks(paper.document(), &mut |block, path| {
        if let (Block::Meeting(own), None) = (block, &met) {
            met = Some((format!("{path}.cuoc_hop"), Meeting::clone(own)));
        }
    });
    met
}

/// The whole text at a path.
fn whole<'s, 'a>(subject: &'s Subject<'a>, path: &str) -> Option<Place<'s, 'a>> {
    let text: &Text<'a> = subject.at(path)?;
    Some(Place { subject, text, range: 0..text.text.len() })
}

pub(super) fn tell(one: &Place<'_, '_>, other: &Place<'_, '_>, words: Wording, found: &mut Findings<'_>) {
    found.against(one, other, words, ["chỗ kia", "the other place"]);
}

/// The same where both values were written.
fn tell_if(
    one: Option<Place<'_, '_>>,
    other: Option<Place<'_, '_>>,
    words: Wording,
    found: &mut Findings<'_>,
) {
    if let Some((one, other)) = one.zip(other) {
        tell(&one, &other, words, found);
    }
}

/// The meeting was held as the invitation said.
fn as_invited(invited: &Met<'_, '_>, held: &Met<'_, '_>, found: &mut Findings<'_>) {
    let ((invitation, (there, said)), (minutes, (here, own))) = (invited, held);
    let time = |meeting: &Meeting| format!("{:?}", meeting.opening);
    let chair = |meeting: &Meeting| meeting.chair.as_deref().map(named);
    let both_chairs = chair(said).is_some() && chair(own).is_some();
    for (key, differs, what) in [
        ("ngay", said.date != own.date, ["ngày họp", "the day"]),
        ("bat_dau", time(said) != time(own), ["giờ họp", "the hour"]),
        ("dia_diem", !is_same_venue(&said.venue, &own.venue), ["địa điểm", "the place"]),
        ("chu_tri", both_chairs && chair(said) != chair(own), ["người chủ trì", "who chairs"]),
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

/// The letters of a person's name: `Đồng chí Lê Văn C, Trưởng ban`.
fn named(person: &str) -> String {
    let person = person.split(" - ").next().unwrap_or_default();
    let name = one_line(person.split([',', '–', '(']).next().unwrap_or_default());
    let lower = name.to_lowercase();
    let title = ["đồng chí ", "đ/c ", "ông ", "bà "].into_iter().find(|title| lower.starts_with(title));
    folded(name.get(title.map_or(0, str::len)..).unwrap_or(&name))
}

/// Minutes are signed by who chaired and who wrote them.
fn signed_by(minutes: &Subject<'_>, path: &str, own: &Meeting, found: &mut Findings<'_>) {
    let document = minutes.document();
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
        if who.as_deref().is_some_and(|who| named(who) != named(&signer.name)) {
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

/// Invitation, meeting, submission, decision: none is of a day before the last.
fn in_order(
    round: &Round<'_, '_>,
    invited: Option<&Met<'_, '_>>,
    held: Option<&Met<'_, '_>>,
    found: &mut Findings<'_>,
) {
    let met = held.or(invited).map(|(paper, (path, own))| (*paper, own.date, format!("{path}.ngay")));
    let steps = [
        dated_as(round.invitation, "giấy mời", "the invitation"),
        met.map(|(paper, date, path)| Step { paper, date, path, names: ["cuộc họp", "the meeting"] }),
        dated_as(round.submission, "tờ trình", "the submission"),
        dated_as(round.decision, "quyết định", "the decision"),
    ];
    let steps: Vec<Step<'_, '_>> = steps.into_iter().flatten().collect();
    for pair in steps.windows(2) {
        let [before, after] = pair else { continue };
        if after.date < before.date {
            let ([first, first_en], [second, second_en]) = (before.names, after.names);
            let words = Wording {
                vi: [
                    format!("{second} ngày {}, trước {first} ngày {}", after.date, before.date),
                    "giấy mời, cuộc họp, tờ trình, quyết định theo thứ tự ấy: xem lại ngày".into(),
                ],
                en: [
                    format!("{second_en} is of {}, before {first_en}, {}", after.date, before.date),
                    "invitation, meeting, submission, decision follow each other: look at the days".into(),
                ],
            };
            tell_if(whole(after.paper, &after.path), whole(before.paper, &before.path), words, found);
        }
    }
}

/// A step of a round, with the place of its day.
struct Step<'s, 'a> {
    paper: &'s Subject<'a>,
    date: Date,
    path: String,
    names: [&'static str; 2],
}

fn dated_as<'s, 'a>(
    paper: Option<&'s Subject<'a>>,
    vi: &'static str,
    en: &'static str,
) -> Option<Step<'s, 'a>> {
    let paper = paper.filter(|paper| !paper.document().presentation.blank_day)?;
    Some(Step { paper, date: paper.document().date, path: "ngay".into(), names: [vi, en] })
}

/// A later paper speaks of the day of the meeting.
fn met_on(paper: &Subject<'_>, held: (&Subject<'_>, &str, Date), found: &mut Findings<'_>) {
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

/// A decision rests on the submission of its round, if it names one of that body.
fn submitted(round: &Round<'_, '_>, found: &mut Findings<'_>) {
    let (Some(decision), Some(submission)) = (round.decision, round.submission) else { return };
    let own = submission.document();
    let Some(number) = own.number.map(Number::plain) else { return };
    let code = submission.kind.code_on(own.date, own.system());
    let of_body = decision.citations.iter().filter(|cited| {
        cited.symbol.code == code && comparable(&cited.symbol.body) == comparable(&own.body.code)
    });
    let cited: Vec<_> = of_body.collect();
    if cited.iter().any(|cited| cited.symbol.number.parse() == Ok(number)) {
        return;
    }
    if let Some(first) = cited.first() {
        let words = Wording {
            vi: [format!("tờ trình của đợt này là số {number}"), "ghi đúng số, ngày của tờ trình ấy".into()],
            en: [
                format!("the submission of this round is number {number}"),
                "write its number and day".into(),
            ],
        };
        let one =
            Place { subject: decision, text: &decision.texts[first.text], range: first.symbol_range.clone() };
        tell_if(Some(one), whole(submission, "so"), words, found);
    }
}

#[cfg(test)]
mod tests {
    use super::{is_same_venue, named};

    #[test]
    fn one_person_and_one_place_however_written() {
        assert_eq!(named("Đ/c Lê Văn C - Phó Bí thư"), named("Đồng chí Lê Văn C, Trưởng ban"));
        assert_ne!(named("Đ/c Lê Văn C - Phó Bí thư"), named("Lê Văn Cư"));
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
