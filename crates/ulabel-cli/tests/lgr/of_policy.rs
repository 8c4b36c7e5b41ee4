//! Tables of a policy, in TOML and as files, wherever a ruleset is asked for.

use ulabel::lgr::{Strictness, xml};

use super::SAMPLE;
use crate::support::{file, root, ulabel, ulabel_with};

/// A policy with a table in TOML that has variants, and one in a file.
fn policy() -> String {
    file("of_policy", "table.xml", &std::fs::read(root().join(SAMPLE)).unwrap());
    let text = "id = \"ours\"\ntld = [\"example\"]\n\
        [[table]]\nid = \"german\"\nletters = [\"a..z\", \"ß\"]\n[table.variants]\n\"ß\" = { to = \"ss\", type = \"allocatable\" }\n\
        [[table]]\nid = \"sample\"\nlgr = \"table.xml\"\n";
    file("of_policy", "ours.toml", text.as_bytes()).to_str().unwrap().into()
}

#[test]
fn variants_collisions_and_keys() {
    let policy = policy();
    let ran = ulabel(&["variants", "--policy", &policy, "straße", "--format", "csv"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_eq!(ran.stdout.lines().nth(1).unwrap().split(',').nth(3), Some("allocatable"), "{}", ran.stdout);
    let ran = ulabel(&["key", "--policy", &policy, "straße.example"]);
    assert_eq!(ran.stdout.split('\t').nth(2), Some("strasse.example"));
    let names = "straße\nweg\nstrasse\nсоре\ncope\n".as_bytes();
    let ran = ulabel_with(&["collide", "--policy", &policy, "-q"], names);
    assert_eq!(
        (ran.status, ran.stdout.as_str()),
        (1, "coarse key strasse\n  straße\n  strasse\ncoarse key cope\n  соре\n  cope\n")
    );
    // A table of a built-in policy without variants: each name is a group of its own.
    let ran = ulabel_with(&["collide", "--tld", "ch"], "zü\nzu\n".as_bytes());
    assert_eq!((ran.status, ran.stderr.as_str()), (0, "2 names, 0 groups that collide\n"));
    let ran = ulabel(&["variants", "--tld", "ch", "zü", "ж"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.stdout.starts_with("zü\n  LGR ch-latn: disposition valid; index label zü;"),
        "{}",
        ran.stdout
    );
}

#[test]
fn shown_checked_and_converted() {
    let policy = policy();
    let ran = ulabel(&["lgr", "check", "--policy", &policy]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains(&format!("{policy}#german: 0 errors")), "{}", ran.stdout);
    assert!(ran.stdout.contains("table.xml: 0 errors, 0 warnings"), "{}", ran.stdout);
    let ran = ulabel(&["lgr", "convert", "--policy", &policy, "--table", "german", "--to", "xml"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let lgr = xml::read(ran.stdout.as_bytes(), Strictness::Strict).unwrap().lgr;
    assert!(lgr.data.len() > 2);
    let ran = ulabel(&["lgr", "show", "--policy", &policy, "--table", "sample"]);
    assert_eq!(ran.stdout, ulabel(&["lgr", "show", SAMPLE]).stdout);
    // The one table of a policy needs no choice.
    let ran = ulabel(&["lgr", "convert", "--tld", "ch", "--to", "rfc4290", "--lossless"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("# TLD: ch\n") && ran.stdout.contains("\nU+00FC\n"), "{}", ran.stdout);
}

#[test]
fn a_table_must_be_chosen() {
    let policy = policy();
    for arguments in [&["lgr", "show"][..], &["lgr", "convert", "--to", "xml"]] {
        let of_policy = [arguments, &["--policy", &policy]].concat();
        let ran = ulabel(&of_policy);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
        assert!(ran.stderr.contains("choose one of them by --table: german, sample"), "{}", ran.stderr);
        let ran = ulabel(&[&of_policy[..], &["--table", "greek"]].concat());
        assert_eq!(ran.status, 2);
        assert!(ran.stderr.contains("no table greek, expected one of: german, sample"), "{}", ran.stderr);
        for wrong in [&["--table", "german", SAMPLE][..], &[SAMPLE, "--policy", &policy], &[]] {
            assert_eq!(ulabel(&[arguments, wrong].concat()).status, 2, "{wrong:?}");
        }
    }
    assert_eq!(ulabel(&["lgr", "check", "--tld", "ch", "--policy", &policy]).status, 2);
    assert_eq!(ulabel(&["key", "--tld", "ch", "--lgr", SAMPLE, "a"]).status, 2);
}
