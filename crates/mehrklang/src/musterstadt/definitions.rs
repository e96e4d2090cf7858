//! The definitions of `examples/musterstadt`, as part of the program: the demo needs nothing but the program.

/// Path below the monitoring and content of each file.
pub(crate) fn definitions() -> Vec<(&'static str, &'static [u8])> {
    DEFINITIONS.to_vec()
}

macro_rules! embedded {
    ($($path:literal,)*) => {
        &[$((
            $path,
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/musterstadt/", $path)) as &[u8],
        ),)*]
    };
}

/// Sorted by path; a test holds that no file of the folder is missing here.
const DEFINITIONS: &[(&str, &[u8])] = embedded![
    "open/areas/bezirk.toml",
    "open/areas/levels.toml",
    "open/areas/stadt.toml",
    "open/areas/stadtteil.toml",
    "open/areas/stadtteile.geojson",
    "open/editions/oeffentlichkeit/edition.toml",
    "open/fields/arbeit/arbeitslosenanteil.toml",
    "open/fields/arbeit/beschaeftigungsquote.toml",
    "open/fields/arbeit/fachkraefteanteil.toml",
    "open/fields/arbeit/field.toml",
    "open/fields/arbeit/sgb2-quote.toml",
    "open/fields/bevoelkerung/bevoelkerungszahl.toml",
    "open/fields/bevoelkerung/field.toml",
    "open/fields/bevoelkerung/migrationshintergrund-anteil.toml",
    "open/fields/bevoelkerung/raeumliche-verteilung.toml",
    "open/fields/bildung/ausbildungsbeteiligung.toml",
    "open/fields/bildung/field.toml",
    "open/fields/bildung/gymnasium-klasse-8.toml",
    "open/fields/bildung/hochschulreife.toml",
    "open/fields/bildung/schulabgang-ohne-abschluss.toml",
    "open/fields/fruehe-bildung/field.toml",
    "open/fields/fruehe-bildung/kita-besuch-drei-jahre.toml",
    "open/fields/fruehe-bildung/sprachfoerderbedarf.toml",
    "open/fields/gesundheit/field.toml",
    "open/fields/gesundheit/vorsorgeuntersuchung-u8.toml",
    "open/fields/offene-verwaltung/beschaeftigte-der-stadt.toml",
    "open/fields/offene-verwaltung/field.toml",
    "open/fields/rechte/einbuergerungsquote.toml",
    "open/fields/rechte/field.toml",
    "open/fields/rechte/gesicherter-aufenthalt.toml",
    "open/fields/wohnen/beengtes-wohnen.toml",
    "open/fields/wohnen/field.toml",
    "open/fields/zusammenleben/diskriminierungserfahrung.toml",
    "open/fields/zusammenleben/field.toml",
    "open/fields/zusammenleben/zugehoerigkeit.toml",
    "open/monitoring.toml",
    "open/sources/arbeitsmarkt.toml",
    "open/sources/auslaenderbehoerde.toml",
    "open/sources/befragung.toml",
    "open/sources/berufsbildung.toml",
    "open/sources/einschulung.toml",
    "open/sources/einwohner.toml",
    "open/sources/personal.toml",
    "open/sources/schule.toml",
    "open/texts/understanding.de.md",
    "open/texts/understanding.en.md",
    "open/variables/age-group.toml",
    "open/variables/citizenship.toml",
    "open/variables/family-language.toml",
    "open/variables/immigration-history.toml",
    "open/variables/migration-background.toml",
    "open/variables/position.toml",
    "open/variables/sex.toml",
];
