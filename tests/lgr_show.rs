//! A ruleset shown: text, JSON, HTML.

use std::collections::BTreeSet;

use ulabel::language::{Language, Messages};
use ulabel::lgr::{Lgr, Strictness, xml};
use ulabel::page::ruleset::{html, text};
use ulabel::unicode::character_name;
use ulabel::view::ruleset::{View, notation};

use crate::lgr_xml::xml_files;

const TABLE: &str = r##"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0">
<meta><version comment="&lt;b&gt;">1</version><language>und-Deva</language><unicode-version>11.0.0</unicode-version>
<description type="text/html"><![CDATA[<h2 id="a b">One</h2><ul><p>loose</p><li>item</li></ul>
<script>alert(1)</script><a href="javascript:alert(2)" onclick="alert(3)">bad</a><a href="#d">in</a><h5 id="d">Two</h5>
<img src="x"><style>body{}</style><p style="x">end]]></description>
<references><reference id="0">A &lt;standard&gt;</reference></references></meta>
<data>
  <char cp="0061" comment="LATIN SMALL LETTER A"/>
  <char cp="0915" tag="letter" ref="0" comment="&lt;script&gt;"><var cp="0916" type="blocked" not-when="before"/></char>
  <char cp="0916"><var cp="0915" type="blocked"/></char>
  <char cp="093F" when="before"/>
  <range first-cp="0966" last-cp="096F"/>
  <char cp="0915 200D"/>
</data>
<rules>
  <class name="c" from-tag="letter"/>
  <union name="u"><class by-ref="c"/><complement><class property="gc:Mn"/></complement></union>
  <rule name="before"><look-behind><choice count="1"><class by-ref="c" count="1+"/><start/></choice></look-behind><anchor/></rule>
  <rule name="whole"><start/><any count="0:2"/><char cp="0061 0062" count="2+"/><rule><any count="0:1"/></rule><end/></rule>
  <action disp="invalid" match="whole" comment="no"/>
  <action disp="blocked" not-match="whole" any-variant="blocked x"/>
</rules></lgr>"##;

fn table() -> Lgr {
    xml::read(TABLE.as_bytes(), Strictness::Strict).unwrap_or_else(|refused| panic!("{refused}")).lgr
}

/// The values of an attribute in a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let mark = format!(" {attribute}=\"");
    page.split(&mark).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_page_is_safe_and_its_links_lead_somewhere() {
    let lgr = table();
    for language in Language::ALL.iter().copied() {
        let page = html(&View::new(&lgr), &Messages::new(language));
        let lower = page.to_ascii_lowercase();
        for bad in [
            "<script",
            "javascript:",
            "onclick",
            "alert(1)",
            "<img",
            "body{}",
            "http-equiv",
            "@import",
            "url(",
        ] {
            assert!(!lower.contains(bad), "{bad}");
        }
        let ids = values(&page, "id");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "ids are unique");
        for link in values(&page, "href") {
            let target = link.strip_prefix('#').expect("nothing outside the page");
            assert!(unique.contains(&target), "{link} leads nowhere");
        }
        assert!(page.contains(&format!("<html lang=\"{}\"", language.tag())));
        assert_eq!(page.contains("<html lang=\"ar\" dir=\"rtl\""), language == Language::Ar);
    }
    let page = html(&View::new(&lgr), &Messages::new(Language::En));
    assert!(page.contains("&lt;script&gt;") && page.contains("A &lt;standard&gt;"));
    assert!(page.contains("<h3>One</h3>") && page.contains("<h4 id=\"d-d\">Two</h4>"), "no level is skipped");
    assert!(page.contains("<ul><li><p>loose</p></li><li>item</li></ul>"));
    assert!(page.contains("◌ि"), "a mark stands on a dotted circle");
    assert!(page.contains("DEVANAGARI LETTER KA + ZERO WIDTH JOINER"));
}

#[test]
fn text_for_a_terminal() {
    let shown = text(&View::new(&table()), &Messages::new(Language::En));
    for line in [
        "  U+0061  a  LATIN SMALL LETTER A",
        "  U+093F  ◌ि  DEVANAGARI VOWEL SIGN I  when before",
        "  U+0966..U+096F  ० … ९  DEVANAGARI DIGIT ZERO + DEVANAGARI DIGIT NINE",
        "  1. U+0915 क, U+0916 ख",
        "     U+0915 → U+0916  blocked  not when before",
        "  c = [tag=letter]  (1: क)",
        "  u = [c] ∪ ∁[gc=Mn]  (15: a क ख ◌ि ० १ २ ३ ४ ५ ६ ७ ८ ९ [200D])",
        "  before = (← ([c]+ | ^)) ⚓",
        "  whole = ^ .{0,2} (U+0061 U+0062){2,} (.?) $",
        "  0. the label matches whole → invalid  # no",
        "  1. the label does not match whole and some variant is of type blocked, x → blocked",
        "  2. some variant is of type invalid → invalid (default)",
        "  6. always → valid (default)",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line}\n{shown}");
    }
    assert!(!shown.chars().any(|c| c != '\n' && c.is_control()));
    let hostile = TABLE.replace("comment=\"no\"", "comment=\"a&#x202E;b&#xA;c&#x9B;d\"");
    let lgr = xml::read(hostile.as_bytes(), Strictness::Strict).unwrap().lgr;
    let shown = text(&View::new(&lgr), &Messages::new(Language::En));
    assert!(shown.contains("# a[202E]b c d"));
    let page = html(&View::new(&lgr), &Messages::new(Language::En));
    assert!(page.contains("a\u{FFFD}b\nc\u{FFFD}d"));
}

#[test]
fn json_has_what_there_is() {
    let json = serde_json::to_value(View::new(&table())).unwrap();
    assert_eq!(json["repertoire"][1]["code_points"], serde_json::json!(["U+0915"]));
    assert_eq!(json["repertoire"][1]["variant_set"], 1);
    assert_eq!(json["repertoire"][4]["last"], "U+096F");
    assert_eq!(json["variant_sets"][0]["mappings"][0]["type"], "blocked");
    assert_eq!(json["variant_sets"][0]["mappings"][0]["symmetric"], false, "the contexts differ");
    assert_eq!(json["actions"][1]["any_variant"], serde_json::json!(["blocked", "x"]));
    assert_eq!(json["actions"].as_array().unwrap().len(), 7);
    assert_eq!(json["classes"][0]["members"], 1);
    assert_eq!(json["metadata"]["unicode_version"], "11.0.0");
}

#[test]
fn every_published_table_can_be_shown() {
    for folder in ["lgr/second-level-2024", "lgr/synthetic"] {
        for (name, octets) in xml_files(folder) {
            let Ok(reading) = xml::read(&octets, Strictness::Lenient) else { continue };
            if reading.lgr.data.len() > 3000 {
                continue; // Chinese and Korean say nothing new here, and take long without optimisation.
            }
            let view = View::new(&reading.lgr);
            let page = html(&view, &Messages::new(Language::En));
            let ids = values(&page, "id");
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{name}");
            assert!(
                text(&view, &Messages::new(Language::Ru)).contains(view.actions[0].disposition.as_str()),
                "{name}"
            );
        }
    }
}

#[test]
fn names_of_characters() {
    let names = [
        ('a', Some("LATIN SMALL LETTER A")),
        ('\u{9FFF}', Some("CJK UNIFIED IDEOGRAPH-9FFF")),
        ('\u{20000}', Some("CJK UNIFIED IDEOGRAPH-20000")),
        ('\u{AC00}', Some("HANGUL SYLLABLE GA")),
        ('\u{D7A3}', Some("HANGUL SYLLABLE HIH")),
        ('\u{C5C6}', Some("HANGUL SYLLABLE EOBS")),
        ('\u{17000}', Some("TANGUT IDEOGRAPH-17000")),
        ('\u{E000}', None),
    ];
    for (c, name) in names {
        assert_eq!(character_name(c).as_deref(), name);
    }
    assert_eq!(notation::code_points(&"ab".chars().collect()), "U+0061 U+0062");
}
