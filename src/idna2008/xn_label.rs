//! Labels that begin with `xn--`: they must decode to a U-label, RFC 5891 §4.2.1.

use alloc::vec::Vec;

use super::structure;
use crate::finding::{Argument, ArgumentName, Code, Finding};
use crate::label::{ACE_PREFIX, Decoding, Span};

/// Tests the encoding. Decoding is one-to-one but for case (each variable-length integer has one spelling,
/// RFC 3492 §3.3, and each string one order of insertions), so what decodes to something beyond ASCII encodes
/// to the same label again; a property test holds us to it.
pub(super) fn check(text: &str, decoding: Decoding, code_points: usize, findings: &mut Vec<Finding>) {
    let bad = |reason: &'static str| {
        Finding::new(Code::BadPunycode, Span::default()).with(ArgumentName::Reason, Argument::Keyword(reason))
    };
    if text.len() > ACE_PREFIX.len() && text.ends_with('-') && decoding != Decoding::TooLong {
        // RFC 5891 §4.2.1: "the prohibition on trailing hyphen-minus".
        findings.push(bad("trailing-hyphen").with_clause(structure::INPUT_FORMAT));
    }
    match decoding {
        Decoding::Unicode | Decoding::TooLong => {}
        Decoding::Ascii => findings.push(Finding::new(Code::DecodesToAscii, Span::new(0, code_points))),
        Decoding::Empty => findings.push(bad("empty")),
        Decoding::Failed(error) => findings.push(bad(error.name())),
    }
}
