//! Names of scripts in the six languages.

use alloc::borrow::Cow;
use alloc::string::String;

use super::Language;
use super::script_names::SCRIPT_NAMES;
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
pub(super) fn name(script: Script, language: Language) -> Cow<'static, str> {
    let at = match language {
        Language::Ar => 0,
        Language::Zh => 1,
        Language::Fr => 2,
        Language::Ru => 3,
        Language::Es => 4,
        Language::En => return english(script),
    };
    let row = SCRIPT_NAMES.binary_search_by_key(&script.short_name(), |(code, _)| code);
    match row.ok().and_then(|row| SCRIPT_NAMES.get(row)?.1.get(at)) {
        Some(name) if !name.is_empty() => Cow::Borrowed(*name),
        _ => english(script),
    }
}

fn english(script: Script) -> Cow<'static, str> {
    let name = script.long_name();
    if name.contains('_') { Cow::Owned(name.replace('_', " ")) } else { Cow::Borrowed(name) }
}

#[cfg(test)]
mod tests {
    use super::SCRIPT_NAMES;
    use crate::unicode::Script;

    #[test]
    fn rows_are_in_order_and_name_scripts() {
        assert!(SCRIPT_NAMES.is_sorted_by(|(a, _), (b, _)| a < b));
        for (code, _) in SCRIPT_NAMES {
            assert_eq!(Script::from_name(code).map(Script::short_name), Some(*code));
        }
    }
}
