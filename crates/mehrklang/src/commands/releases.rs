//! `mehrklang releases` and `mehrklang diff`: what has been released, and what changed.

use catalogue::model::Audience;
use release::{Entry, Observation, Opened};
use serde_json::{Value, json};
use words::Arg;

use super::{Context, Outcome, produce, unknown};
use crate::trouble::Trouble;

/// Differences that are printed for people; machines get all of them.
const SHOWN: usize = 20;

pub(crate) fn list(context: &mut Context<'_>) -> Result<Outcome, Trouble> {
    let (mut text, mut rows, mut remarks) = (String::new(), Vec::new(), Vec::new());
    for audience in Audience::ALL {
        let (releases, faults) = context.workspace.releases(audience)?;
        remarks.extend(faults);
        let current = produce::current(releases.iter()).map(|release| &release.id);
        for release in &releases {
            let is_current = current == Some(&release.id);
            text += &line(context, release, is_current);
            rows.push(row(release, is_current));
        }
    }
    if rows.is_empty() && remarks.is_empty() {
        text = context.say("releases-none", &[]);
    }
    Ok(Outcome { text, json: json!({ "releases": rows }), remarks, files: Default::default() })
}

fn line(context: &Context<'_>, release: &Opened, is_current: bool) -> String {
    let (tables, figures) = produce::size(&release.release);
    let mut note = context.audience(release.manifest.audience);
    if is_current {
        note += &context.words.say("releases-current", &[]);
    }
    if let Some((earlier, because)) = &release.manifest.supersedes {
        let args = [("earlier", Arg::Text(earlier.as_str())), ("because", Arg::Text(because))];
        note += &context.words.say("releases-because", &args);
    }
    context.say(
        "releases-line",
        &[
            ("release", Arg::Text(release.id.as_str())),
            ("tables", Arg::from(tables)),
            ("figures", Arg::from(figures)),
            ("note", Arg::Text(&note)),
        ],
    )
}

fn row(release: &Opened, is_current: bool) -> Value {
    let (tables, figures) = produce::size(&release.release);
    let supersedes = release.manifest.supersedes.as_ref();
    json!({
        "release": release.id.as_str(),
        "audience": release.manifest.audience.word(),
        "sealed": release.manifest.sealed,
        "tables": tables,
        "figures": figures,
        "current": is_current,
        "supersedes": supersedes.map(|(id, _)| id.as_str()),
        "because": supersedes.map(|(_, because)| because),
    })
}

pub(crate) fn diff(context: &mut Context<'_>, earlier: &str, later: &str) -> Result<Outcome, Trouble> {
    let (mut releases, mut faults) = (Vec::new(), Vec::new());
    for audience in Audience::ALL {
        let (found, remarks) = context.workspace.releases(audience)?;
        releases.extend(found);
        faults.extend(remarks);
    }
    let find = |name: &str| releases.iter().find(|release| release.id.as_str() == name);
    let (Some(before), Some(after)) = (find(earlier), find(later)) else {
        let missing = [earlier, later].into_iter().filter(|name| find(name).is_none());
        let known = || releases.iter().map(|release| release.id.as_str());
        let unknown = missing.map(|name| unknown("unknown-release", name, known()));
        let remarks = faults.into_iter().chain(unknown).collect();
        return Ok(Outcome { text: String::new(), json: json!({}), remarks, files: Default::default() });
    };
    let diff = release::diff(&before.release, &after.release);
    let lines: Vec<(&str, &Entry, Option<Observation>, Option<Observation>)> = diff
        .added
        .iter()
        .map(|(entry, to)| ("added", entry, None, Some(*to)))
        .chain(diff.changed.iter().map(|change| ("changed", &change.entry, Some(change.from), Some(change.to))))
        .chain(diff.withdrawn.iter().map(|(entry, from)| ("withdrawn", entry, Some(*from), None)))
        .collect();
    let counts = [("added", diff.added.len()), ("changed", diff.changed.len()), ("withdrawn", diff.withdrawn.len())];
    let args: Vec<_> = counts.iter().map(|(name, count)| (*name, Arg::from(*count))).collect();
    let mut text = context.say("diff-summary", &args);
    for (kind, entry, from, to) in lines.iter().take(SHOWN) {
        let kind = context.words.say(&format!("diff-{kind}"), &[]);
        let shown = |observation: &Option<Observation>| observation.map_or(String::new(), |o| o.to_string());
        text += &format!("{kind}: {}  {} → {}\n", words_of(entry), shown(from), shown(to));
    }
    if lines.len() > SHOWN {
        text += &context.say("diff-more", &[("count", Arg::from(lines.len() - SHOWN))]);
    }
    let list = |kind: &str| -> Value { lines.iter().filter(|line| line.0 == kind).map(json_of).collect() };
    let json = json!({ "added": list("added"), "changed": list("changed"), "withdrawn": list("withdrawn") });
    Ok(Outcome { text, json, remarks: faults, files: Default::default() })
}

/// "einwohner.residents 06 2012 citizenship=foreign"
fn words_of(entry: &Entry) -> String {
    let mut text = format!("{} {} {}", entry.table.measure, entry.area, entry.period);
    let group = group_of(entry);
    if !group.is_empty() {
        text.push(' ');
        text.push_str(&group);
    }
    text
}

fn group_of(entry: &Entry) -> String {
    let parts = entry.table.by.iter().zip(&entry.categories);
    let named: Vec<_> = parts.filter_map(|(by, category)| Some(format!("{by}={}", category.as_ref()?))).collect();
    named.join("+")
}

fn json_of((_, entry, from, to): &(&str, &Entry, Option<Observation>, Option<Observation>)) -> Value {
    json!({
        "measure": entry.table.measure.to_string(),
        "area": entry.area.as_str(),
        "period": entry.period.to_string(),
        "group": group_of(entry),
        "from": from.map(|o| o.to_string()),
        "to": to.map(|o| o.to_string()),
    })
}
