//! Progress for people in front of a terminal, and the time of each stage for those who measure.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Shows the stage that is at work and remembers how long each took.
pub(crate) struct Progress {
    bar: ProgressBar,
    stages: Vec<(&'static str, Duration)>,
    current: Option<(&'static str, Instant)>,
}

impl Progress {
    /// `shown` is whether someone looks: a terminal, and no answer for machines.
    pub(crate) fn new(shown: bool) -> Progress {
        let bar = if shown { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
        bar.set_style(ProgressStyle::default_spinner().template("{spinner} {elapsed} {wide_msg}").expect("a template"));
        if shown {
            bar.enable_steady_tick(Duration::from_millis(120));
        }
        Progress { bar, stages: Vec::new(), current: None }
    }

    /// A stage begins; `name` is for machines, `words` for people.
    pub(crate) fn stage(&mut self, name: &'static str, words: String) {
        self.close();
        self.current = Some((name, Instant::now()));
        self.bar.set_message(words);
    }

    /// The last stage has ended. Answers with the time of each, in order.
    pub(crate) fn finish(&mut self) -> Vec<(&'static str, Duration)> {
        self.close();
        self.bar.finish_and_clear();
        std::mem::take(&mut self.stages)
    }

    fn close(&mut self) {
        let Some((name, began)) = self.current.take() else { return };
        match self.stages.iter_mut().find(|(stage, _)| *stage == name) {
            Some((_, time)) => *time += began.elapsed(),
            None => self.stages.push((name, began.elapsed())),
        }
    }
}
