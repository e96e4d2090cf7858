//! The commands. Each reads what it needs from the folder, calls the stages, writes what came out, and answers with
//! text, JSON and remarks.

#[cfg(feature = "register")]
mod birth_places;
mod check;
pub(crate) mod concept;
mod demo;
mod gate;
mod neighbours;
mod produce;
#[cfg(feature = "report")]
mod profiles;
mod publish;
mod receive;
mod releases;
mod retention;
mod review;
mod schema;
mod show;
mod verify;

use catalogue::{Catalogue, Files, Remark, model::Audience};
use serde_json::{Value, json};
use words::{Arg, Words};

use crate::{
    arguments::{Invocation, Task},
    progress::Progress,
    trouble::Trouble,
    workspace::Workspace,
};

/// What a command answers with.
pub(crate) struct Outcome {
    /// For people, on the standard output.
    pub(crate) text: String,
    /// For machines, instead of the text.
    pub(crate) json: Value,
    /// Remarks; an error among them makes the exit code 1.
    pub(crate) remarks: Vec<Remark>,
    /// The definition files, from which remarks show their lines.
    pub(crate) files: Files,
}

/// The definitions as read.
pub(crate) struct Definitions {
    pub(crate) catalogue: Option<Catalogue>,
    pub(crate) files: Files,
    pub(crate) remarks: Vec<Remark>,
}

impl Definitions {
    /// Stops a command with the remarks on the definitions.
    fn stop(self) -> Outcome {
        Outcome { text: String::new(), json: json!({}), remarks: self.remarks, files: self.files }
    }
}

/// What commands are given beside the command line.
pub(crate) struct Context<'a> {
    pub(crate) words: &'a Words,
    pub(crate) progress: &'a mut Progress,
    pub(crate) workspace: Workspace,
}

impl Context<'_> {
    /// A stage begins.
    fn stage(&mut self, name: &'static str) {
        self.progress.stage(name, self.words.say(&format!("stage-{name}"), &[]));
    }

    /// Reads the definitions.
    fn definitions(&mut self) -> Result<Definitions, Trouble> {
        self.stage("definitions");
        let (files, mut remarks) = self.workspace.definitions()?;
        let (catalogue, more) = catalogue::read(&files);
        remarks.extend(more);
        let catalogue = catalogue.filter(|_| !catalogue::remark::has_errors(&remarks));
        Ok(Definitions { catalogue, files, remarks })
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say(key, args) + "\n"
    }

    /// For whom something is, as part of a sentence; nothing where it is for everyone.
    fn audience(&self, audience: Audience) -> String {
        match audience {
            Audience::Public => String::new(),
            Audience::Council => self.words.say("for-council", &[]),
            Audience::Administration => self.words.say("for-administration", &[]),
        }
    }
}

/// Does what the command line asks for.
pub(crate) fn run(words: &Words, invocation: &Invocation, progress: &mut Progress) -> Result<Outcome, Trouble> {
    let mut context = Context { words, progress, workspace: Workspace::new(&invocation.dir) };
    match &invocation.task {
        Task::Check => check::check(&mut context),
        Task::Receive { source, received, by, files } => receive::receive(
            &mut context,
            &receive::Receiving {
                source: source.as_deref(),
                received: &received.clone().unwrap_or_else(today),
                by: &by.clone().unwrap_or_else(user),
            },
            files,
        ),
        Task::Produce { on, because } => {
            produce::produce(&mut context, &on.clone().unwrap_or_else(today), because.as_deref())
        }
        Task::Gate { edition, on } => gate::gate(&mut context, edition.as_deref(), &on.clone().unwrap_or_else(today)),
        Task::Publish { edition, on } => {
            publish::publish(&mut context, edition.as_deref(), &on.clone().unwrap_or_else(today))
        }
        #[cfg(feature = "report")]
        Task::Profiles(edition) => profiles::profiles(&mut context, edition.as_deref()),
        Task::Show { indicator, area, period, groups, audience } => show::show(
            &mut context,
            &show::Asked { indicator, area: area.as_deref(), period: period.as_deref(), groups, audience: *audience },
        ),
        Task::Releases => releases::list(&mut context),
        Task::Diff { earlier, later } => releases::diff(&mut context, earlier, later),
        Task::Verify { release, proofs } => verify::verify(&mut context, release, proofs),
        Task::Concept(asked) => concept::concept(&mut context, asked),
        #[cfg(feature = "register")]
        Task::BirthPlaces => birth_places::birth_places(&mut context),
        Task::Retention { on, delete, by, folders } => retention::retention(
            &mut context,
            &retention::Asked {
                on: &on.clone().unwrap_or_else(today),
                delete: *delete,
                by: &by.clone().unwrap_or_else(user),
                folders,
            },
        ),
        Task::Review { year } => review::review(&mut context, *year),
        Task::Schema { into } => schema::schema(&mut context, into.as_deref()),
        Task::Serve { edition, address } => publish::serve(&mut context, edition.as_deref(), *address),
        Task::Demo { dir, serve, address } => {
            context.workspace = Workspace::new(dir);
            demo::demo(&mut context, serve.then_some(*address), invocation.json)
        }
    }
}

/// The clock enters here.
fn today() -> String {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::system()).date().to_string()
}

/// Who is at work, as the system knows it.
fn user() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|name| !name.is_empty()))
        .unwrap_or_else(|| "–".to_owned())
}

/// The remark that a name given on the command line is not known, with the nearest one.
fn unknown<'n>(rule: &'static str, given: &str, known: impl Iterator<Item = &'n str>) -> Remark {
    let remark = Remark::error(rule, catalogue::Place::Monitoring).with("name", given);
    match catalogue::nearest(given, known) {
        Some(near) => remark.with("near", near).hinted(),
        None => remark.with("near", ""),
    }
}
