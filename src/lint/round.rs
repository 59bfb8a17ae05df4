//! The rule that the papers of one round of recognition agree: invitation, minutes,
//! submission and decision, known by what their subjects say is recognised.

use std::collections::BTreeMap;

use super::reading::{folded, words};
use super::round_meeting::{self as meeting, Met};
use super::{Findings, Place, Rule, Subject, round_counts};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::{Date, Number, comparable, one_line};

pub(super) const RULES: &[Rule] = &[Rule::of_workspace("dot-xet", Warning, agree)];

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
    for paper in subjects {
        if let Some((path, own)) = meeting::of(paper) {
            meeting::in_time(paper, &path, &own, found);
            meeting::signed_by(paper, &path, &own, found);
        }
    }
    for round in rounds(subjects) {
        let invited = round.invitation.and_then(|paper| Some((paper, meeting::of(paper)?)));
        let held = round.minutes.and_then(|paper| Some((paper, meeting::of(paper)?)));
        if let (Some(invited), Some(held)) = (&invited, &held) {
            meeting::as_invited(invited, held, found);
        }
        if let Some((minutes, (path, own))) = &held {
            for paper in [round.submission, round.decision].into_iter().flatten() {
                meeting::met_on(paper, (minutes, path, own.date), found);
            }
        }
        in_order(&round, invited.as_ref(), held.as_ref(), found);
        submitted(&round, found);
        round_counts::agree(&round, found);
    }
}

/// The whole text at a path.
pub(super) fn whole<'s, 'a>(subject: &'s Subject<'a>, path: &str) -> Option<Place<'s, 'a>> {
    Some(Place::whole(subject, subject.at(path)?))
}

pub(super) fn tell(one: &Place<'_, '_>, other: &Place<'_, '_>, words: Wording, found: &mut Findings<'_>) {
    found.against(one, other, words, ["chỗ kia", "the other place"]);
}

/// The same where both values were written.
pub(super) fn tell_if(
    one: Option<Place<'_, '_>>,
    other: Option<Place<'_, '_>>,
    words: Wording,
    found: &mut Findings<'_>,
) {
    if let Some((one, other)) = one.zip(other) {
        tell(&one, &other, words, found);
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
        // An invitation is held against its own meeting by itself.
        let told = invited.is_some_and(|(paper, (_, own))| {
            std::ptr::eq(*paper, before.paper) && own.date < before.date && own.date == after.date
        });
        if after.date < before.date && !told {
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
