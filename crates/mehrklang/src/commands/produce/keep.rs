//! Keeping what was produced: the protocol, then the ledger, then the releases.
//!
//! The order is what makes a run that is killed harmless. No release can be seen that the ledger does not know, and so
//! no later release can forget it. A ledger that knows a release that nobody has seen only withholds too much: the next
//! run takes what it says as published, gives the same figures again, and puts in place what is missing.

use std::{collections::BTreeMap, fmt::Write, fs};

use catalogue::{Files, Remark};
use release::Sealing;

use super::Step;
use crate::{atomic, commands::Context, trouble::Trouble, workspace::StoredDelivery};

/// All that is kept.
pub(super) struct Keeping<'a> {
    pub(super) on: &'a str,
    pub(super) because: Option<&'a str>,
    pub(super) production: &'a str,
    pub(super) steps: &'a [Step<'a>],
    pub(super) files: &'a Files,
    pub(super) protocol: &'a BTreeMap<String, String>,
    pub(super) ledger: &'a str,
    pub(super) deliveries: &'a [StoredDelivery],
    pub(super) remarks: &'a [Remark],
}

/// Keeps what is new; gives the name of the release that each audience sees now. Where nothing is new, nothing is
/// written, and the ledger does not grow.
pub(super) fn keep(context: &Context<'_>, keeping: &Keeping<'_>) -> Result<Vec<String>, Trouble> {
    let mut ids = Vec::new();
    let mut new = Vec::new();
    for step in keeping.steps {
        if let Some(earlier) = step.earlier.filter(|_| step.unchanged) {
            ids.push(earlier.id.to_string());
            continue;
        }
        let supersedes = step.earlier.zip(keeping.because);
        let sealing = Sealing {
            on: keeping.on.to_owned(),
            audience: step.audience,
            supersedes: supersedes.map(|(earlier, because)| (earlier.id.clone(), because.to_owned())),
            production: keeping.production.to_owned(),
        };
        let sealed = release::seal(step.release, keeping.files, &sealing);
        ids.push(sealed.id.to_string());
        new.push((step.audience, sealed));
    }
    if new.is_empty() {
        return Ok(ids);
    }
    let workspace = &context.workspace;
    let mut protocol: BTreeMap<String, Vec<u8>> =
        keeping.protocol.iter().map(|(file, text)| (file.clone(), text.clone().into_bytes())).collect();
    protocol.insert("production.toml".to_owned(), record(keeping, &ids).into_bytes());
    let protocols = workspace.protocols();
    fs::create_dir_all(&protocols).map_err(Trouble::file("write", &protocols))?;
    atomic::create_folder(&protocols.join(keeping.production), &protocol)?;
    workspace.add_to_ledger(keeping.production, keeping.ledger)?;
    for (audience, sealed) in new {
        let releases = workspace.releases_folder(audience);
        fs::create_dir_all(&releases).map_err(Trouble::file("write", &releases))?;
        let folder = releases.join(sealed.id.as_str());
        if !folder.exists() {
            atomic::create_folder(&folder, &sealed.files)?;
        }
    }
    Ok(ids)
}

/// What stands behind the wall about a production: its releases, the deliveries it was made from, what was remarked.
fn record(keeping: &Keeping<'_>, ids: &[String]) -> String {
    let mut text = format!("format = 2\non = \"{}\"\n", keeping.on);
    for (step, id) in keeping.steps.iter().zip(ids) {
        let _ = write!(text, "\n[[release]]\naudience = \"{}\"\nid = \"{id}\"\n", step.audience.word());
    }
    let read = keeping.deliveries.iter().filter_map(|delivery| Some((&delivery.file, delivery.fingerprint.get()?)));
    for (file, fingerprint) in read {
        let _ = write!(text, "\n[[delivery]]\nfile = {file:?}\nfingerprint = \"{fingerprint}\"\n");
    }
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for remark in keeping.remarks {
        *rules.entry(remark.rule).or_default() += 1;
    }
    if !rules.is_empty() {
        text.push_str("\n[remarks]\n");
        for (rule, count) in rules {
            let _ = writeln!(text, "{rule} = {count}");
        }
    }
    text
}
