//! The same shape as [`super::json`], written directly for names of which there is nothing to say: most
//! of a zone.

use alloc::vec::Vec;

use crate::label::{LabelKind, Name};
use crate::report::{LabelReport, Report};
use crate::unicode::Script;

impl Report {
    /// Appends this report to `out`, octet for octet as serializing gives it, when every label is an
    /// NR-LDH label and nothing was found; such text needs no escaping and no sentence. Otherwise `out`
    /// stays as it is. True if the report was appended.
    ///
    /// ```
    /// let checker = ulabel::Checker::registration();
    /// let mut out = Vec::new();
    /// assert!(checker.check("www.example").append_plain_json(&mut out));
    /// assert_eq!(out, serde_json::to_vec(&checker.check("www.example")).unwrap());
    /// assert!(!checker.check("bücher.example").append_plain_json(&mut out));
    /// ```
    pub fn append_plain_json(&self, out: &mut Vec<u8>) -> bool {
        if self.labels().is_empty() || !self.findings().is_empty() || !self.labels().iter().all(is_plain) {
            return false;
        }
        // Nothing was found, so nothing was folded: each label stands in the input as it is.
        let name = Name::parse(self.input()).as_str();
        let mut put = |text: &str| out.extend_from_slice(text.as_bytes());
        put("{\"input\":\"");
        put(self.input());
        put("\",\"name\":\"");
        put(name);
        put("\",\"ascii\":\"");
        put(name);
        put("\",\"verdict\":\"valid\",\"labels\":[");
        for (n, (label, _)) in self.labels_with_input().enumerate() {
            put(if n == 0 { "{\"input\":\"" } else { ",{\"input\":\"" });
            put(label);
            put("\",\"kind\":\"nr-ldh-label\",\"u_label\":\"");
            put(label);
            put("\",\"a_label\":\"");
            put(label);
            put("\",\"verdict\":\"valid\",\"scripts\":[");
            if label.bytes().any(|octet| octet.is_ascii_lowercase()) {
                put("\"");
                put(Script::Latin.short_name());
                put("\"");
            }
            put("],\"findings\":[]}");
        }
        put("],\"findings\":[]}");
        true
    }
}

/// True if a label's object holds nothing but what is written above.
fn is_plain(report: &LabelReport) -> bool {
    report.has_findings_alone()
        && report.label().kind() == LabelKind::NrLdhLabel
        && report.findings().is_empty()
}
