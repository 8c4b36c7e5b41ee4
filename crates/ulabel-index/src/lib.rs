//! An index of the names that exist, on disk: the store from which registration decisions read.
//!
//! An index has the [record](ulabel::decision::NameRecord) of each name, and finds it by the coarse key and by the wide
//! skeleton of another ([`NameStore`](ulabel::decision::NameStore)). It is [built](build) from many records at once,
//! [read](Index) by any number of processes, and changed by one [writer](IndexWriter) as the registry works.
//!
//! # Guarantees
//!
//! - When [`IndexWriter::apply`] returns, the changes are on the disk, all of them. Killed before that, or without
//!   power, the index has all of them or none; so it is with [`build`], [`rebuild`] and all that a writer does by itself.
//!   A reader may see a group a moment before it is durable.
//! - Readers see one state until they [refresh](Index::refresh), and never wait. Two writers there are not: the second
//!   is told.
//! - An index of an earlier format is read. The first writer that opens it says so in the manifest, and from then on
//!   programs which know the earlier format alone refuse it.
//! - A file that is cut short, of another index, of a later version, or made under other tables is refused when the
//!   index is opened. All that is read is held to a checksum; [`verify`] reads everything.
//! - Hashes are keyed with a seed of the index, so that nobody can register names which fall together.
//! - Memory does not grow with the names, but for filters (about three octets a name, read when first asked) and for
//!   the log (16,384 names unless [`WriterOptions`] say otherwise). A merge needs as much free room as what it
//!   merges, the whole index at most.
//!
//! # Files
//!
//! An index is a folder:
//!
//! | file | holds |
//! |---|---|
//! | `manifest` | magic, version, id of the index, digest (SHA-256) of all that keys depend on, the seed, the policy, which other files count, and how many names there are; replaced whole, by renaming |
//! | `00000001.names` | records in the order of the hashes of their coarse keys, in blocks of about 24; where blocks begin; a filter |
//! | `00000001.skeletons` | hashes of wide skeletons with those of coarse keys, likewise |
//! | `00000001.log` | changes since: a frame with a checksum for each group, synced before it is said to be stored |
//! | `lock` | nothing; the writer has it locked |
//!
//! Names and skeletons of one number are a segment. The log is replayed into memory when the index is opened. When
//! it has enough names it is written as a new segment, and a thread merges segments that are of about one size; so
//! there are few of them, and each record is written few times. A look-up asks memory, then the filter of each
//! segment, and reads a block where a filter says so. The coarse key itself is not stored: the exact test decides.
//!
//! # Why not a store that exists
//!
//! Two million names of about 24 octets on two cores; the other stores were measured with values of 16 octets and no
//! keys to be made, which the figures of this crate include:
//!
//! | | this crate | redb 4.6 | LMDB (heed 0.23) | fjall 3.1 | fst 0.4 with a log |
//! |---|--:|--:|--:|--:|--:|
//! | one look-up, median | 3.2 µs | 3.1 µs | 2.1 µs | 7.1 µs | 2.1 µs |
//! | durable in groups of 1,000, a name | 19 µs, merges too | 75 µs | 48 µs | 6.5 µs | 1 to 4 µs, no merges |
//! | other processes may read | yes | since 4.5 | yes | no | yes |
//! | open without `unsafe` | yes | yes | no | yes | no |
//! | opening after a kill | 6 to 12 ms | 260 to 420 ms; 4 ms with slower commits | 0.1 ms | | |
//!
//! A B-tree pays a page of 4 KiB for nearly every name of a group, since names that come together lie far apart;
//! fjall is read by one process; an fst takes too long to build. Sorted files that do not change, with a log before
//! them, meet all that is asked for.
//!
//! # Figures
//!
//! `cargo bench -p ulabel-index`: ten million names under the three tables of `.eu`, 716 MB of CSV, on two cores with
//! other work beside; the floor is the same work without an index, in the same run.
//!
//! | | asked | found | floor |
//! |---|--:|--:|--:|
//! | build, from CSV, durable | 40 s | 23.5 s | 1.3 s to copy the input |
//! | octets a name beside names and holders, built | 48 | 34.8 | |
//! | the same after a fifth was replaced | 100 | 46.0 | |
//! | open; with a full log | 20 ms | 0.04 ms; 5.6 ms | |
//! | decide, a name that exists: median, 99 % | 10, 60 µs | 8.1, 17 µs | 1.3, 2.7 µs to read a block |
//! | decide, a name in no set: median | 3 µs | 2.1 µs | |
//! | durable in groups of 1,000, a name, over two million | 20 µs | 18.8 µs | 4.0 µs to append |
//! | durable, one alone: median | 2 ms | 4.0 ms | 4.0 ms: what this disk takes to sync |
//! | verify | | 14 s | |
#![forbid(unsafe_code)]

mod build;
mod chunks;
mod entry;
mod error;
pub mod files;
mod filter;
mod folder;
mod hash;
mod index;
pub mod input;
mod log;
mod manifest;
mod merge;
mod merges;
mod octets;
mod overlay;
mod rebuild;
mod section;
mod segment;
mod state;
mod stats;
mod verify;
mod view;
mod writer;

pub use build::{BuildOptions, BuildReport, build, build_in};
pub use entry::MAX_TEXT;
pub use error::{IndexError, Result};
pub use index::{Index, Records};
pub use rebuild::{Moved, RebuildReport, SetChange, rebuild, rebuild_in};
pub use stats::Stats;
pub use verify::{MAX_FAULTS, VerifyReport, verify, verify_in};
pub use writer::{Change, IndexWriter, Outcome, WriterOptions};
