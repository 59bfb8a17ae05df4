//! In: a fault with its particulars. Out: its rule id, severity and words in
//! Vietnamese and English. Every message of the program stands here once.
//!
//! A headline stands alone, without a full stop; a hint says what to do next.
//! Rule ids are stable: words for the data file, `R-D-…` for the guidance (see
//! `templates/the-thuc/STANDARD.md`).

mod amended;
mod award;
mod cell;
mod certificate;
mod character;
mod content;
mod data;
mod declared;
mod evaluation;
mod expression;
mod figure;
mod file;
mod follow;
mod foreign;
mod form;
mod guidance;
mod lint;
mod markdown;
mod model;
mod no_paper;
mod office;
mod page;
mod recipient;
mod recognition;
mod register;
mod shape;
mod sheet;
mod workspace;
mod yaml;

pub use amended::AmendedFault;
pub use award::AwardFault;
pub use cell::CellFault;
pub use certificate::CertificateFault;
pub use character::CharacterFault;
pub use content::ContentFault;
pub use data::DataFault;
pub use declared::DeclaredFault;
pub use evaluation::EvaluationFault;
pub use expression::ExpressionFault;
pub use figure::FigureFault;
pub use file::FileFault;
pub use follow::FollowFault;
pub use form::FormFault;
pub use guidance::GuidanceFault;
pub use lint::{LintFault, Wording};
pub use markdown::Markdown;
pub use model::ModelFault;
pub use no_paper::NoPaper;
pub use office::OfficeFault;
pub use page::PageFault;
pub use recipient::RecipientFault;
pub use recognition::RecognitionFault;
pub use register::RegisterFault;
pub use shape::Shape;
pub use sheet::{FileFormat, SheetFault};
pub use workspace::WorkspaceFault;
pub use yaml::YamlProblem;

use std::borrow::Cow;

use super::{Lang, Severity};

/// The words of one fault in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Stable id of the rule that was broken.
    pub rule: Cow<'static, str>,
    /// How grave it is.
    pub severity: Severity,
    /// One line that stands alone.
    pub headline: String,
    /// What to do next.
    pub hint: String,
}

/// What can be wrong, by the stage that finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Around the documents.
    Workspace(WorkspaceFault),
    /// In a file as text or YAML.
    File(FileFault),
    /// In the form of a record.
    Form(FormFault),
    /// In a sheet.
    Sheet(SheetFault),
    /// In a row or a cell of a sheet.
    Cell(CellFault),
    /// Between records.
    Data(DataFault),
    /// In a registered model.
    Model(ModelFault),
    /// Between a document and the records of its office.
    Office(OfficeFault),
    /// Between rubrics, scores and ranks.
    Evaluation(EvaluationFault),
    /// Between a decision and what it recognises.
    Recognition(RecognitionFault),
    /// In an award.
    Award(AwardFault),
    /// In what a document asks of the data.
    Declared(DeclaredFault),
    /// In figures and their sums.
    Figure(FigureFault),
    /// In an expression of a text.
    Expression(ExpressionFault),
    /// In a character.
    Character(CharacterFault),
    /// In what the guidance allows.
    Guidance(GuidanceFault),
    /// In what a document says.
    Content(ContentFault),
    /// In how its pages came out.
    Page(PageFault),
    /// Any of these, in a cell of a sheet.
    InCell {
        /// The sheet, if it has a name.
        sheet: Option<String>,
        /// `C7`.
        cell: String,
        /// What is wrong with it.
        fault: Box<Self>,
    },
    /// In how it reads.
    Lint(LintFault),
    /// In a batch of certificates.
    Certificate(CertificateFault),
    /// In who is given a certificate.
    Recipient(RecipientFault),
    /// In the numbers and files of a batch.
    Register(RegisterFault),
    /// In what became of certificates after printing.
    Follow(FollowFault),
    /// In what a later decision makes of a list.
    Amended(AmendedFault),
}

impl From<DataFault> for Fault {
    fn from(fault: DataFault) -> Self {
        Self::Data(fault)
    }
}

impl From<CellFault> for Fault {
    fn from(fault: CellFault) -> Self {
        Self::Cell(fault)
    }
}

impl From<ModelFault> for Fault {
    fn from(fault: ModelFault) -> Self {
        Self::Model(fault)
    }
}

impl From<OfficeFault> for Fault {
    fn from(fault: OfficeFault) -> Self {
        Self::Office(fault)
    }
}

impl From<RecognitionFault> for Fault {
    fn from(fault: RecognitionFault) -> Self {
        Self::Recognition(fault)
    }
}

impl From<AwardFault> for Fault {
    fn from(fault: AwardFault) -> Self {
        Self::Award(fault)
    }
}

impl From<EvaluationFault> for Fault {
    fn from(fault: EvaluationFault) -> Self {
        Self::Evaluation(fault)
    }
}

impl From<DeclaredFault> for Fault {
    fn from(fault: DeclaredFault) -> Self {
        Self::Declared(fault)
    }
}

impl From<FigureFault> for Fault {
    fn from(fault: FigureFault) -> Self {
        Self::Figure(fault)
    }
}

impl From<ExpressionFault> for Fault {
    fn from(fault: ExpressionFault) -> Self {
        Self::Expression(fault)
    }
}

impl From<SheetFault> for Fault {
    fn from(fault: SheetFault) -> Self {
        Self::Sheet(fault)
    }
}

impl From<WorkspaceFault> for Fault {
    fn from(fault: WorkspaceFault) -> Self {
        Self::Workspace(fault)
    }
}

impl From<FileFault> for Fault {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}

impl From<FormFault> for Fault {
    fn from(fault: FormFault) -> Self {
        Self::Form(fault)
    }
}

impl From<CharacterFault> for Fault {
    fn from(fault: CharacterFault) -> Self {
        Self::Character(fault)
    }
}

impl From<GuidanceFault> for Fault {
    fn from(fault: GuidanceFault) -> Self {
        Self::Guidance(fault)
    }
}

impl From<ContentFault> for Fault {
    fn from(fault: ContentFault) -> Self {
        Self::Content(fault)
    }
}

impl From<PageFault> for Fault {
    fn from(fault: PageFault) -> Self {
        Self::Page(fault)
    }
}

impl From<CertificateFault> for Fault {
    fn from(fault: CertificateFault) -> Self {
        Self::Certificate(fault)
    }
}

impl From<RecipientFault> for Fault {
    fn from(fault: RecipientFault) -> Self {
        Self::Recipient(fault)
    }
}

impl From<RegisterFault> for Fault {
    fn from(fault: RegisterFault) -> Self {
        Self::Register(fault)
    }
}

impl From<FollowFault> for Fault {
    fn from(fault: FollowFault) -> Self {
        Self::Follow(fault)
    }
}

impl From<AmendedFault> for Fault {
    fn from(fault: AmendedFault) -> Self {
        Self::Amended(fault)
    }
}

impl From<LintFault> for Fault {
    fn from(fault: LintFault) -> Self {
        Self::Lint(fault)
    }
}

/// Rule, severity, and headline and hint in Vietnamese and in English.
type Words = (&'static str, Severity, [String; 2], [String; 2]);

impl Fault {
    /// The same fault, said of a cell.
    pub(super) fn in_cell(sheet: Option<&str>, cell: String, fault: Self) -> Self {
        Self::InCell { sheet: sheet.map(String::from), cell, fault: Box::new(fault) }
    }

    /// The words for this fault.
    #[must_use]
    pub fn message(&self, lang: Lang) -> Message {
        let (rule, severity, vi, en) = match self {
            Self::Workspace(fault) => fault.words(),
            Self::File(fault) => fault.words(),
            Self::Form(fault) => fault.words(),
            Self::Sheet(fault) => fault.words(),
            Self::Cell(fault) => fault.words(),
            Self::Data(fault) => fault.words(),
            Self::Model(fault) => fault.words(),
            Self::Office(fault) => fault.words(),
            Self::Evaluation(fault) => fault.words(),
            Self::Recognition(fault) => fault.words(),
            Self::Award(fault) => fault.words(),
            Self::Declared(fault) => fault.words(),
            Self::Figure(fault) => fault.words(),
            Self::Expression(fault) => fault.words(),
            Self::Character(fault) => fault.words(),
            Self::Guidance(fault) => fault.words(),
            Self::Content(fault) => fault.words(),
            Self::Page(fault) => fault.words(),
            Self::InCell { sheet, cell, fault } => {
                let message = fault.message(lang);
                let place = match sheet {
                    Some(sheet) => lang.pick(
                        format!("trang tính “{sheet}”, ô {cell}"),
                        format!("sheet “{sheet}”, cell {cell}"),
                    ),
                    None => lang.pick(format!("ô {cell}"), format!("cell {cell}")),
                };
                let headline = format!("{place}: {}", message.headline);
                // A cell has no place for the comment that keeps what is meant.
                let hint = match **fault {
                    Self::Lint(_) if message.severity > Severity::Error => {
                        let hint = message.hint;
                        let comment = |word: &str| format!("`# vankien: bỏ qua {} – {word}`", message.rule);
                        lang.pick(
                            format!("{hint}; cố ý giữ thì ghi hàng này trong YAML, kèm {}", comment("lý do")),
                            format!("{hint}; to keep it, write the row in YAML, with {}", comment("reason")),
                        )
                    }
                    _ => message.hint,
                };
                return Message { headline, hint, ..message };
            }
            Self::Lint(fault) => fault.words(),
            Self::Certificate(fault) => fault.words(),
            Self::Recipient(fault) => fault.words(),
            Self::Register(fault) => fault.words(),
            Self::Follow(fault) => fault.words(),
            Self::Amended(fault) => fault.words(),
        };
        let [headline, hint] = lang.pick(vi, en).map(shortened);
        Message { rule: rule.into(), severity, headline, hint }
    }
}

/// What a message says at most; a cell of a million letters is known by its first.
fn shortened(words: String) -> String {
    const BEGIN: usize = 400;
    const END: usize = 100;
    let count = words.chars().count();
    if count <= BEGIN + END + 1 {
        return words;
    }
    let part = |from: usize, to: usize| words.chars().skip(from).take(to - from).collect::<String>();
    format!("{}…{}", part(0, BEGIN), part(count - END, count))
}

/// What another program said, in its own language: only ever beside words that
/// stand without it.
fn in_detail(said: &str) -> String {
    format!("chi tiết (tiếng Anh): “{}”", said.replace('\n', "; "))
}

fn suggest_vi(nearest: Option<&String>, known: &str) -> String {
    nearest.map_or_else(|| format!("dùng một trong: {known}"), |name| format!("có phải là `{name}`?"))
}

fn suggest_en(nearest: Option<&String>, known: &str) -> String {
    nearest.map_or_else(|| format!("use one of: {known}"), |name| format!("did you mean `{name}`?"))
}
