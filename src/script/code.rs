//! Scripts by their ISO 15924 codes, the composite ones among them.

use core::fmt;

use crate::unicode::{self, Script};

/// A script, or one of the composite codes of ISO 15924 that stand for the several scripts of one
/// writing system.
///
/// ```
/// use ulabel::script::ScriptCode;
/// use ulabel::unicode::Script;
/// let japanese = ScriptCode::from_code("Jpan").unwrap();
/// assert_eq!(japanese.scripts(), [Script::Han, Script::Hiragana, Script::Katakana]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScriptCode {
    /// One script.
    One(Script),
    /// `Hans`: Han, simplified.
    Hans,
    /// `Hant`: Han, traditional.
    Hant,
    /// `Hanb`: Han with Bopomofo.
    Hanb,
    /// `Jpan`: Han, Hiragana and Katakana.
    Jpan,
    /// `Kore`: Hangul and Han.
    Kore,
}

impl ScriptCode {
    const COMPOSITE: [(&'static str, Self); 5] = [
        ("Hans", Self::Hans),
        ("Hant", Self::Hant),
        ("Hanb", Self::Hanb),
        ("Jpan", Self::Jpan),
        ("Kore", Self::Kore),
    ];

    /// The script with this four-letter code; ASCII case does not matter.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let composite = Self::COMPOSITE.iter().find(|(name, _)| name.eq_ignore_ascii_case(code));
        composite.map(|(_, script)| *script).or_else(|| {
            let script = Script::from_name(code)?;
            script.short_name().eq_ignore_ascii_case(code).then_some(Self::One(script))
        })
    }

    /// The four-letter code of ISO 15924.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::One(script) => script.short_name(),
            _ => Self::COMPOSITE.iter().find(|(_, script)| *script == self).map_or("Zzzz", |(name, _)| name),
        }
    }

    /// The scripts it stands for.
    #[must_use]
    pub fn scripts(self) -> &'static [Script] {
        match self {
            Self::One(script) => script.as_slice(),
            Self::Hans | Self::Hant => &[Script::Han],
            Self::Hanb => &[Script::Han, Script::Bopomofo],
            Self::Jpan => &[Script::Han, Script::Hiragana, Script::Katakana],
            Self::Kore => &[Script::Hangul, Script::Han],
        }
    }

    /// True if a character may stand in a label of this script: its Script_Extensions name one of the
    /// scripts, or no script at all (Common, Inherited).
    #[must_use]
    pub fn covers(self, c: char) -> bool {
        let extensions = unicode::script_extensions(c);
        extensions.iter().any(|script| script.is_common_or_inherited() || self.scripts().contains(script))
    }
}

impl fmt::Display for ScriptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
