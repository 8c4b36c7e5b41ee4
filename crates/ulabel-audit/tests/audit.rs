//! What an audit finds.

use std::io::{self, Cursor};

use ulabel::Checker;
use ulabel::decision::NameRecord;
use ulabel::lgr::Detail;
use ulabel::policy::builtin;
use ulabel_audit::input::InputFormat;
use ulabel_audit::{AuditOptions, Judge, Observer, Offence, Source, audit};

use crate::support::audited;

#[path = "../benches/names.rs"]
mod names;

fn judge(tld: &str) -> Judge {
    let policy = builtin::find(tld).and_then(|builtin| builtin.policy().ok()).expect("a policy");
    Judge::One(Checker::with_policy(&policy).expect("a policy").with_detail(Detail::Tables).into())
}

/// Every planted fault is found, with its code, and none beside.
#[test]
fn what_is_planted_is_found_and_nothing_else() {
    let mut list = Vec::new();
    let written = names::write_list(&mut list, 50_000, "example").expect("memory");
    let list = String::from_utf8(list).expect("UTF-8");
    assert!(written.bad.iter().all(|count| *count > 20), "{written:?}");
    let report = audited(&list, |options| options.jobs = Some(std::num::NonZeroUsize::MIN));
    assert_eq!((report.names, report.invalid), (written.names, written.bad.iter().sum()));
    for ((pattern, code), planted) in names::BAD.iter().zip(written.bad) {
        let of =
            |count: &&ulabel_audit::report::Count<ulabel_audit::report::CodeKey>| count.key.code == *code;
        let found: u64 = report.codes.iter().filter(of).map(|count| count.names).sum();
        assert_eq!(found, planted, "{pattern}: {:?}", report.codes);
    }
    // However many threads there are, the report is the same.
    let parallel = audited(&list, |options| options.jobs = std::num::NonZeroUsize::new(3));
    assert_eq!(parallel, report);
}

#[test]
fn names_of_one_set_and_look_alikes_whatever_the_memory() {
    let mut list = String::from("café.ca\ncafe.ca\nother.ca\npaypal.ca\npaypa1.ca\ncafè.ca\n");
    for number in 0..20_000 {
        list.push_str(&format!("n{number}x.ca\n"));
    }
    let found = |memory: usize| {
        let mut options = AuditOptions::new(judge("ca"));
        (options.collisions, options.memory) = (true, memory);
        let source = Source::reader(Box::new(Cursor::new(list.clone())), "list", InputFormat::List);
        audit(vec![source], &options, None, &mut ()).expect("an audit").collisions.expect("collisions")
    };
    let collisions = found(1 << 30);
    let variants = collisions.variants.as_ref().expect("tables");
    assert_eq!((variants.groups, variants.names, variants.undecided), (1, 3, 0));
    let mut names = variants.examples[0].clone();
    names.sort();
    assert_eq!(names, ["cafe.ca", "cafè.ca", "café.ca"]);
    assert!(
        collisions.look_alikes.examples.iter().any(|names| names.contains(&"paypa1.ca".to_owned())),
        "{collisions:?}"
    );
    assert_eq!(found(0), collisions, "on the disk it is the same");
}

#[derive(Default)]
struct Watch {
    offences: Vec<(String, u64)>,
    exempted: Vec<NameRecord>,
}

impl Observer for Watch {
    fn offence(&mut self, offence: &Offence) -> io::Result<()> {
        self.offences.push((offence.name.clone(), offence.line));
        Ok(())
    }

    fn exempted(&mut self, record: &NameRecord) -> io::Result<()> {
        self.exempted.push(record.clone());
        Ok(())
    }
}

#[test]
fn sets_with_several_holders_have_the_first_as_primary() {
    let list = "xn--caf-dma.ca\ncafe.ca\nélan.ca\nelan.ca\n-bad.ca\n";
    let record = |name: &str, registrant: &str, created: &str| {
        Ok(NameRecord {
            name: name.into(),
            registrant: registrant.into(),
            registrar: "A".into(),
            created: Some(created.parse().expect("a day")),
            ..NameRecord::default()
        })
    };
    let records = [
        record("cafe.ca", "R2", "2020-01-01"),
        record("café.ca", "R1", "2019-01-01"),
        record("xn--lan-bma.ca", "R3", "2021-05-05"),
        record("elan.ca", "R3", "2021-05-06"),
    ];
    let mut watch = Watch::default();
    let options = AuditOptions::new(judge("ca"));
    let source = Source::reader(Box::new(Cursor::new(list)), "list", InputFormat::List);
    let report = audit(vec![source], &options, Some(&mut records.into_iter()), &mut watch).expect("an audit");
    let holders = report.holders.expect("holders");
    assert_eq!((holders.records, holders.sets, holders.exempted), (4, 1, 1));
    assert_eq!(holders.years, [(2019, 1), (2020, 1), (2021, 2)]);
    assert_eq!(holders.examples[0].primary, "café.ca");
    let exempted: Vec<(&str, bool, bool)> =
        watch.exempted.iter().map(|record| (&*record.name, record.primary, record.exempted)).collect();
    assert_eq!(exempted, [("café.ca", true, true), ("cafe.ca", false, true)]);
    assert_eq!(watch.offences, [("-bad.ca".to_owned(), 5)]);
}

#[test]
fn what_other_rules_would_change() {
    let report = audited("straße\nstrasse\nexample\n", |options| {
        options.against = Some((judge("ch"), "ch".into()));
    });
    let against = report.against.expect("rules to compare with");
    assert_eq!(against.exempted, 1);
    let changes: Vec<_> =
        against.verdicts.iter().map(|count| (count.key.from, count.key.to, count.names)).collect();
    assert_eq!(changes, [("valid", "invalid", 1)]);
    assert!(against.codes.iter().any(|count| count.key.code == "policy.not-in-table"), "{:?}", against.codes);
}
