//! One answer: status, headers and bytes.

use axum::{
    body::{Body, Bytes},
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, StatusCode,
        header::{
            ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
            IF_NONE_MATCH, LOCATION, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
        },
    },
    response::Response,
};

use super::site::{File, Found, Site};

/// What a page may load: only what comes from its own server, and nothing that is written into the page.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// The same for figures that other sites may frame.
const POLICY_EMBEDDED: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
                               connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
/// What a page of figures never needs.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

/// Answers one request.
pub(super) fn answer(site: &Site, method: &Method, path: &str, headers: &HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        let mut response = bare(StatusCode::METHOD_NOT_ALLOWED, path);
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    match site.find(path) {
        Found::File(found, file) => give(StatusCode::OK, found, file, headers),
        Found::Nothing(Some((found, file))) => give(StatusCode::NOT_FOUND, found, file, headers),
        Found::Nothing(None) => bare(StatusCode::NOT_FOUND, path),
        Found::Folder(address) => {
            let mut response = bare(StatusCode::PERMANENT_REDIRECT, path);
            // It came as the path of a request, so it is fit for a header.
            if let Ok(address) = HeaderValue::from_str(&address) {
                response.headers_mut().insert(LOCATION, address);
            }
            response
        }
    }
}

/// An answer without a body; with the headers that every answer carries.
pub(super) fn bare(status: StatusCode, path: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    // Pages for frames lie below `embed/`, in other languages than the first below that of their language.
    let mut folders = path.trim_start_matches('/').split('/');
    let first = folders.next();
    let embedded = first == Some("embed") || first.is_some_and(|one| one.len() == 2) && folders.next() == Some("embed");
    let set = [
        (CACHE_CONTROL, "no-cache"),
        (CONTENT_SECURITY_POLICY, if embedded { POLICY_EMBEDDED } else { POLICY }),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    for (name, value) in set {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// A file, compressed if the asker wants that, or the word that it has not changed.
pub(super) fn give(status: StatusCode, path: &str, file: &File, asked: &HeaderMap) -> Response {
    let packed = if accepts_gzip(asked) { file.gzip() } else { None };
    // Compressed bytes are other bytes, so they have another strong tag.
    let tag = match packed {
        Some(_) => format!("\"{}-gzip\"", file.digest),
        None => format!("\"{}\"", file.digest),
    };
    let unchanged = status == StatusCode::OK && knows(asked, &tag);
    let mut response = bare(if unchanged { StatusCode::NOT_MODIFIED } else { status }, path);
    let headers = response.headers_mut();
    headers.insert(ETAG, HeaderValue::from_str(&tag).expect("a tag of hexadecimal digits"));
    if file.compressible() {
        headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    }
    if unchanged {
        return response;
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    if packed.is_some() {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    // For HEAD the server sends the length and leaves the bytes out.
    *response.body_mut() = Body::from(Bytes::clone(packed.unwrap_or(&file.plain)));
    response
}

/// Whether the asker has the content with this tag already. Tags are compared weakly, as the standard says for reading.
fn knows(asked: &HeaderMap, tag: &str) -> bool {
    items(asked, &IF_NONE_MATCH).any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

/// Whether the asker takes gzip: named, or meant by `*`, and not refused with `q=0`.
fn accepts_gzip(asked: &HeaderMap) -> bool {
    let weight = |wanted: &str| {
        items(asked, &ACCEPT_ENCODING).find_map(|item| {
            let mut parts = item.split(';').map(str::trim);
            if !parts.next()?.eq_ignore_ascii_case(wanted) {
                return None;
            }
            let weight = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
            Some(weight.is_none_or(|weight| weight.parse::<f32>().is_ok_and(|weight| weight > 0.0)))
        })
    };
    weight("gzip").or_else(|| weight("*")).unwrap_or(false)
}

/// The items of a header that is a list.
fn items<'a>(headers: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'a str> {
    headers
        .get_all(name)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
}
