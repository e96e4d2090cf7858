//! Counting: one index for each person and count, one sum for each index. Whatever the number of indicators, each
//! person is classified once by each version and looked at once.

use std::collections::{BTreeMap, HashMap};

use arrow_array::{Int64Array, UInt8Array, UInt16Array, UInt32Array, UInt64Array};
use catalogue::{
    Catalogue, Period,
    model::{Concept, RegisterCount, Variable, Version, VersionKey, register_attributes},
};
use rules::{Attribute, Attributes, BATCH, Class, Rule, Table, Type};

use super::persons::Persons;
use crate::delivery::{CellState, MeasureFacts, Open};

/// Cells that are laid out densely by each thread, four bytes each. Beyond, only those that hold somebody are kept.
const DENSE: u64 = 12_000_000;

/// Who belongs to no category of a variable.
const NOWHERE: u16 = 0;

/// A version of a concept, ready to be asked about persons of a register.
struct Asked<'a> {
    key: &'a VersionKey,
    version: &'a Version,
    attributes: Attributes,
    /// The weak attributes, if it matters what hangs on them, as bits ([`rules::Classifier::set`]).
    weak: u64,
    /// For each attribute, its place among those of the register.
    places: Vec<Option<usize>>,
}

/// A variable: which class of which version is which of its categories.
struct Told<'a> {
    variable: &'a Variable,
    asked: usize,
    /// By the number of the classifier's category: 0 for none, else 1 + the place of the category.
    slots: Vec<u16>,
    undeterminable: u16,
}

/// A count: its variables and the size of its table.
struct Counted<'a> {
    count: &'a RegisterCount,
    /// Places in the list of variables.
    by: Vec<usize>,
    cells: u64,
}

/// What is to be counted.
pub(super) struct Plan<'a> {
    asked: Vec<Asked<'a>>,
    told: Vec<Told<'a>>,
    counted: Vec<Counted<'a>>,
    own: Attributes,
}

/// How many persons agree in everything that is asked for. It is about persons, so there is no `Debug`.
pub(super) struct BaseCell<'a> {
    /// Place of the area.
    pub(super) area: u32,
    /// Class of each version, in the order of [`Plan::classes`].
    pub(super) classes: &'a [Class],
    /// Whether they are counted, in the order of [`Plan::who`].
    pub(super) who: &'a [bool],
    /// Whether it is not known in which state their place of birth lies.
    pub(super) unresolved: bool,
    /// How many they are.
    pub(super) persons: u64,
}

/// Sums by index. They are about persons, so there is no `Debug`.
enum Sums {
    Dense(Vec<u32>),
    Sparse(HashMap<u64, u32>),
}

/// What one thread has counted.
pub(super) struct Counts {
    persons: u64,
    unresolved: u64,
    /// For each variable: undeterminable, in no category.
    open: Vec<(u64, u64)>,
    /// For each variable whose version has weak attributes that matter, and each slot: all, and those of whose
    /// deciding attributes exactly one is weak.
    weak: Vec<Vec<(u64, u64)>>,
    sums: Vec<Sums>,
}

impl<'a> Plan<'a> {
    /// Everything that the counts of a register ask for, with what hangs on weak attributes or without.
    pub(super) fn new(catalogue: &'a Catalogue, counts: &'a [RegisterCount], with_weak: bool) -> Plan<'a> {
        let own = register_attributes();
        let (mut asked, mut told): (Vec<Asked<'a>>, Vec<Told<'a>>) = (Vec::new(), Vec::new());
        let mut counted = Vec::new();
        for count in counts {
            let mut by = Vec::new();
            for name in &count.by {
                let known = told.iter().position(|told| told.variable.name == *name);
                let place = known.or_else(|| {
                    told.push(Told::new(catalogue, catalogue.variables.get(name)?, &own, &mut asked)?);
                    Some(told.len() - 1)
                });
                by.extend(place);
            }
            let cells = by.iter().map(|place| told[*place].variable.categories.len() as u64 + 1).product::<u64>();
            counted.push(Counted { count, by, cells: cells * catalogue.areas.len() as u64 });
        }
        if !with_weak {
            asked.iter_mut().for_each(|asked| asked.weak = 0);
        }
        Plan { asked, told, counted, own }
    }

    /// The names of the attributes that are asked for, those of parents with their prefix.
    pub(super) fn attributes(&self) -> Vec<&str> {
        let of_versions = self.asked.iter().flat_map(|asked| {
            let covers = asked.version.covers.iter().flat_map(|rule| rule.attributes());
            let places = asked.version.classifier.attributes().iter().chain(covers);
            places.filter_map(|place| asked.attributes.get(*place)).map(|attribute| attribute.name.as_str())
        });
        let who = self.counted.iter().filter_map(|counted| counted.count.who.as_ref());
        let of_counts = who.flat_map(|rule| rule.attributes()).filter_map(|place| self.own.get(*place));
        of_versions.chain(of_counts.map(|attribute| attribute.name.as_str())).collect()
    }

    /// Nobody counted yet.
    pub(super) fn begin(&self) -> Counts {
        let sums = |counted: &Counted<'_>| match usize::try_from(counted.cells) {
            Ok(cells) if counted.cells <= DENSE => Sums::Dense(vec![0; cells]),
            _ => Sums::Sparse(HashMap::new()),
        };
        let weak = |told: &Told<'_>| match self.asked[told.asked].weak {
            0 => Vec::new(),
            _ => vec![(0, 0); told.variable.categories.len() + 1],
        };
        Counts {
            persons: 0,
            unresolved: 0,
            open: vec![(0, 0); self.told.len()],
            weak: self.told.iter().map(weak).collect(),
            sums: self.counted.iter().map(sums).collect(),
        }
    }

    /// Counts some persons.
    pub(super) fn count(&self, persons: &Persons, counts: &mut Counts) {
        counts.persons += persons.len as u64;
        counts.unresolved += persons.unresolved;
        let slots = self.slots(persons, counts);
        let columns = persons.attributes.iter().map(super::persons::Own::column).collect();
        // The columns have been made for these attributes.
        let table = Table::new(&self.own, persons.len, columns);
        for (counted, sums) in self.counted.iter().zip(&mut counts.sums) {
            let mut who = counted.count.who.as_ref().and_then(|rule| table.as_ref().ok().map(|table| rule.on(table)));
            for (batch, start) in (0..persons.len).step_by(BATCH).enumerate() {
                let rows = start..(start + BATCH).min(persons.len);
                let mut index: Vec<u64> = persons.areas[rows.clone()].iter().map(|area| u64::from(*area)).collect();
                for place in &counted.by {
                    let size = self.told[*place].variable.categories.len() as u64 + 1;
                    for (index, slot) in index.iter_mut().zip(&slots[*place][rows.clone()]) {
                        *index = *index * size + u64::from(*slot);
                    }
                }
                match &mut who {
                    None => sums.add(index.into_iter()),
                    Some(who) => {
                        let answers = who.batch(batch);
                        let counts = |row: usize| answers.true_rows()[row / 64] >> (row % 64) & 1 == 1;
                        sums.add(index.into_iter().enumerate().filter(|(row, _)| counts(*row)).map(|(_, index)| index));
                    }
                }
            }
        }
    }

    /// The class of a person by each version that is asked for, as SQL; and attributes that no register has.
    pub(super) fn classes(&self) -> (Vec<String>, Vec<(String, Type)>) {
        let mut absent: Vec<(String, Type)> = Vec::new();
        let mut classes = Vec::new();
        for asked in &self.asked {
            for (attribute, _) in asked.attributes.list().iter().zip(&asked.places).filter(|(_, own)| own.is_none()) {
                if absent.iter().all(|(name, _)| *name != attribute.name) {
                    absent.push((attribute.name.clone(), attribute.kind.clone()));
                }
            }
            let class = asked.version.classifier.sql();
            classes.push(match &asked.version.covers {
                None => class,
                Some(covers) => {
                    let covers = covers.text();
                    let open = Class::Undeterminable.number();
                    let nowhere = Class::Nowhere.number();
                    format!(
                        "CASE WHEN ({covers}\n) THEN {class} WHEN ({covers}\n) IS NULL THEN {open} ELSE {nowhere} END"
                    )
                }
            });
        }
        (classes, absent)
    }

    /// Who is counted, for each count that does not count everyone, as SQL.
    pub(super) fn who(&self) -> Vec<String> {
        let rules = self.counted.iter().filter_map(|counted| counted.count.who.as_ref());
        rules.map(|rule| rule.text().to_owned()).collect()
    }

    /// Adds a base cell; nothing if the sums cannot hold it.
    pub(super) fn add(&self, cell: &BaseCell<'_>, counts: &mut Counts) -> Option<()> {
        counts.persons += cell.persons;
        counts.unresolved += if cell.unresolved { cell.persons } else { 0 };
        let mut slots = Vec::with_capacity(self.told.len());
        for (told, (undeterminable, nowhere)) in self.told.iter().zip(&mut counts.open) {
            let mut open = (0, 0);
            slots.push(told.slot(cell.classes[told.asked], &mut open));
            *undeterminable += open.0 * cell.persons;
            *nowhere += open.1 * cell.persons;
        }
        let mut who = cell.who.iter();
        for (counted, sums) in self.counted.iter().zip(&mut counts.sums) {
            if counted.count.who.is_some() && !*who.next()? {
                continue;
            }
            let index = counted.by.iter().fold(u64::from(cell.area), |index, place| {
                index * (self.told[*place].variable.categories.len() as u64 + 1) + u64::from(slots[*place])
            });
            sums.add_many(index, u32::try_from(cell.persons).ok()?);
        }
        Some(())
    }

    /// For each variable the slot of each person; who stands nowhere for sure, or only by a weak attribute, is counted.
    fn slots(&self, persons: &Persons, counts: &mut Counts) -> Vec<Vec<u16>> {
        let mut slots: Vec<Vec<u16>> = self.told.iter().map(|_| Vec::with_capacity(persons.len)).collect();
        for (at, asked) in self.asked.iter().enumerate() {
            let columns =
                asked.places.iter().map(|place| place.and_then(|place| persons.attributes[place].column())).collect();
            // Kinds, bounds and codes were compared when the definitions were read.
            let Ok(table) = Table::new(&asked.attributes, persons.len, columns) else { continue };
            let mut classes = asked.version.classifier.on(&table);
            let mut covers = asked.version.covers.as_ref().map(|rule: &Rule| rule.on(&table));
            for batch in 0..table.batches() {
                let mut found = classes.batch(batch);
                let weak = asked.weak;
                let hang = if weak == 0 { Vec::new() } else { classes.on_one_weak(batch, &found, weak) };
                if let Some(covers) = &mut covers {
                    let answers = covers.batch(batch);
                    for (row, class) in found.iter_mut().enumerate() {
                        match answers.get(row) {
                            rules::Truth::True => {}
                            rules::Truth::False => *class = Class::Nowhere,
                            rules::Truth::Unknown => *class = Class::Undeterminable,
                        }
                    }
                }
                for (place, told) in self.told.iter().enumerate().filter(|(_, told)| told.asked == at) {
                    let open = &mut counts.open[place];
                    let begin = slots[place].len();
                    slots[place].extend(found.iter().map(|class| told.slot(*class, open)));
                    let of_batch = found.iter().zip(&slots[place][begin..]).zip(&hang);
                    for ((_, slot), hangs) in of_batch.filter(|((class, _), _)| matches!(class, Class::Category(_))) {
                        let (all, hanging) = &mut counts.weak[place][usize::from(*slot)];
                        *all += 1;
                        *hanging += u64::from(*hangs);
                    }
                }
            }
        }
        for own in &mut slots {
            own.resize(persons.len, NOWHERE);
        }
        slots
    }

    /// What stands in the way of using the counts: variables whose categories should add up to everyone, and that
    /// have no place for some of the persons. Undeterminable people first, then people in no category.
    pub(super) fn left_out(&self, counts: &Counts) -> Vec<(&'static str, &str)> {
        let mut left_out = Vec::new();
        for (told, (undeterminable, nowhere)) in self.told.iter().zip(&counts.open) {
            let name = told.variable.name.as_str();
            if told.variable.complete && *undeterminable > 0 && told.undeterminable == NOWHERE {
                left_out.push(("register-undeterminable", name));
            }
            if told.variable.complete && *nowhere > 0 {
                left_out.push(("register-nowhere", name));
            }
        }
        left_out
    }

    /// How many persons there were, and what could not be told of how many of them.
    pub(super) fn account(&self, counts: &Counts) -> (u64, Vec<Open>) {
        let among = counts.persons;
        let unresolved = Open { what: "birth-place-unresolved", of: String::new(), persons: counts.unresolved, among };
        let mut open = vec![unresolved];
        for ((told, (undeterminable, _)), weak) in self.told.iter().zip(&counts.open).zip(&counts.weak) {
            let variable = &told.variable.name;
            open.push(Open { what: "undeterminable", of: variable.to_string(), persons: *undeterminable, among });
            for (category, (among, persons)) in told.variable.categories.iter().zip(weak.iter().skip(1)) {
                if *among > 0 {
                    let of = format!("{variable}={}", category.code);
                    open.push(Open { what: "on-one-weak", of, persons: *persons, among: *among });
                }
            }
        }
        (among, open)
    }

    /// The counts as facts, each cell that holds somebody.
    pub(super) fn facts(&self, counts: Counts, period: Period) -> Vec<MeasureFacts> {
        let counted = self.counted.iter().zip(counts.sums);
        counted.map(|(counted, sums)| self.facts_of(counted, sums.into_pairs(), period)).collect()
    }

    fn facts_of(&self, counted: &Counted<'_>, pairs: Vec<(u64, u64)>, period: Period) -> MeasureFacts {
        let told: Vec<&Told<'_>> = counted.by.iter().map(|place| &self.told[*place]).collect();
        let mut cells: BTreeMap<(u32, Vec<u16>), u64> = BTreeMap::new();
        for (index, number) in pairs {
            let mut rest = index;
            let mut slots = vec![0; told.len()];
            for (slot, told) in slots.iter_mut().zip(&told).rev() {
                let size = told.variable.categories.len() as u64 + 1;
                *slot = (rest % size) as u16;
                rest /= size;
            }
            for slots in wholes(&told, &slots) {
                *cells.entry((rest as u32, slots)).or_default() += number;
            }
        }
        let keys = || cells.keys();
        let of_variable = |at: usize| UInt16Array::from_iter_values(keys().map(|(_, slots)| slots[at]));
        MeasureFacts {
            measure: counted.count.measure.clone(),
            area: UInt32Array::from_iter_values(keys().map(|(area, _)| *area)),
            period: UInt32Array::from_iter_values(keys().map(|_| 0)),
            periods: vec![period],
            by: counted.count.by.clone(),
            categories: (0..told.len()).map(of_variable).collect(),
            number: Int64Array::from_iter_values(cells.values().map(|number| *number as i64)),
            state: UInt8Array::from_iter_values(keys().map(|_| CellState::Value as u8)),
            row: UInt64Array::from_iter_values(keys().map(|_| 0)),
        }
    }
}

/// The cells to which a person of these slots belongs. Where categories add up to everyone, the cube adds up itself;
/// where they do not, the whole and the broader categories are counted here.
fn wholes(told: &[&Told<'_>], slots: &[u16]) -> Vec<Vec<u16>> {
    let mut all = vec![Vec::new()];
    for (told, slot) in told.iter().zip(slots) {
        let mut own = vec![*slot];
        if !told.variable.complete {
            let mut category = told.variable.categories.get(usize::from(*slot).wrapping_sub(1));
            while let Some(parent) = category.and_then(|category| category.parent.as_ref()) {
                let place = told.variable.categories.iter().position(|other| other.code == *parent);
                own.extend(place.map(|place| place as u16 + 1));
                category = place.map(|place| &told.variable.categories[place]);
            }
            own.push(NOWHERE);
            own.dedup();
        }
        all = all.into_iter().flat_map(|slots| own.iter().map(move |slot| [&slots[..], &[*slot]].concat())).collect();
    }
    all
}

impl<'a> Told<'a> {
    fn new(
        catalogue: &'a Catalogue,
        variable: &'a Variable,
        own: &Attributes,
        asked: &mut Vec<Asked<'a>>,
    ) -> Option<Told<'a>> {
        let key = variable.concept.as_ref()?;
        let concept = catalogue.concepts.get(&key.concept)?;
        let version = concept.version(&key.version)?;
        let known = asked.iter().position(|asked| asked.key == key);
        let place = match known {
            Some(place) => place,
            None => {
                asked.push(Asked::new(key, concept, version, own)?);
                asked.len() - 1
            }
        };
        // A category that the variable does not have counts as the broader one that it has.
        let slot = |code: &str| {
            let mut category = version.category(code);
            while let Some(own) = category {
                if let Some(place) = variable.categories.iter().position(|other| other.code == own.code) {
                    return place as u16 + 1;
                }
                category = own.parent.as_ref().and_then(|parent| version.category(parent.as_str()));
            }
            NOWHERE
        };
        let slots = version.classifier.names().iter().map(|code| slot(code)).collect();
        let undeterminable = variable.undeterminable.as_ref();
        let undeterminable =
            undeterminable.and_then(|code| variable.categories.iter().position(|other| other.code == *code));
        let undeterminable = undeterminable.map_or(NOWHERE, |place| place as u16 + 1);
        Some(Told { variable, asked: place, slots, undeterminable })
    }

    fn slot(&self, class: Class, open: &mut (u64, u64)) -> u16 {
        let slot = match class {
            Class::Category(place) => self.slots.get(usize::from(place)).copied().unwrap_or(NOWHERE),
            Class::Nowhere => NOWHERE,
            Class::Undeterminable | Class::Contradiction => {
                open.0 += 1;
                return self.undeterminable;
            }
        };
        open.1 += u64::from(slot == NOWHERE);
        slot
    }
}

impl<'a> Asked<'a> {
    fn new(key: &'a VersionKey, concept: &Concept, version: &'a Version, own: &Attributes) -> Option<Asked<'a>> {
        let attributes = concept.attributes().ok()?;
        // Whoever defines a concept may say that everyone has an attribute; a register says so of none.
        let list = attributes.list().iter();
        let list = list.map(|attribute| Attribute { nullable: true, ..attribute.clone() }).collect();
        let attributes = Attributes::new(list).ok()?;
        let places = attributes.list().iter().map(|attribute| own.find(&attribute.name)).collect();
        let is_weak = |name: &str| concept.attribute(name).is_some_and(|(attribute, _)| attribute.weak);
        let weak = (0..attributes.list().len()).filter(|place| is_weak(&attributes.list()[*place].name));
        let weak = version.classifier.set(&weak.collect::<Vec<_>>());
        Some(Asked { key, version, attributes, weak, places })
    }
}

impl Sums {
    fn add(&mut self, index: impl Iterator<Item = u64>) {
        match self {
            Sums::Dense(sums) => index.for_each(|at| sums[at as usize] += 1),
            Sums::Sparse(sums) => index.for_each(|at| *sums.entry(at).or_default() += 1),
        }
    }

    fn add_many(&mut self, index: u64, number: u32) {
        match self {
            Sums::Dense(sums) => sums[index as usize] += number,
            Sums::Sparse(sums) => *sums.entry(index).or_default() += number,
        }
    }

    fn join(&mut self, other: Sums) {
        match (self, other) {
            (Sums::Dense(own), Sums::Dense(other)) => own.iter_mut().zip(other).for_each(|(own, more)| *own += more),
            (Sums::Sparse(own), Sums::Sparse(other)) => {
                other.into_iter().for_each(|(at, more)| *own.entry(at).or_default() += more);
            }
            _ => unreachable!("the same plan lays out the same sums"),
        }
    }

    fn into_pairs(self) -> Vec<(u64, u64)> {
        match self {
            Sums::Dense(sums) => {
                let pairs = sums.into_iter().enumerate().filter(|(_, sum)| *sum > 0);
                pairs.map(|(at, sum)| (at as u64, u64::from(sum))).collect()
            }
            Sums::Sparse(sums) => {
                let mut pairs: Vec<_> = sums.into_iter().map(|(at, sum)| (at, u64::from(sum))).collect();
                pairs.sort_unstable();
                pairs
            }
        }
    }
}

impl Counts {
    pub(super) fn join(&mut self, other: Counts) {
        self.persons += other.persons;
        self.unresolved += other.unresolved;
        for (own, more) in self.open.iter_mut().zip(other.open) {
            own.0 += more.0;
            own.1 += more.1;
        }
        for (own, more) in self.weak.iter_mut().flatten().zip(other.weak.into_iter().flatten()) {
            own.0 += more.0;
            own.1 += more.1;
        }
        self.sums.iter_mut().zip(other.sums).for_each(|(own, more)| own.join(more));
    }
}
