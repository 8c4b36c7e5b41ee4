// DO NOT EDIT: made by `cargo run --release --package ulabel-gen`.
// Unicode 18.0.0: the scripts (UAX #24) and the sets of Script_Extensions.
// From icu_properties 2.4.0, icu_casemap 2.4.0, unicode-normalization 0.1.26, unicode-script 0.5.9, unicode-security 0.1.3, data/unicode/ages.tsv.
// Unicode data files are under LICENSE-UNICODE.

/// A script (UAX #24), under its long name in camel case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Script {
    /// Adlam (Adlm)
    Adlam,
    /// Ahom (Ahom)
    Ahom,
    /// Anatolian_Hieroglyphs (Hluw)
    AnatolianHieroglyphs,
    /// Arabic (Arab)
    Arabic,
    /// Armenian (Armn)
    Armenian,
    /// Avestan (Avst)
    Avestan,
    /// Balinese (Bali)
    Balinese,
    /// Bamum (Bamu)
    Bamum,
    /// Bassa_Vah (Bass)
    BassaVah,
    /// Batak (Batk)
    Batak,
    /// Bengali (Beng)
    Bengali,
    /// Beria_Erfe (Berf)
    BeriaErfe,
    /// Bhaiksuki (Bhks)
    Bhaiksuki,
    /// Bopomofo (Bopo)
    Bopomofo,
    /// Brahmi (Brah)
    Brahmi,
    /// Braille (Brai)
    Braille,
    /// Buginese (Bugi)
    Buginese,
    /// Buhid (Buhd)
    Buhid,
    /// Canadian_Aboriginal (Cans)
    CanadianAboriginal,
    /// Carian (Cari)
    Carian,
    /// Caucasian_Albanian (Aghb)
    CaucasianAlbanian,
    /// Chakma (Cakm)
    Chakma,
    /// Cham (Cham)
    Cham,
    /// Cherokee (Cher)
    Cherokee,
    /// Chorasmian (Chrs)
    Chorasmian,
    /// Common (Zyyy)
    Common,
    /// Coptic (Copt)
    Coptic,
    /// Cuneiform (Xsux)
    Cuneiform,
    /// Cypriot (Cprt)
    Cypriot,
    /// Cypro_Minoan (Cpmn)
    CyproMinoan,
    /// Cyrillic (Cyrl)
    Cyrillic,
    /// Deseret (Dsrt)
    Deseret,
    /// Devanagari (Deva)
    Devanagari,
    /// Dives_Akuru (Diak)
    DivesAkuru,
    /// Dogra (Dogr)
    Dogra,
    /// Duployan (Dupl)
    Duployan,
    /// Egyptian_Hieroglyphs (Egyp)
    EgyptianHieroglyphs,
    /// Elbasan (Elba)
    Elbasan,
    /// Elymaic (Elym)
    Elymaic,
    /// Ethiopic (Ethi)
    Ethiopic,
    /// Garay (Gara)
    Garay,
    /// Georgian (Geor)
    Georgian,
    /// Glagolitic (Glag)
    Glagolitic,
    /// Gothic (Goth)
    Gothic,
    /// Grantha (Gran)
    Grantha,
    /// Greek (Grek)
    Greek,
    /// Gujarati (Gujr)
    Gujarati,
    /// Gunjala_Gondi (Gong)
    GunjalaGondi,
    /// Gurmukhi (Guru)
    Gurmukhi,
    /// Gurung_Khema (Gukh)
    GurungKhema,
    /// Han (Hani)
    Han,
    /// Hangul (Hang)
    Hangul,
    /// Hanifi_Rohingya (Rohg)
    HanifiRohingya,
    /// Hanunoo (Hano)
    Hanunoo,
    /// Hatran (Hatr)
    Hatran,
    /// Hebrew (Hebr)
    Hebrew,
    /// Hiragana (Hira)
    Hiragana,
    /// Imperial_Aramaic (Armi)
    ImperialAramaic,
    /// Inherited (Zinh)
    Inherited,
    /// Inscriptional_Pahlavi (Phli)
    InscriptionalPahlavi,
    /// Inscriptional_Parthian (Prti)
    InscriptionalParthian,
    /// Javanese (Java)
    Javanese,
    /// Jurchen (Jurc)
    Jurchen,
    /// Kaithi (Kthi)
    Kaithi,
    /// Kannada (Knda)
    Kannada,
    /// Katakana (Kana)
    Katakana,
    /// Kawi (Kawi)
    Kawi,
    /// Kayah_Li (Kali)
    KayahLi,
    /// Kharoshthi (Khar)
    Kharoshthi,
    /// Khitan_Small_Script (Kits)
    KhitanSmallScript,
    /// Khmer (Khmr)
    Khmer,
    /// Khojki (Khoj)
    Khojki,
    /// Khudawadi (Sind)
    Khudawadi,
    /// Kirat_Rai (Krai)
    KiratRai,
    /// Lao (Laoo)
    Lao,
    /// Latin (Latn)
    Latin,
    /// Lepcha (Lepc)
    Lepcha,
    /// Limbu (Limb)
    Limbu,
    /// Linear_A (Lina)
    LinearA,
    /// Linear_B (Linb)
    LinearB,
    /// Lisu (Lisu)
    Lisu,
    /// Lycian (Lyci)
    Lycian,
    /// Lydian (Lydi)
    Lydian,
    /// Mahajani (Mahj)
    Mahajani,
    /// Makasar (Maka)
    Makasar,
    /// Malayalam (Mlym)
    Malayalam,
    /// Mandaic (Mand)
    Mandaic,
    /// Manichaean (Mani)
    Manichaean,
    /// Marchen (Marc)
    Marchen,
    /// Masaram_Gondi (Gonm)
    MasaramGondi,
    /// Medefaidrin (Medf)
    Medefaidrin,
    /// Meetei_Mayek (Mtei)
    MeeteiMayek,
    /// Mende_Kikakui (Mend)
    MendeKikakui,
    /// Meroitic_Cursive (Merc)
    MeroiticCursive,
    /// Meroitic_Hieroglyphs (Mero)
    MeroiticHieroglyphs,
    /// Miao (Plrd)
    Miao,
    /// Modi (Modi)
    Modi,
    /// Mongolian (Mong)
    Mongolian,
    /// Mro (Mroo)
    Mro,
    /// Multani (Mult)
    Multani,
    /// Myanmar (Mymr)
    Myanmar,
    /// Nabataean (Nbat)
    Nabataean,
    /// Nag_Mundari (Nagm)
    NagMundari,
    /// Nandinagari (Nand)
    Nandinagari,
    /// New_Tai_Lue (Talu)
    NewTaiLue,
    /// Newa (Newa)
    Newa,
    /// Nko (Nkoo)
    Nko,
    /// Nushu (Nshu)
    Nushu,
    /// Nyiakeng_Puachue_Hmong (Hmnp)
    NyiakengPuachueHmong,
    /// Ogham (Ogam)
    Ogham,
    /// Ol_Chiki (Olck)
    OlChiki,
    /// Ol_Onal (Onao)
    OlOnal,
    /// Old_Hungarian (Hung)
    OldHungarian,
    /// Old_Italic (Ital)
    OldItalic,
    /// Old_North_Arabian (Narb)
    OldNorthArabian,
    /// Old_Permic (Perm)
    OldPermic,
    /// Old_Persian (Xpeo)
    OldPersian,
    /// Old_Sogdian (Sogo)
    OldSogdian,
    /// Old_South_Arabian (Sarb)
    OldSouthArabian,
    /// Old_Turkic (Orkh)
    OldTurkic,
    /// Old_Uyghur (Ougr)
    OldUyghur,
    /// Oriya (Orya)
    Oriya,
    /// Osage (Osge)
    Osage,
    /// Osmanya (Osma)
    Osmanya,
    /// Pahawh_Hmong (Hmng)
    PahawhHmong,
    /// Palmyrene (Palm)
    Palmyrene,
    /// Pau_Cin_Hau (Pauc)
    PauCinHau,
    /// Phags_Pa (Phag)
    PhagsPa,
    /// Phoenician (Phnx)
    Phoenician,
    /// Proto_Cuneiform (Pcun)
    ProtoCuneiform,
    /// Psalter_Pahlavi (Phlp)
    PsalterPahlavi,
    /// Rejang (Rjng)
    Rejang,
    /// Runic (Runr)
    Runic,
    /// Samaritan (Samr)
    Samaritan,
    /// Saurashtra (Saur)
    Saurashtra,
    /// Seal (Seal)
    Seal,
    /// Sharada (Shrd)
    Sharada,
    /// Shavian (Shaw)
    Shavian,
    /// Siddham (Sidd)
    Siddham,
    /// Sidetic (Sidt)
    Sidetic,
    /// SignWriting (Sgnw)
    SignWriting,
    /// Sinhala (Sinh)
    Sinhala,
    /// Sogdian (Sogd)
    Sogdian,
    /// Sora_Sompeng (Sora)
    SoraSompeng,
    /// Soyombo (Soyo)
    Soyombo,
    /// Sundanese (Sund)
    Sundanese,
    /// Sunuwar (Sunu)
    Sunuwar,
    /// Syloti_Nagri (Sylo)
    SylotiNagri,
    /// Syriac (Syrc)
    Syriac,
    /// Tagalog (Tglg)
    Tagalog,
    /// Tagbanwa (Tagb)
    Tagbanwa,
    /// Tai_Le (Tale)
    TaiLe,
    /// Tai_Tham (Lana)
    TaiTham,
    /// Tai_Viet (Tavt)
    TaiViet,
    /// Tai_Yo (Tayo)
    TaiYo,
    /// Takri (Takr)
    Takri,
    /// Tamil (Taml)
    Tamil,
    /// Tangsa (Tnsa)
    Tangsa,
    /// Tangut (Tang)
    Tangut,
    /// Telugu (Telu)
    Telugu,
    /// Thaana (Thaa)
    Thaana,
    /// Thai (Thai)
    Thai,
    /// Tibetan (Tibt)
    Tibetan,
    /// Tifinagh (Tfng)
    Tifinagh,
    /// Tirhuta (Tirh)
    Tirhuta,
    /// Todhri (Todr)
    Todhri,
    /// Tolong_Siki (Tols)
    TolongSiki,
    /// Toto (Toto)
    Toto,
    /// Tulu_Tigalari (Tutg)
    TuluTigalari,
    /// Ugaritic (Ugar)
    Ugaritic,
    /// Unknown (Zzzz)
    Unknown,
    /// Vai (Vaii)
    Vai,
    /// Vithkuqi (Vith)
    Vithkuqi,
    /// Wancho (Wcho)
    Wancho,
    /// Warang_Citi (Wara)
    WarangCiti,
    /// Yezidi (Yezi)
    Yezidi,
    /// Yi (Yiii)
    Yi,
    /// Zanabazar_Square (Zanb)
    ZanabazarSquare,
}

impl Script {
    /// Every script, in the order of its number.
    pub const ALL: &'static [Script] = &[
        Script::Adlam,
        Script::Ahom,
        Script::AnatolianHieroglyphs,
        Script::Arabic,
        Script::Armenian,
        Script::Avestan,
        Script::Balinese,
        Script::Bamum,
        Script::BassaVah,
        Script::Batak,
        Script::Bengali,
        Script::BeriaErfe,
        Script::Bhaiksuki,
        Script::Bopomofo,
        Script::Brahmi,
        Script::Braille,
        Script::Buginese,
        Script::Buhid,
        Script::CanadianAboriginal,
        Script::Carian,
        Script::CaucasianAlbanian,
        Script::Chakma,
        Script::Cham,
        Script::Cherokee,
        Script::Chorasmian,
        Script::Common,
        Script::Coptic,
        Script::Cuneiform,
        Script::Cypriot,
        Script::CyproMinoan,
        Script::Cyrillic,
        Script::Deseret,
        Script::Devanagari,
        Script::DivesAkuru,
        Script::Dogra,
        Script::Duployan,
        Script::EgyptianHieroglyphs,
        Script::Elbasan,
        Script::Elymaic,
        Script::Ethiopic,
        Script::Garay,
        Script::Georgian,
        Script::Glagolitic,
        Script::Gothic,
        Script::Grantha,
        Script::Greek,
        Script::Gujarati,
        Script::GunjalaGondi,
        Script::Gurmukhi,
        Script::GurungKhema,
        Script::Han,
        Script::Hangul,
        Script::HanifiRohingya,
        Script::Hanunoo,
        Script::Hatran,
        Script::Hebrew,
        Script::Hiragana,
        Script::ImperialAramaic,
        Script::Inherited,
        Script::InscriptionalPahlavi,
        Script::InscriptionalParthian,
        Script::Javanese,
        Script::Jurchen,
        Script::Kaithi,
        Script::Kannada,
        Script::Katakana,
        Script::Kawi,
        Script::KayahLi,
        Script::Kharoshthi,
        Script::KhitanSmallScript,
        Script::Khmer,
        Script::Khojki,
        Script::Khudawadi,
        Script::KiratRai,
        Script::Lao,
        Script::Latin,
        Script::Lepcha,
        Script::Limbu,
        Script::LinearA,
        Script::LinearB,
        Script::Lisu,
        Script::Lycian,
        Script::Lydian,
        Script::Mahajani,
        Script::Makasar,
        Script::Malayalam,
        Script::Mandaic,
        Script::Manichaean,
        Script::Marchen,
        Script::MasaramGondi,
        Script::Medefaidrin,
        Script::MeeteiMayek,
        Script::MendeKikakui,
        Script::MeroiticCursive,
        Script::MeroiticHieroglyphs,
        Script::Miao,
        Script::Modi,
        Script::Mongolian,
        Script::Mro,
        Script::Multani,
        Script::Myanmar,
        Script::Nabataean,
        Script::NagMundari,
        Script::Nandinagari,
        Script::NewTaiLue,
        Script::Newa,
        Script::Nko,
        Script::Nushu,
        Script::NyiakengPuachueHmong,
        Script::Ogham,
        Script::OlChiki,
        Script::OlOnal,
        Script::OldHungarian,
        Script::OldItalic,
        Script::OldNorthArabian,
        Script::OldPermic,
        Script::OldPersian,
        Script::OldSogdian,
        Script::OldSouthArabian,
        Script::OldTurkic,
        Script::OldUyghur,
        Script::Oriya,
        Script::Osage,
        Script::Osmanya,
        Script::PahawhHmong,
        Script::Palmyrene,
        Script::PauCinHau,
        Script::PhagsPa,
        Script::Phoenician,
        Script::ProtoCuneiform,
        Script::PsalterPahlavi,
        Script::Rejang,
        Script::Runic,
        Script::Samaritan,
        Script::Saurashtra,
        Script::Seal,
        Script::Sharada,
        Script::Shavian,
        Script::Siddham,
        Script::Sidetic,
        Script::SignWriting,
        Script::Sinhala,
        Script::Sogdian,
        Script::SoraSompeng,
        Script::Soyombo,
        Script::Sundanese,
        Script::Sunuwar,
        Script::SylotiNagri,
        Script::Syriac,
        Script::Tagalog,
        Script::Tagbanwa,
        Script::TaiLe,
        Script::TaiTham,
        Script::TaiViet,
        Script::TaiYo,
        Script::Takri,
        Script::Tamil,
        Script::Tangsa,
        Script::Tangut,
        Script::Telugu,
        Script::Thaana,
        Script::Thai,
        Script::Tibetan,
        Script::Tifinagh,
        Script::Tirhuta,
        Script::Todhri,
        Script::TolongSiki,
        Script::Toto,
        Script::TuluTigalari,
        Script::Ugaritic,
        Script::Unknown,
        Script::Vai,
        Script::Vithkuqi,
        Script::Wancho,
        Script::WarangCiti,
        Script::Yezidi,
        Script::Yi,
        Script::ZanabazarSquare,
    ];
}

/// ISO 15924 code and long name of each script, in the order of its number.
pub(crate) static SCRIPT_NAMES: [(&str, &str); 178] = [
    ("Adlm", "Adlam"),
    ("Ahom", "Ahom"),
    ("Hluw", "Anatolian_Hieroglyphs"),
    ("Arab", "Arabic"),
    ("Armn", "Armenian"),
    ("Avst", "Avestan"),
    ("Bali", "Balinese"),
    ("Bamu", "Bamum"),
    ("Bass", "Bassa_Vah"),
    ("Batk", "Batak"),
    ("Beng", "Bengali"),
    ("Berf", "Beria_Erfe"),
    ("Bhks", "Bhaiksuki"),
    ("Bopo", "Bopomofo"),
    ("Brah", "Brahmi"),
    ("Brai", "Braille"),
    ("Bugi", "Buginese"),
    ("Buhd", "Buhid"),
    ("Cans", "Canadian_Aboriginal"),
    ("Cari", "Carian"),
    ("Aghb", "Caucasian_Albanian"),
    ("Cakm", "Chakma"),
    ("Cham", "Cham"),
    ("Cher", "Cherokee"),
    ("Chrs", "Chorasmian"),
    ("Zyyy", "Common"),
    ("Copt", "Coptic"),
    ("Xsux", "Cuneiform"),
    ("Cprt", "Cypriot"),
    ("Cpmn", "Cypro_Minoan"),
    ("Cyrl", "Cyrillic"),
    ("Dsrt", "Deseret"),
    ("Deva", "Devanagari"),
    ("Diak", "Dives_Akuru"),
    ("Dogr", "Dogra"),
    ("Dupl", "Duployan"),
    ("Egyp", "Egyptian_Hieroglyphs"),
    ("Elba", "Elbasan"),
    ("Elym", "Elymaic"),
    ("Ethi", "Ethiopic"),
    ("Gara", "Garay"),
    ("Geor", "Georgian"),
    ("Glag", "Glagolitic"),
    ("Goth", "Gothic"),
    ("Gran", "Grantha"),
    ("Grek", "Greek"),
    ("Gujr", "Gujarati"),
    ("Gong", "Gunjala_Gondi"),
    ("Guru", "Gurmukhi"),
    ("Gukh", "Gurung_Khema"),
    ("Hani", "Han"),
    ("Hang", "Hangul"),
    ("Rohg", "Hanifi_Rohingya"),
    ("Hano", "Hanunoo"),
    ("Hatr", "Hatran"),
    ("Hebr", "Hebrew"),
    ("Hira", "Hiragana"),
    ("Armi", "Imperial_Aramaic"),
    ("Zinh", "Inherited"),
    ("Phli", "Inscriptional_Pahlavi"),
    ("Prti", "Inscriptional_Parthian"),
    ("Java", "Javanese"),
    ("Jurc", "Jurchen"),
    ("Kthi", "Kaithi"),
    ("Knda", "Kannada"),
    ("Kana", "Katakana"),
    ("Kawi", "Kawi"),
    ("Kali", "Kayah_Li"),
    ("Khar", "Kharoshthi"),
    ("Kits", "Khitan_Small_Script"),
    ("Khmr", "Khmer"),
    ("Khoj", "Khojki"),
    ("Sind", "Khudawadi"),
    ("Krai", "Kirat_Rai"),
    ("Laoo", "Lao"),
    ("Latn", "Latin"),
    ("Lepc", "Lepcha"),
    ("Limb", "Limbu"),
    ("Lina", "Linear_A"),
    ("Linb", "Linear_B"),
    ("Lisu", "Lisu"),
    ("Lyci", "Lycian"),
    ("Lydi", "Lydian"),
    ("Mahj", "Mahajani"),
    ("Maka", "Makasar"),
    ("Mlym", "Malayalam"),
    ("Mand", "Mandaic"),
    ("Mani", "Manichaean"),
    ("Marc", "Marchen"),
    ("Gonm", "Masaram_Gondi"),
    ("Medf", "Medefaidrin"),
    ("Mtei", "Meetei_Mayek"),
    ("Mend", "Mende_Kikakui"),
    ("Merc", "Meroitic_Cursive"),
    ("Mero", "Meroitic_Hieroglyphs"),
    ("Plrd", "Miao"),
    ("Modi", "Modi"),
    ("Mong", "Mongolian"),
    ("Mroo", "Mro"),
    ("Mult", "Multani"),
    ("Mymr", "Myanmar"),
    ("Nbat", "Nabataean"),
    ("Nagm", "Nag_Mundari"),
    ("Nand", "Nandinagari"),
    ("Talu", "New_Tai_Lue"),
    ("Newa", "Newa"),
    ("Nkoo", "Nko"),
    ("Nshu", "Nushu"),
    ("Hmnp", "Nyiakeng_Puachue_Hmong"),
    ("Ogam", "Ogham"),
    ("Olck", "Ol_Chiki"),
    ("Onao", "Ol_Onal"),
    ("Hung", "Old_Hungarian"),
    ("Ital", "Old_Italic"),
    ("Narb", "Old_North_Arabian"),
    ("Perm", "Old_Permic"),
    ("Xpeo", "Old_Persian"),
    ("Sogo", "Old_Sogdian"),
    ("Sarb", "Old_South_Arabian"),
    ("Orkh", "Old_Turkic"),
    ("Ougr", "Old_Uyghur"),
    ("Orya", "Oriya"),
    ("Osge", "Osage"),
    ("Osma", "Osmanya"),
    ("Hmng", "Pahawh_Hmong"),
    ("Palm", "Palmyrene"),
    ("Pauc", "Pau_Cin_Hau"),
    ("Phag", "Phags_Pa"),
    ("Phnx", "Phoenician"),
    ("Pcun", "Proto_Cuneiform"),
    ("Phlp", "Psalter_Pahlavi"),
    ("Rjng", "Rejang"),
    ("Runr", "Runic"),
    ("Samr", "Samaritan"),
    ("Saur", "Saurashtra"),
    ("Seal", "Seal"),
    ("Shrd", "Sharada"),
    ("Shaw", "Shavian"),
    ("Sidd", "Siddham"),
    ("Sidt", "Sidetic"),
    ("Sgnw", "SignWriting"),
    ("Sinh", "Sinhala"),
    ("Sogd", "Sogdian"),
    ("Sora", "Sora_Sompeng"),
    ("Soyo", "Soyombo"),
    ("Sund", "Sundanese"),
    ("Sunu", "Sunuwar"),
    ("Sylo", "Syloti_Nagri"),
    ("Syrc", "Syriac"),
    ("Tglg", "Tagalog"),
    ("Tagb", "Tagbanwa"),
    ("Tale", "Tai_Le"),
    ("Lana", "Tai_Tham"),
    ("Tavt", "Tai_Viet"),
    ("Tayo", "Tai_Yo"),
    ("Takr", "Takri"),
    ("Taml", "Tamil"),
    ("Tnsa", "Tangsa"),
    ("Tang", "Tangut"),
    ("Telu", "Telugu"),
    ("Thaa", "Thaana"),
    ("Thai", "Thai"),
    ("Tibt", "Tibetan"),
    ("Tfng", "Tifinagh"),
    ("Tirh", "Tirhuta"),
    ("Todr", "Todhri"),
    ("Tols", "Tolong_Siki"),
    ("Toto", "Toto"),
    ("Tutg", "Tulu_Tigalari"),
    ("Ugar", "Ugaritic"),
    ("Zzzz", "Unknown"),
    ("Vaii", "Vai"),
    ("Vith", "Vithkuqi"),
    ("Wcho", "Wancho"),
    ("Wara", "Warang_Citi"),
    ("Yezi", "Yezidi"),
    ("Yiii", "Yi"),
    ("Zanb", "Zanabazar_Square"),
];

/// The sets of Script_Extensions with more than the script itself.
#[rustfmt::skip]
pub(crate) static SCRIPT_EXTENSIONS: [&[Script]; 120] = [
    &[Script::Avestan, Script::Carian, Script::Coptic, Script::Duployan, Script::Elbasan, Script::Georgian, Script::Glagolitic, Script::Gothic, Script::Greek, Script::GunjalaGondi, Script::Han, Script::Latin, Script::Lydian, Script::Mahajani, Script::OldPermic, Script::Shavian],
    &[Script::Bengali, Script::Cyrillic, Script::Devanagari, Script::Latin, Script::Lisu, Script::Thai, Script::Toto],
    &[Script::Bopomofo, Script::Latin],
    &[Script::Latin, Script::Lisu],
    &[Script::Latin, Script::Thai],
    &[Script::Cherokee, Script::Coptic, Script::Cyrillic, Script::Greek, Script::Latin, Script::OldPermic, Script::Sunuwar, Script::TaiLe],
    &[Script::Cherokee, Script::Cyrillic, Script::Greek, Script::Latin, Script::Osage, Script::Sunuwar, Script::TaiLe, Script::Todhri],
    &[Script::Cherokee, Script::Cyrillic, Script::Latin, Script::Tifinagh],
    &[Script::Glagolitic, Script::Latin, Script::Sunuwar, Script::Syriac, Script::Thai],
    &[Script::CaucasianAlbanian, Script::Cherokee, Script::Coptic, Script::Cyrillic, Script::Gothic, Script::Greek, Script::Latin, Script::Osage, Script::Syriac, Script::Tifinagh, Script::Todhri],
    &[Script::Coptic, Script::Elbasan, Script::Glagolitic, Script::Gothic, Script::Katakana, Script::Latin],
    &[Script::Cyrillic, Script::Greek, Script::Latin, Script::OldPermic, Script::Tifinagh],
    &[Script::Coptic, Script::Duployan, Script::Hebrew, Script::Latin, Script::OldPermic, Script::Syriac, Script::TaiLe, Script::Tifinagh, Script::Todhri],
    &[Script::Armenian, Script::Cyrillic, Script::Duployan, Script::Gothic, Script::Greek, Script::Hebrew, Script::Latin, Script::OldPermic, Script::Syriac, Script::TaiLe, Script::Tifinagh],
    &[Script::Latin, Script::Tifinagh],
    &[Script::Duployan, Script::Latin, Script::Syriac],
    &[Script::Cherokee, Script::Cyrillic, Script::Latin, Script::Osage],
    &[Script::Cherokee, Script::Latin, Script::TaiLe],
    &[Script::Latin, Script::Sunuwar],
    &[Script::Ethiopic, Script::Latin],
    &[Script::Cyrillic, Script::Latin, Script::Todhri],
    &[Script::Greek, Script::Latin, Script::OldPermic, Script::Todhri],
    &[Script::Cherokee, Script::Duployan, Script::Katakana, Script::Latin, Script::Syriac, Script::Tifinagh],
    &[Script::Cherokee, Script::Duployan, Script::Latin, Script::Syriac],
    &[Script::Latin, Script::Syriac],
    &[Script::Latin, Script::Sunuwar, Script::Syriac],
    &[Script::Cherokee, Script::Latin, Script::Syriac],
    &[Script::CaucasianAlbanian, Script::Cherokee, Script::Gothic, Script::Latin, Script::Sunuwar, Script::Syriac, Script::Thai],
    &[Script::Greek],
    &[Script::Latin, Script::Osage],
    &[Script::CaucasianAlbanian, Script::Latin, Script::Todhri],
    &[Script::Latin],
    &[Script::Coptic, Script::Greek],
    &[Script::Cyrillic, Script::OldPermic],
    &[Script::Cyrillic, Script::Glagolitic],
    &[Script::Cyrillic, Script::Latin],
    &[Script::Armenian, Script::Georgian, Script::Glagolitic],
    &[Script::Arabic, Script::Garay, Script::HanifiRohingya, Script::Nko, Script::Syriac, Script::Thaana, Script::Yezidi],
    &[Script::Arabic, Script::Syriac, Script::Thaana],
    &[Script::Adlam, Script::Arabic, Script::Garay, Script::HanifiRohingya, Script::Nko, Script::Syriac, Script::Thaana, Script::Yezidi],
    &[Script::Adlam, Script::Arabic, Script::HanifiRohingya, Script::Mandaic, Script::Manichaean, Script::OldUyghur, Script::PsalterPahlavi, Script::Sogdian, Script::Syriac],
    &[Script::Arabic, Script::Syriac],
    &[Script::Arabic, Script::Thaana, Script::Yezidi],
    &[Script::Arabic, Script::HanifiRohingya],
    &[Script::Bengali, Script::Devanagari, Script::Grantha, Script::Gujarati, Script::Gurmukhi, Script::Kannada, Script::Latin, Script::Malayalam, Script::Nandinagari, Script::Newa, Script::Oriya, Script::Sharada, Script::Tamil, Script::Telugu, Script::Tirhuta],
    &[Script::Bengali, Script::Devanagari, Script::Grantha, Script::Gujarati, Script::Gurmukhi, Script::Kannada, Script::Latin, Script::Malayalam, Script::Newa, Script::Oriya, Script::Tamil, Script::Telugu, Script::Tirhuta],
    &[Script::Bengali, Script::Devanagari, Script::Dogra, Script::Grantha, Script::Gujarati, Script::GunjalaGondi, Script::Gurmukhi, Script::Kannada, Script::Khudawadi, Script::Mahajani, Script::Malayalam, Script::MasaramGondi, Script::Nandinagari, Script::OlOnal, Script::Oriya, Script::Sinhala, Script::SylotiNagri, Script::Takri, Script::Tamil, Script::Telugu, Script::Tirhuta],
    &[Script::Bengali, Script::Devanagari, Script::Dogra, Script::Grantha, Script::Gujarati, Script::GunjalaGondi, Script::Gurmukhi, Script::GurungKhema, Script::Kannada, Script::Khudawadi, Script::Limbu, Script::Mahajani, Script::Malayalam, Script::MasaramGondi, Script::Nandinagari, Script::OlOnal, Script::Oriya, Script::Sinhala, Script::SylotiNagri, Script::Takri, Script::Tamil, Script::Telugu, Script::Tirhuta],
    &[Script::Devanagari, Script::Dogra, Script::Kaithi, Script::Mahajani],
    &[Script::Bengali, Script::Chakma, Script::SylotiNagri],
    &[Script::Gurmukhi, Script::Multani],
    &[Script::Gujarati, Script::Khojki],
    &[Script::Kannada, Script::Malayalam, Script::Tamil, Script::Telugu],
    &[Script::Grantha, Script::Tamil],
    &[Script::Kannada, Script::Nandinagari, Script::TuluTigalari],
    &[Script::Chakma, Script::Myanmar, Script::TaiLe],
    &[Script::Georgian, Script::Glagolitic, Script::Latin],
    &[Script::Runic],
    &[Script::Buhid, Script::Hanunoo, Script::Tagalog, Script::Tagbanwa],
    &[Script::Mongolian, Script::PhagsPa],
    &[Script::Bengali, Script::Devanagari, Script::Grantha, Script::Kannada],
    &[Script::Devanagari],
    &[Script::Devanagari, Script::Grantha, Script::Kannada],
    &[Script::Bengali, Script::Devanagari, Script::Newa, Script::Telugu, Script::Tirhuta],
    &[Script::Bengali, Script::Devanagari, Script::Telugu],
    &[Script::Devanagari, Script::Newa, Script::Sharada],
    &[Script::Bengali, Script::Devanagari, Script::Newa, Script::Telugu],
    &[Script::Devanagari, Script::Sharada],
    &[Script::Devanagari, Script::Kannada, Script::Malayalam, Script::Oriya, Script::Tamil, Script::Telugu],
    &[Script::Bengali, Script::Devanagari],
    &[Script::Devanagari, Script::Newa, Script::Tirhuta],
    &[Script::Devanagari, Script::Nandinagari, Script::Newa],
    &[Script::Bengali, Script::Devanagari, Script::Sharada],
    &[Script::Devanagari, Script::Newa],
    &[Script::Bengali, Script::Devanagari, Script::Newa, Script::Sharada],
    &[Script::Bengali, Script::Devanagari, Script::Grantha, Script::Kannada, Script::Malayalam, Script::Nandinagari, Script::Oriya, Script::Sinhala, Script::Telugu, Script::Tirhuta, Script::TuluTigalari],
    &[Script::Devanagari, Script::Grantha],
    &[Script::Devanagari, Script::Grantha, Script::Kannada, Script::TuluTigalari],
    &[Script::Bengali],
    &[Script::Nandinagari],
    &[Script::Cyrillic, Script::Latin, Script::Syriac],
    &[Script::Syriac],
    &[Script::Latin, Script::Mongolian, Script::PhagsPa],
    &[Script::Adlam, Script::Arabic],
    &[Script::Carian, Script::Georgian, Script::Glagolitic, Script::Lycian, Script::OldHungarian, Script::OldTurkic],
    &[Script::Carian, Script::Greek, Script::MeroiticHieroglyphs, Script::OldHungarian],
    &[Script::Devanagari, Script::Grantha, Script::Latin],
    &[Script::Coptic, Script::Latin],
    &[Script::Avestan, Script::OldTurkic],
    &[Script::Avestan, Script::Carian, Script::Georgian, Script::Kaithi, Script::Lydian, Script::OldHungarian, Script::Samaritan],
    &[Script::Duployan],
    &[Script::Adlam, Script::Arabic, Script::OldHungarian],
    &[Script::Han, Script::Tangut],
    &[Script::Bopomofo, Script::Han, Script::Hangul, Script::Hiragana, Script::Katakana, Script::Mongolian, Script::Yi],
    &[Script::Bopomofo, Script::Han, Script::Hangul, Script::Hiragana, Script::Katakana, Script::Mongolian, Script::PhagsPa, Script::Yi],
    &[Script::Bopomofo, Script::Han, Script::Hangul, Script::Hiragana, Script::Katakana],
    &[Script::Han],
    &[Script::Bopomofo, Script::Han, Script::Hangul, Script::Hiragana, Script::Katakana, Script::Mongolian, Script::Tibetan, Script::Yi],
    &[Script::Bopomofo, Script::Han, Script::Hangul, Script::Hiragana, Script::Katakana, Script::Lisu, Script::Mongolian, Script::Tibetan, Script::Yi],
    &[Script::Bopomofo, Script::Han, Script::Hangul, Script::Hiragana, Script::Katakana, Script::Yi],
    &[Script::Bopomofo, Script::Han],
    &[Script::Hiragana, Script::Katakana],
    &[Script::Han, Script::Hiragana, Script::Katakana],
    &[Script::Han, Script::Latin],
    &[Script::Devanagari, Script::Dogra, Script::Gujarati, Script::Gurmukhi, Script::Kaithi, Script::Kannada, Script::Khojki, Script::Khudawadi, Script::Mahajani, Script::Malayalam, Script::Modi, Script::Nandinagari, Script::Sharada, Script::Takri, Script::Tirhuta, Script::TuluTigalari],
    &[Script::Devanagari, Script::Dogra, Script::Gujarati, Script::Gurmukhi, Script::Kaithi, Script::Kannada, Script::Khojki, Script::Khudawadi, Script::Mahajani, Script::Modi, Script::Nandinagari, Script::Sharada, Script::Takri, Script::Tirhuta, Script::TuluTigalari],
    &[Script::Devanagari, Script::Dogra, Script::Gujarati, Script::Gurmukhi, Script::Kaithi, Script::Khojki, Script::Khudawadi, Script::Mahajani, Script::Modi, Script::Takri, Script::Tirhuta],
    &[Script::Devanagari, Script::Dogra, Script::Gujarati, Script::Gurmukhi, Script::Kaithi, Script::Khojki, Script::Khudawadi, Script::Mahajani, Script::Modi, Script::Sharada, Script::Takri, Script::Tirhuta],
    &[Script::Bengali, Script::Devanagari, Script::TuluTigalari],
    &[Script::Devanagari, Script::Tamil],
    &[Script::KayahLi, Script::Latin, Script::Myanmar],
    &[Script::Buginese, Script::Javanese],
    &[Script::Arabic, Script::Nko],
    &[Script::Arabic, Script::Thaana],
    &[Script::Cypriot, Script::CyproMinoan, Script::LinearB],
    &[Script::Cypriot, Script::LinearB],
    &[Script::Cypriot, Script::LinearA, Script::LinearB],
    &[Script::Arabic, Script::Coptic],
    &[Script::Manichaean, Script::OldUyghur],
    &[Script::Cuneiform, Script::ProtoCuneiform],
];
