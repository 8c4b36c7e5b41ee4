//! Sentences in HTML: what they isolate by control characters is isolated by elements.

use alloc::string::String;
use core::fmt::Write;

use maud::{Escaper, Markup, PreEscaped};

/// A sentence of [`Messages`](crate::language::Messages) as markup. What it encloses in a FIRST STRONG ISOLATE or a
/// LEFT-TO-RIGHT ISOLATE becomes an element `bdi`.
pub(super) fn isolated(sentence: &str) -> Markup {
    let mut out = String::with_capacity(sentence.len() + 32);
    let mut open = 0_usize;
    for piece in sentence.split_inclusive(is_isolate) {
        let end = piece.chars().next_back().filter(|c| is_isolate(*c));
        let text = end.map_or(piece, |c| piece.strip_suffix(c).unwrap_or(piece));
        // Writing to a String cannot fail.
        let _ = Escaper::new(&mut out).write_str(text);
        match end {
            Some(FSI) => out.push_str("<bdi>"),
            Some(LRI) => out.push_str("<bdi dir=\"ltr\">"),
            Some(_) if open > 0 => out.push_str("</bdi>"),
            _ => {}
        }
        match end {
            Some(FSI | LRI) => open += 1,
            Some(_) => open = open.saturating_sub(1),
            None => {}
        }
    }
    (0..open).for_each(|_| out.push_str("</bdi>"));
    PreEscaped(out)
}

const LRI: char = '\u{2066}';
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';

const fn is_isolate(c: char) -> bool {
    matches!(c, LRI | FSI | PDI)
}

#[cfg(test)]
mod tests {
    use super::isolated;

    #[test]
    fn isolates_become_elements() {
        for (sentence, expected) in [
            ("a < b", "a &lt; b"),
            ("\u{2066}U+05D0 (\u{2068}א\u{2069})\u{2069}.", "<bdi dir=\"ltr\">U+05D0 (<bdi>א</bdi>)</bdi>."),
            ("\u{2069}a\u{2068}b", "a<bdi>b</bdi>"),
        ] {
            assert_eq!(isolated(sentence).into_string(), expected);
        }
    }
}
