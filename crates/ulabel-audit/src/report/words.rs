//! The words for what a report counts.

use ulabel::language::{Messages, Word};
use ulabel::text::escape;
use ulabel::unicode::Script;

/// The word for a severity, by its name.
pub(super) fn severity(name: &str) -> Word {
    match name {
        "error" => Word::Error,
        "warning" => Word::Warning,
        _ => Word::Info,
    }
}

/// The word for a verdict, by its name.
pub(super) fn verdict(name: &str) -> Word {
    match name {
        "valid" => Word::Valid,
        "review" => Word::Review,
        _ => Word::Invalid,
    }
}

/// Scripts by their names.
pub(super) fn scripts_named(codes: &str, messages: &Messages) -> String {
    if codes.is_empty() {
        return messages.word(Word::AuditCommon).to_owned();
    }
    let scripts: Option<Vec<Script>> = codes.split(' ').map(Script::from_name).collect();
    scripts.map_or_else(|| escape(codes).into_owned(), |scripts| messages.scripts(&scripts))
}
