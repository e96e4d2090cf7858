//! The command line, in the reader's language.

use std::{ffi::OsString, net::SocketAddr, path::PathBuf};

use catalogue::model::Audience;
use clap::{
    Arg, ArgAction, ArgMatches, Command,
    builder::{PossibleValuesParser, ValueParser},
    error::{ContextKind, ContextValue, ErrorKind},
};
use words::{Language, Words};

use crate::commands::concept;

/// What the command line asks for.
pub(crate) struct Invocation {
    /// The monitoring's folder.
    pub(crate) dir: PathBuf,
    /// Answers for machines.
    pub(crate) json: bool,
    /// The time of each stage is printed at the end.
    pub(crate) timings: bool,
    /// What is to be done.
    pub(crate) task: Task,
}

/// The commands.
pub(crate) enum Task {
    Check,
    Receive {
        source: Option<String>,
        received: Option<String>,
        by: Option<String>,
        files: Vec<PathBuf>,
    },
    Produce {
        on: Option<String>,
        because: Option<String>,
    },
    Gate {
        edition: Option<String>,
        on: Option<String>,
    },
    Publish {
        edition: Option<String>,
        on: Option<String>,
    },
    #[cfg(feature = "report")]
    Profiles(Option<String>),
    Show {
        indicator: String,
        area: Option<String>,
        period: Option<String>,
        groups: Vec<String>,
        audience: Audience,
    },
    Releases,
    Diff {
        earlier: String,
        later: String,
    },
    Verify {
        release: PathBuf,
        proofs: Vec<PathBuf>,
    },
    Concept(concept::Asked),
    #[cfg(feature = "register")]
    BirthPlaces,
    Retention {
        on: Option<String>,
        delete: bool,
        by: Option<String>,
        folders: Vec<String>,
    },
    Review {
        year: i16,
    },
    Schema {
        into: Option<PathBuf>,
    },
    Serve {
        edition: Option<String>,
        address: SocketAddr,
    },
    Demo {
        dir: PathBuf,
        serve: bool,
        address: SocketAddr,
    },
}

/// Why there is no invocation: text to print, and whether it is help that was asked for.
pub(crate) struct Answer {
    pub(crate) text: String,
    pub(crate) asked: bool,
}

const ADDRESS: &str = "127.0.0.1:8080";

/// The language asked for with `--language`, else by the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`), else German.
pub(crate) fn language(arguments: &[OsString], environment: impl Fn(&str) -> Option<String>) -> Language {
    let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let asked = texts.iter().enumerate().find_map(|(place, text)| match text.strip_prefix("--language") {
        Some("") => texts.get(place + 1)?.parse().ok(),
        Some(value) => value.strip_prefix('=')?.parse().ok(),
        None => None,
    });
    asked.unwrap_or_else(|| {
        let set =
            ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| environment(name).filter(|v| !v.is_empty()));
        if set.is_some_and(|value| value.starts_with("en")) { Language::En } else { Language::De }
    })
}

/// Reads the command line.
pub(crate) fn parse(words: &Words, arguments: &[OsString]) -> Result<Invocation, Answer> {
    match command(words).try_get_matches_from(arguments) {
        Ok(matches) => Ok(invocation(&matches)),
        Err(error) => Err(answer(words, &error)),
    }
}

fn command(words: &Words) -> Command {
    let about = |name: &str| words.say(&format!("command-{name}"), &[]);
    let value = |name: &str| words.say(&format!("value-{name}"), &[]);
    let named = |id: &'static str| {
        Arg::new(id).help(words.say(&format!("option-{id}"), &[])).help_heading(words.say("help-options", &[]))
    };
    let option = |id: &'static str| named(id).long(id).value_name(value(id));
    let flag = |id: &'static str| named(id).long(id).action(ArgAction::SetTrue);
    let given =
        |id: &'static str, kind: &str| named(id).value_name(value(kind)).help_heading(words.say("help-arguments", &[]));
    let folder = ValueParser::path_buf;
    let address = || {
        option("address").value_parser(clap::value_parser!(SocketAddr)).default_value(ADDRESS).hide_default_value(true)
    };
    let for_whom = || {
        let words = PossibleValuesParser::new(Audience::ALL.map(Audience::word));
        option("audience").value_parser(words).hide_possible_values(true)
    };
    let command = |name: &'static str, args: Vec<Arg>| {
        let command = Command::new(name).about(about(name)).help_template(template(words)).args(args);
        let usage = usage(words, &command);
        command.override_usage(usage)
    };
    let concepts = {
        let nested = |name: &'static str, args: Vec<Arg>| {
            let command = Command::new(name).about(about(&format!("concept-{name}"))).help_template(template(words));
            let command = command.args(args);
            let usage = usage(words, &command).replacen("mehrklang", "mehrklang concept", 1);
            command.override_usage(usage)
        };
        let of = || given("concept", "concept").required(true);
        let persons = || given("persons", "persons").value_parser(folder()).required(true);
        let version = || named("concept-version").long("version").value_name(value("concept-version"));
        command("concept", vec![])
            .override_usage(format!("mehrklang concept {} {}", value("command"), words.say("help-any", &[])))
            .subcommand_help_heading(words.say("help-commands", &[]))
            .disable_help_subcommand(true)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommands([
                nested("list", vec![]),
                nested("show", vec![of(), version()]),
                nested("apply", vec![of(), persons(), version()]),
                nested(
                    "compare",
                    vec![
                        given("compared", "compared").required(true),
                        persons().required(false),
                        option("versions").alias("concepts").value_delimiter(','),
                        for_whom(),
                    ],
                ),
                nested("add", vec![of()]),
            ])
    };
    Command::new("mehrklang")
        .version(env!("CARGO_PKG_VERSION"))
        .about(about("mehrklang"))
        .help_template(template(words))
        .override_usage(format!("mehrklang {} {}", value("command"), words.say("help-any", &[])))
        .subcommand_help_heading(words.say("help-commands", &[]))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .args([
            option("dir").global(true).value_parser(folder()).default_value(".").hide_default_value(true),
            option("language")
                .global(true)
                .value_parser(PossibleValuesParser::new(Language::ALL.map(Language::code)))
                .hide_possible_values(true),
            flag("json").global(true),
            flag("timings").global(true),
            flag("help").short('h').global(true).action(ArgAction::Help),
            flag("version").short('V').action(ArgAction::Version),
        ])
        .subcommands([
            command("check", vec![]),
            command(
                "receive",
                vec![
                    option("source"),
                    option("received").value_parser(date),
                    option("by"),
                    given("files", "files").value_parser(folder()).required(true).num_args(1..),
                ],
            ),
            command("produce", vec![option("on").value_parser(date), option("because")]),
            command("gate", vec![given("edition", "edition"), option("on").value_parser(date)]),
            command("publish", vec![given("edition", "edition"), option("on").value_parser(date)]),
            #[cfg(feature = "report")]
            command("profiles", vec![given("edition", "edition")]),
            command(
                "show",
                vec![
                    given("indicator", "indicator").required(true),
                    option("area"),
                    option("period"),
                    option("group").action(ArgAction::Append),
                    for_whom(),
                ],
            ),
            command("releases", vec![]),
            command("diff", ["earlier", "later"].map(|id| given(id, id).required(true)).into()),
            command(
                "verify",
                vec![
                    given("release", "release").value_parser(folder()).required(true),
                    given("proofs", "proofs").value_parser(folder()).required(true).num_args(1..),
                ],
            ),
            concepts,
            #[cfg(feature = "register")]
            command("birthplaces", vec![]),
            command(
                "retention",
                vec![
                    flag("delete"),
                    option("on").value_parser(date),
                    option("by"),
                    given("extracts", "dir").num_args(0..),
                ],
            ),
            command(
                "review",
                vec![given("year", "year").value_parser(clap::value_parser!(i16).range(1900..=2999)).required(true)],
            ),
            command("schema", vec![given("into", "dir").value_parser(folder())]),
            command("serve", vec![flag("site").required(true), option("edition"), address()]),
            command(
                "demo",
                vec![
                    given("demo-dir", "dir")
                        .value_parser(folder())
                        .default_value("musterstadt")
                        .hide_default_value(true),
                    flag("no-serve"),
                    address(),
                ],
            ),
        ])
}

/// `mehrklang receive [ANGABEN] DATEI…`
fn usage(words: &Words, command: &Command) -> String {
    let mut usage = format!("mehrklang {} {}", command.get_name(), words.say("help-any", &[]));
    for arg in command.get_positionals() {
        let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        let many = if arg.get_num_args().is_some_and(|range| range.max_values() > 1) { "…" } else { "" };
        usage += &if arg.is_required_set() { format!(" {name}{many}") } else { format!(" [{name}]") };
    }
    usage
}

fn template(words: &Words) -> String {
    let head = |name: &str| words.say(&format!("help-{name}"), &[]);
    format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}\n\n{}", head("usage"), head("after"))
}

fn date(text: &str) -> Result<String, String> {
    text.parse::<jiff::civil::Date>().map(|date| date.to_string()).map_err(|error| error.to_string())
}

fn invocation(matches: &ArgMatches) -> Invocation {
    let (name, of) = matches.subcommand().expect("a command is required");
    let text = |id: &str| of.get_one::<String>(id).cloned();
    let path = |id: &str| of.get_one::<PathBuf>(id).cloned();
    let address = || *of.get_one::<SocketAddr>("address").expect("it has a default");
    let task = match name {
        "check" => Task::Check,
        "receive" => Task::Receive {
            source: text("source"),
            received: text("received"),
            by: text("by"),
            files: of.get_many("files").into_iter().flatten().cloned().collect(),
        },
        "produce" => Task::Produce { on: text("on"), because: text("because") },
        "gate" => Task::Gate { edition: text("edition"), on: text("on") },
        "publish" => Task::Publish { edition: text("edition"), on: text("on") },
        #[cfg(feature = "report")]
        "profiles" => Task::Profiles(text("edition")),
        "show" => Task::Show {
            indicator: text("indicator").unwrap_or_default(),
            area: text("area"),
            period: text("period"),
            groups: of.get_many("group").into_iter().flatten().cloned().collect(),
            audience: audience(text("audience").as_deref()),
        },
        "releases" => Task::Releases,
        "diff" => Task::Diff { earlier: text("earlier").unwrap_or_default(), later: text("later").unwrap_or_default() },
        "verify" => Task::Verify {
            release: path("release").unwrap_or_default(),
            proofs: of.get_many("proofs").into_iter().flatten().cloned().collect(),
        },
        "concept" => Task::Concept(concept_asked(of)),
        #[cfg(feature = "register")]
        "birthplaces" => Task::BirthPlaces,
        "retention" => Task::Retention {
            on: text("on"),
            delete: of.get_flag("delete"),
            by: text("by"),
            folders: of.get_many("extracts").into_iter().flatten().cloned().collect(),
        },
        "review" => Task::Review { year: *of.get_one("year").expect("it is required") },
        "schema" => Task::Schema { into: path("into") },
        "serve" => Task::Serve { edition: text("edition"), address: address() },
        _ => Task::Demo {
            dir: path("demo-dir").unwrap_or_else(|| PathBuf::from("musterstadt")),
            serve: !of.get_flag("no-serve"),
            address: address(),
        },
    };
    Invocation {
        dir: path("dir").unwrap_or_else(|| PathBuf::from(".")),
        json: of.get_flag("json"),
        timings: of.get_flag("timings"),
        task,
    }
}

fn concept_asked(of: &ArgMatches) -> concept::Asked {
    let (command, of) = of.subcommand().expect("a command is required");
    let text = |id: &str| of.try_get_one::<String>(id).ok().flatten().cloned();
    let name = text("concept").or_else(|| text("compared")).unwrap_or_default();
    let version = text("concept-version");
    let persons = || of.get_one::<PathBuf>("persons").cloned().unwrap_or_default();
    match command {
        "show" => concept::Asked::Show { name, version },
        "apply" => concept::Asked::Apply { name, version, persons: persons() },
        "compare" => concept::Asked::Compare {
            name,
            versions: of.get_many("versions").into_iter().flatten().cloned().collect(),
            persons: of.get_one::<PathBuf>("persons").cloned(),
            audience: audience(text("audience").as_deref()),
        },
        "add" => concept::Asked::Add { name },
        _ => concept::Asked::List,
    }
}

/// The audience of this name, else everyone.
fn audience(name: Option<&str>) -> Audience {
    Audience::ALL.into_iter().find(|audience| Some(audience.word()) == name).unwrap_or(Audience::Public)
}

/// Help as asked for, or what is wrong with the command line, in the reader's language.
fn answer(words: &Words, error: &clap::Error) -> Answer {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        // Suggestions come with the nearest last.
        Some(ContextValue::Strings(texts)) => texts.last().cloned().unwrap_or_default(),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let (argument, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let key = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Answer { text: error.render().to_string(), asked: true };
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return Answer { text: error.render().to_string(), asked: false };
        }
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => "usage-command",
        ErrorKind::UnknownArgument => "usage-unknown",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::InvalidValue if value.is_empty() => "usage-empty",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-value",
        _ => "usage-other",
    };
    let subcommand = context(ContextKind::InvalidSubcommand);
    let mut text = words.say(
        key,
        &[
            ("argument", words::Arg::Text(if argument.is_empty() { &subcommand } else { &argument })),
            ("value", words::Arg::Text(&value)),
        ],
    );
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .map(context)
        .into_iter()
        .find(|near| !near.is_empty());
    if let Some(near) = near {
        text.push('\n');
        text.push_str(&words.say("usage-near", &[("near", words::Arg::Text(&near))]));
    }
    text.push('\n');
    text.push_str(&words.say("usage-help", &[]));
    text.push('\n');
    Answer { text, asked: false }
}
