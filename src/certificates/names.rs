//! In: a register number and a name. Out: the name of the file, safe on every
//! system: letters without marks, digits, hyphens.

use std::path::Path;

use crate::values::without_marks;

/// Digits of the number; names sort as the register does.
const DIGITS: usize = 4;
/// The rest of the name, at most; long paths fail on Windows.
const LONGEST: usize = 60;

/// `0007-chi-bo-so-tu-phap.pdf`.
pub(super) fn file_name(number: u32, name: &str) -> String {
    let plain = without_marks(name);
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() >= LONGEST {
            break;
        }
        slug.push('-');
        slug.push_str(word);
    }
    format!("{number:0DIGITS$}{slug}.pdf")
}

/// Whether a file is named like a certificate.
pub(super) fn is_numbered(name: &str) -> bool {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let ending = Path::new(name).extension().is_some_and(|own| own == "pdf");
    digits >= DIGITS && name[digits..].starts_with(['-', '.']) && ending
}

/// The number in such a name.
pub(super) fn number_of(name: &str) -> Option<u32> {
    name.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// The name in that of the file of a certificate.
pub(super) fn slug(file: &str) -> &str {
    file.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-').trim_end_matches(".pdf")
}

/// `in-01.pdf` of so many volumes.
pub(super) fn volume(stem: &str, at: usize) -> String {
    format!("{stem}-{:02}.pdf", at + 1)
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn safe_everywhere() {
        for (number, name, file) in [
            (7, "Chi bộ Sở Tư pháp", "0007-chi-bo-so-tu-phap.pdf"),
            (12345, "ĐẢNG ỦY “X” / Y: z?", "12345-dang-uy-x-y-z.pdf"),
            (1, "../../etc", "0001-etc.pdf"),
            (2, "“”", "0002.pdf"),
        ] {
            assert_eq!(file_name(number, name), file);
        }
        assert!(file_name(1, &"Ễ ".repeat(100)).len() < 80);
    }
}
