//! The packages of the system that the tests need.

use std::process::Command;

use crate::run::{Done, command, root, run};

struct Package {
    name: String,
    command: Option<String>,
    oldest: Option<u32>,
}

/// Installs what is missing, or says how to.
pub(crate) fn install() -> Done {
    let list = std::fs::read_to_string(root().join("debian-packages.txt")).map_err(|error| error.to_string())?;
    let wanted = read(&list)?;
    let missing: Vec<&str> =
        wanted.iter().filter(|package| !present(package)).map(|package| package.name.as_str()).collect();
    if missing.is_empty() {
        println!("all there: {}", wanted.iter().map(|package| package.name.as_str()).collect::<Vec<_>>().join(", "));
        return Ok(());
    }
    let install = [&["install", "--yes", "--no-install-recommends"][..], &missing[..]].concat();
    if !root_user() {
        return Err(format!("missing: {}. As root: apt-get {}", missing.join(", "), install.join(" ")));
    }
    let apt = |arguments: &[&str]| {
        let mut apt = command("apt-get", arguments);
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        run(apt)
    };
    apt(&["update", "--quiet"])?;
    apt(&install)?;
    match wanted.iter().find(|package| !present(package)) {
        None => Ok(()),
        Some(package) => Err(format!(
            "{} is installed, but older than {}; this Debian has no newer one",
            package.name,
            package.oldest.unwrap_or_default()
        )),
    }
}

fn read(list: &str) -> Done<Vec<Package>> {
    let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [name, command, oldest] = words[..] else {
                return Err(format!("debian-packages.txt: three words in each line, not “{line}”"));
            };
            let oldest = match oldest {
                "-" => None,
                number => Some(number.parse().map_err(|_| format!("debian-packages.txt: no version: “{line}”"))?),
            };
            Ok(Package { name: name.into(), command: (command != "-").then(|| command.into()), oldest })
        })
        .collect()
}

/// A package is there if its command answers with a version that is new enough, or else if Debian says so.
fn present(package: &Package) -> bool {
    match &package.command {
        Some(command) => answer(Command::new(command).arg("--version")).is_some_and(|version| {
            package.oldest.is_none_or(|oldest| major(&version).is_some_and(|major| major >= oldest))
        }),
        None => answer(Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", &package.name]))
            .is_some_and(|status| status == "installed"),
    }
}

fn answer(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first number in `v20.19.2` or `Chromium 140.0.7339.80 built on Debian`.
fn major(version: &str) -> Option<u32> {
    let digits = version.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    digits.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok()
}

fn root_user() -> bool {
    answer(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_programs_write_them() {
        assert_eq!(major("v20.19.2"), Some(20));
        assert_eq!(major("11.6.0"), Some(11));
        assert_eq!(major("Chromium 140.0.7339.80 built on Debian GNU/Linux 13"), Some(140));
        assert_eq!(major("unknown"), None);
    }

    #[test]
    fn the_list_is_read_and_mistakes_in_it_are_said() {
        let list = read("# words\n\nnodejs node 20\nfonts-dejavu-core - -\n").unwrap();
        assert_eq!(list.len(), 2);
        assert_eq!((list[0].command.as_deref(), list[0].oldest), (Some("node"), Some(20)));
        assert_eq!((list[1].command.as_deref(), list[1].oldest), (None, None));
        assert!(read("nodejs node").is_err());
        assert!(read("nodejs node new").is_err());
        assert!(read(include_str!("../../debian-packages.txt")).is_ok());
    }
}
