//! `check` for people, and where its names come from.

use super::{assert_snapshot, names_file};
use crate::support::{program, ulabel, ulabel_with};

const NAMES: [&str; 7] =
    ["bücher.example", "xn--bcher-kva.example", "WWW.Example", "a·b.example", "-pаypal-", "xn--a", "אב1.1a"];

#[test]
fn text() {
    let mut arguments = vec!["check", "--compare-uts46", "--"];
    arguments.extend(NAMES);
    let found = ulabel(&arguments);
    assert_eq!((found.status, found.stderr.as_str()), (1, ""));
    assert_snapshot("check.txt", &found.stdout);
}

#[test]
fn csv() {
    let mut arguments = vec!["check", "--format", "csv", "--"];
    arguments.extend(NAMES);
    arguments.push("quoted\",comma");
    let found = ulabel(&arguments);
    assert_eq!(found.status, 1);
    assert_snapshot("check.csv", &found.stdout);
    let heading = found.stdout.lines().next().unwrap();
    let mut rows = 0;
    for line in found.stdout.lines().skip(1) {
        rows += 1;
        if !line.contains('"') {
            assert_eq!(line.matches(',').count(), heading.matches(',').count(), "{line}");
        }
    }
    assert!(rows > NAMES.len());
}

#[test]
fn colours_when_asked_for() {
    let painted = ulabel(&["check", "--color", "always", "a"]);
    assert_eq!(painted.stdout, "\u{1B}[32mvalid  \u{1B}[0m  a\n");
    for choice in ["auto", "never"] {
        assert_eq!(ulabel(&["check", "--color", choice, "a"]).stdout, "valid    a\n");
    }
}

#[test]
fn names_from_everywhere_in_order() {
    let file = names_file("everywhere", b"three\r\nfour");
    let found = ulabel_with(&["check", "-q", "one", "two", "--file", &file, "--file", "-"], b"five\nsix\n");
    // Only names of arguments have no place.
    let expected = format!(
        "valid    one\nvalid    two\n{file}:1: valid    three\n{file}:2: valid    four\n-:1: valid    five\n-:2: valid    six\n"
    );
    assert_eq!(found.stdout, expected);
    assert_eq!(found.stderr, "");
}

#[test]
fn byte_order_mark_and_line_ends() {
    let found = ulabel_with(&["check", "-q"], "\u{FEFF}eins\r\nzwei\r\n\r\nvier".as_bytes());
    let names: Vec<&str> = found.stdout.lines().filter(|line| !line.starts_with("  ")).collect();
    assert_eq!(names, ["-:1: valid    eins", "-:2: valid    zwei", "-:3: invalid  ", "-:4: valid    vier"]);
    assert!(found.stdout.contains("syntax.empty-label"));
}

#[test]
fn pairs() {
    let lines = "xn--bcher-kva  bücher\nxn--bcher-kva\tbucher\nexample example\nXN--BCHER-KVA bücher\nxn--bcher-kva\n";
    let found = ulabel_with(&["check", "--pair", "-q"], lines.as_bytes());
    assert_eq!(found.status, 1);
    let verdicts: Vec<&str> = found.stdout.lines().filter(|line| !line.starts_with("  ")).collect();
    let verdicts: Vec<&str> = verdicts.iter().filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert_eq!(verdicts, ["valid", "invalid", "valid", "invalid", "invalid"]);

    let found = ulabel(&["check", "--pair", "xn--bcher-kva", "bücher"]);
    assert_eq!(found.status, 0);
    let found = ulabel(&["check", "--pair", "xn--bcher-kva"]);
    assert_eq!((found.status, found.stdout.as_str()), (2, ""));
    assert!(found.stderr.contains("two by two"), "{}", found.stderr);
}

#[test]
fn another_version_and_protocol() {
    // U+0529 came in with Unicode 7.0.
    assert_eq!(ulabel(&["check", "ԩ"]).status, 0);
    let found = ulabel(&["check", "--unicode", "6.3", "ԩ"]);
    assert_eq!(found.status, 1);
    assert!(found.stdout.contains("UNASSIGNED in Unicode 6.3"), "{}", found.stdout);
    // Lookup does not apply the contextual rules of CONTEXTO (RFC 5891 §5.4).
    assert_eq!(ulabel(&["check", "a·b"]).status, 1);
    assert_eq!(ulabel(&["check", "--protocol", "lookup", "a·b"]).status, 0);
}

#[test]
fn language_of_the_environment() {
    let with = |name: &str, value: &str| {
        let output = program(&["check", "a·b"]).env(name, value).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let french = with("LC_ALL", "fr_CH.UTF-8");
    assert_eq!(french, with("LANG", "fr"));
    assert_eq!(french, ulabel(&["check", "--lang", "fr", "a·b"]).stdout);
    let english = ulabel(&["check", "a·b"]);
    assert_ne!(french, english.stdout);
    assert_eq!(english.stdout, with("LANG", "C.UTF-8"));
    // The first variable that is set decides.
    let output = program(&["check", "a·b"]).env("LC_ALL", "C").env("LANG", "fr").output().unwrap();
    assert_eq!(output.stdout, english.stdout.as_bytes());
    for language in ["ar", "zh", "fr", "ru", "es"] {
        let found = ulabel(&["check", "--lang", language, "a·b"]);
        assert!(found.stdout.contains("[context.middle-dot, RFC 5892 A.3]"), "{}", found.stdout);
    }
}

/// Advice on display names the step, refuses nothing, and takes the top-level domain from the name or
/// from the policy.
#[test]
fn display_is_advice() {
    // Cyrillic letters that look like Latin ones: hidden under .com, shown under .рф.
    let hidden = ulabel(&["check", "--display", "--format", "jsonl", "аррӏе.com", "аррӏе.рф"]);
    assert_eq!(hidden.status, 0);
    let mut lines = hidden.stdout.lines();
    let (com, rf) = (lines.next().unwrap(), lines.next().unwrap());
    assert!(com.contains("display.chrome") && com.contains("whole-script"), "{com}");
    assert!(!rf.contains("display."), "{rf}");
    // U+00FE LATIN SMALL LETTER THORN is shown under .is alone.
    let under = |tld| ulabel(&["check", "--display", "--tld", tld, "--format", "jsonl", "þing"]).stdout;
    assert!(under("de").contains("display.chrome"));
    assert!(!under("is").contains("display.chrome"));
    let explained = ulabel(&["explain", "--display", "аррӏе.com"]);
    assert!(explained.stdout.contains("display.chrome"), "{}", explained.stdout);
}

/// A name of `check`, as much as the tests below ask of it.
fn objects(found: &str) -> Vec<serde_json::Value> {
    found.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The names that are written as JSON Lines.
fn inputs(arguments: &[&str], names: &str) -> Vec<String> {
    let arguments = [&["check", "-q", "--format", "jsonl"], arguments].concat();
    let found = ulabel_with(&arguments, names.as_bytes());
    objects(&found.stdout).iter().map(|name| name["input"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_place_in_every_format() {
    // A plain name, one with a finding, one that is cut, and one that is not UTF-8.
    let mut names = b"\xEF\xBB\xBFfine\r\na_b\n".to_vec();
    names.extend(vec![b'x'; 300_000]);
    names.extend(b"\n\xFF\nlast");
    let file = names_file("the place", &names);
    let arguments = ["check", "-q", "zero", "--file", &file, "--file", "-", "--format"];
    let run = |format| ulabel_with(&[&arguments[..], &[format]].concat(), b"a\n\nb.").stdout;
    let expected = [
        (None, None),
        (Some(file.as_str()), Some(1)),
        (Some(&file), Some(2)),
        (Some(&file), Some(3)),
        (Some(&file), Some(4)),
        (Some(&file), Some(5)),
        (Some("-"), Some(1)),
        (Some("-"), Some(2)),
        (Some("-"), Some(3)),
    ];
    let lines = objects(&run("jsonl"));
    let places: Vec<_> = lines.iter().map(|name| (name["file"].as_str(), name["line"].as_u64())).collect();
    assert_eq!(places, expected);
    assert!(lines[0].get("file").is_none() && lines[0].get("line").is_none());
    let array: Vec<serde_json::Value> = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(array, lines);

    let text = run("text");
    let heads: Vec<&str> = text.lines().filter(|line| !line.starts_with("  ")).collect();
    assert_eq!(heads.len(), expected.len());
    assert!(heads[0].starts_with("valid    zero"));
    for (head, (file, line)) in heads.iter().zip(expected).skip(1) {
        let place = format!("{}:{}: ", file.unwrap(), line.unwrap());
        assert!(head.starts_with(&place), "{head}");
    }

    let csv = run("csv");
    let mut rows = csv.lines();
    assert!(rows.next().unwrap().ends_with(",second_start,second_end,file,line"));
    let mut of_csv: Vec<(&str, &str)> = rows
        .map(|row| {
            let (rest, line) = row.rsplit_once(',').unwrap();
            (rest.rsplit_once(',').unwrap().1, line)
        })
        .collect();
    // A row for each finding.
    of_csv.dedup();
    let cells = expected
        .map(|(file, line)| (file.unwrap_or_default(), line.map(|n| n.to_string()).unwrap_or_default()));
    assert_eq!(of_csv, cells.each_ref().map(|(file, line)| (*file, line.as_str())));
}

#[test]
fn a_file_name_that_needs_escaping() {
    let file = crate::support::file("escaping", "a \"quoted\", name.txt", b"plain\na_b\n");
    let file = file.to_str().unwrap();
    for format in ["jsonl", "json", "csv"] {
        let found = ulabel(&["check", "-q", "--format", format, "--file", file]).stdout;
        if format == "csv" {
            assert!(found.contains(&format!("\"{}\",2", file.replace('"', "\"\""))), "{found}");
            continue;
        }
        let names = match format {
            "jsonl" => objects(&found),
            _ => serde_json::from_str(&found).unwrap(),
        };
        assert!(names.len() == 2 && names.iter().all(|name| name["file"] == file), "{found}");
    }
}

#[test]
fn only_some_verdicts() {
    let names = "fine\na_b\nпокупка\n-x\n";
    assert_eq!(inputs(&["--only", "invalid"], names), ["a_b", "-x"]);
    // A label of letters that are all like Latin ones is to be reviewed under this policy.
    let policy = crate::support::file(
        "only",
        "policy.toml",
        b"id = \"x\"\n[confusables]\nwhole-script = [\"Latn\"]\notherwise-whole-script = \"review\"\n",
    );
    let with = |only: &[&str]| {
        inputs(&[&["--policy", policy.to_str().unwrap()], only].concat(), "fine\na_b\nсоса\n-x\n")
    };
    assert_eq!(with(&["--only", "review"]), ["соса"]);
    assert_eq!(with(&["--only", "review", "--only", "invalid"]), ["a_b", "соса", "-x"]);
    assert_eq!(with(&["--only", "invalid,review"]), with(&["--only", "review", "--only", "invalid"]));
    assert_eq!(with(&[]).len(), 4);
}

#[test]
fn only_some_codes() {
    let names = "fine\na_b\na_-\n-ü\n€.FR\nUpper\n";
    assert_eq!(inputs(&["--code", "syntax"], names), ["a_b", "a_-", "-ü", "€.FR", "Upper"]);
    assert_eq!(inputs(&["--code", "syntax.hyphen-end"], names), ["a_-"]);
    assert_eq!(inputs(&["--code", "syntax.hyphen-end,idna"], names), ["a_-", "€.FR"]);
    assert_eq!(inputs(&["--code", "idna", "--code", "syntax.hyphen-start"], names), ["-ü", "€.FR"]);
    assert_eq!(inputs(&["--code", "syntax.uppercase", "--only", "invalid"], names), ["€.FR"]);
    assert_eq!(inputs(&["--code", "bidi"], names), [""; 0]);
}

#[test]
fn what_is_not_written_counts() {
    let names = b"fine\na_b\nbetter\n";
    for arguments in [&["--only", "review"][..], &["--code", "lgr"]] {
        let found = ulabel_with(&[&["check"], arguments].concat(), names);
        assert_eq!((found.status, found.stdout.as_str()), (1, ""));
        assert!(found.stderr.starts_with("3 names: 2 valid, 0 to review, 1 invalid in "), "{}", found.stderr);
        assert!(found.stderr.ends_with("\n  1  syntax.not-ldh [RFC 5890 §2.3.1]\n"), "{}", found.stderr);
        let summary = [&["check", "--summary-only", "--format", "csv"], arguments].concat();
        assert!(ulabel_with(&summary, names).stdout.starts_with("names,valid,review,invalid\n3,2,0,1\n"));
    }
    // Of arguments too, when some are left out; but not where nobody wants to know.
    let found = ulabel(&["check", "--only", "invalid", "fine", "a_b"]);
    assert!(found.stderr.starts_with("2 names: 1 valid, 0 to review, 1 invalid in "), "{}", found.stderr);
    assert_eq!(ulabel(&["check", "-q", "--only", "invalid", "fine", "a_b"]).stderr, "");
    // An array without names is one.
    assert_eq!(ulabel(&["check", "-q", "--only", "invalid", "--format", "json", "fine"]).stdout, "[\n]\n");
}

#[test]
fn a_code_that_there_is_not() {
    for (code, said) in [
        ("idna.dissallowed", "did you mean `idna.disallowed`?"),
        ("sintax", "did you mean `syntax`?"),
        ("quux", "the families are syntax, ace, idna, context, bidi, script, lgr, policy"),
        ("context.qqqqqqqq", "which has context.zwnj, context.zwj"),
        ("", "the families are syntax"),
    ] {
        let found = ulabel(&["check", "--code", code, "a"]);
        assert_eq!((found.status, found.stdout.as_str()), (2, ""), "{code}");
        assert!(found.stderr.contains(said) && found.stderr.contains("--code"), "{}", found.stderr);
    }
}

#[test]
fn names_of_hosts() {
    let names = ["_dmarc.example.fr", "*.example.fr", "_sip._tcp.bücher.fr", "www.example.fr"];
    let run = |more: &[&str]| ulabel(&[&["check", "--format", "jsonl"], more, &names].concat());
    let found = run(&["--hosts"]);
    assert_eq!(found.status, 0);
    for (object, input) in objects(&found.stdout).iter().zip(names) {
        assert_eq!((&object["input"], &object["name"]), (&input.into(), &input.into()));
        assert!(object["ascii"].is_string() && object["verdict"] == "valid", "{object}");
    }
    let verdicts: Vec<_> = objects(&run(&[]).stdout).iter().map(|name| name["verdict"].clone()).collect();
    assert_eq!(verdicts, ["invalid", "invalid", "invalid", "valid"]);
    // The rest is judged, by the policy too.
    assert_eq!(ulabel(&["check", "--hosts", "_dmarc.a_b.fr"]).status, 1);
    assert_eq!(ulabel(&["check", "--hosts", "--tld", "ch", "_dmarc.zürich.ch"]).status, 0);
    assert_eq!(ulabel(&["check", "--hosts", "--tld", "ch", "*.straße.ch"]).status, 1);
}
