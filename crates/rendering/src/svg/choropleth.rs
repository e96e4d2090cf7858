//! A map of areas in classes. What is not a value has a pattern of its own, so that nothing rests on colour alone.

use maud::{Markup, html};
use publication::page::{Look, MapArea};

use super::{Drawn, Frame, Key, Note};
use crate::{html::View, map::Outline};

/// Looks with a pattern, in the order of the legend. An unreliable figure keeps the colour of its class below the
/// pattern.
const PATTERNS: [(Look, &str); 6] = [
    (Look::Unreliable, "unreliable"),
    (Look::Nothing, "nothing"),
    (Look::Withheld, "withheld"),
    (Look::Pending, "pending"),
    (Look::Senseless, "senseless"),
    (Look::Missing, "missing"),
];

/// The map and its legend.
pub(super) fn draw(
    view: &View<'_>,
    frame: &Frame<'_>,
    outline: &Outline,
    classes: &[String],
    areas: &[MapArea],
) -> Drawn {
    let used: Vec<(Look, &str)> =
        PATTERNS.into_iter().filter(|(look, _)| areas.iter().any(|area| area.look == *look)).collect();
    let inner = html! {
        @if !used.is_empty() { defs { @for (_, name) in &used { (pattern(frame.id, name)) } } }
        g class="areas" {
            @for area in areas {
                @if let Some(path) = outline.paths.get(&area.code) { (self::area(view, frame.id, area, path, classes.len())) }
            }
        }
    };
    let limits = classes.iter().enumerate().map(|(n, limits)| Note {
        key: Some(swatch(html! { rect class=(shade(n, classes.len())) x="1" y="1" width="54" height="34" {} }, None)),
        says: limits.clone(),
    });
    let looks = used.iter().map(|(look, name)| {
        let shapes = html! { rect fill={ "url(#" (frame.id) "-" (name) ")" } x="1" y="1" width="54" height="34" {} };
        let says = view.look(*look).unwrap_or_default();
        Note { key: Some(swatch(shapes, Some(pattern(frame.id, name)))), says }
    });
    Drawn {
        svg: frame.svg(f64::from(outline.width), f64::from(outline.height), &inner),
        legend: limits.chain(looks).collect(),
        notes: Vec::new(),
    }
}

fn area(view: &View<'_>, id: &str, area: &MapArea, path: &str, classes: usize) -> Markup {
    let pattern = PATTERNS.iter().find(|(look, _)| *look == area.look).map(|(_, name)| *name);
    let class = area.class.map(|class| shade(class, classes));
    html! {
        g {
            title {
                (area.name) ": " (area.shown)
                @if let Some(look) = view.look(area.look) { " – " (look) }
            }
            @if class.is_some() || pattern.is_none() { path class=(class.unwrap_or("blank")) d=(path) {} }
            @if let Some(pattern) = pattern { path fill={ "url(#" (id) "-" (pattern) ")" } d=(path) {} }
        }
    }
}

/// The shade of a class: the lightest and the darkest are always used, however many classes there are.
fn shade(class: usize, classes: usize) -> &'static str {
    const SHADES: [&str; 7] = ["k0", "k1", "k2", "k3", "k4", "k5", "k6"];
    let last = SHADES.len() - 1;
    let place = if classes < 2 { last / 2 } else { (class * last + (classes - 1) / 2) / (classes - 1) };
    SHADES[place.min(last)]
}

fn swatch(shapes: Markup, pattern: Option<Markup>) -> Key {
    Key { class: "swatch".to_owned(), size: (56, 36), shapes, pattern }
}

/// Each look has its own pattern: level lines, rings, rising lines, dots, crosses, and short strokes.
fn pattern(id: &str, name: &str) -> Markup {
    let (ground, marks) = match name {
        // Dark on light, so that it shows on the lightest and on the darkest class.
        "unreliable" => (false, html! { path class="halo" d="M0 9H18" {} path class="ink" d="M0 9H18" {} }),
        "nothing" => (true, html! { circle class="ink" cx="9" cy="9" r="4" {} }),
        "withheld" => (true, html! { path class="ink" d="M-4 4L4-4M-2 20L20-2M14 22L22 14" {} }),
        "pending" => (true, html! { path class="ink dot" d="M4 9h0M13 9h0" {} }),
        "senseless" => (true, html! { path class="ink" d="M5 5L13 13M13 5L5 13" {} }),
        _ => (true, html! { path class="ink" d="M9 7v4" {} }),
    };
    html! {
        pattern id={ (id) "-" (name) } width="18" height="18" patternUnits="userSpaceOnUse" {
            @if ground { rect class="ground" width="18" height="18" {} }
            (marks)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shade;

    #[test]
    fn shades_rise_with_the_classes() {
        for classes in 2..=7 {
            let shades: Vec<_> = (0..classes).map(|class| shade(class, classes)).collect();
            assert!(shades.is_sorted() && shades.windows(2).all(|pair| pair[0] != pair[1]), "{shades:?}");
            assert_eq!((shades[0], shades[classes - 1]), ("k0", "k6"));
        }
        assert_eq!(shade(0, 1), "k3");
    }
}
