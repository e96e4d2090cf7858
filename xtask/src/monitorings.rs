//! The two example monitorings, laid out and taken the whole way.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::run::{Done, Measured, cargo, command, program, root, run, run_measured};

/// The edition that both examples publish.
pub(crate) const EDITION: &str = "oeffentlichkeit";

/// A file of München's open data: the source that it belongs to, its name, and when its release came out.
struct Delivered {
    source: &'static str,
    file: &'static str,
    received: &'static str,
}

const fn delivered(source: &'static str, file: &'static str, received: &'static str) -> Delivered {
    Delivered { source, file, received }
}

/// The release of 2014, then that of 2016, which replaces the common years of the foreigners' share.
const DELIVERED: &[Delivered] = &[
    delivered("auslaenderanteil", "indikatorenatlas2014bevoelkerungauslaenderinnenanteil.csv", "2014-01-01"),
    delivered("arbeitslosendichte", "indikatorenatlas2014arbeitsmarktarbeitslosendichte.csv", "2014-01-01"),
    delivered("altersdurchschnitt", "indikatorenatlas2014bevoelkerungaltersdurchschnitt.csv", "2014-01-01"),
    delivered("einpersonenhaushalte", "indikatorenatlas2014bevoelkerungeinpersonenhaushalte.csv", "2014-01-01"),
    delivered("einwohnerdichte", "indikatorenatlas2014bevoelkerungeinwohnerdichte.csv", "2014-01-01"),
    delivered("lebenserwartung", "indikatorenatlas2014bevoelkerungmittlerelebenserwartung.csv", "2014-01-01"),
    delivered("auslaenderanteil", "indikatorenatlas-bevoelkerung---auslaenderinnenanteil.csv", "2016-01-01"),
    delivered("grundschueler", "ia_grundschueler_nationalitaet.csv", "2016-01-01"),
];

/// When the examples are sealed; a fixed day, so that the same data gives the same release.
const SEALED: &str = "2026-01-15";

/// Where München's open data lies if it is there: beside the checkout, never in it.
pub(crate) fn muenchen_data() -> Option<PathBuf> {
    let folder = root().join("../shared/data/muenchen");
    folder.is_dir().then_some(folder)
}

/// The site of a monitoring.
pub(crate) fn site(monitoring: &Path) -> PathBuf {
    monitoring.join("open/published").join(EDITION).join("site")
}

/// The site that a monitoring shows the council.
pub(crate) fn council(monitoring: &Path) -> PathBuf {
    monitoring.join("restricted/council/published/rat/site")
}

/// The site that a monitoring shows the administration.
pub(crate) fn administration(monitoring: &Path) -> PathBuf {
    monitoring.join("restricted/administration/published/verwaltung/site")
}

/// A folder of the build output, emptied.
pub(crate) fn fresh(name: &str) -> Done<PathBuf> {
    let folder = root().join("build").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(folder)
}

/// One step of a monitoring's way: what it does, and the command.
pub(crate) type Step = (String, Command);

/// The steps to Musterstadt's site.
pub(crate) fn musterstadt(program: &Path, folder: &Path) -> Vec<Step> {
    let mut demo = command(program, &["demo"]);
    demo.arg(folder).arg("--no-serve");
    vec![("demo".to_owned(), demo)]
}

/// Rules under which Musterstadt withholds figures, gives others a noise and rounds others, and under which the council
/// sees more than the public.
const RULES: &str = r#"audiences = ["public", "council"]

[default]
minimum-frequency = 30

[[rule]]
audience = "council"
minimum-frequency = 20

[[rule]]
source = "arbeitsmarkt"
method = "cell-key"

[[rule]]
source = "personal"
method = "rounding"
rounding-base = 3
"#;

/// Musterstadt as if it had always been under such rules; answers with the site for the public and that for the council.
pub(crate) fn protected(program: &Path, folder: &Path) -> Done<Vec<PathBuf>> {
    go(musterstadt(program, folder), folder)?;
    for written in ["open/releases", "open/published", "restricted", "shielded/ledger", "shielded/protocols"] {
        let path = folder.join(written);
        if path.exists() {
            fs::remove_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    write(folder, "shielded/policy.toml", RULES)?;
    for arguments in [&["produce", "--on", SEALED][..], &["publish", EDITION], &["publish", "rat"]] {
        let mut step = command(program, &["--dir"]);
        step.arg(folder).args(arguments);
        run(step)?;
    }
    let sites = vec![site(folder), council(folder)];
    match sites.iter().find(|site| !site.join("index.html").is_file()) {
        Some(missing) => Err(format!("no site at {}", missing.display())),
        None => Ok(sites),
    }
}

fn write(folder: &Path, file: &str, text: &str) -> Done {
    let path = folder.join(file);
    let trouble = |error: std::io::Error| format!("{}: {error}", path.display());
    fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(trouble)?;
    fs::write(&path, text).map_err(trouble)
}

/// Lays out München's definitions with its boundaries; answers with the steps to its site.
pub(crate) fn muenchen(program: &Path, data: &Path, folder: &Path) -> Done<Vec<Step>> {
    if folder.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(format!("{} is not empty", folder.display()));
    }
    copy(&root().join("examples/muenchen"), folder)?;
    let boundaries = folder.join("open/areas/bezirksteile.geojson");
    // Written anew, because the open data may lie there read-only.
    let bytes = fs::read(data.join("bezirksteile.geojson")).map_err(|error| error.to_string())?;
    fs::write(&boundaries, bytes).map_err(|error| format!("{}: {error}", boundaries.display()))?;

    let step = |arguments: &[&str]| {
        let mut step = command(program, &["--dir"]);
        step.arg(folder).args(arguments);
        step
    };
    let mut steps = Vec::new();
    for Delivered { source, file, received } in DELIVERED {
        let mut receive = step(&["receive", "--source", source, "--received", received, "--by", "xtask"]);
        receive.arg(data.join(file));
        steps.push((format!("receive {source} {}", &received[..4]), receive));
    }
    steps.push(("produce".to_owned(), step(&["produce", "--on", SEALED])));
    steps.push(("publish".to_owned(), step(&["publish", EDITION])));
    Ok(steps)
}

/// Goes all steps with their output on the screen, and holds that a site came out.
pub(crate) fn go(steps: Vec<Step>, monitoring: &Path) -> Done<PathBuf> {
    for (_, step) in steps {
        run(step)?;
    }
    let site = site(monitoring);
    if site.join("index.html").is_file() { Ok(site) } else { Err(format!("no site at {}", site.display())) }
}

/// Goes all steps and measures each; the program answers with the times of its stages.
pub(crate) fn go_measured(steps: Vec<Step>) -> Done<Vec<(String, Measured)>> {
    steps
        .into_iter()
        .map(|(name, mut step)| {
            step.args(["--json", "--timings"]);
            Ok((name, run_measured(step)?))
        })
        .collect()
}

/// `cargo xtask muenchen DIR`.
pub(crate) fn muenchen_by_hand(folder: &Path) -> Done {
    let data = muenchen_data().ok_or("München's open data is not there: ../shared/data/muenchen")?;
    let folder = std::path::absolute(folder).map_err(|error| error.to_string())?;
    run(cargo(&["build", "--locked", "--workspace"]))?;
    let site = go(muenchen(&program("debug"), &data, &folder)?, &folder)?;
    println!("{}", site.join("index.html").display());
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Done {
    let trouble = |error: std::io::Error| format!("{}: {error}", from.display());
    fs::create_dir_all(to).map_err(trouble)?;
    for entry in fs::read_dir(from).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target).map_err(trouble)?;
        }
    }
    Ok(())
}
