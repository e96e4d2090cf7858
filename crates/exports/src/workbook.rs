//! The release as a workbook for people, `download/release.xlsx`, in English below `en/`: notes first, then one sheet for
//! each indicator.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format as Style, FormatAlign, Workbook, Worksheet, XlsxError,
};
use words::{Arg, Words};

use crate::{About, Dataset, File, Format, dataset::SIGNS};

/// One workbook for each language of the monitoring.
pub fn workbooks(about: &About<'_>, datasets: &[Dataset<'_>]) -> Vec<File> {
    let file = |(language, folder)| File {
        path: format!("{folder}download/release.xlsx"),
        format: Format::Xlsx,
        indicator: None,
        bytes: write(about, &Words::new(language), datasets).expect("sheets have distinct names and fit a workbook"),
    };
    about.languages().map(file).collect()
}

struct Styles {
    title: Style,
    head: Style,
    wrapped: Style,
    text: Style,
}

fn write(about: &About<'_>, words: &Words, datasets: &[Dataset<'_>]) -> Result<Vec<u8>, XlsxError> {
    let monitoring = &about.catalogue.monitoring;
    let language = words.language();
    let mut book = Workbook::new();
    let mut properties = DocProperties::new()
        .set_title(monitoring.title.get(language))
        .set_author(monitoring.publisher.get(language))
        .set_custom_property("Language", language.code());
    // The clock is not asked: the same release gives the same bytes.
    if let Ok(sealed) = ExcelDateTime::parse_from_str(about.sealed_on) {
        properties = properties.set_creation_datetime(&sealed);
    }
    book.set_properties(&properties);
    let styles = Styles {
        title: Style::new().set_bold().set_font_size(14),
        head: Style::new().set_bold().set_text_wrap().set_background_color(Color::RGB(0xE6_EB_F0)),
        wrapped: Style::new().set_text_wrap().set_align(FormatAlign::Top),
        text: Style::new().set_num_format("@"),
    };
    notes(book.add_worksheet(), about, words, datasets, &styles)?;
    for (at, dataset) in datasets.iter().enumerate() {
        figures(book.add_worksheet(), at, words, dataset, &styles)?;
    }
    book.save_to_buffer()
}

/// At most 31 characters, and distinct by its number.
fn sheet_name(at: usize, dataset: &Dataset<'_>) -> String {
    format!("{} {}", at + 1, dataset.indicator.name).chars().take(31).collect()
}

fn notes(
    sheet: &mut Worksheet,
    about: &About<'_>,
    words: &Words,
    datasets: &[Dataset<'_>],
    styles: &Styles,
) -> Result<(), XlsxError> {
    let monitoring = &about.catalogue.monitoring;
    let language = words.language();
    sheet.set_name(words.say("export-notes", &[]))?.set_column_width(0, 36)?.set_column_width(1, 90)?;
    sheet.write_with_format(0, 0, monitoring.title.get(language), &styles.title)?;
    let release =
        words.say("export-release", &[("release", Arg::Text(about.release)), ("sealed", Arg::Text(about.sealed_on))]);
    let licence = words.say("export-licence", &[("licence", Arg::Text(&monitoring.licence))]);
    let mut lines = vec![monitoring.publisher.get(language).to_owned(), release, licence];
    lines.extend(monitoring.synthetic.as_ref().map(|text| text.get(language).to_owned()));
    let mut row = 1;
    for line in lines {
        sheet.write(row, 0, line)?;
        row += 1;
    }
    row += 1;
    sheet.write_with_format(row, 0, words.say("export-signs", &[]), &styles.title)?;
    for (_, key) in SIGNS.iter().filter(|(sign, _)| !sign.is_empty()) {
        row += 1;
        sheet.write(row, 0, words.say(key, &[]))?;
    }
    row += 2;
    sheet.write_with_format(row, 0, words.say("export-indicator", &[]), &styles.head)?;
    sheet.write_with_format(row, 1, words.say("export-notes", &[]), &styles.head)?;
    for (at, dataset) in datasets.iter().enumerate() {
        row += 1;
        let indicator = dataset.indicator;
        let says = [indicator.definition.get(language), indicator.limits.get(language)].join("\n");
        let target = format!("internal:'{}'!A1", sheet_name(at, dataset));
        sheet.write_url_with_text(row, 0, target.as_str(), indicator.title.get(language))?;
        sheet.write_with_format(row, 1, says, &styles.wrapped)?;
    }
    Ok(())
}

/// The row of the heads of the columns.
const HEADS: u32 = 2;

fn figures(
    sheet: &mut Worksheet,
    at: usize,
    words: &Words,
    dataset: &Dataset<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let language = words.language();
    let indicator = dataset.indicator;
    sheet.set_name(sheet_name(at, dataset))?;
    sheet.write_with_format(0, 0, indicator.title.get(language), &styles.title)?;
    sheet.write(1, 0, indicator.unit.get(language))?;
    let mut heads =
        vec![words.say("export-area-code", &[]), words.say("export-area", &[]), words.say("export-period", &[])];
    heads.extend(dataset.variables.iter().map(|variable| variable.title.get(language).to_owned()));
    heads.extend(
        ["export-value", "export-status", "export-numerator", "export-denominator"].map(|key| words.say(key, &[])),
    );
    for (column, head) in (0..).zip(&heads) {
        sheet.write_with_format(HEADS, column, head, &styles.head)?;
        sheet.set_column_width(column, if column == 1 { 30 } else { 16 })?;
    }
    let places = usize::from(indicator.decimals);
    let style = Style::new().set_num_format(match places {
        0 => "#,##0".to_owned(),
        _ => format!("#,##0.{}", "0".repeat(places)),
    });
    let last_column = u16::try_from(heads.len() - 1).unwrap_or(u16::MAX);
    let mut row = HEADS;
    for one in &dataset.observations {
        row += 1;
        let area = dataset.areas[one.area];
        sheet.write_with_format(row, 0, area.code.as_str(), &styles.text)?;
        sheet.write(row, 1, area.name.as_str())?;
        sheet.write_with_format(row, 2, dataset.periods[one.period].to_string(), &styles.text)?;
        let mut column = 3;
        for (variable, code) in dataset.variables.iter().zip(dataset.categories(one)) {
            let category = code.and_then(|code| variable.categories.iter().find(|one| one.code.as_str() == code));
            let title = category.map_or(&variable.whole, |category| &category.title);
            sheet.write(row, column, title.get(language))?;
            column += 1;
        }
        if let Some(value) = one.number() {
            sheet.write_with_format(row, column, value, &style)?;
        }
        sheet.write(row, column + 1, one.status)?;
        for (beside, number) in [(2, one.numerator), (3, one.denominator)] {
            if let Some(number) = number {
                sheet.write(row, column + beside, number.to_f64())?;
            }
        }
    }
    sheet.autofilter(HEADS, 0, row, last_column)?;
    sheet.set_freeze_panes(HEADS + 1, 0)?;
    sheet.set_repeat_rows(0, HEADS)?;
    Ok(())
}
