//! In: a sentence that names a body, and the body's last day. Out: whether the
//! sentence speaks of the past, where the old name is the right one.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::reading::pattern;
use super::text::{at_words, ends_with, head, holds, sentence, tail};
use super::when::{DAYS, day};
use crate::values::Date;

/// `năm 2019`, `tháng 12/2024`, `nhiệm kỳ 2020 - 2025`.
static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:năm|nhiệm kỳ|giai đoạn)\s+|tháng\s+[0-9]{1,2}/)(?P<from>(?:19|20)[0-9]{2})(?:\s*[-–]\s*(?P<to>(?:19|20)[0-9]{2}))?\b",
    )
});
/// `trước ngày 01/7/2025`, `trước tháng 7/2025`, `trước năm 2025`.
static UNTIL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\btrước\s+(?:ngày\s+(?P<d>[0-9]{1,2})/)?(?:tháng\s+)?(?:(?P<m>[0-9]{1,2})/)?(?:năm\s+)?(?P<y>(?:19|20)[0-9]{2})\b",
    )
});
/// A former holder of a position; `tài nguyên` and `nguyên tắc` are none.
static FORMER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s,(])nguyên\s+(?:là\s+)?(?:(?:bí thư|phó|chủ tịch|chủ nhiệm|trưởng|giám đốc|[uủ][ỷy] viên|chánh|lãnh đạo|cán bộ|công chức|chuyên viên|hiệu trưởng|thường trực|tổng|thư ký|thành viên|đảng viên|đại biểu|thủ trưởng)\b|$)",
    )
});

/// The words by which a sentence shows that it speaks of the past.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PastWords {
    /// An origin: what a place was called then.
    #[serde(rename = "nguon_goc")]
    origins: Vec<String>,
    /// How bodies end.
    #[serde(rename = "ket_thuc")]
    endings: Vec<String>,
    /// In those days.
    #[serde(rename = "hoi_ay")]
    then: Vec<String>,
    /// What somebody was once.
    #[serde(rename = "tung")]
    once: Vec<String>,
    /// Books, right before the name of the body they are about.
    #[serde(rename = "tac_pham")]
    works: Vec<String>,
    /// What a body leaves behind, right before its name.
    #[serde(rename = "de_lai")]
    remains: Vec<String>,
    /// What keeps the name of a former place, right before it.
    #[serde(rename = "mang_ten")]
    named_after: Vec<String>,
    /// What is asked only of a body that is there.
    #[serde(rename = "viec_nay")]
    tasks: Vec<String>,
    /// Those that are asked now, even after a time that is over.
    #[serde(rename = "viec_giao")]
    orders: Vec<String>,
    /// What looks like such a task and is none.
    #[serde(rename = "khac_viec")]
    no_tasks: Vec<String>,
}

impl PastWords {
    fn asks(&self, text: &str) -> bool {
        self.holds(&self.tasks, text)
    }

    /// Whether a text ends with a word that asks for something now.
    pub(super) fn is_order(&self, before: &str) -> bool {
        self.orders.iter().any(|word| ends_with(before, word))
    }

    fn holds(&self, words: &[String], text: &str) -> bool {
        let plain = self.no_tasks.iter().fold(text.to_string(), |text, other| text.replace(other, ""));
        words.iter().any(|word| holds(&plain, word))
    }

    /// Whether one of these words stands before the name and nothing is asked
    /// in between.
    fn lead(&self, words: &[String], before: &str) -> bool {
        words.iter().any(|word| {
            at_words(before, word).last().is_some_and(|at| !self.asks(&before[at + word.len()..]))
        })
    }
}

/// How much of a text around a name is looked at, in bytes.
const AROUND: usize = 1_200;

/// Whether the words around a name show that the past is meant: a quotation, a
/// citation, a term that is over, `(cũ)`. `lower` is in lower case; the body
/// ended on `until`, the document is of `own`.
pub(super) fn is_history(past: &PastWords, lower: &str, name: &Range<usize>, until: Date, own: Date) -> bool {
    // Nobody looks farther than this; a text may have no stop.
    let (lead, rest) = (tail(&lower[..name.start], AROUND), head(&lower[name.end..], AROUND));
    let from = name.start - lead.len();
    let lower = &lower[from..name.end + rest.len()];
    let name = &(lead.len()..name.end - from);
    let Range { start, end } = sentence(lower, name);
    let (before, after) = (lower[start..name.start].trim(), lower[name.end..end].trim());
    // What is told of an end reaches over semicolons.
    let whole_start = lower[..name.start].rfind(['.', '\n']).map_or(0, |stop| stop + 1);
    let whole = &lower[whole_start..end];
    let right_before = |words: &[String]| {
        words.iter().any(|word| {
            let last = at_words(before, word).last();
            last.is_some_and(|at| self::words(&before[at + word.len()..]) <= 3)
        })
    };
    // `(trước đây)`, `(nay là Sở Tài chính)` right behind it.
    let told = after.strip_prefix('(').unwrap_or(after);
    before.matches('“').count() > before.matches('”').count()
        || ["cũ", "trước đây", "nay là", "nay thuộc"].iter().any(|word| told.starts_with(word))
        || after.contains("(cũ)")
        || after.contains(" cũ)")
        || before.contains("trước đây")
        || past.origins.iter().any(|word| holds(before, word))
        || past.endings.iter().any(|word| holds(whole, word))
        || past.lead(&past.then, before)
        || past.lead(&past.once, before)
        || right_before(&past.works)
        // The bridge in `yêu cầu` is none.
        || past.remains.iter().chain(&past.named_after).any(|word| ends_with(before, word)) && !past.is_order(before)
        || FORMER.find(before).is_some_and(|former| !past.asks(&before[former.end()..]))
        || is_before_end(before, after, own)
        || is_dated(past, before, after, until, own)
        || is_issued_then(past, before, until)
        || is_numbered_then(past, before, until)
        || is_long_ago(whole, until, own)
        || is_of_past_years(past, before, after, until, own)
}

/// `Trước ngày 01/7/2025, …`, not a day that is still to come.
fn is_before_end(before: &str, after: &str, own: Date) -> bool {
    let past = |text: &str| {
        UNTIL.captures_iter(text).any(|captures| {
            let part = |name: &str| captures.name(name).and_then(|part| part.as_str().parse::<u32>().ok());
            let (year, month, day) = own.parts();
            let then = (part("y").unwrap_or_default(), part("m").unwrap_or(1), part("d").unwrap_or(1));
            then <= (u32::try_from(year).unwrap_or_default(), month, day)
        })
    };
    past(before)
        || UNTIL.find(after).is_some_and(|hit| words(&after[..hit.start()]) <= 3 && past(hit.as_str()))
}

/// `… cấp ngày 12/5/2021`, `… xét xử sơ thẩm năm 2022`, `(2023)`: what the body did
/// while it was there, unless the sentence asks for it now.
fn is_dated(words_of: &PastWords, before: &str, after: &str, until: Date, own: Date) -> bool {
    let near = |at: usize| words(&after[..at]) <= 7 && !words_of.asks(&after[..at]);
    let on_a_day = DAYS.captures_iter(after).next().is_some_and(|captures| {
        let between = &after[..captures.get_match().start()];
        let last = if between.ends_with("trước ") { own } else { until };
        near(between.len()) && day(&captures).is_some_and(|date| date <= last)
    });
    let in_a_year = YEARS.captures(after).is_some_and(|captures| {
        let year = captures.name("from").and_then(|year| year.as_str().parse::<i32>().ok());
        near(captures.get_match().start()) && year.is_some_and(|year| year < until.parts().0)
    });
    let in_brackets = after.strip_prefix('(').and_then(|year| year.get(..5)).is_some_and(|year| {
        year.ends_with(')') && year[..4].parse::<i32>().is_ok_and(|year| year <= until.parts().0)
    });
    in_brackets || (on_a_day || in_a_year) && !words_of.holds(&words_of.orders, before)
}

/// `Kế hoạch số 27-KH/ĐUK, ngày 19/3/2020 của …`: who issued a paper then; or a
/// sentence that begins with a day of that time.
fn is_issued_then(past: &PastWords, before: &str, until: Date) -> bool {
    let last = DAYS.captures_iter(before).last();
    last.is_some_and(|captures| {
        let hit = captures.get_match();
        let between = before[hit.end()..].trim_start();
        // A comma ends the issuer, but for the one in this name.
        let plain = between.replace("hóa, thể thao", "").replace("hoá, thể thao", "");
        let issuer = between.starts_with("của") && !plain.contains(',');
        let opens = words(&before[..hit.start()]) <= 1 && words(between) <= 3;
        day(&captures).is_some_and(|date| date <= until) && (issuer || opens && !past.asks(between))
    })
}

/// A body that ended so many years before the document is named in a sentence about its
/// time by any year of it.
const LONG_AGO_YEARS: f64 = 5.0;

fn is_long_ago(sentence: &str, until: Date, own: Date) -> bool {
    let years = sentence.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    own.years_from(until) > LONG_AGO_YEARS
        && years
            .filter_map(|year| year.parse().ok())
            .any(|year: i32| (1900..=until.parts().0).contains(&year))
}

/// `Thông tư số 02/2019/TT-BKHĐT của …`: the year of a paper stands in its symbol.
fn is_numbered_then(past: &PastWords, before: &str, until: Date) -> bool {
    let Some((paper, between)) = before.rsplit_once(" của") else { return false };
    let symbol = paper.rsplit(' ').next().unwrap_or_default();
    let year =
        symbol.split('/').nth(1).filter(|year| year.len() == 4).and_then(|year| year.parse::<i32>().ok());
    year.is_some_and(|year| year <= until.parts().0) && !past.asks(between)
}

/// `… năm 2019`, `nhiệm kỳ 2020 - 2025`, close before or after the name.
fn is_of_past_years(words_of: &PastWords, before: &str, after: &str, until: Date, own: Date) -> bool {
    let (last, today) = (until.parts().0, own.parts().0);
    let past = |text: &str| {
        YEARS.captures(text).is_some_and(|captures| {
            let year = |name: &str| captures.name(name).and_then(|year| year.as_str().parse::<i32>().ok());
            let from = year("from").unwrap_or(today);
            from <= last && year("to").map_or(from < today, |to| to <= today)
        })
    };
    let follows = YEARS.find(after).filter(|hit| words(&after[..hit.start()]) <= 3);
    let precedes = YEARS.find_iter(before).last().filter(|hit| {
        let (lead, between) = (&before[..hit.start()], before[hit.end()..].trim_start());
        let tied = ["của", "tại", "ở"].iter().any(|word| between.starts_with(word));
        let clause = lead.rsplit(',').next().unwrap_or_default();
        let length = words(between);
        // A sentence that begins with its year is all about it: who worked with
        // whom is told, not asked.
        if words(lead) <= 3 {
            return !words_of.holds(&words_of.orders, between);
        }
        length <= 6 && (tied || words(clause) <= 3) && !words_of.asks(between)
    });
    [follows, precedes].into_iter().flatten().any(|hit| past(hit.as_str()))
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::{PastWords, is_history};

    #[test]
    fn the_past_is_told_from_the_present() {
        let table = include_str!("../../templates/the-thuc/bang/chuyen-cu.toml");
        let past_words: PastWords = toml::from_str(table).unwrap();
        let [until, own] = ["30/6/2025", "19/3/2026"].map(|day| day.parse().unwrap());
        let name = "tỉnh trà vinh";
        for (text, past) in [
            ("nguyên bí thư đảng ủy xã, tỉnh trà vinh", true),
            ("quê quán: xã long đức, tỉnh trà vinh", true),
            ("sau khi sáp nhập tỉnh trà vinh vào tỉnh vĩnh long", true),
            ("trước ngày 01/7/2025, tỉnh trà vinh có 9 huyện", true),
            ("kết quả của tỉnh trà vinh năm 2019", true),
            ("đảng bộ tỉnh trà vinh lần thứ xi, nhiệm kỳ 2020 - 2025", true),
            ("năm 2019, tỉnh trà vinh có 9 huyện", true),
            ("kế hoạch số 27-kh/đuk, ngày 19/3/2020 của đảng ủy khối các cơ quan tỉnh trà vinh", true),
            ("tỉnh trà vinh và tỉnh bến tre (cũ)", true),
            ("phối hợp với tỉnh trà vinh", false),
            ("tỉnh trà vinh trước ngày 01/7/2025 có 9 huyện", true),
            ("trước ngày 31/12/2026, tỉnh trà vinh báo cáo", false),
            ("kế hoạch ngày 19/3/2020 của tỉnh ủy, đề nghị tỉnh trà vinh báo cáo", false),
            ("kế hoạch ngày 19/3/2026 của tỉnh trà vinh", false),
            ("tỉnh trà vinh báo cáo kết quả thực hiện năm 2025", false),
            ("thực hiện kế hoạch công tác năm 2025, đề nghị tỉnh trà vinh", false),
            ("nhiệm kỳ 2025 - 2030, tỉnh trà vinh phấn đấu", false),
            ("nguyên tắc tập trung, tỉnh trà vinh", false),
            ("năm 2024, tỉnh ủy trà vinh, tỉnh ủy bến tre và tỉnh trà vinh đã ban hành 15 văn bản", true),
            ("căn cứ chỉ thị số 45-ct/tw, cuối năm 2024 tỉnh trà vinh đã hướng dẫn", true),
            ("tại thời điểm tháng 12/2024, sở nội vụ và tỉnh trà vinh đã bàn giao", true),
            ("hồi đó, tỉnh trà vinh có 18 xã", true),
            ("đồng chí từng giữ chức trưởng ban dân vận, bí thư tỉnh trà vinh", true),
            ("đồng chí từng giữ chức trưởng ban, nay giao tỉnh trà vinh báo cáo", false),
            ("nhiệm kỳ qua, đảng bộ tỉnh trà vinh đạt 18/21 chỉ tiêu", true),
            ("lịch sử đảng bộ tỉnh trà vinh (1930 – 2025) được tái bản", true),
            ("trước khi kết thúc hoạt động, huyện ủy bàn giao; tỉnh trà vinh tiếp nhận", true),
            ("tài liệu của tỉnh trà vinh được số hóa", true),
            ("năm 2025, đề nghị tỉnh trà vinh báo cáo", false),
            ("đất tại tỉnh trà vinh (nay thuộc tỉnh vĩnh long) đã đo", true),
            ("tỉnh trà vinh (nay là tỉnh vĩnh long) đã thẩm định", true),
            ("tỉnh trà vinh (trước đây) đã ban hành", true),
            ("tỉnh trà vinh (nay có 9 huyện) đã ban hành", false),
            ("trên cơ sở nhập tỉnh trà vinh và tỉnh bến tre", true),
            ("nhập toàn bộ diện tích tỉnh trà vinh thành tỉnh mới", true),
            ("sắp xếp tỉnh trà vinh và tỉnh bến tre thành tỉnh mới", true),
            ("phường được hình thành từ tỉnh trà vinh và xã vĩnh trạch", true),
            ("thu nhập của tỉnh trà vinh tăng", false),
            ("sắp xếp tài liệu, gửi tỉnh trà vinh", false),
            ("giai đoạn 2021 – 2025, ban dân tộc phối hợp với tỉnh trà vinh đào tạo nghề", true),
            ("giấy phép do tỉnh trà vinh cấp ngày 12/5/2021", true),
            ("do tỉnh trà vinh đã cấp giấy chứng nhận trước ngày 01/7/2025 vẫn có giá trị", true),
            ("tỉnh trà vinh xét xử sơ thẩm năm 2022", true),
            ("nguồn: tỉnh trà vinh (2023)", true),
            ("đề nghị tỉnh trà vinh rà soát số liệu năm 2024", false),
            ("tỉnh trà vinh hoàn thành trước ngày 30/6/2026", false),
            ("tỉnh trà vinh rà soát giấy phép cấp ngày 12/5/2026", false),
            ("thông tư ngày 30/12/2013 của bộ trưởng bộ văn hóa, thể thao và tỉnh trà vinh", true),
            ("thông tư số 02/2019/tt-btv của tỉnh trà vinh", true),
            ("thông tư số 02/2019/tt-btv của bộ trưởng, đề nghị tỉnh trà vinh", false),
            ("thông tư số 02/2026/tt-btv của tỉnh trà vinh", false),
            ("trường trung học phổ thông tỉnh trà vinh đạt chuẩn", true),
            ("khu di tích tỉnh trà vinh thời kỳ kháng chiến", true),
        ] {
            let at = text.find(name).unwrap();
            assert_eq!(is_history(&past_words, text, &(at..at + name.len()), until, own), past, "{text}");
        }
    }
}
