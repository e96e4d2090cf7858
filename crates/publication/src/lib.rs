//! In front of the wall: measures and pages, as pure functions of the catalogue and a release.

pub mod page;
