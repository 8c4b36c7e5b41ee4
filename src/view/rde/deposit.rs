//! The frame of a deposit (RFC 8909 §5, §6.1), and the parts in the XML model.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::io;

use super::nndn::{Nndn, moment};
use super::table_ref::{IdnTableRef, TABLE_ID};
use crate::decision::Created;
use crate::text::keywords;
use crate::view::token::{Unwritable, UnwritableReason, a_name, token};
use crate::view::xml::{Xml, parent, text, write};

const RDE: &str = "urn:ietf:params:xml:ns:rde-1.0";
const HEADER: &str = "urn:ietf:params:xml:ns:rdeHeader-1.0";
const IDN: &str = "urn:ietf:params:xml:ns:rdeIDN-1.0";
const NNDN: &str = "urn:ietf:params:xml:ns:rdeNNDN-1.0";

keywords! {
    /// What a deposit tells of (RFC 8909 §5.1).
    #[derive(Default)]
    DepositKind {
        /// All that there is.
        #[default]
        Full = "FULL",
        /// What changed since the last full deposit.
        Incremental = "INCR",
        /// What changed since the last deposit of any kind.
        Differential = "DIFF",
    }
}

/// A deposit, without what is in it.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// What it tells of.
    pub kind: DepositKind,
    /// Its identifier, of 1 to 13 letters, digits and low lines.
    pub id: &'a str,
    /// The identifier of the deposit before it: needed in a differential one, none in a full one.
    pub previous: Option<&'a str>,
    /// How often it was made again because the one who receives it did not accept it.
    pub resend: u16,
    /// The moment that it tells of.
    pub watermark: Created,
    /// The top-level domain.
    pub tld: &'a str,
}

impl<'a> Frame<'a> {
    /// A full deposit, made for the first time.
    #[must_use]
    pub const fn full(id: &'a str, watermark: Created, tld: &'a str) -> Self {
        Self { kind: DepositKind::Full, id, previous: None, resend: 0, watermark, tld }
    }
}

/// What is in a deposit.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// The tables of the registry.
    pub tables: Vec<IdnTableRef>,
    /// Names that are no domains. The tables that they refer to are among the tables.
    pub nndns: Vec<Nndn>,
    /// Identifiers of tables that are no longer there; none in a full deposit.
    pub deleted_tables: Vec<String>,
    /// Names that are no longer there, in either form; none in a full deposit.
    pub deleted_nndns: Vec<String>,
}

/// Frame and contents in the forms in which they are written.
pub(super) struct Checked<'a> {
    frame: &'a Frame<'a>,
    pub(super) contents: &'a Contents,
    watermark: String,
    tld: String,
    pub(super) deleted_tables: Vec<String>,
    pub(super) deleted_nndns: Vec<String>,
}

/// The namespaces of the objects, in one model or the other.
pub(super) struct Model {
    /// The objects that a header counts.
    pub(super) tables: &'static str,
    pub(super) nndns: &'static str,
    /// All that the document uses, with prefixes.
    pub(super) prefixes: &'static [(&'static str, &'static str)],
}

const XML_MODEL: Model =
    Model { tables: IDN, nndns: NNDN, prefixes: &[("xmlns:rdeIDN", IDN), ("xmlns:rdeNNDN", NNDN)] };

/// A deposit in the XML model.
///
/// # Errors
///
/// If the frame is not as RFC 8909 has it; if a name or a table is there twice, or a name refers to a table that is
/// not there; if a full deposit has deletions.
pub fn deposit(frame: &Frame<'_>, contents: &Contents) -> Result<String, Unwritable> {
    let checked = Checked::new(frame, contents)?;
    let delete_tables = |writer: &mut Xml| {
        checked.deleted_tables.iter().try_for_each(|id| {
            parent(writer, "rdeIDN:delete", &[], |writer| text(writer, "rdeIDN:id", &[], id))
        })
    };
    let delete_nndns = |writer: &mut Xml| {
        if checked.deleted_nndns.is_empty() {
            return Ok(());
        }
        parent(writer, "rdeNNDN:delete", &[], |writer| {
            checked.deleted_nndns.iter().try_for_each(|name| text(writer, "rdeNNDN:aName", &[], name))
        })
    };
    Ok(checked.write(
        &XML_MODEL,
        |writer| delete_tables(writer).and_then(|()| delete_nndns(writer)),
        |writer| {
            contents.tables.iter().try_for_each(|table| table_ref(writer, table))?;
            contents.nndns.iter().try_for_each(|name| nndn(writer, name))
        },
    ))
}

fn table_ref(writer: &mut Xml, table: &IdnTableRef) -> io::Result<()> {
    parent(writer, "rdeIDN:idnTableRef", &[("id", &table.id)], |writer| {
        text(writer, "rdeIDN:url", &[], &table.url)?;
        text(writer, "rdeIDN:urlPolicy", &[], &table.policy_url)
    })
}

fn nndn(writer: &mut Xml, name: &Nndn) -> io::Result<()> {
    let Nndn { a_name, u_name, table, original, state, mirroring_ns, created } = name;
    // By NS records is what the schema takes it for.
    let other_mechanism: &[(&str, &str)] =
        if *mirroring_ns == Some(false) { &[("mirroringNS", "false")] } else { &[] };
    parent(writer, "rdeNNDN:NNDN", &[], |writer| {
        text(writer, "rdeNNDN:aName", &[], a_name)?;
        let optional = [
            ("rdeNNDN:uName", &[][..], u_name.as_deref()),
            ("rdeNNDN:idnTableId", &[], table.as_deref()),
            ("rdeNNDN:originalName", &[], original.as_deref()),
            ("rdeNNDN:nameState", other_mechanism, Some(*state)),
            ("rdeNNDN:crDate", &[], created.as_deref()),
        ];
        let mut present =
            optional.iter().filter_map(|(element, with, value)| Some((*element, *with, (*value)?)));
        present.try_for_each(|(element, with, value)| text(writer, element, with, value))
    })
}

impl<'a> Checked<'a> {
    pub(super) fn new(frame: &'a Frame<'a>, contents: &'a Contents) -> Result<Self, Unwritable> {
        deposit_id("id", frame.id)?;
        frame.previous.map(|previous| deposit_id("prevId", previous)).transpose()?;
        let is_full = frame.kind == DepositKind::Full;
        match frame.previous {
            Some(previous) if is_full => {
                return Err(Unwritable::new("prevId", previous, UnwritableReason::Form));
            }
            None if frame.kind == DepositKind::Differential => {
                return Err(Unwritable::new("prevId", "", UnwritableReason::Missing));
            }
            _ => {}
        }
        let mut deleted = contents.deleted_tables.iter().chain(&contents.deleted_nndns);
        if let Some(deleted) = deleted.next().filter(|_| is_full) {
            return Err(Unwritable::new("delete", deleted, UnwritableReason::Form));
        }
        let tables = distinct("idnTableRef", contents.tables.iter().map(|table| &*table.id))?;
        distinct("aName", contents.nndns.iter().map(|name| &*name.a_name))?;
        let mut referred = contents.nndns.iter().filter_map(|name| name.table.as_deref());
        if let Some(table) = referred.find(|table| !tables.contains(table)) {
            return Err(Unwritable::new("idnTableId", table, UnwritableReason::Unknown));
        }
        let id = |id: &String| Ok(token("id", id, TABLE_ID)?.into_owned());
        Ok(Self {
            frame,
            contents,
            watermark: moment(frame.watermark)?,
            tld: a_name("tld", frame.tld)?,
            deleted_tables: contents.deleted_tables.iter().map(id).collect::<Result<_, Unwritable>>()?,
            deleted_nndns: contents
                .deleted_nndns
                .iter()
                .map(|name| a_name("aName", name))
                .collect::<Result<_, _>>()?,
        })
    }

    /// The document, with what the two models write differently.
    pub(super) fn write(
        &self,
        model: &Model,
        deletes: impl FnOnce(&mut Xml) -> io::Result<()>,
        contents: impl FnOnce(&mut Xml) -> io::Result<()>,
    ) -> String {
        let resend = self.frame.resend.to_string();
        let mut attributes = Vec::from([("xmlns:rde", RDE), ("xmlns:rdeHeader", HEADER)]);
        attributes.extend(model.prefixes);
        attributes.extend([("type", self.frame.kind.name()), ("id", self.frame.id)]);
        attributes.extend(self.frame.previous.map(|previous| ("prevId", previous)));
        if self.frame.resend > 0 {
            attributes.push(("resend", &resend));
        }
        let counts = [(model.tables, self.contents.tables.len()), (model.nndns, self.contents.nndns.len())];
        let has_deletes = !self.deleted_tables.is_empty() || !self.deleted_nndns.is_empty();
        write(|writer| {
            parent(writer, "rde:deposit", &attributes, |writer| {
                text(writer, "rde:watermark", &[], &self.watermark)?;
                parent(writer, "rde:rdeMenu", &[], |writer| {
                    text(writer, "rde:version", &[], "1.0")?;
                    let mut objects = [HEADER, model.tables, model.nndns].into_iter();
                    objects.try_for_each(|object| text(writer, "rde:objURI", &[], object))
                })?;
                if has_deletes {
                    parent(writer, "rde:deletes", &[], deletes)?;
                }
                parent(writer, "rde:contents", &[], |writer| {
                    parent(writer, "rdeHeader:header", &[], |writer| {
                        text(writer, "rdeHeader:tld", &[], &self.tld)?;
                        counts.iter().try_for_each(|(object, count)| {
                            text(writer, "rdeHeader:count", &[("uri", object)], &count.to_string())
                        })
                    })?;
                    contents(writer)
                })
            })
        })
    }

    pub(super) const fn id(&self) -> &'a str {
        self.frame.id
    }
}

/// The identifier of a deposit: what `\w` of XML Schema takes and a name of a file can have.
fn deposit_id(part: &'static str, id: &str) -> Result<(), Unwritable> {
    token(part, id, 1..=13)?;
    match id.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_') {
        true => Ok(()),
        false => Err(Unwritable::new(part, id, UnwritableReason::Form)),
    }
}

/// The texts, none of which is there twice.
fn distinct<'t>(
    part: &'static str,
    texts: impl Iterator<Item = &'t str>,
) -> Result<BTreeSet<&'t str>, Unwritable> {
    let mut seen = BTreeSet::new();
    for text in texts {
        if !seen.insert(text) {
            return Err(Unwritable::new(part, text, UnwritableReason::Twice));
        }
    }
    Ok(seen)
}
