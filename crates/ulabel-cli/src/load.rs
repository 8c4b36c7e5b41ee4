//! The one place where arguments become a policy, a checker, tables, a ruleset.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ulabel::decision::Decider;
use ulabel::lgr::{Lgr, Tables};
use ulabel::policy::builtin::{self, Builtin};
use ulabel::policy::{self, CompiledPolicy, MAX_POLICY_OCTETS, Policy, Refused, Status};
use ulabel::unicode::{general_category, nfd, to_lower_case};
use ulabel::{Checker, Settings};
use ulabel_index::{Index, IndexError, Stats};
use ulabel_server::{Existing, Policies, Served};

use crate::args::lgr::{SourceArguments, TablesOfArguments};
use crate::args::serve::ServedArguments;
use crate::args::{CheckerArguments, PolicyArguments};
use crate::env::Env;
use crate::exit::Failure;
use crate::output::note_faults;
use crate::{files, ruleset};

/// Octets of a list of names, or of another file that a policy names, at most.
const MAX_FILE_OCTETS: u64 = 256 << 20;

/// A policy, and where it comes from.
pub(crate) struct PolicySource {
    pub(crate) policy: Policy,
    /// Its file, or the name by which it was asked for.
    path: PathBuf,
}

impl PolicySource {
    /// The policy that arguments ask for, if they do. A derived one says so on standard error.
    fn new(arguments: &PolicyArguments, env: &mut Env) -> Result<Option<Self>, Failure> {
        let source = match (&arguments.tld, &arguments.policy) {
            (Some(tld), _) => Self::of_tld(tld, env)?,
            (None, Some(name)) => Self::of_id_or_file(name, env)?,
            (None, None) => return Ok(None),
        };
        if let (Status::Derived, Some(tld)) = (source.policy.status, source.policy.tlds.first()) {
            env.note(&format!(
                "note: the policy of .{tld} is derived from public data, a start; the registry has the last word"
            ));
        }
        Ok(Some(source))
    }

    /// The policy that is built in for a top-level domain or an ISO 3166-1 code.
    pub(crate) fn of_tld(tld: &str, env: &mut Env) -> Result<Self, Failure> {
        match builtin::find(tld) {
            Some(builtin) => {
                let policy = builtin.policy().map_err(|refused| refusal(Path::new(tld), &refused, env))?;
                Ok(Self { policy, path: tld.into() })
            }
            None => Err(Failure::new(format!(
                "no policy is built in for {}, expected a country-code top-level domain or an ISO 3166-1 code{}; see `ulabel policy list`",
                ulabel::text::escape(tld),
                meant(tld)
            ))),
        }
    }

    /// A policy that is built in, or the one in a file; a file that is there goes first.
    pub(crate) fn of_id_or_file(name: &str, env: &mut Env) -> Result<Self, Failure> {
        let path = Path::new(name);
        if !path.is_file() && path.extension().is_none() && path.components().count() < 2 {
            return Self::of_tld(name, env);
        }
        let reading = policy::read(&policy_text(path)?).map_err(|refused| refusal(path, &refused, env))?;
        Ok(Self::of_file(reading.policy, path))
    }

    /// A policy that was read from a file.
    pub(crate) fn of_file(policy: Policy, path: &Path) -> Self {
        Self { policy, path: path.into() }
    }

    /// Compiles it, with the files that it names.
    pub(crate) fn compile(&self) -> Result<CompiledPolicy, Refused> {
        CompiledPolicy::with_files(&self.policy, &mut |name| self.file(name))
    }

    /// As [`PolicySource::compile`], for a command that needs it.
    pub(crate) fn compiled(&self, env: &mut Env) -> Result<CompiledPolicy, Failure> {
        self.compile().map_err(|refused| refusal(&self.path, &refused, env))
    }

    /// What decides under it.
    pub(crate) fn decider(&self, env: &mut Env) -> Result<Decider, Failure> {
        let decider = Decider::with_files(&self.policy, &mut |name| self.file(name));
        decider.map_err(|refused| refusal(&self.path, &refused, env))
    }

    /// Its tables as written, all or the one with this name; at least one.
    pub(crate) fn chosen(&self, id: Option<&str>) -> Result<Vec<&policy::Table>, Failure> {
        let found: Vec<_> =
            self.policy.tables.iter().filter(|table| id.is_none_or(|id| id == table.id)).collect();
        match id {
            _ if !found.is_empty() => Ok(found),
            Some(id) => Err(self.failure(&format!("no table {id}, expected one of:"))),
            None => Err(self.failure("no tables")),
        }
    }

    /// A table made ready to be published.
    pub(crate) fn export(&self, table: &policy::Table, env: &mut Env) -> Result<policy::Export, Failure> {
        let export = self.policy.export(table, &mut |name| self.file(name));
        export.map_err(|refused| refusal(&self.path, &refused, env))
    }

    /// Its tables as rulesets, each with its name.
    pub(crate) fn rulesets(&self, env: &mut Env) -> Result<Vec<(String, Lgr)>, Failure> {
        let rulesets = self.policy.to_rulesets(&mut |name| self.file(name));
        rulesets.map_err(|refused| refusal(&self.path, &refused, env))
    }

    /// Its tables, all or the one with this name; at least one.
    fn tables(&self, id: Option<&str>, env: &mut Env) -> Result<Vec<Table>, Failure> {
        let mut found = Vec::new();
        for table in self.chosen(id)? {
            if let Some(file) = &table.lgr {
                found.push(Table::File(self.path.with_file_name(file)));
                continue;
            }
            let mut alone = self.policy.clone();
            alone.tables = vec![table.clone()];
            let rulesets = alone.to_rulesets(&mut |name| self.file(name));
            let rulesets = rulesets.map_err(|refused| refusal(&self.path, &refused, env))?;
            let name = format!("{}#{}", self.path.display(), table.id);
            found.extend(rulesets.into_iter().map(|(_, lgr)| Table::Written(name.clone(), Box::new(lgr))));
        }
        Ok(found)
    }

    /// A failure that names the tables there are.
    fn failure(&self, what: &str) -> Failure {
        let ids: Vec<&str> = self.policy.tables.iter().map(|table| table.id.as_str()).collect();
        let message = format!("the policy {} has {what} {}", self.path.display(), ids.join(", "));
        Failure::new(message.trim_end())
    }

    /// The text of a file that the policy names; files are looked for beside its own.
    fn file(&self, name: &str) -> Result<String, String> {
        let path = self.path.with_file_name(name);
        files::text(&path, MAX_FILE_OCTETS).map_err(|failure| failure.to_string())
    }
}

/// True if that is a top-level domain of a territory, one of its codes, or a part of its name in one of six languages; case
/// and accents do not matter.
pub(crate) fn is_territory(builtin: &Builtin, asked: &str) -> bool {
    let key = asked.trim_matches('.');
    let codes = [Some(builtin.iso3166()), builtin.iso3166_alpha3()];
    let wanted = folded(key);
    // Two Latin letters are a code; of ideographs and the like, two are a name.
    let may_be_part = key.len() > 2;
    let is_domain = [builtin.u_label(), builtin.a_label()].iter().any(|domain| folded(domain) == wanted);
    codes.into_iter().flatten().any(|code| code.eq_ignore_ascii_case(key))
        || is_domain
        || may_be_part && names_of(builtin).any(|name| folded(name).contains(&wanted))
}

fn names_of(builtin: &Builtin) -> impl Iterator<Item = &'static str> + use<> {
    builtin.territory_names().map(|(_, name)| name).chain([builtin.territory()])
}

/// A name without what people leave out when they search: case, accents, the form of the apostrophe.
fn folded(name: &str) -> String {
    let name = nfd(&to_lower_case(name)).replace('’', "'");
    name.chars().filter(|c| !general_category(*c).is_mark()).collect()
}

/// The domains of the territory whose name or code comes close to what was asked for, as a question; empty if none does.
pub(crate) fn meant(asked: &str) -> String {
    /// Below this, names have little in common.
    const LEAST: f64 = 0.85;
    let asked = folded(asked.trim_matches('.'));
    let closeness = |builtin: &&Builtin| {
        let names = names_of(builtin).chain([builtin.u_label(), builtin.a_label()]);
        let is_code = builtin.iso3166_alpha3().is_some_and(|code| folded(code) == asked);
        let least = if is_code { 1.0 } else { 0.0 };
        names.map(|name| strsim::jaro_winkler(&folded(name), &asked)).fold(least, f64::max)
    };
    let best = builtin::all().iter().max_by(|a, b| closeness(a).total_cmp(&closeness(b)));
    let Some(best) = best.filter(|best| closeness(best) >= LEAST) else { return String::new() };
    let domains = builtin::of_territory(best.iso3166());
    let domains: Vec<String> = domains.iter().map(|builtin| format!(".{}", builtin.u_label())).collect();
    format!(" (did you mean {}, {}?)", domains.join(" or "), best.territory())
}

/// The text of a policy file.
pub(crate) fn policy_text(path: &Path) -> Result<String, Failure> {
    files::text(path, MAX_POLICY_OCTETS as u64)
}

/// Writes the faults of a policy to standard error.
fn refusal(path: &Path, refused: &Refused, env: &mut Env) -> Failure {
    note_faults(path, refused.faults(), env);
    Failure::new(format!("{} is not a policy that can be used", path.display()))
}

/// The checker that arguments ask for.
pub(crate) fn checker(arguments: &CheckerArguments, env: &mut Env) -> Result<Checker, Failure> {
    let checker = match PolicySource::new(&arguments.policy, env)? {
        Some(mut source) => {
            let policy = &mut source.policy;
            policy.protocol = arguments.protocol.map_or(policy.protocol, Into::into);
            policy.unicode = arguments.unicode.unwrap_or(policy.unicode);
            Checker::with_compiled_policy(source.compiled(env)?)
        }
        None => {
            let mut settings = Settings::default();
            settings.protocol = arguments.protocol.map_or(settings.protocol, Into::into);
            settings.version = arguments.unicode.unwrap_or(settings.version);
            Checker::new(settings)
        }
    };
    Ok(match ruleset::tables(&arguments.rulesets, env)? {
        Some(tables) => checker.with_tables(tables),
        None => checker,
    })
}

/// The tables of files or of a policy; none when arguments name neither.
pub(crate) fn tables(arguments: &TablesOfArguments, env: &mut Env) -> Result<Option<Arc<Tables>>, Failure> {
    let Some(source) = PolicySource::new(&arguments.policy, env)? else {
        return Ok(ruleset::tables(&arguments.rulesets, env)?.map(Arc::new));
    };
    match source.compiled(env)?.tables() {
        Some(tables) => Ok(Some(tables.clone())),
        None => Err(source.failure("no tables")),
    }
}

/// What decides under the policy that arguments name.
pub(crate) fn decider(arguments: &PolicyArguments, env: &mut Env) -> Result<Decider, Failure> {
    let Some(source) = PolicySource::new(arguments, env)? else {
        return Err(Failure::new("no policy is named, expected --tld or --policy"));
    };
    source.decider(env)
}

/// An index and what decides beside it: under the policy that arguments name, or else the one that the index was made
/// under, if it is built in.
pub(crate) fn index(
    folder: &Path,
    arguments: &PolicyArguments,
    env: &mut Env,
) -> Result<(Decider, Index), Failure> {
    let decider = decider_of_index(folder, arguments, env)?;
    let index = Index::open(folder, &decider).map_err(|error| Failure::new(error.to_string()))?;
    Ok((decider, index))
}

/// What decides beside an index, as [`index`] has it.
pub(crate) fn decider_of_index(
    folder: &Path,
    arguments: &PolicyArguments,
    env: &mut Env,
) -> Result<Decider, Failure> {
    match PolicySource::new(arguments, env)? {
        Some(source) => source.decider(env),
        None => {
            let stats = Stats::read(folder).map_err(|error| Failure::new(error.to_string()))?;
            PolicySource::of_tld(&stats.policy, env)?.decider(env)
        }
    }
}

/// What a service serves: the policies that arguments name, and the names of an index, under the one of them that it was
/// made under or one that is built in.
pub(crate) fn served(arguments: &ServedArguments, env: &mut Env) -> Result<Served, Failure> {
    let mut sources: Vec<PolicySource> = Vec::new();
    for tld in &arguments.tld {
        sources.push(PolicySource::of_tld(tld, env)?);
    }
    for policy in &arguments.policy {
        sources.push(PolicySource::of_id_or_file(policy, env)?);
    }
    let mut checkers: Vec<(String, Checker)> = Vec::new();
    for source in &sources {
        let id = &source.policy.id;
        if checkers.iter().any(|(known, _)| known == id) {
            return Err(Failure::new(format!("two policies are called {}", ulabel::text::escape(id))));
        }
        checkers.push((id.clone(), Checker::with_compiled_policy(source.compiled(env)?)));
    }
    let is_builtin = arguments.builtin || checkers.is_empty();
    let policies = Policies::given(checkers);
    let policies = if is_builtin { policies.with_builtin() } else { policies };
    let Some(folder) = &arguments.index else { return Ok(Served::new(policies, None)) };
    let failure = |error: IndexError| Failure::new(error.to_string());
    let id = Stats::read(folder).map_err(failure)?.policy;
    let decider = match sources.iter().find(|source| source.policy.id == id) {
        Some(source) => source.decider(env)?,
        None => PolicySource::of_tld(&id, env)?.decider(env)?,
    };
    let index = Index::open(folder, &decider).map_err(failure)?;
    Ok(Served::new(policies, Some(Existing::new(decider, index))))
}

/// A table of a policy.
pub(crate) enum Table {
    /// A ruleset in a file.
    File(PathBuf),
    /// A table written in the policy, with the name by which results call it.
    Written(String, Box<Lgr>),
}

/// The tables of the policy that arguments name, all or the one that they choose; none without a policy.
pub(crate) fn policy_tables(arguments: &SourceArguments, env: &mut Env) -> Result<Vec<Table>, Failure> {
    let source = PolicySource::new(&arguments.policy, env)?;
    source.map_or(Ok(Vec::new()), |source| source.tables(arguments.table.as_deref(), env))
}

/// The one ruleset that a command works on, from a file or from a policy.
pub(crate) fn ruleset(
    file: Option<&Path>,
    arguments: &SourceArguments,
    env: &mut Env,
) -> Result<Lgr, Failure> {
    let path = match (file, PolicySource::new(&arguments.policy, env)?) {
        (Some(path), _) => path.to_path_buf(),
        (None, None) => return Err(Failure::new("no ruleset is named, expected a file, --tld or --policy")),
        (None, Some(source)) => {
            let mut tables = source.tables(arguments.table.as_deref(), env)?;
            match (tables.pop(), tables.is_empty()) {
                (Some(Table::Written(_, lgr)), true) => return Ok(*lgr),
                (Some(Table::File(path)), true) => path,
                _ => return Err(source.failure("several tables, choose one of them by --table:")),
            }
        }
    };
    Ok(ruleset::read(&path, arguments.reading.into(), env)?.lgr)
}
