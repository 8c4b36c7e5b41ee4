//! What tables say of a label, in JSON.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::lgr::{LgrOutcome, VariantCount, VariantCounts};

impl Serialize for LgrOutcome {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let mut out = serializer.serialize_struct("LgrOutcome", 6)?;
        out.serialize_field("id", &*self.id)?;
        out.serialize_field("eligible", &self.eligible)?;
        out.serialize_field("disposition", &*self.disposition)?;
        out.serialize_field("action", &self.action)?;
        out.serialize_field("index_label", &self.index_label)?;
        out.serialize_field("variants", &self.variants)?;
        out.end()
    }
}

impl Serialize for VariantCounts {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        serializer.collect_map(self.by_disposition().iter().map(|(name, count)| (&**name, count)))
    }
}

impl Serialize for VariantCount {
    /// As a number. One of 2^128 or more, which serde has no number for, is written in JSON by its
    /// digits all the same; in other formats it becomes a string of its digits.
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        match (self.to_u128(), u64::try_from(self.to_u128().unwrap_or(u128::MAX))) {
            (_, Ok(number)) => serializer.serialize_u64(number),
            (Some(number), _) => serializer.serialize_u128(number),
            (None, _) => digits(*self, serializer),
        }
    }
}

#[cfg(feature = "cli")]
fn digits<T: Serializer>(count: VariantCount, serializer: T) -> Result<T::Ok, T::Error> {
    use alloc::string::ToString;
    match serde_json::value::RawValue::from_string(count.to_string()) {
        Ok(number) => number.serialize(serializer),
        Err(_) => serializer.collect_str(&count),
    }
}

#[cfg(not(feature = "cli"))]
fn digits<T: Serializer>(count: VariantCount, serializer: T) -> Result<T::Ok, T::Error> {
    serializer.collect_str(&count)
}
