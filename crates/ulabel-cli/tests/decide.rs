//! `decide` and `index`: names beside those that exist.

use std::path::PathBuf;

use serde_json::Value;

use crate::support::{Ran, folder, ulabel, ulabel_with};

/// An index of the names of the sample, in a folder of its own.
fn index(test: &str) -> String {
    let index: PathBuf = folder(test).join("index");
    let index = index.to_str().unwrap().to_owned();
    let sample = "data/samples/registered-names.csv";
    let built = ulabel(&["index", "build", &index, "--tld", "ca", "--file", sample]);
    assert_eq!((built.status, built.stdout.as_str()), (0, ""), "{}", built.stderr);
    assert!(built.stderr.contains("7 names"), "{}", built.stderr);
    index
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn answers_in_order_with_who_asks_in_each_line() {
    let index = index("decide-lines");
    let asked = concat!(
        r#"{"name":"cafe","registrant":"R-1001","registrar":"rar-alpha"}"#,
        "\n",
        r#"{"name":"cafe","tld":"ca","registrant":"R-1001","registrar":"rar-beta"}"#,
        "\n",
        r#"{"name":"XN--CAF-DMA.CA"}"#,
        "\n",
        "elàn.ca\nmontreal.ca\nhôtel.ca\nhotél.ca\nfree.ca\nwww.free.ca\nfree.fr\npaypa1.ca\n",
        r#"{"name":"cafe","registrant":"R-1001","registrar":"rar-alpha","aware":false}"#,
    );
    let ran = ulabel_with(&["decide", "--index", &index, "--format", "jsonl"], asked.as_bytes());
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    let found: Vec<String> = lines(&ran)
        .iter()
        .map(|line| format!("{} {} {}", line["reason"].as_str().unwrap(), line["status"], line["command"]))
        .collect();
    assert_eq!(
        found,
        [
            "member \"AllocatableMember\" \"update\"",
            "other-registrar \"NotSameEntity\" null",
            "registered \"Allocated\" null",
            "exempted \"Exempted\" null",
            "pending-transfer \"PendingTransfer\" null",
            "nndn-blocked \"Blocked\" null",
            "member \"AllocatableMember\" \"update\"",
            "free null \"create\"",
            "invalid-label null null",
            "invalid-label null null",
            "free null \"create\"",
            "unaware-client \"AllocatableMember\" null",
        ]
    );
    let look_alike = &lines(&ran)[10];
    assert_eq!(
        (&look_alike["verdict"], &look_alike["look_alikes"][0]["name"]),
        (&"review".into(), &"paypal.ca".into())
    );
}

#[test]
fn people_read_it_in_their_language() {
    let index = index("decide-text");
    for (lang, word) in
        [("en", "not available"), ("fr", "non disponible"), ("ar", "غير متاح"), ("zh", "不能得到")]
    {
        let ran =
            ulabel(&["decide", "--index", &index, "--lang", lang, "--registrar", "rar-beta", "cafe.ca"]);
        assert!(ran.stdout.starts_with(word), "{lang}: {}", ran.stdout);
        assert!(ran.stdout.contains("decision.other-registrar"), "{}", ran.stdout);
    }
}

#[test]
fn a_line_that_asks_nothing_keeps_its_place() {
    let index = index("decide-bad");
    let ran = ulabel_with(
        &["decide", "--index", &index, "--format", "jsonl"],
        b"free.ca\n{\"nam\n\xFF.ca\nfree.ca\n",
    );
    assert_eq!(ran.status, 2);
    let found = lines(&ran);
    assert_eq!(found.len(), 4);
    assert!(found[1]["error"].is_string() && found[2]["error"].as_str().unwrap().contains("not UTF-8"));
    assert_eq!(found[3]["available"], true);
}

#[test]
fn checks_and_explanations_beside_an_index() {
    let index = index("check-beside");
    let ran = ulabel(&["check", "--tld", "ca", "--index", &index, "cafe.ca", "paypal.ca", "free.ca"]);
    assert_eq!(ran.status, 1);
    for code in ["decision.member", "decision.registered"] {
        assert!(ran.stdout.contains(code), "{}", ran.stdout);
    }
    let ran = ulabel(&["explain", "--tld", "ca", "--index", &index, "paypal.ca"]);
    assert!(ran.stdout.contains("The name is registered already"), "{}", ran.stdout);
    let ran = ulabel(&["check", "--index", &index, "cafe.ca"]);
    assert_eq!(ran.status, 2);
}

#[test]
fn an_index_changes_name_by_name() {
    let index = index("index-changes");
    let add =
        ulabel_with(&["index", "add", &index, "--file", "-"], b"{\"name\":\"new.ca\",\"registrar\":\"Z\"}\n");
    assert!(add.stderr.contains("1 name added"), "{}", add.stderr);
    let update = "name,registrar\nnew.ca,Y\nunknown.ca,Y\n";
    let update = ulabel_with(&["index", "update", &index], update.as_bytes());
    assert_eq!(update.status, 1);
    assert!(update.stderr.contains("1 name replaced, 1 name not there"), "{}", update.stderr);
    let query = ulabel(&["index", "query", &index, "--format", "jsonl", "new.ca", "unknown.ca"]);
    assert_eq!((query.status, lines(&query)[0]["registrar"].as_str()), (1, Some("Y")));
    let remove = ulabel(&["index", "remove", &index, "new.ca", "new.ca"]);
    assert_eq!(remove.status, 1);
    assert!(remove.stderr.contains("1 name removed, 1 name not there"), "{}", remove.stderr);
    let all = ulabel(&["index", "query", &index, "--format", "csv"]);
    assert_eq!(all.stdout.lines().count(), 1 + 7);
    // What was written can be read again.
    let again = folder("index-again").join("index");
    let built =
        ulabel_with(&["index", "build", again.to_str().unwrap(), "--tld", "ca"], all.stdout.as_bytes());
    assert_eq!(built.status, 0, "{}", built.stderr);
    let verify = ulabel(&["index", "verify", &index]);
    assert_eq!((verify.status, verify.stdout.contains("whole, 7 names")), (0, true), "{}", verify.stdout);
    let stats = ulabel(&["index", "stats", &index, "--format", "json"]);
    let stats: Value = serde_json::from_str(&stats.stdout).unwrap();
    assert_eq!(
        (&stats["policy"], &stats["names"], &stats["states"]["blocked"]),
        (&"ca".into(), &7.into(), &1.into())
    );
}

#[test]
fn faults_of_records_have_a_line_and_a_column() {
    let place = folder("index-faults").join("index");
    let index = place.to_str().unwrap();
    let long = format!("name\n{}.ca\n", "a".repeat(70_000));
    for (records, reason) in [
        ("name,created\na.ca,2019-03-01\nb.ca,yesterday\n", "line 3, created"),
        ("{\"name\":\"a.ca\",\"state\":\"gone\"}\n", "line 1"),
        ("registrar,name,name\n", "name"),
        ("name,state\na.ca,gone\n", "line 2, state"),
        (long.as_str(), "line 2, name: has 70003 octets, expected at most 65536"),
    ] {
        let ran = ulabel_with(&["index", "build", index, "--tld", "ca"], records.as_bytes());
        assert_eq!(ran.status, 2, "{records:?}");
        assert!(ran.stderr.starts_with("ulabel: standard input: line "), "{records:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(reason), "{records:?}: {}", ran.stderr);
        assert!(!place.exists());
    }
    let missing = ulabel(&["decide", "--index", index, "--tld", "ca", "a.ca"]);
    assert_eq!(missing.status, 2);
    assert!(missing.stderr.contains("no index is there"), "{}", missing.stderr);
}

#[test]
fn an_index_of_other_tables_is_refused() {
    let index = self::index("index-policy");
    let ran = ulabel(&["decide", "--index", &index, "--tld", "br", "a.br"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("made under other tables"), "{}", ran.stderr);
}

#[test]
fn look_alikes_of_real_phishing_differ_mostly_in_marks() {
    let Some(folder) = crate::support::shared_path("vectors/field/files") else { return };
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    for (key, expected) in [("--skeleton", 4), ("--wide-skeleton", 22)] {
        let (brands, names) = (file("brands.txt"), file("homographs-alabels.txt"));
        let ran = ulabel(&["collide", key, "--format", "jsonl", "--against", &brands, &names]);
        let found =
            lines(&ran).iter().filter(|line| !line["collisions"].as_array().unwrap().is_empty()).count();
        assert_eq!((lines(&ran).len(), found), (22, expected), "{key}: {}", ran.stdout);
    }
}

#[test]
fn an_index_is_rebuilt_and_says_what_moves() {
    let index = index("index-rebuild");
    // Without variants every name is a set of its own.
    let policy = crate::support::file("index-rebuild-policy", "own.toml", b"id = \"own\"\ntld = [\"ca\"]\n");
    let policy = policy.to_str().unwrap();
    let ran = ulabel(&["index", "rebuild", &index, "--policy", policy, "--old", "ca", "--format", "jsonl"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    let parts: Vec<String> =
        lines(&ran).iter().map(|line| format!("{} {}", line["change"], line["parts"])).collect();
    assert!(parts.contains(&r#""apart" [["elan.ca"],["élan.ca"]]"#.to_string()), "{parts:?}");
    let decided = ulabel(&["decide", "--index", &index, "--policy", policy, "--format", "jsonl", "elàn.ca"]);
    assert_eq!(lines(&decided)[0]["reason"], "free");
    let again = ulabel(&["index", "rebuild", &index, "--policy", policy, "--old", policy]);
    assert_eq!((again.status, again.stdout.as_str()), (0, ""), "{}", again.stderr);
}

#[test]
fn in_the_forms_of_protocols() {
    let index = index("decide-protocols");
    let names = ["xn--caf-dma.ca", "cafe.ca", "free.ca"];
    let epp = ulabel(
        &[&["decide", "--index", &index, "--registrar", "rar-beta", "--format", "epp"][..], &names].concat(),
    );
    assert_eq!(epp.status, 1, "{}", epp.stderr);
    for part in [
        "<domain:name avail=\"1\">free.ca</domain:name>",
        "<var:objID>cafe.ca</var:objID>",
        "<var:status>NotSameEntity</var:status>",
    ] {
        assert!(epp.stdout.contains(part), "{part}: {}", epp.stdout);
    }
    let unaware = ulabel(&["decide", "--index", &index, "--unaware", "--format", "epp", "cafe.ca"]);
    assert!(!unaware.stdout.contains("<extension>"), "{}", unaware.stdout);
    let rdap = ulabel(&["decide", "--index", &index, "--format", "rdap", "café.ca"]);
    let rdap: Value =
        serde_json::from_str(&rdap.stdout).unwrap_or_else(|e| panic!("{e}: {} {}", rdap.stdout, rdap.stderr));
    assert_eq!((&rdap["ldhName"], &rdap["unicodeName"]), (&"xn--caf-dma.ca".into(), &"café.ca".into()));
    assert!(
        rdap["variants"].as_array().unwrap().iter().any(|entry| entry["relation"][0] == "unregistered"),
        "{rdap}"
    );
    let urls = ["--table-url", "https://tables.example/{table}", "--policy-url", "https://rules.example/"];
    let query = ["index", "query", &index, "--format", "rde"];
    let rde = ulabel(&[&query[..], &urls].concat());
    assert!(
        rde.stdout.contains("xn--htel-vqa.ca") && rde.stdout.contains("https://tables.example/ca-fr"),
        "{}{}",
        rde.stdout,
        rde.stderr
    );
    let files = folder("decide-rde-files");
    let rde = ulabel(&[&query[..], &urls, &["--csv-files", files.to_str().unwrap()]].concat());
    assert_eq!((rde.status, std::fs::read_dir(&files).unwrap().count()), (0, 2), "{}", rde.stderr);
    assert_eq!(ulabel(&query).status, 2);
}

#[test]
fn deposits_list_what_the_policy_withholds() {
    let policy = crate::support::file(
        "deposit-policy",
        "own.toml",
        "id = \"own\"\ntld = [\"case\"]\nsuffixes = \"own\"\n\
         [variants]\ndisposition = \"same-entity\"\nwithhold = \"all\"\nmax-withheld = 8\n\
         [[table]]\nid = \"latin\"\nletters = [\"a..z\", \"éè\"]\n\
         variants = { e = [{ to = \"é\", type = \"allocatable\" }, \"è\"] }\n"
            .as_bytes(),
    );
    let records = crate::support::file(
        "deposit-records",
        "records.csv",
        "name,registrant,created,state,original\n\
         te.case,R1,2020-01-01,registered,\n\
         ne.case,R1,2020-01-01,registered,\n\
         né.case,R1,2020-01-02,mirrored,ne.case\n\
         etete.case,R2,2020-01-01,registered,\n"
            .as_bytes(),
    );
    let index = folder("deposit-withheld").join("index");
    let [index, policy, records] = [&index, &policy, &records].map(|path| path.to_str().unwrap());
    let built = ulabel(&["index", "build", index, "--policy", policy, "--file", records]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    let files = folder("deposit-withheld-files");
    let query = ["index", "query", index, "--policy", policy, "--format", "rde", "--deposit-id", "1"];
    let urls = ["--table-url", "https://tables.example/{table}", "--policy-url", "https://rules.example/"];
    let ran = ulabel(&[&query[..], &urls, &["--csv-files", files.to_str().unwrap()]].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = std::fs::read_to_string(files.join("nndn-1.csv")).unwrap();
    let mut rows: Vec<&str> = text.lines().collect();
    rows.sort_unstable();
    assert_eq!(
        rows,
        [
            "xn--n-8fa.case,blocked,latin,ne.case,,2020-01-01T00:00:00Z,nè.case",
            "xn--n-bga.case,mirrored,latin,ne.case,true,2020-01-02T00:00:00Z,né.case",
            "xn--t-8fa.case,blocked,latin,te.case,,2020-01-01T00:00:00Z,tè.case",
            "xn--t-bga.case,withheld,latin,te.case,,2020-01-01T00:00:00Z,té.case",
        ]
    );
    assert!(
        ran.stderr.contains("note: 1 set has more names to withhold than the policy lists, and left out"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("the first is that of etete.case"), "{}", ran.stderr);
}
