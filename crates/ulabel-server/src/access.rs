//! Who may change what is served.

use std::fmt;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use subtle::ConstantTimeEq;

use crate::app::App;
use crate::error::{Code, Problem};

/// A secret that a client shows as `Authorization: Bearer TOKEN` (RFC 6750 section 2.1).
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The shortest token: 128 bits in Base64 have 22 characters.
    pub const MIN_LEN: usize = 22;

    /// A token; none if it is shorter than [`Token::MIN_LEN`], or has other characters than such a header can.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let is_token = |octet: u8| octet.is_ascii_alphanumeric() || b"-._~+/=".contains(&octet);
        (text.len() >= Self::MIN_LEN && text.bytes().all(is_token)).then(|| Self(text.to_owned()))
    }

    /// True if that is the token. It takes the same time for all of one length.
    fn is(&self, shown: &[u8]) -> bool {
        self.0.as_bytes().ct_eq(shown).into()
    }
}

/// Without the secret.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Which requests may change what is served. Nothing may unless it is switched on here, or the request comes by a
/// listener that is [trusted](crate::serve::Binding::trusted).
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// Those that show this token.
    pub token: Option<Token>,
}

/// Marks a request of a listener whose clients are trusted: a unix socket that only some may open.
#[derive(Clone, Copy, Debug)]
pub struct Trusted;

/// The sender of a request that may change what is served. A handler that takes it is behind [`Access`].
#[derive(Clone, Copy, Debug)]
pub struct Changer;

impl FromRequestParts<App> for Changer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if parts.extensions.get::<Trusted>().is_some() {
            return Ok(Self);
        }
        let Some(token) = &app.access().token else {
            return Err(Problem::new(Code::ChangesOff, "changes are not switched on for this address"));
        };
        let shown = parts.headers.get(AUTHORIZATION).and_then(|value| bearer(value.as_bytes()));
        match shown {
            Some(shown) if token.is(shown) => Ok(Self),
            Some(_) => Err(Problem::new(Code::Unauthorized, "the token is not the right one")),
            None => Err(Problem::new(Code::Unauthorized, "a token is needed: Authorization: Bearer TOKEN")),
        }
    }
}

/// The token of a header. The name of the scheme compares without case (RFC 9110 section 11.1).
fn bearer(value: &[u8]) -> Option<&[u8]> {
    let (scheme, token) = value.split_at_checked(b"Bearer ".len())?;
    scheme.eq_ignore_ascii_case(b"Bearer ").then_some(token.trim_ascii_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens() {
        assert_eq!(Token::new("short"), None);
        assert_eq!(Token::new("with a space in the middle of it"), None);
        let token = Token::new("0123456789abcdefghijkl").unwrap();
        assert!(token.is(b"0123456789abcdefghijkl"));
        assert!(!token.is(b"0123456789abcdefghijkm") && !token.is(b""));
        assert_eq!(format!("{token:?}"), "Token(…)");
        assert_eq!(bearer(b"bearer  abc"), Some(&b"abc"[..]));
        assert_eq!(bearer(b"Basic abcdef"), None);
    }
}
