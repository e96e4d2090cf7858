//! The preview of a site: the bytes of its files over HTTP, as a careful web server would give them out.
//!
//! The site is read once, before the first answer. What is asked for is only ever looked up among the files that were
//! read, so no address leads out of the folder. Below `/api/v2/` parts of the published figures are answered.

mod answer;
mod api;
mod site;
#[cfg(test)]
mod tests;

use std::{
    io,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use axum::{
    Router,
    extract::{Request, State},
    response::Response,
};
use words::{Arg, Words};

use api::Interface;
use site::Site;

/// Why a site cannot be served.
#[derive(Debug)]
pub(crate) enum ServeError {
    /// A folder or file of the site cannot be read.
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The folder has no start page, so it is no site.
    NoStart {
        /// The folder.
        path: PathBuf,
    },
    /// A file of figures is not as this program writes it.
    Broken {
        /// Which.
        path: PathBuf,
    },
    /// Another program listens at the address.
    InUse {
        /// The address.
        address: SocketAddr,
    },
    /// The address cannot be listened at.
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        cause: io::Error,
    },
    /// The machine gives no network or no signals.
    Run {
        /// Why.
        cause: io::Error,
    },
}

impl ServeError {
    /// What it means, in words.
    pub(crate) fn say(&self, words: &Words) -> String {
        let shown = |path: &Path| path.display().to_string();
        match self {
            ServeError::Read { path, cause } => {
                words.say("serve-read", &[("path", Arg::Text(&shown(path))), ("cause", Arg::Text(&cause.to_string()))])
            }
            ServeError::NoStart { path } => words.say("serve-no-start", &[("path", Arg::Text(&shown(path)))]),
            ServeError::Broken { path } => words.say("serve-api-broken", &[("path", Arg::Text(&shown(path)))]),
            ServeError::InUse { address } => words.say("serve-in-use", &[("address", Arg::Text(&address.to_string()))]),
            ServeError::Listen { address, cause } => words.say(
                "serve-listen",
                &[("address", Arg::Text(&address.to_string())), ("cause", Arg::Text(&cause.to_string()))],
            ),
            ServeError::Run { cause } => words.say("serve-run", &[("cause", Arg::Text(&cause.to_string()))]),
        }
    }
}

/// How long open answers may take after the end was asked for.
const LAST_ANSWERS: Duration = Duration::from_secs(1);

/// Serves the site in a folder until Ctrl-C; calls `ready` with the address once it answers.
pub(crate) fn serve(site: &Path, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    let given = Given::read(site)?;
    let (listener, address) = listen(address)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|cause| ServeError::Run { cause })?;
    runtime.block_on(async {
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let answering = tokio::spawn(answer_all(given, listener, async {
            // An error means that the sender is gone: then it is time to stop, too.
            let _ = stopped.await;
        }));
        ready(address);
        tokio::signal::ctrl_c().await.map_err(|cause| ServeError::Run { cause })?;
        let _ = stop.send(());
        // A connection that never finishes its request must not hold the program.
        match tokio::time::timeout(LAST_ANSWERS, answering).await {
            Ok(Ok(answered)) => answered.map_err(|cause| ServeError::Run { cause }),
            Ok(Err(_)) | Err(_) => Ok(()),
        }
    })
}

/// Takes the address; with port 0 the machine chooses one.
fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), ServeError> {
    let failed = |cause: io::Error| match cause.kind() {
        io::ErrorKind::AddrInUse => ServeError::InUse { address },
        _ => ServeError::Listen { address, cause },
    };
    let listener = TcpListener::bind(address).map_err(failed)?;
    listener.set_nonblocking(true).map_err(failed)?;
    let taken = listener.local_addr().map_err(failed)?;
    Ok((listener, taken))
}

/// What is given out: the files of a site, and its figures in parts.
struct Given {
    site: Site,
    interface: Interface,
}

impl Given {
    fn read(folder: &Path) -> Result<Given, ServeError> {
        let site = Site::read(folder)?;
        let interface = Interface::of(&site).map_err(|broken| ServeError::Broken { path: folder.join(broken.0) })?;
        Ok(Given { site, interface })
    }
}

async fn answer_all(
    given: Given,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let router = Router::new().fallback(answer_one).with_state(Arc::new(given));
    axum::serve(listener, router).with_graceful_shutdown(stop).await
}

async fn answer_one(State(given): State<Arc<Given>>, request: Request) -> Response {
    match api::below(request.uri().path()).map(str::to_owned) {
        Some(path) => given.interface.answer(&path, request).await,
        None => answer::answer(&given.site, request.method(), request.uri().path(), request.headers()),
    }
}
