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
}
