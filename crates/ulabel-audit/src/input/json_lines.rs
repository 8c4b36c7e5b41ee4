//! Names in a member of the objects of a JSON Lines file.

use std::fmt;
use std::io::Read;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::batch::Batch;
use super::lines::{self, Lines, MAX_LINE_OCTETS};
use crate::error::InputError;

/// Reads a member of the object of each line; a line may also be a string alone. Empty lines have no name.
pub(super) struct JsonLinesReader {
    lines: Lines<Box<dyn Read + Send>>,
    file: String,
    key: String,
    block: Vec<u8>,
    /// The line that the next block begins in.
    line: u64,
}

impl JsonLinesReader {
    pub(super) fn new(reader: Box<dyn Read + Send>, file: &str, key: &str) -> Self {
        let (file, key) = (file.to_owned(), key.to_owned());
        Self { lines: Lines::new(reader), file, key, block: Vec::new(), line: 1 }
    }

    /// Fills a batch; false if there is nothing more.
    pub(super) fn next_batch(&mut self, batch: &mut Batch) -> Result<bool, InputError> {
        batch.begin_names();
        while batch.is_empty() {
            let has_more = self.lines.next_batch(&mut self.block);
            if !has_more.map_err(|error| InputError::new(&self.file, error))? {
                break;
            }
            for line in lines::lines(&self.block) {
                self.take(line, batch)?;
                self.line += 1;
            }
        }
        Ok(!batch.is_empty())
    }

    fn take(&self, line: &[u8], batch: &mut Batch) -> Result<(), InputError> {
        if line.trim_ascii().is_empty() {
            return Ok(());
        }
        let fault = |what: &dyn fmt::Display| InputError::at_line(&self.file, self.line, what);
        if line.len() >= MAX_LINE_OCTETS {
            return Err(fault(&format_args!("the line has more than {MAX_LINE_OCTETS} octets")));
        }
        let mut reader = serde_json::Deserializer::from_slice(line);
        let name = Member(&self.key).deserialize(&mut reader).and_then(|name| reader.end().map(|()| name));
        match name {
            Ok(Some(name)) => batch.push(name.as_bytes(), self.line),
            Ok(None) => {
                let key = ulabel::text::escape(&self.key);
                return Err(fault(&format_args!("the object has no member {key}")));
            }
            Err(error) => {
                let words = error.to_string();
                let words = words.split(" at line ").next().unwrap_or_default();
                let words = ulabel::text::escape(&ulabel::text::excerpt(words, 200)).into_owned();
                return Err(fault(&format_args!("column {}: {words}", error.column())));
            }
        }
        Ok(())
    }
}

/// Reads the string that is the member with this key.
struct Member<'k>(&'k str);

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<String>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Option<String>, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Option<String>, A::Error> {
        let mut name = None;
        while let Some(key) = members.next_key::<String>()? {
            if key != self.0 {
                members.next_value::<IgnoredAny>()?;
            } else if name.replace(members.next_value::<String>()?).is_some() {
                return Err(de::Error::custom(format_args!("the member {key} is there twice")));
            }
        }
        Ok(name)
    }
}
