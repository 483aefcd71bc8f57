//! The same phrases by the dependency tree.

use dossier_model::Deprel;

use super::page::Page;

impl Page<'_> {
    /// The words of the subject of the verb `verb`, where the tree has one.
    pub(super) fn subject(&self, verb: usize) -> Option<(usize, usize)> {
        let s = self.sentence(self.span(verb).start)?;
        let head = self.tokens.children(verb, s).find(|&k| {
            matches!(
                self.tokens.deprel(k),
                Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter
            )
        })?;
        Some((head, head + 1))
    }
}
