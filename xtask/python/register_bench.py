"""Times DuckDB and Polars over an invented register, and checks what they count.

Usage: register_bench.py FOLDER ENGINE WAY NAME=VERSION ...   Prints one line of JSON.

whole    from the files to all counts: attributes, rules, areas added up
prepare  classifies everyone and writes the answers as plain columns, with what must come out of them (DuckDB only)
each     from the plain columns in memory, one query for each indicator, level and breakdown
once     the same counts, grouped once by everything and then from that
"""

import itertools
import json
import resource
import sys
import time

import numpy as np

from register_sql import LEVELS, Register

folder, engine, way, *pairs = sys.argv[1:]
register = Register(folder, pairs)
bench = register.folder / "bench"
bench.mkdir(exist_ok=True)
AREAS = {code: place for place, code in enumerate(register.areas)}
CODES = {
    "age-group": ["0-17", "18-29", "30-64", "65-plus"],
    "sex": ["female", "male"],
    "citizenship": ["german", "foreign", "unknown"],
} | {name: ["with", "without", "unknown"] for name in register.versions}
COLUMNS = [*LEVELS[1:], *CODES]
NAMES = ", ".join(f'"{name}"' for name in CODES)


def above(block, level):
    """The place of the area of a level that a block lies in; None is the block's own."""
    while register.areas[block].get("parent") and LEVELS.index(level) < depth(block):
        block = register.areas[block]["parent"]
    return AREAS[block]


def depth(code):
    parent = register.areas[code].get("parent")
    return 0 if parent is None else 1 + depth(parent)


BLOCKS = [code for code in register.areas if depth(code) == len(LEVELS) - 1]
WITHIN = [[code, *[above(code, level) for level in LEVELS[1:]]] for code in BLOCKS]


def coded(name, literal):
    """A variable as a number, from one."""
    return f'CASE "{name}" ' + " ".join(f"WHEN '{c}' THEN {literal(n)}" for n, c in enumerate(CODES[name], 1)) + " END"


def timed(work, times):
    """The quickest of some runs: wall and processor seconds, and what came out of it."""
    best = None
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        result = work()
        took = time.perf_counter() - wall, time.process_time() - cpu
        best = min(best or took, took)
    return best, result


def dense(rows_of):
    """Counts by year, area and groups; place 0 is the whole. `rows_of` gives for each measure columns of equal length:
    year, district, quarter, block, own variable, age, sex, count; missing where everything is meant."""
    found = {}
    for measure, own in register.measures.items():
        shape = [len(register.files), len(AREAS), *(1 + len(CODES[name]) for name in own)]
        counts = np.zeros(shape, np.uint32)
        for columns in rows_of(measure):
            columns = [np.ma.filled(np.ma.asarray(column).astype(np.int64), -1) for column in columns]
            year, district, quarter, block, *slots, number = columns
            area = np.where(block >= 0, block, np.where(quarter >= 0, quarter, np.maximum(district, 0)))
            counts[(year, area, *[np.maximum(slot, 0) for slot in slots])] = number
        found[measure] = counts
    return found


def check(found):
    """Compares with what was prepared; answers how many cells there are."""
    for measure, counts in found.items():
        expected = np.fromfile(bench / f"expected-{measure}.bin", np.uint32)
        if not np.array_equal(counts.ravel(), expected):
            sys.exit(f"{engine} {way}: {measure} differs")
    return sum(counts.size for counts in found.values())


def queries():
    """What one query for each indicator, level and breakdown asks: measure, level, variable of the breakdown, and
    the conditions of numerator and denominator by the number of the category."""
    for path in sorted((register.folder / "open/fields/bevoelkerung").glob("*.toml")):
        if path.stem == "field":
            continue
        indicator = register.read(f"fields/bevoelkerung/{path.name}")
        if "definitions" in str(indicator.get("of")):
            # It crosses versions; no single variable of a measure tells that.
            continue
        top, bottom = (indicator.get("numerator") or indicator["of"], indicator.get("denominator") or indicator["of"])
        said = lambda of: [(name, 1 + CODES[name].index(code)) for name, code in of.get("of", {}).items()]
        measure = top["measure"].removeprefix("register.")
        for level, breakdown in itertools.product(LEVELS, [[], *indicator.get("breakdowns", [])]):
            yield measure, level, breakdown[0] if breakdown else None, said(top), said(bottom)


def check_each(answers):
    """Compares the answers of the single queries."""
    cells = 0
    expected = {}
    for measure, own in register.measures.items():
        shape = [len(register.files), len(AREAS), *(1 + len(CODES[name]) for name in own)]
        expected[measure] = np.fromfile(bench / f"expected-{measure}.bin", np.uint32).reshape(shape)
    for (measure, level, variable, top, bottom), rows in zip(queries(), answers):
        own = register.measures[measure]
        for year, *key, above_line, below_line in rows:
            key = list(key)
            area = key.pop(0) if level != "stadt" else 0
            told = {variable: key.pop(0)} if variable else {}
            for count, of in ((above_line, top), (below_line, bottom)):
                place = dict(of) | told
                clash = any(told.get(name, code) != code for name, code in of)
                right = 0 if clash else expected[measure][(year, area, *[place.get(name, 0) for name in own])]
                if count != right:
                    sys.exit(f"{engine} {way}: {measure} {level} {variable} differs")
                cells += 1
    return cells


SUBSETS = [list(itertools.compress(range(3), chosen)) for chosen in itertools.product((0, 1), repeat=3)]

if engine == "duckdb":
    import duckdb

    db = duckdb.connect()
    db.execute("CREATE TABLE place (spelling VARCHAR, state VARCHAR)")
    db.executemany("INSERT INTO place VALUES (?, ?)", list(register.places().items()))
    db.execute("CREATE TABLE within (area VARCHAR, bezirk INTEGER, quartier INTEGER, block INTEGER)")
    db.executemany("INSERT INTO within VALUES (?, ?, ?, ?)", WITHIN)
    number = lambda n: f"{n}::UTINYINT"
    classified = ", ".join(f'{coded(name, number)} AS "{name}"' for name in CODES)

    def classify(target):
        """Everyone who is counted as a row of numbers in the table `target`."""
        for year, path in enumerate(register.files):
            source = f"read_parquet('{path}')"
            db.execute(f"CREATE OR REPLACE TEMP TABLE own AS {register.own(source)}")
            select = f"""WITH person AS ({register.persons()}), counted AS ({register.counted()})
                SELECT {year}::UTINYINT AS year, bezirk, quartier, block, {classified} FROM counted JOIN within USING (area)"""
            how = f"CREATE OR REPLACE TABLE {target} AS" if year == 0 else f"INSERT INTO {target}"
            db.execute(f"{how} {select}")

    def once(table):
        """All counts: grouped by everything once, then by what is asked for."""
        columns = ", ".join(["year", *LEVELS[1:], NAMES])
        db.execute(f"CREATE OR REPLACE TEMP TABLE base AS SELECT {columns}, count(*) AS n FROM {table} GROUP BY ALL")
        found = {}
        for measure, own in register.measures.items():
            own = ", ".join(f'"{name}"' for name in own)
            columns = db.execute(
                f"SELECT year, {', '.join(LEVELS[1:])}, {own}, sum(n) FROM base "
                f"GROUP BY year, ROLLUP ({', '.join(LEVELS[1:])}), CUBE ({own})"
            ).fetchnumpy()
            found[measure] = [list(columns.values())]
        return found

    def whole():
        classify("person_of_all")
        return once("person_of_all")

    def each():
        answers = []
        for measure, level, variable, top, bottom in queries():
            keys = ["year", *([level] if level != "stadt" else []), *([f'"{variable}"'] if variable else [])]
            of = lambda conditions: " AND ".join(f'"{name}" = {code}' for name, code in conditions) or "true"
            answers.append(
                db.execute(
                    f"SELECT {', '.join(keys)}, count(*) FILTER (WHERE {of(top)}), count(*) FILTER (WHERE {of(bottom)}) "
                    f"FROM coded GROUP BY {', '.join(keys)}"
                ).fetchall()
            )
        return answers

    if way == "prepare":
        classify("coded")
        db.execute(f"COPY coded TO '{bench / 'coded.parquet'}' (FORMAT parquet)")
        columns = db.execute("SELECT * FROM coded").fetchnumpy()
        if any(np.ma.is_masked(column) for column in columns.values()):
            sys.exit("somebody belongs to no category")
        for name, column in columns.items():
            kind = np.uint32 if name in LEVELS else np.uint8
            np.ascontiguousarray(column, kind).tofile(bench / f"{name}.bin")
        parents = np.array([AREAS[a["parent"]] if "parent" in a else 0 for a in register.areas.values()], np.uint32)
        parents.tofile(bench / "parents.bin")
        for measure, own in register.measures.items():
            counts = np.zeros([len(register.files), len(AREAS), *(1 + len(CODES[name]) for name in own)], np.uint32)
            index = np.ravel_multi_index([columns["year"], columns["block"], *[columns[n] for n in own]], counts.shape)
            counts.ravel()[:] = np.bincount(index, minlength=counts.size)
            for code in reversed(list(AREAS)[1:]):
                counts[:, AREAS[register.areas[code]["parent"]]] += counts[:, AREAS[code]]
            for axis in (2, 3, 4):
                counts[(slice(None),) * axis + (0,)] = counts.sum(axis)
            counts.tofile(bench / f"expected-{measure}.bin")
        took, cells = (0, 0), len(columns["year"])
    elif way == "whole":
        took, found = timed(whole, 1)
        cells = check(dense(lambda measure: found[measure]))
    else:
        db.execute(f"CREATE TABLE coded AS FROM read_parquet('{bench / 'coded.parquet'}')")
        if way == "once":
            took, found = timed(lambda: once("coded"), 3)
            cells = check(dense(lambda measure: found[measure]))
        else:
            took, answers = timed(each, 3)
            cells = check_each(answers)
else:
    import polars as pl

    def classify():
        """Everyone who is counted as a row of numbers."""
        frames = []
        within = pl.LazyFrame(WITHIN, ["area", *LEVELS[1:]], orient="row")
        places = pl.LazyFrame(list(register.places().items()), ["spelling", "state"], orient="row")
        for year, path in enumerate(register.files):
            rows = pl.scan_parquet(path)
            texts = [name for name, kind in rows.collect_schema().items() if kind in (pl.Categorical, pl.Enum)]
            rows = rows.with_columns(pl.col(texts).cast(pl.String))
            context = pl.SQLContext(rows=rows, place=places, within=within)
            # Read by the persons and twice by their parents.
            context.register("own", context.execute(register.own("rows")).collect(engine="streaming").lazy())
            context.register("person", context.execute(register.persons()))
            context.register("counted", context.execute(register.counted()))
            select = ", ".join(f'{coded(name, str)} AS "{name}"' for name in CODES)
            frame = context.execute(
                f"SELECT {year} AS year, bezirk, quartier, block, {select} FROM counted JOIN within USING (area)"
            )
            numbers = [pl.col([*CODES, "year"]).cast(pl.UInt8), pl.col(LEVELS[1:]).cast(pl.UInt32)]
            frames.append(frame.select(numbers).collect(engine="streaming"))
        return pl.concat(frames)

    def once(frame):
        """All counts: grouped by everything once, then by what is asked for."""
        base = frame.lazy().group_by("year", *LEVELS[1:], *CODES).agg(n=pl.len())
        base = base.collect(engine="streaming").lazy()
        found = {}
        for measure, own in register.measures.items():
            fine = base.group_by("year", *LEVELS[1:], *own).agg(pl.col("n").sum()).collect().lazy()
            asked = []
            for level, subset in itertools.product(range(len(LEVELS)), SUBSETS):
                keys = ["year", *([LEVELS[level]] if level else []), *(own[place] for place in subset)]
                asked.append(fine.group_by(keys).agg(pl.col("n").sum()))
            found[measure] = pl.collect_all(asked)
        return found

    def columns(measure, frames):
        """The answers as columns, those that were not asked for as missing."""
        for frame in frames:
            missing = np.full(len(frame), -1)
            wanted = ["year", *LEVELS[1:], *register.measures[measure], "n"]
            yield [frame[name].to_numpy() if name in frame.columns else missing for name in wanted]

    def each(frame):
        answers = []
        for measure, level, variable, top, bottom in queries():
            keys = ["year", *([level] if level != "stadt" else []), *([variable] if variable else [])]
            terms = lambda conditions: [pl.col(name) == code for name, code in conditions]
            of = lambda conditions: pl.all_horizontal(terms(conditions)).sum() if conditions else pl.len()
            asked = frame.lazy().group_by(keys).agg(top=of(top), bottom=of(bottom))
            answers.append(asked.collect(engine="streaming").rows())
        return answers

    if way == "whole":
        took, found = timed(lambda: once(classify()), 1)
    else:
        frame = pl.read_parquet(bench / "coded.parquet")
        took, found = timed(lambda: once(frame) if way == "once" else each(frame), 3)
    if way == "each":
        cells = check_each(found)
    else:
        cells = check(dense(lambda measure: columns(measure, found[measure])))

peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"wall": took[0], "cpu": took[1], "peak": peak, "cells": cells}))
