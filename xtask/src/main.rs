//! What developers run: `cargo xtask test`, `cargo xtask bench`, `cargo xtask muenchen DIR`.

mod bench;
mod dependencies;
mod monitorings;
mod packages;
mod run;
mod test;
mod weights;

use std::{path::Path, process::ExitCode};

const USAGE: &str = "\
cargo xtask test [--fast]     everything that must hold, stage by stage; --fast leaves the browser out
cargo xtask bench             times, memory and weights of the whole way, for both examples
cargo xtask muenchen DIR      lays out and publishes München's monitoring from the open data beside the checkout
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["test"] => test::test(true),
        ["test", "--fast"] => test::test(false),
        ["bench"] => bench::bench(),
        ["muenchen", folder] => monitorings::muenchen_by_hand(Path::new(folder)),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\n{trouble}");
            ExitCode::FAILURE
        }
    }
}
