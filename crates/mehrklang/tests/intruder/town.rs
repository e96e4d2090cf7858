//! A town that is small enough to be seen through by hand, and the monitoring that is made of it: what its people are
//! like is known here, and nowhere in front of the wall.

use std::{fs, path::Path};

/// A group of people: pairs of variable and category, sorted.
pub(crate) type Group = Vec<(String, String)>;

/// Quarters with the district that each lies in: code, name, district.
pub(crate) const QUARTERS: [(&str, &str, &str); 6] = [
    ("011", "Nordtor", "01"),
    ("012", "Nordhang", "01"),
    ("021", "Südtor", "02"),
    ("022", "Südhang", "02"),
    ("031", "Westtor", "03"),
    ("032", "Westhang", "03"),
];
pub(crate) const DISTRICTS: [(&str, &str); 3] = [("01", "Nord"), ("02", "Süd"), ("03", "West")];
pub(crate) const CITY: (&str, &str) = ("99000001", "Kleinstadt");
pub(crate) const YEARS: [&str; 2] = ["2023", "2024"];

/// Code and title of a category.
type Category = (&'static str, &'static str);
/// Variables with their categories: name, title, categories.
pub(crate) const VARIABLES: [(&str, &str, [Category; 2]); 3] = [
    ("citizenship", "Staatsangehörigkeit", [("german", "deutsch"), ("foreign", "ausländisch")]),
    ("sex", "Geschlecht", [("female", "weiblich"), ("male", "männlich")]),
    ("age-group", "Altersgruppe", [("young", "unter 30"), ("old", "ab 30")]),
];

/// Residents of each quarter in the first year: German and foreign, of each women and men, of each young and old. The
/// counts of Germans are multiplied by [`GERMANS`].
type Residents = [[[[i64; 2]; 2]; 2]; 6];
/// Only two foreign citizens live in the district Süd.
pub(crate) const TOWN: Residents = [
    [[[23, 31], [27, 25]], [[6, 2], [5, 3]]],
    [[[19, 22], [24, 18]], [[4, 1], [3, 2]]],
    [[[33, 41], [29, 37]], [[1, 0], [0, 0]]],
    [[[17, 26], [21, 19]], [[0, 0], [0, 1]]],
    [[[28, 35], [31, 30]], [[7, 4], [9, 2]]],
    [[[12, 16], [14, 13]], [[0, 1], [2, 0]]],
];
/// Four live there: few enough that the council may see them and that no quarter's part can be hidden from it then.
pub(crate) const OTHER: Residents = {
    let mut other = TOWN;
    other[2][1] = [[1, 0], [1, 0]];
    other[3][1] = [[1, 0], [0, 1]];
    other
};
/// Makes the counts of Germans so large that no other number on a page looks like one.
const GERMANS: i64 = 61;
/// Children of each quarter and those of them in day care, German and foreign, in the first year; Germans multiplied
/// likewise.
const CHILDREN: [[[i64; 2]; 2]; 6] = [
    [[18, 15], [6, 4]],
    [[14, 12], [5, 2]],
    [[22, 19], [1, 1]],
    [[15, 14], [2, 0]],
    [[20, 17], [9, 6]],
    [[11, 8], [3, 1]],
];

/// A finest count of the town.
pub(crate) struct Leaf {
    pub(crate) measure: &'static str,
    pub(crate) year: usize,
    pub(crate) quarter: usize,
    pub(crate) group: Group,
    pub(crate) count: i64,
}

/// All finest counts, in the order of measures, years, quarters and groups.
pub(crate) fn leaves(town: &Residents) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for year in 0..YEARS.len() {
        for (quarter, citizenships) in town.iter().enumerate() {
            for (c, sexes) in citizenships.iter().enumerate() {
                for (s, ages) in sexes.iter().enumerate() {
                    for (a, count) in ages.iter().enumerate() {
                        let group = group(&[(0, c), (1, s), (2, a)]);
                        let count = later(scaled(*count, c), year, quarter + 3 * c + 5 * s + 7 * a);
                        leaves.push(Leaf { measure: "einwohner.residents", year, quarter, group, count });
                    }
                }
            }
        }
        for (quarter, citizenships) in CHILDREN.iter().enumerate() {
            for (c, [all, cared]) in citizenships.iter().enumerate() {
                let all = later(scaled(*all, c), year, quarter + 2 * c);
                let cared = later(scaled(*cared, c), year, quarter + 3 * c).min(all);
                for (measure, count) in [("kita.children", all), ("kita.cared", cared)] {
                    leaves.push(Leaf { measure, year, quarter, group: group(&[(0, c)]), count });
                }
            }
        }
    }
    leaves
}

fn scaled(count: i64, citizenship: usize) -> i64 {
    if citizenship == 0 { GERMANS * count } else { count }
}

/// A year later a few have come or gone.
fn later(count: i64, year: usize, place: usize) -> i64 {
    if year == 0 { count } else { (count + [1, 0, -1, 2, 0, -2, 1][place % 7]).max(0) }
}

fn group(parts: &[(usize, usize)]) -> Group {
    let mut group: Group = parts
        .iter()
        .map(|(variable, category)| {
            let (name, _, categories) = VARIABLES[*variable];
            (name.to_owned(), categories[*category].0.to_owned())
        })
        .collect();
    group.sort();
    group
}

/// Whether a quarter lies in an area.
pub(crate) fn lies_in(quarter: usize, area: &str) -> bool {
    let (code, _, district) = QUARTERS[quarter];
    [code, district, CITY.0].contains(&area)
}

/// What an indicator is about: the measure and group above the line, and those below it.
pub(crate) type About = (&'static str, &'static [(&'static str, &'static str)], Option<&'static str>);

/// The indicators by name.
pub(crate) fn about(indicator: &str) -> About {
    match indicator {
        "einwohner" => ("einwohner.residents", &[], None),
        "auslaenderanteil" => ("einwohner.residents", &[("citizenship", "foreign")], Some("einwohner.residents")),
        "betreuung" => ("kita.cared", &[], Some("kita.children")),
        _ => panic!("no indicator {indicator}"),
    }
}

/// What is released at first: little, for the city and its districts.
pub(crate) const FIRST: Asked = Asked { residents: "[[\"sex\"]]", levels: "[\"stadt\", \"bezirk\"]" };
/// What is added later: more groups, and quarters.
pub(crate) const SECOND: Asked = Asked {
    residents: "[[\"sex\"], [\"citizenship\", \"sex\"], [\"age-group\"]]",
    levels: "[\"stadt\", \"bezirk\", \"viertel\"]",
};

/// What the indicators ask for.
pub(crate) struct Asked {
    residents: &'static str,
    levels: &'static str,
}

/// The audiences with the smallest count that each may see, and the edition that is made for each.
pub(crate) const AUDIENCES: [(&str, i64, &str); 3] =
    [("public", 5, "oeffentlichkeit"), ("council", 4, "rat"), ("administration", 3, "verwaltung")];

/// Writes all definitions and the policy.
pub(crate) fn write(dir: &Path, asked: &Asked) {
    let write = |path: &str, text: String| {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("open/monitoring.toml", MONITORING.to_owned());
    let level = |name: &str, parent: Option<&str>| {
        let parent = parent.map_or(String::new(), |parent| format!("parent = \"{parent}\"\n"));
        format!("[[level]]\nname = \"{name}\"\ntitle.de = \"{name}\"\nplural.de = \"{name}\"\n{parent}")
    };
    let levels = [level("stadt", None), level("bezirk", Some("stadt")), level("viertel", Some("bezirk"))];
    write("open/areas/levels.toml", levels.concat());
    let area = |code: &str, name: &str, parent: Option<&str>| {
        let parent = parent.map_or(String::new(), |parent| format!("parent = \"{parent}\"\n"));
        format!("[[area]]\ncode = \"{code}\"\nname = \"{name}\"\n{parent}")
    };
    write("open/areas/stadt.toml", area(CITY.0, CITY.1, None));
    write("open/areas/bezirk.toml", DISTRICTS.map(|(code, name)| area(code, name, Some(CITY.0))).concat());
    write("open/areas/viertel.toml", QUARTERS.map(|(code, name, district)| area(code, name, Some(district))).concat());
    for (name, title, categories) in VARIABLES {
        let head =
            format!("title.de = \"{title}\"\nreason.de = \"-\"\ndefinition.de = \"-\"\nwhole.de = \"insgesamt\"\n");
        let category =
            |(code, title): (&str, &str)| format!("[[category]]\ncode = \"{code}\"\ntitle.de = \"{title}\"\n");
        write(&format!("open/variables/{name}.toml"), head + &categories.map(category).concat());
    }
    write("open/sources/einwohner.toml", source(&["residents"], &["citizenship", "sex", "age-group"]));
    write("open/sources/kita.toml", source(&["children", "cared"], &["citizenship"]));
    let field = "title.de = \"Bevölkerung\"\nabout.de = \"Wer hier lebt.\"\norder = 1\n";
    write("open/fields/bevoelkerung/field.toml", field.to_owned());
    let indicator = |name: &str, kind: &str, breakdowns: &str| {
        let Asked { levels, .. } = asked;
        let rest = "polarity = \"none\"\nperspective = \"context\"\nsteering = \"none\"\neffort = \"low\"\nreliable-minimum = 0\n";
        let text = format!("title.de = \"{name}\"\n{SAYS}{kind}\nbreakdowns = {breakdowns}\nlevels = {levels}\n{rest}");
        write(&format!("open/fields/bevoelkerung/{name}.toml"), text);
    };
    let residents = "{ measure = \"einwohner.residents\" }";
    indicator("einwohner", &format!("kind = \"count\"\nof = {residents}\nunit.de = \"Personen\""), asked.residents);
    let foreign = "{ measure = \"einwohner.residents\", of = { citizenship = \"foreign\" } }";
    let share = |part: &str, whole: &str| format!("kind = \"share\"\nnumerator = {part}\ndenominator = {whole}");
    indicator("auslaenderanteil", &share(foreign, residents), "[]");
    let of = |measure: &str| format!("{{ measure = \"kita.{measure}\" }}");
    indicator("betreuung", &share(&of("cared"), &of("children")), "[[\"citizenship\"]]");
    let mut policy = String::from("audiences = [\"public\", \"council\", \"administration\"]\n");
    for (audience, minimum, edition) in AUDIENCES {
        let text = format!("title.de = \"Ausgabe {edition}\"\naudience = \"{audience}\"\n");
        write(&format!("open/editions/{edition}/edition.toml"), text);
        policy += &format!("[[rule]]\naudience = \"{audience}\"\nminimum-frequency = {minimum}\n");
    }
    write("shielded/policy.toml", policy);
}

/// What the two sources deliver.
pub(crate) fn deliveries(leaves: &[Leaf]) -> [(&'static str, String); 2] {
    let mut residents = String::from("Gebiet;Jahr;citizenship;sex;age-group;residents\n");
    let mut children = String::from("Gebiet;Jahr;citizenship;children;cared\n");
    for (at, leaf) in leaves.iter().enumerate() {
        let title = |variable: &str| {
            let (_, code) = leaf.group.iter().find(|(name, _)| name == variable).unwrap();
            code.clone()
        };
        let place = format!("{};{}", QUARTERS[leaf.quarter].0, YEARS[leaf.year]);
        match leaf.measure {
            "einwohner.residents" => {
                let group = [title("citizenship"), title("sex"), title("age-group")].join(";");
                residents += &format!("{place};{group};{}\n", leaf.count);
            }
            "kita.children" => {
                let cared = leaves[at + 1].count;
                children += &format!("{place};{};{};{cared}\n", title("citizenship"), leaf.count);
            }
            _ => {}
        }
    }
    [("einwohner", residents), ("kita", children)]
}

fn source(measures: &[&str], variables: &[&str]) -> String {
    let mut text = String::from(
        "title.de = \"Zählung\"\nprovider.de = \"Statistikstelle\"\nlegal-basis.de = \"Satzung\"\nmethod.de = \"Auszählung\"\n\
         periodicity.de = \"jährlich\"\nprotection = \"confidential\"\n",
    );
    for measure in measures {
        text += &format!(
            "[[measure]]\nname = \"{measure}\"\ntitle.de = \"{measure}\"\nunit.de = \"Personen\"\nkind = \"count\"\n"
        );
    }
    text += "[layout]\nformat = \"csv\"\ndelimiter = \";\"\n";
    text +=
        "[[layout.column]]\nhead = \"Gebiet\"\nis = \"area\"\n[[layout.column]]\nhead = \"Jahr\"\nis = \"period\"\n";
    for variable in variables {
        text += &format!("[[layout.column]]\nhead = \"{variable}\"\nis = \"category\"\nvariable = \"{variable}\"\n");
    }
    for measure in measures {
        text += &format!("[[layout.column]]\nhead = \"{measure}\"\nis = \"measure\"\nmeasure = \"{measure}\"\n");
    }
    text
}

const SAYS: &str = "question.de = \"Wie viele?\"\nreason.de = \"Zur Einordnung.\"\nreading.de = \"{period}: {value}.\"\n\
                    definition.de = \"Menschen.\"\nlimits.de = \"Keine.\"\n";

const MONITORING: &str = r#"
name.de = "Kleinstadt"
title.de = "Integrationsmonitoring Kleinstadt"
code = "99000001"
kind = "city"
why.de = "Damit alle gleichberechtigt teilhaben."
how.de = "Die Ämter arbeiten zusammen."
what.de = "Drei Indikatoren."
publisher.de = "Stadt Kleinstadt"
contact.de = "Statistikstelle"
licence = "dl-de/by-2-0"
synthetic.de = "Alle Zahlen sind erfunden."
"#;
