//! Times, memory and quality of suppression beside the peers' figures.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use super::outside;
use crate::run::{Done, cargo, command, run, run_measured, target};

/// What peers reach on an instance, as `README.md` of the shared folder reports it: the secondary cells of
/// GaussSuppression's default where its pattern is there, and CPU seconds, with the method that took them.
const PEERS: [(&str, Option<u32>, &str); 10] = [
    ("I01_tiny", None, ""),
    ("I02_small", None, ""),
    ("I03_quarter", Some(164), "GaussSuppression 4 s"),
    ("I04_quarter_age", Some(1542), "GaussSuppression 23 s"),
    ("I05_block_group", None, ""),
    ("I06_quarter_full", Some(3783), "GaussSuppression 132 s"),
    ("I07_block_age", None, "GaussSuppression over 678 s"),
    ("I12_linked", Some(1312), "(its pattern is unsafe at A)"),
    ("I08_block_full", None, "SmallCountRounding 18 s"),
    ("I09_city_full", None, "cellKey 52 s, 1400 MB"),
];

/// `bench-disclosure [INSTANCES…]`: those named, or all that are there or can be made.
///
/// # Errors
/// What could not be run, or a suppression that was refused.
pub(crate) fn bench(names: &[String]) -> Done {
    let Some(shared) = outside::shared() else {
        println!("LEFT OUT: the instances are not there (../shared/disclosure)");
        return Ok(());
    };
    run(cargo(&["build", "--locked", "--release", "--package", "xtask"]))?;
    let program = target().join("release").join(format!("xtask{}", std::env::consts::EXE_SUFFIX));
    println!(
        "\n{:17} {:>7} {:>7} {:>7} {:>7} {:>7} {:>8} {:>8} {:>8} {:>9} {:>6}  other programs",
        "instance", "cells", "primary", "2nd A", "2nd B", "peer", "s at A", "s at B", "CPU s B", "ms/1000", "MB"
    );
    for (name, peer, others) in PEERS {
        if !names.is_empty() && !names.iter().any(|wanted| name.starts_with(wanted.as_str())) {
            continue;
        }
        let Some(instance) = folder(&shared, name)? else {
            println!("{name:17} LEFT OUT: it is made by gen.py, and Python with numpy is not to be had");
            continue;
        };
        let (a, b) = (measure(&program, &instance, "A")?, measure(&program, &instance, "B")?);
        println!(
            "{name:17} {:7} {:7} {:7} {:7} {:>7} {:8.3} {:8.3} {:8.2} {:9.2} {:6.0}  {others}",
            b.cells,
            b.primary,
            a.secondary,
            b.secondary,
            peer.map_or(String::new(), |peer| peer.to_string()),
            a.seconds,
            b.seconds,
            b.processor,
            1e6 * b.processor / b.cells as f64,
            b.peak.max(a.peak) as f64 / 1e6,
        );
    }
    println!(
        "\n2nd: secondary cells; s: the whole run, reading and audit included; CPU: of all threads;\nms/1000: CPU milliseconds per thousand cells at B"
    );
    Ok(())
}

/// The folder of an instance; the large ones are made first.
fn folder(shared: &Path, name: &str) -> Done<Option<PathBuf>> {
    let given = shared.join("instances").join(name);
    if given.is_dir() {
        return Ok(Some(given));
    }
    let made = target().join("instances");
    if !made.join(name).join("meta.json").is_file() {
        let Ok(python) = outside::python() else { return Ok(None) };
        let mut make: Command = command(python, &[shared.join("gen.py"), made.clone()]);
        make.arg(name).env("PYTHONDONTWRITEBYTECODE", "1");
        run_measured(make)?;
    }
    Ok(Some(made.join(name)))
}

/// One run.
struct Figures {
    cells: usize,
    primary: usize,
    secondary: usize,
    seconds: f64,
    processor: f64,
    peak: u64,
}

/// The processor time that a run says it took.
fn processor(said: &str) -> f64 {
    let mut words = said.split_whitespace();
    words.find_map(|word| word.strip_prefix("processor=")?.parse().ok()).unwrap_or(0.0)
}

fn measure(program: &Path, instance: &Path, level: &str) -> Done<Figures> {
    let pattern = target().join("bench-disclosure.csv");
    let mut suppress = command(program, &["suppress".as_ref(), instance.as_os_str(), pattern.as_os_str()]);
    suppress.args(["--level", level]);
    let measured = run_measured(suppress)?;
    let figure = |name: &str| -> usize {
        let words = measured.said.split_whitespace();
        words.filter_map(|word| word.strip_prefix(name)?.strip_prefix('=')?.parse::<usize>().ok()).sum()
    };
    Ok(Figures {
        cells: figure("cells"),
        primary: figure("primary"),
        secondary: figure("secondary"),
        processor: processor(&measured.said),
        seconds: measured.took.as_secs_f64(),
        peak: measured.peak.unwrap_or(0),
    })
}
