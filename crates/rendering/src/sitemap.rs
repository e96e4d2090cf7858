//! All pages for search engines, `sitemap.xml` (sitemaps.org, protocol 0.9).

use maud::{PreEscaped, html};
use publication::page::Page;
use words::Language;

use crate::File;

/// The addresses of all pages; `address` is where the site lies, with a slash at the end.
pub fn sitemap(pages: &[Page], address: &str) -> File {
    let of = |page: &Page| {
        let folder = if page.language == Language::De { String::new() } else { format!("{}/", page.language) };
        let name = if page.path.is_empty() { "index" } else { &page.path };
        format!("{address}{folder}{name}.html")
    };
    let list = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for page in pages { url { loc { (of(page)) } } }
        }
    };
    File { path: "sitemap.xml".to_owned(), bytes: list.into_string().into_bytes() }
}
