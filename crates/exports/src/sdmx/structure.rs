//! The structure message.

use std::io;

use catalogue::model::LocalText;
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use words::{Language, Words};

use super::{AGENCY, VERSION, area_id, indicator_id, sign_id, variable_id};
use crate::{
    About, Dataset,
    dataset::{SIGNS, texts},
    jsonstat::WHOLE,
};

type Xml = Writer<Vec<u8>>;

/// A code or concept: its id, and its names by language.
type Item = (String, Vec<(Language, String)>);

const NAMESPACES: [(&str, &str); 3] = [
    ("xmlns:mes", "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"),
    ("xmlns:str", "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure"),
    ("xmlns:com", "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"),
];

/// The codes of CL_OBS_STATUS that occur here; the list of SDMX has more.
const OBSERVATION_STATUS: [(&str, &str); 7] = [
    ("A", "export-status-normal"),
    ("E", "export-status-estimated"),
    ("M", "export-status-impossible"),
    ("O", "export-status-missing"),
    ("P", "export-status-provisional"),
    ("Q", "export-status-suppressed"),
    ("U", "export-status-unreliable"),
];

/// The codes of CL_CONF_STATUS that occur here.
const CONFIDENTIALITY: [(&str, &str); 2] = [("C", "export-confidential"), ("F", "export-free")];

/// Concepts that all indicators share, with their words and the code list of each.
const CONCEPTS: [(&str, &str); 8] = [
    ("REF_AREA", "export-area"),
    ("TIME_PERIOD", "export-period"),
    ("OBS_VALUE", "export-value"),
    ("NUMERATOR", "export-numerator"),
    ("DENOMINATOR", "export-denominator"),
    ("OBS_STATUS", "export-observation-status"),
    ("CONF_STATUS", "export-confidentiality-status"),
    ("SIGN", "export-status"),
];

/// The lists that SDMX keeps, with the versions whose codes are used.
const STATUS_LIST: [&str; 3] = ["SDMX", "CL_OBS_STATUS", "2.2"];
const CONFIDENTIALITY_LIST: [&str; 3] = ["SDMX", "CL_CONF_STATUS", "1.2"];

pub(super) fn write(about: &About<'_>, datasets: &[Dataset<'_>]) -> Vec<u8> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    message(&mut out, about, datasets).expect("writing to memory does not fail");
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    bytes
}

fn message(out: &mut Xml, about: &About<'_>, datasets: &[Dataset<'_>]) -> io::Result<()> {
    let words = Language::ALL.map(Words::new);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    within(out, "mes:Structure", &NAMESPACES, |out| {
        within(out, "mes:Header", &[], |out| {
            text(out, "mes:ID", &[], about.release)?;
            text(out, "mes:Test", &[], "false")?;
            text(out, "mes:Prepared", &[], &format!("{}T00:00:00Z", about.sealed_on))?;
            out.create_element("mes:Sender").with_attribute(("id", AGENCY)).write_empty()?;
            Ok(())
        })?;
        within(out, "mes:Structures", &[], |out| {
            within(out, "str:Codelists", &[], |out| lists(out, &words, datasets))?;
            within(out, "str:ConceptSchemes", &[], |out| concepts(out, &words, datasets))?;
            within(out, "str:Dataflows", &[], |out| datasets.iter().try_for_each(|dataset| flow(out, dataset)))?;
            within(out, "str:DataStructures", &[], |out| {
                datasets.iter().try_for_each(|dataset| definition(out, dataset))
            })
        })
    })
}

fn lists(out: &mut Xml, words: &[Words], datasets: &[Dataset<'_>]) -> io::Result<()> {
    let said = |codes: &[(&str, &str)]| -> Vec<Item> {
        codes.iter().map(|(code, key)| ((*code).to_owned(), say(words, key))).collect()
    };
    let mut areas: Vec<_> = datasets.iter().flat_map(|dataset| dataset.areas.iter().copied()).collect();
    areas.sort_by(|a, b| a.code.cmp(&b.code));
    areas.dedup_by(|a, b| a.code == b.code);
    let areas = areas.into_iter().map(|area| (area_id(&area.code), vec![(Language::De, area.name.clone())]));
    list(out, [AGENCY, "CL_REF_AREA", VERSION], false, &say(words, "export-area"), &areas.collect::<Vec<_>>())?;
    let mut variables: Vec<_> = datasets.iter().flat_map(|dataset| dataset.variables.iter().copied()).collect();
    variables.sort_by(|a, b| a.name.cmp(&b.name));
    variables.dedup_by(|a, b| a.name == b.name);
    for variable in variables {
        let whole = (WHOLE.to_owned(), named(&variable.whole));
        let categories = variable.categories.iter().map(|one| (one.code.to_string(), named(&one.title)));
        let codes: Vec<Item> = std::iter::once(whole).chain(categories).collect();
        let id = format!("CL_{}", variable_id(&variable.name));
        list(out, [AGENCY, &id, VERSION], false, &named(&variable.title), &codes)?;
    }
    let signs: Vec<Item> = SIGNS.iter().map(|(sign, key)| (sign_id(sign).to_owned(), say(words, key))).collect();
    list(out, [AGENCY, "CL_SIGN", VERSION], false, &say(words, "export-status"), &signs)?;
    list(out, STATUS_LIST, true, &say(words, "export-observation-status"), &said(&OBSERVATION_STATUS))?;
    list(out, CONFIDENTIALITY_LIST, true, &say(words, "export-confidentiality-status"), &said(&CONFIDENTIALITY))
}

fn list(
    out: &mut Xml,
    [agency, id, version]: [&str; 3],
    partial: bool,
    names: &[(Language, String)],
    codes: &[Item],
) -> io::Result<()> {
    let partial = if partial { "true" } else { "false" };
    let attributes = [("id", id), ("agencyID", agency), ("version", version), ("isPartial", partial)];
    within(out, "str:Codelist", &attributes, |out| {
        all_names(out, names)?;
        codes.iter().try_for_each(|(code, names)| within(out, "str:Code", &[("id", code)], |out| all_names(out, names)))
    })
}

fn concepts(out: &mut Xml, words: &[Words], datasets: &[Dataset<'_>]) -> io::Result<()> {
    let mut items: Vec<Item> = CONCEPTS.iter().map(|(id, key)| ((*id).to_owned(), say(words, key))).collect();
    let variables = datasets.iter().flat_map(|dataset| dataset.variables.iter());
    let variables: std::collections::BTreeMap<_, _> =
        variables.map(|variable| (variable_id(&variable.name), named(&variable.title))).collect();
    items.extend(variables);
    let attributes = [("id", "CONCEPTS"), ("agencyID", AGENCY), ("version", VERSION)];
    within(out, "str:ConceptScheme", &attributes, |out| {
        all_names(out, &say(words, "export-concepts"))?;
        items.iter().try_for_each(|(id, names)| within(out, "str:Concept", &[("id", id)], |out| all_names(out, names)))
    })
}

fn flow(out: &mut Xml, dataset: &Dataset<'_>) -> io::Result<()> {
    let id = indicator_id(&dataset.indicator.name);
    within(out, "str:Dataflow", &[("id", &id), ("agencyID", AGENCY), ("version", VERSION)], |out| {
        all_names(out, &named(&dataset.indicator.title))?;
        text(out, "str:Structure", &[], &urn("datastructure.DataStructure", [AGENCY, &id, VERSION]))
    })
}

fn definition(out: &mut Xml, dataset: &Dataset<'_>) -> io::Result<()> {
    let id = indicator_id(&dataset.indicator.name);
    within(out, "str:DataStructure", &[("id", &id), ("agencyID", AGENCY), ("version", VERSION)], |out| {
        all_names(out, &named(&dataset.indicator.title))?;
        within(out, "str:DataStructureComponents", &[], |out| {
            within(out, "str:DimensionList", &[("id", "DimensionDescriptor")], |out| {
                component(out, "str:Dimension", "REF_AREA", Some([AGENCY, "CL_REF_AREA", VERSION]), false)?;
                for variable in &dataset.variables {
                    let id = variable_id(&variable.name);
                    let list = format!("CL_{id}");
                    component(out, "str:Dimension", &id, Some([AGENCY, &list, VERSION]), false)?;
                }
                within(out, "str:TimeDimension", &[("id", "TIME_PERIOD")], |out| {
                    identity(out, "TIME_PERIOD")?;
                    within(out, "str:LocalRepresentation", &[], |out| {
                        let format = [("textType", "ObservationalTimePeriod")];
                        out.create_element("str:TextFormat").with_attributes(format).write_empty().map(|_| ())
                    })
                })
            })?;
            within(out, "str:AttributeList", &[("id", "AttributeDescriptor")], |out| {
                component(out, "str:Attribute", "NUMERATOR", None, true)?;
                component(out, "str:Attribute", "DENOMINATOR", None, true)?;
                component(out, "str:Attribute", "OBS_STATUS", Some(STATUS_LIST), true)?;
                component(out, "str:Attribute", "CONF_STATUS", Some(CONFIDENTIALITY_LIST), true)?;
                component(out, "str:Attribute", "SIGN", Some([AGENCY, "CL_SIGN", VERSION]), true)
            })?;
            within(out, "str:MeasureList", &[("id", "MeasureDescriptor")], |out| {
                component(out, "str:Measure", "OBS_VALUE", None, false)
            })
        })
    })
}

/// A component with its concept and its code list; without a list it is a number. Attributes belong to observations.
fn component(out: &mut Xml, tag: &str, id: &str, list: Option<[&str; 3]>, attribute: bool) -> io::Result<()> {
    within(out, tag, &[("id", id)], |out| {
        identity(out, id)?;
        within(out, "str:LocalRepresentation", &[], |out| match list {
            Some(list) => text(out, "str:Enumeration", &[], &urn("codelist.Codelist", list)),
            None => {
                out.create_element("str:TextFormat").with_attribute(("textType", "Decimal")).write_empty().map(|_| ())
            }
        })?;
        if attribute {
            within(out, "str:AttributeRelationship", &[], |out| {
                out.create_element("str:Observation").write_empty().map(|_| ())
            })?;
        }
        Ok(())
    })
}

fn identity(out: &mut Xml, id: &str) -> io::Result<()> {
    let concept = format!("{}.{id}", urn("conceptscheme.Concept", [AGENCY, "CONCEPTS", VERSION]));
    text(out, "str:ConceptIdentity", &[], &concept)
}

fn urn(class: &str, [agency, id, version]: [&str; 3]) -> String {
    format!("urn:sdmx:org.sdmx.infomodel.{class}={agency}:{id}({version})")
}

fn say(words: &[Words], key: &str) -> Vec<(Language, String)> {
    words.iter().map(|words| (words.language(), words.say(key, &[]))).collect()
}

fn named(text: &LocalText) -> Vec<(Language, String)> {
    texts(text).map(|(language, text)| (language, text.to_owned())).collect()
}

fn all_names(out: &mut Xml, names: &[(Language, String)]) -> io::Result<()> {
    names.iter().try_for_each(|(language, name)| text(out, "com:Name", &[("xml:lang", language.code())], name))
}

fn text(out: &mut Xml, tag: &str, attributes: &[(&str, &str)], content: &str) -> io::Result<()> {
    let element = out.create_element(tag).with_attributes(attributes.iter().copied());
    element.write_text_content(BytesText::new(content)).map(|_| ())
}

fn within(
    out: &mut Xml,
    tag: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    out.create_element(tag).with_attributes(attributes.iter().copied()).write_inner_content(content).map(|_| ())
}
