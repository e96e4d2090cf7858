//! The few values of a look of one's own.

use std::{fmt, str::FromStr};

use super::LocalText;

/// The look of site, report and profiles: `[design]` of `open/monitoring.toml`, or of an edition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Design {
    /// The colour of headings, links and large figures; dark enough to be read on white.
    pub accent: Option<Colour>,
    /// The coat of arms or logo.
    pub logo: Option<Logo>,
}

/// A logo, `logo.svg` beside the file that speaks of it, with what it shows in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    /// Where it lies.
    pub file: String,
    /// The SVG document as written.
    pub svg: String,
    /// What it shows.
    pub says: LocalText,
}

/// A colour of the screen, written `#0d4a66`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// What text of normal size needs on its ground: WCAG 2.2, success criterion 1.4.3.
    pub const READABLE: f64 = 4.5;

    /// The ground of paper.
    pub const WHITE: Colour = Colour([255; 3]);

    /// A colour by its parts red, green and blue.
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Colour {
        Colour([red, green, blue])
    }

    /// The contrast with another colour, from 1 (the same) to 21 (black and white); formula of WCAG 2.2, “contrast
    /// ratio”.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Relative luminance, from 0 (black) to 1 (white).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The nearest colour that can be read on a ground: darkened on a light one, lightened on a dark one.
    pub fn readable_on(self, ground: Colour) -> Colour {
        let end = if ground.contrast(Colour::WHITE) < ground.contrast(Colour([0; 3])) { 0 } else { 255 };
        let mixed = |per_cent: u16| {
            // A mean of numbers of at most 255 is at most 255.
            let part = |part| u8::try_from((u16::from(part) * per_cent + end * (100 - per_cent)) / 100).unwrap_or(255);
            Colour(self.0.map(part))
        };
        let fits = |colour: &Colour| colour.contrast(ground) >= Colour::READABLE;
        (0..=100).rev().map(mixed).find(fits).unwrap_or(mixed(0))
    }
}

impl FromStr for Colour {
    type Err = ();

    fn from_str(text: &str) -> Result<Colour, ()> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii()).ok_or(())?;
        let part = |from: usize| u8::from_str_radix(&digits[from..from + 2], 16).map_err(drop);
        // `from_str_radix` takes a sign, too.
        if digits.contains('+') { Err(()) } else { Ok(Colour([part(0)?, part(2)?, part(4)?])) }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_written() {
        assert_eq!("#0d4a66".parse::<Colour>().map(|colour| colour.to_string()), Ok("#0d4a66".to_owned()));
        assert_eq!("#0D4A66".parse::<Colour>().map(|colour| colour.to_string()), Ok("#0d4a66".to_owned()));
        for wrong in ["", "0d4a66", "#0d4", "#0d4a6g", "#+1+2+3", "#äöü", "red"] {
            assert!(wrong.parse::<Colour>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let contrast = |text: &str| text.parse::<Colour>().unwrap().contrast(Colour::WHITE);
        assert!((contrast("#000000") - 21.0).abs() < 1e-9 && (contrast("#ffffff") - 1.0).abs() < 1e-9);
        // The two greys on either side of the line, as commonly published: 4.54 and 4.48.
        assert!((contrast("#767676") - 4.54).abs() < 0.005 && (contrast("#777777") - 4.48).abs() < 0.005);
    }

    #[test]
    fn what_is_proposed_can_be_read() {
        for text in ["#ffffff", "#ffcc00", "#e2001a", "#00a0e0", "#777777", "#000000"] {
            let colour = text.parse::<Colour>().unwrap();
            for ground in [Colour::WHITE, Colour::rgb(0xf1, 0xf4, 0xf3), Colour::rgb(0x1d, 0x26, 0x2f)] {
                assert!(colour.readable_on(ground).contrast(ground) >= Colour::READABLE, "{text} on {ground}");
            }
        }
        let dark: Colour = "#0d4a66".parse().unwrap();
        assert_eq!(dark.readable_on(Colour::WHITE), dark);
    }
}
