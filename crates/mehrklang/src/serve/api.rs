//! The figures of the site over HTTP: what [`interface`] answers, kept for whoever asks the same again.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    body::to_bytes,
    extract::Request,
    http::{
        HeaderName, HeaderValue, Method, StatusCode,
        header::{
            ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ALLOW,
            CONTENT_LANGUAGE,
        },
    },
    response::Response,
};
use interface::{Broken, Tables};

use super::{
    answer::{bare, give},
    site::{File, Site},
};

/// The longest question that is read.
pub(super) const LONGEST: usize = 64 * 1024;
/// How many bytes of answers are kept.
const KEPT: usize = 64 * 1024 * 1024;

/// The tables of a site, and answers that were given.
pub(super) struct Interface {
    tables: Tables,
    given: Mutex<Given>,
}

/// Answers by their questions.
#[derive(Default)]
struct Given {
    answers: HashMap<Question, Arc<Kept>>,
    bytes: usize,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Question {
    method: interface::Method,
    path: String,
    query: String,
    body: Vec<u8>,
}

struct Kept {
    status: StatusCode,
    language: &'static str,
    file: File,
}

/// What an address asks of the interface, if it lies there.
pub(super) fn below(path: &str) -> Option<&str> {
    let rest = path.strip_prefix('/')?.strip_prefix(interface::ROOT)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
}

impl Interface {
    /// The figures of a site.
    pub(super) fn of(site: &Site) -> Result<Interface, Broken> {
        let files = site.files.iter().map(|(path, file)| (path.as_str(), file.plain.as_ref()));
        Ok(Interface { tables: Tables::read(files)?, given: Mutex::default() })
    }

    /// Answers a question at this address below the root. Other sites may ask, too: all that is here is published.
    pub(super) async fn answer(&self, path: &str, request: Request) -> Response {
        let (head, body) = request.into_parts();
        let address = head.uri.path();
        let mut response = if head.method == Method::OPTIONS {
            let mut response = bare(StatusCode::NO_CONTENT, address);
            response.headers_mut().insert(ALLOW, HeaderValue::from_static(METHODS));
            response
        } else {
            match to_bytes(body, LONGEST).await {
                Err(_) => bare(StatusCode::PAYLOAD_TOO_LARGE, address),
                Ok(body) => {
                    let method = match head.method {
                        Method::GET | Method::HEAD => interface::Method::Get,
                        Method::POST => interface::Method::Post,
                        _ => interface::Method::Other,
                    };
                    let query = head.uri.query().unwrap_or_default().to_owned();
                    let kept = self.kept(Question { method, path: path.to_owned(), query, body: body.into() });
                    let mut response = give(kept.status, address, &kept.file, &head.headers);
                    response.headers_mut().insert(CONTENT_LANGUAGE, HeaderValue::from_static(kept.language));
                    response
                }
            }
        };
        for (name, value) in SHARED {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }

    fn kept(&self, question: Question) -> Arc<Kept> {
        // A thread that panicked while it held the answers left them whole: they are only ever put in.
        let given = || self.given.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = given().answers.get(&question) {
            return Arc::clone(kept);
        }
        let Question { method, path, query, body } = &question;
        let answer = interface::answer(&self.tables, interface::Request { method: *method, path, query, body });
        let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let file = File::new(answer.media_type, answer.body);
        let kept = Arc::new(Kept { status, language: answer.language.code(), file });
        // Only what has figures is kept: nobody can fill the memory with questions that have no answer.
        let bytes = kept.file.plain.len() + path.len() + query.len() + body.len();
        if status == StatusCode::OK && bytes < KEPT / 4 {
            let mut given = given();
            if given.bytes + bytes > KEPT {
                *given = Given::default();
            }
            given.bytes += bytes;
            given.answers.insert(question, Arc::clone(&kept));
        }
        kept
    }
}

const METHODS: &str = "GET, HEAD, POST, OPTIONS";

/// What lets pages of other sites ask.
const SHARED: [(HeaderName, &str); 3] = [
    (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (ACCESS_CONTROL_ALLOW_METHODS, METHODS),
    (ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type"),
];
