//! The document as a whole (RFC 7940 section 4.2), and what its three sections share.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::Loaded;
use super::source::{Content, Element, Fatal, Source};
use super::values::Interner;
use crate::finding::{FaultCode, Faults};
use crate::lgr::{Identifier, Lgr, Strictness};
use crate::text;

/// Builds the model from the document.
pub(super) struct Loader<'i> {
    pub(super) source: Source<'i>,
    pub(super) interner: Interner<'i>,
    pub(super) lgr: Lgr,
    pub(super) broken: Vec<Identifier>,
    /// The last token found valid: types and rules repeat from one variant to the next.
    pub(super) last_token: Option<(&'i str, FaultCode, Identifier)>,
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

    fn document(&mut self) -> Result<(), Fatal> {
        self.source.check_characters()?;
        let Content::Open(root) = self.source.next()? else { return Err(Fatal) };
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

    fn sections(&mut self, root: &Element<'i>) -> Result<(), Fatal> {
        let mut seen: Vec<&str> = Vec::new();
        while let Some(element) = self.child(root)? {
            let after: &[&str] = match element.name {
                "meta" => &["rules", "data"],
                "data" => &["rules"],
                "rules" => &[],
                _ => {
                    self.unexpected(&element, root)?;
                    continue;
                }
            };
            if seen.contains(&element.name) {
                let arguments = vec![element.name.to_owned()];
                self.source.fault(FaultCode::RepeatedElement, element.position, arguments);
                self.skip()?;
                continue;
            }
            if let Some(before) = after.iter().find(|name| seen.contains(name)) {
                let arguments = vec![element.name.to_owned(), (*before).to_owned()];
                self.source.tolerated(FaultCode::ElementOrder, element.position, arguments);
            }
            seen.push(element.name);
            self.no_attributes(&element)?;
            match element.name {
                "meta" => self.meta(&element)?,
                "data" => self.data(&element)?,
                _ => self.rules(&element)?,
            }
        }
        if !seen.contains(&"data") {
            let arguments = vec!["data".to_owned(), root.name.to_owned()];
            self.source.fault(FaultCode::MissingElement, root.position, arguments);
        }
        Ok(())
    }

    /// The next child element; stray text and foreign elements are reported and passed.
    pub(super) fn child(&mut self, parent: &Element<'i>) -> Result<Option<Element<'i>>, Fatal> {
        loop {
            match self.source.next()? {
                Content::Open(element) if element.is_lgr => return Ok(Some(element)),
                Content::Open(element) => {
                    // RFC 7940 section 4.3.4 lets other namespaces into the metadata; elsewhere they
                    // could carry meaning that we do not know.
                    if parent.name == "meta" || parent.name == "lgr" {
                        self.source.tolerated(
                            FaultCode::Foreign,
                            element.position,
                            vec![element.name.to_owned()],
                        );
                        self.skip()?;
                    } else {
                        self.unexpected(&element, parent)?;
                    }
                }
                Content::Text(_, position) => {
                    self.source.fault(FaultCode::UnexpectedText, position, vec![parent.name.to_owned()]);
                }
                Content::Close | Content::End => return Ok(None),
            }
        }
    }

    /// Reports the children of an element that may have none.
    pub(super) fn no_children(&mut self, parent: &Element<'i>) -> Result<(), Fatal> {
        while let Some(child) = self.child(parent)? {
            self.unexpected(&child, parent)?;
        }
        Ok(())
    }

    /// The text of an element that may hold nothing else.
    pub(super) fn text(&mut self, parent: &Element<'i>) -> Result<Cow<'i, str>, Fatal> {
        let mut whole: Cow<'i, str> = Cow::Borrowed("");
        loop {
            match self.source.next_with_space()? {
                Content::Text(text, _) if whole.is_empty() => whole = text,
                Content::Text(text, _) => whole.to_mut().push_str(&text),
                Content::Open(element) => self.unexpected(&element, parent)?,
                Content::Close | Content::End => return Ok(whole),
            }
        }
    }

    /// Passes over the rest of the element just opened.
    pub(super) fn skip(&mut self) -> Result<(), Fatal> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.source.next()? {
                Content::Open(_) => depth += 1,
                Content::Close => depth -= 1,
                Content::Text(..) => {}
                Content::End => break,
            }
        }
        Ok(())
    }

    /// Reports an element that must not stand here, and passes over it.
    pub(super) fn unexpected(&mut self, element: &Element<'i>, parent: &Element<'i>) -> Result<(), Fatal> {
        let arguments = vec![element.name.to_owned(), parent.name.to_owned()];
        self.source.fault(FaultCode::UnexpectedElement, element.position, arguments);
        self.skip()
    }
}

/// As much of a value as a message needs.
pub(super) fn excerpt(value: &str) -> String {
    text::excerpt(value, 60).into_owned()
}
