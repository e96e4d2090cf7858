//! What is protected withstands an attack without help, and has a proof; nothing panics.

#![no_main]

use disclosure::{
    Level, Mistake, Proof, Year, Zeros,
    audit::{Effort, audit},
    primary,
    proof::{Flaw, Unproven, published},
    protect,
};
use libfuzzer_sys::{
    arbitrary::{Result, Unstructured},
    fuzz_target,
};

#[allow(dead_code)]
mod small;

fuzz_target!(|bytes: &[u8]| {
    let _ = run(&mut Unstructured::new(bytes));
});

fn run(bytes: &mut Unstructured) -> Result<()> {
    let Some(program) = small::program(bytes)? else { return Ok(()) };
    let Some(counts) = small::counts(bytes, &program)? else { return Ok(()) };
    let policy = small::policy(bytes)?;
    let mut year = Year::first(counts);
    if bytes.ratio(1, 3)? {
        year.targets = small::numbers(bytes, program.len())?;
    }
    if bytes.ratio(1, 3)? {
        year.given = small::flags(bytes, program.len())?;
        year.withheld = small::flags(bytes, program.len())?;
    }
    if bytes.ratio(1, 4)? {
        year.weights = (0..program.len()).map(|_| bytes.arbitrary()).collect::<Result<Vec<f32>>>()?;
    }
    let rule = bytes.int_in_range(0..=4)?;
    let asked = match rule {
        0 => primary::complement(&program, &year.counts, policy.minimum).ok(),
        1 => primary::group_disclosure(&program, &year.counts, &[0, 1]).ok(),
        2 => primary::minimum_population(&program, &year.counts, 0, 100, &policy).ok(),
        _ => None,
    };
    year.targets = primary::strictest(&[year.targets, asked.unwrap_or_default()]);
    let Ok(protected) = protect(&program, &year, &policy) else { return Ok(()) };
    let effort = Effort { unknowns: 1000, programs: 300 };
    let findings = audit(&program, &year, protected.withheld(), &policy, &[], effort).expect("it was audited before");
    let found = [&findings.published, &findings.fixed, &findings.exact, &findings.below];
    assert!(
        found.iter().all(|cells| cells.is_empty()),
        "an attack finds something: {findings:?}; {}; {year:?}; {policy:?}; withheld {:?}",
        small::describe(&program),
        protected.withheld()
    );
    if policy.level > Level::Linear {
        match Proof::new(&program, &year, &protected, &policy) {
            Ok(proof) => {
                let release = published(&program, &year.counts, protected.withheld());
                let checked = proof.check(&program, &release, &policy).expect("it was checked before");
                assert!(checked.or_zero == 0 || policy.zeros == Zeros::Protected);
                assert!(Proof::read(&proof.write()).is_ok_and(|again| again == proof));
            }
            // Moving the largest possible counts makes them too large.
            Err(Unproven::NoCertificate(_) | Unproven::Flaw(Flaw::Mistake(Mistake::TooLarge))) => {}
            Err(error) => panic!(
                "a proof does not pass its own check: {error}; {}; {year:?}; {policy:?}; withheld {:?}; {:?}",
                small::describe(&program),
                protected.withheld(),
                protected.certificates()
            ),
        }
    }
    Ok(())
}
