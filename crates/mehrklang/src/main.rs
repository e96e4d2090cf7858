//! The program: commands, the folder on disk, the wiring.
//!
//! Exit code 0: done. 1: mistakes in the input, all of them said. 2: what the machine could not do.

mod arguments;
mod atomic;
mod commands;
mod engine;
mod library;
mod musterstadt;
mod progress;
mod remarks;
mod serve;
mod trouble;
mod workspace;

use std::{
    io::{IsTerminal, Write},
    process::ExitCode,
    sync::{Mutex, PoisonError},
};

use serde_json::Value;
use words::Words;

use crate::commands::Outcome;

fn main() -> ExitCode {
    // A panic message may hold what a library was just reading. Nothing of it is printed: only where it happened.
    static PLACE: Mutex<String> = Mutex::new(String::new());
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or(String::new(), |at| {
            let file = at.file().rsplit(['/', '\\']).next().unwrap_or_default();
            format!("{file}:{}", at.line())
        });
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }));
    std::panic::catch_unwind(answer).unwrap_or_else(|_| {
        let words = Words::new(language());
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner);
        eprintln!("{}", words.say("trouble-panic", &[("place", words::Arg::Text(&place))]));
        ExitCode::from(2)
    })
}

fn language() -> words::Language {
    let arguments: Vec<_> = std::env::args_os().collect();
    arguments::language(&arguments, |name| std::env::var(name).ok())
}

fn answer() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let words = Words::new(language());
    let invocation = match arguments::parse(&words, &arguments) {
        Ok(invocation) => invocation,
        Err(answer) if answer.asked => return print(&answer.text, 0),
        Err(answer) => {
            eprint!("{}", answer.text);
            return ExitCode::from(1);
        }
    };
    let shown = std::io::stderr().is_terminal() && !invocation.json;
    let mut progress = progress::Progress::new(shown);
    let done = commands::run(&words, &invocation, &mut progress);
    let stages = progress.finish();
    match done {
        Ok(mut outcome) => {
            let timings: Value = stages.iter().map(|(name, time)| (*name, time.as_secs_f64())).collect();
            if invocation.timings && invocation.json {
                outcome.json["timings"] = timings;
            } else if invocation.timings {
                eprintln!("{timings}");
            }
            report(&words, &outcome, invocation.json)
        }
        Err(trouble) => {
            let sentence = trouble.sentence(&words);
            if invocation.json {
                println!("{}", serde_json::json!({ "ok": false, "trouble": sentence }));
            }
            eprintln!("{}", words.say("trouble", &[("trouble", words::Arg::Text(&sentence))]));
            ExitCode::from(2)
        }
    }
}

fn report(words: &Words, outcome: &Outcome, json: bool) -> ExitCode {
    let failed = catalogue::remark::has_errors(&outcome.remarks);
    let code = u8::from(failed);
    if json {
        let mut answer = outcome.json.clone();
        answer["ok"] = Value::Bool(!failed);
        answer["remarks"] = remarks::json(words, &outcome.files, &outcome.remarks);
        return print(&format!("{answer:#}\n"), code);
    }
    let colour = std::io::stderr().is_terminal();
    eprint!("{}", remarks::text(words, &outcome.files, &outcome.remarks, colour));
    print(&outcome.text, code)
}

/// Prints; a reader who has gone away (`| head`) is no trouble.
fn print(text: &str, code: u8) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let _gone = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    ExitCode::from(code)
}
