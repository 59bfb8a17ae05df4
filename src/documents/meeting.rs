//! In: the YAML under `cuoc_hop`. Out: when, where and with whom a meeting is
//! held, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::values::{Date, Time, Weekday};

/// Cuộc họp: the particulars of a meeting in a giấy mời or a biên bản (R-D-240,
/// R-D-241). Each one given is printed on a line of its own, in this order.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Bắt đầu: when it opens, `8 giờ 00`.
    #[serde(rename = "bat_dau")]
    pub opening: Time,
    /// Ngày: its day.
    #[serde(rename = "ngay")]
    pub date: Date,
    /// Thứ: the weekday, if the author wants it checked; it is printed anyway.
    #[serde(rename = "thu")]
    pub weekday: Option<Weekday>,
    /// Kết thúc: when it closes; prints the closing sentence of the minutes.
    #[serde(rename = "ket_thuc")]
    pub closing: Option<Time>,
    /// Địa điểm: where.
    #[serde(rename = "dia_diem")]
    pub venue: String,
    /// Chủ trì: who chairs.
    #[serde(rename = "chu_tri")]
    pub chair: Option<String>,
    /// Thư ký: who takes the minutes.
    #[serde(rename = "thu_ky")]
    pub secretary: Option<String>,
    /// Nội dung: what about.
    #[serde(rename = "noi_dung")]
    pub agenda: Option<String>,
    /// Thành phần: who is invited or takes part.
    #[serde(rename = "thanh_phan", default)]
    pub participants: Vec<String>,
    /// Triệu tập: how many were called.
    #[serde(rename = "trieu_tap")]
    pub called: Option<usize>,
    /// Có mặt: how many came.
    #[serde(rename = "co_mat")]
    pub present: Option<usize>,
    /// Vắng mặt: who did not, each with the reason.
    #[serde(rename = "vang_mat", default)]
    pub absent: Vec<String>,
}
