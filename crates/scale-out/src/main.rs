//! `mehrklang-scale-out`: answers "give me the base cells" of an extract of the register with DataFusion, on one machine
//! or, with Ballista, on several. It stands beside `mehrklang`, which starts it where the shielded policy asks for it.
//!
//! Everything here works on persons, behind the wall. It writes no log, and says of a question that fails only that it
//! failed: what the engine says about it may hold a value.

mod answer;
mod cluster;

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// Counts the population register on more than one machine. All addresses must lie inside the shielded area.
#[derive(Parser)]
#[command(name = "mehrklang-scale-out", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answers questions: a line of JSON each on standard input, the rows as lines of JSON on standard output.
    Answer {
        /// `datafusion`, or the address of a scheduler: `ballista://10.0.0.1:50050`.
        #[arg(long)]
        engine: String,
    },
    /// Runs the scheduler, which hands out the work.
    Scheduler {
        /// Address to listen on.
        #[arg(long, default_value = "127.0.0.1:50050")]
        address: SocketAddr,
    },
    /// Runs an executor, which does the work; at least one for each machine.
    Executor {
        /// Address of the scheduler.
        #[arg(long, default_value = "127.0.0.1:50050")]
        scheduler: SocketAddr,
        /// Address to listen on; the next port is taken, too. Other executors fetch what is to be put together here.
        #[arg(long, default_value = "127.0.0.1:50051")]
        address: SocketAddr,
        /// Folder for files in between. They hold persons: it must lie inside the shielded area. It is made, and what
        /// was put there is removed at the end.
        #[arg(long)]
        work: PathBuf,
        /// How many tasks run at once; all processors if it is not given.
        #[arg(long, default_value_t = 0)]
        tasks: usize,
    },
}

fn main() -> ExitCode {
    // A panic may hold what a library was reading; the place in the code is enough.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, |at| format!(" ({}:{})", at.file(), at.line()));
        eprintln!("mehrklang-scale-out: broken off{place}");
    }));
    let arguments = Arguments::parse();
    // Plans of long rules are deep.
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(32 << 20).build();
    let Ok(runtime) = runtime else { return failed("no threads could be started") };
    let done = match arguments.command {
        Command::Answer { engine } => runtime.block_on(answer::answer(&engine)),
        Command::Scheduler { address } => runtime.block_on(cluster::scheduler(address)),
        Command::Executor { scheduler, address, work, tasks } => {
            runtime.block_on(cluster::executor(scheduler, address, &work, tasks))
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => failed(why),
    }
}

fn failed(why: &str) -> ExitCode {
    eprintln!("mehrklang-scale-out: {why}");
    ExitCode::FAILURE
}
