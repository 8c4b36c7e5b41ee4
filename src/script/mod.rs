//! Scripts and look-alikes: UTS #39 (Unicode Security Mechanisms) over the scripts of UAX #24.
//!
//! IDNA2008 says which characters a label may hold; it does not say that they may stand together. That
//! is a registry's choice, and UTS #39 gives it the measures:
//!
//! | question | function | UTS #39 |
//! |---|---|---|
//! | Which scripts have all characters in common? | [`resolved_script_set`], [`is_single_script`] | §5.1 |
//! | Where does the script change? | [`mixture`] | §5.1 |
//! | How far does the label mix scripts? | [`restriction_level`] | §5.2 |
//! | Are there digits of two numbering systems? | [`mixed_numbers`] | §5.3 |
//! | What does the label look like? | [`skeleton`], [`bidi_skeleton`], [`skeleton_key`] | §4 |
//! | Which names look alike at a glance, marks aside? | [`wide_skeleton_key`] | beyond §4 |
//! | Do two labels look alike, and how? | [`confusable`], [`bidi_confusable`] | §4 |
//! | Could it be written whole in another script? | [`whole_script_confusables`] | §4 |
//!
//! [`Rules`] asks these of a label and makes findings of the answers.
//!
//! Han, Hiragana and Katakana together are Japanese and count as one (`Jpan`), likewise Han with
//! Bopomofo (`Hanb`) and Hangul with Han (`Kore`). Han beside Latin is none of these, although ISO 15924
//! has a code for it (`Hntl`): such a label is [`RestrictionLevel::HighlyRestrictive`], for a registry to
//! take or refuse.
//!
//! All data is of one Unicode version, from tables that `ulabel-gen` makes.
//!
//! Main types: [`Rules`], [`ScriptSet`], [`Mixture`], [`RestrictionLevel`], [`IdentifierProfile`], [`Confusable`],
//! [`Direction`].

mod bidi_skeleton;
mod code;
mod confusable;
mod digits;
mod facts;
mod findings;
mod level;
mod look_alike;
mod mixing;
mod prototype;
mod resolve;
mod set;
mod skeleton;
mod tables;
mod wide_skeleton;

pub use bidi_skeleton::{Direction, bidi_skeleton};
pub use code::ScriptCode;
pub(crate) use confusable::whole_script_confusables_of;
pub use confusable::{Confusable, bidi_confusable, confusable, whole_script_confusables};
pub use digits::mixed_numbers;
pub(crate) use digits::mixed_numbers_of;
pub use findings::{Rules, confusable_finding};
pub(crate) use level::level_of;
pub use level::{IdentifierProfile, RestrictionLevel, restriction_level};
#[cfg(feature = "policy")]
pub(crate) use mixing::MixingRule;
pub use resolve::{Mixture, is_single_script, mixture, resolved_script_set};
pub(crate) use resolve::{mixture_of, resolve};
pub use set::ScriptSet;
pub use skeleton::{skeleton, skeleton_key};
pub use wide_skeleton::{second_wide_skeleton_key, wide_skeleton_key};
