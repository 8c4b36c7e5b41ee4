//! The comments at the head of a table.
//!
//! No RFC gives comments a meaning, but registries write `# Language: German (de)` and the like, and
//! a table without its language is worth less. Only forms that cannot be misread are taken.

use alloc::string::String;
use alloc::vec::Vec;

use super::lines::Line;
use super::rfc3743::keyword;
use crate::lgr::{Description, Identifier, LgrVersion, Located, Metadata, Origin, Reference, full_date};
use crate::unicode::Version;

/// Takes the comments before the first entry into the metadata.
pub(super) fn read(lines: &[Line<'_>], metadata: &mut Metadata) {
    let head: Vec<&Line<'_>> = lines.iter().take_while(|line| is_head(line.content)).collect();
    for line in &head {
        if let Some(comment) = line.comment.filter(|_| line.content.is_empty()) {
            statement(comment, line.position().into(), metadata);
        }
    }
    let comments: Vec<&&Line<'_>> = head.iter().filter(|line| line.content.is_empty()).collect();
    let mut text = String::new();
    for line in comments {
        if let Some(comment) = line.raw_comment {
            // The space after `#` belongs to the comment sign.
            text.push_str(comment.strip_prefix(' ').unwrap_or(comment).trim_ascii_end());
        }
        text.push('\n');
    }
    let trimmed = text.trim_matches('\n');
    if !trimmed.is_empty() {
        let origin = head.first().map_or(Origin::NONE, |line| line.position().into());
        metadata.description = Some(Description { media_type: None, text: trimmed.into(), origin });
    }
}

fn is_head(content: &str) -> bool {
    content.is_empty() || keyword(content, "Reference").is_some() || keyword(content, "Version").is_some()
}

/// Takes one comment, if it is one of the forms known.
pub(super) fn statement(comment: &str, origin: Origin, metadata: &mut Metadata) {
    if let Some(rest) = keyword(comment, "Reference")
        && let Some((id, text)) = rest.split_once([' ', '\t'])
        && id.bytes().all(|byte| byte.is_ascii_digit())
    {
        let known = metadata.references.iter().any(|reference| &*reference.id == id);
        if !known {
            let (id, text) = (id.into(), text.trim_ascii().into());
            metadata.references.push(Reference { id, text, comment: None, origin });
        }
        return;
    }
    let Some((key, value)) = comment.split_once(':') else { return };
    let value = value.trim_ascii();
    match &*key.trim_ascii().to_ascii_lowercase() {
        "language" | "script/language identifier" | "script" => {
            if let Some(language) = language(value)
                && !metadata.languages.iter().any(|known| *known.value == *language)
            {
                metadata.languages.push(Located { value: language, origin });
            }
        }
        "version" if metadata.version.is_none() && !value.is_empty() => {
            metadata.version = Some(LgrVersion { value: value.into(), comment: None, origin });
        }
        "date" | "effective date" if metadata.date.is_none() => {
            metadata.date = full_date(value).map(|value| Located { value, origin });
        }
        "unicode version" if metadata.unicode_version.is_none() => {
            metadata.unicode_version = value.parse::<Version>().ok().map(|value| Located { value, origin });
        }
        _ => {}
    }
}

/// A language tag out of `German (de)`, `de`, `zh-Hans`, `Latn` or `arab`.
fn language(value: &str) -> Option<Identifier> {
    let value = match value.rsplit_once('(') {
        Some((_, tag)) => tag.strip_suffix(')')?,
        None => value,
    };
    let subtags: Vec<&str> = value.split('-').collect();
    let letters = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    match &*subtags {
        // Four letters are a script (RFC 5646 section 2.2.3).
        [script] if script.len() == 4 && letters(script) => {
            let mut tag = String::from("und-");
            let (initial, rest) = script.split_at_checked(1)?;
            tag.push_str(&initial.to_ascii_uppercase());
            tag.push_str(&rest.to_ascii_lowercase());
            Some(tag.into())
        }
        [language, rest @ ..] if (2..=3).contains(&language.len()) && letters(language) => {
            let alphanumeric = |part: &&str| {
                (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            };
            rest.iter().all(alphanumeric).then(|| value.into())
        }
        _ => None,
    }
}
