//! The arguments of a sentence about a finding.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::text::keywords;
use crate::unicode::{Script, Version};

keywords! {
    /// The name of an argument, as translations know it.
    #[non_exhaustive]
    ArgumentName {
        /// How many there are.
        Actual = "actual",
        /// How many there may be at most, or must be at least.
        Limit = "limit",
        /// Which of several reasons applies, as a keyword.
        Reason = "reason",
        /// The label as it would have to be.
        Expected = "expected",
        /// A Unicode version: of the policy, or in which a character came in.
        Version = "version",
        /// Another Unicode version.
        OtherVersion = "other_version",
        /// The scripts on one side.
        Scripts = "scripts",
        /// The scripts on the other side.
        OtherScripts = "other_scripts",
        /// The name of a rule, as its ruleset or policy gives it.
        Rule = "rule",
        /// Where the rule comes from.
        Source = "source",
        /// Another label.
        Other = "other",
        /// A value of a property or setting.
        Value = "value",
    }
}

/// The value of an argument: data, not words.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Argument {
    /// A count.
    Number(u64),
    /// A keyword that translations choose by; never shown as it is.
    Keyword(&'static str),
    /// Text from outside, to be escaped before a person sees it.
    Text(String),
    /// A Unicode version.
    Version(Version),
    /// Scripts.
    Scripts(Vec<Script>),
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<&'static str> for Argument {
    fn from(keyword: &'static str) -> Self {
        Self::Keyword(keyword)
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Version> for Argument {
    fn from(version: Version) -> Self {
        Self::Version(version)
    }
}

impl From<Vec<Script>> for Argument {
    fn from(scripts: Vec<Script>) -> Self {
        Self::Scripts(scripts)
    }
}

impl fmt::Display for Argument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Keyword(keyword) => f.write_str(keyword),
            Self::Text(text) => f.write_str(text),
            Self::Version(version) => write!(f, "{version}"),
            Self::Scripts(scripts) => {
                for (n, script) in scripts.iter().enumerate() {
                    let separator = if n == 0 { "" } else { ", " };
                    write!(f, "{separator}{}", script.long_name())?;
                }
                Ok(())
            }
        }
    }
}
