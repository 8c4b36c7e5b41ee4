//! `serve`: the service of `ulabel-server`, with what arguments name.

use std::path::Path;

use ulabel_server::lgr_server::{Environment, EnvironmentError, LgrServerOptions};
use ulabel_server::logs::{self, LogFormat};
use ulabel_server::serve::{Address, Binding, run_process};
use ulabel_server::{AppOptions, Face, Limits, LoadError, RequestLog, Token};

use crate::args::serve::{AddressArguments, LimitArguments, LogChoice, RequestLogChoice, ServeArguments};
use crate::env::{Env, Notes};
use crate::exit::{Exit, Failure};
use crate::{files, load};

/// Octets of a file with a token, at most.
const MAX_TOKEN_OCTETS: u64 = 4096;

/// Runs the command, until the process is told to stop.
pub(crate) fn run(arguments: &ServeArguments, env: &mut Env) -> Result<Exit, Failure> {
    let environment = match Environment::read(|name| env.variable(name)) {
        Ok(environment) => environment,
        Err(error) if arguments.lgr_server_compat => {
            env.note(&format!("ulabel: {}", told(&error)));
            return Ok(Exit::Invalid);
        }
        Err(error) => return Err(Failure::new(told(&error))),
    };
    let mut options = AppOptions::default();
    options.limits = limits(&arguments.limits);
    options.access.token = arguments.addresses.change_token_file.as_deref().map(token).transpose()?;
    options.lgr_server =
        arguments.rulesets.as_deref().map(|folder| rulesets(folder, arguments, environment)).transpose()?;
    options.request_log = match arguments.log_requests {
        RequestLogChoice::Nothing => RequestLog::Nothing,
        RequestLogChoice::Routes => RequestLog::Routes,
        RequestLogChoice::Paths => RequestLog::Paths,
    };
    start_log(arguments.log)?;
    let bindings = bindings(arguments, environment);
    let sources = arguments.sources.clone();
    let load = move || {
        let notes = Notes::default();
        let served = load::served(&sources, &mut Env::apart(&notes));
        let notes = notes.take();
        match served {
            Ok(served) => {
                if !notes.is_empty() {
                    tracing::warn!("{}", notes.trim_end());
                }
                Ok(served)
            }
            Err(failure) => Err(LoadError(format!("{notes}{failure}"))),
        }
    };
    run_process(load, options, bindings).map_err(|error| Failure::new(error.to_string()))?;
    Ok(Exit::Valid)
}

/// A variable may hold anything.
fn told(error: &EnvironmentError) -> String {
    ulabel::text::escape(&error.to_string()).into_owned()
}

fn limits(arguments: &LimitArguments) -> Limits {
    let mut limits = Limits::default();
    limits.connections = arguments.max_connections.get();
    limits.requests = arguments.max_requests.get();
    limits.body_octets = arguments.max_body.get();
    limits.labels = arguments.max_labels.get();
    limits.head_time = arguments.head_time;
    limits.request_time = arguments.request_time;
    limits.work_time = arguments.work_time;
    limits.drain_time = arguments.drain_time;
    limits.workers = arguments.workers.unwrap_or(limits.workers);
    limits
}

fn token(file: &Path) -> Result<Token, Failure> {
    let text = files::text(file, MAX_TOKEN_OCTETS)?;
    Token::new(text.trim()).ok_or_else(|| {
        Failure::new(format!(
            "{} has no token, expected at least {} letters, digits or -._~+/=",
            file.display(),
            Token::MIN_LEN
        ))
    })
}

fn rulesets(
    folder: &Path,
    arguments: &ServeArguments,
    environment: Environment,
) -> Result<LgrServerOptions, Failure> {
    if !folder.is_dir() {
        return Err(Failure::new(format!("cannot read {}: it is no folder", folder.display())));
    }
    Ok(LgrServerOptions {
        rulesets: folder.into(),
        max_variants: environment.max_variants(),
        is_compatible: arguments.lgr_server_compat,
    })
}

fn start_log(choice: LogChoice) -> Result<(), Failure> {
    let format = match choice {
        LogChoice::None => return Ok(()),
        LogChoice::Text => LogFormat::Text,
        LogChoice::Json => LogFormat::Json,
    };
    logs::to_stderr(format, tracing::Level::INFO).map_err(|error| Failure::new(error.to_string()))
}

/// The addresses, and what is served at each.
fn bindings(arguments: &ServeArguments, environment: Environment) -> Vec<Binding> {
    let AddressArguments { listen, .. } = &arguments.addresses;
    let is_compatible = arguments.lgr_server_compat;
    let face = if is_compatible { Face::Own } else { Face::All };
    let own = |address: &Address| Binding::new(address.clone(), face);
    let mut bindings: Vec<Binding> = listen.iter().map(own).collect();
    #[cfg(unix)]
    {
        let AddressArguments { unix, change_unix, .. } = &arguments.addresses;
        bindings.extend(unix.iter().map(own));
        bindings.extend(change_unix.iter().map(own).map(Binding::trusted));
    }
    let tcp = |face, address| Binding::new(Address::Tcp(address), face);
    if is_compatible {
        bindings.push(tcp(Face::LgrServer, environment.address_or_default()));
    } else if !bindings.iter().any(|binding| !binding.trusted) {
        let address = environment.address().unwrap_or_else(|| ([127, 0, 0, 1], 8080).into());
        bindings.push(tcp(Face::All, address));
    }
    bindings
}
