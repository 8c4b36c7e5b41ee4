//! Classes by property (RFC 7940 section 6.2.3), in the ruleset's own Unicode version.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::lgr::Property;
use crate::unicode::{
    self, BidiClass, GeneralCategory, JoiningType, Script, UNICODE_VERSION, Version, history,
};

/// A property and a value that the engine knows.
#[derive(Clone, Debug)]
pub(crate) struct PropertyTest {
    test: Test,
    version: Version,
    /// The code points whose values in that version are not those of the newest, ascending, and if the value is the
    /// one asked for.
    changes: Vec<(char, bool)>,
}

#[derive(Clone, Copy, Debug)]
enum Test {
    /// One bit for each of the values of General_Category.
    GeneralCategory(u32),
    Script(Script),
    ScriptExtension(Script),
    JoiningType(JoiningType),
    BidiClass(BidiClass),
    CombiningClass(u8),
    /// True if the value asked for is that of code points which are not listed.
    Listed {
        is_default: bool,
    },
    Age(Version),
}

/// Why a class by property cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnknownProperty {
    /// The property, or the value, is not known.
    Property,
    /// The values of that version of Unicode are not known.
    Version(Version),
}

/// The first version with the properties Script_Extensions and Indic_Syllabic_Category.
const WITH_EXTENSIONS: Version = Version::new(6, 0);

impl PropertyTest {
    /// The test that a class asks for, in a version of Unicode from 5.2 on; without one, in the newest.
    ///
    /// Properties go by their short names, values by their short names or long aliases.
    pub(crate) fn new(property: &Property, version: Option<Version>) -> Result<Self, UnknownProperty> {
        let (name, test, wanted) = parse(property).ok_or(UnknownProperty::Property)?;
        let version = version.unwrap_or(UNICODE_VERSION);
        let is_known =
            version.published().is_some() && (!matches!(name, "scx" | "InSC") || version >= WITH_EXTENSIONS);
        if !is_known {
            return Err(UnknownProperty::Version(version));
        }
        // The newest come first, so that those before earlier versions go over them.
        let mut changes: BTreeMap<char, bool> = BTreeMap::new();
        for change in history::changes(name) {
            if change.until.is_none_or(|until| version < until) {
                let is_wanted = wanted(change.value);
                changes.extend((change.first..=change.last).map(|c| (c, is_wanted)));
            }
        }
        Ok(Self { test, version, changes: changes.into_iter().collect() })
    }

    /// True if the code point has the value in that version. One that a later version assigned has the values
    /// of an unassigned code point.
    pub(crate) fn contains(&self, c: char) -> bool {
        let assigned = unicode::is_assigned(c, self.version);
        let change = self.changes.binary_search_by_key(&c, |&(changed, _)| changed);
        if let Some(&(_, is_wanted)) = change.ok().and_then(|at| self.changes.get(at)).filter(|_| assigned) {
            return is_wanted;
        }
        match self.test {
            Test::GeneralCategory(bits) => {
                let category = if assigned { unicode::general_category(c) } else { GeneralCategory::Cn };
                bits & (1 << category as u32) != 0
            }
            Test::Script(script) => {
                let of = if assigned { unicode::script(c) } else { Script::Unknown };
                of == script
            }
            Test::ScriptExtension(script) => assigned && unicode::script_extensions(c).contains(&script),
            Test::JoiningType(joining) => {
                let of = if assigned { unicode::joining_type(c) } else { JoiningType::NonJoining };
                of == joining
            }
            Test::BidiClass(bidi) => assigned && unicode::bidi_class(c) == bidi,
            Test::CombiningClass(class) => {
                let of = if assigned { unicode::canonical_combining_class(c) } else { 0 };
                of == class
            }
            Test::Listed { is_default } => is_default,
            Test::Age(age) => assigned && unicode::age(c) == Some(age),
        }
    }
}

/// If a value, by its long name, is the one that is asked for.
type Wanted = Box<dyn Fn(&str) -> bool>;

/// The short name of a property, the test of the newest values, and that of a value by its long name.
fn parse(property: &Property) -> Option<(&'static str, Test, Wanted)> {
    let value = &*property.value;
    let is = |name: &'static str| -> Wanted { Box::new(move |value| value == name) };
    Some(match &*property.name {
        "gc" | "General_Category" => {
            let bits = general_categories(value)?;
            let has = move |name: &str| {
                let category = GeneralCategory::ALL.iter().find(|category| category.long_name() == name);
                category.is_some_and(|category| bits & (1 << *category as u32) != 0)
            };
            ("gc", Test::GeneralCategory(bits), Box::new(has))
        }
        "sc" | "Script" => {
            let script = script(value)?;
            ("sc", Test::Script(script), is(script.long_name()))
        }
        "scx" | "Script_Extensions" => {
            let script = script(value)?;
            let has = move |names: &str| names.split(' ').any(|name| name == script.long_name());
            ("scx", Test::ScriptExtension(script), Box::new(has))
        }
        "jt" | "Joining_Type" => {
            let mut all = JoiningType::ALL.iter().copied();
            let joining = all.find(|v| v.short_name() == value || v.long_name() == value)?;
            ("jt", Test::JoiningType(joining), is(joining.long_name()))
        }
        "bc" | "Bidi_Class" => {
            let mut all = BidiClass::ALL.iter().copied();
            let bidi = all.find(|v| v.short_name() == value || v.long_name() == value)?;
            ("bc", Test::BidiClass(bidi), is(bidi.long_name()))
        }
        "InSC" | "Indic_Syllabic_Category" => {
            let known = history::changes("InSC").map(|change| change.value).chain(["Other"]);
            let value = known.into_iter().find(|known| *known == value)?;
            ("InSC", Test::Listed { is_default: value == "Other" }, is(value))
        }
        "Dep" | "Deprecated" => {
            let wanted = match value {
                "Y" | "Yes" | "T" | "True" => "true",
                "N" | "No" | "F" | "False" => "false",
                _ => return None,
            };
            ("Dep", Test::Listed { is_default: wanted == "false" }, is(wanted))
        }
        "ccc" | "Canonical_Combining_Class" => {
            ("ccc", Test::CombiningClass(combining_class(value)?), Box::new(|_| false))
        }
        "age" | "Age" => ("age", Test::Age(value.parse().ok()?), Box::new(|_| false)),
        _ => return None,
    })
}

fn script(value: &str) -> Option<Script> {
    Script::ALL.iter().copied().find(|script| script.short_name() == value || script.long_name() == value)
}

/// A value of General_Category, or a group of values by its first letter.
fn general_categories(value: &str) -> Option<u32> {
    let group = match value {
        "Letter" => "L",
        "Mark" | "Combining_Mark" => "M",
        "Number" => "N",
        "Punctuation" => "P",
        "Symbol" => "S",
        "Separator" => "Z",
        "Other" => "C",
        "Cased_Letter" | "LC" => return general_categories_of(|name| matches!(name, "Lu" | "Ll" | "Lt")),
        other => other,
    };
    general_categories_of(|name| name == group || (group.len() == 1 && name.starts_with(group))).or_else(
        || {
            let named = GeneralCategory::ALL.iter().find(|category| category.long_name() == value)?;
            Some(1 << *named as u32)
        },
    )
}

fn general_categories_of(is: impl Fn(&str) -> bool) -> Option<u32> {
    let bits = GeneralCategory::ALL
        .iter()
        .filter(|category| is(category.short_name()))
        .fold(0, |bits, category| bits | 1 << *category as u32);
    (bits != 0).then_some(bits)
}

/// A number, or the names that Unicode gives the classes.
fn combining_class(value: &str) -> Option<u8> {
    Some(match value {
        "Not_Reordered" | "NR" => 0,
        "Overlay" | "OV" => 1,
        "Han_Reading" | "HANR" => 6,
        "Nukta" | "NK" => 7,
        "Kana_Voicing" | "KV" => 8,
        "Virama" | "VR" => 9,
        "Attached_Below_Left" | "ATBL" => 200,
        "Attached_Below" | "ATB" => 202,
        "Attached_Above" | "ATA" => 214,
        "Attached_Above_Right" | "ATAR" => 216,
        "Below_Left" | "BL" => 218,
        "Below" | "B" => 220,
        "Below_Right" | "BR" => 222,
        "Left" | "L" => 224,
        "Right" | "R" => 226,
        "Above_Left" | "AL" => 228,
        "Above" | "A" => 230,
        "Above_Right" | "AR" => 232,
        "Double_Below" | "DB" => 233,
        "Double_Above" | "DA" => 234,
        "Iota_Subscript" | "IS" => 240,
        number => return number.parse().ok(),
    })
}
