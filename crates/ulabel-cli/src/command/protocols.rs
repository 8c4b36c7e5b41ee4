//! Decisions and records in the forms of protocols: EPP, RDAP, escrow deposits.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;
use ulabel::Label;
use ulabel::decision::{Created, Decider, Decision, IndexKeys};
use ulabel::language::Messages;
use ulabel::view::epp::{EppContext, check_response};
use ulabel::view::rdap::{Variants, variants};
use ulabel::view::rde::{Contents, Frame, IdnTableRef, Nndn, csv_deposit, deposit};
use ulabel_index::Index;

use crate::args::index::DepositArguments;
use crate::env::Env;
use crate::exit::Failure;
use crate::output::counted;

/// Names of one EPP answer at most; a server takes far fewer.
pub(super) const MAX_EPP_NAMES: usize = 1000;

/// Names that are not registered which RDAP is told of one set at most.
const MAX_UNREGISTERED: usize = 10;

/// Writes the answer to an EPP `check` of names.
pub(super) fn write_epp(
    decided: &[(String, Decision)],
    is_aware: bool,
    messages: &Messages,
    env: &mut Env,
) -> Result<(), Failure> {
    let decisions: Vec<(&str, &Decision)> =
        decided.iter().map(|(input, decision)| (input.as_str(), decision)).collect();
    let context = EppContext { is_aware, ..EppContext::new(messages, "ulabel-1") };
    let response = check_response(&decisions, &context);
    let response = response.map_err(|error| Failure::new(error.to_string()))?;
    Ok(env.stdout.write_all(response.as_bytes())?)
}

/// A domain as RDAP shows it, as far as its variants go.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RdapDomain<'a> {
    object_class_name: &'static str,
    ldh_name: String,
    unicode_name: &'a str,
    variants: Variants<'a>,
}

/// The members of an RDAP domain that tell of the set of a name, as one object.
pub(super) fn rdap(
    decider: &Decider,
    index: &Index,
    keys: &mut IndexKeys,
    name: &str,
) -> Result<String, String> {
    let members = decider.members(name, index, MAX_UNREGISTERED).map_err(|error| error.to_string())?;
    keys.take(name);
    let labels = keys.name().split('.').map(|text| Label::parse(text).a_label().unwrap_or(text).to_owned());
    let ldh_name = labels.collect::<Vec<_>>().join(".");
    let domain = RdapDomain {
        object_class_name: "domain",
        ldh_name,
        unicode_name: keys.name(),
        variants: variants(&members),
    };
    serde_json::to_string(&domain).map_err(|error| error.to_string())
}

/// Writes the names of an index that are no domains, those that the policy withholds beside, and the tables of the
/// policy, as an escrow deposit: in the XML model, or in the CSV model with its files in a folder.
pub(super) fn write_deposit(
    arguments: &DepositArguments,
    decider: &Decider,
    index: &Index,
    env: &mut Env,
) -> Result<(), Failure> {
    let fail = |error: &dyn std::fmt::Display| Failure::new(error.to_string());
    let policy = decider.policy();
    let (Some(table_url), Some(policy_url)) = (&arguments.table_url, &arguments.policy_url) else {
        return Err(Failure::new("a deposit needs --table-url and --policy-url"));
    };
    let mut contents = Contents::default();
    for table in &policy.tables {
        let url = table_url.replace("{table}", &table.id);
        contents.tables.push(IdnTableRef::new(&table.id, &url, policy_url).map_err(|error| fail(&error))?);
    }
    let mut left_out = LeftOut::default();
    // One that is blocked can be so beside several names.
    let mut known = BTreeSet::new();
    for record in index.records()? {
        let record = record?;
        let records = match record.state.is_registered() {
            false => vec![record],
            true => {
                let mut withheld = decider.withheld(&record.name, index)?;
                if withheld.is_left_out {
                    left_out.add(record.name);
                }
                withheld.records.retain(|record| known.insert(record.name.clone()));
                withheld.records
            }
        };
        for record in &records {
            let table = decider.table_of(record);
            contents.nndns.extend(Nndn::new(record, table.as_deref()).map_err(|error| fail(&error))?);
        }
    }
    left_out.note(env);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros());
    let watermark = match &arguments.watermark {
        Some(text) => text.parse().map_err(|error| fail(&error))?,
        None => i64::try_from(now)
            .ok()
            .and_then(Created::from_microseconds)
            .ok_or_else(|| Failure::new("no clock"))?,
    };
    let tld = policy.tlds.first().ok_or_else(|| Failure::new("the policy names no top-level domain"))?;
    let label = Label::parse(tld);
    let frame = Frame::full(&arguments.deposit_id, watermark, label.a_label().unwrap_or(tld));
    let Some(folder) = &arguments.csv_files else {
        let text = deposit(&frame, &contents).map_err(|error| fail(&error))?;
        return Ok(env.stdout.write_all(text.as_bytes())?);
    };
    let made = csv_deposit(&frame, &contents).map_err(|error| fail(&error))?;
    for file in &made.files {
        write_file(&folder.join(&file.name), &file.text)?;
    }
    Ok(env.stdout.write_all(made.xml.as_bytes())?)
}

/// Sets of which nothing is listed, since the policy withholds more than it lists.
#[derive(Default)]
struct LeftOut {
    sets: u64,
    /// The primary name of the first.
    first: String,
}

impl LeftOut {
    fn add(&mut self, primary: String) {
        if self.sets == 0 {
            self.first = primary;
        }
        self.sets += 1;
    }

    fn note(&self, env: &mut Env) {
        if self.sets > 0 {
            env.note(&format!(
                "note: {} more names to withhold than the policy lists, and left out; the first is that of {}",
                counted(self.sets, "set has", "sets have"),
                ulabel::text::escape(&self.first)
            ));
        }
    }
}

fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text)
        .map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
}
