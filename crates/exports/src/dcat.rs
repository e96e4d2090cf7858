//! The catalogue by which data portals harvest an edition: DCAT-AP.de 3.0 as Turtle and as JSON-LD, `catalog.ttl` and
//! `catalog.jsonld`. A dataset for each indicator and one for the whole release, a distribution for each file.
//!
//! Names are absolute, so there is a catalogue only for an edition that says where its site lies.

use oxjsonld::JsonLdSerializer;
use oxrdf::{
    Graph, Literal, NamedNode, Term, Triple,
    vocab::{rdf, xsd},
};
use oxttl::TurtleSerializer;

use catalogue::{
    Period,
    model::{LocalText, MunicipalityKind},
};
use words::Language;

use crate::{About, Dataset, File, Format};

const PREFIXES: [(&str, &str); 8] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dcatde", "http://dcat-ap.de/def/dcatde/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Vocabularies of the Publications Office of the European Union.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
/// Population and society.
const THEME: &str = "data-theme/SOCI";

/// The catalogue of these files; nothing without an address.
pub fn dcat(about: &About<'_>, datasets: &[Dataset<'_>], files: &[File]) -> Vec<File> {
    let Some(address) = about.address else { return Vec::new() };
    let mut graph = Graph::new();
    let writer = Writer { about, address };
    writer.catalog(&mut graph, datasets, files);
    let file = |path: &str, format, bytes| File { path: path.to_owned(), format, indicator: None, bytes };
    vec![file("catalog.ttl", Format::Turtle, turtle(&graph)), file("catalog.jsonld", Format::JsonLd, json_ld(&graph))]
}

/// Triples in the order of their text, so that the same figures give the same bytes.
fn sorted(graph: &Graph) -> Vec<Triple> {
    let mut triples: Vec<Triple> = graph.iter().map(|triple| triple.into_owned()).collect();
    triples.sort_by_cached_key(ToString::to_string);
    triples
}

const WRITTEN: &str = "writing to memory does not fail, and prefixes are addresses";

fn turtle(graph: &Graph) -> Vec<u8> {
    let serializer = PREFIXES
        .into_iter()
        .fold(TurtleSerializer::new(), |writer, (name, address)| writer.with_prefix(name, address).expect(WRITTEN));
    let mut writer = serializer.for_writer(Vec::new());
    for triple in sorted(graph) {
        writer.serialize_triple(&triple).expect(WRITTEN);
    }
    writer.finish().expect(WRITTEN)
}

fn json_ld(graph: &Graph) -> Vec<u8> {
    let serializer = PREFIXES
        .into_iter()
        .fold(JsonLdSerializer::new(), |writer, (name, address)| writer.with_prefix(name, address).expect(WRITTEN));
    let mut writer = serializer.for_writer(Vec::new());
    for triple in sorted(graph) {
        writer.serialize_quad(&triple.in_graph(oxrdf::GraphName::DefaultGraph)).expect(WRITTEN);
    }
    writer.finish().expect(WRITTEN)
}

/// A name of one of the vocabularies: `dcat:Dataset`.
fn name(short: &str) -> NamedNode {
    let (prefix, rest) = short.split_once(':').unwrap_or(("", short));
    let base = PREFIXES.iter().find(|(own, _)| *own == prefix).map_or("", |(_, address)| address);
    NamedNode::new_unchecked(format!("{base}{rest}"))
}

fn node(address: impl Into<String>) -> NamedNode {
    NamedNode::new_unchecked(address)
}

fn authority(rest: &str) -> NamedNode {
    node(format!("{AUTHORITY}{rest}"))
}

/// Writes about one subject after the other.
struct Writer<'a> {
    about: &'a About<'a>,
    address: &'a str,
}

impl Writer<'_> {
    fn at(&self, rest: &str) -> NamedNode {
        node(format!("{}{rest}", self.address))
    }

    fn catalog(&self, graph: &mut Graph, datasets: &[Dataset<'_>], files: &[File]) {
        let monitoring = &self.about.catalogue.monitoring;
        let catalog = self.at("#catalog");
        let mut put = |property: &str, object: Term| add(graph, &catalog, property, object);
        put("rdf:type", name("dcat:Catalog").into());
        self.local(&monitoring.title).into_iter().for_each(|text| put("dct:title", text));
        self.local(&monitoring.why).into_iter().for_each(|text| put("dct:description", text));
        put("dct:publisher", self.at("#publisher").into());
        put("foaf:homepage", node(self.address).into());
        put("dcat:themeTaxonomy", authority("data-theme").into());
        self.dates().into_iter().for_each(|(property, day)| put(property, day));
        self.languages().into_iter().for_each(|language| put("dct:language", language));
        self.licence().into_iter().for_each(|licence| put("dct:license", licence));
        put("dct:spatial", self.place().into());
        let whole = self.at("data.html#dataset");
        let each = datasets.iter().map(|dataset| self.at(&format!("i/{}.html#dataset", dataset.indicator.name)));
        each.chain([whole.clone()]).for_each(|dataset| put("dcat:dataset", dataset.into()));

        for (subject, class) in [("#publisher", "foaf:Agent"), ("#contact", "vcard:Organization")] {
            add(graph, &self.at(subject), "rdf:type", name(class).into());
        }
        for text in self.local(&monitoring.publisher) {
            add(graph, &self.at("#publisher"), "foaf:name", text);
        }
        add(graph, &self.at("#contact"), "vcard:fn", Literal::new_simple_literal(&monitoring.contact.de).into());
        if let Some(mail) = monitoring.contact.de.split_whitespace().find(|word| word.contains('@')) {
            add(graph, &self.at("#contact"), "vcard:hasEmail", node(format!("mailto:{mail}")).into());
        }
        add(graph, &self.place(), "rdf:type", name("dct:Location").into());

        let periods: Vec<Period> = datasets.iter().flat_map(|dataset| dataset.periods.iter().copied()).collect();
        self.dataset(
            graph,
            &whole,
            &Described {
                title: &monitoring.title,
                texts: &[&monitoring.what],
                page: "data.html",
                identifier: self.about.release.to_owned(),
                periods: &periods,
            },
            files.iter().filter(|file| file.indicator.is_none()),
        );
        for dataset in datasets {
            let indicator = dataset.indicator;
            let page = format!("i/{}.html", indicator.name);
            let of = files.iter().filter(|file| file.indicator.as_ref() == Some(&indicator.name));
            let about = Described {
                title: &indicator.title,
                texts: &[&indicator.definition, &indicator.limits],
                identifier: format!("{}/{}", self.about.release, indicator.name),
                page: &page,
                periods: &dataset.periods,
            };
            self.dataset(graph, &self.at(&format!("{page}#dataset")), &about, of);
        }
    }

    fn dataset<'f>(
        &self,
        graph: &mut Graph,
        subject: &NamedNode,
        described: &Described<'_>,
        files: impl Iterator<Item = &'f File>,
    ) {
        let monitoring = &self.about.catalogue.monitoring;
        let mut put = |property: &str, object: Term| add(graph, subject, property, object);
        put("rdf:type", name("dcat:Dataset").into());
        self.local(described.title).into_iter().for_each(|text| put("dct:title", text));
        for language in self.spoken() {
            let texts: Vec<&str> = described.texts.iter().map(|text| text.get(language)).collect();
            put("dct:description", tagged(&texts.join(" "), language));
        }
        put("dct:identifier", Literal::new_simple_literal(&described.identifier).into());
        self.local(&monitoring.title).into_iter().for_each(|text| put("dcat:keyword", text));
        put("dcat:theme", authority(THEME).into());
        put("dct:publisher", self.at("#publisher").into());
        put("dcat:contactPoint", self.at("#contact").into());
        put("dct:accessRights", authority("access-right/PUBLIC").into());
        put("dcat:landingPage", self.at(described.page).into());
        put("dct:spatial", self.place().into());
        put("dcatde:politicalGeocodingURI", self.place().into());
        put("dcatde:politicalGeocodingLevelURI", node(format!("{GEOCODING}Level/{}", self.level().0)).into());
        if let Some(contributor) = &monitoring.contributor_id {
            put("dcatde:contributorID", node(contributor).into());
        }
        self.dates().into_iter().for_each(|(property, day)| put(property, day));
        self.languages().into_iter().for_each(|language| put("dct:language", language));
        if let (Some(first), Some(last)) = (described.periods.iter().min(), described.periods.iter().max()) {
            let time = node(format!("{}-time", subject.as_str()));
            put("dct:temporal", time.clone().into());
            let day = |text: String| Literal::new_typed_literal(text, xsd::DATE).into();
            add(graph, &time, "rdf:type", name("dct:PeriodOfTime").into());
            add(graph, &time, "dcat:startDate", day(format!("{}-01-01", first.year())));
            add(graph, &time, "dcat:endDate", day(format!("{}-12-31", last.year())));
        }
        for file in files.filter(|file| file.format.file_type().is_some()) {
            let distribution = self.at(&format!("{}#distribution", file.path));
            add(graph, subject, "dcat:distribution", distribution.clone().into());
            self.distribution(graph, &distribution, file);
        }
    }

    fn distribution(&self, graph: &mut Graph, subject: &NamedNode, file: &File) {
        let mut put = |property: &str, object: Term| add(graph, subject, property, object);
        put("rdf:type", name("dcat:Distribution").into());
        put("dct:title", Literal::new_simple_literal(file.format.title()).into());
        for property in ["dcat:accessURL", "dcat:downloadURL"] {
            put(property, self.at(&file.path).into());
        }
        let size = Literal::new_typed_literal(file.bytes.len().to_string(), xsd::NON_NEGATIVE_INTEGER);
        put("dcat:byteSize", size.into());
        let media = file.format.media_type().split(';').next().unwrap_or_default();
        put("dcat:mediaType", node(format!("https://www.iana.org/assignments/media-types/{media}")).into());
        if let Some(kind) = file.format.file_type() {
            put("dct:format", authority(&format!("file-type/{kind}")).into());
        }
        put("dcatap:availability", authority("planned-availability/STABLE").into());
        self.dates().into_iter().for_each(|(property, day)| put(property, day));
        if let Some(licence) = self.licence() {
            put("dct:license", licence);
            let publisher = &self.about.catalogue.monitoring.publisher;
            put("dcatde:licenseAttributionByText", tagged(&publisher.de, Language::De));
        }
    }

    fn spoken(&self) -> Vec<Language> {
        self.about.catalogue.monitoring.languages.clone()
    }

    /// A text in all languages in which it is written.
    fn local(&self, text: &LocalText) -> Vec<Term> {
        let written = |language: &Language| *language == Language::De || text.en.is_some();
        self.spoken().into_iter().filter(written).map(|language| tagged(text.get(language), language)).collect()
    }

    fn languages(&self) -> Vec<Term> {
        let code = |language: Language| match language {
            Language::De => "DEU",
            Language::En => "ENG",
        };
        self.spoken().into_iter().map(|language| authority(&format!("language/{}", code(language))).into()).collect()
    }

    /// Issued and modified: the day on which the release was sealed.
    fn dates(&self) -> [(&'static str, Term); 2] {
        ["dct:issued", "dct:modified"]
            .map(|property| (property, Literal::new_typed_literal(self.about.sealed_on, xsd::DATE).into()))
    }

    /// The licence by the list of DCAT-AP.de; an address stands for itself.
    fn licence(&self) -> Option<Term> {
        let own = &self.about.catalogue.monitoring.licence;
        let listed = match own.to_lowercase().as_str() {
            "dl-de/by-2-0" | "dl-de-by-2.0" => "dl-by-de/2.0",
            "dl-de/zero-2-0" | "dl-de-zero-2.0" => "dl-zero-de/2.0",
            "cc-by-4.0" => "cc-by/4.0",
            "cc-by-sa-4.0" => "cc-by-sa/4.0",
            "cc0-1.0" => "cc-zero",
            other => return other.starts_with("http").then(|| node(own).into()),
        };
        Some(node(format!("http://dcat-ap.de/def/licenses/{listed}")).into())
    }

    /// What the municipality is called in the geocoding of DCAT-AP.de: by its level, and by the list of its key.
    fn level(&self) -> (&'static str, &'static str) {
        match self.about.catalogue.monitoring.kind {
            MunicipalityKind::City => ("municipality", "municipalityKey"),
            MunicipalityKind::County => ("administrativeDistrict", "districtKey"),
        }
    }

    fn place(&self) -> NamedNode {
        node(format!("{GEOCODING}{}/{}", self.level().1, self.about.catalogue.monitoring.code))
    }
}

const GEOCODING: &str = "http://dcat-ap.de/def/politicalGeocoding/";

/// What a dataset says of itself.
struct Described<'a> {
    title: &'a LocalText,
    texts: &'a [&'a LocalText],
    identifier: String,
    /// Its page below the site.
    page: &'a str,
    periods: &'a [Period],
}

fn add(graph: &mut Graph, subject: &NamedNode, property: &str, object: Term) {
    let predicate = if property == "rdf:type" { rdf::TYPE.into_owned() } else { name(property) };
    graph.insert(&Triple::new(subject.clone(), predicate, object));
}

fn tagged(text: &str, language: Language) -> Term {
    Literal::new_language_tagged_literal_unchecked(text, language.code()).into()
}
