//! The rule about deadlines: what a document asks for is due after its date and
//! in the years of its plan, be it a field of an activity or a phrase in prose.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::due::{Due, WHEN};
use super::reading::pattern;
use super::text::{Role, Text, ends_with, holds, sentence};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::documents::Block;
use crate::validate::blocks;
use crate::values::Date;

pub(super) const RULES: &[Rule] = &[Rule::of_document("han-ngoai-nam", Warning, deadlines)];

/// Words of days and deadlines.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TimeWords {
    /// Words before which a weekday stands.
    #[serde(rename = "truoc_thu")]
    pub(super) before_weekday: Vec<String>,
    /// What is counted: `kỳ họp thứ Hai`.
    #[serde(rename = "dem_lan")]
    pub(super) counted: Vec<String>,
    /// What is counted right before its number: `tuần thứ Hai`.
    #[serde(rename = "dem_lien")]
    pub(super) counted_next: Vec<String>,
    /// Words of deadlines.
    #[serde(rename = "han")]
    deadline: DeadlineWords,
    /// Days that bear a name, by day and month; the names in lower case.
    #[serde(rename = "ngay_le", default)]
    pub(super) feasts: BTreeMap<String, Vec<String>>,
}

/// The words by which a deadline is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeadlineWords {
    #[serde(rename = "chac")]
    always: Vec<String>,
    #[serde(rename = "thuong")]
    with_a_task: Vec<String>,
    #[serde(rename = "khoang")]
    within: Vec<String>,
    #[serde(rename = "viec")]
    tasks: Vec<String>,
    #[serde(rename = "khong_phai")]
    other_matters: Vec<String>,
    #[serde(rename = "nam_sau")]
    of_next_year: Vec<String>,
    #[serde(rename = "ke_hoach")]
    plans: Vec<String>,
    #[serde(rename = "ke_lai")]
    reports: Vec<String>,
    #[serde(rename = "lich")]
    schedule: Vec<String>,
    #[serde(rename = "giao_viec")]
    orders: Vec<String>,
    #[serde(rename = "nhin_lai")]
    looks_back: Vec<String>,
    #[serde(rename = "viec_cu")]
    done_before: Vec<String>,
    #[serde(rename = "chuyen_cu")]
    past: Vec<String>,
}

static YEARS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<from>(?:19|20)[0-9]{2})(?:\s*[-–]\s*(?P<to>(?:19|20)[0-9]{2}))?\b"));
/// The hour and the weekday before a day: `trước 16 giờ 30, thứ Sáu, ngày …`.
static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\s(?:lúc\s+)?[0-9]{1,2}\s*(?:giờ|h|g)\s*(?:[0-9]{2}\s*(?:phút)?)?,?\s*(?:sáng|chiều|tối)?,?\s*(?:(?:thứ\s+\p{Ll}+|chủ nhật),?)?\s*$",
    )
});
fn deadlines(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let named = named_years(subject.at("trich_yeu"));
    in_activities(subject, named.as_ref(), found);
    for text in subject.texts.iter().filter(|text| text.role == Role::Body) {
        for (start, paragraph) in text.each_paragraph() {
            for captures in WHEN.captures_iter(paragraph) {
                let range = captures.get_match().range();
                if let Some(due) = Due::read(&captures)
                    && let Some((words, gently)) = in_prose(subject, named.as_ref(), paragraph, &range, &due)
                {
                    let range = start + range.start..start + range.end;
                    if gently {
                        found.remark_at(subject, text, range, words);
                    } else {
                        found.at(subject, text, range, words);
                    }
                }
            }
        }
    }
}

/// The deadlines of activities; without years in the subject line, this year and
/// the next are meant.
fn in_activities(subject: &Subject<'_>, named: Option<&RangeInclusive<i32>>, found: &mut Findings<'_>) {
    let document = subject.document();
    let (own_year, ..) = document.date.parts();
    let years = named.cloned().unwrap_or(own_year..=own_year + 1);
    blocks(document, &mut |block, path| {
        let Block::Activity(activity) = block else { return };
        let Some(due) = activity.deadline.and_then(Due::of) else { return };
        let path = format!("{path}.hoat_dong.han");
        if due.end < document.date {
            found.value(subject, &path, past(&due, document.date));
        } else if due.is_just_after(&years) {
            found.remark(subject, &path, outside(&due, &years));
        } else if !years.contains(&due.year) {
            found.value(subject, &path, outside(&due, &years));
        }
    });
}

/// What is wrong with a time in prose, if it is a deadline; and whether it may
/// well be meant.
fn in_prose(
    subject: &Subject<'_>,
    named: Option<&RangeInclusive<i32>>,
    paragraph: &str,
    range: &Range<usize>,
    due: &Due,
) -> Option<(Wording, bool)> {
    let words = &subject.lexicon.time.deadline;
    let own = subject.document().date;
    let whole = sentence(paragraph, range);
    let (before, after) =
        (paragraph[whole.start..range.start].to_lowercase(), paragraph[range.end..whole.end].trim_start());
    let cue = CLOCK.find(&before).map_or(before.as_str(), |clock| &before[..clock.start()]);
    let mut cue = cue.trim_end();
    for filler in [" là", " vào", " hết", ":"] {
        cue = cue.strip_suffix(filler).unwrap_or(cue).trim_end();
    }
    let led_by = |cues: &[String]| cues.iter().any(|word| ends_with(cue, word));
    let (always, with_a_task) = (led_by(&words.always), led_by(&words.with_a_task));
    let opened = cue.ends_with('(');
    let scheduled = is_schedule(cue, &words.schedule);
    if !(always || with_a_task || scheduled || led_by(&words.within)) || opened != after.starts_with(')') {
        return None;
    }
    let lower = paragraph[whole].to_lowercase();
    let any = |list: &[String]| list.iter().any(|word| holds(&lower, word));
    let order = words.orders.iter().find(|order| begins_with(last_clause(&before), order));
    // `ban hành kế hoạch` orders; `văn bản ban hành` tells of the past.
    // `tổng kết cuộc bầu cử` is asked for; `trước ngày bầu cử` is another matter.
    let is_order = |word: &String| {
        let object = EVENTS.contains(&word.as_str()) && holds(last_clause(&before), word);
        due.end < own && order.is_some_and(|order| object || begins_with(order, word))
    };
    if words.other_matters.iter().any(|word| holds(&lower, word) && !is_order(word)) {
        return None;
    }
    let is_listed = |list: &[String]| list.contains(&subject.kind.folder);
    if due.end < own {
        if looks_back(&before, own, words) {
            return None;
        }
        let tasked = words.tasks.iter().any(|task| holds(&before, task));
        // `hồ sơ nộp trước ngày … tiếp tục giải quyết` sorts, it does not ask.
        let closes = after.is_empty() || after.starts_with([',', ')']) || after.starts_with("để ");
        let plan = is_listed(&words.plans) && (closes || after.starts_with('('));
        let told = || {
            let mut of_past = words.past.iter().chain(&words.done_before);
            of_past.any(|word| holds(&lower, word) && !is_order(word))
                || words.looks_back.iter().any(|word| holds(&before, word))
        };
        let ordered = || order.is_some() && closes && is_of_own_year(due, own, cue, words) && !told();
        let invited = subject.kind.folder == "giay-moi" && scheduled;
        let planned = plan && (scheduled || ordered()) || invited;
        let asks = always || (with_a_task && tasked && closes) || planned;
        return (asks && !is_listed(&words.reports)).then(|| (past(due, own), false));
    }
    let years = named.filter(|years| *years.end() >= own.parts().0 && is_listed(&words.plans))?;
    if due.year <= *years.end() || any(&words.of_next_year) {
        return None;
    }
    Some((outside(due, years), due.is_just_after(years)))
}

/// What a plan may ask to be summed up or reported on.
const EVENTS: [&str; 4] = ["bầu cử", "đại hội", "kỷ niệm", "nhiệm kỳ"];

/// Whether a sentence is the line of a plan that says when: `Thời gian: quý II/2019`.
fn is_schedule(cue: &str, schedule: &[String]) -> bool {
    let bare = cue.trim_matches(|c: char| !c.is_alphabetic());
    let bare = ["trong", "trước", "vào"].iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    let bare = bare.trim_end_matches(|c: char| !c.is_alphabetic());
    schedule.iter().any(|word| word == bare)
}

/// Whether a text begins with a phrase in whole words.
fn begins_with(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// What stands in a clause without its dash or number: `- a) giao chỉ tiêu`.
fn bare(clause: &str) -> &str {
    let clause = clause.trim_start_matches(|c: char| !c.is_alphabetic());
    let mut signs = clause.chars();
    match (signs.next(), signs.next()) {
        (Some(_), Some(')')) => signs.as_str().trim_start(),
        _ => clause,
    }
}

/// The clause in which a text ends.
fn last_clause(before: &str) -> &str {
    bare(before.rsplit([',', ';', ':']).next().unwrap_or_default())
}

/// Whether a sentence speaks by its head of what is over: `Kiểm tra hồ sơ nộp trước ngày …`,
/// `Năm 2025, 14 ấp làm xong trước ngày …`.
fn looks_back(before: &str, own: Date, words: &DeadlineWords) -> bool {
    let head = bare(before);
    let year = head.strip_prefix("trong ").unwrap_or(head).strip_prefix("năm ");
    let year = year.and_then(|rest| rest.get(..4)).and_then(|year| year.parse::<i32>().ok());
    year.is_some_and(|year| year < own.parts().0)
        || words.looks_back.iter().any(|word| begins_with(head, word))
}

/// Whether a day before the document is of its own year, or lies ahead in that year, so that
/// only its year can be wrong: `đối chiếu trước ngày 15/10/2025` in a plan of 09/9/2026. The
/// first and the last day of something may be those of a law or of a count.
fn is_of_own_year(due: &Due, own: Date, cue: &str, words: &DeadlineWords) -> bool {
    let (own_year, own_month, own_day) = own.parts();
    let (year, month, day) = due.end.parts();
    let is_day = !due.written.to_lowercase().starts_with(['t', 'q']);
    let of_law = is_day && (day == 1 || (month, day) == (12, 31));
    let led = words.with_a_task.iter().any(|word| ends_with(cue, word)) && is_day
        || ends_with(cue, "trong") && !is_day;
    let lies_ahead = (own_year - 2..own_year).contains(&year) && (month, day) >= (own_month, own_day);
    led && !of_law && (year == own_year || lies_ahead)
}

fn past(due: &Due, own: Date) -> Wording {
    let due = &due.written;
    Wording {
        vi: [
            format!("thời hạn {due} đã qua khi văn bản ban hành, ngày {own}"),
            "xem lại năm, tháng của thời hạn".into(),
        ],
        en: [
            format!("the deadline {due} is past on the day of the document, {own}"),
            "check its year and month".into(),
        ],
    }
}

fn outside(due: &Due, years: &RangeInclusive<i32>) -> Wording {
    let due = &due.written;
    let span = if years.start() == years.end() {
        years.start().to_string()
    } else {
        format!("{}–{}", years.start(), years.end())
    };
    Wording {
        vi: [
            format!("thời hạn {due} nằm ngoài năm của kế hoạch, {span}"),
            "xem lại năm của thời hạn, hoặc năm trong trích yếu".into(),
        ],
        en: [
            format!("the deadline {due} lies outside the years of the plan, {span}"),
            "check its year, or the year in the subject line".into(),
        ],
    }
}

/// The years that the subject line names.
fn named_years(subject_line: Option<&Text<'_>>) -> Option<RangeInclusive<i32>> {
    let line = subject_line.map_or("", |text| text.text);
    let named = YEARS.captures_iter(line).flat_map(|captures| {
        ["from", "to"].map(|name| captures.name(name).and_then(|year| year.as_str().parse::<i32>().ok()))
    });
    let named: Vec<i32> = named.flatten().collect();
    Some(*named.iter().min()?..=*named.iter().max()?)
}
