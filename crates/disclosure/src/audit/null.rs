//! The linear attacker: which unknown cells are fixed by the published ones?
//!
//! Every relation among unknown cells is an equation. Two random vectors of the null space of these equations tell
//! all: a cell that is zero in both is fixed, and two cells whose values are in the same proportion in both are known
//! together. Own arithmetic with another prime than the suppression uses, other equations, own elimination.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashMap},
};

use super::system::Equations;

/// The largest prime below 2⁶³.
const PRIME: u64 = (1 << 63) - 25;

fn times(a: u64, b: u64) -> u64 {
    (u128::from(a) * u128::from(b) % u128::from(PRIME)) as u64
}

fn minus(a: u64, b: u64) -> u64 {
    if a >= b { a - b } else { a + PRIME - b }
}

fn reciprocal(a: u64) -> u64 {
    let (mut result, mut base, mut exponent) = (1, a, PRIME - 2);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        exponent /= 2;
    }
    result
}

/// A generator of numbers that look random (SplitMix64, Steele and others 2014), so that an audit can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % PRIME
    }
}

type Row = Vec<(u32, u64)>;

/// Two random vectors that solve all equations with zero on the right.
pub(super) fn vectors(equations: &Equations, seed: u64) -> [Vec<u64>; 2] {
    let pivots = eliminate(equations);
    let mut is_pivot = vec![false; equations.unknowns.len()];
    for (column, _) in &pivots {
        is_pivot[*column as usize] = true;
    }
    let mut dice = Dice(seed);
    let mut vectors = [vec![0; is_pivot.len()], vec![0; is_pivot.len()]];
    for vector in &mut vectors {
        for (value, _) in vector.iter_mut().zip(&is_pivot).filter(|(_, pivot)| !**pivot) {
            *value = dice.roll();
        }
        for (column, row) in pivots.iter().rev() {
            let sum = row.iter().fold(0, |sum, (other, factor)| minus(sum, times(*factor, vector[*other as usize])));
            vector[*column as usize] = sum;
        }
    }
    vectors
}

/// Solves each equation for the unknown that the fewest others contain, shortest equation first. A solved unknown is
/// expressed by unknowns that are solved later or never.
fn eliminate(equations: &Equations) -> Vec<(u32, Row)> {
    let mut rows: Vec<Row> = equations.rows.iter().map(|row| sorted(row)).collect();
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); equations.unknowns.len()];
    let mut count = vec![0u32; equations.unknowns.len()];
    for (number, row) in rows.iter().enumerate() {
        for (column, _) in row {
            members[*column as usize].push(number as u32);
            count[*column as usize] += 1;
        }
    }
    let mut queue: BinaryHeap<Reverse<(usize, u32)>> =
        rows.iter().enumerate().map(|(at, row)| Reverse((row.len(), at as u32))).collect();
    let mut done = vec![false; rows.len()];
    let mut pivots = Vec::new();
    while let Some(Reverse((length, number))) = queue.pop() {
        if done[number as usize] || rows[number as usize].len() != length {
            continue;
        }
        done[number as usize] = true;
        let mut row = std::mem::take(&mut rows[number as usize]);
        for (column, _) in &row {
            count[*column as usize] -= 1;
        }
        let Some(at) = (0..row.len()).min_by_key(|at| count[row[*at].0 as usize]) else { continue };
        let (column, value) = row.remove(at);
        let inverse = reciprocal(value);
        for entry in &mut row {
            entry.1 = times(entry.1, inverse);
        }
        for other in std::mem::take(&mut members[column as usize]) {
            if done[other as usize] {
                continue;
            }
            let target = &mut rows[other as usize];
            let Ok(place) = target.binary_search_by_key(&column, |entry| entry.0) else { continue };
            let factor = target.remove(place).1;
            *target = subtract(target, &row, factor, other, &mut members, &mut count);
            queue.push(Reverse((target.len(), other)));
        }
        pivots.push((column, row));
    }
    pivots
}

fn sorted(row: &[(u32, i8)]) -> Row {
    let mut row: Row = row.iter().map(|(column, sign)| (*column, if *sign < 0 { PRIME - 1 } else { 1 })).collect();
    row.sort_unstable_by_key(|entry| entry.0);
    row
}

fn subtract(
    a: &[(u32, u64)],
    b: &[(u32, u64)],
    factor: u64,
    number: u32,
    members: &mut [Vec<u32>],
    count: &mut [u32],
) -> Row {
    let mut out = Row::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let left = a.get(i).map_or(u32::MAX, |entry| entry.0);
        let right = b.get(j).map_or(u32::MAX, |entry| entry.0);
        if left < right {
            out.push(a[i]);
            i += 1;
        } else if right < left {
            out.push((right, minus(0, times(factor, b[j].1))));
            members[right as usize].push(number);
            count[right as usize] += 1;
            j += 1;
        } else {
            match minus(a[i].1, times(factor, b[j].1)) {
                0 => count[left as usize] -= 1,
                value => out.push((left, value)),
            }
            i += 1;
            j += 1;
        }
    }
    out
}

/// Numbers the unknowns by proportion: equal numbers are known together; none for fixed unknowns.
pub(super) fn proportions(vectors: &[Vec<u64>; 2]) -> Vec<Option<u64>> {
    let mut seen: HashMap<u64, u64> = HashMap::new();
    vectors[0]
        .iter()
        .zip(&vectors[1])
        .map(|(a, b)| match (*a, *b) {
            (0, 0) => None,
            (0, _) => Some(PRIME),
            (a, b) => Some(*seen.entry(times(b, reciprocal(a))).or_insert_with_key(|ratio| *ratio)),
        })
        .collect()
}
