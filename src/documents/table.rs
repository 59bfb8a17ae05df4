//! In: the YAML of a table. Out: its columns and rows as written.

use schemars::JsonSchema;
use serde::Deserialize;

/// Bảng: a table in the text.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Tên: the caption above it.
    #[serde(rename = "ten")]
    pub caption: Option<String>,
    /// Đơn vị tính: what its figures count, at the right above it.
    #[serde(rename = "don_vi_tinh")]
    pub unit: Option<String>,
    /// Cột: the columns.
    #[serde(rename = "cot")]
    #[schemars(length(min = 1))]
    pub columns: Vec<Column>,
    /// Hàng: the rows, each as many cells as there are columns.
    #[serde(rename = "hang")]
    #[schemars(length(min = 1))]
    pub rows: Vec<Vec<Cell>>,
    /// Tổng: a last row in bold.
    #[serde(rename = "tong")]
    pub total: Option<Vec<Cell>>,
    /// Ngang: whether it stands on pages of its own that lie on their side
    /// (R-D-014).
    #[serde(rename = "ngang", default)]
    pub landscape: bool,
    /// Nguồn: where the figures come from, below it.
    #[serde(rename = "nguon")]
    pub source: Option<String>,
}

/// Cột.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Tên.
    #[serde(rename = "ten")]
    pub title: String,
    /// Rộng: its share of the width; by its longest text if left out.
    #[serde(rename = "rong")]
    #[schemars(range(min = 1, max = 1000))]
    pub share: Option<u16>,
    /// Căn: how its cells stand; figures at the right, text at the left if left
    /// out.
    #[serde(rename = "can")]
    pub align: Option<Align>,
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Align {
    /// Trái.
    #[serde(rename = "trai")]
    Left,
    /// Giữa.
    #[serde(rename = "giua")]
    Centre,
    /// Phải.
    #[serde(rename = "phai")]
    Right,
}

/// A cell: a whole number, a text, or nothing. A number with a point is
/// refused: `5.420` is five thousand to the clerk and five and a half to YAML.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Cell {
    /// Printed with points between thousands.
    Number(i64),
    /// Printed as it stands.
    Text(String),
    /// Left empty.
    Empty(()),
}
