//! `horseshoe export` and `import`: members and positions as tables.

mod columns;
mod export;
mod import;
mod row;

pub(in crate::cli) use export::export;
pub(in crate::cli) use import::import;
