//! `mehrklang demo`: the whole way for Musterstadt, alike on every machine and day.

mod common;

#[test]
fn the_demo_gives_the_same_bytes_each_time() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let files = |dir: &std::path::Path| {
        let target = dir.join("musterstadt");
        common::run(dir, &["demo", target.to_str().unwrap(), "--no-serve"], 0);
        let open = target.join("open");
        let files = common::files(&open).into_iter();
        files.map(|(path, bytes)| (path.strip_prefix(&open).unwrap().to_owned(), bytes)).collect::<Vec<_>>()
    };
    let (first, second) = (files(one.path()), files(other.path()));
    assert!(first.len() > 200, "{} files", first.len());
    for (a, b) in first.iter().zip(&second) {
        assert_eq!(a.0, b.0);
        assert!(a.1 == b.1, "{} differs", a.0.display());
    }
    assert_eq!(first.len(), second.len());
    // Laid out once more in the same folder, it stays the same release.
    let again = common::run(one.path(), &["demo", one.path().join("musterstadt").to_str().unwrap(), "--no-serve"], 0);
    assert!(String::from_utf8_lossy(&again.stdout).contains("es bleibt bei der Freigabe"));
}
