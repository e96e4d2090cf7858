//! mehrklang
fn main() {}
