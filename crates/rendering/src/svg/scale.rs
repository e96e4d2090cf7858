//! Axes with round numbers, and words that fit.

/// An axis from `low` to `high` with marks at round numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axis {
    pub(super) low: f64,
    pub(super) high: f64,
    /// The marks, from low to high.
    pub(super) ticks: Vec<f64>,
    /// Decimal places that tell the marks apart.
    pub(super) decimals: u8,
}

impl Axis {
    /// An axis that holds all values. It begins at zero if asked, or if zero is near.
    pub(super) fn over(values: impl Iterator<Item = f64>, from_zero: bool, about: usize) -> Axis {
        let (mut low, mut high) = values
            .filter(|value| value.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if from_zero || low >= 0.0 && low < 0.6 * high {
            low = low.min(0.0);
        }
        if from_zero || high <= 0.0 && high > 0.6 * low {
            high = high.max(0.0);
        }
        if high - low < 1e-9 * high.abs().max(1e-9) {
            let room = if high == 0.0 { 1.0 } else { high.abs() * 0.1 };
            (low, high) = (low - room, high + room);
        }
        let step = round_step((high - low) / about.max(1) as f64);
        let (first, last) = ((low / step + 1e-9).floor() as i64, (high / step - 1e-9).ceil() as i64);
        let ticks: Vec<f64> = (first..=last).map(|n| n as f64 * step).collect();
        let decimals = (-step.log10().floor()).clamp(0.0, 9.0) as u8;
        Axis { low: first as f64 * step, high: last as f64 * step, ticks, decimals }
    }

    /// Where a value lies: 0 at the low end, 1 at the high end.
    pub(super) fn place(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }
}

/// The next of 1, 2, 2.5 and 5 times a power of ten.
fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * power >= rough * 0.999_999).unwrap_or(10.0);
    factor * power
}

/// A coordinate with at most one decimal place.
pub(crate) fn short(number: f64) -> String {
    let tenths = (number * 10.0).round();
    let tenths = if tenths == 0.0 { 0.0 } else { tenths };
    if tenths % 10.0 == 0.0 { format!("{:.0}", tenths / 10.0) } else { format!("{:.1}", tenths / 10.0) }
}

/// The width of a text in units, on the safe side.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(|c| if c.is_uppercase() || matches!(c, 'm' | 'w' | '%') { 9.2 } else { 7.0 }).sum()
}

/// A text in lines of at most so many characters; what does not fit into `lines` lines is cut off with an ellipsis.
/// The second value says whether something was cut off.
pub(crate) fn wrap(text: &str, per_line: usize, lines: usize) -> (Vec<String>, bool) {
    if lines == 1 && text.chars().count() > per_line {
        return (vec![text.chars().take(per_line - 1).collect::<String>().trim_end().to_owned() + "…"], true);
    }
    let mut wrapped: Vec<String> = Vec::new();
    for word in text.split_whitespace().flat_map(|word| word.split_inclusive('-')) {
        let glued = wrapped.last().is_some_and(|line: &String| line.ends_with('-') && !line.ends_with(" -"));
        let length = word.chars().count();
        match wrapped.last_mut() {
            Some(line) if line.chars().count() + length + usize::from(!glued) <= per_line => {
                if !glued {
                    line.push(' ');
                }
                line.push_str(word);
            }
            _ => wrapped.push(word.to_owned()),
        }
    }
    let mut cut = wrapped.len() > lines;
    wrapped.truncate(lines);
    let last = wrapped.len().saturating_sub(1);
    for (place, line) in wrapped.iter_mut().enumerate() {
        let too_long = line.chars().count() > per_line;
        if too_long || cut && place == last {
            let keep = per_line.saturating_sub(1).min(line.chars().count());
            *line = line.chars().take(keep).collect::<String>().trim_end().to_owned() + "…";
            cut = true;
        }
    }
    (wrapped, cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(values: &[f64], from_zero: bool) -> Axis {
        Axis::over(values.iter().copied(), from_zero, 4)
    }

    #[test]
    fn axes_have_round_marks_and_hold_all_values() {
        assert_eq!(axis(&[3.0, 24.6], false).ticks, [0.0, 10.0, 20.0, 30.0]);
        assert_eq!(axis(&[41.9, 42.4], false).ticks, [41.8, 42.0, 42.2, 42.4].map(|x: f64| (x * 5.0).round() * 0.2));
        assert_eq!(axis(&[41.9, 42.4], false).decimals, 1);
        assert_eq!(axis(&[41.9, 42.4], true).low, 0.0);
        assert_eq!(axis(&[], false).ticks.len(), 3);
        assert_eq!(axis(&[-5.0, 5.0], true).ticks, [-5.0, 0.0, 5.0]);
        for values in [vec![7.0], vec![0.0], vec![-3.0, -3.0], vec![1e9, 1e-9], vec![0.001, 0.002]] {
            let axis = axis(&values, false);
            assert!(values.iter().all(|&v| (0.0..=1.0).contains(&axis.place(v))), "{values:?} {axis:?}");
            assert!((2..=9).contains(&axis.ticks.len()), "{values:?} {axis:?}");
        }
    }

    #[test]
    fn words_fit() {
        assert_eq!(wrap("Menschen mit ausländischer Staatsangehörigkeit", 17, 3).0.len(), 3);
        assert_eq!(wrap("insgesamt", 17, 3), (vec!["insgesamt".to_owned()], false));
        let (lines, cut) = wrap("Thalkirchen-Obersendling-Forstenried-Fürstenried-Solln", 17, 1);
        assert!(cut && lines.len() == 1 && lines[0].ends_with('…') && lines[0].chars().count() <= 17, "{lines:?}");
        assert_eq!(wrap("Berg am Laim", 17, 1).0, ["Berg am Laim"]);
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!([short(12.0), short(-0.04), short(3.25)], ["12", "0", "3.3"]);
    }
}
