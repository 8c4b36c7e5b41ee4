//! Words and lines beside the sentences of findings.

/// Makes an enum whose variants name messages.
macro_rules! messages {
    ($(#[$doc:meta])* $enum:ident: $($(#[$more:meta])* $variant:ident $id:literal;)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $enum {
            $(#[doc = concat!("The message `", $id, "`.")] $(#[$more])* $variant,)*
        }

        impl $enum {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The id in the message files; `en.ftl` says what it means.
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
    Valid "verdict-valid";
    Review "verdict-review";
    Invalid "verdict-invalid";
    Error "severity-error";
    Warning "severity-warning";
    Info "severity-info";
    KindEmpty "kind-empty";
    KindNrLdhLabel "kind-nr-ldh-label";
    KindReservedLdhLabel "kind-r-ldh-label";
    KindALabel "kind-a-label";
    KindFakeALabel "kind-fake-a-label";
    KindULabel "kind-u-label";
    KindPutativeULabel "kind-putative-u-label";
    KindNonLdhLabel "kind-non-ldh-label";
    DocumentPolicy "document-policy";
    DocumentLgr "document-lgr";
    DocumentBrowserDisplay "document-browser-display";
    ClauseCondition "clause-condition";
    HeadName "head-name";
    HeadLabel "head-label";
    HeadULabel "head-u-label";
    HeadALabel "head-a-label";
    HeadKind "head-kind";
    HeadVerdict "head-verdict";
    HeadScripts "head-scripts";
    HeadFindings "head-findings";
    HeadClause "head-clause";
    HeadWayOut "head-way-out";
    HeadCodePoints "head-code-points";
    HeadCode "head-code";
    HeadSeverity "head-severity";
    HeadMessage "head-message";
    HeadPolicy "head-policy";
    HeadSource "head-source";
    HeadUnicode "head-unicode";
    HeadDisposition "head-disposition";
    HeadIndexLabel "head-index-label";
    HeadCoarseKey "head-coarse-key";
    HeadSkeleton "head-skeleton";
    HeadVariants "head-variants";
    HeadWideSkeleton "head-wide-skeleton";
    Available "availability-yes";
    NotAvailable "availability-no";
    HeadPrimary "head-primary";
    HeadSet "head-set";
    HeadElsewhere "head-elsewhere";
    HeadLooksLike "head-looks-like";
    HeadCommand "head-command";
    ColumnPosition "column-position";
    ColumnNumber "column-number";
    ColumnCharacter "column-character";
    ColumnName "column-name";
    ColumnScript "column-script";
    ColumnProperty "column-property";
    ColumnCameIn "column-came-in";
    ColumnBidiClass "column-bidi-class";
    ColumnRules "column-rules";
    NothingFound "nothing-found";
    None "none";
    NotKnown "not-known";
    ReasonRegistered "reason-registered";
    ReasonReserved "reason-reserved";
    ReasonNndnBlocked "reason-nndn-blocked";
    ReasonInvalidLabel "reason-invalid-label";
    ReasonLookAlike "reason-look-alike";
    ReasonExempted "reason-exempted";
    ReasonBlockedByPolicy "reason-blocked-by-policy";
    ReasonBlockedVariant "reason-blocked-variant";
    ReasonPendingTransfer "reason-pending-transfer";
    ReasonOtherRegistrar "reason-other-registrar";
    ReasonOtherRegistrant "reason-other-registrant";
    ReasonLimit "reason-limit";
    ReasonUnawareClient "reason-unaware-client";
    Unassigned "unassigned";
    RulesetTitle "ruleset-title";
    Registry "registry";
    TopLevelDomain "top-level-domain";
    EffectiveDate "effective-date";
    Contact "contact";
    Status "status";
    Certainty "certainty";
    Note "note";
    NotStated "not-stated";
    Beside "beside-the-table";
    StatusPublished "status-published";
    StatusDerived "status-derived";
    StatusOwn "status-own";
    CertaintySure "certainty-sure";
    CertaintyLikely "certainty-likely";
    CertaintyUnsure "certainty-unsure";
    RuleAfter "rule-after";
    RuleBefore "rule-before";
    RuleContains "rule-contains";
    RuleRefuse "rule-refuse";
    RuleRequire "rule-require";
    RuleDigitsAtEnds "rule-digits-at-ends";
    Contents "contents";
    Metadata "metadata";
    Version "version";
    Date "date";
    Languages "languages";
    Scope "scope";
    ValidFrom "valid-from";
    ValidUntil "valid-until";
    Description "description";
    Statistics "statistics";
    Entries "entries";
    Sequences "sequences";
    OutOfRepertoire "out-of-repertoire";
    WithVariants "with-variants";
    VariantSets "variant-sets";
    LargestVariantSet "largest-variant-set";
    VariantSet "variant-set";
    Repertoire "repertoire";
    CodePoint "code-point";
    Glyph "glyph";
    Context "context";
    Tags "tags";
    References "references";
    Comment "comment";
    VariantSource "variant-source";
    VariantTarget "variant-target";
    VariantType "variant-type";
    Reverse "reverse";
    Yes "yes";
    No "no";
    NotInRepertoire "not-in-repertoire";
    Classes "classes";
    Members "members";
    Definition "definition";
    Notation "notation";
    Actions "actions";
    DefaultAction "default-action";
    When "when";
    NotWhen "not-when";
    Matches "matches";
    NotMatches "not-matches";
    AnyVariant "any-variant";
    AllVariants "all-variants";
    OnlyVariants "only-variants";
    Always "always";
    And "and";
    Untyped "untyped";
    NullVariant "null-variant";
    NotationClass "notation-class";
    NotationList "notation-list";
    NotationProperty "notation-property";
    NotationSets "notation-sets";
    NotationAny "notation-any";
    NotationEnds "notation-ends";
    NotationAnchor "notation-anchor";
    NotationLook "notation-look";
    NotationChoice "notation-choice";
    NotationRule "notation-rule";
    NotationCount "notation-count";
    Decide "decide";
    DecideTables "decide-tables";
    DecideAscii "decide-ascii";
    DecideMixing "decide-mixing";
    DecideShape "decide-shape";
    DecideVariants "decide-variants";
    DecideReserved "decide-reserved";
    DecideSuffixes "decide-suffixes";
    DecidePublished "decide-published";
    DecideNext "decide-next";
    PageTitle "page-title";
    PageLead "page-lead";
    PageNameHint "page-name-hint";
    PageTldOfName "page-tld-of-name";
    PageAsk "page-ask";
    PageSite "page-site";
    PageLanguages "page-languages";
    PageSkip "page-skip";
    PagePolicies "page-policies";
    PageLetters "page-letters";
    PageDetail "page-detail";
    PageWaysOut "page-ways-out";
    PageNoWayOut "page-no-way-out";
    PageLooks "page-looks";
    PageShown "page-shown";
    PageSameSkeleton "page-same-skeleton";
    PageTaken "page-taken";
    PageNoVariants "page-no-variants";
    PageVariantsBlock "page-variants-block";
    PageVariantsSameEntity "page-variants-same-entity";
    PageVariantsAllocate "page-variants-allocate";
    PageVariantsNone "page-variants-none";
    PageVariantsUnknown "page-variants-unknown";
    PagePermanentLink "page-permanent-link";
    PagePermanentLinkHint "page-permanent-link-hint";
    PageNotLookedUp "page-not-looked-up";
    PageNoPolicy "page-no-policy";
    PageTooLong "page-too-long";
    PageTables "page-tables";
    PageCompare "page-compare";
    PageCompareDo "page-compare-do";
    PageSamePolicies "page-same-policies";
    PageNoSuchPolicy "page-no-such-policy";
    PageKey "page-key";
    PageValue "page-value";
    PageExample "page-example";
    PageToday "page-today";
    PageStart "page-start";
    PageIdnOffered "page-idn-offered";
    PageTable "page-table";
    PageLettersOf "page-letters-of";
    PageTerritory "page-territory";
    PageLettersCount "page-letters-count";
    PageRuleDomains "page-rule-domains";
    PageRuleDigits "page-rule-digits";
    PageRuleHyphens "page-rule-hyphens";
    PageRuleLength "page-rule-length";
    PageRuleAscii "page-rule-ascii";
    PageRuleReserved "page-rule-reserved";
    PageRuleLookAlikes "page-rule-look-alikes";
    PageRuleOther "page-rule-other";
    DispositionBlocked "disposition-blocked";
    DispositionAllocatable "disposition-allocatable";
    DispositionActivated "disposition-activated";
    AuditTitle "audit-title";
    AuditCodes "audit-codes";
    AuditCollisions "audit-collisions";
    AuditLookAlikes "audit-look-alikes";
    AuditAgainst "audit-against";
    AuditVariantSets "audit-variant-sets";
    AuditHolders "audit-holders";
    AuditYears "audit-years";
    AuditExample "audit-example";
    AuditCommon "audit-common";
    AuditFile "audit-file";
    AuditLine "audit-line";
    AuditCount "audit-count";
    AuditShare "audit-share";
    AuditGroupCount "audit-group-count";
    AuditExemptedCount "audit-exempted-count";
    AuditRecords "audit-records";
    AuditRegistrant "audit-registrant";
    AuditRegistrar "audit-registrar";
    AuditCreated "audit-created";
    AuditYear "audit-year";
    AuditFrom "audit-from";
    AuditTo "audit-to";
    AuditVerdicts "audit-verdicts";
    AuditDispositions "audit-dispositions";
    AuditProgram "audit-program";
    AuditProtocol "audit-protocol";
    AuditRegistration "audit-registration";
    AuditLookup "audit-lookup";
    AuditEachDomain "audit-each-domain";
    AuditLogarithmic "audit-logarithmic";
}

messages! {
    /// A line with arguments, for [`Messages::text`](super::Messages::text).
    Text:
    /// The end of a run: numbers `names`, `valid`, `review`, `invalid`.
    Summary "summary";
    /// The summary with the time it took: its numbers, and text `seconds`.
    SummaryTimed "summary-timed";
    /// How many findings: number `findings`.
    FindingsOf "findings-of";
    /// Where in a label: numbers `count`, `start`, `end`, counted from 1.
    AtPosition "at-position";
    /// A label and another of its variant set: texts `label`, `other`, `zone`, number `count` (text where it is beyond
    /// 64 bits).
    OneVariantSet "one-variant-set";
    /// How many more there are than are shown: number `count`.
    NotShown "not-shown";
    /// How many policies are listed, and how far they cover the world: numbers `policies`, `published`, `derived`,
    /// `offering`, `members`, `all`.
    PoliciesListed "policies-listed";
    /// The head of a new policy: texts `tld`, `start`.
    PolicyNew "policy-new";
    /// A name that the rules of a domain take: texts `name`, `tld`.
    PageFits "page-fits";
    /// A name that the rules for all names take: text `name`.
    PageFitsProtocol "page-fits-protocol";
    /// A name that a person has to look at: text `name`.
    PageReview "page-review";
    /// A name that the rules of a domain refuse: texts `name`, `tld`.
    PageRefused "page-refused";
    /// A name that the rules for all names refuse: text `name`.
    PageRefusedProtocol "page-refused-protocol";
    /// A name that can be had: text `name`.
    PageAvailable "page-available";
    /// A name that cannot be had: text `name`.
    PageNotAvailable "page-not-available";
    /// A name that only the holder of another can have: texts `name`, `other`.
    PageForHolder "page-for-holder";
    /// A policy by its name: text `tld`.
    PagePolicyOf "page-policy-of";
    /// Two policies side by side: texts `first`, `second`.
    PageBeside "page-beside";
    /// A table of a policy: texts `table`, `tld`.
    PageTableOf "page-table-of";
    /// That only one of two policies takes a label: text `tld`.
    PageOnly "page-only";
    /// How many a plot shows of all: numbers `shown`, `all`.
    AuditPlotted "audit-plotted";
    /// Names counted: number `names`.
    AuditNames "audit-names";
    /// Groups of names that collide: numbers `groups`, `names`.
    AuditGroups "audit-groups";
    /// Groups that could not be decided: number `groups`.
    AuditUndecided "audit-undecided";
    /// Names to be exempted: number `names`.
    AuditExempted "audit-exempted";
}
