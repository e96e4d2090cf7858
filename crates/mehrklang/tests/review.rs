//! `mehrklang review`: the form is written once, from the release for everyone, and is a whole definition file.

mod common;

use std::fs;

#[test]
fn the_form_is_written_once_and_fits_the_definitions() {
    let dir = tempfile::tempdir().unwrap();
    let town = dir.path().join("musterstadt");
    common::run(dir.path(), &["demo", town.to_str().unwrap(), "--no-serve"], 0);
    let said = common::run(&town, &["review", "2027"], 0);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains("open/reviews/2027.toml"), "{said}");
    let path = town.join("open/reviews/2027.toml");
    let form = fs::read_to_string(&path).unwrap();
    assert_eq!(form.matches("[[indicator]]").count(), 21, "all that are continued: {form}");
    assert!(form.contains("# Vorschlag: ") && !form.contains("name = \"auslaenderanteil\""));

    // Nothing of it has to be filled in before the next check.
    let checked = common::run(&town, &["check"], 0);
    let remarked = String::from_utf8(checked.stderr).unwrap();
    assert!(!remarked.contains("open/reviews/"), "{remarked}");

    // What people have written is never lost.
    fs::write(&path, "next = \"2029-10-01\"\n").unwrap();
    let refused = common::run(&town, &["review", "2027"], 1);
    let refused = String::from_utf8(refused.stderr).unwrap();
    assert!(refused.contains("gibt es schon"), "{refused}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "next = \"2029-10-01\"\n");

    // The same inputs, the same bytes.
    fs::remove_file(&path).unwrap();
    common::run(&town, &["review", "2027"], 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), form);

    let page =
        fs::read_to_string(town.join("restricted/administration/published/verwaltung/site/review.html")).unwrap();
    assert!(!town.join("open/published/oeffentlichkeit/site/review.html").exists(), "not for everyone");
    assert!(
        page.contains("class=\"spot\"") && page.contains("Ein Vorschlag ist ein Hinweis"),
        "the page of the review"
    );
}

#[test]
fn without_a_release_there_is_nothing_to_propose() {
    let town = tempfile::tempdir().unwrap();
    common::copy(&common::root().join("examples/musterstadt"), town.path());
    let refused = common::run(town.path(), &["review", "2027"], 1);
    assert!(String::from_utf8(refused.stderr).unwrap().contains("Es gibt noch keine Freigabe."));
    assert!(!town.path().join("open/reviews/2027.toml").exists());
    common::run(town.path(), &["review", "27"], 1);
}
