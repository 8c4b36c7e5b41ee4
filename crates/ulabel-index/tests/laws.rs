//! The laws. Tests and fuzz targets call the same functions.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use ulabel::decision::{Created, Decider, IndexKeys, NameRecord, NameState, NameStore, NamesInMemory};
use ulabel::policy::builtin;
use ulabel_index::files::{Files, MemoryFiles};
use ulabel_index::{Change, Index, IndexWriter, Outcome, WriterOptions, verify_in};

const FOLDER: &str = "index";

fn decider() -> &'static Decider {
    static DECIDER: OnceLock<Decider> = OnceLock::new();
    DECIDER.get_or_init(|| Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap())
}

fn options(names_in_log: usize) -> WriterOptions {
    let mut options = WriterOptions::default();
    options.names_in_log = names_in_log;
    options.merges_beside = false;
    options
}

/// Choices, made by octets; when they are used up, by a generator that begins with them.
struct Choices<'d> {
    data: &'d [u8],
    state: u64,
}

impl<'d> Choices<'d> {
    fn new(data: &'d [u8]) -> Self {
        let state = data.iter().fold(0x9E37_79B9_7F4A_7C15, |state: u64, octet| {
            (state ^ u64::from(*octet)).wrapping_mul(0x0100_0000_01B3)
        });
        Self { data, state: state | 1 }
    }

    fn is_over(&self) -> bool {
        self.data.is_empty()
    }

    fn next(&mut self) -> u8 {
        if let Some((octet, rest)) = self.data.split_first() {
            self.data = rest;
            return *octet;
        }
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 24) as u8
    }

    fn below(&mut self, most: u8) -> u8 {
        self.next() % most
    }
}

/// A few names, many of which are variants of each other or look alike.
fn name(choices: &mut Choices<'_>) -> String {
    const LETTERS: [char; 8] = ['a', 'e', 'é', 'è', 'o', 'l', '1', 'ê'];
    let octet = choices.next();
    let letters = [octet & 7, octet >> 3 & 7, octet >> 6].map(|number| LETTERS[usize::from(number)]);
    let label: String = letters.iter().collect();
    match choices.below(4) {
        0 => label,
        1 => label.to_ascii_uppercase(),
        _ => format!("{label}.ca"),
    }
}

fn record(choices: &mut Choices<'_>) -> NameRecord {
    let octet = choices.next();
    NameRecord {
        name: name(choices),
        registrant: format!("R{}", octet & 3),
        registrar: "registrar".repeat(usize::from(octet >> 2 & 3)),
        created: (octet & 16 != 0).then(|| Created::from_microseconds(i64::from(octet) * 500_000)).flatten(),
        state: NameState::ALL[usize::from(octet) % NameState::ALL.len()],
        original: (octet & 128 != 0).then(|| "original.ca".into()),
        table: (octet & 64 != 0).then(|| "table".into()),
        primary: octet & 4 != 0,
        exempted: octet & 8 != 0,
    }
}

/// The slow model: records by name.
#[derive(Clone, Debug, Default, PartialEq)]
struct Model(BTreeMap<String, NameRecord>);

impl Model {
    fn apply(&mut self, keys: &mut IndexKeys, changes: &[Change]) -> Vec<Outcome> {
        let outcomes = changes.iter().map(|change| match change {
            Change::Put(record) => {
                keys.take(&record.name);
                let record = NameRecord { name: keys.name().into(), ..record.clone() };
                match self.0.insert(record.name.clone(), record) {
                    Some(_) => Outcome::Replaced,
                    None => Outcome::Added,
                }
            }
            Change::Remove(name) => {
                keys.take(name);
                match self.0.remove(keys.name()) {
                    Some(_) => Outcome::Removed,
                    None => Outcome::Absent,
                }
            }
        });
        outcomes.collect()
    }

    /// Holds an index to the model: all records, all look-ups.
    fn compare(&self, index: &Index, keys: &mut IndexKeys) {
        let found = index.records().unwrap().map(|record| record.map(|record| (record.name.clone(), record)));
        let found: BTreeMap<_, _> = found.map(Result::unwrap).collect();
        assert_eq!(found, self.0);
        assert_eq!(index.len(), self.0.len() as u64);
        let stats = index.stats();
        for (state, count) in stats.names {
            assert_eq!(
                count,
                self.0.values().filter(|record| record.state == state).count() as u64,
                "{state}"
            );
        }
        let mut memory = NamesInMemory::new();
        for record in self.0.values() {
            keys.take(&record.name);
            memory.put(keys, record.clone());
        }
        for name in self.0.keys().map(String::as_str).chain(["aaa", "ooo.ca", "nothing.ca"]) {
            keys.take(name);
            assert_eq!(index.get(name).unwrap().as_ref(), self.0.get(keys.name()));
            assert_eq!(by_coarse_key(index, keys.coarse_key()), by_coarse_key(&memory, keys.coarse_key()));
            let skeleton = keys.wide_skeleton();
            assert_eq!(by_skeleton(index, &skeleton), by_skeleton(&memory, &skeleton));
        }
    }
}

fn by_coarse_key<S: NameStore<Error: std::fmt::Debug>>(store: &S, key: &str) -> Vec<NameRecord> {
    let mut found = Vec::new();
    store.with_coarse_key(key, &mut |record| found.push(record.clone())).unwrap();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn by_skeleton<S: NameStore<Error: std::fmt::Debug>>(store: &S, skeleton: &str) -> Vec<NameRecord> {
    let mut found = Vec::new();
    let each = &mut |record: &NameRecord| {
        found.push(record.clone());
        true
    };
    store.with_wide_skeleton(skeleton, each).unwrap();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn group(choices: &mut Choices<'_>) -> Vec<Change> {
    let count = 1 + choices.below(5);
    (0..count)
        .map(|_| match choices.below(3) {
            0 => Change::Remove(name(choices)),
            _ => Change::Put(record(choices)),
        })
        .collect()
}

/// Plays a history of changes, and holds the index to the model; the power may be cut at any moment, and the disk may
/// be full for a time.
pub(crate) fn history_agrees_with_model(data: &[u8]) {
    let mut choices = Choices::new(data);
    let mut files = MemoryFiles::new();
    files.create_folder(Path::new("")).unwrap();
    let open = |files: &MemoryFiles, choices: &mut Choices<'_>| {
        let names_in_log = 1 + usize::from(choices.below(12));
        IndexWriter::open_in(Arc::new(files.clone()), FOLDER, decider(), options(names_in_log))
    };
    let created = IndexWriter::create_in(Arc::new(files.clone()), FOLDER, decider(), options(4)).unwrap();
    let mut writer = created;
    let mut reader = Index::open_in(Arc::new(files.clone()), FOLDER, decider()).unwrap();
    let mut keys = decider().keys();
    let mut model = Model::default();
    while !choices.is_over() {
        match choices.below(16) {
            0 => {
                writer.flush().unwrap();
                model.compare(&writer.index(), &mut keys);
            }
            1 => writer.compact().unwrap(),
            2 => {
                drop(writer);
                writer = open(&files, &mut choices).unwrap();
                model.compare(&writer.index(), &mut keys);
            }
            3 => {
                reader.refresh().unwrap();
                model.compare(&reader, &mut keys);
            }
            4 => {
                let report = verify_in(Arc::new(files.clone()), FOLDER, decider()).unwrap();
                assert_eq!((report.names, report.faults), (model.0.len() as u64, vec![]));
            }
            5 => {
                files.limit_room(Some(u64::from(choices.next()) * 8));
                let changes = group(&mut choices);
                let mut next = model.clone();
                let outcomes = next.apply(&mut keys, &changes);
                match writer.apply(&changes) {
                    Ok(found) => {
                        assert_eq!(found, outcomes);
                        model = next;
                    }
                    Err(error) => assert!(error.to_string().contains("full"), "{error}"),
                }
                let _ = writer.flush();
                files.limit_room(None);
                model.compare(&writer.index(), &mut keys);
            }
            6 => {
                files.fail_power_after(u64::from(choices.below(24)));
                let mut perhaps = model.clone();
                loop {
                    let changes = group(&mut choices);
                    perhaps.apply(&mut keys, &changes);
                    if writer.apply(&changes).is_err() {
                        break;
                    }
                    model = perhaps.clone();
                    if choices.below(4) == 0 && writer.compact().is_err() {
                        perhaps = model.clone();
                        break;
                    }
                }
                drop(writer);
                files = files.after_power_cut(&mut || choices.below(2) == 0);
                writer = open(&files, &mut choices).unwrap();
                reader = writer.index();
                // The group that was being stored is there whole, or not at all.
                if reader.len() != model.0.len() as u64 || records(&reader) != model.0 {
                    model = perhaps;
                }
                model.compare(&reader, &mut keys);
            }
            _ => {
                let changes = group(&mut choices);
                let outcomes = model.apply(&mut keys, &changes);
                assert_eq!(writer.apply(&changes).unwrap(), outcomes);
            }
        }
    }
    model.compare(&writer.index(), &mut keys);
    reader.refresh().unwrap();
    model.compare(&reader, &mut keys);
    let report = verify_in(Arc::new(files), FOLDER, decider()).unwrap();
    assert_eq!(report.faults, Vec::<String>::new());
}

fn records(index: &Index) -> BTreeMap<String, NameRecord> {
    let records = index.records().unwrap().map(Result::unwrap);
    records.map(|record| (record.name.clone(), record)).collect()
}

/// The files of a small index, which is the same each time but for its seed.
fn sample() -> &'static [(String, Vec<u8>)] {
    static FILES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let files = MemoryFiles::new();
        let shared: Arc<dyn Files> = Arc::new(files.clone());
        let mut writer = IndexWriter::create_in(shared, FOLDER, decider(), options(50)).unwrap();
        for number in 0..70 {
            let record = NameRecord { name: format!("name{number}.ca"), ..NameRecord::default() };
            writer.apply(&[Change::Put(record)]).unwrap();
        }
        drop(writer);
        let names = files.list(Path::new(FOLDER)).unwrap();
        let octets = |name: &String| files.octets(&Path::new(FOLDER).join(name)).unwrap();
        names.iter().filter(|name| *name != "lock").map(|name| (name.clone(), octets(name))).collect()
    })
}

/// Changes a file of an index, and reads what there is: an index that is damaged is refused or told to be by `verify`,
/// and nothing panics. The first octet chooses the file; then follow changes, of three octets each (place and value),
/// or, with the second octet zero, the file itself.
pub(crate) fn damage_is_found(data: &[u8]) {
    let Some((chosen, rest)) = data.split_first() else { return };
    let Some((mode, rest)) = rest.split_first() else { return };
    let sample = sample();
    let files = MemoryFiles::new();
    files.create_folder(Path::new(FOLDER)).unwrap();
    let mut is_changed = false;
    for (number, (name, octets)) in sample.iter().enumerate() {
        let mut changed = octets.clone();
        if number == usize::from(*chosen) % sample.len() {
            match mode {
                0 => changed = rest.into(),
                1 => changed
                    .truncate(rest.first().map_or(0, |octet| changed.len() * usize::from(*octet) / 256)),
                _ => {
                    for change in rest.chunks_exact(3) {
                        let place = usize::from(u16::from_le_bytes([change[0], change[1]])) % changed.len();
                        changed[place] ^= change[2];
                    }
                }
            }
        }
        is_changed |= changed != *octets;
        files.put(&Path::new(FOLDER).join(name), changed);
    }
    let files: Arc<dyn Files> = Arc::new(files);
    match Index::open_in(files.clone(), FOLDER, decider()) {
        Err(error) => assert!(is_changed, "{error}"),
        Ok(index) => {
            for name in ["name1.ca", "name69.ca", "other.ca"] {
                let _ = index.get(name);
                let _ = index.with_wide_skeleton(name, &mut |_| true);
            }
            let _ = index.records().map(|records| records.take(1000).for_each(drop));
            let report = verify_in(files, FOLDER, decider()).unwrap();
            // What only the log has, and its last group, can be lost with it: that is a torn one.
            let is_of_log = sample[usize::from(*chosen) % sample.len()].0.ends_with(".log");
            assert!(!is_changed || is_of_log || !report.faults.is_empty());
        }
    }
}
