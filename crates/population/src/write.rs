//! Registers as Parquet: one file a year, written row group by row group, so that memory does not grow with the city.

use std::{io::Write, sync::Arc};

use arrow_array::{
    ArrayRef, RecordBatch,
    builder::{Date32Builder, Int64Builder, StringDictionaryBuilder},
    types::Int32Type,
};
use arrow_schema::{DataType, Field, Schema};
use parquet::{arrow::ArrowWriter, basic::Compression, errors::ParquetError, file::properties::WriterProperties};

use crate::{Block, City, Household, Person};

/// Rows that are held before they are written.
const BATCH: usize = 65_536;

/// The heads of the columns, in their order.
pub(crate) const HEADS: [&str; 22] = [
    "PersNr",
    "Block",
    "Stichtag",
    "Geburtsdatum",
    "Geschlecht",
    "Geschlecht_Zuordnung",
    "Familienstand",
    "StaAng1",
    "StaAng2",
    "StaAng3",
    "ArtDtStaAng",
    "Geburtsort",
    "Geburtsstaat",
    "Zuzugsherkunft",
    "Zuzug_Ausland",
    "Optionsvermerk",
    "Einbuergerung",
    "Spaetaussiedlung",
    "Wohnungsart",
    "Adresse",
    "GesVertr1",
    "GesVertr2",
];

/// A file could not be written.
#[derive(Debug)]
pub struct Trouble(ParquetError);

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a register could not be written")
    }
}

impl std::error::Error for Trouble {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// Writers of the registers of a city, one for each year.
pub struct Writers<W: Write + Send> {
    years: Vec<Year<W>>,
    persons: Vec<u64>,
}

struct Year<W: Write + Send> {
    writer: ArrowWriter<W>,
    rows: Rows,
    date: i32,
}

type Texts = StringDictionaryBuilder<Int32Type>;

struct Rows {
    len: usize,
    keys: [Int64Builder; 4],
    days: [Date32Builder; 3],
    texts: Vec<Texts>,
}

impl<W: Write + Send> Writers<W> {
    /// Writes the registers of a city to as many outputs as it has years; answers how many persons each holds.
    ///
    /// # Errors
    /// An output cannot be written.
    pub fn write(city: &City, outputs: Vec<W>) -> Result<Vec<u64>, Trouble> {
        let years = city.years.iter().zip(outputs).map(|(year, output)| {
            let properties = WriterProperties::builder()
                .set_compression(Compression::SNAPPY)
                .set_max_row_group_row_count(Some(4 * BATCH))
                .build();
            let writer = ArrowWriter::try_new(output, Arc::new(schema()), Some(properties)).map_err(Trouble)?;
            let date = rules::dates::day(i64::from(*year), 12, 31).unwrap_or(0);
            Ok(Year { writer, rows: Rows::default(), date })
        });
        let years: Vec<Year<W>> = years.collect::<Result<_, Trouble>>()?;
        let mut writers = Writers { persons: vec![0; years.len()], years };
        city.walk(|year, block, household| writers.take(year, block, household))?;
        let Writers { years, persons } = writers;
        for mut year in years {
            year.flush()?;
            year.writer.close().map_err(Trouble)?;
        }
        Ok(persons)
    }

    fn take(&mut self, year: usize, block: &Block, household: &Household) -> Result<(), Trouble> {
        let own = &mut self.years[year];
        for person in &household.people {
            own.rows.push(person, block, household.dwelling, own.date).map_err(|error| Trouble(error.into()))?;
        }
        self.persons[year] += household.people.len() as u64;
        if own.rows.len >= BATCH { own.flush() } else { Ok(()) }
    }
}

impl<W: Write + Send> Year<W> {
    fn flush(&mut self) -> Result<(), Trouble> {
        let columns = self.rows.finish();
        let batch = RecordBatch::try_new(Arc::new(schema()), columns).map_err(|error| Trouble(error.into()))?;
        self.writer.write(&batch).map_err(Trouble)
    }
}

fn schema() -> Schema {
    let text = || DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let kind = |place: usize| match place {
        0 | 19..=21 => DataType::Int64,
        2 | 3 | 14 => DataType::Date32,
        _ => text(),
    };
    Schema::new(HEADS.iter().enumerate().map(|(place, head)| Field::new(*head, kind(place), true)).collect::<Vec<_>>())
}

impl Default for Rows {
    fn default() -> Rows {
        Rows {
            len: 0,
            keys: std::array::from_fn(|_| Int64Builder::with_capacity(BATCH)),
            days: std::array::from_fn(|_| Date32Builder::with_capacity(BATCH)),
            texts: (0..HEADS.len() - 7).map(|_| Texts::new()).collect(),
        }
    }
}

impl Rows {
    fn push(
        &mut self,
        person: &Person,
        block: &Block,
        dwelling: u64,
        date: i32,
    ) -> Result<(), arrow_schema::ArrowError> {
        let mark = |there: bool| there.then_some("J");
        let texts = [
            Some(block.code.as_str()),
            person.sex,
            Some(person.assigned),
            Some(person.married),
            person.citizenships[0],
            person.citizenships[1],
            None,
            person.german_kind,
            person.place,
            person.state,
            person.origin,
            mark(person.option),
            mark(person.naturalised),
            mark(person.resettler),
            Some(if person.main { "H" } else { "N" }),
        ];
        for (builder, text) in self.texts.iter_mut().zip(texts) {
            match text {
                Some(text) => drop(builder.append(text)?),
                None => builder.append_null(),
            }
        }
        let [first, second] = person.representatives;
        let keys = [Some(person.key), Some(dwelling as i64), first, second];
        self.keys.iter_mut().zip(keys).for_each(|(builder, key)| builder.append_option(key));
        let days = [Some(date), Some(person.born), person.moved];
        self.days.iter_mut().zip(days).for_each(|(builder, day)| builder.append_option(day));
        self.len += 1;
        Ok(())
    }

    /// The columns in the order of their heads; begins anew.
    fn finish(&mut self) -> Vec<ArrayRef> {
        self.len = 0;
        let mut keys = self.keys.iter_mut().map(|builder| Arc::new(builder.finish()) as ArrayRef);
        let mut days = self.days.iter_mut().map(|builder| Arc::new(builder.finish()) as ArrayRef);
        let mut texts = self.texts.iter_mut().map(|builder| Arc::new(builder.finish()) as ArrayRef);
        let column = |place: usize| match place {
            0 | 19..=21 => keys.next(),
            2 | 3 | 14 => days.next(),
            _ => texts.next(),
        };
        (0..HEADS.len()).filter_map(column).collect()
    }
}
