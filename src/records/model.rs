//! In: the YAML or sheet of a year's models. Out: one registered model a row.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::values::{Amount, Date};

/// Tệp mô hình: those of one year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// Mô hình.
    #[serde(rename = "mo_hinh")]
    pub models: Vec<Model>,
}

/// Mô hình, điển hình “Dân vận khéo” registered in the file's year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each is a column of the register")]
pub struct Model {
    /// Mã, unique among all years.
    #[serde(rename = "ma")]
    pub id: Option<String>,
    /// Đơn vị: the code or a name of the unit.
    #[serde(rename = "don_vi")]
    pub unit: String,
    /// Tên, without the quotation marks around it.
    #[serde(rename = "ten")]
    #[schemars(length(min = 1))]
    pub name: String,
    /// Lĩnh vực: a code of `danh-muc.toml`.
    #[serde(rename = "linh_vuc")]
    pub field: String,
    /// Loại.
    #[serde(rename = "loai", default)]
    pub kind: ModelKind,
    /// Đối tượng.
    #[serde(rename = "doi_tuong", default)]
    pub subject: Subject,
    /// Cá nhân: the person, if it is one's own.
    #[serde(rename = "ca_nhan")]
    pub person: Option<Person>,
    /// Cấp: the level at which it is registered.
    #[serde(rename = "cap", default)]
    pub level: Level,
    /// Tình trạng: new this year or carried on.
    #[serde(rename = "tinh_trang", default)]
    pub freshness: Freshness,
    /// Năm đầu: the year it began.
    #[serde(rename = "nam_dau")]
    pub first_year: Option<u16>,
    /// Ngày đăng ký.
    #[serde(rename = "ngay_dang_ky")]
    pub registered_on: Option<Date>,
    /// Trạng thái: how far it has come.
    #[serde(rename = "trang_thai", default)]
    pub state: State,
    /// Lý do, where it was withdrawn or not recognised.
    #[serde(rename = "ly_do")]
    pub reason: Option<String>,
    /// Đủ điều kiện: whether it may be ranked at all.
    #[serde(rename = "du_dieu_kien", default = "yes")]
    pub eligible: bool,
    /// Điểm tự chấm.
    #[serde(rename = "diem_tu_cham")]
    pub own_score: Option<Amount>,
    /// Điểm: the final score, 0–100.
    #[serde(rename = "diem")]
    pub score: Option<Amount>,
    /// Lý do đổi điểm, where the final score differs from the unit's own.
    #[serde(rename = "ly_do_doi_diem")]
    pub score_reason: Option<String>,
    /// Tiêu biểu: chosen as exemplary.
    #[serde(rename = "tieu_bieu", default)]
    pub exemplary: bool,
    /// Đề nghị khen: proposed for an award.
    #[serde(rename = "de_nghi_khen", default)]
    pub proposed: bool,
    /// Được khen: awarded.
    #[serde(rename = "duoc_khen", default)]
    pub awarded: bool,
    /// Hiệu quả: what it brought, for the list of exemplary models.
    #[serde(rename = "hieu_qua")]
    pub effect: Option<String>,
    /// Nội dung.
    #[serde(rename = "noi_dung")]
    pub content: Option<String>,
    /// Mục tiêu.
    #[serde(rename = "muc_tieu")]
    pub goal: Option<String>,
    /// Cách làm.
    #[serde(rename = "cach_lam")]
    pub method: Option<String>,
    /// Số người: how many people it reaches.
    #[serde(rename = "so_nguoi")]
    pub people: Option<u32>,
    /// Từ ngày, when it begins.
    #[serde(rename = "tu_ngay")]
    pub from: Option<Date>,
    /// Đến ngày, when it ends.
    #[serde(rename = "den_ngay")]
    pub until: Option<Date>,
    /// Phối hợp: who helps.
    #[serde(rename = "phoi_hop", default)]
    pub partners: Vec<String>,
    /// Kinh phí, đồng.
    #[serde(rename = "kinh_phi")]
    pub budget: Option<Amount>,
    /// Người phụ trách; never printed.
    #[serde(rename = "nguoi_phu_trach")]
    pub lead: Option<String>,
    /// Ghi chú.
    #[serde(rename = "ghi_chu")]
    pub note: Option<String>,
}

fn yes() -> bool {
    true
}

/// Cá nhân.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Họ tên.
    #[serde(rename = "ho_ten")]
    pub name: String,
    /// Danh xưng: `Đồng chí`.
    #[serde(rename = "danh_xung")]
    pub title: Option<String>,
    /// Chức vụ.
    #[serde(rename = "chuc_vu")]
    pub position: Option<String>,
}

/// Loại: a way of working, or an exemplar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum ModelKind {
    /// Mô hình.
    #[default]
    #[serde(rename = "mo_hinh")]
    Model,
    /// Điển hình.
    #[serde(rename = "dien_hinh")]
    Exemplar,
}

/// Đối tượng: whose it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
pub enum Subject {
    /// Tập thể.
    #[default]
    #[serde(rename = "tap_the")]
    Collective,
    /// Cá nhân.
    #[serde(rename = "ca_nhan")]
    Person,
}

impl Subject {
    /// Both, in the order of tables.
    pub const ALL: [Self; 2] = [Self::Collective, Self::Person];

    /// As data and expressions write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Collective => "tap_the",
            Self::Person => "ca_nhan",
        }
    }

    /// As tables print it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Collective => "Tập thể",
            Self::Person => "Cá nhân",
        }
    }
}

/// Cấp: where it is registered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Level {
    /// Cơ sở.
    #[serde(rename = "co_so")]
    Base,
    /// Huyện và tương đương.
    #[default]
    #[serde(rename = "huyen_tuong_duong")]
    District,
    /// Tỉnh.
    #[serde(rename = "tinh")]
    Province,
}

/// Tình trạng: whether it is new.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Freshness {
    /// Mới.
    #[default]
    #[serde(rename = "moi")]
    New,
    /// Duy trì.
    #[serde(rename = "duy_tri")]
    Continued,
}

impl Freshness {
    /// Both.
    pub const ALL: [Self; 2] = [Self::New, Self::Continued];

    /// As data and expressions write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "moi",
            Self::Continued => "duy_tri",
        }
    }
}

/// Trạng thái: how far a model has come; a withdrawn one is counted nowhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum State {
    /// Đăng ký.
    #[default]
    #[serde(rename = "dang_ky")]
    Registered,
    /// Chấp nhận.
    #[serde(rename = "chap_nhan")]
    Accepted,
    /// Đã kiểm tra.
    #[serde(rename = "kiem_tra")]
    Checked,
    /// Đã chấm điểm.
    #[serde(rename = "cham_diem")]
    Scored,
    /// Công nhận.
    #[serde(rename = "cong_nhan")]
    Recognised,
    /// Không công nhận.
    #[serde(rename = "khong_cong_nhan")]
    NotRecognised,
    /// Rút.
    #[serde(rename = "rut")]
    Withdrawn,
}
