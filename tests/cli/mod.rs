//! The program as a whole: what it prints, and how it ends.

// Label generation rulesets: `lgr`, and labels under one.
mod lgr;
