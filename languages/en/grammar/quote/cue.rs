//! The words that report words: verbs with the frames they report in, nouns, and fixed phrases.
//!
//! The lists follow the usual grammar of English reporting verbs (speech acts, opinion, knowledge, evidence)
//! and say of each verb in which constructions its complement is what somebody said, thought or knows.

use std::sync::LazyLock;

use crate::grammar::lists::hash::HashMap;

/// The constructions in which a verb reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frames(u16);

impl Frames {
    /// Beside words between quotation marks: "…", she V.
    pub(super) const DIRECT: Frames = Frames(1);
    /// As a comment clause behind or inside a report without marks: …, she V.
    pub(super) const COMMENT: Frames = Frames(2);
    /// With a clause that needs no "that": she V (that) it rains.
    pub(super) const CLAUSE: Frames = Frames(4);
    /// With a clause that "that" introduces: she V that it rains.
    pub(super) const THAT: Frames = Frames(8);
    /// With an embedded question: she V whether it rains.
    pub(super) const QUESTION: Frames = Frames(16);
    /// With the listener as object before the clause: she V him (that) it rains.
    pub(super) const LISTENER: Frames = Frames(32);
    /// With an infinitive: she V to come.
    pub(super) const INFINITIVE: Frames = Frames(64);
    /// With the listener and an infinitive: she V him to come.
    pub(super) const ORDER: Frames = Frames(128);
    /// With "as": she V it as good.
    pub(super) const AS: Frames = Frames(256);
    /// With a bare object that is the matter of the speech: she V the plan.
    pub(super) const MATTER: Frames = Frames(512);
    /// With a preposition before the matter: she V for a plan.
    pub(super) const ABOUT: Frames = Frames(1024);

    /// Not a claim but a wish, a plan or a side taken: she V to come, she V the plan.
    pub(super) const HELD: Frames = Frames(2048);

    /// Whether any frame of `other` is among these.
    pub(super) const fn has(self, other: Frames) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(super) const fn or(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }

    fn from_letters(letters: &str) -> Frames {
        letters.bytes().fold(Frames(0), |f, b| {
            f.or(match b {
                b'q' => Frames::DIRECT,
                b'p' => Frames::COMMENT,
                b'c' => Frames::CLAUSE.or(Frames::THAT),
                b't' => Frames::THAT,
                b'w' => Frames::QUESTION,
                b'l' => Frames::LISTENER,
                b'i' => Frames::INFINITIVE,
                b'o' => Frames::ORDER,
                b's' => Frames::AS,
                b'm' => Frames::MATTER,
                b'f' => Frames::ABOUT,
                b'a' => Frames::HELD,
                _ => Frames(0),
            })
        })
    }
}

/// The inflection of a verb form, as far as the spelling tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "say".
    Base,
    /// "says".
    Third,
    /// "said": past tense or past participle.
    Past,
    /// "written": past participle alone.
    Participle,
    /// "saying".
    Ing,
}

impl Form {
    /// Whether the form can head a clause with a subject and no auxiliary.
    pub(super) fn is_finite(self) -> bool {
        matches!(self, Form::Base | Form::Third | Form::Past)
    }
}

/// A reporting verb as met in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// What it can do.
    pub(super) frames: Frames,
    /// How it is inflected.
    pub(super) form: Form,
}

/// Letters: q direct, p comment clause, c clause, t that-clause only, w question, l listener, i infinitive,
/// o order, s "as", m matter, f preposition.
const VERBS: &[(&str, &str)] = &[
    // To say, in any way.
    ("qpcw", "say"),
    ("qplwo", "tell"),
    (
        "qpct",
        "add state declare remark comment mention reply respond answer reiterate repeat assert affirm \
      aver opine recount retort rejoin interject counter",
    ),
    (
        "qpcw",
        "note observe explain announce disclose reveal clarify specify recall stress emphasize emphasise \
      underline underscore highlight reaffirm write tweet retweet post email report relay",
    ),
    (
        "qpc",
        "claim allege contend maintain insist argue suggest acknowledge admit concede confess confirm swear \
      testify boast brag joke quip muse lament complain grumble predict forecast warn caution conclude \
      estimate reckon figure proclaim profess attest assess theorize theorise speculate hint imply \
      posit postulate reason ruminate retell rebut elaborate summarize summarise recollect",
    ),
    ("qpcl", "assure remind inform notify advise promise teach"),
    ("qlt", "convince persuade brief"),
    ("qpt", "vow pledge"),
    // To utter, where only the words themselves follow.
    (
        "q",
        "continue begin start proceed volunteer deadpan retaliate jeer charge boom interject correct",
    ),
    ("qp", "conclude agree"),
    (
        "q",
        "shout yell scream cry exclaim whisper mutter murmur mumble chant sing laugh sigh scoff sneer snap \
      gush fume thunder rail demand ask inquire enquire wonder bellow bark blurt drawl gasp groan growl grunt \
      hiss holler howl moan plead protest roar shriek snarl sob stammer stutter utter wail whine intone text \
      message blog caption headline label dub call describe read quote cite interrupt urge implore beg \
      exhort instruct command order recite crow vent lecture preach bemoan marvel enthuse echo confide \
      reminisce venture hazard chime offer",
    ),
    // To ask.
    ("wof", "ask"),
    (
        "w",
        "inquire enquire wonder question debate discuss ponder consider",
    ),
    // To promise, refuse and want in words.
    ("i", "vow pledge promise threaten swear offer volunteer"),
    (
        "t",
        "demand propose recommend request rule decree certify stipulate agree guarantee signal indicate",
    ),
    ("c", "hold opine submit intimate deem"),
    ("p", "hold indicate propose recommend rule signal"),
    (
        "o",
        "urge order instruct command implore beg exhort advise remind warn invite request encourage",
    ),
    // To think, to hope, to fear.
    (
        "pc",
        "think believe suspect hope fear guess feel expect suppose assume imagine presume",
    ),
    (
        "t",
        "worry doubt understand dream foresee envision anticipate calculate judge surmise conjecture hypothesize \
      trust regret lament rejoice appreciate recognize recognise realize realise learn \
      discover determine decide conclude decided deny dispute",
    ),
    ("w", "understand"),
    // To give evidence of.
    ("t", "show find prove demonstrate illustrate mean"),
    // To act by words on a matter.
    (
        "m",
        "accuse blame criticize criticise condemn denounce slam blast praise hail laud commend applaud endorse \
      deny reject dismiss decry deride mock ridicule rebuke propose demand urge dispute \
      mention cite recall stress emphasize emphasise underscore underline reiterate announce disclose \
      reveal acknowledge admit concede confirm predict forecast thank congratulate describe call label brand \
      lambast lambaste castigate chastise chide berate assail bash skewer lament bemoan defend reaffirm \
      characterize characterise depict portray advocate",
    ),
    (
        "f",
        "call complain warn plead hint lash apologize apologise object boast brag joke argue rail insist \
      inquire",
    ),
    // To want, to plan, to take a side.
    ("aiom", "want seek prefer"),
    (
        "ai",
        "plan intend aim hope expect agree decline refuse decide wish vow pledge promise threaten",
    ),
    (
        "am",
        "support oppose endorse favor favour embrace welcome resent fear hate love like admire \
      respect dislike distrust cheer champion",
    ),
    ("as", "see view regard consider perceive"),
    // To speak for or against a matter.
    ("m", "tout ridicule reference compare liken"),
    ("f", "refer allude"),
    // To call something something.
    (
        "s",
        "describe characterize characterise depict portray denounce condemn dismiss decry hail praise criticize \
      criticise deride slam blast label brand cast mock ridicule cite",
    ),
];

/// Past tense and past participle of verbs that do not form them with "-ed".
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("say", "said", "said"),
    ("tell", "told", "told"),
    ("write", "wrote", "written"),
    ("think", "thought", "thought"),
    ("find", "found", "found"),
    ("show", "showed", "shown"),
    ("hold", "held", "held"),
    ("feel", "felt", "felt"),
    ("swear", "swore", "sworn"),
    ("understand", "understood", "understood"),
    ("teach", "taught", "taught"),
    ("foresee", "foresaw", "foreseen"),
    ("mean", "meant", "meant"),
    ("begin", "began", "begun"),
    ("read", "read", "read"),
    ("sing", "sang", "sung"),
    ("cast", "cast", "cast"),
    ("retell", "retold", "retold"),
    ("forecast", "forecast", "forecast"),
    ("rebut", "rebutted", "rebutted"),
    ("quip", "quipped", "quipped"),
    ("snap", "snapped", "snapped"),
    ("beg", "begged", "begged"),
    ("brag", "bragged", "bragged"),
    ("admit", "admitted", "admitted"),
    ("submit", "submitted", "submitted"),
    ("blog", "blogged", "blogged"),
    ("sob", "sobbed", "sobbed"),
    ("dub", "dubbed", "dubbed"),
    ("learn", "learned", "learnt"),
    ("dream", "dreamed", "dreamt"),
];

/// Verbs that double their last letter before "-ing".
const DOUBLING: &[&str] = &[
    "rebut", "quip", "snap", "beg", "brag", "admit", "submit", "blog", "sob", "dub", "begin", "chat",
];

static LEXICON: LazyLock<HashMap<String, Verb>> = LazyLock::new(|| {
    let mut out: HashMap<String, Verb> = HashMap::default();
    let mut put = |word: String, form: Form, frames: Frames| {
        let slot = out.entry(word).or_insert(Verb {
            frames: Frames(0),
            form,
        });
        slot.frames = slot.frames.or(frames);
    };
    for &(letters, lemmas) in VERBS {
        let frames = Frames::from_letters(letters);
        for lemma in lemmas.split_whitespace() {
            let stem = lemma.strip_suffix('e').unwrap_or(lemma);
            let y = lemma
                .strip_suffix('y')
                .filter(|s| !s.ends_with(['a', 'e', 'o', 'u']));
            // The past forms come first: "read" and "forecast" are most often past in news.
            match IRREGULAR.iter().find(|i| i.0 == lemma) {
                Some(&(_, past, participle)) => {
                    put(past.to_owned(), Form::Past, frames);
                    if participle != past {
                        put(participle.to_owned(), Form::Participle, frames);
                    }
                }
                None => put(
                    y.map_or_else(|| format!("{stem}ed"), |s| format!("{s}ied")),
                    Form::Past,
                    frames,
                ),
            }
            put(lemma.to_owned(), Form::Base, frames);
            let hiss = lemma.ends_with('s')
                || lemma.ends_with("sh")
                || lemma.ends_with("ch")
                || lemma.ends_with('x');
            let third = match y {
                Some(s) => format!("{s}ies"),
                None if hiss => format!("{lemma}es"),
                None => format!("{lemma}s"),
            };
            put(third, Form::Third, frames);
            let ing = if DOUBLING.contains(&lemma) {
                format!("{lemma}{}ing", &lemma[lemma.len() - 1..])
            } else if lemma.ends_with("ee") {
                format!("{lemma}ing")
            } else {
                format!("{stem}ing")
            };
            put(ing, Form::Ing, frames);
        }
    }
    out
});

/// The reporting verb that `word` is a form of, without regard to case.
pub(super) fn verb(word: &str) -> Option<Verb> {
    if word.len() > 16 || !word.is_ascii() {
        return None;
    }
    let mut low = [0u8; 16];
    for (to, from) in low.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    let low = std::str::from_utf8(low.get(..word.len())?).ok()?;
    LEXICON.get(low).copied()
}

/// Verbs that report only together with the word behind them: the forms, that word, the frames.
const PHRASAL: &[(&str, &str, &str)] = &[
    ("point points pointed pointing", "out", "qpct"),
    ("go goes went going", "on", "q"),
    (
        "shoot shoots shot fire fires fired hit hits push pushes pushed clap claps clapped bite bit",
        "back",
        "q",
    ),
    ("put puts putting", "it", "qp"),
    ("sum sums summed", "up", "q"),
    ("chime chimes chimed jump jumps jumped", "in", "q"),
    ("cry cries cried call calls called blurt blurted", "out", "q"),
    ("make makes made making", "clear", "ct"),
    ("spell spells spelled", "out", "t"),
    ("figure figures figured", "out", "t"),
];

/// The reporting verb that `word` and the word behind it make together: "pointed out", "made clear".
pub(super) fn phrasal(word: &str, next: &str) -> Option<Verb> {
    PHRASAL.iter().find_map(|&(forms, particle, letters)| {
        let hit =
            particle.eq_ignore_ascii_case(next) && forms.split(' ').any(|f| f.eq_ignore_ascii_case(word));
        hit.then(|| {
            let form = if word.ends_with("ing") {
                Form::Ing
            } else if word.ends_with('s') {
                Form::Third
            } else if forms.starts_with(&word.to_ascii_lowercase())
                && word.len() < 6
                && word != "hit"
                && word != "put"
            {
                Form::Base
            } else {
                Form::Past
            };
            Verb {
                frames: Frames::from_letters(letters),
                form,
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, form: Form, frames: Frames) {
        let v = verb(word).unwrap_or_else(|| panic!("{word} is no reporting verb"));
        assert_eq!(v.form, form, "{word}");
        assert!(v.frames.has(frames), "{word} {frames:?}");
    }

    #[test]
    fn verbs_are_known_in_every_form() {
        check("said", Form::Past, Frames::DIRECT);
        check("Says", Form::Third, Frames::CLAUSE);
        check("replied", Form::Past, Frames::DIRECT);
        check("replies", Form::Third, Frames::DIRECT);
        check("noting", Form::Ing, Frames::CLAUSE);
        check("written", Form::Participle, Frames::CLAUSE);
        check("quipping", Form::Ing, Frames::DIRECT);
        check("stresses", Form::Third, Frames::THAT);
        check("agreeing", Form::Ing, Frames::DIRECT);
        check("told", Form::Past, Frames::LISTENER);
        check("vowed", Form::Past, Frames::INFINITIVE);
        check("urged", Form::Past, Frames::ORDER);
        check("portrayed", Form::Past, Frames::AS);
    }

    #[test]
    fn not_verbs_of_other_kinds() {
        for w in ["walked", "builds", "saids", "", "ministry", "Nói"] {
            assert!(verb(w).is_none(), "{w}");
        }
    }

    #[test]
    fn not_a_direct_cue_where_a_verb_reports_only_with_that() {
        for w in ["found", "shows", "realized"] {
            let v = verb(w).map(|v| v.frames.has(Frames::DIRECT.or(Frames::CLAUSE)));
            assert_eq!(v, Some(false), "{w}");
        }
    }
}
