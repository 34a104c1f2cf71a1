//! Why a statement says what it says: its points, its declarations, whom it answers.

use crate::council::{
    Capacity, DelegationId, Direction, Id as _, IssueId, OutcomeId, Point, Statement,
    StatementPurpose,
};
use crate::debate::{Cause, EventKind, State};

use super::ballot::stance_words;
use super::{Ledger, Reason, argument_path, points, signed};

impl Ledger<'_> {
    /// The statement of event number `n`, if it is one.
    pub fn statement(&self, n: usize) -> Option<&Statement> {
        match &self.events().get(n.checked_sub(1)?)?.kind {
            EventKind::StatementDelivered(said) => Some(said),
            _ => None,
        }
    }

    /// Why the statement of event number `n` addresses `issue`, and voices what it does.
    pub fn point(self, n: usize, issue: IssueId) -> Option<Reason> {
        let said = self.statement(n)?;
        let point = said.points.iter().find(|point| point.issue == issue)?;
        let scenario = self.scenario();
        let name = &scenario.issues[issue].name;
        let says = format!("why {} spoke on “{name}” (simulated)", self.name(said.speaker));
        let mut reason = Reason::new(says).at_event(n);
        if self.events()[n - 1].cause == Cause::Person {
            reason.because.push(Reason::new("a person chose to".to_owned()));
        } else {
            let before = self.before(n);
            reason.because.push(self.choice(said, point, &before));
            reason.because.extend(self.voice(said, point, n));
        }
        reason.because.extend(self.argument(said, point));
        Some(reason)
    }

    /// Why the issue of a point was chosen.
    fn choice(self, said: &Statement, point: &Point, before: &State) -> Reason {
        let scenario = self.scenario();
        let by_rule = match said.purpose {
            _ if said.capacity == Capacity::Briefer => Some("a briefer gives all its arguments"),
            StatementPurpose::Debate => None,
            StatementPurpose::Further => Some("it answers on the issue on which it was criticized"),
            StatementPurpose::ExplanationBefore(_)
            | StatementPurpose::ExplanationAfter(_)
            | StatementPurpose::Dissociation(_) => {
                Some("it speaks of the issue that weighs most against the text in its eyes")
            }
        };
        if let Some(says) = by_rule {
            return Reason::new(says.to_owned());
        }
        let Point { issue, attention, luck, .. } = *point;
        let says = format!(
            "it pays attention {} to the issue, and luck adds {}: the highest sums are chosen",
            points(attention),
            signed(luck)
        );
        let salience = before.salience[(said.speaker, issue)];
        let mut because =
            vec![Reason::new(format!("salience {}", points(salience))).at(self.stance_path(
                said.speaker,
                issue,
                "salience",
            ))];
        if scenario.derived.prompted[issue] {
            let says = format!(
                "a guiding question of the concept note raises it: {:.0} % more attention",
                scenario.dynamics.prompt * 100.0
            );
            because.push(Reason::new(says).at("dynamics.prompt".to_owned()));
        }
        let heat = before.heat[issue];
        if heat > 0.0 {
            let says = format!(
                "speakers before it raised the issue: heat {}, which counts {:.0} %",
                points(heat),
                scenario.dynamics.heat * 100.0
            );
            because.push(Reason::new(says).at("dynamics.heat".to_owned()));
        }
        let draw = format!("luck {}, drawn from seed {}", signed(luck), self.record.seed.0);
        because.push(Reason::new(draw).at("dynamics.spontaneity".to_owned()));
        Reason::new(says).because(because)
    }

    /// Why the position of a point is voiced as it is.
    fn voice(self, said: &Statement, point: &Point, n: usize) -> Option<Reason> {
        let voiced = point.voiced?;
        let scenario = self.scenario();
        let (who, issue) = (said.speaker, point.issue);
        let mark = scenario.issues[issue].nearest_mark(voiced);
        let says = format!("it voiced {}, nearest to “{mark}”", points(voiced));
        let mut because = vec![self.position(who, issue, n - 1)];
        let agreed = scenario.members[who].style.agreed_language();
        if agreed > 0.0 {
            let says = format!(
                "its style moves what it says {:.0} % of the way to today’s situation",
                agreed * 100.0
            );
            let quo = Reason::new(format!(
                "status quo {}",
                points(scenario.issues[issue].status_quo.get())
            ))
            .at(self.issue_path(issue, "status_quo"));
            let path = format!("{}.style", self.member_path(who));
            because.push(Reason::new(says).at(path).because(vec![quo]));
        }
        Some(Reason::new(says).because(because))
    }

    /// The argument of a point, with its source.
    fn argument(self, said: &Statement, point: &Point) -> Option<Reason> {
        let argument = point.argument?;
        let written = &self.scenario().members[said.speaker].arguments[argument.index()];
        let end = match written.toward {
            Direction::High => &self.scenario().issues[point.issue].high,
            Direction::Low => &self.scenario().issues[point.issue].low,
        };
        let says = format!("an argument of its own fits, toward “{end}”: {}", written.text);
        let path = argument_path(&self.member_path(said.speaker), argument);
        Some(Reason::new(says).at(path).with_source(written.source))
    }

    /// Why the statement of event number `n` declares what it does on `outcome`.
    pub fn declaration_at(self, n: usize, outcome: OutcomeId) -> Option<Reason> {
        let said = self.statement(n)?;
        let declared = said.declarations.iter().find(|it| it.outcome == outcome)?;
        let title = &self.scenario().outcomes[outcome].title;
        let says = format!(
            "{} {} on “{title}” (simulated)",
            self.name(said.speaker),
            stance_words(declared.stance)
        );
        Some(Reason::new(says).at_event(n).because(self.because_declared(n, outcome)))
    }

    /// Why the statement of event number `n` commends whom it does.
    pub fn commendation(self, n: usize) -> Option<Reason> {
        let said = self.statement(n)?;
        let it = said.commends?;
        let name = &self.scenario().issues[it.issue].name;
        let says = format!(
            "{} commended {} on “{name}” (simulated)",
            self.name(said.speaker),
            self.name(it.to)
        );
        let affinity = Reason::new(format!(
            "of those that voiced a position near its own, its affinity is largest toward {}: {}",
            self.name(it.to),
            signed(it.affinity)
        ))
        .at(self.relation_path(said.speaker, it.to));
        let mut because = vec![affinity];
        because.extend(self.last_voiced(it.to, it.issue, n));
        because.extend(self.own_voice(said, it.issue, n));
        Some(Reason::new(says).at_event(n).because(because))
    }

    /// Why the statement of event number `n` differs from the position it does.
    pub fn criticism(self, n: usize) -> Option<Reason> {
        let said = self.statement(n)?;
        let it = said.criticizes?;
        let name = &self.scenario().issues[it.issue].name;
        let says =
            format!("{} did not share a position on “{name}” (simulated)", self.name(said.speaker));
        let distance = Reason::new(format!(
            "the position stands {} from its own, the farthest it had heard on an issue it cares for",
            points(it.distance)
        ));
        let mut because = vec![distance];
        because.extend(self.last_voiced(it.of, it.issue, n));
        because.extend(self.own_voice(said, it.issue, n));
        if !it.named {
            let says = "nobody is named: only a sourced argument of the author’s names a State";
            because.push(Reason::new(says.to_owned()));
        }
        Some(Reason::new(says).at_event(n).because(because))
    }

    fn own_voice(self, said: &Statement, issue: IssueId, n: usize) -> Option<Reason> {
        let point = said.points.iter().find(|point| point.issue == issue)?;
        self.voice(said, point, n)
    }

    /// The last statement before event number `n` in which `who` voiced a position on `issue`.
    fn last_voiced(self, who: DelegationId, issue: IssueId, n: usize) -> Option<Reason> {
        let before = self.events().iter().take(n - 1).enumerate().rev();
        before.into_iter().find_map(|(at, event)| {
            let EventKind::StatementDelivered(said) = &event.kind else { return None };
            let point = said.points.iter().find(|point| point.issue == issue)?;
            let voiced = point.voiced.filter(|_| said.speaker == who)?;
            let mark = self.scenario().issues[issue].nearest_mark(voiced);
            let says =
                format!("{} had voiced {}, nearest to “{mark}”", self.name(who), points(voiced));
            Some(Reason::new(says).at_event(at + 1))
        })
    }

    fn relation_path(self, who: DelegationId, toward: DelegationId) -> String {
        let id = &self.scenario().members[toward].sign;
        format!("{}.relations[{id:?}]", self.member_path(who))
    }
}
