//! Colours, and text from outside as it may stand on a terminal.

use std::borrow::Cow;
use std::fmt;

use anstyle::{AnsiColor, Style as Ansi};
use clap::ValueEnum;
use ulabel::{Severity, Verdict};
use unicode_width::UnicodeWidthStr;

use crate::env::Env;

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal, unless the variable NO_COLOR is set or TERM is `dumb`.
    #[default]
    Auto,
    /// Always; text from outside is escaped as for a terminal.
    Always,
    /// Never.
    Never,
}

/// How a stream is written to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    has_color: bool,
    /// True if a person reads it: then what is invisible or hostile is shown as `\u{…}`. Pipes and files get
    /// every octet as it is.
    escapes: bool,
}

impl Style {
    pub(crate) fn of_stdout(choice: ColorChoice, env: &Env) -> Self {
        let terminal = env.stdout_is_terminal;
        let has_color = match choice {
            ColorChoice::Auto => terminal && wants_color(env),
            ColorChoice::Always => true,
            ColorChoice::Never => false,
        };
        Self { has_color, escapes: terminal || has_color }
    }

    /// Standard error has no colours of ours; a terminal is protected all the same.
    pub(crate) const fn of_stderr(env: &Env) -> Self {
        Self { has_color: false, escapes: env.stderr_is_terminal }
    }

    /// Text from outside, safe to show where a person reads it.
    pub(crate) fn escape<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.escapes { ulabel::text::escape(text) } else { Cow::Borrowed(text) }
    }

    /// The name of a verdict in its colour.
    pub(crate) fn verdict<'a>(&self, verdict: Verdict, name: &'a str) -> Painted<'a> {
        self.paint(
            name,
            match verdict {
                Verdict::Valid => AnsiColor::Green.on_default(),
                Verdict::Review => AnsiColor::Yellow.on_default(),
                Verdict::Invalid => AnsiColor::Red.on_default().bold(),
            },
        )
    }

    /// The name of a severity in its colour.
    pub(crate) fn severity<'a>(&self, severity: Severity, name: &'a str) -> Painted<'a> {
        self.paint(
            name,
            match severity {
                Severity::Info => AnsiColor::Blue.on_default(),
                Severity::Warning => AnsiColor::Yellow.on_default(),
                Severity::Error => AnsiColor::Red.on_default().bold(),
            },
        )
    }

    /// A heading, or what matters most in a line.
    pub(crate) fn strong<'a>(&self, text: &'a str) -> Painted<'a> {
        self.paint(text, Ansi::new().bold())
    }

    /// Text that a reader may pass over.
    pub(crate) fn faint<'a>(&self, text: &'a str) -> Painted<'a> {
        self.paint(text, Ansi::new().dimmed())
    }

    fn paint<'a>(&self, text: &'a str, style: Ansi) -> Painted<'a> {
        Painted { text, style: if self.has_color { style } else { Ansi::new() } }
    }
}

/// True if a terminal may be coloured when nobody said so.
pub(crate) fn wants_color(env: &Env) -> bool {
    env.variable("NO_COLOR").is_none() && env.variable("TERM").is_none_or(|term| term != "dumb")
}

/// A piece of text in a colour. A width in a format is one of terminal columns, and counts the text alone.
pub(crate) struct Painted<'a> {
    text: &'a str,
    style: Ansi,
}

/// Text as it is, to be written in a column.
pub(crate) const fn cell(text: &str) -> Painted<'_> {
    Painted { text, style: Ansi::new() }
}

impl fmt::Display for Painted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, style } = self;
        let padding = f.width().map_or(0, |width| width.saturating_sub(text.width()));
        write!(f, "{style}{text}{:padding$}{style:#}", "")
    }
}
