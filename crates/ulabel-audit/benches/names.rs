//! Names as a zone has them, the same each time: 97 of 100 of ASCII, the others of many scripts; of 1,000, five are bad.

use std::io::{self, Write};

/// Letters that a label can be made of in any order.
const SCRIPTS: &[&str] = &[
    "aàáâãäåæbcçdeèéêëfghiìíîïjklmnñoòóôõöøpqrstuùúûüvwxyýÿz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह",
    "กขคฆงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหอฮ",
    "一丁七三上下不世中主久之九也乞亂了予事二互五些京人今介仕他付代令以",
    "가각간갈감갑강개거건걸검겁게격견결경계고곡곤골공과관광괴교구국군굴궁권",
    "あいうえおかきくけこさしすせそたちつてとなにぬねの",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփք",
    "கஙசஞடணதநபமயரலவழளறன",
];

/// Labels that no registry takes, and the code that says so: `{}` is a part that makes each another one.
pub(crate) const BAD: &[(&str, &str)] = &[
    ("-{}", "syntax.hyphen-start"),
    ("{}-", "syntax.hyphen-end"),
    ("a{}_b", "syntax.not-ldh"),
    ("xn--{}0", "ace.bad-punycode"),
    ("{}e\u{301}", "idna.not-nfc"),
    ("{}♥", "idna.disallowed"),
];

/// A number that looks as if by chance.
fn mix(number: u64) -> u64 {
    let mixed = (number ^ 0x5DEE_CE66_D1CE_4E5B).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ mixed >> 32
}

/// Makes labels.
pub(crate) struct Labels {
    scripts: Vec<Vec<char>>,
}

impl Labels {
    pub(crate) fn new() -> Self {
        Self { scripts: SCRIPTS.iter().map(|letters| letters.chars().collect()).collect() }
    }

    /// The label with this number, in Unicode; and which of [`BAD`] it is, if it is bad.
    pub(crate) fn label(&self, number: u64, out: &mut String) -> Option<usize> {
        out.clear();
        let mut state = mix(number);
        let mut next = |below: usize| {
            state = mix(state);
            (state % below as u64) as usize
        };
        let kind = next(1000);
        if kind < 5 {
            let bad = next(BAD.len());
            let part: String = base36(number);
            out.push_str(&BAD[bad].0.replace("{}", &part));
            return Some(bad);
        }
        if kind < 35 {
            let letters = &self.scripts[next(self.scripts.len())];
            let length = 3 + next(7);
            out.extend((0..length).map(|_| letters[next(letters.len())]));
            return None;
        }
        let length = 4 + next(14);
        const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyzaeiost";
        out.extend((0..length).map(|_| char::from(LETTERS[next(32)])));
        if next(8) == 0 {
            out.push_str(&base36(number % 1000));
        }
        None
    }
}

fn base36(number: u64) -> String {
    let mut rest = number;
    let mut text = Vec::new();
    loop {
        text.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[(rest % 36) as usize]);
        rest /= 36;
        if rest == 0 {
            break;
        }
    }
    text.reverse();
    String::from_utf8(text).expect("ASCII")
}

/// How many names were written, and how many of each of [`BAD`].
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) names: u64,
    pub(crate) bad: [u64; BAD.len()],
}

/// Writes so many names of a top-level domain, one a line; those that can be are in A-labels.
pub(crate) fn write_list(out: &mut impl Write, count: u64, tld: &str) -> io::Result<Written> {
    write(count, &mut |label, _| writeln!(out, "{label}.{tld}"))
}

/// Writes a zone file that delegates so many names, each to two servers.
#[allow(dead_code, reason = "not all who take this file write zones")]
pub(crate) fn write_zone(out: &mut impl Write, count: u64, tld: &str) -> io::Result<Written> {
    writeln!(out, "$TTL 172800\n{tld}.\t172800\tIN\tSOA\ta.nic.{tld}. hostmaster.nic.{tld}. (")?;
    writeln!(out, "\t\t\t2026112701 ; serial\n\t\t\t1800 900 604800 86400 )")?;
    writeln!(out, "{tld}.\t172800\tIN\tNS\ta.nic.{tld}.")?;
    let written = write(count, &mut |label, number| {
        // In a zone file U-labels are octets, and a blank is escaped; none of ours has one.
        let host = number % 5000;
        writeln!(out, "{label}.{tld}.\t172800\tIN\tNS\tns1.host{host}.example.")?;
        writeln!(out, "{label}.{tld}.\t172800\tIN\tNS\tns2.host{host}.example.")
    })?;
    Ok(written)
}

fn write(count: u64, line: &mut dyn FnMut(&str, u64) -> io::Result<()>) -> io::Result<Written> {
    let labels = Labels::new();
    let mut written = Written::default();
    let mut label = String::new();
    for number in 0..count {
        if let Some(bad) = labels.label(number, &mut label) {
            written.bad[bad] += 1;
        }
        let parsed = ulabel::Label::parse(&label);
        line(parsed.a_label().unwrap_or(&label), number)?;
        written.names += 1;
    }
    Ok(written)
}
