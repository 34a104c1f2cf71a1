//! The questions to the class before and after the debate, and what was learned between.

use eframe::egui::Ui;

use crate::analysis::hands::{learned_by_hands, learned_of};
use crate::analysis::learning::{Answers, by_question, learned, learned_by_class};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{
    ChipKind, EmptyState, Icon, described, empty_state, framed, prose, ringed, tag, title,
};
use crate::scenario::Question;
use crate::session::{Papers, ROOM, Session};

use super::people::Picker;
use super::{body, hands, pressed, small, weak};

/// When the class is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Round {
    #[default]
    Before,
    After,
}

impl Round {
    const fn title(self) -> &'static str {
        match self {
            Self::Before => "Before the debate",
            Self::After => "After the debate",
        }
    }
}

/// The residue of the questions.
#[derive(Debug, Default)]
pub(super) struct Questions {
    picker: Picker,
    /// As chosen; else as far as the debate is.
    round: Option<Round>,
    /// The question whose hands are counted.
    at: usize,
    /// Whether the right answers are shown.
    is_revealed: bool,
}

impl Questions {
    /// Draws them; `true` where the class wants to go on to its predictions.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        papers: &mut Papers,
        ui: &mut Ui,
    ) -> bool {
        let questions = &session.scenario().questions;
        if questions.is_empty() {
            let it = EmptyState {
                icon: Icon::Info,
                title: "This scenario asks no questions",
                text: "Its author can add them to the file, under `questions`.",
                action: None,
            };
            empty_state(ui, ctx.tokens, &it);
            return false;
        }
        weak(
            ctx,
            "The same questions are asked twice. Answers and reasons are shown after the second \
             round only, so that the debate itself can teach them.",
            ui,
        );
        let round = self.choose_round(ctx, session, ui);
        self.picker.ui(ctx, papers, Some("A show of hands"), ui);
        let is_late = round == Round::Before && session.cursor() > 0;
        if is_late {
            small(
                ctx,
                "The debate has begun: what is entered or changed now counts, and is marked as late.",
                ui,
            );
        }
        ui.add_space(space::S);
        let by = self.picker.chosen().map(str::to_owned);
        let before = (papers.answers.clone(), papers.hands.clone());
        let goes_on = match &by {
            Some(by) => {
                each(ctx, (questions, round), (papers, by), ui);
                false
            }
            None => hands::hands_up(ctx, (questions, round), (papers, &mut self.at), ui),
        };
        if is_late && before != (papers.answers.clone(), papers.hands.clone()) {
            let by = by.as_deref().unwrap_or(ROOM);
            if !papers.late_answers.iter().any(|it| it == by) {
                papers.late_answers.push(by.to_owned());
            }
        }
        self.answers(ctx, (questions, round), papers, ui);
        goes_on
    }

    fn choose_round(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) -> Round {
        let as_it_is = if session.is_over() { Round::After } else { Round::Before };
        let round = self.round.unwrap_or(as_it_is);
        ui.horizontal(|ui| {
            ui.label(rich("Asked", Text::BodyStrong, ctx.tokens.text));
            for it in [Round::Before, Round::After] {
                let radio = ui.radio(round == it, it.title());
                if ringed(ui, ctx.tokens, radio).clicked() {
                    self.round = Some(it);
                    self.is_revealed = false;
                }
            }
        });
        self.round.unwrap_or(round)
    }

    /// What is right and why, and what was gained, once it has been asked after the debate.
    fn answers(
        &mut self,
        ctx: ViewCtx<'_>,
        (questions, round): (&[Question], Round),
        papers: &Papers,
        ui: &mut Ui,
    ) {
        ui.add_space(space::L);
        let asked = papers.answers.iter().any(|it| !it.after.is_empty())
            || papers.hands.after.iter().flatten().any(|&count| count > 0);
        if round == Round::Before || !asked {
            let text = "The answers stay closed until something is entered for the round after \
                        the debate.";
            return small(ctx, text, ui);
        }
        if !self.is_revealed {
            self.is_revealed = pressed(ctx, "Show the answers and reasons", ui);
            return;
        }
        title(ui, ctx.tokens, "The answers");
        for (at, question) in questions.iter().enumerate() {
            answer(ctx, (at, question), ui);
        }
        ui.add_space(space::L);
        title(ui, ctx.tokens, "What was learned");
        gains(ctx, questions, papers, ui);
    }
}

/// The questions with the answers of one person.
fn each(
    ctx: ViewCtx<'_>,
    (questions, round): (&[Question], Round),
    (papers, by): (&mut Papers, &str),
    ui: &mut Ui,
) {
    let known = papers.answers.iter().position(|it| it.by == by);
    let mut answers = known.map_or_else(
        || Answers { by: by.to_owned(), ..Answers::default() },
        |at| papers.answers[at].clone(),
    );
    let given = match round {
        Round::Before => &mut answers.before,
        Round::After => &mut answers.after,
    };
    let before = given.clone();
    given.resize(questions.len(), None);
    for (at, question) in questions.iter().enumerate() {
        let asked = format!("{}. {}", at + 1, question.text);
        prose(ui, &asked, (Text::BodyStrong, ctx.tokens.text), super::WIDE);
        ui.indent(("choices", at), |ui| {
            for (place, choice) in question.choices.iter().enumerate() {
                let is_chosen = given[at] == Some(place);
                let radio = ui.radio(is_chosen, choice);
                described(&radio, &format!("Question {}", at + 1));
                if ringed(ui, ctx.tokens, radio).clicked() {
                    given[at] = (!is_chosen).then_some(place);
                }
            }
        });
    }
    // Who has answered nothing was not asked.
    if given.iter().all(Option::is_none) {
        given.clear();
    }
    if *given != before {
        match known {
            Some(at) => papers.answers[at] = answers,
            None => papers.answers.push(answers),
        }
    }
}

fn answer(ctx: ViewCtx<'_>, (at, question): (usize, &Question), ui: &mut Ui) {
    let right = question.choices.get(question.answer).map_or("", String::as_str);
    let letter = hands::letter(question.answer);
    let asked = format!("{}. {}", at + 1, question.text);
    prose(ui, &asked, (Text::Body, ctx.tokens.text_weak), super::WIDE);
    ui.horizontal_top(|ui| {
        tag(ui, ctx.tokens, &format!("Right: {letter}"), ChipKind::Plain);
        // A row of its own breaks lines.
        ui.vertical(|ui| {
            prose(ui, right, (Text::BodyStrong, ctx.tokens.text), super::WIDE);
        });
    });
    if !question.because.is_empty() {
        body(ctx, &format!("Because {}.", question.because.trim_end_matches('.')), ui);
    }
    ui.add_space(space::S);
}

/// What is said of answers of before the debate that came late.
fn late(papers: &Papers, by: &str) -> &'static str {
    let is_late = papers.late_answers.iter().any(|it| it == by);
    if is_late { " Entered or changed after the debate had begun." } else { "" }
}

/// What was learned: by the class, by a show of hands, by each, and of each question.
fn gains(ctx: ViewCtx<'_>, questions: &[Question], papers: &Papers, ui: &mut Ui) {
    let class = learned_by_class(questions, &papers.answers);
    let room = learned_by_hands(questions, &papers.hands);
    if class.is_none() && room.is_none() {
        let text = "A gain needs both rounds: nobody has answered before the debate and after it.";
        return weak(ctx, text, ui);
    }
    framed(ui, ctx.tokens, |ui| {
        if let Some(class) = class {
            body(ctx, &format!("All who answered twice: {}", class.sentence()), ui);
        }
        if let Some(room) = room {
            let late = late(papers, ROOM);
            body(ctx, &format!("By show of hands: {}{late}", room.sentence()), ui);
        }
        small(
            ctx,
            "The gain is the share of what was not yet known before the debate that is known \
             after it. Of a show of hands, those counted need not be the same people twice.",
            ui,
        );
    });
    for person in &papers.answers {
        if let Some(learned) = learned(questions, person) {
            let late = late(papers, &person.by);
            body(ctx, &format!("{}: {}{late}", person.by, learned.sentence()), ui);
        }
    }
    ui.add_space(space::S);
    let each = by_question(questions, &papers.answers);
    for (at, question) in questions.iter().enumerate() {
        let by_hands = learned_of(question, at, &papers.hands);
        let both = [("", each[at]), (" by show of hands", by_hands)];
        for (how, learned) in both.into_iter().filter_map(|(how, it)| Some((how, it?))) {
            weak(ctx, &format!("Question {}{how}: {}", at + 1, learned.sentence()), ui);
        }
    }
}
