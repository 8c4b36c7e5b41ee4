//! Is an LGR sound: review, and the validation vectors.

use std::collections::BTreeMap;

use serde_json::Value;
use ulabel::Severity;
use ulabel::lgr::review::{Review, inspect, review, variant_sets};
use ulabel::lgr::{self, FaultCode, Lgr, Strictness, xml};

use crate::lgr_xml::xml_files;
use crate::support::{shared_lines, shared_path};

fn table(body: &str) -> Lgr {
    let text = format!(
        "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><meta><language>und-Latn</language>\
         <unicode-version>11.0.0</unicode-version></meta>{body}</lgr>"
    );
    xml::read(text.as_bytes(), Strictness::Strict).unwrap_or_else(|refused| panic!("{refused}")).lgr
}

/// Code and first arguments of every fault.
fn told(review: &Review) -> Vec<(FaultCode, String)> {
    review.faults.iter().map(|fault| (fault.code(), fault.arguments().join("; "))).collect()
}

fn codes(lgr: &Lgr) -> Vec<FaultCode> {
    inspect(lgr).faults.iter().map(|fault| fault.code()).collect()
}

fn hex(value: &Value) -> String {
    let numbers = value.as_array().expect("code points").iter().map(|n| n.as_u64().expect("a number"));
    numbers.map(|n| format!("{n:04X}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn vectors() {
    let Some(cases) = shared_lines("vectors/lgr/validate.jsonl") else { return };
    for case in cases {
        let file = case["file"].as_str().expect("a file name");
        let Some(path) = shared_path(&format!("lgr/{file}")) else { continue };
        let octets = std::fs::read(path).expect("a readable file");
        let strict = lgr::read(&octets, Strictness::Strict);
        // The peer reads two things that RFC 7940 forbids as if it did not: undefined rules (§5.2) and
        // undefined references (§5.4.1).
        let stricter =
            |code: FaultCode| matches!(code, FaultCode::UnknownReference | FaultCode::UnexpectedText);
        match &strict {
            Ok(_) => {
                assert_eq!((&case["rng_valid"], &case["load_strict"]), (&true.into(), &"ok".into()), "{file}")
            }
            Err(refused) => {
                let ours = refused.faults().iter().any(|fault| stricter(fault.code()));
                let theirs = case["rng_valid"] == false || case["load_strict"] != "ok";
                assert!(ours || theirs, "{file}: {refused}");
            }
        }
        assert_eq!(case["load"], "ok", "{file}");
        let lgr = lgr::read(&octets, Strictness::Lenient).unwrap_or_else(|e| panic!("{file}: {e}")).lgr;
        if strict.is_ok() {
            compare_review(file, &case, &lgr);
            compare_statistics(file, &case["stats"], &lgr);
        }
    }
}

fn compare_review(file: &str, case: &Value, lgr: &Lgr) {
    let review = inspect(lgr);
    let of = |wanted: &[FaultCode]| -> Vec<String> {
        let faults = review.faults.iter().filter(|fault| wanted.contains(&fault.code()));
        faults
            .map(|fault| fault.arguments().iter().take(2).cloned().collect::<Vec<_>>().join(" > "))
            .collect()
    };
    let symmetry =
        of(&[FaultCode::VariantNotInRepertoire, FaultCode::Asymmetric, FaultCode::AsymmetricContext]);
    assert_eq!(symmetry.is_empty(), case["symmetric"] == true, "{file}: {symmetry:?}");
    for issue in case["symmetry_issues"].as_array().expect("a list") {
        let pair = format!("{} > {}", hex(&issue[0]), hex(&issue[1]));
        assert!(symmetry.contains(&pair), "{file}: {pair}");
    }
    let transitivity = of(&[FaultCode::Intransitive]);
    assert_eq!(transitivity.is_empty(), case["transitive"] == true, "{file}: {transitivity:?}");
    for issue in case["transitivity_issues"].as_array().expect("a list") {
        let pair = format!("{} > {}", hex(&issue[0]), hex(&issue[1]));
        assert!(transitivity.contains(&pair), "{file}: {pair}");
    }
    let idna: Vec<_> = review.faults.iter().filter(|fault| fault.code() == FaultCode::NotIdna2008).collect();
    assert_eq!(idna.len(), case["idna2008_non_compliant"].as_array().expect("a list").len(), "{file}");
    // Without symmetry the peer's sets depend on where it starts.
    let sets = case["variant_sets"].as_array().filter(|sets| !sets.is_empty() && case["symmetric"] == true);
    if let Some(sets) = sets {
        let expected: Vec<Vec<String>> =
            sets.iter().map(|set| set.as_array().expect("a set").iter().map(hex).collect()).collect();
        let mut found: Vec<Vec<String>> = variant_sets(lgr)
            .into_iter()
            .map(|set| set.members.iter().map(ToString::to_string).collect())
            .collect();
        let mut expected = expected;
        for list in [&mut found, &mut expected] {
            list.iter_mut().for_each(|set| set.sort());
            list.sort();
        }
        assert_eq!(found, expected, "{file}");
    }
}

fn compare_statistics(file: &str, expected: &Value, lgr: &Lgr) {
    let found = inspect(lgr).statistics;
    let number = |field: &str| usize::try_from(expected[field].as_u64().expect("a number")).expect("small");
    assert_eq!(found.entries, number("codepoint_number"), "{file}");
    assert_eq!(found.ranges, number("range_number"), "{file}");
    assert_eq!(found.largest_range, number("largest_range_len"), "{file}");
    assert_eq!(found.sequences, number("sequence_number"), "{file}");
    assert_eq!(
        found.longest_sequence.as_ref().map_or(0, |cp| cp.len()),
        number("largest_sequence_len"),
        "{file}"
    );
    assert_eq!(found.entries_with_variants, number("codepoints_with_variants"), "{file}");
    assert_eq!(found.rules, number("rule_number"), "{file}");
    let counts = |field: &str| -> BTreeMap<String, usize> {
        let map = expected[field].as_object().expect("counts");
        map.iter().map(|(key, n)| (key.clone(), n.as_u64().expect("a number") as usize)).collect()
    };
    let strings = |map: &BTreeMap<lgr::Identifier, usize>| -> BTreeMap<String, usize> {
        map.iter().map(|(key, n)| (key.to_string(), *n)).collect()
    };
    let mut types = strings(&found.variants_by_type);
    if found.untyped_variants > 0 {
        types.insert("None".into(), found.untyped_variants);
    }
    let mut by_type = counts("variants_by_type");
    by_type.retain(|_, count| *count > 0);
    assert_eq!(types, by_type, "{file}");
    assert_eq!(strings(&found.entries_by_tag), counts("codepoints_by_tag"), "{file}");
}

#[test]
fn symmetry_and_transitivity_with_contexts() {
    let lgr = table(
        r#"<data>
  <char cp="0061"><var cp="0062" when="r" type="blocked"/></char>
  <char cp="0062"><var cp="0061" not-when="r" type="blocked"/></char>
  <char cp="0063"><var cp="0064" type="blocked"/><var cp="007A" type="blocked"/></char>
  <char cp="0064"/>
  <char cp="0065"><var cp="0066" type="blocked"/></char>
  <char cp="0066"><var cp="0065" type="blocked"/><var cp="0067" type="blocked"/></char>
  <char cp="0067"><var cp="0066" type="blocked"/></char>
</data><rules><rule name="r"><anchor/><look-ahead><any/></look-ahead></rule></rules>"#,
    );
    use FaultCode as F;
    let expected = [
        (F::AsymmetricContext, "0061; 0062; when \"r\""),
        (F::AsymmetricContext, "0062; 0061; not-when \"r\""),
        (F::Asymmetric, "0063; 0064"),
        (F::VariantNotInRepertoire, "0063; 007A"),
        (F::Intransitive, "0065; 0067"),
        (F::Intransitive, "0067; 0065"),
    ];
    let found = told(&inspect(&lgr));
    // 0064 and 007A are in one set, but only 0064 is in the repertoire.
    let expected: Vec<_> = expected.iter().map(|(code, text)| (*code, text.to_string())).collect();
    assert_eq!(found, expected);
}

#[test]
fn code_points_against_idna2008_and_scripts() {
    let lgr = table(
        r#"<data>
  <range first-cp="0040" last-cp="0061"/>
  <char cp="00B7"/>
  <char cp="03B1"/>
  <char cp="0430"><var cp="0430" type="out-of-repertoire-var"/></char>
  <char cp="1E2C0"/>
</data><rules><action disp="invalid" any-variant="out-of-repertoire-var"/></rules>"#,
    );
    use FaultCode as F;
    let found = told(&inspect(&lgr));
    let expected = [
        (F::NotIdna2008, "U+0040..U+0060; DISALLOWED; 11.0"),
        (F::NoContextRule, "U+00B7; CONTEXTO"),
        (F::ForeignScript, "U+03B1; Grek; Latn; 1"),
        // U+1E2C0 WANCHO LETTER AA came with Unicode 12.0: the version of the LGR decides.
        (F::NotIdna2008, "U+1E2C0; UNASSIGNED; 11.0"),
    ];
    let expected: Vec<_> = expected.iter().map(|(code, text)| (*code, text.to_string())).collect();
    let found: Vec<_> = found.into_iter().filter(|(_, text)| !text.contains("Wcho")).collect();
    assert_eq!(found, expected);
}

#[test]
fn actions_that_no_label_reaches() {
    let rules = |actions: &str| {
        let body = format!(
            "<data><char cp=\"0061\"><var cp=\"0061\" type=\"blocked\"/></char></data>\
             <rules><rule name=\"r\"><any/></rule>{actions}<action disp=\"valid\" match=\"r\"/></rules>"
        );
        codes(&table(&body)).iter().filter(|code| **code == FaultCode::UnreachableAction).count()
    };
    assert_eq!(rules(""), 0);
    assert_eq!(rules(r#"<action disp="valid"/>"#), 1);
    assert_eq!(rules(r#"<action disp="blocked" any-variant="blocked"/>"#), 0);
    assert_eq!(
        rules(r#"<action disp="blocked" any-variant="a b"/><action disp="blocked" only-variants="a"/>"#),
        1
    );
    assert_eq!(
        rules(r#"<action disp="blocked" all-variants="a b"/><action disp="blocked" any-variant="a"/>"#),
        0
    );
    assert_eq!(rules(r#"<action disp="blocked" match="r" any-variant="a"/>"#), 0);
    assert_eq!(rules(r#"<action disp="invalid" match="r"/>"#), 1);
    assert_eq!(rules(r#"<action disp="invalid" not-match="r"/>"#), 0);
    assert_eq!(rules(r#"<action disp="invalid" not-match="r"/><action disp="blocked" match="r"/>"#), 1);
}

#[test]
fn types_and_names_that_lead_nowhere() {
    let lgr = table(
        r#"<data><char cp="0061"><var cp="0062" type="odd"/></char><char cp="0062"><var cp="0061"/></char></data>
<rules><class name="c">0061</class><class name="d">0061</class>
<rule name="r"><class by-ref="c"/></rule><action disp="withheld" any-variant="none"/></rules>"#,
    );
    use FaultCode as F;
    let mut found = codes(&lgr);
    found.sort();
    assert_eq!(
        found,
        [
            F::UnusedTypes,
            F::UntriggeredType,
            F::UntypedVariant,
            F::PrivateDisposition,
            F::UnusedRule,
            F::UnusedClass
        ]
    );
}

#[test]
fn published_tables_have_no_errors_and_bad_ones_are_named() {
    for (name, octets) in xml_files("lgr/second-level-2024") {
        let lgr = xml::read(&octets, Strictness::Strict).unwrap().lgr;
        let review = inspect(&lgr);
        let grave: Vec<_> = review
            .faults
            .iter()
            .filter(|fault| fault.severity() == Severity::Error || fault.code() == FaultCode::Asymmetric)
            .collect();
        assert!(grave.is_empty(), "{name}: {grave:?}");
    }
    let files = xml_files("lgr/synthetic");
    let line_of = |file: &str, code: FaultCode| {
        let (_, octets) = files.iter().find(|(name, _)| name == file)?;
        let lgr = xml::read(octets, Strictness::Lenient).unwrap().lgr;
        let review = inspect(&lgr);
        let fault = review.faults.iter().find(|fault| fault.code() == code);
        Some(fault.unwrap_or_else(|| panic!("{file}: {:?}", review.faults)).position().unwrap().line)
    };
    if !files.is_empty() {
        assert_eq!(line_of("bad-uppercase.xml", FaultCode::NotIdna2008), Some(4));
        assert_eq!(line_of("bad-variant-not-in-repertoire.xml", FaultCode::VariantNotInRepertoire), Some(4));
        assert_eq!(line_of("val-asymmetric.xml", FaultCode::Asymmetric), Some(4));
        assert_eq!(line_of("val-intransitive.xml", FaultCode::Intransitive), Some(4));
        assert_eq!(line_of("val-conditional-asym.xml", FaultCode::AsymmetricContext), Some(4));
        assert_eq!(line_of("odd-unlisted-disposition.xml", FaultCode::PrivateDisposition), Some(5));
    }
}

#[test]
fn hostile_tables_are_reviewed_in_bounded_time() {
    // One letter with very many variants, none of which knows of the others.
    let variants: String =
        (0x4E00..0x4E00 + 20_000).map(|n| format!("<var cp=\"{n:04X}\" type=\"blocked\"/>")).collect();
    let chars: String = (0x4E00..0x4E00 + 20_000)
        .map(|n| format!("<char cp=\"{n:04X}\"><var cp=\"0061\" type=\"blocked\"/></char>"))
        .collect();
    let lgr = table(&format!("<data><char cp=\"0061\">{variants}</char>{chars}</data>"));
    assert!(codes(&lgr).contains(&FaultCode::Limit));
    let actions: String =
        (0..5000).map(|n| format!("<action disp=\"blocked\" any-variant=\"t{n}\"/>")).collect();
    let lgr = table(&format!("<data><char cp=\"0061\"/></data><rules>{actions}</rules>"));
    assert!(!codes(&lgr).contains(&FaultCode::UnreachableAction));
}

/// The duplicate variant labels that a review finds, as `label > variant`.
fn duplicates(lgr: &Lgr) -> Vec<String> {
    let faults = review(lgr).faults;
    let duplicates = faults.iter().filter(|fault| fault.code() == FaultCode::DuplicateVariantLabel);
    duplicates.map(|fault| format!("{} > {}", fault.arguments()[0], fault.arguments()[1])).collect()
}

#[test]
fn labels_with_one_variant_label_twice_are_found() {
    // The example of RFC 7940 §8.4.
    let example = r#"<data>
<char cp="0061"><var cp="0061" type="allocatable"/></char><char cp="0062"/>
<char cp="0061 0062"><var cp="0061 0062" type="blocked"/></char></data>"#;
    assert_eq!(duplicates(&table(example)), ["0061 0062 > 0061 0062"]);
    // Two contexts that are both given (RFC 7940 §5.3.5): any letter before, any letter after.
    let contexts = r#"<data><range first-cp="0063" last-cp="0066"/>
<char cp="0061"><var cp="0062" when="after" type="blocked"/><var cp="0062" when="before" type="allocatable"/></char>
<char cp="0062"/></data><rules>
<rule name="after"><look-behind><class>0063</class></look-behind><anchor/></rule>
<rule name="before"><anchor/><look-ahead><class>0063</class></look-ahead></rule></rules>"#;
    assert_eq!(duplicates(&table(contexts)), ["0063 0061 0063 > 0063 0062 0063"]);
    assert_eq!(
        duplicates(&table(&contexts.replace("0063</class></look-ahead>", "007A</class></look-ahead>"))),
        [""; 0]
    );
    // The published Myanmar table (D7 of the known traps).
    let folder = "lgr/root-zone/lgr-5";
    if let Some((_, octets)) = xml_files(folder).iter().find(|(name, _)| name.contains("myanmar")) {
        let found = duplicates(&xml::read(octets, Strictness::Strict).unwrap().lgr);
        assert!(found.iter().any(|found| found.contains("1004 103A")), "{found:?}");
    }
    let folder = "lgr/full-variant-set-2024";
    if let Some((_, octets)) = xml_files(folder).iter().find(|(name, _)| name == "de.xml") {
        let lgr = xml::read(octets, Strictness::Strict).unwrap().lgr;
        // Both ways: once with different dispositions, once with one.
        assert_eq!(duplicates(&lgr), ["0073 0073 > 00DF", "00DF > 0073 0073"]);
    }
}

#[test]
fn a_ruleset_that_cannot_be_evaluated_is_told() {
    let lgr = table(r#"<data><char cp="0061"/></data><rules><class name="c" property="gc:Nosuch"/></rules>"#);
    let faults = review(&lgr).faults;
    let fault = faults.iter().find(|fault| fault.code() == FaultCode::NotUsable).expect("told");
    assert!(fault.to_string().contains("gc:Nosuch"), "{fault}");
    assert!(inspect(&lgr).faults.iter().all(|fault| fault.code() != FaultCode::NotUsable));
}

/// What can be in no label, and language tags that are none.
#[test]
fn what_can_never_match_and_tags_that_are_none() {
    let told = |inside: &str| -> Vec<(FaultCode, String)> {
        let text = format!("<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\">{inside}</lgr>");
        let lgr = xml::read(text.as_bytes(), Strictness::Strict).unwrap_or_else(|e| panic!("{e}")).lgr;
        review(&lgr).faults.iter().map(|fault| (fault.code(), fault.sentence())).collect()
    };
    let codes = |inside: &str| told(inside).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let decomposed =
        told(r#"<data><char cp="0061 0300"/><char cp="0065 0323 0302"/><char cp="0061 0331"/></data>"#);
    assert_eq!(decomposed.iter().filter(|(code, _)| *code == FaultCode::NeverNfc).count(), 2);
    assert!(
        decomposed[0].1.contains("write 00E0") && decomposed[1].1.contains("write 1EC7"),
        "{decomposed:?}"
    );

    let with = |tag: &str| {
        format!(r#"<meta><language>{tag}</language></meta><data><char cp="0061"/><char cp="0430"/></data>"#)
    };
    use FaultCode::{ForeignScript, ScriptsNotCompared, UnknownSubtag};
    assert_eq!(codes(&with("und-Latn")), [ForeignScript]);
    assert_eq!(codes(&with("de")), [ForeignScript]);
    // The scripts are compared where the tag still tells one.
    assert_eq!(codes(&with("Latin")), [UnknownSubtag, ForeignScript]);
    assert_eq!(codes(&with("ru-Cyrx")), [UnknownSubtag, ForeignScript]);
    assert_eq!(codes(&with("German")), [UnknownSubtag, ScriptsNotCompared]);
    assert_eq!(codes(&with("und")), [ScriptsNotCompared]);
    assert_eq!(codes(&with("und-Zyyy")), [], "RFC 7940 section 4.3.3: many scripts");
    let ill_formed = format!("<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\">{}</lgr>", with("und-Latn-Latn"));
    let refused = xml::read(ill_formed.as_bytes(), Strictness::Strict).unwrap_err();
    assert_eq!(refused.faults()[0].code(), FaultCode::BadLanguage);
}

/// Labels show where index labels part those that are variants of each other.
#[test]
fn index_labels_that_differ_are_shown() {
    let witnesses = |lgr: &ulabel::lgr::Lgr| -> Vec<String> {
        let faults = review(lgr).faults;
        let shown = faults.iter().filter(|fault| fault.code() == FaultCode::IndexLabelsDiffer);
        shown.map(|fault| fault.sentence()).collect()
    };
    // bcd and be are variants of each other, by the sequence cd and by the sequence bc.
    let lgr = table(
        r#"<data><char cp="0061"><var cp="0062 0063" type="blocked"/></char><char cp="0062"/><char cp="0063"/>
        <char cp="0062 0063"><var cp="0061" type="blocked"/></char><char cp="0064"/>
        <char cp="0063 0064"><var cp="0065" type="blocked"/></char>
        <char cp="0065"><var cp="0063 0064" type="blocked"/></char></data>"#,
    );
    assert!(witnesses(&lgr)[0].contains("index labels"), "{:?}", witnesses(&lgr));
    let simple = table(
        r#"<data><char cp="0061"><var cp="0062" type="blocked"/></char><char cp="0062"><var cp="0061" type="blocked"/></char></data>"#,
    );
    assert_eq!(witnesses(&simple), [""; 0]);
    let folder = "lgr/second-level-2024";
    for name in ["und-Sinh.xml", "und-Mymr.xml"] {
        if let Some((_, octets)) = xml_files(folder).iter().find(|(known, _)| known == name) {
            let lgr = xml::read(octets, Strictness::Strict).unwrap().lgr;
            assert!(!witnesses(&lgr).is_empty(), "{name}");
        }
    }
}
