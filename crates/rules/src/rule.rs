//! A rule: a condition that has been read, checked and made ready.

use std::collections::BTreeSet;

use crate::{
    attributes::Attributes,
    evaluate::{Nothing, Prepared, Scratch},
    fault::{Fault, FaultKind},
    ir::Tree,
    lower::lower,
    parse::{Source, parse},
    reach::{Reach, reach},
    table::Table,
    truth::{Answers, Truth},
};

/// A condition over the attributes of a layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    text: String,
    pub(crate) tree: Tree,
}

impl Rule {
    /// Reads and checks a rule, and refuses one that is proved never to be true or never to be false.
    ///
    /// # Errors
    /// All faults of the kinds that can be found together: a rule that is not SQL has one fault; a rule that is SQL
    /// has all faults of names, kinds, codes and the subset; only a rule without those is asked whether its answer
    /// depends on anything.
    pub fn compile(text: &str, attributes: &Attributes) -> Result<Rule, Vec<Fault>> {
        let source = Source::new(text);
        let tree = parse(&source).map_err(|fault| vec![fault]).and_then(|tree| lower(&tree, attributes, &source))?;
        let rule = Rule { text: text.to_owned(), tree };
        let whole = |kind| vec![Fault { at: source.whole(), kind }];
        let Reach { yes, no, proved } = reach(&rule, attributes);
        match (yes, no) {
            (false, _) if proved => Err(whole(FaultKind::NeverTrue)),
            (_, false) if proved => Err(whole(FaultKind::NeverFalse)),
            _ => Ok(rule),
        }
    }

    /// A part of a rule, to be asked alone.
    pub(crate) fn of(tree: Tree) -> Rule {
        Rule { text: String::new(), tree }
    }

    /// The text of the rule as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The places of the attributes that the rule asks for.
    pub fn attributes(&self) -> &BTreeSet<usize> {
        &self.tree.used
    }

    /// Makes the rule ready for a table: whatever it asks about texts is asked once for each entry of a dictionary.
    /// The table must have been made with the attributes of the rule.
    pub fn on<'r, 't>(&'r self, table: &'t Table<'t>) -> Evaluation<'r, 't> {
        Evaluation { prepared: Prepared::new(&self.tree, table), scratch: Scratch::default(), table }
    }
}

/// A rule on a table.
pub struct Evaluation<'r, 't> {
    prepared: Prepared<'r, 't>,
    scratch: Scratch,
    table: &'t Table<'t>,
}

impl Evaluation<'_, '_> {
    /// The answers for one batch, counted from zero; none for a batch that is not there.
    pub fn batch(&mut self, batch: usize) -> Answers {
        self.prepared.answers(batch, &Nothing, &mut self.scratch)
    }

    /// The answers for all rows.
    pub fn all(&mut self) -> Vec<Truth> {
        let mut answers = Vec::with_capacity(self.table.rows());
        for batch in 0..self.table.batches() {
            answers.extend(self.batch(batch).iter());
        }
        answers
    }
}
