//! Reading an instance folder: inner cells, hierarchies, and which tables are published.

use std::{
    collections::{BTreeMap, HashMap},
    io::Read,
    path::Path,
};

use disclosure::{Dimension, Program};

/// The breakdowns of an instance, in the order of its columns, with the code of the root.
pub(crate) const BREAKDOWNS: [(&str, &str); 4] = [("geo", "C"), ("group", "T"), ("age", "T"), ("sex", "T")];

/// A frequency cube over several years.
pub(crate) struct Instance {
    pub(crate) program: Program,
    /// The codes of the nodes, per breakdown.
    pub(crate) codes: Vec<Vec<String>>,
    pub(crate) numbers: Vec<HashMap<String, usize>>,
    /// All counts, per year.
    pub(crate) years: BTreeMap<i32, Vec<i64>>,
}

type Result<T> = std::result::Result<T, String>;

/// Reads `inner.csv`, `hier_*.csv` and `meta.json`.
pub(crate) fn read(folder: &Path) -> Result<Instance> {
    let mut instance = shape(folder)?;
    let mut inner: BTreeMap<i32, Vec<(usize, u32)>> = BTreeMap::new();
    let path = folder.join("inner.csv");
    for (cell, year, rest) in rows(open(&path)?, &path.display().to_string(), &instance.program, &instance.numbers)? {
        let count = rest
            .first()
            .and_then(|text| text.parse().ok())
            .ok_or_else(|| format!("{}: a count is missing", path.display()))?;
        inner.entry(year).or_default().push((cell, count));
    }
    for (year, cells) in inner {
        instance.years.insert(year, instance.program.add_up(cells).map_err(|mistake| mistake.to_string())?);
    }
    Ok(instance)
}

/// What everybody knows of an instance: hierarchies, and which tables are published. No years, no counts.
pub(crate) fn shape(folder: &Path) -> Result<Instance> {
    let (mut dimensions, mut codes, mut numbers, mut depths) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (name, root) in BREAKDOWNS {
        let tree = read_tree(&folder.join(format!("hier_{name}.csv")), root)?;
        dimensions.push(Dimension::new(&tree.parents, &[]).map_err(|mistake| format!("{name}: {mistake}"))?);
        numbers.push(
            tree.codes.iter().enumerate().map(|(number, code)| (code.clone(), number)).collect::<HashMap<_, _>>(),
        );
        codes.push(tree.codes);
        depths.push(tree.depths);
    }
    let mut program = Program::new(dimensions).map_err(|mistake| mistake.to_string())?;
    let tables = read_tables(&folder.join("meta.json"))?;
    if !tables.is_empty() {
        program = program.showing(|nodes| tables.iter().any(|table| table.shows(nodes, &depths[0])));
    }
    Ok(Instance { program, codes, numbers, years: BTreeMap::new() })
}

/// A row of a file: the cell, its year, and the columns after it.
pub(crate) type Row = (usize, i32, Vec<String>);

/// Rows that begin with the four codes and the year. The name is for messages.
pub(crate) fn rows(
    from: impl Read,
    name: &str,
    program: &Program,
    numbers: &[HashMap<String, usize>],
) -> Result<Vec<Row>> {
    let fail = |what: String| format!("{name}: {what}");
    let mut reader = csv::Reader::from_reader(from);
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| fail(error.to_string()))?;
        let mut nodes = Vec::new();
        for (numbers, code) in numbers.iter().zip(&record) {
            nodes.push(*numbers.get(code).ok_or_else(|| fail(format!("the code {code:?} is in no hierarchy")))?);
        }
        let cell = program.cell(&nodes).ok_or_else(|| fail("a row is too short".to_owned()))?;
        let year =
            record.get(4).and_then(|text| text.parse().ok()).ok_or_else(|| fail("a year is missing".to_owned()))?;
        rows.push((cell, year, record.iter().skip(5).map(str::to_owned).collect()));
    }
    Ok(rows)
}

/// Opens a file for reading; one whose name ends in `.gz` is unpacked.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read>> {
    let file = std::fs::File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let packed = path.extension().is_some_and(|end| end == "gz");
    Ok(if packed { Box::new(flate2::read::GzDecoder::new(file)) } else { Box::new(file) })
}

struct Tree {
    codes: Vec<String>,
    parents: Vec<Option<usize>>,
    depths: Vec<usize>,
}

/// Nodes level by level, by code within a level, as the peers number them.
fn read_tree(path: &Path, root: &str) -> Result<Tree> {
    let mut reader = csv::Reader::from_path(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut kids: HashMap<String, Vec<String>> = HashMap::new();
    for record in reader.records() {
        let record = record.map_err(|error| format!("{}: {error}", path.display()))?;
        if let (Some(parent), Some(kid)) = (record.get(0), record.get(1)) {
            kids.entry(parent.to_owned()).or_default().push(kid.to_owned());
        }
    }
    let mut tree = Tree { codes: vec![root.to_owned()], parents: vec![None], depths: vec![0] };
    let mut level = vec![(root.to_owned(), 0)];
    let mut depth = 0;
    while !level.is_empty() {
        depth += 1;
        let mut next: Vec<(String, usize)> = Vec::new();
        for (code, number) in &level {
            next.extend(kids.remove(code).unwrap_or_default().into_iter().map(|kid| (kid, *number)));
        }
        next.sort();
        level = next
            .into_iter()
            .map(|(code, parent)| {
                tree.codes.push(code.clone());
                tree.parents.push(Some(parent));
                tree.depths.push(depth);
                (code, tree.codes.len() - 1)
            })
            .collect();
    }
    if kids.is_empty() { Ok(tree) } else { Err(format!("{}: not a tree below {root}", path.display())) }
}

/// A sub-cube that is published: areas down to a level, and which breakdowns are crossed.
struct Table {
    deepest: usize,
    crossed: [bool; 3],
}

impl Table {
    fn shows(&self, nodes: &[usize], depths: &[usize]) -> bool {
        depths[nodes[0]] <= self.deepest
            && nodes[1..].iter().zip(self.crossed).all(|(node, crossed)| crossed || *node == 0)
    }
}

fn read_tables(path: &Path) -> Result<Vec<Table>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let meta: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let tables = meta.get("tables").and_then(|tables| tables.as_array()).cloned().unwrap_or_default();
    tables
        .iter()
        .map(|table| {
            let crossed = |name: &str| table.get(name).and_then(serde_json::Value::as_bool);
            let deepest = table.get("geo_max_level").and_then(serde_json::Value::as_u64).map(|level| level as usize);
            match (deepest, crossed("group"), crossed("age"), crossed("sex")) {
                (Some(deepest), Some(group), Some(age), Some(sex)) => Ok(Table { deepest, crossed: [group, age, sex] }),
                _ => Err(format!("{}: a table lacks geo_max_level, group, age or sex", path.display())),
            }
        })
        .collect()
}
