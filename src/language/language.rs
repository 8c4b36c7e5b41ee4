//! The six languages.

use core::fmt;

/// A language that reports can be written in: the six of the United Nations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Arabic.
    Ar,
    /// Chinese, in simplified characters.
    Zh,
    /// English.
    #[default]
    En,
    /// French.
    Fr,
    /// Russian.
    Ru,
    /// Spanish.
    Es,
}

impl Language {
    /// Every language, in the order of their names in English.
    pub const ALL: &'static [Language] = &[Self::Ar, Self::Zh, Self::En, Self::Fr, Self::Ru, Self::Es];

    /// The code of ISO 639-1.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::Zh => "zh",
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ru => "ru",
            Self::Es => "es",
        }
    }

    /// The name of the language in itself.
    #[must_use]
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::Ar => "العربية",
            Self::Zh => "中文",
            Self::En => "English",
            Self::Fr => "français",
            Self::Ru => "русский",
            Self::Es => "español",
        }
    }

    /// True if it is written from right to left.
    #[must_use]
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::Ar)
    }

    /// The language that a reader likes best of the six, by an `Accept-Language` header (RFC 9110 §12.5.4). `None` if it
    /// names none of them.
    ///
    /// ```
    /// use ulabel::language::Language;
    /// assert_eq!(Language::accepted("de, ru;q=0.7, fr-CH;q=0.9"), Some(Language::Fr));
    /// assert_eq!(Language::accepted("en;q=0, *"), None);
    /// ```
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        let ranges = header.split(',').filter_map(|range| {
            let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
            let weight = parameters.split(';').find_map(|one| one.trim().strip_prefix("q="));
            let weight = weight.map_or(1.0, |weight| weight.trim().parse().unwrap_or(0.0));
            Some((Self::from_tag(tag.trim())?, weight)).filter(|(_, weight): &(_, f32)| *weight > 0.0)
        });
        // Of several that are liked as well, the first.
        let best = ranges.reduce(|best, one| if one.1 > best.1 { one } else { best });
        best.map(|(language, _)| language)
    }

    /// The language of a tag as BCP 47 or a POSIX environment writes it; subtags behind the
    /// language are not looked at. `None` for another language.
    ///
    /// ```
    /// use ulabel::language::Language;
    /// assert_eq!(Language::from_tag("fr_FR.UTF-8"), Some(Language::Fr));
    /// assert_eq!(Language::from_tag("zh-Hans"), Some(Language::Zh));
    /// assert_eq!(Language::from_tag("C"), None);
    /// ```
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let subtag = tag.split_once(['-', '_', '.', '@']).map_or(tag, |(subtag, _)| subtag);
        Self::ALL.iter().copied().find(|language| language.tag().eq_ignore_ascii_case(subtag))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}
