//! In: a call that asks for awards. Out: how many there are, to whom, and the
//! money that goes with them.

use std::sync::Arc;

use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error};

use super::condition::{one_of, word, years_of};
use super::{unknown, value};
use crate::dataset::AwardFilter;
use crate::expression::{Number, Scope};
use crate::figures::Style;
use crate::records::Subject;

/// The conditions that narrow awards.
const CONDITIONS: [&str; 6] = ["nam", "tu", "den", "hinh_thuc", "cap", "doi_tuong"];

/// `khen_thuong(hinh_thuc="giay_khen").so`, `.tap_the`, `.ca_nhan`, `.tien`.
pub(super) fn awards(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |conditions: Kwargs| {
        if let Some(name) = conditions.args().filter(|name| !CONDITIONS.contains(name)).min() {
            return Err(unknown(name, &CONDITIONS));
        }
        let data = &scope.data;
        let forms: Vec<_> = data.award_lists.forms.iter().map(|form| form.code.as_str()).collect();
        let levels: Vec<_> = data.award_lists.levels.iter().map(|level| level.code.as_str()).collect();
        let subjects = Subject::ALL.map(|own| (own.code(), own));
        let filter = AwardFilter {
            years: years_of(&scope, &conditions)?,
            form: word(&conditions, "hinh_thuc", &forms)?,
            level: word(&conditions, "cap", &levels)?,
            subject: one_of(&conditions, "doi_tuong", &subjects)?,
        };
        let count = |subject: Option<Subject>| {
            let awards = data.awards(&filter).filter(|award| subject.is_none_or(|own| award.subject == own));
            Number::new(awards.count().into(), Style::COUNT).into_value()
        };
        let money = data.award_money(data.awards(&filter));
        Ok::<_, Error>(Value::from_pairs([
            ("so", count(None)),
            ("tap_the", count(Some(Subject::Collective))),
            ("ca_nhan", count(Some(Subject::Person))),
            ("tien", value(Some(money), Style { worth: Some(1), ..Style::default() })),
        ]))
    });
}
