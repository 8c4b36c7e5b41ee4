//! The one definition of the arguments: parser, help, manual page and completions all come from it.

pub(crate) mod audit;
pub(crate) mod index;
pub(crate) mod lgr;
pub(crate) mod serve;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use ulabel::Report;
use ulabel::language::Language;
use ulabel::unicode::{UNICODE_VERSION, Version};

use crate::command::policy::PolicyCommandArguments;
use crate::exit;
use crate::selection::{CodeChoice, code_choice};
use crate::style::ColorChoice;

/// Tells a domain registry whether an internationalized label may be registered, and which rule says so.
#[derive(Debug, Parser)]
#[command(name = "ulabel", version, after_help = exit::HELP, max_term_width = 100)]
pub(crate) struct Arguments {
    /// When to use colours.
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub(crate) color: ColorChoice,

    /// The language of sentences; by default that of LC_ALL, LC_MESSAGES or LANG, or else English.
    #[arg(long, value_name = "LANGUAGE", global = true, value_parser = language_parser())]
    pub(crate) lang: Option<Language>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(CheckArguments),
    Explain(ExplainArguments),
    Convert(ConvertArguments),
    Tables(TablesArguments),
    Variants(lgr::VariantsArguments),
    Collide(lgr::CollideArguments),
    Audit(audit::AuditArguments),
    Key(lgr::KeyArguments),
    Lgr(lgr::LgrArguments),
    Policy(PolicyCommandArguments),
    Where(WhereArguments),
    Decide(index::DecideArguments),
    Index(index::IndexArguments),
    Serve(serve::ServeArguments),

    /// Write the completions of a shell to standard output.
    Completions {
        /// The shell.
        shell: Shell,
    },

    /// Write the manual page to standard output, or those of all commands into a folder.
    Man {
        /// The folder, made when it is absent.
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
}

/// Judge names: the verdict and every finding.
///
/// Names come as arguments, from files or from standard input, one a line. Every line is a name, an
/// empty one too; a byte order mark at the start and a carriage return at the end of a line are taken
/// off. Bytes that are not UTF-8 are a finding, and never end a run. A line of more than 8,192 octets is
/// cut there; what remains is too long to be a name all the same.
///
/// Without a policy and rulesets, IDNA2008 alone is asked. Of a name a policy judges the label that is registered:
/// the one right before the longest suffix of the policy, `example` in www.example.co.uk; a name that is itself a
/// suffix, by its first label. A name under another domain is a finding.
///
/// Of a name from a file or from standard input each format tells the place: as text `FILE:LINE:` before it, as JSON the
/// members `file` and `line`, as CSV the last two columns; `-` is standard input. As CSV there is a row for each finding,
/// and one for a name without any.
#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) run: RunArguments,

    /// Each line holds an A-label and a U-label (or names of them), in this order, with white space
    /// between; as arguments, two belong together. They must be the same label.
    #[arg(long)]
    pub(crate) pair: bool,

    #[command(flatten)]
    pub(crate) checker: CheckerArguments,

    #[command(flatten)]
    pub(crate) compare: CompareArguments,

    /// Hold names also against those of an index (`ulabel index build`), for nobody in particular; needs --tld or
    /// --policy.
    #[arg(long, value_name = "DIR", requires = "one-policy", conflicts_with = "pair")]
    pub(crate) index: Option<PathBuf>,

    /// The names are those of hosts and owners of records: labels such as `_dmarc` (RFC 8552), and `*` as the first
    /// (RFC 4592), are not judged; the other labels are. The last label of a name always is.
    #[arg(long, conflicts_with = "index")]
    pub(crate) hosts: bool,

    /// Write only names with this verdict; may be given more than once, or several with commas between them. The summary
    /// and the exit status count all names.
    #[arg(long, value_name = "VERDICT", value_delimiter = ',')]
    pub(crate) only: Vec<VerdictChoice>,

    /// Write only names with a finding of this family or code, such as `idna` or `policy.not-in-table`; may be given more
    /// than once, or several with commas between them. With --only both must hold.
    #[arg(long, value_name = "FAMILY[.CODE]", value_delimiter = ',', value_parser = code_choice)]
    pub(crate) code: Vec<CodeChoice>,

    /// Count a name that needs a review as a failure.
    #[arg(long)]
    pub(crate) strict: bool,

    /// Write only how many names are valid, need a review, are invalid, and how many have a finding of each code.
    #[arg(long)]
    pub(crate) summary_only: bool,
}

/// Explain names, code point by code point, with every finding in full sentences.
///
/// The page is made to be sent to the person who asked for the name. A way out is checked before it is
/// offered. As CSV the rows are those of `check`, without the place of a name.
#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    #[command(flatten)]
    pub(crate) run: RunArguments,

    #[command(flatten)]
    pub(crate) checker: CheckerArguments,

    #[command(flatten)]
    pub(crate) compare: CompareArguments,

    /// Hold names also against those of an index (`ulabel index build`), for nobody in particular; needs --tld or
    /// --policy.
    #[arg(long, value_name = "DIR", requires = "one-policy")]
    pub(crate) index: Option<PathBuf>,
}

/// Where may a label be registered? One answer for each policy: its top-level domain, the verdict, the main reason.
///
/// Labels come as arguments, from files or from standard input, one a line; a dot in a label is a character like another.
/// A policy says all that it finds in `check`.
///
/// Exit status: 0 when every label can be registered somewhere, 1 when one cannot, 2 when the command could not be carried
/// out.
#[derive(Debug, Args)]
pub(crate) struct WhereArguments {
    #[command(flatten)]
    pub(crate) run: RunArguments,

    /// A policy file, the name of a policy that is built in, its top-level domain or ISO 3166-1 code; may be given more than
    /// once, or several with commas between them. `all`, the default, is what all registries take that are built in.
    #[arg(long, value_name = "ID|FILE", value_delimiter = ',', default_value = "all")]
    pub(crate) policy: Vec<String>,

    /// Only policies with this verdict.
    #[arg(long, value_name = "VERDICT")]
    pub(crate) verdict: Option<VerdictChoice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum VerdictChoice {
    Valid,
    Review,
    Invalid,
}

impl From<VerdictChoice> for ulabel::Verdict {
    fn from(choice: VerdictChoice) -> Self {
        match choice {
            VerdictChoice::Valid => Self::Valid,
            VerdictChoice::Review => Self::Review,
            VerdictChoice::Invalid => Self::Invalid,
        }
    }
}

/// Convert names to A-labels, to U-labels, to Normalization Form C.
///
/// A name that is not valid has no other form, and is not converted. As text there is a line for each
/// name, an empty one for a name that could not be converted; the reason goes to standard error.
#[derive(Debug, Args)]
pub(crate) struct ConvertArguments {
    #[command(flatten)]
    pub(crate) run: RunArguments,

    /// The form to convert to.
    #[arg(long, value_name = "FORM")]
    pub(crate) to: Target,

    /// Map names first as browsers do (UTS #46): to lower case, to NFC, other full stops to U+002E.
    /// Without it nothing is mapped, as in registration, and only U+002E separates labels.
    #[arg(long)]
    pub(crate) map: bool,

    #[command(flatten)]
    pub(crate) checker: CheckerArguments,
}

/// Print the derived property of RFC 5892 of every code point.
///
/// The registry at IANA ends at Unicode 12.0; this goes on. As CSV a row is `first,last,value`, hexadecimal
/// and inclusive.
#[derive(Debug, Args)]
pub(crate) struct TablesArguments {
    /// The Unicode version, 5.2 to 18.0.
    #[arg(long, value_name = "VERSION", default_value_t = UNICODE_VERSION, value_parser = unicode_version)]
    pub(crate) unicode: Version,

    /// Print instead what differs between two Unicode versions.
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"], value_parser = unicode_version, conflicts_with = "unicode")]
    pub(crate) changes: Option<Vec<Version>>,

    /// How to write the results.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json, Format::Csv]))]
    pub(crate) format: Format,
}

/// Where names come from, how they are worked on, and how the results are written.
#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    #[command(flatten)]
    pub(crate) names: NamesArguments,

    #[command(flatten)]
    pub(crate) format: FormatArguments,

    #[command(flatten)]
    pub(crate) bulk: BulkArguments,
}

/// Where names come from.
#[derive(Debug, Args)]
pub(crate) struct NamesArguments {
    /// Names to look at; without any, and without --file, they are read from standard input.
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<OsString>,

    /// Read names from a file, one a line; `-` is standard input. May be given more than once.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) file: Vec<PathBuf>,
}

impl NamesArguments {
    /// Names from files alone.
    pub(crate) fn of_files(files: &[PathBuf]) -> Self {
        Self { names: Vec::new(), file: files.to_vec() }
    }
}

/// A policy.
#[derive(Clone, Debug, Args)]
#[group(id = "one-policy", multiple = false)]
pub(crate) struct PolicyArguments {
    /// The policy that is built in for a country-code top-level domain, by its U-label, its A-label or the
    /// ISO 3166-1 code of the territory; see `policy list`.
    #[arg(long, value_name = "TLD")]
    pub(crate) tld: Option<String>,

    /// A policy file, or the name of a policy that is built in.
    #[arg(long, value_name = "ID|FILE")]
    pub(crate) policy: Option<String>,
}

/// The rules that a name is held to: IDNA2008, and those of a policy and of rulesets if there are any.
#[derive(Clone, Debug, Args)]
pub(crate) struct CheckerArguments {
    #[command(flatten)]
    pub(crate) policy: PolicyArguments,

    /// The protocol of RFC 5891: `registration` (§4, the default without a policy), or the more permissive
    /// `lookup` (§5).
    #[arg(long, value_name = "PROTOCOL")]
    pub(crate) protocol: Option<Protocol>,

    /// The Unicode version that decides which code points are assigned, 5.2 to 18.0 (the default without
    /// a policy).
    #[arg(long, value_name = "VERSION", value_parser = unicode_version)]
    pub(crate) unicode: Option<Version>,

    #[command(flatten)]
    pub(crate) rulesets: lgr::RulesetArguments,
}

/// Advice that is given beside the findings.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct CompareArguments {
    /// Report also what UTS #46, the mapping that browsers apply, makes of each label.
    #[arg(long)]
    pub(crate) compare_uts46: bool,

    /// Report also whether Chrome and Firefox would show each label in Unicode, and which step says no.
    /// The top-level domain is that of --tld, or else the last label of the name.
    #[arg(long)]
    pub(crate) display: bool,
}

impl CompareArguments {
    /// Adds the advice asked for to a report.
    pub(crate) fn advise(self, report: &mut Report, tld: Option<&str>) {
        if self.compare_uts46 {
            report.compare_uts46();
        }
        if self.display {
            report.advise_display(tld);
        }
    }
}

/// How results are written.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct FormatArguments {
    /// How to write the results.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json, Format::Jsonl, Format::Csv]))]
    pub(crate) format: Format,
}

/// How work on many names is done.
#[derive(Debug, Args)]
pub(crate) struct BulkArguments {
    /// How many threads to work with; by default as many as there are processors. The order of the
    /// results is that of the names whatever it is.
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// Write no summary line and no progress bar to standard error.
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Protocol {
    Registration,
    Lookup,
}

impl From<Protocol> for ulabel::Protocol {
    fn from(protocol: Protocol) -> Self {
        match protocol {
            Protocol::Registration => Self::Registration,
            Protocol::Lookup => Self::Lookup,
        }
    }
}

/// The formats of results; each command has some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// One JSON array or object.
    Json,
    /// JSON Lines: one object a line.
    Jsonl,
    /// Rows, with a heading line.
    Csv,
    /// One page that needs nothing else.
    Html,
    /// An answer of EPP (RFC 5731, and the draft extension for variant sets).
    Epp,
    /// Members of an RDAP domain, one object a line (RFC 9083 §5.3).
    Rdap,
    /// A deposit of names that are no domains (RFC 9022 §5.6).
    Rde,
    /// Parquet, for engines of tables.
    Parquet,
}

/// Accepts one of these formats; help lists no others.
pub(crate) fn among(formats: &[Format]) -> impl TypedValueParser<Value = Format> {
    let values = formats.iter().filter_map(ValueEnum::to_possible_value);
    PossibleValuesParser::new(values).try_map(|name| Format::from_str(&name, false))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    /// The form of the DNS.
    ALabel,
    /// The form of people.
    ULabel,
    /// Normalization Form C, whether the name is valid or not.
    Nfc,
}

fn language_parser() -> impl TypedValueParser<Value = Language> {
    let tags = Language::ALL.iter().map(|language| language.tag());
    PossibleValuesParser::new(tags)
        .try_map(|tag| Language::from_tag(&tag).ok_or("not a language of this program"))
}

pub(crate) fn unicode_version(text: &str) -> Result<Version, String> {
    let version: Version = text.parse().map_err(|error| format!("{error}"))?;
    version.published().ok_or_else(|| {
        let versions: Vec<String> = Version::idna2008().map(|version| version.to_string()).collect();
        format!("not a version with a derived property; there are {}", versions.join(", "))
    })
}
