"""Reads the open data of a site with programs of others, and holds every cell against the plain CSV files.

formats.py SITE

For each indicator i/NAME.csv is what all other formats are compared with; it is read with Python's own csv module.
"""

import csv
import json
import logging
import math
import sys
import warnings
from pathlib import Path

import duckdb
import openpyxl
import sdmx
from csvw.metadata import Table
from pyaxis import pyaxis
from pyjstat import pyjstat

SIGNS = {
    "NOTHING": "–",
    "WITHHELD": ".",
    "UNCERTAIN": "()",
    "UNRELIABLE": "/",
    "PENDING": "…",
    "SENSELESS": "x",
    "PROVISIONAL": "p",
    "REVISED": "r",
    "ESTIMATED": "s",
    "NONE": "",
}
STATUS = {"–": "A", ".": "Q", "()": "U", "/": "U", "…": "O", "x": "M", "p": "P", "r": "A", "s": "E", "": "A"}
PX = {".": ".", "...": "…", "....": "/", ".....": "x", "-": "–"}
MARKS = {"p", "r", "s", "()"}


class Different(Exception):
    """A cell is not what the CSV file says."""


def number(text):
    return float(text) if text not in ("", None) else None


def same(one, other):
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-12)


def truth(path):
    """By area, period and group: value, numerator, denominator, status."""
    cells = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            key = (row["area"], row["period"], row["group"])
            if key in cells:
                raise Different(f"{path}: {key} stands there twice")
            numbers = [number(row[name]) for name in ("value", "numerator", "denominator")]
            cells[key] = (*numbers, row["status"])
    return cells


def hold(name, expected, found):
    """Every cell is there, and none else; returns how many values were compared."""
    if expected.keys() != found.keys():
        missing, more = expected.keys() - found.keys(), found.keys() - expected.keys()
        raise Different(f"{name}: {len(missing)} cells are missing, {len(more)} are too many: {sorted(missing | more)[:3]}")
    for key, cell in expected.items():
        for one, other in zip(cell, found[key], strict=True):
            if not (one == other if isinstance(one, str) else same(one, other)):
                raise Different(f"{name}: {key} is {found[key]} instead of {cell}")
    return len(expected) * len(next(iter(expected.values()), ()))


def group_of(parts):
    """The code of a group as the CSV files write it."""
    return "+".join(f"{name}={code}" for name, code in sorted(parts) if code != "_T")


def german(path, expected, titles):
    """Semicolon and decimal comma; groups in words, so that rows are compared in their order."""
    text = path.read_bytes().decode("utf-8-sig")
    if not path.read_bytes().startswith(b"\xef\xbb\xbf"):
        raise Different(f"{path}: no byte order mark")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))[1:]
    comma = lambda cell: number(cell.replace(",", "."))
    found = {}
    if len(rows) != len(expected):
        raise Different(f"{path}: {len(rows)} rows instead of {len(expected)}")
    for key, row in zip(expected, rows, strict=True):
        if (row[0], row[2]) != key[:2]:
            raise Different(f"{path}: {row[0]} {row[2]} instead of {key}")
        found[key] = (comma(row[4]), comma(row[6]), comma(row[7]), row[8])
    return hold(path, expected, found)


def json_stat(path, expected, *_):
    """pyjstat reads values; it knows no statuses, so that those are read at their places."""
    text = path.read_text(encoding="utf-8")
    frame = pyjstat.Dataset.read(text).write("dataframe", naming="id")
    whole = json.loads(text)
    names = [name for name in whole["id"] if name.startswith("by-")]
    found = {}
    metrics = len(whole["dimension"]["metric"]["category"]["index"])
    for place, row in enumerate(frame.to_dict("records")):
        key = (row["area"], row["period"], group_of((name[3:], row[name]) for name in names))
        value = None if row["value"] is None or math.isnan(row["value"]) else float(row["value"])
        cell = found.setdefault(key, {"status": whole["status"].get(str(place - place % metrics), "")})
        cell[row["metric"]] = value
    told = {}
    for key, cell in found.items():
        if any(cell[name] is not None for name in ("value", "numerator", "denominator")) or cell["status"]:
            told[key] = (cell["value"], cell["numerator"], cell["denominator"], cell["status"])
    return hold(path, expected, told)


def sdmx_csv(path, expected, flow):
    """sdmx1 reads the data with the structure that it has read before."""
    message = sdmx.read_sdmx(path, structure=flow)
    found = {}
    for data in message.data:
        for one in data.obs:
            place = {name: str(value.value) for name, value in one.key.values.items()}
            told = {name: str(value.value) for name, value in one.attached_attribute.items()}
            area = place.pop("REF_AREA").replace("$", ".")
            period = place.pop("TIME_PERIOD").replace("-S", "-H")
            parts = ((name.removeprefix("BY_").lower().replace("_", "-"), code) for name, code in place.items())
            status = SIGNS[told["SIGN"]]
            if told["OBS_STATUS"] != STATUS[status] or told["CONF_STATUS"] != ("C" if status == "." else "F"):
                raise Different(f"{path}: {area} {period} has {told}")
            value = None if one.value in (None, "") else float(one.value)
            numbers = (value, number(told.get("NUMERATOR", "")), number(told.get("DENOMINATOR", "")))
            found[area, period, group_of(parts)] = (*numbers, status)
    return hold(path, expected, found)


def csvw(path, expected, *_):
    """The CSV file itself, read with its description."""
    table = Table.from_file(path)
    found = {}
    for row in table.iterdicts(strict=True):
        numbers = [None if row[name] is None else float(row[name]) for name in ("value", "numerator", "denominator")]
        found[row["area"], row["period"], row["group"] or ""] = (*numbers, row["status"] or "")
    return hold(path, expected, found)


def px(path, expected, *_):
    """Values and signs; marks are notes to cells, of which the reader keeps those of the first language."""
    read = pyaxis.parse(str(path), encoding="utf-8", null_values="^never$", sd_values="^never$")
    about, frame = read["METADATA"], read["DATA"]
    dimensions = [*about["STUB"], *about["HEADING"]]
    codes = [dict(zip(about[f"VALUES({name})"], about[f"CODES({name})"], strict=True)) for name in dimensions]
    noted = {name for name in about if name.startswith("CELLNOTE(")}
    found = {}
    for row in frame.to_dict("records"):
        names = [row[name] for name in dimensions]
        area, group, period = (code[name] for code, name in zip(codes, names, strict=True))
        told = row["DATA"].strip('"')
        if told == "..":
            continue
        status = PX.get(told, "")
        value = (0.0 if status == "–" else None) if status else float(told)
        marked = f"CELLNOTE({','.join(names)})" in noted
        group = "" if group == "_T" else group.replace(":", "=")
        found[area, period, group] = (value, "mark" if marked else status)
    expected = {key: (cell[0], "mark" if cell[3] in MARKS else cell[3]) for key, cell in expected.items()}
    return hold(path, expected, found)


def parquet(path, all_expected):
    """duckdb reads the whole release."""
    columns = "indicator, area, period, \"group\", value, numerator, denominator, status, observation_status, confidentiality"
    rows = duckdb.execute(f"select {columns} from read_parquet(?)", [str(path)]).fetchall()
    found = {}
    for indicator, area, period, group, *cell, status, observation, confidentiality in rows:
        if observation != STATUS[status] or confidentiality != ("C" if status == "." else "F"):
            raise Different(f"{path}: {indicator} {area} {period} has {observation} and {confidentiality}")
        found[indicator, area, period, group] = (*cell, status)
    expected = {(name, *key): cell for name, cells in all_expected.items() for key, cell in cells.items()}
    return hold(path, expected, found)


def workbook(path, all_expected):
    """openpyxl reads each sheet; groups stand there in words, so that rows are compared in their order."""
    book = openpyxl.load_workbook(path)
    if not book.properties.title:
        raise Different(f"{path}: no title")
    compared = 0
    sheets = book.worksheets[1:]
    told = [name for name, cells in all_expected.items() if cells]
    if len(sheets) != len(told):
        raise Different(f"{path}: {len(sheets)} sheets instead of {len(told)}")
    by_title = {sheet.title.split(" ", 1)[1]: sheet for sheet in sheets}
    for name in told:
        (sheet,) = [sheet for start, sheet in by_title.items() if sheet.title == f"{sheet.title.split(' ')[0]} {name}"[:31]]
        if sheet.freeze_panes != "A4" or sheet.auto_filter.ref is None:
            raise Different(f"{path}: the head of {sheet.title} is not fixed")
        rows = list(sheet.iter_rows(min_row=4, values_only=True))
        if len(rows) != len(all_expected[name]):
            raise Different(f"{path}: {name} has {len(rows)} rows instead of {len(all_expected[name])}")
        found = {}
        for key, row in zip(all_expected[name], rows, strict=True):
            if (row[0], row[2]) != key[:2]:
                raise Different(f"{path}: {name} has {row[0]} {row[2]} instead of {key}")
            value, status, numerator, denominator = row[-4:]
            found[key] = (value, numerator, denominator, status or "")
        compared += hold(f"{path} {name}", all_expected[name], found)
    return compared


def main(site):
    warnings.simplefilter("ignore")
    logging.disable(logging.INFO)
    plain = sorted(path for path in (site / "i").glob("*.csv") if not path.name.endswith((".de.csv", ".sdmx.csv")))
    expected = {path.stem: truth(path) for path in plain}
    structure = sdmx.read_sdmx(site / "download/structure.xml")
    compared = {}

    def add(client, count):
        compared[client] = compared.get(client, 0) + count

    told = {name: cells for name, cells in expected.items() if cells}
    if len(structure.dataflow) != len(told):
        raise Different(f"{len(structure.dataflow)} data flows instead of {len(told)}")
    for name, cells in told.items():
        flow = structure.dataflow[name.upper().replace("-", "_")]
        flow.structure = structure.structure[flow.structure.id]
        for client, ending, read in (
            ("German CSV by csv", "de.csv", german),
            ("JSON-stat by pyjstat", "json-stat.json", json_stat),
            ("SDMX-CSV by sdmx1", "sdmx.csv", sdmx_csv),
            ("CSVW by csvw", "csv-metadata.json", csvw),
            ("PX by pyaxis", "px", px),
        ):
            add(client, read(site / f"i/{name}.{ending}", cells, flow))
    add("Parquet by duckdb", parquet(site / "download/release.parquet", expected))
    add("XLSX by openpyxl", workbook(site / "download/release.xlsx", expected))
    for client, count in compared.items():
        if count == 0:
            raise Different(f"{client}: nothing was compared")
        print(f"{client:24} {count:8} values and statuses of {len(told)} indicators are equal")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except Different as trouble:
        sys.exit(str(trouble))
