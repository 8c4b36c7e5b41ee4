//! The `meta` section (RFC 7940 section 4.3).

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::vec;

use super::data::origin;
use super::loader::{Loader, excerpt};
use super::source::{Outcome, Tag};
use super::values::{is_language_tag, is_ncname, is_reference_id};
use crate::finding::FaultCode;
use crate::lgr::{Date, Description, Identifier, LgrVersion, Located, Reference, Scope};
use crate::unicode::Version;

impl<'i> Loader<'i> {
    pub(super) fn meta(&mut self, meta: &Tag<'i>) -> Outcome<()> {
        while let Some(tag) = self.child(meta)? {
            match tag.name {
                "version" => {
                    let version = self.version(&tag)?;
                    let repeated = self.lgr.metadata.version.is_some();
                    if self.once(&tag, repeated) {
                        self.lgr.metadata.version = Some(version);
                    }
                }
                "date" | "validity-start" | "validity-end" => self.date(&tag)?,
                "language" => self.language(&tag)?,
                "scope" => self.scope(&tag)?,
                "unicode-version" => self.unicode_version(&tag)?,
                "description" => {
                    let description = self.description(&tag)?;
                    let repeated = self.lgr.metadata.description.is_some();
                    if self.once(&tag, repeated) {
                        self.lgr.metadata.description = Some(description);
                    }
                }
                "references" => self.references(&tag)?,
                _ => self.unexpected(&tag, meta)?,
            }
        }
        Ok(())
    }

    /// Reports an element that may occur once and occurred before.
    fn once(&mut self, tag: &Tag<'i>, repeated: bool) -> bool {
        if repeated {
            self.source.fault(FaultCode::RepeatedElement, tag.position, vec![tag.name.to_owned()]);
        }
        !repeated
    }

    fn version(&mut self, tag: &Tag<'i>) -> Outcome<LgrVersion> {
        let mut comment = None;
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            match attribute.name {
                "comment" => comment = self.comment(attribute)?,
                _ => self.unexpected_attribute(attribute, tag),
            }
        }
        self.source.recycle(attributes);
        let value: Box<str> = self.text(tag)?.trim_ascii().into();
        let positive = !value.starts_with('0') && value.bytes().all(|byte| byte.is_ascii_digit());
        if value.is_empty() || !positive {
            self.source.fault(FaultCode::VersionNotInteger, tag.position, vec![excerpt(&value)]);
        }
        Ok(LgrVersion { value, comment, origin: origin(tag) })
    }

    fn date(&mut self, tag: &Tag<'i>) -> Outcome<()> {
        self.no_attributes(tag)?;
        let text = self.text(tag)?;
        let text = text.trim_ascii();
        let Some(date) = Date::parse(text) else {
            self.source.fault(FaultCode::BadDate, tag.position, vec![excerpt(text)]);
            return Ok(());
        };
        let metadata = &mut self.lgr.metadata;
        let slot = match tag.name {
            "date" => &mut metadata.date,
            "validity-start" => &mut metadata.validity_start,
            _ => &mut metadata.validity_end,
        };
        let repeated = slot.is_some();
        if !repeated {
            *slot = Some(Located { value: date, origin: origin(tag) });
        }
        self.once(tag, repeated);
        Ok(())
    }

    fn language(&mut self, tag: &Tag<'i>) -> Outcome<()> {
        self.no_attributes(tag)?;
        let text = self.text(tag)?;
        let text = text.trim_ascii();
        if is_language_tag(text) {
            self.lgr.metadata.languages.push(Located { value: Identifier::from(text), origin: origin(tag) });
        } else {
            self.source.fault(FaultCode::BadLanguage, tag.position, vec![excerpt(text)]);
        }
        Ok(())
    }

    fn scope(&mut self, tag: &Tag<'i>) -> Outcome<()> {
        let (mut kind, mut has_type) = (None, false);
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            match attribute.name {
                "type" => {
                    has_type = true;
                    kind = self.token(attribute, FaultCode::BadName, is_ncname)?;
                }
                _ => self.unexpected_attribute(attribute, tag),
            }
        }
        self.source.recycle(attributes);
        if !has_type {
            self.missing_attribute("type", tag);
        }
        let text = self.text(tag)?;
        let text = text.trim_ascii();
        let Some(kind) = kind else { return Ok(()) };
        if text.is_empty() || (&*kind == "domain" && !is_domain(text)) {
            let arguments = vec![excerpt(text), kind.as_ref().to_owned()];
            self.source.fault(FaultCode::BadScope, tag.position, arguments);
            return Ok(());
        }
        if &*kind != "domain" {
            self.source.fault(FaultCode::PrivateScope, tag.position, vec![excerpt(&kind)]);
        }
        self.lgr.metadata.scopes.push(Scope { kind, value: text.into(), origin: origin(tag) });
        Ok(())
    }

    fn unicode_version(&mut self, tag: &Tag<'i>) -> Outcome<()> {
        self.no_attributes(tag)?;
        let text = self.text(tag)?;
        let text = text.trim_ascii();
        let parsed = (text.split('.').count() == 3).then(|| text.parse::<Version>().ok()).flatten();
        let Some(version) = parsed else {
            self.source.fault(FaultCode::BadUnicodeVersion, tag.position, vec![excerpt(text)]);
            return Ok(());
        };
        let repeated = self.lgr.metadata.unicode_version.is_some();
        if self.once(tag, repeated) {
            self.lgr.metadata.unicode_version = Some(Located { value: version, origin: origin(tag) });
        }
        Ok(())
    }

    fn description(&mut self, tag: &Tag<'i>) -> Outcome<Description> {
        let mut media_type: Option<Box<str>> = None;
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            match attribute.name {
                "type" => {
                    let value = self.source.value(attribute)?;
                    if !is_media_type(&value) {
                        self.bad_value(FaultCode::BadMediaType, attribute, &value);
                    }
                    media_type = Some(value.into());
                }
                _ => self.unexpected_attribute(attribute, tag),
            }
        }
        self.source.recycle(attributes);
        let text = self.text(tag)?.into();
        Ok(Description { media_type, text, origin: origin(tag) })
    }

    fn references(&mut self, list: &Tag<'i>) -> Outcome<()> {
        self.no_attributes(list)?;
        while let Some(tag) = self.child(list)? {
            if tag.name != "reference" {
                self.unexpected(&tag, list)?;
                continue;
            }
            let (mut id, mut comment, mut has_id) = (None, None, false);
            let attributes = self.source.take_attributes();
            for attribute in &attributes {
                match attribute.name {
                    "id" => {
                        has_id = true;
                        id = self.token(attribute, FaultCode::BadReferenceId, is_reference_id)?;
                    }
                    "comment" => comment = self.comment(attribute)?,
                    _ => self.unexpected_attribute(attribute, &tag),
                }
            }
            self.source.recycle(attributes);
            if !has_id {
                self.missing_attribute("id", &tag);
            }
            let text = self.text(&tag)?.into();
            if let Some(id) = id {
                let reference = Reference { id, text, comment, origin: origin(&tag) };
                self.lgr.metadata.references.push(reference);
            }
        }
        Ok(())
    }
}

/// The root, or labels of letters, digits and hyphens joined by dots, as RFC 7940 section 4.3.4 wants
/// a domain written; a final dot is allowed.
fn is_domain(text: &str) -> bool {
    let text = text.strip_suffix('.').unwrap_or(text);
    text.is_empty() || text.split('.').all(|label| (1..=63).contains(&label.len()) && !label.contains(' '))
}

/// `type/subtype`, perhaps with parameters (RFC 2045).
fn is_media_type(text: &str) -> bool {
    fn token(text: &str) -> bool {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_graphic() && !b"()<>@,;:\\\"/[]?=".contains(&b))
    }
    let essence = text.split(';').next().unwrap_or("").trim_ascii();
    essence.split_once('/').is_some_and(|(kind, subtype)| token(kind) && token(subtype))
}
