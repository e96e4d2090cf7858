//! Trying disclosure control on instance folders and comparing it with other programs' patterns.

mod instance;

use std::path::Path;

/// `suppress INSTANCE_DIR OUT.csv --level linear|A|B [--released EARLIER.csv]`
pub fn suppress(args: &[String]) -> Result<(), String> {
    let t = std::time::Instant::now();
    let instance = instance::read(Path::new(&args[0]))?;
    eprintln!("read {:?}", t.elapsed());
    for counts in instance.years.values() {
        let t = std::time::Instant::now();
        let sensitive: Vec<bool> = counts.iter().enumerate().map(|(cell, n)| instance.program.is_shown(cell) && *n >= 1 && *n <= 2).collect();
        let out = disclosure::linear_only(&instance.program, counts, &sensitive);
        eprintln!("{} cells {} primary {} suppressed {:?}", instance.program.len(), sensitive.iter().filter(|s| **s).count(), out.iter().filter(|s| **s).count(), t.elapsed());
        if let Some(peer) = args.get(1) {
            let rows = instance::rows(Path::new(peer), &instance.program, &instance.numbers)?;
            let differ = rows.iter().filter(|(c, _, r)| (r[2] == "1") != out[*c]).count();
            eprintln!("differ {differ}");
        }
    }
    for counts in instance.years.values() {
      for level in [disclosure::Level::NonNegative, disclosure::Level::Positive] {
        eprintln!(" {level:?}");
        let none = vec![false; instance.program.len()];
        let year = disclosure::Year { counts: counts.clone(), given: none.clone(), withheld: none };
        disclosure::trial(&instance.program, &year, &disclosure::Policy { minimum: 3, level });
      }
    }
    Ok(())
}
