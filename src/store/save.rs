//! Writing a file so that it is never half written.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes `bytes` to `path`: beside it first, then in its place, so that whoever reads it finds
/// the old file or the new one, and never a part.
///
/// # Errors
/// A sentence with the way out, when the file cannot be written.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if path.is_dir() {
        return Err(format!("`{}` is a folder; name a file in it", path.display()));
    }
    let beside = beside(path);
    write(&beside, bytes).and_then(|()| fs::rename(&beside, path)).map_err(|fault| {
        // What was begun is of no use; that it may not be there to remove changes nothing.
        drop(fs::remove_file(&beside));
        format!("`{}` cannot be written: {fault}", path.display())
    })
}

/// Writes `bytes` to `path` as `save` does, and keeps the file that was there as a backup beside
/// it, `name.bak`, or `name.2.bak` where there is one already: no backup is ever lost. Its path, if
/// there was a file.
///
/// # Errors
/// A sentence with the way out, when the backup or the file cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<Option<PathBuf>, String> {
    if !path.is_file() {
        return save(path, bytes).map(|()| None);
    }
    let old = fs::read(path).map_err(|fault| {
        format!("`{}` cannot be read before it is replaced: {fault}", path.display())
    })?;
    let backup = free_backup(path)?;
    save(&backup, &old)?;
    save(path, bytes)?;
    Ok(Some(backup))
}

/// The first name for a backup of `path` that is not taken.
fn free_backup(path: &Path) -> Result<PathBuf, String> {
    const MOST: usize = 1000;
    let name = path.file_name().unwrap_or_default();
    let numbered = |number: usize| {
        let mut name = name.to_owned();
        name.push(if number == 1 { ".bak".to_owned() } else { format!(".{number}.bak") });
        path.with_file_name(name)
    };
    (1..=MOST)
        .map(numbered)
        .find(|backup| !backup.exists())
        .ok_or_else(|| format!("`{}` has {MOST} backups beside it; remove some", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A name in the same folder, so that renaming stays within one disk.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_file_replaces_the_old_one_and_leaves_nothing_beside_it() {
        let folder = std::env::temp_dir().join(format!("horseshoe-save-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("picture.png");
        save(&path, b"old").unwrap();
        save(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_is_replaced_stays_as_a_backup() {
        let folder = std::env::temp_dir().join(format!("horseshoe-backup-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("debate.ron");
        assert_eq!(replace(&path, b"first"), Ok(None));
        let backup = replace(&path, b"second").unwrap().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read(&backup).unwrap(), b"first");
        let second = replace(&path, b"third").unwrap().unwrap();
        assert_eq!(fs::read(&second).unwrap(), b"second");
        assert_eq!(fs::read(&backup).unwrap(), b"first", "an older backup stays");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 3);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_folder_is_refused_with_the_way_out() {
        let said = save(&std::env::temp_dir(), b"").unwrap_err();
        assert!(said.contains("is a folder; name a file in it"), "{said}");
    }
}
