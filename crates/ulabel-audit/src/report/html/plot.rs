//! Plots as SVG. Widths are in per cent, so that letters keep their size on every screen; on pages from right to left they
//! are mirrored. Patterns say what colours say.

use maud::{Markup, html as markup};
use ulabel::language::{Language, Messages, Text, TextArgument, Word};
use ulabel::text::excerpt;

/// Bars of a plot at most, and columns.
const MAX_BARS: usize = 12;
const MAX_COLUMNS: usize = 100;
/// Characters of a label at most.
const MAX_LABEL: usize = 36;
/// The height of a bar with its label above it, and of columns, in pixels.
const ROW: usize = 36;
const HEIGHT: f64 = 180.0;
/// What is left free beside columns: for figures before them, for half a year after them, in per cent.
const BEFORE: f64 = 16.0;
const AFTER: f64 = 4.0;

/// A bar, a column or a piece of a stack.
pub(super) struct Bar {
    pub(super) label: String,
    pub(super) names: u64,
    /// Its class, which tells its colour and pattern.
    pub(super) class: &'static str,
}

/// What plots have in common.
pub(super) struct Plot<'a> {
    pub(super) id: &'static str,
    pub(super) title: &'a str,
    pub(super) messages: &'a Messages,
}

impl Plot<'_> {
    /// Pieces of one bar, which together are the whole.
    pub(super) fn stack(&self, bars: &[Bar]) -> Markup {
        let whole = bars.iter().map(|bar| bar.names).sum::<u64>().max(1);
        let mut before = 0;
        let pieces = bars.iter().filter(|bar| bar.names > 0).map(|bar| {
            let (from, width) = (percent(before, whole), percent(bar.names, whole));
            before += bar.names;
            markup! {
                g {
                    title { (self.told(bar)) }
                    rect class=(bar.class) x=(self.left_of(from, width)) y="2" width=(Percent(width)) height="36" {}
                }
            }
        });
        let pieces: Vec<Markup> = pieces.collect();
        self.figure(40, bars, &[], &markup! { @for piece in &pieces { (piece) } })
    }

    /// Bars one below the other, the greatest first.
    pub(super) fn bars(&self, all: &[Bar]) -> Markup {
        let bars = all.get(..MAX_BARS).unwrap_or(all);
        let scale = Scale::of(bars);
        let bottom = bars.len() * ROW;
        let ticks = if scale.is_logarithmic { scale.ticks() } else { Vec::new() };
        let height = bottom + if ticks.is_empty() { 0 } else { 18 };
        let content = markup! {
            (self.upright_lines(&scale, &ticks, bottom))
            @for (n, bar) in bars.iter().enumerate() {
                @let width = 100.0 * scale.at(bar.names);
                g {
                    title { (self.told(bar)) }
                    text x=(self.left_of(0.0, 0.0)) y=(n * ROW + 14) { (excerpt(&bar.label, MAX_LABEL)) }
                    text.count x=(self.left_of(100.0, 0.0)) y=(n * ROW + 14) text-anchor="end" {
                        (self.messages.number(bar.names))
                    }
                    rect class=(bar.class) x=(self.left_of(0.0, width)) y=(n * ROW + 19) width=(Percent(width)) height="12" {}
                }
            }
        };
        let notes = self.notes(&scale, bars.len(), all.len());
        self.figure(height, bars, &notes, &content)
    }

    /// Lines of a logarithmic scale, with figures below.
    fn upright_lines(&self, scale: &Scale, ticks: &[u64], bottom: usize) -> Markup {
        // So few that they stand side by side on a narrow screen.
        let step = ticks.len().div_ceil(4).max(1);
        markup! {
            @for (n, tick) in ticks.iter().enumerate() {
                @let at = self.left_of(100.0 * scale.at(*tick), 0.0);
                line.line x1=(at) x2=(at) y1="0" y2=(bottom) {}
                @if n % step == 0 {
                    // A figure at the end of the plot would be cut off.
                    @let anchor = if scale.at(*tick) > 0.9 { "end" } else { "middle" };
                    text.tick x=(at) y=(bottom + 14) text-anchor=(anchor) { (self.messages.number(*tick)) }
                }
            }
        }
    }

    /// Columns side by side, in the order of time.
    pub(super) fn columns(&self, all: &[Bar]) -> Markup {
        let bars = all.get(all.len().saturating_sub(MAX_COLUMNS)..).unwrap_or(all);
        let scale = Scale::of(bars);
        let each = (100.0 - BEFORE - AFTER) / bars.len().max(1) as f64;
        let step = bars.len().div_ceil(6).max(1);
        let top = 12.0;
        let y = |names: u64| top + HEIGHT * (1.0 - scale.at(names));
        let content = markup! {
            @for tick in scale.ticks() {
                @let y = y(tick);
                line.line x1=(self.left_of(BEFORE, 0.0)) x2=(self.left_of(100.0, 0.0)) y1=(y) y2=(y) {}
                text.tick x=(self.left_of(BEFORE - 1.0, 0.0)) y=(y + 4.0) text-anchor="end" { (self.messages.number(tick)) }
            }
            @for (n, bar) in bars.iter().enumerate() {
                @let from = BEFORE + each * n as f64;
                g {
                    title { (self.told(bar)) }
                    rect class=(bar.class) x=(self.left_of(from + each * 0.1, each * 0.8)) y=(format!("{:.1}", y(bar.names)))
                        width=(Percent(each * 0.8)) height=(format!("{:.1}", HEIGHT * scale.at(bar.names))) {}
                    @if n % step == 0 {
                        text.tick x=(self.left_of(from + each / 2.0, 0.0)) y=(top + HEIGHT + 16.0) text-anchor="middle" {
                            (bar.label)
                        }
                    }
                }
            }
        };
        self.figure((top + HEIGHT) as usize + 22, bars, &self.notes(&scale, bars.len(), all.len()), &content)
    }

    /// The picture, with what it says in words; notes say how to read it.
    fn figure(&self, height: usize, bars: &[Bar], notes: &[String], content: &Markup) -> Markup {
        let Self { id, title, messages } = self;
        let told: Vec<String> = bars.iter().map(|bar| self.told(bar)).collect();
        markup! {
            figure {
                svg.plot role="img" aria-labelledby={ (id) "-title" } aria-describedby={ (id) "-figures" } width="100%"
                    height=(height) direction=(if self.is_rtl() { "rtl" } else { "ltr" }) {
                    title id={ (id) "-title" } { (title) }
                    desc id={ (id) "-figures" } {
                        @for note in notes { (note) " " }
                        (told.join(semicolon(messages.language())))
                    }
                    (content)
                }
                @if !notes.is_empty() { figcaption.quiet { @for note in notes { p { (note) } } } }
            }
        }
    }

    /// What is to be said of how a plot shows its figures.
    fn notes(&self, scale: &Scale, shown: usize, all: usize) -> Vec<String> {
        let mut notes = Vec::new();
        if scale.is_logarithmic {
            notes.push(self.messages.word(Word::AuditLogarithmic).to_owned());
        }
        if shown < all {
            let numbers = [("shown", shown), ("all", all)];
            let numbers = numbers.map(|(name, number)| (name, TextArgument::Number(number as u64)));
            notes.push(self.messages.text(Text::AuditPlotted, &numbers));
        }
        notes
    }

    fn told(&self, bar: &Bar) -> String {
        format!("{}: {}", bar.label, self.messages.number(bar.names))
    }

    fn is_rtl(&self) -> bool {
        self.messages.language().is_rtl()
    }

    /// The left edge of something that is so wide and so far from where lines of text start, in per cent.
    fn left_of(&self, distance: f64, width: f64) -> Percent {
        Percent(if self.is_rtl() { 100.0 - distance - width } else { distance })
    }
}

/// What stands between figures.
const fn semicolon(language: Language) -> &'static str {
    match language {
        Language::Ar => "؛ ",
        Language::Zh => "；",
        _ => "; ",
    }
}

/// Part of a whole, in per cent.
fn percent(part: u64, whole: u64) -> f64 {
    100.0 * part as f64 / whole as f64
}

/// A length in per cent of the width of a plot.
#[derive(Clone, Copy)]
struct Percent(f64);

impl maud::Render for Percent {
    fn render_to(&self, buffer: &mut String) {
        use std::fmt::Write;
        // Writing to memory cannot fail.
        let _ = write!(buffer, "{:.3}%", self.0.clamp(0.0, 100.0));
    }
}

/// How counts become lengths.
struct Scale {
    most: f64,
    /// True if counts span more than three orders of magnitude: the small ones would not be seen otherwise.
    is_logarithmic: bool,
}

impl Scale {
    /// The length of one name on a logarithmic scale begins here.
    const BASE: f64 = 0.5;

    fn of(bars: &[Bar]) -> Self {
        let counts = || bars.iter().map(|bar| bar.names).filter(|names| *names > 0);
        let (least, most) = (counts().min().unwrap_or(1), counts().max().unwrap_or(1));
        Self { most: most as f64, is_logarithmic: most > least.saturating_mul(1000) }
    }

    /// How long a count is, of 1.
    fn at(&self, names: u64) -> f64 {
        let names = names as f64;
        if self.is_logarithmic {
            return ((names / Self::BASE).ln() / (self.most / Self::BASE).ln()).max(0.0);
        }
        names / self.most
    }

    /// Round counts to draw lines at.
    fn ticks(&self) -> Vec<u64> {
        let powers = (0..20).map(|power| 10_u64.pow(power));
        if self.is_logarithmic {
            return powers.take_while(|tick| *tick as f64 <= self.most).collect();
        }
        let steps = powers.flat_map(|power| [1, 2, 5].map(|digit| power.saturating_mul(digit)));
        let step = steps.into_iter().find(|step| self.most / *step as f64 <= 4.0).unwrap_or(u64::MAX);
        (0..=4).map(|n| step.saturating_mul(n)).filter(|tick| *tick as f64 <= self.most).collect()
    }
}

/// A piece of what stands for a class, for a legend.
pub(super) fn swatch(class: &str) -> Markup {
    markup! {
        svg.swatch width="18" height="18" aria-hidden="true" { rect class=(class) x="1" y="1" width="16" height="16" {} }
    }
}

/// The patterns of plots; the style sheet names them.
pub(super) fn patterns() -> Markup {
    markup! {
        svg.patterns width="0" height="0" aria-hidden="true" {
            defs {
                pattern id="stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.stripes-ground width="8" height="8" {}
                    rect.stripes-line width="4" height="8" {}
                }
                pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse" {
                    rect.dots-ground width="6" height="6" {}
                    circle.dots-dot cx="3" cy="3" r="1.4" {}
                }
            }
        }
    }
}
