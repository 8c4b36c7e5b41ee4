//! The arguments of `lgr`, and of what is done with labels under rulesets.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand, ValueEnum};

use super::{BulkArguments, Format, FormatArguments, NamesArguments, PolicyArguments, RunArguments, among};

/// Work on label generation rulesets: check, show, convert.
///
/// A label generation ruleset (LGR) is an XML file of RFC 7940, or an IDN table in one of the older text
/// formats of RFC 4290 and RFC 3743; the content shows which one it is. `-` is standard input.
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
    /// LGRs to check; of a policy, all its tables are checked, or the one that --table chooses.
    #[arg(value_name = "FILE", required_unless_present = "one-policy", conflicts_with = "one-policy")]
    pub(crate) files: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) source: SourceArguments,

    /// Count an LGR with a warning as a failure.
    #[arg(long)]
    pub(crate) strict: bool,

    #[command(flatten)]
    pub(crate) format: FormatArguments,
}

/// Show an LGR to people: metadata, repertoire, variant sets, classes, rules, actions.
///
/// With --format html it is one page that needs nothing else, made to be published. --lang chooses the
/// language of the headings.
#[derive(Debug, Args)]
pub(crate) struct LgrShowArguments {
    /// The LGR to show.
    #[arg(value_name = "FILE", required_unless_present = "one-policy", conflicts_with = "one-policy")]
    pub(crate) file: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) source: SourceArguments,

    /// How to write the results.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json, Format::Html]))]
    pub(crate) format: Format,
}

/// Write an LGR in another format; standard error names what that format cannot hold.
#[derive(Debug, Args)]
pub(crate) struct LgrConvertArguments {
    /// The LGR to convert.
    #[arg(value_name = "FILE", required_unless_present = "one-policy", conflicts_with = "one-policy")]
    pub(crate) file: Option<PathBuf>,

    /// The format to write.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: TableFormat,

    /// Write nothing when the format cannot hold all of the LGR, and end with status 2.
    #[arg(long)]
    pub(crate) lossless: bool,

    #[command(flatten)]
    pub(crate) source: SourceArguments,
}

/// A policy whose tables to work on in place of files, and how files are read.
#[derive(Clone, Debug, Args)]
pub(crate) struct SourceArguments {
    #[command(flatten)]
    pub(crate) policy: PolicyArguments,

    /// The table of the policy, by its name.
    #[arg(long, value_name = "ID", requires = "one-policy")]
    pub(crate) table: Option<String>,

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

    /// Leave the variants of a table of RFC 4290 as they are written: without type, one way. Without this they are
    /// blocked, both ways, since the format says neither to whom a variant may go nor whether the way back
    /// holds.
    #[arg(long)]
    pub(crate) variants_as_written: bool,
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

/// The rulesets that labels are held to.
#[derive(Clone, Debug, Args)]
#[command(group = ArgGroup::new("reading-lgr").args(["lenient", "variants_as_written"]).multiple(true).requires("lgr"))]
pub(crate) struct RulesetArguments {
    /// A label generation ruleset, as for `ulabel lgr`, or a folder of them: its .xml and .txt files in the
    /// order of their names. May be given more than once: a label must then
    /// fit one of them whole, and its variants are those of all of them. In a name that ends in a
    /// domain that the rulesets are for, the label right before it is held to them; in any other name,
    /// every label.
    #[arg(long, value_name = "FILE")]
    pub(crate) lgr: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
}

/// The rulesets that labels are held to, or a policy with its tables.
#[derive(Clone, Debug, Args)]
pub(crate) struct TablesOfArguments {
    #[command(flatten)]
    pub(crate) rulesets: RulesetArguments,

    #[command(flatten)]
    pub(crate) policy: PolicyArguments,
}

/// Rulesets come from files or from a policy.
fn one_source() -> ArgGroup {
    ArgGroup::new("tables").args(["lgr", "tld", "policy"])
}

/// List the variants of labels under a ruleset, and count them.
///
/// Each name is one label, as a U-label or an A-label. The counts by disposition are exact, however many
/// there are, and do not depend on what is listed. Variants that are `invalid` are no variants, and a
/// label that is not eligible has none.
///
/// Exit status: 0 when every label is eligible, 1 when one is not, 2 when the command could not be
/// carried out.
#[derive(Debug, Args)]
#[command(group = one_source().required(true))]
pub(crate) struct VariantsArguments {
    #[command(flatten)]
    pub(crate) run: RunArguments,

    #[command(flatten)]
    pub(crate) tables: TablesOfArguments,

    /// List only those that can be allocated.
    #[arg(long)]
    pub(crate) allocatable: bool,

    /// How many variants of a label to list at most; 0 lists none.
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(crate) limit: usize,
}

/// Find names that collide: by the variants of rulesets, or as look-alikes, by skeleton.
///
/// Two names collide if one is in the variant set of the other, or both are in that of a third name, over
/// all rulesets. Without --against, the names of a list that such pairs connect (or that share a skeleton)
/// are written group by group. With --against, each name of the list is a candidate, and the existing names
/// that it collides with are written: `variant`, it is a variant of the name, with the disposition;
/// `has-variant`, the name is a variant of it; `shared-original`, a third name has both as variants;
/// `undecided`, the bounds of time were reached. A name that comes twice does not collide with itself.
///
/// Exit status: 0 when nothing collides, 1 when something does, 2 when the command could not be carried
/// out.
#[derive(Debug, Args)]
#[command(group = one_source())]
pub(crate) struct CollideArguments {
    /// Files with the names, one a line; `-`, and none, is standard input.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) tables: TablesOfArguments,

    /// Find look-alikes by their skeletons (UTS #39 §4); with rulesets, as well as by variants.
    #[arg(long, required_unless_present_any = ["tables", "wide_skeleton"])]
    pub(crate) skeleton: bool,

    /// Find look-alikes also where they differ in marks alone, or in letters that add to one of Basic Latin: é and e,
    /// U+0262 and g.
    #[arg(long)]
    pub(crate) wide_skeleton: bool,

    /// Existing names, one a line, that those of FILE are candidates against.
    #[arg(long, value_name = "FILE")]
    pub(crate) against: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) format: FormatArguments,

    #[command(flatten)]
    pub(crate) bulk: BulkArguments,
}

/// Write the coarse key, the index label and the skeleton of each name, for a database column.
///
/// Names that collide by variants have the same coarse key; names that have the same need not collide, so that
/// `collide` tests those further. Names with the same skeleton look alike. The index label of RFC 7940 is a
/// value to show: with sequences or contexts, names that collide can have different ones. Without rulesets
/// there is neither coarse key nor index label; a name whose labels are not all in the rulesets has no index label.
/// As text a line is the input, the name in Unicode, the coarse key, the index label and the skeleton with tabs
/// between. As Parquet the columns are `input`, `name`, `coarse_key`, `index_label` and `skeleton`, strings, with null where
/// there is none.
#[derive(Debug, Args)]
#[command(group = one_source())]
pub(crate) struct KeyArguments {
    #[command(flatten)]
    pub(crate) names: NamesArguments,

    /// How to write the results.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json, Format::Jsonl, Format::Csv, Format::Parquet]))]
    pub(crate) format: Format,

    /// The file to write, with --format parquet; it gets its name when it is whole.
    #[arg(long, value_name = "FILE", required_if_eq("format", "parquet"))]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) bulk: BulkArguments,

    #[command(flatten)]
    pub(crate) tables: TablesOfArguments,
}
