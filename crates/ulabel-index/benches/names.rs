//! Names as a registry has them, the same each time.

use std::io::Write;
use std::path::Path;

use ulabel::Label;
use ulabel::decision::{Created, NameRecord};

pub(crate) struct Names;

const LATIN: &str = "aaaabccdeeeeeefghiiijklmnnnooopqrrrsstttuuvwxyz";
const CYRILLIC: &str = "аабвгдееежзиийклмнноооппрсстууфхцчшщюя";
const GREEK: &str = "ααβγδεεζηθιικλμννξοοπρσττυφχψω";
const ACCENTED: &str = "áàâäåæçéèêëíìîïñóòôöøúùûüýÿœšžłąęćń";

/// A number that looks as if by chance.
fn mix(number: u64) -> u64 {
    let mixed = (number ^ 0x5DEE_CE66_D1CE_4E5B).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ mixed >> 32
}

impl Names {
    pub(crate) fn new() -> Self {
        Self
    }

    /// The name with this number: seven of ten in Basic Latin, one with accents, one Cyrillic, one Greek.
    fn name(&self, number: u64) -> String {
        let mut state = mix(number);
        let mut next = |below: usize| {
            state = mix(state);
            (state % below as u64) as usize
        };
        let (letters, length) = match next(10) {
            0 => (CYRILLIC, 5 + next(8)),
            1 => (GREEK, 5 + next(8)),
            2 => (LATIN, 6 + next(10)),
            _ => (LATIN, 7 + next(26)),
        };
        let is_accented = length < 16 && next(8) == 0 && letters == LATIN;
        let pick = |letters: &str, number: usize| letters.chars().nth(number).unwrap_or('x');
        let count = letters.chars().count();
        let mut label: String = (0..length).map(|_| pick(letters, next(count))).collect();
        if is_accented {
            label.push(pick(ACCENTED, next(ACCENTED.chars().count())));
        }
        let label = Label::parse(&label);
        format!("{}.eu", label.a_label().unwrap_or_default())
    }

    fn record(&self, number: u64, holder: u64) -> NameRecord {
        let (registrar, registrant) = (mix(holder) % 2000, mix(holder + 1) % 5_000_000);
        NameRecord {
            name: self.name(number),
            registrar: format!("R-{registrar}"),
            registrant: format!("C{registrant:09}"),
            created: Created::from_microseconds(
                (1_100_000_000 + mix(number) % 700_000_000) as i64 * 1_000_000,
            ),
            ..NameRecord::default()
        }
    }

    /// A name under .ca of 40 letters, most of them vowels.
    pub(crate) fn wide_record(&self, number: u64) -> NameRecord {
        let mut state = mix(number);
        let mut label = String::from("e");
        for _ in 1..40 {
            state = mix(state);
            label.extend("aeiouaeiouaeiouc".chars().nth((state % 16) as usize));
        }
        NameRecord { name: format!("{label}.ca"), ..self.record(number, number) }
    }

    /// A record that exists with another holder, in no order.
    pub(crate) fn changed_record(&self, count: u64, at: u64) -> NameRecord {
        // A step that has no factor with the count visits each once.
        let number = (u128::from(at) * 7_368_787 % u128::from(count)) as u64;
        self.record(number, at + count)
    }

    pub(crate) fn existing(&self, count: u64, many: u64, seed: u64) -> Vec<String> {
        (0..many).map(|at| self.name(mix(at << 8 | seed) % count)).collect()
    }

    pub(crate) fn new_ones(&self, many: u64, seed: u64) -> Vec<String> {
        (0..many).map(|at| self.name(1 << 40 | at << 8 | seed)).collect()
    }

    pub(crate) fn write_csv(&self, path: &Path, count: u64) {
        let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
        writeln!(file, "name,registrant,registrar,created,state").unwrap();
        for number in 0..count {
            let NameRecord { name, registrant, registrar, created, state, .. } = self.record(number, number);
            writeln!(file, "{name},{registrant},{registrar},{},{state}", created.unwrap()).unwrap();
        }
        file.into_inner().unwrap().sync_all().unwrap();
    }
}
