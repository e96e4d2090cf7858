//! Policies with mistakes, each with all that is remarked about it.

/// Every key, without a mistake.
pub(crate) const FULL: &str = r#"
audiences = ["public", "council", "administration"]
engine = "ballista"
scheduler = "10.0.0.1:50050"

[default]
minimum-frequency = 5
zeros = "protected"
attacker = "linear"
complement = false
group-disclosure = ["sex", "age"]
minimum-population = 100
dominance = { n = 2, k = 85 }
p-percent = 10
years = "together"
loss = { quarter = 20 }

[[rule]]
source = "labour"
method = "cell-key"
[rule.noise]
variance = 1.5
no-results-up-to = 1

[[coarsen]]
measure = "register.residents"
by = []
level = "quarter"
how = "up-a-level"

[[coarsen]]
measure = "register.residents"
by = ["sex"]
level = "city"
how = "drop"
variable = "sex"

[[coarsen]]
measure = "labour.residents"
by = ["sex", "age"]
level = "quarter"
how = "merge"
variable = "age"
"#;

pub(crate) const CASES: &[(&str, &[&str])] = &[
    // How it is written.
    ("[default\n", &["error syntax 1:9 `` unclosed"]),
    ("[default]\nzeros = \n", &["error syntax 2:9 `` value"]),
    ("minimum-frequency = 3\n", &["error policy-outside-of-default 1:1 `minimum-frequency` minimum-frequency"]),
    (
        "noise = { x = 1 }\nx = 1\n",
        &["error policy-outside-of-default 1:1 `noise` noise", "error unknown-key 2:1 `x` x"],
    ),
    ("[defualt]\n", &["error unknown-key 1:2 `defualt` defualt ?default"]),
    (
        "[default]\nminimum-frequenzy = 3\nmindestfallzahl = 3\n",
        &[
            "error unknown-key 2:1 `minimum-frequenzy` minimum-frequenzy ?minimum-frequency",
            "error unknown-key 3:1 `mindestfallzahl` mindestfallzahl ?minimum-frequency",
        ],
    ),
    ("[default]\nsource = 'register'\n", &["error unknown-key 2:1 `source` source"]),
    (
        "[default]\nminimum-frequency = 0\nminimum-population = -1\np-percent = 101\n",
        &[
            "error out-of-range 2:21 `0` 1 10000",
            "error out-of-range 3:22 `-1` 0 10000000",
            "error out-of-range 4:13 `101` 1 100",
        ],
    ),
    (
        "[default]\nminimum-frequency = '3'\ncomplement = 'yes'\nloss = 5\nnoise = 2\n",
        &[
            "error wrong-type 2:21 `'3'` whole",
            "error wrong-type 3:14 `'yes'` boolean",
            "error wrong-type 4:8 `5` table",
            "error wrong-type 5:9 `2` table",
        ],
    ),
    (
        "[default]\nmethod = 'supression'\nzeros = 'hidden'\n",
        &[
            "error unknown-word 2:10 `'supression'` supression \"suppression\", \"cell-key\", \"rounding\", \"refusal\" ?suppression",
            "error unknown-word 3:9 `'hidden'` hidden \"shown\", \"protected\"",
        ],
    ),
    ("[default]\nmethod = 'rounding'\nrounding-base = 4\n", &["error either 3:17 `4` 3 | 5"]),
    ("[default]\nmethod = 'rounding'\nrounding-base = 3.0\n", &["error wrong-type 3:17 `3.0` whole"]),
    (
        "[default]\nmethod = 'cell-key'\nnoise = { variance = 'x', bound = 0 }\n",
        &["error wrong-type 3:22 `'x'` number", "error out-of-range 3:35 `0` 1 1000"],
    ),
    ("[default]\nmethod = 'cell-key'\nnoise = { variance = nan }\n", &["error out-of-range 3:22 `nan` 0 1000"]),
    ("[default]\nmethod = 'cell-key'\nnoise = { variance = 0 }\n", &["error noise-impossible 3:22 `0`"]),
    ("[default]\nmethod = 'cell-key'\nnoise = { variance = 4, bound = 2 }\n", &[]),
    ("[default]\nmethod = 'cell-key'\nnoise = { variance = 4.1, bound = 2 }\n", &["error noise-impossible 3:22 `4.1`"]),
    ("[default]\ndominance = { n = 2 }\n", &["error missing-key 2:13 `{ n = 2 }` k"]),
    // Who sees what.
    ("audiences = []\n", &["error policy-no-audience 1:13 `[]`"]),
    ("audiences = ['public', 'public']\n", &["error duplicate 1:24 `'public'` audience public"]),
    (
        "audiences = ['council', 'public', 'administration']\n",
        &["error policy-audience-order 1:25 `'public'` public council"],
    ),
    (
        "audiences = ['pubic']\n[[rule]]\naudience = 'public'\nyears = 'apart'\n",
        &["error unknown-word 1:14 `'pubic'` pubic \"public\", \"council\", \"administration\" ?public"],
    ),
    (
        "[[rule]]\naudience = 'council'\nyears = 'together'\n",
        &["error unknown-reference 2:12 `'council'` audience council"],
    ),
    // What counts.
    ("engine = 'ballista'\n", &["error missing-key file scheduler"]),
    ("engine = 'spark'\n", &["error unknown-word 1:10 `'spark'` spark \"embedded\", \"datafusion\", \"ballista\""]),
    ("engine = 'ballista'\nscheduler = '10.0.0.1'\n", &["error policy-scheduler 2:13 `'10.0.0.1'`"]),
    ("engine = 'ballista'\nscheduler = 'ballista:0'\n", &["error policy-scheduler 2:13 `'ballista:0'`"]),
    ("scheduler = 'localhost:50050'\n", &["error misplaced-key 1:1 `scheduler` scheduler engine \"ballista\""]),
    // What the rules name.
    (
        "[[rule]]\nsource = 'registre'\nyears = 'together'\n",
        &["error unknown-reference 2:10 `'registre'` source registre ?register"],
    ),
    ("[[rule]]\nsource = 'Register'\nyears = 'together'\n", &["error bad-name 2:10 `'Register'` Register ?register"]),
    ("[[rule]]\nsource = 'census'\nyears = 'together'\n", &["warning policy-source-public 2:10 `'census'` census"]),
    ("[[rule]]\nyears = 'together'\n", &["warning policy-rule-for-all 1:1 `[[rule]]`"]),
    ("[[rule]]\nsource = 'labour'\n", &["warning policy-rule-empty 1:1 `[[rule]]`"]),
    (
        "[default]\nzeros = 'protected'\ngroup-disclosure = ['religion', 'sex']\n",
        &["error unknown-reference 3:21 `'religion'` variable religion"],
    ),
    ("[default]\nloss = { quater = 5, city = 5 }\n", &["error unknown-reference 2:10 `quater` level quater ?quarter"]),
    // What does not go together.
    ("[default]\nrounding-base = 5\n", &["error policy-needs-method 2:17 `5` rounding-base rounding"]),
    ("[default]\nrounding-base = 5\n[[rule]]\nsource = 'labour'\nmethod = 'rounding'\n", &[]),
    (
        "[default]\nmethod = 'cell-key'\n[[rule]]\nsource = 'labour'\nmethod = 'refusal'\nnoise = { bound = 4 }\n",
        &["error policy-needs-method 6:9 `{ bound = 4 }` noise cell-key"],
    ),
    (
        "[default]\nattacker = 'positive'\nzeros = 'protected'\n",
        &["error policy-attacker-needs-zeros 2:12 `'positive'`"],
    ),
    (
        "[default]\nattacker = 'positive'\n[[rule]]\nsource = 'labour'\nzeros = 'protected'\n",
        &["error policy-attacker-needs-zeros 5:9 `'protected'`"],
    ),
    ("[default]\ngroup-disclosure = ['sex']\n", &["error policy-group-disclosure-needs-zeros 2:20 `['sex']`"]),
    (
        "audiences = ['public', 'council']\n[default]\nmethod = 'suppression'\n[[rule]]\naudience = 'public'\nmethod = 'cell-key'\n",
        &["error policy-two-methods 6:10 `'cell-key'` public council"],
    ),
    ("audiences = ['public', 'council']\n[[rule]]\naudience = 'public'\nmethod = 'refusal'\n", &[]),
    (
        "audiences = ['public', 'council']\n[[rule]]\naudience = 'council'\nmethod = 'refusal'\nminimum-frequency = 9\n",
        &["warning policy-stricter 4:10 `'refusal'` method public council"],
    ),
    (
        "audiences = ['public', 'council']\n[[rule]]\naudience = 'council'\nminimum-frequency = 10\ncomplement = true\nyears = 'together'\n",
        &[
            "warning policy-stricter 4:21 `10` minimum-frequency public council",
            "warning policy-stricter 6:9 `'together'` years public council",
        ],
    ),
    (
        "audiences = ['public', 'administration']\n[default]\nminimum-frequency = 5\n[[rule]]\nsource = 'labour'\naudience = 'public'\nminimum-frequency = 3\n",
        &["warning policy-stricter 7:21 `3` minimum-frequency public administration"],
    ),
    (
        "audiences = ['public', 'council']\n[[rule]]\naudience = 'council'\nzeros = 'protected'\n",
        &["warning policy-stricter 4:9 `'protected'` zeros public council"],
    ),
    ("audiences = ['public', 'council']\n[[rule]]\naudience = 'public'\nzeros = 'protected'\n", &[]),
    // Coarsenings.
    (
        "[[coarsen]]\nmeasure = 'register.residents'\nby = ['sex']\nlevel = 'city'\nhow = 'up-a-level'\n",
        &["error policy-no-level-above 5:7 `'up-a-level'` city"],
    ),
    (
        "[[coarsen]]\nmeasure = 'register.residents'\nby = ['sex']\nlevel = 'city'\nhow = 'drop'\nvariable = 'citizenship'\n",
        &["error policy-variable-not-by 6:12 `'citizenship'` citizenship"],
    ),
    (
        "[[coarsen]]\nmeasure = 'register.residents'\nby = ['sex']\nlevel = 'city'\nhow = 'merge'\nvariable = 'sex'\n",
        &["error policy-nothing-to-merge 6:12 `'sex'` sex"],
    ),
    (
        "[[coarsen]]\nmeasure = 'register.people'\nby = ['sex', 'age', 'xes']\nlevel = 'city'\nhow = 'drop'\n",
        &["error missing-key 1:1 `[[coarsen]]` variable", "error unknown-reference 3:21 `'xes'` variable xes"],
    ),
    (
        "[[coarsen]]\nmeasure = 'register.people'\nby = ['sex', 'age']\nlevel = 'quartr'\nhow = 'up-a-level'\n",
        &[
            "error unknown-reference 2:11 `'register.people'` measure people register",
            "error not-delivered 3:14 `'age'` age register",
            "error unknown-reference 4:9 `'quartr'` level quartr ?quarter",
        ],
    ),
    (
        "[[coarsen]]\nmeasure = 'register.residents'\nby = []\nlevel = 'quarter'\nhow = 'up-a-level'\n\
         [[coarsen]]\nmeasure = 'register.residents'\nby = []\nlevel = 'quarter'\nhow = 'up-a-level'\n",
        &["error duplicate 6:1 `[[coarsen]]` coarsening register.residents"],
    ),
];
