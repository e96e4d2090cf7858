//! Mistakes in a concept, each with all that is remarked about it.

/// The rule of the first version.
pub(crate) const RULE: &str = "NOT german OR NOT parent1_german OR language = 'other'";

/// One change, and all that is remarked about it.
pub(crate) const CASES: &[(&str, &str, &[&str])] = &[
    ("title", "title", &[]),
    ("NOT german OR", "NOT germna OR", &["rule 34:69 `germna` unknown-attribute germna german"]),
    (
        "\"NOT german OR NOT parent1_german OR language = 'other'\"",
        "'''\n  language = \"x\"\n'''",
        &["rule 35:14 `\"x\"` unsupported-quoted-name"],
    ),
    (RULE, "NOT german \\t AND", &["rule 34:82 `` ends"]),
    (RULE, "NOT german )", &["rule 34:76 `)` syntax )"]),
    (RULE, "language = 'othr'", &["rule 34:76 `'othr'` unknown-code othr other"]),
    (RULE, "age", &["rule 34:65 `age` not-boolean whole"]),
    (RULE, "ABS(1, age) = 1", &["rule 34:65 `ABS(1, age` argument-count ABS 2"]),
    (RULE, "LOWER(age) = 'x'", &["rule 34:71 `age` wrong-kind text whole"]),
    (RULE, "age = 'x'", &["rule 34:65 `age = 'x'` different-kinds whole text"]),
    (RULE, "german AND NOT german", &["rule 34:65 `german AND NOT german` never-true"]),
    ("covers = \"age < 18\"", "covers = \"age << 18\"", &["rule 32:15 `<<` syntax <<"]),
    ("name = \"age\"", "name = \"Age\"", &["attribute 6:8 `\"Age\"` name Age"]),
    ("name = \"age\"", "name = \"order\"", &["attribute 6:8 `\"order\"` reserved order"]),
    ("least = 0", "least = 130", &["attribute 6:8 `\"age\"` type age"]),
    (
        "name = \"age\"",
        "name = \"german\"",
        &["attribute 6:8 `\"german\"` twice german", "attribute 14:8 `\"german\"` twice german"],
    ),
    (
        "[[version]]",
        "[[attribute]]\nname = \"sex\"\ntitle = { de = \"x\", en = \"x\" }\ntype = \"text\"\n\n[[version]]",
        &["attribute-unused 26:8 `\"sex\"` sex"],
    ),
    (
        "rule = \"NOT german\" },\n  { code = \"without\", title = { de = \"ohne\", en = \"without\" }, rule = \"german\" }",
        "rule = \"NOT german\" },\n  { code = \"without\", title = { de = \"o\", en = \"w\" }, rule = \"age < 5\" }",
        &["categories-overlap 51:62 `\"age < 5\"` foreign without age = 0, german = false"],
    ),
    (
        "{ code = \"with\", title = { de = \"mit\", en = \"with\" }, rule = \"NOT german OR NOT parent1_german OR language = 'other'\" },\n  { code = \"without\", title = { de = \"ohne\", en = \"without\" } },",
        "{ code = \"with\", title = { de = \"mit\", en = \"with\" } },",
        &["version-without-rules 33:12 `[` "],
    ),
    (
        "missing-category = \"unknown\"",
        "missing-category = \"unknwn\"",
        &["unknown-reference 45:20 `\"unknwn\"` version-category unknwn narrow unknown"],
    ),
    (
        "missing = \"category\"\nmissing-category = \"unknown\"",
        "missing = \"undeterminable\"",
        &["category-unreachable 51:12 `\"unknown\"` unknown"],
    ),
    (
        "{ code = \"without\", title = { de = \"ohne\", en = \"without\" } },",
        "{ code = \"a\", title = { de = \"a\", en = \"a\" } }, { code = \"b\", title = { de = \"b\", en = \"b\" } },",
        &["second-without-rule 35:60 `\"b\"` b"],
    ),
    ("parent = \"with\"", "parent = \"wth\"", &["unknown-reference 50:64 `\"wth\"` version-category wth narrow with"]),
    ("parent = \"with\"", "parent = \"without\"", &["broader-category 50:64 `\"without\"` without"]),
    (
        "code = \"unknown\"",
        "code = \"without\"",
        &[
            "unknown-reference 45:20 `\"unknown\"` version-category unknown narrow",
            "duplicate 52:12 `\"without\"` category without",
        ],
    ),
    (
        "name = \"other\"\ntitle = { de = \"andere\"",
        "name = \"wide\"\ntitle = { de = \"andere\"",
        &["duplicate 56:8 `\"wide\"` version wide"],
    ),
    ("with = \"narrow\"", "with = \"narow\"", &["unknown-reference 37:24 `\"narow\"` version narow origin narrow"]),
    ("with = \"narrow\"", "with = \"wide\"", &["comparable-itself 37:24 `\"wide\"` wide"]),
    (
        "mode = \"exclusive\"",
        "comparable = [{ with = \"wide\", how = \"not\", reason = { de = \"x\", en = \"x\" } }]",
        &["comparable-contradicts 37:40 `\"similar\"` narrow wide similar not"],
    ),
    (
        "covers = \"age < 18\"",
        "covers = \"age < 18\"\nvalid-from = \"2020\"\nvalid-to = \"2019\"",
        &["validity-backwards 34:12 `\"2019\"` "],
    ),
    (
        "rule = \"language = 'other'\" },",
        "rule = \"language = 'other'\" }, { code = \"x\", title = { de = \"x\", en = \"x\" }, rule = \"language = 'other' AND age < 5\" },",
        &["category-unreachable 63:97 `\"x\"` x"],
    ),
];
