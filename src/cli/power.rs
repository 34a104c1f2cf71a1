//! `horseshoe power`: voting power in the body as such.

use std::io;

use serde_json::{Map, Value, json};

use crate::vote;

use super::args::{FileArgs, Format};
use super::{Console, Status, source};

pub(super) fn power(args: &FileArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(scenario) = source::load(&args.file, console)? else { return Ok(Status::Failed) };
    let powers = vote::power(&scenario);
    let in_file_order = scenario
        .order
        .members
        .iter()
        .filter_map(|id| powers.iter().find(|power| power.member == *id));
    if args.format == Format::Json {
        let members: Map<String, Value> = in_file_order
            .map(|power| {
                let id = scenario.members[power.member].identifier.clone();
                let row = json!({
                    "shapley_shubik": power.shapley_shubik,
                    "banzhaf": power.banzhaf,
                });
                (id, row)
            })
            .collect();
        writeln!(console.out, "{:#}", json!({ "format": 1, "members": members }))?;
        return Ok(Status::Done);
    }
    writeln!(console.out, "Voting power in {}, exact\n", scenario.body)?;
    writeln!(console.out, "{:<32}  {:>14}  {:>10}", "Member", "Shapley-Shubik", "Banzhaf")?;
    for power in in_file_order {
        writeln!(
            console.out,
            "{:<32}  {:>14.6}  {:>10.6}",
            scenario.members[power.member].name.short, power.shapley_shubik, power.banzhaf
        )?;
    }
    Ok(Status::Done)
}
