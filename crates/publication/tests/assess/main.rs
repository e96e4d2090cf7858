//! What is said about the figures of a small town, made of numbers that each test gives.

mod compare;
mod goals;
mod indices;
mod laws;
mod sentences;
mod series;
mod simulation;
mod speed;
mod town;
