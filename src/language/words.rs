//! What the program says beside the sentences of findings.

/// Makes an enum whose variants name messages.
macro_rules! messages {
    ($(#[$doc:meta])* $enum:ident: $($variant:ident $id:literal $summary:literal;)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $enum {
            $(#[doc = $summary] $variant,)*
        }

        impl $enum {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the message files.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }
        }
    };
}

messages! {
    /// A word or phrase without arguments: a heading, the name of a verdict.
    Word:
    Valid "verdict-valid" "The verdict `valid`.";
    Review "verdict-review" "The verdict `review`.";
    Invalid "verdict-invalid" "The verdict `invalid`.";
    Error "severity-error" "The severity `error`.";
    Warning "severity-warning" "The severity `warning`.";
    Info "severity-info" "The severity `info`.";
    KindEmpty "kind-empty" "[`LabelKind::Empty`](crate::label::LabelKind::Empty)";
    KindNrLdhLabel "kind-nr-ldh-label" "[`LabelKind::NrLdhLabel`](crate::label::LabelKind::NrLdhLabel)";
    KindReservedLdhLabel "kind-r-ldh-label" "[`LabelKind::ReservedLdhLabel`](crate::label::LabelKind::ReservedLdhLabel)";
    KindALabel "kind-a-label" "[`LabelKind::ALabel`](crate::label::LabelKind::ALabel)";
    KindFakeALabel "kind-fake-a-label" "[`LabelKind::FakeALabel`](crate::label::LabelKind::FakeALabel)";
    KindULabel "kind-u-label" "[`LabelKind::ULabel`](crate::label::LabelKind::ULabel)";
    KindPutativeULabel "kind-putative-u-label" "[`LabelKind::PutativeULabel`](crate::label::LabelKind::PutativeULabel)";
    KindNonLdhLabel "kind-non-ldh-label" "[`LabelKind::NonLdhLabel`](crate::label::LabelKind::NonLdhLabel)";
    DocumentPolicy "document-policy" "The policy as the source of a rule.";
    DocumentLgr "document-lgr" "The LGR as the source of a rule.";
    DocumentBrowserDisplay "document-browser-display" "What browsers display, as the source of a rule.";
    ClauseCondition "clause-condition" "A condition of the Bidi rule, before its number.";
    HeadName "head-name" "Heading of the name.";
    HeadLabel "head-label" "Heading of one label.";
    HeadULabel "head-u-label" "Heading of the U-label.";
    HeadALabel "head-a-label" "Heading of the A-label.";
    HeadKind "head-kind" "Heading of the kind of label.";
    HeadVerdict "head-verdict" "Heading of the verdict.";
    HeadScripts "head-scripts" "Heading of the scripts.";
    HeadFindings "head-findings" "Heading of the findings.";
    HeadClause "head-clause" "Heading of the clause.";
    HeadWayOut "head-way-out" "Heading of what to do about a finding.";
    HeadCodePoints "head-code-points" "Heading of the table of code points.";
    HeadCode "head-code" "Heading of a finding's code.";
    HeadSeverity "head-severity" "Heading of the severity.";
    HeadMessage "head-message" "Heading of the sentences.";
    HeadPolicy "head-policy" "Heading of the policy.";
    HeadSource "head-source" "Heading of a source.";
    HeadUnicode "head-unicode" "Heading of the Unicode version.";
    HeadDisposition "head-disposition" "Heading of the disposition under an LGR.";
    HeadIndexLabel "head-index-label" "Heading of the index label.";
    HeadSkeleton "head-skeleton" "Heading of the skeleton.";
    HeadVariants "head-variants" "Heading of the variants.";
    ColumnPosition "column-position" "Column: the position in the label.";
    ColumnNumber "column-number" "Column: the number of a code point.";
    ColumnCharacter "column-character" "Column: the character itself.";
    ColumnName "column-name" "Column: the name of a character.";
    ColumnScript "column-script" "Column: the script.";
    ColumnProperty "column-property" "Column: the derived property.";
    ColumnCameIn "column-came-in" "Column: the Unicode version a character came in with.";
    ColumnBidiClass "column-bidi-class" "Column: the Bidi class.";
    ColumnRules "column-rules" "Column: the rules that touch a code point.";
    NothingFound "nothing-found" "Said of a label or name without findings.";
    None "none" "Said where there is nothing to list.";
    Unassigned "unassigned" "Said in place of a Unicode version that a character came in with.";
}

messages! {
    /// A line with arguments, for [`Messages::text`](super::Messages::text).
    Text:
    Summary "summary" "The end of a run: numbers `names`, `valid`, `review`, `invalid`.";
    SummaryTimed "summary-timed" "The summary with the time it took: its numbers, and text `seconds`.";
    FindingsOf "findings-of" "How many findings: number `findings`.";
    AtPosition "at-position" "Where in a label: numbers `count`, `start`, `end`, counted from 1.";
    NotShown "not-shown" "How many more there are than are shown: number `count`.";
}
