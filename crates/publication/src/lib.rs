//! In front of the wall: measures, assessments and pages, as pure functions of the catalogue and a release.

pub mod assess;
pub mod compose;
pub mod fill;
pub mod gate;
pub mod measure;
pub mod page;
pub mod review;
pub mod wording;

pub use assess::{Assessments, assess};
pub use compose::{Document, Facts, Named, News, Offered, compose, named, news, offer, profiles, take};
pub use fill::{Unresolved, unresolved};
pub use gate::gate;
pub use measure::{Figure, Measures, Shown, measure};
