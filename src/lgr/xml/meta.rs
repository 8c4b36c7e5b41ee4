//! The `meta` section (RFC 7940 section 4.3).

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::vec;

use super::attributes::Own;
use super::loader::{Loader, excerpt};
use super::source::{Attribute, Element, Fatal};
use super::values::{is_ncname, is_reference_id};
use crate::finding::FaultCode;
use crate::lgr::model::language_tag;
use crate::lgr::{Description, Identifier, LgrVersion, Located, Reference, Scope, full_date};
use crate::unicode::Version;

impl<'i> Loader<'i> {
    pub(super) fn meta(&mut self, meta: &Element<'i>) -> Result<(), Fatal> {
        while let Some(element) = self.child(meta)? {
            match element.name {
                "version" => {
                    let version = self.version(&element)?;
                    let repeated = self.lgr.metadata.version.is_some();
                    if self.once(&element, repeated) {
                        self.lgr.metadata.version = Some(version);
                    }
                }
                "date" | "validity-start" | "validity-end" => self.date(&element)?,
                "language" => self.language(&element)?,
                "scope" => self.scope(&element)?,
                "unicode-version" => self.unicode_version(&element)?,
                "description" => {
                    let description = self.description(&element)?;
                    let repeated = self.lgr.metadata.description.is_some();
                    if self.once(&element, repeated) {
                        self.lgr.metadata.description = Some(description);
                    }
                }
                "references" => self.references(&element)?,
                _ => self.unexpected(&element, meta)?,
            }
        }
        Ok(())
    }

    /// Reports an element that may occur once and occurred before.
    fn once(&mut self, element: &Element<'i>, repeated: bool) -> bool {
        if repeated {
            self.source.fault(FaultCode::RepeatedElement, element.position, vec![element.name.to_owned()]);
        }
        !repeated
    }

    fn version(&mut self, element: &Element<'i>) -> Result<LgrVersion, Fatal> {
        let comment = self.attributes(element, &["comment"], &[], |_, _| Ok(Own::NotMine))?.comment;
        let value: Box<str> = self.text(element)?.trim_ascii().into();
        let positive = !value.starts_with('0') && value.bytes().all(|byte| byte.is_ascii_digit());
        if value.is_empty() || !positive {
            self.source.fault(FaultCode::VersionNotInteger, element.position, vec![excerpt(&value)]);
        }
        Ok(LgrVersion { value, comment, origin: element.position.into() })
    }

    fn date(&mut self, element: &Element<'i>) -> Result<(), Fatal> {
        self.no_attributes(element)?;
        let text = self.text(element)?;
        let text = text.trim_ascii();
        let Some(date) = full_date(text) else {
            self.source.fault(FaultCode::BadDate, element.position, vec![excerpt(text)]);
            return Ok(());
        };
        let metadata = &mut self.lgr.metadata;
        let slot = match element.name {
            "date" => &mut metadata.date,
            "validity-start" => &mut metadata.validity_start,
            _ => &mut metadata.validity_end,
        };
        let repeated = slot.is_some();
        if !repeated {
            *slot = Some(Located { value: date, origin: element.position.into() });
        }
        self.once(element, repeated);
        Ok(())
    }

    fn language(&mut self, element: &Element<'i>) -> Result<(), Fatal> {
        self.no_attributes(element)?;
        let text = self.text(element)?;
        let text = text.trim_ascii();
        if language_tag::is_well_formed(text) {
            self.lgr
                .metadata
                .languages
                .push(Located { value: Identifier::from(text), origin: element.position.into() });
        } else {
            self.source.fault(FaultCode::BadLanguage, element.position, vec![excerpt(text)]);
        }
        Ok(())
    }

    fn scope(&mut self, element: &Element<'i>) -> Result<(), Fatal> {
        let mut kind = None;
        let own = |loader: &mut Self, attribute: &Attribute<'i>| {
            if attribute.name != "type" {
                return Ok(Own::NotMine);
            }
            Ok(Own::set(&mut kind, loader.token(attribute, FaultCode::BadName, is_ncname)?))
        };
        self.attributes(element, &[], &["type"], own)?;
        let text = self.text(element)?;
        let text = text.trim_ascii();
        let Some(kind) = kind else { return Ok(()) };
        if text.is_empty() || (&*kind == "domain" && !is_domain(text)) {
            let arguments = vec![excerpt(text), kind.as_ref().to_owned()];
            self.source.fault(FaultCode::BadScope, element.position, arguments);
            return Ok(());
        }
        if &*kind != "domain" {
            self.source.fault(FaultCode::PrivateScope, element.position, vec![excerpt(&kind)]);
        }
        self.lgr.metadata.scopes.push(Scope { kind, value: text.into(), origin: element.position.into() });
        Ok(())
    }

    fn unicode_version(&mut self, element: &Element<'i>) -> Result<(), Fatal> {
        self.no_attributes(element)?;
        let text = self.text(element)?;
        let text = text.trim_ascii();
        let parsed = (text.split('.').count() == 3).then(|| text.parse::<Version>().ok()).flatten();
        let Some(version) = parsed else {
            self.source.fault(FaultCode::BadUnicodeVersion, element.position, vec![excerpt(text)]);
            return Ok(());
        };
        let repeated = self.lgr.metadata.unicode_version.is_some();
        if self.once(element, repeated) {
            self.lgr.metadata.unicode_version =
                Some(Located { value: version, origin: element.position.into() });
        }
        Ok(())
    }

    fn description(&mut self, element: &Element<'i>) -> Result<Description, Fatal> {
        let mut media_type: Option<Box<str>> = None;
        let own = |loader: &mut Self, attribute: &Attribute<'i>| {
            if attribute.name != "type" {
                return Ok(Own::NotMine);
            }
            let value = loader.source.value(attribute)?;
            if !is_media_type(&value) {
                loader.bad_value(FaultCode::BadMediaType, attribute, &value);
            }
            Ok(Own::set(&mut media_type, Some(value.into())))
        };
        self.attributes(element, &[], &[], own)?;
        let text = self.text(element)?.into();
        Ok(Description { media_type, text, origin: element.position.into() })
    }

    fn references(&mut self, list: &Element<'i>) -> Result<(), Fatal> {
        self.no_attributes(list)?;
        while let Some(element) = self.child(list)? {
            if element.name != "reference" {
                self.unexpected(&element, list)?;
                continue;
            }
            let mut id = None;
            let own = |loader: &mut Self, attribute: &Attribute<'i>| {
                if attribute.name != "id" {
                    return Ok(Own::NotMine);
                }
                Ok(Own::set(&mut id, loader.token(attribute, FaultCode::BadReferenceId, is_reference_id)?))
            };
            let comment = self.attributes(&element, &["comment"], &["id"], own)?.comment;
            let text = self.text(&element)?.into();
            if let Some(id) = id {
                let reference = Reference { id, text, comment, origin: element.position.into() };
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
