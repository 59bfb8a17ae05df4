//! In: several names. Out: `a, b và c`.

/// The names with commas and a last “và”.
#[must_use]
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} và {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn lists() {
        for (names, printed) in [("", ""), ("a", "a"), ("a b", "a và b"), ("a b c", "a, b và c")] {
            let names: Vec<_> = names.split_whitespace().map(String::from).collect();
            assert_eq!(list(&names), printed);
        }
    }
}
