//! Which names `check` writes: `--only` and `--code`.

use ulabel::{Code, Report, Verdict};

use crate::args::VerdictChoice;

/// A code of findings, or a family of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeChoice {
    Family(&'static str),
    Code(Code),
}

impl CodeChoice {
    fn has(self, code: Code) -> bool {
        match self {
            Self::Family(family) => code.family() == family,
            Self::Code(one) => code == one,
        }
    }
}

/// The names that are written. A name must have one of the verdicts, and a finding with one of the codes, where there are
/// any.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    verdicts: Vec<Verdict>,
    codes: Vec<CodeChoice>,
}

impl Selection {
    pub(crate) fn new(verdicts: &[VerdictChoice], codes: &[CodeChoice]) -> Self {
        Self { verdicts: verdicts.iter().map(|choice| (*choice).into()).collect(), codes: codes.to_vec() }
    }

    /// True if every name is written.
    pub(crate) fn is_everything(&self) -> bool {
        self.verdicts.is_empty() && self.codes.is_empty()
    }

    /// True if the name of a report is written.
    pub(crate) fn has(&self, report: &Report) -> bool {
        (self.verdicts.is_empty() || self.verdicts.contains(&report.verdict()))
            && (self.codes.is_empty() || self.has_code_of(report))
    }

    fn has_code_of(&self, report: &Report) -> bool {
        report.all_findings().any(|finding| self.codes.iter().any(|choice| choice.has(finding.code())))
    }
}

/// Reads `FAMILY` or `FAMILY.CODE`.
///
/// # Errors
///
/// For a name of neither, what may have been meant, or else what there is.
pub(crate) fn code_choice(name: &str) -> Result<CodeChoice, String> {
    let family = families().find(|family| *family == name).map(CodeChoice::Family);
    family.or_else(|| Code::from_name(name).map(CodeChoice::Code)).ok_or_else(|| {
        if let Some(meant) = meant(name) {
            return format!("no family and no code of findings, did you mean `{meant}`?");
        }
        let asked = name.split_once('.').and_then(|(asked, _)| families().find(|family| *family == asked));
        match asked {
            Some(family) => {
                let codes = Code::ALL.iter().filter(|code| code.family() == family).map(|code| code.name());
                format!("no code of the family `{family}`, which has {}", list(codes))
            }
            None => format!("no family and no code of findings, the families are {}", list(families())),
        }
    })
}

/// The families, in the order of the catalogue, which has the codes of a family together.
fn families() -> impl Iterator<Item = &'static str> {
    let mut last = "";
    Code::ALL
        .iter()
        .map(|code| code.family())
        .filter(move |family| std::mem::replace(&mut last, *family) != *family)
}

fn list(names: impl Iterator<Item = &'static str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

/// The family or code whose name comes close to the one given; the family of a code may be left away.
fn meant(name: &str) -> Option<&'static str> {
    /// Below this, names have little in common.
    const LEAST: f64 = 0.9;
    let closeness = |candidate: &'static str| {
        let alone = candidate.split_once('.').map_or(candidate, |(_, alone)| alone);
        strsim::jaro_winkler(candidate, name).max(strsim::jaro_winkler(alone, name))
    };
    let candidates = families().chain(Code::ALL.iter().map(|code| code.name()));
    let best = candidates.map(|name| (closeness(name), name)).max_by(|(a, _), (b, _)| a.total_cmp(b));
    best.filter(|(closeness, _)| *closeness >= LEAST).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_each_named_once() {
        let mut sorted: Vec<&str> = families().collect();
        let count = sorted.len();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), count, "a family is in two places of the catalogue");
        assert!(families().all(|family| code_choice(family) == Ok(CodeChoice::Family(family))));
        assert!(Code::ALL.iter().all(|code| code_choice(code.name()) == Ok(CodeChoice::Code(*code))));
    }

    #[test]
    fn what_may_have_been_meant() {
        for (name, meant) in [
            ("idan", Some("idna")),
            ("idna.dissallowed", Some("idna.disallowed")),
            ("disallowed", Some("idna.disallowed")),
            ("policy.not-in-tabel", Some("policy.not-in-table")),
            ("quux", None),
            ("", None),
        ] {
            assert_eq!(super::meant(name), meant, "{name}");
        }
        assert!(code_choice("quux").is_err_and(|error| error.contains("syntax, ace, idna, context, bidi")));
        assert!(code_choice("ace.qqqqqqqq").is_err_and(|error| error.contains("ace.bad-punycode, ace.not")));
    }
}
