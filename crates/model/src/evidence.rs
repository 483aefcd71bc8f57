//! By what a quotation's speaker and an office's holder were found, for whoever weighs how sure that is. Not written out.

/// Where the reporting words stand beside what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CuePlace {
    /// In front.
    Before,
    /// Behind.
    Behind,
    /// Between two pieces.
    Between,
    /// There are none, or they stand inside.
    #[default]
    None,
}

/// What tells the speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SpeakerBy {
    /// A name that makes up the source.
    Name,
    /// A name beside a description: "the mayor, Ana Ruiz".
    Apposition,
    /// "he", "she".
    Pronoun,
    /// An office or another description alone.
    Office,
    /// Nothing: the speaker stays open.
    #[default]
    None,
}

/// By what the speaker of a quotation was found. Forgotten once the finding was weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QuoteEvidence {
    /// Where the reporting words stand.
    pub cue: CuePlace,
    /// What tells the speaker.
    pub speaker: SpeakerBy,
    /// How many ends of paragraphs lie between the words and their source.
    pub paragraphs: u8,
    /// Whether every piece of direct speech opens and closes with a mark.
    pub balanced: bool,
}

/// What gives an office to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RoleBy {
    /// It stands right in front of the name.
    #[default]
    Title,
    /// It stands behind the name or in front of it across a comma.
    Apposition,
    /// A verb joins them: "is", "was elected".
    Verb,
    /// It stands beside another office of the same holder.
    Chain,
}

/// What tells the body or country of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BodyBy {
    /// It stands right beside the title.
    Adjacent,
    /// Another office of the holder has it, or it stands behind the name.
    Inferred,
    /// Nothing: none is told.
    #[default]
    None,
}

/// By what the holder of an office was found. Forgotten once the finding was weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RoleEvidence {
    /// What gives the office to its holder.
    pub by: RoleBy,
    /// What tells its body or country.
    pub body: BodyBy,
}
