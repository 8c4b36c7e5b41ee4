//! The state that handlers share.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use arc_swap::ArcSwap;
use tokio::sync;
use tokio::task::spawn_blocking;
use ulabel::Checker;
use ulabel::language::{Language, Messages};

use crate::access::Access;
use crate::error::{Code, Problem};
use crate::guard::RequestLog;
use crate::lgr_server::{LgrServer, LgrServerOptions};
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::served::{LoadError, Served};
use crate::workers::{Deadline, Workers};

/// How often an index is looked at for changes of another process.
const REFRESH_EVERY: Duration = Duration::from_secs(1);

/// What the service does beside its policies.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct AppOptions {
    /// The limits.
    pub limits: Limits,
    /// Who may change what is served.
    pub access: Access,
    /// The rulesets that are served as LGR Server does; none without.
    pub lgr_server: Option<LgrServerOptions>,
    /// What is logged of each request.
    pub request_log: RequestLog,
}

/// One state of what is served.
#[derive(Debug)]
pub struct Generation {
    /// 1 for the first, one more for each after it.
    pub number: u64,
    /// When it was loaded.
    pub loaded: SystemTime,
    /// What is served.
    pub served: Served,
}

/// What handlers share; cheap to clone. It is the state of every route.
#[derive(Clone)]
pub struct App(Arc<Shared>);

struct Shared {
    current: ArcSwap<Generation>,
    load: Box<dyn Fn() -> Result<Served, LoadError> + Send + Sync>,
    /// Held by the one that loads.
    loading: sync::Mutex<()>,
    last_failure: Mutex<Option<String>>,
    options: AppOptions,
    lgr_server: Option<LgrServer>,
    metrics: Metrics,
    workers: Workers,
    requests: sync::Semaphore,
    messages: [OnceLock<Messages>; Language::ALL.len()],
    is_stopping: AtomicBool,
    /// Numbers for requests in logs.
    request: AtomicU64,
}

/// Why a reload changed nothing: what was served before goes on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReloadError {
    /// What was to be served has faults.
    #[error("{0}")]
    Faulty(#[from] LoadError),
    /// It was broken off by a fault of this program.
    #[error("the loading was broken off by a fault of this program")]
    BrokenOff,
}

impl From<ReloadError> for Problem {
    fn from(error: ReloadError) -> Self {
        match error {
            // Paths and names of files stand in it, so it is for the log and for those who may change things.
            ReloadError::Faulty(LoadError(message)) => Self::new(Code::FaultyReload, message),
            ReloadError::BrokenOff => Self::new(Code::Internal, error.to_string()),
        }
    }
}

impl App {
    /// Loads what is to be served by `load`, on a thread where that may take long. A reload calls it again.
    ///
    /// # Errors
    ///
    /// That of `load`.
    pub async fn new(
        load: impl Fn() -> Result<Served, LoadError> + Send + Sync + 'static,
        options: AppOptions,
    ) -> Result<Self, ReloadError> {
        let (load, served) = on_a_thread(move || {
            let served = load();
            (load, served)
        })
        .await?;
        let first = Generation { number: 1, loaded: SystemTime::now(), served: served? };
        let limits = options.limits;
        Ok(Self(Arc::new(Shared {
            current: ArcSwap::from_pointee(first),
            load: Box::new(load),
            loading: sync::Mutex::new(()),
            last_failure: Mutex::new(None),
            lgr_server: options.lgr_server.clone().map(|options| LgrServer::new(options, &limits)),
            options,
            metrics: Metrics::new(),
            workers: Workers::new(&limits),
            requests: sync::Semaphore::new(limits.requests),
            messages: Default::default(),
            is_stopping: AtomicBool::new(false),
            request: AtomicU64::new(0),
        })))
    }

    /// What is served at this moment. Keep it to the end of a request: a reload changes nothing in it.
    #[must_use]
    pub fn served(&self) -> Arc<Generation> {
        self.0.current.load_full()
    }

    /// The checker of a policy that a request names, made ready apart if it is asked for the first time.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub async fn checker(&self, policy: Option<&str>) -> Result<Arc<Checker>, Problem> {
        let served = self.served();
        if served.served.policies().is_ready(policy) {
            return Ok(served.served.policies().checker(policy)?);
        }
        let name = policy.map(str::to_owned);
        Ok(self.run_apart(move |_| served.served.policies().checker(name.as_deref())).await??)
    }

    /// Loads anew what is served, and puts it in place of the old, which goes on for requests that have it. Two at a
    /// time come one after the other.
    ///
    /// # Errors
    ///
    /// If the new one has faults; then the old one stays.
    pub async fn reload(&self) -> Result<Arc<Generation>, ReloadError> {
        let _loading = self.0.loading.lock().await;
        let shared = Arc::clone(&self.0);
        let loaded = on_a_thread(move || (shared.load)()).await.and_then(|served| Ok(served?));
        match loaded {
            Ok(served) => {
                let number = self.served().number + 1;
                let new = Arc::new(Generation { number, loaded: SystemTime::now(), served });
                self.0.current.store(Arc::clone(&new));
                if let Some(lgr_server) = self.lgr_server() {
                    lgr_server.forget();
                }
                self.set_last_failure(None);
                self.metrics().reloaded(true);
                tracing::info!(generation = number, "reloaded");
                Ok(new)
            }
            Err(error) => {
                self.set_last_failure(Some(error.to_string()));
                self.metrics().reloaded(false);
                tracing::error!(reason = %error, "not reloaded: what was served before goes on");
                Err(error)
            }
        }
    }

    /// The reason why the last reload changed nothing, if it did not.
    #[must_use]
    pub fn last_failure(&self) -> Option<String> {
        self.0.last_failure.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set_last_failure(&self, failure: Option<String>) {
        *self.0.last_failure.lock().unwrap_or_else(PoisonError::into_inner) = failure;
    }

    /// Follows the changes that other processes make to the index, as long as it is polled.
    pub async fn follow_index(&self) {
        loop {
            tokio::time::sleep(REFRESH_EVERY).await;
            let served = self.served();
            if served.served.existing().is_none() {
                continue;
            }
            let refreshed = on_a_thread(move || served.served.existing().map(|existing| existing.refresh()));
            if let Ok(Some(Err(error))) = refreshed.await {
                tracing::warn!(reason = %error, "the index cannot be read anew");
            }
        }
    }

    /// Does work that may take long on one of [`Limits::workers`] threads. It asks the deadline in its loops, since
    /// nothing else can end it.
    ///
    /// # Errors
    ///
    /// [`Code::Overloaded`] where too much waits already, [`Code::WorkTimeout`] after [`Limits::work_time`],
    /// [`Code::Internal`] if the work panics.
    pub async fn run_apart<T: Send + 'static>(
        &self,
        work: impl FnOnce(Deadline) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        self.0.workers.run(work).await
    }

    /// The words of a language.
    #[must_use]
    pub fn messages(&self, language: Language) -> &Messages {
        let place = Language::ALL.iter().position(|known| *known == language).unwrap_or(0);
        let [first, ..] = &self.0.messages;
        self.0.messages.get(place).unwrap_or(first).get_or_init(|| Messages::new(language))
    }

    /// The rulesets of LGR Server, where they are served.
    #[must_use]
    pub fn lgr_server(&self) -> Option<&LgrServer> {
        self.0.lgr_server.as_ref()
    }

    /// The limits.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.0.options.limits
    }

    /// Who may change what is served.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.0.options.access
    }

    /// What is logged of each request.
    #[must_use]
    pub fn request_log(&self) -> RequestLog {
        self.0.options.request_log
    }

    /// The numbers that are counted.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// One permit for each request that is worked on.
    pub(crate) fn requests(&self) -> &sync::Semaphore {
        &self.0.requests
    }

    /// A number for the next request.
    pub(crate) fn next_request(&self) -> u64 {
        self.0.request.fetch_add(1, Ordering::Relaxed)
    }

    /// Says that the service is about to stop, so that it is not ready any more.
    pub fn stop(&self) {
        self.0.is_stopping.store(true, Ordering::Relaxed);
    }

    /// True if the service is about to stop.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.0.is_stopping.load(Ordering::Relaxed)
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("options", &self.0.options).finish_non_exhaustive()
    }
}

async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, ReloadError> {
    spawn_blocking(work).await.map_err(|_| ReloadError::BrokenOff)
}
