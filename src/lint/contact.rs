//! The rule about addresses of mail and numbers of telephones that reach nobody: a
//! paper that asks for an answer asks in vain.

use super::reading::{Seldom, pattern};
use super::text::Text;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("lien-he", Warning, contacts)];

/// `điện thoại: 0912 345 678`; a group of one digit is another number.
static TELEPHONE: Seldom = Seldom::new(
    &["iện thoại", "IỆN THOẠI", "i động", "ĐT", "alo", "ZALO", "otline", "HOTLINE", "ường dây nóng"],
    || {
        pattern(
            r"(?i)\b(?:điện thoại|di động|đường dây nóng|SĐT|ĐT|hotline|zalo)(?:\s+(?:di động|bàn|liên hệ|số|cơ quan))*\s*[:.]?\s*(?P<number>\(?0[0-9]{1,}\)?(?:[ .-]?[0-9]{2,})*)",
        )
    },
);

/// Domains that are not there, each beside the one that is meant.
const DOMAINS: [(&str, &str); 14] = [
    ("gmail.con", "gmail.com"),
    ("gmail.cm", "gmail.com"),
    ("gmail.co", "gmail.com"),
    ("gmail.vn", "gmail.com"),
    ("gmail.com.vn", "gmail.com"),
    ("gmai.com", "gmail.com"),
    ("gmal.com", "gmail.com"),
    ("gmial.com", "gmail.com"),
    ("gamil.com", "gmail.com"),
    ("yaho.com", "yahoo.com"),
    ("yahoo.con", "yahoo.com"),
    ("yahoo.cm", "yahoo.com"),
    ("hotmai.com", "hotmail.com"),
    ("outlok.com", "outlook.com"),
];

/// Marks that stand beside an address and are no part of it.
const BESIDE: &[char] = &['.', ',', ';', ':', '(', ')', '<', '>', '“', '”', '"', '*', '[', ']', '/'];

fn contacts(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        if text.text.contains('@') {
            mail(subject, text, found);
        }
        for number in TELEPHONE.captures_iter(text.text).filter_map(|own| own.name("number")) {
            let written = number.as_str();
            let digits: String = written.chars().filter(char::is_ascii_digit).collect();
            let goes_on = text.text[number.end()..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
            let Some(due) = due(&digits).filter(|_| !goes_on) else { continue };
            let count = digits.len();
            let words = Wording {
                vi: [
                    format!("số điện thoại `{written}` có {count} chữ số"),
                    format!("số bắt đầu như vậy có {due} chữ số; xem lại, thiếu hay thừa"),
                ],
                en: [
                    format!("the telephone number `{written}` has {count} digits"),
                    format!("one that begins so has {due}; check it"),
                ],
            };
            found.at(subject, text, number.range(), words);
        }
    }
}

/// How many digits a number has that begins so, if it has one less or more: mobile ones
/// ten, those of a house eleven. Since 2017 and 2018 there are no others.
fn due(digits: &str) -> Option<usize> {
    let due = match digits.as_bytes().get(1)? {
        b'3' | b'5' | b'7' | b'8' | b'9' => 10,
        b'2' => 11,
        _ => return None,
    };
    (digits.len().abs_diff(due) == 1).then_some(due)
}

fn mail(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    for word in text.text.split_whitespace().filter(|word| word.contains('@') && !word.contains("://")) {
        let written = word.trim_matches(BESIDE);
        let Some([vi, en]) = slip(written) else { continue };
        let start = written.as_ptr() as usize - text.text.as_ptr() as usize;
        let words = Wording {
            vi: [format!("địa chỉ thư `{written}` không đúng"), vi],
            en: [format!("`{written}` is no address of mail"), en],
        };
        found.at(subject, text, start..start + written.len(), words);
    }
}

/// What is wrong with one address. `đuôi @gmail.com` is none; neither is what holds an
/// expression or a list of addresses.
fn slip(address: &str) -> Option<[String; 2]> {
    let (name, domain) = address.split_once('@')?;
    if name.is_empty() || domain.is_empty() || address.contains(['{', '}', ';', '/', '|']) {
        return None;
    }
    if domain.contains('@') {
        return Some(["có hai dấu `@`; xem lại".into(), "it has two `@`; check it".into()]);
    }
    // A domain may have letters with marks, a name of mail has none.
    if !name.is_ascii() && domain.is_ascii() {
        let marks = ["địa chỉ không có chữ có dấu; gõ lại", "no letter of it has a mark; type it again"];
        return Some(marks.map(String::from));
    }
    let lower = domain.to_ascii_lowercase();
    if let Some((_, right)) = DOMAINS.iter().find(|(wrong, _)| *wrong == lower) {
        return Some([format!("có phải là `{name}@{right}`?"), format!("did you mean `{name}@{right}`?")]);
    }
    if address.contains("..") || address.contains(',') {
        let marks = ["xem lại dấu chấm, dấu phẩy trong địa chỉ", "check its points and commas"];
        return Some(marks.map(String::from));
    }
    (!domain.contains('.')).then(|| {
        ["sau `@` phải có tên miền, như `@tinhuy.vn`", "a domain follows `@`, such as `@tinhuy.vn`"]
            .map(String::from)
    })
}

#[cfg(test)]
mod tests {
    use super::{due, slip};

    #[test]
    fn addresses_that_reach_nobody() {
        for (address, wrong) in [
            ("vanphong@tragiang.gov.vn", false),
            ("a.b-c_d@yahoo.com.vn", false),
            ("@gmail.com", false),
            ("{{ ma }}@a.vn", false),
            ("a@b.vn;c@d.vn", false),
            ("vanphong@gmail.con", true),
            ("vanphong@gmail,com", true),
            ("vanphong@tragiang", true),
            ("văn.phong@tragiang.vn", true),
            ("van@vănkiện.vn", false),
            ("van@@tragiang.vn", true),
            ("van@tragiang..vn", true),
        ] {
            assert_eq!(slip(address).is_some(), wrong, "{address}");
        }
    }

    #[test]
    fn numbers_with_a_digit_too_few_or_too_many() {
        for (digits, expected) in [
            ("0912345678", None),
            ("02943855123", None),
            ("113", None),
            ("091234567", Some(10)),
            ("09123456789", Some(10)),
            ("0294385512", Some(11)),
            ("074385512", Some(10)),
            ("01234567890", None),
            ("09123456780912345678", None),
        ] {
            assert_eq!(due(digits), expected, "{digits}");
        }
    }
}
