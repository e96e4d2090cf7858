//! Drawings as pictures of a document.

use docx_rs::Pic;

/// English metric units, in which documents measure pictures: so many to a point.
const EMU: u32 = 12_700;
/// Dots a point.
const DOTS: u32 = 3;

/// How much room a picture has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// The width of the text.
    Line,
    /// The head of the first page.
    Head,
    /// A cell of a table.
    Cell,
    /// Beside a line of small text.
    Letter,
}

impl Room {
    /// Width and height in points.
    fn points(self) -> (u32, u32) {
        match self {
            Room::Line => (481, 500),
            Room::Head => (170, 48),
            Room::Cell => (70, 18),
            Room::Letter => (24, 9),
        }
    }
}

/// A PNG as a picture, in its own size or as small as its room; none if it is no PNG.
pub(crate) fn of(png: Vec<u8>, number: usize, room: Room) -> Option<Pic> {
    let (width, height) = size(&png)?;
    let (across, up) = room.points();
    let (own, own_up) = ((width / DOTS).max(1), (height / DOTS).max(1));
    // The smaller of both ratios, in whole numbers: width to room against height to room.
    let (wide, high) = match (own.min(across), own_up.min(up)) {
        (fit, _) if u64::from(fit) * u64::from(own_up) <= u64::from(up) * u64::from(own) => (fit, fit * own_up / own),
        (_, fit) => (fit * own / own_up, fit),
    };
    let picture = Pic::new_with_dimensions(png, width, height).id(format!("rIdImage{number}"));
    Some(picture.size(wide.max(1) * EMU, high.max(1) * EMU))
}

/// Width and height in dots, as the first chunk of every PNG says.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let dots = |from: usize| Some(u32::from_be_bytes(png.get(from..from + 4)?.try_into().ok()?));
    png.starts_with(b"\x89PNG\r\n\x1a\n").then_some(())?;
    Some((dots(16)?, dots(20)?)).filter(|(width, height)| *width > 0 && *height > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend(width.to_be_bytes());
        png.extend(height.to_be_bytes());
        png
    }

    #[test]
    fn a_picture_keeps_its_shape_and_its_room() {
        let size = |width, height, room| of(png(width, height), 1, room).map(|picture| picture.size);
        assert_eq!(size(300, 150, Room::Line), Some((100 * EMU, 50 * EMU)), "small ones are not blown up");
        assert_eq!(size(2886, 600, Room::Line), Some((481 * EMU, 100 * EMU)));
        assert_eq!(size(300, 3000, Room::Line), Some((50 * EMU, 500 * EMU)));
        assert!(of(b"GIF89a".to_vec(), 1, Room::Line).is_none());
    }
}
