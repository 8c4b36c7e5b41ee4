//! Wide skeletons: what is left of a skeleton when its marks are taken off.
//!
//! UTS #39 §4 keeps apart what a reader under way takes for one: é and e, ɢ and g. A registry that asks whether a
//! name imitates another wants them together.

use alloc::string::String;

use super::skeleton::push_skeleton;
use crate::unicode::{GeneralCategory, Script, general_category, script};

/// The wide skeleton of a name, label by label: the [skeleton](super::skeleton) without marks that belong to no
/// script (accents, dots, strokes; the vowel signs of Indic scripts are letters of theirs and stay), and with the
/// letter of Basic Latin in place of a letter that only adds to it, as far as the data of UTS #39 leaves that out.
///
/// Names that have one skeleton have one wide skeleton. It is a key like the skeleton, never a label.
///
/// ```
/// use ulabel::script::wide_skeleton_key;
/// assert_eq!(wide_skeleton_key("pólóniex.com"), wide_skeleton_key("poloniex.com"));
/// assert_eq!(wide_skeleton_key("ɢithub.com"), wide_skeleton_key("github.com")); // U+0262 SMALL CAPITAL G
/// assert_ne!(wide_skeleton_key("कि.com"), wide_skeleton_key("का.com"));
/// ```
#[must_use]
pub fn wide_skeleton_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    push_wide_skeleton(name, |c| c, &mut key);
    key
}

/// The wide skeleton of a name read in a second way; none where there is no second way.
///
/// U+0131 and U+0269, an i without its dot, have the skeleton of i and are used for l as well. The names that
/// exist have one key each; a candidate is looked for by both.
///
/// ```
/// use ulabel::script::{second_wide_skeleton_key, wide_skeleton_key};
/// assert_eq!(second_wide_skeleton_key("gmaiɩ.com"), Some(wide_skeleton_key("gmail.com")));
/// assert_eq!(second_wide_skeleton_key("gmail.com"), None);
/// ```
#[must_use]
pub fn second_wide_skeleton_key(name: &str) -> Option<String> {
    let is_dotless = |c| matches!(c, '\u{131}' | '\u{269}');
    name.contains(is_dotless).then(|| {
        let mut key = String::with_capacity(name.len());
        push_wide_skeleton(name, |c| if is_dotless(c) { 'l' } else { c }, &mut key);
        key
    })
}

fn push_wide_skeleton(name: &str, read: impl Fn(char) -> char, key: &mut String) {
    let mut skeleton = String::new();
    for (number, label) in name.split('.').enumerate() {
        if number > 0 {
            key.push('.');
        }
        if label.bytes().all(|octet| octet.is_ascii_lowercase() && octet != b'm' || octet == b'-') {
            key.push_str(label); // these stand for themselves
            continue;
        }
        skeleton.clear();
        push_skeleton(label.chars().map(&read), &mut skeleton);
        for c in skeleton.chars() {
            let read = match c {
                // Prototypes of digits can be capitals: that of zero is O.
                _ if c.is_ascii() => c.to_ascii_lowercase(),
                _ if is_mark_of_no_script(c) => continue,
                _ => letter_below(c).unwrap_or(c),
            };
            match read {
                'm' => key.push_str("rn"),
                // A full stop parts two labels, and nothing else.
                '.' => key.push('\u{2024}'),
                read => key.push(read),
            }
        }
    }
}

fn is_mark_of_no_script(c: char) -> bool {
    matches!(general_category(c), GeneralCategory::Mn | GeneralCategory::Me) && script(c) == Script::Inherited
}

/// The letter of Basic Latin that a letter shows with something added, where its skeleton does not say so. All of
/// them may stand in labels.
const fn letter_below(c: char) -> Option<char> {
    Some(match c {
        // Small capitals: the same letter in another size. U+028D, a turned w, is the skeleton of small capital m.
        'ᴀ' => 'a',
        'ʙ' => 'b',
        'ᴅ' => 'd',
        'ᴇ' => 'e',
        'ꜰ' => 'f',
        'ɢ' => 'g',
        'ʜ' => 'h',
        'ᴊ' => 'j',
        'ĸ' => 'k',
        'ʟ' => 'l',
        'ʍ' => 'm',
        'ɴ' => 'n',
        'ᴘ' => 'p',
        'ꞯ' => 'q',
        'ʀ' => 'r',
        'ᴛ' => 't',
        // ß and Greek β, which has its skeleton, are read as b.
        'ß' => 'b',
        // Hooks, tails, curls and belts at a letter: small, and at its foot or its end.
        'ᶏ' | '𝽩' => 'a',
        'ᶀ' => 'b',
        'ƈ' | 'ɕ' | 'ꞔ' | '𝼝' => 'c',
        'ȡ' | 'ᶁ' | 'ᶑ' => 'd',
        'ᶒ' | 'ⱸ' => 'e',
        'ᶂ' => 'f',
        'ʛ' | 'ꬶ' => 'g',
        'ⱨ' | 'ꜧ' => 'h',
        'ᶖ' | '𝼚' => 'i',
        'ʝ' => 'j',
        'ᶄ' | 'ⱪ' => 'k',
        'ȴ' | 'ɬ' | 'ᶅ' | 'ꞎ' | '𝼄' | '𝼑' | '𝼓' => 'l',
        'ᶆ' | 'ꬺ' => 'm',
        'ȵ' | 'ᶇ' | 'ꞑ' | 'ꬻ' => 'n',
        'ⱺ' | 'ꝍ' | '𝼛' => 'o',
        'ᶈ' | 'ꝓ' | 'ꝕ' => 'p',
        'ɋ' => 'q',
        'ɾ' | 'ᶉ' | 'ꭆ' | 'ꭉ' | '𝼖' => 'r',
        'ȿ' | 'ᶊ' | '𝼞' => 's',
        'ȶ' | 'ʈ' | '𝼉' => 't',
        'ᶙ' | '𝽻' => 'u',
        'ⱱ' | 'ⱴ' => 'v',
        'ⱳ' => 'w',
        'ᶍ' | 'ꭖ' | 'ꭗ' | 'ꭘ' | 'ꭙ' => 'x',
        'ɀ' | 'ʑ' | 'ᶎ' => 'z',
        // A stroke, a bar or a tilde through a letter, as o with stroke has it in the data.
        'ⱥ' => 'a',
        'ᵬ' | 'ꞗ' => 'b',
        'ꞓ' => 'c',
        'ᵭ' | 'ꟈ' => 'd',
        'ꬴ' => 'e',
        'ꞡ' => 'g',
        'ꝁ' | 'ꝃ' | 'ꝅ' | 'ꞣ' => 'k',
        'ᴌ' | 'ⱡ' | 'ꝉ' | 'ꬷ' | 'ꬸ' | 'ꬹ' => 'l',
        'ꞥ' => 'n',
        'ᵱ' | 'ꝑ' => 'p',
        'ꝗ' | 'ꝙ' => 'q',
        'ꞧ' => 'r',
        'ꞩ' | 'ꟊ' => 's',
        'ⱦ' => 't',
        'ꞹ' => 'u',
        'ꝟ' => 'v',
        _ => return None,
    })
}
