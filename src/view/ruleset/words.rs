//! The words of a rendering in the six languages of the United Nations.

use crate::language::Language;

impl Language {
    pub(crate) fn word(self, word: Word) -> &'static str {
        let [ar, zh, en, fr, ru, es] = word.forms();
        match self {
            Self::Ar => ar,
            Self::Zh => zh,
            Self::En => en,
            Self::Fr => fr,
            Self::Ru => ru,
            Self::Es => es,
        }
    }
}

macro_rules! words {
    ($($word:ident: $ar:literal, $zh:literal, $en:literal, $fr:literal, $ru:literal, $es:literal;)*) => {
        /// A word or phrase of a rendering.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Word {
            $($word,)*
        }

        impl Word {
            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$word,)*];

            fn forms(self) -> [&'static str; 6] {
                match self { $(Self::$word => [$ar, $zh, $en, $fr, $ru, $es],)* }
            }
        }
    };
}

words! {
    Title: "قواعد توليد العلامات", "标签生成规则集", "Label generation ruleset", "Règles de génération d’étiquettes", "Правила генерации меток", "Reglas de generación de etiquetas";
    Contents: "المحتويات", "目录", "Contents", "Sommaire", "Содержание", "Contenido";
    Metadata: "البيانات الوصفية", "元数据", "Metadata", "Métadonnées", "Метаданные", "Metadatos";
    Version: "الإصدار", "版本", "Version", "Version", "Версия", "Versión";
    Date: "التاريخ", "日期", "Date", "Date", "Дата", "Fecha";
    Languages: "اللغات والكتابات", "语言和文字", "Languages and scripts", "Langues et écritures", "Языки и письменности", "Idiomas y escrituras";
    Scope: "النطاق", "适用范围", "Scope", "Portée", "Область действия", "Ámbito";
    ValidFrom: "سارٍ من", "生效日期", "Valid from", "Valable à partir du", "Действует с", "Válido desde";
    ValidUntil: "سارٍ حتى", "失效日期", "Valid until", "Valable jusqu’au", "Действует до", "Válido hasta";
    UnicodeVersion: "إصدار يونيكود", "Unicode 版本", "Unicode version", "Version d’Unicode", "Версия Юникода", "Versión de Unicode";
    Description: "الوصف", "说明", "Description", "Description", "Описание", "Descripción";
    Summary: "الملخص", "概要", "Summary", "Résumé", "Сводка", "Resumen";
    Entries: "نقاط الترميز والمتتاليات", "码位和序列", "Code points and sequences", "Points de code et séquences", "Кодовые позиции и последовательности", "Puntos de código y secuencias";
    Sequences: "منها متتاليات", "其中序列", "Of which sequences", "Dont séquences", "Из них последовательности", "De ellos, secuencias";
    OutOfRepertoire: "مدرجة كمتغيرات فقط", "仅作为变体列出", "Listed only as variants", "Mentionnés seulement comme variantes", "Указаны только как варианты", "Incluidos solo como variantes";
    WithVariants: "لها متغيرات", "有变体", "With variants", "Avec variantes", "Имеют варианты", "Con variantes";
    Variants: "المتغيرات", "变体", "Variants", "Variantes", "Варианты", "Variantes";
    VariantSets: "مجموعات المتغيرات", "变体组", "Variant sets", "Ensembles de variantes", "Наборы вариантов", "Conjuntos de variantes";
    LargestSet: "أكبر مجموعة متغيرات", "最大变体组", "Largest variant set", "Plus grand ensemble de variantes", "Наибольший набор вариантов", "Mayor conjunto de variantes";
    VariantSet: "مجموعة المتغيرات", "变体组", "Variant set", "Ensemble de variantes", "Набор вариантов", "Conjunto de variantes";
    Repertoire: "الرصيد", "字符集", "Repertoire", "Répertoire", "Репертуар", "Repertorio";
    CodePoint: "نقطة الترميز", "码位", "Code point", "Point de code", "Кодовая позиция", "Punto de código";
    Glyph: "الشكل", "字形", "Glyph", "Glyphe", "Знак", "Glifo";
    Name: "الاسم", "名称", "Name", "Nom", "Имя", "Nombre";
    Script: "الكتابة", "文字", "Script", "Écriture", "Письменность", "Escritura";
    Context: "السياق", "上下文", "Context", "Contexte", "Контекст", "Contexto";
    Tags: "الوسوم", "标记", "Tags", "Étiquettes", "Метки", "Etiquetas";
    References: "المراجع", "参考文献", "References", "Références", "Источники", "Referencias";
    Comment: "تعليق", "注释", "Comment", "Commentaire", "Примечание", "Comentario";
    Source: "الأصل", "源", "Source", "Source", "Источник", "Origen";
    Target: "المتغير", "变体", "Variant", "Variante", "Вариант", "Variante";
    Type: "النوع", "类型", "Type", "Type", "Тип", "Tipo";
    Reverse: "العكس", "反向映射", "Reverse", "Inverse", "Обратное", "Inversa";
    Yes: "نعم", "有", "yes", "oui", "да", "sí";
    No: "لا", "无", "no", "non", "нет", "no";
    NotListed: "ليس في الرصيد", "不在字符集中", "not in the repertoire", "hors du répertoire", "вне репертуара", "fuera del repertorio";
    Classes: "فئات المحارف", "字符类", "Character classes", "Classes de caractères", "Классы символов", "Clases de caracteres";
    Rules: "القواعد", "规则", "Rules", "Règles", "Правила", "Reglas";
    Members: "الأعضاء", "成员", "Members", "Membres", "Элементы", "Miembros";
    Definition: "التعريف", "定义", "Definition", "Définition", "Определение", "Definición";
    Notation: "الترميز المستخدم", "记法", "Notation", "Notation", "Обозначения", "Notación";
    Actions: "الإجراءات", "动作", "Actions", "Actions", "Действия", "Acciones";
    Default: "افتراضي", "默认", "default", "par défaut", "по умолчанию", "por defecto";
    When: "عند", "当满足", "when", "si", "если", "si";
    NotWhen: "إلا عند", "当不满足", "not when", "sauf si", "если не", "salvo si";
    Matches: "العلامة تطابق القاعدة", "标签匹配规则", "the label matches", "l’étiquette satisfait", "метка соответствует правилу", "la etiqueta cumple";
    NotMatches: "العلامة لا تطابق القاعدة", "标签不匹配规则", "the label does not match", "l’étiquette ne satisfait pas", "метка не соответствует правилу", "la etiqueta no cumple";
    AnyVariant: "نوع أحد المتغيرات", "某个变体的类型为", "some variant is of type", "une variante est de type", "один из вариантов имеет тип", "alguna variante es de tipo";
    AllVariants: "نوع كل متغير", "每个变体的类型为", "every variant is of type", "chaque variante est de type", "каждый вариант имеет тип", "cada variante es de tipo";
    OnlyVariants: "كل نقطة ترميز لها متغير من النوع", "每个码位都经由如下类型的变体映射", "every code point is mapped by a variant of type", "chaque point de code provient d’une variante de type", "каждая кодовая позиция получена через вариант типа", "cada punto de código procede de una variante de tipo";
    Always: "دائمًا", "总是", "always", "toujours", "всегда", "siempre";
    And: "و", "且", "and", "et", "и", "y";
    Untyped: "بلا نوع", "无类型", "no type", "sans type", "без типа", "sin tipo";
    NothingVisible: "لا شيء", "空", "nothing", "rien", "ничего", "nada";
    NotationClass: "فئة بهذا الاسم", "该名称的字符类", "the class of that name", "la classe de ce nom", "класс с этим именем", "la clase de ese nombre";
    NotationList: "نقاط الترميز هذه", "所列码位", "these code points", "ces points de code", "эти кодовые позиции", "estos puntos de código";
    NotationProperty: "نقاط الترميز ذات الخاصية أو الوسم", "具有该属性或标记的码位", "code points with a property or a tag", "points de code ayant une propriété ou une étiquette", "кодовые позиции со свойством или меткой", "puntos de código con una propiedad o una etiqueta";
    NotationSets: "المتممة، الاتحاد، التقاطع، الفرق، الفرق المتماثل", "补集、并集、交集、差集、对称差", "complement, union, intersection, difference, symmetric difference", "complément, union, intersection, différence, différence symétrique", "дополнение, объединение, пересечение, разность, симметрическая разность", "complemento, unión, intersección, diferencia, diferencia simétrica";
    NotationAny: "أي نقطة ترميز", "任一码位", "any code point", "tout point de code", "любая кодовая позиция", "cualquier punto de código";
    NotationEnds: "بداية العلامة ونهايتها", "标签的开头和结尾", "the start and the end of the label", "le début et la fin de l’étiquette", "начало и конец метки", "el principio y el fin de la etiqueta";
    NotationAnchor: "نقطة الترميز المعنية", "所考察的码位", "the code point in question", "le point de code en question", "рассматриваемая кодовая позиция", "el punto de código en cuestión";
    NotationLook: "ما يسبقها مباشرة وما يليها مباشرة", "紧接其前和其后的内容", "what stands right before it and right after it", "ce qui la précède et ce qui la suit immédiatement", "то, что стоит непосредственно перед ней и после неё", "lo que está justo antes y justo después";
    NotationChoice: "أحد البدائل", "任选其一", "one of the alternatives", "l’une des possibilités", "одна из альтернатив", "una de las alternativas";
    NotationRule: "قاعدة بهذا الاسم", "该名称的规则", "the rule of that name", "la règle de ce nom", "правило с этим именем", "la regla de ese nombre";
    NotationCount: "عدد المرات", "出现次数", "how often", "combien de fois", "сколько раз", "cuántas veces";
}

impl Word {
    /// The notation of [`notation`](super::notation), with what it means.
    pub(crate) const NOTATION: [(&'static str, Self); 11] = [
        ("[name]", Self::NotationClass),
        ("[0061 0064-0066]", Self::NotationList),
        ("[gc=Mn] [tag=letter]", Self::NotationProperty),
        ("∁ ∪ ∩ ∖ △", Self::NotationSets),
        (".", Self::NotationAny),
        ("^ $", Self::NotationEnds),
        ("⚓", Self::NotationAnchor),
        ("(← …) (→ …)", Self::NotationLook),
        ("(a | b)", Self::NotationChoice),
        (":name:", Self::NotationRule),
        ("? * + {2} {2,} {2,4}", Self::NotationCount),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_form_in_every_language() {
        for word in Word::ALL {
            for language in Language::ALL {
                assert!(!language.word(*word).trim().is_empty(), "{word:?} in {language:?}");
            }
        }
    }
}
