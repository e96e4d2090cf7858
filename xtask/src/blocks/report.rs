//! What Blockstadt's production said and wrote behind the wall, in figures.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::Gone;
use crate::run::Done;

/// Prints cells, losses, time and memory. What the protocol has in addition is printed as it stands.
pub(super) fn print(gone: &Gone) {
    let city = &gone.city;
    println!(
        "\nBlockstadt: {} persons, {} districts, {} quarters, {} blocks",
        city.persons,
        city.districts(),
        city.quarters(),
        city.blocks
    );
    for (step, measured) in &gone.steps {
        let peak = measured.peak.map_or("memory not told".to_owned(), |peak| format!("{:.0} MB", peak as f64 / 1e6));
        println!("  {step:10} {:8.2} s   {peak}", measured.took.as_secs_f64());
        for (stage, seconds) in answer(&measured.said)["timings"].as_object().into_iter().flatten() {
            println!("    {stage:12} {:6.2} s", seconds.as_f64().unwrap_or_default());
        }
    }
    println!("\n  audience        period      cells  sensitive  withheld  proofs");
    for row in rows(&protocol(&gone.folder, "audit.csv")) {
        let [audience, _, period, cells, sensitive, withheld, proofs, ..] = &row[..] else { continue };
        println!("  {audience:14}  {period:10} {cells:>6}  {sensitive:>9}  {withheld:>8}  {proofs:>6}");
    }
    println!(
        "\n  audience        level     table                                cells  withheld   persons in withheld cells"
    );
    for ((audience, level, by), loss) in losses(&gone.folder) {
        let by = if by.is_empty() { "–" } else { &by };
        let share = 100.0 * loss.withheld as f64 / loss.cells.max(1) as f64;
        println!("  {audience:14}  {level:8}  {by:32} {:>9}  {share:>6.1} %  {:>6.1} %", loss.cells, loss.persons);
    }
    println!();
    for remark in remarks(gone) {
        println!("  {remark}");
    }
    let advice = protocol(&gone.folder, "advice.csv");
    if !advice.is_empty() {
        println!("\n{advice}");
    }
}

/// Whether something is withheld, and the table that is too detailed is remarked.
pub(super) fn holds(gone: &Gone) -> Done {
    if losses(&gone.folder).values().all(|loss| loss.withheld == 0) {
        return Err("Blockstadt: nothing is withheld".to_owned());
    }
    let said = &gone.steps.last().ok_or("nothing was produced")?.1.said;
    let remarks = answer(said)["remarks"].as_array().cloned().unwrap_or_default();
    let is_said = |remark: &Value| {
        let named = ["block", "age-group × citizenship × sex"];
        remark["rule"] == "table-loses-much" && named.iter().all(|name| remark.to_string().contains(name))
    };
    if remarks.iter().any(is_said) {
        return Ok(());
    }
    Err(format!("Blockstadt: the table that is too detailed is not remarked\n{remarks:?}"))
}

/// What a table loses, over all years.
struct Loss {
    cells: usize,
    withheld: usize,
    /// Per cent, in the year with the largest loss.
    persons: f64,
}

/// By audience, level (from the coarsest in the order of the policy) and variables.
fn losses(folder: &Path) -> BTreeMap<(String, String, String), Loss> {
    let mut losses = BTreeMap::new();
    for row in rows(&protocol(folder, "loss.csv")) {
        let [audience, _, by, level, _, cells, withheld, persons, ..] = &row[..] else { continue };
        let own = losses.entry((audience.clone(), level.clone(), by.clone()));
        let own: &mut Loss = own.or_insert(Loss { cells: 0, withheld: 0, persons: 0.0 });
        own.cells += cells.parse().unwrap_or(0);
        own.withheld += withheld.parse().unwrap_or(0);
        own.persons = own.persons.max(persons.parse().unwrap_or(0.0));
    }
    losses
}

/// The remarks, as they were shown; of each rule one, and how many others there are.
fn remarks(gone: &Gone) -> Vec<String> {
    let all = gone.steps.iter().flat_map(|(_, measured)| answer(&measured.said)["remarks"].as_array().cloned());
    let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for remark in all.flatten() {
        let part = |name: &str| remark[name].as_str().unwrap_or_default().to_owned();
        rules.entry(part("rule")).or_default().push(part("message"));
    }
    let shown = |(rule, messages): (String, Vec<String>)| {
        let first = messages.first().map_or("", String::as_str);
        format!("{rule} ({}): {first}", messages.len())
    };
    rules.into_iter().map(shown).collect()
}

fn answer(said: &str) -> Value {
    serde_json::from_str(said).unwrap_or_default()
}

/// A file of the only production's protocol; empty if there is none.
fn protocol(folder: &Path, file: &str) -> String {
    let protocols = folder.join("shielded/protocols");
    let mut folders: Vec<PathBuf> =
        fs::read_dir(protocols).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders.iter().find_map(|folder| fs::read_to_string(folder.join(file)).ok()).unwrap_or_default()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().flatten().map(|record| record.iter().map(str::to_owned).collect()).collect()
}
