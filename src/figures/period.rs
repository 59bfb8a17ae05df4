//! In: the years that a document speaks of. Out: its columns and its label.
//! “05 năm 2015 – 2020” is a label; its columns are six calendar years.

/// A period of whole years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    years: Vec<i32>,
    label: Option<String>,
}

impl Period {
    /// The years from first to last, and what the office calls them.
    #[must_use]
    pub fn new(first: i32, last: i32, label: Option<&str>) -> Self {
        Self { years: (first..=last).collect(), label: label.map(String::from) }
    }

    /// All years in order.
    #[must_use]
    pub fn years(&self) -> &[i32] {
        &self.years
    }

    /// `năm 2019`, `giai đoạn 2015 – 2020`, or the office's own words.
    #[must_use]
    pub fn label(&self) -> String {
        match (&self.label, self.years.as_slice()) {
            (Some(label), _) => label.clone(),
            (None, [one]) => format!("năm {one}"),
            (None, [first, .., last]) => format!("giai đoạn {first} – {last}"),
            (None, []) => String::new(),
        }
    }
}
