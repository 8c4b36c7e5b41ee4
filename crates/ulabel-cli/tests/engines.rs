//! Parquet, as DuckDB and pyarrow read it: the queries of `src/docs/engines.md`.
//!
//! They are run with the Python that `ULABEL_PYTHON` names, which has both (`.ci/engines` makes one); without it these tests say
//! that they are skipped, and what the program writes is read by itself alone.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::{folder, program, root, run, ulabel};

/// Names of which some collide, some are there twice, one is not UTF-8.
fn write_names(folder: &Path) {
    let mut names = Vec::new();
    for number in 0..3000 {
        names.push(format!("bébé{number}.ca"));
        if number % 7 == 0 {
            names.push(format!("bebe{number}.ca"));
        }
        if number % 21 == 0 {
            names.push(format!("bèbê{number}.ca"));
        }
        names.push(format!("a_{number}.ca"));
    }
    names.extend(["xn--caf-dma.ca", "café.ca", "élan.ca", "elan.ca"].map(str::to_owned));
    let mut octets = names.join("\n").into_bytes();
    octets.extend_from_slice(b"\n\xFF.ca\n");
    std::fs::write(folder.join("names.txt"), octets).expect("a file");
}

/// Runs the program in a folder, without a word on standard error.
fn run_in(folder: &Path, arguments: &[&str], status: i32) -> String {
    let ran = run(program(arguments).current_dir(folder), b"");
    assert_eq!(ran.status, status, "{arguments:?}: {}", ran.stderr);
    ran.stdout
}

/// The groups that `collide` writes, whatever their order.
fn groups(json_lines: &str) -> BTreeSet<(String, BTreeSet<String>)> {
    let text = |value: &Value| value.as_str().expect("a string").to_owned();
    let group = |line| {
        let group: Value = serde_json::from_str(line).expect("JSON");
        (text(&group["key"]), group["names"].as_array().expect("names").iter().map(text).collect())
    };
    json_lines.lines().map(group).collect()
}

/// The queries of the page.
fn queries() -> Vec<String> {
    let page = std::fs::read_to_string(root().join("src/docs/engines.md")).expect("the page");
    let blocks = page.split("```sql\n").skip(1);
    blocks.map(|block| block.split("```").next().expect("its end").to_owned()).collect()
}

/// Runs a script of Python in a folder; what it writes, or nothing, where there is no Python to ask.
fn python(folder: &Path, script: &str, arguments: &[&str]) -> Option<String> {
    let Some(python) = std::env::var_os("ULABEL_PYTHON") else {
        eprintln!("SKIPPED: ULABEL_PYTHON names no Python with duckdb and pyarrow; .ci/engines makes one");
        return None;
    };
    let output = Command::new(python).arg("-c").arg(script).args(arguments).current_dir(folder).output();
    let output = output.expect("Python starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

const KEYS: [&str; 9] =
    ["key", "--tld", "ca", "--format", "parquet", "--output", "keys.parquet", "--file", "names.txt"];

#[test]
fn names_that_share_a_key_collide_as_in_the_whole_list() {
    let folder = folder("engines-keys");
    write_names(&folder);
    assert_eq!(run_in(&folder, &KEYS, 0), "");
    let whole = run_in(&folder, &["collide", "--tld", "ca", "--format", "jsonl", "names.txt"], 1);
    assert_eq!(groups(&whole).len(), 430);
    let query = "import duckdb, sys; duckdb.sql(sys.argv[1])";
    if python(&folder, query, &[&queries()[0]]).is_none() {
        return;
    }
    let shared = std::fs::read_to_string(folder.join("shared.txt")).expect("names");
    assert_eq!(shared.lines().count(), 2 * 430 + 143);
    let some = run_in(&folder, &["collide", "--tld", "ca", "--format", "jsonl", "shared.txt"], 1);
    assert_eq!(groups(&some), groups(&whole));
}

#[test]
fn keys_are_those_of_json_lines() {
    let folder = folder("engines-json");
    write_names(&folder);
    run_in(&folder, &KEYS, 0);
    let expected = run_in(&folder, &["key", "--tld", "ca", "--format", "jsonl", "--file", "names.txt"], 0);
    let script = "
import json, duckdb, pyarrow.parquet as pq
table = pq.read_table('keys.parquet')
rows = table.to_pylist()
read = duckdb.sql(\"FROM 'keys.parquet'\")
assert [dict(zip(read.columns, row)) for row in read.fetchall()] == rows
for row in rows: print(json.dumps(row, ensure_ascii=False))
";
    if let Some(found) = python(&folder, script, &[]) {
        let rows = |text: &str| -> Vec<Value> {
            text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
        };
        assert_eq!(rows(&found), rows(&expected));
        let columns = r#"{"input": "bébé0.ca", "name": "bébé0.ca", "coarse_key": "#;
        assert!(found.starts_with(columns), "the order of columns");
    }
}

#[test]
fn details_are_the_same_rows_in_every_format() {
    let folder = folder("engines-details");
    write_names(&folder);
    for file in ["found.parquet", "found.csv", "found.jsonl"] {
        let arguments = ["audit", "--tld", "ca", "--summary-only", "--details", file, "names.txt"];
        run_in(&folder, &arguments, 1);
    }
    let script = "
import csv, json, sys, duckdb, pyarrow.csv as pc, pyarrow.parquet as pq
columns = ['file', 'line', 'input', 'name', 'verdict', 'codes']
expected = [tuple(json.loads(line)[column] for column in columns) for line in open('found.jsonl')]
arrow = pq.read_table('found.parquet')
assert arrow.column_names == columns
assert [tuple(row.values()) for row in arrow.to_pylist()] == expected
assert duckdb.sql(\"FROM 'found.parquet'\").fetchall() == expected
split = [tuple(row.values()) for row in pc.read_csv('found.csv').to_pylist()]
assert [(*row[:5], row[5].split(' ')) for row in split] == expected
rows = \"read_csv('found.csv', force_not_null = ['name'])\"
read = duckdb.sql(f\"SELECT * REPLACE (string_split(codes, ' ') AS codes) FROM {rows}\")
assert read.fetchall() == expected
for row in duckdb.sql(sys.argv[1]).fetchall(): print(*row)
";
    if let Some(counts) = python(&folder, script, &[&queries()[1]]) {
        let report =
            run_in(&folder, &["audit", "--tld", "ca", "--summary-only", "--format", "json", "names.txt"], 1);
        let report: Value = serde_json::from_str(&report).expect("JSON");
        for line in counts.lines() {
            let (code, names) = line.split_once(' ').expect("a code and a number");
            let codes = report["codes"].as_array().expect("codes");
            let found = codes.iter().find(|entry| entry["key"]["code"] == code || entry["code"] == code);
            assert_eq!(found.expect("a code of the report")["names"].to_string(), names, "{code}");
        }
        assert!(counts.lines().count() > 1, "{counts}");
    }
}

#[test]
fn an_audit_reads_what_key_writes() {
    let folder = folder("engines-audit");
    write_names(&folder);
    run_in(&folder, &KEYS, 0);
    let counts = |arguments: &[&str], stdin: &[u8]| {
        let all = [&["audit", "--tld", "ca", "--format", "json"], arguments].concat();
        let ran = run(program(&all).current_dir(&folder), stdin);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
        let mut report: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        report["files"].take();
        report
    };
    // Input that is not UTF-8 was escaped: it is left out.
    let list = std::fs::read(folder.join("names.txt")).expect("names");
    let list = &list[..list.len() - b"\xFF.ca\n".len()];
    std::fs::write(folder.join("names.txt"), list).expect("a file");
    run_in(&folder, &KEYS, 0);
    let expected = counts(&["names.txt"], b"");
    assert_eq!(expected["names"], 3000 * 2 + 429 + 143 + 4);
    assert_eq!(counts(&["--column", "input", "keys.parquet"], b""), expected);
    // By its first octets: from standard input, and under any name.
    let keys = std::fs::read(folder.join("keys.parquet")).expect("keys");
    assert_eq!(counts(&["--column", "input"], &keys), expected);
    std::fs::rename(folder.join("keys.parquet"), folder.join("keys")).expect("a name");
    assert_eq!(counts(&["--column", "1", "keys"], b""), expected);
}

#[test]
fn what_goes_wrong_is_said() {
    let folder = folder("engines-wrong");
    std::fs::write(folder.join("names.parquet"), "a.ca\n").expect("a file");
    let fault = |arguments: &[&str]| {
        let ran = run(program(arguments).current_dir(&folder), b"");
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        ran.stderr
    };
    let said = fault(&["audit", "--tld", "ca", "names.parquet"]);
    assert!(said.starts_with("ulabel: cannot read names.parquet: it is no Parquet file"), "{said}");
    let said = fault(&["key", "--tld", "ca", "--format", "parquet", "a.ca"]);
    assert!(said.contains("--output <FILE>"), "{said}");
    let said = fault(&["key", "--tld", "ca", "--output", "keys.parquet", "a.ca"]);
    assert_eq!(said, "ulabel: --output needs --format parquet\n");
    assert!(!folder.join("keys.parquet").exists());
    let said = ulabel(&["audit", "--tld", "ca", "--details", "found.txt", "README.md"]).stderr;
    assert_eq!(said, "ulabel: found.txt tells no format of details, expected .csv, .jsonl or .parquet\n");
}
