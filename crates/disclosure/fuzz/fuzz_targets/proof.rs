//! Any text is read or refused; what is read is what would be written, and checking it panics for no program.

#![no_main]

use disclosure::{Dimension, Policy, Program, Proof, Zeros};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(proof) = Proof::read(text) else { return };
    assert_eq!(proof.write(), text);
    let tree = Dimension::new(&[None, Some(0), Some(0), Some(0)], &[]).expect("a tree");
    let program = Program::new(vec![tree.clone(), tree]).expect("small");
    for level in [disclosure::Level::NonNegative, disclosure::Level::Positive] {
        let policy = Policy { minimum: 3, level, zeros: Zeros::Shown };
        let nothing = vec![None; program.len()];
        if proof.check(&program, &nothing, &policy).is_ok() {
            let counts = program.add_up(proof.base.iter().map(|(cell, n)| (*cell as usize, *n))).expect("inner cells");
            let all: Vec<Option<i64>> = counts.into_iter().map(Some).collect();
            assert_eq!(
                proof.check(&program, &all, &policy).is_ok(),
                proof.tables.iter().all(|table| table.changes.is_empty())
            );
        }
    }
});
