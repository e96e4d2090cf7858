//! Killing `receive`, `produce` or `publish` at any moment loses nothing and leaves nothing that a later run trips
//! over.

mod common;

use std::{fs, path::Path, process::Stdio, thread, time::Instant};

/// Runs the program again and again, killed a little later each time, until it is quicker than the killing.
/// After each killing, `holds` looks at the folder. Answers with how often it was killed.
fn kill_again_and_again(dir: &Path, arguments: &[&str], undo: impl Fn(), holds: impl Fn()) -> u32 {
    let began = Instant::now();
    assert!(common::program(dir).args(arguments).output().unwrap().status.success());
    let whole = began.elapsed();
    undo();
    let mut killed = 0;
    for step in 0..40 {
        let mut child =
            common::program(dir).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(whole * step / 32);
        if child.try_wait().unwrap().is_none() {
            child.kill().unwrap();
            killed += 1;
        }
        child.wait().unwrap();
        holds();
        undo();
    }
    killed
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names
}

#[test]
fn killing_leaves_all_or_nothing() {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::small_town(dir, "already-public");
    let delivery = dir.join("lieferung.csv");
    fs::write(&delivery, common::delivery(7919)).unwrap();
    let receive = ["receive", "--received", "2025-01-10", delivery.to_str().unwrap()];
    let deliveries = dir.join("shielded/deliveries/einwohner");
    let mut killed = kill_again_and_again(
        dir,
        &receive,
        || drop(fs::remove_dir_all(&deliveries)),
        || {
            for name in names(&deliveries) {
                assert_eq!(names(&deliveries.join(name)), ["lieferung.csv", "receipt.toml"]);
            }
        },
    );
    common::run(dir, &receive, 0);
    assert_eq!(names(&deliveries), ["2025-01-10"]);

    let releases = dir.join("open/releases");
    killed += kill_again_and_again(
        dir,
        &["produce", "--on", "2025-02-01"],
        || drop(fs::remove_dir_all(&releases)),
        || {
            // Whatever release is there is whole: it opens, and its fingerprints hold.
            common::run(dir, &["releases"], 0);
        },
    );
    common::run(dir, &["produce", "--on", "2025-02-01"], 0);
    let first = names(&releases);
    assert_eq!(first.len(), 1);

    let site = dir.join("open/published/oeffentlichkeit/site");
    common::run(dir, &["publish"], 0);
    let published = common::files(&site);
    killed += kill_again_and_again(dir, &["publish"], || {}, || {});
    common::run(dir, &["publish"], 0);
    assert_eq!(common::files(&site), published, "the same site, byte for byte");
    let left: Vec<_> = common::files(dir)
        .into_iter()
        .map(|(path, _)| path.display().to_string())
        .filter(|path| path.contains("/.new-") || path.contains("/.old-"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(killed >= 10, "the program was killed {killed} times");
}

/// The number of the production that a release was made in.
fn production_of(release: &Path) -> String {
    let text = fs::read_to_string(release.join("manifest.toml")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("production = \"")).unwrap();
    line.trim_end_matches('"').to_owned()
}

/// Protocol, ledger, public release, release of the council: killed between any two of them, the next run goes on, gives
/// the same releases, and the one after it changes nothing.
#[test]
fn a_production_that_is_killed_is_gone_on_with() {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::small_town(dir, "confidential");
    common::with_council(dir, 3);
    let delivery = dir.join("lieferung.csv");
    fs::write(&delivery, common::delivery(7919)).unwrap();
    common::run(dir, &["receive", "--received", "2025-01-10", delivery.to_str().unwrap()], 0);
    let produce = ["produce", "--on", "2025-02-01"];
    let shelves = ["open/releases", "restricted/council/releases"].map(|folder| dir.join(folder));
    let (ledger, protocols) = (dir.join("shielded/ledger"), dir.join("shielded/protocols"));
    common::run(dir, &produce, 0);
    let released = || shelves.clone().map(|shelf| names(&shelf));
    let expected = released();
    assert!(expected.iter().all(|names| names.len() == 1), "{expected:?}");
    let in_between = std::cell::Cell::new(0);
    let killed = kill_again_and_again(
        dir,
        &produce,
        || shelves.iter().for_each(|shelf| drop(fs::remove_dir_all(shelf))),
        || {
            let left = released();
            in_between.set(in_between.get() + u32::from(left[0].len() != left[1].len()));
            for (shelf, names) in shelves.iter().zip(&left) {
                for release in names {
                    let production = production_of(&shelf.join(release));
                    assert!(ledger.join(format!("{production}.csv")).exists(), "the ledger knows what can be seen");
                    assert!(protocols.join(&production).join("production.toml").exists());
                }
            }
            common::run(dir, &produce, 0);
            assert_eq!(released(), expected, "the same releases, no reason asked");
            let entries = names(&ledger);
            let again = common::json(dir, &produce, 0);
            assert_eq!(again["releases"][0]["new"], false);
            assert_eq!(again["releases"][1]["new"], false);
            assert_eq!(names(&ledger), entries, "nothing new, nothing in the ledger");
        },
    );
    println!("killed {killed} times, {} of them between two audiences", in_between.get());
    assert!(killed >= 5, "the program was killed {killed} times");
}

/// Each state that a killing can leave, made by hand.
#[test]
fn every_step_of_keeping_can_be_the_last() {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::small_town(dir, "confidential");
    common::with_council(dir, 3);
    let delivery = dir.join("lieferung.csv");
    fs::write(&delivery, common::delivery(7919)).unwrap();
    common::run(dir, &["receive", "--received", "2025-01-10", delivery.to_str().unwrap()], 0);
    let produce = ["produce", "--on", "2025-02-01"];
    common::run(dir, &produce, 0);
    let (public, council) = (dir.join("open/releases"), dir.join("restricted/council/releases"));
    let expected = [names(&public), names(&council)];
    let remove = |paths: &[&Path]| paths.iter().for_each(|path| fs::remove_dir_all(path).unwrap());
    let ledger = dir.join("shielded/ledger");
    for (step, after) in [
        ("the last release", &[council.as_path()][..]),
        ("all releases", &[council.as_path(), public.as_path()]),
        ("the ledger", &[council.as_path(), public.as_path(), ledger.as_path()]),
    ] {
        remove(after);
        common::run(dir, &produce, 0);
        assert_eq!([names(&public), names(&council)], expected, "without {step}");
    }
    // A release for the council that lies with those for all is no release for all.
    let release = &names(&council)[0];
    common::copy(&council.join(release), &public.join(release));
    let answer = common::json(dir, &["releases"], 1);
    assert_eq!(answer["remarks"][0]["rule"], "release-misplaced");
    common::run(dir, &["publish", "oeffentlichkeit"], 1);
}

#[test]
fn two_runs_do_not_write_at_once() {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::small_town(dir, "already-public");
    fs::create_dir_all(dir.join("shielded")).unwrap();
    let lock = fs::File::create(dir.join("shielded/.lock")).unwrap();
    lock.lock().unwrap();
    let output = common::run(dir, &["produce"], 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("anderer Lauf"));
    drop(lock);
}
