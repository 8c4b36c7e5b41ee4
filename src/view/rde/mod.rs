//! The parts of an escrow deposit (RFC 8909) that are about tables and variants: references to IDN tables and names
//! that are no domains (NNDN), as RFC 9022 §5.5 and §5.6 have them, in its XML model and in its CSV model.
//!
//! The documents are deposits with these parts alone, and a header that counts them; who writes a whole deposit takes
//! the parts out. A mirrored name is delegated by NS records unless
//! [`with_mirroring_ns`](Nndn::with_mirroring_ns) says otherwise.
//!
//! ```
//! use ulabel::decision::{Decider, NameRecord, NameState};
//! use ulabel::policy::builtin;
//! use ulabel::view::rde::{Contents, Frame, IdnTableRef, Nndn, csv_deposit, deposit};
//!
//! let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
//! let record = NameRecord {
//!     name: "cafè.ca".into(),
//!     state: NameState::Withheld,
//!     original: Some("café.ca".into()),
//!     ..NameRecord::default()
//! };
//! let table = decider.table_of(&record);
//! let contents = Contents {
//!     tables: vec![IdnTableRef::new("ca-fr", "https://ca.example/table", "https://ca.example/rules")?],
//!     nndns: Nndn::new(&record, table.as_deref())?.into_iter().collect(),
//!     ..Contents::default()
//! };
//! let frame = Frame::full("20261126", "2026-11-26T00:00:00Z".parse().unwrap(), "ca");
//! let xml = deposit(&frame, &contents)?;
//! assert!(xml.contains("<rdeNNDN:aName>xn--caf-8la.ca</rdeNNDN:aName>"));
//! assert!(xml.contains("<rdeNNDN:originalName>xn--caf-dma.ca</rdeNNDN:originalName>"));
//!
//! let csv = csv_deposit(&frame, &contents)?;
//! assert_eq!(csv.files[1].name, "nndn-20261126.csv");
//! assert_eq!(csv.files[1].text, "xn--caf-8la.ca,withheld,ca-fr,xn--caf-dma.ca,,cafè.ca\r\n");
//! # Ok::<(), ulabel::view::Unwritable>(())
//! ```
//!
//! Main types: [`Frame`], [`Contents`], [`IdnTableRef`], [`Nndn`].

mod csv;
mod deposit;
mod nndn;
mod table_ref;

pub use csv::{CsvDeposit, CsvFile, csv_deposit};
pub use deposit::{Contents, DepositKind, Frame, deposit};
pub use nndn::Nndn;
pub use table_ref::IdnTableRef;
