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
