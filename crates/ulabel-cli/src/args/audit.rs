//! The arguments of `audit`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{BulkArguments, CheckerArguments, Format, among};

/// Audit the names of a zone or a list: what is found in them, what collides, what a change would do.
///
/// A zone file gives the names that it delegates: the owners of NS records but for its apex. Files may be compressed by gzip or
/// zstd. The report counts findings by code, with the first names as examples, and names by the kind, the scripts and the
/// tables of their first label; then names that are of one variant set and names that look alike, for which files are read
/// twice.
///
/// Exit status: 0 when no name is invalid, 1 when one is, 2 when the command could not be carried out.
#[derive(Debug, Args)]
pub(crate) struct AuditArguments {
    /// Files with names; `-`, and none, is standard input.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) input: InputArguments,

    /// Hold each name to the policy that is built in for its top-level domain, in place of one policy for all: `--tld auto`.
    #[command(flatten)]
    pub(crate) checker: CheckerArguments,

    /// A folder of policy files for `--tld auto`, before those that are built in.
    #[arg(long, value_name = "DIR", requires = "tld")]
    pub(crate) policies: Option<PathBuf>,

    /// Say what another policy would change, or another Unicode version: a policy file, the name of a policy that is built in,
    /// or `unicode=VERSION`.
    #[arg(long, value_name = "ID|FILE|unicode=VERSION")]
    pub(crate) against: Option<String>,

    /// Who holds the names, with the columns or members of `ulabel index build`: sets with several holders are told, with the
    /// name that was registered first as their primary.
    #[arg(long, value_name = "FILE")]
    pub(crate) owners: Option<PathBuf>,

    /// Write the names of sets with several holders to a file that `ulabel index build` takes in (CSV): all are exempted, and
    /// one is the primary.
    #[arg(long, value_name = "FILE", requires = "owners")]
    pub(crate) exempted: Option<PathBuf>,

    /// Write a row for each name that has something against it, with its file and line: .csv, .jsonl or
    /// .parquet, where codes are a list of strings.
    #[arg(long, value_name = "FILE")]
    pub(crate) details: Option<PathBuf>,

    /// Leave out what needs a second reading: names that collide.
    #[arg(long, conflicts_with = "owners")]
    pub(crate) summary_only: bool,

    /// Names and groups to tell as examples of each kind.
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub(crate) examples: usize,

    /// Memory for the keys of names that may collide, sixteen octets a name; what is beyond is sorted on the disk, in the
    /// folder for temporary files. K, M and G stand for powers of 1024.
    #[arg(long, value_name = "SIZE", default_value = "1G", value_parser = octets)]
    pub(crate) memory: usize,

    /// How to write the report; html is one page that needs nothing else, to be handed on.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json, Format::Html]))]
    pub(crate) format: Format,

    /// The date that the report states, in JSON and HTML; by default it states none.
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,

    #[command(flatten)]
    pub(crate) bulk: BulkArguments,
}

/// What files hold.
#[derive(Debug, Args)]
pub(crate) struct InputArguments {
    /// What the files hold. Without it the end of a name tells: .zone and .db, .csv and .tsv, .jsonl and .ndjson, each also
    /// with .gz or .zst, and .parquet; of any other file, and of standard input, the first octets tell Parquet, and else it
    /// is a list with a name a line.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) input_format: Option<InputKind>,

    /// The zone, for relative names of a zone file before its first $ORIGIN.
    #[arg(long, value_name = "NAME")]
    pub(crate) origin: Option<String>,

    /// The column of a CSV or Parquet file that holds the name, by its heading or its number from 1 on.
    #[arg(long, value_name = "COLUMN", default_value = "name")]
    pub(crate) column: String,

    /// The member of the objects of a JSON Lines file that holds the name.
    #[arg(long, value_name = "KEY", default_value = "name")]
    pub(crate) key: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputKind {
    /// A zone file (RFC 1035 §5.1).
    Zone,
    /// A name a line.
    List,
    /// Rows with a heading, and commas between cells.
    Csv,
    /// Rows with a heading, and tabs between cells.
    Tsv,
    /// An object a line.
    Jsonl,
    /// Parquet, with a column of strings or of octets.
    Parquet,
}

/// A number of octets.
fn octets(text: &str) -> Result<usize, String> {
    let (digits, shift) = match text.trim_end_matches(['B', 'b']).char_indices().next_back() {
        Some((end, 'K' | 'k')) => (text.get(..end), 10),
        Some((end, 'M' | 'm')) => (text.get(..end), 20),
        Some((end, 'G' | 'g')) => (text.get(..end), 30),
        _ => (Some(text), 0),
    };
    let number = digits.and_then(|digits| digits.parse::<usize>().ok());
    let octets = number.and_then(|number| number.checked_mul(1 << shift));
    octets.ok_or_else(|| "expected a number of octets, as 500M or 1G".into())
}
