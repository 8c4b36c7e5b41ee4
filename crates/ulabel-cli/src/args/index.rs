//! The arguments of `decide` and `index`: names beside those that exist.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{BulkArguments, Format, FormatArguments, NamesArguments, PolicyArguments, among};

/// May this registrant at this registrar have a name, beside the names that exist?
///
/// An index holds the names that exist and who has them (`ulabel index build`). The answer is available or not, the
/// status in the words of the EPP extension for variant sets, the primary name of the set, the reason with its clause,
/// which EPP command registers the name, what it looks like, and what would make it possible.
///
/// Names come as arguments, from files or from standard input, one a line; a line may be a JSON object with `name`,
/// `registrant`, `registrar`, `aware` and `tld`. A label alone is one under the domain of the policy. Without --tld and
/// --policy the policy is the one that the index was made under, if that is built in.
///
/// Exit status: 0 when every name is available, 1 when one is not, 2 when the command could not be carried out.
#[derive(Debug, Args)]
pub(crate) struct DecideArguments {
    #[command(flatten)]
    pub(crate) names: NamesArguments,

    #[command(flatten)]
    pub(crate) index: ExistingArguments,

    /// For whom the name is; without it, as in an EPP check, nobody in particular.
    #[arg(long, value_name = "ID")]
    pub(crate) registrant: Option<String>,

    /// The registrar that asks.
    #[arg(long, value_name = "ID")]
    pub(crate) registrar: Option<String>,

    /// The client does not speak the EPP extension for variant sets.
    #[arg(long)]
    pub(crate) unaware: bool,

    /// Do not look for names that a name looks like.
    #[arg(long)]
    pub(crate) no_look_alikes: bool,

    /// How to write the results.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json, Format::Jsonl, Format::Csv, Format::Epp, Format::Rdap]))]
    pub(crate) format: Format,

    #[command(flatten)]
    pub(crate) bulk: BulkArguments,
}

/// Names that exist, and the policy that they stand under.
#[derive(Clone, Debug, Args)]
pub(crate) struct ExistingArguments {
    /// The index of existing names, a folder that `index build` makes.
    #[arg(long, value_name = "DIR")]
    pub(crate) index: PathBuf,

    #[command(flatten)]
    pub(crate) policy: PolicyArguments,
}

/// Keep an index of the names that exist: build it, change it, ask it.
///
/// An index is a folder. It holds of each name who has it and since when, and finds the names of one variant set and
/// those that look alike under the tables of one policy. A change is on the disk when the command ends; one process
/// can change an index while any number of others read it.
#[derive(Debug, Args)]
pub(crate) struct IndexArguments {
    #[command(subcommand)]
    pub(crate) command: IndexCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum IndexCommand {
    /// Make an index of records: CSV with a heading line, JSON Lines, or names one a line.
    ///
    /// The columns, or members, are name, registrant, registrar, created, state (registered, withheld, blocked,
    /// mirrored, pending-transfer), original, table, primary, exempted; all but the name may be left out.
    Build {
        /// The folder to make; it must not be there.
        #[arg(value_name = "DIR")]
        index: PathBuf,

        #[command(flatten)]
        policy: PolicyArguments,

        #[command(flatten)]
        records: RecordsArguments,
    },

    /// Add records, each durable before the next is read: those of new names, and the new ones of names that are there.
    Add {
        #[command(flatten)]
        existing: ExistingIndexArguments,

        #[command(flatten)]
        records: RecordsArguments,
    },

    /// Remove names; one that is not there is told.
    Remove {
        #[command(flatten)]
        existing: ExistingIndexArguments,

        #[command(flatten)]
        names: NamesArguments,
    },

    /// Change records of names that are there; one that is not there is told, and nothing is added.
    Update {
        #[command(flatten)]
        existing: ExistingIndexArguments,

        #[command(flatten)]
        records: RecordsArguments,
    },

    /// Write the records of names; without a name, all of them.
    Query {
        #[command(flatten)]
        existing: ExistingIndexArguments,

        /// The names, in either form.
        #[arg(value_name = "NAME")]
        names: Vec<String>,

        /// How to write the results; `rde` writes all names that are no domains, those that the policy
        /// withholds too, with the tables of the policy.
        #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json, Format::Jsonl, Format::Csv, Format::Rde]))]
        format: Format,

        #[command(flatten)]
        deposit: DepositArguments,
    },

    /// What an index holds, and what it takes on the disk.
    Stats {
        /// The folder of the index.
        #[arg(value_name = "DIR")]
        index: PathBuf,

        /// How to write the results.
        #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json]))]
        format: Format,
    },

    /// Prove that an index is whole: every checksum, the order of entries, every key made again.
    Verify {
        #[command(flatten)]
        existing: ExistingIndexArguments,
    },

    /// Make the keys of an index again under changed tables or another policy, and write which names move: those that
    /// become one set, and those that are one no longer.
    ///
    /// The index is the old one until the new one is whole. Exit status: 0 when no set changes, 1 when one does.
    Rebuild {
        /// The folder of the index.
        #[arg(value_name = "DIR")]
        index: PathBuf,

        #[command(flatten)]
        policy: PolicyArguments,

        /// The policy that the index was made under, a file or the name of one that is built in. Without it the old sets
        /// are known by coarse keys only.
        #[arg(long, value_name = "ID|FILE")]
        old: Option<String>,

        #[command(flatten)]
        format: FormatArguments,
    },
}

/// What an escrow deposit says beside its contents (RFC 8909, RFC 9022).
#[derive(Clone, Debug, Args)]
pub(crate) struct DepositArguments {
    /// Of a deposit: its identifier, of at most 13 letters and digits.
    #[arg(long, value_name = "ID", default_value = "ulabel")]
    pub(crate) deposit_id: String,

    /// Of a deposit: the moment that it tells of; by default now.
    #[arg(long, value_name = "TIME")]
    pub(crate) watermark: Option<String>,

    /// Of a deposit: where a table is published; `{table}` stands for its name.
    #[arg(long, value_name = "URL")]
    pub(crate) table_url: Option<String>,

    /// Of a deposit: where the rules of registration are published.
    #[arg(long, value_name = "URL")]
    pub(crate) policy_url: Option<String>,

    /// Of a deposit: a folder for the files of the CSV model.
    #[arg(long, value_name = "DIR")]
    pub(crate) csv_files: Option<PathBuf>,
}

/// An index as the first argument, and the policy that it stands under.
#[derive(Clone, Debug, Args)]
pub(crate) struct ExistingIndexArguments {
    /// The folder of the index.
    #[arg(value_name = "DIR")]
    pub(crate) index: PathBuf,

    #[command(flatten)]
    pub(crate) policy: PolicyArguments,
}

/// Records, from a file or from standard input.
#[derive(Clone, Debug, Args)]
pub(crate) struct RecordsArguments {
    /// The file; `-`, or none, is standard input.
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,

    /// The format of the records; by default that of the extension of the file, or of the first line.
    #[arg(long = "from", value_name = "FORMAT")]
    pub(crate) from: Option<RecordFormat>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RecordFormat {
    /// A heading line, then a record a line.
    Csv,
    /// One object a line.
    Jsonl,
    /// One name a line, without more.
    List,
}
