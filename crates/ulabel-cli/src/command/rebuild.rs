use crate::args::FormatArguments;
use crate::args::index::ExistingIndexArguments;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::Presentation;
use std::path::Path;
pub(crate) fn run(
    _: &ExistingIndexArguments,
    _: &Path,
    _: FormatArguments,
    _: &Presentation,
    _: &mut Env,
) -> Result<Exit, Failure> {
    Err(Failure::new(""))
}
