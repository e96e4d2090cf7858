//! `mehrklang produce`: from the deliveries to a sealed release for each audience.

mod keep;

use catalogue::{
    Catalogue, Files, Place, Remark, Severity,
    model::{Audience, Protection},
    policy::{self, Method},
};
use production::{Inputs, Stage};
use release::{Opened, Release};
use serde_json::{Value, json};
use words::Arg;

use super::{Context, Outcome};
use crate::{engine::Engine, trouble::Trouble, workspace::StoredDelivery};

pub(crate) fn produce(context: &mut Context<'_>, on: &str, because: Option<&str>) -> Result<Outcome, Trouble> {
    let _lock = context.workspace.lock()?;
    let mut definitions = context.definitions()?;
    let Some(catalogue) = definitions.catalogue.take() else { return Ok(definitions.stop()) };

    let (earlier, mut faults) = all_releases(context)?;
    let (ledger, unexpected) = context.workspace.ledger()?;
    faults.extend(unexpected);
    let stored = context.workspace.deliveries()?;
    let birth_places = context.workspace.birth_places()?;
    let deliveries: Vec<_> = stored.iter().map(|delivery| delivery.as_delivery(birth_places.clone())).collect();
    let policy = context.workspace.policy()?;
    if policy.as_deref().is_some_and(|policy| has_noise(&catalogue, policy)) && !had_noise(&earlier) {
        definitions.remarks.extend(context.workspace.make_secret()?);
    }
    let secret = context.workspace.secret()?;
    let engine = match engine_address(&catalogue, policy.as_deref()) {
        None => None,
        Some(address) => match Engine::start(&address, &context.workspace.root) {
            Ok(engine) => Some(engine),
            Err(remark) => {
                definitions.remarks.push(remark);
                return Ok(definitions.stop());
            }
        },
    };
    let ask = |question: &str| engine.as_ref().and_then(|engine| engine.ask(question));
    let production = context.workspace.next_production(on)?;
    let inputs = Inputs {
        policy: policy.as_deref(),
        deliveries: &deliveries,
        ledger: &ledger,
        secret: secret.as_deref(),
        engine: engine.is_some().then_some(&ask),
        production: &production,
    };
    let (produced, remarks) = production::produce(&catalogue, &inputs, &mut |stage| context.stage(name(stage)));
    faults.extend(stored.iter().filter(|delivery| delivery.is_changed()).map(changed));
    let protocolled = remarks.clone();
    definitions.remarks.extend(not_said_before(remarks));
    if let Some(policy) = policy {
        definitions.files.insert(policy::FILE.to_owned(), policy);
    }
    let whole = faults.is_empty();
    definitions.remarks.extend(faults);
    let Some(produced) = produced.filter(|_| whole) else { return Ok(definitions.stop()) };

    context.stage("seal");
    let steps: Vec<Step<'_>> = produced
        .releases
        .iter()
        .map(|(audience, release)| {
            let of_audience = earlier.iter().filter(|earlier| earlier.manifest.audience == *audience);
            let earlier = current(of_audience);
            let unchanged = earlier
                .is_some_and(|earlier| earlier.release == *release && same(&earlier.definitions, &definitions.files));
            Step { audience: *audience, release, earlier, unchanged }
        })
        .collect();
    if because.is_none() {
        let superseded = steps.iter().filter(|step| !step.unchanged).filter_map(|step| step.earlier);
        let remarks: Vec<Remark> = superseded.map(needs_reason).collect();
        if !remarks.is_empty() {
            definitions.remarks.extend(remarks);
            return Ok(definitions.stop());
        }
    }
    let kept = keep::keep(
        context,
        &keep::Keeping {
            on,
            because,
            production: &production,
            steps: &steps,
            files: &definitions.files,
            protocol: &produced.protocol,
            ledger: &produced.ledger,
            deliveries: &stored,
            remarks: &protocolled,
        },
    )?;
    Ok(answer(context, definitions.stop(), &steps, &kept))
}

fn changed(delivery: &StoredDelivery) -> Remark {
    Remark::error("delivery-changed", Place::File(delivery.file.clone())).hinted()
}

/// What is to be done for an audience.
struct Step<'a> {
    audience: Audience,
    release: &'a Release,
    /// The release that it sees up to now.
    earlier: Option<&'a Opened>,
    /// Whether that is what was produced now.
    unchanged: bool,
}

/// The sealed releases of all audiences, and remarks on those that do not open.
fn all_releases(context: &Context<'_>) -> Result<(Vec<Opened>, Vec<Remark>), Trouble> {
    let (mut releases, mut remarks) = (Vec::new(), Vec::new());
    for audience in Audience::ALL {
        let (found, faults) = context.workspace.releases(audience)?;
        releases.extend(found);
        remarks.extend(faults);
    }
    Ok((releases, remarks))
}

/// The release that no other has superseded; the latest if there are several.
pub(crate) fn current<'r>(releases: impl Iterator<Item = &'r Opened> + Clone) -> Option<&'r Opened> {
    let superseded: Vec<_> =
        releases.clone().filter_map(|release| release.manifest.supersedes.as_ref()).map(|(id, _)| id).collect();
    releases.filter(|release| !superseded.contains(&&release.id)).last()
}

/// The engine that is to count extracts of a register, if the policy names another than this program.
fn engine_address(catalogue: &Catalogue, text: Option<&str>) -> Option<String> {
    let has_register = catalogue.sources.values().any(|source| source.register.is_some());
    policy::read(catalogue, text?).0.filter(|_| has_register)?.engine.address()
}

/// Whether the policy gives any source a noise, for which there must be a secret.
fn has_noise(catalogue: &Catalogue, text: &str) -> bool {
    let (Some(policy), _) = policy::read(catalogue, text) else { return false };
    let confidential = catalogue.sources.values().filter(|source| source.protection == Protection::Confidential);
    confidential
        .flat_map(|source| policy.audiences.iter().map(|audience| policy.rules(&source.name, *audience)))
        .any(|rules| matches!(rules.method, Method::CellKey(_)))
}

/// Whether figures with noise have been released. Their secret cannot be replaced by another: the same persons would
/// get another noise, and both together would say more than each.
fn had_noise(releases: &[Opened]) -> bool {
    let methods = releases.iter().flat_map(|opened| &opened.release.protection);
    methods.into_iter().any(|(_, method)| matches!(method, release::Protection::CellKey { .. }))
}

fn needs_reason(earlier: &Opened) -> Remark {
    let remark = Remark::error("superseding-needs-reason", Place::Monitoring);
    remark.with("release", earlier.id.to_string()).hinted()
}

/// The remarks without warnings and notes on rows of deliveries: these were said when the deliveries were received,
/// and stand in their receipts. One note says how many there are.
fn not_said_before(remarks: Vec<Remark>) -> Vec<Remark> {
    let said = |remark: &Remark| {
        // What is missing because persons were deleted concerns this release, and no receipt says it.
        let delivered = remark.rule != "counted-otherwise"
            && match &remark.place {
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

/// A line for each audience, the widest first; for machines the first release stands alone, too.
fn answer(context: &Context<'_>, stopped: Outcome, steps: &[Step<'_>], kept: &[String]) -> Outcome {
    let mut text = String::new();
    let mut releases: Vec<Value> = Vec::new();
    for (step, id) in steps.iter().zip(kept) {
        let (tables, rows) = size(step.release);
        let key = if step.unchanged { "produce-unchanged" } else { "produce-done" };
        let audience = context.audience(step.audience);
        text += &context.say(
            key,
            &[
                ("release", Arg::Text(id)),
                ("audience", Arg::Text(&audience)),
                ("tables", Arg::from(tables)),
                ("figures", Arg::from(rows)),
            ],
        );
        releases.push(json!({
            "audience": step.audience.word(),
            "release": id,
            "tables": tables,
            "figures": rows,
            "new": !step.unchanged,
        }));
    }
    let mut json = releases.first().cloned().unwrap_or_else(|| json!({}));
    json["releases"] = Value::Array(releases);
    Outcome { text, json, ..stopped }
}

/// How many tables and figures a release holds.
pub(crate) fn size(release: &Release) -> (usize, usize) {
    (release.tables.len(), release.tables.iter().map(|table| table.rows.len()).sum())
}
