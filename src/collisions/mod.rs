//! Names that collide: in one variant set (RFC 7940), or look-alikes (UTS #39 §4).
//!
//! Each name has [keys](Key): its coarse key, equal for names that collide, and its skeleton, equal for names
//! that look alike. [`NameKeys`] makes them, [`NameGroups`] groups names by one of them, and [`ExistingNames`]
//! answers which names of a list collide, with each other or with a candidate: of names that share a coarse key,
//! [the exact test](crate::lgr::Tables::collision) tells which do.
//!
//! ```
//! use std::sync::Arc;
//! use ulabel::collisions::{CollisionKind, ExistingNames, Key, NameKeys};
//! use ulabel::lgr::{Tables, xml};
//!
//! // U+0061 LATIN SMALL LETTER A and U+0430 CYRILLIC SMALL LETTER A
//! let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
//!   <char cp="0061"><var cp="0430" type="blocked"/></char>
//!   <char cp="0430"><var cp="0061" type="blocked"/></char></data></lgr>"#;
//! let lgr = xml::read(text, Default::default()).unwrap().lgr;
//! let tables = Some(Arc::new(Tables::new([("a", lgr)]).unwrap()));
//! let mut keys = NameKeys::new(tables.clone());
//! let mut existing = ExistingNames::new(&[Key::Coarse], tables);
//! keys.take("aa");
//! existing.insert(&keys);
//!
//! keys.take("\u{430}a");
//! let candidate = existing.candidate(&keys);
//! assert_eq!((candidate.collisions[0].name, candidate.collisions[0].kind.name()), ("aa", "variant"));
//! ```
//!
//! [`VariantList`] is the other side of the same question: the labels that a label takes with it.

mod exact;
mod existing;
mod groups;
mod keys;
mod variant_list;

#[cfg(feature = "policy")]
pub(crate) use exact::components;
pub use existing::{Candidate, CollidingNames, Collision, CollisionKind, ExistingNames, MAX_COLLISIONS};
pub use groups::{NameGroup, NameGroups};
pub use keys::{Key, NameKeys};
pub use variant_list::VariantList;
