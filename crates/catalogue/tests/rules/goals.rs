//! Mistakes in goals, breaks and models of uncertainty, each with all that is remarked about it.

use catalogue::{
    Period,
    model::{TargetPath, TargetState, Uncertainty, Wanted},
};

use crate::{
    cases::Edit::{self, Append, Remove, Replace},
    edited, remarks, tiny,
};

const GOALS: &str = "open/goals.toml";

pub(crate) const CASES: &[(&[Edit], &[&str])] = &[
    (
        &[Replace(GOALS, "parent = \"fair\"", "parent = \"fare\"")],
        &["error unknown-reference open/goals.toml:10:10 `\"fare\"` objective fare"],
    ),
    (
        &[Replace(GOALS, "mandate", "parent = \"schools\"\nmandate")],
        &["error cycle open/goals.toml:4:10 `\"schools\"` objective fair → schools → fair"],
    ),
    (
        &[Replace(GOALS, "name = \"schools\"", "name = \"fair\""), Replace(GOALS, "objective = \"schools\"\n", "")],
        &["error duplicate open/goals.toml:7:8 `\"fair\"` objective fair"],
    ),
    (
        &[Replace(
            GOALS,
            "indicator = \"share-a\"\nkind = \"corridor\"",
            "indicator = \"share-z\"\nkind = \"corridor\"",
        )],
        &["error unknown-reference open/goals.toml:15:13 `\"share-z\"` indicator share-z ?share-a"],
    ),
    (
        &[Replace(GOALS, "area = \"01-1\"", "area = \"01-9\"")],
        &["error unknown-reference open/goals.toml:48:8 `\"01-9\"` area 01-9 ?01-1"],
    ),
    (
        &[Replace(GOALS, "group = { citizenship = \"german\" }", "group = { sex = \"female\" }")],
        &["error target-without-figures open/goals.toml:49:9 `{ sex = \"female\" }` group share-a"],
    ),
    (
        &[Replace(GOALS, "{ citizenship = \"foreign\" }", "{ citizenship = \"foreigners\" }")],
        &["error unknown-reference open/goals.toml:51:26 `\"foreigners\"` category foreigners citizenship ?foreign"],
    ),
    (
        &[Replace(GOALS, "{ citizenship = \"foreign\" }", "{ citizenship = \"german\" }")],
        &["error against-itself open/goals.toml:51:10 `{ citizenship = \"german\" }` group versus"],
    ),
    (
        &[Replace("open/fields/people/share-a.toml", "polarity = \"none\"", "polarity = \"lower-better\"")],
        &["error target-against-polarity open/goals.toml:30:13 `\"at-least\"` share-a"],
    ),
    (&[Replace(GOALS, "by = \"2020\"", "by = \"2015\"")], &["error target-backwards open/goals.toml:20:6 `\"2015\"`"]),
    (
        &[Replace(GOALS, "from = 40\nto = 45.5", "from = 45.5\nto = 40")],
        &["error corridor-backwards open/goals.toml:18:6 `40`"],
    ),
    (&[Replace(GOALS, "\"2027\"", "\"2024\"")], &["error step-order open/goals.toml:36:53 `\"2024\"`"]),
    (
        &[Replace(GOALS, "warning = 43", "warning = 51")],
        &["error threshold-side open/goals.toml:37:11 `51` warning value"],
    ),
    (&[Replace(GOALS, "alarm = 41", "alarm = 44")], &["error threshold-side open/goals.toml:38:9 `44` alarm warning"]),
    (
        &[Replace(GOALS, "warning = 20", "warning = 20\nstart-value = -50")],
        &["error threshold-side open/goals.toml:55:11 `20` warning portion"],
    ),
    (
        &[Replace(
            GOALS,
            "statistics-office = { office = { de = \"Amt B\", en = \"Office B\" }, on = \"2020-03-02\" }\n",
            "",
        )],
        &["note target-unsigned open/goals.toml:26:8 `\"new\"` new"],
    ),
    (
        &[Replace(GOALS, "on = \"2020-03-01\"", "on = \"2020-03\"")],
        &["error wrong-type open/goals.toml:42:73 `\"2020-03\"` date"],
    ),
    (
        &[Replace(GOALS, "superseded-by = \"new\"", "superseded-by = \"now\"")],
        &["error unknown-reference open/goals.toml:23:17 `\"now\"` target now ?new"],
    ),
    (
        &[Replace(GOALS, "superseded-by = \"new\"", "superseded-by = \"old\"")],
        &["error cycle open/goals.toml:23:17 `\"old\"` target old → old"],
    ),
    (
        &[Replace(GOALS, "superseded-by = \"new\"\n", "")],
        &[
            "note target-unsigned open/goals.toml:13:8 `\"old\"` old",
            "error target-twice open/goals.toml:25:8 `\"new\"` new old",
        ],
    ),
    (
        &[Replace(GOALS, "name = \"half\"", "name = \"new\"")],
        &["error duplicate open/goals.toml:46:8 `\"new\"` target new"],
    ),
    (
        &[Append(
            "open/fields/people/share-a.toml",
            "breaks = [{ period = \"2020\", reason = { de = \"So.\", en = \"So.\" } }, { period = \"2020\", reason = { de = \"So.\", en = \"So.\" } }]\n",
        )],
        &["error duplicate open/fields/people/share-a.toml:17:80 `\"2020\"` break 2020"],
    ),
    (
        &[Replace(
            "open/sources/register.toml",
            "kind = \"figure\"\n",
            "kind = \"figure\"\nstandard-error = \"densities\"\n",
        )],
        &["error unknown-reference open/sources/register.toml:27:18 `\"densities\"` measure-here densities ?density"],
    ),
    (
        &[Replace(
            "open/sources/register.toml",
            "day = \"12-31\"",
            "day = \"12-31\"\ndesign-effect = 2\nuncertainty = \"none\"",
        )],
        &["error misplaced-key open/sources/register.toml:8:1 `design-effect` design-effect uncertainty \"survey\""],
    ),
];

#[test]
fn every_mistake_is_remarked_at_its_place() {
    let differs = |(edits, expected): &&(&[Edit], &[&str])| remarks(edits).1 != *expected;
    let shown = |(edits, expected): &(&[Edit], &[&str])| {
        format!("{edits:?}\nexpected {expected:#?}\nfound {:#?}", remarks(edits).1)
    };
    let wrong: Vec<String> = CASES.iter().filter(differs).map(shown).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn targets_hold_with_both_signatures_and_until_they_are_superseded() {
    let (catalogue, remarks) = catalogue::read(&tiny::files());
    assert_eq!(remarks, []);
    let goals = catalogue.expect("a catalogue").goals;
    let states: Vec<_> = goals.targets.iter().map(|target| (target.name.as_str(), target.state())).collect();
    assert_eq!(
        states,
        [("old", TargetState::Superseded), ("new", TargetState::InForce), ("half", TargetState::InForce)]
    );
    let new = goals.target(&"new".parse().expect("a name")).expect("a target");
    let year = |year| Period::year_of(year);
    assert_eq!(new.area.as_str(), "01", "the municipality if nothing is said");
    assert_eq!((&new.wanted, new.start_value), (&Wanted::AtLeast(50.0), Some(42.5)));
    assert_eq!(new.path, TargetPath::Yearly(vec![(year(2024), 44.0), (year(2027), 47.0)]));
    assert_eq!(goals.of(&"share-a".parse().expect("a name")).count(), 3, "history stays");
    assert_eq!(goals.objectives.len(), 2);
    let (without, remarks) = catalogue::read(&edited(&[Remove(GOALS)]));
    assert_eq!(remarks, []);
    assert_eq!(without.expect("a catalogue").goals, Default::default());
}

#[test]
fn sources_say_how_uncertain_they_are() {
    let said = |text: &'static str| {
        let edit = Replace("open/sources/register.toml", "day = \"12-31\"", text);
        let (catalogue, remarks) = catalogue::read(&edited(&[edit]));
        assert_eq!(remarks, []);
        catalogue.expect("a catalogue").sources[&"register".parse().expect("a name")].uncertainty
    };
    assert_eq!(said("day = \"12-31\""), Uncertainty::SmallNumbers);
    assert_eq!(said("day = \"12-31\"\nuncertainty = \"none\""), Uncertainty::None);
    assert_eq!(said("day = \"12-31\"\nuncertainty = \"survey\""), Uncertainty::Survey { design_effect: 1.0 });
    let designed = said("day = \"12-31\"\nuncertainty = \"survey\"\ndesign-effect = 1.4");
    assert_eq!(designed, Uncertainty::Survey { design_effect: 1.4 });
}
