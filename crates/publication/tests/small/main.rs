//! The way from a release to pages, for a small monitoring whose definitions, release and expected pages lie in
//! `tests/kleinstadt/`.

mod editions;
mod gate;
mod measures;
mod pages;
mod protection;
mod review;
mod support;
mod text;
