//! What developers run: `cargo xtask test`, `cargo xtask bench`, `cargo xtask muenchen DIR`.

mod assess;
mod bench;
mod blocks;
mod dependencies;
mod disclosure;
mod editions;
mod formats;
mod monitorings;
mod packages;
mod population;
mod report;
mod run;
mod scale_out;
mod test;
mod weights;

use std::{path::Path, process::ExitCode};

const USAGE: &str = "\
cargo xtask test [--fast]     everything that must hold, stage by stage; --fast leaves the browser out
cargo xtask bench             times, memory and weights of the whole way, for both examples
cargo xtask bench-report      times of setting reports and profiles, for Musterstadt
cargo xtask bench-editions    pages of the report, export of a million observations, requests beside Datasette
cargo xtask coverage          coverage and width of every interval method over a grid
cargo xtask bench-assess      how long the assessment of a large monitoring takes
cargo xtask suppress INSTANCE_DIR OUT.csv [--level linear|A|B] [--released EARLIER.csv] [--minimum N]
                              [--certificate CERTIFICATE]
                              withholds cells of an instance of disclosure control, and audits the result
cargo xtask audit INSTANCE_DIR PATTERN.csv [--minimum N]
                              attacks a pattern of withheld cells
cargo xtask verify INSTANCE_DIR PATTERN.csv CERTIFICATE [--level A|B] [--minimum N]
                              checks a certificate with what the pattern publishes, and nothing else
cargo xtask bench-disclosure [INSTANCES...]
                              times, memory and quality of suppression beside other programs' figures
cargo xtask outside-audit     lets the audit in Python beside the checkout attack what we withhold
cargo xtask blocks DIR [--persons 120000] [--blocks N] [--years 2] [--seed 1] [--sensible]
                              lays out a made-up city with a register by blocks, and protects it; --sensible leaves
                              out the table that is too detailed. The program is built unless MEHRKLANG_PROGRAM names it
cargo xtask population DIR [--persons 120000] [--blocks N] [--years 2] [--seed 1] [--public] [--files-only]
                              lays out an invented city with a population register, one row a person, and counts it;
                              --public declares the counts as published, so that nothing is withheld
cargo xtask bench-register [--persons N] [--years 3] [--seed 1]
                              counting persons beside DuckDB, Polars and a plain loop, all checked equal; without a
                              number of persons for 100, 400 and 1600 thousand
cargo xtask scale-out         builds the program for other engines, and counts an invented register with each of them
cargo xtask muenchen DIR      lays out and publishes München's monitoring from the open data beside the checkout
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["test"] => test::test(true),
        ["test", "--fast"] => test::test(false),
        ["bench"] => bench::bench(),
        ["bench-report"] => report::bench(),
        ["bench-editions"] => editions::bench(),
        ["coverage"] => assess::coverage(),
        ["bench-assess"] => assess::bench(),
        ["suppress", ..] => disclosure::suppress(&arguments[1..]),
        ["bench-disclosure", ..] => disclosure::bench::bench(&arguments[1..]),
        ["outside-audit"] => match disclosure::outside::shared() {
            Some(shared) => disclosure::outside::audit(&shared),
            None => Err("The outside audit is not there (../shared/disclosure).".to_owned()),
        },
        ["audit", ..] => disclosure::audit(&arguments[1..]),
        ["verify", ..] => disclosure::verify(&arguments[1..]),
        ["blocks", ..] => blocks::blocks(&arguments[1..]),
        ["population", ..] => population::population(&arguments[1..]),
        ["bench-register", ..] => population::bench(&arguments[1..]),
        ["scale-out"] => scale_out::built_and_checked(),
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
