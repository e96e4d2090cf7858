//! Counting persons beside DuckDB, Polars and a plain loop: the same persons, the same counts, the same run.

use std::{ffi::OsStr, path::Path};

use serde_json::Value;

use super::{Asked, built, go, lay_out, limit, oracle, oracle::script};
use crate::{
    disclosure::outside::python,
    monitorings::fresh,
    run::{Done, run_measured},
};

/// Persons for which the growth is shown.
const GROWTH: [u64; 3] = [100_000, 400_000, 1_600_000];
const BLOCKS: u32 = 300;

/// What a way of counting took.
struct Took {
    what: String,
    wall: f64,
    cpu: Option<f64>,
    peak: Option<u64>,
}

/// `cargo xtask bench-register`.
pub(crate) fn bench(arguments: &[String]) -> Done {
    let (mut persons, mut years, mut seed) = (None, 3, 1);
    for pair in arguments.chunks(2) {
        let number = pair.get(1).and_then(|text| text.parse::<u64>().ok());
        match (pair[0].as_str(), number) {
            ("--persons", Some(number @ 1..=100_000_000)) => persons = Some(number),
            ("--years", Some(number @ 1..=50)) => years = number as i16,
            ("--seed", Some(number)) => seed = number,
            (option, _) => return Err(format!("{option} is not an option, or its number is missing")),
        }
    }
    let program = built()?;
    let python = python()?;
    for persons in persons.map_or(GROWTH.to_vec(), |persons| vec![persons]) {
        let folder = fresh("bench-register")?;
        let asked = Asked { folder, persons, blocks: Some(BLOCKS), years, seed, public: true, files_only: false };
        one(&asked, &program, &python)?;
    }
    Ok(())
}

fn one(asked: &Asked, program: &Path, python: &Path) -> Done {
    let files = lay_out(asked)?;
    let mut all = Vec::new();
    for (step, measured) in go(program, &asked.folder, &files)? {
        let cpu = measured.cpu.map(|cpu| cpu.as_secs_f64());
        let answer: Value = serde_json::from_str(&measured.said).map_err(|error| format!("{step}: {error}"))?;
        let what = format!("Mehrklang, {step}");
        all.push(Took { what, wall: measured.took.as_secs_f64(), cpu, peak: measured.peak });
        if step == "produce" {
            let seconds = |stage: &str| answer["timings"][stage].as_f64().unwrap_or_default();
            let what = "  of it from the files to the cubes".to_owned();
            all.push(Took { what, wall: seconds("read") + seconds("count"), cpu: None, peak: None });
        }
    }
    oracle(&asked.folder)?;
    let said = |engine: &str, way: &str| {
        let arguments = [asked.folder.as_os_str(), OsStr::new(engine), OsStr::new(way)];
        let said = run_measured(script(python, "register_bench.py", &arguments))?.said;
        serde_json::from_str::<Value>(&said).map_err(|error| format!("{engine} {way}: {error}\n{said}"))
    };
    said("duckdb", "prepare")?;
    for (way, title) in [
        ("whole", "from the files to all counts"),
        ("each", "counting alone, a query for each indicator"),
        ("once", "counting alone, grouped once"),
    ] {
        for (engine, name) in [("duckdb", "DuckDB"), ("polars", "Polars")] {
            let answer = said(engine, way)?;
            let seconds = |key: &str| answer[key].as_f64();
            let wall = seconds("wall").ok_or("no time was told")?;
            let what = format!("{name}, {title}");
            all.push(Took { what, wall, cpu: seconds("cpu"), peak: answer["peak"].as_u64() });
        }
    }
    let folder = asked.folder.join("bench");
    let coded = limit::Coded::read(&folder)?;
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let (took, counts) = coded.count();
        limit::check(&folder, &counts)?;
        best = best.min(took);
    }
    all.push(Took {
        what: "plain loop over arrays, counting alone".to_owned(),
        wall: best,
        cpu: Some(best),
        peak: None,
    });
    println!("\n{} persons, {} in {} years\n", asked.persons, coded.persons(), asked.years);
    println!("  {:52} {:>9} {:>9} {:>9}", "", "wall s", "CPU s", "peak MiB");
    for Took { what, wall, cpu, peak } in all {
        let cpu = cpu.map_or(String::new(), |cpu| format!("{cpu:.3}"));
        let peak = peak.map_or(String::new(), |peak| (peak >> 20).to_string());
        println!("  {what:52} {wall:>9.3} {cpu:>9} {peak:>9}");
    }
    Ok(())
}
