//! Why a folder is not a release that can be opened.

use catalogue::{Place, Remark};

/// Why the files of a release cannot be opened. The sentence for people is [`OpenError::remark`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// A file is missing.
    #[error("{file} is missing")]
    Missing {
        /// Its path in the folder of the release.
        file: String,
    },
    /// A file does not belong to a release.
    #[error("{file} does not belong to a release")]
    Unexpected {
        /// Its path.
        file: String,
    },
    /// The release was written by a later program, in a format that this one does not know.
    #[error("format {format} is newer than this program")]
    Newer {
        /// The version of its format.
        format: i64,
    },
    /// The manifest is not as `seal` writes it.
    #[error("manifest.toml is not as it was sealed")]
    Manifest,
    /// A file is not the one that was sealed.
    #[error("{file} is not the file that was sealed")]
    Changed {
        /// Its path.
        file: String,
    },
    /// A file was sealed but cannot be understood.
    #[error("{file} cannot be understood, at line {line}")]
    Malformed {
        /// Its path.
        file: String,
        /// The observation, counted from 1 (0: the head).
        line: usize,
    },
}

impl OpenError {
    /// The same as a remark, for a release in this folder (its path below the monitoring).
    pub fn remark(&self, folder: &str) -> Remark {
        let at = |file: &str| Place::File(format!("{folder}/{file}"));
        match self {
            OpenError::Missing { file } => Remark::error("release-file-missing", at(file)),
            OpenError::Unexpected { file } => Remark::error("release-file-unexpected", at(file)),
            OpenError::Newer { format } => {
                Remark::error("release-newer", at("manifest.toml")).with("format", format.to_string()).hinted()
            }
            OpenError::Manifest => Remark::error("release-manifest", at("manifest.toml")).hinted(),
            OpenError::Changed { file } => Remark::error("release-changed", at(file)).hinted(),
            OpenError::Malformed { file, .. } => Remark::error("release-malformed", at(file)),
        }
    }
}
