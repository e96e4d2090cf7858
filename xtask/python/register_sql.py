"""An invented register in SQL: attributes, the join of children with their legal representatives and ages are written
here a second time; the rules are read from the definition files of the concepts and run unchanged. The SQL is what
DuckDB and Polars both understand.
"""

import csv
import itertools
import pathlib
import tomllib

LEVELS = ("stadt", "bezirk", "quartier", "block")
"""Levels of areas, the widest first."""


class Register:
    """A laid out city: its folder, and the versions of the migration background by the name of their variable."""

    def __init__(self, folder, pairs):
        self.folder = pathlib.Path(folder)
        self.versions = dict(pair.split("=") for pair in pairs)
        self.areas = {a["code"]: a for level in LEVELS for a in self.read(f"areas/{level}.toml")["area"]}
        self.files = sorted((self.folder / "incoming").glob("register-*.parquet"))
        self.measures = {"residents": ["citizenship", "age-group", "sex"]}
        self.measures |= {name: [name, "age-group", "sex"] for name in self.versions}

    def read(self, path):
        """A definition file."""
        return tomllib.loads((self.folder / "open" / path).read_text("utf-8"))

    def classifier(self, concept, name, broad):
        """CASE over the rules of a version; `broad` counts parts as the category that they are part of."""
        version = next(v for v in self.read(f"concepts/{concept}.toml")["version"] if v["name"] == name)
        parts = {c["parent"] for c in version["category"] if "parent" in c}
        leaves = [c for c in version["category"] if c["code"] not in parts]
        shown = lambda c: c.get("parent", c["code"]) if broad else c["code"]
        rules = [c for c in leaves if "rule" in c]
        rest = next((shown(c) for c in leaves if "rule" not in c), None)
        if version.get("mode") == "exclusive":
            cases = " ".join(f"WHEN ({c['rule']}) THEN '{shown(c)}'" for c in rules)
            unknown = " OR ".join(f"({c['rule']}) IS NULL" for c in rules)
            return f"CASE {cases} WHEN {unknown} THEN 'unknown' ELSE {repr(rest) if rest else 'NULL'} END"
        if version["missing"] == "counts-as-false":
            cases = " ".join(f"WHEN ({c['rule']}) THEN '{shown(c)}'" for c in rules)
            return f"CASE {cases} ELSE '{rest}' END"
        # The first rule that is true; one that is unknown before it leaves the answer open.
        case = lambda c: f"WHEN ({c['rule']}) THEN '{shown(c)}' WHEN ({c['rule']}) IS NULL THEN 'unknown'"
        return f"CASE {' '.join(map(case, rules))} ELSE '{rest}' END"

    def variables(self):
        """The variables and how each is told."""
        columns = {
            "age-group": self.classifier("age-group", "vier-gruppen", False),
            "sex": self.classifier("sex", "zwei-gruppen", False),
            "citizenship": self.classifier("citizenship", "amtlich", False),
        }
        return columns | {
            name: self.classifier("migration-background", version, True) for name, version in self.versions.items()
        }

    def places(self):
        """Spelling of a place of birth, in small letters, and the state that it lies in."""
        with open(self.folder / "shielded/birthplaces.csv", newline="", encoding="utf-8") as file:
            rows = csv.DictReader(file, delimiter=";")
            known = {row["spelling"].strip().lower(): row["state"] for row in rows}
        # One program makes one small letter of İ, another two.
        return known | {spelling.replace("i̇", "i"): state for spelling, state in known.items()}

    def own(self, source):
        """What is known of each person without looking at others, from the rows of `source` and the table `place`."""
        part = lambda unit, column: f"EXTRACT({unit} FROM {column})"
        months, days = ([part(unit, day) for day in ("Stichtag", "Geburtsdatum")] for unit in ("MONTH", "DAY"))
        before = f"{months[0]} < {months[1]} OR ({months[0]} = {months[1]} AND {days[0]} < {days[1]})"
        return f"""SELECT
            r.PersNr, r.Block, r.Adresse, r.GesVertr1, r.GesVertr2, r.Wohnungsart,
            EXTRACT(YEAR FROM Stichtag) - EXTRACT(YEAR FROM Geburtsdatum)
                - CASE WHEN {before} THEN 1 ELSE 0 END AS age,
            coalesce(CASE Geschlecht WHEN 'w' THEN 'female' WHEN 'm' THEN 'male' WHEN 'd' THEN 'diverse' END, 'none')
                AS sex_entry,
            CASE Geschlecht_Zuordnung WHEN 'w' THEN 'female' WHEN 'm' THEN 'male' END AS sex_assigned,
            nullif(StaAng1, '999') AS citizenship_1,
            nullif(CASE WHEN nullif(StaAng1, '999') IS NULL THEN StaAng2 ELSE coalesce(StaAng2, 'none') END, '999')
                AS citizenship_2,
            CASE WHEN StaAng2 = '000' OR StaAng3 = '000' THEN true ELSE nullif(StaAng1, '999') = '000' END AS german,
            coalesce(nullif(nullif(Geburtsstaat, '998'), '999'), p.state) <> '000' AS born_abroad,
            EXTRACT(YEAR FROM Zuzug_Ausland) AS immigration_year,
            coalesce(Einbuergerung, 'N') = 'J' AS naturalisation_mark,
            coalesce(Optionsvermerk, 'N') = 'J' AS option_mark,
            coalesce(Spaetaussiedlung, 'N') = 'J' AS resettler_mark
        FROM {source} r LEFT JOIN place p ON lower(trim(r.Geburtsort)) = p.spelling"""

    def persons(self):
        """Everyone in the table `own`, with what is known of the parents of minors."""
        parent = lambda n: f"""
            p{n}.german AS parent{n}_german, p{n}.born_abroad AS parent{n}_born_abroad,
            p{n}.immigration_year AS parent{n}_immigration_year,
            p{n}.naturalisation_mark AS parent{n}_naturalisation_mark,
            CASE WHEN o.age >= 18 OR coalesce(o.GesVertr1, o.GesVertr2) IS NULL THEN NULL
                 WHEN p{n}.PersNr IS NULL THEN false ELSE p{n}.Adresse = o.Adresse END AS parent{n}_in_household"""
        join = lambda n: f"LEFT JOIN own p{n} ON CASE WHEN o.age < 18 THEN o.GesVertr{n} END = p{n}.PersNr"
        columns = "age sex_entry sex_assigned citizenship_1 citizenship_2 german born_abroad immigration_year".split()
        columns += "naturalisation_mark option_mark resettler_mark Wohnungsart".split()
        own = ", ".join(f"o.{name}" for name in columns)
        return f"SELECT o.Block AS area, {own}, {parent(1)}, {parent(2)} FROM own o {join(1)} {join(2)}"

    def counted(self):
        """Everyone in the table `person` who is counted, with area and all variables."""
        select = ", ".join(f'{rule} AS "{name}"' for name, rule in self.variables().items())
        return f"SELECT area, {select} FROM person WHERE Wohnungsart = 'H'"

    def add_up(self, rows):
        """From (block, codes …, count) to the counts of all areas and groups; None stands for the whole."""
        sums = {}
        for block, *codes, count in rows:
            groups = list(itertools.product(*[(None, code) for code in codes]))
            area = block
            while area:
                for group in groups:
                    sums[area, group] = sums.get((area, group), 0) + count
                area = self.areas[area].get("parent")
        return sums
