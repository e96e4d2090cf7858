//! Tables: caption, heads with scope, signs said in words, a frame that scrolls when the page is narrow.

use maud::{Markup, html};
use publication::page::{Cell, Look, Table};

use super::{View, blocks::spans};
use crate::svg;

/// A table. Below a chart its caption is hidden from view only if it merely repeats the title of the chart.
pub(crate) fn table(view: &View<'_>, table: &Table, quiet: bool) -> Markup {
    let id = format!("t{}", view.number());
    let sortable = table.rows.len() > 2;
    html! {
        section class="table-frame" tabindex="0" aria-labelledby=(id) {
            table class=[sortable.then_some("sortable")] {
                caption id=(id) class=[quiet.then_some("unseen")] { (table.caption) }
                thead {
                    tr {
                        @for head in &table.heads {
                            th scope="col" class=[head.numeric.then_some("number")] { (head.text) }
                        }
                    }
                }
                tbody {
                    @for row in &table.rows {
                        tr {
                            th scope="row" { (spans(view, &row.head)) }
                            @for one in &row.cells { (cell(view, one)) }
                        }
                    }
                }
            }
        }
        @if !table.signs.is_empty() {
            ul class="signs" { @for sign in &table.signs { li { (sign) } } }
        }
    }
}

fn cell(view: &View<'_>, cell: &Cell) -> Markup {
    match cell {
        Cell::Text(text) => html! { td { (spans(view, text)) } },
        Cell::Number { shown, look, value } => html! {
            td class=(class(*look)) data-value=[value.map(plain)] { (figure(view, shown, *look)) }
        },
        Cell::Spark(spark) => html! { td class="spark-cell" { (svg::spark(view, spark)) } },
    }
}

fn class(look: Look) -> &'static str {
    match look {
        Look::Value => "number",
        Look::Unreliable => "number unreliable",
        Look::Withheld => "number sign withheld",
        _ => "number sign",
    }
}

/// A number for scripts to sort by.
fn plain(value: f64) -> String {
    format!("{value}")
}

/// A figure as shown; a bare sign is said in words instead.
fn figure(view: &View<'_>, shown: &str, look: Look) -> Markup {
    let said = view.look(look);
    let bare = !shown.chars().any(|c| c.is_ascii_digit());
    html! {
        @match said {
            None => { (shown) }
            // A dot alone is easily overlooked: the style sheet hatches it, and it says what it is when pointed at.
            Some(said) if look == Look::Withheld => {
                span aria-hidden="true" title=(said) { (shown) } span class="unseen" { (said) }
            }
            Some(said) if bare => { span aria-hidden="true" { (shown) } span class="unseen" { (said) } }
            Some(said) => { (shown) span class="unseen" { " " (said) } }
        }
    }
}
