//! The report as lines of text.

use std::fmt::{Display, Write};

use ulabel::LabelKind;
use ulabel::finding::Code;
use ulabel::language::{Messages, Text, TextArgument::Number, Word};
use ulabel::text::escape;

use super::words::{scripts_named, severity, verdict};
use super::{Against, AuditReport, Collisions, Count, Groups, Holders};

/// Writes a report for people, in the language of the messages.
///
/// ```
/// use ulabel::language::{Language, Messages};
/// use ulabel_audit::{AuditOptions, Judge, Source, audit, input::InputFormat, report};
///
/// let names = Source::reader(Box::new(&b"example\nexam ple\n"[..]), "names", InputFormat::List);
/// let options = AuditOptions::new(Judge::One(ulabel::Checker::registration().into()));
/// let found = audit(vec![names], &options, None, &mut ()).unwrap();
/// let text = report::text(&found, &Messages::new(Language::En));
/// assert!(text.starts_with("2 names: 1 valid, 0 to review, 1 invalid\n"), "{text}");
/// assert!(text.contains("exam ple (names:2)"), "{text}");
/// ```
#[must_use]
pub fn text(report: &AuditReport, messages: &Messages) -> String {
    let mut lines = Lines { report, messages, out: String::new() };
    lines.all();
    lines.out
}

struct Lines<'a> {
    report: &'a AuditReport,
    messages: &'a Messages,
    out: String,
}

impl Lines<'_> {
    fn all(&mut self) {
        let AuditReport { names, valid, review, invalid, codes, kinds, scripts, tables, .. } = self.report;
        let messages = self.messages;
        self.line(0, messages.summary(*names, *valid, *review, *invalid));
        self.counts(messages.heading(Word::AuditCodes), codes, |key| {
            let code = Code::from_name(key.code);
            let clause = code.map(|code| messages.clause(code.clause())).unwrap_or_default();
            let severity = messages.word(severity(key.severity));
            format!("{severity} {} [{clause}]", key.code)
        });
        self.counts(messages.heading(Word::HeadKind), kinds, |kind| {
            LabelKind::from_name(kind).map_or(*kind, |kind| messages.kind(kind)).to_owned()
        });
        self.counts(messages.heading(Word::HeadScripts), scripts, |codes| scripts_named(codes, messages));
        self.counts(messages.heading(Word::PageTables), tables, |table| escape(table).into_owned());
        if let Some(collisions) = &self.report.collisions {
            self.collisions(collisions);
        }
        if let Some(holders) = &self.report.holders {
            self.holders(holders);
        }
        if let Some(against) = &self.report.against {
            self.against(against);
        }
    }

    /// A line, so many steps in.
    fn line(&mut self, steps: usize, text: impl Display) {
        // Writing to memory cannot fail.
        let _ = writeln!(self.out, "{:width$}{text}", "", width = 2 * steps);
    }

    fn heading(&mut self, text: impl Display) {
        self.out.push('\n');
        self.line(0, text);
    }

    fn counts<K>(&mut self, heading: String, counts: &[Count<K>], shown: impl Fn(&K) -> String) {
        if counts.is_empty() {
            return;
        }
        self.heading(heading);
        for count in counts {
            self.count(count, &shown(&count.key));
        }
    }

    /// A count, and its examples where they are few names.
    fn count<K>(&mut self, count: &Count<K>, key: &str) {
        self.line(1, format_args!("{:>12}  {key}", count.names));
        // What is usual needs no example.
        if count.names * 2 > self.report.names {
            return;
        }
        for place in &count.examples {
            let file = self.report.files.get(place.file).map_or("", String::as_str);
            self.line(
                8,
                format_args!("{} ({}:{})", self.messages.shown(&place.name), escape(file), place.line),
            );
        }
    }

    fn collisions(&mut self, collisions: &Collisions) {
        let Collisions { variants, look_alikes } = collisions;
        let variants = variants.as_ref().map(|groups| (Word::AuditCollisions, groups));
        for (heading, groups) in variants.into_iter().chain([(Word::AuditLookAlikes, look_alikes)]) {
            self.heading(self.messages.heading(heading));
            self.groups(groups);
        }
    }

    fn groups(&mut self, groups: &Groups) {
        let Groups { groups, names, undecided, examples } = groups;
        let arguments = [("groups", Number(*groups)), ("names", Number(*names))];
        self.line(1, self.messages.text(Text::AuditGroups, &arguments));
        if *undecided > 0 {
            self.line(1, self.messages.text(Text::AuditUndecided, &[("groups", Number(*undecided))]));
        }
        for names in examples {
            let names: Vec<String> = names.iter().map(|name| self.messages.shown(name)).collect();
            self.line(2, names.join(", "));
        }
    }

    fn holders(&mut self, holders: &Holders) {
        let Holders { sets, examples, exempted, years, .. } = holders;
        self.heading(self.messages.heading(Word::AuditHolders));
        self.line(1, format_args!("{sets}; {}", self.exempted(*exempted)));
        for set in examples {
            let primary = self.messages.word(Word::HeadPrimary);
            self.line(2, format_args!("{primary} {}", self.messages.shown(&set.primary)));
            for name in &set.names {
                let created = name.created.as_deref().unwrap_or(self.messages.word(Word::NotKnown));
                self.line(
                    3,
                    format_args!(
                        "{}  {}  {}  {created}",
                        self.messages.shown(&name.name),
                        escape(&name.registrant),
                        escape(&name.registrar)
                    ),
                );
            }
        }
        if !years.is_empty() {
            self.heading(self.messages.heading(Word::AuditYears));
            for (year, names) in years {
                self.line(1, format_args!("{names:>12}  {year}"));
            }
        }
    }

    fn exempted(&self, names: u64) -> String {
        self.messages.text(Text::AuditExempted, &[("names", Number(names))])
    }

    fn against(&mut self, against: &Against) {
        let messages = self.messages;
        let Against { rules, verdicts, codes, dispositions, variant_sets, exempted } = against;
        self.heading(format_args!("{}: {}", messages.heading(Word::AuditAgainst), escape(rules)));
        let verdict = |name: &str| messages.word(verdict(name));
        for count in verdicts {
            let change = format!("{} → {}", verdict(count.key.from), verdict(count.key.to));
            self.count(count, &change);
            for why in codes.iter().filter(|why| why.key.change == count.key) {
                self.line(4, format_args!("{:>12}  {}", why.names, why.key.code));
            }
        }
        for count in dispositions {
            let (from, to) = &count.key;
            let none = |text: &str| match text {
                "" => messages.word(Word::None).to_owned(),
                text => escape(text).into_owned(),
            };
            self.count(count, &format!("{} → {}", none(from), none(to)));
        }
        if let Some(count) = variant_sets {
            self.count(count, messages.word(Word::AuditVariantSets));
        }
        self.line(1, self.exempted(*exempted));
    }
}
