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
