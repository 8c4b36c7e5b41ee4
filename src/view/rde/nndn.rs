//! Names that are no domains (NNDN, RFC 9022 §5.6).

use alloc::string::{String, ToString};

use super::table_ref::TABLE_ID;
use crate::decision::{Created, NameRecord, NameState};
use crate::view::token::{Unwritable, UnwritableReason, a_name, name, token};

/// A name that is no domain, as a deposit has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nndn {
    pub(super) a_name: String,
    pub(super) u_name: Option<String>,
    pub(super) table: Option<String>,
    pub(super) original: Option<String>,
    pub(super) state: &'static str,
    /// For one that is mirrored, whether by NS records.
    pub(super) mirroring_ns: Option<bool>,
    pub(super) created: Option<String>,
}

impl Nndn {
    /// The record of a name that is withheld, blocked or mirrored, with the table that it is under
    /// ([`Decider::table_of`](crate::decision::Decider::table_of)); none for a domain. The table is told for a name
    /// beyond ASCII, as the RFC has it.
    ///
    /// # Errors
    ///
    /// If the name, or the name of which it is a variant, is none that the DNS can have; if a name beyond ASCII has no
    /// table, or a withheld or mirrored one no original; or if the moment is before the year 1.
    pub fn new(record: &NameRecord, table: Option<&str>) -> Result<Option<Self>, Unwritable> {
        let state = match record.state {
            NameState::Withheld => "withheld",
            NameState::Blocked => "blocked",
            NameState::Mirrored => "mirrored",
            NameState::Registered | NameState::PendingTransfer => return Ok(None),
        };
        let a_form = a_name("aName", &record.name)?;
        let is_idn = !record.name.eq_ignore_ascii_case(&a_form);
        let u_name = match is_idn {
            true => Some(name("uName", &record.name)?.into_owned()),
            false => None,
        };
        let table = match (is_idn, table) {
            (true, None) => {
                return Err(Unwritable::new("idnTableId", &record.name, UnwritableReason::Missing));
            }
            (true, Some(table)) => Some(token("idnTableId", table, TABLE_ID)?.into_owned()),
            (false, _) => None,
        };
        let original =
            record.original.as_deref().map(|original| a_name("originalName", &whole(original, record)));
        let original = original.transpose()?;
        // Both are for variants alone.
        if record.state != NameState::Blocked && original.is_none() {
            return Err(Unwritable::new("originalName", &record.name, UnwritableReason::Missing));
        }
        let created = record.created.map(moment).transpose()?;
        let mirroring_ns = (record.state == NameState::Mirrored).then_some(true);
        Ok(Some(Self { a_name: a_form, u_name, table, original, state, mirroring_ns, created }))
    }

    /// Says of a mirrored name whether it is delegated by the NS records of its original, as one is of which nothing is
    /// said; false if it is by another mechanism, such as DNAME (RFC 6672). Of other names it says nothing.
    ///
    /// ```
    /// use ulabel::decision::{NameRecord, NameState};
    /// use ulabel::view::rde::{Contents, Frame, IdnTableRef, Nndn, deposit};
    ///
    /// let record = NameRecord {
    ///     name: "cafè.ca".into(),
    ///     state: NameState::Mirrored,
    ///     original: Some("café.ca".into()),
    ///     ..NameRecord::default()
    /// };
    /// let contents = Contents {
    ///     tables: vec![IdnTableRef::new("ca-fr", "https://ca.example/table", "https://ca.example/rules")?],
    ///     nndns: Nndn::new(&record, Some("ca-fr"))?.map(|name| name.with_mirroring_ns(false)).into_iter().collect(),
    ///     ..Contents::default()
    /// };
    /// let frame = Frame::full("20261126", "2026-11-26T00:00:00Z".parse().unwrap(), "ca");
    /// assert!(deposit(&frame, &contents)?.contains(r#"<rdeNNDN:nameState mirroringNS="false">mirrored<"#));
    /// # Ok::<(), ulabel::view::Unwritable>(())
    /// ```
    #[must_use]
    pub fn with_mirroring_ns(mut self, mirroring_ns: bool) -> Self {
        self.mirroring_ns = self.mirroring_ns.map(|_| mirroring_ns);
        self
    }

    /// The name, with all its labels as A-labels.
    #[must_use]
    pub fn a_name(&self) -> &str {
        &self.a_name
    }

    /// The table that it refers to.
    #[must_use]
    pub fn table(&self) -> Option<&str> {
        self.table.as_deref()
    }
}

/// The original of a record as a whole name: a label alone is one under the same domain.
fn whole(original: &str, record: &NameRecord) -> String {
    match record.name.split_once('.') {
        Some((_, suffix)) if !original.contains('.') => alloc::format!("{original}.{suffix}"),
        _ => original.into(),
    }
}

/// A moment as `dateTime` of XML Schema has it, which knows no year 0 and writes years before it in another way.
pub(super) fn moment(created: Created) -> Result<String, Unwritable> {
    let text = created.to_string();
    match text.starts_with('-') || text.starts_with("0000") {
        true => Err(Unwritable::new("crDate", &text, UnwritableReason::Form)),
        false => Ok(text),
    }
}
