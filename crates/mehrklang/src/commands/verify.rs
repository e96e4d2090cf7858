//! `mehrklang verify`: a release folder and a proof are enough to check that nobody can show a withheld figure to be
//! small. No monitoring is needed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use catalogue::{Place, Remark};
use production::Unverified;
use release::OpenError;
use serde_json::json;
use words::Arg;

use super::{Context, Outcome};
use crate::{trouble::Trouble, workspace::files_of};

pub(crate) fn verify(context: &mut Context<'_>, release: &Path, proofs: &[PathBuf]) -> Result<Outcome, Trouble> {
    let mut outcome = Outcome { text: String::new(), json: json!({}), remarks: Vec::new(), files: Default::default() };
    let name = |path: &Path| path.display().to_string();
    if !release.is_dir() {
        return Err(Trouble::file("read", release)(std::io::ErrorKind::NotFound.into()));
    }
    let opened = match release::open(&files_of(release)?) {
        Ok(opened) if release.canonicalize().is_ok_and(|folder| folder.ends_with(opened.id.as_str())) => opened,
        Ok(_) => {
            outcome.remarks.push(OpenError::Changed { file: "manifest.toml".to_owned() }.remark(&name(release)));
            return Ok(outcome);
        }
        Err(fault) => {
            outcome.remarks.push(fault.remark(&name(release)));
            return Ok(outcome);
        }
    };
    let (catalogue, remarks) = catalogue::read(&opened.definitions);
    let Some(catalogue) = catalogue else {
        outcome.remarks.extend(remarks);
        return Ok(outcome);
    };
    let mut rows = Vec::new();
    for path in proofs {
        let text = fs::read_to_string(path).map_err(Trouble::file("read", path))?;
        let place = || Place::File(name(path));
        match production::verify(&catalogue, &opened.release, &text) {
            Ok(verified) if verified.audience == opened.manifest.audience => {
                let measures: Vec<String> = verified.measures.iter().map(ToString::to_string).collect();
                let period = verified.period.to_string();
                let (published, withheld) = (verified.published, verified.withheld);
                outcome.text += &context.say(
                    "verify-holds",
                    &[
                        ("measures", Arg::Text(&measures.join(", "))),
                        ("period", Arg::Text(&period)),
                        ("published", Arg::from(published)),
                        ("withheld", Arg::from(withheld)),
                    ],
                );
                rows.push(
                    json!({ "measures": measures, "period": period, "published": published, "withheld": withheld }),
                );
            }
            Ok(_) => outcome.remarks.push(Remark::error("proof-of-other-audience", place())),
            Err(Unverified::Line(line)) => {
                outcome.remarks.push(Remark::error("proof-unreadable", place()).with("line", line).hinted());
            }
            Err(Unverified::Unknown(name)) => {
                outcome.remarks.push(Remark::error("proof-unknown-name", place()).with("name", name).hinted());
            }
            Err(Unverified::Wrong) => outcome.remarks.push(Remark::error("proof-does-not-hold", place()).hinted()),
        }
    }
    outcome.json = json!({ "release": opened.id.as_str(), "proofs": rows });
    Ok(outcome)
}
