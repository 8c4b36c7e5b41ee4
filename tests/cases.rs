//! Runs `data/cases`: a folder for each family of codes, a file for each code.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use ulabel::decision::{Decider, Decision, NameRecord, NameState, NamesInMemory, Request};
use ulabel::lgr::{Strictness, Tables, xml};
use ulabel::unicode::UNICODE_VERSION;
use ulabel::{Checker, Code, Protocol, Report, Settings, policy};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// The policy of each case that has none of its own, as in a policy file but for the `id`.
    policy: Option<toml::Table>,
    /// The ruleset that labels are held to besides, in XML.
    lgr: Option<String>,
    case: Vec<Case>,
}

/// One name and what is to be said of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The name, or the U-label of a pair.
    input: String,
    /// Bytes in hexadecimal instead of `input`, for what is not UTF-8.
    bytes: Option<String>,
    /// The A-label of a pair.
    a_label: Option<String>,
    /// Settings, where no policy has them.
    unicode: Option<String>,
    protocol: Option<String>,
    /// A policy in place of that of the file.
    policy: Option<toml::Table>,
    /// Adds what browsers would show.
    #[serde(default)]
    display: bool,
    /// Adds what UTS #46 makes of the name.
    #[serde(default)]
    uts46: bool,
    /// The names that exist, beside which a registration is decided.
    existing: Option<Vec<Existing>>,
    /// Who asks for the name.
    registrant: Option<String>,
    registrar: Option<String>,
    /// True if the client does not speak the extension for variant sets.
    #[serde(default)]
    unaware: bool,
    /// Each `code` or `code@start..end`, in order; the whole of what is found.
    expected: Vec<String>,
    /// Why, and from where.
    #[allow(dead_code)]
    comment: String,
}

/// A name that exists.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Existing {
    name: String,
    #[serde(default)]
    registrant: String,
    #[serde(default)]
    registrar: String,
    created: Option<String>,
    state: Option<String>,
    original: Option<String>,
}

/// The policy that a case asks for.
fn policy_of(file: &File, case: &Case) -> Option<policy::Policy> {
    let mut policy = case.policy.as_ref().or(file.policy.as_ref())?.clone();
    policy.insert("id".into(), "case".into());
    let text = policy.to_string();
    Some(policy::read(&text).unwrap_or_else(|e| panic!("{text}: {e}")).policy)
}

/// The checker that a case asks for.
fn checker(file: &File, case: &Case) -> Checker {
    let protocol = match case.protocol.as_deref() {
        Some("lookup") => Protocol::Lookup,
        Some("registration") | None => Protocol::Registration,
        Some(other) => panic!("unknown protocol {other}"),
    };
    let version = case.unicode.as_ref().map_or(UNICODE_VERSION, |version| version.parse().unwrap());
    let checker = match policy_of(file, case) {
        Some(policy) => Checker::with_policy(&policy).unwrap(),
        None => Checker::new(Settings::new(protocol, version)),
    };
    match &file.lgr {
        Some(text) => {
            let reading = xml::read(text.as_bytes(), Strictness::Strict);
            let lgr = reading.unwrap_or_else(|e| panic!("{text}: {e}")).lgr;
            checker.with_tables(Tables::new([("case", lgr)]).unwrap())
        }
        None => checker,
    }
}

/// The decision beside the names that exist.
fn decide(file: &File, case: &Case, existing: &[Existing]) -> Decision {
    let decider = Decider::new(&policy_of(file, case).expect("a decision needs a policy")).unwrap();
    let (mut names, mut keys) = (NamesInMemory::new(), decider.keys());
    for one in existing {
        keys.take(&one.name);
        let record = NameRecord {
            registrant: one.registrant.clone(),
            registrar: one.registrar.clone(),
            created: one.created.as_ref().map(|created| created.parse().unwrap()),
            state: one
                .state
                .as_ref()
                .map_or_else(NameState::default, |name| NameState::from_name(name).unwrap()),
            original: one.original.clone(),
            ..NameRecord::default()
        };
        names.put(&keys, record);
    }
    let request = Request {
        registrant: case.registrant.as_deref(),
        registrar: case.registrar.as_deref(),
        is_aware: !case.unaware,
        ..Request::new(&case.input)
    };
    decider.decide(&request, &names).unwrap()
}

/// What a case comes to.
pub enum Outcome {
    /// A check.
    Report(Report),
    /// A decision.
    Decision(Decision),
}

impl Outcome {
    fn report(&self) -> &Report {
        match self {
            Self::Report(report) => report,
            Self::Decision(decision) => &decision.report,
        }
    }
}

fn check(file: &File, case: &Case, checker: &Checker) -> Outcome {
    if let Some(existing) = &case.existing {
        return Outcome::Decision(decide(file, case, existing));
    }
    let mut report = Report::new();
    match (&case.a_label, &case.bytes) {
        (Some(a_label), _) => checker.check_pair_into(a_label, &case.input, &mut report),
        (None, Some(bytes)) => {
            let bytes: Vec<u8> = bytes.split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect();
            checker.check_bytes_into(&bytes, &mut report);
        }
        (None, None) => checker.check_into(&case.input, &mut report),
    }
    if case.display {
        report.advise_display(None);
    }
    if case.uts46 {
        report.compare_uts46();
    }
    Outcome::Report(report)
}

/// Calls `see` with the input of every case, the checker that it asks for, and what comes of it.
pub fn each(mut see: impl FnMut(&str, &Checker, Outcome)) {
    walk(|_, file, case| {
        let checker = checker(file, case);
        let outcome = check(file, case, &checker);
        see(&case.input, &checker, outcome);
    });
}

/// Calls `see` with every case, and with the code and what else its file has.
fn walk(mut see: impl FnMut(Code, &File, &Case)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/cases");
    for family in fs::read_dir(&folder).unwrap() {
        let family = family.unwrap();
        for file in fs::read_dir(family.path()).unwrap() {
            let path = file.unwrap().path();
            let name = format!(
                "{}.{}",
                family.file_name().to_str().unwrap(),
                path.file_stem().unwrap().to_str().unwrap()
            );
            let code = Code::from_name(&name).unwrap_or_else(|| panic!("{} is not a code", path.display()));
            let text = fs::read_to_string(&path).unwrap();
            let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            file.case.iter().for_each(|case| see(code, &file, case));
        }
    }
}

/// Runs every case; the codes that the cases in the file of that name raise.
pub fn run() -> BTreeSet<Code> {
    let (mut raised, mut differences) = (BTreeSet::new(), Vec::new());
    walk(|code, file, case| {
        let outcome = check(file, case, &checker(file, case));
        let report = outcome.report();
        if report.all_findings().any(|finding| finding.code() == code) {
            raised.insert(code);
        }
        let got: Vec<String> = report
            .all_findings()
            .zip(&case.expected)
            .map(|(finding, expected)| match expected.contains('@') {
                true => format!("{}@{}..{}", finding.code(), finding.span().start(), finding.span().end()),
                false => finding.code().to_string(),
            })
            .chain(report.all_findings().skip(case.expected.len()).map(|f| f.code().to_string()))
            .collect();
        if got != case.expected {
            differences.push(format!("{code}: {:?}: {got:?}, not {:?}", case.input, case.expected));
        }
    });
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    raised
}

#[test]
fn every_case_holds() {
    assert!(!run().is_empty());
}
