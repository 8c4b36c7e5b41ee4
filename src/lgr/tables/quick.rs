//! The automaton of a table that is often asked.

use core::sync::atomic::{AtomicU32, Ordering};
use std::sync::OnceLock;

use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::acceptor::Acceptor;

/// How often a table is asked before its automaton is made: making it costs as much as some thousand answers.
const WORTHWHILE: u32 = 1000;

/// The automaton of a table, made once the table has been asked often.
#[derive(Debug, Default)]
pub(super) struct QuickTable {
    asked: AtomicU32,
    /// None where there can be none.
    acceptor: OnceLock<Option<Acceptor>>,
}

impl QuickTable {
    /// True if the table takes the label, as far as is seen at a glance.
    #[inline]
    pub(super) fn takes(&self, table: &CompiledLgr, label: &str) -> bool {
        match self.acceptor.get() {
            Some(acceptor) => acceptor.as_ref().is_some_and(|acceptor| acceptor.takes(label)),
            None => self.make(table),
        }
    }

    /// Counts a question; makes the automaton when it is worthwhile, for the next.
    #[cold]
    fn make(&self, table: &CompiledLgr) -> bool {
        // Of several threads one counts to this number and makes it; the others do not wait.
        if self.asked.fetch_add(1, Ordering::Relaxed) == WORTHWHILE {
            let made = self.acceptor.set(Acceptor::new(table));
            debug_assert!(made.is_ok(), "it is made once");
        }
        false
    }
}
