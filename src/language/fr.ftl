# Français. Les règles de rédaction et les arguments sont décrits dans en.ftl.

## Parties de phrases

octets = { $actual ->
    [one] { $actual } octet
   *[other] { $actual } octets
}
place = { $count ->
    [0] dans l’étiquette
    [1] en position { $start }
   *[other] aux positions { $start } à { $end }
}
source = { $source ->
    [0] { $rule ->
        [0] { "" }
       *[other] { " " }(règle « { $rule } »)
    }
   *[other] { $rule ->
        [0] { " " }({ $source })
       *[other] { " " }(règle « { $rule } », { $source })
    }
}
remove = { $without ->
    [0] { "" }
   *[other] Sans { $count ->
        [1] ce caractère
       *[other] ces caractères
    }, l’étiquette devient « { $without } ».
}

## Orthographe

syntax-empty-label = étiquette vide, au moins un caractère attendu
    .explain = Une étiquette doit comporter au moins un caractère. Deux points de suite, ou un point au tout début, laissent une étiquette vide.
    .way-out = Supprimez le point superflu.
syntax-label-too-long = { $actual ->
    [0] étiquette trop longue, au plus 63 octets attendus dans sa forme A-label
   *[other] étiquette de { octets }, au plus { $limit } attendus dans sa forme A-label
}
    .explain = Le DNS transporte des étiquettes de 63 octets au plus. Une étiquette hors ASCII compte dans sa forme A-label (« xn--… »), plus longue que ce qu’on lit.{ $actual ->
        [0] { "" }
       *[other] { " " }Celle-ci fait { octets }.
    }
    .way-out = Choisissez une étiquette plus courte.
syntax-name-too-long = nom de { octets }, au plus { $limit } attendus
    .explain = Le DNS transporte des noms de { $limit } octets au plus, points compris, chaque étiquette étant comptée dans sa forme A-label. Celui-ci fait { octets }.
    .way-out = Raccourcissez l’une des étiquettes.
syntax-hyphen-start = trait d’union au début, un autre caractère attendu
    .explain = Une étiquette ne doit pas commencer par un trait d’union (U+002D).
    .way-out = { remove }
syntax-hyphen-end = trait d’union à la fin, un autre caractère attendu
    .explain = Une étiquette ne doit pas se terminer par un trait d’union (U+002D).
    .way-out = { remove }
syntax-hyphen-3-4 = traits d’union en troisième et quatrième positions, attendus seulement dans un A-label (« xn-- »)
    .explain = Des traits d’union à la fois en troisième et en quatrième position sont réservés aux encodages, comme le « xn-- » des A-labels. Aucune autre étiquette ne peut en avoir là.
    .way-out = Supprimez ou déplacez l’un des deux traits d’union.
syntax-not-ldh = { $reason ->
    [a-label] caractère hors ASCII dans l’A-label, seuls des lettres, chiffres et traits d’union ASCII attendus
   *[other] { $what } { place }, seuls des lettres, chiffres et traits d’union ASCII attendus
}
    .explain = { $reason ->
        [a-label] Un A-label se compose des lettres a à z, des chiffres 0 à 9 et du trait d’union. Celui qui a été fourni contient un caractère hors ASCII.
       *[other] Une étiquette ASCII se compose des lettres a à z, des chiffres 0 à 9 et du trait d’union. Celle-ci contient { $what } { place }.
    }
    .way-out = { remove }
syntax-invalid-utf8 = octets qui ne sont pas de l’UTF-8 après { octets }, de l’UTF-8 attendu
    .explain = L’entrée n’est pas du texte en UTF-8 : après { octets } viennent des octets qu’UTF-8 n’admet pas.
    .way-out = Enregistrez ou transmettez l’entrée en UTF-8.
syntax-uppercase = { $actual ->
    [one] { $actual } lettre majuscule, lue en minuscule
   *[other] { $actual } lettres majuscules, lues en minuscules
}
    .explain = Dans les étiquettes ASCII, le DNS ne distingue pas majuscules et minuscules ; l’étiquette a donc été lue en minuscules.
    .way-out = { $label ->
        [0] { "" }
       *[other] Écrivez l’étiquette en minuscules : « { $label } ».
    }

## Encodage

ace-bad-punycode = { $reason ->
    [empty] rien après « xn-- », un U-label en Punycode attendu
    [trailing-hyphen] trait d’union à la fin d’un A-label, un U-label en Punycode attendu
    [invalid-digit] caractère étranger à Punycode après « xn-- », un U-label en Punycode attendu
    [truncated] Punycode interrompu au milieu d’un nombre après « xn-- », un U-label en Punycode attendu
    [overflow] nombre hors du domaine d’Unicode après « xn-- », un U-label en Punycode attendu
   *[other] suite indécodable après « xn-- », un U-label en Punycode attendu
}
    .explain = { $reason ->
        [empty] Une étiquette qui commence par « xn-- » est un A-label : un U-label en Punycode doit suivre, mais rien ne suit.
        [trailing-hyphen] Une étiquette qui commence par « xn-- » est un A-label, et un A-label ne se termine jamais par un trait d’union.
        [invalid-digit] Une étiquette qui commence par « xn-- » est un A-label : un U-label en Punycode doit suivre. On trouve ici un caractère que Punycode n’emploie pas.
        [truncated] Une étiquette qui commence par « xn-- » est un A-label : un U-label en Punycode doit suivre. Ici, il s’interrompt au milieu d’un nombre, comme si la fin s’était perdue.
        [overflow] Une étiquette qui commence par « xn-- » est un A-label : un U-label en Punycode doit suivre. Ici, il contient un nombre qui n’est pas un point de code Unicode.
       *[other] Une étiquette qui commence par « xn-- » est un A-label : un U-label en Punycode doit suivre. Ce qui suit ici ne se décode pas.
    }
    .way-out = Donnez l’étiquette en Unicode et laissez calculer l’A-label.
ace-not-canonical = { $reason ->
    [upper-case] majuscules dans l’A-label, les minuscules que donne l’encodage attendues
    [not-an-a-label] texte hors ASCII à la place de l’A-label, l’encodage du U-label attendu
   *[other] A-label que l’encodage de son U-label ne donne pas, les mêmes octets attendus
}
    .explain = { $reason ->
        [upper-case] L’A-label fourni doit être, octet pour octet, ce que donne l’encodage du U-label, c’est-à-dire en minuscules.
        [not-an-a-label] L’A-label fourni doit être, octet pour octet, ce que donne l’encodage du U-label. Ce qui se trouve à sa place n’est pas une étiquette ASCII.
       *[other] L’A-label fourni doit être, octet pour octet, ce que donne l’encodage du U-label.
    }
    .way-out = { $expected ->
        [0] Utilisez l’A-label que donne la conversion.
       *[other] Utilisez l’A-label « { $expected } ».
    }
ace-decodes-to-ascii = « xn-- » devant ce qui se décode en ASCII seul, un U-label en Punycode attendu
    .explain = Un A-label représente une étiquette ayant au moins un caractère hors ASCII. Celui-ci se décode en ASCII seul et ne doit donc pas être encodé du tout.
    .way-out = { $label ->
        [0] { "" }
       *[other] Utilisez l’étiquette telle quelle : « { $label } ».
    }
ace-pair-mismatch = { $expected ->
    [0] A-label et U-label qui ne sont pas la même étiquette, deux formes d’une même étiquette attendues
   *[other] A-label qui n’est pas celui du U-label, « { $expected } » attendu
}
    .explain = { $expected ->
        [0] L’A-label et le U-label fournis doivent être deux formes d’une même étiquette, et ils ne le sont pas.
       *[other] L’A-label et le U-label fournis doivent être deux formes d’une même étiquette. L’A-label de ce U-label est « { $expected } ».
    }
    .way-out = { $expected ->
        [0] Ne donnez qu’une forme et laissez calculer l’autre.
       *[other] Si c’est bien le U-label qui est voulu, utilisez « { $expected } ».
    }

## IDNA2008

idna-not-nfc = { $what } { place }, hors de la forme de normalisation C (NFC), « { $expected } » attendu
    .explain = Un même texte peut s’écrire avec des points de code différents. Une étiquette doit être dans la forme de normalisation C (NFC), où chaque texte n’a qu’une écriture. Ici, { $what } { place } s’y écrirait autrement, même si cela ne se voit pas.
    .way-out = Utilisez la forme NFC « { $expected } » ({ $expected_code_points }).
idna-leading-mark = signe combinant { $what } au début, un caractère avec lequel il puisse se combiner attendu
    .explain = Un signe combinant s’attache au caractère qui le précède. Une étiquette ne doit pas commencer par un tel signe, car il s’attacherait au point ou à ce qui précède l’étiquette.
    .way-out = { remove }
idna-disallowed = { $reason ->
    [full-stop] { $what } { place }, point autre que U+002E, U+002E attendu entre les étiquettes
    [upper-case] { $what } { place }, qui n’est pas en minuscule, { $expected_code_points } (« { $expected } ») attendu
    [not-ldh] { $what } { place }, seuls des lettres, chiffres et traits d’union attendus parmi les caractères ASCII
   *[other] { $what } { place }, qui est DISALLOWED, seuls des points de code admis par IDNA2008 attendus
}
    .explain = { $reason ->
        [full-stop] Les étiquettes sont séparées par le point U+002E. D’autres points, comme { $what }, sont remplacés par lui dans certains logiciels avant la résolution d’un nom, mais l’enregistrement ne convertit rien.
        [upper-case] Un U-label n’a pas de majuscules : { $what } { place } est DISALLOWED. Beaucoup de logiciels convertissent les majuscules en minuscules avant la résolution d’un nom, mais l’enregistrement ne convertit rien.
        [not-ldh] Parmi les caractères ASCII, une étiquette n’admet que les lettres a à z, les chiffres 0 à 9 et le trait d’union. Celle-ci contient { $what } { place }.
       *[other] IDNA2008 admet les lettres, chiffres et signes diacritiques des écritures du monde et quelques autres caractères. { $what } { place } n’en fait pas partie : ce caractère est DISALLOWED dans toute étiquette.
    }
    .way-out = { $reason ->
        [full-stop] Séparez les étiquettes par le point U+002E.
        [upper-case] Écrivez « { $expected } » ({ $expected_code_points }) à la place.
       *[other] { remove }
    }
idna-unassigned = { $what } { place }, qui est UNASSIGNED dans Unicode { $version }, un point de code attribué attendu
    .explain = Unicode { $version }, la version demandée ici, n’a pas de caractère { $what }. Une étiquette ne peut avoir que des caractères qui existent.
    .way-out = { remove }
idna-uts46-mapped = { $expected ->
    [0] étiquette que les navigateurs convertissent en une autre avant la résolution
   *[other] étiquette que les navigateurs convertissent en « { $expected } » avant la résolution
}
    .explain = { $expected ->
        [0] Les navigateurs convertissent la saisie selon les règles d’UTS #46. Ils feraient de cette étiquette une autre étiquette.
       *[other] Les navigateurs convertissent la saisie selon les règles d’UTS #46. Ils feraient de cette étiquette « { $expected } ».
    }
    .way-out = { $expected ->
        [0] { "" }
       *[other] Si c’est bien cette étiquette-là qui est voulue, enregistrez « { $expected } ».
    }
idna-uts46-refused = étiquette que les navigateurs refusent, une étiquette admise par les règles d’UTS #46 attendue
    .explain = Les navigateurs convertissent et vérifient la saisie selon les règles d’UTS #46. Ils refuseraient cette étiquette.

## Règles contextuelles

context-zwnj = ANTILIANT SANS CHASSE (U+200C) { place }, attendu après un virama ou entre des lettres qui se lient
    .explain = L’antiliant sans chasse (ZERO WIDTH NON-JOINER, U+200C) est invisible. Il n’est admis que là où il change ce qu’on voit : après un virama, comme dans les écritures de l’Inde, ou entre deux lettres qui sinon se lieraient, comme en persan. Il ne fait ni l’un ni l’autre { place }.
    .way-out = { remove }
context-zwj = LIANT SANS CHASSE (U+200D) { place }, attendu après un virama
    .explain = Le liant sans chasse (ZERO WIDTH JOINER, U+200D) est invisible. Il n’est admis qu’immédiatement après un virama, où il choisit la forme des lettres. Aucun virama ne le précède { place }.
    .way-out = { remove }
context-middle-dot = POINT MÉDIAN (U+00B7) { place }, attendu entre deux lettres l
    .explain = Le point médian (MIDDLE DOT, U+00B7) n’est admis qu’entre deux lettres l, comme en catalan.
    .way-out = { remove }
context-keraia = SIGNE NUMÉRAL GREC INFÉRIEUR (U+0375) { place }, attendu devant un caractère grec
    .explain = Le signe numéral grec inférieur (GREEK LOWER NUMERAL SIGN, keraia, U+0375) n’est admis qu’immédiatement avant un caractère grec.
    .way-out = { remove }
context-geresh = PONCTUATION HÉBRAÏQUE GUÉRECH (U+05F3) { place }, attendue après un caractère hébreu
    .explain = Le guérech (HEBREW PUNCTUATION GERESH, U+05F3) n’est admis qu’immédiatement après un caractère hébreu.
    .way-out = { remove }
context-gershayim = PONCTUATION HÉBRAÏQUE GUERCHAÏM (U+05F4) { place }, attendue après un caractère hébreu
    .explain = Le guerchaïm (HEBREW PUNCTUATION GERSHAYIM, U+05F4) n’est admis qu’immédiatement après un caractère hébreu.
    .way-out = { remove }
context-katakana-middle-dot = POINT MÉDIAN KATAKANA (U+30FB) { place }, attendu dans une étiquette ayant un hiragana, un katakana ou un sinogramme
    .explain = Le point médian katakana (KATAKANA MIDDLE DOT, U+30FB) n’est admis que dans une étiquette qui a aussi un caractère hiragana, katakana ou un sinogramme.
    .way-out = { remove }
context-arabic-indic-digits = CHIFFRE ARABE-INDIEN { $what } { place } à côté de CHIFFRES ARABES-INDIENS ÉTENDUS, des chiffres d’une seule sorte attendus
    .explain = Les chiffres arabes-indiens (U+0660 à U+0669) et les chiffres arabes-indiens étendus (U+06F0 à U+06F9) se ressemblent ; une étiquette ne doit donc pas avoir les deux. { $what } est de la première sorte.
    .way-out = Écrivez tous les chiffres avec une seule sorte.
context-extended-arabic-indic-digits = CHIFFRE ARABE-INDIEN ÉTENDU { $what } { place } à côté de CHIFFRES ARABES-INDIENS, des chiffres d’une seule sorte attendus
    .explain = Les chiffres arabes-indiens (U+0660 à U+0669) et les chiffres arabes-indiens étendus (U+06F0 à U+06F9) se ressemblent ; une étiquette ne doit donc pas avoir les deux. { $what } est de la seconde sorte.
    .way-out = Écrivez tous les chiffres avec une seule sorte.

## La règle Bidi

bidi-condition-1 = { $what } de classe Bidi { $bidi_class } au début, classe L, R ou AL attendue
    .explain = Dans un nom qui a une étiquette de droite à gauche, chaque étiquette doit commencer par une lettre ayant un sens d’écriture (classe Bidi L, R ou AL). { $what } est de classe { $bidi_class }.
bidi-condition-2 = { $what } de classe Bidi { $bidi_class } { place } d’une étiquette de droite à gauche, classe R, AL, AN, EN, ES, CS, ET, ON, BN ou NSM attendue
    .explain = Cette étiquette s’écrit de droite à gauche. { $what } { place }, de classe Bidi { $bidi_class }, s’écrit dans l’autre sens : l’étiquette s’afficherait dans un ordre trompeur.
    .way-out = { remove }
bidi-condition-3 = { $what } de classe Bidi { $bidi_class } à la fin d’une étiquette de droite à gauche, classe R, AL, EN ou AN attendue
    .explain = Une étiquette écrite de droite à gauche doit se terminer par une lettre de droite à gauche ou un chiffre (classe Bidi R, AL, EN ou AN) ; des signes combinants peuvent suivre. Celle-ci se termine par { $what }, de classe { $bidi_class }.
    .way-out = { remove }
bidi-condition-4 = { $what } de classe Bidi { $bidi_class } { place } d’une étiquette de droite à gauche, des chiffres d’une seule classe, EN ou AN, attendus
    .explain = Une étiquette écrite de droite à gauche peut avoir des chiffres européens (classe Bidi EN) ou des chiffres arabes (classe AN), mais pas les deux. { $what } est de classe { $bidi_class } ; d’autres chiffres de l’étiquette sont de l’autre.
    .way-out = Écrivez tous les chiffres avec une seule sorte.
bidi-condition-5 = { $what } de classe Bidi { $bidi_class } { place } d’une étiquette de gauche à droite, classe L, EN, ES, CS, ET, ON, BN ou NSM attendue
    .explain = Cette étiquette s’écrit de gauche à droite. { $what } { place }, de classe Bidi { $bidi_class }, s’écrit dans l’autre sens : l’étiquette s’afficherait dans un ordre trompeur.
    .way-out = { remove }
bidi-condition-6 = { $what } de classe Bidi { $bidi_class } à la fin d’une étiquette de gauche à droite, classe L ou EN attendue
    .explain = Dans un nom qui a une étiquette de droite à gauche, une étiquette écrite de gauche à droite doit se terminer par une lettre de gauche à droite ou un chiffre européen (classe Bidi L ou EN) ; des signes combinants peuvent suivre. Celle-ci se termine par { $what }, de classe { $bidi_class }.
    .way-out = { remove }

## Écritures

level-actual = { $actual ->
    [ascii-only] ASCII seul
    [single-script] une seule écriture
    [highly-restrictive] hautement restrictif
    [moderately-restrictive] modérément restrictif
    [minimally-restrictive] peu restrictif
   *[unrestricted] sans restriction
}
level-limit = { $limit ->
    [ascii-only] ASCII seul
    [single-script] une seule écriture
    [highly-restrictive] hautement restrictif
    [moderately-restrictive] modérément restrictif
    [minimally-restrictive] peu restrictif
   *[unrestricted] sans restriction
}

script-mixed = { $other_scripts ->
    [0] plusieurs écritures dans une étiquette ({ $scripts }), une seule attendue{ source }
   *[other] { $what } { place } dans une autre écriture ({ $other_scripts }) que ce qui précède ({ $scripts }), une seule écriture attendue{ source }
}
    .explain = { $other_scripts ->
        [0] L’étiquette mélange des écritures : { $scripts }. Des lettres d’écritures différentes peuvent se ressembler, si bien que les mélanges peuvent tromper.
       *[other] L’étiquette mélange des écritures : { $scripts } d’un côté, { $other_scripts } de l’autre ({ $what } { place }). Des lettres d’écritures différentes peuvent se ressembler, si bien que les mélanges peuvent tromper.
    }
    .way-out = Écrivez toute l’étiquette dans une seule écriture.
script-wrong-for-tld = { $what } { place } dans une écriture que ce domaine de premier niveau n’accepte pas ({ $scripts }), { $other_scripts ->
        [0] une écriture de ce domaine de premier niveau attendue
       *[other] écriture attendue : { $other_scripts }
    }{ source }
    .explain = { $other_scripts ->
        [0] Ce domaine de premier niveau n’accepte pas d’étiquettes dans cette écriture : { $scripts }.
       *[other] Ce domaine de premier niveau n’accepte pas d’étiquettes dans cette écriture : { $scripts }. Il accepte : { $other_scripts }.
    }
script-restriction-level = { $reason ->
    [restricted-character] { $count ->
        [0] étiquette de niveau de restriction « { level-actual } », au plus « { level-limit } » attendu
       *[other] { $what } { place }, qu’UTS #39 ne recommande pas, niveau de restriction « { level-limit } » au plus attendu
    }
    [mixture] { $what } { place } dans une autre écriture ({ $other_scripts }) que ce qui précède ({ $scripts }), niveau de restriction « { level-limit } » au plus attendu
    [not-ascii] { $what } { place }, de l’ASCII seul attendu
   *[other] { $what } { place }, au-delà du mélange d’écritures que la politique admet{ $expected ->
        [0] { "" }
       *[other] { " " }(« { $expected } »)
    }
}{ source }
    .explain = { $reason ->
        [restricted-character] UTS #39 classe les étiquettes selon leurs caractères et leur mélange d’écritures. Celle-ci est de niveau « { level-actual } », car { $count ->
            [0] un de ses caractères n’est pas recommandé
           *[other] { $what } { place } n’est pas recommandé
        } ; la politique ne va pas au-delà de « { level-limit } ».
        [mixture] UTS #39 classe les étiquettes selon la liberté avec laquelle elles mélangent les écritures. Celle-ci est de niveau « { level-actual } » : { $scripts } d’un côté, { $other_scripts } de l’autre ({ $what } { place }). La politique ne va pas au-delà de « { level-limit } ».
        [not-ascii] Cette politique n’accepte que des étiquettes en ASCII, et { $what } { place } n’en fait pas partie.
       *[other] La politique n’admet que certains mélanges d’écritures, et { $what } { place } les dépasse.
    }
    .way-out = { $reason ->
        [restricted-character] { remove }
        [not-ascii] { remove }
       *[other] Écrivez toute l’étiquette dans une seule écriture.
    }
script-mixed-digits = { $what } { place } à côté de chiffres d’un autre système de numération, des chiffres d’un seul système attendus{ source }
    .explain = L’étiquette a des chiffres de plusieurs systèmes de numération ; { $what } { place } n’est pas du même que les précédents. De tels chiffres peuvent être pris les uns pour les autres.
    .way-out = Écrivez tous les chiffres avec une seule sorte.
script-whole-script-confusable = { $other ->
    [0] étiquette qui, dans son ensemble, ressemble à une étiquette d’une autre écriture ({ $other_scripts })
   *[other] étiquette qui, dans son ensemble, ressemble à « { $other } », d’une autre écriture ({ $other_scripts })
}{ source }
    .explain = { $other ->
        [0] Chaque lettre de cette étiquette a un sosie dans une autre écriture ({ $other_scripts }) ; toute l’étiquette peut donc être prise pour une étiquette de cette écriture.
       *[other] Chaque lettre de cette étiquette a un sosie dans une autre écriture ({ $other_scripts }) ; toute l’étiquette peut donc être prise pour une étiquette de cette écriture : « { $other } ».
    }
script-confusable = { $other ->
    [0] étiquette qui ressemble à un autre nom
   *[other] étiquette qui ressemble à « { $other } »
}{ source }
    .explain = { $other ->
        [0] L’étiquette ressemble à un autre nom au point qu’on peut les confondre.
       *[other] L’étiquette ressemble à « { $other } » au point qu’on peut les confondre.
    }

## Règles de génération d’étiquettes

lgr-not-in-repertoire = { $what } { place }, seul le répertoire de la LGR attendu{ source }
    .explain = Les règles de génération d’étiquettes (LGR) énumèrent les points de code et les séquences qu’une étiquette peut avoir. { $what } { place } n’en fait pas partie.
    .way-out = { remove }
lgr-context = { $reason ->
    [not-when] { $what } { place }, dans un contexte que la LGR lui interdit
   *[other] { $what } { place } hors de son contexte, attendu là où la règle contextuelle de la LGR l’admet
}{ source }
    .explain = { $reason ->
        [not-when] Les règles de génération d’étiquettes (LGR) interdisent { $what } à côté de certains autres caractères, et c’est le cas { place }.
       *[other] Les règles de génération d’étiquettes (LGR) n’admettent { $what } qu’à côté de certains autres caractères, qui manquent { place }.
    }
    .way-out = { remove }
lgr-whole-label-rule = étiquette qu’une règle de la LGR sur l’étiquette entière refuse{ source }
    .explain = Les règles de génération d’étiquettes (LGR) portent aussi sur l’étiquette entière, et l’une d’elles refuse celle-ci{ source }.
lgr-invalid-disposition = étiquette dont la disposition selon la LGR est « { $value } », une disposition permettant l’enregistrement attendue{ source }
    .explain = Par leurs actions, les règles de génération d’étiquettes (LGR) donnent à cette étiquette la disposition « { $value } ». De telles étiquettes ne sont pas enregistrées.
lgr-duplicate-variant = étiquette dont la variante « { $other } » résulte de plusieurs dérivations, avec la disposition { $value }{ source }
    .explain = Par ses variantes et ses séquences, le jeu de règles (LGR) produit « { $other } » de plusieurs façons à partir de cette étiquette ({ $value }). C’est une erreur du jeu de règles : ce qui est retenu avec l’étiquette n’est pas fiable.
lgr-bound-reached = étiquette dont les variantes ne peuvent être déterminées dans les limites de temps et de mémoire{ source }
    .explain = Le jeu de règles (LGR) est fait de telle sorte que les variantes de cette étiquette ne peuvent être comptées ni listées dans les limites de temps et de mémoire. On ne sait pas ce qui est retenu avec l’étiquette.
lgr-blocked-variant = { $other ->
    [0] variante bloquée d’un autre nom
   *[other] variante bloquée de « { $other } »
}{ source }
    .explain = { $other ->
        [0] L’étiquette est une variante d’un nom existant, et les règles de génération d’étiquettes (LGR) la bloquent : personne ne peut l’enregistrer.
       *[other] L’étiquette est une variante de « { $other } », et les règles de génération d’étiquettes (LGR) la bloquent : personne ne peut l’enregistrer.
    }
lgr-collision = { $other ->
    [0] étiquette de l’ensemble de variantes d’un autre nom
   *[other] étiquette de l’ensemble de variantes de « { $other } »
}{ source }
    .explain = { $other ->
        [0] L’étiquette et un nom existant sont variantes l’une de l’autre. Il se peut que seul le titulaire de ce nom y ait droit.
       *[other] L’étiquette et « { $other } » sont variantes l’une de l’autre. Il se peut que seul le titulaire de ce nom y ait droit.
    }

## Politiques

policy-outside-tld = nom qui n’est pas sous { $expected }{ $reason ->
    [fits] { " " }; la politique de { $other } conviendrait
    [look-alike] , mais sous { $value }, qui ressemble seulement à { $other }
   *[other] { "" }
}{ source }
    .explain = { $reason ->
        [fits] Cette politique est faite pour les noms sous { $expected }. Le nom donné est sous { $other }, qui a sa propre politique. Aucune de ses étiquettes n’a été soumise à une politique.
        [look-alike] Cette politique est faite pour les noms sous { $expected }. Le nom donné est sous { $value }, qui ressemble à { $other } et est un autre domaine. Aucune de ses étiquettes n’a été soumise à une politique.
       *[other] Cette politique est faite pour les noms sous { $expected }, et le nom donné n’en est pas un. Aucune de ses étiquettes n’a été soumise à une politique.
    }
    .way-out = { $reason ->
        [fits] Vérifiez le nom avec la politique de { $other }.
        [look-alike] Écrivez { $other } au lieu de { $value }.
       *[other] Choisissez la politique du domaine sous lequel le nom se trouve.
    }
policy-too-short = étiquette de { units }, au moins { $limit } attendus{ source }
    .explain = Ce registre accepte les étiquettes à partir d’une longueur de { $limit } ; celle-ci fait { units }.
    .way-out = Choisissez une étiquette plus longue.
policy-too-long = étiquette de { units }, au plus { $limit } attendus{ source }
    .explain = Ce registre accepte les étiquettes jusqu’à une longueur de { $limit } ; celle-ci fait { units }.
    .way-out = Choisissez une étiquette plus courte.
units = { $reason ->
    [octets] { octets }
    [letters] { $actual ->
        [one] { $actual } lettre
       *[other] { $actual } lettres
    }
   *[other] { $actual ->
        [one] { $actual } point de code
       *[other] { $actual } points de code
    }
}
policy-reserved = { $other ->
    [0] nom réservé{ source }
   *[other] { $reason ->
        [variant] variante du nom réservé « { $other } »{ source }
       *[other] étiquette qui ressemble au nom réservé « { $other } »{ source }
    }
}
    .explain = { $other ->
        [0] Le nom figure sur une liste de noms réservés{ source } ; il ne peut donc pas être enregistré par la voie ordinaire.
       *[other] { $reason ->
            [variant] L’étiquette est une variante de « { $other } », qui figure sur une liste de noms réservés{ source }.
           *[other] L’étiquette ressemble à « { $other } », qui figure sur une liste de noms réservés{ source }.
        }
    }
policy-all-digits = étiquette faite de chiffres seuls, au moins une lettre attendue{ source }
    .explain = Ce registre n’accepte pas les étiquettes faites de chiffres seuls.
    .way-out = Ajoutez une lettre.
policy-hyphens = { $count ->
    [0] traits d’union que la politique n’admet pas
   *[other] { $what } { place }, pas de trait d’union attendu à cet endroit
}{ source }
    .explain = Ce registre n’accepte pas d’étiquettes avec des traits d’union à ces endroits.
    .way-out = { remove }
policy-ascii-not-allowed = étiquette en ASCII seul, au moins un caractère hors ASCII attendu{ source }
    .explain = Ce registre n’accepte que les étiquettes ayant au moins un caractère hors ASCII.
policy-not-in-table = { $reason ->
    [no-table] { $what } { place }, absent de toutes les tables de la politique, seuls des caractères d’une même table attendus
    [several-tables] { $what } { place }, absent de la table « { $value } », tous les caractères attendus dans une même table
    [sequence] { $what } { place }, que la table « { $value } » n’admet que dans certaines séquences
   *[other] étiquette qu’aucune table de la politique ne contient en entier, tous ses caractères attendus dans une même table
}{ source }
    .explain = { $reason ->
        [no-table] Ce registre énumère dans ses tables les caractères qu’une étiquette peut avoir. { $what } { place } ne figure dans aucune.
        [several-tables] Ce registre a plusieurs tables de caractères, et une étiquette doit tenir tout entière dans l’une d’elles. { $what } { place } est dans une autre table que le reste de l’étiquette, qui tient dans la table « { $value } ».
        [sequence] Ce registre n’admet { $what } que dans certaines séquences, et ce n’en est pas une { place }.
       *[other] Ce registre a plusieurs tables de caractères, et une étiquette doit tenir tout entière dans l’une d’elles. À chaque table manque un caractère de cette étiquette.
    }
    .way-out = { $reason ->
        [several-tables] Écrivez toute l’étiquette avec les caractères d’une seule table.
       *[other] { remove }
    }
policy-must-contain = { $value ->
    [0] aucun caractère d’un ensemble dont l’étiquette doit avoir au moins un{ source }
   *[other] aucun caractère de l’ensemble qu’exige la table « { $value } », au moins un attendu{ source }
}
    .explain = { $value ->
        [0] Selon cette politique, une étiquette doit avoir au moins un caractère d’un certain ensemble, et celle-ci n’en a aucun.
       *[other] Une étiquette de la table « { $value } » doit avoir au moins un caractère d’un certain ensemble, et celle-ci n’en a aucun.
    }
policy-unknown-table = étiquette qui peut correspondre à la table « { $value } » du registre, dont les lettres ne sont pas connues{ source }
    .explain = Le registre a une table « { $value } », mais ses lettres ne sont pas connues ici. Il faut interroger le registre.
policy-registry-unknown = étiquette hors ASCII sous un registre dont rien n’est connu{ source }
    .explain = Aucune source ne dit quels noms internationalisés ce registre accepte. Le point de départ dans les langues du territoire en tient lieu, et il faut interroger le registre.
policy-start-takes = « { $other } » refuse l’étiquette aujourd’hui ; « { $value } », un point de départ dans les langues du territoire, l’accepte
    .explain = Autant qu’on sache, le registre n’accepte pas cette étiquette aujourd’hui. La politique « { $value } » est un point de départ dans les langues du territoire, et elle l’accepte.
policy-context = { $what } { place }, où la politique ne l’admet pas{ source }
    .explain = Ce registre n’admet { $what } qu’à certains endroits, mais ce caractère se trouve { place }.
    .way-out = { remove }
policy-digits = { $what } { place }, chiffre que la politique n’admet pas là{ source }
    .explain = Ce registre n’admet pas { $what } { place } : les chiffres doivent être de la bonne sorte et au bon endroit.
    .way-out = { remove }

## L’enregistrement à côté des noms existants

decision-member = le nom est dans l’ensemble de variantes de « { $other } », et son titulaire peut l’avoir
    .explain = « { $other } » est enregistré et c’est le nom primaire de son ensemble de variantes. Ce nom en est une variante attribuable, et c’est la même entité qui le demande.
    .way-out = Ajoutez le nom par une commande update de « { $other } » ; une commande create est refusée.
decision-member-elsewhere = « { $other } » est enregistré pour le même titulaire sous un autre domaine de premier niveau du même ensemble
    .explain = Les noms sous ces domaines de premier niveau forment un seul ensemble et appartiennent à un seul titulaire. Celui de « { $other } » peut avoir ce nom.
    .way-out = Créez le nom : il devient le nom primaire sous son propre domaine de premier niveau.
decision-registered = nom déjà enregistré
    .explain = Le nom est déjà enregistré, sous cette forme ou sous une autre forme de la même étiquette.
    .way-out = Choisissez un autre nom.
decision-reserved = nom que le registre se garde
    .explain = Le registre garde ce nom ; ce n’est pas un domaine et il ne peut pas être enregistré de la manière ordinaire.
decision-nndn-blocked = { $other ->
    [0] nom que le registre bloque comme variante
   *[other] nom que le registre bloque comme variante de « { $other } »
}
    .explain = Le registre a inscrit ce nom comme variante bloquée. Personne ne peut l’avoir tant que le nom dont il est une variante existe.
decision-exempted = { $other ->
    [0] nom d’un ensemble de variantes dont les noms n’ont pas de titulaire commun
   *[other] nom de l’ensemble de variantes de « { $other } », dont les noms n’ont pas de titulaire commun
}
    .explain = Des noms de cet ensemble ont été enregistrés avant que les variantes soient connues. Ils sont exemptés de la règle qui veut qu’une seule entité ait tout l’ensemble, et aucun autre nom de l’ensemble n’est attribué.
    .way-out = L’exemption prend fin quand il ne reste qu’un nom, ou quand un bureau d’enregistrement qui les a tous les réunit.
decision-blocked-by-policy = { $other ->
    [0] variante d’un nom enregistré, et la politique bloque les variantes
   *[other] variante de « { $other } », et la politique bloque les variantes
}
    .explain = La politique bloque toute variante d’un nom enregistré, même pour son titulaire.
    .way-out = Choisissez un autre nom.
decision-pending-transfer = { $other ->
    [0] nom d’un ensemble en cours de transfert
   *[other] nom de l’ensemble de « { $other } », en cours de transfert
}
    .explain = Tous les noms d’un ensemble de variantes passent ensemble à un autre bureau d’enregistrement, et d’ici là aucun nom ne rejoint l’ensemble.
    .way-out = Redemandez après le transfert.
decision-other-registrar = { $other ->
    [0] nom d’un ensemble que gère un autre bureau d’enregistrement
   *[other] nom de l’ensemble de « { $other } », que gère un autre bureau d’enregistrement
}
    .explain = Tous les noms d’un ensemble de variantes appartiennent à une seule entité, et un autre bureau d’enregistrement gère l’ensemble.
    .way-out = Le titulaire de l’ensemble peut demander le nom au bureau d’enregistrement de l’ensemble, ou transférer l’ensemble.
decision-other-registrant = { $other ->
    [0] nom d’un ensemble d’un autre titulaire
   *[other] nom de l’ensemble de « { $other } », qui a un autre titulaire
}
    .explain = Tous les noms d’un ensemble de variantes appartiennent à une seule entité, et l’ensemble a un autre titulaire.
    .way-out = Seul le titulaire de l’ensemble peut avoir le nom.
decision-limit = ensemble de variantes de { $limit ->
    [one] { $limit } nom
   *[other] { $limit } noms
}, autant que la politique en admet
    .explain = La politique limite le nombre de noms enregistrés d’un même ensemble de variantes.
    .way-out = Abandonnez d’abord un autre nom de l’ensemble.
decision-unaware-client = { $other ->
    [0] membre d’un ensemble de variantes, demandé par un client qui ne connaît pas les ensembles
   *[other] membre de l’ensemble de « { $other } », demandé par un client qui ne connaît pas les ensembles
}
    .explain = Le titulaire peut avoir ce nom, mais seulement par un client qui parle l’extension EPP pour les ensembles de variantes. Aux autres clients il est montré comme réservé.
    .way-out = Demandez par un client qui annonce l’extension.
decision-not-registrable = nom qui n’est pas une seule étiquette juste sous un domaine de la politique
    .explain = Ici ne s’enregistrent que des noms d’une seule étiquette juste sous un domaine de la politique ; celui-ci est plus long, ou est lui-même un tel domaine.
decision-look-alike = { $reason ->
    [skeleton] nom qui ressemble à « { $other } »
    [marks] nom qui ressemble à « { $other } » aux signes diacritiques près
   *[inside] mot protégé « { $other } » dans le nom
}
    .explain = { $reason ->
        [skeleton] On peut prendre ce nom pour « { $other } » : les deux ont le même squelette.
        [marks] On peut prendre ce nom pour « { $other } » : ils ne diffèrent que par des signes diacritiques ou par la forme d’une lettre.
       *[inside] Le mot « { $other } » est protégé, et se trouve dans ce nom ou semble s’y trouver.
    }

## Versions d’Unicode

version-newer-than-policy = { $what } { place }, apparu avec Unicode { $version }, après Unicode { $other_version }
    .explain = { $what } est apparu dans Unicode avec la version { $version }. La version demandée ici est { $other_version }, dans laquelle il n’existe pas encore.
version-changed-between-versions = { $what } { place }, qui est { $value } dans Unicode { $version } et ne l’était pas dans Unicode { $other_version }
    .explain = La propriété dérivée de { $what } est { $value } dans Unicode { $version } et une autre dans Unicode { $other_version }, la version demandée ici.

## Ce que montrent les navigateurs

step = { $reason ->
    [restricted-character] { $what } { place }, qu’UTS #39 ne recommande pas
    [denied-character] { $what } { place }, un des caractères que le navigateur n’affiche jamais
    [script-mix] { $other_scripts ->
        [0] écritures trop librement mélangées
       *[other] { $what } { place } dans une autre écriture ({ $other_scripts }) que ce qui précède ({ $scripts })
    }
    [mixed-digits] { $what } { place } à côté de chiffres d’un autre système de numération
    [repeated-mark] le même signe combinant deux fois de suite, { $what } { place }
    [tld-letter] { $what } { place }, une lettre affichée seulement sous certains domaines de premier niveau
    [middle-dot] { $what } { place }, affiché seulement entre deux lettres l sous .cat
    [whole-script-confusable] étiquette qui, dans son ensemble, ressemble à des lettres latines
    [digit-look-alikes] rien que des chiffres et des lettres qui ressemblent à des chiffres
    [latin-beside-other] { $what } { place }, une lettre latine hors ASCII à côté d’une autre écriture
    [misleading-pattern] { $what } { place }, une suite que l’on prend pour une autre
   *[other] étiquette que le navigateur n’affiche pas avec ses caractères
}
display-chrome = Chrome affiche l’A-label : { step }
    .explain = Chrome afficherait l’A-label de cette étiquette (« xn--… ») au lieu de ses caractères, pour la raison suivante : { step }.
display-firefox = Firefox affiche l’A-label : { step }
    .explain = Firefox afficherait l’A-label de cette étiquette (« xn--… ») au lieu de ses caractères, pour la raison suivante : { step }.

## Mots

verdict-valid = valide
verdict-review = à examiner
verdict-invalid = non valide
severity-error = erreur
severity-warning = avertissement
severity-info = information
kind-empty = étiquette vide
kind-nr-ldh-label = étiquette NR-LDH
kind-r-ldh-label = étiquette R-LDH
kind-a-label = A-label
kind-fake-a-label = faux A-label
kind-u-label = U-label
kind-putative-u-label = U-label présumé
kind-non-ldh-label = étiquette non LDH
document-policy = politique
document-lgr = règles LGR
document-browser-display = affichage des navigateurs
clause-condition = condition
head-name = nom
head-label = étiquette
head-u-label = U-label
head-a-label = A-label
head-kind = type
head-verdict = verdict
head-scripts = écritures
head-findings = constats
head-clause = règle
head-way-out = solution
head-code-points = points de code
head-code = code
head-severity = gravité
head-message = message
head-policy = politique
head-source = source
head-unicode = version d’Unicode
head-disposition = disposition
head-index-label = étiquette d’index
head-coarse-key = clé grossière
head-skeleton = squelette
head-wide-skeleton = squelette élargi
head-variants = variantes
availability-yes = disponible
availability-no = non disponible
head-primary = nom primaire
head-set = autres noms de l’ensemble
head-elsewhere = sous d’autres domaines de premier niveau
head-looks-like = ressemble à
head-command = commande EPP
column-position = nº
column-number = numéro
column-character = caractère
column-name = nom
column-script = écriture
column-property = propriété
column-came-in = apparu avec
column-bidi-class = classe Bidi
column-rules = règles
nothing-found = rien ne s’oppose à l’enregistrement
none = aucun
not-known = inconnu
reason-registered = déjà enregistré
reason-reserved = réservé par le registre
reason-nndn-blocked = bloqué comme variante
reason-invalid-label = refusé par la politique
reason-look-alike = ressemble à un autre nom
reason-exempted = ensemble sans titulaire commun
reason-blocked-by-policy = les variantes sont bloquées
reason-blocked-variant = variante bloquée par la table
reason-pending-transfer = ensemble en cours de transfert
reason-other-registrar = ensemble d’un autre bureau
reason-other-registrant = ensemble d’un autre titulaire
reason-limit = ensemble de variantes complet
reason-unaware-client = possible seulement en variante
unassigned = non attribué

## Présentation des règles de génération d’étiquettes

ruleset-title = règles de génération d’étiquettes
registry = registre
top-level-domain = domaine de premier niveau
effective-date = date d’entrée en vigueur
contact = coordonnées
status = statut
certainty = certitude
note = remarque
not-stated = non indiqué ; à compléter
beside-the-table = demandé par la politique en plus de cette table
status-published = reprend les règles que publie le registre
status-derived = point de départ tiré de données publiques ; le registre a le dernier mot
status-own = propre au registre
certainty-sure = sûr
certainty-likely = probable
certainty-unsure = incertain
rule-after = uniquement juste après l’un de
rule-before = uniquement juste avant l’un de
rule-contains = une étiquette doit contenir l’un de
rule-refuse = une étiquette qui correspond est refusée
rule-require = une étiquette doit correspondre
rule-digits-at-ends = une étiquette ne commence ni ne finit par un chiffre
contents = sommaire
metadata = métadonnées
version = version
date = date
languages = langues et écritures
scope = portée
valid-from = valable à partir du
valid-until = valable jusqu’au
description = description
statistics = résumé
entries = points de code et séquences
sequences = dont séquences
out-of-repertoire = mentionnés seulement comme variantes
with-variants = avec variantes
variant-sets = ensembles de variantes
largest-variant-set = plus grand ensemble de variantes
variant-set = ensemble de variantes
repertoire = répertoire
code-point = point de code
glyph = glyphe
context = contexte
tags = balises
references = références
comment = commentaire
variant-source = source
variant-target = variante
variant-type = type
reverse = inverse
yes = oui
no = non
not-in-repertoire = hors du répertoire
classes = classes de caractères
members = membres
definition = définition
notation = notation
actions = actions
default-action = par défaut
when = si
not-when = sauf si
matches = l’étiquette satisfait
not-matches = l’étiquette ne satisfait pas
any-variant = une variante est de type
all-variants = chaque variante est de type
only-variants = chaque point de code provient d’une variante de type
always = toujours
and = et
untyped = sans type
null-variant = rien

## La notation des classes et des règles

notation-class = la classe de ce nom
notation-list = ces points de code
notation-property = points de code ayant une propriété ou une balise
notation-sets = complément, union, intersection, différence, différence symétrique
notation-any = tout point de code
notation-ends = le début et la fin de l’étiquette
notation-anchor = le point de code en question
notation-look = ce qui la précède et ce qui la suit immédiatement
notation-choice = l’une des possibilités
notation-rule = la règle de ce nom
notation-count = combien de fois

## Lignes avec arguments

summary = { $names ->
    [one] { $names } nom
   *[other] { $names } noms
} : { $valid ->
    [one] { $valid } valide
   *[other] { $valid } valides
}, { $review } à examiner, { $invalid ->
    [one] { $invalid } non valide
   *[other] { $invalid } non valides
}
summary-timed = { summary } en { $seconds } s
findings-of = { $findings ->
    [0] aucun constat
    [one] { $findings } constat
   *[other] { $findings } constats
}
at-position = { $count ->
    [1] position { $start }
   *[other] positions { $start } à { $end }
}
one-variant-set = { $label } et { $other } forment un même ensemble sous { $zone } ; l’ensemble compte { $count } étiquettes
not-shown = { $count ->
    [one] { $count } autre n’est pas affiché
   *[other] { $count } autres ne sont pas affichés
}
policies-listed = { $policies ->
    [one] { $policies } politique
   *[other] { $policies } politiques
} : { $published ->
    [one] { $published } publiée
   *[other] { $published } publiées
}, { $derived ->
    [one] { $derived } déduite
   *[other] { $derived } déduites
} ; { $offering ->
    [one] { $offering } registre propose
   *[other] { $offering } registres proposent
} des noms internationalisés ; { $members } des { $all } États membres de l’UIT

## Une politique propre : ce qui est à décider

policy-new = Une politique propre pour { $tld }, tirée de { $start }, le point de départ dans les langues du territoire.
decide = À décider, clé par clé
decide-tables = quelles langues et quelles écritures ? Quelles lettres de chacune, et quels chiffres ? Les lettres des mots d’emprunt en font-elles partie ?
decide-ascii = les étiquettes entièrement en ASCII sont-elles acceptées ou refusées ?
decide-mixing = des lettres de deux écritures peuvent-elles figurer dans une même étiquette ?
decide-shape = étiquettes faites de chiffres seuls, deux traits d’union de suite, l’étiquette la plus courte et la plus longue ?
decide-variants = quelles graphies sont un seul et même nom, et qui peut avoir les autres ?
decide-reserved = quels noms sont réservés, et les noms qui leur ressemblent le sont-ils aussi ?
decide-suffixes = enregistre-t-on aussi des noms sous des suffixes, et de quelles longueurs ?
decide-published = que publie-t-on en plus des tables ?
decide-next = Ensuite

## La page du service

page-title = ce nom peut-il être enregistré ?
page-lead = Saisissez un nom pour savoir s’il peut être enregistré et, sinon, pourquoi, où se trouve l’erreur et ce qui conviendrait.
page-name-hint = Un nom entier ou une seule étiquette, dans ses propres lettres ou sous la forme « xn--… ».
page-tld-of-name = celui du nom
page-ask = vérifier
page-site = ce site
page-languages = langue
page-skip = aller au contenu
page-policies = politiques
page-letters = lettre par lettre
page-detail = chaque caractère en détail
page-ways-out = ce qui conviendrait
page-no-way-out = Aucun nom proche que les règles acceptent n’a été trouvé.
page-looks = à quoi il ressemble
page-shown = Chrome et Firefox l’affichent dans ses propres lettres.
page-same-skeleton = Les noms de même squelette se ressemblent (UTS #39).
page-taken = ce qui est pris avec lui
page-no-variants = Aucune autre graphie n’est prise avec lui.
page-variants-block = Ces graphies comptent comme le même nom : une fois celui-ci enregistré, personne ne peut les obtenir.
page-variants-same-entity = Ces graphies comptent comme le même nom : une fois celui-ci enregistré, seul son titulaire peut les obtenir.
page-variants-allocate = Ces graphies comptent comme le même nom et reviennent à son titulaire.
page-variants-none = Ces graphies sont des noms distincts : chacun peut les demander.
page-variants-unknown = Ces graphies sont des variantes du nom ; ce qu’en fait le registre n’est pas connu.
page-permanent-link = lien vers cette réponse
page-permanent-link-hint = Il repose la même question, par exemple depuis un ticket.
page-not-looked-up = Les noms existants n’ont pas été consultés : voici ce que disent les règles, et non si le nom est encore libre.
page-no-policy = Aucune politique n’est connue pour ce nom : seules les règles communes à tous les noms, celles d’IDNA2008, ont été appliquées.
page-too-long = Le texte saisi est trop long pour un nom. Un nom a au plus 253 octets dans le DNS.
page-tables = tables de lettres
page-compare = comparer à une autre politique
page-compare-do = comparer
page-same-policies = Les deux politiques disent la même chose.
page-no-such-policy = Il n’y a pas de politique de ce nom.
page-key = clé
page-value = ce qu’elle dit
page-example = une étiquette qu’une seule accepte
page-today = ce que le registre accepte aujourd’hui
page-start = un point de départ dans les langues du territoire
page-idn-offered = noms internationalisés
page-table = table de lettres
page-letters-of = lettres
page-territory = territoire
page-letters-count = nombre de lettres
page-rule-domains = domaines
page-rule-digits = chiffres
page-rule-hyphens = traits d’union
page-rule-length = longueur
page-rule-ascii = étiquettes en ASCII seul
page-rule-reserved = noms réservés
page-rule-look-alikes = noms ressemblants
page-rule-other = autres
disposition-blocked = bloquée
disposition-allocatable = attribuable
disposition-activated = fournie avec le nom
page-fits = { $name } respecte les règles de { $tld }
page-fits-protocol = { $name } respecte les règles communes à tous les noms
page-review = { $name } doit être examiné par une personne du registre
page-refused = { $name } ne peut pas être enregistré sous { $tld }
page-refused-protocol = { $name } ne peut pas être enregistré
page-available = { $name } est disponible
page-not-available = { $name } n’est pas disponible
page-for-holder = { $name } est réservé au titulaire de { $other }
page-policy-of = Politique de { $tld }
page-beside = Politiques de { $first } et de { $second } côte à côte
page-table-of = Table { $table } de { $tld }
page-only = seul { $tld } l’accepte

## L’audit d’une zone

audit-title = audit de noms
audit-codes = ce qui a été trouvé
audit-collisions = noms d’un même ensemble de variantes
audit-look-alikes = noms qui se ressemblent
audit-against = ce qui changerait
audit-variant-sets = noms dont les variantes seraient autres
audit-holders = ensembles de variantes à plusieurs titulaires
audit-years = noms par année d’enregistrement
audit-example = par exemple
audit-common = caractères communs seulement
audit-file = fichier
audit-line = ligne
audit-count = noms
audit-share = part
audit-group-count = groupes
audit-exempted-count = à exempter
audit-records = fiches de titulaires lues
audit-registrant = titulaire
audit-registrar = bureau d’enregistrement
audit-created = date d’enregistrement
audit-year = année
audit-from = aujourd’hui
audit-to = avec les autres règles
audit-verdicts = verdicts qui changeraient
audit-dispositions = dispositions qui changeraient
audit-program = établi avec
audit-protocol = protocole
audit-registration = enregistrement (IDNA2008)
audit-lookup = recherche (IDNA2008)
audit-each-domain = la politique de chaque domaine de premier niveau
audit-logarithmic = L’échelle est logarithmique : chaque ligne représente dix fois plus de noms que la précédente.
audit-plotted = Le graphique en montre { $shown } sur { $all } ; le tableau les contient tous.
audit-names = { $names ->
    [one] { $names } nom
   *[other] { $names } noms
}
audit-groups = { $groups ->
    [one] { $groups } groupe
   *[other] { $groups } groupes
} de { audit-names }
audit-undecided = { $groups ->
    [one] { $groups } groupe n’a pas été tranché
   *[other] { $groups } groupes n’ont pas été tranchés
} dans les limites de temps
audit-exempted = à exempter : { audit-names }
