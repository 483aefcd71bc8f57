use crate::Span;

macro_rules! names {
    ($(#[$doc:meta])* $name:ident, $what:literal, $($variant:ident = $text:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        #[repr(u8)]
        pub enum $name { $($variant),+ }

        impl $name {
            /// Every value, in a fixed order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            #[doc = concat!("The name in ", $what, ".")]
            #[must_use]
            #[inline]
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            #[doc = concat!("From the name in ", $what, ".")]
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some($name::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use names;

names! {
    /// Universal part of speech (Universal Dependencies 2).
    Upos, "CoNLL-U",
    Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ",
    Noun = "NOUN", Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT",
    Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X",
}

names! {
    /// Universal dependency relation (Universal Dependencies 2, with the subtypes that English uses).
    Deprel, "CoNLL-U",
    Root = "root", Acl = "acl", AclRelcl = "acl:relcl", Advcl = "advcl", AdvclRelcl = "advcl:relcl",
    Advmod = "advmod", Amod = "amod", Appos = "appos", Aux = "aux", AuxPass = "aux:pass", Case = "case",
    Cc = "cc", CcPreconj = "cc:preconj", Ccomp = "ccomp", Clf = "clf", Compound = "compound",
    CompoundPrt = "compound:prt", Conj = "conj", Cop = "cop", Csubj = "csubj", CsubjPass = "csubj:pass",
    CsubjOuter = "csubj:outer", Dep = "dep", Det = "det", DetPredet = "det:predet", Discourse = "discourse",
    Dislocated = "dislocated", Expl = "expl", Fixed = "fixed", Flat = "flat", FlatForeign = "flat:foreign",
    FlatName = "flat:name", Goeswith = "goeswith", Iobj = "iobj", List = "list", Mark = "mark", Nmod = "nmod",
    NmodDesc = "nmod:desc", NmodPoss = "nmod:poss", NmodUnmarked = "nmod:unmarked", Nsubj = "nsubj",
    NsubjPass = "nsubj:pass", NsubjOuter = "nsubj:outer", Nummod = "nummod", Obj = "obj", Obl = "obl",
    OblAgent = "obl:agent", OblUnmarked = "obl:unmarked", Orphan = "orphan", Parataxis = "parataxis",
    Punct = "punct", Reparandum = "reparandum", Vocative = "vocative", Xcomp = "xcomp",
}

/// The words of one article, as columns: one allocation a column, none a token.
///
/// Tokens are in text order and do not overlap; every visible character of a sentence is in one. `head` is a
/// place in the same list, `None` for the root of a sentence; a sentence's tokens depend on its own.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    spans: Vec<Span>,
    upos: Vec<Upos>,
    heads: Vec<u32>,
    deprels: Vec<Deprel>,
    lemma_ends: Vec<u32>,
    lemmas: String,
}

impl Tokens {
    /// How many there are.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is none.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// All spans, in order.
    #[must_use]
    #[inline]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Where token `i` stands.
    #[must_use]
    #[inline]
    pub fn span(&self, i: usize) -> Span {
        self.spans[i]
    }

    /// Its part of speech.
    #[must_use]
    #[inline]
    pub fn upos(&self, i: usize) -> Upos {
        self.upos[i]
    }

    /// Its dictionary form.
    #[must_use]
    pub fn lemma(&self, i: usize) -> &str {
        let start = if i == 0 {
            0
        } else {
            self.lemma_ends[i - 1] as usize
        };
        &self.lemmas[start..self.lemma_ends[i] as usize]
    }

    /// The token it depends on; `None` for a root.
    #[must_use]
    #[inline]
    pub fn head(&self, i: usize) -> Option<usize> {
        let h = self.heads[i];
        (h != u32::MAX).then_some(h as usize)
    }

    /// How it depends.
    #[must_use]
    #[inline]
    pub fn deprel(&self, i: usize) -> Deprel {
        self.deprels[i]
    }

    /// Places of the tokens that lie inside `span`.
    #[must_use]
    #[inline]
    pub fn inside(&self, span: Span) -> std::ops::Range<usize> {
        let from = self.spans.partition_point(|s| s.start < span.start);
        let to = self.spans.partition_point(|s| s.end <= span.end).max(from);
        from..to
    }

    /// The places of the tokens that depend on token `i`, in order, looked for inside `sentence`.
    #[inline]
    pub fn children(&self, i: usize, sentence: Span) -> impl Iterator<Item = usize> {
        self.inside(sentence).filter(move |&k| self.head(k) == Some(i))
    }
}

/// Fills [`Tokens`] one word at a time.
#[derive(Debug, Clone, Default)]
pub struct TokensBuilder(Tokens);

impl TokensBuilder {
    /// Room for `n` words.
    #[must_use]
    pub fn with_capacity(n: usize) -> Self {
        let mut t = Tokens::default();
        t.spans.reserve(n);
        t.upos.reserve(n);
        t.heads.reserve(n);
        t.deprels.reserve(n);
        t.lemma_ends.reserve(n);
        Self(t)
    }

    /// Adds the next word; `head` is a place in the finished list.
    pub fn push(&mut self, span: Span, upos: Upos, lemma: &str, head: Option<usize>, deprel: Deprel) {
        self.0.spans.push(span);
        self.0.upos.push(upos);
        self.0.heads.push(head.map_or(u32::MAX, |h| h as u32));
        self.0.deprels.push(deprel);
        self.0.lemmas.push_str(lemma);
        self.0.lemma_ends.push(self.0.lemmas.len() as u32);
    }

    /// The finished list.
    #[must_use]
    #[inline]
    pub fn build(self) -> Tokens {
        self.0
    }
}
