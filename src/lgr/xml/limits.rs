//! The limits of a file. Files are untrusted; each limit is far above every published table.

/// Elements inside each other. Readers, compilers and destructors recurse this deep and no deeper;
/// published tables reach nine.
pub(super) const MAX_DEPTH: usize = 64;

/// Elements of a document: twice the code points of Unicode, since a table may list all of them.
pub(super) const MAX_ELEMENTS: usize = 2_500_000;

/// Attributes of an element. The schema knows at most seven on one; namespace declarations come on top.
pub(super) const MAX_ATTRIBUTES: usize = 32;

/// Code points of a sequence. A label has at most 63 octets, and so at most 63 code points.
pub(super) const MAX_SEQUENCE: usize = 63;

/// Classes, rules and actions. Each costs time when the ruleset is compiled; the largest published
/// table has about 600.
pub(super) const MAX_DECLARATIONS: usize = 20_000;

/// Members of a list in an attribute. Lists are checked for repetition; published lists have 30.
pub(super) const MAX_LIST: usize = 4096;
