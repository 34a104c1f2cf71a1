//! What is said and written when the program stops because of a fault of its own.

use std::io::Write as _;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};

/// The report, in the folder of the program's data.
const FILE: &str = "crash.txt";

/// From now on a fault writes a report and says where it is. The debate is safe all the while:
/// what a person does is written down as it happens.
pub(super) fn install(folder: Option<PathBuf>) {
    panic::set_hook(Box::new(move |fault| {
        let report = report(fault);
        let said = match folder.as_deref().map(|folder| write(folder, &report)) {
            Some(Ok(path)) => format!("A report is in {}.", path.display()),
            Some(Err(why)) => format!("The report cannot be written: {why}."),
            None => "There is no folder for a report.".to_owned(),
        };
        // Nothing is left to do when even this cannot be said.
        drop(writeln!(
            std::io::stderr(),
            "error: Horseshoe has a fault and has to stop. {said} What you did is saved: start \
             Horseshoe again, and it offers to go on.\n{report}"
        ));
    }));
}

fn report(fault: &PanicHookInfo<'_>) -> String {
    let payload = fault.payload();
    let message = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    let place = fault.location().map_or_else(String::new, ToString::to_string);
    format!("Horseshoe {} at {place}: {message}", env!("CARGO_PKG_VERSION"))
}

fn write(folder: &Path, report: &str) -> Result<PathBuf, String> {
    std::fs::create_dir_all(folder).map_err(|fault| fault.to_string())?;
    let path = folder.join(FILE);
    std::fs::write(&path, format!("{report}\n")).map_err(|fault| fault.to_string())?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_lies_in_the_folder_of_the_programs_data() {
        let folder = std::env::temp_dir().join(format!("horseshoe-crash-{}", std::process::id()));
        let path = write(&folder, "a fault").unwrap();
        assert_eq!(std::fs::read_to_string(path).unwrap(), "a fault\n");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
