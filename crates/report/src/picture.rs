//! A drawing as PNG, for programs that take no SVG.

use std::sync::{Arc, LazyLock};

use resvg::{tiny_skia, usvg};

use crate::world::FONTS;

/// Dots a unit of the drawing, about a point: sharp on slides and in print.
const SCALE: f32 = 3.0;

static FACES: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut faces = usvg::fontdb::Database::new();
    FONTS.iter().for_each(|font| faces.load_font_data(font.to_vec()));
    Arc::new(faces)
});

/// A drawing of this program as PNG, in three dots a unit, with the fonts of the program and no others. `None` if it is
/// no drawing.
pub fn png(svg: &str) -> Option<Vec<u8>> {
    let options =
        usvg::Options { fontdb: Arc::clone(&FACES), font_family: "Source Sans 3".to_owned(), ..Default::default() };
    let tree = usvg::Tree::from_str(svg, &options).ok()?;
    let size = tree.size().to_int_size().scale_by(SCALE)?;
    let mut dots = tiny_skia::Pixmap::new(size.width(), size.height())?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(SCALE, SCALE), &mut dots.as_mut());
    dots.encode_png().ok()
}
