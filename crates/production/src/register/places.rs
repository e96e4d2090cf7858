//! Where places of birth lie: a table that the municipality owns and grows, `shielded/birthplaces.csv`.
//!
//! Places of birth are free text, and most registers leave the state empty. A spelling means what somebody has
//! confirmed that it means; one that nobody has looked at stays unknown.

use std::collections::HashMap;

use catalogue::{Place, Remark};

use crate::delivery::words::plain;

/// What the table is called, for remarks.
pub(crate) const HEADS: [&str; 3] = ["spelling", "state", "former-before"];

/// A place of birth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BirthPlace {
    /// Key of the state in today's borders; none if it is only known to lie abroad.
    pub(crate) state: Option<String>,
    /// Who was born there before this year was born in what was German territory then.
    pub(crate) former_before: Option<i16>,
}

/// All confirmed spellings.
#[derive(Debug, Default)]
pub(crate) struct BirthPlaces {
    places: HashMap<String, BirthPlace>,
}

impl BirthPlaces {
    /// Reads the table; what is wrong with it is remarked, all at once.
    pub(crate) fn read(file: &str, text: &str, remarks: &mut Vec<Remark>) -> BirthPlaces {
        let mut places = HashMap::new();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(text.as_bytes());
        let heads: Vec<String> = reader.headers().map(|heads| heads.iter().map(plain).collect()).unwrap_or_default();
        if heads != HEADS {
            let remark = Remark::error("birthplaces-heads", Place::File(file.to_owned()));
            remarks.push(remark.with("heads", HEADS.join(";")));
            return BirthPlaces::default();
        }
        for (row, record) in (2..).zip(reader.records().map_while(Result::ok)) {
            let cell = |place: usize| record.get(place).unwrap_or_default().trim();
            let mut wrong = |rule, column: &str| {
                let place = Place::Row { file: file.to_owned(), row, column: Some(column.to_owned()) };
                remarks.push(Remark::error(rule, place).hinted());
            };
            let state = match cell(1) {
                "abroad" => Some(None),
                key if key.len() == 3 && key.bytes().all(|byte| byte.is_ascii_digit()) => Some(Some(key.to_owned())),
                _ => None,
            };
            let former = match cell(2) {
                "" => Some(None),
                year => year.parse().ok().filter(|year| (1850..=2000).contains(year)).map(Some),
            };
            match (state, former) {
                (None, _) => wrong("birthplaces-state", HEADS[1]),
                (_, None) => wrong("birthplaces-year", HEADS[2]),
                (Some(state), Some(former_before)) => {
                    if places.insert(plain(cell(0)), BirthPlace { state, former_before }).is_some() {
                        wrong("birthplaces-twice", HEADS[0]);
                    }
                }
            }
        }
        BirthPlaces { places }
    }

    /// All confirmed spellings, in small letters and in no order.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &BirthPlace)> {
        self.places.iter().map(|(spelling, place)| (spelling.as_str(), place))
    }

    /// What a spelling means, if somebody has confirmed it.
    pub(crate) fn find(&self, spelling: &str) -> Option<&BirthPlace> {
        self.places.get(&plain(spelling))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_mean_what_was_confirmed() {
        let mut remarks = Vec::new();
        let text = "spelling;state;former-before\nKöln;000;\nBreslau;152;1946\nirgendwo;abroad;\n";
        let places = BirthPlaces::read("b.csv", text, &mut remarks);
        assert_eq!(remarks, []);
        assert_eq!(places.find(" KÖLN ").and_then(|place| place.state.as_deref()), Some("000"));
        assert_eq!(places.find("Breslau").and_then(|place| place.former_before), Some(1946));
        assert_eq!(places.find("Irgendwo").map(|place| &place.state), Some(&None));
        assert_eq!(places.find("Koeln"), None, "nothing is assigned that nobody has confirmed");
    }

    #[test]
    fn all_mistakes_are_remarked_at_once() {
        let mut remarks = Vec::new();
        let text = "spelling;state;former-before\nKöln;Deutschland;\nköln;000;\nKöln ;000;\nBreslau;152;früher\n";
        BirthPlaces::read("b.csv", text, &mut remarks);
        let rules: Vec<&str> = remarks.iter().map(|remark| remark.rule).collect();
        assert_eq!(rules, ["birthplaces-state", "birthplaces-twice", "birthplaces-year"]);
        BirthPlaces::read("b.csv", "Ort;Staat\n", &mut remarks);
        assert_eq!(remarks.last().map(|remark| remark.rule), Some("birthplaces-heads"));
    }
}
