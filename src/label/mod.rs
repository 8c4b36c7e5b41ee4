//! Labels: the taxonomy and the two forms of RFC 5890 §2.3.
//!
//! A domain name is labels joined by dots. A label that has characters beyond ASCII exists in two
//! forms that carry the same information: the *U-label*, which people read, and the *A-label*, which
//! the DNS holds: `xn--` and the U-label in Punycode (RFC 3492). [`Label`] holds both, in place,
//! without allocating; [`LabelKind`] is the taxonomy.
//!
//! Which kind a label really is depends on the whole of IDNA2008: a string in Unicode is a *putative*
//! U-label until it has passed every test. [`Label::parse`] says what the spelling alone tells; a check
//! ([`crate::Checker`]) says the rest.
//!
//! Main types: [`Label`], [`LabelKind`], [`Name`], [`Span`].

mod ascii;
mod forms;
mod host_syntax;
mod kind;
mod name;
mod read;
mod span;
mod suffixes;

pub(crate) use ascii::AsciiTraits;
use forms::Ace;
pub use forms::Label;
pub(crate) use host_syntax::is_host_syntax;
pub use kind::LabelKind;
pub use name::Name;
pub(crate) use read::{Decoding, Spelling};
pub use span::Span;
pub use suffixes::Suffixes;

/// Octets of a label at most, in the form the DNS holds (RFC 1035 §2.3.4).
pub const MAX_LABEL_OCTETS: usize = 63;

/// Octets of a name at most in presentation form, without a trailing dot: 255 octets on the wire less
/// the length octet of the first label and the root (RFC 1035 §2.3.4).
pub const MAX_NAME_OCTETS: usize = 253;

/// Octets of UTF-8 that a check looks at in one label. Beyond it, a label is refused as too long and
/// nothing else is said of it, so that hostile input costs no work. It is far above
/// [`MAX_LABEL_OCTETS`], so that a label somewhat too long still gets every other finding.
pub const MAX_EXAMINED_OCTETS: usize = 2048;

/// The ACE prefix (RFC 5890 §2.3.2.5). It compares without case.
pub const ACE_PREFIX: &str = "xn--";
