//! Extracts of the population register: from one row a person to counts, without a list of persons in between.
//!
//! The way: file → parts that are read side by side → what is known of each person, parents of minors joined over
//! their legal representatives → classes by the rules of the concepts → sums → facts, as any other delivery gives
//! them. Memory is bounded by the tables and by the parents of minors, not by the rows. No person leaves this module.

mod count;
mod elsewhere;
mod input;
mod odd;
mod parents;
mod persons;
mod places;
mod question;
mod suggest;
#[cfg(test)]
mod tests;
mod texts;

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
    sync::atomic::{AtomicUsize, Ordering},
};

use bytes::Bytes;
use catalogue::{
    Catalogue, Period, Remark,
    model::{Format, Item, PeriodKind, Register, Source, TODAY, items_of},
};

use self::{
    count::{Counts, Plan},
    elsewhere::Unanswered,
    input::{Input, Rows, Unreadable},
    odd::{Odd, Rule},
    parents::{Keys, Parent, Parents},
    persons::{Persons, Reading},
    places::BirthPlaces,
    texts::{NO_DAY, NO_KEY},
};
use crate::{
    Purpose,
    delivery::{Account, Facts, findings::Findings, words::plain},
};

/// Bytes that threads share, without a copy where they are ours.
pub(crate) fn shared(bytes: Cow<'_, [u8]>) -> Bytes {
    match bytes {
        Cow::Owned(bytes) => Bytes::from(bytes),
        Cow::Borrowed(bytes) => Bytes::copy_from_slice(bytes),
    }
}

/// What the parents of minors are asked about.
const PARENT_ITEMS: [Item; 10] = [
    Item::Person,
    Item::Household,
    Item::Citizenship1,
    Item::Citizenship2,
    Item::Citizenship3,
    Item::GermanKind,
    Item::BirthState,
    Item::BirthPlace,
    Item::ImmigrationDate,
    Item::NaturalisationMark,
];

/// Reads an extract of a register: its facts, unless something is wrong with it, and all remarks.
pub(crate) fn read(
    catalogue: &Catalogue,
    source: &Source,
    register: &Register,
    file: &str,
    bytes: Bytes,
    birth_places: Option<(&str, &str)>,
    purpose: Purpose<'_>,
) -> (Option<Facts>, Vec<Remark>) {
    let mut findings = Findings::about(file);
    let mut remarks = Vec::new();
    let places = match birth_places {
        Some((path, text)) => BirthPlaces::read(path, text, &mut remarks),
        None => BirthPlaces::default(),
    };
    let mut odd = Odd::default();
    let opened = Input::open(bytes, register, &mut findings).filter(|_| !findings.failed());
    let facts = opened.and_then(|input| {
        let counting = Counting { catalogue, source, register, places: &places, input: &input };
        // Only Parquet can be read by others as it is read here.
        let purpose = match purpose {
            Purpose::Release(Some(_)) if register.format != Format::Parquet => Purpose::Release(None),
            purpose => purpose,
        };
        match counting.count(file, purpose, &mut odd, &mut findings) {
            Ok(facts) => facts,
            Err(Broken::Unreadable) => {
                let remark = Remark::error("unreadable-file", findings.whole()).with("format", "parquet");
                findings.add(remark.hinted());
                None
            }
            Err(Broken::Unanswered) => {
                findings.add(Remark::error("engine-unanswered", findings.whole()).hinted());
                None
            }
        }
    });
    remarks.extend(findings.finish());
    remarks.extend(odd.remarks(file));
    let failed = catalogue::remark::has_errors(&remarks);
    (facts.filter(|_| !failed), remarks)
}

/// What the spellings of places of birth that nobody has confirmed could mean, over several extracts: how many there
/// are, and the suggestions as a text that stays behind the wall, because a rare spelling can be one person's.
pub(crate) fn suggestions<'a>(
    extracts: impl Iterator<Item = (&'a Register, &'a str, Option<Bytes>)>,
    birth_places: Option<(&str, &str)>,
) -> (Option<(usize, String)>, Vec<Remark>) {
    let mut remarks = Vec::new();
    let places = match birth_places {
        Some((path, text)) => BirthPlaces::read(path, text, &mut remarks),
        None => BirthPlaces::default(),
    };
    let mut unresolved = suggest::Unresolved::default();
    for (register, file, bytes) in extracts {
        let mut findings = Findings::about(file);
        let Some(bytes) = bytes else {
            remarks.push(Remark::error("delivery-gone", findings.whole()).hinted());
            continue;
        };
        if let Some(input) = Input::open(bytes, register, &mut findings)
            && unresolved.add(&input, register, &places).is_err()
        {
            let remark = Remark::error("unreadable-file", findings.whole()).with("format", "parquet");
            findings.add(remark.hinted());
        }
        remarks.extend(findings.finish());
    }
    let failed = catalogue::remark::has_errors(&remarks);
    ((!failed).then(|| (unresolved.len(), unresolved.suggestions(&places))), remarks)
}

/// Year, month and day.
type Date = (i64, i64, i64);

/// The period that a file speaks of, and its reference date.
type ReferenceDate = (Period, Date);

/// Why nothing was counted.
enum Broken {
    Unreadable,
    Unanswered,
}

impl From<Unreadable> for Broken {
    fn from(_: Unreadable) -> Broken {
        Broken::Unreadable
    }
}

impl From<Unanswered> for Broken {
    fn from(_: Unanswered) -> Broken {
        Broken::Unanswered
    }
}

/// One file that is being counted.
struct Counting<'a> {
    catalogue: &'a Catalogue,
    source: &'a Source,
    register: &'a Register,
    places: &'a BirthPlaces,
    input: &'a Input,
}

impl Counting<'_> {
    fn count(
        &self,
        file: &str,
        purpose: Purpose<'_>,
        odd: &mut Odd,
        findings: &mut Findings<'_>,
    ) -> Result<Option<Facts>, Broken> {
        let plan = Plan::new(self.catalogue, &self.register.counts, matches!(purpose, Purpose::Receipt));
        let Some((period, date)) = self.reference_date(odd, findings)? else { return Ok(None) };
        let counts = match purpose {
            Purpose::Receipt | Purpose::Release(None) => self.counts_here(&plan, date, odd)?,
            Purpose::Release(Some(engine)) => self.counts_elsewhere(engine, file, &plan, date)?,
        };
        for (rule, variable) in plan.left_out(&counts) {
            findings.add(Remark::error(rule, findings.whole()).with("variable", variable).hinted());
        }
        let (rows, open) = plan.account(&counts);
        if rows == 0 {
            findings.add(Remark::error("no-rows", findings.whole()).hinted());
            return Ok(None);
        }
        let (year, month, day) = date;
        let account = Some(Account { date: format!("{year:04}-{month:02}-{day:02}"), open });
        Ok(Some(Facts { batches: plan.facts(counts, period), rows, account }))
    }

    /// The counts, from one pass over the persons, after one over parents where rules ask about them.
    fn counts_here(&self, plan: &Plan<'_>, date: Date, odd: &mut Odd) -> Result<Counts, Unreadable> {
        let areas = areas(self.catalogue);
        let asked = plan.attributes();
        let today = asked.iter().any(|name| name.ends_with(TODAY));
        let reading = Reading { register: self.register, places: self.places, date, areas: &areas, today };
        let with_parents = asked.iter().any(|name| name.starts_with("parent"));
        let parents = if with_parents { Some(self.parents(&reading)?) } else { None };
        let items = items(&asked);
        let done = self.in_parallel(
            || (plan.begin(), Odd::default(), Vec::new()),
            |part, (counts, odd, order): &mut (Counts, Odd, Vec<(u64, Order)>)| {
                self.input.read(part, &items, |rows| {
                    let persons = Persons::of(rows, &reading, parents.as_ref(), odd);
                    order.push((rows.first, Order::of(&persons.keys)));
                    plan.count(&persons, counts);
                })
            },
        )?;
        let (mut counts, mut order) = (plan.begin(), Vec::new());
        for (own, found, own_order) in done {
            counts.join(own);
            odd.join(found);
            order.extend(own_order);
        }
        if !Order::rises(order) {
            self.twice(odd)?;
        }
        Ok(counts)
    }

    /// The one reference date of the file.
    fn reference_date(&self, odd: &mut Odd, findings: &mut Findings<'_>) -> Result<Option<ReferenceDate>, Unreadable> {
        let head = self.register.columns.iter().find(|column| column.is == Item::ReferenceDate);
        let head = head.map_or("", |column| &column.head);
        let mut first = None;
        for part in 0..self.input.parts() {
            self.input.read(part, &[Item::ReferenceDate], |rows| {
                let Some((days, _)) = rows.column(Item::ReferenceDate).and_then(texts::days) else { return };
                let first = *first.get_or_insert(days.first().copied().unwrap_or(NO_DAY));
                for row in (0..days.len()).filter(|row| days[*row] != first || first == NO_DAY) {
                    odd.add(Rule::OtherDay, head, rows.first + row as u64);
                }
            })?;
        }
        let Some(day) = first.filter(|day| *day != NO_DAY) else { return Ok(None) };
        let date = rules::dates::date(i64::from(day));
        let is_other = match self.source.periods {
            PeriodKind::ReferenceDate(month, day) => (date.1, date.2) != (i64::from(month), i64::from(day)),
            PeriodKind::Year | PeriodKind::SchoolYear => false,
        };
        if is_other {
            let PeriodKind::ReferenceDate(month, day) = self.source.periods else { return Ok(None) };
            let remark = Remark::error("other-day", findings.row(1, Some(head))).with("kind", "reference-date");
            findings.add(remark.with("month", usize::from(month)).with("day", usize::from(day)).hinted());
        }
        Ok(i16::try_from(date.0).ok().map(|year| (Period::year_of(year), date)))
    }

    /// Everyone who represents somebody.
    fn parents(&self, reading: &Reading<'_>) -> Result<Parents, Unreadable> {
        let links = [Item::Representative1, Item::Representative2];
        let wanted = self.in_parallel(Keys::default, |part, wanted: &mut Keys| {
            self.input.read(part, &links, |rows| {
                for keys in links.iter().filter_map(|link| rows.column(*link)).filter_map(texts::keys) {
                    wanted.extend(keys.into_iter().filter(|key| *key != NO_KEY));
                }
            })
        })?;
        let wanted = wanted.into_iter().reduce(|mut all, own| {
            all.extend(own);
            all
        });
        let wanted = wanted.unwrap_or_default();
        let found = self.in_parallel(Vec::new, |part, found: &mut Vec<(u64, Parent)>| {
            self.input.read(part, &PARENT_ITEMS, |rows| {
                let keys = rows.column(Item::Person).and_then(texts::keys).unwrap_or_default();
                let rows = rows.only(&keys.iter().map(|key| Some(wanted.contains(key))).collect());
                // What is odd here is found again when all persons are read.
                found.extend(Persons::of(&rows, reading, None, &mut Odd::default()).as_parents());
            })
        })?;
        let mut parents = Parents::default();
        found.into_iter().for_each(|own| parents.extend(own));
        Ok(parents)
    }

    /// Finds keys that stand twice, in a file that is not sorted by them.
    fn twice(&self, odd: &mut Odd) -> Result<(), Unreadable> {
        let head = self.register.columns.iter().find(|column| column.is == Item::Person);
        let head = head.map_or("", |column| &column.head);
        let mut all: Vec<(u64, u64)> = Vec::new();
        for part in 0..self.input.parts() {
            self.input.read(part, &[Item::Person], |rows: &Rows| {
                let keys = rows.column(Item::Person).and_then(texts::keys).unwrap_or_default();
                all.extend(keys.into_iter().zip(rows.first..).filter(|(key, _)| *key != NO_KEY));
            })?;
        }
        all.sort_unstable();
        for pair in all.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            odd.add(Rule::Twice, head, pair[1].1);
        }
        Ok(())
    }

    /// Does something with all parts, on all processors; what comes out is in no order.
    fn in_parallel<T: Send>(
        &self,
        begin: impl Fn() -> T + Sync,
        work: impl Fn(usize, &mut T) -> Result<(), Unreadable> + Sync,
    ) -> Result<Vec<T>, Unreadable> {
        let parts = self.input.parts();
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(parts).max(1);
        let next = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            let run = || {
                let mut own = begin();
                loop {
                    let part = next.fetch_add(1, Ordering::Relaxed);
                    if part >= parts {
                        return Ok(own);
                    }
                    work(part, &mut own)?;
                }
            };
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
            // A part in which the library found its assertions broken is as good as unreadable.
            workers.into_iter().map(|worker| worker.join().unwrap_or(Err(Unreadable))).collect()
        })
    }
}

/// The columns that must be read for these attributes.
fn items(attributes: &[&str]) -> Vec<Item> {
    let mut items = BTreeSet::from([Item::Person, Item::Area, Item::BirthDate]);
    for name in attributes {
        let parent = ["parent1_", "parent2_"].iter().find_map(|prefix| name.strip_prefix(prefix));
        if parent.is_some() {
            // What is known of parents has been read before; here are the children.
            items.extend([Item::Representative1, Item::Representative2, Item::Household]);
        } else {
            items.extend(items_of(name, false).into_iter().flatten());
        }
    }
    // Several citizenships are one fact.
    if items.contains(&Item::Citizenship1) {
        items.extend([Item::Citizenship2, Item::Citizenship3]);
    }
    items.into_iter().collect()
}

/// The areas by their codes, names and aliases; what means two areas means none.
fn areas(catalogue: &Catalogue) -> HashMap<String, Option<u32>> {
    let mut areas: HashMap<String, Option<u32>> = HashMap::new();
    let codes: BTreeSet<String> = catalogue.areas.iter().map(|area| plain(area.code.as_str())).collect();
    for (place, area) in catalogue.areas.iter().enumerate() {
        areas.insert(plain(area.code.as_str()), Some(place as u32));
        for name in area.aliases.iter().chain([&area.name]).map(|name| plain(name)) {
            // A code is always itself.
            if !codes.contains(&name) {
                let known = areas.entry(name).or_insert(Some(place as u32));
                *known = known.filter(|known| *known == place as u32);
            }
        }
    }
    areas
}

/// Whether keys rise, so that none can stand twice.
struct Order {
    first: u64,
    last: u64,
    rises: bool,
}

impl Order {
    fn of(keys: &[u64]) -> Order {
        let (first, last) = (keys.first().copied().unwrap_or(0), keys.last().copied().unwrap_or(0));
        Order { first, last, rises: keys.is_sorted_by(|a, b| a < b) }
    }

    fn rises(mut all: Vec<(u64, Order)>) -> bool {
        all.sort_unstable_by_key(|(row, _)| *row);
        all.iter().all(|(_, order)| order.rises) && all.windows(2).all(|pair| pair[0].1.last < pair[1].1.first)
    }
}
