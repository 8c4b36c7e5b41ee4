//! Reading a label: its kind as far as the spelling tells it, both forms, and its characters.

use alloc::string::String;

use super::ascii::{AsciiTraits, fold};
use super::{ACE_PREFIX, Label, LabelKind, MAX_EXAMINED_OCTETS, MAX_LABEL_OCTETS};
use crate::punycode::{self, PunycodeError};
use crate::unicode::Characters;

/// The spelling of a label, as reading finds it beside the two forms.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Spelling {
    /// ASCII, without the ACE prefix.
    Ascii(AsciiTraits),
    /// ASCII that begins with the ACE prefix.
    Xn(AsciiTraits, Decoding),
    /// A character beyond ASCII: the octets of the A-label form, however many.
    Unicode { octets: usize },
    /// A character beyond ASCII in more than [`MAX_EXAMINED_OCTETS`]: these are the octets of UTF-8.
    TooLong { octets: usize },
}

/// The result of decoding the digits behind the ACE prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decoding {
    /// A label with a character beyond ASCII.
    Unicode,
    /// A label of ASCII alone.
    Ascii,
    /// There are no digits.
    Empty,
    /// They are no Punycode.
    Failed(PunycodeError),
    /// The label has more than [`MAX_EXAMINED_OCTETS`].
    TooLong,
}

impl Label {
    /// Reads a label and says of its kind what the spelling alone tells: a string in Unicode stays a
    /// [`LabelKind::PutativeULabel`], and an XN-label is taken for an A-label when it decodes to
    /// something beyond ASCII. Neither is tested against IDNA2008; [`crate::Checker::check_label`]
    /// does that.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut label = Self::empty();
        label.read(text, &mut Characters::new());
        label
    }

    /// As [`Label::parse`], into an empty label; `characters` receives the characters of the U-label, unless
    /// the label is ASCII without the ACE prefix. Only the shortest way is inlined.
    #[inline]
    pub(crate) fn read(&mut self, text: &str, characters: &mut Characters) -> Spelling {
        let Some(traits) = fold(text, &mut self.ace) else { return self.read_unicode(text, characters) };
        if traits.hyphens_three_four && has_ace_prefix(text) {
            return self.read_xn(text, traits, characters);
        }
        if traits.is_lower_nr_ldh() {
            self.kind = LabelKind::NrLdhLabel;
        } else {
            self.read_other_ascii(text, traits);
        }
        Spelling::Ascii(traits)
    }

    #[cold]
    fn read_other_ascii(&mut self, text: &str, traits: AsciiTraits) {
        self.kind = match traits {
            _ if text.is_empty() => LabelKind::Empty,
            _ if !traits.is_ldh() => LabelKind::NonLdhLabel,
            AsciiTraits { hyphens_three_four: true, .. } => LabelKind::ReservedLdhLabel,
            _ => LabelKind::NrLdhLabel,
        };
        if text.len() > MAX_LABEL_OCTETS {
            self.set_unicode(text.get(..MAX_EXAMINED_OCTETS).unwrap_or(text));
        }
    }

    #[inline(never)]
    fn read_xn(&mut self, text: &str, traits: AsciiTraits, characters: &mut Characters) -> Spelling {
        let decoding = match text.get(ACE_PREFIX.len()..) {
            _ if text.len() > MAX_EXAMINED_OCTETS => Decoding::TooLong,
            None | Some("") => Decoding::Empty,
            Some(digits) => match self.decode(digits, characters) {
                Ok(true) => Decoding::Unicode,
                Ok(false) => Decoding::Ascii,
                Err(error) => Decoding::Failed(error),
            },
        };
        self.kind = match decoding {
            Decoding::Unicode => LabelKind::ALabel,
            _ => LabelKind::FakeALabel,
        };
        if !matches!(decoding, Decoding::Unicode | Decoding::Ascii) {
            self.set_undecodable();
        }
        Spelling::Xn(traits, decoding)
    }

    /// Decodes the digits of an XN-label, and says whether anything is beyond ASCII. Basic code points may be
    /// in upper case; the U-label has them in lower case.
    fn decode(&mut self, digits: &str, characters: &mut Characters) -> Result<bool, PunycodeError> {
        // The A-label form is in lower case already, where there is one.
        let ace = self.ace;
        if let Some(digits) = ace.get(ACE_PREFIX.len()..) {
            return self.set_decoded(|text| {
                punycode::decode_label(digits.as_bytes(), |c| {
                    // No more code points than the label has octets: there is room.
                    let fits = characters.try_push(c) & text.try_push(c).is_ok();
                    debug_assert!(fits);
                })
            });
        }
        let mut text: String = punycode::decode(digits)?;
        text.make_ascii_lowercase();
        characters.extend(text.chars());
        self.set_unicode(&text);
        Ok(!text.is_ascii())
    }

    #[inline(never)]
    fn read_unicode(&mut self, text: &str, characters: &mut Characters) -> Spelling {
        self.kind = LabelKind::PutativeULabel;
        if text.len() > MAX_EXAMINED_OCTETS {
            let examined = (0..=MAX_EXAMINED_OCTETS).rev().find_map(|end| text.get(..end));
            self.set_unicode(examined.unwrap_or_default());
            return Spelling::TooLong { octets: text.len() };
        }
        characters.extend(text.chars());
        self.set_unicode(text);
        Spelling::Unicode { octets: self.encode(text, characters) }
    }

    /// Writes the A-label form when it fits into 63 octets, and returns how many it takes.
    fn encode(&mut self, text: &str, characters: &Characters) -> usize {
        let mut ace = Octets([0; MAX_LABEL_OCTETS + 1]);
        let (prefix, digits) = ace.0.split_at_mut(ACE_PREFIX.len());
        prefix.copy_from_slice(ACE_PREFIX.as_bytes());
        let chars = characters.iter().map(|character| character.c);
        let octets = ACE_PREFIX.len()
            + punycode::encode_label(chars, digits)
                .unwrap_or_else(|| punycode::encode(text).map_or(text.len(), |digits| digits.len()));
        if octets <= MAX_LABEL_OCTETS {
            let words = ace.0.get(..octets.next_multiple_of(align_of::<Octets>()));
            let ace = words.and_then(|words| core::str::from_utf8(words).ok()?.get(..octets));
            let fits = ace.is_some_and(|ace| self.ace.try_push_str(ace).is_ok());
            debug_assert!(fits);
        }
        octets
    }
}

fn has_ace_prefix(text: &str) -> bool {
    text.get(..ACE_PREFIX.len()).is_some_and(|head| head.eq_ignore_ascii_case(ACE_PREFIX))
}

/// The octets of an A-label. Aligned, and validated in whole words, since that is how the standard library
/// looks at words instead of octets.
#[repr(align(16))]
struct Octets([u8; MAX_LABEL_OCTETS + 1]);
