//! The arguments of `lgr`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::Format;

/// Work on label generation rulesets: check, show, convert.
///
/// A label generation ruleset (LGR) is an XML file of RFC 7940, or an IDN table in one of the older text
/// formats of RFC 4290 and RFC 3743; which one it is, its content tells. `-` is standard input.
#[derive(Debug, Args)]
pub(crate) struct LgrArguments {
    #[command(subcommand)]
    pub(crate) command: LgrCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LgrCommand {
    Check(LgrCheckArguments),
    Show(LgrShowArguments),
    Convert(LgrConvertArguments),
}

/// Is an LGR sound? Every fault with its place and clause, and what there is in numbers.
///
/// An LGR that breaks a requirement of its format is not read any further, unless --lenient is given; one
/// that keeps them all is reviewed: symmetry and transitivity of variants, code points that IDNA2008
/// forbids, scripts outside the languages declared, actions that no label reaches, and more.
///
/// Exit status: 0 when no LGR has an error, 1 when at least one has, 2 when a file cannot be read.
#[derive(Debug, Args)]
pub(crate) struct LgrCheckArguments {
    /// LGRs to check.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: ReadingArguments,

    /// Count an LGR with a warning as a failure.
    #[arg(long)]
    pub(crate) strict: bool,

    /// How to write the results.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Format,
}

/// Show an LGR to people: metadata, repertoire, variant sets, classes, rules, actions.
///
/// With --format html it is one page that needs nothing else, made to be published. --lang chooses the
/// language of the headings.
#[derive(Debug, Args)]
pub(crate) struct LgrShowArguments {
    /// The LGR to show.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    #[command(flatten)]
    pub(crate) reading: ReadingArguments,

    /// How to show it.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: ShowFormat,
}

/// Write an LGR in another format; standard error names what that format cannot hold.
#[derive(Debug, Args)]
pub(crate) struct LgrConvertArguments {
    /// The LGR to convert.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The format to write.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: TableFormat,

    /// Write nothing when the format cannot hold all of the LGR, and end with status 2.
    #[arg(long)]
    pub(crate) lossless: bool,

    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
}

/// How an LGR is read.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct ReadingArguments {
    /// Leave out what breaks a requirement of the format, and what depends on it, and go on with the
    /// rest; what is left out is said.
    #[arg(long)]
    pub(crate) lenient: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For a terminal.
    Text,
    /// For programs.
    Json,
    /// One self-contained page.
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// RFC 7940, which loses nothing.
    Xml,
    /// A language variant table: `U+4E07(1);U+842C(2);U+842C(2)`.
    Rfc3743,
    /// A registry table: `U+00E4|U+0061-U+0065`.
    Rfc4290,
    /// One code point or sequence on a line: `U+0061 U+0301`.
    OnePerLine,
}

impl From<TableFormat> for ulabel::lgr::Format {
    fn from(format: TableFormat) -> Self {
        match format {
            TableFormat::Xml => Self::Xml,
            TableFormat::Rfc3743 => Self::Rfc3743,
            TableFormat::Rfc4290 => Self::Rfc4290,
            TableFormat::OnePerLine => Self::OnePerLine,
        }
    }
}
