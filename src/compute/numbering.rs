//! In: the outline of a document as it is walked. Out: the number or letter of
//! each heading, item and point (R-D-137…141).

/// Where the numbering stands at one level of the outline.
#[derive(Debug, Default)]
pub(super) struct Level {
    /// 0 outside all headings.
    depth: u8,
    /// The number of the heading around, Roman ones left out: `1.`, `1.2.`.
    prefix: String,
    /// Roman headings so far.
    sections: usize,
    /// Things with Arabic numbers so far.
    numbered: usize,
    /// Points since the last numbered thing.
    pub(super) points: usize,
    /// Phần so far.
    pub(super) parts: usize,
    /// Chương so far.
    pub(super) chapters: usize,
    /// Mục so far.
    pub(super) divisions: usize,
    /// Tiểu mục so far.
    pub(super) subdivisions: usize,
}

impl Level {
    /// Inside an article khoản count from 1 whatever stands around.
    pub(super) fn inside_article() -> Self {
        Self { depth: 1, ..Self::default() }
    }

    /// `1.` below a Roman heading, `3.1.` below heading `3.` (R-D-141).
    pub(super) fn item_mark(&mut self) -> String {
        self.points = 0;
        self.numbered += 1;
        format!("{}{}.", self.prefix, self.numbered)
    }

    /// The mark of the next heading at this level.
    pub(super) fn section_mark(&mut self) -> String {
        if self.depth > 0 {
            return self.item_mark();
        }
        self.points = 0;
        self.sections += 1;
        format!("{}.", roman(self.sections))
    }

    /// A heading that brings its own mark; counting goes on from it.
    pub(super) fn given_mark(&mut self, mark: &str) -> String {
        self.points = 0;
        let bare = bare(mark);
        if numbers_in(mark) == 0 {
            self.sections = (1..=100).find(|&number| roman(number) == bare).unwrap_or(self.sections + 1);
        } else {
            let last = bare.rsplit('.').next().and_then(|last| last.parse::<u16>().ok());
            self.numbered = last.map_or(self.numbered + 1, usize::from);
        }
        mark.into()
    }

    /// The level inside a heading with this mark.
    pub(super) fn below(&self, mark: &str) -> Self {
        let prefix = if numbers_in(mark) == 0 { String::new() } else { format!("{}.", bare(mark)) };
        Self { depth: self.depth + 1, prefix, ..Self::default() }
    }
}

/// A mark without the sign that closes it.
fn bare(mark: &str) -> &str {
    mark.trim_end_matches(['.', ')', '-'])
}

/// How many Arabic numbers a mark has: none in `I.`, two in `1.2.`.
pub(super) fn numbers_in(mark: &str) -> usize {
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    bare(mark).split('.').filter(is_number).count()
}

/// The letters of points in Vietnamese order: after d comes đ, and there is no
/// f, j, w or z (R-D-140).
pub(super) fn point_mark(number: usize) -> String {
    const LETTERS: [char; 23] = [
        'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u',
        'v', 'x', 'y',
    ];
    let letter = LETTERS[(number - 1) % LETTERS.len()];
    // After y) the series goes on with a1), which no rule forbids.
    match (number - 1) / LETTERS.len() {
        0 => format!("{letter})"),
        round => format!("{letter}{round})"),
    }
}

pub(super) fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1_000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Level, point_mark, roman};

    #[test]
    fn counting_goes_on_from_a_given_mark() {
        let mut level = Level::default();
        level.given_mark("V-");
        assert_eq!(level.section_mark(), "VI.");
        let mut inside = level.below("VI.").below("3");
        assert_eq!(inside.item_mark(), "3.1.");
        inside.given_mark("3.7");
        assert_eq!(inside.item_mark(), "3.8.");
        inside.given_mark("99999999999999999999.");
        assert_eq!(inside.item_mark(), "3.10.");
    }

    #[test]
    fn marks() {
        let romans: Vec<_> = [1, 4, 9, 14, 40, 449, 1_994].map(roman).into();
        assert_eq!(romans, ["I", "IV", "IX", "XIV", "XL", "CDXLIX", "MCMXCIV"]);
        let points: String = (1..=8).map(point_mark).collect();
        assert_eq!(points, "a)b)c)d)đ)e)g)h)");
        assert_eq!(point_mark(24), "a1)");
    }
}
