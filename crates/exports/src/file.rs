//! A file for download, and the formats there are.

use catalogue::names::IndicatorName;

/// A file of an edition that holds figures, or describes such files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path below the site, such as `i/kita.csv`.
    pub path: String,
    /// The format of its bytes.
    pub format: Format,
    /// The indicator whose figures it holds; `None` for a file of the whole release.
    pub indicator: Option<IndicatorName>,
    /// The content.
    pub bytes: Vec<u8>,
}

/// What a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Comma-separated values (RFC 4180): UTF-8, comma, decimal point.
    Csv,
    /// The same for spreadsheets set to German: byte order mark, semicolon, decimal comma.
    CsvGerman,
    /// The description of a [`Format::Csv`] file: CSV on the Web.
    CsvMetadata,
    /// JSON of this program: figures with what they mean.
    Json,
    /// JSON-stat 2.0.
    JsonStat,
    /// SDMX-CSV 2.0.
    SdmxCsv,
    /// The structure of all [`Format::SdmxCsv`] files: SDMX-ML 3.0.
    SdmxStructure,
    /// PC-Axis.
    Px,
    /// Apache Parquet.
    Parquet,
    /// Office Open XML workbook.
    Xlsx,
    /// RDF as Turtle.
    Turtle,
    /// RDF as JSON-LD.
    JsonLd,
}

impl Format {
    /// The media type: as registered with IANA, else as its maintainers name it.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv | Format::CsvGerman => "text/csv",
            Format::CsvMetadata => "application/csvm+json",
            Format::Json | Format::JsonStat => "application/json",
            Format::SdmxCsv => "application/vnd.sdmx.data+csv;version=2.0.0",
            Format::SdmxStructure => "application/vnd.sdmx.structure+xml;version=3.0.0",
            Format::Px => "application/x-px",
            Format::Parquet => "application/vnd.apache.parquet",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Turtle => "text/turtle",
            Format::JsonLd => "application/ld+json",
        }
    }

    /// What it is called everywhere.
    pub fn title(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::CsvGerman => "CSV (;)",
            Format::CsvMetadata => "CSVW",
            Format::Json => "JSON",
            Format::JsonStat => "JSON-stat",
            Format::SdmxCsv => "SDMX-CSV",
            Format::SdmxStructure => "SDMX-ML",
            Format::Px => "PX",
            Format::Parquet => "Parquet",
            Format::Xlsx => "XLSX",
            Format::Turtle => "Turtle",
            Format::JsonLd => "JSON-LD",
        }
    }

    /// Its code in the list of file types of the Publications Office of the European Union; `None` for what describes
    /// other files.
    pub fn file_type(self) -> Option<&'static str> {
        match self {
            Format::Csv | Format::CsvGerman | Format::SdmxCsv => Some("CSV"),
            Format::Json | Format::JsonStat => Some("JSON"),
            Format::SdmxStructure => Some("XML"),
            Format::Px => Some("TXT"),
            Format::Parquet => Some("PARQUET"),
            Format::Xlsx => Some("XLSX"),
            Format::CsvMetadata | Format::Turtle | Format::JsonLd => None,
        }
    }
}
