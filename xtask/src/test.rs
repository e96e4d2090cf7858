//! Everything that must hold, stage by stage. The first stage that fails ends the run, with its name.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use crate::{
    blocks, dependencies, formats, monitorings, packages, population, report,
    run::{Done, cargo, command, program, root, run, run_hearing},
    scale_out,
};

/// Tests that ran and how they ended.
#[derive(Default)]
struct Counts {
    passed: usize,
    failed: usize,
    left_out: usize,
}

/// Runs all stages, or those that need no browser.
pub(crate) fn test(browser: bool) -> Done {
    let began = Instant::now();
    let mut counts = Counts::default();
    let done = stages(browser, &mut counts);
    if let Err(trouble) = &done {
        println!("\n{trouble}");
        // A stage that is one single check has failed as one.
        counts.failed = counts.failed.max(1);
    }
    let Counts { passed, failed, left_out } = counts;
    println!("\nin {:.0} s", began.elapsed().as_secs_f64());
    println!(
        "{passed} passed, {failed} failed{}",
        if left_out > 0 { format!(", {left_out} left out") } else { String::new() }
    );
    done.map_err(|_| "The tests did not pass.".to_owned())
}

fn stages(browser: bool, counts: &mut Counts) -> Done {
    let mut sites = Vec::new();
    if browser {
        check("system packages", counts, packages::install)?;
    }
    check("formatting", counts, || run(cargo(&["fmt", "--check"])))?;
    check("clippy", counts, || {
        run(cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
    })?;
    check("dependencies and licences", counts, dependencies::check)?;
    stage("tests in Rust", || {
        let mut hear = |line: &str| hear_cargo(line, counts);
        run_hearing(cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]), &mut hear)
    })?;
    check("the program", counts, || run(cargo(&["build", "--locked", "--workspace", "--all-targets"])))?;
    let program = program("debug");
    check("committed schemas are fresh", counts, || schemas_are_fresh(&program))?;
    check("Musterstadt, the whole way", counts, || {
        let folder = monitorings::fresh("musterstadt")?;
        sites.push(monitorings::go(monitorings::musterstadt(&program, &folder), &folder)?);
        sites.extend([monitorings::council(&folder), monitorings::administration(&folder)]);
        Ok(())
    })?;
    if browser {
        let folder = root().join("build/musterstadt");
        check("reports as PDF, checked by others", counts, || report::check(&program, &folder))?;
        check("what the checkers notice", counts, || report::checkers(&folder))?;
    } else {
        println!("\n== reports as PDF: LEFT OUT, as --fast asks");
        counts.left_out += 1;
    }
    match crate::disclosure::outside::shared() {
        Some(shared) => check("outside audit", counts, || crate::disclosure::outside::audit(&shared))?,
        None => {
            println!("\n== outside audit: LEFT OUT, its program is not there (../shared/disclosure)");
            counts.left_out += 1;
        }
    }
    check("Blockstadt, by blocks", counts, || blocks::small(&program, monitorings::fresh("blockstadt")?))?;
    check("Registerstadt, counted as by DuckDB", counts, || {
        population::oracle(&population::small(&program, monitorings::fresh("registerstadt")?)?)
    })?;
    if browser {
        check("a register counted by other engines, on several processes", counts, || scale_out::check(&program))?;
    } else {
        println!("\n== a register counted by other engines: LEFT OUT, as --fast asks");
        counts.left_out += 1;
    }
    let mut restricted = Vec::new();
    check("Musterstadt under stricter rules, for public and council", counts, || {
        let folder = monitorings::fresh("protected")?;
        restricted = monitorings::protected(&program, &folder)?;
        Ok(())
    })?;
    check("open data, read back by other clients", counts, || {
        formats::check(&monitorings::site(&root().join("build/musterstadt")))?;
        formats::catalog(&monitorings::site(&root().join("build/musterstadt")))?;
        restricted.iter().try_for_each(|site| formats::check(site))
    })?;
    check("the council's paper, read back by another program", counts, || {
        formats::paper(&monitorings::council(&root().join("build/musterstadt")))
    })?;
    check("interface, asked by another client", counts, || {
        let folder = root().join("build/musterstadt");
        formats::interface(&program, &folder, monitorings::EDITION, &monitorings::site(&folder))
    })?;
    match monitorings::muenchen_data() {
        Some(data) => check("München, the whole way", counts, || {
            let folder = monitorings::fresh("muenchen")?;
            sites.push(monitorings::go(monitorings::muenchen(&program, &data, &folder)?, &folder)?);
            Ok(())
        })?,
        None => {
            println!("\n== München, the whole way: LEFT OUT, its open data is not there (../shared/data/muenchen)");
            counts.left_out += 1;
        }
    }
    if !browser {
        println!("\n== browser, HTML, links, schemas: LEFT OUT, as --fast asks");
        counts.left_out += 1;
        return Ok(());
    }
    check("packages of the browser tests", counts, || run(npm(&["ci", "--no-audit", "--no-fund"])))?;
    stage("sites in the browser, HTML, links, schemas", || in_the_browser(&program, &sites, &restricted, counts))
}

/// One stage with its heading and time.
fn stage(name: &str, work: impl FnOnce() -> Done) -> Done {
    println!("\n== {name}");
    let began = Instant::now();
    work().map_err(|trouble| format!("FAILED: {name}\n{trouble}"))?;
    println!("== {name}: ok, {:.1} s", began.elapsed().as_secs_f64());
    Ok(())
}

/// A stage that is itself one check.
fn check(name: &str, counts: &mut Counts, work: impl FnOnce() -> Done) -> Done {
    stage(name, work)?;
    counts.passed += 1;
    Ok(())
}

/// `test result: ok. 11 passed; 0 failed; 0 ignored; …`
fn hear_cargo(line: &str, counts: &mut Counts) {
    let Some((_, result)) = line.split_once("test result: ") else { return };
    let words: Vec<&str> = result.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
    for pair in words.windows(2) {
        let Ok(number) = pair[0].parse::<usize>() else { continue };
        match pair[1] {
            "passed" => counts.passed += number,
            "failed" => counts.failed += number,
            "ignored" => counts.left_out += number,
            _ => {}
        }
    }
}

/// `# pass 129`
fn hear_node(line: &str, counts: &mut Counts) {
    let Some((name, number)) = line.strip_prefix("# ").and_then(|rest| rest.split_once(' ')) else { return };
    let Ok(number) = number.parse::<usize>() else { return };
    match name {
        "pass" => counts.passed += number,
        "fail" | "cancelled" => counts.failed += number,
        "skipped" | "todo" => counts.left_out += number,
        _ => {}
    }
}

fn browser_tests() -> PathBuf {
    root().join("tests/browser")
}

fn npm(arguments: &[&str]) -> std::process::Command {
    let mut npm = command("npm", arguments);
    npm.current_dir(browser_tests());
    npm
}

fn in_the_browser(program: &Path, sites: &[PathBuf], restricted: &[PathBuf], counts: &mut Counts) -> Done {
    // Two files at a time: one is bound by the browser, the others by the processor.
    let mut node = command("node", &["--test", "--test-reporter=tap", "--test-concurrency=2"]);
    let joined = |sites: &[PathBuf]| std::env::join_paths(sites).map_err(|error| error.to_string());
    let (sites, restricted): (OsString, OsString) = (joined(sites)?, joined(restricted)?);
    let output = root().join("build");
    let screenshots = output.join("screenshots");
    if screenshots.exists() {
        fs::remove_dir_all(&screenshots).map_err(|error| error.to_string())?;
    }
    node.current_dir(browser_tests())
        .env("MEHRKLANG_PROGRAM", program)
        .env("MEHRKLANG_SITES", sites)
        .env("MEHRKLANG_PROTECTED", restricted)
        .env("MEHRKLANG_EXAMPLES", root().join("examples"))
        .env("MEHRKLANG_OUTPUT", &output);
    run_hearing(node, |line| hear_node(line, counts))?;
    println!("screenshots: {}", screenshots.display());
    Ok(())
}

/// The schemas in `schemas/`, to which editors are pointed, are those that the program prints.
fn schemas_are_fresh(program: &Path) -> Done {
    let folder = monitorings::fresh("schemas")?;
    let mut schema = command(program, &["schema"]);
    schema.arg(&folder);
    run(schema)?;
    let (made, committed) = (read(&folder)?, read(&root().join("schemas"))?);
    if made == committed {
        return Ok(());
    }
    Err("schemas/ is not what the program prints; `mehrklang schema schemas` writes it anew".to_owned())
}

fn read(folder: &Path) -> Done<std::collections::BTreeMap<OsString, Vec<u8>>> {
    let trouble = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::read_dir(folder)
        .map_err(trouble)?
        .map(|entry| entry.and_then(|entry| Ok((entry.file_name(), fs::read(entry.path())?))).map_err(trouble))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_counted_as_they_are_written() {
        let mut counts = Counts::default();
        hear_cargo(
            "test result: ok. 11 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.14s",
            &mut counts,
        );
        hear_cargo("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", &mut counts);
        hear_cargo("test serve::tests::x ... ok", &mut counts);
        for line in ["# tests 131", "# pass 129", "# fail 2", "# cancelled 1", "# skipped 4", "# Subtest: pass 5"] {
            hear_node(line, &mut counts);
        }
        assert_eq!((counts.passed, counts.failed, counts.left_out), (143, 5, 5));
    }
}
