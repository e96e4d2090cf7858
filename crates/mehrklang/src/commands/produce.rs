//! `mehrklang produce`: from the deliveries to a sealed release.

use std::fs;

use catalogue::{Files, Place, Remark, Severity};
use production::{Delivery, Stage};
use release::{Opened, Sealing};
use serde_json::json;
use words::Arg;

use super::{Context, Outcome};
use crate::{atomic, trouble::Trouble};

pub(crate) fn produce(context: &mut Context<'_>, on: &str, because: Option<&str>) -> Result<Outcome, Trouble> {
    let _lock = context.workspace.lock()?;
    let mut definitions = context.definitions()?;
    let Some(catalogue) = definitions.catalogue.take() else { return Ok(definitions.stop()) };

    let stored = context.workspace.deliveries()?;
    let deliveries: Vec<_> = stored
        .iter()
        .map(|delivery| Delivery {
            source: delivery.source.clone(),
            received: delivery.received.clone(),
            file: delivery.file.clone(),
            bytes: &delivery.bytes,
            corrections: delivery.corrections.clone(),
        })
        .collect();
    let policy = context.workspace.policy()?;
    let production = context.workspace.next_production(on)?;
    let inputs = production::Inputs {
        policy: policy.as_deref(),
        deliveries: &deliveries,
        ledger: &[],
        secret: None,
        production: &production,
    };
    let (produced, remarks) = production::produce(&catalogue, &inputs, &mut |stage| context.stage(name(stage)));
    let produced = produced.and_then(|produced| produced.releases.into_iter().next()).map(|(_, release)| release);
    let protocolled = remarks.clone();
    definitions.remarks.extend(not_said_before(remarks));
    if let Some(policy) = policy {
        definitions.files.insert(catalogue::policy::FILE.to_owned(), policy);
    }
    let Some(produced) = produced else { return Ok(definitions.stop()) };

    context.stage("seal");
    let (releases, faults) = context.workspace.releases()?;
    if !faults.is_empty() {
        definitions.remarks.extend(faults);
        return Ok(definitions.stop());
    }
    let earlier = current(releases);
    let supersedes = match (&earlier, because) {
        (Some(earlier), Some(because)) => Some((earlier.id.clone(), because.to_owned())),
        _ => None,
    };
    let unchanged = earlier
        .as_ref()
        .filter(|earlier| earlier.release == produced && same(&earlier.definitions, &definitions.files));
    if let Some(earlier) = unchanged {
        return Ok(answer(context, definitions.stop(), "produce-unchanged", &earlier.id.to_string(), &produced));
    }
    if let (Some(earlier), None) = (&earlier, because) {
        let remark =
            Remark::error("superseding-needs-reason", Place::Monitoring).with("release", earlier.id.to_string());
        definitions.remarks.push(remark.hinted());
        return Ok(definitions.stop());
    }
    let sealing = Sealing { on: on.to_owned(), supersedes, production: production.clone() };
    let sealed = release::seal(&produced, &definitions.files, &sealing);
    let protocol = protocol(sealed.id.as_str(), on, &stored, &protocolled);
    let protocols = context.workspace.shielded().join("protocols");
    atomic::write_file(&protocols.join(format!("{production}.toml")), protocol.as_bytes())?;
    let releases = context.workspace.releases_folder();
    fs::create_dir_all(&releases).map_err(Trouble::file("write", &releases))?;
    let folder = releases.join(sealed.id.to_string());
    if !folder.exists() {
        atomic::create_folder(&folder, &sealed.files)?;
    }
    Ok(answer(context, definitions.stop(), "produce-done", &sealed.id.to_string(), &produced))
}

/// The release that no other has superseded; the latest if there are several.
pub(crate) fn current(releases: Vec<Opened>) -> Option<Opened> {
    let superseded: Vec<_> = releases.iter().filter_map(|r| r.manifest.supersedes.clone()).map(|(id, _)| id).collect();
    releases.into_iter().rfind(|release| !superseded.contains(&release.id))
}

/// The remarks without warnings and notes on rows of deliveries: these were said when the deliveries were received,
/// and stand in their receipts. One note says how many there are.
fn not_said_before(remarks: Vec<Remark>) -> Vec<Remark> {
    let said = |remark: &Remark| {
        let delivered = match &remark.place {
            Place::Row { .. } => true,
            Place::File(file) => file.starts_with("shielded/deliveries/"),
            Place::Monitoring | Place::Span(..) => false,
        };
        delivered && remark.severity != Severity::Error
    };
    let (before, mut new): (Vec<_>, Vec<_>) = remarks.into_iter().partition(said);
    if !before.is_empty() {
        new.push(Remark::note("said-at-receipt", Place::Monitoring).with("count", before.len()));
    }
    new
}

/// Whether a release was computed from these definitions.
fn same(sealed: &Files, now: &Files) -> bool {
    sealed.iter().eq(now.iter().filter(|(path, _)| path.starts_with("open/")))
}

fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading { .. } => "read",
        Stage::Counting { .. } => "count",
        Stage::Protecting => "protect",
    }
}

fn answer(context: &Context<'_>, stopped: Outcome, key: &str, id: &str, release: &release::Release) -> Outcome {
    let (tables, rows) = (release.tables.len(), release.tables.iter().map(|table| table.rows.len()).sum::<usize>());
    Outcome {
        text: context
            .say(key, &[("release", Arg::Text(id)), ("tables", Arg::from(tables)), ("figures", Arg::from(rows))]),
        json: json!({ "release": id, "tables": tables, "figures": rows, "new": key == "produce-done" }),
        ..stopped
    }
}

/// What stands behind the wall about a release: which deliveries it was made from, and what was remarked.
fn protocol(id: &str, on: &str, deliveries: &[crate::workspace::StoredDelivery], remarks: &[Remark]) -> String {
    use std::fmt::Write;
    let mut text = format!("format = 1\nrelease = \"{id}\"\non = \"{on}\"\n");
    for delivery in deliveries {
        let _ = write!(
            text,
            "\n[[delivery]]\nfile = {:?}\nfingerprint = \"{}\"\n",
            delivery.file,
            release::fingerprint(&delivery.bytes)
        );
    }
    let mut rules: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for remark in remarks {
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
