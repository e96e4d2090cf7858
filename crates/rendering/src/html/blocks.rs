//! Blocks as HTML, in reading order.

use maud::{Markup, html};
use publication::page::{Block, Card, KeyFigure, Link, NoteKind, Sign, Span, Take};

use super::{View, table::table};
use crate::svg;

/// Some blocks; headings of sections among them have this level.
pub(super) fn blocks(view: &View<'_>, blocks: &[Block], level: u8) -> Markup {
    html! { @for one in blocks { (block(view, one, level)) } }
}

fn block(view: &View<'_>, block: &Block, level: u8) -> Markup {
    match block {
        Block::Section { id, heading: words, blocks: parts } => html! {
            section id=(id) {
                (heading(level, words))
                // On wide screens the highest headings stand beside their part.
                @if level == 2 { div class="part" { (blocks(view, parts, level + 1)) } }
                @else { (blocks(view, parts, level + 1)) }
            }
        },
        Block::Paragraph(text) => html! { p { (spans(view, text)) } },
        Block::Lead(text) => html! { p class="lead" { (spans(view, text)) } },
        Block::List { ordered, items } => html! {
            @if *ordered { ol { @for item in items { li { (spans(view, item)) } } } }
            @else { ul { @for item in items { li { (spans(view, item)) } } } }
        },
        Block::Terms(terms) => html! {
            dl class="terms" {
                @for (term, said) in terms { div { dt { (term) } dd { (spans(view, said)) } } }
            }
        },
        Block::Quote(text) => html! { blockquote { p { (spans(view, text)) } } },
        Block::Note { kind, text } => note(view, *kind, text),
        Block::KeyFigure(figure) => key_figure(view, figure),
        Block::Cards(cards) => html! {
            ul class="cards" { @for card in cards { (self::card(view, card, level)) } }
        },
        Block::Table(rows) => table(view, rows, false),
        Block::Chart(chart) => svg::figure(view, chart),
        Block::Downloads(files) => html! {
            ul class="downloads" {
                @for file in files { li { a href=(view.href(&file.target)) download[is_file(file)] { (file.text) } } }
            }
        },
        Block::Take(taken) => take(view, taken),
    }
}

/// Pictures, the frame and the citation of the chart above. Links say which chart they belong to, even out of context.
fn take(view: &View<'_>, taken: &Take) -> Markup {
    let of = || html! { span class="unseen" { ": " (taken.title) } };
    html! {
        details class="take" {
            summary { (view.say("take-title")) (of()) }
            ul class="downloads" {
                @for file in &taken.files { li { a href=(view.href(&file.target)) download { (file.text) (of()) } } }
                @if let Some((page, _)) = &taken.embedding { li { a href=(view.href(&page.target)) { (page.text) (of()) } } }
            }
            @if let Some((_, snippet)) = &taken.embedding {
                p { (view.say("take-snippet")) }
                pre tabindex="0" { code { (snippet) } }
            }
            p { strong { (view.say("take-cite")) ": " } (taken.citation) }
        }
    }
}

fn is_file(link: &Link) -> bool {
    !link.target.contains("://") && !link.target.contains('#')
}

/// A heading; HTML knows six levels.
pub(super) fn heading(level: u8, text: &str) -> Markup {
    match level {
        2 => html! { h2 { (text) } },
        3 => html! { h3 { (text) } },
        4 => html! { h4 { (text) } },
        5 => html! { h5 { (text) } },
        _ => html! { h6 { (text) } },
    }
}

/// A run of text.
pub(super) fn spans(view: &View<'_>, text: &[Span]) -> Markup {
    html! {
        @for span in text {
            @match span {
                Span::Plain(text) => { (text) }
                Span::Strong(text) => { strong { (text) } }
                Span::Emphasis(text) => { em { (text) } }
                Span::Link(link) => { a href=(view.href(&link.target)) { (link.text) } }
            }
        }
    }
}

fn note(view: &View<'_>, kind: NoteKind, text: &[Span]) -> Markup {
    let (class, key) = match kind {
        NoteKind::Information => ("note note-information", "site-note-information"),
        NoteKind::Caution => ("note note-caution", "site-note-caution"),
        NoteKind::Break => ("note note-break", "site-note-break"),
        NoteKind::Status(sign) => return status(view, sign, text),
    };
    html! { div class=(class) role="note" { p { strong { (view.say(key)) } " " (spans(view, text)) } } }
}

/// The word first, with a sign that differs in shape, and only then in colour.
fn status(view: &View<'_>, sign: Sign, text: &[Span]) -> Markup {
    let (name, drawing) = sign_of(sign);
    html! {
        div class={ "note status status-" (name) } role="note" {
            p {
                strong {
                    svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" { path d=(drawing) {} }
                    (view.say(&format!("status-{name}"))) "."
                }
                " " (spans(view, text))
            }
        }
    }
}

/// The name of a sign, and its drawing in a field of 16 by 16: tick, arrow along, arrow down, cross, triangle, octagon,
/// question mark.
pub(crate) fn sign_of(sign: Sign) -> (&'static str, &'static str) {
    match sign {
        Sign::Reached => ("reached", "M2 8.5 6 12.5 14 3.5"),
        Sign::OnPath => ("on-path", "M2 8H13M9 3.5 13.5 8 9 12.5"),
        Sign::OffPath => ("off-path", "M3 3 12 12M12.5 6V12.5H6"),
        Sign::Missed => ("missed", "M3 3 13 13M13 3 3 13"),
        Sign::Warning => ("warning", "M8 2 15 14H1zM8 6.5V10M8 11.6V12"),
        Sign::Alarm => ("alarm", "M5 1H11L15 5V11L11 15H5L1 11V5zM8 4V9M8 11.4V12"),
        Sign::Open => ("cannot-be-judged", "M5 5.5C5 1.5 11 1.5 11 5.5 11 8 8 8 8 10.5M8 13.2V14"),
    }
}

/// A number set large. Its unit is smaller and may go to the next line, for on a narrow screen both do not fit on one.
fn large(shown: &str) -> Markup {
    match shown.split_once('\u{a0}') {
        Some((number, unit)) => html! { (number) " " span class="measured-in" { (unit) } },
        None => html! { (shown) },
    }
}

fn key_figure(view: &View<'_>, figure: &KeyFigure) -> Markup {
    html! {
        div class="key" {
            div class="key-main" {
                p class="key-label" { (figure.label) }
                // A sign in words is long, and not to be shouted.
                @let words = !figure.shown.bytes().any(|byte| byte.is_ascii_digit());
                p class={ "key-shown" @if words { " key-words" } } { (large(&figure.shown)) }
                @if !figure.reading.is_empty() { p class="key-reading" { (spans(view, &figure.reading)) } }
            }
            @if !figure.facts.is_empty() {
                dl class="facts" {
                    @for (term, said) in &figure.facts { div { dt { (term) } dd { (spans(view, said)) } } }
                }
            }
        }
    }
}

fn card(view: &View<'_>, card: &Card, level: u8) -> Markup {
    let title = html! { a href=(view.href(&card.link.target)) { (card.link.text) } };
    html! {
        li class="card" {
            @if let Some(over) = &card.over { p class="card-over" { (over) } }
            @match level {
                2 => { h2 class="card-title" { (title) } }
                3 => { h3 class="card-title" { (title) } }
                4 => { h4 class="card-title" { (title) } }
                _ => { h5 class="card-title" { (title) } }
            }
            @if card.shown.is_some() || card.spark.is_some() {
                div class="card-figure" {
                    @if let Some(shown) = &card.shown { p class="card-shown" { (large(shown)) } }
                    @if let Some(spark) = &card.spark { (svg::spark(view, spark)) }
                }
            }
            @if !card.text.is_empty() { p class="card-text" { (spans(view, &card.text)) } }
        }
    }
}
