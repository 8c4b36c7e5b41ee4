//! Tables as text: RFC 3743, RFC 4290, one code point on a line.

use ulabel::lgr::text::{self, Loss};
use ulabel::lgr::{self, FaultCode, Format, Lgr, Strictness};

use crate::support::{shared_lines, shared_path};

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
            lgr::read(&octets, Strictness::Strict).unwrap_or_else(|refused| panic!("{file}: {refused}"));
        let mut found = chars(&reading.lgr);
        let mut expected = case["chars"].clone();
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
    assert_eq!(rows[0], "56E2 (1): 56E2 activated (1), 5718 - (2)");
    assert_eq!(rows[1], "5718 (1): 56E2 activated (1 2), 56E3 - (2)");
    assert_eq!(rows[2], "654E (1): 6559 6559 activated (1 2), 6559 - (2), 654E - ()");
    let written = text::write(&lgr, Format::Rfc3743);
    assert_eq!(read(&written.text, Format::Rfc3743), lgr);
}

#[test]
fn bad_lines_are_told_all_at_once() {
    let table = "U+0061\nU+D800\nnonsense\n  U+0062|U+0063:\nU+0061\nU+0064|U+0065\n";
    let refused = text::read(table.as_bytes(), Format::Rfc4290, Strictness::Strict).unwrap_err();
    let told: Vec<_> =
        refused.faults().iter().map(|f| (f.code(), f.position().unwrap().to_string())).collect();
    let expected = [
        (FaultCode::Bad4290Line, "2:1".to_string()),
        (FaultCode::Bad4290Line, "3:1".to_string()),
        (FaultCode::Bad4290Line, "4:3".to_string()),
        (FaultCode::DuplicateCodePoint, "5:1".to_string()),
    ];
    assert_eq!(told, expected);
    let reading = text::read(table.as_bytes(), Format::Rfc4290, Strictness::Lenient).unwrap();
    assert_eq!(reading.lgr.data.len(), 2);
    assert!(reading.faults.iter().all(|fault| fault.skipped()));
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
    assert_eq!(written.text, "U+0030;;\nU+0031;;\nU+0032;;\nU+0061;U+0062;U+0063\n");
    let losses = [
        Loss::Rules(1),
        Loss::Actions(1),
        Loss::Contexts(1),
        Loss::Entries(1),
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
    assert_eq!(rfc4290.text.lines().last(), Some("U+0061|U+0062:U+0063"));
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
    assert!(text::read("U+0061|".repeat(100_000).as_bytes(), Format::Rfc4290, Strictness::Strict).is_err());
}
