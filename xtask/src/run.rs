//! Running other programs, and where things lie.

use std::{
    ffi::OsStr,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// What went wrong, in a sentence or a few lines.
pub(crate) type Done<T = ()> = Result<T, String>;

/// The checkout.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the checkout").to_owned()
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The built program.
pub(crate) fn program(profile: &str) -> PathBuf {
    target().join(profile).join(format!("mehrklang{}", std::env::consts::EXE_SUFFIX))
}

/// A command in the checkout, with its arguments.
pub(crate) fn command<S: AsRef<OsStr>>(program: impl AsRef<OsStr>, arguments: &[S]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Cargo, the one that runs this.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Runs a command with its output on the screen.
pub(crate) fn run(mut command: Command) -> Done {
    let name = shown(&command);
    println!("$ {name}");
    let status = command.status().map_err(|error| format!("{name}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}")) }
}

/// Runs a command with its output on the screen, and hands each line of its standard output on.
pub(crate) fn run_hearing(mut command: Command, mut hear: impl FnMut(&str)) -> Done {
    let name = shown(&command);
    println!("$ {name}");
    let trouble = |error: io::Error| format!("{name}: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(trouble)?;
    for line in BufReader::new(child.stdout.take().expect("the output is piped")).lines() {
        let line = line.map_err(trouble)?;
        println!("{line}");
        hear(&line);
    }
    let status = child.wait().map_err(trouble)?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}")) }
}

/// What a run left behind.
pub(crate) struct Measured {
    /// What it wrote to its standard output.
    pub(crate) said: String,
    /// Wall time.
    pub(crate) took: Duration,
    /// Time on all processors, where the system tells.
    pub(crate) cpu: Option<Duration>,
    /// The most memory that it held, in bytes, where the system tells.
    pub(crate) peak: Option<u64>,
}

/// Runs a command quietly; what it says is shown only if it fails.
pub(crate) fn run_measured(mut command: Command) -> Done<Measured> {
    let name = shown(&command);
    let trouble = |error: io::Error| format!("{name}: {error}");
    let began = Instant::now();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(trouble)?;
    let (mut output, mut errors) = (child.stdout.take().expect("piped"), child.stderr.take().expect("piped"));
    let output = std::thread::spawn(move || read(&mut output));
    let errors = std::thread::spawn(move || read(&mut errors));
    let (before, mut peak) = (cpu_of_children(), None);
    // The kernel keeps the peak itself; asking often only guards against missing the last rise before the end.
    let status = loop {
        peak = peak_of(child.id()).max(peak);
        match child.try_wait().map_err(trouble)? {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    let took = began.elapsed();
    let cpu = before.and_then(|before| cpu_of_children()?.checked_sub(before));
    let (said, errors) = (output.join().unwrap_or_default(), errors.join().unwrap_or_default());
    if !status.success() {
        return Err(format!("{name} ended with {status}\n{said}{errors}"));
    }
    Ok(Measured { said, took, cpu, peak })
}

fn read(from: &mut impl Read) -> String {
    let mut bytes = Vec::new();
    // What was read before a pipe broke is still worth showing.
    let _ = from.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What all commands that have ended have spent on processors (Linux, which counts hundredths of seconds).
fn cpu_of_children() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The second word is a name in brackets; user and system time of children are the words 16 and 17.
    let mut words = stat.rsplit_once(')')?.1.split_whitespace().skip(13);
    let hundredths: u64 = words.next()?.parse::<u64>().ok()? + words.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(hundredths * 10))
}

/// The most memory that a process has held so far (Linux).
fn peak_of(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib * 1024)
}
