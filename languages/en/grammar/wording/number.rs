//! The words around a number, and what they say of the counted.

use std::ops::Range;

use dossier_model::{
    Annotation, Aspect, Counted, Fate, NumberContext, NumberWording, Part, Quantity, Restated, Senses, Span,
    Tokens, Unit, UnitBase, Upos,
};
use dossier_world::{table, words};

use super::{Reading, gap, sense, toll};

table!(
    /// Words beside a length and the extent that they tell.
    ASPECTS = "wording/aspects.tsv"
);
words!(
    /// Words in front of a number that say that the counted were named before.
    DEFINITE = "wording/definite.txt"
);
words!(
    /// Parties to whatever is told: how many there are is no figure.
    PARTIES = "wording/parties.txt"
);
words!(
    /// What links a bare number with what befell the counted.
    LINKS = "wording/fate_links.txt"
);
words!(
    /// Words behind a number that tell of those who are badly hurt.
    GRAVE = "wording/grave.txt"
);

/// The wording of all quantities.
pub(super) fn find(reading: &Reading<'_>, senses: &Senses) -> Vec<NumberWording> {
    let quantities = &reading.notes.quantities;
    let mut stated: Vec<Option<&str>> = vec![None; quantities.len()];
    for figure in &reading.notes.figures {
        if let Some(measure) = stated.get_mut(figure.value.quantity) {
            *measure = Some(&figure.value.measure);
        }
    }
    let mut before: Option<Span> = None;
    (quantities.iter().zip(stated).enumerate())
        .map(|(place, (q, measure))| {
            let again = before.filter(|b| measure.is_none() && may_restate(reading, *b, q.span));
            before = Some(q.span);
            let mut out = wording(reading, senses, q, measure, again);
            // A measure that the finder of figures read is better than a gap.
            let passing = reading.notes.wording.numbers.get(place);
            if let (Some(gap), Some(measure)) = (&mut out.gap, passing.and_then(|p| p.gap.as_ref())) {
                gap.clone_from(measure);
            }
            out
        })
        .collect()
}

/// The wording of one quantity, with its measure where a figure was read; `again` is the number before it where it may say
/// that one again.
fn wording(
    reading: &Reading<'_>,
    senses: &Senses,
    q: &Annotation<Quantity>,
    measure: Option<&str>,
    again: Option<Span>,
) -> NumberWording {
    let around = |place: Span| {
        Around::new(reading, senses, place)
            .map(|a| a.read())
            .unwrap_or_default()
    };
    let context = around(q.span);
    // Places in an order and the ends of a change are no figures of their own.
    let is_bare = measure.is_none() && !q.value.ordinal && !q.value.moves;
    let gap = |place: Span| is_bare.then(|| gap::measure(reading, q, place)).flatten();
    let noun = q.value.unit.as_ref().and_then(Unit::noun);
    NumberWording {
        counted: counted(reading, q),
        implied: match measure {
            Some(measure) => (q.value.unit.is_none() && toll::is_of_people(measure))
                .then(|| person(UnitBase::PEOPLE.to_owned())),
            None => implied(reading, &q.value, &context),
        },
        gap: gap(q.span),
        is_of_parties: noun.is_some_and(|n| PARTIES.has(&n.to_lowercase())),
        is_age: reading.of(q.span).ends_with("old"),
        restated: again.map(|b| {
            let place = b.cover(q.span);
            let context = around(place);
            Box::new(Restated {
                implied: implied(reading, &q.value, &context),
                gap: gap(place),
                context,
            })
        }),
        context,
    }
}

/// Whether the words between two numbers allow the second to say the first again: "40 metres (131 feet)".
fn may_restate(reading: &Reading<'_>, before: Span, own: Span) -> bool {
    const FAR: usize = 40;
    let between = reading
        .text
        .get(before.end as usize..own.start as usize)
        .unwrap_or("");
    let opens = ["(", "(about", "(around", "(some", "(or", " or", "/"];
    between.len() <= FAR && opens.iter().any(|o| between.trim_end().ends_with(o))
}

fn person(noun: String) -> Counted {
    Counted {
        is_person: sense::is_person(&noun),
        noun,
    }
}

/// The noun that a number counts: its unit, where the unit is a word of the text.
fn counted(reading: &Reading<'_>, q: &Annotation<Quantity>) -> Option<Counted> {
    let unit = q.value.unit.as_ref().filter(|u| u.per.is_none())?;
    // What is measured stands behind the unit, what is counted is the noun itself.
    let inside = q.value.of.is_some_and(|of| q.span.contains(of));
    let Some(noun) = unit.noun() else {
        return inside.then(|| person(unit.to_string()));
    };
    let stem = noun.get(..noun.len().saturating_sub(1)).unwrap_or("");
    let spelled = inside && !stem.is_empty() && reading.of(q.span).to_lowercase().contains(stem);
    (spelled || noun == UnitBase::PEOPLE).then(|| person(noun.to_owned()))
}

/// What a number without a unit counts, where the words around it tell.
fn implied(reading: &Reading<'_>, q: &Quantity, context: &NumberContext) -> Option<Counted> {
    if q.unit.is_some() || !(context.befell || context.partitive.is_some()) {
        return None;
    }
    let whole = |i: u32| reading.notes.tokens.lemma(i as usize).to_lowercase();
    Some(person(
        context
            .partitive
            .map_or_else(|| UnitBase::PEOPLE.to_owned(), whole),
    ))
}

/// A number's place among the tokens of its sentence.
struct Around<'a> {
    reading: &'a Reading<'a>,
    senses: &'a Senses,
    tokens: &'a Tokens,
    /// The sentence.
    sentence: Range<usize>,
    /// The number.
    number: Range<usize>,
}

impl<'a> Around<'a> {
    fn new(reading: &'a Reading<'a>, senses: &'a Senses, place: Span) -> Option<Self> {
        let tokens = &reading.notes.tokens;
        let sentence = reading.notes.sentence_at(place.start)?;
        let spans = tokens.spans();
        Some(Self {
            reading,
            senses,
            tokens,
            sentence: spans.partition_point(|s| s.start < sentence.start)
                ..spans.partition_point(|s| s.end <= sentence.end),
            number: spans.partition_point(|s| s.end <= place.start)
                ..spans.partition_point(|s| s.start < place.end),
        })
    }

    /// The tokens behind the number, `most` at most.
    fn behind(&self, most: usize) -> Range<usize> {
        self.number.end..self.sentence.end.min(self.number.end + most)
    }

    /// The tokens in front of the number, `most` at most.
    fn front(&self, most: usize) -> Range<usize> {
        self.sentence.start.max(self.number.start.saturating_sub(most))..self.number.start
    }

    fn fate(&self, i: usize) -> Option<Fate> {
        self.senses.of(i)?.fate
    }

    fn read(&self) -> NumberContext {
        let low = |i: usize| self.reading.low(i);
        let (first, last) = (self.sentence.start, self.sentence.end);
        let (from, to) = (self.number.start, self.number.end);
        let fate = (from > first)
            .then(|| self.fate(from - 1))
            .flatten()
            .or_else(|| self.fate_behind());
        let close = self.behind(5).chain(self.front(5).rev());
        let next = to + usize::from(matches!(low(to).as_ref(), "more" | "others" | "other"));
        let is_linked = |i: usize| LINKS.has(&low(i)) || self.fate(i).is_some();
        NumberContext {
            head: self.head(),
            partitive: self.partitive(),
            aspect: close.filter_map(|i| aspect(&low(i))).next(),
            fate,
            is_definite: from > first && DEFINITE.has(&low(from - 1)) || DEFINITE.has(&low(from)),
            // "two were injured", "dozens more have been hurt".
            befell: next < last && fate.is_some() && is_linked(next),
            part: self.part(fate),
        }
    }

    /// What befell the counted, behind the number: "59 people were killed", "51 were taken to hospital".
    fn fate_behind(&self) -> Option<Fate> {
        let tokens = self.tokens;
        let ends = |i: usize| {
            let number =
                tokens.upos(i) == Upos::Num && i > self.number.end && tokens.upos(i - 1) != Upos::Adp;
            tokens.upos(i) == Upos::Punct
                || number
                || matches!(self.reading.low(i).as_ref(), "and" | "but" | "while")
        };
        let mut phrase = self.behind(8).take_while(|&i| !ends(i));
        phrase.find_map(|i| self.fate(i))
    }

    /// "Twenty-one of the girls": the noun of the whole.
    fn partitive(&self) -> Option<u32> {
        let tokens = self.tokens;
        let to = self.number.end;
        if to >= self.sentence.end || self.reading.low(to) != "of" {
            return None;
        }
        (to + 1..self.sentence.end.min(to + 9))
            .take_while(|&i| !matches!(tokens.upos(i), Upos::Verb | Upos::Aux | Upos::Punct))
            .find(|&i| tokens.upos(i) == Upos::Noun)
            .map(|i| i as u32)
    }

    /// The noun behind the number, past "-metre-deep" and adjectives; a verb or a mark ends the phrase.
    fn head(&self) -> Option<u32> {
        let tokens = self.tokens;
        self.behind(5)
            .take_while(|&i| {
                !matches!(
                    tokens.upos(i),
                    Upos::Verb | Upos::Aux | Upos::Adp | Upos::Pron | Upos::Cconj
                )
            })
            .take_while(|&i| tokens.upos(i) != Upos::Punct || self.reading.low(i) == "-")
            .find(|&i| matches!(tokens.upos(i), Upos::Noun | Upos::Propn))
            .map(|i| i as u32)
    }

    /// How the words narrow the counted down; `fate` is what befell them.
    fn part(&self, fate: Option<Fate>) -> Part {
        /// A bounded look keeps endless sentences linear.
        const FAR: usize = 60;
        let part = self.narrowed();
        // "Killing two and wounding 12 more": those on top of others of another fate are all there are.
        let is_other = |f: Fate| fate.is_some_and(|own| own != f);
        if part == Part::More && self.front(FAR).filter_map(|i| self.fate(i)).any(is_other) {
            return Part::Whole;
        }
        part
    }

    fn narrowed(&self) -> Part {
        let low = |i: usize| self.reading.low(i);
        let any = |mut range: Range<usize>, of: &[&str]| range.any(|i| of.contains(&low(i).as_ref()));
        let (front, own, behind) = (self.front(3), self.number.clone(), self.behind(6));
        let first =
            |range: &Range<usize>, of: &[&str]| !range.is_empty() && of.contains(&low(range.start).as_ref());
        let last = |range: &Range<usize>, of: &[&str]| {
            !range.is_empty() && of.contains(&low(range.end - 1).as_ref())
        };
        let second = behind.clone().nth(1);
        let is_than = second.is_some_and(|i| low(i) == "than");
        if any(own.clone(), &["more", "additional", "further"]) && !any(own.clone(), &["than"])
            || last(&front, &["another"])
            || first(&own, &["another"])
            || last(&front, &["and"]) && any(own.clone(), &["other", "others"])
            || last(&front, &["and"]) && first(&behind, &["other", "others"])
            || first(&behind, &["more", "additional", "further"]) && !is_than
        {
            return Part::More;
        }
        let of_them = first(&behind, &["of"])
            && second.is_some_and(|i| {
                matches!(
                    low(i).as_ref(),
                    "whom" | "which" | "those" | "them" | "these" | "the"
                )
            });
        if of_them || any(front.clone(), &["including", "among"]) {
            return Part::Some;
        }
        let gravely = ["seriously", "critically", "severely", "gravely", "badly"];
        if any(front.clone(), &gravely) || behind.clone().any(|i| GRAVE.has(&low(i))) {
            return Part::Grave;
        }
        if any(behind, &["minor", "slightly", "lightly"]) || any(front, &["slightly", "lightly"]) {
            return Part::Slight;
        }
        Part::Whole
    }
}

fn aspect(word: &str) -> Option<Aspect> {
    Some(match ASPECTS.value(word)? {
        "height" => Aspect::Height,
        "depth" => Aspect::Depth,
        "width" => Aspect::Width,
        _ => Aspect::Distance,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_beside_a_length_tells_which_extent_it_is_of() {
        assert_eq!(aspect("tall"), Some(Aspect::Height));
        assert_eq!(aspect("away"), Some(Aspect::Distance));
        assert_eq!(aspect("red"), None);
    }
}
