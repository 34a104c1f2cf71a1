//! What screens are made of: each view takes plain rows, draws them, and says what was clicked.

mod board;
mod branches;
mod contents;
mod explanation;
mod figure;
mod member;
mod playback;
mod speakers_list;
mod statement;
mod table;
mod tally;
#[cfg(test)]
mod tests;
mod top_bar;

pub use branches::{BranchClick, BranchRow, branches};
pub use contents::{ContentsView, contents, contents_menu, has_room_beside};
pub use explanation::{ExplanationClick, ExplanationView, ReasonRow, explanation};
pub use figure::{figure, sheet, sheet_size, width_of};
pub use member::{MemberClick, MemberView, PositionRow, SaidRow, Sight, StandingRow, member};
pub use playback::{PlaybackClick, PlaybackView, playback};
pub use speakers_list::{
    Floor, SpeakerRow, SpeakersClick, SpeakersSection, SpeakersView, speakers_list,
};
pub use statement::{ChipRow, StatementClick, StatementView, statement};
pub use table::{RelationRow, SeatRow, TableClick, TableView, table};
pub use tally::{Figure, More, OutcomeRow, Remark, TallyClick, TallyView, tally};
pub use top_bar::{TopBarClick, TopBarView, top_bar};
