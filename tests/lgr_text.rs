//! Tables as text: RFC 3743, RFC 4290, one code point on a line.

use ulabel::lgr::text::{self, Loss};
use ulabel::lgr::{self, CompiledLgr, FaultCode, Format, Lgr, ReadOptions, Strictness, UntypedVariants};

use crate::support::{shared_lines, shared_path};

const AS_WRITTEN: ReadOptions =
    ReadOptions { strictness: Strictness::Strict, untyped: UntypedVariants::AsWritten };

fn read(table: &str, format: Format) -> Lgr {
    text::read(table.as_bytes(), format, Strictness::Strict).unwrap_or_else(|refused| panic!("{refused}")).lgr
}

/// Code points and variants with their types, as the vectors write them.
fn chars(lgr: &Lgr) -> serde_json::Value {
    let numbers = |cp: &[char]| cp.iter().map(|c| u32::from(*c)).collect::<Vec<_>>();
    lgr.chars()
        .map(|char| {
            let variants: Vec<_> = char
                .variants
                .iter()
                .map(|variant| serde_json::json!([numbers(&variant.cp), variant.kind.as_deref()]))
                .collect();
            serde_json::json!([numbers(&char.cp), variants])
        })
        .collect()
}

/// The vectors hold what a parser without dispositions gives: in RFC 3743 the type `activated` for preferred variants,
/// which are then told from a code point that is its own, and none for the others, which RFC 3743 section 3.2
/// reserves; that a code point is among its own variants is left out where it says nothing.
fn expected(char: &serde_json::Value, format: Format) -> serde_json::Value {
    let [cp, variants] = [0, 1].map(|part| &char[part]);
    let mut variants: Vec<serde_json::Value> = variants.as_array().unwrap().clone();
    if format == Format::Rfc3743 {
        let has_preferred = variants.iter().any(|variant| variant[1] == "activated");
        variants.retain(|variant| variant[0] != *cp || variant[1] == "activated");
        for variant in &mut variants {
            variant[1] = match (variant[0] == *cp, variant[1] == "activated") {
                (true, true) => text::OWN_PREFERRED.into(),
                (_, true) => "activated".into(),
                (_, false) => "allocatable".into(),
            };
        }
        if !has_preferred {
            variants.push(serde_json::json!([cp, text::OWN_PREFERRED]));
        }
    } else {
        variants.retain(|variant| variant[0] != *cp);
    }
    serde_json::json!([cp, variants])
}

#[test]
fn vectors() {
    let Some(cases) = shared_lines("vectors/lgr/text.jsonl") else { return };
    for case in cases {
        let file = case["file"].as_str().expect("a file name");
        let Some(path) = shared_path(&format!("lgr/{file}")) else { continue };
        let octets = std::fs::read(path).expect("a readable file");
        let format = match case["format"].as_str().expect("a format") {
            "RFC3743Parser" => Format::Rfc3743,
            "RFC4290Parser" => Format::Rfc4290,
            _ => Format::OnePerLine,
        };
        assert_eq!(Format::of(&octets), format, "{file}");
        let reading =
            lgr::read_with(&octets, AS_WRITTEN).unwrap_or_else(|refused| panic!("{file}: {refused}"));
        let mut found = chars(&reading.lgr);
        let mut expected: serde_json::Value =
            case["chars"].as_array().expect("a list").iter().map(|char| expected(char, format)).collect();
        for list in [&mut found, &mut expected] {
            // The vectors list code points in ascending order.
            list.as_array_mut().expect("a list").sort_by_key(|char| char.to_string());
            for char in list.as_array_mut().expect("a list") {
                char[1].as_array_mut().expect("variants").sort_by_key(ToString::to_string);
            }
        }
        assert_eq!(reading.lgr.data.len() as u64, case["n"].as_u64().expect("a number"), "{file}");
        assert_eq!(found, expected, "{file}");
    }
}

#[test]
fn published_text_tables_read_and_write_back() {
    for folder in ["lgr/text/nomulus", "lgr/text/lgr-core-parser", "lgr/matsduf"] {
        let Some(folder) = shared_path(folder) else { continue };
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_none_or(|extension| extension != "txt") {
                continue;
            }
            let octets = std::fs::read(&path).expect("a readable file");
            let reading =
                lgr::read(&octets, Strictness::Strict).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            assert_ne!(reading.format, Format::Xml);
            let written = text::write(&reading.lgr, reading.format);
            assert_eq!(written.losses, [], "{}", path.display());
            let again = text::read(written.text.as_bytes(), reading.format, Strictness::Strict)
                .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            assert!(again.lgr == reading.lgr, "{} does not read back equal", path.display());
            // A text table is an LGR like any other.
            let xml = lgr::xml::write(&reading.lgr);
            let from_xml = lgr::xml::read(xml.as_bytes(), Strictness::Strict)
                .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            assert!(from_xml.lgr == reading.lgr, "{}", path.display());
        }
    }
}

#[test]
fn line_ends_and_marks_make_no_difference() {
    let table = "# Script: arab\nU+0061 # LATIN SMALL LETTER A\n\nU+0062|U+0063\n";
    let lgr = read(table, Format::Rfc4290);
    assert_eq!(lgr.chars().last().unwrap().origin.position().unwrap().to_string(), "4:1");
    for ends in ["\r\n", "\r"] {
        let changed = table.replace('\n', ends);
        assert_eq!(read(&changed, Format::Rfc4290), lgr);
        let last = read(&changed, Format::Rfc4290).chars().last().unwrap().origin;
        assert_eq!(last.position().unwrap().line, 4);
    }
    assert_eq!(read(&format!("\u{FEFF}{table}"), Format::Rfc4290), lgr);
    let wide: Vec<u8> =
        [0xFE, 0xFF].into_iter().chain(table.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    assert_eq!(lgr::read(&wide, Strictness::Strict).unwrap().lgr, lgr);
    assert_eq!(&*lgr.metadata.languages[0].value, "und-Arab");
}

#[test]
fn rfc3743_columns_references_and_version() {
    let table = "\
Reference 1 CP936 # GBK
Reference 2 Unihan
Version 1 20020701 # July 2002

56E2(1);56E2(1);5718(2) # sphere, ball
5718(1);56E2(1);56E2(2),56E3(2)
654E(1); 6559(1) 6559(2); 6559(2),654E
";
    assert_eq!(Format::of(table.as_bytes()), Format::Rfc3743);
    let lgr = read(table, Format::Rfc3743);
    assert_eq!(lgr.metadata.references.len(), 2);
    assert_eq!(lgr.metadata.references[0].comment.as_deref(), Some("GBK"));
    assert_eq!(lgr.metadata.date.unwrap().value.to_string(), "2002-07-01");
    assert_eq!(&*lgr.metadata.version.as_ref().unwrap().value, "1");
    let rows: Vec<String> = lgr
        .chars()
        .map(|char| {
            let variants: Vec<String> = char
                .variants
                .iter()
                .map(|v| format!("{} {} ({})", v.cp, v.kind.as_deref().unwrap_or("-"), v.references))
                .collect();
            format!("{} ({}): {}", char.cp, char.references, variants.join(", "))
        })
        .collect();
    assert_eq!(rows[0], "56E2 (1): 56E2 own-preferred (1), 5718 allocatable (2)");
    assert_eq!(rows[1], "5718 (1): 56E2 activated (1 2), 56E3 allocatable (2)");
    assert_eq!(rows[2], "654E (1): 6559 6559 activated (1 2), 6559 allocatable (2)");
    let written = text::write(&lgr, Format::Rfc3743);
    assert_eq!(read(&written.text, Format::Rfc3743), lgr);
}

#[test]
fn bad_lines_are_told_all_at_once() {
    let table = "U+0061\nU+D800\nnonsense\n  U+0062|U+0063:\nU+0061\nU+0064|U+0065 x\nU+0066|U+0067\n";
    let refused = text::read(table.as_bytes(), Format::Rfc4290, Strictness::Strict).unwrap_err();
    let told: Vec<_> =
        refused.faults().iter().map(|f| (f.code(), f.position().unwrap().to_string())).collect();
    let expected = [
        (FaultCode::Bad4290Line, "2:1".to_string()),
        (FaultCode::Bad4290Line, "3:1".to_string()),
        (FaultCode::Bad4290Line, "4:3".to_string()),
        (FaultCode::DuplicateCodePoint, "5:1".to_string()),
        (FaultCode::Bad4290Line, "6:1".to_string()),
        (FaultCode::VariantsBlocked, "7:1".to_string()),
    ];
    assert_eq!(told, expected);
    let reading = text::read(table.as_bytes(), Format::Rfc4290, Strictness::Lenient).unwrap();
    assert_eq!(reading.lgr.data.len(), 2);
    assert_eq!(reading.faults.iter().filter(|fault| fault.skipped()).count(), 5);
    let empty = text::read(b"# nothing\n", Format::Rfc4290, Strictness::Lenient).unwrap_err();
    assert_eq!(empty.faults()[0].code(), FaultCode::EmptyTable);
    let uncited = text::read(b"U+0061(7);;", Format::Rfc3743, Strictness::Strict).unwrap();
    assert_eq!(uncited.faults[0].code(), FaultCode::UncitedReference);
}

#[test]
fn what_a_format_cannot_hold_is_named() {
    let xml = r#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0">
<meta><scope type="domain">.</scope><references><reference id="A">x</reference></references></meta>
<data>
  <range first-cp="0030" last-cp="0032" tag="digit"/>
  <char cp="0061" ref="A"><var cp="" type="blocked"/><var cp="0062" type="activated"/><var cp="0063" type="blocked" when="r"/></char>
  <char cp="0062 0063"/>
</data>
<rules><rule name="r"><any/></rule><action disp="valid"/></rules></lgr>"#;
    let lgr = lgr::xml::read(xml.as_bytes(), Strictness::Strict).unwrap_or_else(|e| panic!("{e}")).lgr;
    let written = text::write(&lgr, Format::Rfc3743);
    assert_eq!(
        written.text,
        "U+0030;U+0030;\nU+0031;U+0031;\nU+0032;U+0032;\nU+0061;U+0062;U+0063\nU+0062 U+0063;U+0062 U+0063;\n"
    );
    let losses = [
        Loss::Rules(1),
        Loss::Actions(1),
        Loss::Contexts(1),
        Loss::Variants(1),
        Loss::VariantTypes(1),
        Loss::Tags(1),
        Loss::References(2),
        Loss::Metadata(1),
    ];
    assert_eq!(written.losses, losses);
    assert_eq!(written.losses[0].to_string(), "1 rule or class");
    let one = text::write(&lgr, Format::OnePerLine);
    assert_eq!(one.text.lines().last(), Some("U+0062 U+0063"));
    assert!(one.losses.contains(&Loss::Variants(3)));
    let rfc4290 = text::write(&lgr, Format::Rfc4290);
    assert_eq!(rfc4290.text.lines().last(), Some("U+0062-U+0063|"), "a string, not a range");
    assert!(rfc4290.text.contains("\nU+0061|U+0062:U+0063\n"));
}

#[test]
fn hostile_tables_are_read_in_bounded_time() {
    // One line with very many variants.
    let variants: String = (0x10000..0x10000 + 100_000).map(|n| format!("U+{n:04X},")).collect();
    let lgr = read(&format!("U+0061;{variants};\n"), Format::Rfc3743);
    assert_eq!(lgr.chars().next().unwrap().variants.len(), 100_000);
    // More lines than there are code points.
    let refused = text::read("U+0061\n".repeat(1_300_000).as_bytes(), Format::Rfc4290, Strictness::Lenient);
    assert!(refused.unwrap_err().faults().iter().any(|fault| fault.code() == FaultCode::Limit));
    // No code points where some are due, and a line of nothing else.
    assert!(text::read("U+0061:".repeat(100_000).as_bytes(), Format::Rfc4290, Strictness::Strict).is_err());
}

/// The dispositions of a label's variants under a table.
fn variants(lgr: &Lgr, label: &str) -> Vec<String> {
    let lgr = CompiledLgr::new(lgr).unwrap();
    let set = lgr.variants(label).unwrap();
    set.iter().map(|variant| format!("{} {}", variant.label, variant.disposition)).collect()
}

/// RFC 3743 activates the labels of preferred variants alone, and reserves all others.
#[test]
fn rfc3743_reserves_what_is_not_preferred() {
    // U+4E1C prefers U+6771; U+4E00 is its own, with U+58F9 and U+5F0C beside it.
    let table =
        "4E00;4E00;58F9,5F0C\n58F9;4E00;4E00,5F0C\n5F0C;4E00;4E00,58F9\n4E1C;6771;6771\n6771;6771;4E1C\n";
    let lgr = read(table, Format::Rfc3743);
    assert_eq!(
        variants(&lgr, "东一"),
        ["东壹 allocatable", "东弌 allocatable", "東一 activated", "東壹 allocatable", "東弌 allocatable"]
    );
    let compiled = CompiledLgr::new(&lgr).unwrap();
    for label in ["东一", "東一", "東壹", "东弌"] {
        assert_eq!(
            &*compiled.evaluate(label).disposition,
            "valid",
            "the label asked for is not its own variant"
        );
    }
    // A code point with two preferred variants, as in the tables of several zones, and one without any.
    let lgr = read(
        "5E72;5E72,4E7E;5E79\n4E7E;4E7E;5E72\n5E79;5E79;5E72\n0061;;0062\n0062;0062;\n",
        Format::Rfc3743,
    );
    assert_eq!(variants(&lgr, "干"), ["乾 activated", "幹 allocatable"]);
    assert_eq!(
        variants(&lgr, "a干"),
        ["a乾 activated", "a幹 allocatable", "b乾 allocatable", "b干 allocatable", "b幹 allocatable"]
    );
    let lgr = read("0915 094D 0937;0915 094D 0937;\n0915;0915;\n", Format::Rfc3743);
    assert_eq!(lgr.chars().next().unwrap().cp.to_string(), "0915 094D 0937");
    assert_eq!(read(&text::write(&lgr, Format::Rfc3743).text, Format::Rfc3743), lgr);
}

/// RFC 4290 gives variants neither type nor way back: they are blocked, both ways, unless the caller wants them as
/// they are.
#[test]
fn rfc4290_is_read_safely() {
    let table = "U+0061\nU+0073|U+0073\nU+00DF|U+0073-U+0073\nU+00E4|U+0061-U+0065\nU+00E0|U+0061\n";
    let reading = text::read(table.as_bytes(), Format::Rfc4290, Strictness::Strict).unwrap();
    assert_eq!(variants(&reading.lgr, "ßa"), ["ssa blocked", "ssà blocked", "ßà blocked"]);
    assert_eq!(
        variants(&reading.lgr, "assa"),
        [
            "assà blocked",
            "aßa blocked",
            "aßà blocked",
            "àssa blocked",
            "àssà blocked",
            "àßa blocked",
            "àßà blocked"
        ]
    );
    let notes: Vec<_> = reading.faults.iter().map(|fault| fault.code()).collect();
    assert_eq!(notes, [FaultCode::VariantsBlocked, FaultCode::NotAscending]);
    let reading = text::read_with(table.as_bytes(), Format::Rfc4290, AS_WRITTEN).unwrap();
    assert_eq!((variants(&reading.lgr, "ß"), reading.faults.len()), (vec!["ss valid".to_owned()], 1));
    assert_eq!(variants(&reading.lgr, "ss"), [""; 0]);
}

/// One table as registries write it.
struct Dialect {
    table: &'static str,
    format: Format,
    /// Code points, and variants without the ways back.
    counts: [usize; 2],
}

fn counts(lgr: &Lgr) -> [usize; 2] {
    let entries = lgr.data.iter().map(|entry| match entry {
        lgr::Entry::Char(_) => 1,
        lgr::Entry::Range(range) => (range.first..=range.last).count(),
    });
    [entries.sum(), lgr.chars().map(|char| char.variants.len()).sum()]
}

fn as_written(octets: &[u8]) -> lgr::LgrReading {
    lgr::read_with(octets, AS_WRITTEN)
        .unwrap_or_else(|refused| panic!("{refused}\n{}", String::from_utf8_lossy(octets)))
}

#[test]
fn tables_as_they_occur() {
    let list = Format::Rfc4290;
    for (table, format, counts_of) in [
        ("U+002D HYPHEN-MINUS\nU+0030..U+0039 DIGIT ZERO .. DIGIT 9\n", list, [11, 0]),
        ("U+0030-U+0039 # digits\nU+0061 - U+007A\n", list, [36, 0]),
        ("U+0030-0039\n", list, [10, 0]),
        ("U+006B-U+0323\nU+0061-U+0062|U+0063\n", list, [2, 1]),
        ("Code Point    Character\n\n######\n  U+002D  ##  HYPHEN-MINUS\n#### Latin\n", list, [1, 0]),
        ("0061|00E1\n00E1|0061\n0030|\n", list, [3, 2]),
        ("U+0061 | U+00E1 : U+00E2 # x\nU+00E1 | U+0061\n", list, [2, 3]),
        ("U+002D | U+002D | HYPHEN-MINUS\nU+00DF |U+0073-U+0073| SHARP S\nU+0073|\n", list, [3, 1]),
        ("U+0061,U+00E1,U+00E2\nU+00E1,U+0061\n", list, [2, 3]),
        ("U+0061,LATIN SMALL LETTER A\nU+0062,LATIN SMALL LETTER B\n", list, [2, 0]),
        ("0061 LATIN SMALL LETTER A\n0062\n", list, [2, 0]),
        ("a\tU+0061\nb\tU+0062\n", list, [2, 0]),
        ("0x0061\n\\u0062\nu+0063\n", list, [3, 0]),
        ("U+006B+0323\nU+0061\n", list, [2, 0]),
        ("U+006B U+0323 # k with dot\nU+0061\n", Format::OnePerLine, [2, 0]),
        ("4E00(0);4E00(5);4E00(5),58F9(3,9)\n58F9(0);4E00(1);4E00(1),58F9(0)\n", Format::Rfc3743, [2, 3]),
        ("Version 1.2  20060101 # JP\n3005(1);3005(1);\n", Format::Rfc3743, [1, 1]),
    ] {
        let dialect = Dialect { table, format, counts: counts_of };
        let reading = as_written(dialect.table.as_bytes());
        assert_eq!((reading.format, counts(&reading.lgr)), (dialect.format, dialect.counts), "{table}");
    }
    let named = as_written(b"U+0061 LATIN SMALL LETTER A\n").lgr;
    assert_eq!(named.chars().next().unwrap().comment.as_deref(), Some("LATIN SMALL LETTER A"));
    // A hyphen joins a string by the RFC: that it is read as a range is said.
    let reading = as_written(b"U+0030-U+0039\n");
    assert_eq!(reading.faults[0].code(), FaultCode::HyphenRange);
    for wrong in
        ["U+0061x\n", "U+0039..U+0030\n", "U+0061|nonsense\n", "U+0061..U+0063|U+0064\n", "U+0061\nprose\n"]
    {
        assert!(lgr::read(wrong.as_bytes(), Strictness::Strict).is_err(), "{wrong}");
    }
}

#[test]
fn headings_are_metadata() {
    let table = "Table of the registry\nTLD: EXAMPLE\nLanguage Tag: zh-TW\nVersion: 4.0.1\nEffective Date: 31 March 2005\n\
        Contact: someone\n\nU+4E00(0);U+4E00(0);U+58F9(3)\nU+58F9(0);U+4E00(0);\n";
    let reading = as_written(table.as_bytes());
    let metadata = &reading.lgr.metadata;
    assert_eq!(&*metadata.scopes[0].value, "example");
    assert_eq!(&*metadata.languages[0].value, "zh-TW");
    assert_eq!(&*metadata.version.as_ref().unwrap().value, "4.0.1");
    assert_eq!(metadata.date.unwrap().value.to_string(), "2005-03-31");
    assert!(metadata.description.as_ref().unwrap().text.contains("Contact: someone"));
    let written = text::write(&reading.lgr, Format::Rfc3743);
    assert_eq!((written.losses.len(), as_written(written.text.as_bytes()).lgr), (0, reading.lgr));
    let commented = as_written(
        b"####\n#\n# TLD:            COM\n# Script:         Latin\n# Version Number: 1.2\n# Effective Date: October 25th, 2014\n####\nU+0061\t# A\n",
    );
    let metadata = &commented.lgr.metadata;
    assert_eq!((&*metadata.scopes[0].value, &*metadata.languages[0].value), ("com", "und-Latn"));
    assert_eq!(metadata.date.unwrap().value.to_string(), "2014-10-25");
}

#[test]
fn a_page_of_html_is_told_apart() {
    let page = b"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html><body><pre>\nU+002D\n</pre></body></html>";
    for strictness in [Strictness::Strict, Strictness::Lenient] {
        let refused = lgr::read(page, strictness).unwrap_err();
        assert_eq!(
            refused.faults().iter().map(|fault| fault.code()).collect::<Vec<_>>(),
            [FaultCode::HtmlPage]
        );
    }
}

/// Samples of published tables, shortened.
#[test]
fn samples_of_published_tables() {
    let Some(folder) = shared_path("vectors/lgr-hard/text") else { return };
    let found = |name: &str| as_written(&std::fs::read(folder.join(name)).unwrap());
    for (name, expected) in [
        ("bar_nou.txt", [3, 2]),
        ("bar_sp.txt", [3, 4]),
        ("bar_u.txt", [4, 4]),
        ("bg_ru_pre.txt", [44, 0]),
        ("biz_pt_pre.txt", [3, 0]),
        ("bom.txt", [2, 0]),
        ("bsu.txt", [2, 0]),
        ("char_tab.txt", [2, 0]),
        ("cn.txt", [2, 3]),
        ("com_latn_1.2.txt", [6, 0]),
        ("comma_csv.txt", [2, 0]),
        ("comma_u.txt", [2, 3]),
        ("cr.txt", [2, 0]),
        ("crlf.txt", [2, 0]),
        ("de_rfc4290.txt", [3, 1]),
        ("eu_latn_pre.txt", [4, 0]),
        ("jp.txt", [3, 3]),
        ("jp2.txt", [1, 1]),
        ("jp3.txt", [1, 1]),
        ("latin1.txt", [2, 0]),
        ("mixed.txt", [12, 1]),
        ("name_cari_1.1.txt", [4, 0]),
        ("nob.txt", [2, 1]),
        ("plain_hex.txt", [2, 0]),
        ("plain_hex_name.txt", [2, 0]),
        ("range_dots.txt", [36, 0]),
        ("range_hyphen.txt", [36, 0]),
        ("range_hyphen2.txt", [10, 0]),
        ("rh1.txt", [10, 0]),
        ("rh2.txt", [12, 2]),
        ("semi_comma_u.txt", [1, 3]),
        ("semi_u.txt", [2, 2]),
        ("seq_plus.txt", [2, 0]),
        ("seq_space.txt", [2, 0]),
        ("u_lower.txt", [2, 0]),
        ("upper.txt", [2, 0]),
        ("zerox.txt", [2, 0]),
    ] {
        assert_eq!(counts(&found(name).lgr), expected, "{name}");
    }
    let asia = found("asia_ko_1.0.txt").lgr;
    assert_eq!((&*asia.metadata.scopes[0].value, &*asia.metadata.languages[0].value), ("asia", "KO"));
    assert_eq!(asia.metadata.date.unwrap().value.to_string(), "2011-03-11");
    assert!(counts(&found("tw_pre.txt").lgr)[0] > 5);
    let refused =
        |name: &str| lgr::read(&std::fs::read(folder.join(name)).unwrap(), Strictness::Strict).unwrap_err();
    assert_eq!(refused("dup.txt").faults()[0].code(), FaultCode::DuplicateCodePoint);
    assert_eq!(refused("biz_pt.html").faults()[0].code(), FaultCode::HtmlPage);
    // Every sample is named here.
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 37 + 5);
}
