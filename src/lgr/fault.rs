//! What can be wrong with an LGR file, or unwise in it.
//!
//! A fault has a stable code, a severity, the clause that it goes by, the place, and arguments.
//! Codes are rows of one table, [`FaultCode`]; readers, the structure check and the review all draw
//! on it. Words come last: `Display` says a fault in English in one line.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::model::Position;
use crate::finding::{Clause, Document, Severity};

/// One fault of an LGR file.
///
/// ```
/// use ulabel::lgr::{FaultCode, xml};
///
/// let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><char cp="00e9"/></data></lgr>"#;
/// let refused = xml::read(text, Default::default()).unwrap_err();
/// let fault = &refused.faults()[0];
/// assert_eq!(fault.code(), FaultCode::BadCodePoint);
/// assert_eq!(fault.position().unwrap().line, 1);
/// assert_eq!(fault.clause().to_string(), "RFC 7940 §5");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    code: FaultCode,
    position: Option<Position>,
    arguments: Vec<String>,
    skipped: bool,
}

impl Fault {
    pub(crate) fn new(code: FaultCode, position: Option<Position>, arguments: Vec<String>) -> Self {
        Self { code, position, arguments, skipped: false }
    }

    pub(crate) fn skipping(mut self) -> Self {
        self.skipped = true;
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn code(&self) -> FaultCode {
        self.code
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The rule it goes by, such as RFC 7940 §5.3.1.
    #[must_use]
    pub fn clause(&self) -> Clause {
        self.code.clause()
    }

    /// Where it is; unknown in rulesets that were not read from a file.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.position
    }

    /// What fills the places in the sentence, in the order of the template of its code.
    #[must_use]
    pub fn arguments(&self) -> &[String] {
        &self.arguments
    }

    /// What is wrong, in English; the place, the severity and the clause stand beside it.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut text = String::new();
        let mut rest = self.code.template();
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (index, tail) = after.split_once('}').unwrap_or(("", after));
            let argument = index.parse().ok().and_then(|index: usize| self.arguments.get(index));
            text.push_str(argument.map_or("", String::as_str));
            rest = tail;
        }
        text.push_str(rest);
        text
    }

    /// Whether the element was left out of the model (lenient reading only).
    #[must_use]
    pub fn skipped(&self) -> bool {
        self.skipped
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = self.position {
            write!(f, "{position}: ")?;
        }
        write!(f, "{}: {}", self.severity(), self.sentence())?;
        if self.skipped {
            f.write_str("; skipped")?;
        }
        write!(f, " [{}, {}]", self.code.as_str(), self.clause())
    }
}

/// Why an LGR could not be taken: all its faults, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    faults: Vec<Fault>,
}

impl Refused {
    pub(crate) fn new(faults: Vec<Fault>) -> Self {
        Self { faults }
    }

    /// The faults; at least one is an error.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The faults by value.
    #[must_use]
    pub fn into_faults(self) -> Vec<Fault> {
        self.faults
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl core::error::Error for Refused {}

/// More faults than this say nothing new, and each costs memory.
pub(crate) const MAX_FAULTS: usize = 1000;

/// Collects faults up to [`MAX_FAULTS`].
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<Fault>,
}

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        use core::cmp::Ordering;
        match self.list.len().cmp(&MAX_FAULTS) {
            Ordering::Less => self.list.push(fault),
            Ordering::Equal => {
                let limit = alloc::vec![String::from("faults"), alloc::format!("{MAX_FAULTS}")];
                self.list.push(Fault::new(FaultCode::Limit, fault.position, limit));
            }
            Ordering::Greater => {}
        }
    }

    /// Whether further faults are dropped, so that nobody need put them into words.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() > MAX_FAULTS
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.list.iter().any(|fault| fault.severity() == Severity::Error)
    }

    /// All faults in the order of the file.
    pub(crate) fn finish(mut self) -> Vec<Fault> {
        self.list.sort_by_key(Fault::position);
        self.list
    }
}

macro_rules! fault_codes {
    ($($(#[$doc:meta])* $variant:ident, $name:literal, $severity:ident, $rfc:literal $section:literal, $template:literal;)*) => {
        /// Every code that a fault can have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum FaultCode {
            $($(#[$doc])* $variant,)*
        }

        impl FaultCode {
            /// All codes, in the order of the documents they go by.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name, in lower case with hyphens.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How much a fault of this code matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// The clause it goes by.
            #[must_use]
            pub fn clause(self) -> Clause {
                match self { $(Self::$variant => Clause::new(Document::Rfc($rfc), $section),)* }
            }

            /// The English sentence, with `{0}`, `{1}` … for the arguments.
            #[must_use]
            pub fn template(self) -> &'static str {
                match self { $(Self::$variant => $template,)* }
            }
        }
    };
}

fault_codes! {
    // The file as such.
    /// More than a limit of ours allows.
    Limit, "limit", Error, 7940 "§12.2", "more than {1} {0}";
    /// The octets are not text in the encoding they claim.
    BadEncoding, "bad-encoding", Error, 7940 "§4", "the file is not {0} text";
    /// Not well-formed XML.
    NotWellFormed, "not-well-formed", Error, 7940 "§4", "not well-formed XML: {0}";
    /// A document type declaration, which is never read.
    Doctype, "doctype", Error, 7940 "§12.2", "document type declarations and entities are not read";
    /// The root element is not in the namespace of LGRs.
    WrongNamespace, "wrong-namespace", Error, 7940 "§4.1", "expected namespace urn:ietf:params:xml:ns:lgr-1.0, but found \"{0}\"";
    /// Something of another namespace, which has no meaning here.
    Foreign, "foreign", Warning, 7940 "§4.3.4", "\"{0}\" belongs to another namespace and is not read";

    // Structure.
    /// An element where the schema has none of that name.
    UnexpectedElement, "unexpected-element", Error, 7940 "Appendix D", "unexpected element \"{0}\" in \"{1}\"";
    /// An attribute that the schema does not know on that element.
    UnexpectedAttribute, "unexpected-attribute", Error, 7940 "Appendix D", "unexpected attribute \"{0}\" on \"{1}\"";
    /// Text where only elements may stand.
    UnexpectedText, "unexpected-text", Error, 7940 "Appendix D", "unexpected text in \"{0}\"";
    /// A required element is missing.
    MissingElement, "missing-element", Error, 7940 "§4.2", "\"{1}\" has no element \"{0}\"";
    /// A required attribute is missing.
    MissingAttribute, "missing-attribute", Error, 7940 "Appendix D", "\"{1}\" has no attribute \"{0}\"";
    /// An element that may occur once occurs again.
    RepeatedElement, "repeated-element", Error, 7940 "§4.2", "element \"{0}\" may occur only once";
    /// `meta`, `data` and `rules` out of order.
    ElementOrder, "element-order", Error, 7940 "§4.2", "element \"{0}\" stands after \"{1}\"";

    // Metadata.
    /// Not a day of the form YYYY-MM-DD.
    BadDate, "bad-date", Error, 7940 "§4.3.2", "\"{0}\" is not a date of the form YYYY-MM-DD";
    /// Not a well-formed language tag.
    BadLanguage, "bad-language", Error, 7940 "§4.3.3", "\"{0}\" is not a language tag of RFC 5646";
    /// An empty scope, or a domain that is none.
    BadScope, "bad-scope", Error, 7940 "§4.3.4", "\"{0}\" is not a scope of type \"{1}\"";
    /// A type of scope that only a private agreement defines.
    PrivateScope, "private-scope", Info, 7940 "§4.3.4", "scope type \"{0}\" is not one that RFC 7940 defines";
    /// Not a media type.
    BadMediaType, "bad-media-type", Warning, 7940 "§4.3.5", "\"{0}\" is not a media type";
    /// The validity ends before it starts.
    ValidityReversed, "validity-reversed", Warning, 7940 "§4.3.6", "validity ends on {0}, before it starts on {1}";
    /// Not a Unicode version of three numbers.
    BadUnicodeVersion, "bad-unicode-version", Error, 7940 "§4.3.7", "\"{0}\" is not a Unicode version of the form x.y.z";
    /// A class by property without a Unicode version.
    MissingUnicodeVersion, "missing-unicode-version", Error, 7940 "§4.3.7", "a class by property needs the element \"unicode-version\"";
    /// A reference id with other characters than allowed.
    BadReferenceId, "bad-reference-id", Error, 7940 "§4.3.8", "\"{0}\" is not a reference id";
    /// Two references with one id.
    DuplicateReference, "duplicate-reference", Error, 7940 "§4.3.8", "reference \"{0}\" is already defined{1}";
    /// The version of the LGR is not a positive integer.
    VersionNotInteger, "version-not-integer", Info, 7940 "§4.3.1", "version \"{0}\" is not a positive integer";

    // Code points.
    /// Not four to six upper-case hexadecimal digits that make a code point.
    BadCodePoint, "bad-code-point", Error, 7940 "§5", "\"{0}\" is not a code point or sequence in upper-case hexadecimal of at least 4 digits";
    /// A code point or sequence that is already in the repertoire.
    DuplicateCodePoint, "duplicate-code-point", Error, 7940 "§5", "{0} is already defined{1}";
    /// A range that overlaps another entry.
    OverlappingRange, "overlapping-range", Error, 7940 "§5", "{0} overlaps {1}{2}";
    /// A range whose last code point is before its first.
    ReversedRange, "reversed-range", Error, 7940 "§5", "range {0} ends before it begins";
    /// Entries that are not in ascending order.
    NotAscending, "not-ascending", Info, 7940 "§5", "{0} stands after {1}; ascending order is recommended";
    /// `when` and `not-when` on one element.
    BothContexts, "both-contexts", Error, 7940 "§5.2", "\"when\" and \"not-when\" exclude each other";
    /// A context rule that is not defined.
    UnknownContextRule, "unknown-context-rule", Error, 7940 "§5.2", "{1} refers to rule \"{0}\", which is not defined";
    /// Two variants with the same target and context.
    DuplicateVariant, "duplicate-variant", Error, 7940 "§5.3.1", "variant {0} of {1} is already defined{2}";
    /// A type that is empty, begins with an underscore or holds a space.
    BadVariantType, "bad-variant-type", Error, 7940 "§5.3.2", "\"{0}\" is not a variant type";
    /// A `char` without code points and without variants.
    EmptyChar, "empty-char", Error, 7940 "§5.3.3", "a \"char\" with an empty \"cp\" must have a variant";
    /// A variant of the null sequence that could become a label.
    NullVariantType, "null-variant-type", Warning, 7940 "§5.3.3", "the variant {0} of the null sequence should be of type \"invalid\"";
    /// A list of references with something that cannot be an id.
    BadReferenceList, "bad-reference-list", Error, 7940 "§5.4.1", "\"{0}\" is not a list of reference ids";
    /// A reference that is not declared.
    UnknownReference, "unknown-reference", Error, 7940 "§5.4.1", "reference \"{0}\" is not defined";
    /// A reference named twice.
    RepeatedReference, "repeated-reference", Error, 7940 "§5.4.1", "reference \"{0}\" is named twice";
    /// A tag that is not a name token.
    BadTag, "bad-tag", Error, 7940 "§5.5", "\"{0}\" is not a tag";
    /// A tag given twice.
    RepeatedTag, "repeated-tag", Error, 7940 "§5.5", "tag \"{0}\" is given twice";
    /// A tag on a sequence.
    TagOnSequence, "tag-on-sequence", Error, 7940 "§5.5", "the sequence {0} cannot have a tag";

    // Classes.
    /// Not an identifier.
    BadName, "bad-name", Error, 7940 "§6.2.1", "\"{0}\" is not a name";
    /// A name that is already taken.
    DuplicateName, "duplicate-name", Error, 7940 "§6.2.1", "name \"{0}\" is already defined{1}";
    /// A class or rule under `rules` without a name.
    MissingName, "missing-name", Error, 7940 "§6.2.1", "\"{0}\" needs a name here";
    /// A nested class or rule with a name.
    NamedNested, "named-nested", Error, 7940 "§6.3.4", "a nested \"{0}\" cannot have a name";
    /// A class that is not defined before.
    UnknownClass, "unknown-class", Error, 7940 "§6.2.1", "class \"{0}\" is not defined{1}";
    /// `by-ref` together with something that only a definition has.
    ByRefConflict, "by-ref-conflict", Error, 7940 "§6.2.1", "\"by-ref\" and {0} exclude each other";
    /// A class defined in no way or in several.
    ClassSource, "class-source", Error, 7940 "§6.2", "a class is defined by one of \"from-tag\", \"property\" or code points, but found {0}";
    /// A class by a tag that no code point has.
    UnusedTag, "undefined-tag", Warning, 7940 "§6.2.2", "no code point has the tag \"{0}\"; the class is empty";
    /// Not of the form `name:value`.
    BadProperty, "bad-property", Error, 7940 "§6.2.3", "\"{0}\" is not a property and a value with a colon between";
    /// A set operator with the wrong number of operands.
    OperandCount, "operand-count", Error, 7940 "§6.2.5", "\"{0}\" takes {1}, but found {2}";

    // Rules.
    /// Not one of the three forms of `count`.
    BadCount, "bad-count", Error, 7940 "§6.3.3", "\"{0}\" is not a count";
    /// A count over `start`, `end` or a context. The RFC calls it an error or undefined, but published
    /// tables hold it (`choice count="1+"` around whole alternatives) and its meaning is plain.
    CountOverPosition, "count-over-position", Warning, 7940 "§6.3.3", "\"{0}\" should not have a count, since it holds {1}";
    /// A count on something that cannot be repeated.
    CountNotAllowed, "count-not-allowed", Error, 7940 "§6.3.3", "\"{0}\" cannot have a count{1}";
    /// A rule that is not defined before.
    UnknownRule, "unknown-rule", Error, 7940 "§6.3.4", "rule \"{0}\" is not defined{1}";
    /// A choice with fewer than two alternatives.
    ChoiceTooShort, "choice-too-short", Error, 7940 "§6.3.5", "\"choice\" takes two or more alternatives, but found {0}";
    /// `start` not first, `end` not last.
    StartEndMisplaced, "start-end-misplaced", Error, 7940 "§6.3.8", "\"{0}\" must be matched {1}";
    /// A rule that matches nothing in particular.
    EmptyRule, "empty-rule", Warning, 7940 "§6.3.1", "{0} has no match operator";
    /// Context operators out of order, repeated or nested.
    ContextMisplaced, "context-misplaced", Error, 7940 "§6.4.2", "\"{0}\" {1}";
    /// A look-behind or look-ahead without an anchor.
    LookWithoutAnchor, "look-without-anchor", Error, 7940 "§6.4.2", "rule \"{0}\" looks behind or ahead without an anchor";
    /// An anchor in a rule that an action uses.
    AnchorInAction, "anchor-in-action", Error, 7940 "§6.4.1", "rule \"{0}\" has an anchor, so an action cannot use it";

    // Actions.
    /// An action that refers to a rule that is not defined before.
    UnknownActionRule, "unknown-action-rule", Error, 7940 "§7.1", "an action refers to rule \"{0}\", which is not defined{1}";
    /// `match` and `not-match` on one action.
    BothMatches, "both-matches", Error, 7940 "§7.1", "\"match\" and \"not-match\" exclude each other";
    /// Several of the triggers by variant types on one action.
    SeveralVariantTriggers, "several-variant-triggers", Error, 7940 "§7.2.1", "\"{0}\" and \"{1}\" exclude each other";
    /// A list of types that is empty or holds something else.
    BadTypeList, "bad-type-list", Error, 7940 "§7.2.1", "\"{0}\" is not a list of variant types";
    /// Not a name token.
    BadDisposition, "bad-disposition", Error, 7940 "§7", "\"{0}\" is not a disposition";

    // Review: the document is an LGR, but is it a sound one?
    /// A code point that IDNA2008 does not allow in the Unicode version of the LGR.
    NotIdna2008, "not-idna2008", Error, 5892 "§2", "{0} is {1} in Unicode {2}";
    /// A code point that IDNA2008 allows in some contexts only, listed without a context.
    NoContextRule, "no-context-rule", Info, 5892 "Appendix A", "{0} is {1} and has no \"when\" or \"not-when\" here";
    /// Code points of a script that no language of the LGR is written in.
    ForeignScript, "foreign-script", Warning, 7940 "§4.3.3", "{3} of script {1}, first {0}, but the languages are written in {2}";
    /// A variant whose target is not in the repertoire, so that it has no reverse.
    VariantNotInRepertoire, "variant-not-in-repertoire", Warning, 7940 "§5.3.1", "{0} has variant {1}, which is not in the repertoire";
    /// A variant without its reverse.
    Asymmetric, "asymmetric-variant", Warning, 7940 "§5.3.1", "{0} has variant {1}, but {1} does not have variant {0}";
    /// A variant whose reverse has another context.
    AsymmetricContext, "asymmetric-context", Warning, 7940 "§5.3.5", "{0} has variant {1} {2}, but {1} does not have variant {0} {2}";
    /// Two variants of one code point that are not variants of each other.
    Intransitive, "intransitive-variant", Warning, 7940 "§5.3.1", "{0} and {1} are in one variant set, but {0} does not have variant {1}";
    /// An action that comes too late.
    UnreachableAction, "unreachable-action", Warning, 7940 "§7.4", "no label reaches the action for \"{0}\", since {1}";
    /// An action for variant types that no variant has.
    UnusedTypes, "unused-variant-types", Info, 7940 "§7.2.1", "no variant has a type that the action for \"{0}\" looks for ({1})";
    /// A variant type that no action looks for, so that its variant labels are valid.
    UntriggeredType, "untriggered-variant-type", Warning, 7940 "§7.6", "no action looks for variant type \"{0}\", so its labels end as \"valid\" unless a rule says otherwise";
    /// A variant without a type, so that its variant labels are valid.
    UntypedVariant, "untyped-variant", Info, 7940 "§7.6", "{0} variants have no type, so their labels end as \"valid\" unless a rule says otherwise";
    /// A disposition other than the five recommended.
    PrivateDisposition, "private-disposition", Info, 7940 "§7.3", "\"{0}\" is not one of the recommended dispositions";
    /// A rule that nothing refers to.
    UnusedRule, "unused-rule", Info, 7940 "§6.3.1", "nothing refers to rule \"{0}\"";
    /// A class that nothing refers to.
    UnusedClass, "unused-class", Info, 7940 "§6.2.1", "nothing refers to class \"{0}\"";
    /// The ruleset cannot be evaluated: a property that is not known, or a bound.
    NotUsable, "not-usable", Error, 7940 "§6.2.3", "no label can be decided: {0}";
    /// A label with the same variant label in two ways that end differently.
    DuplicateVariantLabel, "duplicate-variant-label", Error, 7940 "§8.4", "label {0} has variant label {1} twice, as {2} and as {3}";

    // Tables as text.
    /// No line with a code point.
    EmptyTable, "empty-table", Error, 7940 "§9", "the table has no code point";
    /// Octets that are not UTF-8, read as U+FFFD.
    Undecodable, "undecodable", Warning, 7940 "§9", "some octets are not UTF-8 text";
    /// A line that is not an entry of RFC 3743.
    Bad3743Line, "bad-3743-line", Error, 3743 "§5.1", "expected a code point, preferred variants and variants with semicolons between, but found \"{0}\"";
    /// A line that is not an entry of RFC 4290.
    Bad4290Line, "bad-4290-line", Error, 4290 "§5", "expected a code point and its variants, as U+0061|U+0062:U+0063, but found \"{0}\"";
    /// A line that is not a list of code points.
    BadLine, "bad-line", Error, 7940 "§9", "expected a code point or sequence, as U+0061 U+0062, but found \"{0}\"";
    /// A reference number without a citation.
    UncitedReference, "uncited-reference", Warning, 3743 "§5.2", "no line defines reference {0}";
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;

    #[test]
    fn codes_are_unique_and_kebab_case() {
        let names: BTreeSet<_> = FaultCode::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), FaultCode::ALL.len());
        for name in names {
            assert!(name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')), "{name}");
        }
    }
}
