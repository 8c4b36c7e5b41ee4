//! The npm packages that the extract of CLDR is made of.

use std::path::Path;

use serde_json::Value;
use ulabel::policy::ScriptCode;

/// The version of the packages of CLDR; another is refused.
const VERSION: &str = "48.2.0";

const PACKAGES: [&str; 4] = ["cldr-core", "cldr-misc-full", "cldr-localenames-full", "cldr-dates-full"];

/// The head of a file of the extract.
pub(super) fn head(what: &str, columns: &str) -> String {
    format!(
        "# {what}.\n# From npm {} {VERSION} (CLDR), licence Unicode-3.0, see LICENSE-UNICODE.\n# Made by `cargo run --release --package ulabel-gen -- policies --cldr DIR`.\n# {columns}\n",
        PACKAGES.join(", ")
    )
}

/// The JSON value under keys, one in the other; null when there is none.
pub(super) fn at<'v>(value: &'v Value, keys: &[&str]) -> &'v Value {
    keys.iter().try_fold(value, |value, key| value.get(key)).unwrap_or(&Value::Null)
}

/// A folder with the packages installed.
pub(super) struct Packages<'f> {
    folder: &'f Path,
}

impl<'f> Packages<'f> {
    pub(super) fn open(folder: &'f Path) -> Result<Self, String> {
        let packages = Self { folder };
        PACKAGES.iter().try_for_each(|package| packages.expect(package, VERSION))?;
        Ok(packages)
    }

    /// Refuses another version of a package.
    pub(super) fn expect(&self, package: &str, version: &str) -> Result<(), String> {
        let found = at(&self.json(&format!("{package}/package.json"))?, &["version"]).clone();
        if found == version { Ok(()) } else { Err(format!("{package} is {found}, expected {version}")) }
    }

    /// A file of a package.
    pub(super) fn text(&self, path: &str) -> Result<String, String> {
        let path = self.folder.join("node_modules").join(path);
        std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
    }

    pub(super) fn json(&self, path: &str) -> Result<Value, String> {
        serde_json::from_str(&self.text(path)?).map_err(|e| format!("{path}: {e}"))
    }

    /// As [`Self::json`], null where there is no such file: not every locale has every file.
    pub(super) fn json_or_null(&self, path: &str) -> Result<Value, String> {
        let there = self.folder.join("node_modules").join(path).exists();
        if there { self.json(path) } else { Ok(Value::Null) }
    }

    /// The locale that CLDR has for a language in a script.
    pub(super) fn locale(
        &self,
        package: &str,
        tag: &str,
        code: ScriptCode,
        likely: &Value,
    ) -> Option<String> {
        let language = tag.split('-').next().unwrap_or(tag);
        let usual = with_script(language, "ZZ", likely).ok().map(|(_, usual)| usual);
        let with = format!("{language}-{code}");
        let locale = if usual == Some(code) { language.to_owned() } else { with };
        let folder = self.folder.join("node_modules").join(package).join("main").join(&locale);
        folder.exists().then_some(locale)
    }
}

/// A language tag of CLDR, which may name a script, with its script; likely scripts decide otherwise.
pub(super) fn with_script(
    tag: &str,
    territory: &str,
    likely: &Value,
) -> Result<(String, ScriptCode), String> {
    let tag = tag.replace('_', "-");
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let code = match parts.next().filter(|part| part.len() == 4) {
        Some(script) => script.to_owned(),
        None => {
            let found = at(likely, &[&format!("{language}-{territory}")])
                .as_str()
                .or_else(|| at(likely, &[language]).as_str());
            let subtags = found.ok_or_else(|| format!("no script is known for {tag}"))?;
            subtags.split('-').nth(1).unwrap_or_default().to_owned()
        }
    };
    let script = ScriptCode::from_code(&code).ok_or_else(|| format!("unknown script {code} of {tag}"))?;
    Ok((tag, script))
}
