//! Classes by property (RFC 7940 section 6.2.3), in the ruleset's own Unicode version.

use crate::lgr::Property;
use crate::unicode::{self, BidiClass, GeneralCategory, JoiningType, Script, UNICODE_VERSION, Version};

/// A property and a value that the engine knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PropertyTest {
    test: Test,
    version: Version,
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
    Age(Version),
}

impl PropertyTest {
    /// The test that a class asks for; `None` if the property or the value is unknown.
    ///
    /// Properties go by their short names, values by their short names or long aliases.
    pub(crate) fn new(property: &Property, version: Option<Version>) -> Option<Self> {
        let value = &*property.value;
        let test = match &*property.name {
            "gc" | "General_Category" => Test::GeneralCategory(general_categories(value)?),
            "sc" | "Script" => Test::Script(script(value)?),
            "scx" | "Script_Extensions" => Test::ScriptExtension(script(value)?),
            "jt" | "Joining_Type" => Test::JoiningType(
                JoiningType::ALL
                    .iter()
                    .copied()
                    .find(|v| v.short_name() == value || v.long_name() == value)?,
            ),
            "bc" | "Bidi_Class" => Test::BidiClass(
                BidiClass::ALL.iter().copied().find(|v| v.short_name() == value || v.long_name() == value)?,
            ),
            "ccc" | "Canonical_Combining_Class" => Test::CombiningClass(combining_class(value)?),
            "age" | "Age" => Test::Age(value.parse().ok()?),
            _ => return None,
        };
        Some(Self { test, version: version.unwrap_or(UNICODE_VERSION) })
    }

    /// True if the code point has the value. One that a later Unicode version assigned has the values
    /// of an unassigned code point.
    pub(crate) fn contains(self, c: char) -> bool {
        let assigned = unicode::is_assigned(c, self.version);
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
            Test::Age(age) => assigned && unicode::age(c) == Some(age),
        }
    }
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
