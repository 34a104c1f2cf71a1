//! S201 and S202: texts of which it is known before how they end.

use crate::council::{Id as _, OutcomeId};
use crate::ensemble::Ending;
use crate::scenario::{Code, shown};

use super::figures::{counted, of_runs, percent};
use super::{Context, Remarks};

/// From which lower bound of the share of adoption nothing is open any more.
const SURE: f64 = 0.98;
/// Up to which upper bound of it a text counts as out of reach.
const HOPELESS: f64 = 0.02;

/// S201. Summaries and joint statements are left out: to issue them is what these forms mean.
pub(super) fn foregone(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let runs = context.runs();
    for (outcome, entry) in context.outcomes().filter(|&(id, _)| context.is_decided(id)) {
        let counts = context.summary.outcome(outcome);
        let adopted = counts.share(Ending::Adopted, runs);
        let opening = context.reach.adopted(outcome);
        // Few runs prove little by themselves: there the forecast has to agree.
        let always = runs > 0 && adopted.count == runs && opening.is_some_and(|p| p > SURE);
        if adopted.low <= SURE && !always {
            continue;
        }
        let lighter = runs - counts.forms[context.scenario.outcomes[outcome].form as usize];
        let stepped = if lighter > 0 {
            format!(", in {lighter} of them in another form than it is tabled in")
        } else {
            String::new()
        };
        let message = format!(
            "`{}` is adopted in {}{stepped}{}",
            shown(&entry.key.value),
            of_runs(adopted.count, runs),
            at_the_opening(opening)
        );
        let hint = "move its aims to where members differ, or say beside it why it is meant so: \
                    `// doctor: S201: …`";
        remarks.add(Code::ForegoneConclusion, entry.key.span, message, hint);
    }
}

/// S202.
pub(super) fn out_of_reach(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let runs = context.runs();
    for (outcome, entry) in context.outcomes().filter(|&(id, _)| context.is_decided(id)) {
        let counts = context.summary.outcome(outcome);
        let adopted = counts.share(Ending::Adopted, runs);
        let opening = context.reach.adopted(outcome);
        let never = adopted.high <= HOPELESS || opening.is_some_and(|p| p <= HOPELESS);
        if runs == 0 || adopted.count > 0 || !never {
            continue;
        }
        let message = format!(
            "`{}` is adopted in none of {} (at most {}, 95 %): {}{}",
            shown(&entry.key.value),
            counted(runs, "run"),
            percent(adopted.high),
            reasons(context, outcome),
            at_the_opening(opening)
        );
        remarks.add(Code::OutcomeOutOfReach, entry.key.span, message, mend(context, outcome));
    }
}

/// "; P(adopted) at the opening is 48.2 %".
fn at_the_opening(adopted: Option<f64>) -> String {
    adopted.map_or_else(String::new, |p| format!("; P(adopted) at the opening is {}", percent(p)))
}

/// "not put in 388 (in 12 it gave way to more promising texts), vetoed in 12".
fn reasons(context: &Context<'_>, outcome: OutcomeId) -> String {
    let counts = context.summary.outcome(outcome);
    let mut endings: Vec<Ending> = Ending::ALL.into_iter().skip(1).collect();
    endings.sort_by_key(|&ending| std::cmp::Reverse(counts.endings[ending as usize]));
    let said = endings.into_iter().filter(|&ending| counts.endings[ending as usize] > 0);
    let said: Vec<String> = said
        .map(|ending| {
            let number = counts.endings[ending as usize];
            let words = match ending {
                Ending::Adopted => "adopted in",
                Ending::Vetoed => "vetoed in",
                Ending::ShortOfVotes => "short of votes in",
                Ending::Objected => "objected to in",
                Ending::NotPut => "not put in",
            };
            let gave_way = context.ear.gave_way[outcome];
            let withdrawn = context.ear.withdrawn.iter().filter(|((of, _), _)| *of == outcome);
            let withdrawn: u64 = withdrawn.map(|(_, count)| count).sum();
            let more = match ending {
                Ending::NotPut if withdrawn > 0 => {
                    format!(" (in {withdrawn} a sponsor withdrew it)")
                }
                Ending::NotPut if gave_way > 0 => {
                    format!(" (in {gave_way} it gave way to more promising texts)")
                }
                _ => String::new(),
            };
            format!("{words} {number}{more}")
        })
        .collect();
    said.join(", ")
}

fn mend(context: &Context<'_>, outcome: OutcomeId) -> String {
    let counts = context.summary.outcome(outcome);
    let of = |ending: Ending| counts.endings[ending as usize];
    let most = Ending::ALL.into_iter().max_by_key(|&ending| of(ending));
    let way = match most {
        Some(Ending::Vetoed) => {
            let members = context.scenario.members.pairs();
            let most = members.max_by_key(|(who, _)| counts.vetoes_by[who.index()]);
            let name = most.map_or("", |(_, member)| &member.identifier);
            format!("look at how far its aims lie from `{}`, which vetoes it most", shown(name))
        }
        Some(Ending::NotPut) => {
            "move its aims nearer to the members, or write `action: ToShowTheVote` to see it voted \
             on"
            .to_owned()
        }
        _ => "move its aims nearer to the members".to_owned(),
    };
    format!("{way}, or say beside it why it is meant so: `// doctor: S202: …`")
}
