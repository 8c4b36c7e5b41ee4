//! Where a service listens.

use std::fmt;
use std::net::SocketAddr;
#[cfg(unix)]
use std::path::PathBuf;
use std::str::FromStr;

use crate::router::Face;

/// An address to listen at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Address {
    /// TCP. Port 0 stands for any that is free.
    Tcp(SocketAddr),
    /// A unix socket.
    #[cfg(unix)]
    Unix {
        /// Its path. What a process that has ended left there is taken away.
        path: PathBuf,
        /// Its permissions, as of a file.
        mode: u32,
    },
}

/// The permissions of a unix socket where none are named: its owner and the group may open it.
#[cfg(unix)]
const SOCKET_MODE: u32 = 0o660;

#[cfg(unix)]
impl Address {
    /// A unix socket from `PATH` or `PATH,mode=OCTAL`.
    ///
    /// ```
    /// use ulabel_server::serve::Address;
    ///
    /// let address = Address::unix("/run/ulabel.sock,mode=600").unwrap();
    /// assert_eq!(address, Address::Unix { path: "/run/ulabel.sock".into(), mode: 0o600 });
    /// assert!(Address::unix("/run/ulabel.sock,mode=9").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// If the path is empty or the permissions are not three octal digits.
    pub fn unix(text: &str) -> Result<Self, AddressError> {
        let (path, mode) = match text.rsplit_once(",mode=") {
            None => (text, SOCKET_MODE),
            Some((path, digits)) => {
                let is_mode = digits.len() == 3 || digits.len() == 4 && digits.starts_with('0');
                let mode = u32::from_str_radix(digits, 8).ok().filter(|mode| is_mode && *mode <= 0o777);
                (path, mode.ok_or(AddressError::Mode)?)
            }
        };
        if path.is_empty() {
            return Err(AddressError::NoPath);
        }
        Ok(Self::Unix { path: path.into(), mode })
    }
}

/// Why a text is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AddressError {
    /// It is no address of TCP.
    #[error("expected an IP address and a port, as in 127.0.0.1:8080 or [::1]:8080")]
    Tcp,
    /// The path of a unix socket is empty.
    #[error("expected the path of a socket")]
    NoPath,
    /// The permissions of a unix socket are none.
    #[error("expected three octal digits after mode=, as in mode=660")]
    Mode,
}

/// An address of TCP.
impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        text.parse().map(Self::Tcp).map_err(|_| AddressError::Tcp)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(address) => write!(f, "http://{address}"),
            #[cfg(unix)]
            Self::Unix { path, .. } => write!(f, "unix:{}", path.display()),
        }
    }
}

/// An address, and what is served there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The address.
    pub address: Address,
    /// The routes.
    pub face: Face,
    /// True if whoever can connect may change what is served: only for a unix socket with narrow permissions.
    pub trusted: bool,
}

impl Binding {
    /// An address with these routes, whose clients may change nothing unless they show a token.
    #[must_use]
    pub const fn new(address: Address, face: Face) -> Self {
        Self { address, face, trusted: false }
    }

    /// This, with clients that may change what is served.
    #[must_use]
    pub fn trusted(self) -> Self {
        Self { trusted: true, ..self }
    }
}
