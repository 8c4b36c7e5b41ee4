//! A policy, or several of variant top-level domains, made ready for decisions.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::keys::{IndexKeys, KeyRules};
use super::record::NameRecord;
use crate::checker::Checker;
use crate::finding::{FaultCode, Refused};
use crate::label::Suffixes;
use crate::lgr::{CompiledLgr, Detail, Scratch, Tables};
use crate::policy::{CompiledPolicy, Policy, SameEntity, VariantDisposition, VariantRule, builtin};
use crate::text::escape;
use crate::unicode::UNICODE_VERSION;

/// Decides on registrations under a policy, and makes the keys by which names are found.
///
/// It is cheap to share between threads. See [`Decider::decide`](Self::decide).
#[derive(Clone, Debug)]
pub struct Decider {
    /// The domains of the policy.
    first: Zone,
    /// Those of variant top-level domains, each with a policy of its own.
    others: Vec<Zone>,
    pub(super) rules: Arc<KeyRules>,
}

/// The domains of one policy.
#[derive(Clone, Debug)]
pub(super) struct Zone {
    pub(super) checker: Checker,
    policy: Arc<CompiledPolicy>,
}

impl Decider {
    /// Decides by a policy that names no files, and for each top-level domain that it says is of one set with its own
    /// ([`Policy::variant_tlds`]) by the policy that is built in for that.
    ///
    /// # Errors
    ///
    /// As for [`Decider::with_files`]; and if there is no such policy.
    pub fn new(policy: &Policy) -> Result<Self, Refused> {
        Self::with_files(policy, &mut |_| Err("the policy is used without its files".into()))
    }

    /// As [`Decider::new`], of a policy that may name files; `files` gives the text of one by the name that the policy
    /// has for it, or says why not.
    ///
    /// # Errors
    ///
    /// As for [`CompiledPolicy::with_files`].
    pub fn with_files(
        policy: &Policy,
        files: &mut dyn FnMut(&str) -> Result<String, String>,
    ) -> Result<Self, Refused> {
        let mut policies = alloc::vec![policy.clone()];
        for tld in &policy.variant_tlds {
            let builtin = builtin::find_label(tld).ok_or_else(|| {
                let message = alloc::format!(
                    "`variant-tlds` has {}, expected a country-code top-level domain",
                    escape(tld)
                );
                Refused::one(FaultCode::BadValue, message)
            })?;
            policies.push(builtin.policy()?);
        }
        Self::of_variant_tlds(&policies, files)
    }

    /// Decides by the policies of top-level domains whose names are of one set, each by its own.
    ///
    /// # Errors
    ///
    /// As for [`CompiledPolicy::with_files`], for any of them; and if there is none.
    pub fn of_variant_tlds(
        policies: &[Policy],
        files: &mut dyn FnMut(&str) -> Result<String, String>,
    ) -> Result<Self, Refused> {
        let mut zones = Vec::new();
        for policy in policies {
            let policy = Arc::new(CompiledPolicy::with_files(policy, files)?);
            let checker = Checker::with_compiled_policy(policy.clone()).with_detail(Detail::Findings);
            zones.push(Zone { checker, policy });
        }
        let tables = match &*zones {
            [only] => only.policy.tables().cloned(),
            _ => joint_tables(policies, files)?,
        };
        let tlds = || zones.iter().filter_map(|zone| zone.policy.policy().tlds.first());
        let written: Vec<String> = zones.iter().flat_map(|zone| zone.policy.suffixes().written()).collect();
        let suffixes: Suffixes = written.iter().map(String::as_str).collect();
        let rules = KeyRules {
            tables,
            suffixes,
            domain: tlds().next().cloned(),
            variant_tlds: if zones.len() > 1 { tlds().cloned().collect() } else { Vec::new() },
        };
        let mut zones = zones.into_iter();
        let Some(first) = zones.next() else {
            return Err(Refused::one(FaultCode::Missing, "a decision needs a policy".into()));
        };
        Ok(Self { first, others: zones.collect(), rules: Arc::new(rules) })
    }

    /// What makes the keys of names, in memory that is used again.
    #[must_use]
    pub fn keys(&self) -> IndexKeys {
        IndexKeys::new(self.rules.clone())
    }

    /// All that the keys of names depend on, as octets to make a digest of: where it differs, an index that was made
    /// under the one cannot be read under the other. What a policy asks beside that can change freely.
    #[must_use]
    pub fn key_basis(&self) -> Vec<u8> {
        let KeyRules { tables, suffixes, domain, variant_tlds } = &*self.rules;
        let mut basis = alloc::format!("keys 1\nUnicode {UNICODE_VERSION}\n");
        let mut line = |kind: &str, text: &str| basis.extend([kind, " ", text, "\n"]);
        domain.iter().for_each(|domain| line("domain", domain));
        variant_tlds.iter().for_each(|tld| line("variant-tld", tld));
        suffixes.written().iter().for_each(|suffix| line("suffix", suffix));
        for (c, image) in tables.iter().flat_map(|tables| tables.coarse_key_images()) {
            line("image", &[c].iter().chain(image).collect::<String>());
        }
        basis.into_bytes()
    }

    /// The policy, or that of the first of variant top-level domains.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        self.first.policy.policy()
    }

    /// The zone that the name whose keys these are is in.
    pub(super) fn zone(&self, keys: &IndexKeys) -> &Zone {
        let is_under = |zone: &&Zone| zone.policy.registers(keys.labels());
        self.others.iter().find(is_under).unwrap_or(&self.first)
    }
}

impl Zone {
    pub(super) fn variants(&self) -> &VariantRule {
        &self.policy.policy().variants
    }

    pub(super) fn policy(&self) -> &CompiledPolicy {
        &self.policy
    }

    /// Who counts as one entity.
    pub(super) fn same_entity(&self) -> SameEntity {
        self.variants().same_entity.unwrap_or(SameEntity::Both)
    }

    /// True if the policy blocks all variants, whatever its tables say.
    pub(super) fn blocks_variants(&self) -> bool {
        self.variants().disposition == Some(VariantDisposition::Block)
    }

    /// The variants of a registered name, by the table that it was registered under.
    pub(super) fn variants_of<'z>(&'z self, primary: &'z NameRecord) -> VariantsOf<'z> {
        let table = self.table_of(primary).map(|(_, table)| table);
        VariantsOf { original: super::keys::split(&primary.name).0, table }
    }

    /// The table that a name was registered under: the one of the record, or else the first that its label fits.
    pub(super) fn table_of(&self, record: &NameRecord) -> Option<(&str, &CompiledLgr)> {
        let tables = self.policy.tables()?;
        let (label, _) = super::keys::split(&record.name);
        let recorded = record.table.as_deref();
        let number = recorded.and_then(|id| tables.ids().iter().position(|known| **known == *id));
        let number = number.or_else(|| tables.fitting(label).first())?;
        Some((tables.ids().get(number)?, tables.tables().get(number)?))
    }
}

/// The variants of a registered name.
pub(super) struct VariantsOf<'z> {
    original: &'z str,
    table: Option<&'z CompiledLgr>,
}

impl VariantsOf<'_> {
    /// True if the holder of the name may have `label`.
    pub(super) fn are_allocatable(&self, label: &str, scratch: &mut Scratch) -> bool {
        matches!(self.disposition(label, scratch), Some("allocatable" | "activated"))
    }

    /// The disposition of `label`; none for what is no variant. What cannot be told within the bounds is not given out.
    pub(super) fn disposition(&self, label: &str, scratch: &mut Scratch) -> Option<&str> {
        let disposition = self.table?.disposition_of_variant(self.original, label, scratch).ok()??;
        Some(disposition)
    }
}

/// The tables of several policies together: names of their domains are of one set by any of them.
fn joint_tables(
    policies: &[Policy],
    files: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Result<Option<Arc<Tables>>, Refused> {
    let mut rulesets = Vec::new();
    for policy in policies {
        for (id, lgr) in policy.to_rulesets(files)? {
            rulesets.push((alloc::format!("{}.{id}", policy.id), lgr));
        }
    }
    if rulesets.is_empty() {
        return Ok(None);
    }
    let tables =
        Tables::new(rulesets).map_err(|error| Refused::one(FaultCode::File, alloc::format!("{error}")))?;
    Ok(Some(Arc::new(tables)))
}
