//! What is filled in agrees with everything known; what is the truth with holes can be filled in.

#![no_main]

use disclosure::{Incomplete, Span, complete_within};
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
    let honest = bytes.ratio(2, 3)?;
    let spans: Vec<Span> = if honest {
        let Some(counts) = small::counts(bytes, &program)? else { return Ok(()) };
        let span = |count: i64| -> Result<Span> {
            Ok(match bytes.int_in_range(0..=3)? {
                0 => Span::UNKNOWN,
                1 => Span { least: count - bytes.int_in_range(0i64..=3)?, most: count + bytes.int_in_range(0i64..=9)? },
                _ => Span::exactly(count),
            })
        };
        counts.into_iter().map(span).collect::<Result<_>>()?
    } else {
        let span = |bytes: &mut Unstructured| -> Result<Span> {
            Ok(match bytes.int_in_range(0..=4)? {
                0 => Span::exactly(bytes.int_in_range(-1i64..=20)?),
                1 => Span { least: bytes.int_in_range(0i64..=9)?, most: bytes.int_in_range(0i64..=30)? },
                2 => Span { least: bytes.arbitrary()?, most: bytes.arbitrary()? },
                _ => Span::UNKNOWN,
            })
        };
        (0..program.len()).map(|_| span(bytes)).collect::<Result<_>>()?
    };
    match complete_within(&program, &spans) {
        Ok(inner) => {
            let counts = program.add_up(inner).expect("inner cells");
            assert!(spans.iter().zip(&counts).all(|(span, count)| (span.least..=span.most).contains(count)));
        }
        Err(Incomplete::TooHard { .. }) => {}
        Err(error) => {
            let told: Vec<(i64, i64)> = spans.iter().map(|span| (span.least, span.most)).collect();
            assert!(!honest, "the truth agrees with itself: {error}; {}; {told:?}", small::describe(&program));
        }
    }
    Ok(())
}
