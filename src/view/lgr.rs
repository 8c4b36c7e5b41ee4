//! The outcome of a label under tables, in JSON.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::lgr::{LgrOutcome, VariantCount, VariantCounts};

impl Serialize for LgrOutcome {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let mut out = serializer.serialize_struct("LgrOutcome", 6)?;
        out.serialize_field("id", self.id())?;
        out.serialize_field("eligible", &self.is_eligible())?;
        out.serialize_field("disposition", self.disposition())?;
        out.serialize_field("action", &self.action())?;
        out.serialize_field("index_label", &self.index_label())?;
        out.serialize_field("variants", &self.variants())?;
        out.end()
    }
}

impl Serialize for VariantCounts {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        serializer.collect_map(self.by_disposition().iter().map(|(name, count)| (&**name, count)))
    }
}

/// The greatest count that is written as a number: 2^53 - 1, beyond which readers of JSON round.
const MAX_NUMBER: u64 = (1 << 53) - 1;

impl Serialize for VariantCount {
    /// As a number up to 2^53 - 1, as a string of its digits beyond.
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        match self.to_u128().map(u64::try_from) {
            Some(Ok(number)) if number <= MAX_NUMBER => serializer.serialize_u64(number),
            _ => serializer.collect_str(self),
        }
    }
}
