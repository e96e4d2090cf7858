//! Open data, read back by clients that are not ours.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Stdio},
};

use crate::{
    disclosure::outside::python,
    run::{Done, command, root, run},
};

/// Holds every value and status in each format of a site against the plain CSV files, and says how many were compared.
///
/// # Errors
/// A cell that a client reads differently, or what could not be run.
pub(crate) fn check(site: &Path) -> Done {
    let mut clients = command(&python()?, &[root().join("xtask/python/formats.py")]);
    clients.env("PYTHONDONTWRITEBYTECODE", "1").arg(site);
    run(clients)
}

/// Holds the catalogue for data portals of a site against shapes, by a validator that is not ours, and lets it look for
/// catalogues that were broken on purpose.
///
/// # Errors
/// What does not conform, what leads nowhere, or what nobody noticed.
pub(crate) fn catalog(site: &Path) -> Done {
    let mut portal = command(&python()?, &[root().join("xtask/python/portal.py")]);
    portal.env("PYTHONDONTWRITEBYTECODE", "1").arg(site);
    run(portal)
}

/// Reads the paper of a site as a program of others does, holds it against the pages, and lets it look for papers that
/// were broken on purpose.
///
/// # Errors
/// What is not marked or said, a row that stands on no page, or what nobody noticed.
pub(crate) fn paper(site: &Path) -> Done {
    let mut reader = command(&python()?, &[root().join("xtask/python/document.py")]);
    reader.env("PYTHONDONTWRITEBYTECODE", "1").arg(site);
    run(reader)
}

/// Serves an edition of a monitoring and lets a client that is not ours ask for every figure.
///
/// # Errors
/// A figure that is answered otherwise than it stands in the files, or what could not be run.
pub(crate) fn interface(program: &Path, monitoring: &Path, edition: &str, site: &Path) -> Done {
    let (_server, address) = serve(program, monitoring, edition)?;
    let mut client = command(&python()?, &[root().join("xtask/python/interface.py")]);
    client.env("PYTHONDONTWRITEBYTECODE", "1").arg(site).arg(&address);
    run(client)
}

/// A server that ends with its holder.
pub(crate) struct Server(Child);

impl Server {
    /// Holds a running server.
    pub(crate) fn of(child: Child) -> Server {
        Server(child)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts `mehrklang serve` at a free port; the server and its address.
pub(crate) fn serve(program: &Path, monitoring: &Path, edition: &str) -> Done<(Server, String)> {
    let mut serve = command(program, &["--dir"]);
    serve
        .arg(monitoring)
        .args(["serve", "--site", "--edition", edition, "--address", "127.0.0.1:0"])
        .stdout(Stdio::piped());
    let mut child = serve.spawn().map_err(|error| format!("mehrklang serve: {error}"))?;
    let out = child.stdout.take().ok_or("mehrklang serve has no output")?;
    let server = Server(child);
    for line in BufReader::new(out).lines() {
        let line = line.map_err(|error| error.to_string())?;
        if let Some((_, rest)) = line.split_once("http://") {
            let end = rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || ".:".contains(sign)));
            let address = rest[..end.unwrap_or(rest.len())].trim_end_matches('.');
            return Ok((server, format!("http://{address}")));
        }
    }
    Err("mehrklang serve ended before it answered".to_owned())
}
