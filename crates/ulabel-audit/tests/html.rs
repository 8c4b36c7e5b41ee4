//! The report as a page: sound in every language, harmless whatever names are, its plots true to the report.
// A test that panics has found something.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use ulabel::Checker;
use ulabel::decision::NameRecord;
use ulabel::language::{Language, Messages};
use ulabel::policy::builtin;
use ulabel::text::escape;
use ulabel_audit::input::InputFormat;
use ulabel_audit::{AuditOptions, AuditReport, Judge, Source, audit, report};

const NAMES: &str = "maple.ca\ncafé.ca\ncafe.ca\ncafè.ca\nxn--0.ca\nпаспорт.ca\na\u{202E}b.ca\n-a-.ca\nabc\nпаypal.ca\n\
    <script>alert(1)</script>.ca\n\u{FDD0}\u{1}\u{85}.ca\n\u{2067}\u{5D0}&\"'.ca\nl'été.ca\nété.ca\nete.ca\n";

/// A report with everything that there can be in one.
fn found() -> AuditReport {
    let checker = |id: &str| {
        let policy = builtin::find(id).unwrap().policy().unwrap();
        Judge::One(Checker::with_policy(&policy).unwrap().into())
    };
    let mut options = AuditOptions::new(checker("ca"));
    options.against = Some((checker("ch"), "<i>ch\u{202E}".into()));
    options.collisions = true;
    let file = "zone <b>\u{202E}.txt";
    let source = Source::reader(Box::new(NAMES.as_bytes()), file, InputFormat::List);
    let record = |name: &str, registrant: &str, created: &str| NameRecord {
        name: name.into(),
        registrant: registrant.into(),
        registrar: "<img src=x>\u{2067}".into(),
        created: Some(created.parse().unwrap()),
        ..NameRecord::default()
    };
    let records = [
        record("café.ca", "\"><script>", "2003-04-05T00:00:00Z"),
        record("cafe.ca", "أحمد", "2001-02-03T00:00:00Z"),
        record("cafè.ca", "C", "2003-12-31T23:59:59Z"),
        record("maple.ca", "D", "2006-01-01T00:00:00Z"),
    ];
    let mut records = records.into_iter().map(Ok);
    let mut found = audit(vec![source], &options, Some(&mut records), &mut ()).unwrap();
    // The policy has one table, so that names are not counted by it.
    assert!(found.tables.is_empty());
    found.tables = found.scripts.clone();
    found.tables.iter_mut().for_each(|table| table.key = "<table>\u{202E}".into());
    found.date = Some("2026-09-15\u{0}<".into());
    assert!(found.collisions.as_ref().unwrap().variants.as_ref().unwrap().groups > 0);
    assert!(found.holders.as_ref().unwrap().sets > 0 && !found.codes.is_empty());
    assert!(!found.against.as_ref().unwrap().verdicts.is_empty());
    found
}

fn page(found: &AuditReport, language: Language) -> Read {
    Read::new(&report::html(found, &Messages::new(language)))
}

/// A page as a browser reads it.
struct Read {
    elements: Vec<Element>,
    text: String,
}

struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    /// The text within it.
    text: String,
    /// The number of the element around it.
    parent: Option<usize>,
}

impl Read {
    fn new(page: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
        assert!(dom.errors.borrow().is_empty(), "{:?}\n{page}", dom.errors.borrow());
        let mut read = Self { elements: Vec::new(), text: String::new() };
        read.text = read.add(&dom.document, None);
        read
    }

    fn add(&mut self, node: &Handle, parent: Option<usize>) -> String {
        let mut at = parent;
        let mut text = String::new();
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                at = Some(self.elements.len());
                let attributes = attrs.borrow();
                let attributes =
                    attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
                let (name, attributes) = (name.local.to_string(), attributes.collect());
                self.elements.push(Element { name, attributes, text: String::new(), parent });
            }
            NodeData::Text { contents } => text.push_str(&contents.borrow()),
            NodeData::Comment { .. } => panic!("the page has no comments"),
            _ => {}
        }
        for child in node.children.borrow().iter() {
            text.push_str(&self.add(child, at));
        }
        if at != parent {
            self.elements[at.unwrap()].text.clone_from(&text);
        }
        text
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    fn values<'a>(&'a self, attribute: &'a str) -> impl Iterator<Item = &'a str> {
        self.elements.iter().filter_map(move |element| element.attributes.get(attribute).map(String::as_str))
    }

    fn is_within(&self, element: &Element, outer: usize) -> bool {
        let mut parent = element.parent;
        while let Some(at) = parent {
            if at == outer {
                return true;
            }
            parent = self.elements[at].parent;
        }
        false
    }

    /// What a plot tells: each label with its figure, and where its bar begins and how long it is, in per cent.
    fn plot(&self, id: &str, horizontal: bool) -> Vec<Told> {
        let title = format!("{id}-title");
        let title = self.elements.iter().find(|element| element.attributes.get("id") == Some(&title));
        let svg = title.unwrap_or_else(|| panic!("the plot {id}")).parent.unwrap();
        let within = |name: &'static str| {
            self.elements.iter().filter(move |element| element.name == name && self.is_within(element, svg))
        };
        let in_group =
            |element: &&Element| element.parent.is_some_and(|parent| self.elements[parent].name == "g");
        let number = |element: &Element, name: &str| -> f64 {
            element.attributes[name].trim_end_matches('%').parse().unwrap()
        };
        let length = if horizontal { "width" } else { "height" };
        let rects = within("rect").filter(in_group).map(|rect| (number(rect, "x"), number(rect, length)));
        let told = within("title").filter(in_group).map(|title| title.text.clone());
        told.zip(rects).map(|(text, (x, length))| Told { text, x, length }).collect()
    }
}

struct Told {
    text: String,
    x: f64,
    length: f64,
}

fn texts(plot: &[Told]) -> Vec<&str> {
    plot.iter().map(|told| told.text.as_str()).collect()
}

#[test]
fn the_page_is_sound_in_every_language() {
    let found = found();
    for &language in Language::ALL {
        let read = page(&found, language);
        let ids: Vec<&str> = read.values("id").collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "ids are unique: {ids:?}");
        for attribute in ["aria-labelledby", "aria-describedby"] {
            assert!(read.values(attribute).all(|id| unique.contains(id)), "{attribute} leads somewhere");
        }
        let leads_on = |address: &str| address.strip_prefix('#').is_some_and(|id| unique.contains(id));
        assert!(read.values("href").all(leads_on), "links stay on the page");
        for forbidden in ["script", "link", "img", "image", "use", "iframe", "object", "base", "form"] {
            assert_eq!(read.all(forbidden).count(), 0, "{forbidden}");
        }
        for name in read.elements.iter().flat_map(|element| element.attributes.keys()) {
            assert!(!name.starts_with("on") && name != "style" && name != "src", "{name}");
        }
        let [style] = read.all("style").collect::<Vec<_>>()[..] else { panic!("one style sheet") };
        assert!(!style.text.contains("@import") && !style.text.contains("//"));
        let addresses = style.text.split("url(").skip(1);
        assert!(addresses.into_iter().all(|address| leads_on(address.split(')').next().unwrap())));
        let html = read.all("html").next().unwrap();
        assert_eq!(html.attributes["lang"], language.tag());
        assert_eq!(html.attributes["dir"], if language.is_rtl() { "rtl" } else { "ltr" });
        assert_eq!((read.all("main").count(), read.all("h1").count()), (1, 1));
        assert_eq!(read.all("section").count(), 10, "every section that there can be");
        assert!(read.all("th").all(|th| th.attributes.contains_key("scope") && !th.text.is_empty()));
        let pictures = read.all("svg").filter(|svg| !svg.attributes.contains_key("aria-hidden"));
        let pictures: Vec<&Element> = pictures.collect();
        assert_eq!(pictures.len(), 4);
        for svg in pictures {
            assert_eq!(svg.attributes["role"], "img");
            assert!(svg.attributes.contains_key("aria-labelledby"));
        }
        for stated in [found.version, "18.0", "ca", "2026-09-15"] {
            assert!(read.text.contains(stated), "{stated}");
        }
    }
}

#[test]
fn what_is_hostile_is_shown_and_does_nothing() {
    let read = page(&found(), Language::En);
    let known = "html head meta title style body main svg defs pattern rect circle line text g desc h1 h2 h3 dl dt dd bdi \
        nav ul li a section figure figcaption p div table thead tbody tr th td span code br";
    for element in &read.elements {
        assert!(known.split(' ').any(|name| name == element.name), "{} is none of ours", element.name);
        for (name, value) in &element.attributes {
            assert_eq!(escape(value), *value, "{} {name}", element.name);
        }
    }
    for c in read.text.chars() {
        let is_space = matches!(c, '\n' | '\u{A0}' | '\u{202F}');
        assert!(is_space || escape(&format!("a{c}")) == format!("a{c}"), "U+{:04X}", u32::from(c));
    }
    for shown in
        ["<script>alert(1)</script>.ca", "\"><script>", "<img src=x>", "zone <b>\\u{202E}.txt:1", "<i>ch"]
    {
        assert!(read.text.contains(shown), "{shown}");
    }
    // Only elements of our own isolate names.
    assert!(read.all("bdi").any(|bdi| bdi.text == "a\\u{202E}b.ca"));
}

#[test]
fn plots_tell_the_figures_of_the_report() {
    let found = found();
    let read = page(&found, Language::En);
    let codes = read.plot("plot-codes", true);
    let expected = found
        .codes
        .iter()
        .take(12)
        .map(|count| format!("{} {}: {}", count.key.severity, count.key.code, count.names));
    assert_eq!(texts(&codes), expected.collect::<Vec<_>>());
    for (told, count) in codes.iter().zip(&found.codes) {
        let expected = 100.0 * count.names as f64 / found.codes[0].names as f64;
        assert!((told.length - expected).abs() < 0.01 && told.x == 0.0, "{} is {}", told.text, told.length);
    }
    let verdicts = read.plot("verdicts", true);
    assert_eq!(texts(&verdicts), [format!("Valid: {}", found.valid), format!("Invalid: {}", found.invalid)]);
    let whole: f64 = verdicts.iter().map(|told| told.length).sum();
    assert!((whole - 100.0).abs() < 0.01 && (verdicts[1].x - verdicts[0].length).abs() < 0.01);
    // Years without names are in the plot.
    let years = read.plot("plot-years", false);
    assert_eq!(texts(&years), ["2001: 1", "2002: 0", "2003: 2", "2004: 0", "2005: 0", "2006: 1"]);
    assert!(years[1].length == 0.0 && (years[2].length - 2.0 * years[0].length).abs() < 0.2);
    assert!(years.is_sorted_by(|a, b| a.x < b.x));
    assert_eq!(read.plot("plot-scripts", true).len(), found.scripts.len());
    // The same figures are in tables.
    let cells: BTreeSet<&str> = read.all("td").map(|td| td.text.as_str()).collect();
    assert!(found.codes.iter().all(|count| cells.contains(count.names.to_string().as_str())));
}

#[test]
fn plots_are_mirrored_where_lines_run_from_right_to_left() {
    let found = found();
    let (read, mirrored) = (page(&found, Language::En), page(&found, Language::Ar));
    for id in ["verdicts", "plot-codes", "plot-scripts"] {
        for (told, other) in read.plot(id, true).iter().zip(mirrored.plot(id, true)) {
            assert!((told.x + other.x + told.length - 100.0).abs() < 0.01, "{id}: {} {}", told.x, other.x);
        }
    }
    assert!(mirrored.plot("plot-years", false).is_sorted_by(|a, b| a.x > b.x));
}

#[test]
fn a_wide_span_of_counts_has_a_logarithmic_scale_that_says_so() {
    let note = "The scale is logarithmic";
    let mut found = found();
    assert!(!page(&found, Language::En).text.contains(note));
    found.scripts.truncate(2);
    found.scripts[0].names = 5_000_000;
    found.scripts[1].names = 50;
    let read = page(&found, Language::En);
    assert!(read.text.contains(note));
    let scripts = read.plot("plot-scripts", true);
    assert!(scripts[0].text.ends_with(": 5,000,000") && scripts[0].length == 100.0);
    let expected = 100.0 * (50.0_f64 / 0.5).ln() / (5_000_000.0_f64 / 0.5).ln();
    assert!((scripts[1].length - expected).abs() < 0.01);
    // Three orders are not more than three.
    found.scripts[0].names = 50_000;
    assert!(!page(&found, Language::En).text.contains(note));
}

#[test]
fn what_does_not_fit_a_plot_is_said_to_be_left_out() {
    let mut found = found();
    let one = found.scripts[0].clone();
    found.scripts = (0..25).map(|_| one.clone()).collect();
    let read = page(&found, Language::En);
    assert_eq!(read.plot("plot-scripts", true).len(), 12);
    assert!(read.text.contains("The plot shows 12 of 25; the table has them all."));
    // Years far apart have no room for those between.
    let holders = found.holders.as_mut().unwrap();
    holders.years = vec![(1, 1), (1999, 7), (9999, 2)];
    assert_eq!(texts(&page(&found, Language::En).plot("plot-years", false)), ["1: 1", "1999: 7", "9999: 2"]);
    let holders = found.holders.as_mut().unwrap();
    holders.years = (1000..2000).map(|year| (year, 1)).collect();
    let read = page(&found, Language::En);
    assert_eq!(read.plot("plot-years", false).len(), 100);
    assert!(read.text.contains("The plot shows 100 of 1000;"));
}

#[test]
fn a_report_of_nothing_is_a_page_too() {
    let source = Source::reader(Box::new(&b""[..]), "nothing", InputFormat::List);
    let options = AuditOptions::new(Judge::ByDomain(std::sync::Arc::new(|_: &str| None)));
    let found = audit(vec![source], &options, None, &mut ()).unwrap();
    let read = page(&found, Language::En);
    assert_eq!(read.all("section").count(), 1);
    assert!(read.text.contains("The policy of each top-level domain"));
    assert!(read.plot("verdicts", true).is_empty());
}

#[test]
fn json_states_the_rules() {
    let json = serde_json::to_value(found()).unwrap();
    assert_eq!(json["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(json["unicode"], "18.0");
    assert_eq!(json["rules"]["policy"], "ca");
    assert_eq!(json["rules"]["protocol"], "registration");
    assert_eq!(json["date"], "2026-09-15\u{0}<");
}
