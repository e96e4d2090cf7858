//! The core set as a whole: neither too many nor too few, neither all strengths nor all deficits.

use super::{files::Folder, indicators::Read};
use crate::{
    model::Perspective,
    remark::{Place, Remark},
};

/// A council can keep this many in view.
const MOST: usize = 20;
/// Fewer leave whole fields of action in the dark.
const LEAST: usize = 15;

/// One side may have at most three times as many core indicators as the other; with fewer than three on either side
/// there is nothing to balance yet.
pub(crate) fn balance(folder: &Folder<'_>, indicators: &[Read<'_>], remarks: &mut Vec<Remark>) {
    if indicators.iter().any(|read| folder.broken.contains(read.at.document.path)) {
        // Whether the broken one is core, and what it shows, is not known.
        return;
    }
    let core = || indicators.iter().filter(|read| read.indicator.core);
    let of = |perspective| core().filter(|read| read.indicator.perspective == perspective).count();
    let count = core().count();
    if count > MOST {
        remarks.push(Remark::warning("core-many", Place::Monitoring).with("count", count).with("most", MOST).hinted());
    }
    if count < LEAST {
        remarks.push(Remark::warning("core-few", Place::Monitoring).with("count", count).with("least", LEAST));
    }
    let (strengths, deficits) = (of(Perspective::Strength), of(Perspective::Deficit));
    let (less, more) = (strengths.min(deficits), strengths.max(deficits));
    if more >= 3 && more > 3 * less {
        let remark = Remark::warning("core-lopsided", Place::Monitoring);
        remarks.push(remark.with("strengths", strengths).with("deficits", deficits).hinted());
    }
}
