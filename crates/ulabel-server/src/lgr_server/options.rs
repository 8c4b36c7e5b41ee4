//! What LGR Server is told by its environment, and what it is told here besides.

use std::ffi::{OsStr, OsString};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

/// The rulesets that are served as LGR Server does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LgrServerOptions {
    /// The folder with a folder for each set, and in it a file `TAG.xml` for each ruleset.
    pub rulesets: PathBuf,
    /// Variants of a label that are listed, the label counted with them; longer lists are refused. Every list is by a
    /// number below 1.
    pub max_variants: i64,
    /// True to answer as LGR Server does also where it is wrong.
    pub is_compatible: bool,
}

/// The three variables of LGR Server. One that is empty counts as one that is not set.
///
/// ```
/// use ulabel_server::lgr_server::Environment;
///
/// let read = |name: &str| (name == "LGR_SERVER_PORT").then(|| "9000".into());
/// let environment = Environment::read(read).unwrap();
/// assert_eq!(environment.address(), Some("0.0.0.0:9000".parse().unwrap()));
/// assert_eq!(environment.max_variants(), 256);
/// assert!(Environment::read(|_| Some("many".into())).is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    address: Option<IpAddr>,
    port: Option<u16>,
    max_variants: Option<i64>,
}

/// A variable that cannot be what it says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{variable} is {value:?}, expected {expected}")]
pub struct EnvironmentError {
    /// Its name.
    pub variable: &'static str,
    /// Its value.
    pub value: OsString,
    expected: &'static str,
}

impl Environment {
    /// The port where the environment names none.
    const PORT: u16 = 8080;
    /// The greatest number of variants where the environment names none.
    const MAX_VARIANTS: i64 = 256;

    /// Reads the variables by `variable`.
    ///
    /// # Errors
    ///
    /// If one of them is not what it has to be.
    pub fn read(variable: impl Fn(&str) -> Option<OsString>) -> Result<Self, EnvironmentError> {
        let read = |name: &'static str| variable(name).filter(|value| !value.is_empty());
        Ok(Self {
            address: parse(&read, "LGR_SERVER_ADDR", "an IP address")?,
            port: parse(&read, "LGR_SERVER_PORT", "a port from 0 to 65535")?,
            max_variants: parse(&read, "LGR_SERVER_MAX_VARIANTS", "a whole number")?,
        })
    }

    /// The address to listen at, if a variable says anything of it.
    #[must_use]
    pub fn address(self) -> Option<SocketAddr> {
        (self.address.is_some() || self.port.is_some()).then(|| self.address_or_default())
    }

    /// The address to listen at, that of LGR Server where no variable says anything of it: port 8080 of every address of
    /// the machine.
    #[must_use]
    pub fn address_or_default(self) -> SocketAddr {
        let address = self.address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        SocketAddr::new(address, self.port.unwrap_or(Self::PORT))
    }

    /// The greatest number of variants that are listed.
    #[must_use]
    pub fn max_variants(self) -> i64 {
        self.max_variants.unwrap_or(Self::MAX_VARIANTS)
    }
}

fn parse<T: std::str::FromStr>(
    read: &impl Fn(&'static str) -> Option<OsString>,
    variable: &'static str,
    expected: &'static str,
) -> Result<Option<T>, EnvironmentError> {
    let Some(value) = read(variable) else { return Ok(None) };
    match value.to_str().map(str::trim).and_then(|text| text.parse().ok()) {
        Some(parsed) => Ok(Some(parsed)),
        None => Err(EnvironmentError { variable, value, expected }),
    }
}

/// True for a name that may be that of a set: a folder right below that with the rulesets.
pub(super) fn is_set_name(name: &str) -> bool {
    let is_allowed = |c: char| !c.is_control() && !['/', '\\', ':'].contains(&c);
    !name.is_empty()
        && !name.starts_with('.')
        && name != "v1"
        && name.chars().all(is_allowed)
        && OsStr::new(name).len() < 256
}
