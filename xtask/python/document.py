"""Reads the council's paper (DOCX) as a program of others does, and holds it against the pages of its site.

Usage: document.py SITE. Headings must follow each other without a jump, head rows must be marked, each picture must be
said, language and title must be there, and each row of a table of figures must stand on a page. Papers that were broken
on purpose must be noticed.
"""

import io
import pathlib
import re
import sys

import docx
import lxml.html
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

LANGUAGES = {"paper.docx": ("de-DE", ""), "en/paper.docx": ("en-GB", "en/")}


def plain(text):
    return re.sub(r"\s+", " ", text.replace("\xad", "")).strip()


def shown(cell):
    """The text of a cell of a page without what is only said unseen; a sign that is explained in the cell is kept."""
    for hidden in cell.xpath(".//*[contains(concat(' ', @class, ' '), ' unseen ')]"):
        hidden.drop_tree()
    return plain(cell.text_content())


def rows_of_pages(site, below):
    rows = set()
    pages = [*(site / below).glob("*.html"), *(site / below / "i").glob("*.html")]
    for page in pages:
        for row in lxml.html.parse(page).getroot().iter("tr"):
            rows.add(tuple(shown(cell) for cell in row.xpath("./th|./td")))
    return rows


def findings(document, language, rows):
    """What is wrong with a document, in words."""
    found = []
    core = document.core_properties
    title = [plain(one.text) for one in document.paragraphs if one.style.name == "Title"]
    if not core.title or [plain(core.title)] != title:
        found.append(f"title {core.title!r}, in the text {title!r}")
    lang = document.styles.element.find(".//" + qn("w:rPrDefault") + "//" + qn("w:lang"))
    if lang is None or lang.get(qn("w:val")) != language or core.language != language:
        found.append(f"language {core.language!r}")

    level = 0
    for paragraph in document.paragraphs:
        if not (heading := re.fullmatch(r"Heading (\d)", paragraph.style.name)):
            continue
        if not plain(paragraph.text):
            found.append("an empty heading")
        if int(heading[1]) > level + 1:
            found.append(f"a jump at the heading {paragraph.text!r}")
        level = int(heading[1])

    for table in document.tables:
        name = plain(table.rows[0].cells[0].text)
        marked = [row._tr.find(qn("w:trPr") + "/" + qn("w:tblHeader")) is not None for row in table.rows]
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        if look is None or look.get(qn("w:firstColumn")) != "1":
            found.append(f"a table without row heads: {name}")
        if table.style.name == "Form":
            if any(marked):
                found.append(f"a form with a head row: {name}")
            continue
        if marked != [True] + [False] * (len(marked) - 1):
            found.append(f"a table without a marked head row: {name}")
        for row in table.rows:
            texts = tuple(plain(cell.text) for cell in row.cells)
            if texts not in rows:
                found.append(f"a row that stands on no page: {texts}")

    pictures = document.element.body.findall(".//" + qn("wp:docPr"))
    for picture in pictures:
        if not plain(picture.get("descr") or ""):
            found.append(f"picture {picture.get('id')} is not said")
    if len({picture.get("id") for picture in pictures}) != len(pictures):
        found.append("two pictures of the same number")

    used = {paragraph.style.name for paragraph in document.paragraphs}
    known = {style.name for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    found.extend(f"no style {name}" for name in used - known)
    bookmarks = {one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))}
    for link in document.element.body.iter(qn("w:hyperlink")):
        anchor = link.get(qn("w:anchor"))
        if anchor is not None and anchor not in bookmarks:
            found.append(f"a link to {anchor}, which is nowhere")
        if anchor is None and link.get(qn("r:id")) not in document.part.rels:
            found.append("a link without a target")
    return found


def broken(file):
    """What is broken, and the document that is."""

    def fresh():
        return docx.Document(io.BytesIO(file))

    def figures(document):
        return next(table for table in document.tables if table.style.name != "Form")

    document = fresh()
    head = figures(document).rows[0]._tr.trPr
    head.remove(head.find(qn("w:tblHeader")))
    yield "no head row", document

    document = fresh()
    del next(document.element.body.iter(qn("wp:docPr"))).attrib["descr"]
    yield "no alternative text", document

    document = fresh()
    next(one for one in document.paragraphs if one.style.name == "Heading 2").style = document.styles["Heading 4"]
    yield "a skipped heading", document

    document = fresh()
    cell = figures(document).rows[1].cells[1]
    cell.paragraphs[0].runs[0].text = "4711"
    yield "another figure", document

    document = fresh()
    document.core_properties.title = ""
    yield "no title", document

    document = fresh()
    defaults = document.styles.element.find(".//" + qn("w:rPrDefault") + "/" + qn("w:rPr"))
    defaults.remove(defaults.find(qn("w:lang")))
    yield "no language", document


def main(site):
    site = pathlib.Path(site)
    for path, (language, below) in LANGUAGES.items():
        file = (site / path).read_bytes()
        document = docx.Document(io.BytesIO(file))
        rows = rows_of_pages(site, below)
        found = findings(document, language, rows)
        assert not found, "\n".join([path, *found])
        for what, other in broken(file):
            assert findings(other, language, rows), f"{path}: nobody noticed {what}"
        page = lxml.html.parse(site / below / "paper.html").getroot()
        offered = [link.get("href") for link in page.iter("a") if (link.get("href") or "").endswith(path.split("/")[-1])]
        assert offered, f"{below}paper.html does not offer the paper"
        tables = [table for table in document.tables if table.style.name != "Form"]
        figures = sum(len(row.cells) - 1 for table in tables for row in table.rows[1:])
        pictures = len(document.element.body.findall(".//" + qn("wp:docPr")))
        print(f"{path}: {len(tables)} tables with {figures} cells and {pictures} pictures, as on the pages")


main(sys.argv[1])
