//! A list of names.

use std::io::BufRead;

use ulabel::decision::NameRecord;

use super::error;
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
    input: R,
    text: Vec<u8>,
    line: u64,
    is_over: bool,
}

impl<R: BufRead> ListedNames<R> {
    /// Reads the names of this.
    pub const fn new(input: R) -> Self {
        Self { input, text: Vec::new(), line: 0, is_over: false }
    }

    fn read(&mut self) -> Result<Option<NameRecord>> {
        loop {
            self.text.clear();
            self.line += 1;
            let failed = |what: String| error(self.line, "name", what);
            let mut limited = std::io::Read::take(&mut self.input, MAX_LINE);
            match limited.read_until(b'\n', &mut self.text).map_err(|read| failed(read.to_string()))? {
                0 => return Ok(None),
                count if count as u64 == MAX_LINE => {
                    return Err(failed(format!("has more than {MAX_LINE} octets")));
                }
                _ => {}
            }
            let text = std::str::from_utf8(&self.text).map_err(|_| failed("is not UTF-8".into()))?;
            let name =
                text.split('#').next().unwrap_or_default().trim_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
            if name.contains([' ', '\t']) {
                return Err(failed(format!("has {}, expected one name", super::shown(name))));
            }
            if !name.is_empty() {
                return Ok(Some(NameRecord { name: name.into(), ..NameRecord::default() }));
            }
        }
    }
}

impl<R: BufRead> Iterator for ListedNames<R> {
    type Item = Result<NameRecord>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let read = self.read();
        self.is_over = !matches!(read, Ok(Some(_)));
        read.transpose()
    }
}
