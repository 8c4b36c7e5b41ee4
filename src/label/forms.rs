//! A label in both forms, held in place.

use alloc::boxed::Box;
use core::fmt;

use arrayvec::ArrayString;

use super::kind::LabelKind;
use super::{ACE_PREFIX, MAX_LABEL_OCTETS};

/// Code points that a valid label has at most: each takes at least one octet of the A-label.
const MAX_CODE_POINTS: usize = MAX_LABEL_OCTETS;

/// Octets of UTF-8 of the longest U-label: 59 code points beside the prefix, four octets each.
pub(crate) const MAX_U_LABEL_OCTETS: usize = (MAX_CODE_POINTS - ACE_PREFIX.len()) * 4;

/// One label, classified, in both forms. It is 320 octets long and allocates only for a label that is
/// too long to be one.
///
/// ```
/// use ulabel::Label;
/// let label = Label::parse("xn--bcher-kva");
/// assert_eq!(label.u_label(), Some("bücher"));
/// assert_eq!(label.a_label(), Some("xn--bcher-kva"));
/// ```
#[derive(Clone)]
pub struct Label {
    pub(super) kind: LabelKind,
    pub(super) ace: Ace,
    unicode: Unicode,
}

/// Where the U-label is.
#[allow(clippy::large_enum_variant)] // in place is the point: a label is not to allocate
#[derive(Clone)]
enum Unicode {
    /// There is none: the A-label does not decode.
    None,
    /// The same as the A-label form: the label is ASCII.
    Ascii,
    Short(ArrayString<MAX_U_LABEL_OCTETS>),
    Long(Box<str>),
}

impl Label {
    pub(crate) const fn empty() -> Self {
        Self { kind: LabelKind::Empty, ace: Ace::new_const(), unicode: Unicode::Ascii }
    }

    /// The kind of the label (RFC 5890 §2.3).
    #[must_use]
    pub const fn kind(&self) -> LabelKind {
        self.kind
    }

    /// The form for the DNS, in lower case: the ASCII label itself, or `xn--` and the Punycode of a
    /// label in Unicode. `None` when there is none of at most 63 octets. It is an A-label in the sense
    /// of RFC 5890 only when [`Label::kind`] is [`LabelKind::ALabel`] or [`LabelKind::ULabel`].
    #[must_use]
    pub fn a_label(&self) -> Option<&str> {
        (!self.ace.is_empty()).then_some(&*self.ace)
    }

    /// The form for people: the label itself, or what its Punycode decodes to. `None` when an XN-label
    /// does not decode.
    #[must_use]
    pub fn u_label(&self) -> Option<&str> {
        match &self.unicode {
            Unicode::None => None,
            Unicode::Ascii => self.a_label(),
            Unicode::Short(text) => Some(text),
            Unicode::Long(text) => Some(text),
        }
    }

    /// Puts the kind right after every test of IDNA2008: only a label that passes all is an A-label or a
    /// U-label.
    pub(crate) fn set_valid(&mut self, is_valid: bool) {
        self.kind = match self.kind {
            LabelKind::ALabel if !is_valid => LabelKind::FakeALabel,
            LabelKind::PutativeULabel if is_valid => LabelKind::ULabel,
            LabelKind::ULabel if !is_valid => LabelKind::PutativeULabel,
            kind => kind,
        };
    }

    pub(super) fn set_undecodable(&mut self) {
        self.unicode = Unicode::None;
    }

    /// Sets the U-label to a text that is not the ASCII form.
    pub(super) fn set_unicode(&mut self, text: &str) {
        if text.len() > MAX_U_LABEL_OCTETS {
            self.unicode = Unicode::Long(text.into());
        } else if let Some(short) = self.short() {
            let _ = short.try_push_str(text);
        }
    }

    /// Sets the U-label to what `fill` writes, the code points of a decoded A-label, which fit.
    pub(super) fn set_decoded<T>(
        &mut self,
        fill: impl FnOnce(&mut ArrayString<MAX_U_LABEL_OCTETS>) -> T,
    ) -> T {
        match self.short() {
            Some(short) => fill(short),
            None => fill(&mut ArrayString::new_const()),
        }
    }

    /// An empty U-label to be filled in place; moving one costs as much as filling it.
    fn short(&mut self) -> Option<&mut ArrayString<MAX_U_LABEL_OCTETS>> {
        self.unicode = Unicode::Short(ArrayString::new_const());
        match &mut self.unicode {
            Unicode::Short(short) => Some(short),
            _ => None,
        }
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Label")
            .field("kind", &self.kind)
            .field("a_label", &self.a_label())
            .field("u_label", &self.u_label())
            .finish()
    }
}

impl PartialEq for Label {
    /// Labels compare by their A-label form, or where there is none by the U-label (RFC 5891 §3.1).
    fn eq(&self, other: &Self) -> bool {
        match (self.a_label(), other.a_label()) {
            (None, None) => self.u_label() == other.u_label(),
            (a, b) => a == b,
        }
    }
}

impl Eq for Label {}

/// An ASCII label of at most 63 octets, in lower case; empty when there is none.
pub(super) type Ace = ArrayString<MAX_LABEL_OCTETS>;
