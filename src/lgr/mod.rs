//! Label generation rulesets (RFC 7940).
//!
//! A label generation ruleset, LGR, says which code points a label may hold (its *repertoire*), in
//! which contexts, which code points stand for each other (*variants*), which rules a label as a
//! whole obeys, and what becomes of a label or a variant label (*actions* and *dispositions*).
//!
//! # Main types
//!
//! * [`Lgr`], the ruleset as written; see [`model`].
//! * [`read`], from a file of any format; [`xml`], its own format; [`text`], the older formats of
//!   RFC 4290 and RFC 3743.
//! * [`structure::check`], the constraints of RFC 7940 on a ruleset.
//! * [`CompiledLgr`], a ruleset that can be asked; [`Tables`], several of one zone.
//! * [`Fault`], what is wrong with a file, where, and by which clause.
//!
//! # Labels under a ruleset
//!
//! [`CompiledLgr::new`] turns an [`Lgr`] into a table of code points and automata for its rules. After that
//! nothing is allocated for a label with which nothing is wrong, nothing is locked, and no rule takes more than
//! one step a code point; rules beyond deterministic automata are simulated, which takes more of both.
//!
//! ```
//! use ulabel::lgr::{CompiledLgr, xml};
//!
//! let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
//!   <char cp="0073"/>
//!   <char cp="0073 0073"><var cp="00DF" type="allocatable"/></char>
//!   <char cp="00DF"><var cp="0073 0073" type="allocatable"/></char>
//! </data></lgr>"#;
//! let lgr = CompiledLgr::new(&xml::read(text, Default::default())?.lgr)?;
//!
//! let evaluation = lgr.evaluate("sß"); // U+0073, U+00DF LATIN SMALL LETTER SHARP S
//! assert!(evaluation.is_eligible());
//! assert_eq!(&*evaluation.disposition, "valid");
//!
//! let counts = lgr.variant_counts("sß").unwrap();
//! assert_eq!(counts.get("allocatable").to_u128(), Some(1));
//! assert_eq!(lgr.index_label("sß"), lgr.index_label("sss"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How RFC 7940 is read
//!
//! *Eligibility* (section 8.1). At each place the longest entry that matches and whose context is given
//! is taken; there is no going back. Every failure is told, and the search goes on after the failed code
//! point. Reflexive variants are those of this one partition (section 8.1.1).
//!
//! *Variants* (section 8.2) come from every partition of the label into entries whose contexts are given
//! in the label. A variant label that fails section 8.1 by its code points or contexts is `invalid`
//! (section 8.3, step 1) and in no set; so is one whose actions say so. If the label itself is not
//! eligible, it has no variants.
//!
//! *In which label the context of a variant is read*, the RFC leaves open: in the original, in the
//! original with this one substitution, or in the finished variant label. Here it is **the original with
//! this one substitution**, for this reason: it makes a mapping a property of the label and the place, which
//! does not depend on what is substituted elsewhere, so that counts and look-ups need no list; and
//! contexts of the code points of the finished label are tested anyway, by section 8.3. The consequence:
//! where a substitution changes the context of another, A can have a variant B by both that B does not have
//! in return, even if all mappings are symmetric. A rule with an anchor never sees the substituted text
//! itself, so for such rules the first two readings are the same.
//!
//! *Mappings from the null sequence* (section 5.3.3) are not carried out. The RFC recommends the type
//! `invalid` for them, which takes their labels out again; carried out, a label would have variants
//! without end. Mappings *to* the null sequence are.
//!
//! *Duplicate variant labels* (section 8.4) are told with the counts and in the list, whatever their dispositions, and
//! are a finding of the label. They count under the disposition of the action that comes first in the ruleset, which does
//! not depend on the order of derivations.
//!
//! *Variant types*: `all-variants` and `only-variants` compare the types recorded (section 8.3), so a
//! variant without a type neither meets nor fails them.
//!
//! *Properties* (section 6.2.3) have the values of the Unicode version that the ruleset names, from 5.2 on:
//! General_Category, Script, Bidi_Class, Joining_Type, Canonical_Combining_Class, Age and Deprecated, and
//! Script_Extensions and Indic_Syllabic_Category from 6.0 on. Without a version they are those of the newest; a class by
//! property in a version that is not known, or by another property, is an error.
//!
//! # Collisions
//!
//! Two labels *collide* if one is in the variant set of the other, or both are in that of a third label, over
//! all tables of a zone: [`Tables::collision`] tests that. A variant set is the union of the sets that the tables
//! give. Labels that only a chain of other labels connects do not collide.
//!
//! *The index label* (section 8.5) is not the test. The argument for it is that mappings form disjoint sets
//! at each place of a label. Sequences and contexts break that: in the tables published for Sinhala, Myanmar,
//! Malayalam and Devanagari there are labels which have each other among their variants, and two index labels.
//! Nor do several tables have one index label. It is a value to show.
//!
//! *The coarse key*, [`Tables::coarse_key`], is the same for labels that collide, so that a database or a hash
//! table finds the few that must be tested. It is necessary, not sufficient. Each code point has an *image*: a
//! code point, several, or none; the key of a label is the images of its code points one after the other.
//! The images are made so that the two sides of each mapping of each table have one key, whatever the context
//! of the mapping.
//!
//! *Proof.* A variant comes about by cutting the label into pieces and putting the target of a mapping in
//! place of some of them (section 8.2). The key of a label is the keys of its pieces one after the other,
//! and no piece changes its key. So a label and its variants have one key, and so have two variants of a
//! third label. That holds for sequences, for mappings to the null sequence, under any context and over
//! several tables, since it speaks of each mapping alone.
//!
//! *What changes keys*: a mapping that is added or taken away changes the keys of labels with code points
//! that mappings connect with its own, directly or by others. Entries without variants, contexts, types, rules and
//! actions change no key. Nor does a table that shares no mapped code point with the others, or the order of
//! the tables.

pub(crate) mod compile;
mod connected;
mod evaluate;
pub mod model;
mod octets;
pub mod review;
pub mod structure;
mod tables;
pub mod text;
mod variants;
pub mod xml;

use alloc::vec::Vec;

use crate::finding::Faults;
pub use crate::finding::{Fault, FaultCode, Position, Refused};
#[cfg(feature = "policy")]
pub(crate) use compile::Reach;
pub(crate) use compile::Work;
pub use compile::{BoundExceeded, CompileError, CompiledLgr, MAX_LABEL, MAX_TABLES};
#[cfg(feature = "policy")]
pub(crate) use evaluate::Judgement;
pub use evaluate::{Evaluation, FailedContext, Failure, FailureKind, Part, PartVariant};
pub use model::*;
pub use tables::{Detail, LabelCollision, LgrOutcome, TableSet, Tables};
pub use text::UntypedVariants;
pub use variants::{
    Relation, Scratch, Substitution, VariantCount, VariantCounts, VariantLabel, VariantLabelSet,
    VariantLabels,
};

/// How strictly a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// A file that breaks a requirement is refused, with all its faults.
    #[default]
    Strict,
    /// A part that breaks a requirement is left out, with the parts that depend on it, so that the rest can
    /// be used; the faults say what was left out. A code point whose context rule is unknown is left out:
    /// reading leniently never makes more labels eligible than the author meant.
    Lenient,
}

/// How a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReadOptions {
    /// How strictly.
    pub strictness: Strictness,
    /// How variants are read that a table writes without type.
    pub untyped: UntypedVariants,
}

impl From<Strictness> for ReadOptions {
    fn from(strictness: Strictness) -> Self {
        Self { strictness, untyped: UntypedVariants::default() }
    }
}

/// A ruleset that was read, and the faults that did not stand in its way.
#[derive(Clone, Debug)]
pub struct LgrReading {
    /// The ruleset.
    pub lgr: Lgr,
    /// Warnings and notes; in lenient mode also errors, with what was skipped.
    pub faults: Vec<Fault>,
    /// The format it was in.
    pub format: Format,
}

impl LgrReading {
    /// A ruleset that was held to the constraints that span elements; in strict mode it has no errors.
    fn finish(lgr: Lgr, faults: Faults, strictness: Strictness, format: Format) -> Result<Self, Refused> {
        if strictness == Strictness::Strict && faults.has_errors() {
            return Err(Refused::new(faults.finish()));
        }
        Ok(Self { lgr, faults: faults.finish(), format })
    }
}

/// The formats that LGRs and IDN tables come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// XML (RFC 7940).
    Xml,
    /// A language variant table (RFC 3743 section 5): `U+4E07(1);U+842C(2);U+842C(2)`.
    Rfc3743,
    /// A registry table (RFC 4290 section 5): `U+00E4|U+0061-U+0065`.
    Rfc4290,
    /// One code point or sequence on a line: `U+0061 U+0301`.
    OnePerLine,
}

impl Format {
    /// The name in JSON and CSV.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Xml => "xml",
            Self::Rfc3743 => "rfc3743",
            Self::Rfc4290 => "rfc4290",
            Self::OnePerLine => "one-per-line",
        }
    }

    /// The format of a file, judged by its content.
    ///
    /// A table whose lines hold one code point each and nothing else is the same in the last two
    /// formats; it is called RFC 4290.
    ///
    /// ```
    /// use ulabel::lgr::Format;
    ///
    /// assert_eq!(Format::of(b"<?xml version=\"1.0\"?><lgr/>"), Format::Xml);
    /// assert_eq!(Format::of(b"# zh\r\nU+4E07(1);U+842C(2);"), Format::Rfc3743);
    /// assert_eq!(Format::of(b"U+00E4|U+0061-U+0065"), Format::Rfc4290);
    /// assert_eq!(Format::of(b"U+0061\nU+0061 U+0301"), Format::OnePerLine);
    /// ```
    #[must_use]
    pub fn of(octets: &[u8]) -> Self {
        octets::lossy(octets).map_or(Self::Xml, |(text, _)| text::detect(&text))
    }
}

/// Reads an LGR from a file, whatever its format. Variants without type are blocked, both ways.
///
/// # Errors
///
/// As [`xml::read`] and [`text::read`]; and for a page of HTML.
pub fn read(octets: &[u8], strictness: Strictness) -> Result<LgrReading, Refused> {
    read_with(octets, strictness.into())
}

/// As [`read`], with further choices.
///
/// # Errors
///
/// As for [`read`].
pub fn read_with(octets: &[u8], options: ReadOptions) -> Result<LgrReading, Refused> {
    if octets::is_html(octets) {
        return Err(Refused::new(alloc::vec![Fault::new(FaultCode::HtmlPage, None, Vec::new())]));
    }
    match Format::of(octets) {
        Format::Xml => xml::read(octets, options.strictness),
        format => text::read_with(octets, format, options),
    }
}
