"""Puts a plain CSV file of open data into SQLite, numbers as numbers, with keys on area, period and group.

sqlite.py FILE.csv DATABASE TABLE
"""

import csv
import sqlite3
import sys

NUMBERS = {"value", "numerator", "denominator"}

path, database, table = sys.argv[1:4]
with open(path, encoding="utf-8", newline="") as lines, sqlite3.connect(database) as into:
    rows = csv.DictReader(lines)
    columns = ", ".join(f'"{name}" {"REAL" if name in NUMBERS else "TEXT"}' for name in rows.fieldnames)
    into.execute(f'DROP TABLE IF EXISTS "{table}"')
    into.execute(f'CREATE TABLE "{table}" ({columns})')
    marks = ", ".join("?" * len(rows.fieldnames))
    values = ([row[name] or None for name in rows.fieldnames] for row in rows)
    into.executemany(f'INSERT INTO "{table}" VALUES ({marks})', values)
    for name in ("area", "period", "group"):
        into.execute(f'CREATE INDEX "{table}-{name}" ON "{table}" ("{name}")')
