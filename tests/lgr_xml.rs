//! LGRs in XML: published tables, faults at their places, hostile documents, what is written.

use ulabel::Severity;
use ulabel::lgr::{Fault, FaultCode, Lgr, Refused, Strictness, xml};

use crate::support::shared_path;

const HEAD: &str = r#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0">"#;

/// The XML files of a folder of the published data, in order; none, said aloud, if it is absent.
pub fn xml_files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let Some(folder) = shared_path(folder) else { return Vec::new() };
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "xml"))
        .collect();
    files.sort();
    let named = |path: std::path::PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read(&path).expect("a readable file"))
    };
    files.into_iter().map(named).collect()
}

fn read(text: &str) -> Result<Lgr, Refused> {
    xml::read(text.as_bytes(), Strictness::Strict).map(|reading| reading.lgr)
}

/// Code and place of every fault of a document in strict mode.
fn faults(text: &str) -> Vec<(FaultCode, String)> {
    let faults = match xml::read(text.as_bytes(), Strictness::Strict) {
        Ok(reading) => reading.faults,
        Err(refused) => refused.into_faults(),
    };
    faults.iter().map(|fault| (fault.code(), place(fault))).collect()
}

fn place(fault: &Fault) -> String {
    fault.position().map_or_else(String::new, |position| position.to_string())
}

#[test]
fn published_tables_load_and_read_back_equal() {
    let folders = [
        ("lgr/second-level-2024", 59),
        ("lgr/full-variant-set-2024", 59),
        ("lgr/root-zone/lgr-5", 25),
        ("lgr/root-zone", 1),
        ("lgr/second-level", 54),
        ("lgr/dotse", 3),
        ("lgr/matsduf", 7),
        ("lgr/misc/harmonization", 11),
    ];
    for (folder, count) in folders {
        let files = xml_files(folder);
        if files.is_empty() {
            continue;
        }
        assert_eq!(files.len(), count, "{folder}");
        for (name, octets) in files {
            let lgr = xml::read(&octets, Strictness::Strict).unwrap_or_else(|e| panic!("{name}: {e}")).lgr;
            let written = xml::write(&lgr);
            let again =
                xml::read(written.as_bytes(), Strictness::Strict).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert!(again.lgr == lgr, "{name} does not read back equal");
            assert_eq!(xml::write(&again.lgr), written, "{name}");
        }
    }
}

#[test]
fn each_bad_file_is_diagnosed_at_its_line() {
    use FaultCode as F;
    let expected = [
        ("bad-complement-two.xml", F::OperandCount, 5),
        ("bad-descending-order.xml", F::NotAscending, 4),
        ("bad-duplicate-char.xml", F::DuplicateCodePoint, 4),
        ("bad-duplicate-rule-name.xml", F::DuplicateName, 5),
        ("bad-duplicate-tag.xml", F::RepeatedTag, 4),
        ("bad-duplicate-variant.xml", F::DuplicateVariant, 4),
        ("bad-forward-class-ref.xml", F::UnknownClass, 5),
        ("bad-lowercase-hex.xml", F::BadCodePoint, 4),
        ("bad-match-and-not-match.xml", F::BothMatches, 5),
        ("bad-named-nested-rule.xml", F::NamedNested, 5),
        ("bad-namespace.xml", F::WrongNamespace, 2),
        ("bad-not-well-formed.xml", F::NotWellFormed, 2),
        ("bad-overlapping-ranges.xml", F::OverlappingRange, 4),
        ("bad-reversed-range.xml", F::ReversedRange, 4),
        ("bad-tag-on-sequence.xml", F::TagOnSequence, 4),
        ("bad-two-variant-conditions.xml", F::SeveralVariantTriggers, 5),
        ("bad-undefined-ref.xml", F::UnknownReference, 4),
        ("bad-unknown-class-ref.xml", F::UnknownClass, 5),
        ("bad-unknown-rule-in-action.xml", F::UnknownActionRule, 5),
        ("bad-unknown-rule-in-when.xml", F::UnknownContextRule, 4),
        ("bad-when-and-not-when.xml", F::BothContexts, 4),
    ];
    let files = xml_files("lgr/synthetic");
    for (name, octets) in &files {
        let Some((_, code, line)) = expected.iter().find(|(file, ..)| file == name) else { continue };
        let faults = match xml::read(octets, Strictness::Strict) {
            Ok(reading) => reading.faults,
            Err(refused) => refused.into_faults(),
        };
        let [fault] = &*faults else { panic!("{name}: expected one fault, but found {faults:?}") };
        assert_eq!(fault.code(), *code, "{name}");
        assert_eq!(fault.position().map(|position| position.line), Some(*line), "{name}");
    }
    // Reading is content; the files still lack things that a review tells.
    for name in ["bad-uppercase.xml", "bad-variant-not-in-repertoire.xml"] {
        if let Some((_, octets)) = files.iter().find(|(file, _)| file == name) {
            assert!(xml::read(octets, Strictness::Strict).is_ok(), "{name}");
        }
    }
}

#[test]
fn all_faults_at_once_in_document_order() {
    let text = format!(
        r#"{HEAD}
<meta><date>2023-02-29</date><language>x</language><unicode-version>6.3</unicode-version></meta>
<data>
  <char cp="61"/>
  <char cp="0062" tag="a a" colour="red"/>
  <range first-cp="0063" last-cp="0061">text</range>
  <char cp="0064" when="no"><var cp="0065" type="_x"/><glyph/></char>
</data>
<rules>
  <class name="c" from-tag="t" property="gc:L"/>
  <class name="d" by-ref="c"/>
  <rule name="r"><choice><any/></choice><class by-ref="c" count="0"/></rule>
  <action match="r" not-match="s"/>
</rules></lgr>"#
    );
    use FaultCode as F;
    let expected = [
        (F::BadDate, "2:7"),
        // RFC 5646 section 2.1: something follows an `x`.
        (F::BadLanguage, "2:30"),
        (F::BadUnicodeVersion, "2:52"),
        (F::BadCodePoint, "4:13"),
        (F::RepeatedTag, "5:24"),
        (F::UnexpectedAttribute, "5:37"),
        (F::ReversedRange, "6:3"),
        (F::UnexpectedText, "6:41"),
        (F::UnknownContextRule, "7:3"),
        (F::BadVariantType, "7:50"),
        (F::UnexpectedElement, "7:55"),
        (F::ClassSource, "10:3"),
        (F::ByRefConflict, "11:3"),
        (F::ChoiceTooShort, "12:18"),
        (F::BadCount, "12:66"),
        (F::BothMatches, "13:3"),
        (F::MissingAttribute, "13:3"),
    ];
    let mut found = faults(&text);
    found.sort_by_key(|(code, place)| (place.clone(), *code));
    let mut expected: Vec<_> = expected.iter().map(|(code, place)| (*code, place.to_string())).collect();
    expected.sort_by_key(|(code, place)| (place.clone(), *code));
    assert_eq!(found, expected);
}

#[test]
fn encodings_line_ends_and_prefixes() {
    let plain =
        format!("<?xml version=\"1.0\"?>\n{HEAD}\n<data>\n<char cp=\"0061\" comment=\"é\"/></data></lgr>");
    let lgr = read(&plain).unwrap();
    assert_eq!(lgr.chars().next().unwrap().origin.position().unwrap().to_string(), "4:1");
    let marked = format!("\u{FEFF}{plain}");
    assert_eq!(read(&marked).unwrap(), lgr);
    assert_eq!(read(&plain.replace('\n', "\r\n")).unwrap(), lgr);
    for (mark, bytes) in
        [([0xFE, 0xFF], u16::to_be_bytes as fn(u16) -> [u8; 2]), ([0xFF, 0xFE], u16::to_le_bytes)]
    {
        let wide: Vec<u8> = mark.into_iter().chain(plain.encode_utf16().flat_map(bytes)).collect();
        assert_eq!(xml::read(&wide, Strictness::Strict).unwrap().lgr, lgr);
    }
    let prefixed = r#"<l:lgr xmlns:l="urn:ietf:params:xml:ns:lgr-1.0"><l:data><l:char cp="0061" comment="&#xE9;"/></l:data></l:lgr>"#;
    assert_eq!(read(prefixed).unwrap(), lgr);
    let latin1 = plain.replace("?>", " encoding=\"ISO-8859-1\"?>");
    assert_eq!(faults(&latin1)[0].0, FaultCode::BadEncoding);
    assert!(read(&latin1.replace('é', "e")).is_ok(), "ASCII is ASCII in any of these encodings");
    assert_eq!(
        xml::read(b"\xFF\xFF", Strictness::Strict).unwrap_err().faults()[0].code(),
        FaultCode::BadEncoding
    );
}

#[test]
fn hostile_documents_end_in_a_fault() {
    let fatal = |text: &str| {
        for strictness in [Strictness::Strict, Strictness::Lenient] {
            let refused = xml::read(text.as_bytes(), strictness).expect_err(&text[..text.len().min(80)]);
            assert!(refused.faults().iter().any(|fault| fault.severity() == Severity::Error));
        }
    };
    fatal("");
    fatal("   ");
    fatal("<lgr");
    fatal("<lgr/>");
    fatal(&format!("{HEAD}<data><char cp=\"0061\"/></data></lgr><lgr/>"));
    fatal(&format!("{HEAD}<data><char cp=\"0061\"/></data></lgr>trailing"));
    fatal(&format!("{HEAD}<data><char cp=\"0061\" cp=\"0062\"/></data></lgr>"));
    fatal(&format!("{HEAD}<data><char cp=\"&lol;\"/></data></lgr>"));
    fatal(&format!("{HEAD}<data><char cp=\"0061\" comment=\"<\"/></data></lgr>"));
    fatal(&format!("{HEAD}<data><char cp=\"0061\" comment=\"\u{1}\"/></data></lgr>"));
    fatal(&format!("<!DOCTYPE lgr [<!ENTITY lol \"lol\">]>{HEAD}<data><char cp=\"0061\"/></data></lgr>"));
    fatal(&format!("<!DOCTYPE lgr SYSTEM \"file:///etc/passwd\">{HEAD}<data/></lgr>"));
    let nested =
        format!("{HEAD}<data><char cp=\"0061\"/></data><rules><rule name=\"r\">{}", "<rule>".repeat(100_000));
    fatal(&nested);
    let attributes: String = (0..1000).map(|n| format!(" a{n}=\"\"")).collect();
    fatal(&format!("{HEAD}<data><char cp=\"0061\"{attributes}/></data></lgr>"));
}

#[test]
fn faults_are_bounded() {
    let text = format!("{HEAD}<data>{}</data></lgr>", "<char cp=\"X\"/>".repeat(5000));
    let found = faults(&text);
    assert_eq!(found.len(), 1001);
    assert_eq!(found.last().unwrap().0, FaultCode::Limit);
}

#[test]
fn lenient_reading_leaves_out_what_is_at_fault_and_what_depends_on_it() {
    let text = format!(
        r#"{HEAD}
<data>
  <char cp="00e9"/>
  <char cp="0061"/>
  <char cp="0061"/>
  <char cp="0062" when="gone"/>
  <char cp="0063"><var cp="0061" when="nosuch"/><var cp="0062"/></char>
</data>
<rules>
  <complement name="c"><class>0061</class><class>0062</class></complement>
  <rule name="gone"><class by-ref="c"/></rule>
  <rule name="kept"><any/></rule>
  <action disp="invalid" match="gone"/>
  <action disp="valid" match="kept"/>
</rules></lgr>"#
    );
    let reading = xml::read(text.as_bytes(), Strictness::Lenient).unwrap();
    let lgr = reading.lgr;
    let kept: Vec<String> = lgr.chars().map(|char| char.cp.to_string()).collect();
    assert_eq!(kept, ["00E9", "0061", "0063"]);
    assert_eq!(lgr.chars().last().unwrap().variants.len(), 1);
    assert!(lgr.class("c").is_none() && lgr.rule("gone").is_none() && lgr.rule("kept").is_some());
    assert_eq!(lgr.actions().count(), 1);
    // Who depends on a broken class has done nothing wrong: it is told once.
    let told: Vec<_> = reading.faults.iter().map(|fault| (fault.code(), fault.skipped())).collect();
    use FaultCode as F;
    assert!(told.contains(&(F::BadCodePoint, false)), "lower-case digits are taken for what they mean");
    assert!(told.contains(&(F::DuplicateCodePoint, true)));
    assert!(told.contains(&(F::UnknownContextRule, true)));
    assert!(told.contains(&(F::OperandCount, true)));
    assert!(told.iter().all(|(code, _)| *code != F::UnknownClass && *code != F::UnknownActionRule));
    // The rest is sound.
    assert!(xml::read(xml::write(&lgr).as_bytes(), Strictness::Strict).is_ok());
}

#[test]
fn every_construct_reads_back_equal() {
    let text = format!(
        r#"{HEAD}
<meta>
  <version comment="a &quot;draft&quot;&#xA;of two lines">1</version><date>2026-01-31</date>
  <language>sr-Cyrl</language><language>und-Zyyy</language>
  <scope type="domain">example</scope><scope type="registrar">all</scope>
  <validity-start>2026-02-01</validity-start><validity-end>2027-02-01</validity-end>
  <unicode-version>12.1.0</unicode-version>
  <description type="text/html"><![CDATA[<p>a &amp; b</p>]]></description>
  <references><reference id="A-1" comment="c"> Text &lt; &amp; </reference><reference id="2"/></references>
</meta>
<data>
  <char cp=""><var cp="200C" type="invalid"/></char>
  <range first-cp="0030" last-cp="0039" tag="digit common" ref="2" comment="digits"/>
  <char cp="0061" tag="sc:Latn" ref="A-1 2" not-when="lead">
    <var cp="" comment="null" type="blocked"/>
    <var cp="0061" type="r"/>
    <var cp="0062 0063" when="lead"/>
    <var cp="0062 0063" not-when="lead" ref="2"/>
  </char>
  <char cp="0062 0063" when="around" comment="a sequence"/>
  <char cp="1F600"/>
</data>
<rules>
  <class name="d" from-tag="digit" ref="2" comment="tagged"/>
  <class name="m" property="gc:Mn"/>
  <class name="l">0061 0062-0064 10FFFF</class>
  <union name="u"><class by-ref="d"/><class by-ref="m"/><complement><class by-ref="l"/></complement></union>
  <intersection name="i"><class by-ref="u"/><difference><class by-ref="d"/><class>0030</class></difference></intersection>
  <symmetric-difference name="s"><class by-ref="u"/><class from-tag="common"/></symmetric-difference>
  <rule name="lead"><start/><choice count="0:2"><char cp="0061 0062" count="2"/><any count="1+"/></choice><end comment="e"/></rule>
  <rule name="tail"><rule><any/></rule></rule>
  <rule name="around" comment="c" ref="A-1">
    <look-behind><choice><start/><rule><class by-ref="s" count="0+"/><union ref="2"><class by-ref="i"/><class by-ref="d"/></union></rule></choice></look-behind>
    <anchor/>
    <look-ahead><rule by-ref="tail" count="1"/></look-ahead>
  </rule>
  <action disp="invalid" match="lead" comment="x" ref="2"/>
  <action disp="blocked" not-match="lead" any-variant="blocked r"/>
  <action disp="allocatable" all-variants="r"/>
  <action disp="activated" only-variants="r"/>
  <action disp="withheld"/>
</rules></lgr>"#
    );
    let lgr = read(&text).unwrap_or_else(|refused| panic!("{refused}"));
    let written = xml::write(&lgr);
    assert_eq!(read(&written).unwrap_or_else(|refused| panic!("{refused}\n{written}")), lgr);
    assert_eq!(lgr.metadata.version.as_ref().unwrap().comment.as_deref(), Some("a \"draft\"\nof two lines"));
    assert_eq!(&*lgr.metadata.description.as_ref().unwrap().text, "<p>a &amp; b</p>");
    assert_eq!(&*lgr.metadata.references[0].text, " Text < & ");
    assert_eq!(lgr.declarations.len(), 14);
}

/// D12 of the known traps: wrong data is told, never skipped in silence, and what the RFC allows loads.
#[test]
fn nothing_is_skipped_in_silence_and_what_is_allowed_loads() {
    for allowed in [
        "<data><char cp=\"0061\"/></data>",
        "<meta/><data><char cp=\"0061\"/></data>",
        "<meta><description/></meta><data><char cp=\"0061\"/></data><rules/>",
        "<meta><description></description><references/></meta><data><char cp=\"0061\"/></data>",
    ] {
        let reading = xml::read(format!("{HEAD}{allowed}</lgr>").as_bytes(), Strictness::Strict);
        let reading = reading.unwrap_or_else(|refused| panic!("{allowed}: {refused}"));
        assert!(reading.faults.is_empty(), "{allowed}: {:?}", reading.faults);
    }
    use FaultCode as F;
    for (wrong, code) in [
        ("<data><char cp=\"0061\"/><char cp=\"0061\"/></data>", F::DuplicateCodePoint),
        ("<data><char cp=\"0061 0062\"/><char cp=\"0061 0062\"/></data>", F::DuplicateCodePoint),
        ("<data><range first-cp=\"0061\" last-cp=\"0063\"/><char cp=\"0062\"/></data>", F::OverlappingRange),
        ("<data><char cp=\"0061\" ref=\"1\"/></data>", F::UnknownReference),
        (
            "<data><char cp=\"0061\" when=\"r\" not-when=\"r\"/></data><rules><rule name=\"r\"><any/></rule></rules>",
            F::BothContexts,
        ),
    ] {
        let text = format!("{HEAD}{wrong}</lgr>");
        assert_eq!(faults(&text).iter().map(|(code, _)| *code).collect::<Vec<_>>(), [code], "{wrong}");
        let lenient =
            xml::read(text.as_bytes(), Strictness::Lenient).unwrap_or_else(|refused| panic!("{refused}"));
        assert!(lenient.faults.iter().any(|fault| fault.code() == code && fault.skipped()), "{wrong}");
    }
    // A wrong namespace gives a fault, not an empty ruleset.
    let old = "<lgr xmlns=\"http://www.iana.org/lgr/0.1\"><data><char cp=\"0061\"/></data></lgr>";
    assert_eq!(faults(old), [(F::WrongNamespace, "1:1".to_string())]);
}

/// Faults that something else hid, or that were passed over.
#[test]
fn nothing_hides_a_fault() {
    use FaultCode as F;
    let codes = |inside: &str| {
        let faults = faults(&format!("{HEAD}{inside}</lgr>"));
        faults.into_iter().map(|(code, _)| code).collect::<Vec<_>>()
    };
    let rule = |body: &str| {
        format!("<data><char cp=\"0061\" when=\"r\"/></data><rules><rule name=\"r\">{body}</rule></rules>")
    };
    // A code point twice, under a range over both.
    let twice =
        "<data><char cp=\"0061\"/><char cp=\"0061\"/><range first-cp=\"0061\" last-cp=\"007A\"/></data>";
    assert_eq!(codes(twice), [F::DuplicateCodePoint, F::OverlappingRange]);
    // RFC 7940 section 6.3.3: no count over an anchor, in place or by reference.
    let counted = "<choice count=\"2\"><rule><anchor/></rule><rule><look-behind><any/></look-behind><anchor/></rule></choice>";
    assert_eq!(codes(&rule(counted)), [F::CountOverAnchor]);
    // Section 6.4.2: nothing that matches code points beside an anchor, also if that is nested.
    let beside = "<char cp=\"0062\"/><rule><look-behind><any/></look-behind><anchor/></rule>";
    assert_eq!(codes(&rule(beside)), [F::ContextMisplaced]);
    let choice = "<choice><rule><look-behind><any/></look-behind><anchor/></rule><rule><anchor/><look-ahead><any/></look-ahead></rule></choice>";
    assert_eq!(codes(&rule(choice)), []);
    let empty =
        xml::read(format!("{HEAD}{}</lgr>", rule("<anchor/><look-ahead/>")).as_bytes(), Strictness::Strict);
    assert_eq!(empty.unwrap().faults.iter().map(|fault| fault.code()).collect::<Vec<_>>(), [F::EmptyRule]);
    if let Some(path) = crate::support::shared_path("vectors/lgr-hard/lb.xml") {
        let refused = xml::read(&std::fs::read(path).unwrap(), Strictness::Strict).unwrap_err();
        assert_eq!(refused.faults()[0].code(), F::ContextMisplaced);
    }
}

/// A reference may name only what could stand there itself (XML 1.0 section 4.1); found by the fuzzer, as
/// a description that could be read but not written.
#[test]
fn references_name_characters() {
    for reference in ["&#x1C;", "&#0;", "&#xFFFF;"] {
        let text = format!("{HEAD}<meta><description>a{reference}</description></meta><data/></lgr>");
        for strictness in [Strictness::Strict, Strictness::Lenient] {
            let refused = xml::read(text.as_bytes(), strictness).unwrap_err();
            assert!(
                refused.faults().iter().any(|fault| fault.code() == FaultCode::NotWellFormed),
                "{reference}"
            );
        }
    }
}
