//! In: an output that nothing makes any more. Out: its words.

use super::Severity::Warning;
use super::Words;
use crate::state::Idle;

/// What can lie in `output/` to be sent by mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum IdleFault {
    Output { source: String, why: Idle, others: Vec<String>, formats: String },
    Batch { source: String, why: Idle },
}

impl IdleFault {
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Output { source, why, others, formats } => {
                let [vi, en] = match others.as_slice() {
                    [] => [const { String::new() }; 2],
                    others => [" và ", " and "].map(|and| format!("{and}{}", others.join(", "))),
                };
                let said = match why {
                    Idle::Gone => [
                        format!("`{source}` không còn, nên tệp này{vi} không được làm lại nữa"),
                        format!("`{source}` is gone; this file{en} will not be made again"),
                    ],
                    Idle::Otherwise => [
                        format!("`{source}` nay là một đợt giấy, nên tệp này{vi} không được làm lại nữa"),
                        format!("`{source}` is a batch of certificates now; this file{en} will not be made again"),
                    ],
                    Idle::Former => [
                        format!("tệp này{vi} là của bản trước của `{source}`"),
                        format!("this file{en} is of an earlier version of `{source}`"),
                    ],
                };
                let hint = match why {
                    Idle::Former => [
                        format!("làm lại với `--format {formats}`, hoặc xoá, để không ai gửi nhầm"),
                        format!("make it again with `--format {formats}`, or delete it, lest it be sent by mistake"),
                    ],
                    _ => [
                        "không cần nữa thì xoá, để không ai gửi nhầm".into(),
                        "delete what is not needed, lest it be sent by mistake".into(),
                    ],
                };
                let ([vi, en], [hint_vi, hint_en]) = (said, hint);
                ("tep-thua", Warning, [vi, hint_vi], [en, hint_en])
            }
            Self::Batch { source, why: Idle::Gone } => (
                "tep-thua",
                Warning,
                [
                    format!("`{source}` không còn, nên giấy trong thư mục này không được làm lại nữa"),
                    "chỉ đổi tên đợt thì đổi tên thư mục này theo, để giữ số; giấy đã phát thì đặt lại tệp ấy; chưa phát thì xoá thư mục".into(),
                ],
                [
                    format!("`{source}` is gone; the certificates in this folder will not be made again"),
                    "if the batch was only renamed, rename this folder likewise, so that the numbers stay; if papers were handed out, put that file back; else delete the folder".into(),
                ],
            ),
            Self::Batch { source, .. } => (
                "tep-thua",
                Warning,
                [
                    format!("`{source}` nay không còn là đợt giấy, nên giấy trong thư mục này không được làm lại nữa"),
                    "giấy đã phát thì đặt lại danh sách người nhận (`nguoi_nhan`); chưa phát thì xoá thư mục".into(),
                ],
                [
                    format!("`{source}` is no batch any more; the certificates in this folder will not be made again"),
                    "if papers were handed out, put the list of recipients (`nguoi_nhan`) back; else delete the folder".into(),
                ],
            ),
        }
    }
}
