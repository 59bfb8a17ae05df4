//! In: a fault with its particulars. Out: its rule id, severity and words in
//! Vietnamese and English. Every message of the program stands here once, in the
//! catalogue of its subject.
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
mod decision;
mod declared;
mod evaluation;
mod expression;
mod figure;
mod file;
mod follow;
mod foreign;
mod form;
mod guidance;
mod idle;
mod key;
mod lint;
mod machine;
mod markdown;
mod meeting;
mod message;
mod model;
mod no_paper;
mod office;
mod page;
mod profile;
mod recipient;
mod recognition;
mod register;
mod shape;
mod sheet;
mod table;
mod template;
mod tidied;
mod value;
mod workspace;
mod yaml;

pub use amended::AmendedFault;
pub use award::AwardFault;
pub use cell::CellFault;
pub use certificate::CertificateFault;
pub use character::CharacterFault;
pub use content::ContentFault;
pub use data::DataFault;
pub use decision::DecisionFault;
pub use declared::DeclaredFault;
pub use evaluation::EvaluationFault;
pub use expression::ExpressionFault;
pub use figure::FigureFault;
pub use file::FileFault;
pub use follow::FollowFault;
pub use form::FormFault;
pub use guidance::GuidanceFault;
pub use idle::IdleFault;
pub use key::KeyFault;
pub use lint::{LintFault, Wording};
pub use machine::MachineFault;
pub use markdown::Markdown;
pub use meeting::MeetingFault;
pub use message::Message;
pub use model::ModelFault;
pub use no_paper::NoPaper;
pub use office::OfficeFault;
pub use page::PageFault;
pub use profile::ProfileFault;
pub use recipient::RecipientFault;
pub use recognition::RecognitionFault;
pub use register::RegisterFault;
pub use shape::Shape;
pub use sheet::{FileFormat, SheetFault};
pub use table::TableFault;
pub use template::TemplateFault;
pub use tidied::Tidied;
pub use value::ValueFault;
pub use workspace::WorkspaceFault;
pub use yaml::YamlProblem;

use super::{Lang, Severity};
use message::{Words, in_detail, suggest_en, suggest_vi};

/// Joins the catalogues, each in a row of its own, to one type.
macro_rules! faults {
    ($($(#[$where:meta])* $variant:ident($fault:ident),)*) => {
        /// What can be wrong, by the stage that finds it.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Fault {
            $($(#[$where])* $variant($fault),)*
            /// Any of these, in a cell of a sheet.
            InCell {
                /// The sheet, if it has a name.
                sheet: Option<String>,
                /// `C7`.
                cell: String,
                /// What is wrong with it.
                fault: Box<Self>,
            },
        }

        impl Fault {
            /// The words of its catalogue; of a cell, without saying which.
            fn words(&self) -> Words {
                match self {
                    $(Self::$variant(fault) => fault.words(),)*
                    Self::InCell { fault, .. } => fault.words(),
                }
            }
        }

        $(impl From<$fault> for Fault {
            fn from(fault: $fault) -> Self {
                Self::$variant(fault)
            }
        })*
    };
}

faults! {
    /// Around the documents.
    Workspace(WorkspaceFault),
    /// In the machine.
    Machine(MachineFault),
    /// In the keys that sign certificates.
    Key(KeyFault),
    /// In a table of the guidance.
    Table(TableFault),
    /// In a template, or in typesetting what it makes.
    Template(TemplateFault),
    /// In an output that nothing makes any more.
    Idle(IdleFault),
    /// In a file as text or YAML.
    File(FileFault),
    /// In the form of a record.
    Form(FormFault),
    /// In a value as a person writes it.
    Value(ValueFault),
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
    /// In what a document says of a meeting.
    Meeting(MeetingFault),
    /// In how its pages came out.
    Page(PageFault),
    /// In how it reads.
    Lint(LintFault),
    /// In how certificates are to look.
    Profile(ProfileFault),
    /// In a batch of certificates.
    Certificate(CertificateFault),
    /// Between certificates and their decision.
    Decision(DecisionFault),
    /// In who is given a certificate.
    Recipient(RecipientFault),
    /// In the numbers and files of a batch.
    Register(RegisterFault),
    /// In what became of certificates after printing.
    Follow(FollowFault),
    /// In what a later decision makes of a list.
    Amended(AmendedFault),
}
