//! Intervals of the unknown cells: first what sums give away one at a time, then by linear programs.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome, Variable};

use super::{Case, system::Equations};

/// The largest value that is told apart; above it an unknown counts as unbounded.
pub(super) const UNBOUNDED: i64 = 1 << 42;

/// Least and greatest value of each unknown.
pub(super) struct Bounds {
    pub(super) low: Vec<i64>,
    pub(super) high: Vec<i64>,
}

/// Narrows the intervals, sum by sum, until nothing changes or the work gets out of proportion.
///
/// What comes out is true, but not always all that can be concluded.
pub(super) fn propagate(case: &Case, equations: &Equations, rows_of: &[Vec<u32>]) -> Bounds {
    let low = equations.unknowns.iter().map(|cell| case.least(*cell)).collect();
    let mut bounds = Bounds { low, high: vec![UNBOUNDED; equations.unknowns.len()] };
    let mut queue: VecDeque<u32> = (0..equations.rows.len() as u32).collect();
    let mut queued = vec![true; equations.rows.len()];
    let mut left = 40 * equations.rows.len() + 1000;
    while let Some(row) = queue.pop_front() {
        queued[row as usize] = false;
        left -= 1;
        if left == 0 {
            break;
        }
        for unknown in narrow(&equations.rows[row as usize], equations.right[row as usize], &mut bounds) {
            for next in &rows_of[unknown as usize] {
                if !queued[*next as usize] {
                    queued[*next as usize] = true;
                    queue.push_back(*next);
                }
            }
        }
    }
    bounds
}

/// Narrows the unknowns of one equation; returns those that changed.
fn narrow(row: &[(u32, i8)], right: i64, bounds: &mut Bounds) -> Vec<u32> {
    let ends = |bounds: &Bounds, unknown: u32, sign: i8| {
        let (low, high) = (bounds.low[unknown as usize], bounds.high[unknown as usize]);
        if sign > 0 { (low, high) } else { (-high, -low) }
    };
    let (mut least, mut most, mut open_below, mut open_above) = (0i64, 0i64, 0, 0);
    for (unknown, sign) in row {
        let (a, b) = ends(bounds, *unknown, *sign);
        if a <= -UNBOUNDED {
            open_below += 1
        } else {
            least += a
        }
        if b >= UNBOUNDED { open_above += 1 } else { most += b }
    }
    let mut changed = Vec::new();
    for (unknown, sign) in row {
        let (a, b) = ends(bounds, *unknown, *sign);
        let (a_open, b_open) = (a <= -UNBOUNDED, b >= UNBOUNDED);
        let rest_least = (open_below == i32::from(a_open)).then(|| least - if a_open { 0 } else { a });
        let rest_most = (open_above == i32::from(b_open)).then(|| most - if b_open { 0 } else { b });
        let (upper, lower) = (rest_least.map(|rest| right - rest), rest_most.map(|rest| right - rest));
        let (low, high) = if *sign > 0 { (lower, upper) } else { (upper.map(|v| -v), lower.map(|v| -v)) };
        let place = *unknown as usize;
        let mut moved = false;
        if let Some(low) = low.filter(|low| *low > bounds.low[place]) {
            bounds.low[place] = low;
            moved = true;
        }
        if let Some(high) = high.filter(|high| *high < bounds.high[place]) {
            bounds.high[place] = high;
            moved = true;
        }
        if moved {
            changed.push(*unknown);
            // The sums above are stale now; they are taken up again when the row is.
            break;
        }
    }
    changed
}

/// Unknowns that hang together, and the equations between them.
pub(super) struct Component {
    pub(super) members: Vec<u32>,
    rows: Vec<u32>,
}

/// What the solver says.
pub(super) enum Answer {
    /// Values of the members, in their order.
    Values(Vec<f64>),
    /// There is no greatest value.
    Unbounded,
    /// Nothing is known.
    GaveUp,
}

/// Maximises the sum of some unknowns over everything connected to them.
///
/// With `near`, only tables are considered in which no count is much larger than the true one. That cannot show a
/// cell to be unsafe, but several cells can be shown to be safe at once.
pub(super) fn maximise(
    case: &Case,
    equations: &Equations,
    bounds: &Bounds,
    component: &Component,
    targets: &[u32],
    near: bool,
) -> Answer {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let mut variables: HashMap<u32, Variable> = HashMap::new();
    let targets: HashSet<u32> = targets.iter().copied().collect();
    for member in &component.members {
        let (place, cell) = (*member as usize, equations.unknowns[*member as usize]);
        let nearby = case.counts[cell].max(case.targets[cell]) + 4 * i64::from(case.policy.minimum);
        let high = match (near, bounds.high[place]) {
            (true, high) => high.min(nearby) as f64,
            (false, UNBOUNDED..) => f64::INFINITY,
            (false, high) => high as f64,
        };
        let low = if bounds.low[place] <= -UNBOUNDED { f64::NEG_INFINITY } else { bounds.low[place] as f64 };
        let weight = if targets.contains(member) { 1.0 } else { 0.0 };
        variables.insert(*member, problem.add_var(weight, (low, high)));
    }
    for row in &component.rows {
        let mut right = equations.right[*row as usize];
        let mut terms = Vec::new();
        for (member, sign) in &equations.rows[*row as usize] {
            match variables.get(member) {
                Some(variable) => terms.push((*variable, f64::from(*sign))),
                // Fixed unknowns connect nothing; their value is their bound.
                None => right -= i64::from(*sign) * bounds.low[*member as usize],
            }
        }
        problem.add_constraint(terms, ComparisonOp::Eq, right as f64);
    }
    match problem.solve() {
        Ok(SolveOutcome::Solution(solution)) => Answer::Values(
            component
                .members
                .iter()
                .map(|member| variables.get(member).map_or(0.0, |variable| solution[*variable]))
                .collect(),
        ),
        Err(microlp::Error::Unbounded) => Answer::Unbounded,
        Ok(SolveOutcome::Interrupted(_)) | Err(_) => Answer::GaveUp,
    }
}

/// What hangs together with one unknown; none if that is more than `most` unknowns. Fixed unknowns do not connect.
pub(super) fn component(
    equations: &Equations,
    rows_of: &[Vec<u32>],
    bounds: &Bounds,
    start: u32,
    most: usize,
) -> Option<Component> {
    let mut seen = HashSet::from([start]);
    let mut rows = BTreeSet::new();
    let mut members = vec![start];
    let mut next = 0;
    while next < members.len() {
        for row in &rows_of[members[next] as usize] {
            if rows.insert(*row) {
                for (other, _) in &equations.rows[*row as usize] {
                    let place = *other as usize;
                    if bounds.low[place] < bounds.high[place] && seen.insert(*other) {
                        members.push(*other);
                    }
                }
            }
        }
        if members.len() > most {
            return None;
        }
        next += 1;
    }
    Some(Component { members, rows: rows.into_iter().collect() })
}
