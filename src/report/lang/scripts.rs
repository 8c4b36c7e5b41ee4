//! Names of scripts in the six languages.

use alloc::string::String;

use super::Language;
use crate::unicode::Script;

/// The names of scripts, joined by commas.
pub(super) fn list(scripts: &[Script], language: Language) -> String {
    let comma = match language {
        Language::Ar => "، ",
        Language::Zh => "、",
        _ => ", ",
    };
    let mut list = String::new();
    for (n, script) in scripts.iter().enumerate() {
        if n > 0 {
            list.push_str(comma);
        }
        list.push_str(&name(*script, language));
    }
    list
}

/// The name of a script in a language.
pub(super) fn name(script: Script, _language: Language) -> String {
    script.long_name().replace('_', " ")
}
