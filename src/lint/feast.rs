//! Days that bear a name, and the day that stands right beside it: `Ngày Nhà giáo Việt Nam
//! 22/11`. A part of the rule `ngay-trong-bai`.

use super::text::{at_words, lowered};
use super::{Findings, Subject};
use crate::diagnostic::Wording;

/// The year of an event is its own; that of a feast lies far back.
const FAR_BACK: i32 = 5;

pub(super) fn feasts(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let own_year = subject.document().date.parts().0;
    for text in subject.prose().filter(|text| text.text.contains('/')) {
        let lower = lowered(text.text);
        for (right, names) in &subject.lexicon.time.feasts {
            for name in names {
                for at in at_words(&lower, name) {
                    let end = at + name.len();
                    let rest = &lower[end..];
                    let start = end + rest.len() - rest.trim_start_matches([' ', '(']).len();
                    let Some((day, length, year)) = day_beside(&lower[start..]) else { continue };
                    // `họp mặt Ngày Nhà giáo Việt Nam 19/11/2020` may tell when they met.
                    let of_feast =
                        year.is_none_or(|year| year < own_year - FAR_BACK) || lower[end..start].contains('(');
                    if start == end || !of_feast || day_beside(right).is_some_and(|(right, ..)| right == day)
                    {
                        continue;
                    }
                    let (written, feast) = (&text.text[start..start + length], &text.text[at..end]);
                    let words = Wording {
                        vi: [
                            format!("{feast} là {right}, ở đây ghi {written}"),
                            "xem lại ngày, tháng".into(),
                        ],
                        en: [
                            format!("{feast} is on {right}, not on {written}"),
                            "check day and month".into(),
                        ],
                    };
                    found.at(subject, text, start..start + length, words);
                }
            }
        }
    }
}

/// Day and month at the beginning of a text, how long they are as written, and the year
/// behind them, if any.
fn day_beside(text: &str) -> Option<((u32, u32), usize, Option<i32>)> {
    let length = text.find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(text.len());
    let written = text[..length].trim_end_matches('/');
    let parts: Vec<_> = written.split('/').collect();
    let (day, month) = (parts.first()?.parse().ok()?, parts.get(1)?.parse().ok()?);
    let year = parts.get(2).map(|year| year.parse());
    let is_day = parts.len() < 4 && (1..=31).contains(&day) && (1..=12).contains(&month);
    let year = year.transpose().ok().filter(|_| is_day)?;
    Some(((day, month), written.len(), year))
}

#[cfg(test)]
mod tests {
    use super::day_beside;

    #[test]
    fn days_at_the_beginning() {
        for (text, found) in [
            ("20/11", Some(((20, 11), 5, None))),
            ("03/02/1930 - 03/02/2020", Some(((3, 2), 10, Some(1930)))),
            ("15/10.", Some(((15, 10), 5, None))),
            ("của", None),
            ("32/11", None),
            ("20", None),
            ("1/2/3/4", None),
        ] {
            assert_eq!(day_beside(text), found, "{text}");
        }
    }
}
