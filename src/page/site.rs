//! Where the pages of a site are.

use alloc::format;
use alloc::string::String;

use form_urlencoded::Serializer;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::language::{Language, Messages};

/// The site that a page belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The words, in the language of the page.
    pub messages: &'a Messages,
    /// The address of the page of questions, with `/` at its end: `/`, `/idn/`, `https://registry.example/idn/`.
    pub base: &'a str,
    /// The policies that people can choose and read, by the names that the site has for them; those built in have
    /// their own ([`Builtin::id`](crate::policy::builtin::Builtin::id)).
    pub policies: &'a [&'a str],
}

/// A page of the site, in whatever language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Address<'a> {
    /// The page of questions, `/?name=NAME&tld=TLD&lang=LANGUAGE`: with an empty name the form alone.
    Question(Question<'a>),
    /// The list of policies, `/policy`.
    Policies,
    /// A policy by its name, `/policy/TLD`.
    Policy(&'a str),
    /// A table of a policy, `/policy/TLD/table/TABLE`.
    Table {
        /// The policy.
        policy: &'a str,
        /// The table.
        table: &'a str,
    },
    /// Two policies side by side, `/policy/FIRST/beside/SECOND`.
    Beside {
        /// The one.
        first: &'a str,
        /// The other.
        second: &'a str,
    },
}

/// What is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question<'a> {
    /// The name as it was typed.
    pub name: &'a str,
    /// The policy that was chosen, by the name of its top-level domain; empty for that of the domain in the name.
    pub tld: &'a str,
}

/// What a segment of a path has as it is (RFC 3986 §2.3).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl Site<'_> {
    /// The address of a page in the language of the site.
    ///
    /// ```
    /// use ulabel::language::{Language, Messages};
    /// use ulabel::page::{Address, Question, Site};
    ///
    /// let site = Site { messages: &Messages::new(Language::Fr), base: "/", policies: &["ch"] };
    /// let question = Question { name: "bücher&co", tld: "ch" };
    /// assert_eq!(site.link(&Address::Question(question)), "/?name=b%C3%BCcher%26co&tld=ch&lang=fr");
    /// assert_eq!(site.link(&Address::Policy("ch")), "/policy/ch?lang=fr");
    /// ```
    #[must_use]
    pub fn link(&self, address: &Address<'_>) -> String {
        self.link_in(address, self.messages.language())
    }

    /// The address of a page in another language.
    #[must_use]
    pub fn link_in(&self, address: &Address<'_>, language: Language) -> String {
        let mut query = Serializer::new(String::new());
        if let Address::Question(Question { name, tld }) = address
            && !(name.is_empty() && tld.is_empty())
        {
            query.append_pair("name", name).append_pair("tld", tld);
        }
        let query = query.append_pair("lang", language.tag()).finish();
        format!("{}{}?{query}", self.base, path(address))
    }

    /// Where the form that chooses a policy to set beside another leads; the choice is the parameter `with`.
    pub(super) fn choice_of_beside(&self, first: &str) -> String {
        format!("{}policy/{}/beside", self.base, utf8_percent_encode(first, SEGMENT))
    }

    /// The address of the style sheet.
    pub(super) fn style(&self) -> String {
        format!("{}style.css", self.base)
    }
}

fn path(address: &Address<'_>) -> String {
    let segment = |text| utf8_percent_encode(text, SEGMENT);
    match *address {
        Address::Question(_) => String::new(),
        Address::Policies => "policy".into(),
        Address::Policy(policy) => format!("policy/{}", segment(policy)),
        Address::Table { policy, table } => format!("policy/{}/table/{}", segment(policy), segment(table)),
        Address::Beside { first, second } => format!("policy/{}/beside/{}", segment(first), segment(second)),
    }
}
