//! Policy files: what is read, what is refused and where, what hostile input does.

use ulabel::finding::Severity;
use ulabel::lgr::{CodePoints, Count};
use ulabel::policy::{
    self, CompiledPolicy, Fault, FaultCode, MAX_POLICY_OCTETS, Pattern, Policy, Stance, VariantType,
};
use ulabel::{Checker, Verdict};

fn line(fault: &Fault) -> u32 {
    fault.position().expect("a place in the file").line
}

fn column(fault: &Fault) -> u32 {
    fault.position().expect("a place in the file").column
}

/// Line, column and code of every fault.
fn faults(text: &str) -> Vec<(u32, u32, &'static str)> {
    let refused = policy::read(text).expect_err("a file at fault");
    refused.faults().iter().map(|fault| (line(fault), column(fault), fault.code().name())).collect()
}

#[test]
fn the_commented_example_is_a_policy() {
    let text = include_str!("../data/policies/example.toml");
    let reading = policy::read(text).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(reading.warnings, []);
    let policy = reading.policy;
    assert_eq!(policy::read(&policy.to_toml()).unwrap().policy, policy, "{}", policy.to_toml());
    let checker = Checker::with_policy(&policy).unwrap();
    for (label, verdict) in [
        ("bücher-haus", Verdict::Valid),
        ("col·legi", Verdict::Valid),
        ("مدرسة", Verdict::Valid),
        ("ẹ́kọ", Verdict::Valid),
        ("日本語", Verdict::Valid),
        ("日本go", Verdict::Valid),
        ("whois", Verdict::Review),
        ("2026", Verdict::Review),
        ("bucher", Verdict::Valid),
        ("ạ́", Verdict::Invalid),
        ("a--b", Verdict::Invalid),
        ("unesco", Verdict::Valid),
        ("redcross", Verdict::Invalid),
        ("àb", Verdict::Invalid),
        ("日本語é", Verdict::Invalid),
    ] {
        let report = checker.check_label(label);
        assert_eq!(report.verdict(), verdict, "{label}: {:?}", report.findings());
    }
    // Every key that the format has stands in the example: one that is left out would be unknown here.
    for key in [
        "outside-tables",
        "certainty-of",
        "source-of",
        "digits-at-ends",
        "ascii-letters",
        "lgr",
        "variant-type",
    ] {
        assert!(text.contains(key), "{key}");
    }
}

#[test]
fn faults_come_all_at_once_with_their_places() {
    let text = "id = \"Bad Id\"\n\
                tld = [\"ok\", \"-no\"]\n\
                iso3166 = \"usa\"\n\
                unicode = \"3.0\"\n\
                lenght = 3\n\
                double-hyphens = \"never\"\n\
                [scripts]\n\
                mixing = \"tld-script\"\n\
                [length]\n\
                min = 9\n\
                max = 3\n\
                [[table]]\n\
                id = \"t\"\n\
                letters = [\"a..z\", \"z..a\", \"U+110000\", 7]\n\
                digits = [\"ascii\", \"roman\"]\n\
                sequences = [\"x\"]\n\
                must-contain = [{}]\n\
                [[table]]\n\
                id = \"t\"\n";
    let expected = [
        (1, 6, "missing"),
        (2, 14, "bad-value"),
        (3, 11, "bad-value"),
        (4, 11, "bad-value"),
        (5, 1, "unknown-key"),
        (6, 18, "bad-value"),
        (8, 10, "missing"),
        (10, 7, "contradiction"),
        (14, 20, "bad-value"),
        (14, 28, "bad-value"),
        (14, 40, "wrong-type"),
        (15, 20, "bad-value"),
        (16, 14, "bad-value"),
        (17, 17, "missing"),
        (18, 1, "duplicate"),
    ];
    assert_eq!(faults(text), expected, "{}", policy::read(text).unwrap_err());
}

#[test]
fn columns_count_code_points() {
    assert_eq!(faults("id = \"x\"\nterritory = \"Ελλάδα\" # é\n  nöte = \"\""), [(3, 4, "syntax")]);
    assert_eq!(faults("id = \"x\"\n[certainty-of]\n\"βέβαιο\" = \"no\""), [(3, 12, "bad-value")]);
}

#[test]
fn a_slip_of_a_key_is_named() {
    for (key, expected) in [("noet", "note"), ("territry", "territory"), ("sourcess", "sources")] {
        let refused = policy::read(&format!("id = \"x\"\n{key} = \"\"")).unwrap_err();
        assert!(refused.to_string().contains(&format!("expected `{expected}`")), "{refused}");
    }
}

#[test]
fn letters_without_effect_are_warned_of() {
    let text = "id = \"x\"\n[[table]]\nid = \"t\"\nscripts = [\"Latn\"]\nletters = [\"aÄ\", \"U+0431\"]\n";
    let reading = policy::read(text).unwrap();
    let told: Vec<_> =
        reading.warnings.iter().map(|fault| (fault.code(), line(fault), column(fault))).collect();
    assert_eq!(told, [(FaultCode::NeverPermitted, 5, 12), (FaultCode::OtherScript, 5, 18)]);
    assert!(reading.warnings.iter().all(|fault| fault.severity() == Severity::Warning));
}

#[test]
fn variants_are_written_as_a_map_or_taken_from_sets() {
    let text = r#"
        id = "x"
        [variant-sets]
        accents = [["e", "é", "U+00E8"], ["o", "U+006F U+0308"], ["х", "ц"]]
        [[table]]
        id = "t"
        letters = ["a..z", "éß"]
        variant-type = "allocatable"
        variant-sets = ["accents"]
        [table.variants]
        "ß" = ["ss", { to = "ſ", type = "activated" }]
        "U+0073 U+0073" = { to = "ß", type = "blocked" }
    "#;
    let policy = policy::read(text).unwrap_or_else(|e| panic!("{e}")).policy;
    assert_eq!(policy::read(&policy.to_toml()).unwrap().policy, policy, "{}", policy.to_toml());
    let cp = |text: &str| text.chars().collect::<CodePoints>();
    let mappings = policy.variant_mappings(&policy.tables[0]);
    for (from, to, kind) in [
        ("ß", "ss", Some(VariantType::Allocatable)),
        // The way back says its own type here,
        ("ss", "ß", Some(VariantType::Blocked)),
        // and has that of the way there otherwise.
        ("ß", "ſ", Some(VariantType::Activated)),
        ("ſ", "ß", Some(VariantType::Activated)),
        ("e", "é", Some(VariantType::Allocatable)),
        ("é", "è", Some(VariantType::Allocatable)),
        ("o\u{308}", "o", Some(VariantType::Allocatable)),
        ("e", "e", None),
        // The table has neither.
        ("х", "ц", None),
    ] {
        assert_eq!(mappings.get(&(cp(from), cp(to))).copied(), kind, "{from} {to}");
    }
    assert_eq!(mappings.len(), 12);
}

#[test]
fn patterns_read_and_print() {
    for (text, printed) in [
        ("abc", "abc"),
        ("^ a . b $", "^a.b$"),
        ("a|b", "(a|b)"),
        ("(a|bc)", "(a|bc)"),
        ("((a|b))", "(a|b)"),
        ("(ab)+", "(ab)+"),
        ("(a|(b))", "(a|(b))"),
        ("(^|-)a", "(^|-)a"),
        ("U+00611", "U+0611"),
        ("U+0061 1", "a1"),
        ("U+03011+", "U+3011 +"),
        ("U+0301 1", "U+0301 1"),
        ("[a..c U+0301 x]", "[abcx U+0301]"),
        ("{v}{2}{w}{2,}[ab]{0,3}.?.*.+", "{v}{2}{w}{2,}[ab]{0,3}.?.*.+"),
        ("a{1,1}a{0,1}a{1,}a{0,}", "a{1,1}a?a+a*"),
    ] {
        let pattern = Pattern::parse(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        assert_eq!(pattern.to_string(), printed, "{text}");
        assert_eq!(Pattern::parse(printed), Ok(pattern), "{text}");
    }
    let pattern = Pattern::parse("^{vowel}(n|m){2}$").unwrap();
    let elements: Vec<_> = pattern.body().iter().map(|item| item.operator.element()).collect();
    assert_eq!(elements, ["start", "class", "choice", "end"]);
    assert_eq!(pattern.body()[2].count, Some(Count::Exactly(2)));
}

#[test]
fn faults_of_patterns_have_their_place() {
    let nested = format!("{}a{}", "(".repeat(9), ")".repeat(9));
    let long = "a".repeat(513);
    for (text, offset) in [
        ("", 0),
        ("a|", 2),
        ("a)b", 1),
        ("a(b", 1),
        ("a()", 2),
        ("a[", 1),
        ("a[]", 1),
        ("a[z..a]", 1),
        ("a{v", 1),
        ("{}", 0),
        ("*a", 0),
        ("a{2", 1),
        ("a{3,2}", 1),
        ("a{0}", 1),
        ("a{64}", 1),
        ("a{2+}", 1),
        ("a**", 2),
        ("a^", 1),
        ("a$b", 2),
        ("a(^b|c)", 1),
        ("^*", 1),
        ("(^a)?", 4),
        ("aA", 1),
        ("a_", 1),
        ("é\\", 2),
        ("U+D800", 0),
        ("U+12", 0),
        ("a\tb", 1),
        (&nested, 9),
        (&long, 0),
    ] {
        let error = Pattern::parse(text).expect_err(text);
        assert_eq!(error.offset, offset, "{text}: {}", error.reason);
    }
}

#[test]
fn faults_of_variants_and_rules_have_their_place() {
    let text = "id = \"x\"\n\
                [variant-sets]\n\
                Bad = [[\"a\"]]\n\
                twice = [[\"a\", \"b\"], [\"c\", \"U+0061\"]]\n\
                [[table]]\n\
                id = \"t\"\n\
                letters = [\"a..c\"]\n\
                classes = { v = [\"a\"], 1v = [\"é..á\"] }\n\
                variant-type = \"often\"\n\
                variant-sets = [\"none\"]\n\
                rules = [{ name = \"v\", refuse = \"a{w}\" }, { name = \"r\", require = \"é(\" }, { refuse = \"a\", require = \"b\" }]\n\
                [table.variants]\n\
                \"a\" = [\"b\", \"a\", \"U+0062\", \"U+\"]\n\
                \"x\" = { to = \"y\", by = \"z\" }\n\
                \"c\" = {}\n\
                [[table]]\n\
                id = \"u\"\n\
                lgr = \"u.xml\"\n\
                rules = []\n";
    let expected = [
        (3, 1, "bad-value"),
        (3, 8, "missing"),
        (4, 28, "duplicate"),
        (8, 24, "bad-value"),
        (8, 30, "bad-value"),
        (9, 16, "bad-value"),
        (10, 17, "bad-value"),
        (11, 19, "duplicate"),
        (11, 33, "bad-value"),
        (11, 70, "bad-value"),
        (11, 75, "missing"),
        (11, 75, "missing"),
        (13, 13, "contradiction"),
        (13, 18, "duplicate"),
        (13, 28, "bad-value"),
        (14, 7, "contradiction"),
        (14, 19, "unknown-key"),
        (15, 7, "missing"),
        (18, 7, "contradiction"),
    ];
    assert_eq!(faults(text), expected, "{}", policy::read(text).unwrap_err());
}

/// No input panics, and every fault has a place in the text.
#[test]
fn hostile_files_end_in_faults() {
    let deep = format!("id = \"x\"\na = {}1{}", "[".repeat(5000), "]".repeat(5000));
    let many_tables: String =
        (0..=policy::MAX_TABLES).map(|n| format!("[[table]]\nid = \"t{n}\"\n")).collect();
    let many_tables = format!("id = \"x\"\n{many_tables}");
    let many_rules = format!(
        "id = \"x\"\n[[table]]\nid = \"t\"\ncontext = [{}]",
        "{ letters = [\"a\"], after = [\"b\"] },".repeat(1000)
    );
    let group: String = (0..300).map(|n| format!("\"\\u{:04x}\",", 0x4E00 + n)).collect();
    let many_variants = format!(
        "id = \"x\"\n[variant-sets]\ns = [[{group}]]\n[[table]]\nid = \"t\"\nletters = [\"a\"]\nvariant-sets = [\"s\"]"
    );
    let many_faults: String = (0..10_000).map(|n| format!("key-{n} = 1\n")).collect();
    let large = format!("id = \"x\"\nnote = \"{}\"", "x".repeat(MAX_POLICY_OCTETS));
    let sequences = format!(
        "id = \"x\"\n[[table]]\nid = \"t\"\nsequences = [{}]",
        (0..5000).map(|n| format!("\"a\\u{:04x}\",", 0x4E00 + n)).collect::<String>()
    );
    for text in [
        "",
        "\u{FEFF}",
        "\0",
        "[",
        "id",
        "id = ",
        "id = \"x",
        "id = 'x'\nid = 'y'",
        "id = \"x\"\n[table]\nid = 1",
        "id = \"x\"\ntable = 1",
        "id = \"x\"\ntable = [1, \"a\", []]",
        "id = \"x\"\nreserved = [1, \"none\", {}, { list = \"a\", file = \"b\" }]",
        "id = \"x\"\n[length]\nmin = -1\nmax = 99999999999999999999",
        "id = \"x\"\n[length]\nmin = 0x10\nmax = 1.5",
        "id = \"x\"\ntld = [\"\\u202e\", \"a..b\", \".\"]",
        "id = \"x\"\nunicode = \"18.0.0.0.0\"",
        "id = \"\u{1B}[31m\"",
        // Found by fuzzing: names from the file that were told as they are.
        "id = \"x\"\n[[table]]\nid = \"\\u001B\"\n[[table]]\nid = \"\\u001B\"",
        "id = \"x\"\n[certainty-of]\n\"\\u001B\" = \"no\"\n\"\\r\" = 1",
        &deep,
        &many_tables,
        &many_rules,
        &many_variants,
        &many_faults,
        &large,
        &sequences,
    ] {
        let Err(refused) = policy::read(text) else { panic!("{} is taken", &text[..text.len().min(60)]) };
        assert!(!refused.faults().is_empty());
        assert!(refused.faults().len() <= 1001);
        // A review finds that too, and ends.
        let review = policy::review(text);
        assert!(review.policy.is_none() && (1..=1001).contains(&review.faults.len()));
        assert!(review.faults.iter().all(|fault| !fault.to_string().chars().any(char::is_control)));
        let lines = text.lines().count().max(1) as u32 + 1;
        for fault in refused.faults() {
            assert!(line(fault) >= 1 && line(fault) <= lines && column(fault) >= 1, "{fault:?}");
            assert!(!fault.to_string().chars().any(char::is_control), "{fault:?}");
        }
    }
}

/// A table of everything there is compiles, in a moment, and checks.
#[test]
fn the_largest_repertoires_compile() {
    let tables: String = (0..64)
        .map(|n| format!("[[table]]\nid = \"t{n}\"\nletters = [\"U+0061..U+FFFF\", \"U+10000..U+3FFFF\"]\n"))
        .collect();
    // A surrogate ends no range.
    assert!(policy::read("id = \"x\"\n[[table]]\nid = \"t\"\nletters = [\"U+D800..U+DFFF\"]").is_err());
    let text = format!("id = \"x\"\n{tables}");
    let policy = policy::read(&text).unwrap().policy;
    // Its review is bounded too.
    assert_eq!(policy::review(&text).policy.as_ref(), Some(&policy));
    let checker = Checker::with_policy(&policy).unwrap();
    assert!(checker.check_label("日本語").is_valid());
    assert_eq!(checker.policy().unwrap().tables_that_fit(&ulabel::Label::parse("日本語")).count(), 64);
}

#[test]
fn files_that_a_policy_names_are_asked_for() {
    let text = "id = \"x\"\nreserved = [{ file = \"own.txt\", match = [\"exact\", \"skeleton\"] }]\n\
                [confusables]\nfiles = [\"names.txt\"]\notherwise = \"refuse\"\n";
    let policy = policy::read(text).unwrap().policy;
    assert_eq!(policy.files().collect::<Vec<_>>(), ["own.txt", "names.txt"]);
    let refused = CompiledPolicy::new(&policy).unwrap_err();
    assert_eq!(refused.faults().len(), 2);
    assert!(refused.to_string().starts_with("error: own.txt: "), "{refused}");
    let mut files = |name: &str| match name {
        "own.txt" => Ok("# our own\nregistry, xn--bcher-kva # two\n\nmodern\n".to_owned()),
        "names.txt" => Ok("paypal\n".to_owned()),
        _ => Err("no such file".to_owned()),
    };
    let compiled = CompiledPolicy::with_files(&policy, &mut files).unwrap();
    let checker = Checker::with_compiled_policy(compiled);
    for (label, verdict) in [
        ("REGISTRY", Verdict::Invalid),
        ("modern", Verdict::Invalid),
        ("bücher", Verdict::Invalid),
        ("rnodern", Verdict::Review),
        ("раураl", Verdict::Invalid),
        ("paypal", Verdict::Valid),
        ("free", Verdict::Valid),
    ] {
        let report = checker.check_label(label);
        assert_eq!(report.verdict(), verdict, "{label}: {:?}", report.findings());
    }
}

/// A table that is a label generation ruleset, beside one that is not: the label fits one of them whole.
#[test]
fn a_table_may_be_a_ruleset() {
    let lgr = "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><data>\
        <range first-cp=\"03B1\" last-cp=\"03C9\"/></data><rules>\
        <rule name=\"two-sigmas\"><char cp=\"03C3\" count=\"2\"/></rule>\
        <action disp=\"invalid\" match=\"two-sigmas\"/></rules></lgr>";
    let text = "id = \"x\"\nsources = [\"the book\"]\n[scripts]\nmixing = \"tld-script\"\nof-tld = [\"Grek\", \"Latn\"]\n\
                [[table]]\nid = \"greek\"\nscripts = [\"Grek\"]\nlgr = \"greek.xml\"\nlength = { max = 8 }\n\
                [[table]]\nid = \"latin\"\nscripts = [\"Latn\"]\nletters = [\"a..z\"]\n";
    let policy = policy::read(text).unwrap().policy;
    assert_eq!(policy::read(&policy.to_toml()).unwrap().policy, policy);
    let compile = |lgr: &'static str| CompiledPolicy::with_files(&policy, &mut |_| Ok(lgr.to_owned()));
    let checker = Checker::with_compiled_policy(compile(lgr).unwrap());
    for (label, expected) in [
        ("αθηνα", None),
        ("athens", None),
        ("αθήνα", Some("policy.not-in-table")), // U+03AE is not in the ruleset
        ("σσ", Some("lgr.whole-label-rule")),
        ("αβγδεζηθι", Some("policy.too-long")),
        ("αa", Some("script.mixed")),
        ("β1", Some("policy.not-in-table")), // the ruleset has no digits
    ] {
        let report = checker.check_label(label);
        let codes: Vec<_> = report.findings().iter().map(|finding| finding.code().name()).collect();
        assert_eq!(report.is_valid(), expected.is_none(), "{label}: {codes:?}");
        assert!(expected.is_none_or(|code| codes.contains(&code)), "{label}: {codes:?}");
    }
    let fitting = |label| {
        let policy = checker.policy().unwrap();
        policy.tables_that_fit(&ulabel::Label::parse(label)).map(|table| table.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(fitting("αθηνα"), ["greek"]);
    assert_eq!(fitting("athens"), ["latin"]);
    assert!(checker.policy().unwrap().has_dispositions());
    let refused = compile("<lgr").unwrap_err();
    assert!(refused.to_string().starts_with("error: greek.xml:1:"), "{refused}");
}

/// A reserved name takes its variants with it, where the tables are rulesets.
#[test]
fn variants_of_reserved_names() {
    let lgr = "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><data>\
        <range first-cp=\"0061\" last-cp=\"007A\"/>\
        <char cp=\"00E9\"><var cp=\"00E8\" type=\"blocked\"/></char>\
        <char cp=\"00E8\"><var cp=\"00E9\" type=\"blocked\"/></char></data></lgr>";
    let text = "id = \"x\"\nreserved = [{ names = [\"pélé\"], match = [\"exact\", \"variant\"] }]\n\
                [[table]]\nid = \"latin\"\nlgr = \"latin.xml\"\n";
    let policy = policy::read(text).unwrap().policy;
    assert_eq!(policy::read(&policy.to_toml()).unwrap().policy, policy);
    let checker = Checker::with_compiled_policy(
        CompiledPolicy::with_files(&policy, &mut |_| Ok(lgr.to_owned())).unwrap(),
    );
    for (label, reason) in
        [("pélé", Some("exact")), ("pèlé", Some("variant")), ("pele", None), ("pérè", None)]
    {
        let report = checker.check_label(label);
        assert_eq!(report.is_valid(), reason.is_none(), "{label}: {:?}", report.findings());
        let Some(reason) = reason else { continue };
        let finding = &report.findings()[0];
        assert_eq!(finding.code().name(), "policy.reserved");
        let told = finding.arguments().iter().find(|(name, _)| name.name() == "reason").unwrap();
        assert_eq!(told.1.to_string(), reason);
    }
    // Without a ruleset there are no variants to speak of.
    let refused = CompiledPolicy::new(
        &policy::read(&text.replace("lgr = \"latin.xml\"", "letters = [\"a..z\"]")).unwrap().policy,
    );
    assert!(refused.unwrap_err().to_string().contains("expected a table with a ruleset"));
}

/// One table may have as a letter a code point that another has only in sequences.
#[test]
fn sequences_of_one_table_are_no_bar_in_another() {
    let text = "id = \"x\"\n[[table]]\nid = \"a\"\nletters = [\"a..z\"]\nsequences = [\"U+0061 U+0301 U+0301\"]\n\
                [[table]]\nid = \"b\"\nletters = [\"abz\", \"U+0301\"]\nmust-contain = [{ letters = [\"z\"] }]\n";
    let checker = Checker::with_policy(&policy::read(text).unwrap().policy).unwrap();
    assert!(checker.check_label("zb\u{301}").is_valid());
    assert!(!checker.check_label("cb\u{301}").is_valid());
}

#[test]
fn of_a_name_the_registered_label_is_judged() {
    let mut policy = Policy::new("x");
    policy.tlds = vec!["example".into(), "co.example".into()];
    policy.double_hyphens = Stance::Refuse;
    let checker = Checker::with_policy(&policy).unwrap();
    for (name, valid) in [
        ("abc--d.example", false),
        ("abc--d.EXAMPLE.", false),
        ("abc--d.ok.example", true),
        ("abc--d.co.example", false),
        ("abc--d.www.co.example", true),
        ("abc--d.elsewhere", false),
        ("abc--d", false),
        ("example", true),
    ] {
        assert_eq!(checker.check(name).is_valid(), valid, "{name}");
    }
    assert!(!checker.check("a--b.example").is_valid());
}
