//! The last row of a table typed by hand: a total is what the rows above it add up to. A part
//! of the rule `cong-lech`.

use rust_decimal::Decimal;

use super::figure::number;
use super::reading::folded;
use super::text::holds;
use super::{Findings, Subject};
use crate::diagnostic::Wording;
use crate::documents::{Block, Cell, Table};
use crate::validate::blocks;
use crate::values::one_line;
use crate::values::writing::thousands;

/// What a total is called.
const TOTALS: [&str; 6] = ["tổng", "cộng", "tổng cộng", "tổng số", "cộng chung", "cộng tổng"];
/// What nobody adds up, in the heading of its column.
const NO_SUM: [&str; 35] = [
    "tỷ lệ",
    "tỉ lệ",
    "tỷ trọng",
    "bình quân",
    "trung bình",
    "tb",
    "đtb",
    "xếp loại",
    "xếp hạng",
    "hạng",
    "thứ hạng",
    "stt",
    "tt",
    "số thứ tự",
    "điểm",
    "đơn giá",
    "mức",
    "định mức",
    "hệ số",
    "chỉ số",
    "mã",
    "số hiệu",
    "ký hiệu",
    "số quyết định",
    "số văn bản",
    "số giấy",
    "số vào sổ",
    "ngày",
    "lũy kế",
    "luỹ kế",
    "mật độ",
    "so với",
    "tốc độ",
    "năng suất",
    "thu nhập",
];

pub(super) fn totals(subject: &Subject<'_>, found: &mut Findings<'_>) {
    blocks(subject.document(), &mut |block, path| {
        let Block::Table(table) = block else { return };
        let Some((total, rows, place)) = parted(table) else { return };
        for (at, column) in table.columns.iter().enumerate() {
            let cells = rows.iter().map(|row| row.get(at).unwrap_or(&Cell::Empty(())));
            let title = folded(&one_line(&column.title));
            let summed = !title.contains('%') && !NO_SUM.iter().any(|own| holds(&title, own));
            let (Some(said), Some(values)) = (total.get(at), cells.map(value).collect::<Option<Vec<_>>>())
            else {
                continue;
            };
            let Some(sum) = said_wrongly(said, &values).filter(|_| summed) else { continue };
            let (sum, written) = (thousands(sum), value(said).map(thousands).unwrap_or_default());
            let title = one_line(&column.title);
            let words = Wording {
                vi: [
                    format!("cột “{title}” cộng lại là {sum}, ở đây ghi {written}"),
                    "xem lại các con số của cột".into(),
                ],
                en: [
                    format!("the column “{title}” adds up to {sum}, not to {written}"),
                    "check the figures of the column".into(),
                ],
            };
            found.value(subject, &format!("{path}.bang.{place}.{at}"), words);
        }
    });
}

/// A total, the rows it is of, and where it stands.
type Parted<'t> = (&'t [Cell], &'t [Vec<Cell>], String);

/// The total of a table, the rows it is of, and where it stands; nothing where some of the rows
/// are totals of others.
fn parted(table: &Table) -> Option<Parted<'_>> {
    let (total, rows, place) = match &table.total {
        Some(total) if label(total).is_none_or(|label| is_total(&label)) => {
            (&total[..], &table.rows[..], "tong".to_string())
        }
        Some(_) => return None,
        None => {
            let (last, rows) = table.rows.split_last()?;
            let own = label(last).filter(|label| TOTALS.contains(&label.trim_end_matches(':').trim_end()));
            own.map(|_| (&last[..], rows, format!("hang.{}", rows.len())))?
        }
    };
    let parts = |row: &Vec<Cell>| {
        let name = label(row).unwrap_or_default();
        is_total(&name)
            || ["trong đó", "-", "+", "–", "riêng", "lũy kế"].iter().any(|own| name.starts_with(own))
    };
    (rows.len() > 1 && !rows.iter().any(parts) && !is_nested(rows)).then_some((total, rows, place))
}

/// The first text of a row that is no number.
fn label(row: &[Cell]) -> Option<String> {
    row.iter().find_map(|cell| match cell {
        Cell::Text(text) if value(cell).is_none() => Some(folded(&one_line(text)).replace('*', "")),
        _ => None,
    })
}

fn is_total(label: &str) -> bool {
    ["tổng", "cộng", "toàn", "chung"]
        .iter()
        .any(|word| label.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// Whether the numbers of the rows tell groups and their items: `I`, `1`, `1.1`, `1a`, `a)`.
fn is_nested(rows: &[Vec<Cell>]) -> bool {
    // Rows without a number may be parts of the numbered one above.
    let bare =
        |row: &&Vec<Cell>| row.first().is_none_or(|first| value(first).is_some_and(|own| own.is_zero()));
    let unnumbered = rows.iter().filter(bare).count();
    if unnumbered > 0 && unnumbered < rows.len() {
        return true;
    }
    rows.iter().any(|row| match row.first() {
        Some(Cell::Text(text)) => {
            let mark = text.trim().replace('*', "");
            let mark = mark.split(' ').next().unwrap_or_default().trim_end_matches(['.', ')']);
            let roman = !mark.is_empty() && mark.chars().all(|c| "IVX".contains(c));
            let letter = mark.chars().count() == 1 && mark.chars().all(char::is_alphabetic);
            let inner = mark.contains('.') && mark.chars().all(|c| c.is_ascii_digit() || c == '.');
            let digits = mark.trim_end_matches(char::is_alphabetic);
            let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
            let branch = digits.len() < mark.len() && is_number;
            roman || letter || inner || branch
        }
        _ => false,
    })
}

/// What a cell counts: an empty one nothing.
fn value(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Number(number) => Some((*number).into()),
        Cell::Empty(()) => Some(Decimal::ZERO),
        Cell::Text(text) => {
            let text = text.trim().replace('*', "");
            if ["", "-", "–", "—", "0"].contains(&text.as_str()) {
                Some(Decimal::ZERO)
            } else {
                number(&text)
            }
        }
    }
}

/// What the cells add up to, if that is another number than the total.
fn said_wrongly(total: &Cell, values: &[Decimal]) -> Option<Decimal> {
    let said = value(total).filter(|said| !said.is_zero())?;
    let (least, most) = (values.iter().min()?, values.iter().max()?);
    let sum: Decimal = values.iter().sum();
    let place = values.iter().chain([&said]).map(Decimal::scale).max()?;
    let off = if place == 0 { 0 } else { i64::try_from(values.len()).ok()? + 1 };
    // Rounded cells are half a last place off. What lies among the cells is their mean; half the
    // sum is that of groups which stand above their rows.
    let rounded = (sum - said).abs() * Decimal::TWO <= Decimal::new(off, place);
    let mean = *least <= said && said <= *most;
    let counted = values.iter().filter(|value| !value.is_zero()).count() > 1;
    (counted && !rounded && !mean && sum != said * Decimal::TWO).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::{Cell, said_wrongly, value};

    #[test]
    fn sums_of_columns() {
        for (cells, total, sum) in [
            (&["430", "421", "417"][..], "1286", Some("1268")),
            (&["430", "421", "417"], "1.268", None),
            (&["1.250", "-", "", "50"], "1.350", Some("1300")),
            (&["12,4", "12,4", "12,4"], "37,3", None),
            (&["12,4", "12,4", "12,4"], "38,2", Some("37.2")),
            // A mean, a column with groups, nothing to add.
            (&["4,5", "5,5"], "5", None),
            (&["30", "10", "20", "40", "40"], "70", None),
            (&["0", "30"], "40", None),
            (&["12", "13"], "-", None),
        ] {
            let values: Vec<_> = cells.iter().filter_map(|cell| value(&Cell::Text((*cell).into()))).collect();
            assert_eq!(values.len(), cells.len());
            let own = said_wrongly(&Cell::Text(total.into()), &values);
            assert_eq!(own.map(|sum| sum.to_string()), sum.map(String::from), "{cells:?} {total}");
        }
        for text in ["Tốt", "12/15", "95%", "12.5"] {
            assert!(value(&Cell::Text(text.into())).is_none(), "{text}");
        }
    }
}
