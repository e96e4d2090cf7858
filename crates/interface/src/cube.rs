//! A JSON-stat 2.0 dataset as read from a file, and parts of it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// A dataset: every cell has a place for each dimension, the last one running fastest.
pub(crate) struct Cube {
    /// Everything that does not depend on the cells.
    head: Map<String, Value>,
    /// The dimensions in their order.
    pub(crate) dimensions: Vec<Dimension>,
    /// Values and statuses of the cells that have any, by their places.
    values: BTreeMap<usize, Value>,
    statuses: BTreeMap<usize, Value>,
}

/// A dimension with its codes in their order.
#[derive(Clone)]
pub(crate) struct Dimension {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) codes: Vec<Code>,
    /// Unit of the values, where the dimension tells measures apart.
    unit: Map<String, Value>,
}

/// A code and what it stands for.
#[derive(Clone)]
pub(crate) struct Code {
    pub(crate) code: String,
    pub(crate) label: String,
}

/// A part of a cube: the chosen places of each dimension, in the order in which they were asked for.
pub(crate) type Part = Vec<Vec<usize>>;

impl Cube {
    /// Reads a dataset as this program writes it: codes as a list, sparse values. `None` if it is anything else.
    pub(crate) fn read(bytes: &[u8]) -> Option<Cube> {
        let Ok(Value::Object(mut head)) = serde_json::from_slice(bytes) else { return None };
        let (Value::Object(mut described), Value::Array(ids)) =
            (head.shift_remove("dimension")?, head.shift_remove("id")?)
        else {
            return None;
        };
        head.shift_remove("size");
        let dimensions: Vec<Dimension> = ids
            .iter()
            .map(|id| Dimension::read(id.as_str()?, described.remove(id.as_str()?)?))
            .collect::<Option<_>>()?;
        let mut sparse = |key: &str| -> Option<BTreeMap<usize, Value>> {
            let Value::Object(cells) = head.shift_remove(key)? else { return None };
            cells.into_iter().map(|(place, value)| Some((place.parse().ok()?, value))).collect()
        };
        let (values, statuses) = (sparse("value")?, sparse("status")?);
        Some(Cube { head, dimensions, values, statuses })
    }

    /// A text of the head.
    pub(crate) fn text(&self, key: &str) -> &str {
        self.head.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// What this program says beyond the standard.
    pub(crate) fn extension(&self, key: &str) -> Option<&Value> {
        self.head.get("extension")?.get(key)
    }

    /// What is to be known about the figures.
    pub(crate) fn note(&self) -> Option<&Vec<Value>> {
        self.head.get("note")?.as_array()
    }

    /// How many cells a part has; `None` if that is more than a number can say.
    pub(crate) fn cells(part: &Part) -> Option<usize> {
        part.iter().try_fold(1_usize, |cells, places| cells.checked_mul(places.len()))
    }

    /// The dataset without its cells, with what readers of the interface look for in each dimension.
    pub(crate) fn metadata(&self, extend: impl Fn(&Dimension) -> Value) -> Value {
        let all: Part = self.dimensions.iter().map(|dimension| (0..dimension.codes.len()).collect()).collect();
        let mut described = self.described(&all);
        for dimension in &self.dimensions {
            described["dimension"][&dimension.id]["extension"] = extend(dimension);
        }
        described
    }

    /// A part of the dataset as JSON-stat, dense: readers lay values beside the product of the codes.
    pub(crate) fn part(&self, part: &Part) -> Value {
        let (mut values, mut statuses) = (Vec::new(), Map::new());
        for (n, place) in self.places(part).enumerate() {
            values.push(self.values.get(&place).cloned().unwrap_or(Value::Null));
            if let Some(status) = self.statuses.get(&place) {
                statuses.insert(n.to_string(), status.clone());
            }
        }
        let mut described = self.described(part);
        described["value"] = Value::Array(values);
        described["status"] = Value::Object(statuses);
        described
    }

    /// A part of the dataset as CSV: a column for the codes of each dimension, the value, and the sign beside it.
    pub(crate) fn csv(&self, part: &Part) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let heads = self.dimensions.iter().map(|dimension| dimension.id.as_str());
        let mut places = self.places(part);
        let mut record: Vec<String> = heads.chain(["value", "status"]).map(str::to_owned).collect();
        // Writing to memory does not fail, and all records are of the same length.
        writer.write_record(&record).expect("a record in memory");
        let mut chosen = vec![0; part.len()];
        for place in &mut places {
            record.clear();
            let codes = self.dimensions.iter().zip(part).zip(&chosen);
            record.extend(codes.map(|((dimension, places), at)| dimension.codes[places[*at]].code.clone()));
            record.push(self.values.get(&place).map(Value::to_string).unwrap_or_default());
            record.push(self.statuses.get(&place).and_then(Value::as_str).unwrap_or_default().to_owned());
            writer.write_record(&record).expect("a record in memory");
            advance(&mut chosen, part);
        }
        writer.into_inner().expect("a record in memory")
    }

    /// The places of the cells of a part, in the order of the dimensions.
    fn places<'a>(&'a self, part: &'a Part) -> impl Iterator<Item = usize> + 'a {
        let mut chosen = vec![0; part.len()];
        (0..Cube::cells(part).unwrap_or(0)).map(move |_| {
            let place = self
                .dimensions
                .iter()
                .zip(part)
                .zip(&chosen)
                .fold(0, |place, ((dimension, places), at)| place * dimension.codes.len() + places[*at]);
            advance(&mut chosen, part);
            place
        })
    }

    fn described(&self, part: &Part) -> Value {
        let mut described = self.head.clone();
        described.insert("id".to_owned(), self.dimensions.iter().map(|one| json!(one.id)).collect());
        described.insert("size".to_owned(), part.iter().map(|places| json!(places.len())).collect());
        let dimensions = self.dimensions.iter().zip(part);
        let dimensions = dimensions.map(|(one, places)| (one.id.clone(), one.described(places)));
        described.insert("dimension".to_owned(), Value::Object(dimensions.collect()));
        Value::Object(described)
    }
}

/// The next cell: the last dimension runs fastest.
fn advance(chosen: &mut [usize], part: &Part) {
    for (at, places) in chosen.iter_mut().zip(part).rev() {
        *at += 1;
        if *at < places.len() {
            return;
        }
        *at = 0;
    }
}

impl Dimension {
    fn read(id: &str, described: Value) -> Option<Dimension> {
        let category = described.get("category")?;
        let labels = category.get("label")?;
        let code = |code: &Value| {
            let code = code.as_str()?;
            Some(Code { code: code.to_owned(), label: labels.get(code)?.as_str()?.to_owned() })
        };
        Some(Dimension {
            id: id.to_owned(),
            label: described.get("label")?.as_str()?.to_owned(),
            codes: category.get("index")?.as_array()?.iter().map(code).collect::<Option<_>>()?,
            unit: category.get("unit").and_then(Value::as_object).cloned().unwrap_or_default(),
        })
    }

    /// The dimension with some of its codes. Codes are numbered: readers of the interface look them up by name.
    fn described(&self, places: &[usize]) -> Value {
        let codes = || places.iter().map(|place| &self.codes[*place]);
        let index: Map<_, _> = codes().enumerate().map(|(n, code)| (code.code.clone(), json!(n))).collect();
        let label: Map<_, _> = codes().map(|code| (code.code.clone(), json!(code.label))).collect();
        let unit: Map<_, _> =
            codes().filter_map(|code| Some((code.code.clone(), self.unit.get(&code.code)?.clone()))).collect();
        let mut category = json!({ "index": index, "label": label });
        if !unit.is_empty() {
            category["unit"] = Value::Object(unit);
        }
        json!({ "label": self.label, "category": category })
    }
}
