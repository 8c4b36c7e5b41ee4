//! The pages of a site: their structure as a browser reads it, what hostile names do to them, their addresses.

use std::collections::{BTreeMap, BTreeSet};

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use ulabel::decision::{Decider, NameRecord, NamesInMemory, Request};
use ulabel::language::{Language, Messages};
use ulabel::page::answer::{self, Answer, MAX_NAME_OCTETS};
use ulabel::page::{Address, Question, Site, policy, policy_table};
use ulabel::policy::{CompiledPolicy, builtin};
use ulabel::text::escape;
use ulabel::{Checker, Verdict};

use crate::cases::{self, Outcome};

const POLICIES: &[&str] = &["ch", "ch-start", "xn--p1ai", "ae", "own<policy>"];

/// A page as a browser reads it.
struct Read {
    elements: Vec<Element>,
    /// All text outside the head, in order.
    text: String,
}

struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    /// The text within it.
    text: String,
}

impl Read {
    fn new(page: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
        assert!(dom.errors.borrow().is_empty(), "{:?}\n{page}", dom.errors.borrow());
        let mut read = Self { elements: Vec::new(), text: String::new() };
        read.add(&dom.document, false);
        read
    }

    fn add(&mut self, node: &Handle, in_head: bool) -> String {
        let mut text = String::new();
        let mut in_head = in_head;
        let mut at = None;
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                in_head |= &*name.local == "head";
                at = Some(self.elements.len());
                let attributes = attrs.borrow();
                let attributes =
                    attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
                self.elements.push(Element {
                    name: name.local.to_string(),
                    attributes: attributes.collect(),
                    text: String::new(),
                });
            }
            NodeData::Text { contents } => {
                text.push_str(&contents.borrow());
                if !in_head {
                    self.text.push_str(&contents.borrow());
                }
            }
            NodeData::Comment { .. } => panic!("no page has comments"),
            _ => {}
        }
        for child in node.children.borrow().iter() {
            text.push_str(&self.add(child, in_head));
        }
        if let Some(at) = at {
            self.elements[at].text.clone_from(&text);
        }
        text
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The values of an attribute, of whichever elements.
    fn values<'a>(&'a self, attribute: &'a str) -> impl Iterator<Item = &'a str> {
        self.elements.iter().filter_map(move |element| element.attributes.get(attribute).map(String::as_str))
    }

    fn with_class<'a>(&'a self, class: &'a str) -> impl Iterator<Item = &'a Element> {
        let has = move |element: &&Element| {
            element.attributes.get("class").is_some_and(|all| all.split(' ').any(|one| one == class))
        };
        self.elements.iter().filter(has)
    }

    /// What holds of every page: ids and references, labels of inputs, headings, landmarks, language, nothing from
    /// outside, nothing that a strict policy on content forbids.
    fn assert_sound(&self, language: Language) {
        let ids: Vec<&str> = self.values("id").collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "ids are unique: {ids:?}");
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for id in self.values(attribute) {
                assert!(unique.contains(id), "{attribute} {id} leads nowhere");
            }
        }
        for address in self.values("href").chain(self.values("action")) {
            match address.strip_prefix('#') {
                Some(id) => assert!(unique.contains(id), "{address} leads nowhere"),
                None => {
                    assert!(address.starts_with('/') && !address.starts_with("//"), "{address} leads out")
                }
            }
        }
        let labelled: BTreeSet<&str> =
            self.all("label").filter_map(|label| label.attributes.get("for")).map(String::as_str).collect();
        for input in self.all("input").chain(self.all("select")) {
            let is_hidden = input.attributes.get("type").is_some_and(|kind| kind == "hidden");
            assert!(
                is_hidden || labelled.contains(input.attributes["id"].as_str()),
                "every input has a label"
            );
        }
        assert!(self.all("label").chain(self.all("button")).all(|element| !element.text.trim().is_empty()));
        assert!(self.all("a").all(|link| !link.text.trim().is_empty()), "every link has a text");
        assert_eq!(self.all("main").count(), 1);
        assert_eq!(self.all("h1").count(), 1);
        let mut above = 1;
        for heading in
            self.elements.iter().filter_map(|element| element.name.strip_prefix('h')?.parse::<u8>().ok())
        {
            assert!(heading <= above + 1, "no level of heading is skipped");
            above = heading;
        }
        let html = self.all("html").next().unwrap();
        assert_eq!(html.attributes["lang"], language.tag());
        assert_eq!(html.attributes["dir"], if language == Language::Ar { "rtl" } else { "ltr" });
        for forbidden in ["script", "style", "img", "iframe", "object", "base", "meta-refresh"] {
            assert_eq!(self.all(forbidden).count(), 0, "{forbidden}");
        }
        for (element, name) in self
            .elements
            .iter()
            .flat_map(|element| element.attributes.keys().map(move |name| (element, name)))
        {
            assert!(!name.starts_with("on") && name != "style" && name != "src", "{} {name}", element.name);
        }
        for element in self.elements.iter().filter(|element| element.name != "input") {
            for (name, value) in &element.attributes {
                assert_eq!(escape(value), *value, "{} {name} hides nothing", element.name);
            }
        }
        assert!(!self.text.contains(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')));
    }
}

fn site(messages: &Messages) -> Site<'_> {
    Site { messages, base: "/", policies: POLICIES }
}

fn checker(tld: &str) -> Checker {
    Checker::with_policy(&builtin::find(tld).unwrap().policy().unwrap()).unwrap()
}

/// The answer of the rules to a question, in a language.
fn ask(question: &Question<'_>, checker: &Checker, language: Language) -> String {
    let messages = Messages::new(language);
    let report = checker.check(&question.whole_name(question.tld));
    answer::html(question, Some(&Answer::new(report, checker)), &site(&messages))
}

#[test]
fn without_a_name_there_is_the_form_alone() {
    for &language in Language::ALL {
        let messages = Messages::new(language);
        let page = answer::html(&Question::default(), None, &site(&messages));
        let read = Read::new(&page);
        read.assert_sound(language);
        assert_eq!(read.all("form").count(), 1);
        assert_eq!(read.with_class("answer").count(), 0);
        // Starts are left out of the choice, and what the site calls its own stands first.
        let options: Vec<&str> =
            read.all("option").map(|option| option.attributes["value"].as_str()).collect();
        assert_eq!(options, ["", "own<policy>", "ae", "ch", "xn--p1ai"]);
    }
    let page =
        answer::html(&Question { name: "", tld: "CH-start" }, None, &site(&Messages::new(Language::En)));
    let read = Read::new(&page);
    let chosen: Vec<&str> = read
        .all("option")
        .filter(|option| option.attributes.contains_key("selected"))
        .map(|option| option.text.as_str())
        .collect();
    assert_eq!(chosen, ["ch-start – Switzerland"]);
}

#[test]
fn every_case_of_a_finding_has_a_sound_page_that_tells_it() {
    let messages: Vec<Messages> = Language::ALL.iter().map(|&language| Messages::new(language)).collect();
    let mut number = 0;
    cases::each(|input, checker, outcome| {
        let (codes, verdict): (Vec<_>, _) = match &outcome {
            Outcome::Report(report) => {
                (report.all_findings().map(|finding| finding.code()).collect(), report.verdict())
            }
            Outcome::Decision(decision) => {
                (decision.findings().map(|(finding, _)| finding.code()).collect(), decision.verdict())
            }
        };
        let answer = match outcome {
            Outcome::Report(report) => Answer::new(report, checker),
            Outcome::Decision(decision) => Answer::of_decision(decision, checker),
        };
        let is_kept = verdict != Verdict::Invalid && answer.verdict() == Verdict::Review;
        assert!(answer.verdict() == verdict || is_kept, "{input}");
        let verdict = answer.verdict();
        // Each language in turn.
        number += 1;
        let messages = &messages[number % messages.len()];
        let question = Question { name: input, tld: "" };
        let read = Read::new(&answer::html(&question, Some(&answer), &site(messages)));
        read.assert_sound(messages.language());
        assert_eq!(
            read.with_class("answer").next().unwrap().attributes["class"],
            format!("answer {}", verdict.name())
        );
        let told: BTreeSet<&str> = read.all("code").map(|code| code.text.as_str()).collect();
        for code in codes {
            let is_told = told.contains(code.name());
            // Advice on display is told in sentences.
            assert!(
                is_told || code.name().starts_with("display.") || code.name().contains("uts46"),
                "{input}: {code}"
            );
        }
        let marked = read.with_class("reason").count();
        let of_labels = answer
            .report()
            .labels()
            .iter()
            .filter(|label| label.label().u_label().is_some_and(|text| !text.is_empty()));
        let is_in_picture = of_labels.clone().all(|label| label.is_valid()) || marked > 0;
        assert!(is_in_picture, "{input}: what is found in a label is in its picture");
    });
    assert!(number > 150, "the cases were seen: {number}");
}

#[test]
fn a_fault_is_marked_where_it_is() {
    let question = Question { name: "a·b☃", tld: "ch" };
    let read = Read::new(&ask(&question, &checker("ch"), Language::En));
    let marked: Vec<&str> = read.all("mark").map(|mark| mark.text.as_str()).collect();
    assert_eq!(marked, ["·", "☃"]);
    let cells: Vec<(&str, bool)> = read
        .all("li")
        .filter(|li| li.text.contains("U+"))
        .filter(|li| !li.attributes.contains_key("id"))
        .map(|li| (li.text.split_once("U+").unwrap().0, li.attributes.contains_key("class")))
        .collect();
    assert_eq!(cells, [("a", false), ("·", true), ("b", false), ("☃", true)]);
    assert!(read.text.contains("found MIDDLE DOT (U+00B7) at position 2, expected between two letters l"));
    // The way out leads on.
    let way = read.all("a").find(|link| link.text == "ab.ch").or_else(|| {
        read.all("a").find(|link| link.text.ends_with(".ch") && link.attributes["href"].contains("name="))
    });
    assert!(way.is_none() || way.unwrap().attributes["href"].starts_with("/?name="), "a link of the page");
}

#[test]
fn labels_of_another_direction_stand_apart() {
    let read = Read::new(&ask(&Question { name: "دبي", tld: "ae" }, &checker("ae"), Language::En));
    read.assert_sound(Language::En);
    let cells = read.with_class("cells").next().unwrap();
    assert_eq!(cells.attributes["dir"], "rtl", "cells follow the label");
    let read = Read::new(&ask(&Question { name: "bücher", tld: "ch" }, &checker("ch"), Language::Ar));
    read.assert_sound(Language::Ar);
    assert_eq!(read.with_class("cells").next().unwrap().attributes["dir"], "ltr");
    assert!(read.all("bdi").any(|bdi| bdi.text == "bücher.ch"));
}

#[test]
fn ways_out_and_variants_are_told() {
    let read = Read::new(&ask(&Question { name: "Bücher", tld: "ch" }, &checker("ch"), Language::En));
    let way = read.all("a").find(|link| link.text == "bücher.ch").expect("the label in lower case");
    assert_eq!(way.attributes["href"], "/?name=b%C3%BCcher.ch&tld=ch&lang=en");
    let ca = checker("ca");
    let read = Read::new(&ask(&Question { name: "cafe", tld: "ca" }, &ca, Language::En));
    read.assert_sound(Language::En);
    let variants = read.with_class("variants").next().expect("variants of a label of .ca");
    assert!(variants.text.contains("café"), "{}", variants.text);
    assert!(read.with_class("counts").next().unwrap().text.contains("Can be allocated"));
}

#[test]
fn a_decision_is_told_with_its_reason() {
    let policy = builtin::find("ca").unwrap().policy().unwrap();
    let decider = Decider::new(&policy).unwrap();
    let (mut names, mut keys) = (NamesInMemory::new(), decider.keys());
    keys.take("café.ca");
    names.put(&keys, NameRecord { registrant: "R1".into(), registrar: "A".into(), ..NameRecord::default() });
    let checker = checker("ca");
    let page = |name: &'static str, language| {
        let messages = Messages::new(language);
        let decision = decider.decide(&Request::new(name), &names).unwrap();
        let question = Question { name, tld: "ca" };
        answer::html(&question, Some(&Answer::of_decision(decision, &checker)), &site(&messages))
    };
    for &language in Language::ALL {
        for (name, verdict) in [("café.ca", "invalid"), ("cafe.ca", "review"), ("autre.ca", "valid")] {
            let read = Read::new(&page(name, language));
            read.assert_sound(language);
            let answer = read.with_class("answer").next().unwrap();
            assert_eq!(answer.attributes["class"], format!("answer {verdict}"), "{name}");
        }
    }
    let read = Read::new(&page("café.ca", Language::En));
    let answer = read.with_class("answer").next().unwrap();
    assert!(
        answer.text.contains("café.ca is not available") && answer.text.contains("registered"),
        "{}",
        answer.text
    );
    assert!(!answer.text.contains("were not looked at"));
    let read = Read::new(&page("cafe.ca", Language::En));
    assert!(
        read.with_class("answer").next().unwrap().text.contains("cafe.ca is kept for the holder of café.ca")
    );
}

#[test]
fn what_is_too_long_is_told_and_not_looked_at() {
    let long = "a".repeat(MAX_NAME_OCTETS + 1);
    let question = Question { name: &long, tld: "ch" };
    assert!(question.is_too_long());
    for &language in Language::ALL {
        let messages = Messages::new(language);
        let page = answer::html(&question, None, &site(&messages));
        assert!(page.len() < 20_000, "{}", page.len());
        let read = Read::new(&page);
        read.assert_sound(language);
        assert_eq!(read.values("role").filter(|role| *role == "alert").count(), 1);
    }
    let longest = "ü.".repeat(MAX_NAME_OCTETS / 3);
    let question = Question { name: &longest, tld: "" };
    let checker = Checker::registration();
    let page = answer::html(
        &question,
        Some(&Answer::new(checker.check(&longest), &checker)),
        &site(&Messages::new(Language::En)),
    );
    Read::new(&page).assert_sound(Language::En);
}

#[test]
fn policies_have_pages() {
    let read_policy = |id: &str| builtin::find(id).unwrap().policy().unwrap();
    for &language in Language::ALL {
        let messages = Messages::new(language);
        let site = site(&messages);
        Read::new(&policy::list(&site)).assert_sound(language);
        Read::new(&policy::unknown(&site)).assert_sound(language);
        let ids = ["ch", "ch-start", "xn--p1ai", "ae", "il", "cn"];
        for id in ids {
            Read::new(&policy::html(&read_policy(id), &site)).assert_sound(language);
        }
        for (first, second) in [("ch", "ch-start"), ("ch", "xn--p1ai"), ("ch", "ch")] {
            let [first, second] = [first, second].map(|id| CompiledPolicy::new(&read_policy(id)).unwrap());
            Read::new(&policy::beside(&first, &second, &site)).assert_sound(language);
        }
        let ch = read_policy("ch");
        let table = ch.export(&ch.tables[0], &mut |_| Err("no files".into())).unwrap();
        let read = Read::new(&policy_table::of_site(&table, "ch", &site));
        read.assert_sound(language);
        assert!(read.text.contains("LATIN SMALL LETTER E WITH ACUTE"));
    }
    let site = Site { messages: &Messages::new(Language::En), base: "/idn/", policies: POLICIES };
    let [first, second] = ["ch", "ch-start"].map(|id| CompiledPolicy::new(&read_policy(id)).unwrap());
    let page = policy::beside(&first, &second, &site);
    assert!(page.contains("href=\"/idn/?name=") && page.contains("length.min"), "{page}");
    assert!(policy::beside(&first, &first, &site).contains("The two policies state the same."));
}

#[test]
fn text_of_a_policy_is_not_trusted() {
    let mut own = builtin::find("ch").unwrap().policy().unwrap();
    own.id = "own<policy>".into();
    own.note = Some("<script>alert(1)</script>\u{202E}\u{0}".into());
    own.sources = vec!["\"><img src=x>".into(), "\u{2067}".into()];
    own.authority = Some("<b>&amp;</b>".into());
    let messages = Messages::new(Language::En);
    let read = Read::new(&policy::html(&own, &site(&messages)));
    read.assert_sound(Language::En);
    assert!(read.text.contains("<script>alert(1)</script>") && read.text.contains("<b>&amp;</b>"));
}

/// What a browser sends when it follows a link of a page.
fn sent(link: &str) -> BTreeMap<String, String> {
    let (_, query) = link.split_once('?').unwrap();
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

/// Names that would do something to a page if it let them.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => any::<char>().prop_map(String::from),
        2 => "[a-zà-ÿא-ת]{1,5}",
        1 => prop_oneof![
            Just("<script>"), Just("\"><img src=x onerror=a>"), Just("</title>"), Just("&amp;"), Just("'"), Just("-->"),
            Just("\u{202E}"), Just("\u{2067}"), Just("\u{0}"), Just("\r\n"), Just("%00"), Just("xn--"), Just("."),
            Just("\u{FFFE}"), Just("\u{85}"), Just("{$name}"), Just("]]>"), Just("&lt"), Just("\u{301}"),
        ].prop_map(String::from),
    ];
    proptest::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_names_stay_text(name in hostile(), language in 0..6_usize) {
        let language = Language::ALL[language];
        let messages = Messages::new(language);
        let site = site(&messages);
        let checker = Checker::registration();
        let question = Question { name: &name, tld: "" };
        let report = checker.check(&question.whole_name(""));
        let texts: Vec<String> = report.labels().iter().filter_map(|label| label.label().u_label().map(str::to_owned)).collect();
        let is_valid = report.verdict() != Verdict::Invalid;
        let page = answer::html(&question, Some(&Answer::new(report, &checker)), &site);
        let read = Read::new(&page);
        read.assert_sound(language);
        // The shape of the page depends on nothing that stands in the name.
        let plain = Read::new(&answer::html(&Question::default(), None, &site));
        let names = |read: &Read| read.elements.iter().map(|element| element.name.clone()).collect::<BTreeSet<_>>();
        let more: Vec<String> = names(&read).difference(&names(&plain)).cloned().collect();
        let known = ["section", "h2", "h3", "bdi", "code", "ol", "mark", "strong", "details", "summary", "table", "thead", "tbody",
            "tr", "th", "td", "dl", "dt", "dd", "div"];
        prop_assert!(more.iter().all(|name| known.contains(&name.as_str())), "{more:?}");
        // Each label stands in the page as it is made safe to show, and as nothing else.
        if is_valid {
            for text in texts.iter().take(1) {
                let shown = escape(text);
                prop_assert!(read.all("bdi").any(|bdi| bdi.text == shown), "{shown}");
            }
        }
        // What was typed is still in the field, but for what HTML cannot hold.
        let field = read.all("input").find(|input| input.attributes.get("id").is_some_and(|id| id == "name")).unwrap();
        let is_whole = !name.contains(|c: char| c.is_control() || u32::from(c) & 0xFFFE == 0xFFFE || matches!(c, '\u{FDD0}'..='\u{FDEF}'));
        prop_assert!(!is_whole || field.attributes["value"] == name);
        // The link asks the same question.
        let link = read.with_class("link").next().unwrap();
        let query = sent(&link.attributes["href"]);
        prop_assert_eq!(&query["name"], &name);
        prop_assert_eq!(&query["tld"], "");
        prop_assert_eq!(&query["lang"], language.tag());
        let address = Address::Question(question);
        prop_assert_eq!(site.link(&address), link.attributes["href"].clone());
    }
}
