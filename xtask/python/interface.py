"""Asks the interface of a running site with a client of others, and holds every figure against the plain CSV files.

interface.py SITE ADDRESS
"""

import csv
import json
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from pxweb import PxApi
from pyjstat import pyjstat

METRICS = ("value", "numerator", "denominator")


def truth(path):
    """By area, period, group and metric: number, or None."""
    cells = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for metric in METRICS:
                text = row[metric]
                cells[row["area"], row["period"], row["group"], metric] = float(text) if text else None
    return cells


def group(row, variables):
    named = ((name, row[label]) for name, label in variables)
    return "+".join(f"{name}={code}" for name, code in named if code != "_T")


def compare(api, name, expected):
    """All cells of a table, by pxwebpy; how many there are."""
    variables = api.get_table_variables(name)
    labels = {code: described["label"] for code, described in variables.items()}
    asked = {code: ["*"] for code in variables}
    by = [(code.removeprefix("by-"), labels[code]) for code in variables if code.startswith("by-")]
    found = 0
    for row in api.get_table_data(name, value_codes=asked, show="code"):
        key = (row[labels["area"]], row[labels["period"]], group(row, by), row[labels["metric"]])
        if row["value"] != expected.get(key):
            raise SystemExit(f"{name} {key}: {row['value']} instead of {expected.get(key)}")
        found += row["value"] is not None
    told = sum(value is not None for value in expected.values())
    if found != told:
        raise SystemExit(f"{name}: {found} figures instead of {told}")
    return found


def statuses(address, name):
    """The signs beside the figures of everyone, read with pyjstat and from the file of the site alike."""
    with urlopen(f"{address}/api/v2/tables/{name}/data?valueCodes%5Barea%5D=*") as answer:
        part = json.load(answer)
    frame = pyjstat.Dataset.read(json.dumps(part)).write("dataframe")
    if len(frame) != len(part["value"]):
        raise SystemExit(f"{name}: pyjstat reads {len(frame)} cells of {len(part['value'])}")
    for place, sign in part["status"].items():
        if sign in (".", "/", "…", "x") and part["value"][int(place)] is not None:
            raise SystemExit(f"{name}: a figure stands beside the sign {sign}")
    return len(part["status"])


def refuses(address, path, status):
    try:
        urlopen(Request(f"{address}/api/v2/{path}"))
    except HTTPError as error:
        problem = json.load(error)
        if (error.code, problem["status"]) == (status, status) and problem["detail"]:
            return
    raise SystemExit(f"{path} is not refused with {status} and a reason")


def main():
    site, address = Path(sys.argv[1]), sys.argv[2]
    names = sorted(path.name.removesuffix(".json-stat.json") for path in site.glob("i/*.json-stat.json"))
    cells = signs = 0
    for language in ("de", "en"):
        api = PxApi(f"{address}/api/v2", language=language, disable_cache=True)
        listed = sorted(table["id"] for table in api.all_tables())
        if listed != names:
            raise SystemExit(f"tables: {listed} instead of {names}")
        for name in names:
            cells += compare(api, name, truth(site / f"i/{name}.csv"))
    for name in names:
        signs += statuses(address, name)
    refuses(address, "tables/gibt-es-nicht/metadata", 404)
    refuses(address, f"tables/{names[0]}/data?valueCodes%5Bperiod%5D=1066", 400)
    print(f"{len(names)} tables, {cells} figures read by pxwebpy in two languages, {signs} signs: as in the CSV files")


main()
