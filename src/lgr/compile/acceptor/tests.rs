use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::Acceptor;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::{Strictness, xml};

fn compiled(text: &str) -> CompiledLgr {
    CompiledLgr::new(&xml::read(text.as_bytes(), Strictness::Strict).unwrap().lgr).unwrap()
}

/// Contexts on both sides and at the ends, sequences, reflexive variants and the rules of actions.
const TABLE: &str = r#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
    <char cp="0061"/>
    <char cp="0062" when="after-a"/>
    <char cp="0063" not-when="before-end-or-b"/>
    <char cp="0061 0062"/>
    <char cp="0061 0063" when="at-start"/>
    <char cp="0064"><var cp="0064" type="never"/></char>
    <char cp="0065" when="between"/>
    <char cp="0063 0064" when="before-end-or-b"/>
    <char cp="0065 0065 0061"/>
    <char cp="0061 0063 0062 0065" not-when="at-start"/>
    <char cp="0066 0067"/>
  </data><rules>
    <rule name="after-a"><look-behind><char cp="0061"/></look-behind><anchor/></rule>
    <rule name="at-start"><look-behind><start/></look-behind><anchor/></rule>
    <rule name="before-end-or-b"><anchor/><look-ahead><choice><end/><char cp="0062"/></choice></look-ahead></rule>
    <rule name="between"><choice>
      <rule><look-behind><char cp="0061"/></look-behind><anchor/><look-ahead><char cp="0061" count="1:2"/><end/></look-ahead></rule>
      <rule><look-behind><char cp="0063"/><any/></look-behind><anchor/></rule>
    </choice></rule>
    <rule name="too-many"><char cp="0063"/><any count="0+"/><char cp="0063"/></rule>
    <rule name="has-a"><char cp="0061"/></rule>
    <action disp="invalid" match="too-many"/>
    <action disp="valid" match="has-a"/>
    <action disp="invalid" all-variants="never"/>
  </rules></lgr>"#;

/// Every label of few letters, up to five code points.
#[test]
fn it_takes_no_label_that_the_ruleset_refuses_and_leaves_few() {
    let lgr = compiled(TABLE);
    let acceptor = Acceptor::new(&lgr).unwrap();
    let (mut eligible, mut left) = (0, Vec::new());
    let mut labels: Vec<String> = alloc::vec![String::new()];
    for _ in 0..=5 {
        for label in &labels {
            let is_eligible = lgr.is_eligible(label);
            assert!(is_eligible || !acceptor.takes(label), "{label:?}");
            eligible += usize::from(is_eligible);
            if is_eligible && !acceptor.takes(label) {
                left.push(label.clone());
            }
        }
        let longer = |label: &String| "abcdefgz".chars().map(|c| format!("{label}{c}")).collect::<Vec<_>>();
        labels = labels.iter().flat_map(longer).collect();
    }
    assert!(eligible > 200, "{eligible}");
    // What is not followed: a sequence whose context looks ahead.
    assert!(left.iter().all(|label| label.contains("cd")), "{left:?}");
    assert!(left.len() * 2 < eligible, "{left:?} of {eligible}");
}

#[test]
fn it_takes_no_label_that_is_too_long() {
    let lgr = compiled(r#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><char cp="0061"/></data></lgr>"#);
    let acceptor = Acceptor::new(&lgr).unwrap();
    for octets in [0, 1, 62, 63, 64, 100] {
        let label = "a".repeat(octets);
        assert_eq!(acceptor.takes(&label), lgr.is_eligible(&label), "{octets}");
    }
}

/// The tables of scripts whose automaton would be too big.
const WITHOUT: [&str; 3] = ["arab.xml", "mymr.xml", "sinh.xml"];

/// The tables of scripts: labels of their code points, of which many are eligible, and each of these is taken.
#[test]
fn it_takes_what_the_tables_of_scripts_take() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/tables");
    let (mut tables, mut eligible) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "xml") {
            continue;
        }
        let lgr = compiled(&std::fs::read_to_string(&path).unwrap());
        let acceptor = Acceptor::new(&lgr);
        let is_without = WITHOUT.iter().any(|name| path.ends_with(name));
        assert_eq!(acceptor.is_none(), is_without, "{}", path.display());
        let Some(acceptor) = acceptor else { continue };
        tables += 1;
        let points: Vec<char> = lgr.table.slots().map(|(c, _)| c).collect();
        let mut random = 1_u64;
        let mut next = move || {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) as usize
        };
        for _ in 0..3000 {
            // What has been eligible so far goes on, so that labels get long.
            let mut label = String::new();
            for _ in 0..3 + next() % 10 {
                let longer = format!("{label}{}", points[next() % points.len()]);
                let is_eligible = lgr.is_eligible(&longer);
                assert_eq!(acceptor.takes(&longer), is_eligible, "{}: {longer:?}", path.display());
                eligible += usize::from(is_eligible);
                if is_eligible || next() % 4 == 0 {
                    label = longer;
                }
            }
        }
    }
    assert!(tables >= 18 && eligible > 50_000, "{tables} {eligible}");
}
