//! Sentences: every code in every language.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, VariantKey,
};
use ulabel::LabelReport;
use ulabel::language::Sentences;
use ulabel::language::{Language, Messages, Text, TextArgument, Word};
use ulabel::text::escape;
use ulabel::unicode::{Script, script};
use ulabel::{Checker, Code};

/// Labels that between them raise every code of IDNA2008.
#[rustfmt::skip]
const REFUSED: &[&str] = &[
    "", "-a", "a-", "ab--c", "a b", "BÜCHER", "Abc", "xn--", "xn--a-", "xn--ü", "xn--a!", "xn--99999999",
    "xn--abc-", "e\u{301}a", "\u{301}a", "a。ü", "ü_", "☃", "a\u{200C}b", "a\u{200D}b", "a·b", "α\u{375}",
    "a\u{5F3}", "a\u{5F4}", "a\u{30FB}b", "\u{660}\u{6F0}", "اa", "ا1\u{660}", "aا", "1ا", "ا-", "\u{378}",
];

/// Labels made to disturb a terminal or the text around them.
const HOSTILE: &[&str] = &[
    "a\u{202E}b",
    "a\nb\u{1b}[31m",
    "\u{2067}é",
    "é\u{2069}\u{2069}",
    "\u{200F}\u{61C}é",
    "é\u{7}\u{8}\u{9b}",
    "\u{E0041}é",
    "\u{FEFF}é",
    "é\u{2028}\u{2029}\u{85}",
    "é\u{AD}\u{115F}\u{FE0F}",
    "\\u{202E}é",
    "é{$what}",
];

fn parse(language: Language) -> Resource<&'static str> {
    fluent_syntax::parser::parse(language.source())
        .unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"))
}

/// The messages of a file by name; a name must not stand twice.
fn by_name<'a>(resource: &'a Resource<&'static str>) -> BTreeMap<&'static str, &'a Message<&'static str>> {
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                assert!(messages.insert(message.id.name, message).is_none(), "{} twice", message.id.name);
            }
            Entry::Junk { content } => panic!("{content}"),
            _ => {}
        }
    }
    messages
}

/// Value and attributes, each with its name.
fn patterns<'a>(message: &'a Message<&'static str>) -> Vec<(&'static str, &'a Pattern<&'static str>)> {
    let value = message.value.iter().map(|value| ("", value));
    value.chain(message.attributes.iter().map(|attribute| (attribute.id.name, &attribute.value))).collect()
}

/// The variables and the texts of each variant of a pattern and of what it refers to.
#[derive(Default)]
struct Said<'a> {
    variables: BTreeSet<&'a str>,
    reasons: BTreeSet<&'a str>,
    texts: Vec<&'a str>,
}

impl<'a> Said<'a> {
    fn add(&mut self, pattern: &Pattern<&'a str>, messages: &BTreeMap<&'a str, &Message<&'a str>>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.texts.push(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    self.inline(inline, messages)
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    self.inline(selector, messages);
                    let by_keyword = matches!(selector, InlineExpression::VariableReference { id }
                        if matches!(id.name, "reason" | "actual" | "limit"));
                    for variant in variants {
                        if let (true, VariantKey::Identifier { name }) = (by_keyword, &variant.key) {
                            self.reasons.insert(name);
                        }
                        self.add(&variant.value, messages);
                    }
                }
            }
        }
    }

    fn inline(
        &mut self,
        inline: &InlineExpression<&'a str>,
        messages: &BTreeMap<&'a str, &Message<&'a str>>,
    ) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name);
            }
            InlineExpression::MessageReference { id, attribute: None } => {
                let message = messages.get(id.name).unwrap_or_else(|| panic!("no message {}", id.name));
                self.add(message.value.as_ref().expect("a value"), messages);
            }
            _ => {}
        }
    }
}

#[test]
fn every_language_has_the_messages_of_english_with_the_same_arguments() {
    let english = parse(Language::En);
    let english = by_name(&english);
    for &language in Language::ALL {
        let other = parse(language);
        let other = by_name(&other);
        assert_eq!(other.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{language}");
        for (name, message) in &other {
            let (theirs, ours) = (patterns(message), patterns(english[name]));
            let names =
                |patterns: &[(&'static str, _)]| patterns.iter().map(|(name, _)| *name).collect::<Vec<_>>();
            assert_eq!(names(&theirs), names(&ours), "{language} {name}");
            for ((attribute, theirs), (_, ours)) in theirs.iter().zip(&ours) {
                let (mut said, mut expected) = (Said::default(), Said::default());
                said.add(theirs, &other);
                expected.add(ours, &english);
                assert_eq!(said.variables, expected.variables, "{language} {name}.{attribute}");
                let is_plural = |name: &&&str| ["zero", "one", "two", "few", "many", "other"].contains(*name);
                let keywords = |said: &Said<'static>| {
                    said.reasons.iter().filter(|name| !is_plural(name)).copied().collect::<Vec<_>>()
                };
                assert_eq!(keywords(&said), keywords(&expected), "{language} {name}.{attribute}");
            }
        }
    }
}

#[test]
fn every_code_word_and_text_has_a_message_and_nothing_is_left_over() {
    let resource = parse(Language::En);
    let messages = by_name(&resource);
    let mut used: BTreeSet<String> = BTreeSet::new();
    for code in Code::ALL {
        let id = code.name().replace('.', "-");
        let message = messages.get(id.as_str()).unwrap_or_else(|| panic!("no message {id}"));
        let attributes: Vec<&str> = message.attributes.iter().map(|attribute| attribute.id.name).collect();
        assert!(matches!(attributes[..], ["explain"] | ["explain", "way-out"]), "{id}: {attributes:?}");
        let way_out = attributes.contains(&"way-out");
        assert_eq!(Messages::new(Language::En).has_way_out(*code), way_out, "{id}");
        used.insert(id);
    }
    used.extend(Word::ALL.iter().map(|word| word.id().to_owned()));
    used.extend(Text::ALL.iter().map(|text| text.id().to_owned()));
    let parts = ["level-actual", "level-limit", "octets", "place", "remove", "source", "step", "units"]
        .map(str::to_owned);
    used.extend(parts);
    assert_eq!(messages.keys().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>(), used);
}

/// Words that every language writes as the standards do.
const IDENTIFIERS: &str = "EPP create update label labels ASCII UTF DNS NFC DISALLOWED UNASSIGNED Punycode Unicode IDNA LDH NR LGR UTS Bidi AL AN \
    EN ES CS ET ON BN NSM xn Chrome Firefox virama geresh gershayim cat";

/// Names of characters stand in the original beside their translation.
const CHARACTER_NAMES: &[&str] = &[
    // Before the one it ends with.
    "KATAKANA MIDDLE DOT",
    "ZERO WIDTH NON-JOINER",
    "ZERO WIDTH JOINER",
    "MIDDLE DOT",
    "GREEK LOWER NUMERAL SIGN",
    "HEBREW PUNCTUATION GERESH",
    "HEBREW PUNCTUATION GERSHAYIM",
];

#[test]
fn no_english_is_left_over() {
    let english = parse(Language::En);
    let english = by_name(&english);
    for &language in Language::ALL.iter().filter(|language| **language != Language::En) {
        let resource = parse(language);
        let messages = by_name(&resource);
        for (name, message) in &messages {
            for ((attribute, pattern), (_, original)) in
                patterns(message).into_iter().zip(patterns(english[name]))
            {
                let context = format!("{language} {name}.{attribute}");
                let (mut said, mut expected) = (Said::default(), Said::default());
                said.add(pattern, &messages);
                expected.add(original, &english);
                for text in &said.texts {
                    assert_translated(language, text, &context);
                }
                let words = expected.texts.iter().any(|text| words(text).next().is_some());
                let same = said.texts == expected.texts;
                // "U-label" is itself everywhere; so are, in their languages, a few words of Latin descent.
                let alike = "actions at-position clause-condition date description head-a-label head-code \
                    head-disposition head-message head-source head-u-label head-verdict kind-a-label \
                    kind-u-label no notation octets severity-error variant-source variant-type version";
                assert!(
                    !words || !same || alike.split(' ').any(|alike| alike == *name),
                    "{context}: {:?}",
                    said.texts
                );
            }
        }
    }
}

/// The words of Latin letters that are no identifiers.
fn words(text: &str) -> impl Iterator<Item = String> {
    let mut text = text.to_owned();
    for name in CHARACTER_NAMES {
        text = text.replace(name, "");
    }
    // With digits, so that U+30FB is not taken for a word.
    let of_word = |c: char| script(c) == Script::Latin || c.is_ascii_digit() || c == '+';
    let words: Vec<String> = text
        .split(|c: char| !of_word(c))
        .filter(|word| word.chars().count() > 1 && word.chars().all(|c| script(c) == Script::Latin))
        .filter(|word| !IDENTIFIERS.split(' ').any(|identifier| identifier == *word))
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

fn assert_translated(language: Language, text: &str, context: &str) {
    let own = match language {
        Language::Ar => Some(Script::Arabic),
        Language::Zh => Some(Script::Han),
        Language::Ru => Some(Script::Cyrillic),
        _ => None,
    };
    if own.is_some() {
        let latin: Vec<String> = words(text).collect();
        assert!(latin.is_empty(), "{context}: {latin:?} in {text:?}");
        return;
    }
    // Words that are English and neither French nor Spanish.
    let english = "found expected the of and which character with not letters label is only this name";
    let left: Vec<String> = text
        .split(|c: char| script(c) != Script::Latin && c != '-')
        .filter(|word| english.split(' ').any(|english| word.eq_ignore_ascii_case(english)))
        .map(str::to_owned)
        .collect();
    assert!(left.is_empty(), "{context}: {left:?} in {text:?}");
}

/// Every sentence of a report, of all three lengths.
fn said(messages: &Messages, report: &LabelReport) -> Vec<String> {
    let label = Some(report.label());
    let said = |finding| {
        let sentences = [messages.sentence(finding, label), messages.explanation(finding, label)];
        sentences.into_iter().chain(messages.way_out(finding, label))
    };
    report.findings().iter().flat_map(said).collect()
}

#[test]
fn hostile_labels_leak_nothing_into_sentences() {
    let checker = Checker::registration();
    for &language in Language::ALL {
        let messages = Messages::new(language);
        for label in HOSTILE.iter().chain(REFUSED) {
            for sentence in said(&messages, &checker.check_label(label)) {
                let mut depth = 0_i32;
                for c in sentence.chars() {
                    match c {
                        '\u{2066}' | '\u{2068}' => depth += 1,
                        '\u{2069}' => depth -= 1,
                        '\u{A0}' => {}
                        _ => assert_eq!(escape(&format!("a{c}")), format!("a{c}"), "{language} {sentence:?}"),
                    }
                    assert!((0..=2).contains(&depth), "{language} {sentence:?}");
                }
                assert_eq!(depth, 0, "{language} {sentence:?}");
            }
        }
    }
}

#[test]
fn what_is_of_another_direction_is_isolated() {
    let sentence = |language, label: &str| {
        let report = Checker::registration().check_label(label);
        Messages::new(language).sentence(&report.findings()[0], Some(report.label()))
    };
    // In a language from left to right, only what is not: here U+05D0 HEBREW LETTER ALEF.
    assert!(sentence(Language::En, "aא").contains("U+05D0 (\u{2068}א\u{2069})"));
    assert!(!sentence(Language::Fr, "a·b").contains(['\u{2066}', '\u{2068}']));
    // In Arabic, code points and labels.
    assert!(sentence(Language::Ar, "☃").contains("\u{2066}U+2603 (\u{2068}☃\u{2069})\u{2069}"));
    assert!(sentence(Language::Ar, "e\u{301}").contains("«\u{2068}é\u{2069}»"));
}

#[test]
fn findings_are_told_with_place_and_glyph() {
    let first = |label: &str, language| {
        let report = Checker::registration().check_label(label);
        Messages::new(language).sentence(&report.findings()[0], Some(report.label()))
    };
    assert_eq!(
        first("a☃", Language::En),
        "found U+2603 (☃) at position 2, which is DISALLOWED, expected only code points that IDNA2008 allows"
    );
    // An invisible character is told by its number alone.
    assert!(first("é\u{AD}", Language::En).starts_with("found U+00AD at position 2, "));
    assert!(first("é\\", Language::En).starts_with("found U+005C (\\) at position 2, "));
    // A mark gets a dotted circle.
    assert!(first("\u{301}a", Language::En).contains("U+0301 (\u{25CC}\u{301})"));
    assert_eq!(
        first("a·b", Language::Fr),
        "POINT MÉDIAN (U+00B7) en position 2, attendu entre deux lettres l"
    );
    assert_eq!(
        first("a·b", Language::Ru),
        "СРЕДНЯЯ ТОЧКА (U+00B7) в позиции 2, ожидалась между двумя буквами l"
    );
    assert_eq!(
        first("a·b", Language::Es),
        "PUNTO MEDIO (U+00B7) en la posición 2, se esperaba entre dos letras l"
    );
    assert_eq!(first("a·b", Language::Zh), "第 2 位为间隔点（U+00B7），应位于两个字母 l 之间");
    assert_eq!(first("a·b", Language::Ar), "نقطة وسطى (U+00B7) في الموضع 2، والمتوقع أن تقع بين حرفي l");
}

#[test]
fn ways_out_show_the_label() {
    let report = Checker::registration().check_label("E\u{301}cole");
    let messages = Messages::new(Language::En);
    let ways: Vec<String> = report
        .findings()
        .iter()
        .filter_map(|finding| messages.way_out(finding, Some(report.label())))
        .collect();
    assert!(ways.contains(&"Write “e” (U+0065) instead.".to_owned()), "{ways:?}");
    assert!(ways.iter().any(|way| way.starts_with("Use the NFC form “École” (U+00C9 U+0063 ")), "{ways:?}");
    // A label of one character has no form without it.
    let report = Checker::registration().check_label("☃");
    assert_eq!(messages.way_out(&report.findings()[0], Some(report.label())), None);
}

#[test]
fn plural_forms() {
    use TextArgument::Number;
    let counts = [0, 1, 2, 5, 11, 21, 101];
    let expected = [
        (Language::En, "no findings|1 finding|2 findings|5 findings|11 findings|21 findings|101 findings"),
        (Language::Fr, "aucun constat|1 constat|2 constats|5 constats|11 constats|21 constats|101 constats"),
        (
            Language::Es,
            "ningún hallazgo|1 hallazgo|2 hallazgos|5 hallazgos|11 hallazgos|21 hallazgos|101 hallazgos",
        ),
        (
            Language::Ru,
            "замечаний нет|1 замечание|2 замечания|5 замечаний|11 замечаний|21 замечание|101 замечание",
        ),
        (
            Language::Zh,
            "无检查结果|1 项检查结果|2 项检查结果|5 项检查结果|11 项检查结果|21 项检查结果|101 项检查结果",
        ),
        (Language::Ar, "لا ملاحظات|ملاحظة واحدة|ملاحظتان|5 ملاحظات|11 ملاحظة|21 ملاحظة|101 ملاحظة"),
    ];
    for (language, forms) in expected {
        let messages = Messages::new(language);
        for (count, form) in counts.into_iter().zip(forms.split('|')) {
            assert_eq!(
                messages.text(Text::FindingsOf, &[("findings", Number(count))]),
                form,
                "{language} {count}"
            );
        }
    }
    let summary = |language, names| Messages::new(language).summary(names, names - 1, 0, 1);
    assert_eq!(summary(Language::En, 1), "1 name: 0 valid, 0 to review, 1 invalid");
    assert_eq!(summary(Language::Fr, 3), "3 noms\u{A0}: 2 valides, 0 à examiner, 1 non valide");
    assert_eq!(summary(Language::Ru, 22), "22 имени: 21 допустимое, 0 на проверку, 1 недопустимое");
    assert_eq!(summary(Language::Ru, 12), "12 имён: 11 допустимых, 0 на проверку, 1 недопустимое");
    assert_eq!(summary(Language::Ar, 2), "اسمان: 1 صالح، 0 للمراجعة، 1 غير صالح");
    assert_eq!(summary(Language::Ar, 11), "11 اسمًا: 10 صالح، 0 للمراجعة، 1 غير صالح");
    // Numbers are plain, however large.
    assert!(summary(Language::Es, 1_234_567).starts_with("1234567 nombres: 1234566 válidos, "));
}

#[test]
fn scripts_have_names() {
    let name = |language| Messages::new(language).script(Script::Cyrillic).into_owned();
    assert_eq!(
        Language::ALL.iter().map(|language| name(*language)).collect::<Vec<_>>(),
        ["السيريلية", "西里尔文", "Cyrillic", "cyrillique", "кириллица", "cirílico"]
    );
    // CLDR has no name for it.
    assert_eq!(Messages::new(Language::Ar).script(Script::OlOnal), "Ol Onal");
}

#[test]
fn clauses_are_translated_where_they_have_words() {
    let clause = |language, code: Code| Messages::new(language).clause(code.clause());
    assert_eq!(clause(Language::Es, Code::BidiCondition3), "RFC 5893 §2 condición 3");
    assert_eq!(clause(Language::Ru, Code::Reserved), "политика");
    for code in Code::ALL {
        assert_eq!(clause(Language::En, *code), code.clause().to_string());
    }
}

#[test]
fn languages_are_told_from_tags() {
    for &language in Language::ALL {
        assert_eq!(Language::from_tag(language.tag()), Some(language));
        assert_eq!(Language::from_tag(&language.tag().to_ascii_uppercase()), Some(language));
        assert_eq!(Messages::new(language).language(), language);
    }
    assert_eq!(Language::from_tag("zh_CN.UTF-8"), Some(Language::Zh));
    assert_eq!(Language::from_tag("es-419"), Some(Language::Es));
    for other in ["", "C", "POSIX", "de_DE", "eng", "f"] {
        assert_eq!(Language::from_tag(other), None, "{other}");
    }
}

#[test]
fn messages_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Messages>();
}
