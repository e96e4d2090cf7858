//! How many rows a second a rule with ten attributes is answered for.
//!
//!     cargo run -p rules --example speed --config profile.dev.package.rules.opt-level=3

use std::{hint::black_box, time::Instant};

use rules::{
    Attribute, Attributes, BATCH, Bits, CategoryText, Classifier, ClassifierText, Column, Mode, Rule, Table, Type,
    Unknown, Values,
};

const ROWS: usize = 2_000_000;

fn main() {
    let flags =
        ["german", "born_abroad", "naturalisation_mark", "option_mark", "parent1_born_abroad", "parent2_born_abroad"];
    let years = ["age", "immigration_year", "parent1_immigration_year"];
    let codes = ["german", "other", "both"].map(str::to_owned).to_vec();
    let mut list: Vec<Attribute> = flags.iter().map(|name| Attribute::new(name, Type::Bool)).collect();
    list.extend(years.iter().map(|name| Attribute::new(name, Type::int())));
    list.push(Attribute::new("family_language", Type::Code(codes.clone())));
    let attributes = Attributes::new(list).unwrap();

    let mut state = 1u64;
    let mut below = |limit: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) % limit
    };
    let valid: Vec<Vec<u8>> = (0..10).map(|_| Bits::pack((0..ROWS).map(|_| below(20) > 0))).collect();
    let bits: Vec<Vec<u8>> = (0..6).map(|_| Bits::pack((0..ROWS).map(|_| below(4) == 0))).collect();
    let numbers: Vec<Vec<i64>> = (0..3)
        .map(|place| (0..ROWS).map(|_| below(100) as i64 + if place == 0 { 0 } else { 1925 }).collect())
        .collect();
    let places: Vec<u32> = (0..ROWS).map(|_| below(3) as u32).collect();
    let mut values: Vec<Values<'_>> = bits.iter().map(|bits| Values::Bool(Bits::new(bits))).collect();
    values.extend(numbers.iter().map(|numbers| Values::Int(numbers)));
    values.push(Values::Text { places: &places, dictionary: &codes });
    let columns =
        values.into_iter().zip(&valid).map(|(values, valid)| Some(Column { values, valid: Some(Bits::new(valid)) }));
    let columns: Vec<Option<Column<'_>>> = columns.collect();

    let text = "NOT german OR (born_abroad AND immigration_year >= 1950) OR naturalisation_mark OR option_mark \
                OR family_language = 'other' \
                OR (age < 18 AND ((parent1_born_abroad AND parent1_immigration_year >= 1950) OR parent2_born_abroad))";
    let time = |name: &str, work: &mut dyn FnMut() -> u64| {
        let mut best = f64::INFINITY;
        let mut result = 0;
        for _ in 0..5 {
            let start = Instant::now();
            result = black_box(work());
            best = best.min(start.elapsed().as_secs_f64());
        }
        println!("{name}: {:.1} million rows a second (result {result})", ROWS as f64 / best / 1e6);
    };
    time("checking the columns", &mut || {
        Table::new(&attributes, ROWS, columns.clone()).map(|table| table.rows() as u64).unwrap_or(0)
    });
    let table = Table::new(&attributes, ROWS, columns.clone()).unwrap();
    let rule = Rule::compile(text, &attributes).unwrap();
    assert_eq!(rule.attributes().len(), 10);
    time("the rule", &mut || {
        let mut evaluation = rule.on(&table);
        (0..table.batches()).map(|batch| evaluation.batch(batch).count(rules::Truth::True) as u64).sum()
    });
    let category =
        |name: &str, rule: Option<&str>| CategoryText { name: name.to_owned(), rule: rule.map(str::to_owned) };
    let text = ClassifierText {
        categories: vec![category("with", Some(text)), category("without", None)],
        mode: Mode::FirstMatch,
        unknown: Unknown::Undeterminable,
    };
    let classifier = Classifier::compile(&text, &attributes).unwrap();
    time("the class", &mut || classifier.on(&table).classes().len() as u64);
    time("counted with two weak attributes", &mut || classifier.on(&table).tally(0b110).categories[0]);
    time("the class with reasons", &mut || {
        let mut explainer = classifier.on(&table);
        (0..ROWS.div_ceil(BATCH)).map(|batch| explainer.explain(batch, 0).len() as u64).sum()
    });
}
