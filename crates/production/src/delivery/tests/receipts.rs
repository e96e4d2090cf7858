//! The receipt names what came, and how often each rule spoke.

use sha2::{Digest, Sha256};

use super::{PERSONS, read_with, town};
use crate::{Delivery, ReceiptFacts};

#[test]
fn a_receipt_says_what_came() {
    let town = town(PERSONS);
    let rows: String = (2010..2017).map(|year| format!("1;{year};gesamt;{year}\n2;{year};gesamt;{year}\n")).collect();
    let file = format!("Nr;Jahr;Gruppe;Zahl;Neu\n{rows}Fußnote\nStadt;2016;gesamt;3\n");
    let (facts, remarks) = read_with(&town, file.as_bytes(), None);
    let delivery = Delivery {
        source: "amt".parse().unwrap(),
        received: "2017-02-01".to_owned(),
        file: "shielded/deliveries/amt/2017-02-01/Zahlen \"neu\".csv".to_owned(),
        contents: crate::Contents::Given(file.as_bytes()),
        corrections: None,
        birth_places: None,
        counted: false,
    };
    let by = ReceiptFacts { by: "Statistikstelle".to_owned(), at: "2017-02-02".to_owned() };
    let text = super::super::receipt(&delivery, &by, &facts.unwrap(), None, &remarks);
    assert!(toml::de::DeTable::parse(&text).is_ok(), "{text}");
    let expected = r#"format = 1
source = "amt"
file = "Zahlen \"neu\".csv"
received = "2017-02-01"
entered = "2017-02-02"
by = "Statistikstelle"
sha-256 = "HASH"
bytes = BYTES
rows = 15
first-period = "2010"
last-period = "2016"

[[remark]]
rule = "leading-zeros"
severity = "note"
count = 1

[[remark]]
rule = "text-rows"
severity = "note"
count = 1

[[remark]]
rule = "areas-do-not-add-up"
severity = "warning"
count = 1

[[remark]]
rule = "missing-areas"
severity = "warning"
count = 1

[[remark]]
rule = "too-few-cells"
severity = "warning"
count = 15

[[remark]]
rule = "undeclared-column"
severity = "warning"
count = 1
"#;
    let hash: String = Sha256::digest(file.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    // Fifteen short rows are five places and a count; the receipt counts all of them.
    assert_eq!(text, expected.replace("HASH", &hash).replace("BYTES", &file.len().to_string()));
}
