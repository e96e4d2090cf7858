//! Times, memory and weights of the whole way, for both examples.

use std::{collections::BTreeMap, path::Path, time::Duration};

use serde_json::Value;

use crate::{
    monitorings::{self, Step},
    run::{Done, Measured, cargo, program, run},
    weights,
};

/// The stages in which pages come into being, as the program names them.
const PAGE_STAGES: [&str; 3] = ["measure", "compose", "render"];

/// `cargo xtask bench`.
pub(crate) fn bench() -> Done {
    run(cargo(&["build", "--locked", "--release", "--workspace"]))?;
    let program = program("release");
    match monitorings::muenchen_data() {
        Some(data) => {
            let folder = monitorings::fresh("bench-muenchen")?;
            measure("München", monitorings::muenchen(&program, &data, &folder)?, &folder)?;
        }
        None => println!("\nMünchen: LEFT OUT, its open data is not there (../shared/data/muenchen)"),
    }
    let folder = monitorings::fresh("bench-musterstadt")?;
    measure("Musterstadt", monitorings::musterstadt(&program, &folder), &folder)
}

fn measure(name: &str, steps: Vec<Step>, monitoring: &Path) -> Done {
    let done = monitorings::go_measured(steps)?;
    let took: Duration = done.iter().map(|(_, measured)| measured.took).sum();
    let peak = done.iter().filter_map(|(_, measured)| measured.peak).max();
    println!("\n{name}");
    println!("  whole way       {:8.3} s", took.as_secs_f64());
    match peak {
        Some(peak) => println!("  peak memory     {:8.1} MB", peak as f64 / 1e6),
        None => println!("  peak memory     not told by this system"),
    }
    for (step, measured) in &done {
        println!("  {step:32} {:8.3} s", measured.took.as_secs_f64());
    }
    let stages = stages(&done)?;
    println!("  stages");
    for (stage, seconds) in &stages {
        println!("    {stage:30} {seconds:8.3} s");
    }
    let pages = weights::pages(&monitorings::site(monitoring))?;
    let making: f64 =
        stages.iter().filter(|(stage, _)| PAGE_STAGES.contains(&stage.as_str())).map(|(_, time)| time).sum();
    if making > 0.0 {
        println!(
            "  pages           {:8} ({:.0} a second: {})",
            pages.len(),
            pages.len() as f64 / making,
            PAGE_STAGES.join(", ")
        );
    } else {
        println!("  pages           {:8}", pages.len());
    }
    let mut sorted: Vec<usize> = pages.values().copied().collect();
    sorted.sort_unstable();
    if let (Some(least), Some(most)) = (sorted.first(), sorted.last()) {
        let median = sorted[sorted.len() / 2];
        println!("  page weight     {least} / {median} / {most} bytes compressed (least, median, most; at most 60000)");
        for (path, _) in pages.iter().filter(|(_, weight)| *weight == most) {
            println!("    heaviest: {path}");
        }
    }
    Ok(())
}

/// The times of the stages over all steps, in the order in which they first came.
fn stages(done: &[(String, Measured)]) -> Done<Vec<(String, f64)>> {
    let mut order = Vec::new();
    let mut times: BTreeMap<String, f64> = BTreeMap::new();
    for (step, measured) in done {
        let answer: Value = serde_json::from_str(&measured.said).map_err(|error| format!("{step}: {error}"))?;
        let stages = answer["timings"].as_object().ok_or_else(|| format!("{step}: the answer has no timings"))?;
        for (stage, seconds) in stages {
            if !times.contains_key(stage) {
                order.push(stage.clone());
            }
            *times.entry(stage.clone()).or_default() += seconds.as_f64().unwrap_or_default();
        }
    }
    Ok(order.into_iter().map(|stage| (stage.clone(), times[&stage])).collect())
}
