//! The `data` section: `char`, `range` and `var` (RFC 7940 section 5).

use alloc::borrow::ToOwned;
use alloc::string::ToString;
use alloc::vec;

use super::loader::Loader;
use super::source::{Attribute, Outcome, Tag};
use super::values::{CodePointError, ListKind, code_point, code_points, is_variant_type};
use crate::finding::FaultCode;
use crate::lgr::{CharEntry, CodePoints, Entry, IdentifierList, Origin, RangeEntry, Strictness, Variant};

impl<'i> Loader<'i> {
    pub(super) fn data(&mut self, data: &Tag<'i>) -> Outcome<()> {
        while let Some(tag) = self.child(data)? {
            match tag.name {
                "char" => {
                    if let Some(char) = self.char(&tag)? {
                        self.lgr.data.push(Entry::Char(char));
                    }
                }
                "range" => {
                    if let Some(range) = self.range(&tag)? {
                        self.lgr.data.push(Entry::Range(range));
                    }
                }
                _ => self.unexpected(&tag, data)?,
            }
        }
        if self.lgr.data.is_empty() && !self.source.faults.has_errors() {
            let arguments = vec!["char".to_owned(), data.name.to_owned()];
            self.source.fault(FaultCode::MissingElement, data.position, arguments);
        }
        Ok(())
    }

    fn char(&mut self, tag: &Tag<'i>) -> Outcome<Option<CharEntry>> {
        let mut char = CharEntry { origin: tag.position.into(), ..CharEntry::default() };
        let (mut cp, mut when, mut not_when, mut sound) = (None, None, None, true);
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            match attribute.name {
                "cp" => {
                    cp = self.cp(attribute)?;
                    sound &= cp.is_some();
                }
                "comment" => char.comment = self.comment(attribute)?,
                "when" => {
                    when = self.identifier(attribute)?;
                    sound &= when.is_some();
                }
                "not-when" => {
                    not_when = self.identifier(attribute)?;
                    sound &= not_when.is_some();
                }
                "tag" => char.tags = self.list(ListKind::Tags, attribute)?,
                "ref" => char.references = self.list(ListKind::References, attribute)?,
                _ => self.unexpected_attribute(attribute, tag),
            }
        }
        if cp.is_none() && !attributes.iter().any(|attribute| attribute.name == "cp") {
            self.missing_attribute("cp", tag);
        }
        self.source.recycle(attributes);
        let (context, both) = self.context(when, not_when, tag.position);
        char.context = context;
        sound &= !both;
        if !char.tags.is_empty() && cp.as_ref().is_some_and(|cp| cp.len() != 1) {
            let sequence = cp.as_ref().map(ToString::to_string).unwrap_or_default();
            self.source.fault(FaultCode::TagOnSequence, tag.position, vec![sequence]);
            char.tags = IdentifierList::EMPTY;
        }
        while let Some(child) = self.child(tag)? {
            match child.name {
                "var" => char.variants.extend(self.variant(&child)?),
                _ => self.unexpected(&child, tag)?,
            }
        }
        let Some(cp) = cp else { return Ok(None) };
        char.cp = cp;
        Ok(sound.then_some(char))
    }

    fn range(&mut self, tag: &Tag<'i>) -> Outcome<Option<RangeEntry>> {
        let mut range = RangeEntry { origin: tag.position.into(), ..RangeEntry::new('\0', '\0') };
        let (mut first, mut last) = (None, None);
        let (mut when, mut not_when, mut sound) = (None, None, true);
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            match attribute.name {
                "first-cp" | "last-cp" => {
                    let value = self.source.value(attribute)?;
                    let c = self.tolerate(attribute, &value, code_point(value.trim_ascii()), |lower| {
                        code_point(&lower.trim_ascii().to_ascii_uppercase()).ok()
                    });
                    sound &= c.is_some();
                    if attribute.name == "first-cp" { first = c } else { last = c }
                }
                "comment" => range.comment = self.comment(attribute)?,
                "when" => {
                    when = self.identifier(attribute)?;
                    sound &= when.is_some();
                }
                "not-when" => {
                    not_when = self.identifier(attribute)?;
                    sound &= not_when.is_some();
                }
                "tag" => range.tags = self.list(ListKind::Tags, attribute)?,
                "ref" => range.references = self.list(ListKind::References, attribute)?,
                _ => self.unexpected_attribute(attribute, tag),
            }
        }
        for name in ["first-cp", "last-cp"] {
            if !attributes.iter().any(|attribute| attribute.name == name) {
                self.missing_attribute(name, tag);
            }
        }
        self.source.recycle(attributes);
        let (context, both) = self.context(when, not_when, tag.position);
        range.context = context;
        while let Some(child) = self.child(tag)? {
            self.unexpected(&child, tag)?;
        }
        let (Some(first), Some(last)) = (first, last) else { return Ok(None) };
        (range.first, range.last) = (first, last);
        Ok((sound && !both).then_some(range))
    }

    fn variant(&mut self, tag: &Tag<'i>) -> Outcome<Option<Variant>> {
        let mut variant = Variant { origin: tag.position.into(), ..Variant::default() };
        let (mut cp, mut when, mut not_when, mut sound) = (None, None, None, true);
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            match attribute.name {
                "cp" => {
                    cp = self.cp(attribute)?;
                    sound &= cp.is_some();
                }
                "type" => {
                    variant.kind = self.token(attribute, FaultCode::BadVariantType, is_variant_type)?;
                    sound &= variant.kind.is_some();
                }
                "when" => {
                    when = self.identifier(attribute)?;
                    sound &= when.is_some();
                }
                "not-when" => {
                    not_when = self.identifier(attribute)?;
                    sound &= not_when.is_some();
                }
                "comment" => variant.comment = self.comment(attribute)?,
                "ref" => variant.references = self.list(ListKind::References, attribute)?,
                _ => self.unexpected_attribute(attribute, tag),
            }
        }
        if cp.is_none() && !attributes.iter().any(|attribute| attribute.name == "cp") {
            self.missing_attribute("cp", tag);
        }
        self.source.recycle(attributes);
        let (context, both) = self.context(when, not_when, tag.position);
        variant.context = context;
        while let Some(child) = self.child(tag)? {
            self.unexpected(&child, tag)?;
        }
        let Some(cp) = cp else { return Ok(None) };
        variant.cp = cp;
        Ok((sound && !both).then_some(variant))
    }

    /// A `cp` attribute of the repertoire; it may be empty.
    pub(super) fn cp(&mut self, attribute: &Attribute<'i>) -> Outcome<Option<CodePoints>> {
        let value = self.source.value(attribute)?;
        let parsed = code_points(&value);
        Ok(self.tolerate(attribute, &value, parsed, |lower| code_points(&lower.to_ascii_uppercase()).ok()))
    }

    /// Reports a bad code point; lenient reading takes lower-case digits for what they mean.
    fn tolerate<T>(
        &mut self,
        attribute: &Attribute<'i>,
        value: &str,
        parsed: Result<T, CodePointError>,
        again: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        match parsed {
            Ok(parsed) => Some(parsed),
            Err(CodePointError::LowerCase) if self.source.strictness() == Strictness::Lenient => {
                let position = self.source.position(attribute);
                self.source.tolerated(FaultCode::BadCodePoint, position, vec![super::loader::excerpt(value)]);
                again(value)
            }
            Err(_) => {
                self.bad_value(FaultCode::BadCodePoint, attribute, value);
                None
            }
        }
    }
}

/// Where a part of the model stands, for [`Origin`] fields.
pub(super) fn origin(tag: &Tag<'_>) -> Origin {
    tag.position.into()
}
