//! What phrases are about: the lists of a phrasebook, with the slots and the situations of each.

use super::slot::{Fact, Set, Slot, set_of};

/// What the phrases of one list may use.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms {
    /// The name of the list in the files.
    pub(crate) name: &'static str,
    /// Slots for which there are words at any time.
    pub(crate) always: &'static [Slot],
    /// Slots for which there are words at times.
    pub(crate) sometimes: &'static [Slot],
    /// The facts that may hold together; the empty situation, where the list has no facts.
    pub(crate) situations: &'static [&'static [Fact]],
    /// How many phrases each register needs in each situation.
    pub(crate) least: usize,
}

impl Terms {
    /// All slots that a phrase of the list may use.
    pub(crate) fn slots(&self) -> Set {
        set_of(self.always).and(set_of(self.sometimes))
    }
}

macro_rules! subjects {
    ($($subject:ident $name:literal [$($always:ident)*] [$($sometimes:ident)*]
       $situations:ident $least:literal;)*) => {
        /// What a phrase is about: the name of its list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Subject {
            $($subject,)*
        }

        impl Subject {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$subject,)*];

            /// What its phrases may use.
            pub(crate) const fn terms(self) -> Terms {
                match self {
                    $(Self::$subject => Terms {
                        name: $name,
                        always: &[$(Slot::$always,)*],
                        sometimes: &[$(Slot::$sometimes,)*],
                        situations: $situations,
                        least: $least,
                    },)*
                }
            }
        }
    };
}

const ANY: &[&[Fact]] = &[&[]];
const PLACE: &[&[Fact]] = &[&[], &[Fact::First], &[Fact::Later], &[Fact::Later, Fact::Last]];
const LIKENESS: &[&[Fact]] = &[&[], &[Fact::Same]];
const TURN: &[&[Fact]] = &[&[], &[Fact::Early], &[Fact::Late]];
const NUMBER: &[&[Fact]] = &[&[Fact::One], &[Fact::Many]];
const NEARNESS: &[&[Fact]] = &[
    &[Fact::One, Fact::Apart],
    &[Fact::Many, Fact::Apart],
    &[Fact::One, Fact::Here],
    &[Fact::Many, Fact::Here],
    &[Fact::One, Fact::Here, Fact::Near],
    &[Fact::Many, Fact::Here, Fact::Near],
];
const RESULT: &[&[Fact]] =
    &[&[Fact::Adopted], &[Fact::NotAdopted], &[Fact::NotAdopted, Fact::Vetoed]];
const BALLOT: &[&[Fact]] = &[&[Fact::Favour], &[Fact::Against], &[Fact::Abstained], &[]];

// Lists of which no two delegations of a meeting use the same phrase hold more phrases than a
// council has speakers.
subjects! {
    Thanks "thanks" [Presidency Whose Presiding Format] [Briefers Note] TURN 30;
    ThanksShort "thanks.short" [Presidency Whose Presiding Format] [Briefers] ANY 20;
    ThanksPresident "thanks.president" [] [Briefers Note Format] ANY 2;
    OnBehalf "on-behalf" [Group] [] ANY 2;
    Aligns "aligns" [Group Who] [] ANY 2;
    Heard "heard" [Who Issue] [] ANY 10;
    Reacts "reacts" [Event] [] ANY 10;
    Framing "framing" [] [Note Count] TURN 12;
    Claim "claim" [Issue Mark Approve Approves] [Because Asked] PLACE 4;
    LikeToday "like-today" [] [] ANY 8;
    BeyondToday "beyond-today" [Today] [] ANY 8;
    Commends "commends" [Who Issue] [] LIKENESS 10;
    Criticizes "criticizes" [Mark Issue Mind Minds] [] ANY 6;
    InFavour "in-favour" [Titles Bare Support Supports] [] NEARNESS 8;
    Reserved "reserved" [Titles NoteIt] [] NUMBER 4;
    Opposed "opposed" [Titles Bare Refuse Refuses] [Stands] NUMBER 4;
    Own "own-proposals" [Titles Bare] [] NUMBER 6;
    VotedFavour "voted.favour" [Titles Bare] [] ANY 15;
    VotedAgainst "voted.against" [Titles Bare] [] ANY 8;
    VotedAbstained "voted.abstained" [Titles Bare] [] ANY 8;
    Mixed "mixed" [Titles Bare Others Support Supports Refuse Refuses] [] ANY 6;
    Closing "closing" [] [] ANY 30;
    ClosingShort "closing.short" [] [] ANY 20;
    BriefingOpening "briefing.opening" [Format] [] ANY 8;
    BriefingFirst "briefing.first" [Issue] [] ANY 4;
    BriefingNext "briefing.next" [Issue] [] ANY 6;
    BriefingLast "briefing.last" [Issue] [] ANY 4;
    BriefingLink "briefing.link" [] [] ANY 8;
    BriefingClosing "briefing.closing" [] [] ANY 8;
    FurtherOpening "further.opening" [Issue] [] ANY 15;
    FurtherPoint "further.point" [Issue Mark Approve Approves] [Because] ANY 3;
    FurtherView "further.view" [Mark Approve Approves] [Because] ANY 3;
    FurtherFilling "further.filling" [] [] ANY 6;
    FurtherClosing "further.closing" [] [] ANY 12;
    BeforeOpening "before.opening" [Who Text] [] ANY 12;
    BeforeVerdict "before.verdict" [Who Vote] [] ANY 6;
    BeforeFilling "before.filling" [] [] ANY 6;
    BeforeClosing "before.closing" [] [] ANY 8;
    AfterOpening "after.opening" [Who Text] [] RESULT 12;
    AfterVerdict "after.verdict" [Who Vote] [] BALLOT 5;
    AfterObliged "after.obliged" [Who Text] [] ANY 3;
    AfterFilling "after.filling" [] [] RESULT 6;
    AfterClosing "after.closing" [] [] RESULT 12;
    DissociationOpening "dissociation.opening" [Who Text] [] ANY 12;
    DissociationPoint "dissociation.point" [Who Part] [] ANY 4;
    DissociationFilling "dissociation.filling" [] [] ANY 6;
    DissociationClosing "dissociation.closing" [] [] ANY 10;
    OwnView "own-view" [Mark] [Because] ANY 4;
    SameView "same-view" [Because] [] ANY 4;
    TextDiffers "text-differs" [Issue Stands] [] ANY 8;
    TextIsNear "text-is-near" [Issue Mark] [] ANY 5;
    HeadlineClaim "headline.claim" [Who Issue Mark Approved Approving]
        [Because Titles Others Supported Refused Stands] LIKENESS 2;
    HeadlineDeclares "headline.declares" [Who] [Titles Others Supported Refused Issue] ANY 1;
    HeadlineIssue "headline.issue" [Who Issue] [] ANY 1;
    HeadlineFloor "headline.floor" [Who] [] ANY 1;
    HeadlineBriefing "headline.briefing" [Who Issue] [] ANY 2;
    HeadlineFurther "headline.further" [Who] [Issue Mark Approved] ANY 1;
    HeadlineBefore "headline.before" [Who Titles] [Issue] ANY 1;
    HeadlineAfter "headline.after" [Who Titles Vote] [Issue] ANY 1;
    HeadlineDissociation "headline.dissociation" [Who Titles] [Part] ANY 1;
}
