//! Where RFC 7940 evaluation is known to go wrong, and what is right; from the published tables where
//! they show it.

use std::collections::BTreeSet;

use ulabel::lgr::{CompiledLgr, FailureKind, Scratch, Strictness, VariantLabelSet, xml};

use super::tables::{hex, published, ruleset, text};
use crate::support::shared_lines;

fn root_zone(script: &str) -> Option<CompiledLgr> {
    published(&format!("root-zone/lgr-5/lgr-5-{script}-script-26may22-en.xml"))
}

fn listed(set: &VariantLabelSet) -> BTreeSet<String> {
    set.iter().map(|variant| hex(&variant.label)).collect()
}

fn total(lgr: &CompiledLgr, label: &str) -> u128 {
    let total = lgr.variant_counts(label).unwrap().total().to_u128().unwrap();
    assert_eq!(total, lgr.variants(label).unwrap().iter().count() as u128);
    total
}

/// D1: variants come from every partition, also from one that goes on with a sequence that has no
/// variants itself.
#[test]
fn sequences_without_variants_do_not_end_the_search() {
    let Some(latin) = root_zone("latin") else { return };
    assert_eq!(total(&latin, &text("0061 0331 0062 006F")), 9);
    assert_eq!(total(&latin, &text("0062 006F 0331 0061")), 4);
}

/// D2: the context of every entry of a partition is tested, also where a longer entry matches.
#[test]
fn contexts_of_shorter_entries_are_tested() {
    // A code point that may not follow itself, and the sequence of two of them.
    let lgr = ruleset(
        r#"<data><char cp="0061" not-when="after-a"><var cp="0062" type="blocked"/></char>
           <char cp="0062"/><char cp="0061 0061"/></data>
           <rules><rule name="after-a"><look-behind><char cp="0061"/></look-behind><anchor/></rule></rules>"#,
    );
    assert!(lgr.evaluate("aa").is_eligible());
    // {a}{a} is no partition: the second may not follow the first. So only the sequence is left.
    assert_eq!(total(&lgr, "aa"), 0);
    assert_eq!(total(&lgr, "a"), 1);

    let Some(malayalam) = root_zone("malayalam") else { return };
    let label = text("0D31 0D31");
    let lone = text("0D15 0D31 0D31 0D31");
    let evaluation = malayalam.evaluate(&lone);
    let FailureKind::Context(failed) = &evaluation.failures[0].kind else { panic!("{evaluation:?}") };
    assert_eq!(&**failed[0].context.rule(), "follows-0D31");
    // The pair has one partition only, and so nothing but the mapping of the pair itself.
    let variants = listed(&malayalam.variants(&format!("{}{label}", text("0D15"))).unwrap());
    assert_eq!(variants, ["0D15 0D31 0D4D 0D31".to_owned()].into());
}

/// D3: a label and its variant have one index label, also where neighbours differ in length.
#[test]
fn index_label_reads_contexts_in_the_label_itself() {
    let Some(malayalam) = root_zone("malayalam") else { return };
    let label = text("0D34 0D33 0D4D 0D33");
    let set = malayalam.variants(&label).unwrap();
    assert!(set.iter().count() > 0);
    for variant in &set {
        assert_eq!(
            malayalam.index_label(&variant.label),
            malayalam.index_label(&label),
            "{}",
            hex(&variant.label)
        );
    }
}

/// D4: places are counted in code points.
#[test]
fn code_points_beyond_the_basic_plane_count_once() {
    let lgr = ruleset(
        r#"<data><char cp="0061" when="after-b"/><char cp="0062"/><char cp="20000"/></data>
           <rules><rule name="after-b"><look-behind><char cp="0062"/></look-behind><anchor/></rule></rules>"#,
    );
    assert!(lgr.evaluate(&text("20000 0062 0061")).is_eligible());
    let failed = lgr.evaluate(&text("0062 20000 0061"));
    assert_eq!(failed.failures[0].span.range(), 2..3);
}

/// D5: the first action that is triggered decides, whatever it says.
#[test]
fn actions_are_tried_in_document_order() {
    let lgr = ruleset(
        r#"<data><char cp="0061"><var cp="0062" type="blocked"/></char><char cp="0062"/></data>
           <rules><rule name="has-b"><char cp="0062"/></rule>
           <action disp="blocked" any-variant="blocked"/><action disp="invalid" match="has-b"/></rules>"#,
    );
    let variants: Vec<_> = lgr.variants("a").unwrap().iter().collect();
    assert_eq!((&*variants[0].label, &*variants[0].disposition, variants[0].action), ("b", "blocked", 0));
    assert_eq!(lgr.evaluate("b").action, Some(1));
    if let Some(lgr) = published("synthetic/syn-variant-action-before-invalid.xml") {
        let some = ["ab", "a", "b", "ba"].map(|label| lgr.variants(label).unwrap().iter().count());
        assert!(some.iter().any(|&count| count > 0));
    }
}

/// D6: reflexive variants are those of one partition, not of every entry at every place.
#[test]
fn reflexive_types_come_from_one_partition() {
    let lgr = ruleset(
        r#"<data><char cp="0061"><var cp="0061" type="inside"/></char><char cp="0062"/>
           <char cp="0061 0062"><var cp="0061 0062" type="whole"/></char></data>
           <rules><action disp="blocked" any-variant="inside"/><action disp="allocatable" only-variants="whole"/></rules>"#,
    );
    let evaluation = lgr.evaluate("ab");
    assert_eq!((&*evaluation.disposition, evaluation.action), ("allocatable", Some(1)));
    assert_eq!(lgr.evaluate("aab").action, Some(0));

    // Myanmar: the type of 102C does not count inside the sequence 102C 103A.
    let Some(myanmar) = root_zone("myanmar") else { return };
    let with = myanmar.evaluate(&text("1021 1012 102C 103A"));
    assert_eq!((with.is_eligible(), with.action), (true, Some(13)), "{with:?}");
}

/// D7: a variant label that derivations give different dispositions is told, with the derivations.
#[test]
fn conflicting_duplicates_are_told() {
    // The example of RFC 7940 section 8.4: the label itself comes out allocatable and blocked.
    let lgr = ruleset(
        r#"<data><char cp="0061"><var cp="0061" type="allocatable"/></char><char cp="0062"/>
           <char cp="0061 0062"><var cp="0061 0062" type="blocked"/></char></data>"#,
    );
    let set = lgr.variants("ab").unwrap();
    let conflict = set.conflicting().next().unwrap();
    assert_eq!((&*conflict.label, &*conflict.disposition), ("ab", "blocked"));
    assert_eq!(&**lgr.action_disposition(conflict.conflicts[0]).unwrap(), "allocatable");
    assert_eq!(set.counts().conflicts().to_u128(), Some(1));
    assert_eq!(set.iter().count(), 0, "the label itself is not among its variants");

    let Some(myanmar) = root_zone("myanmar") else { return };
    let label = text("1010 1030 1014 102D 102F 1004 103A 1004 1036");
    let set = myanmar.variants(&label).unwrap();
    let conflicts: Vec<_> = set.conflicting().collect();
    assert!(!conflicts.is_empty());
    assert_eq!(set.counts().conflicts().to_u128(), Some(conflicts.len() as u128));
    for conflict in conflicts.iter().filter(|conflict| conflict.label != label) {
        let other = myanmar.action_disposition(conflict.conflicts[0]).unwrap();
        let both: BTreeSet<&str> = [&*conflict.disposition, &**other].into();
        assert_eq!(both, ["allocatable", "blocked"].into());
        let relation = myanmar.relation(&label, &conflict.label).unwrap().unwrap();
        assert_eq!(relation.conflicts, conflict.conflicts);
        assert!(relation.derivations.len() > 1, "both derivations are told");
    }
}

/// D8: the context of a variant is read in the label with that one substitution, so that what is
/// substituted elsewhere neither gives nor takes it.
#[test]
fn variant_context_is_read_with_one_substitution() {
    let lgr = ruleset(
        r#"<data><char cp="0061"><var cp="0062" type="blocked"/></char><char cp="0062"/>
           <char cp="0063"><var cp="0064" type="blocked" when="after-a"/></char><char cp="0064"/></data>
           <rules><rule name="after-a"><look-behind><char cp="0061"/></look-behind><anchor/></rule></rules>"#,
    );
    // In "bd" the d stands after b; in the original c stands after a.
    assert_eq!(
        listed(&lgr.variants("ac").unwrap()),
        ["0061 0064", "0062 0063", "0062 0064"].map(str::to_owned).into()
    );
    // In the original c does not stand after a.
    assert_eq!(total(&lgr, "bc"), 0);
    // A rule without anchor sees the substituted code point.
    let lgr = ruleset(
        r#"<data><char cp="0061"><var cp="0062" type="blocked" not-when="has-b"/></char><char cp="0062"/></data>
           <rules><rule name="has-b"><char cp="0062"/></rule></rules>"#,
    );
    assert_eq!(total(&lgr, "a"), 0);
}

/// D9: a class without members matches no code point.
#[test]
fn empty_classes_match_nothing() {
    for class in [
        r#"<class from-tag="nobody"/>"#,
        "<intersection><class>0061</class><class>0062</class></intersection>",
    ] {
        let lgr = ruleset(&format!(
            r#"<data><char cp="0061" when="after"/><char cp="0062" not-when="after"/><char cp="0063"/></data>
               <rules><rule name="after"><look-behind>{class}</look-behind><anchor/></rule>
               <rule name="any">{class}</rule><action disp="invalid" match="any"/></rules>"#
        ));
        assert!(!lgr.evaluate("ca").is_eligible());
        assert!(lgr.evaluate("cb").is_eligible());
    }
}

/// D11: properties are those of the ruleset's own Unicode version.
#[test]
fn properties_are_of_the_rulesets_own_version() {
    // U+A7DA LATIN CAPITAL LETTER LAMBDA came in Unicode 16.0, U+1F16 is unassigned in every version.
    let with = |version: &str| {
        ruleset(&format!(
            r#"<meta><unicode-version>{version}</unicode-version></meta>
               <data><char cp="A7DB"/><char cp="0061"/></data>
               <rules><class name="small" property="gc:Ll"/>
               <rule name="all-small"><start/><class by-ref="small" count="1+"/><end/></rule>
               <action disp="invalid" not-match="all-small"/></rules>"#
        ))
    };
    assert!(!with("15.0.0").evaluate("a\u{A7DB}").is_eligible());
    assert!(with("16.0.0").evaluate("a\u{A7DB}").is_eligible());
    assert!(with("15.0.0").evaluate("a").is_eligible());
}

/// Reasons are told for code points around one that is not in the repertoire.
#[test]
fn contexts_see_code_points_outside_the_repertoire() {
    let lgr = ruleset(
        r#"<meta><unicode-version>12.0.0</unicode-version></meta>
           <data><char cp="0061" when="after-digit"/><char cp="0062" not-when="after-digit"/></data>
           <rules><rule name="after-digit"><look-behind><class property="gc:Nd"/></look-behind><anchor/></rule></rules>"#,
    );
    let failed =
        |label: &str| lgr.evaluate(label).failures.iter().map(|f| f.span.start()).collect::<Vec<_>>();
    assert_eq!(failed("1a"), [0]);
    assert_eq!(failed("xa"), [0, 1]);
    assert_eq!(failed("1b"), [0, 1]);
    assert_eq!(failed("xb"), [0]);
    assert_eq!(failed(""), [0]);
    assert_eq!(lgr.evaluate(&"b".repeat(64)).failures[0].kind, FailureKind::Length);
    assert!(lgr.evaluate(&"b".repeat(63)).is_eligible());
}

/// Mappings to the null sequence take code points out; those from it are not carried out.
#[test]
fn null_variants() {
    let lgr = ruleset(
        r#"<data><char cp=""><var cp="0062" type="invalid"/></char>
           <char cp="0061"/><char cp="0062"><var cp="" type="blocked"/></char></data>"#,
    );
    assert!(lgr.has_null_source());
    assert_eq!(
        listed(&lgr.variants("abab").unwrap()),
        ["0061 0061", "0061 0061 0062", "0061 0062 0061"].map(str::to_owned).into()
    );
    assert_eq!(lgr.index_label("abab"), lgr.index_label("aa"));
    assert_eq!(total(&lgr, "b"), 0, "the empty label is none");
}

/// Counts are exact beyond 128 bits, and agree with the walk.
#[test]
fn counts_of_the_longest_labels() {
    let lgr = ruleset(&format!(
        "<data><char cp=\"0061\">{}</char>{}</data>",
        ('b'..='r')
            .map(|c| format!("<var cp=\"{:04X}\" type=\"blocked\"/>", u32::from(c)))
            .collect::<String>(),
        ('b'..='r').map(|c| format!("<char cp=\"{:04X}\"/>", u32::from(c))).collect::<String>(),
    ));
    let label = "a".repeat(63);
    let counts = lgr.variant_counts(&label).unwrap();
    assert_eq!(counts.total(), lgr.variants(&label).unwrap().counts().total());
    // 18^63 - 1 has 80 digits.
    assert!(counts.total().is_exact());
    assert_eq!(counts.total().to_string().len(), 80);
    assert!(counts.total().to_string().ends_with("568831"), "{}", counts.total());
    assert_eq!(lgr.relation(&label, &"r".repeat(63)).unwrap().unwrap().derivations[0].len(), 63);
}

/// Findings carry the clause, the rule and the place.
#[test]
fn findings() {
    use ulabel::Code;
    let lgr = ruleset(
        r#"<data><char cp="0061" when="after-b"/><char cp="0062"/><char cp="0063"/></data>
           <rules><rule name="after-b"><look-behind><char cp="0062"/></look-behind><anchor/></rule>
           <rule name="two-c"><char cp="0063" count="2"/></rule><action disp="invalid" match="two-c"/></rules>"#,
    );
    let codes = |label: &str| {
        let findings = lgr.findings(&lgr.evaluate(label));
        findings.iter().map(|finding| (finding.code(), finding.span().range())).collect::<Vec<_>>()
    };
    assert_eq!(codes("ba"), []);
    assert_eq!(
        codes("xaa"),
        [(Code::LgrNotInRepertoire, 0..1), (Code::LgrContext, 1..2), (Code::LgrContext, 2..3)]
    );
    assert_eq!(codes("bcc"), [(Code::LgrWholeLabelRule, 0..0)]);
    assert!(lgr.is_eligible("ba"));

    // Code points that are listed only as variants of others are pointed at one by one.
    let lgr = ruleset(
        r#"<data><char cp="0061"/><char cp="0430"><var cp="0430" type="out-of-repertoire-var"/></char></data>
           <rules><action disp="invalid" any-variant="out-of-repertoire-var"/></rules>"#,
    );
    let findings = lgr.findings(&lgr.evaluate("aаaа"));
    assert!(findings.iter().all(|finding| finding.code() == Code::LgrInvalidDisposition));
    let spans: Vec<_> = findings.iter().map(|finding| finding.span().range()).collect();
    assert_eq!(spans, [1..2, 3..4]);
}

/// The longest labels of the letters with the most variants.
#[test]
fn worst_published_labels() {
    // U+0643 ARABIC LETTER KAF, U+064A ARABIC LETTER YEH; U+53D1
    for (script, unit) in [("arabic", "كي"), ("latin", "o"), ("chinese", "发")] {
        let Some(lgr) = root_zone(script) else { return };
        let fits = |label: &String| label.is_ascii() || ulabel::Label::parse(label).a_label().is_some();
        let label = (8..=63).map(|n| unit.repeat(n)).take_while(fits).last().unwrap();
        assert!(lgr.evaluate(&label).is_eligible());
        let counts = lgr.variant_counts(&label).unwrap();
        assert!(
            counts.total().is_exact() && counts.total() > (1 << 60).into(),
            "{script} {}",
            counts.total()
        );
        assert_eq!(lgr.variants(&label).unwrap().counts(), counts);
        // Those that could be registered too are found without going through the others.
        let set = lgr.variants(&label).unwrap();
        for variant in set.with_disposition("allocatable").take(3) {
            assert_eq!(lgr.index_label(&variant.label), lgr.index_label(&label));
        }
    }
}

/// A label with which nothing is wrong costs no memory.
#[test]
fn evaluation_allocates_nothing() {
    for script in ["latin", "arabic", "devanagari", "malayalam", "chinese", "korean"] {
        let (Some(lgr), Some(cases)) = (
            root_zone(script),
            shared_lines(&format!("vectors/lgr/labels-lgr-5-{script}-script-26may22-en.jsonl")),
        ) else {
            return;
        };
        let labels: Vec<&str> = cases
            .iter()
            .filter(|case| case["eligible"] == true)
            .map(|case| case["label"].as_str().unwrap())
            .collect();
        assert!(labels.len() > 10);
        labels.iter().for_each(|label| assert!(lgr.is_eligible(label)));
        let info = allocation_counter::measure(|| {
            for label in &labels {
                assert!(lgr.evaluate(label).is_eligible());
            }
        });
        assert_eq!(info.count_total, 0, "{script}");
    }
}

/// D10, of the union that several tables of one TLD make: nothing of one table is lost because another has
/// the same code points without it, neither a variant nor its context; and each table keeps its actions.
#[test]
fn union_of_tables_drops_nothing() {
    const HEAD: &str = "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\">";
    let first = format!(
        "{HEAD}<data><char cp=\"0061\"><var cp=\"0062\" type=\"blocked\" when=\"after-x\"/></char>\
         <char cp=\"0062\"><var cp=\"0061\" type=\"blocked\" when=\"after-x\"/></char>\
         <range first-cp=\"0078\" last-cp=\"0079\"/></data><rules>\
         <rule name=\"after-x\"><look-behind><char cp=\"0078\"/></look-behind><anchor/></rule>\
         <rule name=\"y-first\"><start/><char cp=\"0079\"/></rule>\
         <action disp=\"invalid\" match=\"y-first\"/></rules></lgr>"
    );
    let second = format!("{HEAD}<data><range first-cp=\"0061\" last-cp=\"007A\"/></data></lgr>");
    let read = |text: &str| xml::read(text.as_bytes(), Strictness::Strict).unwrap().lgr;
    for tables in [[read(&first), read(&second)], [read(&second), read(&first)]] {
        let set = super::tables::zone(&tables);
        let collide = |a: &str, b: &str| set.collision(a, b, &mut Scratch::new()).unwrap().is_some();
        assert!(collide("xa", "xb") && set.coarse_key("xa") == set.coarse_key("xb"));
        assert!(!collide("za", "zb"), "out of context they are no variants");
        // Refused by an action of the first, the label fits the second alone.
        let second_at = tables.iter().position(|lgr| lgr.actions().next().is_none()).unwrap();
        assert_eq!(set.fitting("ya").iter().collect::<Vec<_>>(), [second_at]);
    }
    // The published tables with the full variant set: one relation over all, whichever comes first.
    let full = |tag: &str| {
        let text = crate::support::shared(&format!("lgr/full-variant-set-2024/{tag}.xml"))?;
        Some(read(&text))
    };
    let (Some(latin), Some(cyrillic)) = (full("und-Latn"), full("und-Cyrl")) else { return };
    for tables in [[latin.clone(), cyrillic.clone()], [cyrillic, latin]] {
        let set = super::tables::zone(&tables);
        // Latin "cope" and Cyrillic U+0441 U+043E U+0440 U+0435
        assert!(set.collision("cope", "соре", &mut Scratch::new()).unwrap().is_some());
    }
}

/// Properties are those of the ruleset's own version (RFC 7940 section 6.2.3), not of the newest.
#[test]
fn properties_are_of_the_version_of_the_ruleset() {
    let members = |version: &str, property: &str, label: &str| -> Result<Vec<bool>, String> {
        let points =
            label.chars().map(|c| format!("<char cp=\"{:04X}\"/>", u32::from(c))).collect::<String>();
        let text = format!(
            "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><meta><unicode-version>{version}</unicode-version></meta>\
             <data>{points}</data><rules><rule name=\"r\"><class property=\"{property}\"/></rule>\
             <action disp=\"invalid\" match=\"r\"/></rules></lgr>"
        );
        let lgr = xml::read(text.as_bytes(), Strictness::Strict).unwrap_or_else(|e| panic!("{e}")).lgr;
        let compiled = CompiledLgr::new(&lgr).map_err(|error| error.to_string())?;
        Ok(label.chars().map(|c| !compiled.is_eligible(&c.to_string())).collect())
    };
    for (version, property, label, expected) in [
        // Georgian letters became lower case when upper case came in.
        ("10.0.0", "gc:Ll", "\u{10D0}a", [false, true]),
        ("10.0.0", "gc:Lo", "\u{10D0}a", [true, false]),
        ("11.0.0", "gc:Ll", "\u{10D0}a", [true, true]),
        ("6.2.0", "gc:Zs", "\u{180E}\u{A0}", [true, true]),
        ("6.3.0", "gc:Zs", "\u{180E}\u{A0}", [false, true]),
        ("5.2.0", "gc:Me", "\u{6DE}\u{488}", [true, true]),
        ("7.0.0", "sc:Zyyy", "\u{660}\u{661}", [true, true]),
        ("8.0.0", "sc:Arab", "\u{660}\u{661}", [true, true]),
        ("5.2.0", "bc:BN", "\u{70F}\u{AD}", [true, true]),
        ("7.0.0", "jt:D", "\u{847}\u{628}", [true, true]),
        ("8.0.0", "jt:D", "\u{847}\u{628}", [false, true]),
        ("12.0.0", "jt:U", "\u{856}a", [true, true]),
        // Not yet assigned.
        ("10.0.0", "gc:Lu", "\u{1C90}A", [false, true]),
        ("10.0.0", "gc:Cn", "\u{1C90}A", [true, false]),
        ("6.0.0", "scx:Deva", "\u{970}\u{905}", [false, true]),
        ("11.0.0", "scx:Deva", "\u{970}\u{905}", [true, true]),
        ("11.0.0", "InSC:Virama", "\u{94D}\u{915}", [true, false]),
        ("11.0.0", "InSC:Other", "\u{94D}a", [false, true]),
        ("11.0.0", "Dep:Y", "\u{149}a", [true, false]),
        ("11.0.0", "Dep:N", "\u{149}a", [false, true]),
        ("5.2.0", "Dep:Y", "\u{673}\u{149}", [false, true]),
    ] {
        assert_eq!(members(version, property, label).as_deref(), Ok(&expected[..]), "{version} {property}");
    }
    for version in ["3.2.0", "5.1.0", "19.0.0", "11.1.0"] {
        let error = members(version, "gc:Ll", "a").unwrap_err();
        assert!(error.contains("are not known here"), "{version}: {error}");
    }
    assert!(members("5.2.0", "scx:Deva", "a").unwrap_err().contains("Unicode 5.2"));
    assert!(members("11.0.0", "InSC:Nonsense", "a").unwrap_err().contains("InSC:Nonsense"));
}
