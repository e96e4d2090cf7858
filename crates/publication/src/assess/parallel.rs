//! The same work on all processors: results keep the order of what they were made of.

use std::{num::NonZero, panic::resume_unwind, thread};

/// `work` on each item. Each result depends on its item alone, so that the number of threads changes nothing.
pub(super) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(items.len().max(1));
    let work = &work;
    // Neighbours cost about the same, so each thread takes every so manieth.
    let one = |first: usize| items.iter().skip(first).step_by(threads).map(work).collect::<Vec<R>>();
    let mut done: Vec<_> = thread::scope(|scope| {
        let started: Vec<_> = (0..threads).map(|first| scope.spawn(move || one(first))).collect();
        let results = started.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        results.map(Vec::into_iter).collect()
    });
    (0..items.len()).filter_map(|place| done.get_mut(place % threads)?.next()).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_keep_their_order() {
        for length in [0, 1, 2, 7, 1000] {
            let items: Vec<usize> = (0..length).collect();
            assert_eq!(map(&items, |item| 2 * item), items.iter().map(|item| 2 * item).collect::<Vec<_>>());
        }
    }
}
