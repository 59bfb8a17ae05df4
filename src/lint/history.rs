//! In: a sentence that names a body, and the body's last day. Out: whether the
//! sentence speaks of the past, where the old name is the right one.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::citation::pattern;
use crate::values::Date;

/// `ngày 19/3/2020`, `ngày 19 tháng 3 năm 2020`.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:ngày\s+)?\b(?P<d>[0-9]{1,2})(?:/|\s+tháng\s+)(?P<m>[0-9]{1,2})(?:/|\s+năm\s+)(?P<y>[0-9]{4})\b",
    )
});
/// `năm 2019`, `nhiệm kỳ 2020 - 2025`.
static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:năm|nhiệm kỳ|giai đoạn)\s+(?P<from>(?:19|20)[0-9]{2})(?:\s*[-–]\s*(?P<to>(?:19|20)[0-9]{2}))?\b",
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

/// Words about an origin: what a place was called then.
const ORIGINS: [&str; 8] =
    ["quê quán", "quê:", "quê ở", "nguyên quán", "nơi sinh", "sinh ra", "sinh ngày", "sinh năm"];
/// Words about how bodies end.
const ENDINGS: [&str; 7] = [
    "sáp nhập",
    "hợp nhất",
    "giải thể",
    "kết thúc hoạt động",
    "chấm dứt hoạt động",
    "chia tách",
    "tiền thân",
];
/// Words that ask something of a body that must be there.
const TASKS: [&str; 9] =
    ["đề nghị", "yêu cầu", "giao", "phối hợp", "chỉ đạo", "báo cáo", "gửi", "tham mưu", " nay "];

/// Whether the words around a name show that the past is meant: a quotation, a
/// citation, a term that is over, `(cũ)`. `lower` is in lower case; the body
/// ended on `until`, the document is of `own`.
pub(super) fn is_history(lower: &str, name: &Range<usize>, until: Date, own: Date) -> bool {
    let stops = ['.', ';', '\n'];
    let start = lower[..name.start].rfind(stops).map_or(0, |stop| stop + 1);
    let end = lower[name.end..].find(stops).map_or(lower.len(), |stop| name.end + stop);
    let (before, after) = (lower[start..name.start].trim(), lower[name.end..end].trim());
    let sentence = &lower[start..end];
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    before.matches('“').count() > before.matches('”').count()
        || ["cũ", "trước đây"].iter().any(|word| after.starts_with(word))
        || after.contains("(cũ)")
        || before.contains("trước đây")
        || has(before, &ORIGINS)
        || has(sentence, &ENDINGS)
        || FORMER.find(before).is_some_and(|former| !has(&before[former.end()..], &TASKS))
        || is_before_end(before, after, own)
        || is_issued_then(before, until)
        || is_of_past_years(before, after, until, own)
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

/// `Kế hoạch số 27-KH/ĐUK, ngày 19/3/2020 của …`: who issued a paper then; or a
/// sentence that begins with a day of that time.
fn is_issued_then(before: &str, until: Date) -> bool {
    let last = DAY.captures_iter(before).last();
    last.is_some_and(|captures| {
        let hit = captures.get_match();
        let date = format!("{}/{}/{}", &captures["d"], &captures["m"], &captures["y"]).parse::<Date>();
        let between = before[hit.end()..].trim_start();
        let issuer = between.starts_with("của") && !between.contains(',');
        let opens = words(&before[..hit.start()]) <= 1 && words(between) <= 3;
        date.is_ok_and(|date| date <= until) && (issuer || opens && !asks(between))
    })
}

/// `… năm 2019`, `nhiệm kỳ 2020 - 2025`, close before or after the name.
fn is_of_past_years(before: &str, after: &str, until: Date, own: Date) -> bool {
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
        let between = before[hit.end()..].trim_start();
        let tied = ["của", "tại", "ở"].iter().any(|word| between.starts_with(word));
        (tied || words(&before[..hit.start()]) <= 3) && words(between) <= 6 && !asks(between)
    });
    [follows, precedes].into_iter().flatten().any(|hit| past(hit.as_str()))
}

fn asks(text: &str) -> bool {
    TASKS.iter().any(|word| text.contains(word))
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::is_history;

    #[test]
    fn the_past_is_told_from_the_present() {
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
        ] {
            let at = text.find(name).unwrap();
            assert_eq!(is_history(text, &(at..at + name.len()), until, own), past, "{text}");
        }
    }
}
