# 简体中文。行文规则和参数见 en.ftl。

## 句子成分

octets = { $actual } 个字节
place = { $count ->
    [0] 标签中
    [1] 第 { $start } 位
   *[other] 第 { $start } 至 { $end } 位
}
source = { $source ->
    [0] { $rule ->
        [0] { "" }
       *[other] （规则“{ $rule }”）
    }
   *[other] { $rule ->
        [0] （{ $source }）
       *[other] （规则“{ $rule }”，{ $source }）
    }
}
remove = { $without ->
    [0] { "" }
   *[other] 去掉{ $count ->
        [1] 该字符
       *[other] 这些字符
    }后，标签为“{ $without }”。
}

## 书写

syntax-empty-label = 标签为空，应至少有一个字符
    .explain = 标签至少要有一个字符。连续两个点，或开头就是点，都会产生空标签。
    .way-out = 删去多余的点。
syntax-label-too-long = { $actual ->
    [0] 标签过长，其 A-label 形式最多应为 63 个字节
   *[other] 标签有 { octets }，其 A-label 形式最多应为 { $limit } 个
}
    .explain = DNS 中的标签最长为 63 个字节。含非 ASCII 字符的标签按其 A-label 形式（“xn--…”）计算，比人们看到的要长。{ $actual ->
        [0] { "" }
       *[other] 此标签有 { octets }。
    }
    .way-out = 请选用较短的标签。
syntax-name-too-long = 域名有 { octets }，最多应为 { $limit } 个
    .explain = DNS 中的域名最长为 { $limit } 个字节，包括其中的点，且每个标签均按 A-label 形式计算。此域名有 { octets }。
    .way-out = 请缩短其中某个标签。
syntax-hyphen-start = 开头为连字符，应为其他字符
    .explain = 标签不得以连字符（U+002D）开头。
    .way-out = { remove }
syntax-hyphen-end = 末尾为连字符，应为其他字符
    .explain = 标签不得以连字符（U+002D）结尾。
    .way-out = { remove }
syntax-hyphen-3-4 = 第三位和第四位均为连字符，仅 A-label（“xn--”）可以如此
    .explain = 第三位和第四位同时为连字符的形式专供编码使用，例如 A-label 的“xn--”。其他标签不得如此。
    .way-out = 删去或移动其中一个连字符。
syntax-not-ldh = { $reason ->
    [a-label] A-label 中有非 ASCII 字符，应只有 ASCII 字母、数字和连字符
   *[other] { place }为 { $what }，应只有 ASCII 字母、数字和连字符
}
    .explain = { $reason ->
        [a-label] A-label 由字母 a 至 z、数字 0 至 9 和连字符组成。所给的 A-label 含有非 ASCII 字符。
       *[other] ASCII 标签由字母 a 至 z、数字 0 至 9 和连字符组成。此标签{ place }为 { $what }。
    }
    .way-out = { remove }
syntax-invalid-utf8 = 在 { octets }之后出现非 UTF-8 字节，应为 UTF-8
    .explain = 输入不是 UTF-8 文本：在 { octets }之后出现了 UTF-8 不允许的字节。
    .way-out = 请以 UTF-8 保存或发送输入。
syntax-uppercase = 有 { $actual } 个大写字母，已按小写读取
    .explain = 在 ASCII 标签中，DNS 不区分大小写，因此标签已按小写读取。
    .way-out = { $label ->
        [0] { "" }
       *[other] 请用小写书写标签：“{ $label }”。
    }

## 编码

ace-bad-punycode = { $reason ->
    [empty] “xn--”之后没有内容，应为 U-label 的 Punycode 编码
    [trailing-hyphen] A-label 以连字符结尾，应为 U-label 的 Punycode 编码
    [invalid-digit] “xn--”之后有不属于 Punycode 的字符，应为 U-label 的 Punycode 编码
    [truncated] “xn--”之后的 Punycode 在一个数的中间中断，应为 U-label 的 Punycode 编码
    [overflow] “xn--”之后有超出 Unicode 范围的数，应为 U-label 的 Punycode 编码
   *[other] “xn--”之后的内容无法解码，应为 U-label 的 Punycode 编码
}
    .explain = { $reason ->
        [empty] 以“xn--”开头的标签是 A-label，其后必须是 U-label 的 Punycode 编码，但此处没有任何内容。
        [trailing-hyphen] 以“xn--”开头的标签是 A-label，而 A-label 绝不会以连字符结尾。
        [invalid-digit] 以“xn--”开头的标签是 A-label，其后必须是 U-label 的 Punycode 编码。此处出现了 Punycode 不使用的字符。
        [truncated] 以“xn--”开头的标签是 A-label，其后必须是 U-label 的 Punycode 编码。此处的编码在一个数的中间中断，末尾似已丢失。
        [overflow] 以“xn--”开头的标签是 A-label，其后必须是 U-label 的 Punycode 编码。此处含有不是 Unicode 码点的数。
       *[other] 以“xn--”开头的标签是 A-label，其后必须是 U-label 的 Punycode 编码。此处的内容无法解码。
    }
    .way-out = 请以 Unicode 给出标签，由程序计算 A-label。
ace-not-canonical = { $reason ->
    [upper-case] A-label 中有大写字母，应与编码结果一致，均为小写
    [not-an-a-label] A-label 的位置上是非 ASCII 文本，应为 U-label 的编码结果
   *[other] A-label 与其 U-label 的编码结果不符，应逐字节相同
}
    .explain = { $reason ->
        [upper-case] 所给的 A-label 必须与 U-label 的编码结果逐字节相同，即全部为小写。
        [not-an-a-label] 所给的 A-label 必须与 U-label 的编码结果逐字节相同。其位置上的内容不是 ASCII 标签。
       *[other] 所给的 A-label 必须与 U-label 的编码结果逐字节相同。
    }
    .way-out = { $expected ->
        [0] 请使用转换得到的 A-label。
       *[other] 请使用 A-label“{ $expected }”。
    }
ace-decodes-to-ascii = “xn--”之后的内容解码后全为 ASCII，应为 U-label 的 Punycode 编码
    .explain = A-label 所代表的标签至少有一个非 ASCII 字符。此标签解码后全为 ASCII，因此根本不应编码。
    .way-out = { $label ->
        [0] { "" }
       *[other] 请直接使用该标签：“{ $label }”。
    }
ace-pair-mismatch = { $expected ->
    [0] A-label 与 U-label 不是同一个标签，应为同一标签的两种形式
   *[other] A-label 与 U-label 不对应，应为“{ $expected }”
}
    .explain = { $expected ->
        [0] 所给的 A-label 和 U-label 必须是同一标签的两种形式，但事实并非如此。
       *[other] 所给的 A-label 和 U-label 必须是同一标签的两种形式。该 U-label 的 A-label 是“{ $expected }”。
    }
    .way-out = { $expected ->
        [0] 请只给出一种形式，由程序计算另一种。
       *[other] 如果所指的确是该 U-label，请使用“{ $expected }”。
    }

## IDNA2008

idna-not-nfc = { place }的 { $what } 不符合规范化形式 C（NFC），应为“{ $expected }”
    .explain = 同一文本可以用不同的码点书写。标签必须采用规范化形式 C（NFC），使每个文本只有一种写法。此处{ place }的 { $what } 应另作书写，即使看上去并无不同。
    .way-out = 请使用 NFC 形式“{ $expected }”（{ $expected_code_points }）。
idna-leading-mark = 开头为组合用字符 { $what }，应为可与之组合的字符
    .explain = 组合用字符附着于它前面的字符。标签不得以组合用字符开头，否则它会附着于前面的点或标签之前的任何内容。
    .way-out = { remove }
idna-disallowed = { $reason ->
    [full-stop] { place }为 { $what }，是 U+002E 以外的句点，标签之间应为 U+002E
    [upper-case] { place }为 { $what }，不是小写，应为 { $expected_code_points }（“{ $expected }”）
    [not-ldh] { place }为 { $what }，ASCII 字符中应只有字母、数字和连字符
   *[other] { place }为 { $what }，属于 DISALLOWED，应只有 IDNA2008 允许的码点
}
    .explain = { $reason ->
        [full-stop] 标签之间以句点 U+002E 分隔。某些程序在查询域名之前会把 { $what } 等其他句点转换为它，但注册时不作任何转换。
        [upper-case] U-label 中没有大写字母：{ place }的 { $what } 属于 DISALLOWED。许多程序在查询域名之前会把大写转换为小写，但注册时不作任何转换。
        [not-ldh] 在 ASCII 字符中，标签只能含有字母 a 至 z、数字 0 至 9 和连字符。此标签{ place }为 { $what }。
       *[other] IDNA2008 允许世界各种文字的字母、数字和标记以及少数其他字符。{ place }的 { $what } 不在其中：它在任何标签中都属于 DISALLOWED。
    }
    .way-out = { $reason ->
        [full-stop] 请以句点 U+002E 分隔标签。
        [upper-case] 请改写为“{ $expected }”（{ $expected_code_points }）。
       *[other] { remove }
    }
idna-unassigned = { place }为 { $what }，在 Unicode { $version } 中属于 UNASSIGNED，应为已分配的码点
    .explain = 此处要求的版本是 Unicode { $version }，其中没有字符 { $what }。标签只能含有已存在的字符。
    .way-out = { remove }
idna-uts46-mapped = { $expected ->
    [0] 浏览器在查询前会把该标签转换为另一个标签
   *[other] 浏览器在查询前会把该标签转换为“{ $expected }”
}
    .explain = { $expected ->
        [0] 浏览器按 UTS #46 的规则转换用户的输入，会把该标签变成另一个标签。
       *[other] 浏览器按 UTS #46 的规则转换用户的输入，会把该标签变成“{ $expected }”。
    }
    .way-out = { $expected ->
        [0] { "" }
       *[other] 如果所指的是那个标签，请注册“{ $expected }”。
    }
idna-uts46-refused = 浏览器会拒绝该标签，应为符合 UTS #46 规则的标签
    .explain = 浏览器按 UTS #46 的规则转换并检验用户的输入，会拒绝该标签。

## 上下文规则

context-zwnj = { place }为零宽不连字（U+200C），应位于 virama 之后或相连的字母之间
    .explain = 零宽不连字（ZERO WIDTH NON-JOINER，U+200C）不可见，只允许用在能改变显示的地方：如印度文字中的 virama 之后，或如波斯文中原本相连的两个字母之间。{ place }不属于上述任何一种情况。
    .way-out = { remove }
context-zwj = { place }为零宽连字（U+200D），应位于 virama 之后
    .explain = 零宽连字（ZERO WIDTH JOINER，U+200D）不可见，只允许紧接在 virama 之后，用来选择字母的形状。{ place }之前没有 virama。
    .way-out = { remove }
context-middle-dot = { place }为间隔点（U+00B7），应位于两个字母 l 之间
    .explain = 间隔点（MIDDLE DOT，U+00B7）只允许位于两个字母 l 之间，如加泰罗尼亚语。
    .way-out = { remove }
context-keraia = { place }为希腊文下标数字符号（U+0375），应位于希腊文字符之前
    .explain = 希腊文下标数字符号（GREEK LOWER NUMERAL SIGN，U+0375）只允许紧接在希腊文字符之前。
    .way-out = { remove }
context-geresh = { place }为希伯来文标点 geresh（U+05F3），应位于希伯来文字符之后
    .explain = 希伯来文标点 geresh（HEBREW PUNCTUATION GERESH，U+05F3）只允许紧接在希伯来文字符之后。
    .way-out = { remove }
context-gershayim = { place }为希伯来文标点 gershayim（U+05F4），应位于希伯来文字符之后
    .explain = 希伯来文标点 gershayim（HEBREW PUNCTUATION GERSHAYIM，U+05F4）只允许紧接在希伯来文字符之后。
    .way-out = { remove }
context-katakana-middle-dot = { place }为片假名中点（U+30FB），标签中应有平假名、片假名或汉字
    .explain = 片假名中点（KATAKANA MIDDLE DOT，U+30FB）只允许用在另含平假名、片假名或汉字的标签中。
    .way-out = { remove }
context-arabic-indic-digits = { place }为阿拉伯-印度数字 { $what }，与扩展阿拉伯-印度数字并用，应只用一种数字
    .explain = 阿拉伯-印度数字（U+0660 至 U+0669）与扩展阿拉伯-印度数字（U+06F0 至 U+06F9）外形相似，因此同一标签不得兼有两者。{ $what } 属于前一种。
    .way-out = 请统一使用一种数字。
context-extended-arabic-indic-digits = { place }为扩展阿拉伯-印度数字 { $what }，与阿拉伯-印度数字并用，应只用一种数字
    .explain = 阿拉伯-印度数字（U+0660 至 U+0669）与扩展阿拉伯-印度数字（U+06F0 至 U+06F9）外形相似，因此同一标签不得兼有两者。{ $what } 属于后一种。
    .way-out = 请统一使用一种数字。

## 双向（Bidi）规则

bidi-condition-1 = 开头为 Bidi 类别 { $bidi_class } 的 { $what }，类别应为 L、R 或 AL
    .explain = 域名中只要有从右向左书写的标签，每个标签都必须以具有书写方向的字母（Bidi 类别 L、R 或 AL）开头。{ $what } 的类别为 { $bidi_class }。
bidi-condition-2 = 从右向左的标签{ place }为 Bidi 类别 { $bidi_class } 的 { $what }，类别应为 R、AL、AN、EN、ES、CS、ET、ON、BN 或 NSM
    .explain = 该标签从右向左书写。{ place }的 { $what } 属于 Bidi 类别 { $bidi_class }，书写方向相反，因此标签会以令人误解的顺序显示。
    .way-out = { remove }
bidi-condition-3 = 从右向左的标签末尾为 Bidi 类别 { $bidi_class } 的 { $what }，类别应为 R、AL、EN 或 AN
    .explain = 从右向左书写的标签必须以从右向左的字母或数字（Bidi 类别 R、AL、EN 或 AN）结尾，其后可有组合标记。该标签以类别 { $bidi_class } 的 { $what } 结尾。
    .way-out = { remove }
bidi-condition-4 = 从右向左的标签{ place }为 Bidi 类别 { $bidi_class } 的 { $what }，数字应只属于 EN 或 AN 中的一类
    .explain = 从右向左书写的标签可以含有欧洲数字（Bidi 类别 EN）或阿拉伯数字（类别 AN），但不得兼有两者。{ $what } 的类别为 { $bidi_class }，标签中其他数字属于另一类。
    .way-out = 请统一使用一种数字。
bidi-condition-5 = 从左向右的标签{ place }为 Bidi 类别 { $bidi_class } 的 { $what }，类别应为 L、EN、ES、CS、ET、ON、BN 或 NSM
    .explain = 该标签从左向右书写。{ place }的 { $what } 属于 Bidi 类别 { $bidi_class }，书写方向相反，因此标签会以令人误解的顺序显示。
    .way-out = { remove }
bidi-condition-6 = 从左向右的标签末尾为 Bidi 类别 { $bidi_class } 的 { $what }，类别应为 L 或 EN
    .explain = 域名中只要有从右向左书写的标签，从左向右书写的标签就必须以从左向右的字母或欧洲数字（Bidi 类别 L 或 EN）结尾，其后可有组合标记。该标签以类别 { $bidi_class } 的 { $what } 结尾。
    .way-out = { remove }

## 文字

level-actual = { $actual ->
    [ascii-only] 仅 ASCII
    [single-script] 单一文字
    [highly-restrictive] 高度限制
    [moderately-restrictive] 中度限制
    [minimally-restrictive] 低度限制
   *[unrestricted] 无限制
}
level-limit = { $limit ->
    [ascii-only] 仅 ASCII
    [single-script] 单一文字
    [highly-restrictive] 高度限制
    [moderately-restrictive] 中度限制
    [minimally-restrictive] 低度限制
   *[unrestricted] 无限制
}

script-mixed = { $other_scripts ->
    [0] 同一标签中有多种文字（{ $scripts }），应只有一种{ source }
   *[other] { place }的 { $what } 属于另一种文字（{ $other_scripts }），与前面的文字（{ $scripts }）不同，应只有一种文字{ source }
}
    .explain = { $other_scripts ->
        [0] 该标签混用了多种文字：{ $scripts }。不同文字的字母可能外形相似，混用会使人误认。
       *[other] 该标签混用了多种文字：一方为{ $scripts }，另一方为{ $other_scripts }（{ place }的 { $what }）。不同文字的字母可能外形相似，混用会使人误认。
    }
    .way-out = 请用同一种文字书写整个标签。
script-wrong-for-tld = { place }的 { $what } 所属的文字（{ $scripts }）不为该顶级域所接受，{ $other_scripts ->
        [0] 应为该顶级域的文字
       *[other] 应为{ $other_scripts }
    }{ source }
    .explain = { $other_scripts ->
        [0] 该顶级域不接受此种文字的标签：{ $scripts }。
       *[other] 该顶级域不接受此种文字的标签：{ $scripts }。它接受：{ $other_scripts }。
    }
script-restriction-level = { $reason ->
    [restricted-character] { $count ->
        [0] 标签的限制级别为“{ level-actual }”，至少应为“{ level-limit }”
       *[other] { place }为 { $what }，UTS #39 不建议使用，限制级别至少应为“{ level-limit }”
    }
    [mixture] { place }的 { $what } 属于另一种文字（{ $other_scripts }），与前面的文字（{ $scripts }）不同，限制级别至少应为“{ level-limit }”
    [not-ascii] { place }为 { $what }，应全为 ASCII
   *[other] { place }的 { $what } 超出了策略允许的文字混用方式{ $expected ->
        [0] { "" }
       *[other] （“{ $expected }”）
    }
}{ source }
    .explain = { $reason ->
        [restricted-character] UTS #39 按标签中的字符和文字混用情况划分级别。该标签的级别为“{ level-actual }”，因为{ $count ->
            [0] 其中一个字符不建议使用
           *[other] { place }的 { $what } 不建议使用
        }；策略要求至少为“{ level-limit }”。
        [mixture] UTS #39 按标签混用文字的自由程度划分级别。该标签的级别为“{ level-actual }”：一方为{ $scripts }，另一方为{ $other_scripts }（{ place }的 { $what }）。策略要求至少为“{ level-limit }”。
        [not-ascii] 该策略只接受全为 ASCII 的标签，而{ place }的 { $what } 不属于 ASCII。
       *[other] 该策略只允许某些文字混用方式，{ place }的 { $what } 使标签超出了这些方式。
    }
    .way-out = { $reason ->
        [restricted-character] { remove }
        [not-ascii] { remove }
       *[other] 请用同一种文字书写整个标签。
    }
script-mixed-digits = { place }的 { $what } 与另一计数系统的数字并用，应只用一个系统的数字{ source }
    .explain = 该标签含有多个计数系统的数字；{ place }的 { $what } 与前面的数字不属于同一系统。这样的数字容易互相误认。
    .way-out = 请统一使用一种数字。
script-whole-script-confusable = { $other ->
    [0] 整个标签看上去像另一种文字（{ $other_scripts }）的标签
   *[other] 整个标签看上去像另一种文字（{ $other_scripts }）的“{ $other }”
}{ source }
    .explain = { $other ->
        [0] 该标签的每个字母在另一种文字（{ $other_scripts }）中都有相似的字母，因此整个标签可能被误认为那种文字的标签。
       *[other] 该标签的每个字母在另一种文字（{ $other_scripts }）中都有相似的字母，因此整个标签可能被误认为那种文字的标签：“{ $other }”。
    }
script-confusable = { $other ->
    [0] 标签看上去像另一个域名
   *[other] 标签看上去像“{ $other }”
}{ source }
    .explain = { $other ->
        [0] 该标签与另一个域名非常相似，容易混淆。
       *[other] 该标签与“{ $other }”非常相似，容易混淆。
    }

## 标签生成规则

lgr-not-in-repertoire = { place }为 { $what }，应只有 LGR 字符表中的内容{ source }
    .explain = 标签生成规则（LGR）列出了标签可以含有的码点和序列，{ place }的 { $what } 不在其中。
    .way-out = { remove }
lgr-context = { $reason ->
    [not-when] { place }的 { $what } 处于 LGR 禁止的上下文中
   *[other] { place }的 { $what } 不在其上下文中，应位于 LGR 的上下文规则允许的位置
}{ source }
    .explain = { $reason ->
        [not-when] 标签生成规则（LGR）禁止 { $what } 与某些字符相邻，而{ place }正是如此。
       *[other] 标签生成规则（LGR）只允许 { $what } 与某些字符相邻，而{ place }没有这些字符。
    }
    .way-out = { remove }
lgr-whole-label-rule = 标签不符合 LGR 的整体标签规则{ source }
    .explain = 标签生成规则（LGR）含有针对整个标签的规则，其中一条拒绝该标签{ source }。
lgr-invalid-disposition = 标签在 LGR 中的处置为“{ $value }”，应为可以注册的处置{ source }
    .explain = 按照其动作，标签生成规则（LGR）对该标签的处置为“{ $value }”。这样的标签不予注册。
lgr-duplicate-variant = 标签的变体“{ $other }”可由多种方式得出，处置为{ $value }{ source }
    .explain = 标签生成规则集（LGR）的变体和序列使“{ $other }”可由该标签以多种方式得出（{ $value }）。这是规则集的错误：随该标签一并保留的内容不可信赖。
lgr-bound-reached = 无法在时间和内存限度内确定标签的变体{ source }
    .explain = 标签生成规则集（LGR）的构造使该标签的变体无法在时间和内存限度内计数或列出，因而不知道随该标签一并保留的内容。
lgr-blocked-variant = { $other ->
    [0] 另一个域名的被阻止变体
   *[other] “{ $other }”的被阻止变体
}{ source }
    .explain = { $other ->
        [0] 该标签是某个已有域名的变体，被标签生成规则（LGR）阻止，任何人都不能注册。
       *[other] 该标签是“{ $other }”的变体，被标签生成规则（LGR）阻止，任何人都不能注册。
    }
lgr-collision = { $other ->
    [0] 标签属于另一个域名的变体集
   *[other] 标签属于“{ $other }”的变体集
}{ source }
    .explain = { $other ->
        [0] 该标签与某个已有域名互为变体，可能只有该域名的持有者有权注册。
       *[other] 该标签与“{ $other }”互为变体，可能只有后者的持有者有权注册。
    }

## 策略

policy-outside-tld = 该域名不在 { $expected } 之下{ $reason ->
    [fits] ；适用的是 { $other } 的策略
    [look-alike] ，而在 { $value } 之下，后者只是形似 { $other }
   *[other] { "" }
}{ source }
    .explain = { $reason ->
        [fits] 该策略用于 { $expected } 之下的域名。给出的域名在 { $other } 之下，后者有自己的策略。其任何标签都未按策略检查。
        [look-alike] 该策略用于 { $expected } 之下的域名。给出的域名在 { $value } 之下，后者形似 { $other }，却是另一个域。其任何标签都未按策略检查。
       *[other] 该策略用于 { $expected } 之下的域名，而给出的域名不在其下。其任何标签都未按策略检查。
    }
    .way-out = { $reason ->
        [fits] 请按 { $other } 的策略检查该域名。
        [look-alike] 请将 { $value } 写作 { $other }。
       *[other] 请选用该域名所在域的策略。
    }
policy-too-short = 标签有 { units }，至少应为 { $limit } 个{ source }
    .explain = 该注册管理机构接受的标签长度至少为 { $limit }，此标签有 { units }。
    .way-out = 请选用较长的标签。
policy-too-long = 标签有 { units }，最多应为 { $limit } 个{ source }
    .explain = 该注册管理机构接受的标签长度最多为 { $limit }，此标签有 { units }。
    .way-out = 请选用较短的标签。
units = { $reason ->
    [octets] { octets }
    [letters] { $actual } 个字母
   *[other] { $actual } 个码点
}
policy-reserved = { $other ->
    [0] 保留域名{ source }
   *[other] { $reason ->
        [variant] 保留域名“{ $other }”的变体{ source }
       *[other] 标签看上去像保留域名“{ $other }”{ source }
    }
}
    .explain = { $other ->
        [0] 该域名在保留名单中{ source }，因此不能按通常方式注册。
       *[other] { $reason ->
            [variant] 该标签是“{ $other }”的变体，而后者在保留名单中{ source }。
           *[other] 该标签看上去像“{ $other }”，而后者在保留名单中{ source }。
        }
    }
policy-all-digits = 标签全为数字，应至少有一个字母{ source }
    .explain = 该注册管理机构不接受全为数字的标签。
    .way-out = 请添加一个字母。
policy-hyphens = { $count ->
    [0] 含有策略不允许的连字符
   *[other] { place }为 { $what }，此处不应有连字符
}{ source }
    .explain = 该注册管理机构不接受在这些位置含有连字符的标签。
    .way-out = { remove }
policy-ascii-not-allowed = 标签全为 ASCII，应至少有一个非 ASCII 字符{ source }
    .explain = 该注册管理机构只接受至少有一个非 ASCII 字符的标签。
policy-not-in-table = { $reason ->
    [no-table] { place }的 { $what } 不在策略的任何字表中，应只有同一张字表中的字符
    [several-tables] { place }的 { $what } 不在字表“{ $value }”中，所有字符应在同一张字表中
    [sequence] { place }的 { $what } 在字表“{ $value }”中只允许用于某些序列
   *[other] 策略的任何一张字表都不能完整容纳该标签，其所有字符应在同一张字表中
}{ source }
    .explain = { $reason ->
        [no-table] 该注册管理机构在其字表中列出了标签可以含有的字符，{ place }的 { $what } 不在任何一张字表中。
        [several-tables] 该注册管理机构有多张字表，标签必须完整地符合其中一张。{ place }的 { $what } 与标签的其余部分不在同一张字表中，其余部分符合字表“{ $value }”。
        [sequence] 该注册管理机构只允许 { $what } 用于某些序列，而{ place }并非如此。
       *[other] 该注册管理机构有多张字表，标签必须完整地符合其中一张。每张字表都缺少该标签的某个字符。
    }
    .way-out = { $reason ->
        [several-tables] 请用同一张字表中的字符书写整个标签。
       *[other] { remove }
    }
policy-must-contain = { $value ->
    [0] 不含某个字符集中的任何字符，至少应有其中一个{ source }
   *[other] 不含字表“{ $value }”所要求的字符集中的任何字符，至少应有一个{ source }
}
    .explain = { $value ->
        [0] 按照该策略，标签必须至少含有某个字符集中的一个字符，而此标签没有。
       *[other] 字表“{ $value }”的标签必须至少含有某个字符集中的一个字符，而此标签没有。
    }
policy-unknown-table = 标签可能符合注册管理机构的字表“{ $value }”，但其字母不详{ source }
    .explain = 注册管理机构有字表“{ $value }”，但此处不知其字母。需询问注册管理机构。
policy-registry-unknown = 标签含非 ASCII 字符，而该注册管理机构的规则不详{ source }
    .explain = 没有来源说明该注册管理机构接受哪些国际化名称。此处以该地区语言的起始策略代替，需询问注册管理机构。
policy-start-takes = “{ $other }”目前拒绝该标签；该地区语言的起始策略“{ $value }”接受它
    .explain = 据目前所知，该注册管理机构现在不接受该标签。策略“{ $value }”是该地区语言的起始策略，它接受该标签。
policy-context = { place }为 { $what }，策略不允许它位于此处{ source }
    .explain = 该注册管理机构只允许 { $what } 位于某些位置，而此处在{ place }。
    .way-out = { remove }
policy-digits = { place }为 { $what }，策略不允许此处使用这种数字{ source }
    .explain = 该注册管理机构不允许{ place }的 { $what }：数字的种类和位置都必须符合要求。
    .way-out = { remove }

## 与现有域名并列的注册

decision-member = 该域名属于“{ $other }”的变体集，其持有者可以得到它
    .explain = “{ $other }”已注册，是其变体集的主域名。该域名是可分配的变体，申请者是同一实体。
    .way-out = 请用 update 命令把该域名加入“{ $other }”；create 命令会被拒绝。
decision-member-elsewhere = “{ $other }”已在同一组的另一个顶级域下注册，持有者相同
    .explain = 这些顶级域下的域名为一组，全部属于同一持有者。“{ $other }”的持有者可以得到该域名。
    .way-out = 请创建该域名：它将成为所在顶级域下的主域名。
decision-registered = 域名已注册
    .explain = 该域名已经注册，可能是这种形式，也可能是同一标签的另一种形式。
    .way-out = 请选择另一个域名。
decision-reserved = 注册管理机构保留的域名
    .explain = 注册管理机构保留该名称；它不是域名，不能按普通方式注册。
decision-nndn-blocked = { $other ->
    [0] 注册管理机构作为变体阻止的域名
   *[other] 注册管理机构作为“{ $other }”的变体阻止的域名
}
    .explain = 注册管理机构已把该名称登记为被阻止的变体。只要它所变自的域名存在，任何人都不能得到它。
decision-exempted = { $other ->
    [0] 所属变体集的域名没有共同的持有者
   *[other] 属于“{ $other }”的变体集，其域名没有共同的持有者
}
    .explain = 该变体集中的域名在变体规则出现之前就已注册，不受“整组属于同一实体”规则的约束，该组不再分配其他域名。
    .way-out = 当只剩一个域名，或拥有全部域名的注册服务机构将其合并时，豁免结束。
decision-blocked-by-policy = { $other ->
    [0] 已注册域名的变体，而策略阻止变体
   *[other] “{ $other }”的变体，而策略阻止变体
}
    .explain = 策略阻止已注册域名的一切变体，其持有者也不例外。
    .way-out = 请选择另一个域名。
decision-pending-transfer = { $other ->
    [0] 所属的组正在转移
   *[other] 属于“{ $other }”的组，该组正在转移
}
    .explain = 变体集的全部域名一起转到另一个注册服务机构，在此之前没有域名可以加入该组。
    .way-out = 请在转移完成后再次申请。
decision-other-registrar = { $other ->
    [0] 所属的组由另一个注册服务机构管理
   *[other] 属于“{ $other }”的组，该组由另一个注册服务机构管理
}
    .explain = 变体集的全部域名属于同一实体，而该组由另一个注册服务机构管理。
    .way-out = 该组的持有者可以向该组的注册服务机构申请，或转移该组。
decision-other-registrant = { $other ->
    [0] 所属的组由另一个注册人持有
   *[other] 属于“{ $other }”的组，该组由另一个注册人持有
}
    .explain = 变体集的全部域名属于同一实体，而该组由另一个注册人持有。
    .way-out = 只有该组的持有者可以得到该域名。
decision-limit = 变体集已有 { $limit } 个域名，达到策略允许的上限
    .explain = 策略限制同一变体集中可以注册的域名数量。
    .way-out = 请先放弃该组的另一个域名。
decision-unaware-client = { $other ->
    [0] 变体集的成员，由不了解变体集的客户端申请
   *[other] “{ $other }”的组的成员，由不了解变体集的客户端申请
}
    .explain = 持有者可以得到该域名，但只能通过支持变体集 EPP 扩展的客户端。对其他客户端它显示为保留。
    .way-out = 请通过声明该扩展的客户端申请。
decision-not-registrable = 该名称不是策略所辖域之下的单个标签
    .explain = 这里只注册紧接在策略所辖域之下的单个标签；该名称更长，或者本身就是这样的域。
decision-look-alike = { $reason ->
    [skeleton] 域名看上去像“{ $other }”
    [marks] 除附加符号外，域名看上去像“{ $other }”
   *[inside] 域名中含有受保护的词“{ $other }”
}
    .explain = { $reason ->
        [skeleton] 读者可能把该域名看作“{ $other }”：两者的骨架相同。
        [marks] 读者可能把该域名看作“{ $other }”：两者只在附加符号或字母形状上不同。
       *[inside] “{ $other }”是受保护的词，它出现在该域名中，或看似如此。
    }

## Unicode 版本

version-newer-than-policy = { place }的 { $what } 自 Unicode { $version } 起才有，晚于 Unicode { $other_version }
    .explain = { $what } 自 Unicode { $version } 版起才有。此处要求的版本是 { $other_version }，其中尚无该字符。
version-changed-between-versions = { place }的 { $what } 在 Unicode { $version } 中为 { $value }，在 Unicode { $other_version } 中则不是
    .explain = { $what } 的派生属性在 Unicode { $version } 中为 { $value }，在此处要求的 Unicode { $other_version } 中则不同。

## 浏览器的显示

step = { $reason ->
    [restricted-character] { place }为 UTS #39 不建议使用的 { $what }
    [denied-character] { place }为浏览器从不显示的字符 { $what }
    [script-mix] { $other_scripts ->
        [0] 文字混用过于自由
       *[other] { place }的 { $what } 属于另一种文字（{ $other_scripts }），与前面的文字（{ $scripts }）不同
    }
    [mixed-digits] { place }的 { $what } 与另一计数系统的数字并用
    [repeated-mark] 同一个组合用字符连续出现两次，{ place }为 { $what }
    [tld-letter] { place }的字母 { $what } 只在某些顶级域下显示
    [middle-dot] { place }的 { $what } 只在 .cat 下位于两个字母 l 之间时显示
    [whole-script-confusable] 整个标签看上去像拉丁字母
    [digit-look-alikes] 只有数字和形似数字的字母
    [latin-beside-other] { place }的 { $what } 是与另一种文字并用的非 ASCII 拉丁字母
    [misleading-pattern] { place }的 { $what } 是容易被误认的序列
   *[other] 浏览器不以原字符显示该标签
}
display-chrome = Chrome 会显示 A-label：{ step }
    .explain = Chrome 会显示该标签的 A-label（“xn--…”），而不显示原字符，原因是：{ step }。
display-firefox = Firefox 会显示 A-label：{ step }
    .explain = Firefox 会显示该标签的 A-label（“xn--…”），而不显示原字符，原因是：{ step }。

## 词语

verdict-valid = 有效
verdict-review = 待审查
verdict-invalid = 无效
severity-error = 错误
severity-warning = 警告
severity-info = 信息
kind-empty = 空标签
kind-nr-ldh-label = NR-LDH 标签
kind-r-ldh-label = R-LDH 标签
kind-a-label = A-label 标签
kind-fake-a-label = 伪 A-label
kind-u-label = U-label 标签
kind-putative-u-label = 推定的 U-label
kind-non-ldh-label = 非 LDH 标签
document-policy = 策略
document-lgr = LGR 规则
document-browser-display = 浏览器显示
clause-condition = 条件
head-name = 域名
head-label = 标签
head-u-label = U-label 形式
head-a-label = A-label 形式
head-kind = 类型
head-verdict = 结论
head-scripts = 文字
head-findings = 检查结果
head-clause = 依据
head-way-out = 解决办法
head-code-points = 码点
head-code = 代码
head-severity = 严重程度
head-message = 说明
head-policy = 策略
head-source = 来源
head-unicode = Unicode 版本
head-disposition = 处置
head-index-label = 索引标签
head-coarse-key = 粗略键
head-skeleton = 骨架
head-wide-skeleton = 宽骨架
head-variants = 变体
availability-yes = 可以得到
availability-no = 不能得到
head-primary = 主域名
head-set = 该组的其他域名
head-elsewhere = 在其他顶级域下
head-looks-like = 看上去像
head-command = EPP 命令
column-position = 序号
column-number = 编号
column-character = 字符
column-name = 名称
column-script = 文字
column-property = 属性
column-came-in = 起始版本
column-bidi-class = Bidi 类别
column-rules = 规则
nothing-found = 没有妨碍注册之处
none = 无
not-known = 未知
reason-registered = 已注册
reason-reserved = 注册管理机构保留
reason-nndn-blocked = 作为变体被阻止
reason-invalid-label = 不符合策略
reason-look-alike = 与另一个域名相似
reason-exempted = 所属组没有共同的持有者
reason-blocked-by-policy = 策略阻止变体
reason-blocked-variant = 变体被字符表阻止
reason-pending-transfer = 所属组正在转移
reason-other-registrar = 所属组在另一个注册服务机构
reason-other-registrant = 所属组由另一个注册人持有
reason-limit = 变体集已满
reason-unaware-client = 只能作为变体得到
unassigned = 未分配

## 标签生成规则的展示

ruleset-title = 标签生成规则
registry = 注册管理机构
top-level-domain = 顶级域
effective-date = 生效日期
contact = 联系方式
status = 状态
certainty = 确定程度
note = 备注
not-stated = 未说明；待填写
beside-the-table = 策略在本表之外的要求
status-published = 复述注册管理机构公布的规则
status-derived = 根据公开数据制作的起点；以注册管理机构的决定为准
status-own = 注册管理机构自有
certainty-sure = 确定
certainty-likely = 很可能
certainty-unsure = 不确定
rule-after = 只能紧接在以下之一之后
rule-before = 只能紧接在以下之一之前
rule-contains = 标签必须包含以下之一
rule-refuse = 匹配的标签被拒绝
rule-require = 标签必须匹配
rule-digits-at-ends = 标签不以数字开头或结尾
contents = 目录
metadata = 元数据
version = 版本
date = 日期
languages = 语言和文字
scope = 适用范围
valid-from = 生效日期
valid-until = 失效日期
description = 说明
statistics = 概要
entries = 码点和序列
sequences = 其中序列
out-of-repertoire = 仅作为变体列出
with-variants = 有变体
variant-sets = 变体集
largest-variant-set = 最大变体集
variant-set = 变体集
repertoire = 字符表
code-point = 码点
glyph = 字形
context = 上下文
tags = 标记
references = 参考文献
comment = 注释
variant-source = 源
variant-target = 变体
variant-type = 类型
reverse = 反向映射
yes = 有
no = 无
not-in-repertoire = 不在字符表中
classes = 字符类
members = 成员
definition = 定义
notation = 记法
actions = 动作
default-action = 默认
when = 当满足
not-when = 当不满足
matches = 标签匹配规则
not-matches = 标签不匹配规则
any-variant = 某个变体的类型为
all-variants = 每个变体的类型为
only-variants = 每个码点都经由如下类型的变体映射
always = 总是
and = 且
untyped = 无类型
null-variant = 空

## 类和规则的记法

notation-class = 该名称的字符类
notation-list = 所列码点
notation-property = 具有该属性或标记的码点
notation-sets = 补集、并集、交集、差集、对称差
notation-any = 任一码点
notation-ends = 标签的开头和结尾
notation-anchor = 所考察的码点
notation-look = 紧接其前和其后的内容
notation-choice = 任选其一
notation-rule = 该名称的规则
notation-count = 出现次数

## 带参数的行

summary = { $names } 个域名：{ $valid } 个有效，{ $review } 个待审查，{ $invalid } 个无效
summary-timed = { summary }，用时 { $seconds } 秒
findings-of = { $findings ->
    [0] 无检查结果
   *[other] { $findings } 项检查结果
}
at-position = { $count ->
    [1] 第 { $start } 位
   *[other] 第 { $start } 至 { $end } 位
}
one-variant-set = 在 { $zone } 下，{ $label } 与 { $other } 属于同一个变体集；该集共有 { $count } 个标签
not-shown = 另有 { $count } 项未显示
policies-listed = { $policies } 份政策：{ $published } 份已公布，{ $derived } 份推导得出；{ $offering } 个注册管理机构提供国际化域名；国际电信联盟 { $all } 个成员国中的 { $members } 个

## 自有政策：需要决定的内容

policy-new = { $tld } 自有的政策，以 { $start } 为起点，即该地区语言的初始政策。
decide = 逐项需要决定的内容
decide-tables = 支持哪些语言和文字？各有哪些字母、哪些数字？是否包括外来词的字母？
decide-ascii = 仅由 ASCII 字符组成的标签是接受还是拒绝？
decide-mixing = 同一标签中是否可以出现两种文字的字母？
decide-shape = 是否接受纯数字标签和两个连续的连字符？标签最短、最长是多少？
decide-variants = 哪些写法视为同一名称，其余写法可归谁所有？
decide-reserved = 保留哪些名称？外形相似的是否也算？
decide-suffixes = 是否也在后缀之下注册名称？长度有何限制？
decide-published = 除字符表之外还公布什么？
decide-next = 然后

## 服务的网页

page-title = 这个域名可以注册吗？
page-lead = 输入一个域名，即可了解它能否注册；如不能，原因何在、问题出在哪里、怎样写才可以。
page-name-hint = 完整的域名或单个标签，可以用本来的文字，也可以用“xn--…”形式。
page-tld-of-name = 以域名中的为准
page-ask = 检查
page-site = 本站
page-languages = 语言
page-skip = 跳到内容
page-policies = 各项策略
page-letters = 逐字查看
page-detail = 每个字符的详细信息
page-ways-out = 怎样写才可以
page-no-way-out = 没有找到规则允许的相近域名。
page-looks = 看上去是什么样
page-shown = Chrome 和 Firefox 会以本来的文字显示它。
page-same-skeleton = 骨架相同的域名看上去相似（UTS #39）。
page-taken = 随之占用的其他写法
page-no-variants = 没有其他写法随之占用。
page-variants-block = 这些写法视为同一域名：该域名注册后，任何人都不能再得到它们。
page-variants-same-entity = 这些写法视为同一域名：该域名注册后，只有其持有者可以得到它们。
page-variants-allocate = 这些写法视为同一域名，并分配给其持有者。
page-variants-none = 这些写法是各自独立的域名：任何人都可以申请。
page-variants-unknown = 这些写法是该域名的变体；注册管理机构如何处理它们尚不清楚。
page-permanent-link = 本答复的链接
page-permanent-link-hint = 打开此链接会再次提出同样的问题，例如可放在工单中。
page-not-looked-up = 未查询已有的域名：这里只说明规则怎样规定，并不表示该域名仍未被注册。
page-no-policy = 没有适用于该域名的已知策略：只应用了所有域名共同的规则，即 IDNA2008。
page-too-long = 所给内容太长，不可能是域名。域名在 DNS 中最多 253 个字节。
page-tables = 字符表
page-compare = 与另一项策略比较
page-compare-do = 比较
page-same-policies = 两项策略的规定相同。
page-no-such-policy = 没有这个名称的策略。
page-key = 键
page-value = 规定内容
page-example = 只有一方接受的标签
page-today = 注册管理机构目前接受的内容
page-start = 以该地区语言制作的起点
page-idn-offered = 国际化域名
page-table = 字符表
page-letters-of = 字符
page-territory = 地区
page-letters-count = 字符数
page-rule-domains = 域
page-rule-digits = 数字
page-rule-hyphens = 连字符
page-rule-length = 长度
page-rule-ascii = 纯 ASCII 标签
page-rule-reserved = 保留的域名
page-rule-look-alikes = 相似的域名
page-rule-other = 其他
disposition-blocked = 被阻止
disposition-allocatable = 可分配
disposition-activated = 随域名一并提供
page-fits = { $name } 符合 { $tld } 的规则
page-fits-protocol = { $name } 符合所有域名共同的规则
page-review = { $name } 须由注册管理机构的人员审查
page-refused = { $name } 不能在 { $tld } 下注册
page-refused-protocol = { $name } 不能注册
page-available = { $name } 可以注册
page-not-available = { $name } 不可注册
page-for-holder = { $name } 保留给 { $other } 的持有者
page-policy-of = { $tld } 的策略
page-beside = { $first } 与 { $second } 的策略对照
page-table-of = { $tld } 的字符表 { $table }
page-only = 仅 { $tld } 接受

## 区域审计

audit-title = 名称审计
audit-codes = 发现的问题
audit-collisions = 同一变体集合中的名称
audit-look-alikes = 外形相似的名称
audit-against = 将会改变的内容
audit-variant-sets = 变体将会不同的名称
audit-holders = 有多个持有人的变体集合
audit-years = 按注册年份统计的名称
audit-example = 例如
audit-common = 仅有通用字符
audit-file = 文件
audit-line = 行
audit-count = 名称数
audit-share = 占比
audit-group-count = 组数
audit-exempted-count = 需豁免
audit-records = 已读取的持有人记录
audit-registrant = 注册人
audit-registrar = 注册服务机构
audit-created = 注册日期
audit-year = 年份
audit-from = 现在
audit-to = 按另一套规则
audit-verdicts = 将会改变的判定
audit-dispositions = 将会改变的处置
audit-program = 制作工具
audit-protocol = 协议
audit-registration = 注册（IDNA2008）
audit-lookup = 查询（IDNA2008）
audit-each-domain = 各顶级域自己的政策
audit-logarithmic = 刻度为对数：每条线代表的名称数是前一条线的十倍。
audit-plotted = 图中显示 { $all } 项中的 { $shown } 项；表格列出全部。
audit-names = { $names } 个名称
audit-groups = { $groups } 组，共 { audit-names }
audit-undecided = { $groups } 组未能在时间限制内判定
audit-exempted = 需豁免：{ audit-names }
