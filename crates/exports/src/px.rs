//! PC-Axis: `i/<indicator>.px`, in German and English, UTF-8.
//!
//! A PX file holds a full matrix, so that all groups stand in one variable: crossing all variables would give mostly
//! empty cells. A sign stands for itself (`DATASYMBOL`), a mark beside a number is a note to its cell.

use words::Words;

use crate::{About, Dataset, File, Format, dataset::group_code};

/// One file for each indicator.
pub fn px(about: &About<'_>, datasets: &[Dataset<'_>]) -> Vec<File> {
    let words: Vec<Words> = about.languages().map(|(language, _)| Words::new(language)).collect();
    let file = |dataset: &Dataset<'_>| File {
        path: format!("i/{}.px", dataset.indicator.name),
        format: Format::Px,
        indicator: Some(dataset.indicator.name.clone()),
        bytes: write(about, &words, dataset).into_bytes(),
    };
    datasets.iter().map(file).collect()
}

/// The symbols of missing values: the one in the data, the sign, and what it means. `..` is what was not delivered.
const SYMBOLS: [(&str, &str, &str); 5] = [
    ("\".\"", ".", "sign-explained-withheld"),
    ("\"..\"", "", "sign-explained-missing"),
    ("\"...\"", "…", "sign-explained-pending"),
    ("\"....\"", "/", "sign-explained-uncertain"),
    ("\".....\"", "x", "sign-explained-senseless"),
];

fn write(about: &About<'_>, words: &[Words], dataset: &Dataset<'_>) -> String {
    let Some((first, others)) = words.split_first() else { return String::new() };
    let indicator = dataset.indicator;
    let mut out = String::new();
    let mut put = |keyword: &str, values: &[String]| {
        out.push_str(keyword);
        out.push('=');
        // Lines of a PX file are short: one value a line.
        out.push_str(&values.join(",\n"));
        out.push_str(";\n");
    };
    put("CHARSET", &[quoted("ANSI")]);
    put("CODEPAGE", &[quoted("utf-8")]);
    put("LANGUAGE", &[quoted(first.language().code())]);
    put("LANGUAGES", &words.iter().map(|words| quoted(words.language().code())).collect::<Vec<_>>());
    put("CREATION-DATE", &[quoted(&format!("{} 00:00", about.sealed_on.replace('-', "")))]);
    put("DECIMALS", &[(indicator.decimals + 3).min(6).to_string()]);
    put("SHOWDECIMALS", &[indicator.decimals.min(6).to_string()]);
    put("MATRIX", &[quoted(indicator.name.as_str())]);
    put("SUBJECT-CODE", &[quoted(indicator.field.as_str())]);
    for words in std::iter::once(first).chain(others) {
        let language = words.language();
        let own = language == first.language();
        let key = |keyword: &str| if own { keyword.to_owned() } else { format!("{keyword}[{language}]") };
        let of = |keyword: &str, variable: &str| format!("{}({})", key(keyword), quoted(variable));
        let [area, group, period] =
            [words.say("export-area", &[]), words.say("export-group", &[]), words.say("export-period", &[])];
        let field = about.catalogue.fields.iter().find(|field| field.name == indicator.field);
        put(&key("SUBJECT-AREA"), &[quoted(field.map_or(indicator.field.as_str(), |field| field.title.get(language)))]);
        put(&key("TITLE"), &[quoted(indicator.title.get(language))]);
        put(&key("CONTENTS"), &[quoted(indicator.title.get(language))]);
        put(&key("UNITS"), &[quoted(indicator.unit.get(language))]);
        put(&key("STUB"), &[quoted(&area), quoted(&group)]);
        put(&key("HEADING"), &[quoted(&period)]);
        let periods: Vec<String> = dataset.periods.iter().map(|period| quoted(&period.to_string())).collect();
        put(&of("VALUES", &area), &all(dataset.area_names()));
        put(&of("VALUES", &group), &all(dataset.group_titles(words)));
        put(&of("VALUES", &period), &periods);
        put(&of("CODES", &area), &all(dataset.areas.iter().map(|area| area.code.to_string())));
        put(&of("CODES", &group), &all(dataset.groups.iter().map(|group| code_of(group))));
        put(&of("CODES", &period), &periods);
        put(&key("SOURCE"), &[quoted(about.catalogue.monitoring.publisher.get(language))]);
        let note = [indicator.definition.get(language), indicator.limits.get(language)].join(" ");
        put(&key("NOTE"), &[quoted(&note)]);
        for (at, (_, _, sign)) in SYMBOLS.iter().enumerate() {
            put(&key(&format!("DATASYMBOL{}", at + 1)), &[quoted(&words.say(sign, &[]))]);
        }
        put(&key("DATASYMBOLNIL"), &[quoted(&words.say("sign-explained-nothing", &[]))]);
        let (areas, groups) = (dataset.area_names(), dataset.group_titles(words));
        for one in &dataset.observations {
            let Some(mark) = mark(words, one.status) else { continue };
            let place = [&areas[one.area], &groups[one.group]].map(|name| quoted(name)).join(",");
            put(&format!("{}({place},{})", key("CELLNOTE"), periods[one.period]), &[quoted(&mark)]);
        }
    }
    out.push_str("DATA=\n");
    let mut rest = dataset.observations.iter().peekable();
    for area in 0..dataset.areas.len() {
        for group in 0..dataset.groups.len() {
            let row: Vec<String> = (0..dataset.periods.len())
                .map(|period| {
                    let one = rest.next_if(|one| (one.area, one.group, one.period) == (area, group, period));
                    one.map_or("\"..\"".to_owned(), cell)
                })
                .collect();
            out.push_str(&row.join(" "));
            out.push('\n');
        }
    }
    out.push_str(";\n");
    out
}

fn cell(one: &crate::Observation<'_>) -> String {
    if one.status == "–" {
        return "\"-\"".to_owned();
    }
    let sign = SYMBOLS.iter().find(|(_, sign, _)| !sign.is_empty() && *sign == one.status);
    match (sign, &one.value) {
        (Some((symbol, ..)), _) => (*symbol).to_owned(),
        (None, Some(value)) => value.clone(),
        (None, None) => "\"..\"".to_owned(),
    }
}

/// What a mark beside a number means.
fn mark(words: &Words, status: &str) -> Option<String> {
    let key = match status {
        "p" => "sign-explained-provisional",
        "r" => "sign-explained-revised",
        "s" => "sign-explained-estimated",
        "()" => "export-uncertain",
        _ => return None,
    };
    Some(words.say(key, &[]))
}

/// The whole has a code of its own: an empty one is not allowed. Some readers stumble over equals signs.
fn code_of(group: &catalogue::model::Group) -> String {
    if group.is_empty() { crate::jsonstat::WHOLE.to_owned() } else { group_code(group).replace('=', ":") }
}

fn all(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    texts.into_iter().map(|text| quoted(&text)).collect()
}

/// A text of PX: in quotes, without any inside, in pieces of less than a line.
fn quoted(text: &str) -> String {
    let one_line: String = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('"', "'");
    let letters: Vec<char> = one_line.chars().collect();
    let pieces: Vec<String> = letters.chunks(200).map(|piece| format!("\"{}\"", String::from_iter(piece))).collect();
    if pieces.is_empty() { "\"\"".to_owned() } else { pieces.join("\n") }
}

#[cfg(test)]
mod tests {
    use words::Language;

    use super::*;

    #[test]
    fn texts_hold_no_quotes_and_fit_their_lines() {
        assert_eq!(quoted("der \"Anteil\"\nam Ganzen"), "\"der 'Anteil' am Ganzen\"");
        assert_eq!(quoted(""), "\"\"");
        assert!(quoted(&"ä".repeat(450)).lines().all(|line| line.chars().count() <= 202));
    }

    #[test]
    fn every_mark_is_explained() {
        let words = Words::new(Language::De);
        assert!(["p", "r", "s", "()"].iter().all(|status| mark(&words, status).is_some()));
        assert!([".", "–", "", "x"].iter().all(|status| mark(&words, status).is_none()));
    }
}
