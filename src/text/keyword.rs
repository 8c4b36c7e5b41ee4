//! Enums whose values have stable names: keywords in files and reports.

/// Makes an enum with the list of its values and their names, both ways.
macro_rules! keywords {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $keyword:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $value,)*
        }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$value,)*];

            /// The stable name, in files and reports.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$value => $keyword,)* }
            }

            /// The value with this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($keyword => Some(Self::$value),)* _ => None }
            }
        }

        impl $crate::text::Keyword for $name {
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

pub(crate) use keywords;

/// An enum of names, as a reader needs it.
#[cfg_attr(not(feature = "policy"), allow(dead_code))]
pub(crate) trait Keyword: Sized + Copy + core::fmt::Display {
    /// The names.
    const NAMES: &'static [&'static str];

    /// The value with this name.
    fn from_name(name: &str) -> Option<Self>;
}
