//! The laws on histories by chance, more of them with `ULABEL_HISTORIES`.

use crate::laws;

struct Random(u64);

impl Random {
    fn octets(&mut self, count: usize) -> Vec<u8> {
        let octet = |_| {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 40) as u8
        };
        (0..count).map(octet).collect()
    }
}

fn count() -> u64 {
    std::env::var("ULABEL_HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(150)
}

#[test]
fn histories_agree_with_the_model() {
    for seed in 0..count() {
        laws::history_agrees_with_model(&Random(seed).octets(40 + seed as usize * 7 % 900));
    }
}

#[test]
fn damage_is_found() {
    for seed in 0..20 * count() {
        let mut data = Random(seed).octets(5 + 3 * (seed as usize % 3));
        data[1] = data[1].max((seed % 3) as u8);
        laws::damage_is_found(&data);
    }
    // Each octet of each file.
    for file in 0..4 {
        for place in 0..1600_u16 {
            let [low, high] = place.to_le_bytes();
            laws::damage_is_found(&[file, 2, low, high, 1 << (place % 8)]);
        }
    }
    laws::damage_is_found(&[0, 0]);
}

/// Replays what the fuzzer once found, and its seeds.
#[test]
fn seeds_and_regressions_pass() {
    let fuzz = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    type Law = fn(&[u8]);
    let targets =
        [("index_file", laws::damage_is_found as Law), ("index_history", laws::history_agrees_with_model)];
    for (name, run) in targets {
        assert!(fuzz.join("seeds").join(name).exists(), "{name} has seeds");
        for folder in ["seeds", "regressions"] {
            for file in std::fs::read_dir(fuzz.join(folder).join(name)).into_iter().flatten() {
                run(&std::fs::read(file.unwrap().path()).unwrap());
            }
        }
    }
}
