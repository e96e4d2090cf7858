//! How fast editions are made and given out: `cargo xtask bench-editions`.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::Stdio,
    time::Duration,
};

use crate::{
    assess,
    disclosure::outside::environment,
    formats::{self, Server},
    monitorings, report,
    run::{Done, command, program, root, run, run_measured, target},
};

/// The table that both programs give out.
const TABLE: &str = "arbeitslosenanteil";
/// How long each address is asked for, over how many connections.
const ASKED: [&str; 6] = ["--threads", "1", "--connections", "16", "--duration", "8s"];

/// Report pages a second, the export of more than a million observations, and requests a second beside Datasette.
pub(crate) fn bench() -> Done {
    report::bench()?;
    assess::speed("a_whole_monitoring_is_exported")?;
    requests()
}

/// Pages and parts of tables a second, from `mehrklang serve` and from Datasette over the same table, asked by wrk on
/// the same machine, one after the other.
fn requests() -> Done {
    let folder = monitorings::fresh("bench-serve")?;
    let own = program("release");
    monitorings::go(monitorings::musterstadt(&own, &folder), &folder)?;
    let site = monitorings::site(&folder);
    {
        let (_server, address) = formats::serve(&own, &folder, monitorings::EDITION)?;
        let all = "valueCodes%5Barea%5D=*&valueCodes%5Bperiod%5D=*&valueCodes%5Bby-citizenship%5D=*&valueCodes%5Bby-sex%5D=*&valueCodes%5Bmetric%5D=*";
        let one = "valueCodes%5Bperiod%5D=2024";
        ask("mehrklang, page of the indicator", &format!("{address}/i/{TABLE}"))?;
        ask("mehrklang, one area and year", &format!("{address}/api/v2/tables/{TABLE}/data?{one}"))?;
        ask("mehrklang, the whole table", &format!("{address}/api/v2/tables/{TABLE}/data?{all}"))?;
    }
    let (_server, address) = datasette(&site.join(format!("i/{TABLE}.csv")))?;
    ask("Datasette, page of the table", &format!("{address}/figures/{TABLE}"))?;
    let one = "area__exact=99999000&period__exact=2024&_shape=array";
    ask("Datasette, one area and year", &format!("{address}/figures/{TABLE}.json?{one}"))?;
    ask("Datasette, the whole table", &format!("{address}/figures/{TABLE}.json?_size=max&_shape=array"))
}

/// Requests a second for one address.
fn ask(name: &str, address: &str) -> Done {
    let size = {
        let mut curl =
            command("curl", &["--silent", "--fail", "--output", "/dev/null", "--write-out", "%{size_download}"]);
        curl.arg(address);
        run_measured(curl)?.said
    };
    let mut wrk = command("wrk", &ASKED);
    wrk.arg(address);
    let said = run_measured(wrk)?.said;
    let line = |head: &str| said.lines().find_map(|line| line.trim().strip_prefix(head)).map(str::trim);
    if let Some(wrong) = line("Non-2xx or 3xx responses:") {
        return Err(format!("{name}: {wrong} requests were refused"));
    }
    let rate = line("Requests/sec:").ok_or_else(|| format!("wrk does not say how often {address} was answered"))?;
    println!("{name:36} {rate:>12} requests a second, {size:>8} bytes each");
    Ok(())
}

/// Datasette over one table, made from the plain CSV file with the types that a user would give it; with keys on what is
/// asked for.
fn datasette(csv: &Path) -> Done<(Server, String)> {
    let folder = target().join("python-bench");
    let python = environment(&folder, &root().join("xtask/python/requirements-bench.txt"))?;
    let database = root().join("build/bench-serve/figures.db");
    let mut load = command(&python, &[root().join("xtask/python/sqlite.py")]);
    load.arg(csv).arg(&database).arg(TABLE);
    run(load)?;
    let mut serve = command(&python, &["-m", "datasette", "serve", "--port", "0", "--immutable"]);
    serve.arg(&database).args(["--setting", "max_returned_rows", "100000"]);
    // Its log of requests would cost it time.
    let mut child =
        serve.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().map_err(|error| format!("datasette: {error}"))?;
    let err = child.stderr.take().ok_or("datasette has no output")?;
    let server = Server::of(child);
    for line in BufReader::new(err).lines() {
        let line = line.map_err(|error| error.to_string())?;
        if let Some((_, rest)) = line.split_once("http://") {
            let address = rest.split_whitespace().next().unwrap_or_default();
            std::thread::sleep(Duration::from_millis(500));
            return Ok((server, format!("http://{address}")));
        }
    }
    Err("datasette ended before it answered".to_owned())
}
