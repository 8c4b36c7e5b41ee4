//! Policies as JSON and CSV: a line of a list, and the whole of one.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use serde::ser::Serializer;
use toml::{Table, Value};

use super::csv::CsvRows;
use crate::label::Label;
use crate::lgr::{Entry, Lgr};
use crate::policy::Policy;
use crate::policy::builtin::Builtin;
use crate::script::ScriptCode;
use crate::text::CodePoint;

/// A policy in a list. What only the policies that are built in know is null for another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PolicyRow<'a> {
    /// The name of the policy.
    pub id: &'a str,
    /// Its first top-level domain as a U-label.
    pub u_label: Option<&'a str>,
    /// The same as an A-label.
    pub a_label: Option<String>,
    /// The ISO 3166-1 code of its territory.
    pub iso3166: Option<&'a str>,
    /// The name of the territory.
    pub territory: Option<&'a str>,
    /// The region of the world ([`Builtin::region`]).
    pub region: Option<&'static str>,
    /// True if the territory is a Member State of the International Telecommunication Union.
    pub itu_member: Option<bool>,
    /// Whether the registry takes internationalized names.
    pub idn_offered: Option<&'static str>,
    /// The number of its tables, those included of which the letters are not known.
    pub tables: usize,
    /// The scripts of its tables, by their ISO 15924 codes.
    pub scripts: Vec<&'static str>,
    /// Where the policy comes from.
    pub status: &'static str,
    /// How sure it is.
    pub certainty: Option<&'static str>,
}

impl From<&Builtin> for PolicyRow<'static> {
    fn from(builtin: &Builtin) -> Self {
        Self {
            id: builtin.id(),
            u_label: Some(builtin.u_label()),
            a_label: Some(builtin.a_label().into()),
            iso3166: Some(builtin.iso3166()),
            territory: Some(builtin.territory()),
            region: Some(builtin.region()),
            itu_member: Some(builtin.is_itu_member()),
            idn_offered: Some(builtin.idn_offered().name()),
            tables: builtin.tables(),
            scripts: builtin.scripts().map(ScriptCode::code).collect(),
            status: builtin.status().name(),
            certainty: builtin.certainty().map(|certainty| certainty.name()),
        }
    }
}

impl<'a> From<&'a Policy> for PolicyRow<'a> {
    fn from(policy: &'a Policy) -> Self {
        let u_label = policy.tlds.first().map(|tld| &**tld);
        let known = policy.tables.iter().flat_map(|table| &table.scripts);
        let all = known.chain(policy.unknown_tables.iter().flat_map(|table| &table.scripts));
        let mut scripts: Vec<&'static str> = all.map(|script| script.code()).collect();
        scripts.sort_unstable();
        scripts.dedup();
        Self {
            id: &policy.id,
            u_label,
            a_label: u_label.and_then(|tld| Label::parse(tld).a_label().map(Into::into)),
            iso3166: policy.iso3166.as_deref(),
            territory: policy.territory.as_deref(),
            region: None,
            itu_member: None,
            idn_offered: policy.idn_offered.map(|offered| offered.name()),
            tables: policy.tables.len() + policy.unknown_tables.len(),
            scripts,
            status: policy.status.name(),
            certainty: policy.certainty.map(|certainty| certainty.name()),
        }
    }
}

impl CsvRows for PolicyRow<'_> {
    const HEADING: &'static [&'static str] = &[
        "id",
        "u_label",
        "a_label",
        "iso3166",
        "territory",
        "region",
        "itu_member",
        "idn_offered",
        "tables",
        "scripts",
        "status",
        "certainty",
    ];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let member = match self.itu_member {
            Some(true) => "true",
            Some(false) => "false",
            None => "",
        };
        row(&[
            self.id,
            self.u_label.unwrap_or_default(),
            self.a_label.as_deref().unwrap_or_default(),
            self.iso3166.unwrap_or_default(),
            self.territory.unwrap_or_default(),
            self.region.unwrap_or_default(),
            member,
            self.idn_offered.unwrap_or_default(),
            &self.tables.to_string(),
            &self.scripts.join(" "),
            self.status,
            self.certainty.unwrap_or_default(),
        ]);
    }
}

/// A policy as data: the keys of its file, and for each table `code_points`, ranges of what may stand alone, each with its
/// first and last, and `code_point_sequences`.
///
/// ```
/// use ulabel::policy::builtin;
/// use ulabel::view::PolicyView;
///
/// let policy = builtin::find("bg").unwrap().policy().unwrap();
/// let rulesets = policy.to_rulesets(&mut |_| Err("no files".into())).unwrap();
/// let json = serde_json::to_value(PolicyView::new(&policy, &rulesets)).unwrap();
/// assert_eq!(json["table"][0]["code_points"][0], serde_json::json!(["U+002D", "U+002D"]));
/// ```
#[derive(Clone, Debug)]
pub struct PolicyView(Table);

impl PolicyView {
    /// The policy with the letters of these rulesets, each with the name of its table ([`Policy::to_rulesets`]). A table
    /// whose ruleset is not among them is shown without.
    #[must_use]
    pub fn new(policy: &Policy, rulesets: &[(String, Lgr)]) -> Self {
        let data = toml::from_str(&policy.to_toml());
        debug_assert!(data.is_ok(), "a policy is written as it is read");
        let mut data: Table = data.unwrap_or_default();
        let tables = data.get_mut("table").and_then(Value::as_array_mut);
        for table in tables.into_iter().flatten().filter_map(Value::as_table_mut) {
            let id = table.get("id").and_then(Value::as_str);
            let Some((_, lgr)) = rulesets.iter().find(|(name, _)| Some(&**name) == id) else { continue };
            let (ranges, sequences) = code_points(lgr);
            let ranges = ranges.into_iter().map(|range| Value::from(range.map(Value::from).to_vec()));
            table.insert("code_points".into(), Value::Array(ranges.collect()));
            table.insert("code_point_sequences".into(), Value::from(sequences));
        }
        Self(data)
    }
}

impl Serialize for PolicyView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// What a ruleset takes: ranges of code points, each with its first and last, and sequences.
fn code_points(lgr: &Lgr) -> (Vec<[String; 2]>, Vec<String>) {
    /// The type of the reflexive variant of what is listed for the way back alone.
    const ONLY_VARIANT: &str = "out-of-repertoire-var";
    let mut spans: Vec<(char, char)> = Vec::new();
    let mut sequences = Vec::new();
    let mut add = |first: char, last: char| match spans.last_mut() {
        Some((_, end)) if u32::from(*end) + 1 == u32::from(first) => *end = last,
        _ => spans.push((first, last)),
    };
    let is_only_variant =
        |entry: &&Entry| entry.variants().iter().any(|variant| variant.kind.as_deref() == Some(ONLY_VARIANT));
    for entry in lgr.data.iter().filter(|entry| !is_only_variant(entry)) {
        match entry {
            Entry::Char(char) => match char.cp.single() {
                Some(c) => add(c, c),
                None => sequences.push(CodePoint::list(char.cp.iter().copied())),
            },
            Entry::Range(range) => add(range.first, range.last),
        }
    }
    let written = |(first, last): (char, char)| [first, last].map(|c| CodePoint(c).to_string());
    (spans.into_iter().map(written).collect(), sequences)
}
