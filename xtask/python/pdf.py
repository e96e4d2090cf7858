"""Checks PDF files with two programs that know nothing of each other, and shows what each of them overlooks.

python pdf.py FILE...           every file must pass both programs
python pdf.py --bookmarks FILE  prints its bookmarks in their order, one a line
python pdf.py --broken FILE     breaks the file in known ways and prints what is noticed, one line a way
"""

import contextlib
import io
import re
import sys
import tempfile
from pathlib import Path

import page
import pdfua.cli
import pikepdf
from pikepdf import Name


def by_page(file):
    """What `page` finds against PDF/UA-1 and PDF/A-2a."""
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    reports = [page.validate_pdf(str(file), profile=profile) for profile in profiles]
    content = Path(file).read_bytes()
    failures = [failure for report in reports for failure in report.failures]
    return sorted({failure.rule_id for failure in failures if not is_misread(content, failure)})


STREAM = re.compile(rb"\n\d+ \d+ obj\n<<(?:(?!endobj).)*?/Length (\d+)\D(?:(?!endobj).)*?>>\nstream\n", re.DOTALL)


def is_misread(content, failure):
    """Whether `page` took the last byte of a stream for a line end.

    Compressed data may end with a carriage return. The line feed that stands before `endstream` then looks like the
    second half of a line end, and the stream like one byte too short. Where there are several such streams the failure
    names none of them, so all are looked at again: the lengths are right if exactly one line feed and `endstream`
    follow that many bytes in each of them.
    """
    if not failure.rule_id.endswith("STREAM-LENGTH-001"):
        return False
    ends = [stream.end() + int(stream[1]) for stream in STREAM.finditer(content)]
    after = b"\nendstream\n"
    whole = len(ends) == content.count(after) and all(content[end : end + len(after)] == after for end in ends)
    return whole and any(content[end - 1 : end] == b"\r" for end in ends)


def by_pdfua(file):
    """What `pdfua` finds."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        code = pdfua.cli.main(["check", str(file)])
    return [] if code == 0 else [line.strip() for line in said.getvalue().splitlines() if line.strip().startswith("[")]


PROGRAMS = {"page": by_page, "pdfua": by_pdfua}


def elements(node):
    """All structure elements in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                yield kid
            yield from elements(kid)


def attributes(element):
    found = element.get("/A", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def no_language(pdf):
    del pdf.Root["/Lang"]
    for element in elements(pdf.Root.StructTreeRoot):
        if "/Lang" in element:
            del element["/Lang"]


def no_alternative_text(pdf):
    for element in elements(pdf.Root.StructTreeRoot):
        if element.S == Name.Figure and "/Alt" in element:
            del element["/Alt"]


def no_scope(pdf):
    for element in elements(pdf.Root.StructTreeRoot):
        if element.S == Name.TH:
            for attribute in attributes(element):
                if "/Scope" in attribute:
                    del attribute["/Scope"]


def without(pdf, *keys):
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        for key in keys:
            del metadata[key]


def no_title(pdf):
    without(pdf, "dc:title")
    if "/Title" in pdf.docinfo:
        del pdf.docinfo["/Title"]


def no_mark_of_the_standard(pdf):
    without(pdf, "pdfuaid:part")


def untagged(pdf):
    del pdf.Root["/StructTreeRoot"]
    del pdf.Root["/MarkInfo"]


def skipped_heading(pdf):
    for element in elements(pdf.Root.StructTreeRoot):
        if element.S == Name.H2:
            element.S = Name.H4


def table_without_heads(pdf):
    for element in elements(pdf.Root.StructTreeRoot):
        if element.S == Name.TH:
            element.S = Name.TD


BREAKS = [
    no_language,
    no_alternative_text,
    no_scope,
    no_title,
    no_mark_of_the_standard,
    untagged,
    skipped_heading,
    table_without_heads,
]


def broken(file):
    with tempfile.TemporaryDirectory() as folder:
        for damage in BREAKS:
            target = Path(folder) / f"{damage.__name__}.pdf"
            with pikepdf.open(file) as pdf:
                damage(pdf)
                pdf.save(target)
            seen = " ".join(f"{name}={'seen' if find(target) else 'overlooked'}" for name, find in PROGRAMS.items())
            print(f"{damage.__name__}: {seen}")


def bookmarks(items):
    for item in items:
        yield item.title
        yield from bookmarks(item.children)


def main(arguments):
    if arguments[:1] == ["--bookmarks"]:
        with pikepdf.open(arguments[1]) as pdf, pdf.open_outline() as outline:
            print("\n".join(bookmarks(outline.root)))
        return 0
    if arguments[:1] == ["--broken"]:
        broken(arguments[1])
        return 0
    faults = 0
    for file in arguments:
        for name, find in PROGRAMS.items():
            found = find(file)
            faults += len(found)
            print(f"{Path(file).name}: {name}: {'nothing found' if not found else '; '.join(found)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
