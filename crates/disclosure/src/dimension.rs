//! A breakdown: a tree of nodes, and sums of nodes beside the tree.

use crate::Mistake;

/// One relation: the first node is the sum of the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The sum.
    pub parent: usize,
    /// What is summed up.
    pub kids: Vec<usize>,
}

/// A breakdown of the counted persons, by area, group, age or anything else.
///
/// The nodes are numbered from zero. They form a tree (or several); a node without children is a leaf, and each
/// person belongs to exactly one leaf. Further hierarchies over the same leaves are *extra* nodes: each is the sum of
/// nodes that came before it. School districts beside quarters are extras over the same blocks.
#[derive(Debug, Clone)]
pub struct Dimension {
    pub(crate) relations: Vec<Relation>,
    pub(crate) in_tree: usize,
    /// For each node the leaves below it, ascending.
    pub(crate) leaves_of: Vec<Vec<u32>>,
    /// For each leaf the nodes that contain it, itself included, ascending; empty for other nodes.
    pub(crate) above: Vec<Vec<u32>>,
    /// Leaves whose counts may be negative; empty if there are none.
    pub(crate) free: Vec<bool>,
}

impl Dimension {
    /// A dimension of a single node: nothing is broken down.
    pub fn single() -> Dimension {
        Dimension {
            relations: Vec::new(),
            in_tree: 1,
            leaves_of: vec![vec![0]],
            above: vec![vec![0]],
            free: Vec::new(),
        }
    }

    /// `parents[i]` is the parent of node `i`, none for a root. `extras[j]` lists what node
    /// `parents.len() + j` is the sum of: tree nodes or earlier extras that share no leaf.
    ///
    /// # Errors
    /// No node at all, a parent that does not exist, a cycle, an empty or overlapping extra.
    pub fn new(parents: &[Option<usize>], extras: &[Vec<usize>]) -> Result<Dimension, Mistake> {
        let in_tree = parents.len();
        if in_tree == 0 || in_tree + extras.len() > u32::MAX as usize {
            return Err(Mistake::NoNodes);
        }
        let mut kids = vec![Vec::new(); in_tree];
        for (node, parent) in parents.iter().enumerate() {
            if let Some(parent) = *parent {
                kids.get_mut(parent).ok_or(Mistake::UnknownNode(parent))?.push(node);
            }
        }
        let order = top_down(parents, &kids)?;
        let mut leaves_of: Vec<Vec<u32>> = vec![Vec::new(); in_tree];
        let mut relations = Vec::new();
        for &node in order.iter().rev() {
            if kids[node].is_empty() {
                leaves_of[node].push(node as u32);
            } else {
                leaves_of[node] = union(&kids[node], &leaves_of);
                relations.push(Relation { parent: node, kids: std::mem::take(&mut kids[node]) });
            }
        }
        for sum in extras {
            let node = leaves_of.len();
            if let Some(unknown) = sum.iter().find(|part| **part >= node) {
                return Err(Mistake::UnknownNode(*unknown));
            }
            let leaves = union(sum, &leaves_of);
            if leaves.is_empty() || leaves.windows(2).any(|pair| pair[0] == pair[1]) {
                return Err(Mistake::Overlap(node));
            }
            leaves_of.push(leaves);
            relations.push(Relation { parent: node, kids: sum.clone() });
        }
        let mut above = vec![Vec::new(); leaves_of.len()];
        for (node, leaves) in leaves_of.iter().enumerate() {
            for leaf in leaves {
                above[*leaf as usize].push(node as u32);
            }
        }
        Ok(Dimension { relations, in_tree, leaves_of, above, free: Vec::new() })
    }

    /// The dimension with leaves whose counts may be anything, also negative.
    ///
    /// This is how parts that may overlap stand in one dimension. Employees and pupils are both among the residents,
    /// and nobody knows how many are both: residents = employees + pupils + rest, where the rest is free, because the
    /// sum of the parts may exceed the whole. Who is no pupil is then an extra, employees + rest, which is a count.
    ///
    /// # Errors
    /// A node that is no leaf.
    pub fn with_free(mut self, leaves: &[usize]) -> Result<Dimension, Mistake> {
        let mut free = vec![false; self.len()];
        for leaf in leaves {
            if !self.is_leaf(*leaf) {
                return Err(Mistake::UnknownNode(*leaf));
            }
            free[*leaf] = true;
        }
        self.free = free;
        Ok(self)
    }

    /// Whether counts of this node may be negative.
    pub fn is_free(&self, node: usize) -> bool {
        self.free.get(node).copied().unwrap_or(false)
    }

    /// How many nodes there are, extras included.
    pub fn len(&self) -> usize {
        self.leaves_of.len()
    }

    /// A dimension has at least one node.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// Whether nothing is below this node.
    pub fn is_leaf(&self, node: usize) -> bool {
        self.above.get(node).is_some_and(|above| !above.is_empty())
    }

    /// All sums, each after the sums it is made of.
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// Whether the leaf lies below the node.
    pub(crate) fn contains(&self, node: u32, leaf: u32) -> bool {
        self.above[leaf as usize].binary_search(&node).is_ok()
    }
}

fn union(nodes: &[usize], leaves_of: &[Vec<u32>]) -> Vec<u32> {
    let mut leaves: Vec<u32> = nodes.iter().flat_map(|node| leaves_of[*node].iter().copied()).collect();
    leaves.sort_unstable();
    leaves
}

fn top_down(parents: &[Option<usize>], kids: &[Vec<usize>]) -> Result<Vec<usize>, Mistake> {
    let mut order: Vec<usize> = (0..parents.len()).filter(|node| parents[*node].is_none()).collect();
    let mut next = 0;
    while next < order.len() {
        order.extend(&kids[order[next]]);
        next += 1;
    }
    if order.len() < parents.len() { Err(Mistake::Cycle) } else { Ok(order) }
}
