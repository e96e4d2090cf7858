//! What is said about Musterstadt: the whole way, and then how often each answer is given.

mod common;

use std::{collections::BTreeMap, fs};

use publication::assess::{Answer, Told, sentence, trend_sentence};
use statistics::{Outcome, Reason};

#[test]
fn musterstadt_is_assessed_plausibly() {
    let dir = tempfile::tempdir().unwrap();
    let town = dir.path().join("musterstadt");
    common::run(dir.path(), &["demo", town.to_str().unwrap(), "--no-serve"], 0);
    let texts = common::files(&town.join("open")).into_iter().filter_map(|(path, bytes)| {
        let name = path.strip_prefix(&town).unwrap().to_str().unwrap().replace('\\', "/");
        let is_definition = !name.starts_with("open/releases") && !name.starts_with("open/published");
        Some((name, String::from_utf8(bytes).ok()?)).filter(|_| is_definition)
    });
    let catalogue = catalogue::read(&texts.collect()).0.unwrap();
    let folders = fs::read_dir(town.join("open/releases")).unwrap().map(|entry| entry.unwrap().path());
    let newest = folders.filter(|path| path.is_dir()).max().unwrap();
    let files: BTreeMap<String, Vec<u8>> = common::files(&newest)
        .into_iter()
        .map(|(path, bytes)| (path.strip_prefix(&newest).unwrap().to_str().unwrap().replace('\\', "/"), bytes))
        .collect();
    let release = release::open(&files).unwrap().release;
    let assessments = publication::assess(&catalogue, &release, &publication::measure(&catalogue, &release));
    let pages: Vec<_> = assessments.pages().map(|(_, _, page)| page).collect();
    let verdicts: Vec<_> = pages.iter().flat_map(|page| &page.verdicts).collect();
    let count = |is: &dyn Fn(Answer) -> bool| verdicts.iter().filter(|verdict| is(verdict.answer)).count();
    let different = count(&|answer| answer == Answer::Different);
    let unclear = count(&|answer| answer == Answer::NotClearlyDifferent);
    let withheld = count(&|answer| answer == Answer::CannotBeJudged(Reason::Withheld));
    let numbers = count(&|answer| matches!(answer, Answer::CannotBeJudged(Reason::Numbers(_))));
    println!(
        "{} pages, {} verdicts: {different} different, {unclear} not clearly, {withheld} withheld, {numbers} unfit; {} \
         warnings",
        pages.len(),
        verdicts.len(),
        assessments.warnings.len()
    );
    assert!(different > 50 && unclear > 50, "{different} {unclear}");
    assert!(numbers * 50 < verdicts.len(), "{numbers} of {} do not suit their method", verdicts.len());
    let outcome = |wanted| {
        let trends = pages.iter().flat_map(|page| &page.trends);
        trends.filter(|trend| trend.found.as_ref().is_ok_and(|found| found.outcome == wanted)).count()
    };
    assert!(outcome(Outcome::Rising) > 0 && outcome(Outcome::Falling) > 0 && outcome(Outcome::NoClearDirection) > 0);
    for words in words::Language::ALL.map(|language| publication::wording::Wording::new(&catalogue, language)) {
        assert!(verdicts.iter().all(|verdict| sentence(&words, Told::Alone, verdict).ends_with('.')));
        assert!(
            pages
                .iter()
                .flat_map(|page| &page.trends)
                .all(|trend| trend_sentence(&words, Told::Alone, trend).ends_with('.'))
        );
    }
}
