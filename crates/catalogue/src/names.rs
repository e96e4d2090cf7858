//! Names, parsed once. A name that exists is well formed, and two kinds of names cannot be swapped. Their text is
//! shared: a release repeats them in each of its rows.

use std::{fmt, str::FromStr, sync::Arc};

/// What is wrong with a name, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a name: {given:?}")]
pub struct NameError {
    /// The text as written.
    pub given: String,
    /// A well-formed name near to it, where there is one.
    pub suggestion: Option<String>,
}

/// Lower-case letters, digits and hyphens; begins with a letter.
fn is_slug(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Codes of categories may begin with a digit (`000`, `18-29`).
fn is_code(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Official keys of areas: letters, digits, dots, hyphens and underscores. Text, never a number (leading zeros).
fn is_area_code(text: &str) -> bool {
    !text.is_empty()
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_'))
}

/// Turns a title into a name: "Schulabgänge ohne Abschluss" becomes "schulabgaenge-ohne-abschluss".
pub fn slug(title: &str) -> Option<String> {
    let mut slug = String::with_capacity(title.len());
    for c in title.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_matches('-').trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned();
    is_slug(&slug).then_some(slug)
}

macro_rules! name_type {
    ($(#[$doc:meta])* $name:ident, $check:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NameError;

            fn from_str(text: &str) -> Result<$name, NameError> {
                if $check(text) {
                    Ok($name(text.into()))
                } else {
                    Err(NameError { given: text.to_owned(), suggestion: slug(text) })
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name_type!(
    /// The official or local key of an area, such as the AGS `09162000`.
    AreaCode, is_area_code
);
name_type!(
    /// A level of areas, such as `stadtbezirk`.
    LevelName, is_slug
);
name_type!(
    /// A variable, such as `citizenship`.
    VariableName, is_slug
);
name_type!(
    /// A category of a variable, such as `foreign` or `18-29`.
    CategoryCode, is_code
);
name_type!(
    /// A concept, such as `migration-background`.
    ConceptName, is_slug
);
name_type!(
    /// A version of a concept, such as `mikrozensus-2017`; unique within its concept.
    VersionName, is_slug
);
name_type!(
    /// A source of data, such as `einwohner`.
    SourceName, is_slug
);
name_type!(
    /// A measure that a source delivers, such as `residents`; unique within its source.
    MeasureName, is_slug
);
name_type!(
    /// A field of action, such as `bildung`.
    FieldName, is_slug
);
name_type!(
    /// An indicator; also its address on the site.
    IndicatorName, is_slug
);
name_type!(
    /// An edition, such as `oeffentlichkeit`.
    EditionName, is_slug
);

name_type!(
    /// An objective, such as `bildung-fuer-alle`.
    ObjectiveName, is_slug
);
name_type!(
    /// An agreed target, such as `schulabgang-2030`.
    TargetName, is_slug
);

name_type!(
    /// A word or several that texts should do without, such as `brennpunkt`.
    TermName, is_slug
);

/// A measure of a source, written `source.measure`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureKey {
    /// The source that delivers it.
    pub source: SourceName,
    /// Its name within the source.
    pub measure: MeasureName,
}

impl fmt::Display for MeasureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.source, self.measure)
    }
}

impl FromStr for MeasureKey {
    type Err = NameError;

    fn from_str(text: &str) -> Result<MeasureKey, NameError> {
        let error = |suggestion| NameError { given: text.to_owned(), suggestion };
        let (source, measure) = text.split_once('.').ok_or_else(|| error(None))?;
        match (source.parse(), measure.parse()) {
            (Ok(source), Ok(measure)) => Ok(MeasureKey { source, measure }),
            _ => Err(error(slug(source).zip(slug(measure)).map(|(source, measure)| format!("{source}.{measure}")))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_to_write_instead() {
        let suggestion = |text: &str| text.parse::<IndicatorName>().unwrap_err().suggestion;
        let expected = Some("schulabgaenge-ohne-abschluss".to_owned());
        assert_eq!(suggestion("Schulabgänge ohne Abschluss"), expected);
        assert_eq!(suggestion("1"), None);
        let key = "Einwohner.Über 65".parse::<MeasureKey>().unwrap_err();
        assert_eq!(key.suggestion.as_deref(), Some("einwohner.ueber-65"));
        assert_eq!("register.residents".parse::<MeasureKey>().unwrap().to_string(), "register.residents");
        assert!("06".parse::<AreaCode>().is_ok() && "18-29".parse::<CategoryCode>().is_ok());
    }
}
