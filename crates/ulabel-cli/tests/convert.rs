//! `convert`: forms, mapping, and what cannot be converted.

use crate::support::{ulabel, ulabel_with};

#[test]
fn to_and_fro() {
    for (arguments, expected) in [
        (&["--to", "a-label", "bücher.example"][..], "xn--bcher-kva.example\n"),
        (&["--to", "u-label", "xn--bcher-kva.EXAMPLE."], "bücher.example.\n"),
        (&["--to", "a-label", "example"], "example\n"),
        (&["--to", "nfc", "e\u{301}.Ü"], "é.Ü\n"),
        (&["--to", "a-label", "--map", "Bücher。Example"], "xn--bcher-kva.example\n"),
        (&["--to", "u-label", "--map", "ﬁsh"], "fish\n"),
        (&["--to", "nfc", "--map", "E\u{301}"], "é\n"),
    ] {
        let mut all = vec!["convert"];
        all.extend(arguments);
        let found = ulabel(&all);
        assert_eq!(
            (found.status, found.stdout.as_str(), found.stderr.as_str()),
            (0, expected, ""),
            "{arguments:?}"
        );
    }
}

#[test]
fn what_cannot_be_converted_is_told() {
    let found =
        ulabel_with(&["convert", "--to", "a-label"], "eins\nBücher。de\nbücher\nxn--9999999999\n".as_bytes());
    assert_eq!(found.status, 1);
    // A line for each name keeps both files side by side.
    assert_eq!(found.stdout, "eins\n\nxn--bcher-kva\n\n");
    assert!(found.stderr.contains("idna.disallowed") && found.stderr.contains("ace.bad-punycode"));
    assert!(found.stderr.lines().all(|line| line.starts_with("ulabel: ")), "{}", found.stderr);

    let found = ulabel_with(&["convert", "--to", "a-label", "--map"], "a\u{200D}b\n".as_bytes());
    assert_eq!((found.status, found.stdout.as_str()), (1, "\n"));
    assert!(found.stderr.contains("idna.uts46-refused"));
    assert!(!found.stderr.contains('\u{200D}'), "{:?}", found.stderr);
}

#[test]
fn formats() {
    let input = "bücher\na,b\n".as_bytes();
    let found = ulabel_with(&["convert", "--to", "a-label", "--format", "csv"], input);
    assert_eq!(found.stdout.lines().count(), 3);
    assert!(
        found
            .stdout
            .starts_with("input,output,code,message\nbücher,xn--bcher-kva,,\n\"a,b\",,syntax.not-ldh,")
    );
    let found = ulabel_with(&["convert", "--to", "a-label", "--format", "json"], input);
    let array: serde_json::Value = serde_json::from_str(&found.stdout).unwrap();
    assert_eq!(array[0]["output"], "xn--bcher-kva");
    assert_eq!(array[1]["output"], serde_json::Value::Null);
    assert_eq!(array[1]["findings"][0]["code"], "syntax.not-ldh");
    assert_eq!(found.stderr, "");
}
