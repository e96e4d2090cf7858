//! The peers' pattern format: one row per cell, with its count and whether it is withheld.

use std::{fmt::Write, io::Read, path::Path};

use disclosure::{Policy, Year};

use super::instance::{Instance, open, rows};

/// Writes which cells are withheld.
pub(crate) fn write(path: &Path, instance: &Instance, policy: &Policy, years: &[&[bool]]) -> Result<(), String> {
    let mut text = String::from("geo,group,age,sex,year,freq,primary,suppressed\n");
    for ((year, counts), withheld) in instance.years.iter().zip(years) {
        for cell in (0..instance.program.len()).filter(|cell| instance.program.is_shown(*cell)) {
            for (codes, node) in instance.codes.iter().zip(instance.program.nodes(cell)) {
                text.push_str(&codes[node]);
                text.push(',');
            }
            let primary = (1..i64::from(policy.minimum)).contains(&counts[cell]);
            let _ = writeln!(text, "{year},{},{},{}", counts[cell], u8::from(primary), u8::from(withheld[cell]));
        }
    }
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Reads which cells are withheld, per year. A cell without a row is withheld.
pub(crate) fn read(from: impl Read, name: &str, instance: &Instance) -> Result<Vec<Vec<bool>>, String> {
    let mut years = vec![vec![true; instance.program.len()]; instance.years.len()];
    for (cell, year, rest) in rows(from, name, &instance.program, &instance.numbers)? {
        let at = instance
            .years
            .keys()
            .position(|known| *known == year)
            .ok_or_else(|| format!("{name}: unknown year {year}"))?;
        let withheld = match rest.get(2).map(String::as_str) {
            Some("1") => true,
            Some("0") => false,
            _ => return Err(format!("{name}: the column suppressed is neither 0 nor 1")),
        };
        years[at][cell] = withheld;
    }
    Ok(years)
}

/// Takes an earlier release as given: what it published is public, what it withheld stays withheld.
pub(crate) fn give(path: &Path, instance: &Instance, years: &mut [Year]) -> Result<(), String> {
    for (cell, year, rest) in rows(open(path)?, &path.display().to_string(), &instance.program, &instance.numbers)? {
        let Some(at) = instance.years.keys().position(|known| *known == year) else { continue };
        match rest.get(2).map(String::as_str) {
            Some("1") => years[at].withheld[cell] = true,
            _ => years[at].given[cell] = true,
        }
    }
    Ok(())
}
