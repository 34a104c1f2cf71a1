//! The doctor: what forecasts and many runs show of a scenario that its author may not have meant.
//!
//! One file per subject, in the order of `ALL`. A remark names its figure, how many runs it rests
//! on, its place and the way out; a comment beside its place may explain it.

mod agreement;
mod comments;
mod ear;
mod endings;
mod evidence;
mod figures;
mod hinge;
mod idle;
mod leftover;
mod questions;
mod reach;
mod spelling;
mod sponsors;
mod texts;
mod untouched;
mod voices;
mod wording;

use std::sync::Arc;

use crate::council::{AdoptionRule, DelegationId, IssueId, OutcomeId, PutToAction};
use crate::ensemble::{EnsembleFault, Plan, Summary, Watch, listened};
use crate::scenario::file::{self, ScenarioFile};
use crate::scenario::syntax::{NodeKind, Tree};
use crate::scenario::{Code, Diagnostic, Diagnostics, Entry, Read, Scenario, Span};
use crate::stream::Seed;

use comments::Comments;
use ear::Ear;
use reach::Reach;

pub use crate::text::word_list::{Found, WordFault, Words};
pub use spelling::misspelt;

/// Looks at one subject and says what it finds.
type Check = fn(&Context<'_>, &mut Remarks<'_>);

/// All checks.
const ALL: &[Check] = &[
    endings::foregone,
    endings::out_of_reach,
    idle::check,
    untouched::check,
    questions::check,
    agreement::check,
    evidence::check,
    sponsors::withdrawn,
    sponsors::without_gain,
    voices::check,
    hinge::check,
    wording::check,
    leftover::check,
    spelling::check,
];

/// How many runs are held unless another number is asked for.
const RUNS: u64 = 400;
/// The fewest of a scenario too large for that many.
const FEWEST_RUNS: u64 = 10;
/// How many members times issues times outcomes all runs may have together: some ten seconds.
const CELLS: u64 = 25_000_000;

/// How a scenario is to be examined.
#[derive(Debug, Clone, Copy)]
pub struct Examination<'a> {
    /// How many runs, from seed 1 on; `None` for as many as the size of the scenario allows.
    pub runs: Option<u64>,
    /// How many threads hold them; 0 for as many as the machine has. The remarks are the same.
    pub threads: usize,
    /// The words that are asked to be said otherwise.
    pub words: &'a Words,
}

/// What an examination found.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// The remarks, those that a comment explains included.
    pub remarks: Vec<Diagnostic>,
    /// How many runs they rest on.
    pub runs: u64,
    /// How many were planned: more, where somebody cancelled.
    pub planned: u64,
}

/// Examines a scenario file that was read. One with errors has no remarks.
///
/// Cancelled, it gives what the runs held so far show.
///
/// # Errors
/// When no threads can be started.
pub fn examine(
    read: &Read,
    examination: &Examination<'_>,
    watch: &mut Watch<'_>,
) -> Result<Findings, EnsembleFault> {
    let (Some(file), Some(tree), Some(scenario)) = (&read.file, &read.tree, read.scenario()) else {
        return Ok(Findings::default());
    };
    let planned = examination.runs.unwrap_or_else(|| affordable(&scenario));
    let plan = Plan {
        seed: Seed(1),
        runs: planned,
        varied: false,
        threads: examination.threads,
        until: None,
    };
    let (summary, ears) = listened(&scenario, &plan, watch, || Ear::new(&scenario))?;
    let comments = Comments::of(tree);
    let context = Context {
        file,
        tree,
        scenario: &scenario,
        summary: &summary,
        ear: &Ear::sum(&scenario, &ears),
        reach: &Reach::of(&scenario, watch.cancel),
        comments: &comments,
        words: examination.words,
        read: &read.diagnostics,
    };
    let mut remarks = Remarks { list: Vec::new(), comments: &comments };
    for check in ALL {
        check(&context, &mut remarks);
    }
    let mut remarks = remarks.list;
    for remark in &mut remarks {
        remark.span = read.place_in_file(remark.span);
    }
    Ok(Findings { remarks, runs: summary.runs(), planned })
}

/// As many runs as are usual, or as a scenario of this size can be held in a bearable time.
fn affordable(scenario: &Arc<Scenario>) -> u64 {
    let cells = scenario.members.len() * scenario.issues.len() * scenario.outcomes.len();
    // Chances of weights take the square of the members, others a fraction of that.
    let is_weighted = |id| matches!(scenario.rule(id), AdoptionRule::Weighted { .. });
    let each =
        if scenario.outcomes.ids().any(is_weighted) { scenario.derived.voting.len() } else { 1 };
    (CELLS / (cells as u64 * each as u64).max(1)).clamp(FEWEST_RUNS, RUNS)
}

/// What checks look at.
struct Context<'a> {
    file: &'a ScenarioFile,
    tree: &'a Tree,
    scenario: &'a Scenario,
    summary: &'a Summary,
    ear: &'a Ear,
    reach: &'a Reach,
    comments: &'a Comments<'a>,
    words: &'a Words,
    /// What reading the file has said already.
    read: &'a Diagnostics,
}

impl<'a> Context<'a> {
    /// The outcomes in the order of the file.
    fn outcomes(&self) -> impl Iterator<Item = (OutcomeId, &'a Entry<String, file::Outcome>)> {
        self.scenario.order.outcomes.iter().copied().zip(&self.file.outcomes)
    }

    /// The delegations in the order of the file.
    fn members(&self) -> impl Iterator<Item = (DelegationId, &'a Entry<String, file::Member>)> {
        self.scenario.order.members.iter().copied().zip(&self.file.members)
    }

    /// The voting members in the order of the file.
    fn voting(&self) -> impl Iterator<Item = (DelegationId, &'a Entry<String, file::Member>)> {
        self.members().filter(|&(who, _)| self.scenario.members[who].votes())
    }

    /// The issues in the order of the file.
    fn issues(&self) -> impl Iterator<Item = (IssueId, &'a Entry<String, file::Issue>)> {
        self.scenario.order.issues.iter().copied().zip(&self.file.issues)
    }

    /// How many runs were held.
    fn runs(&self) -> u64 {
        self.summary.runs()
    }

    /// Whether members decide on a text when it is put, and it can be put.
    fn is_decided(&self, outcome: OutcomeId) -> bool {
        is_decided(self.scenario, outcome)
    }

    /// The name of the field of the file that holds all members: where a remark on all stands.
    fn all_members(&self) -> Span {
        let root = self.tree.root().map(|root| self.tree.unwrapped(root));
        let mut fields = root.into_iter().flat_map(|root| self.tree.children(root));
        let found = fields.find(|&field| {
            self.tree.kind(field) == NodeKind::Field && self.tree.name(field) == "members"
        });
        found.map_or(self.file.head, |field| self.tree.name_span(field))
    }
}

/// Whether members decide on a text when it is put, and it can be put.
fn is_decided(scenario: &Scenario, outcome: OutcomeId) -> bool {
    scenario.rule(outcome).is_decided_by_members()
        && scenario.outcomes[outcome].action != PutToAction::TalliedOnly
}

/// The remarks so far; each is looked up among the comments as it comes.
struct Remarks<'a> {
    list: Vec<Diagnostic>,
    comments: &'a Comments<'a>,
}

impl Remarks<'_> {
    fn add(&mut self, code: Code, span: Span, message: String, hint: impl Into<String>) {
        let explained = self.comments.explanation(code, span);
        self.list.push(Diagnostic { explained, ..Diagnostic::new(code, span, message, hint) });
    }
}
