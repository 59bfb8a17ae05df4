//! In: a batch and one of its recipients. Out: what the words in its lines stand
//! for. A new word is one row of the table here.

use std::borrow::Cow;

use super::fit::JOINED;
use super::lines::speaks_of;
use super::record::{Decision, Recipient};
use crate::expression::Fields;
use crate::values::{Date, one_line};

/// All that one certificate may say.
pub(super) struct Facts<'a> {
    pub(super) recipient: &'a Recipient,
    pub(super) decision: Option<&'a Decision>,
    pub(super) date: Date,
    pub(super) number: u32,
    /// `cấp lại lần 1, ngày 01/02/2021`, where it was issued anew.
    pub(super) again: Option<&'a str>,
}

/// What stands for a word; nothing where the list says nothing.
type Words<'a> = Option<Cow<'a, str>>;

struct Field {
    name: &'static str,
    /// Whether the list gives it for each recipient, who may go without it.
    listed: bool,
    of: for<'a> fn(&Facts<'a>) -> Words<'a>,
}

const FIELDS: [Field; 14] = [
    Field { name: "ma", listed: false, of: |facts| Some(facts.recipient.id.trim().into()) },
    Field { name: "ten", listed: false, of: |facts| Some(name(facts.recipient).into()) },
    Field {
        name: "danh_xung",
        listed: true,
        of: |facts| facts.recipient.title.as_deref().map(|title| unbroken(&one_line(title)).into()),
    },
    Field { name: "chuc_vu", listed: true, of: |facts| facts.recipient.position.as_deref().map(Into::into) },
    Field { name: "don_vi", listed: true, of: |facts| facts.recipient.unit.as_deref().map(Into::into) },
    Field {
        name: "mo_hinh",
        listed: true,
        of: |facts| facts.recipient.model.as_deref().map(|title| inside_quotes(title).into()),
    },
    Field { name: "xep_loai", listed: true, of: |facts| facts.recipient.rank.as_deref().map(Into::into) },
    Field { name: "thanh_tich", listed: true, of: |facts| facts.recipient.merit.as_deref().map(Into::into) },
    Field { name: "so", listed: false, of: |facts| Some(format!("{:02}", facts.number).into()) },
    Field { name: "nam", listed: false, of: |facts| Some(facts.date.parts().0.to_string().into()) },
    Field { name: "ngay", listed: false, of: |facts| Some(facts.date.to_string().into()) },
    Field {
        name: "so_quyet_dinh",
        listed: false,
        of: |facts| facts.decision.map(|decision| decision.symbol.as_str().into()),
    },
    Field {
        name: "ngay_quyet_dinh",
        listed: false,
        of: |facts| facts.decision.map(|decision| decision.date.to_string().into()),
    },
    Field { name: "cap_lai", listed: false, of: |facts| Some(facts.again.unwrap_or_default().into()) },
];

/// The names of all words.
pub(super) const NAMES: [&str; FIELDS.len()] = {
    let mut names = [""; FIELDS.len()];
    let mut at = 0;
    while at < FIELDS.len() {
        names[at] = FIELDS[at].name;
        at += 1;
    }
    names
};

/// The name as printed: a person's is never broken.
fn name(recipient: &Recipient) -> String {
    let person = recipient.is_person();
    let name = one_line(&recipient.name);
    if person { unbroken(&name) } else { name }
}

fn unbroken(text: &str) -> String {
    text.replace(' ', &JOINED.to_string())
}

impl<'a> Facts<'a> {
    /// The words with what stands for them, in the order of [`NAMES`].
    pub(super) fn words(&self) -> [Words<'a>; FIELDS.len()] {
        FIELDS.each_ref().map(|field| (field.of)(self))
    }

    /// What the list gives for this recipient besides id and name.
    pub(super) fn listed(&self) -> impl Iterator<Item = (&'static str, Words<'a>)> {
        FIELDS.iter().filter(|field| field.listed).map(|field| (field.name, (field.of)(self)))
    }
}

/// Words that say the same on all certificates of a decision.
const SHARED: [&str; 4] = ["nam", "ngay", "so_quyet_dinh", "ngay_quyet_dinh"];

/// Whether a line says something else to each recipient.
pub(super) fn is_personal(line: &str) -> bool {
    NAMES.iter().any(|name| !SHARED.contains(name) && speaks_of(line, name))
}

/// The words as expressions take them.
pub(super) fn fields<'f>(words: &'f [Words<'_>]) -> Fields<'f> {
    NAMES.into_iter().zip(words.iter().map(Option::as_deref)).collect()
}

/// A title as it stands inside “ ”: without quotation marks around the whole,
/// those inside single.
fn inside_quotes(title: &str) -> String {
    let title = one_line(title);
    let whole = title
        .strip_prefix(['“', '"'])
        .and_then(|rest| rest.strip_suffix(['”', '"']))
        .filter(|rest| !rest.contains(['“', '”', '"']));
    let mut open = false;
    let single = |c: char| {
        open = match c {
            '“' => true,
            '”' => false,
            '"' => !open,
            c => return c,
        };
        if open { '‘' } else { '’' }
    };
    whole.unwrap_or(&title).chars().map(single).collect()
}

#[cfg(test)]
mod tests {
    use super::inside_quotes;

    #[test]
    fn titles_inside_quotation_marks() {
        for (written, printed) in [
            ("Tiết kiệm điện", "Tiết kiệm điện"),
            ("“Tiết kiệm điện”", "Tiết kiệm điện"),
            ("\"Tiết kiệm điện\"", "Tiết kiệm điện"),
            ("Tuyến đường “Sáng - xanh - sạch”", "Tuyến đường ‘Sáng - xanh - sạch’"),
            ("\"Bữa cơm\" và \"Áo ấm\"", "‘Bữa cơm’ và ‘Áo ấm’"),
            ("Nơi “có\" việc", "Nơi ‘có’ việc"),
        ] {
            assert_eq!(inside_quotes(written), printed);
        }
    }
}
