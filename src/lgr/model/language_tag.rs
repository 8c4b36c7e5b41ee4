//! Language tags (RFC 5646).

use alloc::string::String;
use alloc::vec::Vec;

/// The tags that were registered before there was a grammar and do not follow it (RFC 5646 section 2.1, `irregular`).
const IRREGULAR: [&str; 17] = [
    "en-gb-oed",
    "i-ami",
    "i-bnn",
    "i-default",
    "i-enochian",
    "i-hak",
    "i-klingon",
    "i-lux",
    "i-mingo",
    "i-navajo",
    "i-pwn",
    "i-tao",
    "i-tay",
    "i-tsu",
    "sgn-be-fr",
    "sgn-be-nl",
    "sgn-ch-de",
];

/// True if a language tag is well-formed by the grammar of RFC 5646 section 2.1: language, extended language,
/// script, region, variants, extensions and private use, each in its place.
pub(in crate::lgr) fn is_well_formed(tag: &str) -> bool {
    let lower = tag.to_ascii_lowercase();
    if IRREGULAR.contains(&&*lower) {
        return true;
    }
    let subtags: Vec<&str> = lower.split('-').collect();
    if !subtags
        .iter()
        .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
    {
        return false;
    }
    let mut rest = &*subtags;
    if rest.first() != Some(&"x") {
        let Some((language, after)) = rest
            .split_first()
            .filter(|(language, _)| (2..=8).contains(&language.len()) && is_alphabetic(language))
        else {
            return false;
        };
        rest = after;
        let extended = if language.len() <= 3 { 3 } else { 0 };
        for _ in 0..extended {
            take(&mut rest, |part| part.len() == 3 && is_alphabetic(part));
        }
        take(&mut rest, is_script);
        take(&mut rest, |part| match part.len() {
            2 => is_alphabetic(part),
            3 => part.bytes().all(|b| b.is_ascii_digit()),
            _ => false,
        });
        let mut variants: Vec<&str> = Vec::new();
        while let Some(variant) = take(&mut rest, |part| {
            part.len() >= 5 || part.len() == 4 && part.starts_with(|c: char| c.is_ascii_digit())
        }) {
            if variants.contains(&variant) {
                return false;
            }
            variants.push(variant);
        }
        let mut singletons = String::new();
        while let Some(singleton) = take(&mut rest, |part| part.len() == 1 && part != "x") {
            if singletons.contains(singleton) || take(&mut rest, |part| part.len() > 1).is_none() {
                return false;
            }
            singletons.push_str(singleton);
            while take(&mut rest, |part| part.len() > 1).is_some() {}
        }
    }
    match rest {
        [] => true,
        ["x", rest @ ..] => !rest.is_empty(),
        _ => false,
    }
}

/// The script subtag of a tag, if it has one.
pub(in crate::lgr) fn script(tag: &str) -> Option<&str> {
    tag.split('-').skip(1).take_while(|part| part.len() > 1).find(|part| is_script(part))
}

fn is_script(part: &str) -> bool {
    part.len() == 4 && is_alphabetic(part)
}

fn is_alphabetic(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Takes the next subtag if it is as wanted.
fn take<'a>(rest: &mut &[&'a str], wanted: impl Fn(&str) -> bool) -> Option<&'a str> {
    let (&first, after) = rest.split_first()?;
    wanted(first).then(|| {
        *rest = after;
        first
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_the_rfc() {
        // RFC 5646 appendix A, and tags that are not well-formed by its last examples.
        for tag in [
            "de",
            "i-enochian",
            "zh-Hant",
            "zh-cmn-Hans-CN",
            "sr-Latn-RS",
            "sl-rozaj-biske",
            "de-CH-1901",
            "sl-IT-nedis",
            "hy-Latn-IT-arevela",
            "es-419",
            "de-CH-x-phonebk",
            "x-whatever",
            "qaa-Qaaa-QM-x-southern",
            "en-US-u-islamcal",
            "zh-CN-a-myext-x-private",
            "und-Latn",
            "Latin",
            "German",
            "zh-Hanx",
        ] {
            assert!(is_well_formed(tag), "{tag}");
        }
        for tag in [
            "",
            "-",
            "und-Latn-Latn",
            "de-419-DE",
            "a-DE",
            "ar-a-aaa-b-bbb-a-ccc",
            "de-",
            "zh-Hant-Hans",
            "x",
            "en-a",
            "sl-rozaj-rozaj",
        ] {
            assert!(!is_well_formed(tag), "{tag}");
        }
        assert_eq!((script("zh-Hant-TW"), script("sl-IT-x-Latn"), script("und")), (Some("Hant"), None, None));
    }
}
