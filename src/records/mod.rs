//! In: nothing but types. Out: the records that are not documents: who issues
//! papers, which units there are, what they registered, what came of it. Their
//! field names are the guidance's Vietnamese terms (in `rename`), as in
//! [`crate::documents`].

mod award;
mod evaluation;
mod folder;
mod indicator;
mod model;
mod organisation;
mod result;
mod rubric;
mod unit;

pub use award::{Award, AwardDecision, AwardFile, AwardReason};
pub use evaluation::{Evaluation, EvaluationFile};
pub use folder::Folder;
pub use indicator::{Aggregate, Counted, Indicator, IndicatorFile, IndicatorKind};
pub use model::{Freshness, Level, Model, ModelFile, ModelKind, Person, State, Subject};
pub use organisation::{FormerName, Organisation, Signer, Term};
pub use result::{Figure, Precision, ResultFile};
pub use rubric::{Criterion, Rubric, ScoredBy, Threshold};
pub use unit::{Unit, UnitFile, UnitKind};
