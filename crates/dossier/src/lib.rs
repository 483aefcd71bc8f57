//! The whole chain as a pure library: bytes → articles → findings → record → pages.

pub use dossier_annotate as annotate;
pub use dossier_ingest as ingest;
pub use dossier_model as model;
pub use dossier_publish as publish;
pub use dossier_relate as relate;
