//! The words of a decision: statuses of the EPP extension, reasons, commands.

use crate::finding::Code;
use crate::text::keywords;

keywords! {
    /// The status of a name in its variant set, in the words of draft-ietf-regext-epp-same-entity (editors' copy of
    /// 2026-07-16). The words of the draft stand here and nowhere else.
    #[non_exhaustive]
    SetStatus {
        /// It is registered.
        Allocated = "Allocated",
        /// The holder of the primary name may have it, or nobody else.
        AllocatableMember = "AllocatableMember",
        /// It is in the set of another entity.
        NotSameEntity = "NotSameEntity",
        /// Nobody may have it.
        Blocked = "Blocked",
        /// Names of its set were registered before variants were known, and nothing more is given out.
        Exempted = "Exempted",
        /// The set is on its way to another registrar.
        PendingTransfer = "PendingTransfer",
        /// The registry's own reason.
        Custom = "Custom",
    }
}

keywords! {
    /// Why a name is available, or is not.
    #[non_exhaustive]
    Reason {
        /// No name of its set is registered.
        Free = "free",
        /// It is allocatable to the holder who asks.
        Member = "member",
        /// Names of its set are registered to the holder who asks, under other top-level domains of the set alone.
        MemberElsewhere = "member-elsewhere",
        /// It is registered.
        Registered = "registered",
        /// The registry keeps it.
        Reserved = "reserved",
        /// It is a variant that the registry blocks by name.
        NndnBlocked = "nndn-blocked",
        /// It is no label of the policy.
        InvalidLabel = "invalid-label",
        /// It looks like another name, and the policy refuses that.
        LookAlike = "look-alike",
        /// Its set is exempted.
        Exempted = "exempted",
        /// The policy blocks all variants.
        BlockedByPolicy = "blocked-by-policy",
        /// It is a variant that the table blocks.
        BlockedVariant = "blocked-variant",
        /// A name of its set is pending transfer.
        PendingTransfer = "pending-transfer",
        /// Its set is sponsored by another registrar.
        OtherRegistrar = "other-registrar",
        /// Its set is held by another registrant.
        OtherRegistrant = "other-registrant",
        /// Its set has as many names as it may have.
        Limit = "limit",
        /// The client does not speak the extension for variant sets.
        UnawareClient = "unaware-client",
    }
}

keywords! {
    /// The EPP command that registers a name (RFC 5731 §3.2).
    EppCommand {
        /// It makes the first name of a set.
        Create = "create",
        /// It makes a member of a set: an update of the primary name.
        Update = "update",
    }
}

impl Reason {
    /// What the EPP extension says for it.
    #[must_use]
    pub const fn status(self) -> Option<SetStatus> {
        Some(match self {
            Self::Free | Self::InvalidLabel => return None,
            Self::Member | Self::MemberElsewhere | Self::UnawareClient => SetStatus::AllocatableMember,
            Self::Registered => SetStatus::Allocated,
            Self::Reserved | Self::LookAlike | Self::Limit => SetStatus::Custom,
            Self::NndnBlocked | Self::BlockedByPolicy | Self::BlockedVariant => SetStatus::Blocked,
            Self::Exempted => SetStatus::Exempted,
            Self::PendingTransfer => SetStatus::PendingTransfer,
            Self::OtherRegistrar | Self::OtherRegistrant => SetStatus::NotSameEntity,
        })
    }

    /// True if the name can be had for this reason.
    #[must_use]
    pub const fn is_available(self) -> bool {
        self.command().is_some()
    }

    /// The command that registers the name; none if it cannot be had. A member under another top-level domain is the
    /// first name under its own, and so is created.
    #[must_use]
    pub const fn command(self) -> Option<EppCommand> {
        match self {
            Self::Free | Self::MemberElsewhere => Some(EppCommand::Create),
            Self::Member => Some(EppCommand::Update),
            _ => None,
        }
    }

    /// The code of the finding that tells it; none where the findings of the label itself do.
    pub(super) const fn code(self) -> Option<Code> {
        Some(match self {
            Self::Free | Self::InvalidLabel | Self::LookAlike => return None,
            Self::Member => Code::Member,
            Self::MemberElsewhere => Code::MemberElsewhere,
            Self::Registered => Code::Registered,
            Self::Reserved => Code::KeptName,
            Self::NndnBlocked => Code::BlockedName,
            Self::Exempted => Code::ExemptedSet,
            Self::BlockedByPolicy => Code::VariantsBlocked,
            Self::BlockedVariant => Code::LgrBlockedVariant,
            Self::PendingTransfer => Code::PendingTransfer,
            Self::OtherRegistrar => Code::OtherRegistrar,
            Self::OtherRegistrant => Code::OtherRegistrant,
            Self::Limit => Code::SetIsFull,
            Self::UnawareClient => Code::UnawareClient,
        })
    }
}
