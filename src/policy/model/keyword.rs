//! Enums whose values are written as keywords in policy files.

/// Makes an enum with its list of values and their keywords, in kebab case.
macro_rules! keywords {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $keyword:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$doc])* $value,)*
        }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$value,)*];

            /// The keyword in policy files.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$value => $keyword,)* }
            }

            /// The value with this keyword.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($keyword => Some(Self::$value),)* _ => None }
            }
        }

        impl $crate::policy::model::Keyword for $name {
            const NAMES: &'static [&'static str] = &[$($keyword,)*];

            fn from_name(name: &str) -> Option<Self> {
                Self::from_name(name)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

pub(in crate::policy) use keywords;

/// An enum of keywords, as the reader needs it.
pub(in crate::policy) trait Keyword: Sized + Copy + core::fmt::Display {
    /// The keywords.
    const NAMES: &'static [&'static str];

    /// The value with this keyword.
    fn from_name(name: &str) -> Option<Self>;
}
