//! Blockstadt: a city that does not exist, with a register down to the block, to see what disclosure control withholds
//! where tables get small, and what it costs.

mod definitions;
mod people;
mod report;

use std::{
    fs,
    path::{Path, PathBuf},
};

use self::people::City;
use crate::run::{Done, Measured, cargo, command, program, run, run_measured};

/// When deliveries are received and releases sealed: fixed, so that the same city gives the same release.
const RECEIVED: &str = "2026-01-20";
const SEALED: &str = "2026-02-01";

/// What is asked for on the command line.
#[derive(Debug, PartialEq)]
struct Asked {
    folder: PathBuf,
    persons: u32,
    /// By default one for each hundred persons.
    blocks: Option<u32>,
    years: u32,
    seed: u64,
    /// Whether the table that is too detailed is asked for.
    detail: bool,
}

/// `cargo xtask blocks`.
pub(crate) fn blocks(arguments: &[String]) -> Done {
    let asked = parse(arguments)?;
    let program = match std::env::var_os("MEHRKLANG_PROGRAM") {
        Some(program) => PathBuf::from(program),
        None => {
            run(cargo(&["build", "--locked", "--package", "mehrklang"]))?;
            program("debug")
        }
    };
    report::print(&go(&program, &asked)?);
    Ok(())
}

/// A small Blockstadt for the tests: something is withheld, and the table that is too detailed is remarked.
pub(crate) fn small(program: &Path, folder: PathBuf) -> Done {
    let done = go(program, &Asked { folder, persons: 5_000, blocks: Some(60), years: 1, seed: 1, detail: true })?;
    report::print(&done);
    report::holds(&done)
}

/// What came of it.
struct Gone {
    city: City,
    folder: PathBuf,
    steps: Vec<(&'static str, Measured)>,
}

/// Writes the monitoring and goes from the delivery to the release.
fn go(program: &Path, asked: &Asked) -> Done<Gone> {
    let city =
        City { persons: asked.persons, blocks: asked.blocks.unwrap_or(asked.persons.div_ceil(100)), seed: asked.seed };
    let folder = std::path::absolute(&asked.folder).map_err(|error| error.to_string())?;
    if folder.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(format!("{} is not empty", folder.display()));
    }
    for (path, text) in definitions::definitions(&city, asked.detail) {
        write(&folder.join(path), &text)?;
    }
    let delivery = folder.join("register.csv");
    write(&delivery, &definitions::delivery(&city, asked.years))?;
    let step = |arguments: &[&str]| {
        let mut step = command(program, &["--dir"]);
        step.arg(&folder).args(arguments);
        step
    };
    let mut receive =
        step(&["receive", "--source", "register", "--received", RECEIVED, "--by", "xtask", "--json", "--timings"]);
    receive.arg(&delivery);
    let produce = step(&["produce", "--on", SEALED, "--json", "--timings"]);
    let steps = vec![("receive", run_measured(receive)?), ("produce", run_measured(produce)?)];
    Ok(Gone { city, folder, steps })
}

fn write(path: &Path, text: &str) -> Done {
    let trouble = |error: std::io::Error| format!("{}: {error}", path.display());
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(trouble)?;
    fs::write(path, text).map_err(trouble)
}

fn parse(arguments: &[String]) -> Done<Asked> {
    let (folder, options) = arguments.split_first().ok_or("the folder is missing")?;
    let mut asked = Asked { folder: folder.into(), persons: 120_000, blocks: None, years: 2, seed: 1, detail: true };
    let mut options = options.iter();
    while let Some(option) = options.next() {
        if option == "--sensible" {
            asked.detail = false;
            continue;
        }
        let number = options.next().and_then(|value| value.parse::<u32>().ok());
        match (option.as_str(), number) {
            ("--persons", Some(persons @ 1..)) => asked.persons = persons,
            ("--blocks", Some(blocks @ 1..)) => asked.blocks = Some(blocks),
            ("--years", Some(years @ 1..=50)) => asked.years = years,
            ("--seed", Some(seed)) => asked.seed = seed.into(),
            _ => return Err(format!("{option} is not an option, or its number is missing")),
        }
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read() {
        let parse = |words: &[&str]| parse(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        let asked = parse(&["d", "--persons", "5000", "--sensible", "--seed", "7"]).unwrap();
        assert_eq!((asked.persons, asked.blocks, asked.years, asked.seed, asked.detail), (5_000, None, 2, 7, false));
        for wrong in [&["d", "--persons", "0"][..], &["d", "--persons"], &["d", "--people", "3"], &[]] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn all_files_are_written_the_same_each_time() {
        let city = City { persons: 500, blocks: 10, seed: 3 };
        let (once, again) = (definitions::definitions(&city, true), definitions::definitions(&city, true));
        assert_eq!(once, again);
        assert_eq!(once.len(), definitions::definitions(&city, false).len() + 1);
        let delivered = definitions::delivery(&city, 2);
        assert_eq!(delivered, definitions::delivery(&city, 2));
        let persons: u32 =
            delivered.lines().skip(1).filter_map(|line| line.rsplit(';').next()?.parse::<u32>().ok()).sum();
        assert_eq!(persons, 2 * 500);
    }
}
