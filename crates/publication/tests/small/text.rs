//! Pages as text.

use std::fmt::Write;

use publication::page::{Block, Cell, Drawing, Link, Page, Point, Span, Table};

/// A page as text, one thing a line.
pub(crate) fn page(page: &Page) -> String {
    let mut out = String::new();
    let trail: Vec<String> = page.trail.iter().map(link).collect();
    let _ = writeln!(out, "# {}", page.title);
    let _ = writeln!(out, "path: {}", page.path);
    let _ = writeln!(out, "summary: {}", page.summary);
    let _ = writeln!(out, "trail: {}", trail.join(" > "));
    for one in &page.blocks {
        block(&mut out, one, 0);
    }
    out
}

fn line(out: &mut String, depth: usize, text: &str) {
    let _ = writeln!(out, "{}{}", "  ".repeat(depth), text.trim_end());
}

fn block(out: &mut String, one: &Block, depth: usize) {
    match one {
        Block::Section { id, heading, blocks } => {
            line(out, depth, &format!("== {heading} #{id}"));
            for one in blocks {
                block(out, one, depth + 1);
            }
        }
        Block::Paragraph(words) => line(out, depth, &spans(words)),
        Block::Lead(words) => line(out, depth, &format!("lead: {}", spans(words))),
        Block::List { items, .. } => {
            for item in items {
                line(out, depth, &format!("- {}", spans(item)));
            }
        }
        Block::Terms(terms) => {
            for (term, said) in terms {
                line(out, depth, &format!("{term}: {}", spans(said)));
            }
        }
        Block::Quote(words) => line(out, depth, &format!("> {}", spans(words))),
        Block::Note { kind, text } => line(out, depth, &format!("{kind:?}: {}", spans(text))),
        Block::KeyFigure(key) => {
            line(out, depth, &format!("figure: {} | {}", key.shown, key.label));
            line(out, depth, &format!("reading: {}", spans(&key.reading)));
            for (term, said) in &key.facts {
                line(out, depth, &format!("fact: {term}: {}", spans(said)));
            }
        }
        Block::Cards(cards) => {
            for card in cards {
                let over = card.over.as_deref().unwrap_or("");
                let shown = card.shown.as_deref().unwrap_or("");
                line(out, depth, &format!("card: {} | {over} | {shown} | {}", link(&card.link), spans(&card.text)));
                if let Some(spark) = &card.spark {
                    line(out, depth + 1, &format!("spark: {} {:?}", spark.says, spark.values));
                }
            }
        }
        Block::Table(rows) => table(out, rows, depth),
        Block::Chart(chart) => {
            line(out, depth, &format!("chart: {}", chart.title()));
            line(out, depth + 1, &format!("says: {}", chart.says()));
            drawing(out, chart.drawing(), depth + 1);
            table(out, chart.table(), depth + 1);
        }
        Block::Downloads(files) => {
            for file in files {
                line(out, depth, &format!("download: {}", link(file)));
            }
        }
        Block::Take(taken) => {
            line(out, depth, &format!("take: {}", taken.citation));
            for file in &taken.files {
                line(out, depth + 1, &format!("picture: {}", link(file)));
            }
            if let Some((page, snippet)) = &taken.embedding {
                line(out, depth + 1, &format!("embed: {}: {}", link(page), snippet.replace('\n', " ")));
            }
        }
    }
}

fn drawing(out: &mut String, drawing: &Drawing, depth: usize) {
    match drawing {
        Drawing::Lines { unit, periods, series, breaks, .. } => {
            let breaks: String = breaks.iter().map(|place| format!(", break at {place}")).collect();
            line(out, depth, &format!("lines ({unit}): {}{breaks}", periods.join(" ")));
            for one in series {
                let points: Vec<String> = one.points.iter().map(point).collect();
                line(out, depth + 1, &format!("{}: {}", one.name, points.join(" | ")));
            }
        }
        Drawing::Bars { unit, bars, reference, .. } => {
            line(out, depth, &format!("bars ({unit}), reference {reference:?}"));
            for bar in bars {
                line(out, depth + 1, &format!("{}: {}", bar.name, point(&bar.point)));
            }
        }
        Drawing::Map { level, classes, areas } => {
            line(out, depth, &format!("map of {level}: {}", classes.join(" | ")));
            for area in areas {
                let text = format!("{} {}: {} {:?} {:?}", area.code, area.name, area.shown, area.look, area.class);
                line(out, depth + 1, &text);
            }
        }
        Drawing::Points { across, up, points, .. } => {
            line(out, depth, &format!("points: {up} over {across}"));
            for spot in points {
                line(out, depth + 1, &format!("{} {}: {} ({}, {})", spot.label, spot.name, spot.shown, spot.x, spot.y));
            }
        }
    }
}

fn point(point: &Point) -> String {
    format!("{} {:?} {:?}", point.shown, point.look, point.value)
}

fn table(out: &mut String, table: &Table, depth: usize) {
    line(out, depth, &format!("table: {}", table.caption));
    let heads: Vec<&str> = table.heads.iter().map(|head| head.text.as_str()).collect();
    line(out, depth + 1, &heads.join(" | "));
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| match cell {
            Cell::Text(text) => spans(text),
            Cell::Number { shown, look, .. } => format!("{shown} {look:?}"),
            Cell::Spark(spark) => format!("~{:?}", spark.values),
        });
        let cells: Vec<String> = std::iter::once(spans(&row.head)).chain(cells).collect();
        line(out, depth + 1, &cells.join(" | "));
    }
    for sign in &table.signs {
        line(out, depth + 1, &format!("sign: {sign}"));
    }
}

fn spans(text: &[Span]) -> String {
    text.iter()
        .map(|span| match span {
            Span::Plain(text) => text.clone(),
            Span::Strong(text) => format!("**{text}**"),
            Span::Emphasis(text) => format!("*{text}*"),
            Span::Link(to) => link(to),
        })
        .collect()
}

fn link(link: &Link) -> String {
    format!("[{}]({})", link.text, link.target)
}
