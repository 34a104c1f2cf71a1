//! What is wrong with a file: where, what, and the way out.

use std::sync::Arc;

use serde::Serialize;

use super::codes::Code;
use super::document::{Edit, Edits};
use super::render;
use super::spanned::Span;
use super::syntax::{Lines, Place};

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The scenario cannot be debated.
    Error,
    /// It can, though probably not as its author means.
    Warning,
    /// What forecasts show about it.
    Remark,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of problem it is.
    pub code: Code,
    /// The place in the text.
    pub span: Span,
    /// What is wrong, in a sentence without a capital and a full stop.
    pub message: String,
    /// The mend.
    pub hint: String,
    /// The edit that mends it, where there is no doubt about it.
    pub mend: Option<Edit>,
    /// The author's explanation, where a comment gives one; only remarks are explained.
    pub explained: Option<String>,
}

impl Diagnostic {
    /// A problem whose mend is left to the author.
    pub fn new(
        code: Code,
        span: Span,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self { code, span, message: message.into(), hint: hint.into(), mend: None, explained: None }
    }

    /// The same problem, with the edit that mends it, if there is one without doubt.
    #[must_use]
    pub fn mended_by(self, mend: Option<Edit>) -> Self {
        Self { mend, ..self }
    }

    /// How grave it is.
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// How many problems are kept: more help nobody, and hostile files have millions.
pub const MAX_DIAGNOSTICS: usize = 500;

/// The problems of one file, with its name and text.
#[derive(Debug, Clone)]
pub struct Diagnostics {
    file: String,
    source: Arc<str>,
    lines: Lines,
    list: Vec<Diagnostic>,
    most: usize,
}

/// The shape of a problem in JSON, for editors; it only grows.
#[derive(Debug, Serialize)]
struct Exported<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    code: String,
    severity: Severity,
    message: &'a str,
    hint: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mend: Option<ExportedMend<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explained: Option<&'a str>,
}

/// A mend in JSON: what to put in the place of which part of the text.
#[derive(Debug, Serialize)]
struct ExportedMend<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

impl Diagnostics {
    /// No problem yet with the file called `file`.
    pub fn new(file: &str, source: Arc<str>) -> Self {
        let lines = Lines::of(&source);
        let file = file.to_owned();
        Self { file, source, lines, list: Vec::new(), most: MAX_DIAGNOSTICS }
    }

    /// A collection without a file, whose problems will be added to another.
    pub(super) fn collection() -> Self {
        // Enough that errors behind many warnings are not lost, and still few.
        let most = 100 * MAX_DIAGNOSTICS;
        Self { most, ..Self::new("", Arc::from("")) }
    }

    /// Adds a problem; beyond `MAX_DIAGNOSTICS` only says that there are others.
    pub fn report(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.add(Diagnostic::new(code, span, message, hint));
    }

    /// Adds a problem, as `report` does.
    pub(super) fn add(&mut self, problem: Diagnostic) {
        if self.list.len() >= self.most {
            self.report_rest(problem.severity(), problem.span);
        } else {
            self.list.push(problem);
        }
    }

    /// The same problems in `source`, from which `edits` made the text they were found in.
    #[must_use]
    pub(super) fn traced_back(self, source: Arc<str>, edits: &Edits) -> Self {
        let mut traced = Self::new(&self.file, source);
        traced.list.extend(self.list.into_iter().map(|problem| Diagnostic {
            span: edits.before(problem.span),
            // It would edit the other text.
            mend: None,
            ..problem
        }));
        traced
    }

    /// Adds what was found after the file was read, each at its place among the others.
    pub fn add_all(&mut self, problems: impl IntoIterator<Item = Diagnostic>) {
        for problem in problems {
            self.add(problem);
        }
        self.sort();
    }

    /// Says once that there are more. A dropped error must not let the file pass, and dropped
    /// warnings must not stop it: each kind has its own code.
    fn report_rest(&mut self, severity: Severity, span: Span) {
        let (code, what) = match severity {
            Severity::Error => (Code::TooManyProblems, "problems"),
            Severity::Warning => (Code::FurtherWarnings, "warnings"),
            Severity::Remark => (Code::FurtherRemarks, "remarks"),
        };
        if self.list[self.most..].iter().any(|problem| problem.code == code) {
            return;
        }
        let message = format!("there are more {what} than the first {}", self.most);
        let hint = "mend the others first, then check again".to_owned();
        self.list.push(Diagnostic::new(code, span, message, hint));
    }

    /// Whether further problems would be dropped.
    pub const fn is_full(&self) -> bool {
        self.list.len() > self.most
    }

    /// Puts the problems in the order of the file.
    pub(super) fn sort(&mut self) {
        self.list.sort_by_key(|problem| {
            let last = matches!(
                problem.code,
                Code::TooManyProblems | Code::FurtherWarnings | Code::FurtherRemarks
            );
            (last, problem.span, problem.code)
        });
    }

    /// The name of the file, as given.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The text of the file; empty when it is no text.
    pub fn source(&self) -> &str {
        &self.source
    }

    pub(super) const fn shared_source(&self) -> &Arc<str> {
        &self.source
    }

    /// The problems, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// How many problems there are.
    pub const fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether one of them stops a debate.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|problem| problem.severity() == severity).count()
    }

    /// Where a problem begins.
    pub fn place(&self, problem: &Diagnostic) -> Place {
        self.lines.place(&self.source, problem.span.start)
    }

    /// The place behind its last character.
    pub fn end_place(&self, problem: &Diagnostic) -> Place {
        self.lines.place(&self.source, problem.span.end)
    }

    pub(super) const fn lines(&self) -> &Lines {
        &self.lines
    }

    /// All problems for people: place, code, sentence, the line underlined, the mend. What its
    /// author has explained is left out.
    pub fn render(&self, color: bool) -> String {
        render::render(self, color)
    }

    /// The problems as values of the shape `check --format json` prints.
    pub fn to_json(&self) -> Vec<serde_json::Value> {
        self.list
            .iter()
            .filter_map(|problem| serde_json::to_value(self.export(problem)).ok())
            .collect()
    }

    fn export<'a>(&'a self, problem: &'a Diagnostic) -> Exported<'a> {
        let (start, end) = (self.place(problem), self.end_place(problem));
        Exported {
            file: &self.file,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            code: problem.code.to_string(),
            severity: problem.severity(),
            message: &problem.message,
            hint: &problem.hint,
            mend: problem.mend.as_ref().map(|mend| self.export_mend(mend)),
            explained: problem.explained.as_deref(),
        }
    }

    fn export_mend<'a>(&self, mend: &'a Edit) -> ExportedMend<'a> {
        let place = |offset| self.lines.place(&self.source, offset);
        let (start, end) = (place(mend.span.start), place(mend.span.end));
        ExportedMend {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            text: &mend.text,
        }
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}
