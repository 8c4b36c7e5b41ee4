//! The arguments of `serve`.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};
use ulabel_server::serve::Address;

/// Serve over HTTP: names judged, and the routes of LGR Server.
///
/// Without policies, those that are built in are served, each made ready when it is first asked for, and a request
/// that names none asks IDNA2008 alone. With policies, only those are, and the first is asked where a request names none.
///
/// SIGHUP loads policies, tables and the index anew while requests go on; if the new ones have faults, the old ones stay.
/// SIGTERM and SIGINT end the service: what is accepted is answered first, for as long as --drain-time. There is no TLS:
/// put a proxy before it.
///
/// With --rulesets, the files SET/TAG.xml of a folder are served as LGR Server does, behind the routes of the service:
/// /{set}/{tag}/{label}, /{set}/{tag}/{label}/variants, /{set}/{tag}/{label}/{variant}, /heartbeat. The variables of LGR
/// Server count: LGR_SERVER_ADDR and LGR_SERVER_PORT where no address is given, LGR_SERVER_MAX_VARIANTS always.
///
/// Exit status: 0 after SIGTERM or SIGINT, 2 when the service cannot start; with --lgr-server-compat, 1 for a variable of
/// LGR Server that is no number, as LGR Server has it.
#[derive(Clone, Debug, Args)]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    pub(crate) addresses: AddressArguments,

    #[command(flatten)]
    pub(crate) sources: ServedArguments,

    /// Serve the rulesets of this folder, in it a folder for each set with files TAG.xml, as LGR Server does.
    #[arg(long, value_name = "DIR")]
    pub(crate) rulesets: Option<PathBuf>,

    /// Answer as LGR Server does also where it is wrong. Its routes are alone at its address then (LGR_SERVER_ADDR and
    /// LGR_SERVER_PORT, 0.0.0.0:8080 without them); those of the service are at --listen and --unix, if given.
    #[arg(long, requires = "rulesets")]
    pub(crate) lgr_server_compat: bool,

    #[command(flatten)]
    pub(crate) limits: LimitArguments,

    /// How to write the log, on standard error.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) log: LogChoice,

    /// What to log of each request; paths hold labels.
    #[arg(long, value_name = "WHAT", default_value = "routes")]
    pub(crate) log_requests: RequestLogChoice,
}

/// Where the service listens, and who may change things.
#[derive(Clone, Debug, Args)]
pub(crate) struct AddressArguments {
    /// Listen at an address, 127.0.0.1:8080 without any. May be given more than once.
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub(crate) listen: Vec<Address>,

    /// Listen at a unix socket with these permissions, 660 without. May be given more than once.
    #[cfg(unix)]
    #[arg(long, value_name = "PATH[,mode=OCTAL]", value_parser = Address::unix)]
    pub(crate) unix: Vec<Address>,

    /// Listen at a unix socket of which every client may change what is served: give it narrow permissions, such as
    /// mode=600. May be given more than once.
    #[cfg(unix)]
    #[arg(long, value_name = "PATH[,mode=OCTAL]", value_parser = Address::unix)]
    pub(crate) change_unix: Vec<Address>,

    /// Let requests change what is served that show the token in this file: Authorization: Bearer TOKEN.
    #[arg(long, value_name = "FILE")]
    pub(crate) change_token_file: Option<PathBuf>,
}

/// What is served.
#[derive(Clone, Debug, Args)]
pub(crate) struct ServedArguments {
    /// Serve the policy that is built in for this country-code top-level domain. May be given more than once.
    #[arg(long, value_name = "TLD")]
    pub(crate) tld: Vec<String>,

    /// Serve the policy of a file, or one that is built in, by its name. May be given more than once.
    #[arg(long, value_name = "ID|FILE")]
    pub(crate) policy: Vec<String>,

    /// Serve also all policies that are built in.
    #[arg(long)]
    pub(crate) builtin: bool,

    /// Decide beside the names of this index (`ulabel index build`), under the policy that it was made under.
    #[arg(long, value_name = "DIR")]
    pub(crate) index: Option<PathBuf>,
}

/// The limits that an operator may want other than they are.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Limits")]
pub(crate) struct LimitArguments {
    /// Connections at a time; further ones get 503.
    #[arg(long, value_name = "N", default_value = "1024")]
    pub(crate) max_connections: NonZeroUsize,

    /// Requests worked on at a time; further ones get 503.
    #[arg(long, value_name = "N", default_value = "512")]
    pub(crate) max_requests: NonZeroUsize,

    /// Octets of the body of a request.
    #[arg(long, value_name = "OCTETS", default_value = "1048576")]
    pub(crate) max_body: NonZeroUsize,

    /// Labels in one request.
    #[arg(long, value_name = "N", default_value = "10000")]
    pub(crate) max_labels: NonZeroUsize,

    /// Seconds until the head of a request is there; idle connections are closed after them.
    #[arg(long, value_name = "SECONDS", default_value = "15", value_parser = seconds)]
    pub(crate) head_time: Duration,

    /// Seconds for a whole request.
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    pub(crate) request_time: Duration,

    /// Seconds for work without a bound of its own: variants, explanations.
    #[arg(long, value_name = "SECONDS", default_value = "5", value_parser = seconds)]
    pub(crate) work_time: Duration,

    /// Threads for such work; by default as many as there are processors.
    #[arg(long, value_name = "N")]
    pub(crate) workers: Option<NonZeroUsize>,

    /// Seconds for requests to end when the service stops.
    #[arg(long, value_name = "SECONDS", default_value = "20", value_parser = seconds)]
    pub(crate) drain_time: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogChoice {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
    /// No log.
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RequestLogChoice {
    /// Nothing.
    Nothing,
    /// Method, route, status, time.
    Routes,
    /// That, and the path.
    Paths,
}

/// A positive number of seconds, with a fraction or without, of a day at most.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: Option<f64> = text.parse().ok().filter(|seconds| (0.001..=86_400.0).contains(seconds));
    seconds.map(Duration::from_secs_f64).ok_or_else(|| "expected seconds, from 0.001 to 86400".into())
}
