//! The review of a small monitoring: its page in both languages, its form, and what it says about series.

use catalogue::{
    Catalogue, Files, Severity,
    model::{Audience, Edition, Indicator, IndicatorKind},
    names::IndicatorName,
};
use publication::{
    assess, measure,
    page::{Block, Page},
    review::{Criterion, Met, Moves, Proposal, Reason, Reviewed, form, log, review},
    wording::Wording,
};
use release::Release;
use words::Language;

use crate::{support, text};

const REVIEW: &str = r#"about.de = "Zwei Sitzungen mit allen Ämtern."
about.en = "Two meetings with all offices."
responsible.de = "Fachstelle Integration und Statistikstelle (erfunden)"
responsible.en = "Integration office and statistics office (invented)"
next = "2026-03-01"

[[source]]
name = "register"
hours = 30
cost = 400

[[indicator]]
name = "einwohner"
hours = 2
used = [
    { kind = "decision", where = { de = "Haushalt 2024", en = "Budget 2024" }, on = "2023-12-05" },
    { kind = "discussion", where = { de = "Stadtgespräch", en = "Town talk" } },
]
understood = { asked = 8, right = 7, source = { de = "Gespräche im Bürgerbüro", en = "Talks at the office" } }
decision = { what = "keep", by = { de = "Lenkungskreis", en = "Steering group" }, on = "2024-02-20", reason = { de = "Alles bezieht sich darauf.", en = "Everything refers to it." } }

[[indicator]]
name = "auslaenderanteil"
used = []
understood = { judgement = "partly", source = { de = "Rückmeldungen", en = "Feedback" } }
note = { de = "Oft verwechselt.", en = "Often mixed up." }
decision = { what = "change", by = { de = "Lenkungskreis", en = "Steering group" }, on = "2024-02-20", reason = { de = "Neuer Titel.", en = "New title." } }

[[indicator]]
name = "alter"
decision = { what = "merge", into = "einwohner", by = { de = "Rat", en = "Council" }, on = "2024-03-01", reason = { de = "Kaum gefragt.", en = "Hardly asked for." } }
"#;

const RETIRED: &str = r#"
[retired]
on = "2024-04-01"
reason.de = "Kaum gefragt."
reason.en = "Hardly asked for."
successor = "einwohner"
"#;

/// The small monitoring with a review of which all decisions are carried out.
fn files() -> Files {
    let mut files = support::files();
    files.insert("open/reviews/2023.toml".to_owned(), REVIEW.to_owned());
    files.get_mut("open/fields/leben/alter.toml").expect("an indicator").push_str(RETIRED);
    files.insert("open/goals.toml".to_owned(), GOALS.to_owned());
    files
}

const GOALS: &str = r#"objective = [
    { name = "schule", title = { de = "Gute Schulen", en = "Good schools" } },
    { name = "ganztag", parent = "schule", title = { de = "Mehr Ganztag", en = "More all-day" } },
    { name = "wohnen", title = { de = "Gutes Wohnen", en = "Good housing" } },
]
[[target]]
name = "ganztag-2030"
objective = "ganztag"
indicator = "ganztag"
kind = "value"
direction = "at-least"
value = 70
start = "2021"
by = "2030"
agreed-by = { de = "Rat", en = "Council" }
decision = { de = "1/23", en = "1/23" }
"#;

fn pages(catalogue: &Catalogue, audience: Audience, review: bool) -> Vec<Page> {
    let public = catalogue.editions.values().next().expect("an edition");
    let edition = Edition { audience, review, ..public.clone() };
    support::pages_of(catalogue, &support::release(), &edition).1
}

#[test]
fn the_page_of_the_review_reads_as_expected() {
    let catalogue = support::read(&files());
    let pages = pages(&catalogue, Audience::Administration, true);
    let shown: Vec<&Page> = pages.iter().filter(|page| page.path == "review").collect();
    assert_eq!(shown.len(), 2, "one a language");
    for page in shown {
        support::check(&format!("{}/review.txt", page.language), &text::page(page));
    }
}

#[test]
fn everyone_sees_the_change_log_and_what_is_retired_and_no_more() {
    let catalogue = support::read(&files());
    let pages = pages(&catalogue, Audience::Public, false);
    assert!(pages.iter().all(|page| page.path != "review"));
    let said = |path: &str| {
        let page = pages.iter().find(|page| page.path == path && page.language == Language::De).expect("a page");
        text::page(page)
    };
    let methods = said("methods");
    assert!(methods.contains("zusammenlegen mit „Einwohnerinnen und Einwohner“ | Rat | Kaum gefragt."), "{methods}");
    assert!(methods.contains("ändern | Lenkungskreis | Neuer Titel.") && !methods.contains("Haushalt 2024"));
    assert!(!methods.contains("](review)"), "no link to a page that is not there");
    let own = said("i/alter");
    let note =
        "Diese Kennzahl führen wir seit 1. April 2024 nicht mehr fort. Grund: Kaum gefragt. An ihre Stelle tritt:";
    assert!(own.contains(&format!("Caution: {note} [Einwohnerinnen und Einwohner](i/einwohner)")), "{own}");
    assert!(own.contains("figure: "), "it stays readable");
    let field = said("f/leben");
    assert!(
        field.contains("== Nicht mehr fortgeführt #retired") && !field.contains("card: [Mittleres Alter]"),
        "{field}"
    );
    assert!(!said("a/01").contains("Mittleres Alter") && !said("").contains("Mittleres Alter"));
}

#[test]
fn a_monitoring_without_a_review_shows_no_log() {
    let catalogue = support::catalogue();
    assert_eq!(log(&catalogue), []);
    for page in pages(&catalogue, Audience::Administration, true) {
        assert!(!text::page(&page).contains("#set-changes"), "{}", page.path);
        if page.path == "review" {
            assert!(page.blocks.iter().all(|block| !matches!(block, Block::Chart(_))));
        }
    }
}

#[test]
fn the_log_tells_decisions_and_retirements_the_newest_first() {
    let catalogue = support::read(&files());
    let told = |catalogue: &Catalogue| -> Vec<String> {
        log(catalogue).iter().map(|entry| format!("{} {}", entry.on, entry.indicator)).collect()
    };
    assert_eq!(told(&catalogue), ["2024-03-01 alter", "2024-02-20 auslaenderanteil"]);
    let mut without = files();
    without.remove("open/reviews/2023.toml");
    assert_eq!(told(&support::read(&without)), ["2024-04-01 alter"], "retired without a decision in a review");
}

fn reviewed(catalogue: &Catalogue, release: &Release) -> Reviewed {
    let measures = measure(catalogue, release);
    review(catalogue, &measures, &assess(catalogue, release, &measures))
}

/// The form is a whole file of definitions, names each current indicator once, and takes back nothing.
#[test]
fn the_form_can_be_read_as_it_stands() {
    for language in Language::ALL {
        let mut files = files();
        let catalogue = support::read(&files);
        let text = form(&Wording::new(&catalogue, language), &reviewed(&catalogue, &support::release()), 2025);
        support::check(&format!("{language}/form.toml"), &text);
        files.insert("open/reviews/2025.toml".to_owned(), text);
        let (read, remarks) = catalogue::read(&files);
        assert!(remarks.iter().all(|remark| remark.severity != Severity::Error), "{remarks:?}");
        let read = read.expect("a catalogue");
        let names: Vec<&str> = read.reviews[&2025].records.iter().map(|one| one.indicator.as_str()).collect();
        assert_eq!(names, ["einwohner", "auslaenderanteil", "verteilung", "ganztag"], "without the retired one");
        assert_eq!(log(&read), log(&catalogue), "nothing is decided by a form");
    }
}

/// What the patterns of the form say can be taken over.
#[test]
fn the_patterns_of_the_form_are_definitions() {
    let mut files = files();
    let catalogue = support::read(&files);
    let form = form(&Wording::new(&catalogue, Language::De), &reviewed(&catalogue, &support::release()), 2025);
    let keys = ["about.", "responsible.", "next", "hours", "cost", "used", "understood", "note.", "decision"];
    let taken = |line: &str| match line.strip_prefix("# ") {
        Some(rest) if keys.iter().any(|key| rest.starts_with(key) && rest.contains(" = ")) => rest.to_owned(),
        _ => line.to_owned(),
    };
    let filled: Vec<String> = form.lines().map(taken).collect();
    let german = |text: String| text.replace("languages = [\"de\", \"en\"]", "languages = [\"de\"]");
    let monitoring = files.remove("open/monitoring.toml").expect("a monitoring");
    files.insert("open/monitoring.toml".to_owned(), german(monitoring));
    files.insert("open/reviews/2025.toml".to_owned(), filled.join("\n"));
    let (read, remarks) = catalogue::read(&files);
    let errors: Vec<_> = remarks.iter().filter(|remark| remark.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}\n{}", filled.join("\n"));
    let review = &read.expect("a catalogue").reviews[&2025];
    assert_eq!(review.sources.len(), 2);
    assert!(review.records.iter().all(|record| record.decision.is_some() && record.uses.is_some()));
}

/// A town with fourteen years of school, three indicators that follow from them, and what people recorded.
fn school() -> (Catalogue, Release) {
    let mut catalogue = support::read(&files());
    let template = catalogue.indicator(&"ganztag".parse().expect("a name")).expect("an indicator").clone();
    let named = |name: &str| Indicator { name: name.parse().expect("a name"), ..template.clone() };
    let mut still = named("still");
    let IndicatorKind::Share { numerator, .. } = &mut still.kind else { panic!("a share") };
    numerator.measure = "schule.pupils".parse().expect("a measure");
    numerator.of = [("citizenship".parse().expect("a variable"), "foreign".parse().expect("a code"))].into();
    still.breakdowns.clear();
    let record = |name: &str, uses: bool| {
        let model = &catalogue.reviews[&2023].records[usize::from(!uses)];
        catalogue::model::Record { indicator: name.parse().expect("a name"), ..model.clone() }
    };
    let records = vec![record("ganztag", true), record("still", false)];
    catalogue.reviews.get_mut(&2023).expect("a review").records = records;
    catalogue.indicators = vec![named("ganztag"), named("zwilling"), still];
    let mut text = String::from("head\n");
    for year in 2010..2024 {
        let part = 200 + 12 * (year - 2010) + 3 * (year % 3);
        text.push_str(&format!("schule.pupils;;01;{year};;800\nschule.all-day;;01;{year};;{part}\n"));
        text.push_str(&format!("schule.pupils;citizenship;01;{year};foreign;200\n"));
    }
    (catalogue, support::parse(&text))
}

#[test]
fn series_and_records_lead_to_proposals() {
    let (catalogue, release) = school();
    let reviewed = reviewed(&catalogue, &release);
    assert_eq!(reviewed.year, Some(2023));
    let one = |name: &str| {
        let name: IndicatorName = name.parse().expect("a name");
        reviewed.indicators.iter().find(|one| one.indicator == name).expect("it was examined").clone()
    };
    let (first, twin, still) = (one("ganztag"), one("zwilling"), one("still"));
    assert_eq!((first.moves, twin.moves, still.moves), (Moves::Clearly, Moves::Clearly, Moves::NotClearly));
    assert_eq!((first.presence.expected, first.presence.present, first.presence.withheld), (14, 14, 0));
    let spread = first.spread.expect("a spread");
    assert!(spread.low < spread.high && spread.variation.is_some_and(|part| part > 5.0), "{spread:?}");
    let alike = first.alike.clone().expect("it can be told");
    assert_eq!((alike.len(), alike[0].other.as_str(), alike[0].changes), (1, "zwilling", 13));
    assert_eq!(still.alike, Some(Vec::new()), "what does not change runs like nothing");
    assert_eq!(first.proposal, Proposal::Keep, "{:?}", first.reasons);
    let known = first.criteria.iter().filter(|(_, met)| *met == Met::Yes).map(|(criterion, _)| *criterion);
    let expected =
        [Criterion::Moves, Criterion::Punctual, Criterion::Steerable, Criterion::Used, Criterion::Understood];
    assert_eq!(known.collect::<Vec<_>>(), expected);
    assert_eq!(twin.proposal, Proposal::Merge("ganztag".parse().expect("a name")), "it meets fewer criteria");
    assert_eq!((still.proposal, still.reasons), (Proposal::Retire, vec![Reason::NotUsed, Reason::DoesNotMove]));
    // Two hours of its own; nothing is known of the source of the schools.
    assert_eq!((first.spent.hours, twin.spent.hours), (Some(2.0), None));
}

/// Nothing is lost and nothing counted twice when the hours of a source are shared.
#[test]
fn the_hours_of_a_source_are_shared_by_its_indicators() {
    let catalogue = support::read(&files());
    let all = reviewed(&catalogue, &support::release());
    let hours: f64 = all.indicators.iter().filter_map(|one| one.spent.hours).sum();
    let cost: f64 = all.indicators.iter().filter_map(|one| one.spent.cost).sum();
    assert!((hours - 32.0).abs() < 1e-9 && (cost - 400.0).abs() < 1e-9, "{hours} hours, {cost} euro");
}

/// A retired indicator warns nobody, has no proposal, and keeps its figures.
#[test]
fn what_is_retired_leaves_warnings_and_review() {
    let (mut catalogue, release) = school();
    catalogue.indicators[0].polarity = catalogue::model::Polarity::LowerBetter;
    let warned = |catalogue: &Catalogue| assess(catalogue, &release, &measure(catalogue, &release)).warnings.len();
    assert!(warned(&catalogue) > 0);
    let retired = support::read(&files()).indicators.iter().find_map(|one| one.retired.clone());
    catalogue.indicators[0].retired.clone_from(&retired);
    catalogue.indicators[1].retired = retired;
    assert_eq!(warned(&catalogue), 0);
    let all = reviewed(&catalogue, &release);
    assert_eq!(all.indicators.iter().map(|one| one.indicator.as_str()).collect::<Vec<_>>(), ["still"]);
    assert_eq!(measure(&catalogue, &release).periods(&"ganztag".parse().expect("a name")).len(), 14);
}
