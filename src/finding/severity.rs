//! How much a finding or a fault matters.

use crate::text::keywords;

keywords! {
    /// How grave a finding or a fault is. The worst of a label's findings is its verdict.
    Severity {
        /// Worth knowing; changes nothing.
        Info = "info",
        /// A person should look: the verdict becomes `review`.
        Warning = "warning",
        /// The label may not be registered: the verdict becomes `invalid`.
        Error = "error",
    }
}
