//! Another engine for extracts of a register: the program `mehrklang-scale-out` beside this one, spoken to by lines.

use std::{
    cell::RefCell,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use catalogue::{Place, Remark, policy};

/// The program that knows other engines.
const PROGRAM: &str = "mehrklang-scale-out";

/// The other program, running. What passes through is about persons: it is kept nowhere, and there is no `Debug`.
pub(crate) struct Engine {
    child: Child,
    pipes: RefCell<(ChildStdin, BufReader<ChildStdout>)>,
}

impl Engine {
    /// Starts the program for an engine ([`policy::Engine::address`]); it finds deliveries below the monitoring.
    ///
    /// # Errors
    /// A remark if it is not there.
    pub(crate) fn start(engine: &str, monitoring: &Path) -> Result<Engine, Remark> {
        let missing = || {
            let remark = Remark::error("engine-missing", Place::File(policy::FILE.to_owned()));
            remark.with("program", PROGRAM).hinted()
        };
        let own = std::env::current_exe().map_err(|_| missing())?;
        let program = own.with_file_name(format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX));
        let child = Command::new(program)
            .args(["answer", "--engine", engine])
            .current_dir(monitoring)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut child = child.map_err(|_| missing())?;
        let (Some(question), Some(answer)) = (child.stdin.take(), child.stdout.take()) else { return Err(missing()) };
        Ok(Engine { child, pipes: RefCell::new((question, BufReader::new(answer))) })
    }

    /// Asks a question; the lines of the answer, unless the program fell silent.
    pub(crate) fn ask(&self, question: &str) -> Option<String> {
        let mut pipes = self.pipes.borrow_mut();
        let (to, from) = &mut *pipes;
        writeln!(to, "{question}").and_then(|()| to.flush()).ok()?;
        let mut answer = String::new();
        loop {
            let start = answer.len();
            if from.read_line(&mut answer).ok()? == 0 {
                return None;
            }
            if answer[start..].starts_with('"') {
                return Some(answer);
            }
        }
    }
}

impl Drop for Engine {
    /// Whoever asks no more needs no answer.
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
