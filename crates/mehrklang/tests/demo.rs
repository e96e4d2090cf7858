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
    every_proof_holds(&one.path().join("musterstadt"));
    // Laid out once more in the same folder, it stays the same release.
    let again = common::run(one.path(), &["demo", one.path().join("musterstadt").to_str().unwrap(), "--no-serve"], 0);
    assert!(String::from_utf8_lossy(&again.stdout).contains("es bleibt bei der Freigabe"));
}

/// Release and proof are enough to check that no withheld figure can be shown to be small.
fn every_proof_holds(musterstadt: &std::path::Path) {
    let proofs = common::files(&musterstadt.join("shielded/protocols/2026-001/proofs"));
    let releases = std::fs::read_dir(musterstadt.join("open/releases")).unwrap();
    let release = releases.map(|entry| entry.unwrap().path()).next().unwrap();
    let public: Vec<_> = proofs
        .iter()
        .map(|(path, _)| path)
        .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("public-"))
        .collect();
    assert!(!public.is_empty(), "something is withheld in Musterstadt");
    let paths = public.iter().map(|path| path.to_str().unwrap());
    let args: Vec<&str> = ["verify", release.to_str().unwrap()].into_iter().chain(paths).collect();
    let checked = common::run(musterstadt, &args, 0);
    assert_eq!(String::from_utf8_lossy(&checked.stdout).matches("Bewiesen: ").count(), public.len());
}
