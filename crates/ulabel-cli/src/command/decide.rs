//! `decide`: may this registrant at this registrar have a name, beside the names that exist.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::json;
use ulabel::decision::{Decider, Decision, IndexKeys, Request, under_domain};
use ulabel::language::Messages;
use ulabel::view::{CsvRows, DecisionView};
use ulabel_index::Index;

use super::protocols::{MAX_EPP_NAMES, rdap, write_epp};
use crate::args::index::DecideArguments;
use crate::args::{Format, FormatArguments};
use crate::bulk::{Results, Run, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::{self, Batch, Place};
use crate::load;
use crate::output::{self, Presentation, Printer, ResultWriter};

/// Runs the command.
pub(crate) fn run(
    arguments: &DecideArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let (decider, index) = load::index(&arguments.index.index, &arguments.index.policy, env)?;
    let decider = Arc::new(decider);
    let input = input::open(&arguments.names, false, env)?;
    let printer = Printer::new(FormatArguments { format: arguments.format }, presentation);
    let writer = ResultWriter::new(arguments.format, DecisionView::<Messages>::HEADING);
    let run = Run { input, bulk: &arguments.bulk, writer, strict: false };
    let asks = Asker {
        registrant: arguments.registrant.clone(),
        registrar: arguments.registrar.clone(),
        is_aware: !arguments.unaware,
        look_alikes: !arguments.no_look_alikes,
    };
    let make_worker = || DecideLine {
        keys: decider.keys(),
        decider: decider.clone(),
        index: index.clone(),
        asks: asks.clone(),
        printer: printer.clone(),
    };
    if arguments.format == Format::Epp {
        return answer_in_epp(run.input, make_worker(), env);
    }
    Ok(run.work(env, make_worker)?.exit)
}

/// Writes one answer on all names.
fn answer_in_epp(input: input::Input, mut worker: DecideLine, env: &mut Env) -> Result<Exit, Failure> {
    let (mut decided, mut failure) = (Vec::new(), None);
    input.read(Batch::default(), |batch| {
        for line in batch.lines() {
            let one = asked(line).and_then(|asked| {
                let decision = worker.decide(&asked).map_err(|(_, reason)| reason)?;
                Ok((asked.name, decision))
            });
            match one {
                Ok(_) if decided.len() == MAX_EPP_NAMES => {
                    failure = Some(format!("expected at most {MAX_EPP_NAMES} names in one answer"));
                }
                Ok(one) => decided.push(one),
                Err(reason) => failure = Some(format!("{}: {reason}", ulabel::text::escape_bytes(line))),
            }
        }
        failure.is_none().then_some(batch)
    })?;
    if let Some(reason) = failure {
        return Err(Failure::new(reason));
    }
    write_epp(&decided, worker.asks.is_aware, &worker.printer.presentation.messages, env)?;
    Ok(if decided.iter().all(|(_, decision)| decision.available) { Exit::Valid } else { Exit::Invalid })
}

/// Who asks, unless a line says otherwise.
#[derive(Clone)]
struct Asker {
    registrant: Option<String>,
    registrar: Option<String>,
    is_aware: bool,
    look_alikes: bool,
}

/// A line that is an object.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    name: String,
    registrant: Option<String>,
    registrar: Option<String>,
    aware: Option<bool>,
    tld: Option<String>,
}

/// Decides on line after line.
struct DecideLine {
    decider: Arc<Decider>,
    index: Index,
    keys: IndexKeys,
    asks: Asker,
    printer: Printer,
}

impl Work for DecideLine {
    fn line(&mut self, line: &[u8], _: Option<Place<'_>>, results: &mut Results) {
        let decided = match asked(line) {
            Ok(asked) => self.decide(&asked).map(|decision| (asked.name, decision)),
            Err(reason) => Err((ulabel::text::escape_bytes(line), reason)),
        };
        match decided {
            Ok((input, decision)) => {
                results.tally.count(decision.verdict());
                if self.printer.format == Format::Rdap {
                    return self.print_rdap(&input, results);
                }
                self.print(&input, &decision, &mut results.stdout);
            }
            Err((input, reason)) => self.fail(&input, &reason, results),
        }
    }
}

impl DecideLine {
    fn decide(&mut self, asked: &Asked) -> Result<Decision, (String, String)> {
        let request = Request {
            registrant: asked.registrant.as_deref().or(self.asks.registrant.as_deref()),
            registrar: asked.registrar.as_deref().or(self.asks.registrar.as_deref()),
            is_aware: asked.aware.unwrap_or(self.asks.is_aware),
            look_alikes: self.asks.look_alikes,
            ..Request::new(&asked.name)
        };
        let decided = self.decider.decide_with(&request, &mut self.keys, &self.index);
        decided.map_err(|error| (asked.name.clone(), error.to_string()))
    }

    fn print(&self, input: &str, decision: &Decision, out: &mut Vec<u8>) {
        let view = decision.view(input, &*self.printer.presentation.messages);
        self.printer
            .print(&view, out, |presentation, out| output::decision(decision, &view, presentation, out));
    }

    fn print_rdap(&mut self, name: &str, results: &mut Results) {
        match rdap(&self.decider, &self.index, &mut self.keys, name) {
            Ok(object) => results.stdout.extend_from_slice(format!("{object}\n").as_bytes()),
            Err(reason) => self.fail(name, &reason, results),
        }
    }

    /// Keeps the place of an answer that cannot be given, and says why.
    fn fail(&self, input: &str, reason: &str, results: &mut Results) {
        results.tally.failed += 1;
        let style = self.printer.presentation.style;
        let message = format!("ulabel: {}: {}\n", style.escape(input), style.escape(reason));
        results.stderr.extend_from_slice(message.as_bytes());
        if matches!(self.printer.format, Format::Json | Format::Jsonl) {
            self.printer.print_json(&json!({ "input": input, "error": reason }), &mut results.stdout);
        }
    }
}

/// What a line asks: a name, or an object.
fn asked(line: &[u8]) -> Result<Asked, String> {
    let text =
        std::str::from_utf8(line).map_err(|error| format!("octet {} is not UTF-8", error.valid_up_to()))?;
    if !text.trim_start().starts_with('{') {
        return Ok(Asked { name: text.into(), ..Asked::default() });
    }
    let mut asked: Asked = serde_json::from_str(text).map_err(|error| error.to_string())?;
    asked.name = under_domain(&asked.name, asked.tld.as_deref());
    Ok(asked)
}
