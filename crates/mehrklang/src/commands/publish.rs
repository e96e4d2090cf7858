//! `mehrklang publish` and `mehrklang serve`: from the current release to the site of an edition, and its preview.

use std::{collections::BTreeMap, net::SocketAddr};

use catalogue::{
    Catalogue, Files, Place, Remark,
    model::{Audience, Edition},
};
use publication::{Assessments, Facts, Measures, page::Page};
use release::Opened;
use serde_json::json;
use words::Arg;

use super::{Context, Definitions, Outcome, neighbours, produce, unknown};
use crate::{atomic, serve as server, trouble::Trouble};

/// What everything in front of the wall starts from: the definitions and the current release of an audience.
pub(crate) struct Basis {
    pub(crate) catalogue: Catalogue,
    pub(crate) opened: Opened,
    pub(crate) files: Files,
    pub(crate) remarks: Vec<Remark>,
}

impl Basis {
    pub(crate) fn stop(self) -> Outcome {
        Outcome { text: String::new(), json: json!({}), remarks: self.remarks, files: self.files }
    }
}

/// Opens the current release of an audience, or stops with remarks. An audience for which none was made sees what the
/// next wider one sees.
pub(crate) fn basis(
    context: &mut Context<'_>,
    catalogue: Catalogue,
    definitions: Definitions,
    audience: Audience,
) -> Result<Result<Basis, Box<Outcome>>, Trouble> {
    let Definitions { files, mut remarks, .. } = definitions;
    let stop =
        |remarks| Ok(Err(Box::new(Outcome { text: String::new(), json: json!({}), remarks, files: Files::new() })));
    context.stage("open");
    let wider = Audience::ALL.into_iter().take_while(|wider| *wider != audience);
    let mut found = None;
    for audience in wider.chain([audience]) {
        let (releases, faults) = context.workspace.releases(audience)?;
        if !faults.is_empty() {
            remarks.extend(faults);
            return stop(remarks);
        }
        found = produce::current(releases.iter()).cloned().or(found);
    }
    let Some(opened) = found else {
        remarks.push(Remark::error("no-release", Place::Monitoring).hinted());
        return stop(remarks);
    };
    let newer = changed(&opened.definitions, &files);
    if newer > 0 {
        let remark = Remark::warning("definitions-newer", Place::Monitoring).with("release", opened.id.as_str());
        remarks.push(remark.with("count", newer).hinted());
    }
    Ok(Ok(Basis { catalogue, opened, files, remarks }))
}

/// How many definitions differ from those of the release. Texts, editions, reviews and the logo may be newer: they belong to what is
/// said about the figures, not to the figures.
fn changed(sealed: &Files, now: &Files) -> usize {
    let counts = |path: &&String| {
        !["open/texts/", "open/editions/", "open/reviews/", "open/corrections.toml", "open/logo.svg"]
            .iter()
            .any(|folder| path.starts_with(folder))
    };
    let added =
        now.keys().filter(counts).filter(|path| path.starts_with("open/") && !sealed.contains_key(*path)).count();
    added + sealed.iter().filter(|(path, text)| counts(path) && now.get(*path) != Some(text)).count()
}

/// An edition with all that is known of its figures.
pub(crate) struct Ready {
    pub(crate) basis: Basis,
    pub(crate) edition: Edition,
    pub(crate) measures: Measures,
    pub(crate) assessments: Assessments,
}

/// Opens what an edition shows and measures it, or stops with remarks.
pub(crate) fn ready(context: &mut Context<'_>, asked: Option<&str>) -> Result<Result<Ready, Box<Outcome>>, Trouble> {
    let mut definitions = context.definitions()?;
    let Some(catalogue) = definitions.catalogue.take() else { return Ok(Err(Box::new(definitions.stop()))) };
    let edition = match edition(&catalogue, asked) {
        Ok(edition) => edition.clone(),
        Err(remark) => {
            definitions.remarks.push(remark);
            return Ok(Err(Box::new(definitions.stop())));
        }
    };
    let mut basis = match basis(context, catalogue, definitions, edition.audience)? {
        Ok(basis) => basis,
        Err(stopped) => return Ok(Err(stopped)),
    };
    context.stage("measure");
    let measures = publication::measure(&basis.catalogue, &basis.opened.release);
    basis.remarks.extend(
        publication::unresolved(&basis.catalogue, &measures)
            .into_iter()
            .map(|one| Remark::warning("unresolved-reference", Place::File(one.file)).with("reference", one.reference)),
    );
    // From here on there is what the edition shows, and nothing else.
    basis.catalogue = basis.catalogue.of_edition(&edition);
    let assessments = publication::assess(&basis.catalogue, &basis.opened.release, &measures);
    Ok(Ok(Ready { basis, edition, measures, assessments }))
}

/// What the pages of an edition say of the release that they show.
pub(crate) fn facts<'a>(opened: &'a Opened, edition: &'a Edition) -> Facts<'a> {
    let manifest = &opened.manifest;
    Facts {
        edition,
        release: &opened.id,
        sealed_on: &manifest.sealed,
        supersedes: manifest.supersedes.as_ref().map(|(id, because)| (id, because.as_str())),
    }
}

/// `mehrklang publish`; `today` is the day on which the gate looks.
pub(crate) fn publish(context: &mut Context<'_>, asked: Option<&str>, today: &str) -> Result<Outcome, Trouble> {
    let _lock = context.workspace.lock()?;
    let Ready { mut basis, edition, measures, assessments } = match ready(context, asked)? {
        Ok(ready) => ready,
        Err(stopped) => return Ok(*stopped),
    };
    if let Some(later) = later(&basis.catalogue, &edition) {
        let remark = Remark::error("edition-followed", Place::Monitoring).with("later", later.name.as_str());
        basis.remarks.push(remark.hinted());
        return Ok(basis.stop());
    }
    let facts = facts(&basis.opened, &edition);
    let seen = super::gate::seen(&basis);
    let blocking = super::gate::blocking(&publication::gate(&basis.catalogue, &measures, &facts, today, seen));
    if !blocking.is_empty() {
        basis.remarks.extend(blocking);
        return Ok(basis.stop());
    }
    context.stage("compose");
    let mut pages = publication::compose(&basis.catalogue, &measures, &assessments, &facts);
    publication::take(&basis.catalogue, &facts, &mut pages, PICTURES);
    let reports = reports(context, &basis.catalogue, &mut pages, &facts, &mut basis.remarks)?;
    context.stage("render");
    let earlier = edition.follows.as_ref().and_then(|name| basis.catalogue.editions.get(name));
    let neighbour = earlier.map(|earlier| neighbours::earlier(context, earlier)).transpose()?;
    let mut files = rendering::site(&basis.catalogue, &pages, neighbour.as_ref());
    files.extend(rendering::feeds(&basis.catalogue, &facts));
    files.extend(pictures(&basis.catalogue, &pages, &facts));
    files.extend(rendering::warnings(&basis.catalogue, &assessments, &facts));
    files.extend(rendering::corrections(&basis.catalogue));
    context.stage("write");
    let folder = context.workspace.edition_folder(&edition).join("site");
    let mut files: BTreeMap<String, Vec<u8>> = files.into_iter().map(|file| (file.path, file.bytes)).collect();
    let about = exports::About {
        catalogue: &basis.catalogue,
        release: basis.opened.id.as_str(),
        sealed_on: &basis.opened.manifest.sealed,
        address: edition.portal_address(),
    };
    let listed = about.address.map(|address| rendering::sitemap(&pages, address));
    files.extend(listed.into_iter().flatten().map(|file| (file.path, file.bytes)));
    files.extend(exports::all(&about, &measures).into_iter().map(|file| (file.path, file.bytes)));
    files.extend(reports);
    atomic::replace_folder(&folder, &files)?;
    if let Some(earlier) = earlier {
        neighbours::follow(context, earlier, &edition, files.keys())?;
    }

    let shown = folder.display().to_string();
    let text = context.say(
        "publish-done",
        &[
            ("edition", Arg::Text(edition.title.get(context.words.language()))),
            ("release", Arg::Text(basis.opened.id.as_str())),
            ("audience", Arg::Text(&context.audience(edition.audience))),
            ("pages", Arg::from(pages.len())),
            ("folder", Arg::Text(&shown)),
        ],
    );
    let json = json!({
        "edition": edition.name.as_str(),
        "audience": edition.audience.word(),
        "release": basis.opened.id.as_str(),
        "pages": pages.len(),
        "files": files.len(),
        "folder": shown,
    });
    Ok(Outcome { text, json, ..basis.stop() })
}

/// The edition that has taken the place of this one.
fn later<'a>(catalogue: &'a Catalogue, edition: &Edition) -> Option<&'a Edition> {
    catalogue.editions.values().find(|other| other.follows.as_ref() == Some(&edition.name))
}

/// The formats in which charts can be taken along.
#[cfg(feature = "report")]
const PICTURES: &[&str] = &["svg", "png"];
#[cfg(not(feature = "report"))]
const PICTURES: &[&str] = &["svg"];

/// The charts as pictures, drawn on all cores.
fn pictures(catalogue: &Catalogue, pages: &[Page], facts: &Facts<'_>) -> Vec<rendering::File> {
    let taken = rendering::pictures(catalogue, pages, facts);
    let mut files = dots(&taken);
    files.extend(taken.into_iter().map(|one| rendering::File { path: one.path + ".svg", bytes: one.svg.into_bytes() }));
    files
}

#[cfg(feature = "report")]
fn dots(taken: &[rendering::Taken]) -> Vec<rendering::File> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let draw = |one: &rendering::Taken| {
        let bytes = report::png(&one.svg).expect("a chart of the program is a drawing");
        rendering::File { path: format!("{}.png", one.path), bytes }
    };
    std::thread::scope(|scope| {
        let parts = taken.chunks(taken.len().div_ceil(cores).max(1));
        let drawing: Vec<_> = parts.map(|part| scope.spawn(|| part.iter().map(draw).collect::<Vec<_>>())).collect();
        drawing.into_iter().flat_map(|part| part.join().expect("drawing does not fail")).collect()
    })
}

#[cfg(not(feature = "report"))]
fn dots(_: &[rendering::Taken]) -> Vec<rendering::File> {
    Vec::new()
}

/// Sets the reports of an edition, writes its papers, and offers them on its pages.
#[cfg(feature = "report")]
fn reports(
    context: &mut Context<'_>,
    catalogue: &Catalogue,
    pages: &mut [Page],
    facts: &Facts<'_>,
    remarks: &mut Vec<Remark>,
) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    context.stage("report");
    let mut reports = super::profiles::reports(catalogue, pages, facts, remarks)?;
    reports.extend(super::profiles::papers(catalogue, pages, facts));
    let (offered, bytes): (Vec<_>, Vec<_>) = reports.into_iter().unzip();
    publication::offer(pages, &offered);
    Ok(offered.into_iter().map(|report| report.path).zip(bytes).collect())
}

/// Built without the report: there is none, and none is offered.
#[cfg(not(feature = "report"))]
fn reports(
    _: &mut Context<'_>,
    _: &Catalogue,
    _: &mut [Page],
    _: &Facts<'_>,
    _: &mut Vec<Remark>,
) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    Ok(BTreeMap::new())
}

/// The edition of this name, or the only one.
fn edition<'a>(catalogue: &'a Catalogue, asked: Option<&str>) -> Result<&'a Edition, Remark> {
    let known = || catalogue.editions.keys().map(|name| name.as_str());
    match (asked, catalogue.editions.len()) {
        (Some(name), _) => catalogue
            .editions
            .values()
            .find(|edition| edition.name.as_str() == name)
            .ok_or_else(|| unknown("unknown-edition-asked", name, known())),
        (None, 1) => Ok(catalogue.editions.values().next().expect("there is one")),
        (None, _) => {
            Err(Remark::error("edition-needed", Place::Monitoring)
                .with("editions", known().collect::<Vec<_>>().join(", ")))
        }
    }
}

pub(crate) fn serve(context: &mut Context<'_>, asked: Option<&str>, address: SocketAddr) -> Result<Outcome, Trouble> {
    let mut definitions = context.definitions()?;
    let Some(catalogue) = definitions.catalogue.take() else { return Ok(definitions.stop()) };
    let edition = match edition(&catalogue, asked) {
        Ok(edition) => edition,
        Err(remark) => {
            definitions.remarks.push(remark);
            return Ok(definitions.stop());
        }
    };
    let folder = context.workspace.edition_folder(edition).join("site");
    if !folder.is_dir() {
        let name = edition.name.as_str();
        definitions.remarks.push(Remark::error("not-published", Place::Monitoring).with("name", name).hinted());
        return Ok(definitions.stop());
    }
    give_out(context, &folder, address)?;
    Ok(definitions.stop())
}

/// Serves a site until it is stopped.
pub(crate) fn give_out(
    context: &mut Context<'_>,
    folder: &std::path::Path,
    address: SocketAddr,
) -> Result<(), Trouble> {
    context.progress.finish();
    let words = context.words;
    server::serve(folder, address, |address| {
        println!("{}", words.say("serve-at", &[("address", Arg::Text(&format!("http://{address}")))]));
    })
    .map_err(Trouble::Serve)
}
