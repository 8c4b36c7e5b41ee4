//! The CSV model (RFC 9022 §4.4, §4.6): the XML names columns and files, and the files have the rows.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use std::io;

use super::deposit::{Checked, Contents, Frame, Model};
use crate::view::token::Unwritable;
use crate::view::xml::{Xml, empty, parent, text};

const CSV: &str = "urn:ietf:params:xml:ns:rdeCsv-1.0";
const IDN: &str = "urn:ietf:params:xml:ns:csvIDN-1.0";
const NNDN: &str = "urn:ietf:params:xml:ns:csvNNDN-1.0";

const MODEL: Model = Model {
    tables: IDN,
    nndns: NNDN,
    prefixes: &[("xmlns:rdeCsv", CSV), ("xmlns:csvIDN", IDN), ("xmlns:csvNNDN", NNDN)],
};

/// A column, and whether it is never empty.
type Field = (&'static str, bool);

/// There is no column for the address of the rules of registration.
const TABLE_FIELDS: &[Field] = &[("rdeCsv:fIdnTableId", true), ("rdeCsv:fUrl", true)];
const NNDN_FIELDS: &[Field] = &[
    ("csvNNDN:fAName", true),
    ("csvNNDN:fNameState", true),
    ("rdeCsv:fIdnTableId", false),
    ("csvNNDN:fOriginalName", false),
    MIRRORING_NS,
    ("rdeCsv:fCrDate", false),
    ("rdeCsv:fUName", false),
];

/// The column is there if a name is mirrored.
const MIRRORING_NS: Field = ("csvNNDN:fMirroringNS", false);

/// A deposit in the CSV model.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CsvDeposit {
    /// The deposit, which names the files and has their checksums.
    pub xml: String,
    /// The files.
    pub files: Vec<CsvFile>,
}

/// A file of rows, as RFC 4180 has it, without a heading line, in UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CsvFile {
    /// The name of the file.
    pub name: String,
    /// What is in it, to be written octet by octet: the checksum is of that.
    pub text: String,
}

/// A deposit in the CSV model. What has no rows has no file.
///
/// # Errors
///
/// As for [`deposit`](super::deposit()).
pub fn csv_deposit(frame: &Frame<'_>, contents: &Contents) -> Result<CsvDeposit, Unwritable> {
    let checked = Checked::new(frame, contents)?;
    let file = |name: &str, text: String| CsvFile { name: format!("{name}-{}.csv", checked.id()), text };
    let tables = contents.tables.iter().map(|table| row(&[&table.id, &table.url]));
    let has_mirrored = contents.nndns.iter().any(|name| name.mirroring_ns.is_some());
    let nndns = contents.nndns.iter().map(|name| {
        let mirroring_ns = name.mirroring_ns.map_or("", |is| if is { "true" } else { "false" });
        let cells = [
            Some(&*name.a_name),
            Some(name.state),
            Some(name.table.as_deref().unwrap_or_default()),
            Some(name.original.as_deref().unwrap_or_default()),
            has_mirrored.then_some(mirroring_ns),
            Some(name.created.as_deref().unwrap_or_default()),
            Some(name.u_name.as_deref().unwrap_or_default()),
        ];
        row(&cells.into_iter().flatten().collect::<Vec<_>>())
    });
    let nndn_fields: Vec<Field> =
        NNDN_FIELDS.iter().copied().filter(|field| has_mirrored || *field != MIRRORING_NS).collect();
    let lists = [
        List {
            element: "csvIDN:deletes",
            name: "idnLanguage",
            fields: TABLE_FIELDS.get(..1).unwrap_or_default(),
            file: file("idn-deletes", checked.deleted_tables.iter().map(|id| row(&[id])).collect()),
        },
        List {
            element: "csvNNDN:deletes",
            name: "NNDN",
            fields: NNDN_FIELDS.get(..1).unwrap_or_default(),
            file: file("nndn-deletes", checked.deleted_nndns.iter().map(|name| row(&[name])).collect()),
        },
        List {
            element: "csvIDN:contents",
            name: "idnLanguage",
            fields: TABLE_FIELDS,
            file: file("idn", tables.collect()),
        },
        List {
            element: "csvNNDN:contents",
            name: "NNDN",
            fields: &nndn_fields,
            file: file("nndn", nndns.collect()),
        },
    ];
    let write = |writer: &mut Xml, kind: &str| {
        let mut wanted = lists.iter().filter(|list| list.element.ends_with(kind));
        wanted.try_for_each(|list| list.write(writer))
    };
    let xml = checked.write(&MODEL, |writer| write(writer, "deletes"), |writer| write(writer, "contents"));
    let files = lists.into_iter().map(|list| list.file).filter(|file| !file.text.is_empty()).collect();
    Ok(CsvDeposit { xml, files })
}

/// A file, and what the XML says of it.
struct List<'f> {
    element: &'static str,
    name: &'static str,
    fields: &'f [Field],
    file: CsvFile,
}

impl List<'_> {
    fn write(&self, writer: &mut Xml) -> io::Result<()> {
        if self.file.text.is_empty() {
            return Ok(());
        }
        let checksum = format!("{:08X}", crc32(self.file.text.as_bytes()));
        parent(writer, self.element, &[], |writer| {
            parent(writer, "rdeCsv:csv", &[("name", self.name)], |writer| {
                parent(writer, "rdeCsv:fields", &[], |writer| {
                    self.fields.iter().try_for_each(|(field, is_required)| {
                        let required = is_required.then_some(("isRequired", "true"));
                        empty(writer, field, required.as_slice())
                    })
                })?;
                parent(writer, "rdeCsv:files", &[], |writer| {
                    text(writer, "rdeCsv:file", &[("cksum", &checksum)], &self.file.name)
                })
            })
        })
    }
}

/// A row of RFC 4180.
fn row(cells: &[&str]) -> String {
    let quoted = |cell: &&str| match cell.contains([',', '"', '\r', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => String::from(*cell),
    };
    let cells: Vec<String> = cells.iter().map(quoted).collect();
    cells.join(",") + "\r\n"
}

/// The CRC32 of ISO 3309, as the RFC's default has it.
fn crc32(octets: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(crc & 1));
    !octets.iter().fold(!0, |crc, octet| (0..8).fold(crc ^ u32::from(*octet), step))
}
