//! Every code of the catalogue: named, explained, documented, raised by a case.

use std::collections::BTreeSet;
use std::fmt::Write;

use ulabel::Code;
use ulabel::language::{Language, Messages};

#[test]
fn names_are_unique_and_in_their_family() {
    let mut names = BTreeSet::new();
    for code in Code::ALL {
        assert!(names.insert(code.name()), "{code} twice");
        assert!(code.name().split_once('.').is_some_and(|(family, _)| family == code.family()), "{code}");
        assert!(code.name().bytes().all(|octet| matches!(octet, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.')));
        assert_eq!(Code::from_name(code.name()), Some(*code));
        assert!(!code.summary().is_empty() && !code.summary().ends_with('.'));
        assert!(!code.clause().to_string().is_empty());
    }
}

/// Those of faults in files are in the tests of the readers.
#[test]
fn names_of_faults_are_unique() {
    let mut names = BTreeSet::new();
    for code in ulabel::finding::FaultCode::ALL {
        assert!(names.insert(code.name()), "{code} twice");
        assert!(code.name().bytes().all(|octet| matches!(octet, b'a'..=b'z' | b'0'..=b'9' | b'-')), "{code}");
    }
}

/// One has none: `collide` tells in its own form which names collide. Its name is stable and its sentence is
/// translated.
#[test]
fn every_code_has_a_case_but_one() {
    let raised = crate::cases::run();
    let missing: Vec<Code> = Code::ALL.iter().filter(|code| !raised.contains(code)).copied().collect();
    assert_eq!(missing, [Code::LgrCollision]);
}

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/docs/codes.md");

/// The whole page.
fn page() -> String {
    let messages = Messages::new(Language::En);
    let mut page = String::from(
        "# The codes of findings\n\n\
         A code is stable: it is never renamed and never used again for another rule. The severity and the clause\n\
         are those a finding has unless its policy or protocol gives it others. *Way out*: yes if `explain` can say\n\
         what to do instead.\n\n\
         `ULABEL_REFRESH=1 cargo test --test integration codes` writes this page from the catalogue.\n\n\
         | code | severity | clause | what was found | way out |\n\
         |---|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let way_out = if messages.has_way_out(*code) { "yes" } else { "" };
        let (severity, clause) = (code.severity(), code.clause());
        writeln!(page, "| `{code}` | {severity} | {clause} | {} | {way_out} |", code.summary())
            .expect("writing to a String cannot fail");
    }
    page
}

#[test]
fn the_page_of_codes_is_fresh() {
    let page = page();
    if std::env::var_os("ULABEL_REFRESH").is_some() {
        std::fs::write(PATH, &page).expect("the page can be written");
    }
    let committed = std::fs::read_to_string(PATH).expect("src/docs/codes.md");
    assert!(committed == page, "src/docs/codes.md is stale; the page itself says how to refresh it");
    for code in Code::ALL {
        assert!(committed.contains(&format!("| `{code}` | ")), "{code} is not in src/docs/codes.md");
    }
}
