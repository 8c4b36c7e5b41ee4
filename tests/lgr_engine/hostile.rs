//! Rulesets made to take time or memory end in an error or an answer, without a walk over everything.

use std::sync::{Arc, mpsc};
use std::time::Duration;

use super::reference::Reference;
use ulabel::Code;
use ulabel::lgr::{
    Action, BoundExceeded, CharEntry, ClassExpression, CodePoints, CompiledLgr, ContextRule, Count,
    Declaration, Detail, Entry, IdentifierList, Lgr, Match, NamedClass, Operator, RangeEntry, Rule,
    RuleTrigger, Scratch, Strictness, Tables, Variant, VariantCount, VariantTrigger, xml,
};

/// Ends a test that would not end by itself. It measures nothing: each of these takes seconds at most, also in
/// a build without optimization, and without its bound would take years.
const WATCHDOG: Duration = Duration::from_secs(600);

/// The result of `work`, which must come to an end.
fn ends<T>(work: impl FnOnce() -> T) -> T {
    let (ended, end) = mpsc::channel::<()>();
    std::thread::spawn(move || {
        if end.recv_timeout(WATCHDOG) == Err(mpsc::RecvTimeoutError::Timeout) {
            eprintln!("a hostile ruleset has been at work for {WATCHDOG:?}");
            std::process::abort();
        }
    });
    let result = work();
    drop(ended);
    result
}

fn rule(name: impl Into<String>, body: Vec<Match>) -> Declaration {
    let name = name.into().as_str().into();
    Declaration::Rule(Rule {
        name,
        body,
        references: IdentifierList::EMPTY,
        comment: None,
        origin: Default::default(),
    })
}

fn counted(operator: Operator, count: Count) -> Match {
    Match { count: Some(count), ..operator.into() }
}

fn reference(name: &str) -> Match {
    Operator::RuleRef(name.into()).into()
}

/// The letters a to z, a rule, and an action that asks for it.
fn with_rules(rules: Vec<Declaration>, asked: &str) -> Lgr {
    let mut lgr = Lgr::default();
    lgr.data.push(Entry::Range(RangeEntry::new('a', 'z')));
    lgr.declarations = rules;
    let action = Action { rule: Some(RuleTrigger::Match(asked.into())), ..Action::new("invalid") };
    lgr.declarations.push(Declaration::Action(action));
    lgr
}

fn letter(c: char) -> Match {
    Operator::Literal(c.into()).into()
}

#[test]
fn towers_of_counts() {
    let mut body = letter('a');
    for _ in 0..30 {
        body = counted(Operator::Group(vec![body]), Count::AtLeast(0));
    }
    let lgr = with_rules(vec![rule("r", vec![body, letter('b')])], "r");
    let compiled = ends(|| CompiledLgr::new(&lgr)).unwrap();
    ends(|| assert!(compiled.evaluate(&"a".repeat(63)).is_eligible()));
    assert!(!compiled.evaluate("aaab").is_eligible());

    // Longer than any label: such a count says no more than the length of a label does.
    let mut body = letter('a');
    for _ in 0..12 {
        body = counted(Operator::Group(vec![body]), Count::Between(2, 4_000_000_000));
    }
    let lgr = with_rules(vec![rule("r", vec![body])], "r");
    let compiled = ends(|| CompiledLgr::new(&lgr));
    assert!(compiled.is_err() || compiled.unwrap().evaluate(&"a".repeat(63)).is_eligible());
}

#[test]
fn rules_whose_automata_are_exponential() {
    let any = || Match::from(Operator::Any);
    let mut body = vec![letter('a')];
    body.extend((0..40).map(|_| any()));
    body.push(Operator::End.into());
    let lgr = with_rules(vec![rule("r", body)], "r");
    let compiled = ends(|| CompiledLgr::new(&lgr)).unwrap();
    let label = |before: usize, after: usize| format!("{}a{}", "b".repeat(before), "b".repeat(after));
    assert!(!compiled.is_eligible(&label(3, 40)) && !compiled.is_eligible(&label(0, 40)));
    assert!(compiled.is_eligible(&label(3, 39)) && compiled.is_eligible(&label(3, 41)));
}

/// A rule whose deterministic automaton is too big is simulated, as an action and as a context; the slow evaluator
/// says the same.
#[test]
fn rules_beyond_automata_are_simulated() {
    let text = r#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><range first-cp="0062" last-cp="0063"/>
        <char cp="0061"/><char cp="0078" when="far"><var cp="0079" type="blocked"/></char><char cp="0079"/></data><rules>
        <rule name="apart"><char cp="0061"/><any count="14"/><char cp="0061"/></rule>
        <rule name="far"><look-behind><char cp="0062"/><any count="14"/></look-behind><anchor/>
        <look-ahead><any count="0:60"/><char cp="0063"/><any count="13"/><char cp="0063"/></look-ahead></rule>
        <action disp="invalid" match="apart"/></rules></lgr>"#;
    let lgr = xml::read(text.as_bytes(), Strictness::Strict).unwrap().lgr;
    let compiled = ends(|| CompiledLgr::new(&lgr)).unwrap();
    let reference = Reference::new(&lgr);
    let b = |count: usize| "b".repeat(count);
    for (label, is_eligible) in [
        (format!("a{}a", b(14)), false),
        (format!("a{}a", b(13)), true),
        (format!("ba{}ab", b(14)), false),
        (format!("{}xc{}c", b(15), b(13)), true),
        (format!("{}x{}c{}c", b(15), b(9), b(13)), true),
        (format!("{}xc{}c", b(14), b(13)), false),
        (format!("{}xc{}c", b(15), b(12)), false),
        (format!("{}xc{}c{}", b(15), b(13), b(20)), true),
    ] {
        let points: Vec<char> = label.chars().collect();
        assert_eq!(compiled.is_eligible(&label), is_eligible, "{label}");
        assert_eq!(reference.evaluate(&points).0 != "invalid", is_eligible, "{label}");
    }
    // Without mappings there is nothing to count; with one, what is not known is said.
    assert_eq!(compiled.variant_counts(&b(30)).unwrap().total(), VariantCount::ZERO);
    let label = format!("{}xc{}c", b(15), b(13));
    assert_eq!(compiled.variant_counts(&label), Err(BoundExceeded));

    // A verdict does not depend on what is told of a label.
    let tables = Arc::new(Tables::new([("far", lgr)]).unwrap());
    for detail in [Detail::Findings, Detail::Tables, Detail::Variants] {
        let mut findings = Vec::new();
        tables.judge(&label, detail, &mut Scratch::new(), &mut findings);
        let codes: Vec<Code> = findings.iter().map(|finding| finding.code()).collect();
        assert_eq!(codes, [Code::LgrBoundReached], "{detail:?}");
    }
}

/// What the quick count takes no time over is left to the walk, which says the same: very many ways of several code
/// points from one place, more contexts than a few, sequences that stay as they are.
#[test]
fn what_the_quick_count_leaves_to_the_walk() {
    let compile = |data: &str, rules: &str| {
        let text = format!(
            r#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>{data}</data><rules>{rules}</rules></lgr>"#
        );
        let lgr = xml::read(text.as_bytes(), Strictness::Strict).unwrap().lgr;
        (ends(|| CompiledLgr::new(&lgr)).unwrap(), lgr)
    };
    let count = |lgr: &CompiledLgr, label: &str| {
        ends(|| lgr.variant_counts(label)).map(|counts| counts.total().to_u128())
    };

    // Hangul syllables U+AC00 to U+D7A3, each followed by a "b", stand for an "a".
    let ways: u32 = 11_172;
    let mapped: String =
        (0..ways).map(|n| format!(r#"<var cp="{:04X} 0062" type="blocked"/>"#, 0xAC00 + n)).collect();
    let data =
        format!(r#"<char cp="0061">{mapped}</char><char cp="0062"/><range first-cp="AC00" last-cp="D7A3"/>"#);
    let (lgr, _) = compile(&data, "");
    for length in [1_u32, 2] {
        let expected = u128::from(ways + 1).pow(length) - 1;
        assert_eq!(count(&lgr, &"a".repeat(length as usize)), Ok(Some(expected)));
    }
    assert_eq!(count(&lgr, &"a".repeat(20)), Err(BoundExceeded));

    // Twenty Greek letters stand for an "a", each where no other of its kind comes before it.
    let greek = || (0x3B1..0x3B1 + 20_u32).filter(|&c| c != 0x3C2);
    let mapped: String = greek().map(|c| format!(r#"<var cp="{c:04X}" type="blocked"/>"#)).collect();
    let entries: String = greek().map(|c| format!(r#"<char cp="{c:04X}" not-when="r{c:04X}"/>"#)).collect();
    let rules: String = greek()
        .map(|c| {
            format!(
                r#"<rule name="r{c:04X}"><look-behind><char cp="{c:04X}"/></look-behind><anchor/></rule>"#
            )
        })
        .collect();
    let (lgr, source) = compile(&format!(r#"<char cp="0061">{mapped}</char>{entries}"#), &rules);
    let expected = Reference::new(&source).variants(&['a', 'a', 'a']).len() as u128;
    assert_eq!(count(&lgr, "aaa"), Ok(Some(expected)));
    assert!(count(&lgr, &"a".repeat(63)).is_ok());

    // Sequences of every length, without variants: one derivation with their letters.
    let sequences: String =
        (2..=20).map(|len| format!(r#"<char cp="{}"/>"#, ["0061"; 20][..len].join(" "))).collect();
    let data =
        format!(r#"<char cp="0061"><var cp="0062" type="blocked"/></char>{sequences}<char cp="0062"/>"#);
    let (lgr, _) = compile(&data, "");
    assert_eq!(count(&lgr, &"a".repeat(60)), Ok(Some((1 << 60) - 1)));
}

#[test]
fn references_that_double() {
    let mut rules = vec![rule("r0", vec![letter('a')])];
    for n in 1..60 {
        let before = format!("r{}", n - 1);
        rules.push(rule(format!("r{n}"), vec![reference(&before), reference(&before)]));
    }
    let lgr = with_rules(rules, "r59");
    assert!(ends(|| CompiledLgr::new(&lgr)).is_err());

    let mut rules = vec![rule("r0", vec![letter('a')])];
    for n in 1..20_000 {
        rules.push(rule(format!("r{n}"), vec![reference(&format!("r{}", n - 1))]));
    }
    let lgr = with_rules(rules, "r19999");
    assert!(ends(|| CompiledLgr::new(&lgr)).is_err());
}

#[test]
fn references_in_a_circle() {
    let lgr = with_rules(vec![rule("r", vec![reference("s")]), rule("s", vec![reference("r")])], "r");
    let error = CompiledLgr::new(&lgr).unwrap_err();
    assert_eq!(error.to_string(), "rule \"s\" is not defined");
}

#[test]
fn classes_without_end() {
    let mut lgr = with_rules(Vec::new(), "r");
    lgr.data = vec![Entry::Range(RangeEntry::new('\0', '\u{10FFFF}'))];
    let mut declarations = Vec::new();
    let mut union = Vec::new();
    for n in 0..3000_u32 {
        let c = char::from_u32(0x4E00 + n).unwrap();
        let expression =
            ClassExpression::Complement(Box::new(ClassExpression::CodePoints(vec![c.into()]).into()));
        let name = format!("c{n}").as_str().into();
        declarations.push(Declaration::Class(NamedClass { name, class: expression.into() }));
        union.push(Match::from(Operator::Class(ClassExpression::ByRef(format!("c{n}").as_str().into()))));
    }
    declarations.push(rule("r", vec![Operator::Choice(union).into()]));
    declarations.append(&mut lgr.declarations);
    lgr.declarations = declarations;
    assert!(ends(|| CompiledLgr::new(&lgr)).is_err());
}

#[test]
fn every_code_point() {
    let lgr = Lgr { data: vec![Entry::Range(RangeEntry::new('\0', '\u{10FFFF}'))], ..Lgr::default() };
    let compiled = ends(|| CompiledLgr::new(&lgr)).unwrap();
    assert!(compiled.evaluate("a\u{10FFFF}").is_eligible());
}

#[test]
fn thousands_of_actions() {
    let mut lgr = with_rules(vec![rule("r", vec![letter('q')])], "r");
    for n in 0..20_000 {
        let types = [format!("t{}", n % 40).as_str()].into_iter().collect();
        let trigger = if n % 2 == 0 { VariantTrigger::Any(types) } else { VariantTrigger::Only(types) };
        let action = Action { variants: Some(trigger), ..Action::new("odd") };
        lgr.declarations.push(Declaration::Action(action));
    }
    let variants =
        ('b'..='z').map(|c| Variant::new(c, Some(format!("t{}", u32::from(c) % 40).as_str().into())));
    lgr.data = vec![Entry::Char(CharEntry { variants: variants.collect(), ..CharEntry::new('a') })];
    let others = ('b'..='z').map(|c| Entry::Char(CharEntry::new(c)));
    lgr.data.extend(others);
    let compiled = ends(|| CompiledLgr::new(&lgr)).unwrap();
    ends(|| assert!(compiled.evaluate(&"z".repeat(63)).is_eligible()));
    assert!(compiled.variant_counts("aaaa").unwrap().total().to_u128() > Some(100_000));
    // One type more than bits.
    for n in 0..100 {
        let types = [format!("u{n}").as_str()].into_iter().collect();
        let action = Action { variants: Some(VariantTrigger::Any(types)), ..Action::new("odd") };
        lgr.declarations.push(Declaration::Action(action));
    }
    assert!(ends(|| CompiledLgr::new(&lgr)).is_err());
}

#[test]
fn variants_beyond_memory() {
    // Every letter has its own type, so that all subsets of types must be told apart.
    let mut lgr = Lgr::default();
    for (n, c) in ('a'..='z').enumerate() {
        let kind = format!("t{n}");
        let variants =
            vec![Variant::new(char::from_u32(0x4E00 + n as u32).unwrap(), Some(kind.as_str().into()))];
        lgr.data.push(Entry::Char(CharEntry { variants, ..CharEntry::new(c) }));
        lgr.data.push(Entry::Char(CharEntry::new(char::from_u32(0x4E00 + n as u32).unwrap())));
        let types = [kind.as_str(), "other"].into_iter().collect();
        let action = Action { variants: Some(VariantTrigger::All(types)), ..Action::new(&kind) };
        lgr.declarations.push(Declaration::Action(action));
    }
    let compiled = CompiledLgr::new(&lgr).unwrap();
    let label: String = ('a'..='z').collect();
    ends(|| {
        // Either answer is right, as long as it comes.
        let _ = compiled.variant_counts(&label);
        let _ = compiled.variants(&label);
    });
    assert!(ends(|| compiled.relation(&label, &label.replace('a', "\u{4E00}"))).unwrap().is_some());
}

#[test]
fn sequences_inside_each_other() {
    // a, aa, aaa, … up to 63, each a variant of the others' lengths: partitions without number.
    let mut lgr = Lgr::default();
    for n in 1..=30 {
        let cp: CodePoints = std::iter::repeat_n('a', n).collect();
        let variants = vec![Variant::new('b', Some("blocked".into()))];
        lgr.data.push(Entry::Char(CharEntry { variants, ..CharEntry::new(cp) }));
    }
    lgr.data.push(Entry::Char(CharEntry::new('b')));
    let compiled = CompiledLgr::new(&lgr).unwrap();
    let label = "a".repeat(63);
    ends(|| assert_eq!(compiled.index_label(&label).unwrap(), label));
    ends(|| {
        let counts = compiled.variant_counts(&label);
        let related = compiled.relation(&label, "bbb").unwrap().unwrap();
        assert!(counts.is_err() || counts.unwrap().total().to_u128() != Some(0));
        assert!(related.derivations.len() > 1);
    });
}

#[test]
fn a_context_on_everything() {
    // Look-aheads that stay open to the end of the label.
    let mut lgr = with_rules(
        vec![rule(
            "later",
            vec![
                Operator::Anchor.into(),
                Operator::LookAhead(vec![counted(Operator::Any, Count::AtLeast(0)), letter('z')]).into(),
            ],
        )],
        "none",
    );
    lgr.declarations.pop();
    lgr.data.clear();
    for c in 'a'..='y' {
        let variants =
            ('a'..='z').filter(|other| *other != c).map(|c| Variant::new(c, Some("blocked".into())));
        lgr.data.push(Entry::Char(CharEntry {
            context: Some(ContextRule::When("later".into())),
            variants: variants.collect(),
            ..CharEntry::new(c)
        }));
    }
    lgr.data.push(Entry::Char(CharEntry::new('z')));
    let compiled = CompiledLgr::new(&lgr).unwrap();
    let label = format!("{}z", "a".repeat(40));
    let counts = ends(|| compiled.variant_counts(&label)).unwrap();
    // Every letter but the last may be any of 26; the label itself is not counted.
    assert_eq!(counts.total().to_string(), "397131118389635994560666234198316439032157304558637285375");
}
