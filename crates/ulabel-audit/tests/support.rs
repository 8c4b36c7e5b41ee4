//! What the tests have in common.

use std::io::{Cursor, Read};

use ulabel::Checker;
use ulabel_audit::input::{Batch, InputFormat, NameReader};
use ulabel_audit::{AuditOptions, AuditReport, Judge, Source, audit};

/// The names that a reader gives, each with its line.
pub(crate) fn names(octets: &[u8], format: &InputFormat) -> Result<Vec<(String, u64)>, String> {
    let source: Box<dyn Read + Send> = Box::new(Cursor::new(octets.to_vec()));
    let failed = |error: ulabel_audit::InputError| error.to_string();
    let mut reader = NameReader::new(source, "file", 0, format).map_err(failed)?;
    let (mut batch, mut found) = (Batch::default(), Vec::new());
    while reader.next_batch(&mut batch).map_err(failed)? {
        let names = batch.names();
        found.extend(names.map(|(name, line)| (String::from_utf8_lossy(name).into_owned(), line)));
    }
    Ok(found)
}

/// The report on a list under the registration protocol.
pub(crate) fn audited(list: &str, change: impl FnOnce(&mut AuditOptions)) -> AuditReport {
    let mut options = AuditOptions::new(Judge::One(Checker::registration().into()));
    change(&mut options);
    let source = Source::reader(Box::new(Cursor::new(list.to_owned())), "list", InputFormat::List);
    audit(vec![source], &options, None, &mut ()).expect("a list in memory")
}
