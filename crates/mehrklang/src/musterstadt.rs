//! Musterstadt: a city that does not exist, its definitions and its deliveries.
//!
//! The definitions are those of `examples/musterstadt`. The deliveries are computed from the few numbers in
//! `parameters`, the same on every machine, and written in the formats in which offices deliver: semicolons and
//! Windows-1252, spreadsheets with merged heads, flat files, Parquet; the register of all invented people is that of crate
//! `population`.

mod chance;
mod children;
mod definitions;
mod offices;
#[cfg(test)]
mod outlines;
mod parameters;
mod people;
mod survey;
mod tables;
mod work;

#[cfg(test)]
mod tests;

pub(crate) use definitions::definitions;

/// A delivery as an office would send it.
pub(crate) struct GeneratedDelivery {
    /// The source.
    pub(crate) source: &'static str,
    /// The day on which it is said to have been received, ISO 8601.
    pub(crate) received: &'static str,
    /// Name of the file.
    pub(crate) file: String,
    /// The file.
    pub(crate) bytes: Vec<u8>,
}

/// All deliveries, in the order in which they are received.
pub(crate) fn deliveries() -> Vec<GeneratedDelivery> {
    let registers = people::registers().into_iter().zip(parameters::YEARS).map(|(bytes, year)| GeneratedDelivery {
        source: "einwohner",
        received: if year < 2024 { "2024-01-29" } else { "2025-01-30" },
        file: format!("Melderegister_{year}.parquet"),
        bytes,
    });
    let delivery =
        |source, received, file: &str, bytes| GeneratedDelivery { source, received, file: file.to_owned(), bytes };
    let others = [
        delivery("einschulung", "2024-11-21", "SEU_2015-2024.csv", children::school_entry()),
        delivery("auslaenderbehoerde", "2025-02-11", "Aufenthalt_Einbuergerung.csv", offices::rights()),
        delivery("arbeitsmarkt", "2025-02-14", "Arbeitsmarkt_2015-2024_flach.csv", work::market(0..10, true)),
        delivery("personal", "2025-03-05", "Beschaeftigtenbefragung.csv", offices::staff()),
        delivery("befragung", "2025-04-02", "Leben_in_Musterstadt.csv", survey::answers()),
        delivery("arbeitsmarkt", "2025-06-20", "Arbeitsmarkt_2024_endgueltig_flach.csv", work::market(9..10, false)),
        delivery("berufsbildung", "2025-08-18", "berufsbildung.parquet", work::training()),
        delivery("schule", "2025-12-05", "Schulstatistik_2015-2024.xlsx", children::schools()),
    ];
    let mut all: Vec<_> = registers.chain(others).collect();
    all.sort_by_key(|delivery| delivery.received);
    all
}
