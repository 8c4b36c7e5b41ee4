//! Names and the keys that group them: index label and skeleton.

use std::sync::Arc;

use ulabel::lgr::{Relation, Scratch, Tables};
use ulabel::script::skeleton_key;
use ulabel::{Label, Name};

/// Makes the keys of one name after another, in memory that is used again.
pub(crate) struct Keys {
    tables: Option<Arc<Tables>>,
    scratch: Scratch,
    labels: Vec<Label>,
    /// The name in Unicode.
    name: String,
    part: String,
}

impl Keys {
    pub(crate) fn new(tables: Option<Arc<Tables>>) -> Self {
        Self { tables, scratch: Scratch::new(), labels: Vec::new(), name: String::new(), part: String::new() }
    }

    /// Takes a name. Labels that do not decode stand as they were given.
    pub(crate) fn take(&mut self, name: &str) {
        self.labels.clear();
        self.name.clear();
        for (at, text) in Name::parse(name).labels().enumerate() {
            let label = Label::parse(text);
            if at > 0 {
                self.name.push('.');
            }
            self.name.push_str(label.u_label().unwrap_or(text));
            self.labels.push(label);
        }
    }

    /// The name in Unicode.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The index label of each label that the tables judge, and the others as they are; false when there
    /// is none.
    pub(crate) fn index_label_into(&mut self, out: &mut String) -> bool {
        out.clear();
        let Some(tables) = &self.tables else { return false };
        let judged = tables.suffixes().registered(self.labels.iter());
        for (at, label) in self.labels.iter().enumerate() {
            if at > 0 {
                out.push('.');
            }
            let Some(label) = label.u_label() else { return false };
            if !judged.contains(&at) {
                out.push_str(label);
                continue;
            }
            if !tables.index_label_into(label, &mut self.scratch, &mut self.part) {
                return false;
            }
            out.push_str(&self.part);
        }
        true
    }

    /// The skeleton of the name in Unicode.
    pub(crate) fn skeleton(&self) -> String {
        skeleton_key(&self.name)
    }

    /// How the name is a variant of an existing one: the table that says so first, and the relation. Of
    /// names with several labels one label alone may differ.
    pub(crate) fn relation_to(&mut self, existing: &str) -> Option<(Arc<str>, Relation)> {
        let tables = self.tables.clone()?;
        let mut pairs = self.name.split('.').zip(existing.split('.')).filter(|(own, other)| own != other);
        let (own, other) = pairs.next()?;
        if pairs.next().is_some() || own.is_empty() {
            return None;
        }
        tables.ids().iter().zip(tables.tables()).find_map(|(id, table)| {
            // Beyond the bounds nothing can be told.
            let relation = table.relation_with(other, own, &mut self.scratch).ok()??;
            Some((id.clone(), relation))
        })
    }
}
