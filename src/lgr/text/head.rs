//! The comments at the head of a table.
//!
//! No RFC gives comments a meaning, but registries write `# Language: German (de)` and the like, and
//! a table without its language is worth less. Only forms that cannot be misread are taken.

use alloc::string::String;
use alloc::vec::Vec;

use super::lines::Line;
use super::rfc3743::{compact_date, keyword};
use crate::lgr::{
    Date, Description, Identifier, LgrVersion, Located, Metadata, Origin, Reference, Scope, full_date,
};
use crate::unicode::{Script, Version};

/// Takes the lines before the first entry into the metadata: comments, and whatever else is no entry.
/// Lines that `is_taken` have been read already.
pub(super) fn read(head: &[Line<'_>], is_taken: impl Fn(&str) -> bool, metadata: &mut Metadata) {
    let mut text = String::new();
    for line in head.iter().filter(|line| !is_taken(line.content)) {
        // The space after `#` belongs to the comment sign.
        let raw = line.raw_comment.map(|comment| comment.strip_prefix(' ').unwrap_or(comment));
        let said = if line.content.is_empty() { raw.unwrap_or_default() } else { line.content };
        // Rows of signs are ornament.
        let said = said.trim_ascii_end().trim_start_matches('#');
        statement(said.trim_ascii(), line.position().into(), metadata);
        text.push_str(said);
        text.push('\n');
    }
    let trimmed = text.trim_matches('\n');
    if !trimmed.is_empty() {
        let origin = head.first().map_or(Origin::NONE, |line| line.position().into());
        metadata.description = Some(Description { media_type: None, text: trimmed.into(), origin });
    }
}

/// Takes one comment, if it is one of the forms known.
pub(super) fn statement(comment: &str, origin: Origin, metadata: &mut Metadata) {
    if let Some(rest) = keyword(comment, "Reference")
        && let Some((id, text)) = rest.split_once([' ', '\t'])
        && id.bytes().all(|byte| byte.is_ascii_digit())
    {
        let known = metadata.references.iter().any(|reference| &*reference.id == id);
        if !known {
            let (text, comment) = match text.split_once('#') {
                Some((text, comment)) => (text, Some(comment.trim_ascii().into())),
                None => (text, None),
            };
            let (id, text) = (id.into(), text.trim_ascii().into());
            metadata.references.push(Reference { id, text, comment, origin });
        }
        return;
    }
    let Some((key, value)) = comment.split_once(':') else { return };
    let value = value.trim_ascii();
    let key = &*key.trim_ascii().to_ascii_lowercase();
    match key {
        "tld" | "top-level domain" => {
            let tld = value.trim_matches('.').to_ascii_lowercase();
            let is_name = !tld.is_empty() && !tld.contains(|c: char| c.is_ascii_whitespace() || c == ',');
            if is_name && !metadata.scopes.iter().any(|scope| *scope.value == *tld) {
                metadata.scopes.push(Scope { kind: "domain".into(), value: tld.into(), origin });
            }
        }
        // The third as a registry spells it.
        "language"
        | "language tag"
        | "idn langaugetag"
        | "idn languagetag"
        | "script/language identifier"
        | "script" => {
            let script =
                || Some(Identifier::from(alloc::format!("und-{}", Script::from_name(value)?.short_name())));
            // The names of some scripts are the tags of languages too.
            let of_script = (key == "script").then(script).flatten();
            if let Some(language) = of_script.or_else(|| language(value))
                && !metadata.languages.iter().any(|known| *known.value == *language)
            {
                metadata.languages.push(Located { value: language, origin });
            }
        }
        "version" | "version number" if metadata.version.is_none() && !value.is_empty() => {
            metadata.version = Some(LgrVersion { value: value.into(), comment: None, origin });
        }
        "date" | "effective date" if metadata.date.is_none() => {
            metadata.date = date(value).map(|value| Located { value, origin });
        }
        "unicode version" if metadata.unicode_version.is_none() => {
            metadata.unicode_version = value.parse::<Version>().ok().map(|value| Located { value, origin });
        }
        _ => {}
    }
}

/// A day as `2011-03-11`, `20050331`, `31 March 2005` or `October 25th, 2014`.
fn date(value: &str) -> Option<Date> {
    let numbers = || full_date(value).or_else(|| compact_date(value));
    let words: Vec<&str> = value.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let day = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok();
    let spelt = |month: &str, day: Option<i8>, year: &str| {
        const MONTHS: [&str; 12] =
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let initial = month.get(..3)?.to_ascii_lowercase();
        let month = MONTHS.iter().position(|known| *known == initial)? as i8 + 1;
        Date::new(year.parse().ok()?, month, day?).ok()
    };
    numbers().or_else(|| match *words {
        [month, number, year] if number.starts_with(|c: char| c.is_ascii_digit()) => {
            spelt(month, day(number), year).or_else(|| spelt(number, day(month), year))
        }
        [number, month, year] => spelt(month, day(number), year),
        _ => None,
    })
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
