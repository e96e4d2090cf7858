//! Chance that is the same on every machine and every day.
//!
//! Each number is a function of what it stands for (series, area, year …), not of how many numbers were drawn
//! before: a new series does not change the old ones.

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input changes half of the output.
fn mix(mut z: u64) -> u64 {
    z = z.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A number from -1 to 1 for this series at this place.
pub(super) fn noise(series: &str, place: &[u64]) -> f64 {
    let start = series.bytes().fold(0, |state, byte| mix(state ^ u64::from(byte)));
    let bits = place.iter().fold(start, |state, &part| mix(state ^ part));
    // 53 bits fit a floating-point number exactly; nothing here depends on the machine's rounding.
    (bits >> 11) as f64 / (1u64 << 52) as f64 - 1.0
}

/// `n` times a share, to the nearest whole person.
pub(super) fn part(n: i64, share: f64) -> i64 {
    ((n as f64 * share).round() as i64).clamp(0, n)
}

/// Divides `total` in proportion to the weights so that the parts add up to it exactly: the whole parts first,
/// then one each to the largest remainders, the earlier part first among equals.
pub(super) fn split<const N: usize>(total: i64, weights: [f64; N]) -> [i64; N] {
    let sum: f64 = weights.iter().sum();
    let exact = weights.map(|weight| total as f64 * weight / sum);
    let mut parts = exact.map(|part| part.floor() as i64);
    let mut order: Vec<usize> = (0..N).collect();
    order.sort_by(|&a, &b| (exact[b] - exact[b].floor()).total_cmp(&(exact[a] - exact[a].floor())).then(a.cmp(&b)));
    let left = total - parts.iter().sum::<i64>();
    for &place in order.iter().cycle().take(usize::try_from(left).unwrap_or(0)) {
        parts[place] += 1;
    }
    parts
}
