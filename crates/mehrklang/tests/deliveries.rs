//! A delivery stays as it was received.

mod common;

use std::fs;

#[test]
fn a_delivery_that_was_changed_stops_the_production() {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::small_town(dir, "already-public");
    let given = dir.join("lieferung.csv");
    fs::write(&given, common::delivery(7919)).unwrap();
    common::run(dir, &["receive", "--received", "2025-01-10", given.to_str().unwrap()], 0);

    let stored = dir.join("shielded/deliveries/einwohner/2025-01-10/lieferung.csv");
    fs::write(&stored, common::delivery(7920)).unwrap();
    let stopped = common::json(dir, &["produce", "--on", "2025-02-01"], 1);
    let mut errors = stopped["remarks"].as_array().unwrap().clone();
    errors.retain(|remark| remark["severity"] == "error");
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0]["rule"], "delivery-changed");
    assert!(!dir.join("open/releases").exists(), "nothing is released");
    assert!(!dir.join("shielded/protocols").exists(), "nothing is kept");
    for (language, named) in [("de", "nicht mehr so, wie sie angenommen wurde"), ("en", "not what was received")] {
        let output = common::program_in(language, dir).args(["produce", "--on", "2025-02-01"]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("2025-01-10/lieferung.csv") && said.contains(named), "{said}");
    }

    // Put back, it is what was received; corrections stand beside it and change nothing of that.
    fs::copy(&given, &stored).unwrap();
    fs::write(
        stored.with_file_name("corrections.toml"),
        "[[correction]]\nrow = { Bezirk = \"01\", Jahr = \"2023\", \"Staatsangehörigkeit\" = \"ausländisch\" }\n\
         column = \"Personen\"\nexpect = \"7919\"\nset = \"7920\"\nreason = \"Zahlendreher\"\n",
    )
    .unwrap();
    common::run(dir, &["produce", "--on", "2025-02-01"], 0);
    let production = fs::read_dir(dir.join("shielded/protocols")).unwrap().next().unwrap().unwrap().path();
    let record = fs::read_to_string(production.join("production.toml")).unwrap();
    let receipt = fs::read_to_string(stored.with_file_name("receipt.toml")).unwrap();
    let received = receipt.lines().find_map(|line| line.strip_prefix("sha-256 = \"")).unwrap();
    assert!(record.contains(&format!("fingerprint = \"sha256:{received}")), "{record}");
}
