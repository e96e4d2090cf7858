//! All pages for search engines, `sitemap.xml` (sitemaps.org, protocol 0.9).

use maud::{PreEscaped, html};
use publication::page::Page;
use words::Language;

use crate::File;

/// Everything may be read by everyone.
pub(crate) const ROBOTS: &str = "User-agent: *\nAllow: /\n";

/// The addresses of all pages that stand alone, and `robots.txt`, which says where that list is; `address` is where the
/// site lies, with a slash at the end.
pub fn sitemap(pages: &[Page], address: &str) -> [File; 2] {
    let of = |page: &Page| {
        let folder = if page.language == Language::De { String::new() } else { format!("{}/", page.language) };
        let name = if page.path.is_empty() { "index" } else { &page.path };
        format!("{address}{folder}{name}.html")
    };
    let list = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for page in pages.iter().filter(|page| !page.path.starts_with("embed/")) { url { loc { (of(page)) } } }
        }
    };
    let robots = format!("{ROBOTS}Sitemap: {address}sitemap.xml\n");
    [("sitemap.xml", list.into_string()), ("robots.txt", robots)]
        .map(|(path, text)| File { path: path.to_owned(), bytes: text.into_bytes() })
}
