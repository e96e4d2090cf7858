mod disclosure;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let Err(error) = disclosure::suppress(&args[1..]) {
        eprintln!("{error}");
    }
}
