//! In: the name of a column in a list of models. Out: what is printed of each
//! model there. A new fact is one row of the table here.

use rust_decimal::Decimal;

use super::MISSING;
use crate::dataset::{Dataset, YearModel};
use crate::records::Subject;
use crate::values::{Amount, writing};

/// A fact about a model.
pub(super) struct Fact {
    name: &'static str,
    title: &'static str,
    /// Whether it is a few letters, which stand in the middle.
    short: bool,
    /// Whether nothing is printed where it is missing.
    silent: bool,
    text: fn(&Dataset, &YearModel) -> String,
}

const TEXT: Fact = Fact { name: "", title: "", short: false, silent: false, text: |_, _| String::new() };

/// The place of a model in its year; a table that shows it is in its order.
pub(super) const PLACE: &str = "thu_hang";

/// Every fact that a list of models may show.
const FACTS: [Fact; 16] = [
    Fact { name: "ma", title: "Mã", text: |_, own| own.model.id.clone().unwrap_or_default(), ..TEXT },
    Fact {
        name: "don_vi",
        title: "Đơn vị",
        text: |data, own| data.units[own.unit].printed_in(own.year),
        ..TEXT
    },
    Fact { name: "cua", title: "Tập thể, cá nhân", text: recipient, ..TEXT },
    Fact { name: "ten", title: "Tên mô hình", text: |_, own| own.model.name.clone(), ..TEXT },
    Fact {
        name: "linh_vuc",
        title: "Lĩnh vực",
        text: |data, own| {
            let field = data.lists.fields.iter().find(|field| field.code == own.model.field);
            field.map_or_else(String::new, |field| field.name.clone())
        },
        ..TEXT
    },
    Fact {
        name: "nam", title: "Năm công nhận", short: true, text: |_, own| own.year.to_string(), ..TEXT
    },
    Fact {
        name: "ca_nhan",
        title: "Cá nhân",
        text: |_, own| own.model.person.as_ref().map_or_else(String::new, |person| person.name.clone()),
        ..TEXT
    },
    Fact {
        name: "xep_loai",
        title: "Xếp loại",
        short: true,
        text: |data, own| data.rank(own).map_or_else(String::new, |rank| rank.name.clone()),
        ..TEXT
    },
    Fact { name: "diem", title: "Điểm", short: true, text: |data, own| number(data.score(own)), ..TEXT },
    Fact {
        name: PLACE,
        title: "Thứ hạng",
        short: true,
        text: |data, own| data.place(own).map_or_else(String::new, |place| place.to_string()),
        ..TEXT
    },
    Fact {
        name: "diem_tu_cham",
        title: "Điểm tự chấm",
        short: true,
        text: |data, own| number(data.own_score(own)),
        ..TEXT
    },
    Fact {
        name: "dong_y",
        title: "Đồng ý",
        short: true,
        text: |data, own| {
            number(data.evaluation(own).and_then(|own| own.evaluation.votes_for).map(Decimal::from))
        },
        ..TEXT
    },
    Fact {
        name: "khong_dong_y",
        title: "Không đồng ý",
        short: true,
        text: |data, own| {
            number(data.evaluation(own).and_then(|own| own.evaluation.votes_against).map(Decimal::from))
        },
        ..TEXT
    },
    Fact {
        name: "ty_le_dong_y",
        title: "Tỷ lệ (%)",
        short: true,
        text: |data, own| {
            let votes = data.evaluation(own).map(|own| &own.evaluation);
            let votes = votes.and_then(|own| own.votes_for.zip(own.votes_against));
            let share = votes.and_then(|(yes, no)| {
                writing::percent_of(yes.into(), Decimal::from(yes) + Decimal::from(no), 1)
            });
            share.map_or_else(String::new, |share| writing::decimal(share, 1))
        },
        ..TEXT
    },
    Fact {
        name: "hieu_qua",
        title: "Hiệu quả",
        text: |_, own| own.model.effect.clone().unwrap_or_default(),
        ..TEXT
    },
    // A remark that nobody made is not missing.
    Fact {
        name: "ghi_chu",
        title: "Ghi chú",
        silent: true,
        text: |_, own| own.model.note.clone().unwrap_or_default(),
        ..TEXT
    },
];

/// The names of all facts.
pub(crate) fn facts() -> impl Iterator<Item = &'static str> {
    FACTS.iter().map(|fact| fact.name)
}

/// A fact about a model by its name.
pub(super) fn fact(data: &Dataset, model: &YearModel, name: &str) -> String {
    FACTS.iter().find(|fact| fact.name == name).map_or_else(String::new, |fact| (fact.text)(data, model))
}

/// Whether a rubric has a criterion with this code.
pub(crate) fn is_criterion(data: &Dataset, code: &str) -> bool {
    data.rubrics.iter().any(|rubric| rubric.criterion(code).is_some())
}

/// Whose model it is: the unit, or the person with the unit.
pub(super) fn recipient(data: &Dataset, own: &YearModel) -> String {
    let unit = data.units[own.unit].printed_in(own.year);
    let Some(person) = own.model.person.as_ref().filter(|_| own.model.subject == Subject::Person) else {
        return unit;
    };
    let name = [person.title.as_deref(), Some(&person.name)];
    let name = name.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts = [Some(name.as_str()), person.position.as_deref(), Some(&unit)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn number(number: Option<Decimal>) -> String {
    number.map_or_else(String::new, writing::thousands)
}

/// A column of a list: a fact, or the final score of a criterion by its code.
pub(super) enum Shown {
    Fact(&'static Fact),
    Criterion(String),
}

impl Shown {
    pub(super) fn named(data: &Dataset, name: &str) -> Option<Self> {
        let fact = FACTS.iter().find(|fact| fact.name == name).map(Self::Fact);
        fact.or_else(|| is_criterion(data, name).then(|| Self::Criterion(name.into())))
    }

    /// What is printed of a model; where there is nothing, what says so.
    pub(super) fn text(&self, data: &Dataset, model: &YearModel) -> String {
        let text = match self {
            Self::Fact(fact) => (fact.text)(data, model),
            Self::Criterion(code) => {
                let score = data.evaluation(model).and_then(|own| own.evaluation.given.get(code));
                number(score.copied().map(Amount::value))
            }
        };
        let silent = matches!(self, Self::Fact(Fact { silent: true, .. }));
        if text.is_empty() && !silent { MISSING.into() } else { text }
    }

    pub(super) fn title(&self) -> &str {
        match self {
            Self::Fact(fact) => fact.title,
            Self::Criterion(code) => code,
        }
    }

    /// Whether its texts stand in the middle of the column.
    pub(super) fn is_short(&self) -> bool {
        matches!(self, Self::Criterion(_) | Self::Fact(Fact { short: true, .. }))
    }
}
