use super::Builtin;
pub(in crate::policy) static INDEX: &[Builtin] = &[];
