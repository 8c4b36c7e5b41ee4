//! A policy as written.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::reserved::ReservedList;
use super::rule::{ConfusableRule, DigitRule, LengthRule, Level, ScriptRule, Stance, VariantRule};
use super::table::{Table, UnknownTable};
use super::variants::{VariantGroups, VariantTarget, VariantType};
use crate::idna2008::Protocol;
use crate::lgr::CodePoints;
use crate::text::keywords;
use crate::unicode::{UNICODE_VERSION, Version};

/// All that a registry asks of a label beyond the protocol.
///
/// A policy is plain data: read it from a file ([`read`](crate::policy::read)), take one that is built in
/// ([`builtin`](crate::policy::builtin)) or make one here, change what is to be changed, then compile it
/// ([`CompiledPolicy`](crate::policy::CompiledPolicy)) or write it ([`Policy::to_toml`]).
///
/// ```
/// use ulabel::policy::{Policy, Stance};
/// let mut policy = Policy::new("example");
/// policy.ascii_labels = Stance::Refuse;
/// assert_eq!(ulabel::policy::read(&policy.to_toml()).unwrap().policy, policy);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// The name of the policy, in lower-case ASCII letters, digits and hyphens.
    pub id: String,
    /// The top-level domains, as U-labels; also suffixes of several labels under which names are
    /// registered, as in `co.il`.
    pub tlds: Vec<String>,
    /// Where further suffixes below the top-level domains come from.
    pub suffixes: SuffixSource,
    /// Top-level domains, as U-labels, whose names are of one variant set with those of the first of `tlds`: what is
    /// registered under one is kept for its holder under the others, each by the policy of its own.
    pub variant_tlds: Vec<String>,
    /// The ISO 3166-1 code of the territory, two letters in upper case.
    pub iso3166: Option<String>,
    /// The name of the territory.
    pub territory: Option<String>,
    /// Who decides on registrations.
    pub authority: Option<String>,
    /// Where the policy comes from.
    pub status: Status,
    /// Whether the registry takes internationalized names; `None` in a policy that is not about a registry of today.
    pub idn_offered: Option<IdnOffered>,
    /// The certainty that the registry's rules are as stated here.
    pub certainty: Option<Certainty>,
    /// Single statements that are more or less sure than the whole, in words.
    pub certainty_of: BTreeMap<String, Certainty>,
    /// The policy that is built in as a start in the languages of the territory: where it takes a label that this one
    /// refuses, a finding says so.
    pub start: Option<String>,
    /// The documents that state the rules.
    pub sources: Vec<String>,
    /// The source of a single rule, where it is not the first of `sources`.
    pub source_of: BTreeMap<RuleName, String>,
    /// A note for people.
    pub note: Option<String>,
    /// The version of the policy and its tables.
    pub version: Option<String>,
    /// The day from which it is in force, as `2026-01-31`.
    pub effective: Option<String>,
    /// Whom to ask: name, address, telephone.
    pub contact: Option<String>,
    /// The Unicode version that decides what is assigned.
    pub unicode: Version,
    /// The protocol of RFC 5891 that labels are tested by.
    pub protocol: Protocol,
    /// The tables; a label must fit one of them whole. Without any, every code point is taken.
    pub tables: Vec<Table>,
    /// Tables that the registry has, of which the letters are not known. A label that could be of one of them is
    /// held for review.
    pub unknown_tables: Vec<UnknownTable>,
    /// The stance on a name that is under none of the policy's domains.
    pub outside_tld: Stance,
    /// The stance on a label that fits no table.
    pub outside_tables: Stance,
    /// Which scripts, and how they may mix.
    pub scripts: ScriptRule,
    /// Digits.
    pub digits: DigitRule,
    /// The stance on a label with two consecutive hyphens anywhere. (Hyphens at the ends and in the
    /// third and fourth position are the protocol's.)
    pub double_hyphens: Stance,
    /// How long a label is.
    pub length: LengthRule,
    /// What holds in place of it for names under some of the suffixes; the first that has the suffix counts.
    pub levels: Vec<Level>,
    /// The stance on a label of ASCII alone.
    pub ascii_labels: Stance,
    /// The rule on variants.
    pub variants: VariantRule,
    /// Named sets of variants that several tables can share.
    pub variant_sets: BTreeMap<String, VariantGroups>,
    /// Names that nobody, or not everybody, may register.
    pub reserved: Vec<ReservedList>,
    /// Existing names that a new one must not look like.
    pub confusables: ConfusableRule,
}

impl Policy {
    /// A policy without rules.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self {
            id: id.into(),
            tlds: Vec::new(),
            suffixes: SuffixSource::PublicSuffixList,
            variant_tlds: Vec::new(),
            iso3166: None,
            territory: None,
            authority: None,
            status: Status::Own,
            idn_offered: None,
            start: None,
            certainty: None,
            certainty_of: BTreeMap::new(),
            sources: Vec::new(),
            source_of: BTreeMap::new(),
            note: None,
            version: None,
            effective: None,
            contact: None,
            unicode: UNICODE_VERSION,
            protocol: Protocol::Registration,
            tables: Vec::new(),
            unknown_tables: Vec::new(),
            outside_tld: Stance::Refuse,
            outside_tables: Stance::Refuse,
            scripts: ScriptRule::default(),
            digits: DigitRule::default(),
            double_hyphens: Stance::Allow,
            length: LengthRule::default(),
            levels: Vec::new(),
            ascii_labels: Stance::Allow,
            variants: VariantRule::default(),
            variant_sets: BTreeMap::new(),
            reserved: Vec::new(),
            confusables: ConfusableRule::default(),
        }
    }

    /// The source of a rule: its own, or the first of the policy's.
    #[must_use]
    pub fn source(&self, rule: RuleName) -> Option<&str> {
        self.source_of.get(&rule).or_else(|| self.sources.first()).map(String::as_str)
    }

    /// The files that the policy names: LGRs, lists of reserved names, of existing names, of protected words. Compiling
    /// the policy needs their text.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let rulesets = self.tables.iter().filter_map(|table| table.lgr.as_deref());
        let reserved = self.reserved.iter().filter_map(|list| list.file());
        let names = self.confusables.files.iter().chain(&self.confusables.protected_files);
        rulesets.chain(reserved).chain(names.map(String::as_str))
    }

    /// Every variant mapping of a table, in both directions.
    ///
    /// A mapping that the table writes has the type written there, and so has the way back unless that is
    /// written too; there is none from nothing to what is mapped to it. What the named sets of the table add has the table's `variant_type`. A pair of which
    /// the table has neither side is left out, unless it has whatever its base has: that is known when the policy is
    /// compiled.
    #[must_use]
    pub fn variant_mappings(&self, table: &Table) -> BTreeMap<(CodePoints, CodePoints), VariantType> {
        let written = || {
            let each = |(from, targets)| core::iter::repeat(from).zip(targets);
            table.variants.iter().flat_map(each).map(|(from, target): (&CodePoints, &VariantTarget)| {
                (from.clone(), target.to.clone(), target.kind.unwrap_or(table.variant_type))
            })
        };
        let mut all: BTreeMap<_, _> = written().map(|(from, to, kind)| ((from, to), kind)).collect();
        // No label is made longer by what could stand anywhere in it.
        for (from, to, kind) in written().filter(|(_, to, _)| !to.is_empty()) {
            all.entry((to, from)).or_insert(kind);
        }
        let repertoire = table.repertoire();
        let has_all = table.takes_all_of_base();
        let sets = table.variant_sets.iter().filter_map(|name| self.variant_sets.get(name));
        for group in sets.flatten() {
            let has: Vec<bool> =
                group.iter().map(|member| has_all || table.has(&repertoire, member)).collect();
            for (from, has_from) in group.iter().zip(&has) {
                for (to, has_to) in group.iter().zip(&has) {
                    if from != to && (*has_from || *has_to) {
                        all.entry((from.clone(), to.clone())).or_insert(table.variant_type);
                    }
                }
            }
        }
        all
    }
}

keywords! {
    /// Where a policy comes from.
    #[non_exhaustive]
    Status {
        /// It restates rules that a registry publishes.
        Published = "published",
        /// It is a start made from public data; the registry has the last word.
        Derived = "derived",
        /// An administration's own.
        Own = "own",
    }
}

keywords! {
    /// Whether a registry takes internationalized names.
    #[non_exhaustive]
    IdnOffered {
        /// It does.
        Yes = "yes",
        /// It takes ASCII names only.
        No = "no",
        /// It is not known.
        Unknown = "unknown",
    }
}

keywords! {
    /// Where suffixes below the top-level domains of a policy come from.
    #[non_exhaustive]
    SuffixSource {
        /// From the Public Suffix List, for those that are country-code top-level domains. The other top-level
        /// domains of the same territory count too, where the policy has a table of their script.
        PublicSuffixList = "public-suffix-list",
        /// The policy names them all itself.
        Own = "own",
    }
}

keywords! {
    /// The certainty that a registry's rules are as stated.
    #[non_exhaustive]
    Certainty {
        /// Stated by the registry, in its deposit with IANA, or by a standard.
        Sure = "sure",
        /// Reported consistently, not confirmed letter by letter.
        Likely = "likely",
        /// Only the script or the language is known.
        Unsure = "unsure",
    }
}

keywords! {
    /// A rule of a policy, as the policy file names it.
    #[non_exhaustive]
    RuleName {
        /// A name is under one of the policy's domains.
        Tld = "tld",
        /// A label fits one table whole.
        Tables = "tables",
        /// A label has a character that its table asks for.
        MustContain = "must-contain",
        /// A character stands in the context that its table asks for.
        Context = "context",
        /// Scripts and their mixing.
        Scripts = "scripts",
        /// Digits of one set, and their place.
        Digits = "digits",
        /// Labels of digits alone.
        AllDigits = "all-digits",
        /// Consecutive hyphens.
        Hyphens = "hyphens",
        /// Lengths.
        Length = "length",
        /// Labels of ASCII alone.
        AsciiLabels = "ascii-labels",
        /// Variants.
        Variants = "variants",
        /// Reserved names.
        Reserved = "reserved",
        /// Look-alikes of existing names.
        Confusables = "confusables",
    }
}
