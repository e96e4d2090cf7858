//! The report as PDF: checked by programs that are not ours, read in its order, and timed.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::{
    disclosure::outside::python,
    monitorings,
    run::{Done, cargo, command, program, root, run, run_measured},
};

/// What the two checkers notice of broken reports. Where both overlook something, the tag tree is held by a test of the
/// crate `report`; if a newer checker notices more, this list is to be mended.
const NOTICED: &str = "\
no_language: page=seen pdfua=seen
no_alternative_text: page=seen pdfua=seen
no_scope: page=overlooked pdfua=overlooked
no_title: page=seen pdfua=seen
no_mark_of_the_standard: page=seen pdfua=overlooked
untagged: page=seen pdfua=seen
skipped_heading: page=seen pdfua=overlooked
table_without_heads: page=overlooked pdfua=seen
";

/// Holds reports and profiles of a monitoring against both checkers, and its report against its own order.
///
/// # Errors
/// A finding, or what could not be run.
pub(crate) fn check(program: &Path, monitoring: &Path) -> Done {
    let site = monitorings::site(monitoring);
    let mut profiles = command(program, &["--dir"]);
    profiles.arg(monitoring).args(["profiles", monitorings::EDITION]);
    run(profiles)?;
    let reports = [site.join("report.pdf"), site.join("en/report.pdf")];
    let profiles = pdfs(&site.with_file_name("profiles"))?;
    if profiles.is_empty() {
        return Err("no profile was written".to_owned());
    }
    // All profiles come from one template; one of each level shows what it does.
    let chosen = profiles.iter().step_by(profiles.len().div_ceil(4));
    let python = python()?;
    run(checker(&python, &[], reports.iter().chain(chosen)))?;
    for report in &reports {
        in_order(&python, report)?;
    }
    Ok(())
}

/// Breaks a report in known ways and holds what each checker notices.
///
/// # Errors
/// A checker that notices less, or more, than is written above.
pub(crate) fn checkers(monitoring: &Path) -> Done {
    let profiles = pdfs(&monitorings::site(monitoring).with_file_name("profiles"))?;
    let profile = profiles.first().ok_or("no profile was written")?;
    let noticed = run_measured(checker(&python()?, &["--broken"], [profile]))?.said;
    print!("{noticed}");
    if noticed == NOTICED { Ok(()) } else { Err(format!("the checkers should have noticed:\n{NOTICED}")) }
}

fn checker<'p>(python: &Path, mode: &[&str], files: impl IntoIterator<Item = &'p PathBuf>) -> Command {
    let mut checker = command(python, &[root().join("xtask/python/pdf.py")]);
    checker.env("PYTHONDONTWRITEBYTECODE", "1").args(mode).args(files);
    checker
}

/// The text of a report, taken out in the order of its content, has its bookmarks in their order.
fn in_order(python: &Path, report: &Path) -> Done {
    let mut extract = command("pdftotext", &["-raw", "-enc", "UTF-8"]);
    extract.arg(report).arg("-");
    let text = even(&run_measured(extract)?.said);
    let bookmarks = run_measured(checker(python, &["--bookmarks"], [&report.to_path_buf()]))?.said;
    let mut rest = text.as_str();
    let mut found = 0;
    for bookmark in bookmarks.lines().map(even).filter(|bookmark| !bookmark.is_empty()) {
        let at = rest.find(&bookmark);
        let at = at.ok_or_else(|| format!("{}: “{bookmark}” is not where it should be", report.display()))?;
        rest = &rest[at + bookmark.len()..];
        found += 1;
    }
    if found < 20 {
        return Err(format!("{}: only {found} bookmarks", report.display()));
    }
    println!("{}: {found} headings are read in their order", report.display());
    Ok(())
}

/// Text without white space and hyphens, which lines end with.
fn even(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}')).collect()
}

fn pdfs(folder: &Path) -> Done<Vec<PathBuf>> {
    let trouble = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if path.extension().is_some_and(|ending| ending == "pdf") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// `cargo xtask bench-report`: how long reports and profiles of Musterstadt take to set.
///
/// # Errors
/// What could not be run, or fewer than 300 pages.
pub(crate) fn bench() -> Done {
    run(cargo(&["build", "--locked", "--release", "--package", "mehrklang"]))?;
    let program = program("release");
    let folder = monitorings::fresh("bench-report")?;
    monitorings::go(monitorings::musterstadt(&program, &folder), &folder)?;
    let edition = monitorings::site(&folder);
    let edition = edition.parent().unwrap_or(&folder);
    let mut all = 0;
    for (name, stage, reports) in [
        ("publish", "report", vec![edition.join("site/report.pdf"), edition.join("site/en/report.pdf")]),
        ("profiles", "profiles", Vec::new()),
    ] {
        let mut step = command(&program, &["--dir"]);
        step.arg(&folder).args([name, monitorings::EDITION, "--json", "--timings"]);
        let measured = run_measured(step)?;
        let answer: Value = serde_json::from_str(&measured.said).map_err(|error| error.to_string())?;
        let seconds =
            answer["timings"][stage].as_f64().ok_or_else(|| format!("{name} does not say how long it took"))?;
        let folder = edition.join("profiles");
        let documents = if reports.is_empty() { [pdfs(&folder)?, pdfs(&folder.join("en"))?].concat() } else { reports };
        let mut pages = 0;
        for pdf in &documents {
            pages += pages_of(pdf)?;
        }
        all += pages;
        println!(
            "{name:10} {:4} documents {pages:6} pages {seconds:8.3} s {:8.0} pages a second",
            documents.len(),
            f64::from(pages) / seconds
        );
    }
    if all < 300 { Err(format!("only {all} pages: too few to measure")) } else { Ok(()) }
}

/// `Pages:           134`, as pdfinfo says.
fn pages_of(pdf: &Path) -> Done<u32> {
    let mut info = command("pdfinfo", &[] as &[&str]);
    info.arg(pdf);
    let said = run_measured(info)?.said;
    let pages = said.lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok());
    pages.ok_or_else(|| format!("{}: pdfinfo does not say how many pages", pdf.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_across_lines() {
        assert_eq!(even("Bevölke-\nrung und Staats\u{ad}angehörigkeit"), "BevölkerungundStaatsangehörigkeit");
    }

    #[test]
    fn each_way_of_breaking_is_noticed_or_held_by_the_tag_tree() {
        let overlooked: Vec<&str> = NOTICED.lines().filter(|line| !line.contains("=seen")).collect();
        assert_eq!(overlooked, ["no_scope: page=overlooked pdfua=overlooked"]);
    }
}
