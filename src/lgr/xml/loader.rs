//! The document as a whole (RFC 7940 section 4.2), and what its three sections share.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use std::collections::BTreeSet;

use super::source::{Attribute, Fatal, Node, Outcome, Source, Tag};
use super::values::{Interner, ListKind, is_ncname, is_nmtoken, is_reference_id, is_variant_type};
use super::{Loaded, limits};
use crate::finding::{FaultCode, Faults, limit};
use crate::lgr::{ContextRule, Identifier, IdentifierList, Lgr, Position, Strictness};

/// Builds the model from the document.
pub(super) struct Loader<'i> {
    pub(super) source: Source<'i>,
    pub(super) interner: Interner<'i>,
    pub(super) lgr: Lgr,
    pub(super) broken: Vec<Identifier>,
    /// The last token found valid: types and rules repeat from one variant to the next.
    last_token: Option<(&'i str, FaultCode, Identifier)>,
}

impl<'i> Loader<'i> {
    pub(super) fn load(text: &'i str, strictness: Strictness) -> Result<Loaded, Faults> {
        let mut loader = Self {
            source: Source::new(text, strictness),
            interner: Interner::default(),
            lgr: Lgr::default(),
            broken: Vec::new(),
            last_token: None,
        };
        match loader.document() {
            Ok(()) => Ok(Loaded { lgr: loader.lgr, faults: loader.source.faults, broken: loader.broken }),
            Err(Fatal) => Err(loader.source.faults),
        }
    }

    fn document(&mut self) -> Outcome<()> {
        self.source.check_characters()?;
        let Node::Open(root) = self.source.next()? else { return Err(Fatal) };
        if !root.is_lgr {
            let namespace = Source::default_namespace(self.source.raw_attributes()).to_owned();
            self.source.tolerated(FaultCode::WrongNamespace, root.position, vec![namespace]);
            return Err(Fatal);
        }
        if root.name != "lgr" {
            let arguments = vec![root.name.to_owned(), "document".to_owned()];
            self.source.tolerated(FaultCode::UnexpectedElement, root.position, arguments);
            return Err(Fatal);
        }
        self.no_attributes(&root)?;
        self.sections(&root)?;
        // Only comments and white space may follow; anything else is fatal in the source.
        self.source.next().map(|_| ())
    }

    fn sections(&mut self, root: &Tag<'i>) -> Outcome<()> {
        const SECTIONS: [&str; 3] = ["meta", "data", "rules"];
        let mut seen: [Option<usize>; 3] = [None; 3];
        let mut latest: Option<usize> = None;
        while let Some(tag) = self.child(root)? {
            let Some(section) = SECTIONS.iter().position(|&name| name == tag.name) else {
                self.unexpected(&tag, root)?;
                continue;
            };
            let slot = seen.get_mut(section);
            let repeated = slot.is_some_and(|slot| slot.replace(section).is_some());
            if repeated {
                self.source.fault(FaultCode::RepeatedElement, tag.position, vec![tag.name.to_owned()]);
                self.skip()?;
                continue;
            }
            if let Some(before) = latest.filter(|&before| before > section) {
                let before = SECTIONS.get(before).copied().unwrap_or_default();
                let arguments = vec![tag.name.to_owned(), before.to_owned()];
                self.source.tolerated(FaultCode::ElementOrder, tag.position, arguments);
            }
            latest = latest.max(Some(section));
            self.no_attributes(&tag)?;
            match section {
                0 => self.meta(&tag)?,
                1 => self.data(&tag)?,
                _ => self.rules(&tag)?,
            }
        }
        if let [_, None, _] = seen {
            let arguments = vec!["data".to_owned(), root.name.to_owned()];
            self.source.fault(FaultCode::MissingElement, root.position, arguments);
        }
        Ok(())
    }

    /// The next child element; stray text and foreign elements are reported and passed.
    pub(super) fn child(&mut self, parent: &Tag<'i>) -> Outcome<Option<Tag<'i>>> {
        loop {
            match self.source.next()? {
                Node::Open(tag) if tag.is_lgr => return Ok(Some(tag)),
                Node::Open(tag) => {
                    // RFC 7940 section 4.3.4 lets other namespaces into the metadata; elsewhere they
                    // could carry meaning that we do not know.
                    if parent.name == "meta" || parent.name == "lgr" {
                        self.source.tolerated(FaultCode::Foreign, tag.position, vec![tag.name.to_owned()]);
                        self.skip()?;
                    } else {
                        self.unexpected(&tag, parent)?;
                    }
                }
                Node::Text(_, position) => {
                    self.source.fault(FaultCode::UnexpectedText, position, vec![parent.name.to_owned()]);
                }
                Node::Close | Node::End => return Ok(None),
            }
        }
    }

    /// The text of an element that may hold nothing else.
    pub(super) fn text(&mut self, parent: &Tag<'i>) -> Outcome<Cow<'i, str>> {
        let mut whole: Cow<'i, str> = Cow::Borrowed("");
        loop {
            match self.source.next_with_space()? {
                Node::Text(text, _) if whole.is_empty() => whole = text,
                Node::Text(text, _) => whole.to_mut().push_str(&text),
                Node::Open(tag) => self.unexpected(&tag, parent)?,
                Node::Close | Node::End => return Ok(whole),
            }
        }
    }

    /// Passes over the rest of the element just opened.
    pub(super) fn skip(&mut self) -> Outcome<()> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.source.next()? {
                Node::Open(_) => depth += 1,
                Node::Close => depth -= 1,
                Node::Text(..) => {}
                Node::End => break,
            }
        }
        Ok(())
    }

    /// Reports an element that must not stand here, and passes over it.
    pub(super) fn unexpected(&mut self, tag: &Tag<'i>, parent: &Tag<'i>) -> Outcome<()> {
        let arguments = vec![tag.name.to_owned(), parent.name.to_owned()];
        self.source.fault(FaultCode::UnexpectedElement, tag.position, arguments);
        self.skip()
    }

    /// Reports all attributes of an element that may have none.
    pub(super) fn no_attributes(&mut self, tag: &Tag<'i>) -> Outcome<()> {
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            self.unexpected_attribute(attribute, tag);
        }
        self.source.recycle(attributes);
        Ok(())
    }

    pub(super) fn unexpected_attribute(&mut self, attribute: &Attribute<'i>, tag: &Tag<'i>) {
        let position = self.source.position(attribute);
        let arguments = vec![attribute.name.to_owned(), tag.name.to_owned()];
        self.source.fault(FaultCode::UnexpectedAttribute, position, arguments);
    }

    pub(super) fn missing_attribute(&mut self, name: &str, tag: &Tag<'i>) {
        let arguments = vec![name.to_owned(), tag.name.to_owned()];
        self.source.fault(FaultCode::MissingAttribute, tag.position, arguments);
    }

    /// A fault that quotes the value of an attribute.
    pub(super) fn bad_value(&mut self, code: FaultCode, attribute: &Attribute<'i>, value: &str) {
        let position = self.source.position(attribute);
        self.source.fault(code, position, vec![excerpt(value)]);
    }

    pub(super) fn comment(&mut self, attribute: &Attribute<'i>) -> Outcome<Option<Box<str>>> {
        Ok(Some(self.source.value(attribute)?.into()))
    }

    /// An identifier in `name`, `by-ref`, `when` and the like.
    pub(super) fn identifier(&mut self, attribute: &Attribute<'i>) -> Outcome<Option<Identifier>> {
        self.token(attribute, FaultCode::BadName, is_ncname)
    }

    /// A tag in `from-tag`.
    pub(super) fn tag_name(&mut self, attribute: &Attribute<'i>) -> Outcome<Option<Identifier>> {
        self.token(attribute, FaultCode::BadTag, is_nmtoken)
    }

    /// A single token of the form that `valid` tests, as a shared name.
    pub(super) fn token(
        &mut self,
        attribute: &Attribute<'i>,
        code: FaultCode,
        valid: fn(&str) -> bool,
    ) -> Outcome<Option<Identifier>> {
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
    pub(super) fn list(&mut self, kind: ListKind, attribute: &Attribute<'i>) -> Outcome<IdentifierList> {
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
            } else if seen.insert(member) {
                names.push(Identifier::from(member));
            } else if let Some(code) = repeated {
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

    /// Puts `when` and `not-when` together. The second value says that both were there.
    pub(super) fn context(
        &mut self,
        when: Option<Identifier>,
        not_when: Option<Identifier>,
        position: Position,
    ) -> (Option<ContextRule>, bool) {
        match (when, not_when) {
            (Some(_), Some(_)) => {
                self.source.fault(FaultCode::BothContexts, position, Vec::new());
                (None, true)
            }
            (Some(rule), None) => (Some(ContextRule::When(rule)), false),
            (None, Some(rule)) => (Some(ContextRule::NotWhen(rule)), false),
            (None, None) => (None, false),
        }
    }
}

/// As much of a value as a message needs.
pub(super) fn excerpt(value: &str) -> String {
    const LONGEST: usize = 60;
    let mut excerpt: String = value.chars().take(LONGEST).collect();
    if value.chars().nth(LONGEST).is_some() {
        excerpt.push('…');
    }
    excerpt
}
