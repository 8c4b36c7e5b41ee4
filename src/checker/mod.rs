//! A compiled policy applied to a label or a name: the only module that knows every layer.

mod advice;
mod conversion;
#[cfg(feature = "policy")]
mod placement;
mod ways_out;

pub use conversion::Form;
#[cfg(feature = "policy")]
pub use placement::Placement;
pub use ways_out::WayOut;

use alloc::string::String;

use crate::finding::{ArgumentName, Code, Finding};
use crate::idna2008::{self, Protocol, Settings, check_bidi_rule};
#[cfg(feature = "lgr")]
use crate::label::Suffixes;
use crate::label::{MAX_NAME_OCTETS, Name, Span, is_host_syntax};
#[cfg(feature = "lgr")]
use crate::lgr::{Detail, Scratch, Tables};
#[cfg(feature = "policy")]
use crate::policy::{CompiledPolicy, Place, Policy, Refused};
#[cfg(feature = "lgr")]
use crate::report::TablesTold;
use crate::report::{LabelReport, Report};

/// Checks labels and names. It is cheap to share between threads and checks without locking; a check of
/// a label that finds nothing allocates nothing.
///
/// ```
/// use ulabel::{Checker, Verdict};
/// let checker = Checker::registration();
/// assert_eq!(checker.check_label("bücher").verdict(), Verdict::Valid);
/// assert_eq!(checker.check_label("-bücher").verdict(), Verdict::Invalid);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Checker {
    settings: Settings,
    host_syntax: bool,
    #[cfg(feature = "lgr")]
    detail: Detail,
    #[cfg(feature = "lgr")]
    tables: Option<alloc::sync::Arc<Tables>>,
    #[cfg(feature = "policy")]
    policy: Option<alloc::sync::Arc<CompiledPolicy>>,
}

impl Checker {
    /// IDNA2008's registration protocol in the newest Unicode version, and nothing else.
    #[must_use]
    pub fn registration() -> Self {
        Self::new(Settings::default())
    }

    /// IDNA2008's lookup protocol in the newest Unicode version.
    #[must_use]
    pub fn lookup() -> Self {
        Self::new(Settings { protocol: Protocol::Lookup, ..Settings::default() })
    }

    /// A checker with these settings.
    #[must_use]
    pub const fn new(settings: Settings) -> Self {
        Self {
            settings,
            host_syntax: false,
            #[cfg(feature = "lgr")]
            detail: Detail::Variants,
            #[cfg(feature = "lgr")]
            tables: None,
            #[cfg(feature = "policy")]
            policy: None,
        }
    }

    /// This checker with tables, one of which a label must fit whole besides. In a name that ends in a
    /// domain that the tables say they are for, the label right before it is held to them; in another
    /// name, every label.
    ///
    /// ```
    /// use ulabel::Checker;
    /// use ulabel::lgr::{Tables, xml};
    ///
    /// let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0">
    ///   <meta><scope type="domain">example</scope></meta>
    ///   <data><range first-cp="0061" last-cp="007A"/></data>
    /// </lgr>"#;
    /// let lgr = xml::read(text, Default::default()).unwrap().lgr;
    /// let checker = Checker::registration().with_tables(Tables::new([("latin", lgr)]).unwrap());
    /// assert!(checker.check("1.abc.example").is_valid());
    /// let report = checker.check("bücher.example");
    /// assert_eq!(report.labels()[0].findings()[0].code().name(), "lgr.not-in-repertoire");
    /// ```
    #[cfg(feature = "lgr")]
    #[must_use]
    pub fn with_tables(self, tables: impl Into<alloc::sync::Arc<Tables>>) -> Self {
        Self { tables: Some(tables.into()), ..self }
    }

    /// This checker, telling so much of tables beside the findings; everything unless said otherwise. Variants
    /// are counted only where they are asked for: counting costs more than all else.
    #[cfg(feature = "lgr")]
    #[must_use]
    pub fn with_detail(self, detail: Detail) -> Self {
        Self { detail, ..self }
    }

    /// The tables that labels are held to.
    #[cfg(feature = "lgr")]
    #[must_use]
    pub const fn tables(&self) -> Option<&alloc::sync::Arc<Tables>> {
        self.tables.as_ref()
    }

    /// A checker of a registry's policy, in the protocol and Unicode version that the policy asks for. Of
    /// a name of several labels the policy judges the one registered: that right before the longest domain of
    /// the policy that the name ends in ([`Policy::all_suffixes`]: `uk`, `co.uk`), or the first of a name that is
    /// itself such a domain. A name that ends in none gets `policy.outside-tld`, and none of its labels is
    /// judged. A label that stands alone is judged, and so is every label where the policy names no domain.
    ///
    /// ```
    /// use ulabel::{Checker, policy};
    /// let policy = policy::builtin::find("ch").unwrap().policy().unwrap();
    /// let report = Checker::with_policy(&policy).unwrap().check("www.straße.ch");
    /// assert!(!report.is_valid()); // no ß under .ch
    ///
    /// let policy = policy::builtin::find("uk").unwrap().policy().unwrap();
    /// let checker = Checker::with_policy(&policy).unwrap();
    /// assert!(checker.check("www.example.co.uk").is_valid());
    /// assert!(!checker.check("www.bücher.co.uk").is_valid());
    /// let report = checker.check("example.ch");
    /// assert_eq!(report.findings()[0].code().name(), "policy.outside-tld");
    /// ```
    ///
    /// # Errors
    ///
    /// All that is wrong with the policy. One that names files is to be compiled with them, see
    /// [`Checker::with_compiled_policy`].
    #[cfg(feature = "policy")]
    pub fn with_policy(policy: &Policy) -> Result<Self, Refused> {
        CompiledPolicy::new(policy).map(Self::with_compiled_policy)
    }

    /// As [`Checker::with_policy`], of a policy that is compiled.
    #[cfg(feature = "policy")]
    #[must_use]
    pub fn with_compiled_policy(policy: impl Into<alloc::sync::Arc<CompiledPolicy>>) -> Self {
        let policy = policy.into();
        let settings = policy.settings();
        Self { policy: Some(policy), ..Self::new(settings) }
    }

    /// The policy, if it checks one.
    #[cfg(feature = "policy")]
    #[must_use]
    pub fn policy(&self) -> Option<&CompiledPolicy> {
        self.policy.as_deref()
    }

    /// This checker for names of hosts and owners of records, or not for them, as unless said otherwise. In such a name
    /// two kinds of labels name no host and are registered nowhere, so that they are left out of the judgement
    /// ([`LabelReport::is_judged`]):
    ///
    /// - `_dmarc`: an underscored node name (RFC 8552 §1.1), which scopes data of the domain below which it stands. It
    ///   begins with an underscore, and letters, digits, hyphens or underscores of ASCII follow; of 63 octets at most;
    /// - `*`, as the leftmost label: an asterisk label, which makes a wildcard domain name (RFC 4592 §2.1.1).
    ///
    /// They are still labels of the name and count for its length. The other labels are judged as ever; tables and a policy
    /// judge the domain to the right of the rightmost such label (its parent, RFC 8552 §1.1). The last label of a name is
    /// never one of these, and [`Checker::check_label`] knows of none.
    ///
    /// ```
    /// use ulabel::{Checker, Verdict};
    /// let checker = Checker::registration().with_host_syntax(true);
    /// assert!(checker.check("_dmarc.bücher.example").is_valid());
    /// assert!(checker.check("*.example").is_valid());
    /// assert!(!checker.check("www.*.example").is_valid());
    /// let report = checker.check("_sip._tcp.a_b.example");
    /// let judged: Vec<bool> = report.labels().iter().map(|label| label.is_judged()).collect();
    /// assert_eq!(judged, [false, false, true, true]);
    /// assert_eq!(report.verdict(), Verdict::Invalid);
    /// ```
    #[must_use]
    pub fn with_host_syntax(self, host_syntax: bool) -> Self {
        Self { host_syntax, ..self }
    }

    /// The settings.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Checks one label, in whichever form it is given. A dot in it is a character like another.
    #[must_use]
    pub fn check_label(&self, label: &str) -> LabelReport {
        let mut report = LabelReport::new();
        idna2008::check(label, &self.settings, report.outcome_mut());
        if self.asks_more() {
            self.ask_more(&mut report);
        }
        report
    }

    /// Checks one label given in both forms (RFC 5891 §4.2.1): the A-label must be in lower case, and
    /// the two must be the same label.
    ///
    /// ```
    /// use ulabel::{Checker, Code};
    /// let report = Checker::registration().check_label_pair("xn--bcher-kva", "bücher");
    /// assert!(report.findings().is_empty());
    /// let report = Checker::registration().check_label_pair("xn--bcher-kva", "bucher");
    /// assert_eq!(report.findings()[0].code(), Code::PairMismatch);
    /// ```
    #[must_use]
    pub fn check_label_pair(&self, a_label: &str, u_label: &str) -> LabelReport {
        let mut report = LabelReport::new();
        idna2008::check_pair(a_label, u_label, &self.settings, report.outcome_mut());
        if self.asks_more() {
            self.ask_more(&mut report);
        }
        report
    }

    /// Checks a name: each of its labels, its length, and the Bidi rule over all of them.
    #[must_use]
    pub fn check(&self, name: &str) -> Report {
        let mut report = Report::new();
        self.check_into(name, &mut report);
        report
    }

    /// As [`Checker::check`], into a report whose memory is used again.
    pub fn check_into(&self, name: &str, report: &mut Report) {
        report.begin(name);
        let name = Name::parse(name);
        let mut start = 0;
        for label in name.labels() {
            let end = start + label.len();
            if self.leaves_out(label, start == 0, end == name.as_str().len()) {
                report.push_left_out(start..end, label);
                start = end + 1;
                continue;
            }
            report.push_label(start..start + label.len(), |outcome| {
                idna2008::check(label, &self.settings, outcome);
            });
            start += label.len() + 1;
        }
        self.finish(report);
    }

    /// Checks a name given in both forms, label by label.
    pub fn check_pair_into(&self, a_name: &str, u_name: &str, report: &mut Report) {
        let mut line = String::with_capacity(a_name.len() + 1 + u_name.len());
        line.push_str(a_name);
        line.push(' ');
        line.push_str(u_name);
        report.begin(&line);
        let (a_labels, u_labels) = (Name::parse(a_name).labels(), Name::parse(u_name).labels());
        let same_count = a_labels.clone().count() == u_labels.clone().count();
        let first = a_name.len() + 1;
        let last = first + Name::parse(u_name).as_str().len();
        let mut start = first;
        for (a_label, u_label) in a_labels.zip(u_labels) {
            let end = start + u_label.len();
            if a_label == u_label && self.leaves_out(u_label, start == first, end == last) {
                report.push_left_out(start..end, u_label);
                start = end + 1;
                continue;
            }
            report.push_label(start..start + u_label.len(), |outcome| {
                if a_label == u_label && u_label.is_ascii() {
                    // A label that is no IDN has one form only.
                    idna2008::check(u_label, &self.settings, outcome);
                } else {
                    idna2008::check_pair(a_label, u_label, &self.settings, outcome);
                }
            });
            start += u_label.len() + 1;
        }
        if !same_count {
            report.push_finding(Finding::new(Code::PairMismatch, Span::default()));
        }
        self.finish(report);
    }

    /// Checks a name that may not be UTF-8, as [`Checker::check_into`]. What is not UTF-8 is a finding.
    pub fn check_bytes_into(&self, name: &[u8], report: &mut Report) {
        match core::str::from_utf8(name) {
            Ok(name) => self.check_into(name, report),
            Err(error) => {
                report.begin(&crate::text::escape_bytes(name));
                report.push_finding(
                    Finding::new(Code::InvalidUtf8, Span::default())
                        .with(ArgumentName::Actual, error.valid_up_to()),
                );
            }
        }
    }

    /// True if a label is left out of the judgement.
    #[inline]
    fn leaves_out(&self, label: &str, is_leftmost: bool, is_last: bool) -> bool {
        self.host_syntax && !is_last && is_host_syntax(label, is_leftmost)
    }

    /// True if there is anything beyond the protocol: one test, so that a check without it costs no more.
    #[inline]
    fn asks_more(&self) -> bool {
        #[cfg(feature = "lgr")]
        let tables = self.tables.is_some();
        #[cfg(not(feature = "lgr"))]
        let tables = false;
        #[cfg(feature = "policy")]
        let policy = self.policy.is_some();
        #[cfg(not(feature = "policy"))]
        let policy = false;
        tables | policy
    }

    /// Asks tables and policy about a label that stands alone.
    #[inline(never)]
    fn ask_more(&self, report: &mut LabelReport) {
        #[cfg(feature = "lgr")]
        {
            let mut scratch = None;
            self.ask_tables(report, true, &mut scratch);
            #[cfg(feature = "policy")]
            self.ask_policy(report, Registered::Yes(None), &mut scratch);
        }
        #[cfg(not(feature = "lgr"))]
        let _ = report;
    }

    /// Asks the tables about a label. Findings count for a label that is `registered` under them.
    #[cfg(feature = "lgr")]
    fn ask_tables(&self, report: &mut LabelReport, registered: bool, scratch: &mut Option<Scratch>) {
        let Some(tables) = &self.tables else { return };
        let outcome = report.judge(registered, |label, findings| {
            let scratch = scratch.get_or_insert_default();
            Some(tables.judge(label.u_label()?, self.detail, scratch, findings))
        });
        if let Some(outcome) = outcome {
            report.set_tables(TablesTold { outcome, has_disposition: true, has_fitting: true });
        }
    }

    /// Asks the policy about a label. Tables that the checker has besides speak in place of those of the
    /// policy; a label that is not registered under it is not its to judge.
    #[cfg(feature = "policy")]
    fn ask_policy(&self, report: &mut LabelReport, registered: Registered, scratch: &mut Option<Scratch>) {
        let Some(policy) = &self.policy else { return };
        let Registered::Yes(level) = registered else { return };
        let has_disposition = policy.has_dispositions();
        let detail = if self.tables.is_some() { Detail::Findings } else { self.detail };
        let outcome =
            report.judge(true, |label, findings| policy.check_under(label, level, detail, scratch, findings));
        if let Some(outcome) = outcome {
            report.set_tables(TablesTold { outcome, has_disposition, has_fitting: true });
        }
    }

    /// Adds the answers of tables and the policy on each label, and the findings on the labels together.
    fn finish(&self, report: &mut Report) {
        #[cfg(feature = "lgr")]
        if self.asks_more() {
            self.ask_more_of_name(report);
        }
        if report.labels().len() > 1 {
            check_bidi_domain_name(report, self.settings.protocol);
        }
        let octets = report.ascii_octets();
        if octets > MAX_NAME_OCTETS {
            report.push_finding(
                Finding::new(Code::NameTooLong, Span::default())
                    .with(ArgumentName::Actual, octets)
                    .with(ArgumentName::Limit, MAX_NAME_OCTETS),
            );
        }
    }

    /// Asks tables and policy about the labels of a name: each judges those that are registered under it.
    #[cfg(feature = "lgr")]
    fn ask_more_of_name(&self, report: &mut Report) {
        // Labels that are left out belong to the domain to the right of them.
        let parent = report.labels().iter().rposition(|label| !label.is_judged()).map_or(0, |at| at + 1);
        let labels = || report.labels().iter().skip(parent).map(LabelReport::label);
        let registered = |suffixes: &Suffixes| {
            let registered = suffixes.registered(labels());
            registered.start + parent..registered.end + parent
        };
        let under_tables = self.tables.as_ref().map_or(0..0, |tables| registered(tables.suffixes()));
        #[cfg(feature = "policy")]
        let place = self.policy.as_ref().map(|policy| policy.place(labels()));
        let (labels, scratch) = report.labels_and_scratch();
        // Labels of a branch below an underscored name are judged by the protocol alone.
        for (at, label) in labels.iter_mut().enumerate().skip(parent) {
            self.ask_tables(label, under_tables.contains(&at), scratch);
            #[cfg(feature = "policy")]
            self.ask_policy(label, Registered::at(at - parent, place), scratch);
        }
        #[cfg(feature = "policy")]
        if place == Some(Place::Outside)
            && let Some(policy) = &self.policy
            && let Some(last) = report.labels().last()
            && let Some(finding) = policy.outside(last.label())
        {
            report.push_finding(finding);
        }
    }
}

/// Whether the policy judges a label.
#[cfg(feature = "policy")]
#[derive(Clone, Copy)]
enum Registered {
    /// It is registered under the policy, at this level.
    Yes(Option<usize>),
    No,
}

#[cfg(feature = "policy")]
impl Registered {
    fn at(at: usize, place: Option<Place>) -> Self {
        match place {
            Some(Place::Anywhere) => Self::Yes(None),
            Some(Place::Under { registered, level }) if registered == at => Self::Yes(level),
            _ => Self::No,
        }
    }
}

/// In a Bidi domain name, one with an RTL label, every label must satisfy the Bidi rule, even those of ASCII
/// (RFC 5893 §1.4, §2), but for those that are not judged. RTL labels have been tested already.
fn check_bidi_domain_name(report: &mut Report, protocol: Protocol) {
    if !report.labels().iter().any(LabelReport::is_rtl) {
        return;
    }
    for report in report.labels_mut().iter_mut().filter(|report| report.is_judged() && !report.is_rtl()) {
        report.amend(|label, findings| {
            if let Some(text) = label.u_label() {
                check_bidi_rule(text, protocol, findings);
            }
        });
    }
}
