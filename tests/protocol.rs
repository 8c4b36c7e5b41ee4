//! What the protocols say of a decision: EPP and escrow deposits held to their XML schemas, RDAP to its JSON Schema,
//! all read in place and offline; and what the schemas do not say.

use proptest::prelude::*;
use serde_json::Value;
use ulabel::decision::{Decider, Members, NameRecord, NameState, NamesInMemory, Reason, Request};
use ulabel::language::{Language, Messages, Sentences, Summaries};
use ulabel::policy::{self, builtin};
use ulabel::view::epp::{EppContext, can_carry, check_response, info_response};
use ulabel::view::rde::{Contents, CsvDeposit, DepositKind, Frame, IdnTableRef, Nndn, csv_deposit, deposit};
use ulabel::view::{Unwritable, UnwritableReason, rdap};
use xsd_schema::validation::{
    CollectingValidationSink, SchemaValidator, SchemaValidity, ValidationFlags, drive_quick_xml,
};
use xsd_schema::{SchemaSet, SchemaSetBuilder};

use crate::support::{shared, shared_path};

/// The schemas of all documents together.
struct Schemas(SchemaSet);

impl Schemas {
    /// None, said aloud, where they are absent.
    fn read() -> Option<Self> {
        let folder = shared_path("vectors/protocol/xsd")?;
        let names = [
            "epp-1.0",
            "domain-1.0",
            "epp-variants-1.0",
            "idn-1.0",
            "rde-1.0",
            "rdeHeader-1.0",
            "rdeIDN-1.0",
            "rdeNNDN-1.0",
            "csvIDN-1.0",
            "csvNNDN-1.0",
        ];
        let mut builder = SchemaSetBuilder::new();
        for name in names {
            let file = folder.join(format!("{name}.xsd"));
            builder = builder.add("", file.to_str().unwrap()).unwrap();
        }
        Some(Self(builder.compile().unwrap().into_schema_set()))
    }

    /// What stands against a document.
    fn faults(&self, document: &str) -> Vec<String> {
        let (mut errors, mut warnings) = (Vec::new(), Vec::new());
        let sink = CollectingValidationSink { errors: &mut errors, warnings: &mut warnings };
        let validator = SchemaValidator::new(&self.0, ValidationFlags::default());
        let mut run = validator.start_run(sink);
        let outcome = drive_quick_xml(document.as_bytes(), &mut run, &self.0);
        drop(run);
        let mut faults: Vec<String> = errors.iter().map(ToString::to_string).collect();
        match outcome {
            Ok(outcome) if outcome.root_validity == Some(SchemaValidity::Valid) => {}
            Ok(outcome) => faults.push(format!("{:?}", outcome.root_validity)),
            Err(error) => faults.push(error.to_string()),
        }
        faults
    }

    #[track_caller]
    fn assert_valid(&self, document: &str) {
        let faults = self.faults(document);
        assert!(faults.is_empty(), "{}\n{document}", faults.join("\n"));
    }
}

/// Names that exist, under a policy.
struct Registry {
    decider: Decider,
    names: NamesInMemory,
}

impl Registry {
    fn new(decider: Decider, records: impl IntoIterator<Item = NameRecord>) -> Self {
        let mut names = NamesInMemory::new();
        let mut keys = decider.keys();
        for record in records {
            keys.take(&record.name.clone());
            names.put(&keys, record);
        }
        Self { decider, names }
    }

    fn members(&self, name: &str, most: usize) -> Members {
        self.decider.members(name, &self.names, most).unwrap()
    }

    /// The answer to a `check` by a client of registrar `A`.
    fn check<S: Sentences>(&self, names: &[&str], context: &EppContext<'_, S>) -> Result<String, Unwritable> {
        let request =
            |name| Request { registrar: Some("A"), is_aware: context.is_aware, ..Request::new(name) };
        let decisions: Vec<_> =
            names.iter().map(|name| self.decider.decide(&request(name), &self.names).unwrap()).collect();
        let pairs: Vec<_> = names.iter().copied().zip(&decisions).collect();
        check_response(&pairs, context)
    }
}

fn held(name: &str, registrar: &str, day: u8) -> NameRecord {
    NameRecord {
        name: name.into(),
        registrar: registrar.into(),
        registrant: "R".into(),
        created: Some(format!("2020-01-{day:02}").parse().unwrap()),
        ..NameRecord::default()
    }
}

/// `.ca`, with a set of two names, one of another registrar, an exempted one, and names that are no domains.
fn canada() -> Registry {
    let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
    let no_domain = |name: &str, state, original: Option<&str>| NameRecord {
        state,
        original: original.map(Into::into),
        ..held(name, "A", 9)
    };
    let records = [
        NameRecord { primary: true, ..held("café.ca", "A", 1) },
        held("cafè.ca", "A", 2),
        held("élan.ca", "B", 1),
        held("été.ca", "A", 1),
        held("éte.ca", "B", 2),
        NameRecord { state: NameState::PendingTransfer, ..held("île.ca", "A", 3) },
        no_domain("cafê.ca", NameState::Withheld, Some("café.ca")),
        no_domain("çava.ca", NameState::Blocked, Some("cava.ca")),
        no_domain("registre.ca", NameState::Blocked, None),
    ];
    Registry::new(decider, records)
}

/// Two top-level domains of one set, with variants that come with a name and others that may be had.
fn variant_tlds() -> Registry {
    let zone = |tld: &str| {
        let text = format!(
            "id = \"p{tld}\"\nunicode = \"18.0\"\nsuffixes = \"own\"\ntld = [{tld:?}]\n\
             [variants]\ndisposition = \"same-entity\"\nsame-entity = \"registrar\"\nactivate = true\n\
             [[table]]\nid = \"t-{tld}\"\nletters = [\"a..z\", \"àáâãäå\"]\n\
             [table.variants]\n\
             a = [{{ to = \"à\", type = \"activated\" }}, {{ to = \"á\", type = \"allocatable\" }}, \"â\"]\n\
             \"à\" = [{{ to = \"á\", type = \"allocatable\" }}, \"â\"]\n\"á\" = \"â\"\n"
        );
        policy::read(&text).unwrap_or_else(|e| panic!("{text}\n{e}")).policy
    };
    let policies = [zone("one"), zone("two")];
    let decider = Decider::of_variant_tlds(&policies, &mut |_| Err("no files".into())).unwrap();
    let records =
        [held("ab.one", "A", 1), held("àb.one", "A", 2), held("áb.two", "A", 3), held("ab.two", "A", 4)];
    Registry::new(decider, records)
}

fn tables(ids: &[&str]) -> Vec<IdnTableRef> {
    let table =
        |id: &&str| IdnTableRef::new(id, "https://nic.example/t?a=1&b=2", "https://nic.example/rules");
    ids.iter().map(|id| table(id).unwrap()).collect()
}

fn nndns(registry: &Registry, names: &[(&str, NameState, Option<&str>)]) -> Vec<Nndn> {
    let nndn = |(name, state, original): &(&str, NameState, Option<&str>)| {
        let record =
            NameRecord { state: *state, original: original.map(Into::into), ..held(name, "A<&>", 9) };
        let table = registry.decider.table_of(&record);
        Nndn::new(&record, table.as_deref()).unwrap().unwrap()
    };
    names.iter().map(nndn).collect()
}

fn watermark() -> ulabel::decision::Created {
    "2026-11-26T00:00:00Z".parse().unwrap()
}

/// Tables, names that are no domains, and deletions of both.
fn difference(registry: &Registry) -> (Frame<'static>, Contents) {
    let frame = Frame {
        kind: DepositKind::Differential,
        previous: Some("20261125"),
        resend: 2,
        ..Frame::full("20261126", watermark(), "ca")
    };
    let contents = Contents {
        tables: tables(&["ca-fr"]),
        nndns: nndns(
            registry,
            &[
                ("cafê.ca", NameState::Withheld, Some("café")),
                ("çava.ca", NameState::Blocked, Some("cava.ca")),
                ("registre.ca", NameState::Blocked, None),
            ],
        ),
        deleted_tables: vec!["ca-en".into()],
        deleted_nndns: vec!["cafë.ca".into(), "xn--caf-dma.ca".into()],
    };
    (frame, contents)
}

/// Names that are mirrored, by NS records and by another mechanism, beside one that is not.
fn mirrored(registry: &Registry) -> Contents {
    let mut nndns = nndns(
        registry,
        &[
            ("cafê.ca", NameState::Mirrored, Some("café.ca")),
            ("cafë.ca", NameState::Mirrored, Some("café")),
            ("cafè.ca", NameState::Withheld, Some("café.ca")),
        ],
    );
    nndns = nndns.into_iter().enumerate().map(|(at, name)| name.with_mirroring_ns(at == 0)).collect();
    Contents { tables: tables(&["ca-fr"]), nndns, ..Contents::default() }
}

const NAMES: &[&str] = &[
    "café.ca",
    "XN--CAF-DMA.CA",
    "cafe.ca",
    "elan.ca",
    "ete.ca",
    "ile.ca",
    "cava.ca",
    "çava.ca",
    "registre.ca",
    "libre.ca",
    "a--b.ca",
    "a_b.ca",
    "xn--zzzzzzzz.ca",
    "ab\u{5D0}.ca",
    "a<b>&\"'.ca",
    "x.y.ca",
    "café.fr",
    "ca",
    ".",
];

#[test]
fn answers_to_check_follow_the_schemas() {
    let Some(schemas) = Schemas::read() else { return };
    let registry = canada();
    for language in Language::ALL {
        let messages = Messages::new(*language);
        for is_aware in [true, false] {
            let context = EppContext {
                is_aware,
                client_transaction: Some("ABC-<1>"),
                ..EppContext::new(&messages, "S&1")
            };
            schemas.assert_valid(&registry.check(NAMES, &context).unwrap());
        }
    }
}

#[test]
fn an_answer_to_check_has_what_is_asked_and_no_more() {
    let registry = canada();
    let context = EppContext::new(&Summaries, "S-1");
    let response =
        registry.check(&["XN--caf-dma.ca", "cafe.ca", "cafe.CA", "libre.ca", "ete.ca"], &context).unwrap();
    assert_eq!(response.matches("<domain:cd>").count(), 5);
    let extension = &response[response.find("<extension>").unwrap()..response.find("</extension>").unwrap()];
    let lines: Vec<&str> = extension.lines().map(str::trim).collect();
    assert_eq!(
        lines[2..lines.len() - 2],
        [
            "<var:cd avail=\"0\">",
            "<var:objID>XN--caf-dma.ca</var:objID>",
            "<var:primary>xn--caf-dma.ca</var:primary>",
            "<var:status>Allocated</var:status>",
            "</var:cd>",
            "<var:cd avail=\"1\">",
            "<var:objID>cafe.ca</var:objID>",
            "<var:primary>xn--caf-dma.ca</var:primary>",
            "<var:status>AllocatableMember</var:status>",
            "</var:cd>",
            "<var:cd avail=\"1\">",
            "<var:objID>cafe.CA</var:objID>",
            "<var:primary>xn--caf-dma.ca</var:primary>",
            "<var:status>AllocatableMember</var:status>",
            "</var:cd>",
            // No name speaks for an exempted set.
            "<var:cd avail=\"0\">",
            "<var:objID>ete.ca</var:objID>",
            "<var:status>Exempted</var:status>",
            "</var:cd>",
        ]
    );
    // In Unicode to one who asks so.
    assert!(registry.check(&["cafë.ca"], &context).unwrap().contains("<var:primary>café.ca</var:primary>"));
    // Names without a set, or that are none, make no extension.
    assert!(!registry.check(&["libre.ca", "a_b.ca"], &context).unwrap().contains("extension"));
}

#[test]
fn a_client_that_does_not_know_of_sets_gets_nothing_of_the_extension() {
    let registry = canada();
    let unaware = EppContext { is_aware: false, ..EppContext::new(&Summaries, "S-1") };
    // Whether the decision was made for such a client or for another.
    let decision = registry
        .decider
        .decide(&Request { registrar: Some("A"), ..Request::new("cafe.ca") }, &registry.names);
    let decision = decision.unwrap();
    assert_eq!(decision.reason, Reason::Member);
    for response in [
        registry.check(NAMES, &unaware).unwrap(),
        check_response(&[("cafe.ca", &decision)], &unaware).unwrap(),
    ] {
        assert!(!response.contains("extension") && !response.contains("variants-1.0"));
        assert!(response.contains("<domain:name avail=\"0\">cafe.ca</domain:name>"));
        assert!(response.contains("<domain:reason lang=\"en\">unaware-client</domain:reason>"));
    }
}

#[test]
fn reasons_have_room_in_every_language() {
    for language in Language::ALL {
        let messages = Messages::new(*language);
        for reason in Reason::ALL {
            let text = messages.reason(*reason);
            assert_eq!(text.is_none(), reason.is_available(), "{language} {reason}");
            let length = text.map(|text| text.chars().count());
            assert!(length.is_none_or(|length| (1..=32).contains(&length)), "{language} {reason}: {text:?}");
        }
    }
    // Those of somebody else are cut.
    struct Long;
    impl Sentences for Long {
        fn sentence(&self, _: &ulabel::finding::Finding, _: Option<&ulabel::Label>) -> String {
            String::new()
        }
        fn reason(&self, _: Reason) -> Option<&str> {
            Some(" a\u{1}\n\tb  <much> longer reason than there is room for in this place")
        }
    }
    let response = canada().check(&["café.ca"], &EppContext::new(&Long, "S-1")).unwrap();
    assert!(response.contains(">a b &lt;much&gt; longer reason than th</domain:reason>"), "{response}");
}

#[test]
fn answers_to_info_follow_the_schemas() {
    let Some(schemas) = Schemas::read() else { return };
    let (canada, tlds) = (canada(), variant_tlds());
    for (registry, name) in [
        (&canada, "café.ca"),
        (&canada, "cafè.ca"),
        (&canada, "élan.ca"),
        (&canada, "été.ca"),
        (&canada, "registre.ca"),
        (&tlds, "ab.one"),
        (&tlds, "áb.two"),
    ] {
        for (is_aware, knows_idn) in [(true, true), (true, false), (false, true), (false, false)] {
            let context = EppContext { is_aware, knows_idn, ..EppContext::new(&Summaries, "S-1") };
            let response = info_response(&registry.members(name, 3), &context).unwrap();
            schemas.assert_valid(&response);
            assert!(is_aware || !response.contains("variants-1.0"), "{response}");
            assert!(knows_idn || !response.contains("idn-1.0"), "{response}");
        }
    }
}

#[test]
fn an_answer_to_info_has_a_primary_name_for_each_domain() {
    let members = variant_tlds().members("àb.one", 0);
    assert_eq!(members.primaries, ["ab.one", "áb.two"]);
    let response = info_response(&members, &EppContext::new(&Summaries, "S-1")).unwrap();
    let names: Vec<&str> =
        response.lines().filter_map(|line| line.trim().strip_prefix("<var:name>")).collect();
    let a_name = |name: &str| format!("{name}</var:name>");
    assert_eq!(names, ["ab.one", "xn--b-tfa.two", "xn--b-rfa.one", "ab.two"].map(a_name), "{response}");
    // An exempted set has none, and no extension then.
    let exempted = canada().members("été.ca", 5);
    assert!(exempted.primaries.is_empty() && exempted.allocatable.is_empty());
    assert!(!info_response(&exempted, &EppContext::new(&Summaries, "S-1")).unwrap().contains("variants-1.0"));
}

#[test]
fn deposits_follow_the_schemas() {
    let Some(schemas) = Schemas::read() else { return };
    let registry = canada();
    let (frame, contents) = difference(&registry);
    let full = Frame::full("1", watermark(), "ελ");
    for (frame, contents) in [
        (frame, contents.clone()),
        (full, Contents { deleted_tables: vec![], deleted_nndns: vec![], ..contents }),
        (full, Contents { tables: tables(&["ca-fr"]), ..Contents::default() }),
        (full, Contents::default()),
        (full, mirrored(&registry)),
    ] {
        schemas.assert_valid(&deposit(&frame, &contents).unwrap());
        schemas.assert_valid(&csv_deposit(&frame, &contents).unwrap().xml);
    }
}

/// What a policy withholds beside the names that are registered.
#[test]
fn deposits_of_withheld_variants_follow_the_schemas() {
    let mut policy = builtin::find("ca").unwrap().policy().unwrap();
    policy.variants.withhold = policy::Withhold::All;
    let decider = Decider::new(&policy).unwrap();
    policy.variants.disposition = Some(policy::VariantDisposition::Block);
    let blocking = Decider::new(&policy).unwrap();
    let names = [held("café.ca", "A", 1), held("œuf.ca", "B", 2)];
    for (decider, state) in [(decider, "withheld"), (blocking, "blocked")] {
        let registry = Registry::new(decider, names.clone());
        let records = names
            .iter()
            .flat_map(|name| registry.decider.withheld(&name.name, &registry.names).unwrap().records);
        let nndns: Vec<Nndn> =
            records.map(|record| Nndn::new(&record, record.table.as_deref()).unwrap().unwrap()).collect();
        let ids: std::collections::BTreeSet<&str> = nndns.iter().filter_map(Nndn::table).collect();
        let ids: Vec<&str> = ids.into_iter().collect();
        let contents = Contents { tables: tables(&ids), nndns, ..Contents::default() };
        let frame = Frame::full("1", watermark(), "ca");
        let (xml, csv) = (deposit(&frame, &contents).unwrap(), csv_deposit(&frame, &contents).unwrap());
        assert_eq!(xml.matches(&format!(">{state}<")).count(), contents.nndns.len());
        assert!(contents.nndns.iter().any(|name| name.a_name() == "xn--caf-hma.ca"), "{xml}");
        assert!(contents.nndns.iter().any(|name| name.a_name() == "cafe.ca"), "{xml}");
        let Some(schemas) = Schemas::read() else { continue };
        schemas.assert_valid(&xml);
        schemas.assert_valid(&csv.xml);
    }
}

#[test]
fn both_models_of_a_deposit_say_the_same() {
    let (frame, contents) = difference(&canada());
    let xml = deposit(&frame, &contents).unwrap();
    let CsvDeposit { xml: csv, files, .. } = csv_deposit(&frame, &contents).unwrap();
    let texts: Vec<(&str, &str)> = files.iter().map(|file| (&*file.name, &*file.text)).collect();
    assert_eq!(
        texts,
        [
            ("idn-deletes-20261126.csv", "ca-en\r\n"),
            ("nndn-deletes-20261126.csv", "xn--caf-lma.ca\r\nxn--caf-dma.ca\r\n"),
            ("idn-20261126.csv", "ca-fr,https://nic.example/t?a=1&b=2\r\n"),
            (
                "nndn-20261126.csv",
                "xn--caf-hma.ca,withheld,ca-fr,xn--caf-dma.ca,2020-01-09T00:00:00Z,cafê.ca\r\n\
                 xn--ava-1la.ca,blocked,ca-fr,cava.ca,2020-01-09T00:00:00Z,çava.ca\r\n\
                 registre.ca,blocked,,,2020-01-09T00:00:00Z,\r\n"
            ),
        ]
    );
    // As many fields as columns, in their order; every value is in the XML too.
    for (name, text) in texts {
        for line in text.lines() {
            for cell in line.split(',').filter(|cell| !cell.is_empty()) {
                assert!(xml.contains(&cell.replace('&', "&amp;")), "{name}: {cell}");
            }
        }
        assert!(csv.contains(&format!(">{name}</rdeCsv:file>")), "{csv}");
    }
    assert_eq!(csv.matches("<csvNNDN:fAName isRequired=\"true\"/>").count(), 2);
    // CRC32 of `ca-en` and a line end, as zlib has it.
    assert!(csv.contains("cksum=\"C601C804\""), "{csv}");
}

#[test]
fn mirrored_names_tell_of_another_mechanism_than_name_servers() {
    let frame = Frame::full("1", watermark(), "ca");
    let contents = mirrored(&canada());
    let xml = deposit(&frame, &contents).unwrap();
    let states: Vec<&str> = xml.split("<rdeNNDN:nameState").skip(1).map(|rest| &rest[..20]).collect();
    assert_eq!(states, [">mirrored</rdeNNDN:n", " mirroringNS=\"false\"", ">withheld</rdeNNDN:n"]);
    let CsvDeposit { xml, files, .. } = csv_deposit(&frame, &contents).unwrap();
    assert_eq!(
        files[1].text,
        "xn--caf-hma.ca,mirrored,ca-fr,xn--caf-dma.ca,true,2020-01-09T00:00:00Z,cafê.ca\r\n\
         xn--caf-lma.ca,mirrored,ca-fr,xn--caf-dma.ca,false,2020-01-09T00:00:00Z,cafë.ca\r\n\
         xn--caf-8la.ca,withheld,ca-fr,xn--caf-dma.ca,,2020-01-09T00:00:00Z,cafè.ca\r\n"
    );
    let columns: Vec<&str> =
        xml.lines().map(str::trim).skip_while(|line| *line != "<csvNNDN:fOriginalName/>").collect();
    assert_eq!(columns[1..3], ["<csvNNDN:fMirroringNS/>", "<rdeCsv:fCrDate/>"]);
    // Without a mirrored name there is no such column.
    let (frame, contents) = difference(&canada());
    assert!(!csv_deposit(&frame, &contents).unwrap().xml.contains("fMirroringNS"));
}

#[test]
fn what_a_deposit_cannot_say_is_refused() {
    let registry = canada();
    let (frame, contents) = difference(&registry);
    let full = Frame::full("1", watermark(), "ca");
    let reason = |frame: &Frame<'_>, contents: &Contents| {
        let error = deposit(frame, contents).unwrap_err();
        assert_eq!(csv_deposit(frame, contents).unwrap_err(), error);
        (error.part, error.reason)
    };
    use UnwritableReason as Why;
    assert_eq!(reason(&full, &contents), ("delete", Why::Form));
    assert_eq!(reason(&Frame { previous: Some("0"), ..full }, &Contents::default()), ("prevId", Why::Form));
    assert_eq!(reason(&Frame { previous: None, ..frame }, &contents), ("prevId", Why::Missing));
    assert_eq!(reason(&Frame { id: "2026-11-26", ..frame }, &contents), ("id", Why::Form));
    assert_eq!(reason(&Frame { id: "20261126000000", ..frame }, &contents), ("id", Why::Long));
    assert_eq!(
        reason(&frame, &Contents { tables: vec![], ..contents.clone() }),
        ("idnTableId", Why::Unknown)
    );
    let twice = Contents { tables: tables(&["ca-fr", "ca-fr"]), ..contents.clone() };
    assert_eq!(reason(&frame, &twice), ("idnTableRef", Why::Twice));
    let nndns = [contents.nndns.clone(), contents.nndns.clone()].concat();
    assert_eq!(reason(&frame, &Contents { nndns, ..contents.clone() }), ("aName", Why::Twice));

    let why = |record: &NameRecord, table: Option<&str>| {
        let error = Nndn::new(record, table).unwrap_err();
        (error.part, error.reason)
    };
    let withheld =
        NameRecord { state: NameState::Withheld, original: Some("café".into()), ..held("cafê.ca", "A", 1) };
    assert_eq!(why(&withheld, None), ("idnTableId", Why::Missing));
    assert_eq!(why(&withheld, Some(&"t".repeat(65))), ("idnTableId", Why::Long));
    assert_eq!(
        why(&NameRecord { original: None, ..withheld.clone() }, Some("t")),
        ("originalName", Why::Missing)
    );
    let mirrored = NameRecord { state: NameState::Mirrored, original: None, ..withheld.clone() };
    assert_eq!(why(&mirrored, Some("t")), ("originalName", Why::Missing));
    assert_eq!(why(&NameRecord { name: "a_b.ca".into(), ..withheld.clone() }, None), ("aName", Why::NoName));
    let ancient = ulabel::decision::Created::from_microseconds(-62_167_219_200_000_000);
    assert_eq!(why(&NameRecord { created: ancient, ..withheld.clone() }, Some("t")), ("crDate", Why::Form));
    assert_eq!(Nndn::new(&held("café.ca", "A", 1), Some("ca-fr")), Ok(None));

    let table = |url: &str| IdnTableRef::new("t", url, "https://a.example").map_err(|error| error.reason);
    assert_eq!(table(""), Err(Why::Missing));
    assert_eq!(table("https://a b.example"), Err(Why::Form));
    assert_eq!(table("https://a\u{0}"), Err(Why::Character));
}

#[test]
fn variants_in_rdap_follow_the_schema() {
    let Some(text) = shared("vectors/protocol/json/rdap-variants.schema.json") else { return };
    let schema: Value = serde_json::from_str(&text).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    assert!(
        !schema.is_valid(
            &serde_json::json!([{ "relation": ["blocked"], "variantNames": [{ "ldhName": "a" }] }])
        )
    );
    let (canada, tlds) = (canada(), variant_tlds());
    let odd = Registry::new(
        Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap(),
        // As zones have them from before.
        [held("a_é.ca", "A", 1), held("a_e.ca", "A", 2), held("xn--zzzzzzzz.ca", "A", 1)],
    );
    for (registry, name) in [
        (&canada, "café.ca"),
        (&canada, "élan.ca"),
        (&canada, "été.ca"),
        (&canada, "libre.ca"),
        (&tlds, "ab.one"),
        (&odd, "a_e.ca"),
        (&odd, "xn--zzzzzzzz.ca"),
    ] {
        for most in [0, 1, 50] {
            let members = registry.members(name, most);
            let json = serde_json::to_value(rdap::variants(&members)).unwrap();
            let faults: Vec<String> = schema.iter_errors(&json).map(|error| error.to_string()).collect();
            assert!(faults.is_empty(), "{name} {faults:?}\n{json}");
        }
    }
}

#[test]
fn variants_in_rdap_are_those_that_are_or_may_be_registered() {
    let registry = variant_tlds();
    let members = registry.members("ab.one", 10);
    let json = serde_json::to_value(rdap::variants(&members)).unwrap();
    let name = |ldh: &str, unicode: &str| serde_json::json!({ "ldhName": ldh, "unicodeName": unicode });
    let entry = |relation: &[&str], table: &str, names: Vec<Value>| serde_json::json!({ "relation": relation, "idnTable": table, "variantNames": names });
    assert_eq!(
        json,
        Value::Array(vec![
            entry(&["registered", "conjoined"], "t-one", vec![name("xn--b-rfa.one", "àb.one")]),
            entry(&["registered"], "t-two", vec![name("xn--b-tfa.two", "áb.two"), name("ab.two", "ab.two")]),
            // U+00E2, which is blocked, is not told.
            entry(
                &["unregistered", "registration restricted"],
                "t-one",
                vec![name("xn--b-tfa.one", "áb.one")]
            ),
        ])
    );
    assert!(!members.has_more);
    // What is told as allocatable is what a decision says.
    let members = canada().members("café.ca", 50);
    assert!(members.allocatable.len() > 5);
    let registry = canada();
    for member in &members.allocatable {
        let request = Request { registrar: Some("A"), registrant: Some("R"), ..Request::new(&member.name) };
        let decision = registry.decider.decide(&request, &registry.names).unwrap();
        assert_eq!(decision.reason, Reason::Member, "{}", member.name);
    }
    // A set on its way to another registrar gives nothing out.
    assert!(registry.members("île.ca", 50).allocatable.is_empty());
}

#[test]
fn the_validator_sees_what_is_wrong() {
    let Some(schemas) = Schemas::read() else { return };
    let registry = canada();
    let check = registry.check(&["cafe.ca", "café.ca"], &EppContext::new(&Summaries, "S-1")).unwrap();
    let info = info_response(&registry.members("café.ca", 0), &EppContext::new(&Summaries, "S-1")).unwrap();
    let (frame, contents) = difference(&registry);
    let xml = deposit(&frame, &contents).unwrap();
    let csv = csv_deposit(&frame, &contents).unwrap().xml;
    let full = Frame::full("1", watermark(), "ca");
    let of_mirrored = deposit(&full, &mirrored(&registry)).unwrap();
    let csv_of_mirrored = csv_deposit(&full, &mirrored(&registry)).unwrap().xml;
    let long = "x".repeat(33);
    for (document, from, to) in [
        (&check, ">registered<", &*format!(">{long}<")),
        (&check, "avail=\"0\"", "avail=\"no\""),
        (&check, "code=\"1000\"", "code=\"1999\""),
        (&check, ">S-1<", ">S<"),
        (&check, "var:status", "var:state"),
        (&check, "variants-1.0", "variants-2.0"),
        (&check, ">Allocated<", "><"),
        (&info, "var:related", "var:variant"),
        (&info, "<idn:table>ca-fr</idn:table>", ""),
        (&xml, ">withheld<", ">reserved<"),
        (&xml, "2020-01-09T00:00:00Z", "2020-01-09"),
        (&xml, "type=\"DIFF\"", "type=\"diff\""),
        (&xml, "rdeNNDN:uName", "rdeNNDN:name"),
        (&xml, " id=\"ca-fr\"", ""),
        (&csv, "csvNNDN:fNameState", "csvNNDN:fState"),
        (&csv, " name=\"NNDN\"", ""),
        (&of_mirrored, "mirroringNS=\"false\"", "mirroringNS=\"no\""),
        (&csv_of_mirrored, "fMirroringNS", "fMirroring"),
    ] {
        schemas.assert_valid(document);
        assert!(document.contains(from), "{from}\n{document}");
        assert!(!schemas.faults(&document.replace(from, to)).is_empty(), "{from} as {to}");
    }
}

/// Texts with what XML minds: markup, controls, blanks, what is beyond its characters, too much of it.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-z0-9éàç.-]{0,8}",
        1 => Just("<![CDATA[]]>&#0;&amp;\"'".to_string()),
        1 => Just("]]><!--".to_string()),
        1 => any::<char>().prop_map(String::from),
        1 => "[ \t\r\n]{1,3}",
        1 => prop_oneof![Just('\0'), Just('\u{1B}'), Just('\u{85}'), Just('\u{FFFE}'), Just('\u{202E}')].prop_map(String::from),
        1 => Just("x".repeat(60)),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

#[test]
fn hostile_texts_are_written_well_or_refused() {
    let Some(schemas) = Schemas::read() else { return };
    let registry = canada();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 500,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let states = prop_oneof![Just(NameState::Withheld), Just(NameState::Blocked), Just(NameState::Mirrored)];
    let texts = (hostile(), hostile(), proptest::option::of(hostile()), states);
    let law = |(name, text, table, state): (String, String, Option<String>, NameState)| {
        let context = EppContext { client_transaction: Some(&text), ..EppContext::new(&Summaries, "S-1") };
        for context in [context, EppContext { client_transaction: None, ..context }] {
            match registry.check(&[&name], &context) {
                Ok(response) => prop_assert_eq!(schemas.faults(&response), Vec::<String>::new()),
                Err(error) => prop_assert!(error.part == "clTRID" || !can_carry(&name), "{}", error),
            }
        }
        let record =
            NameRecord { name, original: Some(text.clone()), state, table: table.clone(), ..held("", "", 1) };
        if let Ok(Some(nndn)) = Nndn::new(&record, table.as_deref()) {
            let id = nndn.table().map(ToString::to_string);
            let table = id.map(|id| IdnTableRef::new(&id, &text, "https://a.example/<>"));
            let contents = Contents {
                tables: Vec::from_iter(table.and_then(Result::ok)),
                nndns: vec![nndn.with_mirroring_ns(text.len() % 2 == 0)],
                ..Contents::default()
            };
            let frame = Frame::full("1", watermark(), "ca");
            if let Ok(xml) = deposit(&frame, &contents) {
                prop_assert_eq!(schemas.faults(&xml), Vec::<String>::new());
                let csv = csv_deposit(&frame, &contents).unwrap();
                prop_assert_eq!(schemas.faults(&csv.xml), Vec::<String>::new());
            }
        }
        let mut registered = Registry::new(registry.decider.clone(), []);
        let mut keys = registered.decider.keys();
        keys.take(&record.name);
        registered.names.put(&keys, NameRecord { state: NameState::Registered, ..record.clone() });
        if let Ok(response) = info_response(&registered.members(&record.name, 2), &context) {
            prop_assert_eq!(schemas.faults(&response), Vec::<String>::new());
        }
        Ok(())
    };
    runner.run(&texts, law).unwrap();
}
