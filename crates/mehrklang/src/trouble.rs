//! What the machine could not do. Mistakes in the input are remarks, not troubles.

use std::{io, path::PathBuf};

use words::{Arg, Words};

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// A file or folder could not be read, written, renamed or removed.
    #[error("{}", path.display())]
    File {
        /// What was tried: `read`, `write`, `rename`, `remove`, `list`, `lock`.
        deed: &'static str,
        /// With what.
        path: PathBuf,
        /// Why not.
        #[source]
        cause: io::Error,
    },
    /// Another run works in this monitoring.
    #[error("{}", .0.display())]
    Busy(PathBuf),
    /// The site cannot be served.
    #[error("serve")]
    Serve(crate::serve::ServeError),
    /// A report cannot be set.
    #[cfg(feature = "report")]
    #[error("report")]
    Report(String),
}

impl Trouble {
    /// For `map_err`: a deed with a path that failed.
    pub(crate) fn file(deed: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Trouble {
        let path = path.into();
        move |cause| Trouble::File { deed, path, cause }
    }

    /// The sentence for people, with its cause.
    pub(crate) fn sentence(&self, words: &Words) -> String {
        match self {
            Trouble::File { deed, path, cause } => {
                let path = path.display().to_string();
                let cause = because(words, cause);
                words.say(&format!("trouble-{deed}"), &[("path", Arg::Text(&path)), ("cause", Arg::Text(&cause))])
            }
            Trouble::Busy(path) => words.say("trouble-busy", &[("path", Arg::Text(&path.display().to_string()))]),
            Trouble::Serve(error) => error.say(words),
            #[cfg(feature = "report")]
            Trouble::Report(cause) => words.say("trouble-report", &[("cause", Arg::Text(cause))]),
        }
    }
}

/// The cause in the reader's language where it is a common one, else in the words of the system.
pub(crate) fn because(words: &Words, cause: &io::Error) -> String {
    let key = match cause.kind() {
        io::ErrorKind::NotFound => "cause-not-found",
        io::ErrorKind::PermissionDenied => "cause-permission-denied",
        io::ErrorKind::AlreadyExists => "cause-already-exists",
        io::ErrorKind::StorageFull => "cause-storage-full",
        io::ErrorKind::AddrInUse => "cause-address-in-use",
        io::ErrorKind::NotADirectory => "cause-not-a-folder",
        io::ErrorKind::IsADirectory => "cause-is-a-folder",
        io::ErrorKind::ReadOnlyFilesystem => "cause-read-only",
        _ => return cause.to_string(),
    };
    words.say(key, &[])
}
