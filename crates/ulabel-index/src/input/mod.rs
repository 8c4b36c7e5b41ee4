//! Records read from files: CSV, JSON Lines, or a list of names.
//!
//! Each reader gives one record after the other, with a memory that does not grow with their number. What cannot be
//! read is an error with its line and its column, and ends the reading. A record has the columns, or members, of
//! [`NameRecord`]: `name`, which has to be there, `registrant`, `registrar`, `created`,
//! `state`, `original`, `table`, `primary`, `exempted`. Others are left out; readers name them.

mod csv;
mod json_lines;
mod lines;
mod list;

pub use self::csv::CsvRecords;
pub use json_lines::{JsonRecords, json_record};
pub use list::ListedNames;

use std::str::FromStr;

use ulabel::decision::{Created, NameRecord, NameState};

use crate::entry::MAX_TEXT;
use crate::error::IndexError;

/// A column of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Registrant,
    Registrar,
    Created,
    State,
    Original,
    Table,
    Primary,
    Exempted,
}

const COLUMNS: [(&str, Column); 9] = [
    ("name", Column::Name),
    ("registrant", Column::Registrant),
    ("registrar", Column::Registrar),
    ("created", Column::Created),
    ("state", Column::State),
    ("original", Column::Original),
    ("table", Column::Table),
    ("primary", Column::Primary),
    ("exempted", Column::Exempted),
];

impl Column {
    fn from_name(name: &str) -> Option<Self> {
        COLUMNS.iter().find(|(known, _)| *known == name).map(|(_, column)| *column)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Registrant => "registrant",
            Self::Registrar => "registrar",
            Self::Created => "created",
            Self::State => "state",
            Self::Original => "original",
            Self::Table => "table",
            Self::Primary => "primary",
            Self::Exempted => "exempted",
        }
    }

    /// Takes the text of a column into a record; an empty one is one that is not there.
    fn put(self, text: &str, record: &mut NameRecord) -> Result<(), String> {
        if text.len() > MAX_TEXT {
            return Err(format!("has {} octets, expected at most {MAX_TEXT}", text.len()));
        }
        let some = || (!text.is_empty()).then(|| text.to_string());
        match self {
            Self::Name => record.name = text.into(),
            Self::Registrant => record.registrant = text.into(),
            Self::Registrar => record.registrar = text.into(),
            Self::Original => record.original = some(),
            Self::Table => record.table = some(),
            Self::Created if text.is_empty() => record.created = None,
            Self::Created => {
                let created =
                    Created::from_str(text).map_err(|error| format!("has {}, {error}", shown(text)))?;
                record.created = Some(created);
            }
            Self::State if text.is_empty() => record.state = NameState::default(),
            Self::State => {
                let names = || NameState::ALL.iter().map(|state| state.name()).collect::<Vec<_>>().join(", ");
                record.state = NameState::from_name(text)
                    .ok_or_else(|| format!("has {}, expected one of {}", shown(text), names()))?;
            }
            Self::Primary => record.primary = truth(text)?,
            Self::Exempted => record.exempted = truth(text)?,
        }
        Ok(())
    }
}

fn truth(text: &str) -> Result<bool, String> {
    match text {
        "true" | "1" => Ok(true),
        "false" | "0" | "" => Ok(false),
        _ => Err(format!("has {}, expected true or false", shown(text))),
    }
}

/// Text from a file, short and safe to show.
fn shown(text: &str) -> String {
    ulabel::text::escape(&ulabel::text::excerpt(text, 40)).to_string()
}

/// Refuses a record without a name.
fn named(record: NameRecord, line: u64) -> Result<NameRecord, IndexError> {
    if record.name.is_empty() {
        return Err(error(line, "name", "is empty, expected a name"));
    }
    Ok(record)
}

fn error(line: u64, field: &str, what: impl Into<String>) -> IndexError {
    IndexError::Input { line, field: field.into(), what: what.into() }
}
