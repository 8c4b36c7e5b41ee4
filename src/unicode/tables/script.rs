// DO NOT EDIT: made by `cargo run --release --package ulabel-gen`.
// Unicode 18.0.0: the scripts (UAX #24) and the sets of Script_Extensions.
// From icu_properties 2.4.0, icu_casemap 2.4.0, unicode-normalization 0.1.26, unicode-script 0.5.9, unicode-security 0.1.3, data/unicode/ages.tsv.
// Unicode data files are under LICENSE-UNICODE.

use crate::unicode::values::property_values;

property_values! {
    /// A script (UAX #24), under its long name in camel case. Its short name is the code of ISO 15924.
    #[non_exhaustive]
    Script {
        Adlam = "Adlm", "Adlam";
        Ahom = "Ahom", "Ahom";
        AnatolianHieroglyphs = "Hluw", "Anatolian_Hieroglyphs";
        Arabic = "Arab", "Arabic";
        Armenian = "Armn", "Armenian";
        Avestan = "Avst", "Avestan";
        Balinese = "Bali", "Balinese";
        Bamum = "Bamu", "Bamum";
        BassaVah = "Bass", "Bassa_Vah";
        Batak = "Batk", "Batak";
        Bengali = "Beng", "Bengali";
        BeriaErfe = "Berf", "Beria_Erfe";
        Bhaiksuki = "Bhks", "Bhaiksuki";
        Bopomofo = "Bopo", "Bopomofo";
        Brahmi = "Brah", "Brahmi";
        Braille = "Brai", "Braille";
        Buginese = "Bugi", "Buginese";
        Buhid = "Buhd", "Buhid";
        CanadianAboriginal = "Cans", "Canadian_Aboriginal";
        Carian = "Cari", "Carian";
        CaucasianAlbanian = "Aghb", "Caucasian_Albanian";
        Chakma = "Cakm", "Chakma";
        Cham = "Cham", "Cham";
        Cherokee = "Cher", "Cherokee";
        Chorasmian = "Chrs", "Chorasmian";
        Common = "Zyyy", "Common";
        Coptic = "Copt", "Coptic";
        Cuneiform = "Xsux", "Cuneiform";
        Cypriot = "Cprt", "Cypriot";
        CyproMinoan = "Cpmn", "Cypro_Minoan";
        Cyrillic = "Cyrl", "Cyrillic";
        Deseret = "Dsrt", "Deseret";
        Devanagari = "Deva", "Devanagari";
        DivesAkuru = "Diak", "Dives_Akuru";
        Dogra = "Dogr", "Dogra";
        Duployan = "Dupl", "Duployan";
        EgyptianHieroglyphs = "Egyp", "Egyptian_Hieroglyphs";
        Elbasan = "Elba", "Elbasan";
        Elymaic = "Elym", "Elymaic";
        Ethiopic = "Ethi", "Ethiopic";
        Garay = "Gara", "Garay";
        Georgian = "Geor", "Georgian";
        Glagolitic = "Glag", "Glagolitic";
        Gothic = "Goth", "Gothic";
        Grantha = "Gran", "Grantha";
        Greek = "Grek", "Greek";
        Gujarati = "Gujr", "Gujarati";
        GunjalaGondi = "Gong", "Gunjala_Gondi";
        Gurmukhi = "Guru", "Gurmukhi";
        GurungKhema = "Gukh", "Gurung_Khema";
        Han = "Hani", "Han";
        Hangul = "Hang", "Hangul";
        HanifiRohingya = "Rohg", "Hanifi_Rohingya";
        Hanunoo = "Hano", "Hanunoo";
        Hatran = "Hatr", "Hatran";
        Hebrew = "Hebr", "Hebrew";
        Hiragana = "Hira", "Hiragana";
        ImperialAramaic = "Armi", "Imperial_Aramaic";
        Inherited = "Zinh", "Inherited";
        InscriptionalPahlavi = "Phli", "Inscriptional_Pahlavi";
        InscriptionalParthian = "Prti", "Inscriptional_Parthian";
        Javanese = "Java", "Javanese";
        Jurchen = "Jurc", "Jurchen";
        Kaithi = "Kthi", "Kaithi";
        Kannada = "Knda", "Kannada";
        Katakana = "Kana", "Katakana";
        Kawi = "Kawi", "Kawi";
        KayahLi = "Kali", "Kayah_Li";
        Kharoshthi = "Khar", "Kharoshthi";
        KhitanSmallScript = "Kits", "Khitan_Small_Script";
        Khmer = "Khmr", "Khmer";
        Khojki = "Khoj", "Khojki";
        Khudawadi = "Sind", "Khudawadi";
        KiratRai = "Krai", "Kirat_Rai";
        Lao = "Laoo", "Lao";
        Latin = "Latn", "Latin";
        Lepcha = "Lepc", "Lepcha";
        Limbu = "Limb", "Limbu";
        LinearA = "Lina", "Linear_A";
        LinearB = "Linb", "Linear_B";
        Lisu = "Lisu", "Lisu";
        Lycian = "Lyci", "Lycian";
        Lydian = "Lydi", "Lydian";
        Mahajani = "Mahj", "Mahajani";
        Makasar = "Maka", "Makasar";
        Malayalam = "Mlym", "Malayalam";
        Mandaic = "Mand", "Mandaic";
        Manichaean = "Mani", "Manichaean";
        Marchen = "Marc", "Marchen";
        MasaramGondi = "Gonm", "Masaram_Gondi";
        Medefaidrin = "Medf", "Medefaidrin";
        MeeteiMayek = "Mtei", "Meetei_Mayek";
        MendeKikakui = "Mend", "Mende_Kikakui";
        MeroiticCursive = "Merc", "Meroitic_Cursive";
        MeroiticHieroglyphs = "Mero", "Meroitic_Hieroglyphs";
        Miao = "Plrd", "Miao";
        Modi = "Modi", "Modi";
        Mongolian = "Mong", "Mongolian";
        Mro = "Mroo", "Mro";
        Multani = "Mult", "Multani";
        Myanmar = "Mymr", "Myanmar";
        Nabataean = "Nbat", "Nabataean";
        NagMundari = "Nagm", "Nag_Mundari";
        Nandinagari = "Nand", "Nandinagari";
        NewTaiLue = "Talu", "New_Tai_Lue";
        Newa = "Newa", "Newa";
        Nko = "Nkoo", "Nko";
        Nushu = "Nshu", "Nushu";
        NyiakengPuachueHmong = "Hmnp", "Nyiakeng_Puachue_Hmong";
        Ogham = "Ogam", "Ogham";
        OlChiki = "Olck", "Ol_Chiki";
        OlOnal = "Onao", "Ol_Onal";
        OldHungarian = "Hung", "Old_Hungarian";
        OldItalic = "Ital", "Old_Italic";
        OldNorthArabian = "Narb", "Old_North_Arabian";
        OldPermic = "Perm", "Old_Permic";
        OldPersian = "Xpeo", "Old_Persian";
        OldSogdian = "Sogo", "Old_Sogdian";
        OldSouthArabian = "Sarb", "Old_South_Arabian";
        OldTurkic = "Orkh", "Old_Turkic";
        OldUyghur = "Ougr", "Old_Uyghur";
        Oriya = "Orya", "Oriya";
        Osage = "Osge", "Osage";
        Osmanya = "Osma", "Osmanya";
        PahawhHmong = "Hmng", "Pahawh_Hmong";
        Palmyrene = "Palm", "Palmyrene";
        PauCinHau = "Pauc", "Pau_Cin_Hau";
        PhagsPa = "Phag", "Phags_Pa";
        Phoenician = "Phnx", "Phoenician";
        ProtoCuneiform = "Pcun", "Proto_Cuneiform";
        PsalterPahlavi = "Phlp", "Psalter_Pahlavi";
        Rejang = "Rjng", "Rejang";
        Runic = "Runr", "Runic";
        Samaritan = "Samr", "Samaritan";
        Saurashtra = "Saur", "Saurashtra";
        Seal = "Seal", "Seal";
        Sharada = "Shrd", "Sharada";
        Shavian = "Shaw", "Shavian";
        Siddham = "Sidd", "Siddham";
        Sidetic = "Sidt", "Sidetic";
        SignWriting = "Sgnw", "SignWriting";
        Sinhala = "Sinh", "Sinhala";
        Sogdian = "Sogd", "Sogdian";
        SoraSompeng = "Sora", "Sora_Sompeng";
        Soyombo = "Soyo", "Soyombo";
        Sundanese = "Sund", "Sundanese";
        Sunuwar = "Sunu", "Sunuwar";
        SylotiNagri = "Sylo", "Syloti_Nagri";
        Syriac = "Syrc", "Syriac";
        Tagalog = "Tglg", "Tagalog";
        Tagbanwa = "Tagb", "Tagbanwa";
        TaiLe = "Tale", "Tai_Le";
        TaiTham = "Lana", "Tai_Tham";
        TaiViet = "Tavt", "Tai_Viet";
        TaiYo = "Tayo", "Tai_Yo";
        Takri = "Takr", "Takri";
        Tamil = "Taml", "Tamil";
        Tangsa = "Tnsa", "Tangsa";
        Tangut = "Tang", "Tangut";
        Telugu = "Telu", "Telugu";
        Thaana = "Thaa", "Thaana";
        Thai = "Thai", "Thai";
        Tibetan = "Tibt", "Tibetan";
        Tifinagh = "Tfng", "Tifinagh";
        Tirhuta = "Tirh", "Tirhuta";
        Todhri = "Todr", "Todhri";
        TolongSiki = "Tols", "Tolong_Siki";
        Toto = "Toto", "Toto";
        TuluTigalari = "Tutg", "Tulu_Tigalari";
        Ugaritic = "Ugar", "Ugaritic";
        Unknown = "Zzzz", "Unknown";
        Vai = "Vaii", "Vai";
        Vithkuqi = "Vith", "Vithkuqi";
        Wancho = "Wcho", "Wancho";
        WarangCiti = "Wara", "Warang_Citi";
        Yezidi = "Yezi", "Yezidi";
        Yi = "Yiii", "Yi";
        ZanabazarSquare = "Zanb", "Zanabazar_Square";
    }
}

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
