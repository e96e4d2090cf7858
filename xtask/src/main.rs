//! What developers run; the continuous integration calls nothing else.

mod disclosure;

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.split_first() {
        Some((command, rest)) if command == "suppress" => disclosure::suppress(rest),
        Some((command, rest)) if command == "audit" => disclosure::audit(rest),
        _ => Err(disclosure::USAGE.to_owned()),
    };
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}
