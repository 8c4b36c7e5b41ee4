//! Reports with the places of their names.

use std::io::Write;

use serde::Serialize;
use ulabel::language::Messages;
use ulabel::view::{CsvRows, ReportView};

use crate::input::Place;
use crate::style::Style;

/// The report on a name, and where the name stands: members `file` and `line`, absent for the name of an argument, and
/// columns of these names.
#[derive(Serialize)]
pub(crate) struct Located<'a> {
    #[serde(flatten)]
    pub(crate) report: ReportView<'a, Messages>,
    #[serde(flatten)]
    pub(crate) place: Option<Place<'a>>,
}

const REPORT_HEADING: &[&str] = ReportView::<Messages>::HEADING;

/// The place comes last: whoever counts columns finds those of the report where they have been.
static HEADING: [&str; REPORT_HEADING.len() + 2] = {
    let mut heading = ["file"; REPORT_HEADING.len() + 2];
    let (report, place) = heading.split_at_mut(REPORT_HEADING.len());
    report.copy_from_slice(REPORT_HEADING);
    place.copy_from_slice(&["file", "line"]);
    heading
};

impl CsvRows for Located<'_> {
    const HEADING: &'static [&'static str] = &HEADING;

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let line = self.place.map(|place| place.line.to_string()).unwrap_or_default();
        let file = self.place.map_or("", |place| place.file);
        self.report.csv_rows(&mut |cells| row(&[cells, &[file, &line]].concat()));
    }
}

/// Adds a place to the object that ends `out`.
pub(crate) fn append_place(place: Place<'_>, out: &mut Vec<u8>) {
    debug_assert_eq!(out.last(), Some(&b'}'));
    out.pop();
    out.extend_from_slice(b",\"file\":");
    // Writing to memory cannot fail.
    let _ = serde_json::to_writer(&mut *out, place.file);
    let _ = write!(out, ",\"line\":{}}}", place.line);
}

/// Adds `FILE:LINE: `, as editors read it.
pub(crate) fn write_place(place: Place<'_>, style: Style, out: &mut Vec<u8>) {
    let place = format!("{}:{}:", style.escape(place.file), place.line);
    // Writing to memory cannot fail.
    let _ = write!(out, "{} ", style.faint(&place));
}
