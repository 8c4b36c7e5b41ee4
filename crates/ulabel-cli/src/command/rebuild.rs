use std::path::Path;
use crate::args::FormatArguments;
use crate::args::index::ExistingIndexArguments;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::Presentation;
pub(crate) fn run(_: &ExistingIndexArguments, _: &Path, _: FormatArguments, _: &Presentation, _: &mut Env) -> Result<Exit, Failure> { Err(Failure::new("")) }
