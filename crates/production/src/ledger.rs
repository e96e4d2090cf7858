//! What has been released before, to whom: behind the wall, append-only.
//!
//! Each production adds one entry, a file of its own that is never changed. A cell that an audience has seen is public
//! to it for good; a cell that was withheld from it stays withheld, because both releases together would tell it.

use std::collections::{BTreeSet, HashMap};

use catalogue::{
    Catalogue, Place, Remark,
    model::Audience,
    names::{LevelName, MeasureKey, VariableName},
};

/// The first line of an entry.
const HEAD: &str = "audience,cell,released\n";
/// What stands for a cell that was withheld.
const WITHHELD: &str = ".";

/// What one audience knows of a cell from earlier releases, as units of 10^-decimals of its measure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    Published(i64),
    Withheld,
}

/// All earlier releases. Later entries say more, and never less.
#[derive(Default)]
pub(crate) struct Ledger {
    known: HashMap<(u8, String), Known>,
}

impl Ledger {
    /// Reads entries in the order in which they were written.
    pub(crate) fn read(entries: &[(String, String)]) -> Result<Ledger, Vec<Remark>> {
        let mut ledger = Ledger::default();
        let mut remarks = Vec::new();
        for (file, text) in entries {
            let broken = |line: usize| {
                let place = Place::File(format!("shielded/ledger/{file}"));
                Remark::error("ledger-broken", place).with("line", line).hinted()
            };
            let Some(body) = text.strip_prefix(HEAD).filter(|body| body.is_empty() || body.ends_with('\n')) else {
                remarks.push(broken(1));
                continue;
            };
            for (number, line) in body.lines().enumerate() {
                match entry(line) {
                    Some((audience, cell, Known::Withheld)) => {
                        ledger.known.entry((audience, cell)).or_insert(Known::Withheld);
                    }
                    Some((audience, cell, known)) => drop(ledger.known.insert((audience, cell), known)),
                    None => {
                        remarks.push(broken(number + 2));
                        break;
                    }
                }
            }
        }
        if remarks.is_empty() { Ok(ledger) } else { Err(remarks) }
    }

    /// Whether nothing has been released yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The tables that cells of earlier releases belong to: count, variables and level.
    pub(crate) fn tables(&self, catalogue: &Catalogue) -> BTreeSet<(MeasureKey, Vec<VariableName>, LevelName)> {
        let levels: HashMap<&str, &LevelName> =
            catalogue.areas.iter().map(|area| (area.code.as_str(), &area.level)).collect();
        let table = |cell: &str| {
            let mut parts = cell.splitn(4, '|');
            let measure = parts.next()?.parse().ok()?;
            let level = *levels.get(parts.nth(1)?)?;
            let names = parts.next()?.split(';').filter(|pair| !pair.is_empty());
            let by: Option<Vec<VariableName>> = names.map(|pair| pair.split_once('=')?.0.parse().ok()).collect();
            Some((measure, by?, level.clone()))
        };
        self.known.keys().filter_map(|(_, cell)| table(cell)).collect()
    }

    /// What an audience knows of a cell.
    pub(crate) fn known(&self, audience: Audience, cell: &str) -> Option<Known> {
        self.known.get(&(number(audience), cell.to_owned())).copied()
    }
}

fn entry(line: &str) -> Option<(u8, String, Known)> {
    let (audience, rest) = line.split_once(',')?;
    let (cell, released) = rest.rsplit_once(',')?;
    let known = match released {
        WITHHELD => Known::Withheld,
        number => Known::Published(number.parse().ok()?),
    };
    Some((number(Audience::ALL.into_iter().find(|own| own.word() == audience)?), cell.to_owned(), known))
}

fn number(audience: Audience) -> u8 {
    Audience::ALL.iter().position(|own| *own == audience).unwrap_or(0) as u8
}

/// A new entry, written line by line.
pub(crate) struct Entry(String);

impl Entry {
    pub(crate) fn new() -> Entry {
        Entry(HEAD.to_owned())
    }

    pub(crate) fn add(&mut self, audience: Audience, cell: &str, known: Known) {
        self.0.push_str(audience.word());
        self.0.push(',');
        self.0.push_str(cell);
        self.0.push(',');
        match known {
            Known::Published(number) => self.0.push_str(&number.to_string()),
            Known::Withheld => self.0.push_str(WITHHELD),
        }
        self.0.push('\n');
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// The name of a cell in the ledger, the same in every release: measure, period, area, group.
pub(crate) fn name_of(
    catalogue: &Catalogue,
    measure: &catalogue::names::MeasureKey,
    period: catalogue::Period,
    area: usize,
    group: &str,
) -> String {
    format!("{measure}|{period}|{}|{group}", catalogue.areas[area].code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(texts: &[&str]) -> Vec<(String, String)> {
        texts.iter().enumerate().map(|(place, text)| (format!("{place}.csv"), (*text).to_owned())).collect()
    }

    #[test]
    fn what_was_released_is_known_and_what_was_withheld_too() {
        let mut entry = Entry::new();
        entry.add(Audience::Public, "s.m|2024|0|", Known::Published(12));
        entry.add(Audience::Public, "s.m|2024|0|sex=female", Known::Withheld);
        entry.add(Audience::Council, "s.m|2024|0|sex=female", Known::Published(4));
        let text = entry.finish();
        let Ok(ledger) = Ledger::read(&entries(&[&text])) else { panic!("it was written by us") };
        let known = |audience, cell| ledger.known(audience, cell);
        assert!(known(Audience::Public, "s.m|2024|0|") == Some(Known::Published(12)));
        assert!(known(Audience::Public, "s.m|2024|0|sex=female") == Some(Known::Withheld));
        assert!(known(Audience::Council, "s.m|2024|0|sex=female") == Some(Known::Published(4)));
        assert!(known(Audience::Council, "s.m|2024|0|").is_none());
    }

    #[test]
    fn a_cell_that_was_published_once_is_not_withheld_any_more() {
        let (first, second) =
            ("audience,cell,released\npublic,a,3\n", "audience,cell,released\npublic,a,.\npublic,b,.\n");
        let Ok(ledger) = Ledger::read(&entries(&[first, second])) else { panic!("well formed") };
        assert!(ledger.known(Audience::Public, "a") == Some(Known::Published(3)));
        assert!(ledger.known(Audience::Public, "b") == Some(Known::Withheld));
    }

    #[test]
    fn broken_entries_are_refused_with_their_line() {
        for (text, line) in [
            ("", "1"),
            ("audience,cell,released\npublic,a", "1"),
            ("audience,cell,released\npublic,a,3\nnobody,b,4\n", "3"),
            ("audience,cell,released\npublic,a,many\n", "2"),
        ] {
            let Err(remarks) = Ledger::read(&entries(&[text])) else { panic!("{text:?} is broken") };
            assert_eq!(remarks[0].rule, "ledger-broken");
            assert_eq!(remarks[0].words[0].1, catalogue::remark::Word::Count(line.parse().expect("a number")));
        }
    }
}
