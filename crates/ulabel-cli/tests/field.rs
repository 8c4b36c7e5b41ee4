//! What people reported: `../shared/vectors/field`, each case run as it stands there.

use std::collections::BTreeSet;
use std::os::unix::ffi::OsStringExt;
use std::path::Path;

use serde_json::Value;

use crate::support::{Ran, file, program, run, shared_lines, shared_path};

/// Cases that the program does not answer as wanted yet, and why.
const OPEN: &[(&str, &str)] = &[
    ("fi-238", "its names stand where `collide` takes files"),
    ("fi-296", "UTF-16 is refused with one error, as fr-053-1 has it"),
    ("fr-081", "sources differ on the shortest name of .мкд: two characters, or three"),
];

/// What the answer must have, for cases that say it in words. Others of these are tested beside the commands.
const SAID: &[(&str, &[&str])] = &[
    ("fr-020", &["1 group", "张三.中国", "張三.中國", "张三.中國", "張三.中国"]),
    ("fr-049", &["invalid  ñß", "valid    señor", "valid    straße"]),
    ("fr-057", &["valid    a1c", "invalid  1ac", "invalid  b1c", "invalid  a1b"]),
    ("fr-060", &["3 code points"]),
    ("fr-061", &["3 code points and sequences (2 sequences)"]),
    ("fr-063-1", &["unknown-subtag, RFC 5646 §2.2", "Cyrl"]),
    ("fr-063-3", &["unknown-subtag, RFC 5646 §2.2", "Cyrl"]),
    ("fr-063-5", &["error: \"und-Latn-Latn\" is not a language tag of RFC 5646"]),
    ("fr-063-6", &["error: \"en_US\" is not a language tag of RFC 5646"]),
    ("fr-064", &["write 00E0", "write 1EC7"]),
    (
        "fr-065",
        &["strasse  strasse  blocked", "straße  xn--strae-oqa  blocked", "read as blocked, both ways"],
    ),
    (
        "fr-066-1",
        &[
            "東一  xn--4gq033d  activated",
            "东壹  xn--xhqs8x  allocatable",
            "东弌  xn--xhqu62b  allocatable",
            "東壹  xn--ersp05a  allocatable",
            "東弌  xn--t0tt0q  allocatable",
        ],
    ),
    ("fr-066-2", &["variants 1 activated, 4 allocatable"]),
    ("fr-067", &["0 errors"]),
    ("fr-068", &["this is a page of HTML"]),
    ("fr-069", &["missing-unicode-version"]),
    ("fr-070", &["“strasse” comes about in several ways, with the disposition blocked, allocatable"]),
    ("fr-084", &["valid    señor"]),
];

#[test]
fn cases_from_the_field_are_answered() {
    let Some(cases) = shared_lines("vectors/field/cases.jsonl") else { return };
    let folder = shared_path("vectors/field").expect("the folder of the cases");
    let without_input = cases.iter().filter(|case| !has_input(case)).count();
    eprintln!("SKIPPED: {without_input} of {} cases name no input", cases.len());
    let mut wrong = Vec::new();
    let mut unexpected = Vec::new();
    for case in cases.iter().filter(|case| has_input(case)) {
        let id = case["id"].as_str().expect("an id");
        let faults = faults(case, &folder);
        match (faults.is_empty(), OPEN.iter().any(|(open, _)| *open == id)) {
            (false, false) => wrong.push(format!("{id}: {}", faults.join("; "))),
            (true, true) => unexpected.push(id),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    assert!(unexpected.is_empty(), "right now, so no longer open: {unexpected:?}");
}

/// Some cases say in words alone what their input is: names of millions of code points, as `tests/hostile.rs`
/// has.
fn has_input(case: &Value) -> bool {
    let bare = case["args"].as_array().is_some_and(|arguments| arguments.len() == 1);
    !bare || case.get("input").or_else(|| case.get("input_hex")).is_some()
}

/// What is not as expected.
fn faults(case: &Value, folder: &Path) -> Vec<String> {
    let expect = &case["expect"];
    let mut faults = Vec::new();
    let ran = answer(case, folder, &[]);
    if let Some(status) = expect["exit"].as_i64()
        && i64::from(ran.status) != status
    {
        faults.push(format!("exit status {}, not {status}", ran.status));
    }
    let said = format!("{}{}", ran.stdout, ran.stderr);
    let words = SAID.iter().find(|(id, _)| case["id"] == **id).map_or(&[][..], |(_, words)| words);
    let wanted = words.iter().copied().chain(expect["stdout_has"].as_str());
    faults
        .extend(wanted.filter(|words| !said.contains(words)).map(|words| format!("no {words:?} in {said}")));
    if expect["verdict"].is_null() && expect["verdicts"].is_null() {
        return faults;
    }
    // The format is asked for again where the case asks for another: the answer is the same.
    let reports = answer(case, folder, &["--format", "jsonl"]).stdout;
    let reports: Vec<Value> =
        reports.split_terminator('\n').map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let found: Vec<&str> = reports.iter().filter_map(|report| report["verdict"].as_str()).collect();
    let is_as_wanted = match expect["verdict"].as_str() {
        // One for all names.
        Some(verdict) => !found.is_empty() && found.iter().all(|found| *found == verdict),
        None => expect["verdicts"] == serde_json::json!(found),
    };
    if !is_as_wanted {
        faults.push(format!("verdicts {found:?}, not {} {}", expect["verdict"], expect["verdicts"]));
    }
    let codes: BTreeSet<&str> = reports.iter().flat_map(codes).collect();
    let wanted = expect["codes"].as_array().into_iter().flatten().filter_map(Value::as_str);
    faults.extend(wanted.filter(|code| !codes.contains(code)).map(|code| format!("no {code}: {codes:?}")));
    faults
}

/// The codes of all findings of a report.
fn codes(report: &Value) -> Vec<&str> {
    let labels = report["labels"].as_array().into_iter().flatten();
    let lists = labels.map(|label| &label["findings"]).chain([&report["findings"]]);
    lists.filter_map(Value::as_array).flatten().filter_map(|finding| finding["code"].as_str()).collect()
}

/// Runs the case, in its folder. With arguments for JSON Lines, it is `check` that runs.
fn answer(case: &Value, folder: &Path, json: &[&str]) -> Ran {
    let mut arguments: Vec<&str> =
        case["args"].as_array().expect("arguments").iter().filter_map(Value::as_str).collect();
    if !json.is_empty() {
        arguments[0] = "check";
        if let Some(at) = arguments.iter().position(|argument| *argument == "--format") {
            arguments.drain(at..at + 2);
        }
        arguments.splice(1..1, json.iter().copied());
    }
    let id = case["id"].as_str().expect("an id");
    let against = case["against"].as_array().map(|lines| {
        let lines: String = lines.iter().filter_map(Value::as_str).map(|line| format!("{line}\n")).collect();
        file("field", &format!("{id}.txt"), lines.as_bytes()).to_str().expect("UTF-8").to_string()
    });
    for argument in arguments.iter_mut().filter(|argument| **argument == "FILE") {
        *argument = against.as_deref().expect("lines for FILE");
    }
    let input = match (case["input"].as_str(), case["input_hex"].as_str()) {
        (Some(input), _) => Some(input.as_bytes().to_vec()),
        (None, Some(digits)) => Some(octets(digits)),
        (None, None) => None,
    };
    let mut command = program(&arguments);
    command.current_dir(folder);
    // No argument of a program can hold NUL; several lines are a file.
    let is_argument = |input: &[u8]| case["stdin"] != true && !input.contains(&0) && !input.ends_with(b"\n");
    match input {
        Some(input) if is_argument(&input) => {
            if input.starts_with(b"-") && !arguments.contains(&"--") {
                command.arg("--");
            }
            command.arg(std::ffi::OsString::from_vec(input));
            run(&mut command, b"")
        }
        input => run(&mut command, &input.unwrap_or_default()),
    }
}

/// The octets that pairs of hexadecimal digits stand for.
fn octets(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).expect("ASCII"));
    pairs.map(|pair| u8::from_str_radix(pair, 16).expect("hexadecimal digits")).collect()
}
