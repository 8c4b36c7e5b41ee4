//! What EPP says of a decision: the answers to `check` and `info`.
//!
//! `domain:chkData` of RFC 5731 §3.1.1 tells which names are available, and why not in words of at most 32 characters,
//! which is all that its schema has room for. The extension for variant sets, as the editors' copy of
//! draft-ietf-regext-epp-same-entity of 2026-07-16 has it, tells the primary name and the status; a client that did not
//! announce it at login gets nothing of it. `idn-1.0` tells the table and the U-label of a registered name.
//!
//! Main types: [`EppContext`], [`check_response`], [`info_response`].

use alloc::string::String;
use alloc::vec::Vec;
use std::io;

use super::token::{Unwritable, UnwritableReason, a_name, name, token};
use super::xml::{Xml, parent, text, write};
use crate::decision::{Decision, Members, Reason, SetStatus};
use crate::language::Sentences;

const EPP: &str = "urn:ietf:params:xml:ns:epp-1.0";
const DOMAIN: &str = "urn:ietf:params:xml:ns:domain-1.0";
const VARIANTS: &str = "urn:ietf:params:xml:ns:epp:variants-1.0";
const IDN: &str = "urn:ietf:params:xml:ns:idn-1.0";

/// The longest `domain:reason`, in characters.
const MAX_REASON: usize = 32;

/// How many characters a transaction has in its identifier.
const TRANSACTION: core::ops::RangeInclusive<usize> = 3..=64;

/// What an answer depends on beside the decision.
#[derive(Debug)]
pub struct EppContext<'a, S> {
    /// The words and their language.
    pub sentences: &'a S,
    /// The identifier that the client gave to the command, of 3 to 64 characters, if it did.
    pub client_transaction: Option<&'a str>,
    /// The identifier that the server gives to it, of 3 to 64 characters.
    pub server_transaction: &'a str,
    /// True if the client announced the extension for variant sets at login.
    pub is_aware: bool,
    /// True if the client announced `idn-1.0` at login.
    pub knows_idn: bool,
}

impl<'a, S> EppContext<'a, S> {
    /// A client that announced both extensions, and gave the command no identifier.
    #[must_use]
    pub const fn new(sentences: &'a S, server_transaction: &'a str) -> Self {
        Self { sentences, client_transaction: None, server_transaction, is_aware: true, knows_idn: true }
    }
}

impl<S> Clone for EppContext<'_, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for EppContext<'_, S> {}

/// True if EPP can carry the name as it was given: a command with another does not reach a server.
#[must_use]
pub fn can_carry(input: &str) -> bool {
    name("name", input).is_ok()
}

/// The answer to a `check` of names, each as the client gave it, with the decision on it.
///
/// A name without a set, or that is no label, has no part in the extension. The primary name is in the form in which
/// the client asked, as A-labels or in Unicode.
///
/// ```
/// use ulabel::decision::{Decider, NameRecord, NamesInMemory, Request};
/// use ulabel::language::Summaries;
/// use ulabel::policy::builtin;
/// use ulabel::view::epp::{EppContext, check_response};
///
/// let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
/// let mut names = NamesInMemory::new();
/// let mut keys = decider.keys();
/// keys.take("café.ca");
/// names.put(&keys, NameRecord { registrar: "A".into(), ..NameRecord::default() });
///
/// let decision = decider.decide(&Request { registrar: Some("B"), ..Request::new("cafe.ca") }, &names).unwrap();
/// let response = check_response(&[("cafe.ca", &decision)], &EppContext::new(&Summaries, "S-1")).unwrap();
/// assert!(response.contains(r#"<domain:name avail="0">cafe.ca</domain:name>"#));
/// assert!(response.contains(r#"<domain:reason lang="en">other-registrar</domain:reason>"#));
/// assert!(response.contains("<var:primary>xn--caf-dma.ca</var:primary>"));
/// assert!(response.contains("<var:status>NotSameEntity</var:status>"));
/// ```
///
/// # Errors
///
/// If there is no name, or a name ([`can_carry`]) or an identifier of a transaction cannot be written.
pub fn check_response<S: Sentences>(
    decisions: &[(&str, &Decision)],
    context: &EppContext<'_, S>,
) -> Result<String, Unwritable> {
    if decisions.is_empty() {
        return Err(Unwritable::new("name", "", UnwritableReason::Missing));
    }
    let checked: Vec<Checked<'_>> = decisions
        .iter()
        .map(|(input, decision)| Checked::new(input, decision, context))
        .collect::<Result<_, _>>()?;
    let language = context.sentences.language().tag();
    let in_extension: Vec<&Checked<'_>> = checked.iter().filter(|name| name.status.is_some()).collect();
    response(context, |writer| {
        parent(writer, "resData", &[], |writer| {
            parent(writer, "domain:chkData", &[("xmlns:domain", DOMAIN)], |writer| {
                checked.iter().try_for_each(|checked| {
                    parent(writer, "domain:cd", &[], |writer| {
                        text(writer, "domain:name", &[("avail", checked.avail())], &checked.input)?;
                        match &checked.why_not {
                            Some(reason) => text(writer, "domain:reason", &[("lang", language)], reason),
                            None => Ok(()),
                        }
                    })
                })
            })
        })?;
        if in_extension.is_empty() {
            return Ok(());
        }
        parent(writer, "extension", &[], |writer| {
            parent(writer, "var:chkData", &[("xmlns:var", VARIANTS)], |writer| {
                in_extension.iter().try_for_each(|checked| {
                    parent(writer, "var:cd", &[("avail", checked.avail())], |writer| {
                        text(writer, "var:objID", &[], &checked.input)?;
                        if let Some(primary) = &checked.primary {
                            text(writer, "var:primary", &[], primary)?;
                        }
                        match checked.status {
                            Some(status) => text(writer, "var:status", &[], status.name()),
                            None => Ok(()),
                        }
                    })
                })
            })
        })
    })
}

/// The answer to an `info` on a registered name, as far as it is about its set and its table: the registry puts its
/// own `domain:infData` into `resData`.
///
/// The extension tells the primary names, one under each top-level domain, and all other names of the set that are
/// registered, exempted ones too, for a set of at least two names. A set that is exempted everywhere has no primary
/// name, and the extension no way to tell of it.
///
/// ```
/// use ulabel::decision::{Decider, NameRecord, NamesInMemory};
/// use ulabel::language::Summaries;
/// use ulabel::policy::builtin;
/// use ulabel::view::epp::{EppContext, info_response};
///
/// let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
/// let mut names = NamesInMemory::new();
/// let mut keys = decider.keys();
/// for name in ["café.ca", "cafe.ca"] {
///     keys.take(name);
///     names.put(&keys, NameRecord { primary: name == "café.ca", ..NameRecord::default() });
/// }
/// let members = decider.members("café.ca", &names, 0).unwrap();
/// let response = info_response(&members, &EppContext::new(&Summaries, "S-1")).unwrap();
/// assert!(response.contains("<var:primary>\n          <var:name>xn--caf-dma.ca</var:name>"));
/// assert!(response.contains("<var:related>\n          <var:name>cafe.ca</var:name>"));
/// assert!(response.contains("<idn:table>ca-fr</idn:table>"));
/// assert!(response.contains("<idn:uname>café.ca</idn:uname>"));
/// ```
///
/// # Errors
///
/// If the name of a member is none that the DNS can have, or an identifier cannot be written.
pub fn info_response<S>(members: &Members, context: &EppContext<'_, S>) -> Result<String, Unwritable> {
    let a_names = |names: &mut dyn Iterator<Item = &String>| -> Result<Vec<String>, Unwritable> {
        names.map(|name| a_name("name", name)).collect()
    };
    let has_set = context.is_aware && members.registered.len() > 1 && !members.primaries.is_empty();
    let (primaries, related) = match has_set {
        true => {
            let names = members.registered.iter().map(|member| &member.name);
            let mut others = names.filter(|name| !members.primaries.contains(name));
            (a_names(&mut members.primaries.iter())?, a_names(&mut others)?)
        }
        false => (Vec::new(), Vec::new()),
    };
    let idn = match &members.table {
        Some(table) if context.knows_idn && !members.name.is_ascii() => {
            Some((token("table", table, 1..=usize::MAX)?, name("uname", &members.name)?))
        }
        _ => None,
    };
    response(context, |writer| {
        if !has_set && idn.is_none() {
            return Ok(());
        }
        parent(writer, "extension", &[], |writer| {
            if has_set {
                parent(writer, "var:infData", &[("xmlns:var", VARIANTS)], |writer| {
                    names(writer, "var:primary", &primaries)?;
                    if related.is_empty() { Ok(()) } else { names(writer, "var:related", &related) }
                })?;
            }
            match &idn {
                Some((table, u_name)) => parent(writer, "idn:data", &[("xmlns:idn", IDN)], |writer| {
                    text(writer, "idn:table", &[], table)?;
                    text(writer, "idn:uname", &[], u_name)
                }),
                None => Ok(()),
            }
        })
    })
}

/// A name as the answer to `check` tells it.
struct Checked<'a> {
    input: alloc::borrow::Cow<'a, str>,
    is_available: bool,
    why_not: Option<String>,
    primary: Option<String>,
    status: Option<SetStatus>,
}

impl<'a> Checked<'a> {
    fn new<S: Sentences>(
        input: &'a str,
        decision: &Decision,
        context: &EppContext<'_, S>,
    ) -> Result<Self, Unwritable> {
        let reason = match decision.reason {
            // The decision may have been made for somebody else.
            Reason::Member | Reason::MemberElsewhere if !context.is_aware => Reason::UnawareClient,
            reason => reason,
        };
        let status = reason.status().filter(|_| context.is_aware && reason != Reason::UnawareClient);
        let why_not = context.sentences.reason(reason).map(short_reason).filter(|text| !text.is_empty());
        let input = name("name", input)?;
        let primary = match &decision.primary {
            Some(primary) if status.is_some() => Some(match input.is_ascii() {
                true => a_name("primary", primary)?,
                false => name("primary", primary)?.into_owned(),
            }),
            _ => None,
        };
        Ok(Self { input, is_available: reason.is_available(), why_not, primary, status })
    }

    const fn avail(&self) -> &'static str {
        if self.is_available { "1" } else { "0" }
    }
}

/// Our own words fit; those of others are cut.
fn short_reason(text: &str) -> String {
    let text: String = text.chars().filter(|c| crate::text::is_xml_char(*c)).collect();
    let text = token("reason", &text, 0..=usize::MAX).unwrap_or_default();
    text.chars().take(MAX_REASON).collect()
}

/// A response to a command that was completed, with what `inside` puts between the result and the transaction.
fn response<S>(
    context: &EppContext<'_, S>,
    inside: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> Result<String, Unwritable> {
    let client = context.client_transaction.map(|id| token("clTRID", id, TRANSACTION)).transpose()?;
    let server = token("svTRID", context.server_transaction, TRANSACTION)?;
    Ok(write(|writer| {
        parent(writer, "epp", &[("xmlns", EPP)], |writer| {
            parent(writer, "response", &[], |writer| {
                parent(writer, "result", &[("code", "1000")], |writer| {
                    text(writer, "msg", &[], "Command completed successfully")
                })?;
                inside(writer)?;
                parent(writer, "trID", &[], |writer| {
                    if let Some(id) = &client {
                        text(writer, "clTRID", &[], id)?;
                    }
                    text(writer, "svTRID", &[], &server)
                })
            })
        })
    }))
}

fn names(writer: &mut Xml, element: &str, names: &[String]) -> io::Result<()> {
    parent(writer, element, &[], |writer| {
        names.iter().try_for_each(|name| text(writer, "var:name", &[], name))
    })
}
