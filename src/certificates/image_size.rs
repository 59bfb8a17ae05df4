//! In: the bytes of an image. Out: its pixels, as its first bytes say them, before anybody
//! unpacks it: a small file may be a huge picture.

/// The width and the height of a PNG, JPEG, GIF or WebP image; none of another.
pub(super) fn of(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => {
            Some((number(bytes.get(16..20)?, true), number(bytes.get(20..24)?, true)))
        }
        [b'G', b'I', b'F', ..] => Some((number(bytes.get(6..8)?, false), number(bytes.get(8..10)?, false))),
        [b'R', b'I', b'F', b'F', ..] => webp(bytes),
        [0xff, 0xd8, rest @ ..] => jpeg(rest),
        _ => None,
    }
}

/// The number in a few bytes, the highest first or last.
fn number(bytes: &[u8], highest_first: bool) -> u32 {
    let join = |number: u32, byte: &u8| number << 8 | u32::from(*byte);
    if highest_first { bytes.iter().fold(0, join) } else { bytes.iter().rev().fold(0, join) }
}

/// The first of the segments that begins a frame says its size.
fn jpeg(mut rest: &[u8]) -> Option<(u32, u32)> {
    loop {
        let start = rest.iter().position(|byte| *byte != 0xff)?;
        let (marker, segment) = rest[start..].split_first()?;
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return Some((number(segment.get(5..7)?, true), number(segment.get(3..5)?, true)));
        }
        let length = usize::try_from(number(segment.get(..2)?, true)).ok()?;
        rest = segment.get(length..).filter(|_| length > 1)?;
    }
}

/// Each of the three forms says its size elsewhere.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    let low = |range: std::ops::Range<usize>| Some(number(bytes.get(range)?, false));
    match bytes.get(12..16)? {
        b"VP8X" => Some((low(24..27)? + 1, low(27..30)? + 1)),
        b"VP8 " => Some((low(26..28)? & 0x3fff, low(28..30)? & 0x3fff)),
        b"VP8L" => {
            let both = low(21..25)?;
            Some(((both & 0x3fff) + 1, (both >> 14 & 0x3fff) + 1))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_first_bytes_say_the_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x4e\x20\0\0\0\x02";
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc0\0\x0b\x08\0\x02\x4e\x20";
        let webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x1f\x4e\0\x01\0\0";
        for bytes in [&png[..], jpeg, webp, b"GIF89a\x20\x4e\x02\0"] {
            assert_eq!(of(bytes), Some((20_000, 2)));
            // One that is cut short says nothing, and ends nothing.
            (0..bytes.len()).for_each(|end| assert_eq!(of(&bytes[..end]), None));
        }
        assert_eq!(of(b"<svg></svg>"), None);
    }
}
