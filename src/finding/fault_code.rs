//! The one table of codes of faults in files: rulesets and policies.

use super::catalogue::catalogue;
use super::clause::{
    Clause,
    Document::{Policy, Rfc},
};
use super::severity::Severity;

catalogue! {
    /// The stable code of a fault in a file.
    FaultCode;
    /// The English sentence, with `{0}`, `{1}` … for the arguments.
    template;

    // The file as such.
    Limit "limit", Error, Rfc(7940), "§12.2", "more than {1} {0}";
    BadEncoding "bad-encoding", Error, Rfc(7940), "§4", "the file is not {0} text";
    NotWellFormed "not-well-formed", Error, Rfc(7940), "§4", "not well-formed XML: {0}";
    Doctype "doctype", Error, Rfc(7940), "§12.2", "document type declarations and entities are not read";
    WrongNamespace "wrong-namespace", Error, Rfc(7940), "§4.1", "expected namespace urn:ietf:params:xml:ns:lgr-1.0, but found \"{0}\"";
    Foreign "foreign", Warning, Rfc(7940), "§4.3.4", "\"{0}\" belongs to another namespace and is not read";

    // Structure.
    UnexpectedElement "unexpected-element", Error, Rfc(7940), "Appendix D", "unexpected element \"{0}\" in \"{1}\"";
    UnexpectedAttribute "unexpected-attribute", Error, Rfc(7940), "Appendix D", "unexpected attribute \"{0}\" on \"{1}\"";
    UnexpectedText "unexpected-text", Error, Rfc(7940), "Appendix D", "unexpected text in \"{0}\"";
    MissingElement "missing-element", Error, Rfc(7940), "§4.2", "\"{1}\" has no element \"{0}\"";
    MissingAttribute "missing-attribute", Error, Rfc(7940), "Appendix D", "\"{1}\" has no attribute \"{0}\"";
    RepeatedElement "repeated-element", Error, Rfc(7940), "§4.2", "element \"{0}\" may occur only once";
    ElementOrder "element-order", Error, Rfc(7940), "§4.2", "element \"{0}\" stands after \"{1}\"";

    // Metadata.
    BadDate "bad-date", Error, Rfc(7940), "§4.3.2", "\"{0}\" is not a date of the form YYYY-MM-DD";
    BadLanguage "bad-language", Error, Rfc(7940), "§4.3.3", "\"{0}\" is not a language tag of RFC 5646";
    BadScope "bad-scope", Error, Rfc(7940), "§4.3.4", "\"{0}\" is not a scope of type \"{1}\"";
    PrivateScope "private-scope", Info, Rfc(7940), "§4.3.4", "scope type \"{0}\" is not one that RFC 7940 defines";
    BadMediaType "bad-media-type", Warning, Rfc(7940), "§4.3.5", "\"{0}\" is not a media type";
    ValidityReversed "validity-reversed", Warning, Rfc(7940), "§4.3.6", "validity ends on {0}, before it starts on {1}";
    BadUnicodeVersion "bad-unicode-version", Error, Rfc(7940), "§4.3.7", "\"{0}\" is not a Unicode version of the form x.y.z";
    UnknownUnicodeVersion "unknown-unicode-version", Warning, Rfc(7940), "§4.3.7", "Unicode {0} is no version from 5.2 to {1}: what it says of properties is not known here";
    MissingUnicodeVersion "missing-unicode-version", Error, Rfc(7940), "§4.3.7", "a class by property needs the element \"unicode-version\"";
    BadReferenceId "bad-reference-id", Error, Rfc(7940), "§4.3.8", "\"{0}\" is not a reference id";
    DuplicateReference "duplicate-reference", Error, Rfc(7940), "§4.3.8", "reference \"{0}\" is already defined{1}";
    VersionNotInteger "version-not-integer", Info, Rfc(7940), "§4.3.1", "version \"{0}\" is not a positive integer";

    // Code points.
    BadCodePoint "bad-code-point", Error, Rfc(7940), "§5", "\"{0}\" is not a code point or sequence in upper-case hexadecimal of at least 4 digits";
    DuplicateCodePoint "duplicate-code-point", Error, Rfc(7940), "§5", "{0} is already defined{1}";
    OverlappingRange "overlapping-range", Error, Rfc(7940), "§5", "{0} overlaps {1}{2}";
    ReversedRange "reversed-range", Error, Rfc(7940), "§5", "range {0} ends before it begins";
    NotAscending "not-ascending", Info, Rfc(7940), "§5", "{0} stands after {1}; ascending order is recommended";
    BothContexts "both-contexts", Error, Rfc(7940), "§5.2", "\"when\" and \"not-when\" exclude each other";
    UnknownContextRule "unknown-context-rule", Error, Rfc(7940), "§5.2", "{1} refers to rule \"{0}\", which is not defined";
    DuplicateVariant "duplicate-variant", Error, Rfc(7940), "§5.3.1", "variant {0} of {1} is already defined{2}";
    BadVariantType "bad-variant-type", Error, Rfc(7940), "§5.3.2", "\"{0}\" is not a variant type";
    EmptyChar "empty-char", Error, Rfc(7940), "§5.3.3", "a \"char\" with an empty \"cp\" must have a variant";
    NullVariantType "null-variant-type", Warning, Rfc(7940), "§5.3.3", "the variant {0} of the null sequence should be of type \"invalid\"";
    BadReferenceList "bad-reference-list", Error, Rfc(7940), "§5.4.1", "\"{0}\" is not a list of reference ids";
    UnknownReference "unknown-reference", Error, Rfc(7940), "§5.4.1", "reference \"{0}\" is not defined";
    RepeatedReference "repeated-reference", Error, Rfc(7940), "§5.4.1", "reference \"{0}\" is named twice";
    BadTag "bad-tag", Error, Rfc(7940), "§5.5", "\"{0}\" is not a tag";
    RepeatedTag "repeated-tag", Error, Rfc(7940), "§5.5", "tag \"{0}\" is given twice";
    TagOnSequence "tag-on-sequence", Error, Rfc(7940), "§5.5", "the sequence {0} cannot have a tag";

    // Classes.
    BadName "bad-name", Error, Rfc(7940), "§6.2.1", "\"{0}\" is not a name";
    DuplicateName "duplicate-name", Error, Rfc(7940), "§6.2.1", "name \"{0}\" is already defined{1}";
    MissingName "missing-name", Error, Rfc(7940), "§6.2.1", "\"{0}\" needs a name here";
    NamedNested "named-nested", Error, Rfc(7940), "§6.3.4", "a nested \"{0}\" cannot have a name";
    UnknownClass "unknown-class", Error, Rfc(7940), "§6.2.1", "class \"{0}\" is not defined{1}";
    ByRefConflict "by-ref-conflict", Error, Rfc(7940), "§6.2.1", "\"by-ref\" and {0} exclude each other";
    ClassSource "class-source", Error, Rfc(7940), "§6.2", "a class is defined by one of \"from-tag\", \"property\" or code points, but found {0}";
    UnusedTag "undefined-tag", Warning, Rfc(7940), "§6.2.2", "no code point has the tag \"{0}\"; the class is empty";
    BadProperty "bad-property", Error, Rfc(7940), "§6.2.3", "\"{0}\" is not a property and a value with a colon between";
    OperandCount "operand-count", Error, Rfc(7940), "§6.2.5", "\"{0}\" takes {1}, but found {2}";

    // Rules.
    BadCount "bad-count", Error, Rfc(7940), "§6.3.3", "\"{0}\" is not a count";
    // The RFC calls it an error or undefined, but published tables hold it (`choice count="1+"` around
    // whole alternatives) and its meaning is plain.
    CountOverPosition "count-over-position", Warning, Rfc(7940), "§6.3.3", "\"{0}\" must not have a count, since it holds {1}; it is read as it stands";
    CountOverAnchor "count-over-anchor", Error, Rfc(7940), "§6.3.3", "\"{0}\" cannot have a count, since it holds {1}";
    CountNotAllowed "count-not-allowed", Error, Rfc(7940), "§6.3.3", "\"{0}\" cannot have a count{1}";
    UnknownRule "unknown-rule", Error, Rfc(7940), "§6.3.4", "rule \"{0}\" is not defined{1}";
    ChoiceTooShort "choice-too-short", Error, Rfc(7940), "§6.3.5", "\"choice\" takes two or more alternatives, but found {0}";
    StartEndMisplaced "start-end-misplaced", Error, Rfc(7940), "§6.3.8", "\"{0}\" must be matched {1}";
    EmptyRule "empty-rule", Warning, Rfc(7940), "§6.3.1", "{0} has no match operator";
    ContextMisplaced "context-misplaced", Error, Rfc(7940), "§6.4.2", "\"{0}\" {1}";
    LookWithoutAnchor "look-without-anchor", Error, Rfc(7940), "§6.4.2", "rule \"{0}\" looks behind or ahead without an anchor";
    AnchorInAction "anchor-in-action", Error, Rfc(7940), "§6.4.1", "rule \"{0}\" has an anchor, so an action cannot use it";

    // Actions.
    UnknownActionRule "unknown-action-rule", Error, Rfc(7940), "§7.1", "an action refers to rule \"{0}\", which is not defined{1}";
    BothMatches "both-matches", Error, Rfc(7940), "§7.1", "\"match\" and \"not-match\" exclude each other";
    SeveralVariantTriggers "several-variant-triggers", Error, Rfc(7940), "§7.2.1", "\"{0}\" and \"{1}\" exclude each other";
    BadTypeList "bad-type-list", Error, Rfc(7940), "§7.2.1", "\"{0}\" is not a list of variant types";
    BadDisposition "bad-disposition", Error, Rfc(7940), "§7", "\"{0}\" is not a disposition";

    // Review: the document is an LGR, but is it a sound one?
    NotIdna2008 "not-idna2008", Error, Rfc(5892), "§2", "{0} is {1} in Unicode {2}";
    NoContextRule "no-context-rule", Info, Rfc(5892), "Appendix A", "{0} is {1} and has no \"when\" or \"not-when\" here";
    ForeignScript "foreign-script", Warning, Rfc(7940), "§4.3.3", "{3} of script {1}, first {0}, but the languages are written in {2}";
    VariantNotInRepertoire "variant-not-in-repertoire", Warning, Rfc(7940), "§5.3.1", "{0} has variant {1}, which is not in the repertoire";
    Asymmetric "asymmetric-variant", Warning, Rfc(7940), "§5.3.1", "{0} has variant {1}, but {1} does not have variant {0}";
    AsymmetricContext "asymmetric-context", Warning, Rfc(7940), "§5.3.5", "{0} has variant {1} {2}, but {1} does not have variant {0} {2}";
    Intransitive "intransitive-variant", Warning, Rfc(7940), "§5.3.1", "{0} and {1} are in one variant set, but {0} does not have variant {1}";
    UnreachableAction "unreachable-action", Warning, Rfc(7940), "§7.4", "no label reaches the action for \"{0}\", since {1}";
    UnusedTypes "unused-variant-types", Info, Rfc(7940), "§7.2.1", "no variant has a type that the action for \"{0}\" looks for ({1})";
    UntriggeredType "untriggered-variant-type", Warning, Rfc(7940), "§7.6", "no action looks for variant type \"{0}\", so its labels end as \"valid\" unless a rule says otherwise";
    UntypedVariant "untyped-variant", Info, Rfc(7940), "§7.6", "{0} variants have no type, so their labels end as \"valid\" unless a rule says otherwise";
    PrivateDisposition "private-disposition", Info, Rfc(7940), "§7.3", "\"{0}\" is not one of the recommended dispositions";
    UnusedRule "unused-rule", Info, Rfc(7940), "§6.3.1", "nothing refers to rule \"{0}\"";
    UnknownSubtag "unknown-subtag", Warning, Rfc(5646), "§2.2", "\"{0}\" in the language tag \"{1}\" is no subtag of the IANA registry";
    ScriptsNotCompared "scripts-not-compared", Info, Rfc(7940), "§4.3.3", "the script of language \"{0}\" is not known here, so the scripts of code points were not compared";
    NeverNfc "never-nfc", Warning, Rfc(5891), "§4.2.1", "{0} is not in NFC, so no label can hold it: write {1}";
    UnusedClass "unused-class", Info, Rfc(7940), "§6.2.1", "nothing refers to class \"{0}\"";
    NotUsable "not-usable", Error, Rfc(7940), "§8", "no label can be decided: {0}";
    DuplicateVariantLabel "duplicate-variant-label", Error, Rfc(7940), "§8.4", "label {0} has variant label {1} twice, as {2} and as {3}";
    IndexLabelsDiffer "index-labels-differ", Warning, Rfc(7940), "§8.5", "label {0} has variant label {1}, and their index labels are {2} and {3}: index labels do not show all collisions";
    SearchEnded "search-ended", Info, Rfc(7940), "§8.4", "the search for labels with duplicate variant labels reached its bound after {0} labels";

    // Tables as text.
    EmptyTable "empty-table", Error, Rfc(7940), "§9", "the table has no code point";
    Undecodable "undecodable", Warning, Rfc(7940), "§9", "some octets are not UTF-8 text";
    Bad3743Line "bad-3743-line", Error, Rfc(3743), "§5.1", "expected a code point, preferred variants and variants with semicolons between, but found \"{0}\"";
    Bad4290Line "bad-4290-line", Error, Rfc(4290), "§5", "expected a code point and its variants, as U+0061|U+0062:U+0063, but found \"{0}\"";
    BadLine "bad-line", Error, Rfc(7940), "§9", "expected a code point or sequence, as U+0061 U+0062, but found \"{0}\"";
    HyphenRange "hyphen-range", Warning, Rfc(4290), "§5", "{0} is read as a range; RFC 4290 joins the characters of a string so";
    VariantsBlocked "variants-blocked", Info, Rfc(4290), "§5", "the format gives variants neither a type nor a way back: they are read as blocked, both ways ({0} ways back added)";
    HtmlPage "html-page", Error, Rfc(7940), "§9", "this is a page of HTML, not a table: save the table in it, often the text of its \"pre\" element, as a file of its own";
    UncitedReference "uncited-reference", Warning, Rfc(3743), "§5.2", "no line defines reference {0}";

    // Policy files. The sentence is made where the fault is found; the comment says when.
    /// The text is not TOML.
    Syntax "syntax", Error, Policy, "", "{0}";
    /// The file is larger than a policy may be.
    TooLarge "too-large", Error, Policy, "", "{0}";
    /// A key that the format does not have.
    UnknownKey "unknown-key", Error, Policy, "", "{0}";
    /// A value of another type than the key takes.
    WrongType "wrong-type", Error, Policy, "", "{0}";
    /// A keyword or number that the key does not take.
    BadValue "bad-value", Error, Policy, "", "{0}";
    /// A key that must be there is not.
    Missing "missing", Error, Policy, "", "{0}";
    /// Two things of the same name.
    Duplicate "duplicate", Error, Policy, "", "{0}";
    /// Two statements that cannot both hold.
    Contradiction "contradiction", Error, Policy, "", "{0}";
    /// A list longer than it may be.
    TooMany "too-many", Error, Policy, "", "{0}";
    /// A file that the policy names cannot be had or is at fault.
    File "file", Error, Policy, "", "{0}";
    /// A letter that IDNA2008 never permits; it is without effect.
    NeverPermitted "never-permitted", Warning, Policy, "", "{0}";
    /// A letter of a script that the table does not name.
    OtherScript "other-script", Warning, Policy, "", "{0}";
    /// A reserved or existing name that is no label.
    NotALabel "not-a-label", Warning, Policy, "", "{0}";

    // Policy files, their review: what no label can meet is an error, what has no effect a warning.
    /// Letters of which IDNA2008 permits none, such as `A..Z`.
    NothingPermitted "nothing-permitted", Error, Policy, "", "{0}";
    /// A range with some code points that IDNA2008 never permits; those are without effect.
    RangeNotPermitted "range-not-permitted", Warning, Policy, "", "{0}";
    /// Letters as text that Normalization Form C would change: marks stand alone, or it never permits the letter.
    NotNfc "not-nfc", Warning, Policy, "", "{0}";
    /// A length that no label has, or that excludes another.
    NoSuchLength "no-such-length", Error, Policy, "", "{0}";
    /// A table without letters, sequences or ruleset.
    NoLetters "no-letters", Error, Policy, "", "{0}";
    /// Something that a label must contain, and the table has not.
    CannotContain "cannot-contain", Error, Policy, "", "{0}";
    /// A context for a letter that is not in the table.
    UnusedContext "unused-context", Warning, Policy, "", "{0}";
    /// A context whose neighbours are all outside the table, so that its letters can stand nowhere.
    NoNeighbour "no-neighbour", Error, Policy, "", "{0}";
    /// A whole-label rule that refuses every label of the table.
    RefusesAll "refuses-all", Error, Policy, "", "{0}";
    /// A whole-label rule that refuses no label of the table.
    RuleWithoutEffect "rule-without-effect", Warning, Policy, "", "{0}";
    /// A set of variants of which the table has no member.
    SetWithoutEffect "set-without-effect", Warning, Policy, "", "{0}";
    /// A script of the top-level domain in which no table has a letter.
    ScriptWithoutTable "script-without-table", Warning, Policy, "", "{0}";
}
