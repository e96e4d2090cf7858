//! What stands around the blocks of a page: head, navigation, footer.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use publication::page::{Block, Page};
use words::{Language, Words};

use super::{View, blocks, links};
use crate::neighbour;
use catalogue::{Catalogue, model::Monitoring};

/// A whole page.
pub(super) fn document(view: &View<'_>) -> Markup {
    if view.page.path.starts_with("embed/") { embedded(view) } else { page(view) }
}

/// A page within a frame of another site: the chart, where it comes from, and nothing around it. Links leave the frame.
fn embedded(view: &View<'_>) -> Markup {
    let page = view.page;
    let own = links::file_of(page.language, &page.path);
    let asset = |path: &str| links::relative(&own, path);
    html! {
        (DOCTYPE)
        html lang=(page.language.code()) {
            head {
                meta charset="utf-8";
                base target="_top";
                title { (page.title) " – " (view.site.catalogue.monitoring.title.get(page.language)) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="description" content=(page.summary);
                meta name="robots" content="noindex";
                meta name="color-scheme" content="light dark";
                link rel="stylesheet" href=(asset("style.css"));
                link rel="icon" type="image/svg+xml" href=(asset("favicon.svg"));
                script defer src=(asset("js/sort.js")) {}
                script defer src=(asset("js/tip.js")) {}
                script defer src=(asset("js/embedded.js")) {}
            }
            body class="kind-embed" {
                main id="content" {
                    h1 class="unseen" { (page.title) }
                    (blocks::blocks(view, &page.blocks, 2))
                    @if let Some(synthetic) = &view.site.catalogue.monitoring.synthetic {
                        p class="synthetic" { span { (synthetic.get(page.language)) } }
                    }
                }
            }
        }
    }
}

fn page(view: &View<'_>) -> Markup {
    let page = view.page;
    let monitoring = &view.site.catalogue.monitoring;
    let site_title = monitoring.title.get(page.language);
    let own = links::file_of(page.language, &page.path);
    let asset = |path: &str| links::relative(&own, path);
    let kind = page.path.split_once('/').map_or("page", |(kind, _)| kind);
    let title =
        if page.title == site_title { site_title.to_owned() } else { format!("{} – {site_title}", page.title) };
    html! {
        (DOCTYPE)
        html lang=(page.language.code()) {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="description" content=(page.summary);
                meta name="color-scheme" content="light dark";
                link rel="stylesheet" href=(asset("style.css"));
                link rel="icon" type="image/svg+xml" href=(asset("favicon.svg"));
                link rel="alternate" type="application/atom+xml" title=(view.say("news-title"))
                    href=(asset(&links::beside(page.language, "feed.xml")));
                @for other in view.site.pages.iter().filter(|other| other.path == page.path) {
                    link rel="alternate" hreflang=(other.language.code())
                        href=(links::relative(&own, &links::file_of(other.language, &other.path)));
                }
                script defer src=(asset("js/sort.js")) {}
                script defer src=(asset("js/tip.js")) {}
            }
            body class={ "kind-" (if page.path.is_empty() { "start" } else { kind }) } {
                a class="skip" href="#content" { (view.say("site-skip")) }
                (header(view, site_title))
                @if let Some(synthetic) = &monitoring.synthetic {
                    p class="synthetic" { span { (synthetic.get(page.language)) } }
                }
                main id="content" tabindex="-1" {
                    (neighbour::room())
                    (trail(view))
                    h1 { (page.title) }
                    (body(view))
                }
                (footer(view))
            }
        }
    }
}

/// The blocks, with a list of the parts after the leading sentences of a long page.
fn body(view: &View<'_>) -> Markup {
    let page = view.page;
    let first =
        page.blocks.iter().position(|block| matches!(block, Block::Section { .. })).unwrap_or(page.blocks.len());
    let (leading, rest) = page.blocks.split_at(first);
    let parts: Vec<(&str, &str)> = rest
        .iter()
        .filter_map(|block| match block {
            Block::Section { id, heading, .. } => Some((id.as_str(), heading.as_str())),
            _ => None,
        })
        .collect();
    html! {
        (blocks::blocks(view, leading, 2))
        @if parts.len() >= 4 && !page.path.is_empty() {
            nav class="parts" aria-label=(view.say("site-parts")) {
                ul { @for (id, heading) in parts { li { a href={ "#" (id) } { (heading) } } } }
            }
        }
        (blocks::blocks(view, rest, 2))
    }
}

fn header(view: &View<'_>, site_title: &str) -> Markup {
    let page = view.page;
    let monitoring = &view.site.catalogue.monitoring;
    let own = links::file_of(page.language, &page.path);
    let asset = |path: &str| links::relative(&own, path);
    html! {
        header class="top" {
            div class="bar" {
                a class="name" href=(view.href("")) { (mark(monitoring, page.language, &asset("logo.svg"))) span { (site_title) } }
                (languages(view))
            }
            nav class="main" aria-label=(view.say("site-navigation")) {
                ul {
                    @for (target, key, kind) in [
                        ("", "site-start", ""), (fields(view), "site-fields", "f"), ("changes", "site-changes", ""),
                        ("targets", "site-targets", ""), ("warnings", "site-warnings", ""), ("areas", "site-areas", "a"),
                        ("methods", "site-methods", ""), ("data", "site-data", ""),
                    ] {
                        @if exists(view, target) {
                            li {
                                a href=(entry(view, target)) aria-current=[current(page, target, kind)] {
                                    (view.say(key))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The page of the fields of action, or else the part of the start page that leads to them.
fn fields(view: &View<'_>) -> &'static str {
    if view.site.known.contains(&(view.page.language, "fields")) { "fields" } else { "#fields" }
}

/// The address of an entry of the navigation: a page, or a part of the start page.
fn entry(view: &View<'_>, target: &str) -> String {
    if target.starts_with('#') { view.href("") + target } else { view.href(target) }
}

fn exists(view: &View<'_>, target: &str) -> bool {
    let has_part = |part: &str| {
        let start = view.site.pages.iter().find(|page| page.path.is_empty() && page.language == view.page.language);
        start.is_some_and(|page| {
            page.blocks.iter().any(|block| matches!(block, Block::Section { id, .. } if id == part))
        })
    };
    match target.strip_prefix('#') {
        Some(part) => has_part(part),
        None => view.site.known.contains(&(view.page.language, target)),
    }
}

/// Whether a page is the one that an entry leads to, or lies below it.
fn current(page: &Page, target: &str, kind: &str) -> Option<&'static str> {
    let below = |kind: &str| page.path.split_once('/').is_some_and(|(own, _)| own == kind);
    if page.path == target {
        Some("page")
    } else if !kind.is_empty() && (below(kind) || kind == "f" && below("i")) {
        Some("true")
    } else {
        None
    }
}

/// The same page in the other languages, else their start page. Each language is called what it calls itself.
fn languages(view: &View<'_>) -> Markup {
    let page = view.page;
    let own = links::file_of(page.language, &page.path);
    let others: Vec<Language> = Language::ALL
        .into_iter()
        .filter(|language| *language != page.language && view.site.known.contains(&(*language, "")))
        .collect();
    html! {
        @if !others.is_empty() {
            nav class="languages" aria-label=(view.say("site-languages")) {
                ul {
                    @for words in view.site.words.iter().filter(|words| others.contains(&words.language())) {
                        @let language = words.language();
                        @let path = if view.site.known.contains(&(language, &page.path)) { page.path.as_str() } else { "" };
                        li {
                            a href=(links::relative(&own, &links::file_of(language, path)))
                                lang=(language.code()) hreflang=(language.code()) { (words.say("site-own-language", &[])) }
                        }
                    }
                }
            }
        }
    }
}

fn trail(view: &View<'_>) -> Markup {
    html! {
        @if !view.page.trail.is_empty() {
            nav class="trail" aria-label=(view.say("site-trail")) {
                ol {
                    @for link in &view.page.trail { li { a href=(view.href(&link.target)) { (link.text) } } }
                    li { span aria-current="page" { (view.page.title) } }
                }
            }
        }
    }
}

fn footer(view: &View<'_>) -> Markup {
    let monitoring = &view.site.catalogue.monitoring;
    let language = view.page.language;
    html! {
        footer class="bottom" {
            dl {
                div { dt { (view.say("site-publisher")) } dd { (monitoring.publisher.get(language)) } }
                div { dt { (view.say("site-contact")) } dd { (contact(monitoring.contact.get(language))) } }
                div { dt { (view.say("site-licence")) } dd { (licence(&monitoring.licence)) } }
                @if let Some(earlier) = view.site.earlier {
                    @let own = links::file_of(language, &view.page.path);
                    div { dt { (view.say("edition-earlier")) } dd { (earlier.link(language, &own)) } }
                }
                @if exists(view, "data") {
                    div { dt { (view.say("site-data")) } dd { a href=(view.href("data")) { (view.say("site-releases")) } } }
                }
            }
            p class="imprint" { (view.say("site-made-with")) }
        }
    }
}

/// Text in which words with an at-sign become links.
fn contact(text: &str) -> Markup {
    html! {
        @for (place, word) in text.split(' ').enumerate() {
            @if place > 0 { " " }
            @let address = word.trim_matches(|c: char| !c.is_alphanumeric());
            @match (address.contains('@'), word.split_once(address)) {
                (true, Some((before, after))) => { (before) a href={ "mailto:" (address) } { (address) } (after) }
                _ => { (word) }
            }
        }
    }
}

/// The licence, linked where its text is known.
fn licence(name: &str) -> Markup {
    let address = match name {
        "dl-de/by-2-0" | "dl-de/zero-2-0" => Some(format!("https://www.govdata.de/{name}")),
        "cc-by-4.0" | "CC-BY-4.0" => Some("https://creativecommons.org/licenses/by/4.0/".to_owned()),
        _ => None,
    };
    html! { @if let Some(address) = address { a href=(address) rel="license" { (name) } } @else { (name) } }
}

/// The logo of the publisher, else the sign of the program: three voices.
fn mark(monitoring: &Monitoring, language: Language, logo: &str) -> Markup {
    if let Some(own) = &monitoring.design.logo {
        return html! { img class="logo" src=(logo) alt=(own.says.get(language)); };
    }
    PreEscaped(
        "<svg class=\"mark\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M2 7h20M2 12h14M2 17h9\"/>\
         <circle cx=\"19\" cy=\"12\" r=\"2.5\"/><circle cx=\"14\" cy=\"17\" r=\"2.5\"/></svg>"
            .to_owned(),
    )
}

/// The page for addresses that do not exist. It is answered at any depth, so it is the one page whose addresses
/// begin at the root.
pub(super) fn not_found(catalogue: &Catalogue, words: &[Words]) -> Markup {
    let monitoring = &catalogue.monitoring;
    let main = &words[0];
    html! {
        (DOCTYPE)
        html lang=(main.language().code()) {
            head {
                meta charset="utf-8";
                title { (main.say("site-not-found", &[])) " – " (monitoring.title.get(main.language())) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                link rel="stylesheet" href="/style.css";
                link rel="icon" type="image/svg+xml" href="/favicon.svg";
            }
            body class="kind-not-found" {
                a class="skip" href="#content" { (main.say("site-skip", &[])) }
                header class="top" {
                    div class="bar" {
                        a class="name" href="/index.html" { (mark(monitoring, main.language(), "/logo.svg")) span { (monitoring.title.get(main.language())) } }
                    }
                }
                main id="content" {
                    h1 { (main.say("site-not-found", &[])) }
                    @for words in words.iter().filter(|words| monitoring.languages.contains(&words.language())) {
                        p lang=(words.language().code()) {
                            (words.say("site-not-found-text", &[])) " "
                            a href={ "/" (links::file_of(words.language(), "")) } { (words.say("site-start", &[])) }
                        }
                    }
                }
            }
        }
    }
}
