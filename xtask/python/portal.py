"""Reads the catalogue for data portals as they would, and holds it against the shapes beside this file.

Usage: portal.py SITE. Both notations must say the same, every download must be a file of the site of the size that is
named, and catalogues that were broken on purpose must be noticed.
"""

import pathlib
import sys

import pyshacl
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, RDF

DCATDE = rdflib.Namespace("http://dcat-ap.de/def/dcatde/")


def shapes():
    return rdflib.Graph().parse(pathlib.Path(__file__).with_name("dcat.shacl.ttl"), format="turtle")


def findings(graph, by):
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=by, inference="none", allow_warnings=False)
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    results = [report.value(one, shacl.resultPath) for one in report.subjects(RDF.type, shacl.ValidationResult)]
    assert conforms == (not results)
    return results


def broken(graph):
    """What is broken, and the catalogue that is."""
    dataset = next(graph.subjects(RDF.type, DCAT.Dataset))
    distribution = next(graph.subjects(RDF.type, DCAT.Distribution))
    without = [
        (dataset, DCTERMS.title),
        (dataset, DCAT.contactPoint),
        (dataset, DCATDE.politicalGeocodingURI),
        (distribution, DCTERMS.license),
        (distribution, DCAT.accessURL),
    ]
    for subject, path in without:
        copy = rdflib.Graph()
        copy += graph
        copy.remove((subject, path, None))
        yield f"without {path.split('/')[-1]}", copy
    for path, value in [(DCTERMS.modified, rdflib.Literal("gestern")), (DCAT.theme, rdflib.Literal("Soziales"))]:
        copy = rdflib.Graph()
        copy += graph
        copy.set((dataset, path, value))
        yield f"wrong {path.split('/')[-1]}", copy


def main(site):
    site = pathlib.Path(site)
    graph = rdflib.Graph().parse(site / "catalog.ttl", format="turtle")
    other = rdflib.Graph().parse(site / "catalog.jsonld", format="json-ld")
    assert isomorphic(graph, other), "Turtle and JSON-LD say different things"
    by = shapes()
    found = findings(graph, by)
    assert not found, found
    address = str(next(graph.objects(None, rdflib.URIRef("http://xmlns.com/foaf/0.1/homepage"))))
    files = 0
    for distribution, url in graph.subject_objects(DCAT.downloadURL):
        path = site / str(url).removeprefix(address)
        assert path.is_file(), f"{url} leads nowhere"
        assert path.stat().st_size == int(graph.value(distribution, DCAT.byteSize)), f"{url} has another size"
        files += 1
    pages = list(graph.objects(None, DCAT.landingPage))
    assert all((site / str(page).removeprefix(address)).is_file() for page in pages), "a page leads nowhere"
    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert all(f"<loc>{page}</loc>" in listed for page in pages), "a page is missing in the sitemap"
    noticed = 0
    for what, copy in broken(graph):
        assert findings(copy, by), f"nobody noticed a catalogue {what}"
        noticed += 1
    datasets = len(set(graph.subjects(RDF.type, DCAT.Dataset)))
    assert datasets > 10 and files > 50, (datasets, files)
    print(f"{len(graph)} statements, {datasets} data sets, {files} files: 0 findings; {noticed} broken catalogues noticed")


main(*sys.argv[1:])
