//! In: what came of batches of certificates, of the list and the keys behind them.
//! Out: lines for a person.

use vankien::certificates::Batched;
use vankien::diagnostic::Lang;

use crate::args::{Action, Args};
use crate::print::{milliseconds, say};

/// A batch of certificates: what was made, what must be printed again.
pub(crate) fn batch(batched: &Batched, args: &Args) {
    let Batched { source, total, made, kept, .. } = batched;
    let lang = args.lang;
    if matches!(args.action, Action::Check(_)) {
        return say(lang.pick(
            format!("{source}: đã soát {total} giấy"),
            format!("{source}: looked at {total} certificates"),
        ));
    }
    let (folder, time) = (batched.folder.display(), milliseconds(batched.time));
    say(lang.pick(
        format!("{source} → {folder}/ ({total} giấy: làm {made}, giữ {kept}, {time} ms)"),
        format!("{source} → {folder}/ (certificates: {total}, made {made}, kept {kept}, {time} ms)"),
    ));
    if !batched.removed.is_empty() {
        let names = batched.removed.iter().take(REMOVED).cloned().collect::<Vec<_>>().join(", ");
        let [vi, en] = match batched.removed.len().saturating_sub(REMOVED) {
            0 => [String::new(), String::new()],
            more => [format!(" và {more} tệp khác"), format!(" and {more} others")],
        };
        say(lang.pick(
            format!("  đã xoá tệp không còn dùng: {names}{vi}"),
            format!("  removed, no longer used: {names}{en}"),
        ));
    }
    if !batched.reprint.is_empty() {
        let count = batched.reprint.len();
        let volume = match batched.reprint_volumes.as_slice() {
            [] => [const { String::new() }; 2],
            [one] => [
                format!(" (trong {one}; in xong thì xoá tệp này)"),
                format!(" (in {one}; delete it when it is printed)"),
            ],
            [first, .., last] => [
                format!(" (trong {first} … {last}; in xong thì xoá hết các tệp này)"),
                format!(" (in {first} … {last}; delete all of them when they are printed)"),
            ],
        };
        let [vi, en] = volume;
        let new = batched.reprint.iter().filter(|own| own.is_new).count();
        say(match (new, count - new) {
            (0, _) => lang.pick(
                format!("  phải in lại {count} giấy{vi}:"),
                format!("  to be printed again: {count}{en}:"),
            ),
            (new, 0) => lang
                .pick(format!("  phải in {new} giấy mới{vi}:"), format!("  to be printed: new {new}{en}:")),
            (new, again) => lang.pick(
                format!("  phải in {new} giấy mới, in lại {again} giấy{vi}:"),
                format!("  to be printed: new {new}, again {again}{en}:"),
            ),
        });
        for own in batched.reprint.iter().take(REPRINTS) {
            let new = if own.is_new { lang.pick("  (mới)", "  (new)") } else { "" };
            say(format_args!("    {:02}  {}  {}{new}", own.number, own.id, own.name));
        }
        if count > REPRINTS {
            say("    …");
        }
    }
}

/// A list that was locked.
pub(crate) fn locked(path: &std::path::Path, rows: Option<usize>, lang: Lang) {
    let path = path.display();
    say(match rows {
        Some(rows) => lang.pick(
            format!("{path}: đã khóa danh sách {rows} hàng; từ nay sửa một hàng thì chương trình báo"),
            format!("{path}: locked {rows} rows; a row that changes from now on is told"),
        ),
        None => lang.pick(
            format!("{path}: danh sách đã khóa từ trước, không ghi gì"),
            format!("{path}: the list was locked before; nothing is written"),
        ),
    });
}

/// Files taken away that are named.
const REMOVED: usize = 5;

/// Certificates to be printed again that are listed; the rest are in the volume.
const REPRINTS: usize = 50;

/// The two keys were made.
pub(crate) fn keys_made([secret, public]: &[std::path::PathBuf; 2], lang: Lang) {
    let (secret, public) = (secret.display(), public.display());
    say(lang.pick(
        format!(
            "{secret}: khoá bí mật; giữ như con dấu, sao một bản để nơi an toàn, không gửi cho ai\n\
             {public}: khoá công khai; gửi cho bất cứ ai cần kiểm tra giấy"
        ),
        format!(
            "{secret}: the secret key; guard it like the seal, keep a copy in a safe place, send it to nobody\n\
             {public}: the public key; send it to anyone who wants to verify certificates"
        ),
    ));
}
