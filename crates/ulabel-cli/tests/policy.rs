//! `policy list`, `show`, `new`, `check`, `export`, `diff`; `check --tld` and `--policy`.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{file, ulabel};

#[test]
fn the_list_is_filtered_and_counted() {
    let all = ulabel(&["policy", "list"]);
    assert_eq!(all.status, 0);
    assert!(
        all.stdout.ends_with("; 194 of the 194 ITU Member States\n") && all.stdout.contains("308 policies: "),
        "{}",
        all.stdout
    );
    let count = |arguments: &[&str]| {
        let arguments = [&["policy", "list", "--format", "jsonl"], arguments].concat();
        let ran = ulabel(&arguments);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{arguments:?}");
        let rows: Vec<Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        rows
    };
    assert_eq!(count(&[]).len(), 308);
    assert_eq!(count(&["--territory", "in"]).len(), 16);
    assert!(count(&["--territory", "saudi"]).iter().all(|row| row["iso3166"] == "SA"));
    assert!(count(&["--region", "oceania"]).iter().all(|row| row["region"] == "Oceania"));
    assert!(count(&["--script", "Hebr"]).iter().any(|row| row["u_label"] == "ישראל"));
    assert!(count(&["--script", "Hani"]).iter().any(|row| row["a_label"] == "jp"));
    let (published, derived) = (count(&["--status", "published"]), count(&["--status", "derived"]));
    assert_eq!(published.len() + derived.len(), 308);
    let offers = ["yes", "no", "unknown"].map(|offered| count(&["--offered", offered]).len());
    assert_eq!(offers.iter().sum::<usize>(), 308);
    assert!(offers.iter().all(|count| *count > 0), "{offers:?}");
    let starts = count(&["--starts", "--sort", "territory"]);
    assert_eq!((starts.len(), &starts[0]["territory"]), (308, &Value::from("Afghanistan")));
    assert!(starts.iter().all(|row| row["id"].as_str().unwrap().ends_with("-start")));
    // Columns stand below each other.
    let lines = ulabel(&["policy", "list", "--territory", "RU"]).stdout;
    let starts_of_words: Vec<_> =
        lines.lines().take(2).map(|line| line.chars().position(|c| c == 'R')).collect();
    assert_eq!(starts_of_words[0], starts_of_words[1], "{lines}");
    let csv = ulabel(&["policy", "list", "--territory", "RU", "--format", "csv"]).stdout;
    assert_eq!(
        csv,
        "id,u_label,a_label,iso3166,territory,region,itu_member,idn_offered,tables,scripts,status,certainty\n\
         ru,ru,ru,RU,Russian Federation,Europe,true,no,1,Latn,published,sure\n\
         xn--p1ai,рф,xn--p1ai,RU,Russian Federation,Europe,true,yes,1,Cyrl,published,sure\n"
    );
    let json: Value =
        serde_json::from_str(&ulabel(&["policy", "list", "--territory", "RU", "--format", "json"]).stdout)
            .unwrap();
    assert_eq!(json.as_array().unwrap().len(), 2);
}

#[test]
fn territories_are_found_by_domain_code_and_name_in_six_languages() {
    let found = |asked: &str| {
        let ran = ulabel(&["policy", "list", "--territory", asked, "--format", "jsonl"]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{asked}");
        let rows = ran.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let codes: BTreeSet<String> = rows.map(|row| row["iso3166"].as_str().unwrap().to_owned()).collect();
        codes.into_iter().collect::<Vec<_>>().join(" ")
    };
    let names = ["أرمينيا", "亚美尼亚", "armenia", "Arménie", "армения", "ARMENIA"];
    for asked in ["am", ".am", "հայ", "xn--y9a3aq", "AM", "arm"].into_iter().chain(names) {
        assert!(found(asked).split(' ').any(|code| code == "AM"), "{asked}");
    }
    assert_eq!([found("GB"), found("uk"), found("gbr")], ["GB", "GB", "GB"]);
    // Without accents, and with the other apostrophe.
    assert_eq!(found("cote d'ivoire"), "CI");
    let unknown = ulabel(&["policy", "list", "--territory", "армэния"]);
    assert_eq!((unknown.status, unknown.stdout.as_str()), (2, ""));
    assert!(unknown.stderr.contains("(did you mean .am or .հայ, Armenia?)"), "{}", unknown.stderr);
    let shown = ulabel(&["check", "--tld", "Arménia", "a"]).stderr;
    assert!(shown.contains("(did you mean .am or .հայ, Armenia?)"), "{shown}");
    // A code of three letters may be another domain's name, `com` of the Comoros: it is asked, not taken.
    let code = ulabel(&["policy", "new", "ARM"]);
    assert!(
        code.status == 2 && code.stderr.contains("(did you mean .am or .հայ, Armenia?)"),
        "{}",
        code.stderr
    );
    assert_eq!(ulabel(&["check", "--tld", "com", "a"]).status, 2);
}

#[test]
fn lists_are_counted_in_the_forms_of_each_language() {
    let last = |language: &str, territory: &str| {
        let ran = ulabel(&["policy", "list", "--lang", language, "--territory", territory]);
        ran.stdout.lines().last().unwrap().to_owned()
    };
    // One registry of two offers such names.
    assert_eq!(
        last("en", "RU"),
        "2 policies: 2 published, 0 derived; 1 registry offers IDNs; 1 of the 194 ITU Member States"
    );
    assert_eq!(
        last("fr", "RU"),
        "2 politiques\u{A0}: 2 publiées, 0 déduite\u{A0}; 1 registre propose des noms internationalisés\u{A0}; \
         1 des 194 États membres de l’UIT"
    );
    assert_eq!(
        last("es", "RU"),
        "2 políticas: 2 publicadas, 0 deducidas; 1 registro ofrece nombres internacionalizados; \
         1 de los 194 Estados Miembros de la UIT"
    );
    assert_eq!(
        last("ru", "RU"),
        "2 политики: 2 опубликованных, 0 выведенных; 1 регистратура предлагает интернационализированные имена; \
         1 из 194 государств — членов МСЭ"
    );
    assert_eq!(
        last("zh", "RU"),
        "2 份政策：2 份已公布，0 份推导得出；1 个注册管理机构提供国际化域名；国际电信联盟 194 个成员国中的 1 个"
    );
    assert_eq!(
        last("ar", "RU"),
        "سياستان: 2 منشورة، 0 مستمدة؛ سجل واحد يعرض أسماء مدوّلة؛ 1 من الدول الأعضاء في الاتحاد الدولي للاتصالات، وعددها 194"
    );
    assert!(last("en", "ch").starts_with("1 policy: 1 published, "));
}

/// In the language asked for; without, in an official language of the territory that is one of the six.
#[test]
fn what_is_to_be_decided_is_asked_in_the_language_of_the_territory() {
    let first = |arguments: &[&str]| {
        let ran = ulabel(&[&["policy", "new"], arguments].concat());
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let reading = ulabel::policy::read(&ran.stdout).unwrap_or_else(|e| panic!("{arguments:?}: {e}"));
        assert_eq!(reading.warnings, []);
        let questions = ran.stdout.lines().filter(|line| line.starts_with("# - ")).count();
        assert_eq!(questions, 8, "{}", ran.stdout);
        ran.stdout.lines().nth(1).unwrap().to_owned()
    };
    let expected = [
        ("ar", "eg", "# ما ينبغي"),
        ("zh", "cn", "# 逐项"),
        ("en", "gh", "# To decide"),
        ("fr", "sn", "# À décider"),
        ("ru", "рф", "# Что нужно"),
        ("es", "cl", "# Por decidir"),
    ];
    for (language, tld, head) in expected {
        assert!(first(&[tld]).starts_with(head), "{tld}");
        assert!(first(&["am", "--lang", language]).starts_with(head), "{language}");
    }
    // Where English is one of several, and where none of the six is official.
    assert!(first(&["ca"]).starts_with("# To decide") && first(&["am"]).starts_with("# To decide"));
}

#[test]
fn what_is_shown_or_new_is_a_policy() {
    for arguments in [
        &["policy", "show", "ch"][..],
        &["policy", "show", "рф"],
        &["policy", "new", "KE"],
        &["policy", "new"],
    ] {
        let ran = ulabel(arguments);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let reading = ulabel::policy::read(&ran.stdout).unwrap_or_else(|e| panic!("{arguments:?}: {e}"));
        assert_eq!(reading.warnings, []);
    }
    assert!(ulabel(&["policy", "show", "ke-start"]).stdout.starts_with("# A START in the languages"));
    let unknown = ulabel(&["policy", "show", "example"]);
    assert_eq!((unknown.status, unknown.stdout.as_str()), (2, ""));
    assert!(unknown.stderr.contains("no policy is built in for example"), "{}", unknown.stderr);
    let close = ulabel(&["policy", "show", "Armania"]).stderr;
    assert!(close.contains("(did you mean .am or .հայ, Armenia?)"), "{close}");
    let new = ulabel(&["policy", "new", "am"]).stdout;
    assert!(new.contains("id = \"am-own\"") && new.contains("ա..ֆ") && new.contains("# To decide"), "{new}");
}

/// Tools that propose names need letters as data.
#[test]
fn a_policy_is_shown_as_data() {
    let show = |name: &str| -> Value {
        let ran = ulabel(&["policy", "show", "--format", "json", name]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        serde_json::from_str(&ran.stdout).unwrap()
    };
    let ca = show("ca");
    assert_eq!((&ca["id"], &ca["idn-offered"]), (&"ca".into(), &"yes".into()));
    assert_eq!(ca["table"][0]["code_points"][2], serde_json::json!(["U+0061", "U+007A"]));
    // Of a table that builds on another, what that has for its letters.
    let th = &show("ไทย-start")["table"][0];
    assert!(th["code_points"].as_array().unwrap().contains(&serde_json::json!(["U+0E50", "U+0E59"])), "{th}");
}

/// Show, change a line, check, use: the way an administration goes.
#[test]
fn a_policy_is_printed_changed_and_used() {
    let own = ulabel(&["policy", "new", "ch"]).stdout;
    let own = own.replacen("status = \"own\"", "status = \"own\"\nreserved = [\"igo-names\"]", 1);
    let own = own.replacen("letters = [", "letters = [\"ß\", ", 1);
    let path = file("a_policy_is_printed", "own.toml", own.as_bytes());
    let path = path.to_str().unwrap();
    let checked = ulabel(&["policy", "check", path]);
    assert_eq!((checked.status, checked.stdout), (0, format!("{path}: 0 errors, 0 warnings\n")));
    assert_eq!(ulabel(&["check", "--tld", "ch", "straße"]).status, 1);
    assert_eq!(ulabel(&["check", "--policy", path, "straße"]).status, 0);
    assert_eq!(ulabel(&["check", "--policy", path, "councilofeurope"]).status, 1);
}

#[test]
fn faults_are_told_with_their_places() {
    let path = file("faults_are_told", "bad.toml", b"id = \"x\"\nlenght = 3\n[scripts]\nmixing = \"some\"\n");
    let path = path.to_str().unwrap();
    let checked = ulabel(&["policy", "check", path]);
    assert_eq!(checked.status, 1);
    let lines: Vec<&str> = checked.stdout.lines().collect();
    assert_eq!(lines.len(), 3, "{}", checked.stdout);
    assert!(lines[0].starts_with(&format!("{path}:2:1: error: `lenght` is not a key")), "{}", lines[0]);
    assert!(lines[1].starts_with(&format!("{path}:4:10: error: `mixing`")), "{}", lines[1]);
    assert_eq!(lines[2], format!("{path}: 2 errors, 0 warnings"));
    // Under such a policy nothing can be checked.
    let used = ulabel(&["check", "--policy", path, "example"]);
    assert_eq!((used.status, used.stdout.as_str()), (2, ""));
    assert!(used.stderr.contains("2:1:") && used.stderr.contains("4:10:"), "{}", used.stderr);
    let absent = ulabel(&["policy", "check", "nowhere.toml"]);
    assert_eq!(absent.status, 2);
    let binary = file("faults_are_told", "binary.toml", b"id = \"\xFF\"");
    let binary = ulabel(&["policy", "check", binary.to_str().unwrap()]);
    assert!(binary.status == 2 && binary.stderr.contains("octet 6 is not UTF-8"), "{}", binary.stderr);
}

#[test]
fn files_are_looked_for_beside_the_policy() {
    let list = file("files_beside", "own.txt", b"# ours\nregistry\n");
    let text = b"id = \"x\"\nreserved = [{ file = \"own.txt\" }]\n";
    let path = list.with_file_name("policy.toml");
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    assert_eq!(ulabel(&["check", "--policy", path, "registry"]).status, 1);
    assert_eq!(ulabel(&["check", "--policy", path, "registrar"]).status, 0);
    std::fs::remove_file(list).unwrap();
    let without = ulabel(&["check", "--policy", path, "registrar"]);
    assert!(without.status == 2 && without.stderr.contains("own.txt"), "{}", without.stderr);
}

#[test]
fn a_derived_policy_says_so_on_standard_error() {
    let derived = ulabel(&["check", "--policy", "ke-start", "jambo"]);
    assert_eq!(derived.status, 0);
    assert!(derived.stderr.contains("a start; the registry has the last word"), "{}", derived.stderr);
    assert!(!ulabel(&["check", "--tld", "de", "bücher"]).stderr.contains("a start"));
}

/// With several tables each label that is judged says which it fits.
#[test]
fn tables_that_fit_are_in_json() {
    let label = |tld: &str, name: &str, at: usize| {
        let ran = ulabel(&["check", "--tld", tld, "--format", "jsonl", name]);
        let line: Value = serde_json::from_str(&ran.stdout).unwrap();
        line["labels"][at]["tables"].clone()
    };
    assert_eq!(label("срб", "эхо", 0), serde_json::json!(["srb-ru"]));
    assert_eq!(label("срб", "ѓэхо", 0), serde_json::json!([]));
    assert_eq!(label("bg", "example", 0), serde_json::json!(["bg-latn"]));
    assert_eq!(label("bg", "www.example.bg", 0), Value::Null);
    assert_eq!(label("bg", "www.example.bg", 1), serde_json::json!(["bg-latn"]));
    assert_eq!(label("de", "example", 0), Value::Null); // one table
}

/// The protocol and the Unicode version of the command line go before those of the policy.
#[test]
fn arguments_go_before_the_policy() {
    let path = file("arguments_go_before", "own.toml", b"id = \"x\"\nunicode = \"9.0\"\n");
    let status = |more: &[&str]| {
        // U+0560 ARMENIAN SMALL LETTER TURNED AYB came in with Unicode 11.0.
        ulabel(&[&["check", "--policy", path.to_str().unwrap()], more, &["\u{560}\u{561}"]].concat()).status
    };
    assert_eq!((status(&[]), status(&["--unicode", "11.0"])), (1, 0));
    // U+00B7 MIDDLE DOT out of its context is for the registration protocol alone.
    let status = |more: &[&str]| {
        ulabel(&[&["check", "--policy", path.to_str().unwrap()], more, &["a·b"]].concat()).status
    };
    assert_eq!((status(&[]), status(&["--protocol", "lookup"])), (1, 0));
    let both = ulabel(&["check", "--tld", "de", "--policy", "ch", "x"]);
    assert_eq!(both.status, 2);
}

#[test]
fn what_no_label_can_meet_is_told() {
    let path = file(
        "what_no_label_can_meet",
        "useless.toml",
        b"id = \"x\"\n[length]\nmin = 99\nmax = 59\n[[table]]\nid = \"t\"\nletters = [\"A..Z\"]\n",
    );
    let path = path.to_str().unwrap();
    let checked = ulabel(&["policy", "check", path]);
    assert_eq!(checked.status, 1);
    let places: Vec<&str> = checked.stdout.lines().map(|line| &line[path.len()..]).collect();
    assert_eq!(places.len(), 4, "{}", checked.stdout);
    assert!(places[0].starts_with(":3:7: error:") && places[0].contains("[contradiction, "), "{places:?}");
    assert!(places[1].starts_with(":3:7: error:") && places[1].contains("[no-such-length, "), "{places:?}");
    assert!(
        places[2].starts_with(":7:12: error:") && places[2].contains("[nothing-permitted, "),
        "{places:?}"
    );
    assert_eq!(places[3], ": 3 errors, 0 warnings");
}

#[test]
fn a_table_is_exported() {
    let xml = ulabel(&["policy", "export", "ch", "--to", "xml"]);
    assert_eq!((xml.status, xml.stderr.as_str()), (0, ""));
    let path = file("a_table_is_exported", "ch.xml", xml.stdout.as_bytes());
    let path = path.to_str().unwrap();
    let checked = ulabel(&["lgr", "check", path]);
    assert!(checked.status == 0 && checked.stdout.contains(": 0 errors, 0 warnings"), "{}", checked.stdout);
    for (label, status) in [("bücher", 0), ("zü", 1), ("straße", 1)] {
        assert_eq!(ulabel(&["check", "--lgr", path, label]).status, status, "{label}");
    }
    let text = ulabel(&["policy", "export", "ch", "--to", "rfc4290"]);
    assert!(
        text.stdout.starts_with("# Script: Latn\n# Version (not stated by the policy"),
        "{}",
        text.stdout
    );
    assert!(text.stderr.contains("the format cannot hold all; lost:"), "{}", text.stderr);
    let page = ulabel(&["policy", "export", "ch", "--to", "html", "--lang", "ar"]).stdout;
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains("SWITCH"));
}

#[test]
fn several_tables_are_exported_into_a_folder() {
    let own = file("several_tables", "own.toml", ulabel::policy::EXAMPLE.as_bytes());
    let path = own.to_str().unwrap();
    let several = ulabel(&["policy", "export", path, "--to", "xml"]);
    assert_eq!((several.status, several.stdout.as_str()), (2, ""));
    assert!(several.stderr.contains("5 tables") && several.stderr.contains("yoruba"), "{}", several.stderr);
    let one = ulabel(&["policy", "export", path, "--to", "xml", "--table", "arabic"]);
    assert!(one.status == 0 && one.stdout.contains("<language>ar</language>"), "{}", one.stdout);
    assert!(one.stderr.contains("arabic: the policy asks beside the table: "), "{}", one.stderr);
    assert_eq!(ulabel(&["policy", "export", path, "--to", "xml", "--table", "none"]).status, 2);
    let folder = own.with_file_name("out");
    let written =
        ulabel(&["policy", "export", path, "--to", "rfc4290", "--output", folder.to_str().unwrap()]);
    assert_eq!(written.status, 0, "{}", written.stderr);
    let files: Vec<&str> = written.stdout.lines().collect();
    assert_eq!(files.len(), 5);
    assert!(files[0].ends_with("example_latin.txt"), "{files:?}");
    assert!(files.iter().all(|file| std::fs::read_to_string(file).unwrap().contains("# Version: 1.0\n")));
}

#[test]
fn policies_are_compared_and_names_with_them() {
    let own = ulabel(&["policy", "show", "ch"]).stdout.replace("min = 3", "min = 2");
    let own = own.replace("letters = [\"a..z\", ", "letters = [\"a..z\", \"ß\", ");
    let path = file("policies_are_compared", "own.toml", own.as_bytes());
    let path = path.to_str().unwrap();
    let same = ulabel(&["policy", "diff", "ch", "CH"]);
    assert_eq!((same.status, same.stdout.as_str()), (0, ""));
    let changed = ulabel(&["policy", "diff", "ch", path]);
    assert_eq!(changed.status, 1);
    assert_eq!(changed.stdout, "~ length.min 3 -> 2\n+ ch-latn: letters ß\n    now taken: ßà\n");
    let names = file("policies_are_compared", "names.txt", "example\nzü\nstraße\nбаня\n".as_bytes());
    let names = names.to_str().unwrap();
    let there = ulabel(&["policy", "diff", "ch", path, "--names", names]);
    let lines: Vec<&str> = there.stdout.lines().skip(3).collect();
    assert_eq!(lines.len(), 2, "{}", there.stdout);
    assert!(lines[0].starts_with("zü  invalid -> valid  found a label of 2"), "{lines:?}");
    assert!(lines[1].starts_with("straße  invalid -> valid") && lines[1].ends_with("[policy.not-in-table]"));
    assert_eq!(there.stderr, "4 names, 2 of them with another verdict\n");
    let json = ulabel(&["policy", "diff", path, "ch", "--names", names, "--format", "json"]);
    assert_eq!(json.status, 1);
    let json: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["changes"][1]["example"]["now"], "refused");
    assert_eq!((&json["names"][1]["name"], &json["names"][1]["new"]), (&"straße".into(), &"invalid".into()));
    let none = ulabel(&["policy", "diff", "ch", "ch", "--names", names, "--format", "json"]);
    assert_eq!(none.stdout, "{\"old\":\"ch\",\"new\":\"ch\",\"changes\":[],\"names\":[]}\n");
    assert_eq!((none.status, ulabel(&["policy", "diff", "ch", "nowhere"]).status), (0, 2));
    assert_eq!(ulabel(&["policy", "diff", "ch"]).status, 2);
}
