//! Bytes as text: UTF-8, UTF-16 where it says so, and what older programs on Windows write.

use super::CsvRefused;

/// How a file's text is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, either order, by its mark.
    Utf16,
    /// Windows-1252: what is left where it is not UTF-8.
    Windows1252,
}

impl Encoding {
    /// "UTF-8", "UTF-16", "Windows-1252".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// What Windows-1252 has between 0x80 and 0x9f; `\0` where it has nothing.
const UPPER: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The text of a file. No text holds a NUL: that is how a file of another kind shows.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), CsvRefused> {
    let (text, encoding) = match bytes {
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), Encoding::Utf16),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), Encoding::Utf16),
        [0xef, 0xbb, 0xbf, rest @ ..] => (String::from_utf8(rest.to_vec()).ok(), Encoding::Utf8),
        bytes => match std::str::from_utf8(bytes) {
            Ok(text) => (Some(text.to_owned()), Encoding::Utf8),
            Err(_) => (Some(bytes.iter().copied().map(windows_1252).collect()), Encoding::Windows1252),
        },
    };
    text.filter(|text| !text.contains('\0')).map(|text| (text, encoding)).ok_or(CsvRefused::NotText)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().copied().map(unit);
    if odd.is_empty() { char::decode_utf16(units).collect::<Result<_, _>>().ok() } else { None }
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_that_programs_write_is_read() {
        let utf16 = |order: fn(u16) -> [u8; 2]| "\u{feff}Größe €".encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let cases: [(&[u8], Encoding); 5] = [
            ("Größe €".as_bytes(), Encoding::Utf8),
            ("\u{feff}Größe €".as_bytes(), Encoding::Utf8),
            (&utf16(u16::to_le_bytes), Encoding::Utf16),
            (&utf16(u16::to_be_bytes), Encoding::Utf16),
            (b"Gr\xf6\xdfe \x80", Encoding::Windows1252),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(decode(bytes), Ok(("Größe €".to_owned(), encoding)), "{encoding:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"a\0b"[..], b"\xff\xfea", b"\xff\xfe\x00\xd8", b"\x81\x8d", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"] {
            assert_eq!(decode(bytes), Err(CsvRefused::NotText), "{bytes:?}");
        }
    }
}
