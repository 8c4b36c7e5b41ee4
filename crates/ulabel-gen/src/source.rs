//! The properties of a code point, from the suppliers.

use icu_properties::props::{
    BidiClass, BidiMirroringGlyph, BidiPairedBracketType, DefaultIgnorableCodePoint, GeneralCategory,
    HangulSyllableType, JoinControl, JoiningType, NoncharacterCodePoint, WhiteSpace,
};
use icu_properties::{CodePointMapData, CodePointSetData, PropertyNamesShort};
use ulabel::unicode;
use unicode_normalization::{IsNormalized, UnicodeNormalization};
use unicode_security::GeneralSecurityProfile;

use crate::version::{UNICODE_VERSION, Version};

/// The suppliers, for the head of each table.
pub(crate) const SUPPLIERS: &str = "icu_properties 2.4.0, icu_casemap 2.4.0, unicode-normalization 0.1.26, \
     unicode-script 0.5.9, unicode-security 0.1.3, data/unicode/ages.tsv";

/// U+0558, assigned in Unicode 18.0: what a supplier without a version constant must know.
const NEWEST: u32 = 0x0558;

pub(crate) fn refuse_other_versions() -> Result<(), String> {
    let (major, minor, update) = unicode_normalization::UNICODE_VERSION;
    let ours = (u64::from(UNICODE_VERSION.major()), u64::from(UNICODE_VERSION.minor()), 0);
    let versions = [
        ("unicode-normalization", (u64::from(major), u64::from(minor), u64::from(update))),
        ("unicode-script", unicode_script::UNICODE_VERSION),
        ("unicode-security", unicode_security::UNICODE_VERSION),
    ];
    for (name, version) in versions {
        if version != ours {
            return Err(format!("{name} has Unicode {version:?}, expected {ours:?}"));
        }
    }
    if general_category(NEWEST) == unicode::GeneralCategory::Cn {
        return Err("icu_properties does not know U+0558, assigned in Unicode 18.0".into());
    }
    Ok(())
}

/// Ranges of code points with the version that assigned them.
pub(crate) struct Ages(Vec<(u32, u32, Version)>);

impl Ages {
    /// Reads lines of first code point, last one and version.
    pub(crate) fn read(path: &str) -> Result<Self, String> {
        let row = |line: &str| {
            let mut fields = line.split('\t');
            let mut code_point = || u32::from_str_radix(fields.next()?, 16).ok();
            Some((code_point()?, code_point()?, fields.next()?.parse().ok()?))
        };
        let text = crate::read(path)?;
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let rows =
            lines.map(|line| row(line).ok_or_else(|| format!("{path}: no first, last, version: {line}")));
        rows.collect::<Result<_, _>>().map(Self)
    }

    pub(crate) fn of(&self, code_point: u32) -> Option<Version> {
        let at = self.0.partition_point(|row| row.1 < code_point);
        self.0.get(at).filter(|row| row.0 <= code_point).map(|row| row.2)
    }
}

pub(crate) fn general_category(code_point: u32) -> unicode::GeneralCategory {
    use ulabel::unicode::GeneralCategory as Ours;
    match CodePointMapData::<GeneralCategory>::new().get32(code_point) {
        GeneralCategory::UppercaseLetter => Ours::Lu,
        GeneralCategory::LowercaseLetter => Ours::Ll,
        GeneralCategory::TitlecaseLetter => Ours::Lt,
        GeneralCategory::ModifierLetter => Ours::Lm,
        GeneralCategory::OtherLetter => Ours::Lo,
        GeneralCategory::NonspacingMark => Ours::Mn,
        GeneralCategory::SpacingMark => Ours::Mc,
        GeneralCategory::EnclosingMark => Ours::Me,
        GeneralCategory::DecimalNumber => Ours::Nd,
        GeneralCategory::LetterNumber => Ours::Nl,
        GeneralCategory::OtherNumber => Ours::No,
        GeneralCategory::ConnectorPunctuation => Ours::Pc,
        GeneralCategory::DashPunctuation => Ours::Pd,
        GeneralCategory::OpenPunctuation => Ours::Ps,
        GeneralCategory::ClosePunctuation => Ours::Pe,
        GeneralCategory::InitialPunctuation => Ours::Pi,
        GeneralCategory::FinalPunctuation => Ours::Pf,
        GeneralCategory::OtherPunctuation => Ours::Po,
        GeneralCategory::MathSymbol => Ours::Sm,
        GeneralCategory::CurrencySymbol => Ours::Sc,
        GeneralCategory::ModifierSymbol => Ours::Sk,
        GeneralCategory::OtherSymbol => Ours::So,
        GeneralCategory::SpaceSeparator => Ours::Zs,
        GeneralCategory::LineSeparator => Ours::Zl,
        GeneralCategory::ParagraphSeparator => Ours::Zp,
        GeneralCategory::Control => Ours::Cc,
        GeneralCategory::Format => Ours::Cf,
        GeneralCategory::Surrogate => Ours::Cs,
        GeneralCategory::PrivateUse => Ours::Co,
        GeneralCategory::Unassigned => Ours::Cn,
    }
}

pub(crate) fn bidi_class(code_point: u32) -> Result<unicode::BidiClass, String> {
    let theirs = CodePointMapData::<BidiClass>::new().get32(code_point);
    let name = PropertyNamesShort::<BidiClass>::new().get(theirs);
    let ours = unicode::BidiClass::ALL.iter().find(|ours| name == Some(ours.short_name()));
    ours.copied().ok_or_else(|| format!("U+{code_point:04X}: unknown Bidi class {theirs:?}"))
}

pub(crate) fn joining_type(code_point: u32) -> Result<unicode::JoiningType, String> {
    let theirs = CodePointMapData::<JoiningType>::new().get32(code_point);
    let name = PropertyNamesShort::<JoiningType>::new().get(theirs);
    let ours = unicode::JoiningType::ALL.iter().find(|ours| name == Some(ours.short_name()));
    ours.copied().ok_or_else(|| format!("U+{code_point:04X}: unknown joining type {theirs:?}"))
}

/// The sets that RFC 5892 §2 asks for beside General_Category.
pub(crate) struct Sets {
    pub(crate) default_ignorable: bool,
    pub(crate) white_space: bool,
    pub(crate) noncharacter: bool,
    pub(crate) join_control: bool,
    pub(crate) conjoining_jamo: bool,
}

pub(crate) fn sets(code_point: u32) -> Sets {
    let syllable = CodePointMapData::<HangulSyllableType>::new().get32(code_point);
    Sets {
        default_ignorable: CodePointSetData::new::<DefaultIgnorableCodePoint>().contains32(code_point),
        white_space: CodePointSetData::new::<WhiteSpace>().contains32(code_point),
        noncharacter: CodePointSetData::new::<NoncharacterCodePoint>().contains32(code_point),
        join_control: CodePointSetData::new::<JoinControl>().contains32(code_point),
        conjoining_jamo: matches!(
            syllable,
            HangulSyllableType::LeadingJamo
                | HangulSyllableType::VowelJamo
                | HangulSyllableType::TrailingJamo
        ),
    }
}

/// toNFKC(toCaseFold(toNFKC(cp))) of RFC 5892 §2.2.
pub(crate) fn nfkc_casefold_nfkc(c: char) -> String {
    let first: String = std::iter::once(c).nfkc().collect();
    icu_casemap::CaseMapper::new().fold_string(&first).nfkc().collect()
}

pub(crate) fn nfc_quick_check(c: char) -> unicode::NfcQuickCheck {
    match unicode_normalization::is_nfc_quick(std::iter::once(c)) {
        IsNormalized::Yes => unicode::NfcQuickCheck::Yes,
        IsNormalized::Maybe => unicode::NfcQuickCheck::Maybe,
        IsNormalized::No => unicode::NfcQuickCheck::No,
    }
}

pub(crate) fn canonical_combining_class(c: char) -> u8 {
    unicode_normalization::char::canonical_combining_class(c)
}

pub(crate) fn has_canonical_decomposition(c: char) -> bool {
    let mut same = true;
    unicode_normalization::char::decompose_canonical(c, |d| same &= d == c);
    !same
}

pub(crate) fn identifier_allowed(c: char) -> bool {
    c.identifier_allowed()
}

/// The simple lower-case mapping.
pub(crate) fn simple_lower_case(c: char) -> char {
    icu_casemap::CaseMapper::new().simple_lowercase(c)
}

/// The code points that a character is turned into on the way to a skeleton (UTS #39 §4), for a string
/// of that character alone.
pub(crate) fn skeleton(c: char) -> Vec<char> {
    let mut buffer = [0; 4];
    unicode_security::skeleton(c.encode_utf8(&mut buffer)).collect()
}

/// The canonical decomposition.
pub(crate) fn nfd(c: char) -> Vec<char> {
    std::iter::once(c).nfd().collect()
}

/// The mirrored character, and whether the two are a pair of brackets that `c` opens (UAX #9).
pub(crate) fn mirrored(c: char) -> Option<(char, bool)> {
    let value = CodePointMapData::<BidiMirroringGlyph>::new().get(c);
    let opens = value.paired_bracket_type == BidiPairedBracketType::Open;
    value.mirroring_glyph.map(|glyph| (glyph, opens))
}
