//! In: nothing but types. Out: the records that data files are read into. Their
//! field names are the guidance's Vietnamese terms (in `rename`), their Rust
//! names the English equivalents: these structs are the project's glossary.

mod basis;
mod block;
mod chart;
mod copy;
mod figures;
mod figures_table;
mod issuing_body;
mod marks;
mod meeting;
mod official;
mod recognition;
mod score_sheet;
mod signature;
mod table;

pub use basis::{Basis, BasisForm, Citation, CitedPaper};
pub use block::{Activity, Article, Block, Body, Division, FormLine, Section, Theme};
pub use chart::{Chart, ChartForm, ProgressTable};
pub use copy::{Copy, CopyForm};
pub use figures::{FiguresUsed, When};
pub use figures_table::{
    Derivation, DerivedColumn, FigureColumn, FiguresTable, Filter, Grouping, Ranking, RowsOf,
};
pub use issuing_body::{IssuingBody, JointBody};
pub use marks::{Marks, Urgency};
pub use meeting::Meeting;
pub use official::{Annex, CongressTheme, OfficialDocument, Presentation};
pub use recognition::{ListGrouping, RecognitionList};
pub use score_sheet::ScoreSheets;
pub use signature::{Attestation, Signature};
pub use table::{Align, Cell, Column, Table};
