//! Any table of noise is read or refused; what is read keeps its bound, and reads the same once written.

#![no_main]

use disclosure::noise::Table;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(table) = Table::read(text) else { return };
    assert_eq!(table.noise(0, u64::MAX), 0);
    for count in (0..=table.last() + 2).take(50).chain([u64::MAX]) {
        assert!(table.mean(count).is_finite() && table.variance(count).is_finite());
        for key in [0, 1 << 32, u64::MAX / 3, u64::MAX] {
            let noise = table.noise(count, key);
            assert!(
                noise.unsigned_abs() <= u64::from(table.bound()) && count.checked_add_signed(noise).is_some()
                    || count == u64::MAX
            );
        }
    }
    let again = Table::read(&table.write()).expect("what was written");
    for count in (0..=table.last() + 1).take(50) {
        for key in [0, 1 << 40, u64::MAX / 2, u64::MAX] {
            assert_eq!(again.noise(count, key), table.noise(count, key));
        }
    }
});
