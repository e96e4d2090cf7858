//! Tests of the whole way behind the wall, on towns that are made here.

pub(crate) mod town;
