//! Names of scripts, both ways.

use core::fmt;

use super::tables::script::{SCRIPT_NAMES, Script};

impl Script {
    fn names(self) -> (&'static str, &'static str) {
        SCRIPT_NAMES.get(self as usize).copied().unwrap_or(("Zzzz", "Unknown"))
    }

    /// The four-letter code of ISO 15924, as in `Latn`. Script Inherited is `Zinh`, Common `Zyyy`.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        self.names().0
    }

    /// The long name of the Unicode Character Database, as in `Old_Italic`.
    #[must_use]
    pub fn long_name(self) -> &'static str {
        self.names().1
    }

    /// The script with this short or long name; ASCII case does not matter.
    ///
    /// ```
    /// use ulabel::unicode::Script;
    /// assert_eq!(Script::from_name("latn"), Some(Script::Latin));
    /// assert_eq!(Script::from_name("Old_Italic"), Some(Script::OldItalic));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Script> {
        Script::ALL.iter().copied().find(|script| {
            script.short_name().eq_ignore_ascii_case(name) || script.long_name().eq_ignore_ascii_case(name)
        })
    }

    /// Whether this is Common or Inherited, which say nothing of the script of a label.
    #[must_use]
    pub fn is_common_or_inherited(self) -> bool {
        matches!(self, Script::Common | Script::Inherited)
    }
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.short_name())
    }
}
