//! How far a long run is, on standard error when that is a terminal.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::env::Env;

/// A run that is done by then shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// The bar of one run.
pub(crate) struct Progress {
    started: Instant,
    octets: Option<u64>,
    wanted: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// The bar for a run over `octets` of input, if anybody could see it.
    pub(crate) fn new(octets: Option<u64>, quiet: bool, env: &Env) -> Self {
        // Beside results on the same screen a bar would only be in the way.
        let wanted = !quiet && env.stderr_is_terminal && !env.stdout_is_terminal;
        Self { started: Instant::now(), octets, wanted, bar: None }
    }

    /// Shows how many octets of the input are done, and how many names.
    pub(crate) fn update(&mut self, octets: u64, names: u64) {
        if !self.wanted || self.started.elapsed() < PATIENCE {
            return;
        }
        let bar = self.bar.get_or_insert_with(|| make_bar(self.octets));
        bar.set_position(octets);
        bar.set_message(format!("{} names", crate::output::thousands(names)));
    }

    /// Takes the bar away, and returns how long the run took.
    pub(crate) fn finish(&self) -> Duration {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        self.started.elapsed()
    }
}

fn make_bar(octets: Option<u64>) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(octets, ProgressDrawTarget::stderr());
    let template = match octets {
        Some(_) => "{bar:40} {percent}% {msg}, {eta} left",
        None => "{spinner} {msg}, {elapsed}",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar
}
