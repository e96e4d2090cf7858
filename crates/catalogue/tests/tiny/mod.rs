//! A tiny monitoring without a single remark.

use catalogue::Files;

/// A city of two quarters, two variables, one source and fifteen core indicators.
pub(crate) fn files() -> Files {
    let mut files: Files = FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    for letter in 'b'..='o' {
        let perspective = if letter < 'i' { "strength" } else { "deficit" };
        let text = INDICATOR.replace("perspective = \"context\"", &format!("perspective = \"{perspective}\""));
        files.insert(format!("open/fields/people/share-{letter}.toml"), text);
    }
    files.insert("open/fields/people/share-a.toml".to_owned(), INDICATOR.to_owned());
    files
}

const INDICATOR: &str = r#"title = { de = "Anteil", en = "Share" }
question = { de = "Wie viele?", en = "How many?" }
reason = { de = "Darum.", en = "For a reason." }
reading = { de = "{period}: {value} von {denominator}.", en = "{value citizenship=foreign}" }
definition = { de = "So.", en = "Thus." }
limits = { de = "Mehr nicht.", en = "No more." }
kind = "share"
numerator = { measure = "register.residents", of = { sex = "female" } }
denominator = { measure = "register.residents" }
breakdowns = [["citizenship"]]
levels = ["city", "quarter"]
polarity = "none"
perspective = "context"
steering = "shared"
effort = "low"
core = true
"#;

const GOALS: &str = r#"[[objective]]
name = "fair"
title = { de = "Gerecht", en = "Fair" }
mandate = { de = "Rat 1/20", en = "Council 1/20" }

[[objective]]
name = "schools"
title = { de = "Schulen", en = "Schools" }
text = { de = "Alle.", en = "All." }
parent = "fair"

[[target]]
name = "old"
objective = "schools"
indicator = "share-a"
kind = "corridor"
from = 40
to = 45.5
start = "2015"
by = "2020"
agreed-by = { de = "Rat", en = "Council" }
decision = { de = "1/15", en = "1/15" }
superseded-by = "new"

[[target]]
name = "new"
text = { de = "Neu.", en = "New." }
indicator = "share-a"
kind = "value"
direction = "at-least"
value = 50
start = "2020"
start-value = 42.5
by = "2030"
path = "yearly"
step = [{ period = "2024", value = 44 }, { period = "2027", value = 47 }]
warning = 43
alarm = 41
agreed-by = { de = "Rat", en = "Council" }
decision = { de = "1/20", en = "1/20" }
file-number = "I-7"
integration-office = { office = { de = "Amt A", en = "Office A" }, on = "2020-03-01" }
statistics-office = { office = { de = "Amt B", en = "Office B" }, on = "2020-03-02" }

[[target]]
name = "half"
indicator = "share-a"
area = "01-1"
group = { citizenship = "german" }
kind = "gap"
versus = { citizenship = "foreign" }
portion = 0.5
start = "2020"
by = "2030"
warning = 20
agreed-by = { de = "Rat", en = "Council" }
decision = { de = "1/20", en = "1/20" }
integration-office = { office = { de = "Amt A", en = "Office A" }, on = "2020-03-01" }
statistics-office = { office = { de = "Amt B", en = "Office B" }, on = "2020-03-02" }
"#;

const FILES: &[(&str, &str)] = &[
    (
        "open/monitoring.toml",
        r#"name = { de = "Dorf", en = "Village" }
title = { de = "Monitoring", en = "Monitoring" }
code = "01"
kind = "city"
languages = ["de", "en"]
why = { de = "Warum.", en = "Why." }
how = { de = "Wie.", en = "How." }
what = { de = "Was.", en = "What." }
audiences = [{ de = "Alle", en = "Everyone" }]
publisher = { de = "Amt", en = "Office" }
contact = { de = "amt@dorf.example", en = "amt@dorf.example" }
licence = "dl-de/by-2-0"
base-period = "2015"
"#,
    ),
    (
        "open/areas/levels.toml",
        r#"[[level]]
name = "city"
title = { de = "Stadt", en = "City" }
plural = { de = "Stadt", en = "City" }
outlines.union-of = "quarter"

[[level]]
name = "quarter"
parent = "city"
title = { de = "Viertel", en = "Quarter" }
plural = { de = "Viertel", en = "Quarters" }
outlines = { file = "quarters.geojson", property = "nr" }
"#,
    ),
    ("open/areas/city.toml", "[[area]]\ncode = \"01\"\nname = \"Dorf\"\n"),
    (
        "open/areas/quarter.toml",
        r#"[[area]]
code = "01-1"
name = "Oben"
parent = "01"
aliases = ["1"]

[[area]]
code = "01-2"
name = "Unten"
parent = "01"
aliases = ["2"]
valid-from = "1990"
"#,
    ),
    (
        "open/areas/quarters.geojson",
        r#"{ "type": "FeatureCollection", "features": [
  { "type": "Feature", "properties": { "nr": "01" }, "geometry": { "type": "Polygon",
    "coordinates": [[[11.0, 48.0], [11.1, 48.0], [11.1, 48.1], [11.0, 48.0]]] } },
  { "type": "Feature", "properties": { "nr": 2 }, "geometry": { "type": "MultiPolygon",
    "coordinates": [[[[11.1, 48.0], [11.2, 48.0], [11.2, 48.1], [11.1, 48.0]]]] } }
] }
"#,
    ),
    (
        "open/variables/sex.toml",
        r#"title = { de = "Geschlecht", en = "Sex" }
reason = { de = "Darum.", en = "For a reason." }
definition = { de = "So.", en = "Thus." }
whole = { de = "insgesamt", en = "total" }

[[category]]
code = "female"
title = { de = "weiblich", en = "female" }
aliases = ["w"]

[[category]]
code = "male"
title = { de = "männlich", en = "male" }
aliases = ["m"]
"#,
    ),
    (
        "open/variables/citizenship.toml",
        r#"title = { de = "Staatsangehörigkeit", en = "Citizenship" }
reason = { de = "Darum.", en = "For a reason." }
definition = { de = "So.", en = "Thus." }
whole = { de = "insgesamt", en = "total" }

[[category]]
code = "german"
title = { de = "deutsch", en = "German" }

[[category]]
code = "foreign"
title = { de = "ausländisch", en = "foreign" }
"#,
    ),
    (
        "open/sources/register.toml",
        r#"title = { de = "Melderegister", en = "Register" }
provider = { de = "Amt", en = "Office" }
legal-basis = { de = "Gesetz", en = "Law" }
method = { de = "Zählung", en = "Count" }
periodicity = { de = "jährlich", en = "every year" }
periods = "reference-date"
day = "12-31"

[[measure]]
name = "residents"
title = { de = "Einwohner", en = "Residents" }
unit = { de = "Personen", en = "persons" }
kind = "count"

[[measure]]
name = "ages"
title = { de = "Alter", en = "Ages" }
unit = { de = "Jahre", en = "years" }
kind = "sum"
counted-by = "residents"

[[measure]]
name = "density"
title = { de = "Dichte", en = "Density" }
unit = { de = "je km²", en = "per km²" }
kind = "figure"

[layout]
format = "csv"
signs = { "*" = "withheld" }
thousands = "."

[[layout.column]]
head = "Gebiet"
is = "area"

[[layout.column]]
head = "Jahr"
is = "period"

[[layout.column]]
head = "Gruppe"
is = "groups"
groups = { "alle" = {}, "Frauen" = { sex = "female" } }

[[layout.column]]
head = "Zahl {citizenship}"
is = "measure"
measure = "residents"
"#,
    ),
    (
        "open/fields/people/field.toml",
        "title = { de = \"Menschen\", en = \"People\" }\nabout = { de = \"Darum.\", en = \"This.\" }\norder = 1\n",
    ),
    ("open/texts/understanding.de.md", "# Verständnis\n\nWir verstehen *Teilhabe* so: 3 Dinge zählen.\n"),
    ("open/texts/understanding.en.md", "We understand.\n"),
    (
        "open/texts/interpretation/share-a.de.md",
        "Der Anteil liegt bei {value area=01-1} (2015: {value period=2015}).\n",
    ),
    ("open/texts/interpretation/share-a.en.md", "The share is {value}, {{not more}.\n"),
    ("open/editions/public/edition.toml", "title = { de = \"Für alle\", en = \"For all\" }\naudience = \"public\"\n"),
    ("open/goals.toml", GOALS),
    (
        "open/answers.toml",
        r#"[[answer]]
rule = "widening"
indicator = "share-a"
area = "01-1"
group = { citizenship = "foreign" }
versus = { citizenship = "german" }
period = "2020"
reason = { de = "Neubau.", en = "New houses." }
by = { de = "Amt", en = "Office" }
on = "2021-02-03"
"#,
    ),
    (
        "open/language.toml",
        r#"allow = [{ term = "rangfolge", reason = { de = "So heißt ein Spiel.", en = "A game." } }]

[[term]]
name = "old"
language = "en"
words = ["the elderly"]
kind = "stigma"
instead = "older people"
reason = { de = "Beschluss.", en = "Decided." }
"#,
    ),
    ("open/README.md", "Not read.\n"),
];
