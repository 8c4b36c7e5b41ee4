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
    pub(super) created: Option<String>,
}

impl Nndn {
    /// The record of a name that is withheld or blocked, with the table that it is under
    /// ([`Decider::table_of`](crate::decision::Decider::table_of)); none for a domain. The table is told for a name
    /// beyond ASCII, as the RFC has it.
    ///
    /// # Errors
    ///
    /// If the name, or the name of which it is a variant, is none that the DNS can have; if a name beyond ASCII has no
    /// table, or a withheld one no original; or if the moment is before the year 1.
    pub fn new(record: &NameRecord, table: Option<&str>) -> Result<Option<Self>, Unwritable> {
        let state = match record.state {
            NameState::Withheld => "withheld",
            NameState::Blocked => "blocked",
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
        if state == "withheld" && original.is_none() {
            return Err(Unwritable::new("originalName", &record.name, UnwritableReason::Missing));
        }
        let created = record.created.map(moment).transpose()?;
        Ok(Some(Self { a_name: a_form, u_name, table, original, state, created }))
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
