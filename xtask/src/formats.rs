//! Open data, read back by clients that are not ours.

use std::path::Path;

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
