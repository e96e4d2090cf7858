//! Registerstadt: an invented city with a population register of any size, so that anyone can try the whole way from
//! persons to a release.

mod beside;
mod definitions;
mod limit;
mod oracle;

use std::{
    fs::{self, File},
    io::BufWriter,
    path::{Path, PathBuf},
};

use population::{City, Writers};

use crate::run::{Done, Measured, cargo, command, program, run, run_measured};

pub(crate) use beside::bench;
pub(crate) use oracle::oracle;

/// When deliveries are received and releases sealed: fixed, so that the same city gives the same release.
const RECEIVED: &str = "2026-01-20";
const SEALED: &str = "2026-02-01";
/// The last reference year.
const LAST: i16 = 2025;

/// What is asked for on the command line.
#[derive(Debug, PartialEq)]
struct Asked {
    folder: PathBuf,
    persons: u64,
    /// By default one for each hundred persons.
    blocks: Option<u32>,
    years: i16,
    seed: u64,
    /// Whether the counts are declared as published already: nobody of an invented city must be protected.
    public: bool,
    /// Whether only the files are written.
    files_only: bool,
}

/// `cargo xtask population`.
pub(crate) fn population(arguments: &[String]) -> Done {
    let asked = parse(arguments)?;
    let files = lay_out(&asked)?;
    if asked.files_only {
        return Ok(());
    }
    for (step, measured) in go(&built()?, &asked.folder, &files)? {
        let peak = measured.peak.map_or(String::new(), |peak| format!(", {} MiB at most", peak >> 20));
        println!("{step}: {:.1} s{peak}", measured.took.as_secs_f64());
    }
    Ok(())
}

/// The program as people get it; it is built unless `MEHRKLANG_PROGRAM` names it.
fn built() -> Done<PathBuf> {
    if let Some(program) = std::env::var_os("MEHRKLANG_PROGRAM") {
        return Ok(PathBuf::from(program));
    }
    run(cargo(&["build", "--locked", "--release", "--package", "mehrklang"]))?;
    Ok(program("release"))
}

/// A small Registerstadt that shows everything, for the tests.
pub(crate) fn small(program: &Path, folder: PathBuf) -> Done<PathBuf> {
    let asked = Asked { folder, persons: 20_000, blocks: Some(60), years: 2, seed: 1, public: true, files_only: false };
    let files = lay_out(&asked)?;
    go(program, &asked.folder, &files)?;
    Ok(asked.folder)
}

/// A small Registerstadt whose counts are protected under a policy.
pub(crate) fn under_policy(program: &Path, folder: &Path, policy: &str) -> Done {
    let folder = folder.to_owned();
    let asked =
        Asked { folder, persons: 20_000, blocks: Some(60), years: 2, seed: 1, public: false, files_only: false };
    let files = lay_out(&asked)?;
    let path = asked.folder.join("shielded/policy.toml");
    let trouble = |error: std::io::Error| format!("{}: {error}", path.display());
    // Keys without a section come first.
    let own = if path.exists() { fs::read_to_string(&path).map_err(trouble)? } else { String::new() };
    fs::write(&path, format!("{policy}{own}")).map_err(trouble)?;
    go(program, &asked.folder, &files).map(drop)
}

/// Writes the definitions and the registers; answers with the files of these.
fn lay_out(asked: &Asked) -> Done<Vec<PathBuf>> {
    let folder = std::path::absolute(&asked.folder).map_err(|error| error.to_string())?;
    if folder.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(format!("{} is not empty", folder.display()));
    }
    let blocks = asked.blocks.unwrap_or(u32::try_from(asked.persons.div_ceil(100)).unwrap_or(u32::MAX));
    let years: Vec<i16> = (LAST + 1 - asked.years..=LAST).collect();
    let city = City::of_size(asked.persons, blocks, years.clone(), asked.seed);
    for (path, text) in definitions::definitions(&city, asked.public)? {
        let path = folder.join(path);
        let trouble = |error: std::io::Error| format!("{}: {error}", path.display());
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(trouble)?;
        fs::write(&path, text).map_err(trouble)?;
    }
    let files: Vec<PathBuf> =
        years.iter().map(|year| folder.join(format!("incoming/register-{year}.parquet"))).collect();
    fs::create_dir_all(folder.join("incoming")).map_err(|error| error.to_string())?;
    let open = |path: &PathBuf| File::create(path).map(BufWriter::new).map_err(|e| format!("{}: {e}", path.display()));
    let outputs = files.iter().map(open).collect::<Done<Vec<_>>>()?;
    let persons = Writers::write(&city, outputs).map_err(|error| error.to_string())?;
    for (year, persons) in years.iter().zip(persons) {
        println!("{year}: {persons} persons");
    }
    Ok(files)
}

/// Goes from the registers to the release.
fn go(program: &Path, folder: &Path, files: &[PathBuf]) -> Done<Vec<(&'static str, Measured)>> {
    let step = |arguments: &[&str]| {
        let mut step = command(program, &["--dir"]);
        step.arg(std::path::absolute(folder).unwrap_or(folder.to_owned())).args(arguments);
        step
    };
    let mut receive = step(&["receive", "--received", RECEIVED, "--by", "xtask", "--json"]);
    receive.args(files);
    let produce = step(&["produce", "--on", SEALED, "--json", "--timings"]);
    Ok(vec![("receive", run_measured(receive)?), ("produce", run_measured(produce)?)])
}

fn parse(arguments: &[String]) -> Done<Asked> {
    let (folder, options) = arguments.split_first().ok_or("the folder is missing")?;
    let folder = folder.into();
    let mut asked =
        Asked { folder, persons: 120_000, blocks: None, years: 2, seed: 1, public: false, files_only: false };
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match option.as_str() {
            "--public" => asked.public = true,
            "--files-only" => asked.files_only = true,
            _ => {
                let number = options.next().and_then(|value| value.parse::<u64>().ok());
                match (option.as_str(), number) {
                    ("--persons", Some(persons @ 1..=100_000_000)) => asked.persons = persons,
                    ("--blocks", Some(blocks @ 1..=1_000_000)) => asked.blocks = u32::try_from(blocks).ok(),
                    ("--years", Some(years @ 1..=50)) => asked.years = years as i16,
                    ("--seed", Some(seed)) => asked.seed = seed,
                    _ => return Err(format!("{option} is not an option, or its number is missing")),
                }
            }
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
        let asked = parse(&["d", "--persons", "5000", "--public", "--seed", "7"]).unwrap();
        assert_eq!((asked.persons, asked.blocks, asked.years, asked.seed, asked.public), (5_000, None, 2, 7, true));
        for wrong in [&["d", "--persons", "0"][..], &["d", "--persons"], &["d", "--people", "3"], &[]] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
