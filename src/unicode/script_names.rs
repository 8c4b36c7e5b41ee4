//! Names of scripts, both ways.

use super::tables::script::Script;

impl Script {
    /// The script as a slice, as the sets of Script_Extensions are.
    pub(crate) fn as_slice(self) -> &'static [Self] {
        let slice = Self::ALL.get(self as usize).map(core::slice::from_ref);
        debug_assert!(slice.is_some());
        slice.unwrap_or_default()
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

    /// True if this is Common or Inherited, which say nothing of the script of a label.
    #[must_use]
    pub fn is_common_or_inherited(self) -> bool {
        matches!(self, Script::Common | Script::Inherited)
    }
}
