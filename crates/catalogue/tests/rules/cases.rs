//! Mistakes, each with all that is remarked about it.

use Edit::{Append, Remove, Replace, Write};

/// A change of a file.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Edit {
    /// The first place of a text becomes another.
    Replace(&'static str, &'static str, &'static str),
    /// A file is written anew.
    Write(&'static str, &'static str),
    /// Text is added at the end of a file.
    Append(&'static str, &'static str),
    /// A file is taken away.
    Remove(&'static str),
}

pub(crate) const MONITORING: &str = "open/monitoring.toml";
const LEVELS: &str = "open/areas/levels.toml";
const CITY: &str = "open/areas/city.toml";
const QUARTER: &str = "open/areas/quarter.toml";
const GEO: &str = "open/areas/quarters.geojson";
pub(crate) const SEX: &str = "open/variables/sex.toml";
pub(crate) const REGISTER: &str = "open/sources/register.toml";
pub(crate) const SHARE: &str = "open/fields/people/share-a.toml";
const TEXT: &str = "open/texts/interpretation/share-a.de.md";
const EDITION: &str = "open/editions/public/edition.toml";

const AGE: &str = r#"title = { de = "Alter", en = "Age" }
reason = { de = "Darum.", en = "For a reason." }
definition = { de = "So.", en = "Thus." }
whole = { de = "insgesamt", en = "total" }
category = [{ code = "old", title = { de = "alt", en = "old" } }]
"#;

const BLOCK: &str = r#"
[[level]]
name = "block"
parent = "quarter"
title = { de = "Block", en = "Block" }
plural = { de = "Blöcke", en = "Blocks" }
published = false
"#;

pub(crate) const CASES: &[(&[Edit], &[&str])] = &[
    // How a file is written.
    (&[Append(CITY, "name = \"Dorf\"\n")], &["error syntax open/areas/city.toml:4:1 `name` duplicate-key"]),
    (&[Replace(CITY, "code = \"01\"", "code = 01")], &["error syntax open/areas/city.toml:2:8 `0` leading-zero"]),
    (
        &[Replace(SHARE, "\"citizenship\"]]", "\"citizenship\"")],
        &["error syntax open/fields/people/share-a.toml:11:1 `` unclosed"],
    ),
    (
        &[Replace(SHARE, "title", "titel")],
        &["error unknown-key open/fields/people/share-a.toml:1:1 `titel` titel ?title"],
    ),
    (
        &[Replace(SHARE, "core = true", "core = true\nkern = true")],
        &["error unknown-key open/fields/people/share-a.toml:17:1 `kern` kern"],
    ),
    (
        &[Replace(MONITORING, "contact = { de = \"amt@dorf.example\", en = \"amt@dorf.example\" }\n", "")],
        &["error missing-key open/monitoring.toml contact.de"],
    ),
    (&[Replace(SHARE, "polarity = \"none\"\n", "")], &["error missing-key open/fields/people/share-a.toml polarity"]),
    (
        &[Replace(SHARE, "title = { de = \"Anteil\", en = \"Share\" }", "title = \"Anteil\"")],
        &["error wrong-type open/fields/people/share-a.toml:1:9 `\"Anteil\"` local"],
    ),
    (
        &[Replace(
            SHARE,
            "title = { de = \"Anteil\", en = \"Share\" }",
            "title = { de = \"Anteil\", eng = \"Share\" }",
        )],
        &[
            "error missing-translation open/fields/people/share-a.toml:1:9 `{ de = \"Anteil\", eng = \"Share\" }` en",
            "error unknown-key open/fields/people/share-a.toml:1:26 `eng` eng ?en",
        ],
    ),
    (
        &[Replace(SHARE, "title = { de = \"Anteil\", en = \"Share\" }", "title = { de = \" \", en = 3 }")],
        &[
            "error empty-text open/fields/people/share-a.toml:1:16 `\" \"`",
            "error wrong-type open/fields/people/share-a.toml:1:26 `3` text",
        ],
    ),
    (
        &[Replace(SHARE, "core = true", "core = \"ja\"")],
        &["error wrong-type open/fields/people/share-a.toml:16:8 `\"ja\"` boolean", "warning core-few – 14 15"],
    ),
    (
        &[Replace(SHARE, "core = true", "core = true\norder = \"erst\"")],
        &["error wrong-type open/fields/people/share-a.toml:17:9 `\"erst\"` whole"],
    ),
    (
        &[Replace(SHARE, "core = true", "core = true\norder = -1")],
        &["error out-of-range open/fields/people/share-a.toml:17:9 `-1` 0 10000"],
    ),
    (
        &[Replace(SHARE, "core = true", "core = true\nreliable-minimum = 99999999999999999999")],
        &["error out-of-range open/fields/people/share-a.toml:17:20 `99999999999999999999` 0 1000000"],
    ),
    (
        &[Replace(SHARE, "levels = [\"city\", \"quarter\"]", "levels = \"city\"")],
        &["error wrong-type open/fields/people/share-a.toml:11:10 `\"city\"` list"],
    ),
    (
        &[Replace(
            SHARE,
            "numerator = { measure = \"register.residents\", of = { sex = \"female\" } }",
            "numerator = \"register.residents\"",
        )],
        &["error wrong-type open/fields/people/share-a.toml:8:13 `\"register.residents\"` table"],
    ),
    (
        &[Replace(MONITORING, "base-period = \"2015\"", "base-period = 2015")],
        &["error wrong-type open/monitoring.toml:13:15 `2015` period"],
    ),
    (&[Replace(MONITORING, "code = \"01\"", "code = 1")], &["error wrong-type open/monitoring.toml:3:8 `1` code"]),
    (&[Replace(CITY, "[[area]]", "[area]")], &["error wrong-type open/areas/city.toml:1:1 `[area]` tables"]),
    (
        &[Replace(REGISTER, "day = \"12-31\"", "day = \"31.12.\"")],
        &["error wrong-type open/sources/register.toml:7:7 `\"31.12.\"` day"],
    ),
    (
        &[Replace(REGISTER, "periods = \"reference-date\"\n", "")],
        &["error misplaced-key open/sources/register.toml:6:1 `day` day periods \"reference-date\""],
    ),
    (&[Replace(REGISTER, "day = \"12-31\"\n", "")], &["error missing-key open/sources/register.toml day"]),
    (
        &[Replace(REGISTER, "format = \"csv\"", "format = \"parquet\"\ndelimiter = \";\"")],
        &["error misplaced-key open/sources/register.toml:30:1 `delimiter` delimiter format \"csv\""],
    ),
    (
        &[Replace(REGISTER, "format = \"csv\"", "format = \"csv\"\ndelimiter = \":\"")],
        &["error unknown-word open/sources/register.toml:30:13 `\":\"` : \";\", \",\", \"\\t\", \"|\""],
    ),
    (
        &[Replace(SHARE, "effort = \"low\"", "effort = \"lo\"\nper = 100")],
        &[
            "error unknown-word open/fields/people/share-a.toml:15:10 `\"lo\"` lo \"low\", \"medium\", \"high\" ?low",
            "error misplaced-key open/fields/people/share-a.toml:16:1 `per` per kind \"rate\"",
        ],
    ),
    (
        &[Replace(SHARE, "kind = \"share\"", "kind = \"count\"")],
        &[
            "error missing-key open/fields/people/share-a.toml of",
            "error missing-key open/fields/people/share-a.toml unit.de",
            "error misplaced-key open/fields/people/share-a.toml:8:1 `numerator` numerator kind \"share\", \"rate\", \"ratio\", \"mean\"",
            "error misplaced-key open/fields/people/share-a.toml:9:1 `denominator` denominator kind \"share\", \"rate\", \"ratio\", \"mean\"",
        ],
    ),
    (
        &[Replace(LEVELS, "property = \"nr\"", "union-of = \"quarter\"")],
        &[
            "error either open/areas/levels.toml:12:12 `{ file = \"quarters.geojson\", union-of = \"quarter\" }` file + property | union-of",
        ],
    ),
    (
        &[Replace(LEVELS, "name = \"quarter\"", "name = \"Quarter\"")],
        &["error bad-name open/areas/levels.toml:8:8 `\"Quarter\"` Quarter ?quarter"],
    ),
    (
        &[Replace(SHARE, "sex = \"female\"", "Sex = \"Female\"")],
        &[
            "error bad-name open/fields/people/share-a.toml:8:54 `Sex` Sex ?sex",
            "error bad-name open/fields/people/share-a.toml:8:60 `\"Female\"` Female ?female",
        ],
    ),
    (
        &[Replace(SHARE, "\"register.residents\"", "\"Register.Einwohner Köln\"")],
        &[
            "error bad-name open/fields/people/share-a.toml:8:25 `\"Register.Einwohner Köln\"` Register.Einwohner Köln ?register.einwohner-koeln",
        ],
    ),
    // Which files there are.
    (
        &[Write("open/fields/Über uns/field.toml", "")],
        &["error file-name open/fields/Über uns/field.toml Über uns ?ueber-uns"],
    ),
    (&[Write("open/variables/Sex.toml", "")], &["error file-name open/variables/Sex.toml Sex ?sex"]),
    (&[Write("open/variable/age.toml", "")], &["error unknown-file open/variable/age.toml ?open/variables/age.toml"]),
    (&[Write("open/fields/share.toml", "")], &["error unknown-file open/fields/share.toml ?open/fields/…/share.toml"]),
    (&[Write("open/monitorung.toml", "")], &["error unknown-file open/monitorung.toml ?open/monitoring.toml"]),
    (&[Write("open/texts/share-a.md", "")], &["error unknown-file open/texts/share-a.md"]),
    (
        &[Remove("open/fields/people/field.toml")],
        &["error missing-file open/fields/people/share-a.toml open/fields/people/field.toml"],
    ),
    (&[Remove(LEVELS)], &["error missing-file open/monitoring.toml open/areas/levels.toml"]),
    (&[Remove(CITY)], &["error missing-file open/areas/levels.toml open/areas/city.toml"]),
    (
        &[Write("open/areas/village.toml", "[[area]]\ncode = \"1\"\nname = \"x\"\n")],
        &["error unknown-reference open/areas/village.toml level village"],
    ),
    (&[Write("open/areas/other.geojson", "")], &["warning unused-file open/areas/other.geojson"]),
    // Texts in both languages.
    (
        &[Replace(SHARE, "title = { de = \"Anteil\", en = \"Share\" }", "title.de = \"Anteil\"")],
        &["error missing-translation open/fields/people/share-a.toml:1:1 `title` en"],
    ),
    (
        &[Remove("open/texts/interpretation/share-a.en.md")],
        &["warning text-untranslated open/texts/interpretation/share-a.de.md open/texts/interpretation/share-a.en.md"],
    ),
    (
        &[Remove(TEXT)],
        &["error missing-file open/texts/interpretation/share-a.en.md open/texts/interpretation/share-a.de.md"],
    ),
    (
        &[Append(EDITION, "languages = [\"en\", \"fr\"]\n")],
        &["error unknown-word open/editions/public/edition.toml:3:20 `\"fr\"` fr \"de\", \"en\""],
    ),
    (
        &[
            Replace(MONITORING, "languages = [\"de\", \"en\"]", "languages = [\"de\"]"),
            Append(EDITION, "languages = [\"en\"]\n"),
        ],
        &["error edition-language open/editions/public/edition.toml:3:14 `\"en\"` en"],
    ),
    (
        &[Append(EDITION, "address = \"monitoring.example\"\n")],
        &["error edition-address open/editions/public/edition.toml:3:11 `\"monitoring.example\"`"],
    ),
    (
        &[Append(EDITION, "address = \"https://monitoring.example/a b\"\n")],
        &["error edition-address open/editions/public/edition.toml:3:11 `\"https://monitoring.example/a b\"`"],
    ),
    (
        &[Append(EDITION, "follows = \"publik\"\n")],
        &["error unknown-reference open/editions/public/edition.toml:3:11 `\"publik\"` edition publik ?public"],
    ),
    (
        &[Append(EDITION, "follows = \"public\"\n")],
        &["error edition-follows open/editions/public/edition.toml:3:11 `\"public\"` public"],
    ),
    // References.
    (
        &[Replace(QUARTER, "parent = \"01\"", "parent = \"02\"")],
        &["error unknown-reference open/areas/quarter.toml:4:10 `\"02\"` area 02"],
    ),
    (
        &[Replace(LEVELS, "parent = \"city\"", "parent = \"cities\"")],
        &["error unknown-reference open/areas/levels.toml:9:10 `\"cities\"` level cities"],
    ),
    (
        &[Replace(LEVELS, "union-of = \"quarter\"", "union-of = \"quarters\"")],
        &["error unknown-reference open/areas/levels.toml:5:21 `\"quarters\"` level quarters ?quarter"],
    ),
    (
        &[Replace(LEVELS, "union-of = \"quarter\"", "union-of = \"city\"")],
        &["error union-not-below open/areas/levels.toml:5:21 `\"city\"` city city"],
    ),
    (
        &[Replace(SHARE, "\"citizenship\"]]", "\"citizenshp\"]]")],
        &[
            "error unknown-reference open/fields/people/share-a.toml:10:16 `\"citizenshp\"` variable citizenshp ?citizenship",
        ],
    ),
    (
        &[Replace(SHARE, "sex = \"female\"", "sex = \"females\"")],
        &["error unknown-reference open/fields/people/share-a.toml:8:60 `\"females\"` category females sex ?female"],
    ),
    (
        &[Replace(SHARE, "\"register.residents\"", "\"registre.residents\"")],
        &[
            "error unknown-reference open/fields/people/share-a.toml:8:25 `\"registre.residents\"` source registre ?register",
        ],
    ),
    (
        &[Replace(SHARE, "\"register.residents\"", "\"register.resident\"")],
        &[
            "error unknown-reference open/fields/people/share-a.toml:8:25 `\"register.resident\"` measure resident register ?residents",
        ],
    ),
    (
        &[Replace(SHARE, "\"register.residents\"", "\"residents\"")],
        &["error wrong-type open/fields/people/share-a.toml:8:25 `\"residents\"` measure-key"],
    ),
    (
        &[Replace(SHARE, "levels = [\"city\", \"quarter\"]", "levels = [\"town\", \"quarter\"]")],
        &["error unknown-reference open/fields/people/share-a.toml:11:11 `\"town\"` level town"],
    ),
    (
        &[Replace(REGISTER, "measure = \"residents\"", "measure = \"people\"")],
        &["error unknown-reference open/sources/register.toml:49:11 `\"people\"` measure people register"],
    ),
    (
        &[Replace(REGISTER, "counted-by = \"residents\"", "counted-by = \"resident\"")],
        &["error unknown-reference open/sources/register.toml:20:14 `\"resident\"` measure-here resident ?residents"],
    ),
    (
        &[Replace(REGISTER, "counted-by = \"residents\"", "counted-by = \"density\"")],
        &["error counted-by-no-count open/sources/register.toml:20:14 `\"density\"` density"],
    ),
    (
        &[Replace(REGISTER, "Zahl {citizenship}", "Zahl {citizen-ship} {Alter}")],
        &[
            "error bad-name open/sources/register.toml:47:8 `\"Zahl {citizen-ship} {Alter}\"` Alter",
            "error unknown-reference open/sources/register.toml:47:8 `\"Zahl {citizen-ship} {Alter}\"` variable citizen-ship ?citizenship",
        ],
    ),
    (
        &[Replace(REGISTER, "\"Frauen\" = { sex = \"female\" }", "\"Frauen\" = { sex = \"woman\", age = \"old\" }")],
        &[
            "error unknown-reference open/sources/register.toml:44:44 `\"woman\"` category woman sex",
            "error unknown-reference open/sources/register.toml:44:53 `age` variable age",
        ],
    ),
    (
        &[Append(REGISTER, "of = { citizenship = \"foriegn\" }\nwhole = [\"sexx\"]\n")],
        &[
            "error unknown-reference open/sources/register.toml:50:22 `\"foriegn\"` category foriegn citizenship ?foreign",
            "error unknown-reference open/sources/register.toml:51:10 `\"sexx\"` variable sexx ?sex",
        ],
    ),
    (
        &[Append(REGISTER, "[[layout.column]]\nhead = \"Alter\"\nis = \"category\"\nvariable = \"age\"\n")],
        &["error unknown-reference open/sources/register.toml:53:12 `\"age\"` variable age"],
    ),
    (
        &[Append(
            REGISTER,
            "[[layout.column]]\nhead = \"Quote\"\nis = \"figure\"\nnumerator = \"gruppe\"\ndenominator = \"Jahre\"\n",
        )],
        &["error unknown-reference open/sources/register.toml:54:15 `\"Jahre\"` column Jahre ?Jahr"],
    ),
    // Duplicates.
    (
        &[Replace(QUARTER, "code = \"01-2\"", "code = \"01\"")],
        &["error duplicate open/areas/quarter.toml:8:8 `\"01\"` area 01"],
    ),
    (
        &[Replace(QUARTER, "aliases = [\"2\"]", "aliases = [\"2\", \"1\"]")],
        &["error duplicate-alias open/areas/quarter.toml:11:17 `\"1\"` area 1"],
    ),
    (
        &[Append(
            LEVELS,
            "[[level]]\nname = \"quarter\"\nparent = \"city\"\ntitle = { de = \"x\", en = \"x\" }\nplural = { de = \"x\", en = \"x\" }\n",
        )],
        &["error duplicate open/areas/levels.toml:14:8 `\"quarter\"` level quarter"],
    ),
    (
        &[Replace(SEX, "aliases = [\"m\"]", "aliases = [\"W\"]")],
        &["error duplicate-alias open/variables/sex.toml:14:12 `\"W\"` category w"],
    ),
    (
        &[Replace(SEX, "code = \"male\"", "code = \"female\"")],
        &["error duplicate open/variables/sex.toml:12:8 `\"female\"` category female"],
    ),
    (
        &[Replace(REGISTER, "name = \"ages\"", "name = \"residents\"")],
        &["error duplicate open/sources/register.toml:16:8 `\"residents\"` measure residents"],
    ),
    (
        &[Append(REGISTER, "[[layout.column]]\nhead = \" jahr\"\nis = \"ignored\"\n")],
        &["error duplicate open/sources/register.toml:51:8 `\" jahr\"` column jahr"],
    ),
    (
        &[
            Write(
                "open/fields/more/field.toml",
                "title = { de = \"x\", en = \"x\" }\nabout = { de = \"x\", en = \"x\" }\n",
            ),
            Write("open/fields/more/share-b.toml", ""),
        ],
        &[
            "error missing-key open/fields/more/share-b.toml definition.de",
            "error missing-key open/fields/more/share-b.toml effort",
            "error missing-key open/fields/more/share-b.toml kind",
            "error missing-key open/fields/more/share-b.toml limits.de",
            "error missing-key open/fields/more/share-b.toml perspective",
            "error missing-key open/fields/more/share-b.toml polarity",
            "error missing-key open/fields/more/share-b.toml reading.de",
            "error missing-key open/fields/more/share-b.toml steering",
            "error missing-key open/fields/more/share-b.toml title.de",
            "error duplicate open/fields/people/share-b.toml indicator share-b",
            "warning core-few – 14 15",
        ],
    ),
    (
        &[Replace(SHARE, "[[\"citizenship\"]]", "[[\"citizenship\", \"citizenship\"]]")],
        &["error duplicate open/fields/people/share-a.toml:10:31 `\"citizenship\"` variable citizenship"],
    ),
    // Areas and their levels.
    (
        &[Replace(QUARTER, "parent = \"01\"\n", "")],
        &["error area-without-parent open/areas/quarter.toml:1:1 `[[area]]` 01-1 city"],
    ),
    (
        &[Replace(CITY, "name = \"Dorf\"", "name = \"Dorf\"\nparent = \"01-1\"")],
        &["error cycle open/areas/city.toml:4:10 `\"01-1\"` area 01 → 01-1 → 01"],
    ),
    (
        &[Replace(CITY, "name = \"Dorf\"", "name = \"Dorf\"\nparent = \"99\"")],
        &["error parent-of-first open/areas/city.toml:4:10 `\"99\"` 01"],
    ),
    (
        &[Replace(QUARTER, "parent = \"01\"", "parent = \"01-2\"")],
        &["error parent-level open/areas/quarter.toml:4:10 `\"01-2\"` 01-1 city quarter"],
    ),
    (
        &[Replace(QUARTER, "parent = \"01\"", "parent = \"01\"\nalso-in = [\"01-2\"]")],
        &["error also-in-level open/areas/quarter.toml:5:12 `\"01-2\"` 01-1 01-2 quarter"],
    ),
    (
        &[Append(CITY, "[[area]]\ncode = \"02\"\nname = \"Stadt\"\n")],
        &["error first-level-areas open/areas/city.toml 2 city"],
    ),
    (
        &[Replace(MONITORING, "code = \"01\"", "code = \"09\"")],
        &["error code-of-whole open/areas/city.toml:2:8 `\"01\"` 01 09"],
    ),
    (&[Replace(LEVELS, "parent = \"city\"\n", "")], &["error first-level open/areas/levels.toml 2 city, quarter"]),
    (
        &[Replace(LEVELS, "name = \"city\"", "name = \"city\"\nparent = \"quarter\"")],
        &["error cycle open/areas/levels.toml:3:10 `\"quarter\"` level city → quarter → city"],
    ),
    (
        &[Replace(QUARTER, "valid-from = \"1990\"", "valid-from = \"1990\"\nvalid-to = \"1980\"")],
        &["error validity-backwards open/areas/quarter.toml:13:12 `\"1980\"`"],
    ),
    (
        &[Replace(SEX, "aliases = [\"m\"]", "aliases = [\"m\"]\nparent = \"male\"")],
        &["error cycle open/variables/sex.toml:15:10 `\"male\"` category male → male"],
    ),
    (
        &[Replace(SEX, "aliases = [\"m\"]", "aliases = [\"m\"]\nparent = \"mail\"")],
        &["error unknown-reference open/variables/sex.toml:15:10 `\"mail\"` category mail sex"],
    ),
    // Outlines.
    (
        &[Remove(GEO)],
        &[
            "warning outlines-absent open/areas/levels.toml:12:21 `\"quarters.geojson\"` open/areas/quarters.geojson quarter",
        ],
    ),
    (&[Write(GEO, "{ \"type\": ")], &["error geojson-broken open/areas/quarters.geojson"]),
    (
        &[Replace(LEVELS, "property = \"nr\"", "property = \"nummer\"")],
        &["error geojson-property open/areas/quarters.geojson nummer"],
    ),
    (
        &[Replace(GEO, "{ \"nr\": \"01\" }", "{}")],
        &[
            "warning geojson-without-code open/areas/quarters.geojson nr 1 1",
            "warning outlines-missing open/areas/quarters.geojson quarter 1 01-1",
        ],
    ),
    (
        &[Replace(GEO, "{ \"nr\": \"01\" }", "{ \"nr\": \"3\" }")],
        &[
            "warning geojson-unknown-code open/areas/quarters.geojson 1 3",
            "warning outlines-missing open/areas/quarters.geojson quarter 1 01-1",
        ],
    ),
    (
        &[Replace(GEO, "{ \"nr\": \"01\" }", "{ \"nr\": \"3\" }"), Replace(GEO, "{ \"nr\": 2 }", "{ \"nr\": 4 }")],
        &["error geojson-unknown-code open/areas/quarters.geojson 2 3"],
    ),
    (
        &[Replace(
            GEO,
            "\"Polygon\",\n    \"coordinates\": [[[11.0, 48.0], [11.1, 48.0], [11.1, 48.1], [11.0, 48.0]]]",
            "\"Point\", \"coordinates\": [11.0, 48.0]",
        )],
        &["error geojson-no-polygon open/areas/quarters.geojson 1 01"],
    ),
    (
        &[Replace(GEO, "[[[11.0, 48.0], [11.1", "[[[691000.0, 5334000.0], [11.1")],
        &["error geojson-projection open/areas/quarters.geojson 1 01"],
    ),
    // Sources.
    (
        &[Replace(REGISTER, "thousands = \".\"", "thousands = \",\"")],
        &["error same-signs open/sources/register.toml:31:13 `\",\"`"],
    ),
    (
        &[Replace(REGISTER, "head = \"Jahr\"\nis = \"period\"", "head = \"Jahr\"\nis = \"ignored\"")],
        &["error layout-without-period open/sources/register.toml:28:1 `[layout]`"],
    ),
    (
        &[Replace(REGISTER, "is = \"measure\"\nmeasure = \"residents\"", "is = \"ignored\"")],
        &["error layout-without-measure open/sources/register.toml:28:1 `[layout]`"],
    ),
    // Indicators.
    (
        &[
            Replace(SHARE, "question = { de = \"Wie viele?\", en = \"How many?\" }\n", ""),
            Replace(SHARE, "reason = { de = \"Darum.\", en = \"For a reason.\" }\n", ""),
        ],
        &[
            "error core-incomplete open/fields/people/share-a.toml question",
            "error core-incomplete open/fields/people/share-a.toml reason",
        ],
    ),
    (
        &[Replace(SHARE, ", of = { sex = \"female\" }", "")],
        &[
            "error against-itself open/fields/people/share-a.toml:8:13 `{ measure = \"register.residents\" }` numerator denominator",
        ],
    ),
    (
        &[Replace(SHARE, "[[\"citizenship\"]]", "[[\"citizenship\"], [\"citizenship\", \"sex\"]]")],
        &["error breakdown-fixed open/fields/people/share-a.toml:10:48 `\"sex\"` sex"],
    ),
    (
        &[Replace(SHARE, "\"register.residents\", of", "\"register.density\", of")],
        &["error measure-kind open/fields/people/share-a.toml:8:25 `\"register.density\"` register.density share"],
    ),
    (
        &[Replace(
            SHARE,
            "kind = \"share\"\nnumerator = { measure = \"register.residents\", of = { sex = \"female\" } }\ndenominator = { measure = \"register.residents\" }",
            "kind = \"given\"\nunit = { de = \"x\", en = \"x\" }\nof = { measure = \"register.residents\" }",
        )],
        &["error measure-kind open/fields/people/share-a.toml:9:18 `\"register.residents\"` register.residents given"],
    ),
    (
        &[Replace(
            SHARE,
            "kind = \"share\"\nnumerator = { measure = \"register.residents\", of = { sex = \"female\" } }\ndenominator = { measure = \"register.residents\" }",
            "kind = \"diversity\"\nunit = { de = \"x\", en = \"x\" }\nof = { measure = \"register.residents\" }\nby = \"citizenship\"",
        )],
        &["error breakdown-fixed open/fields/people/share-a.toml:11:16 `\"citizenship\"` citizenship"],
    ),
    (
        &[Replace(
            SHARE,
            "kind = \"share\"\nnumerator = { measure = \"register.residents\", of = { sex = \"female\" } }\ndenominator",
            "kind = \"dissimilarity\"\nunit = { de = \"x\", en = \"x\" }\nacross = \"borough\"\ngroup = { measure = \"register.residents\" }\nreference",
        )],
        &[
            "error unknown-reference open/fields/people/share-a.toml:9:10 `\"borough\"` level borough",
            "error against-itself open/fields/people/share-a.toml:10:9 `{ measure = \"register.residents\" }` group reference",
        ],
    ),
    (
        &[
            Write("open/variables/age.toml", AGE),
            Replace(SHARE, "[[\"citizenship\"]]", "[[\"citizenship\"], [\"age\"]]"),
        ],
        &["warning not-delivered open/fields/people/share-a.toml:10:33 `\"age\"` age register"],
    ),
    (
        &[Append(LEVELS, BLOCK), Replace(SHARE, "levels = [\"city\", ", "levels = [\"block\", \"city\", ")],
        &["warning level-unpublished open/fields/people/share-a.toml:11:11 `\"block\"` block"],
    ),
    // The core set.
    (&[Replace(SHARE, "core = true", "core = false")], &["warning core-few – 14 15"]),
    (
        &[
            Replace("open/fields/people/share-i.toml", "deficit", "strength"),
            Replace("open/fields/people/share-j.toml", "deficit", "strength"),
            Replace("open/fields/people/share-k.toml", "deficit", "strength"),
            Replace("open/fields/people/share-l.toml", "deficit", "context"),
        ],
        &["warning core-lopsided – 10 3"],
    ),
    // References in prose.
    (
        &[Replace(SHARE, "{value} von", "{valeu} von")],
        &["error reference-malformed open/fields/people/share-a.toml:4:29 `{valeu}` what valeu ?value"],
    ),
    (
        &[Replace(SHARE, "{value} von", "{value area=99} von")],
        &["error unknown-reference open/fields/people/share-a.toml:4:29 `{value area=99}` area 99"],
    ),
    (
        &[Replace(SHARE, "{value} von", "{value sex=female} von")],
        &["error reference-impossible open/fields/people/share-a.toml:4:29 `{value sex=female}` breakdown share-a sex"],
    ),
    (
        &[Replace(SHARE, "{value} von", "{value citizenship=foriegn} von")],
        &[
            "error unknown-reference open/fields/people/share-a.toml:4:29 `{value citizenship=foriegn}` category foriegn citizenship ?foreign",
        ],
    ),
    (
        &[Replace(SHARE, "{value} von", "{value of=share-z} von")],
        &[
            "error unknown-reference open/fields/people/share-a.toml:4:29 `{value of=share-z}` indicator share-z ?share-a",
        ],
    ),
    (
        &[Replace(SHARE, "{value} von", "{value period=bald} von")],
        &["error reference-malformed open/fields/people/share-a.toml:4:29 `{value period=bald}` period bald"],
    ),
    (
        &[Replace(SHARE, "{value} von", "{gap citizenship=foreign against=germna} von")],
        &[
            "error unknown-reference open/fields/people/share-a.toml:4:29 `{gap citizenship=foreign against=germna}` category germna citizenship ?german",
        ],
    ),
    (
        &[Replace(SHARE, "levels = [\"city\", \"quarter\"]", "levels = [\"city\"]")],
        &[
            "error target-without-figures open/goals.toml:48:8 `\"01-1\"` area share-a",
            "error reference-impossible open/texts/interpretation/share-a.de.md:1:22 `{value area=01-1}` level share-a quarter",
        ],
    ),
    (
        &[Replace(
            "open/fields/people/share-b.toml",
            "kind = \"share\"\nnumerator = { measure = \"register.residents\", of = { sex = \"female\" } }\ndenominator = { measure = \"register.residents\" }",
            "kind = \"count\"\nunit = { de = \"x\", en = \"x\" }\nof = { measure = \"register.residents\" }",
        )],
        &["error reference-impossible open/fields/people/share-b.toml:4:41 `{denominator}` parts share-b denominator"],
    ),
    (
        &[Append(TEXT, "Das sind 12,5 % und {gap}, {value.\n")],
        &[
            "warning typed-number open/texts/interpretation/share-a.de.md:2:10 `12,5`",
            "error reference-malformed open/texts/interpretation/share-a.de.md:2:21 `{gap}` gap-needs-group gap",
            "error reference-malformed open/texts/interpretation/share-a.de.md:2:28 `{value.` unclosed {value.",
        ],
    ),
    (
        &[Append(TEXT, "<br> und ![Bild](x.png)\n")],
        &[
            "warning unsupported-markup open/texts/interpretation/share-a.de.md:2:1 `<br>`",
            "warning unsupported-markup open/texts/interpretation/share-a.de.md:2:10 `![Bild](x.png)`",
        ],
    ),
    (
        &[Append("open/texts/understanding.de.md", "Heute: {value} und {value of=share-b}.\n")],
        &["error reference-malformed open/texts/understanding.de.md:4:8 `{value}` needs-indicator of"],
    ),
    (
        &[Write("open/texts/interpretation/share-x.de.md", "Text\n")],
        &["error unknown-reference open/texts/interpretation/share-x.de.md indicator share-x ?share-a"],
    ),
    // What the deliverer has done to the figures.
    (&[Replace(REGISTER, "[layout]", "[delivered]\nrounded-to = 5\n[layout]")], &[]),
    (&[Replace(REGISTER, "[layout]", "[delivered]\nsigns = \"suppressed\"\nminimum-frequency = 5\n[layout]")], &[]),
    (
        &[Replace(REGISTER, "[layout]", "[delivered]\nminimum-frequency = 3\nrounded-to = 1\n[layout]")],
        &[
            "error misplaced-key open/sources/register.toml:29:1 `minimum-frequency` minimum-frequency signs \"suppressed\"",
            "error out-of-range open/sources/register.toml:30:14 `1` 2 1000",
        ],
    ),
    (
        &[Replace(REGISTER, "[layout]", "[delivered]\nnoise = { variance = 5, bound = 2 }\n[layout]")],
        &["error noise-impossible open/sources/register.toml:29:22 `5`"],
    ),
    (
        &[Replace(REGISTER, "[layout]", "[delivered]\nnoise = { variance = 2.5, bound = 0 }\n[layout]")],
        &["error out-of-range open/sources/register.toml:29:35 `0` 1 1000"],
    ),
    // A file that cannot be read makes no remarks elsewhere.
    (&[Replace(SEX, "code = \"female\"", "code = \"female")], &["error syntax open/variables/sex.toml:7:15 `` quotes"]),
    (
        &[Replace(REGISTER, "name = \"residents\"", "name = residents")],
        &["error syntax open/sources/register.toml:10:8 `residents` unquoted"],
    ),
    (
        &[Replace(SHARE, "core = true", "core = ja")],
        &["error syntax open/fields/people/share-a.toml:16:8 `ja` unquoted"],
    ),
    // The look of the report.
    (
        &[Append(MONITORING, "\n[design]\naccent = \"rot\"\n")],
        &["error colour open/monitoring.toml:16:10 `\"rot\"` rot"],
    ),
    (
        &[Append(MONITORING, "\n[design]\naccent = \"#ffcc00\"\n")],
        &["error colour-contrast open/monitoring.toml:16:10 `\"#ffcc00\"` #ffcc00 #8e7200"],
    ),
    (
        &[Append(MONITORING, "\n[design]\nlogo-says.de = \"Wappen\"\n")],
        &[
            "error logo-missing open/monitoring.toml:16:1 `logo-says`",
            "error missing-translation open/monitoring.toml:16:1 `logo-says` en",
        ],
    ),
    (&[Write("open/logo.svg", "<svg/>")], &["error logo-says-missing open/logo.svg open/monitoring.toml"]),
    (
        &[Append(EDITION, "\n[design]\nlogo-says.de = \"Wappen\"\nlogo-says.en = \"Arms\"\n")],
        &["error logo-missing open/editions/public/edition.toml:5:1 `logo-says`"],
    ),
    (
        &[Write("open/editions/public/logo.svg", "<svg/>")],
        &["error logo-says-missing open/editions/public/logo.svg open/editions/public/edition.toml"],
    ),
    (
        &[Write("open/editions/public/loga.svg", "<svg/>")],
        &["error unknown-file open/editions/public/loga.svg ?open/editions/public/logo.svg"],
    ),
];
