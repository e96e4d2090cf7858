//! The same register counted by other engines: DataFusion here, and Ballista with a scheduler and two executors.

use std::{
    fs::{self, File},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    monitorings, population,
    run::{Done, cargo, command, program, root, run, target},
};

/// How long a process may take to listen or to end.
const PATIENCE: Duration = Duration::from_secs(60);

/// Builds the program for other engines and puts it beside the program. It is a build of its own, in a folder of its own:
/// its libraries are larger than all others together. Clippy would have to check all of these, too; warnings of the
/// compiler are errors in its manifest.
pub(crate) fn build(program: &Path) -> Done<PathBuf> {
    let own = target().join("scale-out");
    let mut cargo = cargo(&["build", "--locked"]);
    cargo.current_dir(root().join("crates/scale-out")).env("CARGO_TARGET_DIR", &own);
    run(cargo)?;
    let name = format!("mehrklang-scale-out{}", std::env::consts::EXE_SUFFIX);
    let beside = program.with_file_name(&name);
    fs::copy(own.join("debug").join(name), &beside).map_err(|error| format!("{}: {error}", beside.display()))?;
    Ok(beside)
}

/// `cargo xtask scale-out`.
pub(crate) fn built_and_checked() -> Done {
    run(cargo(&["build", "--locked", "--workspace"]))?;
    check(&program("debug"))
}

/// Counts a register with each engine: the same release, byte for byte, and nothing left behind.
pub(crate) fn check(program: &Path) -> Done {
    let beside = build(program)?;
    let expected = release_of(program, "scale-out-embedded", "engine = \"embedded\"\n")?;
    let rows: usize = expected.iter().map(|(_, bytes)| bytes.iter().filter(|byte| **byte == b'\n').count()).sum();
    same("datafusion", &expected, &release_of(program, "scale-out-datafusion", "engine = \"datafusion\"\n")?)?;

    let ports = free_ports()?;
    let address = |port: u16| SocketAddr::from(([127, 0, 0, 1], port)).to_string();
    let folder = monitorings::fresh("scale-out-processes")?;
    let work = folder.join("work");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let [scheduler, first, second] = ports.map(address);
    let mut processes = vec![start(&beside, &folder, "scheduler", &["--address", &scheduler])?];
    wait_for(&scheduler)?;
    for executor in [&first, &second] {
        let words = ["--scheduler", &scheduler, "--address", executor, "--work", work.to_str().unwrap_or_default()];
        processes.push(start(&beside, &folder, "executor", &words)?);
        wait_for(executor)?;
    }
    let policy = format!("engine = \"ballista\"\nscheduler = \"{scheduler}\"\n");
    let found = release_of(program, "scale-out-ballista", &policy);
    for process in processes.iter_mut().rev() {
        stop(process)?;
    }
    same("ballista", &expected, &found?)?;
    nothing_left(&folder, &work)?;

    // Without a scheduler there is a remark and no release.
    match release_of(program, "scale-out-silent", &policy) {
        Err(trouble) if trouble.contains("engine-unanswered") => {}
        Err(trouble) => return Err(format!("another trouble than a silent engine: {trouble}")),
        Ok(_) => return Err("a release without an answer".to_owned()),
    }
    println!("the same release from three engines, {rows} lines");
    Ok(())
}

/// All files of the release of a small city, counted under a policy.
fn release_of(program: &Path, name: &str, policy: &str) -> Done<Vec<(PathBuf, Vec<u8>)>> {
    let folder = monitorings::fresh(name)?;
    population::under_policy(program, &folder, policy)?;
    let mut files = Vec::new();
    let mut folders = vec![folder.join("open/releases")];
    while let Some(own) = folders.pop() {
        for entry in fs::read_dir(&own).map_err(|error| format!("{}: {error}", own.display()))? {
            let path = entry.map_err(|error| error.to_string())?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                files.push((path.strip_prefix(&folder).unwrap_or(&path).to_owned(), bytes));
            }
        }
    }
    files.sort();
    if files.is_empty() { Err(format!("{name}: no release")) } else { Ok(files) }
}

fn same(engine: &str, expected: &[(PathBuf, Vec<u8>)], found: &[(PathBuf, Vec<u8>)]) -> Done {
    if expected == found {
        return Ok(());
    }
    let other = expected.iter().zip(found).find(|(expected, found)| expected != found);
    let path = other.map_or_else(String::new, |(_, (path, _))| path.display().to_string());
    Err(format!("{engine} gives another release than the program itself: {path}"))
}

/// Starts a process whose output goes to a file.
fn start(program: &Path, folder: &Path, name: &str, words: &[&str]) -> Done<Child> {
    let path = folder.join(format!("{name}-{}.txt", words.len() + words.join("").len()));
    let output = File::options().create(true).append(true).open(&path).map_err(|error| error.to_string())?;
    let errors = output.try_clone().map_err(|error| error.to_string())?;
    let mut command: Command = command(program, &[name]);
    command.args(words).stdin(Stdio::null()).stdout(output).stderr(errors);
    command.spawn().map_err(|error| format!("{}: {error}", program.display()))
}

/// Asks a process to end, and waits until it has.
fn stop(process: &mut Child) -> Done {
    // Every shell knows the word; not every system has it as a program.
    run(command("sh", &["-c", &format!("kill -TERM {}", process.id())]))?;
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if process.try_wait().map_err(|error| error.to_string())?.is_some() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    // It must not outlive the test.
    process.kill().map_err(|error| error.to_string())?;
    Err("a process did not end when it was asked to".to_owned())
}

fn wait_for(address: &str) -> Done {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if TcpStream::connect(address).is_ok() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err(format!("nobody listens at {address}"))
}

/// Three free ports, each with a free one above it.
fn free_ports() -> Done<[u16; 3]> {
    let mut found = Vec::new();
    let mut held = Vec::new();
    while found.len() < 3 {
        let listen = |port: u16| TcpListener::bind(("127.0.0.1", port)).map_err(|error| error.to_string());
        let first = listen(0)?;
        let port = first.local_addr().map_err(|error| error.to_string())?.port();
        if let Some(Ok(second)) = port.checked_add(1).map(listen) {
            found.push(port);
            held.push(second);
        }
        held.push(first);
    }
    <[u16; 3]>::try_from(found).map_err(|_| "no ports are free".to_owned())
}

/// Files in between are gone, and no process has said anything.
fn nothing_left(folder: &Path, work: &Path) -> Done {
    let left = fs::read_dir(work).map_err(|error| error.to_string())?.count();
    if left > 0 {
        return Err(format!("{left} folders of executors are left in {}", work.display()));
    }
    for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_file() && fs::metadata(&path).map_err(|error| error.to_string())?.len() > 0 {
            return Err(format!("a process has written to {}", path.display()));
        }
    }
    Ok(())
}
