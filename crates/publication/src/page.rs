//! Pages as data: finished words in reading order, for the site, the report and the workbench alike.
//!
//! Accessibility is a property of the data: a [`Chart`] cannot be made without its sentence and its table.

use catalogue::names::{AreaCode, LevelName};
use words::Language;

/// A page of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its address without language and ending: `` (start), `i/auslaenderanteil`, `f/bildung`, `a/09162000`,
    /// `methods`, `data`, `areas`, `review`, `embed/auslaenderanteil/series`.
    pub path: String,
    /// Its language.
    pub language: Language,
    /// Its title and first heading.
    pub title: String,
    /// One sentence for search engines and previews.
    pub summary: String,
    /// Where it stands: titles and paths of the pages above, the start page first.
    pub trail: Vec<Link>,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// A link within the site, or to elsewhere if the target holds `://`.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Its text.
    pub text: String,
    /// The path of a page (as [`Page::path`]), of a file (`i/x.csv`), `#part`, or an address.
    pub target: String,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    /// Plain text.
    Plain(String),
    /// Strong text.
    Strong(String),
    /// Emphasised text.
    Emphasis(String),
    /// A link.
    Link(Link),
}

/// Text with emphasis and links.
pub type Text = Vec<Span>;

/// A block of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A part of the page with its heading; nested parts have lower headings.
    Section {
        /// Its anchor.
        id: String,
        /// Its heading.
        heading: String,
        /// What stands in it.
        blocks: Vec<Block>,
    },
    /// A paragraph.
    Paragraph(Text),
    /// The leading sentence of a page.
    Lead(Text),
    /// A list.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Text>,
    },
    /// Terms and what is said of them.
    Terms(Vec<(String, Text)>),
    /// A quotation.
    Quote(Text),
    /// A note, with a sign before it that is said aloud, too.
    Note {
        /// Its kind.
        kind: NoteKind,
        /// Its text.
        text: Text,
    },
    /// A leading figure.
    KeyFigure(KeyFigure),
    /// Cards that lead to other pages.
    Cards(Vec<Card>),
    /// A table.
    Table(Table),
    /// A chart with its sentence and its table.
    Chart(Chart),
    /// Files to take away.
    Downloads(Vec<Link>),
    /// How to take the chart above along.
    Take(Take),
}

/// How a chart is taken along: as a picture, as part of another site, in a list of sources.
#[derive(Debug, Clone, PartialEq)]
pub struct Take {
    /// The title of the chart.
    pub title: String,
    /// Pictures.
    pub files: Vec<Link>,
    /// The page that others frame, and the HTML that does so.
    pub embedding: Option<(Link, String)>,
    /// How to cite it.
    pub citation: String,
}

/// Kinds of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// Something to know.
    Information,
    /// Something to be careful about.
    Caution,
    /// A break in the series.
    Break,
    /// Where a figure stands that has a target.
    Status(Sign),
}

/// Where a figure stands. Said in a word first; the sign differs in shape, and only then in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// The target is reached.
    Reached,
    /// On the agreed way.
    OnPath,
    /// Short of the agreed way.
    OffPath,
    /// The time is over, and the target is not reached.
    Missed,
    /// Beyond the warning threshold.
    Warning,
    /// Beyond the alarm threshold.
    Alarm,
    /// Cannot be judged.
    Open,
}

/// A leading figure: the number large, the sentence that reads it beside.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyFigure {
    /// The number with its unit, or a sign in words.
    pub shown: String,
    /// What it is, where and when: "Ausländeranteil, München, 31.12.2015".
    pub label: String,
    /// The reading aid.
    pub reading: Text,
    /// Facts beside it: change, comparison; term and what is said.
    pub facts: Vec<(String, Text)>,
}

/// A card that leads to a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its heading and link.
    pub link: Link,
    /// What stands above the heading, such as the field of action.
    pub over: Option<String>,
    /// The number with its unit.
    pub shown: Option<String>,
    /// A sentence or two.
    pub text: Text,
    /// The series, small; its sentence is said aloud.
    pub spark: Option<Spark>,
}

/// A small line without axes; always beside the number and with its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Spark {
    /// What the line shows, in one sentence.
    pub says: String,
    /// Values in time order; gaps are `None`.
    pub values: Vec<Option<f64>>,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows, where and when.
    pub caption: String,
    /// Heads of the columns, that of the row heads first.
    pub heads: Vec<Head>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Explanations of the signs used in it.
    pub signs: Vec<String>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// Its text, with the unit.
    pub text: String,
    /// Whether the cells are numbers (right-aligned, sorted by value).
    pub numeric: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The row's head.
    pub head: Text,
    /// One cell for each further column.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text.
    Text(Text),
    /// A number or sign as shown, its state, and its value where it is one.
    Number {
        /// As shown.
        shown: String,
        /// How it is to look and what is said to those who cannot see the look.
        look: Look,
        /// For sorting.
        value: Option<f64>,
    },
    /// A small line.
    Spark(Spark),
}

/// What a figure is, beside its number. Each looks different without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// A figure.
    Value,
    /// Exactly nothing, `–`.
    Nothing,
    /// Withheld or unknown, `.`.
    Withheld,
    /// Over few persons, or marked so by its source, `( )` or `/`.
    Unreliable,
    /// Later, `…`.
    Pending,
    /// Makes no sense, `x`.
    Senseless,
    /// Not delivered.
    Missing,
}

/// A chart. Made with [`Chart::new`] only, so that none exists without words and table.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    title: String,
    drawing: Drawing,
    says: String,
    table: Table,
}

impl Chart {
    /// A chart with its title, the sentence that says what it shows, and the table of its values.
    ///
    /// # Panics
    /// If title or sentence are empty or the table has no rows: a chart that cannot be read aloud is a fault of the
    /// program.
    pub fn new(title: String, drawing: Drawing, says: String, table: Table) -> Chart {
        assert!(!title.trim().is_empty() && !says.trim().is_empty(), "a chart has a title and a sentence");
        assert!(!table.rows.is_empty(), "a chart has a table");
        Chart { title, drawing, says, table }
    }

    /// Its title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What is drawn.
    pub fn drawing(&self) -> &Drawing {
        &self.drawing
    }

    /// What it shows, in one sentence.
    pub fn says(&self) -> &str {
        &self.says
    }

    /// Its values.
    pub fn table(&self) -> &Table {
        &self.table
    }
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// Series over time.
    Lines {
        /// Unit of the vertical axis.
        unit: String,
        /// Decimal places of the axis.
        decimals: u8,
        /// Labels of the periods, in time order.
        periods: Vec<String>,
        /// Series; told apart by dash and end label, not by colour alone.
        series: Vec<Series>,
        /// Places of the periods that were the first to be measured anew; no line is drawn into them.
        breaks: Vec<usize>,
    },
    /// Groups or areas compared, one bar each.
    Bars {
        /// Unit of the horizontal axis.
        unit: String,
        /// Decimal places of the axis.
        decimals: u8,
        /// Bars in the order of the code list, never of their values.
        bars: Vec<Bar>,
        /// A line across all bars: the whole, with its label.
        reference: Option<(String, f64)>,
    },
    /// A choropleth map of a level of areas.
    Map {
        /// The level.
        level: LevelName,
        /// Classes from low to high, with their limits in words.
        classes: Vec<String>,
        /// Areas with what they show.
        areas: Vec<MapArea>,
    },
    /// Things placed by two numbers from zero on, each with a short label that the table explains.
    Points {
        /// What the horizontal axis shows.
        across: String,
        /// What the vertical axis shows, in whole numbers.
        up: String,
        /// Where the vertical axis ends.
        highest: f64,
        /// The things.
        points: Vec<Spot>,
    },
}

/// A thing placed by two numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Its label in the drawing, such as a number; the row of the table begins with it.
    pub label: String,
    /// Its name.
    pub name: String,
    /// How far across.
    pub x: f64,
    /// How far up.
    pub y: f64,
    /// Both numbers as shown.
    pub shown: String,
}

/// A series of a line chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// One point for each period.
    pub points: Vec<Point>,
}

/// A point of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its value, where there is one that may be drawn.
    pub value: Option<f64>,
    /// As shown.
    pub shown: String,
    /// What it is.
    pub look: Look,
}

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// What it shows.
    pub point: Point,
    /// Where the value can lie, from low to high, if that is known.
    pub range: Option<(f64, f64)>,
}

/// An area of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapArea {
    /// Its code.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
    /// The class from 0, if it has a value.
    pub class: Option<usize>,
    /// As shown.
    pub shown: String,
    /// What it is.
    pub look: Look,
}
