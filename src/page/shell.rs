//! What every page of a site has around its content.

use alloc::string::String;

use maud::{DOCTYPE, Markup, html};

use super::ruleset::is_forbidden;
use super::site::{Address, Question, Site};
use crate::language::{Language, Word};

/// The style sheet, which a site serves as `style.css`. With it a page needs nothing that
/// `default-src 'none'; style-src 'self'; form-action 'self'` forbids.
pub const STYLE: &str = concat!(include_str!("ruleset/style.css"), include_str!("style.css"));

/// A page of a site.
pub(super) struct Page<'a> {
    pub(super) site: &'a Site<'a>,
    /// Its own address, which the switch of languages leads to.
    pub(super) address: Address<'a>,
    /// Its title, without that of the site.
    pub(super) title: Option<&'a str>,
    /// What it holds, with its heading.
    pub(super) content: Markup,
}

impl Page<'_> {
    /// The document, in UTF-8.
    pub(super) fn into_html(self) -> String {
        let Self { site, address, title, content } = &self;
        let messages = site.messages;
        let site_title = messages.heading(Word::PageTitle);
        let start = Address::Question(Question::default());
        let page = html! {
            (DOCTYPE) "\n"
            html lang=(messages.language().tag()) dir=(direction(messages.language())) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { @if let Some(title) = title { (title) " – " } (site_title) }
                    link rel="stylesheet" href=(site.style());
                }
                body.site {
                    a.skip href="#content" { (messages.heading(Word::PageSkip)) }
                    header {
                        nav aria-label=(messages.heading(Word::PageSite)) {
                            ul {
                                (entry(site, &start, address, &site_title))
                                (entry(site, &Address::Policies, address, &messages.heading(Word::PagePolicies)))
                            }
                        }
                        (languages(site, address))
                    }
                    main id="content" tabindex="-1" { (content) }
                }
            }
        };
        page.into_string().replace(is_forbidden, "\u{FFFD}")
    }
}

const fn direction(language: Language) -> &'static str {
    if language.is_rtl() { "rtl" } else { "ltr" }
}

/// A link to a page, which is marked if it is this one.
fn entry(site: &Site<'_>, to: &Address<'_>, here: &Address<'_>, text: &str) -> Markup {
    html! { li { a href=(site.link(to)) aria-current=[(to == here).then_some("page")] { (text) } } }
}

fn languages(site: &Site<'_>, here: &Address<'_>) -> Markup {
    let current = site.messages.language();
    html! {
        nav aria-label=(site.messages.heading(Word::PageLanguages)) {
            ul {
                @for &language in Language::ALL {
                    li {
                        a href=(site.link_in(here, language)) lang=(language.tag()) hreflang=(language.tag())
                            dir=(direction(language)) aria-current=[(language == current).then_some("true")]
                            { (language.endonym()) }
                    }
                }
            }
        }
    }
}
