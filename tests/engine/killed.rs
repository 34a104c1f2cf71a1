//! A program that is killed in the middle of playing loses nothing that it had noted.

use std::env;
use std::io::{BufRead as _, BufReader, Write as _, stdout};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use horseshoe::Seed;
use horseshoe::debate::{self, Action, Intended};
use horseshoe::session::{Draft, Matter, Session};
use horseshoe::store::journal::{Journal, recover, recoverable};

use super::council::cyber;

/// Names the folder in which the player that is to be killed keeps its journal.
const FOLDER: &str = "HORSESHOE_KILLED_IN";
/// How often a player is killed.
const TIMES: u64 = 50;

/// What the player types, letter by letter.
const TYPED: &str = "Mr. President, Slovenia thanks the Republic of Korea. Water and energy systems \
                     need protection, and the law applies to all of us.";

/// Plays, and says after each thing noted what it was: the number of deeds, and of letters typed.
/// Runs only where it is started to be killed.
#[test]
fn the_player_that_is_killed() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return };
    let mut session = Session::new(cyber(), Seed(1));
    let svn = session.scenario().delegation("SVN").expect("it takes part");
    session.sit(vec![svn], false).expect("nothing was done");
    let mut journal = Journal::begin(&folder, &session, "unsc-cyber-2024").expect("it can write");
    let mut note = |session: &Session, letters: usize| {
        journal.note(session).expect("it can write");
        println!("noted {} {letters}", session.deeds().len());
        stdout().flush().expect("somebody reads");
    };
    loop {
        session.seek(usize::MAX);
        let Some(due) = session.due().cloned() else { break };
        if due.matter == Matter::Floor {
            for letters in 1..=TYPED.len() {
                let words = Some(TYPED[..letters].to_owned());
                let intended = Intended { words, ..Intended::silent(svn) };
                session.keep_draft(svn, Some(Draft { intended, ..Draft::empty(svn) }));
                note(&session, letters);
            }
            let words = Some(TYPED.to_owned());
            let said = Action::Say(Intended { words, ..Intended::silent(svn) });
            session.act(&said).expect("it has the floor");
            session.keep_draft(svn, None);
        } else {
            session.finish_matter();
        }
        note(&session, 0);
    }
}

/// Starts a player, and kills it once it has noted so many things. What it noted last.
fn killed_after(folder: &Path, notes: usize) -> (usize, usize) {
    let program = env::current_exe().expect("a test is a program");
    let mut player = Command::new(program)
        .args(["--exact", "killed::the_player_that_is_killed", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it can be started");
    let out = BufReader::new(player.stdout.take().expect("it is read"));
    let said = out.lines().map_while(Result::ok).filter_map(|line| {
        let mut numbers = line.strip_prefix("noted ")?.split(' ').map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    });
    let last = said.take(notes).last().expect("it notes something");
    player.kill().expect("it can be killed");
    player.wait().expect("it ends");
    last
}

#[test]
fn a_player_killed_at_fifty_moments_finds_all_that_was_noted_and_the_record_verifies() {
    for time in 0..TIMES {
        let name = format!("horseshoe-killed-{}-{time}", std::process::id());
        let folder = env::temp_dir().join(name);
        // From the first note to beyond the last, not twice at one place.
        let (deeds, letters) = killed_after(&folder, 1 + (time as usize * 29) % 149);
        let left = recoverable(&folder);
        assert_eq!(left.len(), 1, "its session is offered");
        let (found, _journal) = recover(&left[0].path).expect("it can be read");
        assert_eq!(found.warning, None);
        let session = found.session;
        let draft = session.drafts().first().and_then(|(_, draft)| draft.intended.words.clone());
        let typed = draft.map_or(0, |words| words.len());
        let is_further = session.deeds().len() > deeds;
        assert!(is_further || (session.deeds().len() == deeds && typed >= letters));
        assert!(debate::replay(&session.record_text()).is_ok());
        std::fs::remove_dir_all(&folder).expect("it is its own");
    }
}
