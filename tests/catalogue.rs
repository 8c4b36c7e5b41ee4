//! Every code of the catalogue.

use std::collections::BTreeSet;

use ulabel::Code;

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
#[cfg(feature = "lgr")]
#[test]
fn names_of_faults_are_unique() {
    let mut names = BTreeSet::new();
    for code in ulabel::finding::FaultCode::ALL {
        assert!(names.insert(code.name()), "{code} twice");
        assert!(code.name().bytes().all(|octet| matches!(octet, b'a'..=b'z' | b'0'..=b'9' | b'-')), "{code}");
    }
}

/// Codes of the protocol are each raised by a case; those of other layers by tests of their own.
#[test]
fn every_code_of_the_protocol_has_a_case() {
    let raised = crate::cases::run();
    let protocol = ["syntax", "ace", "idna", "context", "bidi", "version"];
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| protocol.contains(&code.family()) && !raised.contains(code))
        // Raised by the comparison with UTS #46 alone, whose tests are in uts46.rs.
        .filter(|code| !matches!(code, Code::Uts46Mapped | Code::Uts46Refused))
        .map(|code| code.name())
        .collect();
    assert!(missing.is_empty(), "no case raises {missing:?}");
}
