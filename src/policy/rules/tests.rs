use crate::label::Label;
use crate::lgr::Detail;
use crate::policy::builtin;
use crate::policy::compile::CompiledPolicy;

/// Labels of ASCII are seen at a glance to pass, where a table has all of ASCII or so much of it.
#[test]
fn labels_of_ascii_are_clear_at_a_glance() {
    for (tld, label, is_clear) in [
        ("de", "example-1", true),
        ("se", "example-1", true),
        ("bg", "example-1", true),
        ("jp", "example-1", true),
        ("中国", "example-1", true),
        ("中国", "a--b", false),
        ("中国", "a-b-c-d-e-f-g-h", true),
        ("中国", "abcdefg--h", false),
        ("中国", "abcdefgh-i--", false),
        ("中国", "a-label-of-thirty-letters-in-all", false),
        ("рф", "31-05", true),
        ("рф", "3", false),
        ("рф", "example", false),
        ("ไทย", "123", false),
    ] {
        let policy = CompiledPolicy::new(&builtin::find(tld).unwrap().policy().unwrap()).unwrap();
        let found = policy.is_clear(&Label::parse(label), policy.lengths(None), Detail::Findings);
        assert_eq!(
            found, is_clear,
            ".{tld} {label}: {:?} {} {:?}",
            policy.lengths.quick_ascii, policy.asks_variants, policy.script_safe
        );
    }
}
