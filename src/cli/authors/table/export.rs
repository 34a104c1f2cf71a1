//! `horseshoe export`: a table of what the file says, empty where it says nothing.

use std::io;

use crate::scenario::{self, ScenarioFile, file::Member, file::Stance};

use super::super::super::args::{ExportArgs, Sheet};
use super::super::super::{Console, Status, source};
use super::super::written;
use super::columns::columns;

pub(in crate::cli) fn export(args: &ExportArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(opened) = source::open(&args.file, console)? else { return Ok(Status::Failed) };
    let read = scenario::read(&opened.name, &opened.bytes);
    let Some(file) = &read.file else {
        write!(console.err, "{}", read.diagnostics.render(console.color))?;
        return Ok(Status::Failed);
    };
    if args.output.as_ref().is_some_and(|output| output.as_os_str() == args.file.as_str()) {
        writeln!(console.err, "error: `{}` is the scenario; name another file", args.file)?;
        return Ok(Status::Failed);
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns(args.what).iter().map(|(name, _)| *name))?;
    for row in rows(file, args.what) {
        writer.write_record(row)?;
    }
    let table = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    let Some(output) = &args.output else {
        console.out.write_all(&table)?;
        return Ok(Status::Done);
    };
    let is_written = written::to(output, &table, console)?;
    Ok(if is_written { Status::Done } else { Status::Failed })
}

fn rows(file: &ScenarioFile, sheet: Sheet) -> Vec<Vec<String>> {
    let members = file.members.iter().map(|entry| (&entry.key.value, &entry.value));
    match sheet {
        Sheet::Members => members.map(|(id, member)| of_member(id, member)).collect(),
        Sheet::Positions => members
            .flat_map(|(id, member)| {
                member.stances.iter().map(move |stance| {
                    let label = [id, &member.name.value, &stance.key.value];
                    label.into_iter().cloned().chain(of_stance(&stance.value)).collect()
                })
            })
            .collect(),
    }
}

fn of_member(id: &str, member: &Member) -> Vec<String> {
    vec![
        id.to_owned(),
        member.name.value.clone(),
        cell(member.article.as_ref().map(|text| &text.value)),
        cell(member.adjective.as_ref().map(|text| &text.value)),
        member.seat.value.word().to_owned(),
        cell(member.influence.as_ref().map(|number| number.value)),
        cell(member.style.as_ref().map(|style| style.value.word())),
        cell(member.veto_reluctance.as_ref().map(|number| number.value)),
    ]
}

fn of_stance(stance: &Stance) -> Vec<String> {
    let red_line = stance.red_line.as_ref();
    vec![
        stance.position.value.to_string(),
        stance.salience.value.to_string(),
        cell(stance.flexibility.as_ref().map(|number| number.value)),
        cell(stance.uncertainty.as_ref().map(|number| number.value)),
        cell(red_line.map(|line| line.low.value)),
        cell(red_line.map(|line| line.high.value)),
        cell(stance.because.as_ref().map(|text| &text.value)),
        cell(stance.source.as_ref().map(|text| &text.value)),
        cell(stance.confidence.as_ref().map(|word| word.value.word())),
    ]
}

/// What the file has; an empty cell where it has nothing.
fn cell(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
