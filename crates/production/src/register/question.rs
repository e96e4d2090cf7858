//! The same question as one SQL query: "give me the base cells". What counts them is another engine's business.
//!
//! Here is written a second time, in SQL, what [`super::persons`] finds out about each person. What texts mean is not:
//! each text of a column is asked for once, read by the same code as in this program, and goes into the query as what it
//! means. So an engine compares, joins and adds up, and understands nothing.

use std::fmt::Write;

use catalogue::model::{Item, MOVES, OF_PARENT, OF_PERSON, OLDEST, TODAY, register_type};
use rules::Type;

use super::persons::OF_AGE;

/// The key of a German citizenship, and of a citizenship that is not clear.
const GERMAN: &str = "'000'";
const UNCLEAR: &str = "'999'";

/// Texts up to this many stand in the query as choices; more are joined as a table.
const CHOICES: usize = 64;

/// What the texts of a column mean: for each one the values that stand for it, as SQL; for a missing one, too.
pub(super) struct Meanings {
    pub(super) item: Item,
    /// Names and types of the values.
    pub(super) names: Vec<(&'static str, &'static str)>,
    /// Text and values; without a text what a missing one means.
    pub(super) texts: Vec<(Option<String>, Vec<String>)>,
}

/// What is asked about each person.
pub(super) struct Asked {
    /// Class of each version that is asked for, over attributes by their names.
    pub(super) classes: Vec<String>,
    /// Who is counted, for each count that does not count everyone.
    pub(super) who: Vec<String>,
    /// Attributes that rules ask for and that no register has.
    pub(super) absent: Vec<(String, Type)>,
    /// Whether rules ask about parents.
    pub(super) parents: bool,
    /// Whether rules ask where somebody was born.
    pub(super) birth: bool,
}

/// A file and what its columns mean.
pub(super) struct Layout<'a> {
    /// Heads of the columns, as they stand in the file.
    pub(super) heads: &'a [(Item, String)],
    /// Meanings of its texts.
    pub(super) meanings: &'a [Meanings],
    /// Whether keys are texts.
    pub(super) text_keys: bool,
    /// Year, month and day of the reference date.
    pub(super) date: (i64, i64, i64),
}

/// A text in SQL.
pub(super) fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A name in SQL.
fn name(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// All texts of a column, each once.
pub(super) fn texts_of(head: &str) -> String {
    format!("SELECT DISTINCT CAST({} AS VARCHAR) AS raw FROM extract", name(head))
}

/// The base cells: area, class of each version, who is counted, whether the place of birth is unresolved, number.
pub(super) fn base_cells(layout: &Layout<'_>, asked: &Asked) -> String {
    let mut keys = vec!["area".to_owned()];
    let mut columns = vec!["area".to_owned()];
    for (place, class) in asked.classes.iter().enumerate() {
        columns.push(format!("{class} AS class_{place}"));
        keys.push(format!("class_{place}"));
    }
    for (place, who) in asked.who.iter().enumerate() {
        columns.push(format!("CASE WHEN ({who}\n) THEN 1 ELSE 0 END AS who_{place}"));
        keys.push(format!("who_{place}"));
    }
    columns.push("unresolved".to_owned());
    keys.push("unresolved".to_owned());
    let keys = keys.join(", ");
    format!(
        "WITH entry AS ({}), own AS ({}), person AS ({}), classified AS (SELECT {} FROM person) \
         SELECT {keys}, COUNT(*) AS persons FROM classified GROUP BY {keys}",
        layout.entry(),
        own(layout, asked),
        persons(asked),
        columns.join(", "),
    )
}

impl Layout<'_> {
    fn head(&self, item: Item) -> Option<String> {
        let head = self.heads.iter().find(|(own, _)| *own == item)?;
        Some(format!("e.{}", name(&head.1)))
    }

    /// What stands in the columns, with its meaning: one row a person.
    fn entry(&self) -> String {
        let (mut columns, mut joins) = (Vec::new(), String::new());
        let kind = if self.text_keys { "VARCHAR" } else { "BIGINT" };
        for (item, name) in [
            (Item::Person, "person"),
            (Item::Household, "household"),
            (Item::Representative1, "representative1"),
            (Item::Representative2, "representative2"),
        ] {
            let key = match self.head(item) {
                None => format!("CAST(NULL AS {kind})"),
                Some(head) if self.text_keys => format!("NULLIF(TRIM(CAST({head} AS VARCHAR)), '')"),
                Some(head) => format!("CAST({head} AS BIGINT)"),
            };
            columns.push(format!("{key} AS {name}"));
        }
        // Days that lie in the file as days mean themselves.
        for (item, name) in [(Item::BirthDate, "birth_date"), (Item::ImmigrationDate, "immigration_date")] {
            if self.meanings.iter().all(|own| own.item != item) {
                let day = self.head(item).unwrap_or_else(|| "NULL".to_owned());
                columns.push(format!("CAST({day} AS DATE) AS {name}"));
            }
        }
        for (number, own) in self.meanings.iter().enumerate() {
            let Some(head) = self.head(own.item) else { continue };
            let raw = format!("CAST({head} AS VARCHAR)");
            let missing = own.texts.iter().find(|(text, _)| text.is_none()).map(|(_, values)| values);
            let of_missing = |at: usize| missing.map_or("NULL", |values| values[at].as_str());
            let told = || own.texts.iter().filter_map(|(text, values)| Some((text.as_deref()?, values)));
            let joined = told().count() > CHOICES;
            for (at, (name, kind)) in own.names.iter().enumerate() {
                let mut cases = String::new();
                if joined {
                    let _ = write!(cases, " WHEN {raw} IS NOT NULL THEN m{number}.v{at}");
                }
                for (own, values) in told().filter(|_| !joined) {
                    let _ = write!(cases, " WHEN {raw} = {} THEN {}", text(own), values[at]);
                }
                let value = match cases.is_empty() {
                    true => of_missing(at).to_owned(),
                    false => format!("CASE{cases} ELSE {} END", of_missing(at)),
                };
                columns.push(format!("CAST({value} AS {kind}) AS {name}"));
            }
            if joined {
                let rows: Vec<String> =
                    told().map(|(own, values)| format!("({}, {})", text(own), values.join(", "))).collect();
                let names: Vec<String> = (0..own.names.len()).map(|at| format!("v{at}")).collect();
                let (rows, names) = (rows.join(", "), names.join(", "));
                let _ = write!(joins, " LEFT JOIN (VALUES {rows}) AS m{number}(raw, {names}) ON {raw} = m{number}.raw");
            }
        }
        format!("SELECT {} FROM extract AS e{joins}", columns.join(", "))
    }

    fn has(&self, item: Item) -> bool {
        self.heads.iter().any(|(own, _)| *own == item)
    }
}

/// Completed years from a day to the reference date.
fn years(day: &str, (year, month, day_of_month): (i64, i64, i64)) -> String {
    let reached = month * 100 + day_of_month;
    format!(
        "{year} - EXTRACT(YEAR FROM {day}) - CASE WHEN EXTRACT(MONTH FROM {day}) * 100 + EXTRACT(DAY FROM {day}) \
         > {reached} THEN 1 ELSE 0 END"
    )
}

/// A number where it lies between two bounds.
fn between(number: &str, least: i64, most: i64) -> String {
    format!("CASE WHEN {number} BETWEEN {least} AND {most} THEN {number} END")
}

/// What is known of each person without looking at others, in the words of [`super::persons`].
fn own(layout: &Layout<'_>, asked: &Asked) -> String {
    let has = |item: Item| layout.has(item);
    let has_birth = has(Item::BirthState) || has(Item::BirthPlace);
    let german = match (has(Item::Citizenship2), has(Item::Citizenship3)) {
        _ if !has(Item::Citizenship1) => "NULL".to_owned(),
        (second, third) => {
            let others = [(second, "second"), (third, "third")].into_iter().filter(|(there, _)| *there);
            let others: Vec<String> = others.map(|(_, name)| format!("{name}_citizenship = {GERMAN}")).collect();
            match others.is_empty() {
                true => format!("first_citizenship = {GERMAN}"),
                false => {
                    format!("CASE WHEN {} THEN TRUE ELSE first_citizenship = {GERMAN} END", others.join(" OR "))
                }
            }
        }
    };
    let state = match (has(Item::BirthState), has(Item::BirthPlace)) {
        (true, true) => "COALESCE(entered_state, confirmed_state)",
        (true, false) => "entered_state",
        (false, true) => "confirmed_state",
        (false, false) => "NULL",
    };
    let confirmed = if has(Item::BirthPlace) { "confirmed" } else { "FALSE" };
    let abroad =
        format!("CASE WHEN {state} IS NOT NULL THEN {state} <> {GERMAN} WHEN {confirmed} THEN TRUE ELSE NULL END");
    let year = |day: &str| format!("EXTRACT(YEAR FROM {day})");
    let mut columns: Vec<String> = ["area", "person", "household", "representative1", "representative2"]
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    for attribute in OF_PERSON {
        let whole = attribute.strip_suffix(TODAY).unwrap_or(attribute);
        let value = match whole {
            "age" => between(&years("birth_date", layout.date), 0, OLDEST),
            "years_of_stay" if has(Item::ImmigrationDate) => {
                between(&years("immigration_date", layout.date), 0, OLDEST)
            }
            "immigration_year" if has(Item::ImmigrationDate) => between(&year("immigration_date"), MOVES.0, MOVES.1),
            "german" => german.clone(),
            "german_by_birth" if has(Item::Citizenship1) && has(Item::GermanKind) => format!(
                "CASE WHEN NOT ({german}) THEN FALSE WHEN ({german}) AND german_kind = 'birth' THEN TRUE \
                 WHEN ({german}) AND german_kind = 'acquired' THEN FALSE END"
            ),
            "citizenship_1" if has(Item::Citizenship1) => "first_citizenship".to_owned(),
            "citizenship_2" if has(Item::Citizenship1) && has(Item::Citizenship2) => format!(
                "CASE WHEN second_citizenship IS NULL AND first_citizenship IS NOT NULL THEN 'none' \
                 WHEN second_citizenship = {UNCLEAR} THEN NULL ELSE second_citizenship END"
            ),
            "birth_state" if has_birth => state.to_owned(),
            "born_abroad" if has_birth => abroad.clone(),
            "former_territory" if has_birth => {
                let before =
                    format!("WHEN {confirmed} AND birth_date IS NOT NULL THEN {} < former_before", year("birth_date"));
                let before = if has(Item::BirthPlace) { before } else { String::new() };
                format!("CASE {before} WHEN NOT ({abroad}) THEN FALSE END")
            }
            "main_residence" if has(Item::Residence) => "residence = 'main'".to_owned(),
            "sex_entry" if has(Item::Sex) => "sex".to_owned(),
            "sex_assigned" if has(Item::SexAssigned) => "sex_told".to_owned(),
            "marital_status" if has(Item::MaritalStatus) => "marital".to_owned(),
            "origin_state" if has(Item::OriginState) => "origin".to_owned(),
            "naturalisation_mark" if has(Item::NaturalisationMark) => "naturalisation".to_owned(),
            "option_mark" if has(Item::OptionMark) => "option".to_owned(),
            "resettler_mark" if has(Item::ResettlerMark) => "resettler".to_owned(),
            _ => "NULL".to_owned(),
        };
        let value = if whole == attribute { value } else { of_today(&value) };
        let kind = register_type(attribute).map_or_else(String::new, |kind| kind.sql());
        columns.push(format!("CAST({value} AS {kind}) AS {attribute}"));
    }
    let unresolved = match asked.birth && has(Item::BirthPlace) {
        true => format!("CASE WHEN spelled AND ({abroad}) IS NULL THEN 1 ELSE 0 END"),
        false => "0".to_owned(),
    };
    columns.push(format!("{unresolved} AS unresolved"));
    format!("SELECT {} FROM entry", columns.join(", "))
}

/// The state of today in which a state lies.
fn of_today(state: &str) -> String {
    if state == "NULL" {
        return state.to_owned();
    }
    let mut cases = String::new();
    for known in catalogue::states() {
        match known.today() {
            Some(today) if today == known.key => {}
            Some(today) => drop(write!(cases, " WHEN ({state}) = {} THEN {}", text(known.key), text(today))),
            None => drop(write!(cases, " WHEN ({state}) = {} THEN NULL", text(known.key))),
        }
    }
    format!("CASE{cases} ELSE ({state}) END")
}

/// Everyone, with what is known of the parents of minors.
fn persons(asked: &Asked) -> String {
    let mut columns: Vec<String> = vec!["o.area".to_owned(), "o.unresolved".to_owned()];
    columns.extend(OF_PERSON.iter().map(|name| format!("o.{name}")));
    columns.extend(asked.absent.iter().map(|(name, kind)| format!("CAST(NULL AS {}) AS {name}", kind.sql())));
    let mut joins = String::new();
    for number in [1, 2] {
        for attribute in OF_PARENT {
            let kind = register_type(attribute).map_or_else(String::new, |kind| kind.sql());
            let value = match attribute {
                _ if !asked.parents => "NULL".to_owned(),
                "in_household" => format!(
                    "CASE WHEN o.age IS NULL OR o.age >= {OF_AGE} THEN NULL \
                     WHEN o.representative1 IS NULL AND o.representative2 IS NULL THEN NULL \
                     WHEN p{number}.person IS NULL THEN FALSE ELSE p{number}.household = o.household END"
                ),
                name => format!("p{number}.{name}"),
            };
            columns.push(format!("CAST({value} AS {kind}) AS parent{number}_{attribute}"));
        }
        if asked.parents {
            let _ = write!(
                joins,
                " LEFT JOIN own AS p{number} ON \
                 CASE WHEN o.age < {OF_AGE} THEN o.representative{number} END = p{number}.person"
            );
        }
    }
    format!("SELECT {} FROM own AS o{joins}", columns.join(", "))
}
