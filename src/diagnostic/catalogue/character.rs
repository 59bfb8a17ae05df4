//! In: a fault of a single character. Out: its words.

use super::Severity::{Error, Warning};
use super::Words;

/// What can be wrong with a character.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum CharacterFault {
    ControlCharacter { code: u32 },
    NoGlyph { character: char },
    FullWidth { plain: String },
    NotTheLetterD { letter: char },
    Invisible { code: u32 },
    LooseMark { code: u32 },
    ToneOnConsonant { character: char },
    OtherScript { character: char },
    OtherAlphabet { word: String },
    LostLetter,
}

impl CharacterFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::ControlCharacter { code } => (
                "ky-tu",
                Error,
                [
                    format!("có ký tự điều khiển U+{code:04X}, không in được"),
                    "xoá ký tự ấy (thường theo chữ dán từ nơi khác sang); dấu tab thì thay bằng dấu cách"
                        .into(),
                ],
                [
                    format!("control character U+{code:04X} cannot be printed"),
                    "delete it (it often comes with pasted text); replace a tab by a space".into(),
                ],
            ),
            Self::NoGlyph { character: '\u{fffd}' } => (
                "ky-tu",
                Error,
                [
                    "dấu `\u{fffd}`: một chữ đã mất khi lưu hay gửi tệp".into(),
                    "gõ lại tiếng ấy, hoặc xin lại tệp ở dạng Unicode (UTF-8)".into(),
                ],
                [
                    "the sign `\u{fffd}`: a letter was lost when the file was saved or sent".into(),
                    "type the word again, or ask for the file in Unicode (UTF-8)".into(),
                ],
            ),
            Self::NoGlyph { character: '₀'..='₉' } => (
                "ky-tu",
                Error,
                [
                    "phông chữ không có chữ số nhỏ viết thấp".into(),
                    "viết bằng chữ số thường: CO2, PM2,5; hoặc đặt phông có chữ ấy vào `fonts/`".into(),
                ],
                [
                    "no font has these small low digits".into(),
                    "write them in plain digits: CO2, PM2,5; or put a font that has them into `fonts/`"
                        .into(),
                ],
            ),
            Self::NoGlyph { character: character @ ('⁰' | '⁴'..='⁹' | '⁺' | '⁻') } => (
                "ky-tu",
                Error,
                [
                    format!("phông chữ không có số mũ `{character}`"),
                    "viết bằng chữ: 10 mũ -3; hoặc viết cả số ra: 0,001".into(),
                ],
                [
                    format!("no font has the small high sign `{character}`"),
                    "write the power in words, or the number in full: 0,001".into(),
                ],
            ),
            Self::NoGlyph { character: '\u{f000}'..='\u{f0ff}' } => (
                "ky-tu",
                Error,
                [
                    "dấu đầu dòng hay ký hiệu của Word, phông chữ khác không có".into(),
                    "xoá nó; đầu dòng thì gõ gạch nối `-`".into(),
                ],
                [
                    "a bullet or sign of Word that no other font has".into(),
                    "delete it; at the beginning of a line type a hyphen `-`".into(),
                ],
            ),
            Self::NoGlyph { character } if greek(*character).is_some() => {
                let name = greek(*character).unwrap_or_default();
                (
                    "ky-tu",
                    Error,
                    [
                        format!("phông chữ không có chữ Hy Lạp `{character}`"),
                        format!("viết tên của nó: {name}; hoặc đặt phông có chữ ấy vào `fonts/`"),
                    ],
                    [
                        format!("no font has the Greek letter `{character}`"),
                        format!("write its name, {name}, or put a font that has it into `fonts/`"),
                    ],
                )
            }
            Self::FullWidth { plain } => (
                "ky-tu",
                Error,
                [
                    "chữ, số gõ bằng bộ gõ toàn hình (chữ Nhật, chữ Hoa)".into(),
                    format!("tắt bộ gõ toàn hình, gõ lại: `{plain}`"),
                ],
                [
                    "typed with a full-width keyboard, as for Japanese or Chinese".into(),
                    format!("turn it off and type `{plain}`"),
                ],
            ),
            Self::NoGlyph { character } => (
                "ky-tu",
                Error,
                [
                    format!("phông chữ không có ký tự `{character}` (U+{:04X})", u32::from(*character)),
                    "thay bằng ký tự khác, hoặc đặt phông có ký tự này vào `fonts/`".into(),
                ],
                [
                    format!("no font has the character `{character}` (U+{:04X})", u32::from(*character)),
                    "use another character, or put a font that has it into `fonts/`".into(),
                ],
            ),
            Self::NotTheLetterD { letter } => (
                "ky-tu",
                Error,
                [
                    format!(
                        "chữ `{letter}` này (U+{:04X}) không phải chữ đ tiếng Việt, nhìn giống mà khác mã",
                        u32::from(*letter)
                    ),
                    "gõ lại bằng bộ gõ tiếng Việt".into(),
                ],
                [
                    format!(
                        "this `{letter}` (U+{:04X}) is not the Vietnamese letter đ, it only looks like it",
                        u32::from(*letter)
                    ),
                    "type it again with a Vietnamese keyboard".into(),
                ],
            ),
            Self::Invisible { code } => (
                "ky-tu",
                Error,
                [
                    format!("có ký tự ẩn U+{code:04X}, không nhìn thấy nhưng làm sai chữ khi in và khi tìm"),
                    "xoá rồi gõ lại chữ ở chỗ này; ký tự ẩn thường theo chữ dán từ trang mạng".into(),
                ],
                [
                    format!("the invisible character U+{code:04X} spoils printing and searching"),
                    "delete it and type the word again; it often comes with text pasted from the web".into(),
                ],
            ),
            Self::ToneOnConsonant { character } => (
                "ky-tu",
                Warning,
                [
                    format!("chữ `{character}` không có trong tiếng Việt, dấu có thể gõ lệch chữ"),
                    "gõ lại chữ bằng bộ gõ tiếng Việt; tên nước ngoài thì giữ".into(),
                ],
                [
                    format!(
                        "Vietnamese has no letter `{character}`: the mark may have slipped from another one"
                    ),
                    "type the word again; keep it if it is a foreign name".into(),
                ],
            ),
            Self::LooseMark { code } => (
                "ky-tu",
                Error,
                [
                    format!("có dấu rời U+{code:04X} không ghép được với chữ đứng trước"),
                    "xoá dấu ấy rồi gõ lại chữ bằng bộ gõ tiếng Việt".into(),
                ],
                [
                    format!("the loose mark U+{code:04X} fits no letter before it"),
                    "delete it and type the letter again".into(),
                ],
            ),
            Self::LostLetter => (
                "ky-tu",
                Warning,
                [
                    "dấu `?` giữa tiếng: một chữ có dấu đã mất khi lưu hay gửi tệp".into(),
                    "gõ lại tiếng ấy, hoặc xin lại tệp ở dạng Unicode (UTF-8)".into(),
                ],
                [
                    "a `?` inside a word: a letter was lost when the file was saved or sent".into(),
                    "type the word again, or ask for the file in Unicode (UTF-8)".into(),
                ],
            ),
            Self::OtherAlphabet { word } => (
                "ky-tu",
                Error,
                [
                    format!("phông chữ không có chữ cái của `{word}`"),
                    "viết tên ấy bằng chữ La-tinh, hoặc đặt phông có chữ ấy vào `fonts/`".into(),
                ],
                [
                    format!("no font has the letters of `{word}`"),
                    "write it in Latin letters, or put a font that has them into `fonts/`".into(),
                ],
            ),
            Self::OtherScript { character } => (
                "ky-tu",
                Error,
                [
                    format!(
                        "chữ `{character}` (U+{:04X}) không phải chữ La-tinh, chỉ nhìn giống",
                        u32::from(*character)
                    ),
                    "gõ lại cả tiếng bằng bộ gõ tiếng Việt".into(),
                ],
                [
                    format!(
                        "`{character}` (U+{:04X}) is not a Latin letter, it only looks like one",
                        u32::from(*character)
                    ),
                    "type the word again".into(),
                ],
            ),
        }
    }
}

/// The name of a Greek letter that papers on science use.
fn greek(letter: char) -> Option<&'static str> {
    Some(match letter {
        'α' | 'Α' => "alpha",
        'β' | 'Β' => "beta",
        'γ' | 'Γ' => "gamma",
        'δ' | 'Δ' => "delta",
        'ε' => "epsilon",
        'η' => "eta",
        'θ' | 'Θ' => "theta",
        'λ' | 'Λ' => "lambda",
        'μ' => "mu",
        'π' | 'Π' => "pi",
        'ρ' => "rho",
        'σ' | 'Σ' => "sigma",
        'τ' => "tau",
        'φ' | 'Φ' => "phi",
        'ω' | 'Ω' => "omega",
        _ => return None,
    })
}
