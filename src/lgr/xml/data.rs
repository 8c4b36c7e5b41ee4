//! The `data` section: `char`, `range` and `var` (RFC 7940 section 5).

use alloc::borrow::ToOwned;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use super::attributes::Own;
use super::loader::{Loader, excerpt};
use super::source::{Attribute, Element, Fatal};
use super::values::{CodePointError, code_point, code_points, is_variant_type};
use crate::finding::FaultCode;
use crate::lgr::{CharEntry, CodePoints, Entry, IdentifierList, RangeEntry, Strictness, Variant};

/// The attributes that `char` and `range` share.
const SHARED: &[&str] = &["when", "not-when", "tag", "ref", "comment"];

impl<'i> Loader<'i> {
    pub(super) fn data(&mut self, data: &Element<'i>) -> Result<(), Fatal> {
        while let Some(element) = self.child(data)? {
            match element.name {
                "char" => {
                    if let Some(char) = self.char(&element)? {
                        self.lgr.data.push(Entry::Char(char));
                    }
                }
                "range" => {
                    if let Some(range) = self.range(&element)? {
                        self.lgr.data.push(Entry::Range(range));
                    }
                }
                _ => self.unexpected(&element, data)?,
            }
        }
        if self.lgr.data.is_empty() && !self.source.faults.has_errors() {
            let arguments = vec!["char".to_owned(), data.name.to_owned()];
            self.source.fault(FaultCode::MissingElement, data.position, arguments);
        }
        Ok(())
    }

    fn char(&mut self, element: &Element<'i>) -> Result<Option<CharEntry>, Fatal> {
        let mut cp = None;
        let own = |loader: &mut Self, attribute: &Attribute<'i>| {
            Ok(if attribute.name == "cp" { Own::set(&mut cp, loader.cp(attribute)?) } else { Own::NotMine })
        };
        let mut shared = self.attributes(element, SHARED, &["cp"], own)?;
        if let Some(cp) = cp.as_ref().filter(|cp| cp.len() != 1 && !shared.tags.is_empty()) {
            self.source.fault(FaultCode::TagOnSequence, element.position, vec![cp.to_string()]);
            shared.tags = IdentifierList::EMPTY;
        }
        let mut variants = Vec::new();
        while let Some(child) = self.child(element)? {
            match child.name {
                "var" => variants.extend(self.variant(&child)?),
                _ => self.unexpected(&child, element)?,
            }
        }
        Ok(cp.filter(|_| !shared.is_broken).map(|cp| CharEntry {
            cp,
            variants,
            context: shared.context,
            tags: shared.tags,
            references: shared.references,
            comment: shared.comment,
            origin: element.position.into(),
        }))
    }

    fn range(&mut self, element: &Element<'i>) -> Result<Option<RangeEntry>, Fatal> {
        let (mut first, mut last) = (None, None);
        let own = |loader: &mut Self, attribute: &Attribute<'i>| {
            let end = match attribute.name {
                "first-cp" => &mut first,
                "last-cp" => &mut last,
                _ => return Ok(Own::NotMine),
            };
            Ok(Own::set(end, loader.code_points(attribute, |value| code_point(value.trim_ascii()))?))
        };
        let shared = self.attributes(element, SHARED, &["first-cp", "last-cp"], own)?;
        self.no_children(element)?;
        Ok(first.zip(last).filter(|_| !shared.is_broken).map(|(first, last)| RangeEntry {
            first,
            last,
            context: shared.context,
            tags: shared.tags,
            references: shared.references,
            comment: shared.comment,
            origin: element.position.into(),
        }))
    }

    fn variant(&mut self, element: &Element<'i>) -> Result<Option<Variant>, Fatal> {
        let (mut cp, mut kind) = (None, None);
        let own = |loader: &mut Self, attribute: &Attribute<'i>| {
            Ok(match attribute.name {
                "cp" => Own::set(&mut cp, loader.cp(attribute)?),
                "type" => {
                    Own::set(&mut kind, loader.token(attribute, FaultCode::BadVariantType, is_variant_type)?)
                }
                _ => Own::NotMine,
            })
        };
        let shared = self.attributes(element, &["when", "not-when", "ref", "comment"], &["cp"], own)?;
        self.no_children(element)?;
        Ok(cp.filter(|_| !shared.is_broken).map(|cp| Variant {
            cp,
            kind,
            context: shared.context,
            references: shared.references,
            comment: shared.comment,
            origin: element.position.into(),
        }))
    }

    /// Reads a `cp` attribute, which may be empty.
    pub(super) fn cp(&mut self, attribute: &Attribute<'i>) -> Result<Option<CodePoints>, Fatal> {
        self.code_points(attribute, code_points)
    }

    /// Reads code points in an attribute; lenient reading takes lower-case digits for what they mean.
    fn code_points<T>(
        &mut self,
        attribute: &Attribute<'i>,
        read: fn(&str) -> Result<T, CodePointError>,
    ) -> Result<Option<T>, Fatal> {
        let value = self.source.value(attribute)?;
        match read(&value) {
            Ok(read) => Ok(Some(read)),
            Err(CodePointError::LowerCase) if self.source.strictness() == Strictness::Lenient => {
                let position = self.source.position(attribute);
                self.source.tolerated(FaultCode::BadCodePoint, position, vec![excerpt(&value)]);
                Ok(read(&value.to_ascii_uppercase()).ok())
            }
            Err(_) => {
                self.bad_value(FaultCode::BadCodePoint, attribute, &value);
                Ok(None)
            }
        }
    }
}
