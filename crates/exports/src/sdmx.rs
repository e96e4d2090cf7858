//! SDMX: figures as SDMX-CSV 2.0 (`i/<indicator>.sdmx.csv`), and their structure as SDMX-ML 3.0
//! (`download/structure.xml`): a data flow with its data structure definition for each indicator, code lists, concepts.

mod structure;

use catalogue::{
    Period,
    names::{AreaCode, IndicatorName, VariableName},
};

use crate::{About, Dataset, File, Format, jsonstat::WHOLE};

/// The agency and the version under which the structures are kept.
const AGENCY: &str = "MEHRKLANG";
const VERSION: &str = "1.0";

/// One file for each indicator, and one for the structure of all.
pub fn sdmx(about: &About<'_>, datasets: &[Dataset<'_>]) -> Vec<File> {
    let file = |dataset: &Dataset<'_>| File {
        path: format!("i/{}.sdmx.csv", dataset.indicator.name),
        format: Format::SdmxCsv,
        indicator: Some(dataset.indicator.name.clone()),
        bytes: data(dataset),
    };
    let mut files: Vec<File> = datasets.iter().map(file).collect();
    files.push(File {
        path: "download/structure.xml".to_owned(),
        format: Format::SdmxStructure,
        indicator: None,
        bytes: structure::write(about, datasets),
    });
    files
}

fn data(dataset: &Dataset<'_>) -> Vec<u8> {
    let written = "writing to memory does not fail";
    let mut out = csv::Writer::from_writer(Vec::new());
    let mut heads = ["STRUCTURE", "STRUCTURE_ID", "ACTION", "REF_AREA"].map(str::to_owned).to_vec();
    heads.extend(dataset.variables.iter().map(|variable| variable_id(&variable.name)));
    let others = ["TIME_PERIOD", "OBS_VALUE", "NUMERATOR", "DENOMINATOR", "OBS_STATUS", "CONF_STATUS", "SIGN"]
        .map(str::to_owned);
    heads.extend(others);
    out.write_record(&heads).expect(written);
    let flow = format!("{AGENCY}:{}({VERSION})", indicator_id(&dataset.indicator.name));
    for one in &dataset.observations {
        let mut row = vec!["dataflow".to_owned(), flow.clone(), "R".to_owned()];
        row.push(area_id(&dataset.areas[one.area].code));
        row.extend(dataset.categories(one).into_iter().map(|code| code.unwrap_or(WHOLE).to_owned()));
        row.push(time(dataset.periods[one.period]));
        row.push(one.value.clone().unwrap_or_default());
        row.extend([one.numerator, one.denominator].map(|n| n.map_or(String::new(), |number| number.to_string())));
        row.extend([one.observation_status(), one.confidentiality(), sign_id(one.status)].map(str::to_owned));
        out.write_record(&row).expect(written);
    }
    out.into_inner().expect(written)
}

/// `foreign-share` → `FOREIGN_SHARE`; names hold no underscore, so that ids stay distinct.
fn indicator_id(name: &IndicatorName) -> String {
    name.as_str().to_uppercase().replace('-', "_")
}

/// `citizenship` → `BY_CITIZENSHIP`, which no id of SDMX itself has.
fn variable_id(name: &VariableName) -> String {
    format!("BY_{}", name.as_str().to_uppercase().replace('-', "_"))
}

/// Codes of SDMX hold no point.
fn area_id(code: &AreaCode) -> String {
    code.as_str().replace('.', "$")
}

/// Half-years are `S` there, all else is written alike.
fn time(period: Period) -> String {
    period.to_string().replace("-H", "-S")
}

/// The official signs and marks as codes.
fn sign_id(status: &str) -> &'static str {
    match status {
        "–" => "NOTHING",
        "." => "WITHHELD",
        "()" => "UNCERTAIN",
        "/" => "UNRELIABLE",
        "…" => "PENDING",
        "x" => "SENSELESS",
        "p" => "PROVISIONAL",
        "r" => "REVISED",
        "s" => "ESTIMATED",
        _ => "NONE",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_that_sdmx_allows() {
        assert_eq!(area_id(&"01.2-a".parse().unwrap()), "01$2-a");
        assert_eq!(variable_id(&"migration-background".parse().unwrap()), "BY_MIGRATION_BACKGROUND");
        assert_eq!(
            ["2024-H2", "2024-Q3", "2024-06"].map(|text| time(text.parse().unwrap())),
            ["2024-S2", "2024-Q3", "2024-06"]
        );
    }

    #[test]
    fn each_sign_has_a_code_of_its_own() {
        let ids: std::collections::BTreeSet<_> = crate::dataset::SIGNS.iter().map(|(sign, _)| sign_id(sign)).collect();
        assert_eq!(ids.len(), crate::dataset::SIGNS.len());
    }
}
