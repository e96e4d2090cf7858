//! From bytes to text: byte order mark, UTF-8, else Windows-1252; a declared encoding wins and is checked.

use std::borrow::Cow;

use catalogue::model::Encoding;
use encoding_rs::{ISO_8859_15, UTF_8, WINDOWS_1252};

/// The bytes are not in the declared encoding.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(crate) struct OtherEncoding {
    /// What they look like, as it is declared.
    pub(crate) looks_like: &'static str,
}

/// The text of a file.
pub(crate) fn decode(bytes: &[u8], declared: Option<Encoding>) -> Result<Cow<'_, str>, OtherEncoding> {
    let Some(declared) = declared else { return Ok(detect(bytes)) };
    let is_utf_8 = std::str::from_utf8(bytes).is_ok();
    let has_mark = encoding_rs::Encoding::for_bom(bytes).is_some();
    match declared {
        Encoding::Utf8 if is_utf_8 => Ok(UTF_8.decode(bytes).0),
        Encoding::Utf8 => Err(OtherEncoding { looks_like: "windows-1252" }),
        // German text in one byte a letter is never by chance valid UTF-8 with letters beyond ASCII.
        _ if has_mark || (is_utf_8 && !bytes.is_ascii()) => Err(OtherEncoding { looks_like: "utf-8" }),
        Encoding::Windows1252 => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0),
        // ISO-8859-15 has no letters there; Windows-1252 has quotes and dashes.
        Encoding::Iso885915 if bytes.iter().any(|b| (0x80..0xa0).contains(b)) => {
            Err(OtherEncoding { looks_like: "windows-1252" })
        }
        Encoding::Iso885915 => Ok(ISO_8859_15.decode_without_bom_handling(bytes).0),
    }
}

fn detect(bytes: &[u8]) -> Cow<'_, str> {
    if encoding_rs::Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        // Follows the mark, UTF-16 included.
        UTF_8.decode(bytes).0
    } else {
        WINDOWS_1252.decode_without_bom_handling(bytes).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_detected() {
        assert_eq!(detect("Köln €".as_bytes()), "Köln €");
        assert_eq!(detect(b"\xef\xbb\xbfK\xc3\xb6ln"), "Köln");
        assert_eq!(detect(b"K\xf6ln \x80 \x96"), "Köln € –");
        assert_eq!(detect(b"\xff\xfeK\0\xf6\0"), "Kö");
        assert_eq!(detect(b""), "");
    }

    #[test]
    fn a_declared_encoding_is_checked() {
        fn looks_like(bytes: &[u8], declared: Encoding) -> Result<Cow<'_, str>, &'static str> {
            decode(bytes, Some(declared)).map_err(|other| other.looks_like)
        }
        assert_eq!(looks_like("Köln".as_bytes(), Encoding::Utf8), Ok("Köln".into()));
        assert_eq!(looks_like(b"\xef\xbb\xbfKoeln", Encoding::Utf8), Ok("Koeln".into()));
        assert_eq!(looks_like(b"K\xf6ln", Encoding::Utf8), Err("windows-1252"));
        assert_eq!(looks_like(b"K\xf6ln", Encoding::Windows1252), Ok("Köln".into()));
        assert_eq!(looks_like("Köln".as_bytes(), Encoding::Windows1252), Err("utf-8"));
        assert_eq!(looks_like(b"\xef\xbb\xbfKoeln", Encoding::Windows1252), Err("utf-8"));
        assert_eq!(looks_like(b"K\xf6ln \xa4", Encoding::Iso885915), Ok("Köln €".into()));
        assert_eq!(looks_like(b"K\xf6ln \x80", Encoding::Iso885915), Err("windows-1252"));
        assert_eq!(looks_like(b"Koeln", Encoding::Iso885915), Ok("Koeln".into()));
    }
}
