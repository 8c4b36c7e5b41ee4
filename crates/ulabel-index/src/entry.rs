//! Records as they are stored.
//!
//! Name, two octets of flags, registrant, registrar, and then what the flags say is there: when the name was
//! registered, in seconds or microseconds; the original; the table. Texts stand behind their lengths. A name that was
//! taken out is an entry with the flag `REMOVED` and nothing behind the flags.
//!
//! Format 1 had the first four states alone, and counted those; it knew no flag behind `REMOVED`.

use ulabel::decision::{Created, NameRecord, NameState};

use crate::error::{IndexError, Result};
use crate::hash::{HASH_LENGTH, KeyHash};
use crate::octets::{Reader, push_octets, push_signed, push_varint};

/// The states in the order of their numbers, which are stored and never change.
pub(crate) const STATES: [NameState; 5] = [
    NameState::Registered,
    NameState::Withheld,
    NameState::Blocked,
    NameState::PendingTransfer,
    NameState::Mirrored,
];

/// How many of them format 1 has.
const STATES_OF_FORMAT_1: usize = 4;

/// The first two bits of the number of the state; the third is `STATE_ABOVE`.
const STATE: u16 = 0b11;
const PRIMARY: u16 = 1 << 2;
const EXEMPTED: u16 = 1 << 3;
const ORIGINAL: u16 = 1 << 4;
const TABLE: u16 = 1 << 5;
const SECONDS: u16 = 1 << 6;
const MICROSECONDS: u16 = 1 << 7;
const REMOVED: u16 = 1 << 8;
const STATE_ABOVE: u16 = 1 << 9;
const ALL: u16 = (1 << 10) - 1;

/// Octets that one text of a record may have.
pub const MAX_TEXT: usize = 1 << 16;

/// A record as it is stored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'e> {
    pub(crate) name: &'e str,
    flags: u16,
    registrant: &'e str,
    registrar: &'e str,
    created: Option<Created>,
    original: Option<&'e str>,
    table: Option<&'e str>,
}

impl<'e> Entry<'e> {
    /// Reads an entry; none if it is not one.
    #[inline]
    pub(crate) fn read(octets: &'e [u8]) -> Option<Self> {
        let mut reader = Reader::new(octets);
        let name = reader.text()?;
        let flags = reader.u16()?;
        let mut entry =
            Self { name, flags, registrant: "", registrar: "", created: None, original: None, table: None };
        if flags == REMOVED {
            return reader.is_empty().then_some(entry);
        }
        if flags & !ALL != 0 || flags & REMOVED != 0 {
            return None;
        }
        STATES.get(entry.state())?;
        entry.registrant = reader.text()?;
        entry.registrar = reader.text()?;
        let has = |flag: u16| flags & flag != 0;
        entry.created = match (has(SECONDS), has(MICROSECONDS)) {
            (false, false) => None,
            (true, false) => Some(Created::from_microseconds(reader.signed()?.checked_mul(1_000_000)?)?),
            (false, true) => Some(Created::from_microseconds(reader.signed()?)?),
            (true, true) => return None,
        };
        if has(ORIGINAL) {
            entry.original = Some(reader.text()?);
        }
        if has(TABLE) {
            entry.table = Some(reader.text()?);
        }
        reader.is_empty().then_some(entry)
    }

    pub(crate) const fn is_removed(&self) -> bool {
        self.flags == REMOVED
    }

    /// The number of the state.
    pub(crate) const fn state(&self) -> usize {
        (self.flags & STATE | (self.flags & STATE_ABOVE) >> 7) as usize
    }

    /// The octets of the texts.
    pub(crate) fn text_octets(&self) -> u64 {
        let more = [self.original, self.table].into_iter().flatten().map(str::len).sum::<usize>();
        (self.name.len() + self.registrant.len() + self.registrar.len() + more) as u64
    }

    /// Fills a record, whose memory is used again.
    #[inline]
    pub(crate) fn fill(&self, record: &mut NameRecord) {
        self.name.clone_into(&mut record.name);
        self.registrant.clone_into(&mut record.registrant);
        self.registrar.clone_into(&mut record.registrar);
        record.created = self.created;
        record.state = STATES.get(self.state()).copied().unwrap_or_default();
        record.original = self.original.map(Into::into);
        record.table = self.table.map(Into::into);
        record.primary = self.flags & PRIMARY != 0;
        record.exempted = self.flags & EXEMPTED != 0;
    }
}

/// Writes a record under the name that its keys have.
pub(crate) fn push_record(to: &mut Vec<u8>, name: &str, record: &NameRecord) -> Result<()> {
    let texts = [
        ("a name", name),
        ("a registrant", &*record.registrant),
        ("a registrar", &*record.registrar),
        ("an original", record.original.as_deref().unwrap_or_default()),
        ("a table", record.table.as_deref().unwrap_or_default()),
    ];
    if let Some((what, text)) = texts.into_iter().find(|(_, text)| text.len() > MAX_TEXT) {
        return Err(IndexError::TooLong { what, found: text.len(), most: MAX_TEXT });
    }
    let state = STATES.iter().position(|state| *state == record.state).unwrap_or_default();
    let created = record.created.map(Created::microseconds);
    let flag = |is_set: bool, flag: u16| if is_set { flag } else { 0 };
    let flags = state as u16 & STATE
        | flag(state > usize::from(STATE), STATE_ABOVE)
        | flag(record.primary, PRIMARY)
        | flag(record.exempted, EXEMPTED)
        | flag(record.original.is_some(), ORIGINAL)
        | flag(record.table.is_some(), TABLE)
        | flag(created.is_some_and(|at| at % 1_000_000 == 0), SECONDS)
        | flag(created.is_some_and(|at| at % 1_000_000 != 0), MICROSECONDS);
    push_octets(to, name.as_bytes());
    to.extend(flags.to_le_bytes());
    push_octets(to, record.registrant.as_bytes());
    push_octets(to, record.registrar.as_bytes());
    if let Some(at) = created {
        push_signed(to, if at % 1_000_000 == 0 { at / 1_000_000 } else { at });
    }
    for text in [&record.original, &record.table].into_iter().flatten() {
        push_octets(to, text.as_bytes());
    }
    Ok(())
}

/// Writes that a name was taken out.
pub(crate) fn push_removed(to: &mut Vec<u8>, name: &str) {
    push_octets(to, name.as_bytes());
    to.extend(REMOVED.to_le_bytes());
}

/// Writes how many names more have this coarse key beside a skeleton.
pub(crate) fn push_skeleton(to: &mut Vec<u8>, coarse: KeyHash, count: i64) {
    to.extend(coarse.to_octets());
    push_signed(to, count);
}

/// Reads what [`push_skeleton`] has written.
pub(crate) fn read_skeleton(octets: &[u8]) -> Option<(KeyHash, i64)> {
    let mut reader = Reader::new(octets);
    let coarse = KeyHash::from_octets(reader.array::<HASH_LENGTH>()?);
    let count = reader.signed()?;
    reader.is_empty().then_some((coarse, count))
}

/// How many names there are, by state, and the octets of their texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) by_state: [u64; STATES.len()],
    pub(crate) text_octets: u64,
}

impl Counts {
    pub(crate) fn add(&mut self, entry: &Entry<'_>) {
        self.change(Prior::of(entry), 1);
    }

    pub(crate) fn subtract(&mut self, prior: Prior) {
        self.change(prior, -1);
    }

    fn change(&mut self, prior: Prior, by: i64) {
        if let Some(count) = self.by_state.get_mut(prior.state) {
            *count = count.wrapping_add_signed(by);
        }
        self.text_octets = self.text_octets.wrapping_add_signed(by.wrapping_mul(prior.text_octets as i64));
    }

    pub(crate) fn names(&self) -> u64 {
        self.by_state.iter().fold(0, |sum, count| sum.wrapping_add(*count))
    }

    pub(crate) fn push(&self, to: &mut Vec<u8>) {
        self.by_state.iter().for_each(|count| push_varint(to, *count));
        push_varint(to, self.text_octets);
    }

    /// Reads what [`Counts::push`] has written, in this format or in one before.
    pub(crate) fn read(reader: &mut Reader<'_>, format: u32) -> Option<Self> {
        let mut counts = Self::default();
        let states = if format == 1 { STATES_OF_FORMAT_1 } else { STATES.len() };
        for count in counts.by_state.iter_mut().take(states) {
            *count = reader.varint()?;
        }
        counts.text_octets = reader.varint()?;
        Some(counts)
    }
}

/// What counts of a record that another takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Prior {
    pub(crate) state: usize,
    pub(crate) text_octets: u64,
}

impl Prior {
    pub(crate) fn of(entry: &Entry<'_>) -> Self {
        Self { state: entry.state(), text_octets: entry.text_octets() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_read_back() {
        for created in [None, Some(0), Some(-1), Some(1_500_000_000_000_000), Some(1_500_000_000_000_001)] {
            for state in STATES {
                let record = NameRecord {
                    name: "bücher.example".into(),
                    registrant: "R1".into(),
                    registrar: String::new(),
                    created: created.and_then(Created::from_microseconds),
                    state,
                    original: Some("bucher.example".into()),
                    table: created.map(|at| at.to_string()),
                    primary: created.is_some(),
                    exempted: created.is_none(),
                };
                let mut octets = Vec::new();
                push_record(&mut octets, &record.name, &record).unwrap();
                let mut back = NameRecord::default();
                Entry::read(&octets).unwrap().fill(&mut back);
                assert_eq!(back, record);
                for end in 0..octets.len() {
                    assert!(Entry::read(&octets[..end]).is_none(), "{end}");
                }
            }
        }
        let mut octets = Vec::new();
        push_removed(&mut octets, "a");
        assert!(Entry::read(&octets).unwrap().is_removed());
    }

    #[test]
    fn every_state_has_a_number() {
        assert!(NameState::ALL.iter().all(|state| STATES.contains(state)));
    }

    #[test]
    fn numbers_of_states_do_not_change() {
        let octets = |state| {
            let mut octets = Vec::new();
            push_record(&mut octets, "a", &NameRecord { state, ..NameRecord::default() }).unwrap();
            octets
        };
        let flags = STATES.map(|state| u16::from_le_bytes([octets(state)[2], octets(state)[3]]));
        assert_eq!(flags, [0, 1, 2, 3, 1 << 9]);
        // Numbers without a state are no entries.
        for number in 1..4 {
            let mut octets = octets(NameState::Mirrored);
            octets[2] |= number;
            assert!(Entry::read(&octets).is_none(), "{number}");
        }
    }

    #[test]
    fn texts_are_bounded() {
        let record = NameRecord { registrar: "r".repeat(MAX_TEXT + 1), ..NameRecord::default() };
        let error = push_record(&mut Vec::new(), "a", &record).unwrap_err();
        assert_eq!(error.to_string(), "a registrar of 65537 octets, expected at most 65536");
    }
}
