# Español. Las reglas de redacción y los argumentos se describen en en.ftl.

## Partes de oraciones

octets = { $actual ->
    [one] { $actual } octeto
   *[other] { $actual } octetos
}
place = { $count ->
    [0] en la etiqueta
    [1] en la posición { $start }
   *[other] en las posiciones { $start } a { $end }
}
source = { $source ->
    [0] { $rule ->
        [0] { "" }
       *[other] { " " }(regla «{ $rule }»)
    }
   *[other] { $rule ->
        [0] { " " }({ $source })
       *[other] { " " }(regla «{ $rule }», { $source })
    }
}
remove = { $without ->
    [0] { "" }
   *[other] Sin { $count ->
        [1] este carácter
       *[other] estos caracteres
    } la etiqueta es «{ $without }».
}

## Escritura de la etiqueta

syntax-empty-label = etiqueta vacía, se esperaba al menos un carácter
    .explain = Una etiqueta debe tener al menos un carácter. Dos puntos seguidos, o un punto al principio, dejan una etiqueta vacía.
    .way-out = Elimine el punto que sobra.
syntax-label-too-long = { $actual ->
    [0] etiqueta demasiado larga, se esperaban como máximo 63 octetos en su forma de A-label
   *[other] etiqueta de { octets }, se esperaban como máximo { $limit } en su forma de A-label
}
    .explain = El DNS transporta etiquetas de 63 octetos como máximo. Una etiqueta con caracteres ajenos a ASCII cuenta en su forma de A-label («xn--…»), que es más larga que lo que se lee.{ $actual ->
        [0] { "" }
       *[other] { " " }Esta tiene { octets }.
    }
    .way-out = Elija una etiqueta más corta.
syntax-name-too-long = nombre de { octets }, se esperaban como máximo { $limit }
    .explain = El DNS transporta nombres de { $limit } octetos como máximo, incluidos los puntos, con cada etiqueta en su forma de A-label. Este tiene { octets }.
    .way-out = Acorte alguna de las etiquetas.
syntax-hyphen-start = guion al principio, se esperaba otro carácter
    .explain = Una etiqueta no debe empezar por un guion (U+002D).
    .way-out = { remove }
syntax-hyphen-end = guion al final, se esperaba otro carácter
    .explain = Una etiqueta no debe terminar en un guion (U+002D).
    .way-out = { remove }
syntax-hyphen-3-4 = guiones en la tercera y la cuarta posición, se esperaban solo en una A-label («xn--»)
    .explain = Los guiones simultáneos en la tercera y la cuarta posición están reservados para codificaciones, como el «xn--» de las A-labels. Ninguna otra etiqueta puede tenerlos ahí.
    .way-out = Elimine o mueva uno de los dos guiones.
syntax-not-ldh = { $reason ->
    [a-label] carácter ajeno a ASCII en la A-label, se esperaban solo letras, dígitos y guiones ASCII
   *[other] { $what } { place }, se esperaban solo letras, dígitos y guiones ASCII
}
    .explain = { $reason ->
        [a-label] Una A-label se compone de las letras a a z, los dígitos 0 a 9 y el guion. La que se ha dado tiene un carácter ajeno a ASCII.
       *[other] Una etiqueta ASCII se compone de las letras a a z, los dígitos 0 a 9 y el guion. Esta tiene { $what } { place }.
    }
    .way-out = { remove }
syntax-invalid-utf8 = octetos que no son UTF-8 después de { octets }, se esperaba UTF-8
    .explain = La entrada no es texto en UTF-8: después de { octets } vienen otros que UTF-8 no admite.
    .way-out = Guarde o envíe la entrada en UTF-8.
syntax-uppercase = { $actual ->
    [one] { $actual } letra mayúscula, leída como minúscula
   *[other] { $actual } letras mayúsculas, leídas como minúsculas
}
    .explain = En las etiquetas ASCII el DNS no distingue mayúsculas de minúsculas, de modo que la etiqueta se ha leído en minúsculas.
    .way-out = { $label ->
        [0] { "" }
       *[other] Escriba la etiqueta en minúsculas: «{ $label }».
    }

## Codificación

ace-bad-punycode = { $reason ->
    [empty] nada después de «xn--», se esperaba una U-label en Punycode
    [trailing-hyphen] guion al final de una A-label, se esperaba una U-label en Punycode
    [invalid-digit] carácter ajeno a Punycode después de «xn--», se esperaba una U-label en Punycode
    [truncated] Punycode interrumpido en medio de un número después de «xn--», se esperaba una U-label en Punycode
    [overflow] número fuera del intervalo de Unicode después de «xn--», se esperaba una U-label en Punycode
   *[other] secuencia indescifrable después de «xn--», se esperaba una U-label en Punycode
}
    .explain = { $reason ->
        [empty] Una etiqueta que empieza por «xn--» es una A-label: debe seguir una U-label en Punycode, pero no sigue nada.
        [trailing-hyphen] Una etiqueta que empieza por «xn--» es una A-label, y una A-label nunca termina en un guion.
        [invalid-digit] Una etiqueta que empieza por «xn--» es una A-label: debe seguir una U-label en Punycode. Aquí sigue un carácter que Punycode no emplea.
        [truncated] Una etiqueta que empieza por «xn--» es una A-label: debe seguir una U-label en Punycode. Aquí se interrumpe en medio de un número, como si se hubiera perdido el final.
        [overflow] Una etiqueta que empieza por «xn--» es una A-label: debe seguir una U-label en Punycode. Aquí contiene un número que no es un punto de código de Unicode.
       *[other] Una etiqueta que empieza por «xn--» es una A-label: debe seguir una U-label en Punycode. Lo que sigue aquí no se puede descodificar.
    }
    .way-out = Indique la etiqueta en Unicode y deje que se calcule la A-label.
ace-not-canonical = { $reason ->
    [upper-case] mayúsculas en la A-label, se esperaban las minúsculas que da la codificación
    [not-an-a-label] texto ajeno a ASCII en lugar de la A-label, se esperaba la codificación de la U-label
   *[other] A-label que no resulta de codificar su U-label, se esperaban los mismos octetos
}
    .explain = { $reason ->
        [upper-case] La A-label indicada debe ser, octeto por octeto, lo que da la codificación de la U-label, es decir, en minúsculas.
        [not-an-a-label] La A-label indicada debe ser, octeto por octeto, lo que da la codificación de la U-label. Lo que ocupa su lugar no es una etiqueta ASCII.
       *[other] La A-label indicada debe ser, octeto por octeto, lo que da la codificación de la U-label.
    }
    .way-out = { $expected ->
        [0] Use la A-label que da la conversión.
       *[other] Use la A-label «{ $expected }».
    }
ace-decodes-to-ascii = «xn--» delante de lo que, descodificado, es solo ASCII, se esperaba una U-label en Punycode
    .explain = Una A-label representa una etiqueta con al menos un carácter ajeno a ASCII. Esta, descodificada, es solo ASCII, así que no debe codificarse.
    .way-out = { $label ->
        [0] { "" }
       *[other] Use la etiqueta tal cual: «{ $label }».
    }
ace-pair-mismatch = { $expected ->
    [0] A-label y U-label que no son la misma etiqueta, se esperaban dos formas de una etiqueta
   *[other] A-label que no es la de la U-label, se esperaba «{ $expected }»
}
    .explain = { $expected ->
        [0] La A-label y la U-label indicadas deben ser dos formas de una misma etiqueta, y no lo son.
       *[other] La A-label y la U-label indicadas deben ser dos formas de una misma etiqueta. La A-label de esta U-label es «{ $expected }».
    }
    .way-out = { $expected ->
        [0] Indique una sola forma y deje que se calcule la otra.
       *[other] Si la U-label es la que se desea, use «{ $expected }».
    }

## IDNA2008

idna-not-nfc = { $what } { place }, que no está en la forma de normalización C (NFC), se esperaba «{ $expected }»
    .explain = Un mismo texto puede escribirse con puntos de código distintos. Una etiqueta debe estar en la forma de normalización C (NFC), en la que cada texto se escribe de una sola manera. Aquí { $what } { place } se escribiría de otra manera, aunque a la vista sea igual.
    .way-out = Use la forma NFC «{ $expected }» ({ $expected_code_points }).
idna-leading-mark = marca combinante { $what } al principio, se esperaba un carácter con el que pueda combinarse
    .explain = Una marca combinante se une al carácter anterior. Una etiqueta no debe empezar por una de ellas, porque se uniría al punto o a lo que haya delante de la etiqueta.
    .way-out = { remove }
idna-disallowed = { $reason ->
    [full-stop] { $what } { place }, un punto distinto de U+002E, se esperaba U+002E entre las etiquetas
    [upper-case] { $what } { place }, que no está en minúscula, se esperaba { $expected_code_points } («{ $expected }»)
    [not-ldh] { $what } { place }, de ASCII se esperaban solo letras, dígitos y guiones
   *[other] { $what } { place }, que es DISALLOWED, se esperaban solo puntos de código que IDNA2008 admite
}
    .explain = { $reason ->
        [full-stop] Las etiquetas se separan con el punto U+002E. Algunos programas convierten en él otros puntos, como { $what }, antes de resolver un nombre, pero el registro no convierte nada.
        [upper-case] Una U-label no tiene mayúsculas: { $what } { place } es DISALLOWED. Muchos programas convierten las mayúsculas en minúsculas antes de resolver un nombre, pero el registro no convierte nada.
        [not-ldh] De los caracteres ASCII, una etiqueta solo puede tener las letras a a z, los dígitos 0 a 9 y el guion. Esta tiene { $what } { place }.
       *[other] IDNA2008 admite las letras, los dígitos y las marcas de los sistemas de escritura del mundo y unos pocos caracteres más. { $what } { place } no está entre ellos: es DISALLOWED en cualquier etiqueta.
    }
    .way-out = { $reason ->
        [full-stop] Separe las etiquetas con el punto U+002E.
        [upper-case] Escriba «{ $expected }» ({ $expected_code_points }) en su lugar.
       *[other] { remove }
    }
idna-unassigned = { $what } { place }, que es UNASSIGNED en Unicode { $version }, se esperaba un punto de código asignado
    .explain = En Unicode { $version }, la versión que aquí se pide, no existe el carácter { $what }. Una etiqueta solo puede tener caracteres que existan.
    .way-out = { remove }
idna-uts46-mapped = { $expected ->
    [0] etiqueta que los navegadores convierten en otra antes de resolverla
   *[other] etiqueta que los navegadores convierten en «{ $expected }» antes de resolverla
}
    .explain = { $expected ->
        [0] Los navegadores convierten lo que se teclea según las reglas de UTS #46. De esta etiqueta harían otra.
       *[other] Los navegadores convierten lo que se teclea según las reglas de UTS #46. De esta etiqueta harían «{ $expected }».
    }
    .way-out = { $expected ->
        [0] { "" }
       *[other] Si esa es la etiqueta que se desea, registre «{ $expected }».
    }
idna-uts46-refused = etiqueta que los navegadores rechazan, se esperaba una que las reglas de UTS #46 acepten
    .explain = Los navegadores convierten y comprueban lo que se teclea según las reglas de UTS #46. Rechazarían esta etiqueta.

## Reglas contextuales

context-zwnj = SEPARADOR DE ANCHO CERO SIN UNIÓN (U+200C) { place }, se esperaba tras un virama o entre letras que se unen
    .explain = El separador de ancho cero sin unión (ZERO WIDTH NON-JOINER, U+200C) es invisible. Solo se admite donde cambia lo que se ve: tras un virama, como en sistemas de escritura de la India, o entre dos letras que de otro modo se unirían, como en persa. No hace ni lo uno ni lo otro { place }.
    .way-out = { remove }
context-zwj = UNIÓN DE ANCHO CERO (U+200D) { place }, se esperaba tras un virama
    .explain = La unión de ancho cero (ZERO WIDTH JOINER, U+200D) es invisible. Solo se admite inmediatamente después de un virama, donde elige la forma de las letras. No la precede ningún virama { place }.
    .way-out = { remove }
context-middle-dot = PUNTO MEDIO (U+00B7) { place }, se esperaba entre dos letras l
    .explain = El punto medio (MIDDLE DOT, U+00B7) solo se admite entre dos letras l, como en catalán.
    .way-out = { remove }
context-keraia = SIGNO NUMERAL GRIEGO INFERIOR (U+0375) { place }, se esperaba ante un carácter griego
    .explain = El signo numeral griego inferior (GREEK LOWER NUMERAL SIGN, keraia, U+0375) solo se admite inmediatamente antes de un carácter griego.
    .way-out = { remove }
context-geresh = GUÉRESH HEBREO (U+05F3) { place }, se esperaba tras un carácter hebreo
    .explain = El guéresh (HEBREW PUNCTUATION GERESH, U+05F3) solo se admite inmediatamente después de un carácter hebreo.
    .way-out = { remove }
context-gershayim = GUERSHÁYIM HEBREO (U+05F4) { place }, se esperaba tras un carácter hebreo
    .explain = El guersháyim (HEBREW PUNCTUATION GERSHAYIM, U+05F4) solo se admite inmediatamente después de un carácter hebreo.
    .way-out = { remove }
context-katakana-middle-dot = PUNTO MEDIO KATAKANA (U+30FB) { place }, se esperaba en una etiqueta con hiragana, katakana o han
    .explain = El punto medio katakana (KATAKANA MIDDLE DOT, U+30FB) solo se admite en una etiqueta que tenga además un carácter hiragana, katakana o han.
    .way-out = { remove }
context-arabic-indic-digits = DÍGITO ARÁBIGO-ÍNDICO { $what } { place } junto a DÍGITOS ARÁBIGO-ÍNDICOS EXTENDIDOS, se esperaban dígitos de una sola clase
    .explain = Los dígitos arábigo-índicos (U+0660 a U+0669) y los extendidos (U+06F0 a U+06F9) se parecen, de modo que una etiqueta no debe tener ambos. { $what } es de la primera clase.
    .way-out = Escriba todos los dígitos con una sola clase.
context-extended-arabic-indic-digits = DÍGITO ARÁBIGO-ÍNDICO EXTENDIDO { $what } { place } junto a DÍGITOS ARÁBIGO-ÍNDICOS, se esperaban dígitos de una sola clase
    .explain = Los dígitos arábigo-índicos (U+0660 a U+0669) y los extendidos (U+06F0 a U+06F9) se parecen, de modo que una etiqueta no debe tener ambos. { $what } es de la segunda clase.
    .way-out = Escriba todos los dígitos con una sola clase.

## La regla Bidi

bidi-condition-1 = { $what } de clase Bidi { $bidi_class } al principio, se esperaba la clase L, R o AL
    .explain = En un nombre con una etiqueta que se escribe de derecha a izquierda, cada etiqueta debe empezar por una letra que tenga dirección de escritura (clase Bidi L, R o AL). { $what } es de la clase { $bidi_class }.
bidi-condition-2 = { $what } de clase Bidi { $bidi_class } { place } de una etiqueta de derecha a izquierda, se esperaba la clase R, AL, AN, EN, ES, CS, ET, ON, BN o NSM
    .explain = Esta etiqueta se escribe de derecha a izquierda. { $what } { place }, de clase Bidi { $bidi_class }, se escribe en el otro sentido, de modo que la etiqueta se mostraría en un orden engañoso.
    .way-out = { remove }
bidi-condition-3 = { $what } de clase Bidi { $bidi_class } al final de una etiqueta de derecha a izquierda, se esperaba la clase R, AL, EN o AN
    .explain = Una etiqueta que se escribe de derecha a izquierda debe terminar en una letra de derecha a izquierda o en un dígito (clase Bidi R, AL, EN o AN); pueden seguir marcas. Esta termina en { $what }, de la clase { $bidi_class }.
    .way-out = { remove }
bidi-condition-4 = { $what } de clase Bidi { $bidi_class } { place } de una etiqueta de derecha a izquierda, se esperaban dígitos de una sola clase, EN o AN
    .explain = Una etiqueta que se escribe de derecha a izquierda puede tener dígitos europeos (clase Bidi EN) o arábigos (clase AN), pero no ambos. { $what } es de la clase { $bidi_class }; otros dígitos de la etiqueta son de la otra.
    .way-out = Escriba todos los dígitos con una sola clase.
bidi-condition-5 = { $what } de clase Bidi { $bidi_class } { place } de una etiqueta de izquierda a derecha, se esperaba la clase L, EN, ES, CS, ET, ON, BN o NSM
    .explain = Esta etiqueta se escribe de izquierda a derecha. { $what } { place }, de clase Bidi { $bidi_class }, se escribe en el otro sentido, de modo que la etiqueta se mostraría en un orden engañoso.
    .way-out = { remove }
bidi-condition-6 = { $what } de clase Bidi { $bidi_class } al final de una etiqueta de izquierda a derecha, se esperaba la clase L o EN
    .explain = En un nombre con una etiqueta que se escribe de derecha a izquierda, una etiqueta de izquierda a derecha debe terminar en una letra de izquierda a derecha o en un dígito europeo (clase Bidi L o EN); pueden seguir marcas. Esta termina en { $what }, de la clase { $bidi_class }.
    .way-out = { remove }

## Sistemas de escritura

level-actual = { $actual ->
    [ascii-only] solo ASCII
    [single-script] un solo sistema de escritura
    [highly-restrictive] muy restrictivo
    [moderately-restrictive] moderadamente restrictivo
    [minimally-restrictive] poco restrictivo
   *[unrestricted] sin restricción
}
level-limit = { $limit ->
    [ascii-only] solo ASCII
    [single-script] un solo sistema de escritura
    [highly-restrictive] muy restrictivo
    [moderately-restrictive] moderadamente restrictivo
    [minimally-restrictive] poco restrictivo
   *[unrestricted] sin restricción
}

script-mixed = { $other_scripts ->
    [0] varios sistemas de escritura en una etiqueta ({ $scripts }), se esperaba uno solo{ source }
   *[other] { $what } { place } en otro sistema de escritura ({ $other_scripts }) que lo anterior ({ $scripts }), se esperaba uno solo{ source }
}
    .explain = { $other_scripts ->
        [0] La etiqueta mezcla sistemas de escritura: { $scripts }. Letras de sistemas distintos pueden parecerse, así que las mezclas pueden engañar.
       *[other] La etiqueta mezcla sistemas de escritura: { $scripts } por un lado y { $other_scripts } por otro ({ $what } { place }). Letras de sistemas distintos pueden parecerse, así que las mezclas pueden engañar.
    }
    .way-out = Escriba toda la etiqueta en un solo sistema de escritura.
script-wrong-for-tld = { $what } { place } en un sistema de escritura que este dominio de nivel superior no acepta ({ $scripts }), { $other_scripts ->
        [0] se esperaba uno de este dominio de nivel superior
       *[other] se esperaba: { $other_scripts }
    }{ source }
    .explain = { $other_scripts ->
        [0] Este dominio de nivel superior no acepta etiquetas en este sistema de escritura: { $scripts }.
       *[other] Este dominio de nivel superior no acepta etiquetas en este sistema de escritura: { $scripts }. Acepta: { $other_scripts }.
    }
script-restriction-level = { $reason ->
    [restricted-character] { $count ->
        [0] etiqueta de nivel de restricción «{ level-actual }», se esperaba como máximo «{ level-limit }»
       *[other] { $what } { place }, que UTS #39 no recomienda, se esperaba como máximo el nivel de restricción «{ level-limit }»
    }
    [mixture] { $what } { place } en otro sistema de escritura ({ $other_scripts }) que lo anterior ({ $scripts }), se esperaba como máximo el nivel de restricción «{ level-limit }»
    [not-ascii] { $what } { place }, se esperaba solo ASCII
   *[other] { $what } { place }, más allá de la mezcla de sistemas de escritura que la política admite{ $expected ->
        [0] { "" }
       *[other] { " " }(«{ $expected }»)
    }
}{ source }
    .explain = { $reason ->
        [restricted-character] UTS #39 clasifica las etiquetas por sus caracteres y por la mezcla de sistemas de escritura. Esta es de nivel «{ level-actual }», porque { $count ->
            [0] uno de sus caracteres no se recomienda
           *[other] { $what } { place } no se recomienda
        }; la política no pasa de «{ level-limit }».
        [mixture] UTS #39 clasifica las etiquetas por la libertad con que mezclan sistemas de escritura. Esta es de nivel «{ level-actual }»: { $scripts } por un lado y { $other_scripts } por otro ({ $what } { place }). La política no pasa de «{ level-limit }».
        [not-ascii] Esta política solo acepta etiquetas en ASCII, y { $what } { place } no lo es.
       *[other] La política solo admite ciertas mezclas de sistemas de escritura, y { $what } { place } va más allá de ellas.
    }
    .way-out = { $reason ->
        [restricted-character] { remove }
        [not-ascii] { remove }
       *[other] Escriba toda la etiqueta en un solo sistema de escritura.
    }
script-mixed-digits = { $what } { place } junto a dígitos de otro sistema de numeración, se esperaban dígitos de uno solo{ source }
    .explain = La etiqueta tiene dígitos de varios sistemas de numeración; { $what } { place } no es del mismo que los anteriores. Dígitos así pueden confundirse unos con otros.
    .way-out = Escriba todos los dígitos con una sola clase.
script-whole-script-confusable = { $other ->
    [0] etiqueta que en su conjunto parece una de otro sistema de escritura ({ $other_scripts })
   *[other] etiqueta que en su conjunto parece «{ $other }», de otro sistema de escritura ({ $other_scripts })
}{ source }
    .explain = { $other ->
        [0] Cada letra de esta etiqueta tiene un doble en otro sistema de escritura ({ $other_scripts }), así que la etiqueta entera puede tomarse por una de ese sistema.
       *[other] Cada letra de esta etiqueta tiene un doble en otro sistema de escritura ({ $other_scripts }), así que la etiqueta entera puede tomarse por una de ese sistema: «{ $other }».
    }
script-confusable = { $other ->
    [0] etiqueta que se parece a otro nombre
   *[other] etiqueta que se parece a «{ $other }»
}{ source }
    .explain = { $other ->
        [0] La etiqueta se parece tanto a otro nombre que pueden confundirse.
       *[other] La etiqueta se parece tanto a «{ $other }» que pueden confundirse.
    }

## Reglas para la generación de etiquetas

lgr-not-in-repertoire = { $what } { place }, se esperaba solo lo que está en el repertorio de las LGR{ source }
    .explain = Las reglas para la generación de etiquetas (LGR) enumeran los puntos de código y las secuencias que puede tener una etiqueta. { $what } { place } no está entre ellos.
    .way-out = { remove }
lgr-context = { $reason ->
    [not-when] { $what } { place }, en un contexto que las LGR le prohíben
   *[other] { $what } { place } fuera de su contexto, se esperaba donde la regla contextual de las LGR lo admite
}{ source }
    .explain = { $reason ->
        [not-when] Las reglas para la generación de etiquetas (LGR) prohíben { $what } junto a ciertos otros caracteres, y así está { place }.
       *[other] Las reglas para la generación de etiquetas (LGR) admiten { $what } solo junto a ciertos otros caracteres, que faltan { place }.
    }
    .way-out = { remove }
lgr-whole-label-rule = etiqueta que rechaza una regla de las LGR sobre la etiqueta entera{ source }
    .explain = Las reglas para la generación de etiquetas (LGR) incluyen reglas sobre la etiqueta entera, y una de ellas rechaza esta{ source }.
lgr-invalid-disposition = etiqueta cuya disposición según las LGR es «{ $value }», se esperaba una que permita el registro{ source }
    .explain = Por sus acciones, las reglas para la generación de etiquetas (LGR) dan a esta etiqueta la disposición «{ $value }». Tales etiquetas no se registran.
lgr-duplicate-variant = etiqueta cuya variante «{ $other }» resulta de varias derivaciones, con la disposición { $value }{ source }
    .explain = Por sus variantes y secuencias, el conjunto de reglas (LGR) produce «{ $other }» de varias maneras a partir de esta etiqueta ({ $value }). Es un error del conjunto de reglas: no se puede confiar en lo que se retiene junto con la etiqueta.
lgr-bound-reached = etiqueta cuyas variantes no se pueden determinar dentro de los límites de tiempo y memoria{ source }
    .explain = El conjunto de reglas (LGR) está hecho de modo que las variantes de esta etiqueta no se pueden contar ni listar dentro de los límites de tiempo y memoria. No se sabe qué se retiene junto con la etiqueta.
lgr-blocked-variant = { $other ->
    [0] variante bloqueada de otro nombre
   *[other] variante bloqueada de «{ $other }»
}{ source }
    .explain = { $other ->
        [0] La etiqueta es una variante de un nombre existente, y las reglas para la generación de etiquetas (LGR) la bloquean: nadie puede registrarla.
       *[other] La etiqueta es una variante de «{ $other }», y las reglas para la generación de etiquetas (LGR) la bloquean: nadie puede registrarla.
    }
lgr-collision = { $other ->
    [0] etiqueta del conjunto de variantes de otro nombre
   *[other] etiqueta del conjunto de variantes de «{ $other }»
}{ source }
    .explain = { $other ->
        [0] La etiqueta y un nombre existente son variantes entre sí. Puede que solo el titular de ese nombre tenga derecho a ella.
       *[other] La etiqueta y «{ $other }» son variantes entre sí. Puede que solo el titular de ese nombre tenga derecho a ella.
    }

## Políticas

policy-outside-tld = nombre que no está bajo { $expected }{ $reason ->
    [fits] ; serviría la política de { $other }
    [look-alike] , sino bajo { $value }, que solo se parece a { $other }
   *[other] { "" }
}{ source }
    .explain = { $reason ->
        [fits] Esta política es para nombres bajo { $expected }. El nombre dado está bajo { $other }, que tiene su propia política. Ninguna de sus etiquetas se ha sometido a una política.
        [look-alike] Esta política es para nombres bajo { $expected }. El nombre dado está bajo { $value }, que se parece a { $other } y es otro dominio. Ninguna de sus etiquetas se ha sometido a una política.
       *[other] Esta política es para nombres bajo { $expected }, y el nombre dado no lo está. Ninguna de sus etiquetas se ha sometido a una política.
    }
    .way-out = { $reason ->
        [fits] Compruebe el nombre con la política de { $other }.
        [look-alike] Escriba { $other } en lugar de { $value }.
       *[other] Elija la política del dominio bajo el que está el nombre.
    }
policy-too-short = etiqueta de { units }, se esperaban al menos { $limit }{ source }
    .explain = Este registro acepta etiquetas a partir de una longitud de { $limit }; esta tiene { units }.
    .way-out = Elija una etiqueta más larga.
policy-too-long = etiqueta de { units }, se esperaban como máximo { $limit }{ source }
    .explain = Este registro acepta etiquetas hasta una longitud de { $limit }; esta tiene { units }.
    .way-out = Elija una etiqueta más corta.
units = { $reason ->
    [octets] { octets }
    [letters] { $actual ->
        [one] { $actual } letra
       *[other] { $actual } letras
    }
   *[other] { $actual ->
        [one] { $actual } punto de código
       *[other] { $actual } puntos de código
    }
}
policy-reserved = { $other ->
    [0] nombre reservado{ source }
   *[other] { $reason ->
        [variant] variante del nombre reservado «{ $other }»{ source }
       *[other] etiqueta que se parece al nombre reservado «{ $other }»{ source }
    }
}
    .explain = { $other ->
        [0] El nombre figura en una lista de nombres reservados{ source }, así que no puede registrarse por la vía ordinaria.
       *[other] { $reason ->
            [variant] La etiqueta es una variante de «{ $other }», que figura en una lista de nombres reservados{ source }.
           *[other] La etiqueta se parece a «{ $other }», que figura en una lista de nombres reservados{ source }.
        }
    }
policy-all-digits = etiqueta formada solo por dígitos, se esperaba al menos una letra{ source }
    .explain = Este registro no acepta etiquetas formadas solo por dígitos.
    .way-out = Añada una letra.
policy-hyphens = { $count ->
    [0] guiones que la política no admite
   *[other] { $what } { place }, no se esperaba ahí ningún guion
}{ source }
    .explain = Este registro no acepta etiquetas con guiones en estos lugares.
    .way-out = { remove }
policy-ascii-not-allowed = etiqueta solo en ASCII, se esperaba al menos un carácter ajeno a ASCII{ source }
    .explain = Este registro acepta únicamente etiquetas con al menos un carácter ajeno a ASCII.
policy-not-in-table = { $reason ->
    [no-table] { $what } { place }, que no está en ninguna tabla de la política, se esperaban solo caracteres de una misma tabla
    [several-tables] { $what } { place }, que no está en la tabla «{ $value }», se esperaban todos los caracteres en una misma tabla
    [sequence] { $what } { place }, que la tabla «{ $value }» solo admite en ciertas secuencias
   *[other] etiqueta que ninguna tabla de la política contiene entera, se esperaban todos sus caracteres en una misma tabla
}{ source }
    .explain = { $reason ->
        [no-table] Este registro enumera en sus tablas los caracteres que puede tener una etiqueta. { $what } { place } no está en ninguna.
        [several-tables] Este registro tiene varias tablas de caracteres, y una etiqueta debe caber entera en una de ellas. { $what } { place } está en otra tabla que el resto de la etiqueta, que cabe en la tabla «{ $value }».
        [sequence] Este registro admite { $what } solo en ciertas secuencias, y no está en una de ellas { place }.
       *[other] Este registro tiene varias tablas de caracteres, y una etiqueta debe caber entera en una de ellas. A cada tabla le falta algún carácter de esta etiqueta.
    }
    .way-out = { $reason ->
        [several-tables] Escriba toda la etiqueta con los caracteres de una sola tabla.
       *[other] { remove }
    }
policy-must-contain = { $value ->
    [0] ningún carácter de un conjunto del que la etiqueta debe tener al menos uno{ source }
   *[other] ningún carácter del conjunto que exige la tabla «{ $value }», se esperaba al menos uno{ source }
}
    .explain = { $value ->
        [0] Según esta política, una etiqueta debe tener al menos un carácter de cierto conjunto, y esta no tiene ninguno.
       *[other] Una etiqueta de la tabla «{ $value }» debe tener al menos un carácter de cierto conjunto, y esta no tiene ninguno.
    }
policy-unknown-table = etiqueta que puede caber en la tabla «{ $value }» del registro, cuyas letras no se conocen{ source }
    .explain = El registro tiene una tabla «{ $value }», pero sus letras no se conocen aquí. Hay que preguntar al registro.
policy-registry-unknown = etiqueta ajena a ASCII bajo un registro del que no se sabe nada{ source }
    .explain = Ninguna fuente dice qué nombres internacionalizados acepta este registro. En su lugar está el punto de partida en las lenguas del territorio, y hay que preguntar al registro.
policy-start-takes = «{ $other }» rechaza hoy la etiqueta; «{ $value }», un punto de partida en las lenguas del territorio, la acepta
    .explain = Hasta donde se sabe, el registro no acepta hoy esta etiqueta. La política «{ $value }» es un punto de partida en las lenguas del territorio, y la acepta.
policy-context = { $what } { place }, donde la política no lo admite{ source }
    .explain = Este registro admite { $what } solo en ciertos lugares, pero está { place }.
    .way-out = { remove }
policy-digits = { $what } { place }, un dígito que la política no admite ahí{ source }
    .explain = Este registro no admite { $what } { place }: los dígitos deben ser de la clase adecuada y estar en el lugar adecuado.
    .way-out = { remove }

## El registro junto a los nombres existentes

decision-member = el nombre está en el conjunto de variantes de «{ $other }», y su titular puede tenerlo
    .explain = «{ $other }» está registrado y es el nombre primario de su conjunto de variantes. Este nombre es una variante asignable, y lo pide la misma entidad.
    .way-out = Añada el nombre con una orden update de «{ $other }»; una orden create se rechaza.
decision-member-elsewhere = «{ $other }» está registrado a nombre del mismo titular bajo otro dominio de primer nivel del mismo conjunto
    .explain = Los nombres bajo estos dominios de primer nivel forman un solo conjunto y pertenecen a un solo titular. El de «{ $other }» puede tener este nombre.
    .way-out = Cree el nombre: pasa a ser el nombre primario bajo su propio dominio de primer nivel.
decision-registered = nombre ya registrado
    .explain = El nombre ya está registrado, en esta forma o en otra forma de la misma etiqueta.
    .way-out = Elija otro nombre.
decision-reserved = nombre que el registro se reserva
    .explain = El registro guarda este nombre; no es un dominio y no puede registrarse de la manera ordinaria.
decision-nndn-blocked = { $other ->
    [0] nombre que el registro bloquea como variante
   *[other] nombre que el registro bloquea como variante de «{ $other }»
}
    .explain = El registro ha anotado este nombre como variante bloqueada. Nadie puede tenerlo mientras exista el nombre del que es variante.
decision-exempted = { $other ->
    [0] nombre de un conjunto de variantes cuyos nombres no tienen un titular común
   *[other] nombre del conjunto de variantes de «{ $other }», cuyos nombres no tienen un titular común
}
    .explain = Hay nombres de este conjunto que se registraron antes de que se conocieran las variantes. Están exentos de la regla de que una sola entidad tiene todo el conjunto, y no se asigna ningún otro nombre del conjunto.
    .way-out = La exención termina cuando queda un solo nombre, o cuando un registrador que los tiene todos los une.
decision-blocked-by-policy = { $other ->
    [0] variante de un nombre registrado, y la política bloquea las variantes
   *[other] variante de «{ $other }», y la política bloquea las variantes
}
    .explain = La política bloquea toda variante de un nombre registrado, también para su titular.
    .way-out = Elija otro nombre.
decision-pending-transfer = { $other ->
    [0] nombre de un conjunto que se está transfiriendo
   *[other] nombre del conjunto de «{ $other }», que se está transfiriendo
}
    .explain = Todos los nombres de un conjunto de variantes pasan juntos a otro registrador, y hasta entonces ningún nombre se une al conjunto.
    .way-out = Vuelva a pedirlo después de la transferencia.
decision-other-registrar = { $other ->
    [0] nombre de un conjunto que gestiona otro registrador
   *[other] nombre del conjunto de «{ $other }», que gestiona otro registrador
}
    .explain = Todos los nombres de un conjunto de variantes pertenecen a una sola entidad, y el conjunto lo gestiona otro registrador.
    .way-out = El titular del conjunto puede pedir el nombre al registrador del conjunto, o transferir el conjunto.
decision-other-registrant = { $other ->
    [0] nombre de un conjunto de otro titular
   *[other] nombre del conjunto de «{ $other }», que tiene otro titular
}
    .explain = Todos los nombres de un conjunto de variantes pertenecen a una sola entidad, y el conjunto tiene otro titular.
    .way-out = Solo el titular del conjunto puede tener el nombre.
decision-limit = conjunto de variantes de { $limit ->
    [one] { $limit } nombre
   *[other] { $limit } nombres
}, tantos como admite la política
    .explain = La política limita cuántos nombres de un conjunto de variantes pueden registrarse.
    .way-out = Renuncie antes a otro nombre del conjunto.
decision-unaware-client = { $other ->
    [0] miembro de un conjunto de variantes, pedido por un cliente que no conoce los conjuntos
   *[other] miembro del conjunto de «{ $other }», pedido por un cliente que no conoce los conjuntos
}
    .explain = El titular puede tener este nombre, pero solo mediante un cliente que hable la extensión de EPP para conjuntos de variantes. A los demás clientes se les muestra como reservado.
    .way-out = Pídalo con un cliente que anuncie la extensión.
decision-not-registrable = nombre que no es una sola etiqueta justo bajo un dominio de la política
    .explain = Aquí solo se registran nombres de una etiqueta justo bajo un dominio de la política; este es más largo, o es él mismo un dominio así.
decision-look-alike = { $reason ->
    [skeleton] nombre que se parece a «{ $other }»
    [marks] nombre que se parece a «{ $other }» salvo por los signos diacríticos
   *[inside] palabra protegida «{ $other }» dentro del nombre
}
    .explain = { $reason ->
        [skeleton] Se puede tomar este nombre por «{ $other }»: los dos tienen el mismo esqueleto.
        [marks] Se puede tomar este nombre por «{ $other }»: solo difieren en signos diacríticos o en la forma de una letra.
       *[inside] La palabra «{ $other }» está protegida, y está en este nombre o parece estarlo.
    }

## Versiones de Unicode

version-newer-than-policy = { $what } { place }, que apareció con Unicode { $version }, después de Unicode { $other_version }
    .explain = { $what } apareció en Unicode con la versión { $version }. La versión que aquí se pide es { $other_version }, en la que todavía no existe.
version-changed-between-versions = { $what } { place }, que es { $value } en Unicode { $version } y no lo era en Unicode { $other_version }
    .explain = La propiedad derivada de { $what } es { $value } en Unicode { $version } y otra en Unicode { $other_version }, la versión que aquí se pide.

## Lo que muestran los navegadores

step = { $reason ->
    [restricted-character] { $what } { place }, que UTS #39 no recomienda
    [denied-character] { $what } { place }, uno de los caracteres que el navegador nunca muestra
    [script-mix] { $other_scripts ->
        [0] sistemas de escritura mezclados con demasiada libertad
       *[other] { $what } { place } en otro sistema de escritura ({ $other_scripts }) que lo anterior ({ $scripts })
    }
    [mixed-digits] { $what } { place } junto a dígitos de otro sistema de numeración
    [repeated-mark] la misma marca combinante dos veces seguidas, { $what } { place }
    [tld-letter] { $what } { place }, una letra que solo se muestra en ciertos dominios de nivel superior
    [middle-dot] { $what } { place }, que solo se muestra entre dos letras l en .cat
    [whole-script-confusable] etiqueta que en su conjunto parece escrita con letras latinas
    [digit-look-alikes] solo dígitos y letras que parecen dígitos
    [latin-beside-other] { $what } { place }, una letra latina ajena a ASCII junto a otro sistema de escritura
    [misleading-pattern] { $what } { place }, una secuencia que se toma por otra
   *[other] etiqueta que el navegador no muestra con sus caracteres
}
display-chrome = Chrome muestra la A-label: { step }
    .explain = Chrome mostraría la A-label de esta etiqueta («xn--…») en lugar de sus caracteres, por este motivo: { step }.
display-firefox = Firefox muestra la A-label: { step }
    .explain = Firefox mostraría la A-label de esta etiqueta («xn--…») en lugar de sus caracteres, por este motivo: { step }.

## Palabras

verdict-valid = válido
verdict-review = por revisar
verdict-invalid = no válido
severity-error = error
severity-warning = advertencia
severity-info = información
kind-empty = etiqueta vacía
kind-nr-ldh-label = etiqueta NR-LDH
kind-r-ldh-label = etiqueta R-LDH
kind-a-label = A-label
kind-fake-a-label = A-label falsa
kind-u-label = U-label
kind-putative-u-label = U-label presunta
kind-non-ldh-label = etiqueta no LDH
document-policy = política
document-lgr = reglas LGR
document-browser-display = presentación en navegadores
clause-condition = condición
head-name = nombre
head-label = etiqueta
head-u-label = U-label
head-a-label = A-label
head-kind = tipo
head-verdict = veredicto
head-scripts = sistemas de escritura
head-findings = hallazgos
head-clause = regla
head-way-out = solución
head-code-points = puntos de código
head-code = código
head-severity = gravedad
head-message = mensaje
head-policy = política
head-source = fuente
head-unicode = versión de Unicode
head-disposition = disposición
head-index-label = etiqueta índice
head-coarse-key = clave aproximada
head-skeleton = esqueleto
head-wide-skeleton = esqueleto amplio
head-variants = variantes
availability-yes = disponible
availability-no = no disponible
head-primary = nombre primario
head-set = otros nombres del conjunto
head-elsewhere = bajo otros dominios de primer nivel
head-looks-like = se parece a
head-command = orden EPP
column-position = n.º
column-number = número
column-character = carácter
column-name = nombre
column-script = sistema de escritura
column-property = propiedad
column-came-in = apareció con
column-bidi-class = clase Bidi
column-rules = reglas
nothing-found = nada impide registrarlo
none = ninguno
not-known = no se sabe
reason-registered = ya registrado
reason-reserved = reservado por el registro
reason-nndn-blocked = bloqueado como variante
reason-invalid-label = la política no lo admite
reason-look-alike = se parece a otro nombre
reason-exempted = conjunto sin titular común
reason-blocked-by-policy = las variantes están bloqueadas
reason-blocked-variant = variante bloqueada por la tabla
reason-pending-transfer = conjunto en transferencia
reason-other-registrar = conjunto de otro registrador
reason-other-registrant = conjunto de otro titular
reason-limit = conjunto de variantes completo
reason-unaware-client = posible solo como variante
unassigned = sin asignar

## Presentación de las reglas

ruleset-title = reglas para la generación de etiquetas
registry = registro
top-level-domain = dominio de nivel superior
effective-date = fecha de entrada en vigor
contact = contacto
status = estado
certainty = certeza
note = nota
not-stated = no se indica; por completar
beside-the-table = lo que pide la política además de esta tabla
status-published = reproduce las reglas que publica el registro
status-derived = punto de partida hecho de datos públicos; el registro tiene la última palabra
status-own = propia del registro
certainty-sure = segura
certainty-likely = probable
certainty-unsure = insegura
rule-after = solo justo después de uno de
rule-before = solo justo antes de uno de
rule-contains = una etiqueta debe contener uno de
rule-refuse = se rechaza una etiqueta que coincida
rule-require = una etiqueta debe coincidir
rule-digits-at-ends = una etiqueta no empieza ni termina con un dígito
contents = contenido
metadata = metadatos
version = versión
date = fecha
languages = idiomas y sistemas de escritura
scope = ámbito
valid-from = válido desde
valid-until = válido hasta
description = descripción
statistics = resumen
entries = puntos de código y secuencias
sequences = de ellos, secuencias
out-of-repertoire = incluidos solo como variantes
with-variants = con variantes
variant-sets = conjuntos de variantes
largest-variant-set = mayor conjunto de variantes
variant-set = conjunto de variantes
repertoire = repertorio
code-point = punto de código
glyph = glifo
context = contexto
tags = marcas
references = referencias
comment = comentario
variant-source = origen
variant-target = variante
variant-type = tipo
reverse = inversa
yes = sí
no = no
not-in-repertoire = fuera del repertorio
classes = clases de caracteres
members = miembros
definition = definición
notation = notación
actions = acciones
default-action = por defecto
when = si
not-when = salvo si
matches = la etiqueta cumple
not-matches = la etiqueta no cumple
any-variant = alguna variante es de tipo
all-variants = cada variante es de tipo
only-variants = cada punto de código procede de una variante de tipo
always = siempre
and = y
untyped = sin tipo
null-variant = nada

## La notación de las clases y las reglas

notation-class = la clase de ese nombre
notation-list = estos puntos de código
notation-property = puntos de código con una propiedad o una marca
notation-sets = complemento, unión, intersección, diferencia, diferencia simétrica
notation-any = cualquier punto de código
notation-ends = el principio y el fin de la etiqueta
notation-anchor = el punto de código en cuestión
notation-look = lo que está justo antes y justo después
notation-choice = una de las alternativas
notation-rule = la regla de ese nombre
notation-count = cuántas veces

## Líneas con argumentos

summary = { $names ->
    [one] { $names } nombre
   *[other] { $names } nombres
}: { $valid ->
    [one] { $valid } válido
   *[other] { $valid } válidos
}, { $review } por revisar, { $invalid ->
    [one] { $invalid } no válido
   *[other] { $invalid } no válidos
}
summary-timed = { summary } en { $seconds } s
findings-of = { $findings ->
    [0] ningún hallazgo
    [one] { $findings } hallazgo
   *[other] { $findings } hallazgos
}
at-position = { $count ->
    [1] posición { $start }
   *[other] posiciones { $start } a { $end }
}
one-variant-set = { $label } y { $other } forman un mismo conjunto bajo { $zone }; el conjunto tiene { $count } etiquetas
not-shown = { $count ->
    [one] no se muestra { $count } más
   *[other] no se muestran { $count } más
}
policies-listed = { $policies ->
    [one] { $policies } política
   *[other] { $policies } políticas
}: { $published ->
    [one] { $published } publicada
   *[other] { $published } publicadas
}, { $derived ->
    [one] { $derived } deducida
   *[other] { $derived } deducidas
}; { $offering ->
    [one] { $offering } registro ofrece
   *[other] { $offering } registros ofrecen
} nombres internacionalizados; { $members } de los { $all } Estados Miembros de la UIT

## Una política propia: lo que hay que decidir

policy-new = Una política propia para { $tld }, a partir de { $start }, el punto de partida en los idiomas del territorio.
decide = Por decidir, clave por clave
decide-tables = ¿qué idiomas y qué escrituras? ¿Qué letras de cada una, y qué dígitos? ¿Se incluyen las letras de los préstamos?
decide-ascii = ¿se aceptan o se rechazan las etiquetas formadas solo por ASCII?
decide-mixing = ¿pueden figurar letras de dos escrituras en una misma etiqueta?
decide-shape = ¿etiquetas formadas solo por dígitos, dos guiones seguidos, la etiqueta más corta y la más larga?
decide-variants = ¿qué grafías son un mismo nombre, y quién puede tener las demás?
decide-reserved = ¿qué nombres se reservan, y cuentan también los que se les parecen?
decide-suffixes = ¿se registran también nombres bajo sufijos, y con qué longitudes?
decide-published = ¿qué se publica además de las tablas?
decide-next = Después

## La página del servicio

page-title = ¿Se puede registrar este nombre?
page-lead = Escriba un nombre para saber si se puede registrar y, si no, por qué, dónde está el error y qué serviría.
page-name-hint = Un nombre completo o una sola etiqueta, con sus propias letras o en la forma «xn--…».
page-tld-of-name = el que lleva el nombre
page-ask = comprobar
page-site = este sitio
page-languages = idioma
page-skip = ir al contenido
page-policies = políticas
page-letters = letra por letra
page-detail = cada carácter en detalle
page-ways-out = qué serviría
page-no-way-out = No se encontró ningún nombre parecido que las reglas admitan.
page-looks = qué aspecto tiene
page-shown = Chrome y Firefox lo muestran con sus propias letras.
page-same-skeleton = Los nombres con el mismo esqueleto se parecen (UTS #39).
page-taken = qué más se reserva con él
page-no-variants = Ninguna otra grafía se reserva con él.
page-variants-block = Estas grafías cuentan como el mismo nombre: una vez registrado, nadie puede obtenerlas.
page-variants-same-entity = Estas grafías cuentan como el mismo nombre: una vez registrado, solo su titular puede obtenerlas.
page-variants-allocate = Estas grafías cuentan como el mismo nombre y se asignan a su titular.
page-variants-none = Estas grafías son nombres distintos: cualquiera puede solicitarlas.
page-variants-unknown = Estas grafías son variantes del nombre; no se sabe qué hace con ellas el registro.
page-permanent-link = enlace a esta respuesta
page-permanent-link-hint = Repite la misma pregunta, por ejemplo desde una incidencia.
page-not-looked-up = No se consultaron los nombres existentes: esto es lo que dicen las reglas, no si el nombre sigue libre.
page-no-policy = No se conoce ninguna política para este nombre: solo se aplicaron las reglas comunes a todos los nombres, las de IDNA2008.
page-too-long = El texto indicado es demasiado largo para un nombre. Un nombre tiene como máximo 253 octetos en el DNS.
page-tables = tablas de letras
page-compare = comparar con otra política
page-compare-do = comparar
page-same-policies = Las dos políticas establecen lo mismo.
page-no-such-policy = No hay ninguna política con este nombre.
page-key = clave
page-value = qué establece
page-example = una etiqueta que solo una admite
page-today = lo que el registro admite hoy
page-start = un punto de partida en los idiomas del territorio
page-idn-offered = nombres internacionalizados
page-table = tabla de letras
page-letters-of = letras
page-territory = territorio
page-letters-count = número de letras
page-rule-domains = dominios
page-rule-digits = dígitos
page-rule-hyphens = guiones
page-rule-length = longitud
page-rule-ascii = etiquetas solo en ASCII
page-rule-reserved = nombres reservados
page-rule-look-alikes = nombres parecidos
page-rule-other = otras
disposition-blocked = bloqueada
disposition-allocatable = asignable
disposition-activated = incluida con el nombre
page-fits = { $name } cumple las reglas de { $tld }
page-fits-protocol = { $name } cumple las reglas comunes a todos los nombres
page-review = { $name } debe ser revisado por una persona del registro
page-refused = { $name } no se puede registrar bajo { $tld }
page-refused-protocol = { $name } no se puede registrar
page-available = { $name } está disponible
page-not-available = { $name } no está disponible
page-for-holder = { $name } está reservado al titular de { $other }
page-policy-of = Política de { $tld }
page-beside = Políticas de { $first } y { $second } una junto a otra
page-table-of = Tabla { $table } de { $tld }
page-only = solo { $tld } la admite

## La auditoría de una zona

audit-title = auditoría de nombres
audit-codes = lo que se encontró
audit-collisions = nombres de un mismo conjunto de variantes
audit-look-alikes = nombres que se parecen
audit-against = lo que cambiaría
audit-variant-sets = nombres cuyas variantes serían otras
audit-holders = conjuntos de variantes con varios titulares
audit-years = nombres por año de registro
audit-example = por ejemplo
audit-common = solo caracteres comunes
audit-file = archivo
audit-line = línea
audit-count = nombres
audit-share = proporción
audit-group-count = grupos
audit-exempted-count = por eximir
audit-records = registros de titulares leídos
audit-registrant = titular
audit-registrar = registrador
audit-created = fecha de registro
audit-year = año
audit-from = hoy
audit-to = con las otras reglas
audit-verdicts = veredictos que cambiarían
audit-dispositions = disposiciones que cambiarían
audit-program = hecho con
audit-protocol = protocolo
audit-registration = registro (IDNA2008)
audit-lookup = búsqueda (IDNA2008)
audit-each-domain = la política de cada dominio de nivel superior
audit-logarithmic = La escala es logarítmica: cada línea representa diez veces más nombres que la anterior.
audit-plotted = El gráfico muestra { $shown } de { $all }; la tabla los tiene todos.
audit-names = { $names ->
    [one] { $names } nombre
   *[other] { $names } nombres
}
audit-groups = { $groups ->
    [one] { $groups } grupo
   *[other] { $groups } grupos
} de { audit-names }
audit-undecided = { $groups ->
    [one] { $groups } grupo no se pudo decidir
   *[other] { $groups } grupos no se pudieron decidir
} dentro de los límites de tiempo
audit-exempted = por eximir: { audit-names }
