use crate::syntax::names;
use crate::{LocalId, Span, When};

names! {
    /// What kind of thing happened, in plain words.
    EventType, "the record",
    Visit = "visit", Meeting = "meeting", Talks = "talks", Call = "call", Signing = "signing",
    Agreement = "agreement", Statement = "statement", Conference = "conference", Election = "election",
    Appointment = "appointment", Resignation = "resignation", Protest = "protest", Strike = "strike",
    Attack = "attack", Clash = "clash", Arrest = "arrest", Trial = "trial", Sentence = "sentence",
    Sanction = "sanction", Aid = "aid", Deployment = "deployment", Test = "test",
    Construction = "construction", Opening = "opening", Deal = "deal", Disaster = "disaster",
    Accident = "accident", Death = "death", Anniversary = "anniversary", Dismissal = "dismissal",
    Launch = "launch", Release = "release", Vote = "vote", Ruling = "ruling", Order = "order",
    Closing = "closing", Bid = "bid", Other = "other",
}

names! {
    /// Root code of PLOVER, the event ontology that follows CAMEO (Open Event Data Alliance).
    Plover, "PLOVER",
    Agree = "AGREE", Consult = "CONSULT", Support = "SUPPORT", Cooperate = "COOPERATE", Aid = "AID",
    Yield = "YIELD", Request = "REQUEST", Accuse = "ACCUSE", Reject = "REJECT", Threaten = "THREATEN",
    Protest = "PROTEST", Sanction = "SANCTION", Mobilize = "MOBILIZE", Coerce = "COERCE", Assault = "ASSAULT",
}

names! {
    /// Mode of PLOVER: how a root's event is done.
    PloverMode, "PLOVER",
    Abduct = "abduct", Arrest = "arrest", Boycott = "boycott", Demonstrate = "demonstrate",
    Investigate = "investigate", Meet = "meet", Military = "military", Multilateral = "multilateral",
    Phone = "phone", Resign = "resign", Restrict = "restrict", Seize = "seize", Strike = "strike",
    ThirdParty = "third-party", Troops = "troops", Visit = "visit", Weapons = "weapons",
}

names! {
    /// How real an event is at the time of writing.
    Status, "the record",
    Planned = "planned", UnderWay = "under-way", Past = "past", Hypothetical = "hypothetical",
    Denied = "denied",
}

/// Somebody who takes part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventParticipant {
    /// The words.
    pub span: Span,
    /// Who, inside this article.
    pub local: Option<LocalId>,
}

/// What kind of words told an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EventRule {
    /// A verb: "visited".
    #[default]
    Verb,
    /// A verb with its noun: "signed a treaty".
    VerbWithNoun,
    /// A noun: "the visit".
    Noun,
}

/// How a party stands to the words that tell the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PartyLink {
    /// There is none.
    #[default]
    None,
    /// Subject of the verb.
    Subject,
    /// Object of the verb, or subject of its passive.
    Object,
    /// Behind a preposition: "by", "with", "to".
    Preposition,
    /// In front of the noun: a possessor or a modifier.
    Front,
    /// Found some other way: over another clause.
    Far,
}

/// How a time stands to the words that tell the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TimeLink {
    /// There is none.
    #[default]
    None,
    /// It depends on the verb or noun itself.
    Direct,
    /// It depends on a verb that helps, or hangs further down.
    Far,
}

/// Where in the text an event is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EventPosition {
    /// In a headline or caption.
    Headline,
    /// In the first sentence.
    Lead,
    /// Further down.
    #[default]
    Body,
}

/// What an event mention was read from: features for a model of confidence, never written out. It is no part of what is
/// told, so that two mentions that tell the same are equal whatever they were read from.
#[derive(Debug, Clone, Copy, Eq, Default)]
pub struct EventEvidence {
    /// The kind of words that told it.
    pub rule: EventRule,
    /// How the first of those who act stands to them.
    pub source: PartyLink,
    /// How the first of those acted upon does.
    pub target: PartyLink,
    /// How the time does.
    pub time: TimeLink,
    /// Where it is told.
    pub position: EventPosition,
    /// Whether tense or wording settles the status.
    pub is_settled: bool,
    /// Whether it stands inside quotation marks.
    pub is_quoted: bool,
}

impl PartialEq for EventEvidence {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// One telling of an event in one article. The annotation's span is the predicate ("visited", "state visit").
#[derive(Debug, Clone, PartialEq)]
pub struct EventMention {
    /// What kind.
    pub kind: EventType,
    /// PLOVER root code, where PLOVER has one.
    pub plover: Option<Plover>,
    /// PLOVER mode ("visit", "meet", "arrest"), where PLOVER has one.
    pub mode: Option<PloverMode>,
    /// Those who act.
    pub sources: Vec<EventParticipant>,
    /// Those who are acted upon or met.
    pub targets: Vec<EventParticipant>,
    /// Where.
    pub place: Option<EventParticipant>,
    /// Place of the time in [`Annotations::times`](crate::Annotations).
    pub time: Option<usize>,
    /// The interval, from that time where it resolves.
    pub when: Option<When>,
    /// How real.
    pub status: Status,
    /// Whether it tells of several at once: "dozens of tests".
    pub several: bool,
    /// What it is about where that is no name: "standard-gauge railway", "cooperation agreements".
    pub object: Option<Span>,
    /// The clause that tells it: what a reader should see as the cite.
    pub clause: Span,
    /// What it was read from.
    pub evidence: EventEvidence,
}
