# العربية. قواعد الصياغة والوسائط مشروحة في en.ftl.
# ما يُكتب من اليسار إلى اليمين وينتهي بما لا اتجاه له يُعزل بين U+2066 وU+2069.

-xn = { "\u2066" }xn--{ "\u2069" }
-xn-form = { "\u2066" }xn--…{ "\u2069" }

## أجزاء الجمل

octets = { $actual ->
    [zero] صفر من البايتات
    [one] بايت واحد
    [two] بايتان
    [few] { $actual } بايتات
    [many] { $actual } بايتًا
   *[other] { $actual } بايت
}
place = { $count ->
    [0] في العلامة
    [1] في الموضع { $start }
   *[other] في المواضع من { $start } إلى { $end }
}
source = { $source ->
    [0] { $rule ->
        [0] { "" }
       *[other] { " " }(القاعدة «{ $rule }»)
    }
   *[other] { $rule ->
        [0] { " " }({ $source })
       *[other] { " " }(القاعدة «{ $rule }»، { $source })
    }
}
remove = { $without ->
    [0] { "" }
   *[other] من دون { $count ->
        [1] هذا المحرف
        [2] هذين المحرفين
       *[other] هذه المحارف
    } تصبح العلامة «{ $without }».
}

## الكتابة

syntax-empty-label = علامة فارغة، والمتوقع محرف واحد على الأقل
    .explain = يجب أن تضم العلامة محرفًا واحدًا على الأقل. نقطتان متتاليتان، أو نقطة في البداية، تتركان علامة فارغة.
    .way-out = احذف النقطة الزائدة.
syntax-label-too-long = { $actual ->
    [0] علامة أطول مما يجوز، والمتوقع 63 بايتًا على الأكثر في صيغة A-label
   *[other] علامة طولها { octets }، والمتوقع { $limit } على الأكثر في صيغة A-label
}
    .explain = ينقل نظام DNS علامات لا يزيد طولها على 63 بايتًا. ويُحسب طول العلامة التي تضم محارف من خارج ASCII في صيغة A-label («{ -xn-form }»)، وهي أطول مما يقرؤه الناس.{ $actual ->
        [0] { "" }
       *[other] { " " }طول هذه العلامة { octets }.
    }
    .way-out = اختر علامة أقصر.
syntax-name-too-long = اسم طوله { octets }، والمتوقع { $limit } على الأكثر
    .explain = ينقل نظام DNS أسماء لا يزيد طولها على { $limit } من البايتات، بما فيها النقاط، وتُحسب كل علامة في صيغة A-label. طول هذا الاسم { octets }.
    .way-out = اختصر إحدى العلامات.
syntax-hyphen-start = واصلة في البداية، والمتوقع محرف آخر
    .explain = يجب ألا تبدأ العلامة بواصلة (U+002D).
    .way-out = { remove }
syntax-hyphen-end = واصلة في النهاية، والمتوقع محرف آخر
    .explain = يجب ألا تنتهي العلامة بواصلة (U+002D).
    .way-out = { remove }
syntax-hyphen-3-4 = واصلتان في الموضعين الثالث والرابع، والمتوقع ألا تردا هناك إلا في A-label («{ -xn }»)
    .explain = الواصلتان في الموضعين الثالث والرابع معًا محجوزتان للترميزات، مثل «{ -xn }» في A-label. ولا يجوز أن تردا هناك في أي علامة أخرى.
    .way-out = احذف إحدى الواصلتين أو انقلها.
syntax-not-ldh = { $reason ->
    [a-label] محرف من خارج ASCII في A-label، والمتوقع حروف ASCII وأرقامها وواصلاتها فقط
   *[other] المحرف { $what } { place }، والمتوقع حروف ASCII وأرقامها وواصلاتها فقط
}
    .explain = { $reason ->
        [a-label] تتألف A-label من الحروف a إلى z والأرقام 0 إلى 9 والواصلة. وفي الصيغة المقدَّمة محرف من خارج ASCII.
       *[other] تتألف علامة ASCII من الحروف a إلى z والأرقام 0 إلى 9 والواصلة. وفي هذه العلامة المحرف { $what } { place }.
    }
    .way-out = { remove }
syntax-invalid-utf8 = بايتات ليست UTF-8 (عدد البايتات السليمة قبلها: { $actual })، والمتوقع UTF-8
    .explain = المدخل ليس نصًا بترميز UTF-8: بعد بايتات سليمة عددها { $actual } تأتي بايتات لا يسمح بها UTF-8.
    .way-out = احفظ المدخل أو أرسله بترميز UTF-8.
syntax-uppercase = { $actual ->
    [zero] لا أحرف كبيرة
    [one] حرف كبير واحد، قُرئ حرفًا صغيرًا
    [two] حرفان كبيران، قُرئا حرفين صغيرين
    [few] { $actual } أحرف كبيرة، قُرئت أحرفًا صغيرة
    [many] { $actual } حرفًا كبيرًا، قُرئت أحرفًا صغيرة
   *[other] { $actual } حرف كبير، قُرئت أحرفًا صغيرة
}
    .explain = لا يفرّق نظام DNS في علامات ASCII بين الأحرف الكبيرة والصغيرة، ولذلك قُرئت العلامة بأحرف صغيرة.
    .way-out = { $label ->
        [0] { "" }
       *[other] اكتب العلامة بأحرف صغيرة: «{ $label }».
    }

## الترميز

ace-bad-punycode = { $reason ->
    [empty] لا شيء بعد «{ -xn }»، والمتوقع U-label بترميز Punycode
    [trailing-hyphen] واصلة في نهاية A-label، والمتوقع U-label بترميز Punycode
    [invalid-digit] بعد «{ -xn }» محرف ليس من Punycode، والمتوقع U-label بترميز Punycode
    [truncated] بعد «{ -xn }» ترميز Punycode ينقطع داخل عدد، والمتوقع U-label بترميز Punycode
    [overflow] بعد «{ -xn }» عدد خارج نطاق Unicode، والمتوقع U-label بترميز Punycode
   *[other] بعد «{ -xn }» ما لا يمكن فك ترميزه، والمتوقع U-label بترميز Punycode
}
    .explain = { $reason ->
        [empty] العلامة التي تبدأ بـ«{ -xn }» هي A-label، ويجب أن تليها U-label بترميز Punycode، لكن لا شيء يليها.
        [trailing-hyphen] العلامة التي تبدأ بـ«{ -xn }» هي A-label، ولا تنتهي A-label بواصلة أبدًا.
        [invalid-digit] العلامة التي تبدأ بـ«{ -xn }» هي A-label، ويجب أن تليها U-label بترميز Punycode. ويرد هنا محرف لا يستعمله Punycode.
        [truncated] العلامة التي تبدأ بـ«{ -xn }» هي A-label، ويجب أن تليها U-label بترميز Punycode. وينقطع الترميز هنا داخل عدد، كأن نهايته ضاعت.
        [overflow] العلامة التي تبدأ بـ«{ -xn }» هي A-label، ويجب أن تليها U-label بترميز Punycode. ويرد هنا عدد ليس نقطة ترميز في Unicode.
       *[other] العلامة التي تبدأ بـ«{ -xn }» هي A-label، ويجب أن تليها U-label بترميز Punycode. وما يليها هنا لا يمكن فك ترميزه.
    }
    .way-out = قدّم العلامة بترميز Unicode ودع البرنامج يحسب A-label.
ace-not-canonical = { $reason ->
    [upper-case] أحرف كبيرة في A-label، والمتوقع الأحرف الصغيرة التي يعطيها الترميز
    [not-an-a-label] نص من خارج ASCII في موضع A-label، والمتوقع ما يعطيه ترميز U-label
   *[other] صيغة A-label لا يعطيها ترميز U-label المقابلة، والمتوقع البايتات نفسها
}
    .explain = { $reason ->
        [upper-case] يجب أن تطابق A-label المقدَّمة، بايتًا ببايت، ما يعطيه ترميز U-label، أي أن تكون بأحرف صغيرة.
        [not-an-a-label] يجب أن تطابق A-label المقدَّمة، بايتًا ببايت، ما يعطيه ترميز U-label. وما يرد في موضعها ليس علامة ASCII.
       *[other] يجب أن تطابق A-label المقدَّمة، بايتًا ببايت، ما يعطيه ترميز U-label.
    }
    .way-out = { $expected ->
        [0] استعمل صيغة A-label التي يعطيها التحويل.
       *[other] استعمل صيغة A-label التالية: «{ $expected }».
    }
ace-decodes-to-ascii = «{ -xn }» قبل ما يُفك ترميزه إلى ASCII وحده، والمتوقع U-label بترميز Punycode
    .explain = تمثّل A-label علامة فيها محرف واحد على الأقل من خارج ASCII. وهذه يُفك ترميزها إلى ASCII وحده، فلا يجوز ترميزها أصلًا.
    .way-out = { $label ->
        [0] { "" }
       *[other] استعمل العلامة كما هي: «{ $label }».
    }
ace-pair-mismatch = { $expected ->
    [0] صيغتا A-label وU-label ليستا للعلامة نفسها، والمتوقع صيغتان لعلامة واحدة
   *[other] صيغة A-label لا تقابل U-label، والمتوقع «{ $expected }»
}
    .explain = { $expected ->
        [0] يجب أن تكون صيغتا A-label وU-label المقدَّمتان صيغتين لعلامة واحدة، وليستا كذلك.
       *[other] يجب أن تكون صيغتا A-label وU-label المقدَّمتان صيغتين لعلامة واحدة. وصيغة A-label لهذه العلامة هي «{ $expected }».
    }
    .way-out = { $expected ->
        [0] قدّم صيغة واحدة ودع البرنامج يحسب الأخرى.
       *[other] إن كانت U-label هي المقصودة فاستعمل «{ $expected }».
    }

## IDNA2008

idna-not-nfc = المحرف { $what } { place } ليس في صيغة التطبيع C (NFC)، والمتوقع «{ $expected }»
    .explain = يمكن أن يُكتب النص الواحد بنقاط ترميز مختلفة. ويجب أن تكون العلامة في صيغة التطبيع C (NFC)، وفيها لكل نص كتابة واحدة. ويُكتب { $what } { place } فيها كتابة أخرى وإن لم يظهر فرق للعين.
    .way-out = استعمل صيغة NFC: «{ $expected }» ({ $expected_code_points }).
idna-leading-mark = المحرف التركيبي { $what } في البداية، والمتوقع محرف يمكن أن يتركب معه
    .explain = يلتصق المحرف التركيبي بالمحرف الذي قبله. ويجب ألا تبدأ به العلامة، وإلا التصق بالنقطة أو بما يسبق العلامة.
    .way-out = { remove }
idna-disallowed = { $reason ->
    [full-stop] المحرف { $what } { place }، وهو نقطة غير U+002E، والمتوقع U+002E بين العلامات
    [upper-case] المحرف { $what } { place }، وهو ليس حرفًا صغيرًا، والمتوقع { $expected_code_points } («{ $expected }»)
    [not-ldh] المحرف { $what } { place }، والمتوقع من ASCII الحروف والأرقام والواصلات فقط
   *[other] المحرف { $what } { place }، وهو DISALLOWED، والمتوقع نقاط الترميز التي يسمح بها IDNA2008 فقط
}
    .explain = { $reason ->
        [full-stop] تفصل بين العلامات النقطة U+002E. وتحوّل بعض البرامج إليها نقاطًا أخرى، مثل { $what }، قبل البحث عن الاسم، أما التسجيل فلا يحوّل شيئًا.
        [upper-case] لا أحرف كبيرة في U-label: المحرف { $what } { place } هو DISALLOWED. وتحوّل برامج كثيرة الأحرف الكبيرة إلى صغيرة قبل البحث عن الاسم، أما التسجيل فلا يحوّل شيئًا.
        [not-ldh] لا يجوز في العلامة من محارف ASCII إلا الحروف a إلى z والأرقام 0 إلى 9 والواصلة. وفي هذه العلامة { $what } { place }.
       *[other] يسمح IDNA2008 بحروف كتابات العالم وأرقامها وحركاتها وبعدد قليل من المحارف الأخرى. والمحرف { $what } { place } ليس منها: فهو DISALLOWED في كل علامة.
    }
    .way-out = { $reason ->
        [full-stop] افصل بين العلامات بالنقطة U+002E.
        [upper-case] اكتب «{ $expected }» ({ $expected_code_points }) بدلًا منه.
       *[other] { remove }
    }
idna-unassigned = المحرف { $what } { place }، وهو UNASSIGNED في Unicode { $version }، والمتوقع نقطة ترميز معيّنة
    .explain = لا يوجد المحرف { $what } في Unicode { $version }، وهو الإصدار المطلوب هنا. ولا يجوز في العلامة إلا محارف موجودة.
    .way-out = { remove }
idna-uts46-mapped = { $expected ->
    [0] علامة تحوّلها المتصفحات إلى علامة أخرى قبل البحث عنها
   *[other] علامة تحوّلها المتصفحات إلى «{ $expected }» قبل البحث عنها
}
    .explain = { $expected ->
        [0] تحوّل المتصفحات ما يكتبه الناس وفق قواعد UTS #46، وستجعل من هذه العلامة علامة أخرى.
       *[other] تحوّل المتصفحات ما يكتبه الناس وفق قواعد UTS #46، وستجعل من هذه العلامة «{ $expected }».
    }
    .way-out = { $expected ->
        [0] { "" }
       *[other] إن كانت تلك هي العلامة المقصودة فسجّل «{ $expected }».
    }
idna-uts46-refused = علامة ترفضها المتصفحات، والمتوقع علامة تقبلها قواعد UTS #46
    .explain = تحوّل المتصفحات ما يكتبه الناس وتختبره وفق قواعد UTS #46، وسترفض هذه العلامة.

## القواعد السياقية

context-zwnj = فاصل الوصل عديم العرض (U+200C) { place }، والمتوقع أن يلي virama أو يقع بين حرفين متصلين
    .explain = فاصل الوصل عديم العرض (ZERO WIDTH NON-JOINER، U+200C) لا يُرى. ولا يُسمح به إلا حيث يغيّر ما يُرى: بعد virama كما في كتابات الهند، أو بين حرفين كانا سيتصلان لولاه كما في الفارسية. وليس كذلك { place }.
    .way-out = { remove }
context-zwj = واصل عديم العرض (U+200D) { place }، والمتوقع أن يلي virama
    .explain = الواصل عديم العرض (ZERO WIDTH JOINER، U+200D) لا يُرى. ولا يُسمح به إلا بعد virama مباشرة، حيث يحدد شكل الحروف. ولا تسبقه virama { place }.
    .way-out = { remove }
context-middle-dot = نقطة وسطى (U+00B7) { place }، والمتوقع أن تقع بين حرفي l
    .explain = لا يُسمح بالنقطة الوسطى (MIDDLE DOT، U+00B7) إلا بين حرفي l، كما في الكتالانية.
    .way-out = { remove }
context-keraia = علامة العدد اليونانية السفلى (U+0375) { place }، والمتوقع أن تسبق محرفًا يونانيًا
    .explain = لا يُسمح بعلامة العدد اليونانية السفلى (GREEK LOWER NUMERAL SIGN، U+0375) إلا قبل محرف يوناني مباشرة.
    .way-out = { remove }
context-geresh = علامة الترقيم العبرية غيرش (U+05F3) { place }، والمتوقع أن تلي محرفًا عبريًا
    .explain = لا يُسمح بعلامة غيرش (HEBREW PUNCTUATION GERESH، U+05F3) إلا بعد محرف عبري مباشرة.
    .way-out = { remove }
context-gershayim = علامة الترقيم العبرية غيرشايم (U+05F4) { place }، والمتوقع أن تلي محرفًا عبريًا
    .explain = لا يُسمح بعلامة غيرشايم (HEBREW PUNCTUATION GERSHAYIM، U+05F4) إلا بعد محرف عبري مباشرة.
    .way-out = { remove }
context-katakana-middle-dot = نقطة الكاتاكانا الوسطى (U+30FB) { place }، والمتوقع أن تكون في العلامة هيراغانا أو كاتاكانا أو هان
    .explain = لا يُسمح بنقطة الكاتاكانا الوسطى (KATAKANA MIDDLE DOT، U+30FB) إلا في علامة فيها أيضًا محرف من الهيراغانا أو الكاتاكانا أو الهان.
    .way-out = { remove }
context-arabic-indic-digits = الرقم العربي الهندي { $what } { place } إلى جانب أرقام عربية هندية موسّعة، والمتوقع أرقام من نوع واحد
    .explain = الأرقام العربية الهندية (من U+0660 إلى U+0669) والأرقام العربية الهندية الموسّعة (من U+06F0 إلى U+06F9) متشابهة، فلا يجوز أن تجتمع في علامة واحدة. والرقم { $what } من النوع الأول.
    .way-out = اكتب الأرقام كلها بنوع واحد.
context-extended-arabic-indic-digits = الرقم العربي الهندي الموسّع { $what } { place } إلى جانب أرقام عربية هندية، والمتوقع أرقام من نوع واحد
    .explain = الأرقام العربية الهندية (من U+0660 إلى U+0669) والأرقام العربية الهندية الموسّعة (من U+06F0 إلى U+06F9) متشابهة، فلا يجوز أن تجتمع في علامة واحدة. والرقم { $what } من النوع الثاني.
    .way-out = اكتب الأرقام كلها بنوع واحد.

## قاعدة ثنائية الاتجاه (Bidi)

bidi-condition-1 = المحرف { $what } من فئة Bidi { $bidi_class } في البداية، والمتوقع فئة L أو R أو AL
    .explain = في اسم فيه علامة تُكتب من اليمين إلى اليسار يجب أن تبدأ كل علامة بحرف له اتجاه كتابة (فئة Bidi L أو R أو AL). وفئة { $what } هي { $bidi_class }.
bidi-condition-2 = المحرف { $what } من فئة Bidi { $bidi_class } { place } من علامة تُكتب من اليمين إلى اليسار، والمتوقع فئة R أو AL أو AN أو EN أو ES أو CS أو ET أو ON أو BN أو NSM
    .explain = تُكتب هذه العلامة من اليمين إلى اليسار. والمحرف { $what } { place }، وفئته { $bidi_class }، يُكتب في الاتجاه الآخر، فتظهر العلامة بترتيب مضلِّل.
    .way-out = { remove }
bidi-condition-3 = المحرف { $what } من فئة Bidi { $bidi_class } في نهاية علامة تُكتب من اليمين إلى اليسار، والمتوقع فئة R أو AL أو EN أو AN
    .explain = يجب أن تنتهي العلامة التي تُكتب من اليمين إلى اليسار بحرف من هذا الاتجاه أو برقم (فئة Bidi R أو AL أو EN أو AN)، وقد تليه محارف تركيبية. وتنتهي هذه بالمحرف { $what } وفئته { $bidi_class }.
    .way-out = { remove }
bidi-condition-4 = المحرف { $what } من فئة Bidi { $bidi_class } { place } من علامة تُكتب من اليمين إلى اليسار، والمتوقع أرقام من فئة واحدة، EN أو AN
    .explain = يجوز في العلامة التي تُكتب من اليمين إلى اليسار أن ترد أرقام أوروبية (فئة Bidi EN) أو عربية (فئة AN)، لا كلتاهما. وفئة { $what } هي { $bidi_class }، وفي العلامة أرقام من الفئة الأخرى.
    .way-out = اكتب الأرقام كلها بنوع واحد.
bidi-condition-5 = المحرف { $what } من فئة Bidi { $bidi_class } { place } من علامة تُكتب من اليسار إلى اليمين، والمتوقع فئة L أو EN أو ES أو CS أو ET أو ON أو BN أو NSM
    .explain = تُكتب هذه العلامة من اليسار إلى اليمين. والمحرف { $what } { place }، وفئته { $bidi_class }، يُكتب في الاتجاه الآخر، فتظهر العلامة بترتيب مضلِّل.
    .way-out = { remove }
bidi-condition-6 = المحرف { $what } من فئة Bidi { $bidi_class } في نهاية علامة تُكتب من اليسار إلى اليمين، والمتوقع فئة L أو EN
    .explain = في اسم فيه علامة تُكتب من اليمين إلى اليسار يجب أن تنتهي العلامة التي تُكتب من اليسار إلى اليمين بحرف من هذا الاتجاه أو برقم أوروبي (فئة Bidi L أو EN)، وقد تليه محارف تركيبية. وتنتهي هذه بالمحرف { $what } وفئته { $bidi_class }.
    .way-out = { remove }

## الكتابات

level-actual = { $actual ->
    [ascii-only] ASCII وحده
    [single-script] كتابة واحدة
    [highly-restrictive] شديد التقييد
    [moderately-restrictive] متوسط التقييد
    [minimally-restrictive] ضعيف التقييد
   *[unrestricted] بلا تقييد
}
level-limit = { $limit ->
    [ascii-only] ASCII وحده
    [single-script] كتابة واحدة
    [highly-restrictive] شديد التقييد
    [moderately-restrictive] متوسط التقييد
    [minimally-restrictive] ضعيف التقييد
   *[unrestricted] بلا تقييد
}

script-mixed = { $other_scripts ->
    [0] عدة كتابات في علامة واحدة ({ $scripts })، والمتوقع كتابة واحدة{ source }
   *[other] المحرف { $what } { place } من كتابة أخرى ({ $other_scripts }) غير كتابة ما قبله ({ $scripts })، والمتوقع كتابة واحدة{ source }
}
    .explain = { $other_scripts ->
        [0] تخلط العلامة بين كتابات: { $scripts }. وقد تتشابه حروف الكتابات المختلفة، فيمكن أن يخدع الخلط.
       *[other] تخلط العلامة بين كتابات: { $scripts } من جهة، و{ $other_scripts } من جهة أخرى ({ $what } { place }). وقد تتشابه حروف الكتابات المختلفة، فيمكن أن يخدع الخلط.
    }
    .way-out = اكتب العلامة كلها بكتابة واحدة.
script-wrong-for-tld = المحرف { $what } { place } من كتابة لا يقبلها نطاق المستوى الأعلى هذا ({ $scripts })، والمتوقع { $other_scripts ->
        [0] كتابة من كتابات هذا النطاق
       *[other] { $other_scripts }
    }{ source }
    .explain = { $other_scripts ->
        [0] لا يقبل نطاق المستوى الأعلى هذا علامات بهذه الكتابة: { $scripts }.
       *[other] لا يقبل نطاق المستوى الأعلى هذا علامات بهذه الكتابة: { $scripts }. وهو يقبل: { $other_scripts }.
    }
script-restriction-level = { $reason ->
    [restricted-character] { $count ->
        [0] علامة مستوى تقييدها «{ level-actual }»، والمتوقع «{ level-limit }» على الأقل
       *[other] المحرف { $what } { place }، ولا توصي به UTS #39، والمتوقع مستوى التقييد «{ level-limit }» على الأقل
    }
    [mixture] المحرف { $what } { place } من كتابة أخرى ({ $other_scripts }) غير كتابة ما قبله ({ $scripts })، والمتوقع مستوى التقييد «{ level-limit }» على الأقل
    [not-ascii] المحرف { $what } { place }، والمتوقع ASCII وحده
   *[other] المحرف { $what } { place }، وهو يتجاوز خلط الكتابات الذي تسمح به السياسة{ $expected ->
        [0] { "" }
       *[other] { " " }(«{ $expected }»)
    }
}{ source }
    .explain = { $reason ->
        [restricted-character] تصنّف UTS #39 العلامات بحسب محارفها وخلط الكتابات فيها. ومستوى هذه العلامة «{ level-actual }»، لأن { $count ->
            [0] أحد محارفها غير موصى به
           *[other] المحرف { $what } { place } غير موصى به
        }، والسياسة تطلب «{ level-limit }» على الأقل.
        [mixture] تصنّف UTS #39 العلامات بحسب حريتها في خلط الكتابات. ومستوى هذه العلامة «{ level-actual }»: { $scripts } من جهة، و{ $other_scripts } من جهة أخرى ({ $what } { place }). والسياسة تطلب «{ level-limit }» على الأقل.
        [not-ascii] لا تقبل هذه السياسة إلا علامات من ASCII وحده، وليس المحرف { $what } { place } منه.
       *[other] لا تسمح السياسة إلا بأنواع معينة من خلط الكتابات، والمحرف { $what } { place } يتجاوزها.
    }
    .way-out = { $reason ->
        [restricted-character] { remove }
        [not-ascii] { remove }
       *[other] اكتب العلامة كلها بكتابة واحدة.
    }
script-mixed-digits = المحرف { $what } { place } إلى جانب أرقام من نظام عددي آخر، والمتوقع أرقام من نظام واحد{ source }
    .explain = في العلامة أرقام من عدة أنظمة عددية، والمحرف { $what } { place } ليس من نظام ما قبله. ومثل هذه الأرقام قد يلتبس بعضها ببعض.
    .way-out = اكتب الأرقام كلها بنوع واحد.
script-whole-script-confusable = { $other ->
    [0] علامة تشبه في مجملها علامة بكتابة أخرى ({ $other_scripts })
   *[other] علامة تشبه في مجملها «{ $other }» بكتابة أخرى ({ $other_scripts })
}{ source }
    .explain = { $other ->
        [0] لكل حرف من هذه العلامة شبيه في كتابة أخرى ({ $other_scripts })، فيمكن أن تُحسب العلامة كلها علامة بتلك الكتابة.
       *[other] لكل حرف من هذه العلامة شبيه في كتابة أخرى ({ $other_scripts })، فيمكن أن تُحسب العلامة كلها علامة بتلك الكتابة: «{ $other }».
    }
script-confusable = { $other ->
    [0] علامة تشبه اسمًا آخر
   *[other] علامة تشبه «{ $other }»
}{ source }
    .explain = { $other ->
        [0] تشبه العلامة اسمًا آخر شبهًا قد يؤدي إلى الخلط بينهما.
       *[other] تشبه العلامة «{ $other }» شبهًا قد يؤدي إلى الخلط بينهما.
    }

## قواعد إنشاء العلامات

lgr-not-in-repertoire = المحرف { $what } { place }، والمتوقع ما في ذخيرة LGR فقط{ source }
    .explain = تسرد قواعد إنشاء العلامات (LGR) نقاط الترميز والتسلسلات التي يجوز أن تضمها العلامة. وليس { $what } { place } منها.
    .way-out = { remove }
lgr-context = { $reason ->
    [not-when] المحرف { $what } { place } في سياق تمنع فيه LGR وروده
   *[other] المحرف { $what } { place } خارج سياقه، والمتوقع حيث تسمح به القاعدة السياقية في LGR
}{ source }
    .explain = { $reason ->
        [not-when] تمنع قواعد إنشاء العلامات (LGR) المحرف { $what } بجوار محارف معينة، وهو بجوارها { place }.
       *[other] لا تسمح قواعد إنشاء العلامات (LGR) بالمحرف { $what } إلا بجوار محارف معينة، وهي غير موجودة { place }.
    }
    .way-out = { remove }
lgr-whole-label-rule = علامة ترفضها قاعدة في LGR تخص العلامة كاملة{ source }
    .explain = في قواعد إنشاء العلامات (LGR) قواعد تخص العلامة كاملة، وترفض إحداها هذه العلامة{ source }.
lgr-invalid-disposition = علامة تصرُّف LGR فيها هو «{ $value }»، والمتوقع تصرُّف يسمح بالتسجيل{ source }
    .explain = تعطي قواعد إنشاء العلامات (LGR) بإجراءاتها هذه العلامة التصرُّف «{ $value }». ومثل هذه العلامات لا تُسجَّل.
lgr-duplicate-variant = علامة ينتج متغيّرها «{ $other }» بعدة طرق، بالحكم { $value }{ source }
    .explain = تجعل متغيّرات مجموعة القواعد (LGR) وتسلسلاتها «{ $other }» ينتج من هذه العلامة بعدة طرق ({ $value }). هذا خطأ في مجموعة القواعد، فلا يُعتمد على ما يُحجز مع العلامة.
lgr-bound-reached = علامة لا يمكن تحديد متغيّراتها ضمن حدود الوقت والذاكرة{ source }
    .explain = مجموعة القواعد (LGR) مصوغة بحيث لا يمكن عدّ متغيّرات هذه العلامة ولا سردها ضمن حدود الوقت والذاكرة. ولا يُعرف ما يُحجز مع العلامة.
lgr-blocked-variant = { $other ->
    [0] متغيّر محظور لاسم آخر
   *[other] متغيّر محظور للاسم «{ $other }»
}{ source }
    .explain = { $other ->
        [0] العلامة متغيّر لاسم قائم، وتحظرها قواعد إنشاء العلامات (LGR)، فلا يمكن لأحد تسجيلها.
       *[other] العلامة متغيّر للاسم «{ $other }»، وتحظرها قواعد إنشاء العلامات (LGR)، فلا يمكن لأحد تسجيلها.
    }
lgr-collision = { $other ->
    [0] علامة من مجموعة متغيّرات اسم آخر
   *[other] علامة من مجموعة متغيّرات الاسم «{ $other }»
}{ source }
    .explain = { $other ->
        [0] العلامة واسم قائم متغيّران أحدهما للآخر. وقد لا يحق تسجيلها إلا لصاحب ذلك الاسم.
       *[other] العلامة والاسم «{ $other }» متغيّران أحدهما للآخر. وقد لا يحق تسجيلها إلا لصاحب ذلك الاسم.
    }

## السياسات

policy-outside-tld = اسم ليس تحت { $expected }{ $reason ->
    [fits] ؛ والسياسة المناسبة هي سياسة { $other }
    [look-alike] ، بل تحت { $value }، وهو لا يعدو أن يشبه { $other }
   *[other] { "" }
}{ source }
    .explain = { $reason ->
        [fits] هذه السياسة للأسماء التي تحت { $expected }. والاسم المعطى تحت { $other }، وله سياسته الخاصة. ولم تُفحص أي علامة منه وفق سياسة.
        [look-alike] هذه السياسة للأسماء التي تحت { $expected }. والاسم المعطى تحت { $value }، وهو يشبه { $other } لكنه نطاق آخر. ولم تُفحص أي علامة منه وفق سياسة.
       *[other] هذه السياسة للأسماء التي تحت { $expected }، والاسم المعطى ليس تحته. ولم تُفحص أي علامة منه وفق سياسة.
    }
    .way-out = { $reason ->
        [fits] افحص الاسم وفق سياسة { $other }.
        [look-alike] اكتب { $other } بدلًا من { $value }.
       *[other] اختر سياسة النطاق الذي يقع تحته الاسم.
    }
policy-too-short = علامة طولها { units }، والمتوقع { $limit } على الأقل{ source }
    .explain = يقبل هذا السجل علامات لا يقل طولها عن { $limit }، وطول هذه العلامة { units }.
    .way-out = اختر علامة أطول.
policy-too-long = علامة طولها { units }، والمتوقع { $limit } على الأكثر{ source }
    .explain = يقبل هذا السجل علامات لا يزيد طولها على { $limit }، وطول هذه العلامة { units }.
    .way-out = اختر علامة أقصر.
units = { $reason ->
    [octets] { octets }
    [letters] { $actual ->
        [zero] صفر من الحروف
        [one] حرف واحد
        [two] حرفان
        [few] { $actual } حروف
        [many] { $actual } حرفًا
       *[other] { $actual } حرف
    }
   *[other] { $actual ->
        [zero] صفر من نقاط الترميز
        [one] نقطة ترميز واحدة
        [two] نقطتا ترميز
        [few] { $actual } نقاط ترميز
        [many] { $actual } نقطة ترميز
       *[other] { $actual } نقطة ترميز
    }
}
policy-reserved = { $other ->
    [0] اسم محجوز{ source }
   *[other] { $reason ->
        [variant] متغيّر للاسم المحجوز «{ $other }»{ source }
       *[other] علامة تشبه الاسم المحجوز «{ $other }»{ source }
    }
}
    .explain = { $other ->
        [0] الاسم مدرج في قائمة أسماء محجوزة{ source }، فلا يمكن تسجيله بالطريقة المعتادة.
       *[other] { $reason ->
            [variant] العلامة متغيّر للاسم «{ $other }»، وهو مدرج في قائمة أسماء محجوزة{ source }.
           *[other] تشبه العلامة «{ $other }»، وهو مدرج في قائمة أسماء محجوزة{ source }.
        }
    }
policy-all-digits = علامة من أرقام فقط، والمتوقع حرف واحد على الأقل{ source }
    .explain = لا يقبل هذا السجل علامات من أرقام فقط.
    .way-out = أضف حرفًا.
policy-hyphens = { $count ->
    [0] واصلات لا تسمح بها السياسة
   *[other] المحرف { $what } { place }، والمتوقع ألا ترد هناك واصلة
}{ source }
    .explain = لا يقبل هذا السجل علامات فيها واصلات في هذه المواضع.
    .way-out = { remove }
policy-ascii-not-allowed = علامة من ASCII وحده، والمتوقع محرف واحد على الأقل من خارج ASCII{ source }
    .explain = لا يقبل هذا السجل إلا علامات فيها محرف واحد على الأقل من خارج ASCII.
policy-not-in-table = { $reason ->
    [no-table] المحرف { $what } { place } ليس في أي جدول من جداول السياسة، والمتوقع محارف جدول واحد فقط
    [several-tables] المحرف { $what } { place } ليس في الجدول «{ $value }»، والمتوقع أن تكون المحارف كلها في جدول واحد
    [sequence] المحرف { $what } { place }، ولا يقبله الجدول «{ $value }» إلا في تسلسلات معينة
   *[other] علامة لا يضمها كاملةً أي جدول من جداول السياسة، والمتوقع أن تكون محارفها كلها في جدول واحد
}{ source }
    .explain = { $reason ->
        [no-table] يسرد هذا السجل في جداوله المحارف التي يجوز أن تضمها العلامة. والمحرف { $what } { place } ليس في أي منها.
        [several-tables] لهذا السجل عدة جداول محارف، ويجب أن تندرج العلامة كاملةً في واحد منها. والمحرف { $what } { place } من جدول غير جدول بقية العلامة، وهو الجدول «{ $value }».
        [sequence] لا يسمح هذا السجل بالمحرف { $what } إلا في تسلسلات معينة، وليس في واحد منها { place }.
       *[other] لهذا السجل عدة جداول محارف، ويجب أن تندرج العلامة كاملةً في واحد منها. وينقص كلَّ جدول محرفٌ من هذه العلامة.
    }
    .way-out = { $reason ->
        [several-tables] اكتب العلامة كلها بمحارف جدول واحد.
       *[other] { remove }
    }
policy-must-contain = { $value ->
    [0] لا محرف من مجموعة يجب أن تضم العلامة واحدًا منها على الأقل{ source }
   *[other] لا محرف من المجموعة التي يطلبها الجدول «{ $value }»، والمتوقع واحد على الأقل{ source }
}
    .explain = { $value ->
        [0] وفق هذه السياسة يجب أن تضم العلامة محرفًا واحدًا على الأقل من مجموعة معينة، وليس في هذه العلامة شيء منها.
       *[other] يجب أن تضم العلامة في الجدول «{ $value }» محرفًا واحدًا على الأقل من مجموعة معينة، وليس في هذه العلامة شيء منها.
    }
policy-unknown-table = علامة قد تناسب جدول السجل «{ $value }» الذي لا تُعرف حروفه{ source }
    .explain = لدى السجل جدول «{ $value }»، لكن حروفه غير معروفة هنا. يجب سؤال السجل.
policy-registry-unknown = علامة من خارج ASCII تحت سجل لا يُعرف عنه شيء{ source }
    .explain = لا يذكر أي مصدر أي أسماء مدوّلة يقبلها هذا السجل. تحل محله بداية بلغات الإقليم، ويجب سؤال السجل.
policy-start-takes = ترفض «{ $other }» العلامة اليوم؛ وتقبلها «{ $value }»، وهي بداية بلغات الإقليم
    .explain = لا يقبل السجل هذه العلامة اليوم، بقدر ما هو معروف. السياسة «{ $value }» بداية بلغات الإقليم، وهي تقبلها.
policy-context = المحرف { $what } { place }، حيث لا تسمح به السياسة{ source }
    .explain = لا يسمح هذا السجل بالمحرف { $what } إلا في مواضع معينة، لكنه ورد { place }.
    .way-out = { remove }
policy-digits = المحرف { $what } { place }، وهو رقم لا تسمح به السياسة هناك{ source }
    .explain = لا يسمح هذا السجل بالمحرف { $what } { place }: يجب أن تكون الأرقام من النوع المناسب وفي الموضع المناسب.
    .way-out = { remove }

## التسجيل إلى جانب الأسماء الموجودة

decision-member = الاسم من مجموعة متغيّرات الاسم «{ $other }»، ويجوز لصاحبه أن يحصل عليه
    .explain = الاسم «{ $other }» مسجَّل، وهو الاسم الأساسي في مجموعة متغيّراته. وهذا الاسم متغيّر يجوز تخصيصه، ومن يطلبه هو الجهة نفسها.
    .way-out = أضف الاسم بأمر update على «{ $other }»؛ أما أمر create فمرفوض.
decision-member-elsewhere = الاسم «{ $other }» مسجَّل لصاحبه نفسه تحت نطاق أعلى آخر من المجموعة نفسها
    .explain = الأسماء تحت هذه النطاقات العليا مجموعة واحدة، وهي كلها لصاحب واحد. ويجوز لصاحب «{ $other }» أن يحصل على هذا الاسم.
    .way-out = أنشئ الاسم: فيصير الاسم الأساسي تحت نطاقه الأعلى.
decision-registered = اسم مسجَّل
    .explain = الاسم مسجَّل من قبل، بهذه الصيغة أو بصيغة أخرى للعلامة نفسها.
    .way-out = اختر اسمًا آخر.
decision-reserved = اسم يحتفظ به السجل
    .explain = يحتفظ السجل بهذا الاسم؛ وهو ليس نطاقًا ولا يمكن تسجيله بالطريقة المعتادة.
decision-nndn-blocked = { $other ->
    [0] اسم يحظره السجل بوصفه متغيّرًا
   *[other] اسم يحظره السجل بوصفه متغيّرًا للاسم «{ $other }»
}
    .explain = قيّد السجل هذا الاسم متغيّرًا محظورًا. ولا يحصل عليه أحد ما دام الاسم الذي هو متغيّر له موجودًا.
decision-exempted = { $other ->
    [0] اسم من مجموعة متغيّرات ليس لأسمائها صاحب واحد
   *[other] اسم من مجموعة متغيّرات الاسم «{ $other }»، وليس لأسمائها صاحب واحد
}
    .explain = سُجّلت أسماء من هذه المجموعة قبل أن تُعرف المتغيّرات. وهي معفاة من قاعدة أن المجموعة كلها لجهة واحدة، ولا يُخصَّص أي اسم آخر من المجموعة.
    .way-out = ينتهي الإعفاء حين يبقى اسم واحد، أو حين يضمّها أمين تسجيل هي كلها عنده.
decision-blocked-by-policy = { $other ->
    [0] متغيّر لاسم مسجَّل، والسياسة تحظر المتغيّرات
   *[other] متغيّر للاسم «{ $other }»، والسياسة تحظر المتغيّرات
}
    .explain = تحظر السياسة كل متغيّرات الاسم المسجَّل، حتى على صاحبه.
    .way-out = اختر اسمًا آخر.
decision-pending-transfer = { $other ->
    [0] اسم من مجموعة يجري نقلها
   *[other] اسم من مجموعة الاسم «{ $other }»، وهي قيد النقل
}
    .explain = تنتقل أسماء مجموعة المتغيّرات كلها معًا إلى أمين تسجيل آخر، ولا ينضم إليها اسم قبل ذلك.
    .way-out = أعد الطلب بعد النقل.
decision-other-registrar = { $other ->
    [0] اسم من مجموعة يرعاها أمين تسجيل آخر
   *[other] اسم من مجموعة الاسم «{ $other }»، ويرعاها أمين تسجيل آخر
}
    .explain = أسماء مجموعة المتغيّرات كلها لجهة واحدة، وهذه المجموعة يرعاها أمين تسجيل آخر.
    .way-out = لصاحب المجموعة أن يطلب الاسم من أمين تسجيلها، أو أن ينقل المجموعة.
decision-other-registrant = { $other ->
    [0] اسم من مجموعة لصاحب آخر
   *[other] اسم من مجموعة الاسم «{ $other }»، ولها صاحب آخر
}
    .explain = أسماء مجموعة المتغيّرات كلها لجهة واحدة، ولهذه المجموعة صاحب آخر.
    .way-out = لا يحصل على الاسم إلا صاحب المجموعة.
decision-limit = { $limit ->
    [one] في مجموعة المتغيّرات اسم واحد
    [two] في مجموعة المتغيّرات اسمان
    [few] في مجموعة المتغيّرات { $limit } أسماء
    [many] في مجموعة المتغيّرات { $limit } اسمًا
   *[other] في مجموعة المتغيّرات { $limit } اسم
}، وهو أقصى ما تسمح به السياسة
    .explain = تحدّ السياسة عدد الأسماء التي يجوز تسجيلها من مجموعة متغيّرات واحدة.
    .way-out = تخلَّ أولًا عن اسم آخر من المجموعة.
decision-unaware-client = { $other ->
    [0] اسم من مجموعة متغيّرات، يطلبه عميل لا يعرف المجموعات
   *[other] اسم من مجموعة الاسم «{ $other }»، يطلبه عميل لا يعرف المجموعات
}
    .explain = يجوز لصاحب المجموعة أن يحصل على هذا الاسم، ولكن عن طريق عميل يدعم امتداد EPP لمجموعات المتغيّرات وحده. ويظهر لغيره من العملاء محجوزًا.
    .way-out = اطلبه عن طريق عميل يعلن عن الامتداد.
decision-not-registrable = اسم ليس علامة واحدة تحت نطاق من نطاقات السياسة مباشرة
    .explain = لا يُسجَّل هنا إلا أسماء من علامة واحدة تحت نطاق من نطاقات السياسة مباشرة؛ وهذا الاسم أطول، أو هو نفسه نطاق منها.
decision-look-alike = { $reason ->
    [skeleton] اسم يشبه «{ $other }»
    [marks] اسم يشبه «{ $other }» لولا علاماته
   *[inside] الكلمة المحمية «{ $other }» داخل الاسم
}
    .explain = { $reason ->
        [skeleton] قد يظن القارئ هذا الاسم «{ $other }»: فلهما الهيكل نفسه.
        [marks] قد يظن القارئ هذا الاسم «{ $other }»: فهما لا يختلفان إلا في العلامات أو في شكل حرف.
       *[inside] الكلمة «{ $other }» محمية، وهي في هذا الاسم أو تبدو كذلك.
    }

## إصدارات Unicode

version-newer-than-policy = المحرف { $what } { place }، وقد ظهر في Unicode { $version }، بعد Unicode { $other_version }
    .explain = ظهر المحرف { $what } في Unicode مع الإصدار { $version }. والإصدار المطلوب هنا هو { $other_version }، ولم يكن موجودًا فيه بعد.
version-changed-between-versions = المحرف { $what } { place }، وهو { $value } في Unicode { $version } ولم يكن كذلك في Unicode { $other_version }
    .explain = الخاصية المشتقة للمحرف { $what } هي { $value } في Unicode { $version }، وهي غير ذلك في Unicode { $other_version }، وهو الإصدار المطلوب هنا.

## ما تعرضه المتصفحات

step = { $reason ->
    [restricted-character] المحرف { $what } { place }، ولا توصي به UTS #39
    [denied-character] المحرف { $what } { place }، وهو من محارف لا يعرضها المتصفح أبدًا
    [script-mix] { $other_scripts ->
        [0] خلط الكتابات بحرية مفرطة
       *[other] المحرف { $what } { place } من كتابة أخرى ({ $other_scripts }) غير كتابة ما قبله ({ $scripts })
    }
    [mixed-digits] المحرف { $what } { place } إلى جانب أرقام من نظام عددي آخر
    [repeated-mark] المحرف التركيبي نفسه مرتين متتاليتين، { $what } { place }
    [tld-letter] الحرف { $what } { place }، ولا يُعرض إلا تحت نطاقات معينة من المستوى الأعلى
    [middle-dot] المحرف { $what } { place }، ولا يُعرض إلا بين حرفي l تحت النطاق cat
    [whole-script-confusable] علامة تشبه في مجملها حروفًا لاتينية
    [digit-look-alikes] لا شيء غير أرقام وحروف تشبه الأرقام
    [latin-beside-other] الحرف اللاتيني { $what } { place } من خارج ASCII إلى جانب كتابة أخرى
    [misleading-pattern] { $what } { place }، وهو تسلسل يلتبس بغيره
   *[other] علامة لا يعرضها المتصفح بمحارفها
}
display-chrome = يعرض Chrome صيغة A-label، والسبب: { step }
    .explain = سيعرض Chrome صيغة A-label لهذه العلامة («{ -xn-form }») بدلًا من محارفها، والسبب: { step }.
display-firefox = يعرض Firefox صيغة A-label، والسبب: { step }
    .explain = سيعرض Firefox صيغة A-label لهذه العلامة («{ -xn-form }») بدلًا من محارفها، والسبب: { step }.

## كلمات

verdict-valid = صالح
verdict-review = للمراجعة
verdict-invalid = غير صالح
severity-error = خطأ
severity-warning = تحذير
severity-info = معلومة
kind-empty = علامة فارغة
kind-nr-ldh-label = علامة NR-LDH
kind-r-ldh-label = علامة R-LDH
kind-a-label = علامة A-label
kind-fake-a-label = علامة A-label زائفة
kind-u-label = علامة U-label
kind-putative-u-label = علامة U-label مفترضة
kind-non-ldh-label = علامة غير LDH
document-policy = السياسة
document-lgr = قواعد LGR
document-browser-display = العرض في المتصفحات
clause-condition = الشرط
head-name = الاسم
head-label = العلامة
head-u-label = صيغة U-label
head-a-label = صيغة A-label
head-kind = النوع
head-verdict = النتيجة
head-scripts = الكتابات
head-findings = الملاحظات
head-clause = المرجع
head-way-out = الحل
head-code-points = نقاط الترميز
head-code = الرمز
head-severity = الدرجة
head-message = الرسالة
head-policy = السياسة
head-source = المصدر
head-unicode = إصدار Unicode
head-disposition = التصرُّف
head-index-label = العلامة الفهرسية
head-coarse-key = المفتاح التقريبي
head-skeleton = الهيكل
head-wide-skeleton = هيكل موسَّع
head-variants = المتغيّرات
availability-yes = متاح
availability-no = غير متاح
head-primary = الاسم الأساسي
head-set = أسماء المجموعة الأخرى
head-elsewhere = تحت نطاقات عليا أخرى
head-looks-like = يشبه
head-command = أمر EPP
column-position = م
column-number = الرقم
column-character = المحرف
column-name = الاسم
column-script = الكتابة
column-property = الخاصية
column-came-in = ظهر في
column-bidi-class = فئة Bidi
column-rules = القواعد
nothing-found = لا مانع من التسجيل
none = لا شيء
not-known = غير معروف
reason-registered = مسجَّل
reason-reserved = محجوز لدى السجل
reason-nndn-blocked = محظور بوصفه متغيّرًا
reason-invalid-label = لا تقبله السياسة
reason-look-alike = يشبه اسمًا آخر
reason-exempted = ليس للمجموعة صاحب واحد
reason-blocked-by-policy = المتغيّرات محظورة
reason-blocked-variant = متغيّر يحظره الجدول
reason-pending-transfer = المجموعة قيد النقل
reason-other-registrar = المجموعة لدى أمين تسجيل آخر
reason-other-registrant = المجموعة لصاحب آخر
reason-limit = مجموعة المتغيّرات مكتملة
reason-unaware-client = متاح بوصفه متغيّرًا فقط
unassigned = غير معيّنة

## عرض قواعد إنشاء العلامات

ruleset-title = قواعد إنشاء العلامات
registry = السجل
top-level-domain = نطاق المستوى الأعلى
effective-date = تاريخ السريان
contact = جهة الاتصال
status = الحالة
certainty = درجة اليقين
note = ملاحظة
not-stated = غير مذكور؛ يجب ملؤه
beside-the-table = ما تطلبه السياسة إلى جانب هذا الجدول
status-published = تعيد ذكر القواعد التي ينشرها السجل
status-derived = بداية مستمدة من بيانات عامة؛ والكلمة الأخيرة للسجل
status-own = خاصة بالسجل
certainty-sure = مؤكد
certainty-likely = مرجح
certainty-unsure = غير مؤكد
rule-after = يأتي فقط بعد أحد هذه مباشرة
rule-before = يأتي فقط قبل أحد هذه مباشرة
rule-contains = يجب أن تحتوي العلامة على أحد هذه
rule-refuse = تُرفض العلامة المطابقة
rule-require = يجب أن تطابق العلامة
rule-digits-at-ends = لا تبدأ العلامة ولا تنتهي برقم
contents = المحتويات
metadata = البيانات الوصفية
version = الإصدار
date = التاريخ
languages = اللغات والكتابات
scope = مجال التطبيق
valid-from = سارٍ من
valid-until = سارٍ حتى
description = الوصف
statistics = الملخص
entries = نقاط الترميز والتسلسلات
sequences = منها تسلسلات
out-of-repertoire = مدرجة كمتغيّرات فقط
with-variants = لها متغيّرات
variant-sets = مجموعات المتغيّرات
largest-variant-set = أكبر مجموعة متغيّرات
variant-set = مجموعة المتغيّرات
repertoire = الذخيرة
code-point = نقطة الترميز
glyph = الشكل
context = السياق
tags = الوسوم
references = المراجع
comment = تعليق
variant-source = الأصل
variant-target = المتغيّر
variant-type = النوع
reverse = العكس
yes = نعم
no = لا
not-in-repertoire = ليس في الذخيرة
classes = فئات المحارف
members = الأعضاء
definition = التعريف
notation = الرموز المستخدمة
actions = الإجراءات
default-action = افتراضي
when = عند
not-when = إلا عند
matches = العلامة تطابق القاعدة
not-matches = العلامة لا تطابق القاعدة
any-variant = نوع أحد المتغيّرات
all-variants = نوع كل متغيّر
only-variants = كل نقطة ترميز لها متغيّر من النوع
always = دائمًا
and = و
untyped = بلا نوع
null-variant = لا شيء

## رموز تعريف الفئات والقواعد

notation-class = فئة بهذا الاسم
notation-list = نقاط الترميز هذه
notation-property = نقاط الترميز ذات الخاصية أو الوسم
notation-sets = المتممة، الاتحاد، التقاطع، الفرق، الفرق المتماثل
notation-any = أي نقطة ترميز
notation-ends = بداية العلامة ونهايتها
notation-anchor = نقطة الترميز المعنية
notation-look = ما يسبقها مباشرة وما يليها مباشرة
notation-choice = أحد البدائل
notation-rule = قاعدة بهذا الاسم
notation-count = عدد المرات

## أسطر بوسائط

summary = { $names ->
    [zero] لا أسماء
    [one] اسم واحد
    [two] اسمان
    [few] { $names } أسماء
    [many] { $names } اسمًا
   *[other] { $names } اسم
}: { $valid } صالح، { $review } للمراجعة، { $invalid } غير صالح
summary-timed = { summary } في { $seconds } ث
findings-of = { $findings ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $findings } ملاحظات
    [many] { $findings } ملاحظة
   *[other] { $findings } ملاحظة
}
at-position = { $count ->
    [1] الموضع { $start }
   *[other] المواضع من { $start } إلى { $end }
}
one-variant-set = { $label } و{ $other } مجموعة واحدة تحت { $zone }؛ وفي المجموعة { $count ->
    [two] علامتان
    [few] { $count } علامات
    [many] { $count } علامة
   *[other] { $count } علامة
}
not-shown = { $count ->
    [zero] لم يُخفَ شيء
    [one] لم تُعرض واحدة أخرى
    [two] لم تُعرض اثنتان أخريان
    [few] لم تُعرض { $count } أخرى
    [many] لم تُعرض { $count } أخرى
   *[other] لم تُعرض { $count } أخرى
}
policies-listed = { $policies ->
    [zero] لا سياسات
    [one] سياسة واحدة
    [two] سياستان
    [few] { $policies } سياسات
    [many] { $policies } سياسة
   *[other] { $policies } سياسة
}: { $published } منشورة، { $derived } مستمدة؛ { $offering ->
    [zero] لا سجل يعرض أسماء مدوّلة
    [one] سجل واحد يعرض أسماء مدوّلة
    [two] سجلان يعرضان أسماء مدوّلة
    [few] { $offering } سجلات تعرض أسماء مدوّلة
    [many] { $offering } سجلًا يعرض أسماء مدوّلة
   *[other] { $offering } سجل يعرض أسماء مدوّلة
}؛ { $members } من الدول الأعضاء في الاتحاد الدولي للاتصالات، وعددها { $all }

## سياسة خاصة: ما ينبغي البت فيه

policy-new = سياسة خاصة لنطاق { $tld }، انطلاقًا من { $start }، وهي البداية بلغات الإقليم.
decide = ما ينبغي البت فيه، مفتاحًا مفتاحًا
decide-tables = أي اللغات والكتابات؟ وأي حروف كل منها، وأي الأرقام؟ وهل تدخل فيها حروف الكلمات الدخيلة؟
decide-ascii = هل تُقبل العلامات المؤلفة من محارف ASCII وحدها أم تُرفض؟
decide-mixing = هل يجوز أن تجتمع حروف كتابتين في علامة واحدة؟
decide-shape = العلامات المؤلفة من أرقام وحدها، والشرطتان المتتاليتان، وأقصر علامة وأطولها؟
decide-variants = أي صور الكتابة تُعد اسمًا واحدًا، ومن يحق له الباقي؟
decide-reserved = أي الأسماء محجوزة، وهل يشمل ذلك ما يشبهها شكلًا؟
decide-suffixes = هل تُسجَّل الأسماء تحت لواحق أيضًا، وبأي أطوال؟
decide-published = ما الذي يُنشر إلى جانب الجداول؟
decide-next = ثم

## صفحة الخدمة

page-title = هل يمكن تسجيل هذا الاسم؟
page-lead = اكتب اسمًا لتعرف هل يمكن تسجيله، وإن لم يمكن فلماذا، وأين الخطأ، وما الذي يصلح بدلًا منه.
page-name-hint = اسم كامل أو علامة واحدة، بحروفها الأصلية أو بصيغة A-label.
page-tld-of-name = الوارد في الاسم
page-ask = تحقَّق
page-site = هذا الموقع
page-languages = اللغة
page-skip = انتقل إلى المحتوى
page-policies = السياسات
page-letters = حرفًا حرفًا
page-detail = تفاصيل كل محرف
page-ways-out = ما الذي يصلح
page-no-way-out = لم يُعثر على اسم قريب منه تقبله القواعد.
page-looks = كيف يبدو
page-shown = يعرضه Chrome وFirefox بحروفه الأصلية.
page-same-skeleton = تتشابه الأسماء التي لها الهيكل نفسه (UTS #39).
page-taken = ما يُحجز معه
page-no-variants = لا تُحجز معه أي كتابة أخرى.
page-variants-block = تُعدّ هذه الكتابات الاسم نفسه: متى سُجّل فلا يحصل عليها أحد.
page-variants-same-entity = تُعدّ هذه الكتابات الاسم نفسه: متى سُجّل فلا يحصل عليها إلا صاحبه.
page-variants-allocate = تُعدّ هذه الكتابات الاسم نفسه وتُخصَّص لصاحبه.
page-variants-none = هذه الكتابات أسماء مستقلة: يجوز لأي أحد أن يطلبها.
page-variants-unknown = هذه الكتابات متغيّرات للاسم؛ ولا يُعرف ما يفعله السجل بها.
page-permanent-link = رابط هذه الإجابة
page-permanent-link-hint = يعيد طرح السؤال نفسه، مثلًا من بطاقة دعم.
page-not-looked-up = لم يُنظر في الأسماء الموجودة: هذا ما تقوله القواعد، لا هل ما زال الاسم متاحًا.
page-no-policy = لا تُعرف سياسة لهذا الاسم: طُبّقت القواعد العامة لكل الأسماء وحدها، وهي قواعد IDNA2008.
page-too-long = النص المعطى أطول من أن يكون اسمًا. فالاسم لا يتجاوز 253 بايتًا في DNS.
page-tables = جداول الحروف
page-compare = قارن بسياسة أخرى
page-compare-do = قارن
page-same-policies = تنص السياستان على الشيء نفسه.
page-no-such-policy = لا توجد سياسة بهذا الاسم.
page-key = المفتاح
page-value = ما تنص عليه
page-example = علامة تقبلها واحدة وحدها
page-today = ما يقبله السجل اليوم
page-start = بداية بلغات الإقليم
page-idn-offered = الأسماء المدوّلة
page-table = جدول الحروف
page-letters-of = الحروف
page-territory = الإقليم
page-letters-count = عدد الحروف
page-rule-domains = النطاقات
page-rule-digits = الأرقام
page-rule-hyphens = الواصلات
page-rule-length = الطول
page-rule-ascii = علامات من ASCII وحده
page-rule-reserved = الأسماء المحجوزة
page-rule-look-alikes = الأسماء المتشابهة
page-rule-other = غير ذلك
disposition-blocked = محظورة
disposition-allocatable = يجوز تخصيصها
disposition-activated = تأتي مع الاسم
page-fits = { $name } يوافق قواعد { $tld }
page-fits-protocol = { $name } يوافق القواعد العامة لكل الأسماء
page-review = { $name } يجب أن ينظر فيه موظف في السجل
page-refused = { $name } لا يمكن تسجيله تحت { $tld }
page-refused-protocol = { $name } لا يمكن تسجيله
page-available = { $name } متاح
page-not-available = { $name } غير متاح
page-for-holder = { $name } محفوظ لصاحب { $other }
page-policy-of = سياسة { $tld }
page-beside = سياستا { $first } و{ $second } جنبًا إلى جنب
page-table-of = الجدول { $table } من { $tld }
page-only = تقبلها { $tld } وحدها

## تدقيق نطاق

audit-title = تدقيق الأسماء
audit-codes = ما عُثر عليه
audit-collisions = أسماء من مجموعة بدائل واحدة
audit-look-alikes = أسماء متشابهة الشكل
audit-against = ما الذي سيتغيّر
audit-variant-sets = أسماء ستكون بدائلها مختلفة
audit-holders = مجموعات بدائل لها أكثر من صاحب
audit-years = الأسماء حسب سنة التسجيل
audit-example = على سبيل المثال
audit-common = محارف مشتركة فقط
audit-file = الملف
audit-line = السطر
audit-count = عدد الأسماء
audit-share = النسبة
audit-group-count = عدد المجموعات
audit-exempted-count = للإعفاء
audit-records = سجلات أصحاب الأسماء المقروءة
audit-registrant = صاحب التسجيل
audit-registrar = أمين التسجيل
audit-created = تاريخ التسجيل
audit-year = السنة
audit-from = اليوم
audit-to = وفق القواعد الأخرى
audit-verdicts = أحكام ستتغيّر
audit-dispositions = تصنيفات ستتغيّر
audit-program = أُعدّ بواسطة
audit-protocol = البروتوكول
audit-registration = التسجيل (IDNA2008)
audit-lookup = البحث (IDNA2008)
audit-each-domain = سياسة كل نطاق علوي
audit-logarithmic = المقياس لوغاريتمي: كل خط يمثّل عشرة أضعاف أسماء الخط السابق.
audit-plotted = يعرض الرسم { $shown } من أصل { $all }؛ والجدول يضمّها كلها.
audit-names = { $names ->
    [zero] لا أسماء
    [one] اسم واحد
    [two] اسمان
    [few] { $names } أسماء
    [many] { $names } اسمًا
   *[other] { $names } اسم
}
audit-groups = { $groups ->
    [zero] لا مجموعات
    [one] مجموعة واحدة
    [two] مجموعتان
    [few] { $groups } مجموعات
    [many] { $groups } مجموعة
   *[other] { $groups } مجموعة
}، { audit-names }
audit-undecided = لم يُبتّ ضمن حدود الوقت في { $groups ->
    [zero] أي مجموعة
    [one] مجموعة واحدة
    [two] مجموعتين
    [few] { $groups } مجموعات
    [many] { $groups } مجموعة
   *[other] { $groups } مجموعة
}
audit-exempted = للإعفاء: { audit-names }
