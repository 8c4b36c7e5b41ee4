//! The rules of a decision, in their order.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::decider::{Decider, Zone};
use super::decision::{Decision, Request};
use super::keys::IndexKeys;
use super::look_alikes::{self, LookAlike};
use super::record::NameState;
use super::set::{Difference, Holder, NameSet, Primary, difference};
use super::status::Reason;
use super::store::NameStore;
use crate::finding::{ArgumentName, Code, Finding, Severity};
use crate::label::{Name, Span};
use crate::lgr::Scratch;
use crate::policy::Stance;
use crate::report::{LabelReport, Report};

impl Decider {
    /// Decides whether the one who asks may have the name beside those that exist.
    ///
    /// The rules, in the order in which a reason is told: the name is registered; it is reserved; it is no label of the
    /// policy, and no member of a set that the holder may have; no name of its set is registered, so it is free; the
    /// set is exempted; the policy blocks variants; the table blocks this one as a variant of the primary name; the set
    /// is being transferred; another registrar or registrant has it; the set is full; the client does not know of sets.
    /// Else it is a member that the holder may have.
    ///
    /// ```
    /// use ulabel::decision::{Decider, NameRecord, NamesInMemory, Reason, Request};
    /// use ulabel::policy::builtin;
    ///
    /// let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
    /// let mut names = NamesInMemory::new();
    /// let mut keys = decider.keys();
    /// keys.take("café.ca");
    /// names.put(&keys, NameRecord { registrar: "A".into(), registrant: "R1".into(), ..NameRecord::default() });
    ///
    /// let request = |name, registrar| Request { registrant: Some("R1"), registrar: Some(registrar), ..Request::new(name) };
    /// let decision = decider.decide(&request("cafe.ca", "B"), &names).unwrap();
    /// assert_eq!((decision.available, decision.reason), (false, Reason::OtherRegistrar));
    /// let decision = decider.decide(&request("xn--caf-dma.ca", "A"), &names).unwrap();
    /// assert_eq!((decision.available, decision.reason), (false, Reason::Registered));
    /// let decision = decider.decide(&request("cafe.ca", "A"), &names).unwrap();
    /// assert_eq!((decision.available, decision.reason), (true, Reason::Member));
    /// assert_eq!(decision.primary.as_deref(), Some("café.ca"));
    /// ```
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub fn decide<S: NameStore>(&self, request: &Request<'_>, store: &S) -> Result<Decision, S::Error> {
        let mut keys = self.keys();
        self.decide_with(request, &mut keys, store)
    }

    /// As [`Decider::decide`], with memory that is used again.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub fn decide_with<S: NameStore>(
        &self,
        request: &Request<'_>,
        keys: &mut IndexKeys,
        store: &S,
    ) -> Result<Decision, S::Error> {
        keys.take(request.name);
        let report = self.zone(keys).checker.check(&self.full_name(request.name));
        self.decide_taken(report, request, keys, store)
    }

    /// As [`Decider::decide_with`], on a report that a checker of the same policy has made of the name: for one that
    /// tells more than a decision needs.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub fn decide_on<S: NameStore>(
        &self,
        report: Report,
        request: &Request<'_>,
        keys: &mut IndexKeys,
        store: &S,
    ) -> Result<Decision, S::Error> {
        keys.take(request.name);
        self.decide_taken(report, request, keys, store)
    }

    /// Decides on the name that the keys have taken.
    fn decide_taken<S: NameStore>(
        &self,
        mut report: Report,
        request: &Request<'_>,
        keys: &IndexKeys,
        store: &S,
    ) -> Result<Decision, S::Error> {
        let zone = self.zone(keys);
        if !zone.policy().is_registrable(keys.labels()) && report.is_valid() {
            report.push_finding(Finding::new(Code::NotRegistrable, Span::default()));
        }
        let mut scratch = Scratch::new();
        let set = NameSet::gather(keys, &self.rules, zone, store, &mut scratch)?;
        let primary = set.primary(zone, &mut scratch);
        let mut reason = reason(zone, keys, request, &report, &set, &primary, &mut scratch);

        let is_told = reason != Reason::InvalidLabel;
        let names =
            |records: &[super::NameRecord]| records.iter().map(|record| record.name.clone()).collect();
        let colliding: Vec<String> = if is_told { names(&set.others) } else { Vec::new() };
        let elsewhere: Vec<String> = names(&set.elsewhere);
        let is_label = is_label(&report);
        let look_alikes = match is_label && request.look_alikes {
            true => {
                let in_set = |name: &str| colliding.iter().chain(&elsewhere).any(|other| other == name);
                look_alikes::find(keys, zone.policy().protected(), store, &in_set)?
            }
            false => Vec::new(),
        };
        if zone.refuses_look_alikes(&mut report, &look_alikes) && reason.is_available() {
            reason = Reason::LookAlike;
        }
        let primary = match primary {
            Primary::Is(record) if is_told => Some(record.name.clone()),
            _ => None,
        };
        let other = primary.as_ref().or_else(|| colliding.first()).or_else(|| elsewhere.first());
        if let Some(code) = reason.code().filter(|_| reason != Reason::Reserved || set.own.is_some()) {
            let mut finding = Finding::new(code, Span::default());
            if let Some(other) = other {
                finding = finding.with(ArgumentName::Other, other.clone());
            }
            if reason == Reason::Limit {
                finding = finding.with(ArgumentName::Limit, set.len());
            }
            report.push_finding(finding);
        }
        if set.is_undecided {
            report.push_finding(Finding::new(Code::LgrBoundReached, Span::default()));
        }
        let label = report.labels().first().filter(|_| is_label).map(LabelReport::label);
        let form = |text: Option<&str>| text.map(ToString::to_string);
        Ok(Decision {
            name: keys.name().into(),
            u_label: form(label.and_then(|label| label.u_label())),
            a_label: form(label.and_then(|label| label.a_label())),
            available: reason.is_available(),
            reason,
            primary,
            colliding,
            elsewhere,
            look_alikes,
            table: set.own.as_ref().and_then(|own| own.table.clone()),
            report,
        })
    }

    /// A name as it was given; a label alone with the domain of the policy.
    fn full_name<'n>(&self, given: &'n str) -> Cow<'n, str> {
        let name = Name::parse(given);
        match self.rules.domain_of(name) {
            Some(domain) => Cow::Owned(alloc::format!("{}.{domain}", name.as_str())),
            None => Cow::Borrowed(given),
        }
    }
}

/// True if the candidate is a label by the protocol, whatever tables and policy say.
fn is_label(report: &Report) -> bool {
    let of_protocol = |finding: &Finding| {
        finding.severity() == Severity::Error
            && (finding.code() == Code::NotRegistrable
                || matches!(finding.code().family(), "syntax" | "ace" | "idna" | "context" | "bidi"))
    };
    let label = report.labels().first().map_or(&[][..], |label| label.findings());
    !label.iter().chain(report.findings()).any(of_protocol)
}

/// True if something stands against the candidate that no set can excuse, or anything where none does.
fn is_refused(report: &Report, is_excused: impl FnOnce() -> bool) -> bool {
    let mut errors = report
        .all_findings()
        .filter(|finding| finding.severity() == Severity::Error && finding.code() != Code::Reserved)
        .peekable();
    if errors.peek().is_none() {
        return false;
    }
    // A label that no table takes by itself may be a member of a set.
    let of_tables =
        |finding: &Finding| finding.code() == Code::NotInTable || finding.code().family() == "lgr";
    !(errors.all(of_tables) && is_excused())
}

fn reason(
    zone: &Zone,
    keys: &IndexKeys,
    request: &Request<'_>,
    report: &Report,
    set: &NameSet,
    primary: &Primary<'_>,
    scratch: &mut Scratch,
) -> Reason {
    if set.registered().is_some() {
        return Reason::Registered;
    }
    let is_reserved =
        |finding: &Finding| finding.code() == Code::Reserved && finding.severity() == Severity::Error;
    if report.all_findings().any(is_reserved) {
        return Reason::Reserved;
    }
    if let Some(own) = set.own.as_ref().filter(|own| own.state == NameState::Blocked) {
        return if own.original.is_some() { Reason::NndnBlocked } else { Reason::Reserved };
    }
    let mut is_allocatable = None;
    let mut asks_primary = || {
        let Primary::Is(primary) = primary else { return false };
        *is_allocatable
            .get_or_insert_with(|| zone.variants_of(primary).are_allocatable(keys.first_label(), scratch))
    };
    if is_refused(report, &mut asks_primary) {
        return Reason::InvalidLabel;
    }
    let holder = Holder { registrant: request.registrant, registrar: request.registrar };
    let counts = zone.same_entity();
    let blocks = zone.blocks_variants();
    let reason = match primary {
        Primary::None if set.elsewhere.is_empty() => return Reason::Free,
        Primary::None if blocks => return Reason::BlockedByPolicy,
        Primary::None if set.is_pending() => return Reason::PendingTransfer,
        Primary::None => {
            let other = set.elsewhere.iter().find_map(|record| difference(counts, record, holder));
            other.map_or(Reason::MemberElsewhere, Difference::reason)
        }
        Primary::Exempted => return Reason::Exempted,
        Primary::Is(_) if blocks => return Reason::BlockedByPolicy,
        Primary::Is(_) if !asks_primary() => return Reason::BlockedVariant,
        Primary::Is(_) if set.is_pending() => return Reason::PendingTransfer,
        Primary::Is(primary) => match difference(counts, primary, holder) {
            Some(difference) => difference.reason(),
            None if zone.variants().max_members.is_some_and(|most| set.len() >= most as usize) => {
                Reason::Limit
            }
            None => Reason::Member,
        },
    };
    if reason.is_available() && !request.is_aware { Reason::UnawareClient } else { reason }
}

impl Zone {
    /// Adds a finding for each look-alike that the policy minds; true if it refuses one.
    fn refuses_look_alikes(&self, report: &mut Report, look_alikes: &[LookAlike]) -> bool {
        let rule = &self.policy().policy().confusables;
        let mut refuses = false;
        for look_alike in look_alikes {
            let stance = look_alikes::stance(rule, look_alike.likeness);
            let Some(severity) = stance.severity() else { continue };
            refuses |= stance == Stance::Refuse;
            let finding = Finding::new(Code::LookAlike, Span::default())
                .with(ArgumentName::Reason, look_alike.likeness.name())
                .with(ArgumentName::Other, look_alike.name.clone());
            report.push_finding(finding.with_severity(severity));
        }
        refuses
    }
}
