//! `mehrklang demo`: lays out Musterstadt, goes the whole way, opens the site. The same commands as for any city.

use std::{fs, net::SocketAddr};

use catalogue::{Place, Remark, model::Audience, remark::has_errors};
use serde_json::json;
use words::Arg;

use super::{Context, Outcome, produce, publish, receive};
use crate::{atomic, musterstadt, trouble::Trouble};

/// The day of the demo's release: fixed, so that the demo gives the same bytes on every machine and day.
const RELEASED_ON: &str = "2026-03-15";
/// Says that a folder is a demo, which may be laid out again.
const MARK: &str = "shielded/demo.txt";

pub(crate) fn demo(context: &mut Context<'_>, serve: Option<SocketAddr>, json: bool) -> Result<Outcome, Trouble> {
    let root = context.workspace.root.clone();
    let shown = root.display().to_string();
    let empty = fs::read_dir(&root).map_or(true, |mut entries| entries.next().is_none());
    if !empty && !root.join(MARK).exists() {
        let remark = Remark::error("folder-not-empty", Place::Monitoring).with("folder", shown).hinted();
        return Ok(Outcome { text: String::new(), json: json!({}), remarks: vec![remark], files: Default::default() });
    }
    atomic::write_file(&root.join(MARK), b"Musterstadt\n")?;
    for (path, bytes) in musterstadt::definitions() {
        atomic::write_file(&root.join(path), bytes)?;
    }
    let outcome = take_in(context)?;
    if has_errors(&outcome.remarks) {
        return Ok(outcome);
    }
    let because = context.words.say("demo-because", &[]);
    let produced = produce::produce(context, RELEASED_ON, Some(&because))?;
    if has_errors(&produced.remarks) {
        return Ok(produced);
    }
    let (folder, published) = publish_all(context)?;
    if has_errors(&published.remarks) {
        return Ok(published);
    }
    let page = format!("{folder}/index.html");
    let text = context.say("demo-done", &[("folder", Arg::Text(&shown)), ("page", Arg::Text(&page))]);
    let outcome = Outcome { text: produced.text + &published.text + &text, ..published };
    let Some(address) = serve else { return Ok(outcome) };
    if !json {
        print!("{}", outcome.text);
    }
    publish::give_out(context, std::path::Path::new(&folder), address)?;
    Ok(Outcome { text: String::new(), ..outcome })
}

/// Publishes all editions; answers with the folder of that for everyone, and with what was said about each.
fn publish_all(context: &mut Context<'_>) -> Result<(String, Outcome), Trouble> {
    let definitions = context.definitions()?;
    let editions = definitions.catalogue.as_ref().map(|catalogue| catalogue.editions.clone()).unwrap_or_default();
    let mut outcome = definitions.stop();
    let (mut open, mut text) = (String::new(), String::new());
    for edition in editions.values() {
        outcome = publish::publish(context, Some(edition.name.as_str()), RELEASED_ON)?;
        if has_errors(&outcome.remarks) {
            break;
        }
        text += &outcome.text;
        if open.is_empty() || edition.audience == Audience::Public {
            open = outcome.json["folder"].as_str().unwrap_or_default().to_owned();
        }
    }
    Ok((open, Outcome { text, ..outcome }))
}

/// Receives the deliveries of the offices of Musterstadt.
fn take_in(context: &mut Context<'_>) -> Result<Outcome, Trouble> {
    let _lock = context.workspace.lock()?;
    let mut definitions = context.definitions()?;
    if definitions.catalogue.is_none() {
        return Ok(definitions.stop());
    }
    context.stage("generate");
    for delivery in musterstadt::deliveries() {
        let source = delivery.source.parse().expect("the sources of Musterstadt have names");
        let by = context.words.say("demo-by", &[]);
        let receiving = receive::Receiving { source: None, received: delivery.received, by: &by };
        receive::take_in(context, &mut definitions, &source, &receiving, &delivery.file, delivery.bytes)?;
    }
    Ok(definitions.stop())
}
