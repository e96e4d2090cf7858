"""Asks DuckDB the same rules, so that the tests can compare answers without having DuckDB.

    python3 -m venv VENV && VENV/bin/pip install duckdb==2.0.0
    VENV/bin/python crates/rules/oracle/make.py          # writes the files of this folder
    VENV/bin/python crates/rules/oracle/make.py --check  # fails if they are not what DuckDB says

Two tables: one with a column of every type and invented values, for rules written by hand and rules put together at
random; one with invented persons, for the rules of tests/concepts. Every text runs in DuckDB as it stands. The numbers
that look like chance come from a generator of our own, so they do not change with Python.
"""

import csv
import io
import pathlib
import sys
import tomllib

import duckdb

HERE = pathlib.Path(__file__).parent
CODES = ["000", "100", "163", "20"]
TEXTS = ["x", "X", " x ", "äö", "ÄÖ", "", "xyz"]


class Chance:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def of(self, values):
        return values[self.below(len(values))]

    def maybe(self, value):
        return value if self.below(4) else None


def day(chance):
    return f"{1968 + chance.below(40)}-{1 + chance.below(12):02}-{1 + chance.below(28):02}"


def mixed_rows(chance, count):
    for _ in range(count):
        yield {
            "a": chance.maybe(chance.of(["true", "false"])),
            "b": chance.maybe(chance.of(["true", "false"])),
            "n": chance.maybe(chance.below(16) - 5),
            "m": chance.maybe(chance.of([0, -3, 1949, 1950, 1951, 1956, 2025])),
            "d": chance.maybe(chance.of(["0.50", "-1.25", "3.00", "2.50", "-0.75", "0.00"])),
            "t": chance.maybe(chance.of(TEXTS)),
            "c": chance.maybe(chance.of(CODES)),
            "born": chance.maybe(chance.of([day(chance), "1970-01-01", "2000-02-29"])),
        }


MIXED = {"a": "BOOLEAN", "b": "BOOLEAN", "n": "BIGINT", "m": "BIGINT", "d": "DECIMAL(18, 2)", "t": "VARCHAR",
         "c": "VARCHAR", "born": "DATE"}

OWN = {"age": "BIGINT", "german": "BOOLEAN", "german_by_birth": "BOOLEAN", "german_status": "BOOLEAN",
       "citizenship_1": "VARCHAR", "citizenship_2": "VARCHAR", "born_abroad": "BOOLEAN", "immigration_year": "BIGINT",
       "family_language": "VARCHAR", "expellee": "BOOLEAN", "naturalisation_mark": "BOOLEAN",
       "option_mark": "BOOLEAN", "resettler_mark": "BOOLEAN"}
PARENT = {"german": "BOOLEAN", "german_by_birth": "BOOLEAN", "born_abroad": "BOOLEAN", "immigration_year": "BIGINT",
          "expellee": "BOOLEAN", "in_household": "BOOLEAN", "naturalisation_mark": "BOOLEAN"}
PERSON = OWN | {f"parent{n}_{name}": kind for n in (1, 2) for name, kind in PARENT.items()}


def persons(chance, count):
    values = {"citizenship_1": ["000", "163"], "citizenship_2": ["000", "163", "none"],
              "family_language": ["german", "other", "both"]}
    for _ in range(count):
        row = {}
        for name, kind in PERSON.items():
            if name == "age":
                row[name] = chance.below(100)
            elif name.endswith("immigration_year"):
                row[name] = chance.maybe(1940 + chance.below(80))
            elif kind == "BOOLEAN":
                row[name] = chance.maybe(chance.of(["true", "false"]))
            else:
                row[name] = chance.maybe(chance.of(values[name]))
        yield row


def number(chance, depth):
    if depth == 0 or chance.below(2):
        return chance.of(["n", "m", "d", "0", "3", "2.5", "1950", "EXTRACT(YEAR FROM born)", "EXTRACT(DAY FROM born)"])
    a, b = number(chance, depth - 1), number(chance, depth - 1)
    return chance.of([
        f"({a} + {b})", f"({a} - {b})", f"({a} * -0.5)", f"(n / 4.0)", f"ABS({a})", f"COALESCE({a}, {b})",
        f"CASE WHEN {condition(chance, depth - 1)} THEN {a} WHEN a THEN {b} ELSE n END", f"-{chance.of(['n', 'd'])}",
    ])


def text(chance, depth):
    if depth == 0 or chance.below(2):
        return chance.of(["t", "t", "'x'", "'äö'"])
    a = text(chance, depth - 1)
    return chance.of([
        f"LOWER({a})", f"UPPER({a})", f"TRIM({a})", f"SUBSTRING({a} FROM 2 FOR 1)", f"SUBSTRING({a}, 2)",
        f"COALESCE({a}, t)", f"CASE WHEN {condition(chance, depth - 1)} THEN {a} WHEN b THEN t END",
    ])


def condition(chance, depth):
    compare = chance.of(["=", "<>", "<", "<=", ">", ">="])
    negated = chance.of(["", "NOT "])
    if depth == 0 or not chance.below(4):
        return chance.of([
            "a", "b", f"n {compare} 2", f"m {compare} 1950", f"d {compare} 0.5", f"c {negated}IN ('000', '163')",
            f"c {compare} '100'", f"born {compare} DATE '2000-02-29'", f"born {compare} DATE '1970-01-01'",
            f"{chance.of(list(MIXED))} IS {negated}NULL",
        ])
    a, b = condition(chance, depth - 1), condition(chance, depth - 1)
    x, y, z = (number(chance, min(depth, 2) - 1) for _ in range(3))
    s = text(chance, min(depth, 2) - 1)
    return chance.of([
        f"{a} AND {b}", f"{a} OR {b}", f"({a}) AND ({b})", f"({a} OR {b})", f"NOT ({a})", f"NOT {a}",
        f"{x} {compare} {y}", f"{x} {negated}BETWEEN {y} AND {z}", f"{x} {negated}IN ({y}, {z})",
        f"{s} = t", f"t <> {s}", f"t {negated}IN ('x', {s}, 'ÄÖ')", f"({a}) = ({b})", f"({a}) <> ({b})",
        f"({a}) IS {negated}TRUE", f"({a}) IS {negated}FALSE", f"({a}) IS {negated}UNKNOWN", f"({a}) IS {negated}NULL",
        f"{x} IS {negated}DISTINCT FROM {y}", f"t IS {negated}DISTINCT FROM {s}",
        f"({a}) IS {negated}DISTINCT FROM ({b})", f"CASE WHEN {a} THEN {b} WHEN b THEN {a} END",
        f"CASE {x} WHEN {y} THEN {a} ELSE {b} END", f"COALESCE({a}, {b})",
    ])


BY_HAND = """
a
NOT a
a AND b OR NOT a AND NOT b
a OR b AND NOT a
NOT a = b
NOT a IS NULL
a IS DISTINCT FROM b AND a
n IS NOT DISTINCT FROM NULL
n = 3
n <> 3
n BETWEEN -2 AND 3
n NOT BETWEEN 3 AND -2
NOT n BETWEEN 0 AND 5 AND a
n IN (1, 2, 3) OR m IN (1950, 1956)
n NOT IN (1, 2, 3)
n IN (m, d, 2)
n + 1 > 3
n - m - 1 < -1950
n - (m - 1) < 0
2 * n + 3 * d >= 4.5
n * n > 9
-n < 2
n / 4.0 > 0.5
n / 3.0 >= 1
d / -0.5 > 1
d = 0.5
d = 0.50
d IN (0.5, -1.25)
d > n
ABS(d) = 1.25
ABS(n - 3) <= 1
t = 'x'
t <> 'x'
t = ''
t IN ('x', '', 'äö')
LOWER(t) = 'äö'
UPPER(t) = 'ÄÖ'
TRIM(t) = 'x'
SUBSTRING(t FROM 2 FOR 1) = 'ö'
SUBSTRING(t, 1, 1) = 'x'
SUBSTRING(t FROM 3) = 'z'
SUBSTRING(t FROM 2 FOR 0) = ''
UPPER(TRIM(t)) = UPPER(SUBSTRING(t FROM 1 FOR 1))
COALESCE(t, 'none') = 'none'
COALESCE(t, c) = c
c = '000'
c BETWEEN '100' AND '20'
c > '100'
c <= '163'
c NOT IN ('000')
c = t OR c IS NULL
born = DATE '2000-02-29'
born < DATE '1970-01-01'
born BETWEEN DATE '1970-01-01' AND DATE '2000-02-29'
EXTRACT(YEAR FROM born) = 1970
EXTRACT(MONTH FROM born) = 2 AND EXTRACT(DAY FROM born) = 29
EXTRACT(YEAR FROM born) - m > 20
EXTRACT(YEAR FROM born) BETWEEN 1970 AND 1980
CASE WHEN a THEN n WHEN b THEN m ELSE 0 END > 2
CASE WHEN a THEN n END IS NULL
CASE c WHEN '000' THEN 'x' WHEN '163' THEN t ELSE 'z' END = t
CASE WHEN a THEN b END
CASE WHEN n > 0 THEN d ELSE n END >= 1
COALESCE(a, b, FALSE)
COALESCE(n, m, 7) = 7
COALESCE(n, d) = 2.5
COALESCE(born, DATE '1970-01-01') = DATE '1970-01-01'
a IS TRUE
a IS NOT TRUE
a IS FALSE OR b IS NOT FALSE
a IS UNKNOWN
(a AND b) IS NULL
(n > 2) IS NOT NULL
(n > 2) = a
(n > 2) <> (m > 1950)
a AND NULL OR b
n = 3 -- to the end of the line
(((a)))
""".strip().split("\n")


def ask(kinds, rows, rules):
    """Rows and answers as texts of CSV; an answer is t, f or n (NULL) for each row."""
    rows = list(rows)
    database = duckdb.connect()
    database.execute(f"CREATE TABLE given (place BIGINT, {', '.join(f'{name} {kind}' for name, kind in kinds.items())})")
    marks = ", ".join(["?"] * (len(kinds) + 1))
    database.executemany(f"INSERT INTO given VALUES ({marks})", [[at, *row.values()] for at, row in enumerate(rows)])
    table, answers = io.StringIO(), io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(kinds)
    writer.writerows(["NULL" if value is None else value for value in row.values()] for row in rows)
    writer = csv.writer(answers, lineterminator="\n")
    writer.writerow(["rule", "answers"])
    for rule in rules:
        # The line break ends a comment; else the text stands as it is.
        found = database.execute(f"SELECT {rule}\nFROM given ORDER BY place").fetchall()
        writer.writerow([rule, "".join({True: "t", False: "f", None: "n"}[value] for (value,) in found)])
    return table.getvalue(), answers.getvalue()


def concepts():
    for path in sorted((HERE / "../tests/concepts").glob("*/rule.toml")):
        for category in tomllib.loads(path.read_text())["category"]:
            if "rule" in category:
                yield category["rule"]


def main():
    chance = Chance(7)
    rules = BY_HAND + list(dict.fromkeys(condition(chance, 3) for _ in range(400)))
    files = {}
    files["mixed.csv"], files["mixed-answers.csv"] = ask(MIXED, mixed_rows(chance, 250), rules)
    files["persons.csv"], files["persons-answers.csv"] = ask(PERSON, persons(chance, 500), concepts())
    for name, content in files.items():
        if "--check" in sys.argv:
            if (HERE / name).read_text() != content:
                sys.exit(f"{name} is not what DuckDB says")
        else:
            (HERE / name).write_text(content)
    print(f"{len(rules)} rules on mixed rows, {len(list(concepts()))} on persons; DuckDB {duckdb.__version__}")


main()
