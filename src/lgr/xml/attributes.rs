//! The attributes of an element: one loop for all of them.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use std::collections::BTreeSet;

use super::limits;
use super::loader::{Loader, excerpt};
use super::source::{Attribute, Element, Fatal};
use super::values::{ListKind, is_ncname, is_nmtoken, is_reference_id, is_variant_type};
use crate::finding::{FaultCode, limit};
use crate::lgr::{ContextRule, Count, Identifier, IdentifierList};

/// The attributes that several elements have, as read.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) name: Option<Identifier>,
    pub(super) by_ref: Option<Identifier>,
    pub(super) count: Option<Count>,
    pub(super) context: Option<ContextRule>,
    pub(super) tags: IdentifierList,
    pub(super) references: IdentifierList,
    pub(super) comment: Option<Box<str>>,
    /// True if `name` was written, whatever its value; so with the two that follow.
    pub(super) has_name: bool,
    pub(super) has_by_ref: bool,
    pub(super) has_references: bool,
    /// True if some attribute is none that the element has.
    pub(super) has_unexpected: bool,
    /// True if some attribute has a value that it cannot have, so that the element cannot be used.
    pub(super) is_broken: bool,
}

/// The answer of a reader of an element's own attributes about one of them.
pub(super) enum Own {
    /// It is an attribute of the element, with a value that can be used.
    Sound,
    /// It is an attribute of the element, with a value that cannot be used.
    Broken,
    /// It is one of the shared attributes, or none at all.
    NotMine,
}

impl Own {
    /// Puts a value where it belongs, if there is one that can be used.
    pub(super) fn set<T>(place: &mut Option<T>, value: Option<T>) -> Self {
        *place = value;
        if place.is_some() { Self::Sound } else { Self::Broken }
    }
}

impl<'i> Loader<'i> {
    /// Reads the attributes of the element just opened: `own` takes those that it alone has, and of the
    /// others it may have those listed in `shared`. Those in `required` must be there.
    pub(super) fn attributes(
        &mut self,
        element: &Element<'i>,
        shared: &[&str],
        required: &[&str],
        mut own: impl FnMut(&mut Self, &Attribute<'i>) -> Result<Own, Fatal>,
    ) -> Result<Shared, Fatal> {
        let mut read = Shared::default();
        let (mut when, mut not_when) = (None, None);
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            match own(self, attribute)? {
                Own::Sound => continue,
                Own::Broken => read.is_broken = true,
                Own::NotMine if !shared.contains(&attribute.name) => {
                    self.unexpected_attribute(attribute, element);
                    read.has_unexpected = true;
                }
                Own::NotMine => match attribute.name {
                    "tag" => read.tags = self.list(ListKind::Tags, attribute)?,
                    "ref" => {
                        read.has_references = true;
                        read.references = self.list(ListKind::References, attribute)?;
                    }
                    "comment" => read.comment = Some(self.source.value(attribute)?.into()),
                    "count" => {
                        let value = self.source.value(attribute)?;
                        read.count = Count::parse(value.trim_ascii());
                        if read.count.is_none() {
                            self.bad_value(FaultCode::BadCount, attribute, &value);
                            read.is_broken = true;
                        }
                    }
                    name => {
                        let identifier = self.identifier(attribute)?;
                        read.is_broken |= identifier.is_none();
                        match name {
                            "when" => when = identifier,
                            "not-when" => not_when = identifier,
                            "by-ref" => (read.has_by_ref, read.by_ref) = (true, identifier),
                            _ => (read.has_name, read.name) = (true, identifier),
                        }
                    }
                },
            }
        }
        for &name in required.iter().filter(|name| attributes.iter().all(|other| other.name != **name)) {
            let arguments = vec![name.to_owned(), element.name.to_owned()];
            self.source.fault(FaultCode::MissingAttribute, element.position, arguments);
        }
        self.source.recycle(attributes);
        if when.is_some() && not_when.is_some() {
            self.source.fault(FaultCode::BothContexts, element.position, Vec::new());
            read.is_broken = true;
        }
        read.context = when.map(ContextRule::When).or(not_when.map(ContextRule::NotWhen));
        Ok(read)
    }

    /// Reports all attributes of an element that may have none.
    pub(super) fn no_attributes(&mut self, element: &Element<'i>) -> Result<(), Fatal> {
        self.attributes(element, &[], &[], |_, _| Ok(Own::NotMine)).map(|_| ())
    }

    fn unexpected_attribute(&mut self, attribute: &Attribute<'i>, element: &Element<'i>) {
        let position = self.source.position(attribute);
        let arguments = vec![attribute.name.to_owned(), element.name.to_owned()];
        self.source.fault(FaultCode::UnexpectedAttribute, position, arguments);
    }

    /// A fault that quotes the value of an attribute.
    pub(super) fn bad_value(&mut self, code: FaultCode, attribute: &Attribute<'i>, value: &str) {
        let position = self.source.position(attribute);
        self.source.fault(code, position, vec![excerpt(value)]);
    }

    /// An identifier in `name`, `by-ref`, `when` and the like.
    pub(super) fn identifier(&mut self, attribute: &Attribute<'i>) -> Result<Option<Identifier>, Fatal> {
        self.token(attribute, FaultCode::BadName, is_ncname)
    }

    /// A single token of the form that `valid` tests, as a shared name.
    pub(super) fn token(
        &mut self,
        attribute: &Attribute<'i>,
        code: FaultCode,
        valid: fn(&str) -> bool,
    ) -> Result<Option<Identifier>, Fatal> {
        let value = self.source.value(attribute)?;
        // The code says which form was tested.
        if let Some((last, tested, name)) = &self.last_token
            && *tested == code
            && **last == *value
        {
            return Ok(Some(name.clone()));
        }
        let trimmed = value.trim_ascii();
        if !valid(trimmed) {
            self.bad_value(code, attribute, &value);
            return Ok(None);
        }
        Ok(Some(match value {
            Cow::Borrowed(value) => {
                let name = self.interner.name(value.trim_ascii());
                self.last_token = Some((value, code, name.clone()));
                name
            }
            Cow::Owned(_) => Identifier::from(trimmed),
        }))
    }

    /// A list in `ref`, `tag` or one of the triggers, without repetitions in the first two.
    pub(super) fn list(
        &mut self,
        kind: ListKind,
        attribute: &Attribute<'i>,
    ) -> Result<IdentifierList, Fatal> {
        let value = self.source.value(attribute)?;
        if let Some(list) = self.interner.known_list(kind, &value) {
            return Ok(list);
        }
        let (valid, bad, repeated): (fn(&str) -> bool, _, _) = match kind {
            ListKind::References => {
                (is_reference_id, FaultCode::BadReferenceList, Some(FaultCode::RepeatedReference))
            }
            ListKind::Tags => (is_nmtoken, FaultCode::BadTag, Some(FaultCode::RepeatedTag)),
            ListKind::Types => (is_variant_type, FaultCode::BadTypeList, None),
        };
        let mut seen = BTreeSet::new();
        let mut names = Vec::new();
        let mut sound = true;
        for member in value.split_ascii_whitespace().take(limits::MAX_LIST) {
            if !valid(member) {
                self.bad_value(bad, attribute, member);
                sound = false;
            } else if let (false, Some(code)) = (seen.insert(member), repeated) {
                self.bad_value(code, attribute, member);
                sound = false;
            } else {
                names.push(Identifier::from(member));
            }
        }
        if value.split_ascii_whitespace().nth(limits::MAX_LIST).is_some() {
            let position = self.source.position(attribute);
            let arguments = limit("members of a list", limits::MAX_LIST);
            self.source.fault(FaultCode::Limit, position, arguments);
            sound = false;
        }
        // The schema wants one member at least, except that NMTOKENS of a tag may be left away.
        if names.is_empty() && sound {
            self.bad_value(bad, attribute, &value);
            sound = false;
        }
        let list: IdentifierList = names.into_iter().collect();
        if let (true, Cow::Borrowed(value)) = (sound, &value) {
            self.interner.keep_list(kind, value, list.clone());
        }
        Ok(list)
    }
}
