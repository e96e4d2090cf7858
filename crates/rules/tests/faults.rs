//! What is refused, where, and why.

use rules::{Attribute, Attributes, Construct, FaultKind, Kind, Rule, Type};

fn attributes() -> Attributes {
    let code = |codes: &[&str]| Type::Code(codes.iter().map(|code| (*code).to_owned()).collect());
    Attributes::new(vec![
        Attribute::new("german", Type::Bool),
        Attribute::always("age", Type::Int { least: 0, most: 120 }),
        Attribute::new("immigration_year", Type::int()),
        Attribute::new("income", Type::Decimal { places: 2 }),
        Attribute::new("birth_state", code(&["000", "163", "137"])),
        Attribute::new("family_language", code(&["german", "other", "both"])),
        Attribute::new("place", Type::Text),
        Attribute::new("birth_date", Type::Date),
    ])
    .unwrap()
}

/// The text at each fault, and its kind.
#[track_caller]
fn check(text: &str, expected: &[(&str, FaultKind)]) {
    let faults = Rule::compile(text, &attributes()).err().unwrap_or_default();
    let found: Vec<(&str, FaultKind)> =
        faults.into_iter().map(|fault| (text.get(fault.at).expect("a range of the text"), fault.kind)).collect();
    assert_eq!(found, expected, "{text}");
}

fn unsupported(construct: Construct) -> FaultKind {
    FaultKind::Unsupported(construct)
}

#[test]
fn names() {
    let unknown = |name: &str, nearest: Option<&str>| FaultKind::UnknownAttribute {
        name: name.to_owned(),
        nearest: nearest.map(str::to_owned),
    };
    check(
        "germna OR ago > 3 OR religion = 'x'",
        &[
            ("germna", unknown("germna", Some("german"))),
            ("ago", unknown("ago", Some("age"))),
            ("religion", unknown("religion", None)),
        ],
    );
    check("GERMAN AND Age > 3", &[]);
    check("\"german\"", &[("\"german\"", unsupported(Construct::QuotedName))]);
    check("p.german", &[("p.german", unsupported(Construct::QuotedName))]);
    let function = FaultKind::UnknownFunction { name: "UPER".to_owned(), nearest: Some("UPPER".to_owned()) };
    check("UPER(place) = 'X'", &[("UPER", function)]);
}

#[test]
fn kinds() {
    let not_boolean = |found| FaultKind::NotBoolean { found };
    let different = |left, right| FaultKind::DifferentKinds { left, right };
    let wrong = |needed, found| FaultKind::WrongKind { needed, found };
    check("age", &[("age", not_boolean(Kind::Int))]);
    check("NULL", &[("NULL", not_boolean(Kind::Null))]);
    check("german AND place OR NOT age", &[("place", not_boolean(Kind::Text)), ("age", not_boolean(Kind::Int))]);
    check("age = '3'", &[("age = '3'", different(Kind::Int, Kind::Text))]);
    check("birth_date > '2000-01-01'", &[("birth_date > '2000-01-01'", different(Kind::Date, Kind::Text))]);
    check("german = 1", &[("german = 1", different(Kind::Bool, Kind::Int))]);
    check("birth_date + 1 > birth_date", &[("birth_date", wrong(Kind::Decimal, Kind::Date))]);
    check("LOWER(age) = 'x'", &[("age", wrong(Kind::Text, Kind::Int))]);
    check("EXTRACT(YEAR FROM age) = 3", &[("age", wrong(Kind::Date, Kind::Int))]);
    check("COALESCE(age, 'x') = 3", &[("'x'", different(Kind::Int, Kind::Text))]);
    check("CASE WHEN german THEN 1 ELSE TRUE END = 1", &[("TRUE", different(Kind::Int, Kind::Bool))]);
    check("german > TRUE", &[("german > TRUE", FaultKind::BoolOrder)]);
    check("place > 'm'", &[("place > 'm'", FaultKind::TextOrder)]);
    check("birth_state BETWEEN '100' AND '163'", &[]);
    check(
        "age = NULL OR age IN (1, NULL)",
        &[("age = NULL", FaultKind::ComparedWithNull), ("age IN (1, NULL", FaultKind::ComparedWithNull)],
    );
}

#[test]
fn codes() {
    let unknown = |code: &str, nearest: Option<&str>| FaultKind::UnknownCode {
        code: code.to_owned(),
        nearest: nearest.map(str::to_owned),
    };
    check("family_language = 'germann'", &[("'germann'", unknown("germann", Some("german")))]);
    check("'0' = birth_state", &[("'0'", unknown("0", None))]);
    check(
        "birth_state NOT IN ('000', '001', '999')",
        &[("'001'", unknown("001", Some("000"))), ("'999'", unknown("999", None))],
    );
    check("UPPER(family_language) = 'other'", &[("'other'", unknown("other", Some("OTHER")))]);
    check("COALESCE(birth_state, 'none') = 'none'", &[]);
    check("birth_state = family_language", &[("birth_state = family_language", FaultKind::NoCommonCode)]);
    check("CASE birth_state WHEN '00' THEN TRUE ELSE FALSE END", &[("'00'", unknown("00", Some("000")))]);
}

#[test]
fn arithmetic() {
    check("age / 0 > 1.0", &[("0", FaultKind::DivisionByZero)]);
    check("age / 2 > 1", &[("age / 2", FaultKind::WholeDivision)]);
    check("income / age > 1", &[("age", FaultKind::DivisionByExpression)]);
    check("age / 2.0 > 1", &[]);
    check(
        "immigration_year * immigration_year * immigration_year > 1",
        &[("immigration_year * immigration_year", FaultKind::MayOverflow)],
    );
    check("age > 99999999999999999999", &[("99999999999999999999", FaultKind::BadNumber)]);
    check("birth_date > DATE '2023-02-29'", &[("'2023-02-29'", FaultKind::BadDate)]);
    check("age > 1e3", &[("1e3", unsupported(Construct::Literal))]);
}

#[test]
fn the_subset() {
    check("place LIKE 'x%'", &[("place LIKE 'x%'", unsupported(Construct::Pattern))]);
    check("CAST(age AS DATE) IS NULL", &[("age", unsupported(Construct::Cast))]);
    check("age % 2 = 0", &[("age % 2", unsupported(Construct::Operator))]);
    check("(age = 1) = german", &[]);
    check("age = 1 = german", &[("age = 1", unsupported(Construct::ChainedComparison))]);
    check("TRIM(LEADING ' ' FROM place) = 'x'", &[("place", unsupported(Construct::FunctionForm))]);
    check("EXTRACT(HOUR FROM birth_date) = 1", &[("birth_date", unsupported(Construct::DatePart))]);
    check("SUBSTRING(place FROM 0) = 'x'", &[("0", FaultKind::BadNumber)]);
    check("COALESCE(DISTINCT place) = 'x'", &[("COALESCE", unsupported(Construct::FunctionForm))]);
    check("ABS(1, age) = 1", &[("ABS(1, age", FaultKind::ArgumentCount { function: "ABS".to_owned(), given: 2 })]);
    check("german -- the register's mark", &[]);
}

#[test]
fn answers_that_never_come() {
    check(" german AND NOT german ", &[("german AND NOT german", FaultKind::NeverTrue)]);
    check("german OR NOT german", &[("german OR NOT german", FaultKind::NeverFalse)]);
    check("TRUE", &[("TRUE", FaultKind::NeverFalse)]);
    check("1 = 2", &[("1 = 2", FaultKind::NeverTrue)]);
    check(
        "german AND CASE WHEN FALSE THEN TRUE END",
        &[("german AND CASE WHEN FALSE THEN TRUE END", FaultKind::NeverTrue)],
    );
    check("age IS NULL", &[("age IS NULL", FaultKind::NeverTrue)]);
    check(
        "immigration_year > 1990 AND immigration_year + 5 < 1990",
        &[("immigration_year > 1990 AND immigration_year + 5 < 1990", FaultKind::NeverTrue)],
    );
    check(
        "birth_date < DATE '1990-01-01' AND EXTRACT(YEAR FROM birth_date) > 1989",
        &[("birth_date < DATE '1990-01-01' AND EXTRACT(YEAR FROM birth_date) > 1989", FaultKind::NeverTrue)],
    );
    check("birth_date < DATE '1990-01-02' AND EXTRACT(YEAR FROM birth_date) > 1989", &[]);
    check("place = 'a' AND place <> 'a'", &[("place = 'a' AND place <> 'a'", FaultKind::NeverTrue)]);
    // Two attributes in one question are not proved, so nothing is said.
    check("immigration_year > income AND immigration_year < income", &[]);
}

#[test]
fn what_nests_deeply_is_answered_or_refused() {
    let forms = [
        ("(", "german", ")"),
        ("NOT (", "german", ")"),
        ("COALESCE(german, ", "german", ")"),
        ("CASE WHEN german THEN FALSE ELSE ", "german", " END"),
        ("german = (", "german", ")"),
        ("german IS DISTINCT FROM (", "german", ")"),
        ("german AND (age = 1 OR ", "german", ")"),
        ("age IN (CASE WHEN ", "german", " THEN 1 END)"),
        ("age BETWEEN 1 AND (CASE WHEN ", "german", " THEN 1 END)"),
        ("(CASE WHEN ", "german", " THEN 1 END) BETWEEN 0 AND age"),
        ("UPPER(CASE WHEN ", "german", " THEN place END) = place"),
    ];
    for (before, inside, after) in forms {
        for depth in [1, 5, 12, 20, 30, 45, 60, 300] {
            let text = format!("{}{inside}{}", before.repeat(depth), after.repeat(depth));
            let faults = Rule::compile(&text, &attributes()).err().unwrap_or_default();
            for fault in faults {
                let key = fault.kind.key();
                let expected = ["too-deep", "too-long", "never-true", "never-false", "may-overflow"];
                assert!(expected.contains(&key), "{key}: {before} {depth} times");
                assert!(depth > 1 || key.starts_with("never"), "{key}: {before}");
            }
        }
    }
    let sum = format!("age{} > 3", " + age".repeat(200));
    let faults = Rule::compile(&sum, &attributes()).unwrap_err();
    assert_eq!(faults.iter().map(|fault| fault.kind.key()).collect::<Vec<_>>(), ["too-deep"]);
    let long = format!("german{}", " OR age = 1 AND german".repeat(400));
    assert!(Rule::compile(&long, &attributes()).is_ok());
}
