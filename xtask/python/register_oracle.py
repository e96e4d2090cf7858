"""Counts an invented register with DuckDB and compares every cell with a release of it.

Usage: register_oracle.py FOLDER NAME=VERSION ...
"""

import csv
import sys

import duckdb

from register_sql import Register

register = Register(sys.argv[1], sys.argv[2:])
released = {}
release = next(iter(sorted((register.folder / "open/releases").iterdir())))
with open(release / "observations.csv", newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        kept = released.setdefault((row["measure"], row["period"]), [])
        kept.append((row["group"], row["area"], row["value"], row["status"]))

db = duckdb.connect()
db.execute("CREATE TABLE place (spelling VARCHAR, state VARCHAR)")
db.executemany("INSERT INTO place VALUES (?, ?)", list(register.places().items()))
found = 0
for path in register.files:
    year = path.stem.rpartition("-")[2]
    source = f"read_parquet('{path}')"
    db.execute(f"CREATE OR REPLACE TABLE own AS {register.own(source)}")
    db.execute(f"CREATE OR REPLACE TABLE person AS {register.persons()}")
    db.execute(f"CREATE OR REPLACE TABLE counted AS {register.counted()}")
    for measure, own in (register.measures | {"definitions": list(register.versions)}).items():
        quoted = ", ".join(f'"{name}"' for name in own)
        sums = register.add_up(db.execute(f"SELECT area, {quoted}, count(*) FROM counted GROUP BY ALL").fetchall())
        compared = 0
        for text, area, value, status in released.get((measure, year), []):
            group = dict(part.split("=") for part in text.split("+") if part)
            key = area, tuple(group.get(name) if group.get(name) != "_T" else None for name in own)
            expected = sums.get(key, 0)
            seen = int(value) if value else 0
            if seen != expected or status not in ("", "–"):
                sys.exit(f"{measure} {text} {area} {year}: released {value!r} {status!r}, DuckDB counts {expected}")
            compared += 1
        if not compared:
            sys.exit(f"nothing of {measure} was released")
        found += compared
print(f"cells compared: {found}")
