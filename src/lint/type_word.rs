//! In: what stands before the symbol of a paper. Out: the word for its type there,
//! `kế hoạch số`, `Kết luận của Bộ Chính trị (số`, and where it begins.

use std::sync::LazyLock;

use regex::Regex;

use super::citation::Grammar;
use super::reading::pattern;
use super::text::holds;
use crate::values::one_line;

/// `của Bộ Chính trị (số …`: what may stand between the type word and `số`.
static OF_BODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"(?P<kind>\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3})\s+của\s+(?P<of>[^,;:.()“”"]{2,60}?)\s*\(?\s*$"#)
});

impl Grammar {
    /// The type word that ends right before the symbol, with or without `số`, or
    /// before `của …`; where it begins; and where `số` ends, if that stands there.
    pub(super) fn kind_before(&self, before: &str) -> (usize, Option<String>, Option<usize>) {
        let trimmed = before.trim_end();
        let stem = trimmed.strip_suffix(':').map_or(trimmed, str::trim_end);
        let bare = ["số", "Số", "SỐ"].iter().find_map(|own| stem.strip_suffix(own));
        let number_word = bare.map(|_| stem.len());
        // `*Kết luận* số`, `Kết luận (số`
        let bare = bare.map_or(trimmed, |bare| bare.trim_end_matches(['*', '(', ' ']));
        let bare = bare.trim_end();
        // A type word is at most a few syllables; the whole text need not be lowered.
        let mut from = bare.len().saturating_sub(160);
        while !bare.is_char_boundary(from) {
            from += 1;
        }
        let bracket = trimmed[bare.len()..].contains('(');
        // `các chương trình (số 46-KH/TW)` names no type.
        let named = |start: &usize| !bracket || bare[from + start..].starts_with(char::is_uppercase);
        if let Some((start, kind)) = self.kind_at_end(&bare[from..]).filter(|(start, _)| named(start)) {
            return kind
                .map_or((before.len(), None, number_word), |kind| (from + start, Some(kind), number_word));
        }
        let of_body = OF_BODY.captures(&bare[from..]).filter(|_| number_word.is_some());
        let of_body = of_body.and_then(|captures| {
            let of = captures["of"].to_lowercase();
            let clear = !self.verbs.iter().chain(&self.words).any(|word| holds(&of, word));
            let (start, kind) = self.kind_at_end(captures.name("kind")?.as_str()).filter(|_| clear)?;
            // `ý kiến kết luận của …` is no Kết luận.
            (start == 0).then_some((from + captures.name("kind")?.start(), kind))
        });
        match of_body {
            Some((start, kind)) => (start, kind, number_word),
            None => (before.len(), None, number_word),
        }
    }

    /// The type word at the end of a text and where it begins; no type, if two
    /// stand there: `Thông báo kết luận số 15-TB/TU` is a thông báo.
    fn kind_at_end(&self, tail: &str) -> Option<(usize, Option<String>)> {
        for word in &self.words {
            let syllables = word.split(' ').count();
            let start = tail.split_whitespace().rev().take(syllables).last();
            let Some(start) = start.map(|first| first.as_ptr() as usize - tail.as_ptr() as usize) else {
                continue;
            };
            let own = one_line(&tail[start..]).to_lowercase();
            let own = own.trim_start_matches(|c: char| !c.is_alphabetic());
            if own == word {
                let before_it = tail[..start].trim_end().to_lowercase();
                if self.words.iter().any(|other| before_it.ends_with(other.as_str())) {
                    return Some((start, None));
                }
                let skipped = tail[start..].find(char::is_alphabetic).unwrap_or(0);
                return Some((start + skipped, Some(word.clone())));
            }
        }
        None
    }
}
