//! The laws of reading and writing rulesets; property tests and fuzz targets call the same functions.

#![allow(dead_code)] // each caller uses its own laws

use ulabel::Severity;
use ulabel::lgr::{
    CharEntry, Entry, Fault, FaultCode, Format, Lgr, LgrReading, Strictness, review, text, xml,
};

/// Reading XML never panics; what is read is written and read again equal; what lenient reading leaves
/// is sound; a strict reader takes no more than a lenient one.
pub fn xml_reads_back_equal(octets: &[u8]) {
    let strict = xml::read(octets, Strictness::Strict);
    let lenient = xml::read(octets, Strictness::Lenient);
    match &strict {
        Ok(reading) => {
            let lenient = lenient.as_ref().expect("lenient reading takes what strict reading takes");
            assert!(reading.lgr == lenient.lgr, "both read the same");
            assert!(reading.faults.iter().all(|fault| fault.severity() != Severity::Error));
            assert!(lenient.faults.iter().all(|fault| !fault.skipped()), "nothing was left out");
            faults_are_sound(octets, &reading.faults);
        }
        Err(refused) => {
            assert!(refused.faults().iter().any(|fault| fault.severity() == Severity::Error));
            faults_are_sound(octets, refused.faults());
        }
    }
    if let Ok(LgrReading { lgr, faults, .. }) = lenient {
        faults_are_sound(octets, &faults);
        let written = xml::write(&lgr);
        match xml::read(written.as_bytes(), Strictness::Strict) {
            Ok(again) => assert!(again.lgr == lgr, "{written}"),
            // An element that is missing altogether cannot be left out.
            Err(refused) => assert!(
                refused.faults().iter().filter(|fault| fault.severity() == Severity::Error).all(
                    |fault| matches!(
                        fault.code(),
                        FaultCode::MissingUnicodeVersion | FaultCode::MissingElement
                    )
                ),
                "{refused}\n{written}"
            ),
        }
        review_is_sound(octets, &lgr);
    }
}

/// Reading text never panics; what a format can hold is written and read again equal.
pub fn text_reads_back_equal(octets: &[u8]) {
    let guessed = Format::of(octets);
    for format in [Format::Rfc3743, Format::Rfc4290, Format::OnePerLine, guessed] {
        match text::read(octets, format, Strictness::Lenient) {
            Ok(reading) if format != Format::Xml => {
                faults_are_sound(octets, &reading.faults);
                let written = text::write(&reading.lgr, format);
                if written.losses.is_empty() {
                    let again = text::read(written.text.as_bytes(), format, Strictness::Strict);
                    let again = again.unwrap_or_else(|refused| panic!("{refused}\n{}", written.text));
                    assert!(again.lgr == expanded(&reading.lgr), "{}", written.text);
                }
                review_is_sound(octets, &reading.lgr);
            }
            Ok(_) => {}
            Err(refused) => faults_are_sound(octets, refused.faults()),
        }
    }
}

/// A ruleset with its ranges as single code points, as text formats have them.
fn expanded(lgr: &Lgr) -> Lgr {
    let singles = |entry: &Entry| match entry {
        Entry::Char(_) => vec![entry.clone()],
        Entry::Range(range) => (range.first..=range.last)
            .map(|c| {
                let (references, comment) = (range.references.clone(), range.comment.clone());
                Entry::Char(CharEntry { references, comment, ..CharEntry::new(c) })
            })
            .collect(),
    };
    Lgr { data: lgr.data.iter().flat_map(singles).collect(), ..lgr.clone() }
}

fn review_is_sound(octets: &[u8], lgr: &Lgr) {
    let review = review::inspect(lgr);
    faults_are_sound(octets, &review.faults);
    assert!(review.statistics.largest_variant_set != 1, "a set has two members at least");
}

/// Faults stand in the order of the file and lie inside it, and each can be said.
fn faults_are_sound(octets: &[u8], faults: &[Fault]) {
    assert!(faults.windows(2).all(|pair| pair[0].position() <= pair[1].position()));
    for fault in faults {
        assert!(
            !fault.to_string().contains(['{', '}'])
                || fault.arguments().iter().any(|a| a.contains(['{', '}']))
        );
        if let Some(position) = fault.position() {
            assert!(position.line >= 1 && position.column >= 1);
            assert!(
                position.line as usize <= octets.len() + 1 && position.column as usize <= octets.len() + 1
            );
        }
    }
}
