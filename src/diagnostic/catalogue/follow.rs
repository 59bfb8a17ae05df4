//! In: a fault in what became of certificates after printing. Out: its words.

use super::Severity::{Error, Info, Warning};
use super::Words;
use super::recognition::named;

/// What can be wrong in `theo_doi` of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum FollowFault {
    Unknown { id: String, nearest: Option<String> },
    Unlisted { id: String, number: u32 },
    Twice { id: String, done: [&'static str; 2] },
    BeforeIssue { id: String, date: String, issued: String },
    HandedAfterRevoked { id: String, date: String, revoked: String },
    ReissuedWithoutDecision { id: String, revoked: String },
    NothingCorrected { id: String },
    SameAgain { id: String },
    CorrectsUnprinted { id: String, word: &'static str },
    SameDecision { decision: String },
    DatedTwice { decision: String, date: String },
    CorrectedOtherwise { id: String, decision: String, was: String },
    CorrectedAfterRevoked { id: String, revoked: String },
    ReissueDecisionDate { decision: String, date: String },
    NobodyLeft { date: String },
    MadeLater { date: String, ids: Vec<String> },
    Gone { id: String, number: u32 },
    ReissueGone { id: String, number: u32 },
    ChangedInHand { ids: Vec<String> },
    SharedInHand { key: String },
    LooksInHand,
    RevocationGone { ids: Vec<String> },
    HandoverGone { ids: Vec<String> },
    CorrectionGone { ids: Vec<String> },
    NothingKnown { folder: String },
    AddedBefore { decision: String, first: String },
    NotYet { date: String, today: String },
    Revoked { id: String, decision: String },
}

impl FollowFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        let (vi, en) = match self {
            Self::Unknown { id, nearest } => (
                [
                    format!("không có mã `{id}` trong danh sách người nhận"),
                    nearest.as_ref().map_or_else(
                        || "xem lại mã; người được bổ sung thì ghi ở `bo_sung`".into(),
                        |own| format!("có phải là `{own}`?"),
                    ),
                ],
                [
                    format!("the list of recipients has no id `{id}`"),
                    nearest.as_ref().map_or_else(
                        || "look at the id again; who was added later goes under `bo_sung`".into(),
                        |own| format!("did you mean `{own}`?"),
                    ),
                ],
            ),
            Self::Unlisted { id, number } => (
                [
                    format!("mã `{id}` (giấy số {number:02}) không còn trong danh sách người nhận"),
                    "ghi lại người này vào danh sách: dòng này nói về tờ giấy ấy".into(),
                ],
                [
                    format!("`{id}` (certificate {number:02}) is no longer in the list of recipients"),
                    "put the recipient back: this line speaks of that paper".into(),
                ],
            ),
            Self::Twice { id, done: [vi, en] } => (
                [format!("giấy của mã `{id}` được ghi {vi} hai lần"), "giữ một dòng".into()],
                [format!("the certificate of `{id}` is said to be {en} twice"), "keep one of them".into()],
            ),
            Self::BeforeIssue { id, date, issued } => (
                [format!("ngày {date} ở trước ngày ký giấy của mã `{id}` ({issued})"), "xem lại ngày".into()],
                [
                    format!("{date} is before the certificate of `{id}` was signed ({issued})"),
                    "look at the date again".into(),
                ],
            ),
            Self::HandedAfterRevoked { id, date, revoked } => (
                [
                    format!("giấy của mã `{id}` ghi trao ngày {date} nhưng đã thu hồi theo {revoked}"),
                    "bỏ mã này khỏi `trao`, hoặc xem lại ngày".into(),
                ],
                [
                    format!("the certificate of `{id}` is handed over on {date}, but {revoked} revoked it"),
                    "take the id out of `trao`, or look at the dates again".into(),
                ],
            ),
            Self::ReissuedWithoutDecision { id, revoked } => (
                [
                    format!("giấy của mã `{id}` đã thu hồi theo {revoked} nên không tự cấp lại được"),
                    "ghi `quyet_dinh` cho phép cấp lại, hoặc xoá dòng `cap_lai`".into(),
                ],
                [
                    format!(
                        "the certificate of `{id}` was revoked by {revoked} and is not simply issued anew"
                    ),
                    "write the `quyet_dinh` that allows it, or delete the line of `cap_lai`".into(),
                ],
            ),
            Self::NothingCorrected { id } => (
                [
                    format!("đính chính của mã `{id}` không sửa gì"),
                    "ghi phần đúng, ví dụ `ten`, `don_vi` hoặc `mo_hinh`".into(),
                ],
                [
                    format!("the correction of `{id}` corrects nothing"),
                    "write what is right, such as `ten`, `don_vi` or `mo_hinh`".into(),
                ],
            ),
            Self::SameAgain { id } => (
                [
                    format!("đính chính mã `{id}` mà không khác gì điều đã ghi trước"),
                    "ghi điều đúng ở đây, giữ danh sách như quyết định đầu; đã sửa danh sách thì trả lại như cũ".into(),
                ],
                [
                    format!("the correction of `{id}` says what was said before it"),
                    "write what is right here and leave the list as the first decision has it; if it was mended, put it back".into(),
                ],
            ),
            Self::CorrectsUnprinted { id, word } => (
                [
                    format!("giấy của mã `{id}` không in `{word}`: đính chính mục này thì giấy vẫn như cũ"),
                    "giấy đã in vẫn đúng: bỏ mục này khỏi đính chính; cần in thì thêm vào `dong`".into(),
                ],
                [
                    format!("the certificate of `{id}` does not print `{word}`: correcting it leaves the paper as it was"),
                    "the printed paper stands: leave it out; or have a line of `dong` print it".into(),
                ],
            ),
            Self::SameDecision { decision } => (
                [
                    format!("{decision} là chính quyết định của đợt giấy này"),
                    "ghi số của quyết định ban hành sau; người nhận từ đầu thì ghi vào `nguoi_nhan`".into(),
                ],
                [
                    format!("{decision} is the decision of the batch itself"),
                    "write the number of the later decision; who was in it from the start goes under `nguoi_nhan`".into(),
                ],
            ),
            Self::DatedTwice { decision, date } => (
                [
                    format!("{decision}: dòng khác của `theo_doi` ghi quyết định này ký ngày {date}"),
                    "một quyết định một ngày; sửa lại ngày hoặc số của một dòng".into(),
                ],
                [
                    format!("{decision}: another line of `theo_doi` has it signed on {date}"),
                    "a decision has one day; mend the day or the number of one line".into(),
                ],
            ),
            Self::CorrectedOtherwise { id, decision, was } => (
                [
                    format!("mã `{id}` đã được đính chính điều này theo {decision} thành “{was}”"),
                    "một quyết định, hoặc hai quyết định cùng ngày, chỉ nói một điều; xem lại rồi giữ dòng đúng".into(),
                ],
                [
                    format!("the same of `{id}` was corrected by {decision} to “{was}”"),
                    "one decision, or two of one day, say one thing; keep the line that is right".into(),
                ],
            ),
            Self::CorrectedAfterRevoked { id, revoked } => (
                [
                    format!("giấy của mã `{id}` đã thu hồi theo {revoked}, không còn gì để đính chính"),
                    "xem lại ngày của hai quyết định, hoặc xoá dòng này".into(),
                ],
                [
                    format!("the certificate of `{id}` was revoked by {revoked}: nothing is left to correct"),
                    "look at the dates of both decisions, or delete the line".into(),
                ],
            ),
            Self::ReissueDecisionDate { decision, date } => (
                [
                    format!("quyết định {decision} không thể cho phép cấp lại ngày {date}"),
                    "quyết định này phải ký sau khi thu hồi và trước ngày cấp lại".into(),
                ],
                [
                    format!("{decision} cannot allow what was issued anew on {date}"),
                    "it is signed after the revocation and before the new certificate".into(),
                ],
            ),
            Self::NobodyLeft { date } => (
                [
                    format!("ngày {date} không còn giấy nào để trao: các dòng khác đã ghi hết"),
                    "xoá dòng này, hoặc ghi `ma` của người được trao hôm ấy".into(),
                ],
                [
                    format!("nothing was left to hand over on {date}: other lines name all"),
                    "delete the line, or write the `ma` of those who got theirs that day".into(),
                ],
            ),
            Self::MadeLater { date, ids } => (
                [
                    format!("làm sau khi ghi dòng trao ngày {date} nên chưa tính là đã trao: mã {}", named(ids, "và thêm")),
                    "trao rồi thì ghi thêm một dòng `trao` có `ma` của những người này".into(),
                ],
                [
                    format!("made after the handover of {date} was written, so not handed over yet: {}", named(ids, "and besides")),
                    "once they are, write another line of `trao` with their `ma`".into(),
                ],
            ),
            Self::Gone { id, number } => (
                [
                    format!("giấy số {number:02} của mã `{id}` đã trao mà không còn trong danh sách"),
                    "ghi lại như cũ; bị thu hồi thì ghi ở `thu_hoi`; thật ra chưa trao thì ghi lại, sửa `trao` cho đúng ai đã nhận, làm một lần rồi mới xoá".into(),
                ],
                [
                    format!("certificate {number:02} of `{id}` was handed over, but is no longer in the list"),
                    "put it back; what was revoked goes under `thu_hoi`; if it was never handed over, put it back, let `trao` name those who have theirs, build, and only then delete it".into(),
                ],
            ),
            Self::ReissueGone { id, number } => (
                [
                    format!("giấy số {number:02} ({id}) đã làm mà không còn dòng `cap_lai` nào: sổ ghi số này “bỏ, không cấp”"),
                    format!("cùng tờ giấy ấy thì ghi `so: {number}` vào dòng `cap_lai`; đã bỏ thì thu lại tờ đã in"),
                ],
                [
                    format!("certificate {number:02} ({id}) was made, but no line of `cap_lai` speaks of it: the register has its number as given up"),
                    format!("if it is the same paper, write `so: {number}` in its line; if not, take back what was printed"),
                ],
            ),
            Self::ChangedInHand { ids } => (
                [
                    format!("giấy đã trao mà danh sách nay ghi khác: mã {}", named(ids, "và thêm")),
                    "tờ giấy người ta giữ ghi như trước (xem sổ theo dõi): trả danh sách như cũ rồi ghi `dinh_chinh`; chưa trao thì bỏ khỏi `trao`".into(),
                ],
                [
                    format!("handed over, and the list says something else now: {}", named(ids, "and besides")),
                    "the paper in their hands says what it said (see the register): put the list back and write a `dinh_chinh`; if it was not handed over, take it out of `trao`".into(),
                ],
            ),
            Self::SharedInHand { key } => (
                [
                    format!("giấy đã trao mà nay `{key}` ghi khác: mọi tờ giấy sẽ ghi khác tờ người ta giữ"),
                    "trả lại như cũ (xem sổ theo dõi); đã thu các tờ ấy về để in lại thì bỏ `trao`, làm lại, rồi ghi ngày trao mới".into(),
                ],
                [
                    format!("handed over, and `{key}` says something else now: every paper would differ from the one in hand"),
                    "put it back (see the register); if those papers were taken back to be printed again, delete `trao`, build, then write the new day".into(),
                ],
            ),
            Self::LooksInHand => (
                [
                    "mẫu hoặc cách in đã đổi: giấy làm lại trông khác những tờ đã trao".into(),
                    "tờ đã trao vẫn đúng, không phải in lại; không định đổi thì trả lại `mau` như cũ".into(),
                ],
                [
                    "another profile or way of printing: what is made again looks otherwise than what was handed over".into(),
                    "what was handed over holds and need not be printed again; if no change was meant, put `mau` back".into(),
                ],
            ),
            Self::RevocationGone { ids } => (
                [
                    format!("lần trước đã thu hồi, nay không còn dòng `thu_hoi`: mã {}", named(ids, "và thêm")),
                    "ghi lại dòng `thu_hoi`; ghi nhầm lần trước thì thôi: sổ theo dõi lại ghi giấy còn giá trị".into(),
                ],
                [
                    format!("revoked when last built, and no line of `thu_hoi` says so now: {}", named(ids, "and besides")),
                    "put the line of `thu_hoi` back; if it was a mistake, all is well: the register says again that the paper holds".into(),
                ],
            ),
            Self::HandoverGone { ids } => (
                [
                    format!("lần trước đã trao, nay không còn dòng `trao`: mã {}", named(ids, "và thêm")),
                    "ghi lại dòng `trao`, kẻo tờ giấy người ta giữ không còn được canh; ghi nhầm lần trước thì thôi".into(),
                ],
                [
                    format!("handed over when last built, and no line of `trao` says so now: {}", named(ids, "and besides")),
                    "put the line of `trao` back, or nobody watches over the paper in their hands; if it was a mistake, all is well".into(),
                ],
            ),
            Self::CorrectionGone { ids } => (
                [
                    format!("lần trước đã đính chính, nay không còn dòng `dinh_chinh`: mã {}", named(ids, "và thêm")),
                    "ghi lại dòng `dinh_chinh`; ghi nhầm lần trước thì huỷ tờ đã in theo dòng ấy".into(),
                ],
                [
                    format!("corrected when last built, and no line of `dinh_chinh` says so now: {}", named(ids, "and besides")),
                    "put the line of `dinh_chinh` back; if it was a mistake, destroy what was printed by it".into(),
                ],
            ),
            Self::NothingKnown { folder } => (
                [
                    format!("`trao` ghi giấy đã trao mà {folder} không có gì của lần trước: số vào sổ đếm lại từ đầu"),
                    "chép thư mục ấy về từ bản sao (có .vankien.json hoặc so-theo-doi.csv), hoặc ghi `so` từng người như tờ đã in".into(),
                ],
                [
                    format!("`trao` speaks of papers handed over, and {folder} has nothing of earlier runs: numbers are counted anew"),
                    "bring that folder back from a copy (with .vankien.json or so-theo-doi.csv), or write the `so` of each as it was printed".into(),
                ],
            ),
            Self::AddedBefore { decision, first } => (
                [
                    format!("quyết định bổ sung {decision} ở trước ngày ký của đợt giấy ({first})"),
                    "xem lại ngày của quyết định bổ sung".into(),
                ],
                [
                    format!("{decision} adds recipients before the batch was signed ({first})"),
                    "look at the date of that decision again".into(),
                ],
            ),
            Self::NotYet { date, today } => (
                [
                    format!("ngày {date} chưa tới (hôm nay {today})"),
                    "chỉ ghi việc đã làm; đã làm rồi thì xem lại ngày này, hoặc ngày của máy".into(),
                ],
                [
                    format!("{date} has not come yet (today is {today})"),
                    "write what was done; if it was, look at the day, or at the clock of the machine".into(),
                ],
            ),
            Self::Revoked { id, decision } => (
                [
                    format!("giấy của mã `{id}` đã thu hồi theo {decision}, không in lại"),
                    "bỏ mã này khỏi `--only`".into(),
                ],
                [
                    format!("the certificate of `{id}` was revoked by {decision} and is not printed again"),
                    "take the id out of `--only`".into(),
                ],
            ),
        };
        let told_only = matches!(
            self,
            Self::SameAgain { .. }
                | Self::CorrectsUnprinted { .. }
                | Self::ReissueGone { .. }
                | Self::NotYet { .. }
                | Self::RevocationGone { .. }
                | Self::HandoverGone { .. }
                | Self::CorrectionGone { .. }
                | Self::NothingKnown { .. }
                | Self::LooksInHand
        );
        let severity = match self {
            Self::MadeLater { .. } => Info,
            _ if told_only => Warning,
            _ => Error,
        };
        ("giay-theo-doi", severity, vi, en)
    }
}
