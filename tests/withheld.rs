//! What a policy withholds beside registered names: small sets, those that are too large, and what decisions say of it.

use ulabel::decision::{Decider, NameRecord, NameState, NamesInMemory, Reason, Request};
use ulabel::policy;

/// Names beside a policy of one table, in which `é` can be had beside `e`, `è` cannot, and `l` is in a set of its own.
struct Registry {
    decider: Decider,
    names: NamesInMemory,
}

impl Registry {
    /// `rule` is what `[variants]` says.
    fn new(rule: &str, records: impl IntoIterator<Item = NameRecord>) -> Self {
        let text = format!(
            "id = \"x\"\nunicode = \"18.0\"\ntld = [\"case\"]\nsuffixes = \"own\"\n\
             reserved = [{{ names = [\"tétu\"] }}]\n\
             [variants]\n{rule}\n\
             [[table]]\nid = \"latin\"\nletters = [\"a..z\", \"éèàß\"]\n\
             [table.variants]\n\
             e = [{{ to = \"é\", type = \"allocatable\" }}, \"è\"]\n\
             a = \"à\"\n\
             ss = {{ to = \"ß\", type = \"allocatable\" }}\n"
        );
        let policy = policy::read(&text).unwrap_or_else(|e| panic!("{text}\n{e}")).policy;
        let decider = Decider::new(&policy).unwrap();
        let (mut names, mut keys) = (NamesInMemory::new(), decider.keys());
        for record in records {
            keys.take(&record.name);
            names.put(&keys, record);
        }
        Self { decider, names }
    }

    /// The names that are withheld beside one, each with its state; none if they are too many.
    fn withheld(&self, name: &str) -> Option<Vec<(String, &'static str)>> {
        let withheld = self.decider.withheld(name, &self.names).unwrap();
        for record in &withheld.records {
            let request =
                Request { registrant: Some("R"), registrar: Some("A"), ..Request::new(&record.name) };
            let decision = self.decider.decide(&request, &self.names).unwrap();
            let is_pending = decision.reason == Reason::PendingTransfer;
            assert_eq!(decision.available || is_pending, record.state == NameState::Withheld, "{decision:?}");
        }
        let told = withheld.records.into_iter().map(|record| (record.name, record.state.name()));
        (!withheld.is_left_out).then(|| told.collect())
    }
}

fn held(name: &str, day: u8) -> NameRecord {
    NameRecord {
        name: name.into(),
        registrar: "A".into(),
        registrant: "R".into(),
        created: Some(format!("2020-01-{day:02}").parse().unwrap()),
        ..NameRecord::default()
    }
}

fn told(names: &[(&str, &'static str)]) -> Option<Vec<(String, &'static str)>> {
    Some(names.iter().map(|(name, state)| ((*name).into(), *state)).collect())
}

const SAME_ENTITY: &str = "disposition = \"same-entity\"\n";

#[test]
fn each_value() {
    for (rule, expected) in [
        ("", &[][..]),
        ("withhold = \"none\"", &[]),
        ("withhold = \"allocatable\"", &[("té.case", "withheld")]),
        ("withhold = \"all\"", &[("tè.case", "blocked"), ("té.case", "withheld")]),
    ] {
        for disposition in [SAME_ENTITY, "", "disposition = \"allocate\"\n"] {
            let registry = Registry::new(&format!("{disposition}{rule}"), [held("te.case", 1)]);
            assert_eq!(registry.withheld("te.case"), told(expected), "{rule}");
            assert_eq!(registry.withheld("TE"), told(expected), "a label alone, in another case");
            assert_eq!(registry.withheld("to.case"), told(&[]), "a name that is not registered");
        }
    }
    let registry = Registry::new("disposition = \"block\"\nwithhold = \"all\"", [held("te.case", 1)]);
    assert_eq!(registry.withheld("te.case"), told(&[("tè.case", "blocked"), ("té.case", "blocked")]));
}

#[test]
fn records_are_of_the_primary_name() {
    let table = Some("latin".to_string());
    // The other is older.
    let primary = NameRecord { primary: true, ..held("te.case", 2) };
    let registry =
        Registry::new(&format!("{SAME_ENTITY}withhold = \"all\""), [held("té.case", 1), primary.clone()]);
    let withheld = registry.decider.withheld("te.case", &registry.names).unwrap();
    let record = NameRecord {
        name: "tè.case".into(),
        created: primary.created,
        state: NameState::Blocked,
        original: Some("te.case".into()),
        table,
        ..NameRecord::default()
    };
    assert_eq!(withheld.records, [record]);
    // Only a primary has something beside it.
    assert_eq!(registry.withheld("té.case"), told(&[]));
}

#[test]
fn what_the_policy_refuses_is_not_withheld() {
    let names = [held("tetu.case", 1), held("less.case", 1)];
    let rule = format!("{SAME_ENTITY}withhold = ");
    let some = Registry::new(&format!("{rule}\"allocatable\""), names.clone());
    assert_eq!(some.withheld("tetu.case"), told(&[]), "reserved");
    let all = Registry::new(&format!("{rule}\"all\""), names);
    assert_eq!(all.withheld("tetu.case"), told(&[("tètu.case", "blocked"), ("tétu.case", "blocked")]));
    assert_eq!(
        some.withheld("less.case"),
        told(&[("leß.case", "withheld"), ("léss.case", "withheld"), ("léß.case", "withheld")])
    );
    // A full set gives nothing out.
    let full = Registry::new(&format!("max-members = 1\n{rule}\"allocatable\""), [held("te.case", 1)]);
    assert_eq!(full.withheld("te.case"), told(&[]));
}

#[test]
fn a_record_wins() {
    let no_domain = |state| NameRecord { state, original: Some("te.case".into()), ..held("té.case", 3) };
    for state in [NameState::Withheld, NameState::Blocked, NameState::Mirrored, NameState::Registered] {
        let registry = Registry::new(
            &format!("{SAME_ENTITY}withhold = \"all\""),
            [held("te.case", 1), no_domain(state)],
        );
        assert_eq!(registry.withheld("te.case"), told(&[("tè.case", "blocked")]), "{state}");
    }
}

#[test]
fn sets_without_a_holder_and_those_on_their_way() {
    let rule = format!("{SAME_ENTITY}withhold = \"all\"");
    let other = NameRecord { registrant: "R2".into(), ..held("té.case", 2) };
    let exempted = Registry::new(&rule, [held("te.case", 1), other]);
    assert_eq!((exempted.withheld("te.case"), exempted.withheld("té.case")), (told(&[]), told(&[])));
    let pending = NameRecord { state: NameState::PendingTransfer, ..held("te.case", 1) };
    let pending = Registry::new(&rule, [pending]);
    assert_eq!(pending.withheld("te.case"), told(&[("tè.case", "blocked"), ("té.case", "withheld")]));
}

#[test]
fn large_sets_are_counted_and_not_listed() {
    // 3^33 - 1 names, of which 2^33 - 1 can be had.
    let huge = "e".repeat(33);
    // One can be had, beside 2^50 - 1 that cannot.
    let mostly_blocked = format!("e{}", "a".repeat(49));
    let names = || [held(&huge, 1), held(&mostly_blocked, 1), held("eee", 1)];
    let registry = |rule: &str| Registry::new(&format!("{SAME_ENTITY}{rule}"), names());
    let some = registry("withhold = \"allocatable\"");
    assert_eq!(some.withheld(&huge), None);
    let had = format!("é{}.case", "a".repeat(49));
    assert_eq!(some.withheld(&mostly_blocked), told(&[(&had, "withheld")]));
    let all = registry("withhold = \"all\"");
    assert_eq!((all.withheld(&huge), all.withheld(&mostly_blocked)), (None, None));
    assert_eq!(all.withheld("eee").unwrap().len(), 26);
    // The bound is what may be listed.
    assert_eq!(registry("withhold = \"all\"\nmax-withheld = 26").withheld("eee").unwrap().len(), 26);
    assert_eq!(registry("withhold = \"all\"\nmax-withheld = 25").withheld("eee"), None);
    assert_eq!(registry("withhold = \"allocatable\"\nmax-withheld = 7").withheld("eee").unwrap().len(), 7);
    assert_eq!(registry("withhold = \"allocatable\"\nmax-withheld = 0").withheld("eee"), None);
}

#[test]
fn keys_of_a_file() {
    let read = |rule: &str| policy::read(&format!("id = \"x\"\n[variants]\n{rule}\n"));
    let policy = read("withhold = \"all\"\nmax-withheld = 20").unwrap().policy;
    assert_eq!(policy::read(&policy.to_toml()).unwrap().policy, policy);
    let statements = policy.statements();
    for (key, value) in [("variants.withhold", "all"), ("variants.max-withheld", "20")] {
        assert!(statements.contains(&(key.into(), value.into())), "{statements:?}");
    }
    let fault = |rule: &str| {
        let refused = read(rule).unwrap_err();
        let fault = &refused.faults()[0];
        (fault.position().map(|at| at.line).unwrap(), fault.sentence())
    };
    for (rule, expected) in [
        (
            "disposition = \"block\"\nwithhold = \"allocatable\"",
            (4, "`withhold` is allocatable and `disposition` is block: nobody may have a variant"),
        ),
        (
            "disposition = \"none\"\nwithhold = \"all\"",
            (4, "`withhold` is all and `disposition` is none: each variant is a name of its own"),
        ),
        ("withhold = \"some\"", (3, "`withhold` is \"some\", expected one of none, allocatable, all")),
    ] {
        let (line, sentence) = fault(rule);
        assert_eq!((line, sentence.as_str()), expected);
    }
    for rule in ["disposition = \"block\"\nwithhold = \"all\"", "disposition = \"none\"\nwithhold = \"none\""]
    {
        assert!(read(rule).is_ok(), "{rule}");
    }
}
