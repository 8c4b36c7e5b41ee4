//! Ideographs that are variants of each other, with their simplified and their traditional forms.

use alloc::vec::Vec;
use core::fmt;

/// Ideographs of a set at most.
pub const MAX_HAN_SET: usize = 64;

/// A set of ideographs that are variants of each other, each with its simplified and its traditional form.
///
/// In a policy file it is one string, with words of
///
/// * one ideograph: it stands in simplified and in traditional labels alike;
/// * two: a simplified form and its traditional form;
/// * three: an ideograph, its simplified form, its traditional form. Where there are several forms, they are
///   parted by `|`, the usual one first.
///
/// All forms are ideographs of the set.
///
/// ```
/// use ulabel::policy::HanSet;
/// let set = HanSet::parse("国國 囯国國").unwrap();
/// assert_eq!(set.members().len(), 3);
/// assert_eq!(set.members()[2].traditional, ['國']);
/// assert_eq!(set.to_string(), "国國 囯国國");
/// assert!(HanSet::parse("坛坛壇|罈").is_err()); // U+58C7, U+7F48 have no forms of their own
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HanSet {
    members: Vec<HanForms>,
}

/// An ideograph of a set with its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HanForms {
    /// The ideograph.
    pub ideograph: char,
    /// What stands for it in a simplified label; itself, if it is simplified.
    pub simplified: Vec<char>,
    /// What stands for it in a traditional label; itself, if it is traditional.
    pub traditional: Vec<char>,
}

impl HanForms {
    fn new(ideograph: char, simplified: char, traditional: char) -> Self {
        Self { ideograph, simplified: alloc::vec![simplified], traditional: alloc::vec![traditional] }
    }
}

impl HanSet {
    /// Reads a set; see the type.
    ///
    /// # Errors
    ///
    /// The reason why it is none, as a phrase.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let mut members: Vec<HanForms> = Vec::new();
        for word in text.split(' ') {
            let characters: Vec<char> = word.chars().collect();
            match *characters.as_slice() {
                [] => return Err("one space between two words"),
                [both] => members.push(HanForms::new(both, both, both)),
                [simplified, traditional] => {
                    members.push(HanForms::new(simplified, simplified, traditional));
                    members.push(HanForms::new(traditional, simplified, traditional));
                }
                [ideograph, ref forms @ ..] => {
                    let (simplified, rest) = forms_of(forms);
                    let (traditional, rest) = forms_of(rest);
                    if simplified.is_empty() || traditional.is_empty() || !rest.is_empty() {
                        return Err("words of one to three ideographs, further forms behind `|`");
                    }
                    members.push(HanForms { ideograph, simplified, traditional });
                }
            }
        }
        if !(2..=MAX_HAN_SET).contains(&members.len()) {
            return Err("a set of 2 to 64 ideographs");
        }
        let mut known: Vec<char> = members.iter().map(|member| member.ideograph).collect();
        known.sort_unstable();
        if known.windows(2).any(|two| two.first() == two.last()) {
            return Err("each ideograph once");
        }
        let mut forms = members.iter().flat_map(|member| member.simplified.iter().chain(&member.traditional));
        if forms.any(|form| known.binary_search(form).is_err()) {
            return Err("forms that are ideographs of the set");
        }
        Ok(Self { members })
    }

    /// The ideographs, in the order written.
    #[must_use]
    pub fn members(&self) -> &[HanForms] {
        &self.members
    }
}

/// The first ideograph and those behind `|`, and the rest.
fn forms_of(text: &[char]) -> (Vec<char>, &[char]) {
    let Some((&first, mut rest)) = text.split_first() else { return (Vec::new(), text) };
    let mut forms = alloc::vec![first];
    while let ['|', next, after @ ..] = rest {
        forms.push(*next);
        rest = after;
    }
    (forms, rest)
}

impl fmt::Display for HanSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.members.as_slice();
        let mut space = "";
        while let [member, after @ ..] = rest {
            f.write_str(space)?;
            space = " ";
            rest = after;
            let HanForms { ideograph, simplified, traditional } = member;
            if let ([simplified], [traditional]) = (simplified.as_slice(), traditional.as_slice()) {
                if simplified == ideograph && traditional == ideograph {
                    write!(f, "{ideograph}")?;
                    continue;
                }
                if let [next, after @ ..] = rest
                    && simplified == ideograph
                    && *next == HanForms::new(*traditional, *simplified, *traditional)
                {
                    write!(f, "{simplified}{traditional}")?;
                    rest = after;
                    continue;
                }
            }
            write!(f, "{ideograph}{}{}", Alternatives(simplified), Alternatives(traditional))?;
        }
        Ok(())
    }
}

struct Alternatives<'a>(&'a [char]);

impl fmt::Display for Alternatives<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bar = "";
        for form in self.0 {
            write!(f, "{bar}{form}")?;
            bar = "|";
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    #[test]
    fn sets_print_as_they_are_read() {
        for text in ["万萬", "高 髙高高", "国國 囯国國", "坛坛壇|罈 壇坛壇 罈坛罈", "讎仇|雠讎 仇 雠雠讎"]
        {
            assert_eq!(HanSet::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn faults_are_told() {
        let words = "words of one to three ideographs, further forms behind `|`";
        for (text, reason) in [
            ("", "one space between two words"),
            ("万萬  国國", "one space between two words"),
            ("万", "a set of 2 to 64 ideographs"),
            ("万萬 万", "each ideograph once"),
            ("万萬国國", words),
            ("国國 囯国國|", words),
            ("国國 囯国圀", "forms that are ideographs of the set"),
        ] {
            assert_eq!(HanSet::parse(text), Err(reason), "{text}");
        }
    }
}
