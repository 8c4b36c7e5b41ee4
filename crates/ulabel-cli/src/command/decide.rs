//! `decide`: may this registrant at this registrar have a name, beside the names that exist.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::json;
use ulabel::decision::{Decider, Decision, IndexKeys, Request};
use ulabel::language::Messages;
use ulabel::view::{CsvRows, DecisionView};
use ulabel_index::Index;

use crate::args::index::DecideArguments;
use crate::args::{Format, FormatArguments};
use crate::bulk::{Results, Run, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::{self, Presentation, Printer, ResultWriter};
use crate::{input, load};

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
    let ended = run.work(env, || DecideLine {
        keys: decider.keys(),
        decider: decider.clone(),
        index: index.clone(),
        asks: asks.clone(),
        printer: printer.clone(),
    })?;
    Ok(ended.exit)
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
    fn line(&mut self, line: &[u8], results: &mut Results) {
        let decided = match asked(line) {
            Ok(asked) => self.decide(&asked).map(|decision| (asked.name, decision)),
            Err(reason) => Err((ulabel::text::escape_bytes(line), reason)),
        };
        match decided {
            Ok((input, decision)) => {
                results.tally.count(decision.verdict());
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
        self.printer.print(&view, out, |presentation, out| output::decision(decision, &view, presentation, out));
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
    let text = std::str::from_utf8(line).map_err(|error| format!("octet {} is not UTF-8", error.valid_up_to()))?;
    if !text.trim_start().starts_with('{') {
        return Ok(Asked { name: text.into(), ..Asked::default() });
    }
    let mut asked: Asked = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if let Some(tld) = asked.tld.take().filter(|_| !asked.name.contains('.')) {
        asked.name = format!("{}.{}", asked.name, tld.trim_matches('.'));
    }
    Ok(asked)
}
