//! Checking a certificate as a third party would: with hierarchies and published counts, and without `inner.csv`.

use std::{collections::BTreeMap, fmt::Write, path::Path, time::Instant};

use disclosure::{Policy, Proof, proof::Checked};

use super::{
    Call, USAGE,
    instance::{self, Instance, open, rows},
};

/// The line before the proof of a year.
const YEAR: &str = "year ";

/// `verify INSTANCE_DIR PATTERN.csv CERTIFICATE [--level A|B] [--minimum N]`
///
/// # Errors
/// What could not be read, and a certificate that does not hold.
pub(crate) fn verify(args: &[String]) -> Result<(), String> {
    let [folder, pattern, certificate, options @ ..] = args else { return Err(USAGE.to_owned()) };
    let call = Call::read(&[&[folder.clone(), pattern.clone()], options].concat())?;
    let instance = instance::shape(&call.folder)?;
    let years = published(&call.file, &instance)?;
    let text = std::fs::read_to_string(certificate).map_err(|error| format!("{certificate}: {error}"))?;
    let proofs = read(&text).map_err(|error| format!("{certificate}: {error}"))?;
    let policy = Policy::new(call.minimum, call.level);
    for (year, published) in &years {
        let proof = proofs.get(year).ok_or_else(|| format!("{certificate}: nothing is proven of {year}"))?;
        let started = Instant::now();
        let Checked { published, withheld, or_zero, tables, fractional } = proof
            .check(&instance.program, published, &policy)
            .map_err(|flaw| format!("{certificate}: {year} is not proven: {flaw}"))?;
        println!(
            "{year} holds: published={published} withheld={withheld} or-zero={or_zero} tables={tables} fractional={fractional} in {:.3} s",
            started.elapsed().as_secs_f64()
        );
    }
    Ok(())
}

/// Writes the proofs of several years into one file.
pub(crate) fn write(path: &Path, proofs: &[(i32, Proof)]) -> Result<(), String> {
    let mut text = String::new();
    for (year, proof) in proofs {
        // Writing to a string does not fail.
        let _ = write!(text, "{YEAR}{year}\n{}", proof.write());
    }
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The proofs of a file, with line numbers of the file in what is wrong with them.
fn read(text: &str) -> Result<BTreeMap<i32, Proof>, String> {
    let mut proofs = BTreeMap::new();
    let (mut rest, mut line) = (text, 1);
    while !rest.is_empty() {
        let (head, after) = rest.split_once('\n').unwrap_or((rest, ""));
        let year = head.strip_prefix(YEAR).and_then(|year| year.parse::<i32>().ok());
        let year = year.ok_or_else(|| format!("line {line}: a year is expected here"))?;
        let end = after.find(&format!("\n{YEAR}")).map_or(after.len(), |end| end + 1);
        let (own, next) = after.split_at(end);
        let proof = Proof::read(own).map_err(|wrong| format!("line {}: {}", line + wrong.number, wrong.what))?;
        if proofs.insert(year, proof).is_some() {
            return Err(format!("line {line}: {year} is there twice"));
        }
        line += 1 + own.matches('\n').count();
        rest = next;
    }
    Ok(proofs)
}

/// What a pattern publishes, per year. The counts of withheld cells are passed over unread.
fn published(path: &Path, instance: &Instance) -> Result<BTreeMap<i32, Vec<Option<i64>>>, String> {
    let name = path.display().to_string();
    let mut years = BTreeMap::new();
    for (cell, year, rest) in rows(open(path)?, &name, &instance.program, &instance.numbers)? {
        let own: &mut Vec<Option<i64>> = years.entry(year).or_insert_with(|| vec![None; instance.program.len()]);
        match rest.get(2).map(String::as_str) {
            Some("1") => {}
            Some("0") => {
                let count = rest.first().and_then(|count| count.parse().ok());
                let count: i64 = count.ok_or_else(|| format!("{name}: a published count is missing"))?;
                if let Some(own) = own.get_mut(cell) {
                    *own = Some(count);
                }
            }
            _ => return Err(format!("{name}: the column suppressed is neither 0 nor 1")),
        }
    }
    Ok(years)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::{suppress, tests::shared};

    /// Suppresses an instance and checks the certificate, then once more with one published number changed.
    #[test]
    fn a_certificate_holds_for_its_release_only() {
        let Some(shared) = shared() else { return };
        let folder = shared.join("instances/I03_quarter").display().to_string();
        let scratch = std::env::temp_dir().join(format!("mehrklang-verify-{}", std::process::id()));
        std::fs::create_dir_all(&scratch).expect("a folder");
        let place = |name: &str| scratch.join(name).display().to_string();
        let (pattern, certificate, other) = (place("pattern.csv"), place("certificate.txt"), place("other.csv"));
        for level in ["A", "B"] {
            let call = |args: &[&str]| args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<String>>();
            suppress(&call(&[&folder, &pattern, "--level", level, "--certificate", &certificate])).expect("protected");
            verify(&call(&[&folder, &pattern, &certificate, "--level", level])).expect("holds");
            let text = std::fs::read_to_string(&pattern).expect("a pattern");
            let changed = text.replacen(",0,0\n", "1,0,0\n", 1);
            std::fs::write(&other, changed).expect("written");
            let wrong = verify(&call(&[&folder, &other, &certificate, "--level", level])).expect_err("another release");
            assert!(wrong.contains("does not agree with what is published"), "{wrong}");
        }
        std::fs::remove_dir_all(&scratch).expect("removed");
    }

    /// What a release withholds can be filled in by someone who knows no more than the release.
    #[test]
    fn a_delivery_with_stars_is_filled_in() {
        let Some(shared) = shared() else { return };
        for name in ["I02_small", "I03_quarter", "I05_block_group"] {
            let instance = instance::read(&shared.join("instances").join(name)).expect("an instance");
            let program = &instance.program;
            for counts in instance.years.values() {
                let year = disclosure::Year::first(counts.clone());
                let policy = Policy::new(3, disclosure::Level::Positive);
                let protected = disclosure::protect(program, &year, &policy).expect("protectable");
                let known = disclosure::proof::published(program, counts, protected.withheld());
                let span = |cell: usize, known: Option<i64>| match known {
                    Some(count) => disclosure::Span::exactly(count),
                    None => disclosure::Span { least: i64::from(program.is_shown(cell)), ..disclosure::Span::UNKNOWN },
                };
                let spans: Vec<_> = known.iter().enumerate().map(|(cell, known)| span(cell, *known)).collect();
                let inner = disclosure::complete_within(program, &spans).expect("the true table is one");
                let filled = program.add_up(inner).expect("inner cells");
                assert!(known.iter().zip(&filled).all(|(known, count)| known.is_none_or(|known| known == *count)));
            }
        }
    }
}
