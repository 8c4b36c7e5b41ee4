//! The properties that classes of rulesets ask for, in Unicode's newest version, as `data/unicode/history.mjs` reads
//! them.

use icu_properties::props::{Deprecated, IndicSyllabicCategory};
use icu_properties::{CodePointMapData, CodePointSetData, PropertyNamesLong};
use ulabel::unicode;

/// One line a range of assigned code points: first, last, General_Category, Script, Script_Extensions, Bidi_Class,
/// Joining_Type, Indic_Syllabic_Category, Deprecated, with tabs between.
pub(crate) fn list() -> String {
    let syllabic = CodePointMapData::<IndicSyllabicCategory>::new();
    let syllabic_names = PropertyNamesLong::<IndicSyllabicCategory>::new();
    let deprecated = CodePointSetData::new::<Deprecated>();
    let values = |c: char| {
        let category = unicode::general_category(c);
        if category == unicode::GeneralCategory::Cn {
            return None;
        }
        let mut scripts: Vec<&str> =
            unicode::script_extensions(c).iter().map(|script| script.long_name()).collect();
        scripts.sort_unstable();
        Some(format!(
            "{}\t{}\t{}\t{}\t{}\t{}\t{}",
            category.long_name(),
            unicode::script(c).long_name(),
            scripts.join(" "),
            unicode::bidi_class(c).long_name(),
            unicode::joining_type(c).long_name(),
            syllabic_names.get(syllabic.get(c)).unwrap_or("Other"),
            deprecated.contains(c),
        ))
    };
    let mut lines = String::new();
    let mut run: Option<(char, char, String)> = None;
    let mut end = |run: Option<(char, char, String)>| {
        if let Some((first, last, values)) = run {
            lines.push_str(&format!("{:04X}\t{:04X}\t{values}\n", u32::from(first), u32::from(last)));
        }
    };
    for c in '\0'..=char::MAX {
        let here = values(c);
        match (&mut run, here) {
            (Some((_, last, known)), Some(here))
                if *known == here && u32::from(*last) + 1 == u32::from(c) =>
            {
                *last = c
            }
            (_, here) => end(std::mem::replace(&mut run, here.map(|values| (c, c, values)))),
        }
    }
    end(run);
    lines
}
