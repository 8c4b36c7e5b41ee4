//! Names in another form.

use alloc::string::String;

use super::Checker;
use crate::report::Report;

/// A form that a valid name can be converted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A-labels: the form of the DNS.
    ALabel,
    /// U-labels: the form of people.
    ULabel,
}

impl Checker {
    /// Converts a name. A dot at its end stays.
    ///
    /// ```
    /// use ulabel::{Checker, Form};
    /// let checker = Checker::registration();
    /// assert_eq!(checker.convert("bücher.example.", Form::ALabel).unwrap(), "xn--bcher-kva.example.");
    /// assert!(!checker.convert("a·b", Form::ALabel).unwrap_err().is_valid());
    /// ```
    ///
    /// # Errors
    ///
    /// The report of a name that is not valid: what is no label has no other form (RFC 5890 §2.3.2.1).
    pub fn convert(&self, name: &str, form: Form) -> Result<String, Report> {
        let report = self.check(name);
        let converted = match form {
            Form::ALabel => report.ascii(),
            Form::ULabel => Some(report.name()),
        };
        let Some(mut converted) = converted.filter(|_| report.is_valid()) else { return Err(report) };
        if name.len() > 1 && name.ends_with('.') {
            converted.push('.');
        }
        Ok(converted)
    }
}
