//! A list of names.

use std::io::BufRead;

use ulabel::decision::NameRecord;

use super::error;
use super::lines::Lines;
use crate::error::Result;

/// Octets that a line may have.
const MAX_LINE: u64 = 1 << 16;

/// The names of a list, one on a line. Nothing is known of their holders. Empty lines, and what is behind `#`, are
/// left out.
///
/// ```
/// use ulabel_index::input::ListedNames;
///
/// let names = ListedNames::new("# our names\nexample.ca\n\ncafé.ca\n".as_bytes());
/// assert_eq!(names.map(|record| record.unwrap().name).collect::<Vec<_>>(), ["example.ca", "café.ca"]);
/// ```
#[derive(Debug)]
pub struct ListedNames<R> {
    lines: Lines<R>,
}

impl<R: BufRead> ListedNames<R> {
    /// Reads the names of this.
    pub const fn new(input: R) -> Self {
        Self { lines: Lines::new(input, MAX_LINE, "name") }
    }
}

/// The name of a line.
fn record(text: &[u8], line: u64) -> Result<Option<NameRecord>> {
    let failed = |what: String| error(line, "name", what);
    let text = std::str::from_utf8(text).map_err(|_| failed("is not UTF-8".into()))?;
    let name = text.split('#').next().unwrap_or_default().trim_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    if name.contains([' ', '\t']) {
        return Err(failed(format!("has {}, expected one name", super::shown(name))));
    }
    Ok((!name.is_empty()).then(|| NameRecord { name: name.into(), ..NameRecord::default() }))
}

impl<R: BufRead> Iterator for ListedNames<R> {
    type Item = Result<NameRecord>;

    fn next(&mut self) -> Option<Self::Item> {
        self.lines.next(record)
    }
}
