# English, the language that the others translate.
#
# A finding's message is named by its code, with "-" for ".". Its value is one sentence fragment in one
# mould: what was found, where, what was expected; lower case, no full stop, without the clause, which is
# printed beside it. `.explain` says it in full sentences to a registrant; `.way-out` says what to do, and
# may come out empty.
#
# Arguments: those of the finding (an absent one is the number 0), and
#   $what          the code points and what they look like: U+00B7 (·)
#   $code_points   the code points alone
#   $start $end    the first and last position, counted from 1
#   $count         how many code points
#   $second        the first position of the other place
#   $bidi_class    the Bidi class of the first of them
#   $label         the label, and $without the label without them, as it is shown (full sentences only)
#   $expected_code_points  the code points of $expected (full sentences only)

## Parts of sentences

octets = { $actual ->
    [one] { $actual } octet
   *[other] { $actual } octets
}
place = { $count ->
    [0] in the label
    [1] at position { $start }
   *[other] at positions { $start } to { $end }
}
source = { $source ->
    [0] { $rule ->
        [0] { "" }
       *[other] { " " }(rule “{ $rule }”)
    }
   *[other] { $rule ->
        [0] { " " }({ $source })
       *[other] { " " }(rule “{ $rule }”, { $source })
    }
}
remove = { $without ->
    [0] { "" }
   *[other] Without { $count ->
        [1] this character
       *[other] these characters
    } the label is “{ $without }”.
}

## Spelling

syntax-empty-label = found an empty label, expected at least one character
    .explain = A label must have at least one character. Two dots in a row, or a dot at the very beginning, leave an empty label.
    .way-out = Remove the superfluous dot.
syntax-label-too-long = { $actual ->
    [0] found too long a label, expected at most 63 octets in its A-label form
   *[other] found a label of { octets }, expected at most { $limit } in its A-label form
}
    .explain = The DNS carries labels of at most 63 octets. A label beyond ASCII counts in its A-label form (“xn--…”), which is longer than what people read.{ $actual ->
        [0] { "" }
       *[other] { " " }This one has { octets }.
    }
    .way-out = Choose a shorter label.
syntax-name-too-long = found a name of { octets }, expected at most { $limit }
    .explain = The DNS carries names of at most { $limit } octets, dots included, with every label in its A-label form. This one has { octets }.
    .way-out = Shorten one of the labels.
syntax-hyphen-start = found a hyphen at the beginning, expected another character
    .explain = A label must not begin with a hyphen (U+002D).
    .way-out = { remove }
syntax-hyphen-end = found a hyphen at the end, expected another character
    .explain = A label must not end with a hyphen (U+002D).
    .way-out = { remove }
syntax-hyphen-3-4 = found hyphens in the third and fourth positions, expected them only in an A-label (“xn--”)
    .explain = Hyphens in both the third and the fourth position are reserved for encodings, such as the “xn--” of A-labels. No other label may have them.
    .way-out = Remove one of the two hyphens or move them.
syntax-not-ldh = { $reason ->
    [a-label] found a character beyond ASCII in the A-label, expected only letters, digits and hyphens of ASCII
   *[other] found { $what } { place }, expected only letters, digits and hyphens of ASCII
}
    .explain = { $reason ->
        [a-label] An A-label is made of the letters a to z, the digits 0 to 9 and the hyphen. The one given has a character beyond ASCII.
       *[other] An ASCII label is made of the letters a to z, the digits 0 to 9 and the hyphen. This one has { $what } { place }.
    }
    .way-out = { remove }
syntax-invalid-utf8 = found octets that are not UTF-8 after { octets }, expected UTF-8
    .explain = The input is not text in UTF-8: after { octets } come some that UTF-8 does not allow.
    .way-out = Save or send the input in UTF-8.
syntax-uppercase = { $actual ->
    [one] found an upper-case letter, read in lower case
   *[other] found { $actual } upper-case letters, read in lower case
}
    .explain = In ASCII labels the DNS makes no difference between upper and lower case, so the label was read in lower case.
    .way-out = { $label ->
        [0] { "" }
       *[other] Write the label in lower case: “{ $label }”.
    }

## Encoding

ace-bad-punycode = { $reason ->
    [empty] found nothing after “xn--”, expected a U-label in Punycode
    [trailing-hyphen] found a hyphen at the end of an A-label, expected a U-label in Punycode
    [invalid-digit] found after “xn--” a character that is no Punycode digit, expected a U-label in Punycode
    [truncated] found after “xn--” Punycode that breaks off inside a number, expected a U-label in Punycode
    [overflow] found after “xn--” a number beyond the range of Unicode, expected a U-label in Punycode
   *[other] found after “xn--” what does not decode, expected a U-label in Punycode
}
    .explain = { $reason ->
        [empty] A label that begins with “xn--” is an A-label: a U-label in Punycode must follow, but nothing does.
        [trailing-hyphen] A label that begins with “xn--” is an A-label, and an A-label never ends with a hyphen.
        [invalid-digit] A label that begins with “xn--” is an A-label: a U-label in Punycode must follow. Here follows a character that Punycode does not use.
        [truncated] A label that begins with “xn--” is an A-label: a U-label in Punycode must follow. Here it breaks off inside a number, as if the end had been lost.
        [overflow] A label that begins with “xn--” is an A-label: a U-label in Punycode must follow. Here it holds a number that is no Unicode code point.
       *[other] A label that begins with “xn--” is an A-label: a U-label in Punycode must follow. What follows here does not decode.
    }
    .way-out = Give the label in Unicode and let the A-label be computed.
ace-not-canonical = { $reason ->
    [upper-case] found upper-case letters in the A-label, expected lower case as encoding gives it
    [not-an-a-label] found in place of the A-label a text beyond ASCII, expected what encoding the U-label gives
   *[other] found an A-label that encoding its U-label does not give, expected the same octets
}
    .explain = { $reason ->
        [upper-case] The A-label given must be, octet for octet, what encoding the U-label gives, and that is in lower case.
        [not-an-a-label] The A-label given must be, octet for octet, what encoding the U-label gives. What stands in its place is no ASCII label.
       *[other] The A-label given must be, octet for octet, what encoding the U-label gives.
    }
    .way-out = { $expected ->
        [0] Use the A-label that conversion gives.
       *[other] Use the A-label “{ $expected }”.
    }
ace-decodes-to-ascii = found “xn--” before what decodes to ASCII alone, expected a U-label in Punycode
    .explain = An A-label stands for a label with at least one character beyond ASCII. This one decodes to ASCII alone, so it must not be encoded at all.
    .way-out = { $label ->
        [0] { "" }
       *[other] Use the label as it is: “{ $label }”.
    }
ace-pair-mismatch = { $expected ->
    [0] found an A-label and a U-label that are not the same label, expected two forms of one label
   *[other] found an A-label that is not that of the U-label, expected “{ $expected }”
}
    .explain = { $expected ->
        [0] The A-label and the U-label given must be two forms of one label, and these are not.
       *[other] The A-label and the U-label given must be two forms of one label. The A-label of this U-label is “{ $expected }”.
    }
    .way-out = { $expected ->
        [0] Give one form only and let the other be computed.
       *[other] If the U-label is the one that is meant, use “{ $expected }”.
    }

## IDNA2008

idna-not-nfc = found { $what } { place }, not in Normalization Form C (NFC), expected “{ $expected }”
    .explain = The same text can be written with different code points. A label must be in Normalization Form C (NFC), in which each text has one spelling. Here { $what } { place } would be written otherwise, even if it looks the same.
    .way-out = Use the NFC form “{ $expected }” ({ $expected_code_points }).
idna-leading-mark = found the combining mark { $what } at the beginning, expected a character that it can combine with
    .explain = A combining mark joins the character before it. A label must not begin with one, because it would join the dot or whatever stands before the label.
    .way-out = { remove }
idna-disallowed = { $reason ->
    [full-stop] found { $what } { place }, a full stop other than U+002E, expected U+002E between labels
    [upper-case] found { $what } { place }, which is not in lower case, expected { $expected_code_points } (“{ $expected }”)
    [not-ldh] found { $what } { place }, expected of ASCII only letters, digits and hyphens
   *[other] found { $what } { place }, which is DISALLOWED, expected only code points that IDNA2008 allows
}
    .explain = { $reason ->
        [full-stop] Labels are separated by the full stop U+002E. Other full stops, such as { $what }, are turned into it by some programs before they look a name up, but registration does not convert anything.
        [upper-case] A U-label has no upper-case letters: { $what } { place } is DISALLOWED. Many programs turn upper case into lower case before they look a name up, but registration does not convert anything.
        [not-ldh] Of the ASCII characters a label may have only the letters a to z, the digits 0 to 9 and the hyphen. It has { $what } { place }.
       *[other] IDNA2008 allows letters, digits and marks of the world’s scripts and a few other characters. { $what } { place } is not among them: it is DISALLOWED in every label.
    }
    .way-out = { $reason ->
        [full-stop] Separate the labels with the full stop U+002E.
        [upper-case] Write “{ $expected }” ({ $expected_code_points }) instead.
       *[other] { remove }
    }
idna-unassigned = found { $what } { place }, which is UNASSIGNED in Unicode { $version }, expected an assigned code point
    .explain = In Unicode { $version }, which is asked for here, there is no character { $what }. A label may have only characters that exist.
    .way-out = { remove }
idna-uts46-mapped = { $expected ->
    [0] found a label that browsers map to another one before they look it up
   *[other] found a label that browsers map to “{ $expected }” before they look it up
}
    .explain = { $expected ->
        [0] Browsers convert what people type by the rules of UTS #46. They would make another label of this one.
       *[other] Browsers convert what people type by the rules of UTS #46. They would make “{ $expected }” of this label.
    }
    .way-out = { $expected ->
        [0] { "" }
       *[other] If that is the label that is meant, register “{ $expected }”.
    }
idna-uts46-refused = found a label that browsers refuse, expected one that the rules of UTS #46 accept
    .explain = Browsers convert and test what people type by the rules of UTS #46. They would refuse this label.

## Contextual rules

context-zwnj = found ZERO WIDTH NON-JOINER (U+200C) { place }, expected after a virama or between letters that join
    .explain = The ZERO WIDTH NON-JOINER (U+200C) cannot be seen. It is allowed only where it makes a visible difference: after a virama, as in scripts of India, or between two letters that would otherwise join, as in Persian. It does neither { place }.
    .way-out = { remove }
context-zwj = found ZERO WIDTH JOINER (U+200D) { place }, expected after a virama
    .explain = The ZERO WIDTH JOINER (U+200D) cannot be seen. It is allowed only right after a virama, where it chooses the shape of the letters. No virama comes before it { place }.
    .way-out = { remove }
context-middle-dot = found MIDDLE DOT (U+00B7) { place }, expected between two letters l
    .explain = The MIDDLE DOT (U+00B7) is allowed only between two letters l, as in Catalan.
    .way-out = { remove }
context-keraia = found GREEK LOWER NUMERAL SIGN (U+0375) { place }, expected before a Greek character
    .explain = The GREEK LOWER NUMERAL SIGN (U+0375, keraia) is allowed only right before a Greek character.
    .way-out = { remove }
context-geresh = found HEBREW PUNCTUATION GERESH (U+05F3) { place }, expected after a Hebrew character
    .explain = The HEBREW PUNCTUATION GERESH (U+05F3) is allowed only right after a Hebrew character.
    .way-out = { remove }
context-gershayim = found HEBREW PUNCTUATION GERSHAYIM (U+05F4) { place }, expected after a Hebrew character
    .explain = The HEBREW PUNCTUATION GERSHAYIM (U+05F4) is allowed only right after a Hebrew character.
    .way-out = { remove }
context-katakana-middle-dot = found KATAKANA MIDDLE DOT (U+30FB) { place }, expected in a label with Hiragana, Katakana or Han
    .explain = The KATAKANA MIDDLE DOT (U+30FB) is allowed only in a label that also has a character of Hiragana, Katakana or Han.
    .way-out = { remove }
context-arabic-indic-digits = found the ARABIC-INDIC DIGIT { $what } { place } beside EXTENDED ARABIC-INDIC DIGITS, expected one kind of digits
    .explain = ARABIC-INDIC DIGITS (U+0660 to U+0669) and EXTENDED ARABIC-INDIC DIGITS (U+06F0 to U+06F9) look alike, so one label must not have both. { $what } is of the first kind.
    .way-out = Write all digits with one kind.
context-extended-arabic-indic-digits = found the EXTENDED ARABIC-INDIC DIGIT { $what } { place } beside ARABIC-INDIC DIGITS, expected one kind of digits
    .explain = ARABIC-INDIC DIGITS (U+0660 to U+0669) and EXTENDED ARABIC-INDIC DIGITS (U+06F0 to U+06F9) look alike, so one label must not have both. { $what } is of the second kind.
    .way-out = Write all digits with one kind.

## The Bidi rule

bidi-condition-1 = found { $what } of Bidi class { $bidi_class } at the beginning, expected class L, R or AL
    .explain = In a name with a right-to-left label, every label must begin with a letter that has a direction of writing (Bidi class L, R or AL). { $what } has class { $bidi_class }.
bidi-condition-2 = found { $what } of Bidi class { $bidi_class } { place } of a right-to-left label, expected class R, AL, AN, EN, ES, CS, ET, ON, BN or NSM
    .explain = This label is written from right to left. { $what } { place }, of Bidi class { $bidi_class }, is written the other way, so the label would be shown in a misleading order.
    .way-out = { remove }
bidi-condition-3 = found { $what } of Bidi class { $bidi_class } at the end of a right-to-left label, expected class R, AL, EN or AN
    .explain = A label written from right to left must end with a right-to-left letter or a digit (Bidi class R, AL, EN or AN); marks may follow. This one ends with { $what }, of class { $bidi_class }.
    .way-out = { remove }
bidi-condition-4 = found { $what } of Bidi class { $bidi_class } { place } of a right-to-left label, expected digits of one class, EN or AN
    .explain = A label written from right to left may have European digits (Bidi class EN) or Arabic ones (class AN), but not both. { $what } has class { $bidi_class }; other digits of the label have the other one.
    .way-out = Write all digits with one kind.
bidi-condition-5 = found { $what } of Bidi class { $bidi_class } { place } of a left-to-right label, expected class L, EN, ES, CS, ET, ON, BN or NSM
    .explain = This label is written from left to right. { $what } { place }, of Bidi class { $bidi_class }, is written the other way, so the label would be shown in a misleading order.
    .way-out = { remove }
bidi-condition-6 = found { $what } of Bidi class { $bidi_class } at the end of a left-to-right label, expected class L or EN
    .explain = In a name with a right-to-left label, a label written from left to right must end with a left-to-right letter or a European digit (Bidi class L or EN); marks may follow. This one ends with { $what }, of class { $bidi_class }.
    .way-out = { remove }

## Scripts

level-actual = { $actual ->
    [ascii-only] ASCII-Only
    [single-script] Single Script
    [highly-restrictive] Highly Restrictive
    [moderately-restrictive] Moderately Restrictive
    [minimally-restrictive] Minimally Restrictive
   *[unrestricted] Unrestricted
}
level-limit = { $limit ->
    [ascii-only] ASCII-Only
    [single-script] Single Script
    [highly-restrictive] Highly Restrictive
    [moderately-restrictive] Moderately Restrictive
    [minimally-restrictive] Minimally Restrictive
   *[unrestricted] Unrestricted
}

script-mixed = { $other_scripts ->
    [0] found several scripts in one label ({ $scripts }), expected one{ source }
   *[other] found { $what } { place } in another script ({ $other_scripts }) than what stands before ({ $scripts }), expected one script{ source }
}
    .explain = { $other_scripts ->
        [0] The label mixes scripts: { $scripts }. Letters of different scripts can look alike, so mixtures can deceive.
       *[other] The label mixes scripts: { $scripts } on one side, { $other_scripts } on the other ({ $what } { place }). Letters of different scripts can look alike, so mixtures can deceive.
    }
    .way-out = Write the whole label in one script.
script-wrong-for-tld = found { $what } { place } in a script that this top-level domain does not take ({ $scripts }), expected { $other_scripts ->
        [0] a script of this top-level domain
       *[other] { $other_scripts }
    }{ source }
    .explain = { $other_scripts ->
        [0] This top-level domain does not take labels in this script: { $scripts }.
       *[other] This top-level domain does not take labels in this script: { $scripts }. It takes: { $other_scripts }.
    }
script-restriction-level = { $reason ->
    [restricted-character] { $count ->
        [0] found a label of restriction level “{ level-actual }”, expected at most “{ level-limit }”
       *[other] found { $what } { place }, which UTS #39 does not recommend, expected at most restriction level “{ level-limit }”
    }
    [mixture] found { $what } { place } in another script ({ $other_scripts }) than what stands before ({ $scripts }), expected at most restriction level “{ level-limit }”
    [not-ascii] found { $what } { place }, expected ASCII alone
   *[other] found { $what } { place }, which goes beyond the mixing of scripts that the policy allows{ $expected ->
        [0] { "" }
       *[other] { " " }(“{ $expected }”)
    }
}{ source }
    .explain = { $reason ->
        [restricted-character] UTS #39 grades labels by the characters and the mixing of scripts in them. This label has the level “{ level-actual }”, because { $count ->
            [0] one of its characters is not recommended
           *[other] { $what } { place } is not recommended
        }; the policy goes no further than “{ level-limit }”.
        [mixture] UTS #39 grades labels by how freely they mix scripts. This label has the level “{ level-actual }”: { $scripts } on one side, { $other_scripts } on the other ({ $what } { place }). The policy goes no further than “{ level-limit }”.
        [not-ascii] This policy takes labels of ASCII alone, and { $what } { place } is not in ASCII.
       *[other] The policy allows scripts to be mixed only in certain ways, and with { $what } { place } the label goes beyond them.
    }
    .way-out = { $reason ->
        [restricted-character] { remove }
        [not-ascii] { remove }
       *[other] Write the whole label in one script.
    }
script-mixed-digits = found { $what } { place } beside digits of another numbering system, expected digits of one system{ source }
    .explain = The label has digits of several numbering systems; { $what } { place } is not of the same one as those before. Such digits can be mistaken for one another.
    .way-out = Write all digits with one kind.
script-whole-script-confusable = { $other ->
    [0] found a label that as a whole looks like one in another script ({ $other_scripts })
   *[other] found a label that as a whole looks like “{ $other }”, in another script ({ $other_scripts })
}{ source }
    .explain = { $other ->
        [0] Each letter of this label has a double in another script ({ $other_scripts }), so the whole label can be mistaken for one in that script.
       *[other] Each letter of this label has a double in another script ({ $other_scripts }), so the whole label can be mistaken for one in that script: “{ $other }”.
    }
script-confusable = { $other ->
    [0] found a label that looks like another name
   *[other] found a label that looks like “{ $other }”
}{ source }
    .explain = { $other ->
        [0] The label looks so much like another name that people can mistake the one for the other.
       *[other] The label looks so much like “{ $other }” that people can mistake the one for the other.
    }

## Label generation rulesets

lgr-not-in-repertoire = found { $what } { place }, expected only what is in the repertoire of the LGR{ source }
    .explain = The label generation ruleset (LGR) lists the code points and sequences that a label may have. { $what } { place } is not among them.
    .way-out = { remove }
lgr-context = { $reason ->
    [not-when] found { $what } { place }, in a context that the LGR forbids for it
   *[other] found { $what } { place } out of its context, expected where the context rule of the LGR allows it
}{ source }
    .explain = { $reason ->
        [not-when] The label generation ruleset (LGR) forbids { $what } beside certain other characters, and { place } it is beside such ones.
       *[other] The label generation ruleset (LGR) allows { $what } only beside certain other characters, which are missing { place }.
    }
    .way-out = { remove }
lgr-whole-label-rule = found a label that a whole-label rule of the LGR refuses{ source }
    .explain = The label generation ruleset (LGR) has rules on labels as a whole, and one of them refuses this label{ source }.
lgr-invalid-disposition = found a label whose disposition under the LGR is “{ $value }”, expected one that can be registered{ source }
    .explain = By its actions the label generation ruleset (LGR) gives this label the disposition “{ $value }”. Such labels are not registered.
lgr-duplicate-variant = found a label whose variant “{ $other }” comes about in several ways, with the disposition { $value }{ source }
    .explain = By its variants and sequences the label generation ruleset (LGR) makes “{ $other }” from this label in several ways ({ $value }). That is an error of the ruleset: what is withheld with the label cannot be relied upon.
lgr-bound-reached = found a label whose variants cannot be told within the bounds of time and memory{ source }
    .explain = The label generation ruleset (LGR) is made so that the variants of this label cannot be counted or listed within the bounds of time and memory. What is withheld with the label is not known.
lgr-blocked-variant = { $other ->
    [0] found a blocked variant of another name
   *[other] found a blocked variant of “{ $other }”
}{ source }
    .explain = { $other ->
        [0] The label is a variant of a name that exists, and the label generation ruleset (LGR) blocks it, so nobody can register it.
       *[other] The label is a variant of “{ $other }”, and the label generation ruleset (LGR) blocks it, so nobody can register it.
    }
lgr-collision = { $other ->
    [0] found a label in the variant set of another name
   *[other] found a label in the variant set of “{ $other }”
}{ source }
    .explain = { $other ->
        [0] The label and a name that exists are variants of each other. Only the holder of that name may be entitled to it.
       *[other] The label and “{ $other }” are variants of each other. Only the holder of that name may be entitled to it.
    }

## Policies

policy-outside-tld = found a name that is not under { $expected }{ $reason ->
    [fits] ; the policy of { $other } would fit
    [look-alike] , but under { $value }, which only looks like { $other }
   *[other] { "" }
}{ source }
    .explain = { $reason ->
        [fits] This policy is for names under { $expected }. The name given is under { $other }, which has a policy of its own. No label of it was held to a policy.
        [look-alike] This policy is for names under { $expected }. The name given is under { $value }, which looks like { $other } and is another domain. No label of it was held to a policy.
       *[other] This policy is for names under { $expected }, and the name given is not. No label of it was held to a policy.
    }
    .way-out = { $reason ->
        [fits] Check the name with the policy of { $other }.
        [look-alike] Write { $other } in place of { $value }.
       *[other] Choose the policy of the domain that the name is under.
    }
policy-too-short = found a label of { units }, expected at least { $limit }{ source }
    .explain = This registry takes labels of { $limit } or more; this one has { units }.
    .way-out = Choose a longer label.
policy-too-long = found a label of { units }, expected at most { $limit }{ source }
    .explain = This registry takes labels of { $limit } at most; this one has { units }.
    .way-out = Choose a shorter label.
units = { $reason ->
    [octets] { octets }
    [letters] { $actual ->
        [one] { $actual } letter
       *[other] { $actual } letters
    }
   *[other] { $actual ->
        [one] { $actual } code point
       *[other] { $actual } code points
    }
}
policy-reserved = { $other ->
    [0] found a reserved name{ source }
   *[other] { $reason ->
        [variant] found a variant of the reserved name “{ $other }”{ source }
       *[other] found a label that looks like the reserved name “{ $other }”{ source }
    }
}
    .explain = { $other ->
        [0] The name is on a list of reserved names{ source }, so it cannot be registered in the ordinary way.
       *[other] { $reason ->
            [variant] The label is a variant of “{ $other }”, which is on a list of reserved names{ source }.
           *[other] The label looks like “{ $other }”, which is on a list of reserved names{ source }.
        }
    }
policy-all-digits = found a label of digits alone, expected at least one letter{ source }
    .explain = This registry does not take labels made of digits alone.
    .way-out = Add a letter.
policy-hyphens = { $count ->
    [0] found hyphens that the policy does not allow
   *[other] found { $what } { place }, expected no hyphen there
}{ source }
    .explain = This registry does not take labels with hyphens in these places.
    .way-out = { remove }
policy-ascii-not-allowed = found a label of ASCII alone, expected at least one character beyond ASCII{ source }
    .explain = This registry takes only labels with at least one character beyond ASCII.
policy-not-in-table = { $reason ->
    [no-table] found { $what } { place }, which no table of the policy has, expected only characters of one table
    [several-tables] found { $what } { place }, which the table “{ $value }” does not have, expected all characters in one table
    [sequence] found { $what } { place }, which the table “{ $value }” has only in certain sequences
   *[other] found a label that no single table of the policy holds, expected all its characters in one table
}{ source }
    .explain = { $reason ->
        [no-table] This registry lists the characters that a label may have in its tables. { $what } { place } is in none of them.
        [several-tables] This registry has several tables of characters, and a label must fit one of them as a whole. { $what } { place } is in another table than the rest of the label, which fits the table “{ $value }”.
        [sequence] This registry allows { $what } only in certain sequences, and { place } it is not in one of them.
       *[other] This registry has several tables of characters, and a label must fit one of them as a whole. Each table lacks a character of this label.
    }
    .way-out = { $reason ->
        [several-tables] Write the whole label with the characters of one table.
       *[other] { remove }
    }
policy-must-contain = { $value ->
    [0] found no character of a set that the label must have one of{ source }
   *[other] found no character of the set that the table “{ $value }” asks for, expected at least one{ source }
}
    .explain = { $value ->
        [0] A label under this policy must have at least one character of a certain set, and this one has none.
       *[other] A label in the table “{ $value }” must have at least one character of a certain set, and this one has none.
    }
policy-unknown-table = found a label that may fit the table “{ $value }” of the registry, whose letters are not known{ source }
    .explain = The registry has a table “{ $value }”, but its letters are not known here. A person must ask the registry.
policy-registry-unknown = found a label beyond ASCII under a registry of which nothing is known{ source }
    .explain = No source says which internationalized names this registry takes. The start in the languages of the territory stands in, and a person must ask the registry.
policy-start-takes = “{ $other }” refuses the label today; “{ $value }”, a start in the languages of the territory, takes it
    .explain = The registry does not take this label today, as far as it is known. The policy “{ $value }” is a start in the languages of the territory, and takes it.
policy-context = found { $what } { place }, where the policy does not allow it{ source }
    .explain = This registry allows { $what } only in certain places, but it stands { place }.
    .way-out = { remove }
policy-digits = found { $what } { place }, a digit that the policy does not allow there{ source }
    .explain = This registry does not allow { $what } { place }: digits must be of the right kind and in the right place.
    .way-out = { remove }

## Registration beside the names that exist

decision-member = the name is in the variant set of “{ $other }”, and its holder may have it
    .explain = “{ $other }” is registered and is the primary name of its variant set. This name is a variant that may be allocated, and whoever asks is the same entity.
    .way-out = Make the name by an update of “{ $other }”; a create is refused.
decision-member-elsewhere = “{ $other }” is registered to the same holder under another top-level domain of one set
    .explain = Names under these top-level domains are one set, and all of them belong to one holder. The holder of “{ $other }” may have this name.
    .way-out = Create the name: it becomes the primary name under its own top-level domain.
decision-registered = found a name that is registered
    .explain = The name is registered already, in this form or in another form of the same label.
    .way-out = Choose another name.
decision-reserved = found a name that the registry keeps
    .explain = The registry keeps this name; it is no domain and cannot be registered in the ordinary way.
decision-nndn-blocked = { $other ->
    [0] found a name that the registry blocks as a variant
   *[other] found a name that the registry blocks as a variant of “{ $other }”
}
    .explain = The registry has recorded this name as a blocked variant. Nobody may have it as long as the name exists of which it is a variant.
decision-exempted = { $other ->
    [0] found a name in a variant set whose names have no common holder
   *[other] found a name in the variant set of “{ $other }”, whose names have no common holder
}
    .explain = Names of this variant set were registered before variants were known. They are exempted from the rule that one entity holds the whole set, and no further name of the set is given out.
    .way-out = The exemption ends when one name is left, or when one registrar that has all of them joins them.
decision-blocked-by-policy = { $other ->
    [0] found a variant of a registered name, and the policy blocks variants
   *[other] found a variant of “{ $other }”, and the policy blocks variants
}
    .explain = The policy blocks every variant of a registered name, also for its holder.
    .way-out = Choose another name.
decision-pending-transfer = { $other ->
    [0] found a name of a set that is being transferred
   *[other] found a name of the set of “{ $other }”, which is being transferred
}
    .explain = All names of a variant set move to another registrar together, and until then no name joins the set.
    .way-out = Ask again after the transfer.
decision-other-registrar = { $other ->
    [0] found a name of a set that another registrar sponsors
   *[other] found a name of the set of “{ $other }”, which another registrar sponsors
}
    .explain = All names of a variant set belong to one entity, and the set is sponsored by another registrar.
    .way-out = The holder of the set can ask for the name at the registrar of the set, or transfer the set.
decision-other-registrant = { $other ->
    [0] found a name of a set that another registrant holds
   *[other] found a name of the set of “{ $other }”, which another registrant holds
}
    .explain = All names of a variant set belong to one entity, and the set is held by another registrant.
    .way-out = Only the holder of the set can have the name.
decision-limit = found a variant set of { $limit ->
    [one] { $limit } name
   *[other] { $limit } names
}, as many as the policy allows
    .explain = The policy limits how many names of one variant set may be registered.
    .way-out = Give up another name of the set first.
decision-unaware-client = { $other ->
    [0] found a member of a variant set, asked for by a client that does not know of sets
   *[other] found a member of the set of “{ $other }”, asked for by a client that does not know of sets
}
    .explain = The holder may have this name, but only through a client that speaks the EPP extension for variant sets. To other clients it is shown as reserved.
    .way-out = Ask through a client that announces the extension.
decision-not-registrable = found a name that is not one label right below a domain of the policy
    .explain = Only names of one label right below a domain of the policy are registered here; this one is longer, or is such a domain itself.
decision-look-alike = { $reason ->
    [skeleton] found a name that looks like “{ $other }”
    [marks] found a name that looks like “{ $other }” but for its marks
   *[inside] found the protected word “{ $other }” inside the name
}
    .explain = { $reason ->
        [skeleton] Readers can take this name for “{ $other }”: both have the same skeleton.
        [marks] Readers can take this name for “{ $other }”: they differ only in marks or in the shape of a letter.
       *[inside] The word “{ $other }” is protected, and stands in this name or looks as if it did.
    }

## Unicode versions

version-newer-than-policy = found { $what } { place }, which came in with Unicode { $version }, after Unicode { $other_version }
    .explain = { $what } came into Unicode with version { $version }. The version asked for here is { $other_version }, in which it does not exist yet.
version-changed-between-versions = found { $what } { place }, which is { $value } in Unicode { $version } and was not in Unicode { $other_version }
    .explain = The derived property of { $what } is { $value } in Unicode { $version } and is another one in Unicode { $other_version }, the version asked for here.

## What browsers show

step = { $reason ->
    [restricted-character] { $what } { place }, which UTS #39 does not recommend
    [denied-character] { $what } { place }, one of the characters that the browser never shows
    [script-mix] { $other_scripts ->
        [0] scripts mixed too freely
       *[other] { $what } { place } in another script ({ $other_scripts }) than what stands before ({ $scripts })
    }
    [mixed-digits] { $what } { place } beside digits of another numbering system
    [repeated-mark] the same mark twice in a row, { $what } { place }
    [tld-letter] { $what } { place }, a letter that is shown only under certain top-level domains
    [middle-dot] { $what } { place }, which is shown only between two letters l under .cat
    [whole-script-confusable] a label that as a whole looks like Latin letters
    [digit-look-alikes] only digits and letters that look like digits
    [latin-beside-other] { $what } { place }, a Latin letter beyond ASCII beside another script
    [misleading-pattern] { $what } { place }, a sequence that is taken for another
   *[other] a label that the browser does not show in its characters
}
display-chrome = found { step }, so that Chrome shows the A-label
    .explain = Chrome would show people the A-label of this label (“xn--…”) instead of its characters, because it has found { step }.
display-firefox = found { step }, so that Firefox shows the A-label
    .explain = Firefox would show people the A-label of this label (“xn--…”) instead of its characters, because it has found { step }.

## Words

verdict-valid = valid
verdict-review = review
verdict-invalid = invalid
severity-error = error
severity-warning = warning
severity-info = info
kind-empty = empty label
kind-nr-ldh-label = NR-LDH label
kind-r-ldh-label = R-LDH label
kind-a-label = A-label
kind-fake-a-label = fake A-label
kind-u-label = U-label
kind-putative-u-label = putative U-label
kind-non-ldh-label = non-LDH label
document-policy = policy
document-lgr = LGR
document-browser-display = browser display
clause-condition = condition
head-name = name
head-label = label
head-u-label = U-label
head-a-label = A-label
head-kind = kind
head-verdict = verdict
head-scripts = scripts
head-findings = findings
head-clause = clause
head-way-out = way out
head-code-points = code points
head-code = code
head-severity = severity
head-message = message
head-policy = policy
head-source = source
head-unicode = Unicode version
head-disposition = disposition
head-index-label = index label
head-coarse-key = coarse key
head-skeleton = skeleton
head-wide-skeleton = wide skeleton
head-variants = variants
availability-yes = available
availability-no = not available
head-primary = primary name
head-set = other names of the set
head-elsewhere = under other top-level domains
head-looks-like = looks like
head-command = EPP command
column-position = no.
column-number = number
column-character = character
column-name = name
column-script = script
column-property = property
column-came-in = came in with
column-bidi-class = Bidi class
column-rules = rules
nothing-found = nothing stands against registering it
none = none
not-known = not known
# Why a name cannot be had, in 32 characters at most: EPP has no room for more.
reason-registered = registered
reason-reserved = reserved by the registry
reason-nndn-blocked = blocked as a variant
reason-invalid-label = no label under this policy
reason-look-alike = looks like another name
reason-exempted = set has no common holder
reason-blocked-by-policy = variants are blocked
reason-blocked-variant = variant blocked by the table
reason-pending-transfer = set is being transferred
reason-other-registrar = set is at another registrar
reason-other-registrant = set of another registrant
reason-limit = variant set is full
reason-unaware-client = available only as a variant
unassigned = unassigned

## Rulesets shown

ruleset-title = label generation ruleset
registry = registry
top-level-domain = top-level domain
effective-date = effective date
contact = contact
status = status
certainty = certainty
note = note
not-stated = not stated; to be filled in
beside-the-table = asked by the policy beside this table
status-published = restates rules that the registry publishes
status-derived = a start made from public data; the registry has the last word
status-own = the registry’s own
certainty-sure = sure
certainty-likely = likely
certainty-unsure = unsure
rule-after = stands only right after one of
rule-before = stands only right before one of
rule-contains = a label must contain one of
rule-refuse = a label that matches is refused
rule-require = a label must match
rule-digits-at-ends = a label neither begins nor ends with a digit
contents = contents
metadata = metadata
version = version
date = date
languages = languages and scripts
scope = scope
valid-from = valid from
valid-until = valid until
description = description
statistics = summary
entries = code points and sequences
sequences = of which sequences
out-of-repertoire = listed only as variants
with-variants = with variants
variant-sets = variant sets
largest-variant-set = largest variant set
variant-set = variant set
repertoire = repertoire
code-point = code point
glyph = glyph
context = context
tags = tags
references = references
comment = comment
variant-source = source
variant-target = variant
variant-type = type
reverse = reverse
yes = yes
no = no
not-in-repertoire = not in the repertoire
classes = character classes
members = members
definition = definition
notation = notation
actions = actions
default-action = default
when = when
not-when = not when
matches = the label matches
not-matches = the label does not match
any-variant = some variant is of type
all-variants = every variant is of type
only-variants = every code point is mapped by a variant of type
always = always
and = and
untyped = no type
null-variant = nothing

## The notation of classes and rules

notation-class = the class of that name
notation-list = these code points
notation-property = code points with a property or a tag
notation-sets = complement, union, intersection, difference, symmetric difference
notation-any = any code point
notation-ends = the start and the end of the label
notation-anchor = the code point in question
notation-look = what stands right before it and right after it
notation-choice = one of the alternatives
notation-rule = the rule of that name
notation-count = how often

## Lines with arguments

summary = { $names ->
    [one] { $names } name
   *[other] { $names } names
}: { $valid } valid, { $review } to review, { $invalid } invalid
summary-timed = { summary } in { $seconds } s
findings-of = { $findings ->
    [0] no findings
    [one] { $findings } finding
   *[other] { $findings } findings
}
at-position = { $count ->
    [1] position { $start }
   *[other] positions { $start } to { $end }
}
one-variant-set = { $label } and { $other } are one set under { $zone }; the set has { $count } labels
not-shown = { $count ->
    [one] { $count } more is not shown
   *[other] { $count } more are not shown
}
policies-listed = { $policies ->
    [one] { $policies } policy
   *[other] { $policies } policies
}: { $published } published, { $derived } derived; { $offering ->
    [one] { $offering } registry offers IDNs
   *[other] { $offering } registries offer IDNs
}; { $members } of the { $all } ITU Member States

## A policy of one’s own: what is to be decided

policy-new = A policy of one’s own for { $tld }, from { $start }, the start in the languages of the territory.
decide = To decide, key by key
decide-tables = which languages and scripts? Which letters of each, and which digits? Are letters of loan words among them?
decide-ascii = are labels of ASCII alone taken, or refused?
decide-mixing = may letters of two scripts stand in one label?
decide-shape = labels of digits alone, two hyphens in a row, the shortest and the longest label?
decide-variants = which spellings are one name, and who may have the others?
decide-reserved = which names are kept, and do look-alikes count?
decide-suffixes = are names registered below suffixes too, and with what lengths?
decide-published = what is published beside the tables?
decide-next = Then

## The page of the service

page-title = can this name be registered?
page-lead = Type a name to read whether it can be registered and, if not, why, where the fault is and what would work.
page-name-hint = A whole name or a single label, in its own letters or in the form “xn--…”.
page-tld-of-name = the one in the name
page-ask = check
page-site = this site
page-languages = language
page-skip = go to the content
page-policies = policies
page-letters = letter by letter
page-detail = every character in detail
page-ways-out = what would work
page-no-way-out = No name close to it was found that the rules take.
page-looks = what it looks like
page-shown = Chrome and Firefox show it in its own letters.
page-same-skeleton = Names with the same skeleton look alike (UTS #39).
page-taken = what else is taken with it
page-no-variants = No other spelling is taken with it.
page-variants-block = These spellings count as the same name: once it is registered, nobody can have them.
page-variants-same-entity = These spellings count as the same name: once it is registered, only its holder can have them.
page-variants-allocate = These spellings count as the same name and are given to its holder.
page-variants-none = These spellings are names of their own: anyone can ask for them.
page-variants-unknown = These spellings are variants of the name; what the registry does with them is not known.
page-permanent-link = link to this answer
page-permanent-link-hint = It asks the same question again, for instance from a ticket.
page-not-looked-up = Names that exist were not looked at: this is what the rules say, not whether the name is still free.
page-no-policy = No policy is known for this name: only the rules for all names, those of IDNA2008, were applied.
page-too-long = What was given is too long to be a name. A name has at most 253 octets in the DNS.
page-tables = tables of letters
page-compare = compare with another policy
page-compare-do = compare
page-same-policies = The two policies state the same.
page-no-such-policy = There is no policy of this name.
page-key = key
page-value = what it states
page-example = a label that one alone takes
page-today = what the registry takes today
page-start = a start in the languages of the territory
page-idn-offered = internationalized names
page-table = table of letters
page-letters-of = letters
page-territory = territory
page-letters-count = number of letters
page-rule-domains = domains
page-rule-digits = digits
page-rule-hyphens = hyphens
page-rule-length = length
page-rule-ascii = labels of ASCII alone
page-rule-reserved = reserved names
page-rule-look-alikes = look-alikes
page-rule-other = other
disposition-blocked = blocked
disposition-allocatable = can be allocated
disposition-activated = comes with the name
page-fits = { $name } fits the rules of { $tld }
page-fits-protocol = { $name } fits the rules for all names
page-review = { $name } has to be looked at by a person at the registry
page-refused = { $name } cannot be registered under { $tld }
page-refused-protocol = { $name } cannot be registered
page-available = { $name } is available
page-not-available = { $name } is not available
page-for-holder = { $name } is kept for the holder of { $other }
page-policy-of = Policy of { $tld }
page-beside = Policies of { $first } and { $second } side by side
page-table-of = Table { $table } of { $tld }
page-only = only { $tld } takes it

## The audit of a zone

audit-title = audit of names
audit-codes = what was found
audit-collisions = names of one variant set
audit-look-alikes = names that look alike
audit-against = what would change
audit-variant-sets = names whose variants would be others
audit-holders = variant sets with several holders
audit-years = names by year of registration
audit-example = for example
audit-common = common characters alone
audit-file = file
audit-line = line
audit-count = names
audit-share = share
audit-group-count = groups
audit-exempted-count = to be exempted
audit-records = records of holders that were read
audit-registrant = registrant
audit-registrar = registrar
audit-created = registered on
audit-year = year
audit-from = today
audit-to = under the other rules
audit-verdicts = verdicts that would change
audit-dispositions = dispositions that would change
audit-program = made with
audit-protocol = protocol
audit-registration = registration (IDNA2008)
audit-lookup = lookup (IDNA2008)
audit-each-domain = the policy of each top-level domain
audit-logarithmic = The scale is logarithmic: each line stands for ten times as many names as the one before.
audit-plotted = The plot shows { $shown } of { $all }; the table has them all.
audit-names = { $names ->
    [one] { $names } name
   *[other] { $names } names
}
audit-groups = { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
} of { audit-names }
audit-undecided = { $groups ->
    [one] { $groups } group was
   *[other] { $groups } groups were
} not decided within the bounds of time
audit-exempted = to be exempted: { audit-names }
