//! The review of policies: each fault with its place, and none that stands against the policies built in.

use ulabel::Severity;
use ulabel::policy::{self, builtin};

/// Line, column and code of every fault.
fn faults(text: &str) -> Vec<(u32, u32, &'static str)> {
    let review = policy::review(text);
    let place = |fault: &policy::Fault| fault.position().expect("a place in the file");
    review.faults.iter().map(|fault| (place(fault).line, place(fault).column, fault.code().name())).collect()
}

/// The faults of a table with these lines, the first of which is line 4.
fn of_table(lines: &str) -> Vec<(u32, u32, &'static str)> {
    faults(&format!("id = \"x\"\n[[table]]\nid = \"t\"\n{lines}\n"))
}

#[test]
fn policies_built_in_have_no_errors() {
    let texts = builtin::all().iter().map(|builtin| (builtin.a_label(), builtin.text()));
    for (name, text) in texts.chain([("example", policy::EXAMPLE)]) {
        let review = policy::review(text);
        assert!(review.policy.is_some(), "{name}");
        let errors: Vec<_> =
            review.faults.iter().filter(|fault| fault.severity() == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        // The commented example has nothing to be warned of.
        assert!(name != "example" || review.faults.is_empty(), "{:?}", review.faults);
    }
}

/// A review adds to what a reader finds, and takes nothing away.
#[test]
fn a_policy_of_no_use_can_still_be_read() {
    let text = "id = \"x\"\n[[table]]\nid = \"t\"\nletters = [\"A..Z\"]\n";
    assert_eq!(policy::read(text).unwrap().warnings, []);
    let review = policy::review(text);
    assert_eq!(review.policy, Some(policy::read(text).unwrap().policy));
    assert_eq!(review.faults.len(), 1);
    assert!(review.faults[0].sentence().ends_with("labels are in lower case"), "{}", review.faults[0]);
    assert!(policy::review("id = 1").policy.is_none());
    assert!(policy::review("id = ").policy.is_none());
}

#[test]
fn letters_that_are_never_permitted() {
    assert_eq!(of_table("letters = [\"a..z\", \"A..Z\"]"), [(4, 20, "nothing-permitted")]);
    assert_eq!(of_table("letters = [\"ab\", \"U+00C0..U+00FF\"]"), [(4, 18, "range-not-permitted")]);
    // What is not assigned may stand in a range.
    assert_eq!(of_table("letters = [\"U+05D0..U+05F4\"]"), []);
    assert_eq!(of_table("letters = [\"U+0530..U+0560\"]"), [(4, 12, "range-not-permitted")]);
    assert_eq!(of_table("letters = [\"U+0561..U+0586\"]"), []);
    assert_eq!(of_table("letters = [\"ab\", \"xÄ\"]"), [(4, 18, "never-permitted")]);
}

#[test]
fn letters_that_are_not_in_nfc() {
    assert_eq!(of_table("letters = [\"a..z\", \"e\u{301}\"]"), [(4, 20, "not-nfc")]);
    assert_eq!(of_table("letters = [\"a..z\", \"é\", \"U+0301\"]"), []);
    let told = of_table("letters = [\"U+0915\", \"U+0958\"]");
    assert_eq!(told.last(), Some(&(4, 22, "not-nfc")), "{told:?}");
    // Marks in another order are the same letters.
    assert_eq!(of_table("letters = [\"a..z\", \"\u{64F} \u{650}\u{64B}\"]"), []);
}

#[test]
fn lengths_that_no_label_has() {
    let of_policy = |lines: &str| faults(&format!("id = \"x\"\n[length]\n{lines}\n"));
    assert_eq!(of_policy("min = 99\nmax = 59"), [(3, 7, "contradiction"), (3, 7, "no-such-length")]);
    assert_eq!(of_policy("min = 64"), [(3, 7, "no-such-length")]);
    assert_eq!(of_policy("min = 63"), []);
    assert_eq!(of_policy("max = 0"), [(3, 7, "no-such-length")]);
    assert_eq!(of_policy("min = 20\nmax = 10\nmax-unit = \"octets\""), [(3, 7, "no-such-length")]);
    // A label of 20 octets may have 10 code points.
    assert_eq!(of_policy("min = 20\nmin-unit = \"octets\"\nmax = 10"), []);
    assert_eq!(of_policy("min = 99\notherwise = \"allow\""), []);
    assert_eq!(of_table("letters = [\"ab\"]\nlength = { min = 70 }"), [(5, 18, "no-such-length")]);
    let both = |of_policy: &str, of_table: &str| {
        faults(&format!(
            "id = \"x\"\n[length]\n{of_policy}\n[[table]]\nid = \"t\"\nletters = [\"ab\"]\nlength = {{ {of_table} }}\n"
        ))
    };
    assert_eq!(both("min = 5", "max = 4"), [(7, 18, "no-such-length")]);
    assert_eq!(both("max = 5", "min = 6"), [(7, 18, "no-such-length")]);
    assert_eq!(both("max = 5", "min = 5"), []);
}

#[test]
fn tables_without_letters() {
    assert_eq!(of_table(""), [(3, 6, "no-letters")]);
    assert_eq!(of_table("letters = []"), [(4, 11, "no-letters")]);
    assert_eq!(of_table("ascii-letters = true"), []);
    assert_eq!(of_table("sequences = [\"ab\"]"), []);
    assert_eq!(of_table("lgr = \"t.xml\""), []);
    // A table of digits says so.
    assert_eq!(of_table("digits = [\"ascii\"]"), []);
    assert_eq!(
        of_table("letters = [\"ab\"]\n[[table]]\nid = \"t\"\nletters = [\"c\"]"),
        [(5, 1, "duplicate")]
    );
}

#[test]
fn requirements_that_cannot_be_met() {
    let with = |must: &str| of_table(&format!("letters = [\"a..z\"]\nmust-contain = [{must}]"));
    assert_eq!(with("{ letters = [\"é\"] }"), [(5, 17, "cannot-contain")]);
    assert_eq!(with("{ letters = [\"éa\"] }"), []);
    assert_eq!(with("{ scripts = [\"Latn\"] }, { scripts = [\"Cyrl\"] }"), [(5, 41, "cannot-contain")]);
    assert_eq!(of_table("sequences = [\"bé\"]\nmust-contain = [{ letters = [\"é\"] }]"), []);
}

#[test]
fn contexts_that_are_never_met() {
    let with = |context: &str| of_table(&format!("letters = [\"a..z\", \"·\"]\ncontext = [{context}]"));
    assert_eq!(with("{ letters = [\"·\"], after = [\"l\"] }"), []);
    assert_eq!(with("{ letters = [\"é\"], after = [\"l\"] }"), [(5, 24, "unused-context")]);
    assert_eq!(with("{ letters = [\"·\"], after = [\"é\"] }"), [(5, 39, "no-neighbour")]);
    assert_eq!(with("{ letters = [\"·\"], after = [\"l\"], before = [\"é\"] }"), [(5, 55, "no-neighbour")]);
}

#[test]
fn rules_that_refuse_all_or_nothing() {
    let with = |effect: &str, pattern: &str| {
        of_table(&format!(
            "letters = [\"a..z\"]\nclasses = {{ v = [\"aeiou\"], far = [\"é\"] }}\nrules = [{{ name = \"r\", {effect} = \"{pattern}\" }}]"
        ))
    };
    for (effect, pattern, code) in [
        ("refuse", "a", None),
        ("refuse", "é", Some("rule-without-effect")),
        ("refuse", "a{far}", Some("rule-without-effect")),
        ("refuse", "{v}?", Some("refuses-all")),
        ("refuse", ".", Some("refuses-all")),
        ("refuse", "^[a..z 0..9 -]+$", Some("refuses-all")),
        ("refuse", "^[a..z]+$", None),
        ("refuse", "^.{63}$", None),
        ("refuse", "^.{40}.{40}$", Some("rule-without-effect")),
        ("require", "a", None),
        ("require", "é", Some("refuses-all")),
        ("require", "{v}*", Some("rule-without-effect")),
        ("require", "^.+$", Some("rule-without-effect")),
        ("require", "(é|a)$", None),
    ] {
        let told = with(effect, pattern);
        let column = 26 + effect.len() as u32 + 1;
        let expected: Vec<_> = code.into_iter().map(|code| (6, column, code)).collect();
        assert_eq!(told, expected, "{effect} {pattern}");
    }
}

#[test]
fn what_no_table_has() {
    let text = "id = \"x\"\n[scripts]\nmixing = \"tld-script\"\nof-tld = [\"Latn\", \"Cyrl\"]\n\
                [variant-sets]\nown = [[\"a\", \"á\"]]\nother = [[\"о\", \"ο\"]]\n\
                [[table]]\nid = \"t\"\nletters = [\"a..z\"]\nvariant-sets = [\"own\", \"other\"]\n";
    assert_eq!(faults(text), [(4, 19, "script-without-table"), (11, 24, "set-without-effect")]);
    assert_eq!(
        of_table("scripts = [\"Latn\"]\nletters = [\"ab\", \"б\"]\n[table.variants]\n\"д\" = [\"в\"]"),
        [(5, 18, "other-script"), (7, 8, "contradiction")]
    );
}

/// Letters that cannot be read are a fault of their own; nothing is said of what depends on them.
#[test]
fn one_fault_does_not_bring_others() {
    let lines = "letters = [\"a..z\", \"z..a\"]\nmust-contain = [{ letters = [\"é\"] }]\nrules = [{ name = \"r\", refuse = \"é\" }]";
    assert_eq!(of_table(lines), [(4, 20, "bad-value")]);
}
