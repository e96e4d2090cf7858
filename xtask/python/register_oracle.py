"""Counts an invented register with DuckDB and compares every cell with a release of it.

The rules are read from the definition files of the concepts and run unchanged; attributes, the join of children with
their legal representatives, ages and areas are written here a second time, in SQL. Usage:
register_oracle.py FOLDER NAME=VERSION ...
"""

import csv
import itertools
import pathlib
import sys
import tomllib

import duckdb

folder = pathlib.Path(sys.argv[1])
versions = dict(pair.split("=") for pair in sys.argv[2:])


def read(path):
    return tomllib.loads((folder / "open" / path).read_text("utf-8"))


def classifier(concept, name, broad):
    """CASE over the rules of a version; `broad` counts parts as the category that they are part of."""
    version = next(v for v in read(f"concepts/{concept}.toml")["version"] if v["name"] == name)
    parts = {c["parent"] for c in version["category"] if "parent" in c}
    leaves = [c for c in version["category"] if c["code"] not in parts]
    shown = lambda c: c.get("parent", c["code"]) if broad else c["code"]
    rules = [c for c in leaves if "rule" in c]
    rest = next((shown(c) for c in leaves if "rule" not in c), None)
    if version.get("mode") == "exclusive":
        cases = " ".join(f"WHEN ({c['rule']}) THEN '{shown(c)}'" for c in rules)
        unknown = " OR ".join(f"({c['rule']}) IS NULL" for c in rules)
        return f"CASE {cases} WHEN {unknown} THEN 'unknown' ELSE {repr(rest) if rest else 'NULL'} END"
    # The first rule that is true; one that is unknown before it leaves the answer open.
    cases = " ".join(f"WHEN ({c['rule']}) THEN '{shown(c)}' WHEN ({c['rule']}) IS NULL THEN 'unknown'" for c in rules)
    return f"CASE {cases} ELSE '{rest}' END"


db = duckdb.connect()
places = folder / "shielded/birthplaces.csv"
db.execute(
    # DuckDB makes one small letter of İ, we make two; so two spellings can become one.
    f"CREATE TABLE place AS SELECT DISTINCT lower(trim(spelling)) AS spelling, state FROM read_csv('{places}', "
    "delim=';', all_varchar=true, header=true)"
)
found = 0
released = {}
release = next(iter(sorted((folder / "open/releases").iterdir())))
with open(release / "observations.csv", newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        released[row["measure"], row["group"], row["area"], row["period"]] = (row["value"], row["status"])

areas = {a["code"]: a for level in ("stadt", "bezirk", "quartier", "block") for a in read(f"areas/{level}.toml")["area"]}
for path in sorted((folder / "incoming").glob("register-*.parquet")):
    year = path.stem.rpartition("-")[2]
    db.execute("DROP TABLE IF EXISTS own; DROP TABLE IF EXISTS person")
    db.execute(f"""
        CREATE TABLE own AS SELECT
            r.*, date_sub('year', Geburtsdatum, Stichtag) AS age,
            coalesce(CASE Geschlecht WHEN 'w' THEN 'female' WHEN 'm' THEN 'male' WHEN 'd' THEN 'diverse' END, 'none')
                AS sex_entry,
            CASE Geschlecht_Zuordnung WHEN 'w' THEN 'female' WHEN 'm' THEN 'male' END AS sex_assigned,
            nullif(StaAng1, '999') AS citizenship_1,
            CASE WHEN nullif(StaAng1, '999') IS NULL THEN StaAng2 ELSE coalesce(StaAng2, 'none') END AS citizenship_2,
            CASE WHEN StaAng2 = '000' OR StaAng3 = '000' THEN true ELSE nullif(StaAng1, '999') = '000' END AS german,
            coalesce(nullif(nullif(Geburtsstaat, '998'), '999'), p.state) <> '000' AS born_abroad,
            year(Zuzug_Ausland) AS immigration_year,
            coalesce(Einbuergerung, 'N') = 'J' AS naturalisation_mark,
            coalesce(Optionsvermerk, 'N') = 'J' AS option_mark,
            coalesce(Spaetaussiedlung, 'N') = 'J' AS resettler_mark
        FROM read_parquet('{path}') r LEFT JOIN place p ON lower(trim(r.Geburtsort)) = p.spelling""")
    parent = lambda n: f"""
        p{n}.german AS parent{n}_german, p{n}.born_abroad AS parent{n}_born_abroad,
        p{n}.immigration_year AS parent{n}_immigration_year, p{n}.naturalisation_mark AS parent{n}_naturalisation_mark,
        CASE WHEN o.age >= 18 OR coalesce(o.GesVertr1, o.GesVertr2) IS NULL THEN NULL
             WHEN p{n}.PersNr IS NULL THEN false ELSE p{n}.Adresse = o.Adresse END AS parent{n}_in_household"""
    join = lambda n: f"LEFT JOIN own p{n} ON o.GesVertr{n} = p{n}.PersNr AND o.age < 18"
    db.execute(f"CREATE TABLE person AS SELECT o.*, {parent(1)}, {parent(2)} FROM own o {join(1)} {join(2)}")
    columns = {
        "age-group": classifier("age-group", "vier-gruppen", False),
        "sex": classifier("sex", "zwei-gruppen", False),
        "citizenship": classifier("citizenship", "amtlich", False),
    }
    columns |= {name: classifier("migration-background", version, True) for name, version in versions.items()}
    select = ", ".join(f'{rule} AS "{name}"' for name, rule in columns.items())
    db.execute(
        f"CREATE OR REPLACE TABLE counted AS SELECT Block AS area, {select} FROM person WHERE Wohnungsart = 'H'"
    )
    for measure in ["residents", *versions]:
        own = ["citizenship" if measure == "residents" else measure, "age-group", "sex"]
        quoted = ", ".join(f'"{name}"' for name in own)
        rows = db.execute(f"SELECT area, {quoted}, count(*) FROM counted GROUP BY ALL").fetchall()
        sums = {}
        for block, *codes, count in rows:
            groups = list(itertools.product(*[(None, code) for code in codes]))
            area = block
            while area:
                for group in groups:
                    sums[area, group] = sums.get((area, group), 0) + count
                area = areas[area].get("parent")
        compared = 0
        for (of, text, area, period), (value, status) in released.items():
            if of != measure or period != year:
                continue
            group = dict(part.split("=") for part in text.split("+") if part)
            key = area, tuple(group.get(name) if group.get(name) != "_T" else None for name in own)
            expected = sums.get(key, 0)
            seen = int(value) if value else 0
            if seen != expected or status not in ("", "–"):
                sys.exit(f"{measure} {text} {area} {period}: released {value!r} {status!r}, DuckDB counts {expected}")
            compared += 1
        if not compared:
            sys.exit(f"nothing of {measure} was released")
        found += compared
print(f"cells compared: {found}")
