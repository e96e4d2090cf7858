//! The catalogue that policies are read for.

#[path = "../tiny/mod.rs"]
mod tiny;

use catalogue::Catalogue;

/// The tiny monitoring with a second source, which is public, and a variable with wider categories.
pub(crate) fn catalogue() -> Catalogue {
    let mut files = tiny::files();
    let source = files["open/sources/register.toml"].clone();
    let more = [
        ("open/sources/census.toml", source.replace("periods =", "protection = \"already-public\"\nperiods =")),
        ("open/sources/labour.toml", source.replace("head = \"Zahl {citizenship}\"", "head = \"Zahl {age}\"")),
        (
            "open/variables/age.toml",
            files["open/variables/sex.toml"]
                .replace("code = \"male\"", "code = \"child\"\nparent = \"young\"")
                .replace("code = \"female\"", "code = \"young\""),
        ),
    ];
    files.extend(more.map(|(path, text)| (path.to_owned(), text)));
    let (catalogue, remarks) = catalogue::read(&files);
    assert_eq!(remarks, []);
    catalogue.unwrap()
}
