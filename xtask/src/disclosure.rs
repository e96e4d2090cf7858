//! Trying disclosure control on instance folders and comparing it with other programs' patterns.

pub(crate) mod bench;
mod instance;
pub(crate) mod outside;
mod pattern;
#[cfg(test)]
mod tests;
mod verify;

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use disclosure::{
    Level, Policy, Proof, Refusal, Stage, Year,
    audit::{Effort, Findings, audit as attack},
};

/// How the two commands are called.
pub(crate) const USAGE: &str =
    "usage: suppress INSTANCE_DIR OUT.csv [--level linear|A|B] [--released EARLIER.csv] [--minimum N]
                [--certificate CERTIFICATE]
       audit INSTANCE_DIR PATTERN.csv [--minimum N]
       verify INSTANCE_DIR PATTERN.csv CERTIFICATE [--level A|B] [--minimum N]";

pub(crate) use verify::verify;

/// `suppress INSTANCE_DIR OUT.csv --level linear|A|B [--released EARLIER.csv] [--minimum N]`
///
/// # Errors
/// What could not be read, or a release that the audit refuses.
pub(crate) fn suppress(args: &[String]) -> Result<(), String> {
    let call = Call::read(args)?;
    let mut times = Times::new();
    times.begin("read");
    let instance = instance::read(&call.folder)?;
    let policy = Policy::new(call.minimum, call.level);
    let mut years: Vec<Year> = instance.years.values().cloned().map(Year::first).collect();
    if let Some(released) = &call.released {
        pattern::give(released, &instance, &mut years)?;
    }
    times.begin("check");
    let mut protected = Vec::new();
    for year in &years {
        let mut watch = |stage| times.begin(stage_name(stage));
        protected.push(
            disclosure::protect_watched(&instance.program, year, &policy, call.threads, &mut watch).map_err(refused)?,
        );
    }
    times.begin("write");
    let patterns: Vec<&[bool]> = protected.iter().map(disclosure::Protected::withheld).collect();
    pattern::write(&call.file, &instance, &policy, &patterns)?;
    if let Some(certificate) = &call.certificate {
        times.begin("certificate");
        let mut proofs = Vec::new();
        for ((number, year), protected) in instance.years.keys().zip(&years).zip(&protected) {
            let proof = Proof::new(&instance.program, year, protected, &policy).map_err(|error| error.to_string())?;
            proofs.push((*number, proof));
        }
        verify::write(certificate, &proofs)?;
    }
    for ((year, counts), protected) in instance.years.iter().zip(&protected) {
        let loss: i64 =
            protected.withheld().iter().zip(counts).filter(|(withheld, _)| **withheld).map(|(_, count)| count).sum();
        print!("{year} {}", summary(protected.findings()));
        println!(" withheld-persons={loss} certificates={}", protected.certificates().len());
    }
    println!("{}", times.summary());
    println!("processor={:.2} s, peak memory {} MB", processor_seconds(), peak_megabytes());
    Ok(())
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Primary => "primary",
        Stage::Cover => "search",
        Stage::Prune => "prune",
        Stage::Audit => "audit",
    }
}

/// Wall time per part of the work; parts that come again are added up.
struct Times {
    parts: Vec<(&'static str, f64)>,
    since: Instant,
}

impl Times {
    fn new() -> Times {
        Times { parts: Vec::new(), since: Instant::now() }
    }

    /// Ends the part before and begins another.
    fn begin(&mut self, name: &'static str) {
        let (now, before) = (Instant::now(), self.since);
        if let Some(last) = self.parts.last_mut() {
            last.1 += (now - before).as_secs_f64();
        }
        self.since = now;
        if let Some(at) = self.parts.iter().position(|part| part.0 == name) {
            let part = self.parts.remove(at);
            self.parts.push(part);
        } else {
            self.parts.push((name, 0.0));
        }
    }

    /// All parts; the last one until now.
    fn summary(mut self) -> String {
        self.begin("");
        self.parts.pop();
        let parts: Vec<String> = self.parts.iter().map(|(name, seconds)| format!("{name} {seconds:.3} s")).collect();
        parts.join(", ")
    }
}

/// `audit INSTANCE_DIR PATTERN.csv [--minimum N]`
///
/// # Errors
/// What could not be read. Findings are no error; they are printed.
pub(crate) fn audit(args: &[String]) -> Result<(), String> {
    let call = Call::read(args)?;
    let instance = instance::read(&call.folder)?;
    let patterns = pattern::read(instance::open(&call.file)?, &call.file.display().to_string(), &instance)?;
    for ((year, counts), withheld) in instance.years.iter().zip(&patterns) {
        let year_counts = Year::first(counts.clone());
        for (name, level) in [("L", Level::Linear), ("A", Level::NonNegative), ("B", Level::Positive)] {
            let started = Instant::now();
            let policy = Policy::new(call.minimum, level);
            let proofs = if level == Level::Linear {
                Vec::new()
            } else {
                disclosure::prove(&instance.program, &year_counts, withheld, &policy)
                    .map_err(|mistake| mistake.to_string())?
            };
            let findings = attack(&instance.program, &year_counts, withheld, &policy, &proofs, Effort::default())
                .map_err(|mistake| mistake.to_string())?;
            println!("{year} {name} {} {:.2} s", summary(&findings), started.elapsed().as_secs_f64());
        }
    }
    Ok(())
}

fn refused(refusal: Refusal) -> String {
    match refusal {
        Refusal::Unsafe(findings) => format!("refused: {}", summary(&findings)),
        Refusal::Mistake(mistake) => mistake.to_string(),
    }
}

fn summary(findings: &Findings) -> String {
    format!(
        "cells={} primary={} secondary={} published-primary={} zeros={} fixed={} fixed-others={} exact={} below={} undecided={} flaws={} proved={} fractional={} solved={} insider-victims={}",
        findings.cells,
        findings.sensitive,
        findings.withheld.saturating_sub(findings.sensitive),
        findings.published.len(),
        findings.withheld_zeros,
        findings.fixed.len(),
        findings.fixed_others,
        findings.exact.len(),
        findings.below.len(),
        findings.undecided.len(),
        findings.flaws.len(),
        findings.proved,
        findings.fractional,
        findings.solved,
        findings.insider_victims
    )
}

struct Call {
    folder: PathBuf,
    file: PathBuf,
    level: Level,
    released: Option<PathBuf>,
    minimum: u32,
    threads: usize,
    certificate: Option<PathBuf>,
}

impl Call {
    fn read(args: &[String]) -> Result<Call, String> {
        let mut call = Call {
            folder: PathBuf::new(),
            file: PathBuf::new(),
            level: Level::Positive,
            released: None,
            minimum: 3,
            threads: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            certificate: None,
        };
        let mut places = Vec::new();
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value\n{USAGE}"));
            match arg.as_str() {
                "--level" => {
                    call.level = match value()?.as_str() {
                        "linear" => Level::Linear,
                        "A" => Level::NonNegative,
                        "B" => Level::Positive,
                        other => return Err(format!("there is no level {other}\n{USAGE}")),
                    }
                }
                "--released" => call.released = Some(PathBuf::from(value()?)),
                "--certificate" => call.certificate = Some(PathBuf::from(value()?)),
                "--threads" => {
                    call.threads = value()?.parse().map_err(|_| format!("--threads needs a number\n{USAGE}"))?
                }
                "--minimum" => {
                    call.minimum = value()?.parse().map_err(|_| format!("--minimum needs a number\n{USAGE}"))?
                }
                option if option.starts_with("--") => return Err(format!("there is no option {option}\n{USAGE}")),
                place => places.push(Path::new(place).to_owned()),
            }
        }
        let [folder, file] = <[PathBuf; 2]>::try_from(places).map_err(|_| USAGE.to_owned())?;
        Ok(Call { folder, file, ..call })
    }
}

/// The processor time of this process, all threads together, in steps of a hundredth; zero where the system does not
/// tell. On a busy machine it says more than the time that went by.
fn processor_seconds() -> f64 {
    let status = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name, which may have spaces: the state, and as twelfth and thirteenth the ticks of user and system.
    let words = status.rsplit(')').next().unwrap_or_default().split_whitespace();
    words.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The most memory this process has held; zero where the system does not tell.
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
}
