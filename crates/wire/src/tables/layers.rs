use super::Kind::{Clock, Count, Counts, Day, Flag, Name, Number, Text, Texts};
use super::{Column, Table, filled, nullable};

const ARTICLE: Column = filled("article", Text, "id of the article");
const START: Column = filled("start", Count, "first code point");
const END: Column = filled("end", Count, "one past the last code point");
const CONFIDENCE: Column = nullable(
    "confidence",
    Number,
    "how many of a hundred like it are sound, 0 to 1; null where it was not weighed",
);

pub(super) const ARTICLES: &[Table] = &[
    Table {
        name: "articles",
        doc: "One article, with all that is known of it.",
        of: "Article",
        // no words of a language: columns of a table
        columns: &[
            filled("article", Text, "id, from the content or as an export gave it"),
            filled("source", Text, "path or URL as given"),
            nullable("url", Text, "canonical URL"),
            nullable("outlet", Text, "who published it"),
            nullable("agency", Text, "the credited news agency"),
            nullable("title", Text, "the headline"),
            nullable("byline", Text, "the authors"),
            nullable(
                "published_date",
                Day,
                "day of publication, the first of the month or year where less is known",
            ),
            nullable("published_time", Clock, "time of day, in the publisher's zone"),
            nullable("published_offset", Text, "distance from UTC, as +02:00"),
            nullable("published_precision", Name, "year, month, day or second"),
            nullable("published_basis", Name, "metadata, option, text or file-name"),
            nullable("modified_date", Day, "day of the last change"),
            nullable("modified_time", Clock, "time of day of it"),
            nullable("modified_offset", Text, "distance from UTC"),
            nullable("modified_precision", Name, "year, month, day or second"),
            nullable("modified_basis", Name, "metadata, option, text or file-name"),
            nullable("language", Text, "BCP 47 tag"),
            nullable(
                "coverage",
                Text,
                "the layers that were read, a space between; null where all were",
            ),
            nullable("section", Text, "the part of the paper"),
            nullable(
                "known",
                Text,
                "how each field is known, as field=evidence, a space between",
            ),
            filled("extent", Name, "full, or summary of a text that stands elsewhere"),
            nullable("also", Text, "further sources of the same article, one a line"),
            nullable(
                "version_earlier",
                Text,
                "id of the text before it under its address",
            ),
            nullable("version_later", Text, "id of the text after it"),
            nullable("version_order", Name, "known or unknown"),
            filled("text", Text, "what all offsets point into"),
            filled("word_count", Count, "how many words it has"),
        ],
    },
    Table {
        name: "blocks",
        doc: "A stretch of an article.",
        of: "Block",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            START,
            END,
            filled(
                "kind",
                Name,
                "headline, byline, dateline, caption, body, teaser or boilerplate",
            ),
        ],
    },
    Table {
        name: "changes",
        doc: "A difference between an article and the version before it.",
        of: "Change",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            filled("kind", Name, "headline, added, removed or changed"),
            nullable(
                "before_bytes_start",
                Count,
                "first byte in the earlier text's UTF-8",
            ),
            nullable("before_bytes_end", Count, "one past the last byte there"),
            nullable("after_start", Count, "first code point in this text"),
            nullable("after_end", Count, "one past the last code point there"),
        ],
    },
];

pub(super) const LAYERS: &[Table] = &[
    Table {
        name: "sentences",
        doc: "A sentence.",
        of: "",
        // no words of a language: columns of a table
        columns: &[ARTICLE, START, END],
    },
    Table {
        name: "tokens",
        doc: "A word.",
        of: "Tokens",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            START,
            END,
            filled("upos", Name, "universal part of speech"),
            filled("lemma", Text, "dictionary form"),
            nullable(
                "head",
                Count,
                "place of the governing token in the article, null for a root",
            ),
            filled("deprel", Name, "universal dependency relation"),
        ],
    },
    Table {
        name: "mentions",
        doc: "A name, a description or a pronoun.",
        of: "Mention",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            START,
            END,
            filled(
                "kind",
                Name,
                "person, organization, place, group, work, event or other",
            ),
            filled(
                "form",
                Name,
                "name, short, abbreviation, demonym, nominal or pronoun",
            ),
            nullable("entity", Count, "place in the article's found_entities"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "found_entities",
        doc: "Somebody or something that one article names.",
        of: "Entity",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            filled("entity", Count, "place in the article, from 0"),
            filled(
                "kind",
                Name,
                "person, organization, place, group, work, event or other",
            ),
            filled("name", Text, "the fullest name in the article"),
            nullable("country", Text, "ISO 3166-1 alpha-2 code"),
            filled(
                "is_country",
                Flag,
                "whether it is a state or a territory with a code",
            ),
            filled(
                "key",
                Text,
                "what all its names have in common, empty for a person",
            ),
            nullable("gender", Name, "male or female, where the words tell"),
            nullable(
                "order",
                Name,
                "family-first or family-last, where lists of names tell",
            ),
        ],
    },
    Table {
        name: "found_roles",
        doc: "A title or office that somebody holds.",
        of: "Role",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            START,
            END,
            filled("entity", Count, "who holds it"),
            filled("title_start", Count, "first code point of the office alone"),
            filled("title_end", Count, "one past its last"),
            nullable(
                "organization_start",
                Count,
                "first code point of the organisation or country",
            ),
            nullable("organization_end", Count, "one past its last"),
            nullable("country", Text, "ISO 3166-1 alpha-2 code of that country"),
            filled("former", Flag, "whether the words mark it as over"),
            nullable("from_day", Day, "since when"),
            nullable("from_precision", Name, "year, month or day"),
            nullable("to_day", Day, "until when"),
            nullable("to_precision", Name, "year, month or day"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "times",
        doc: "A time expression.",
        of: "Time",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            START,
            END,
            filled("type", Name, "DATE, TIME, DURATION or SET of TIMEX3"),
            filled("value", Text, "value of TIMEX3"),
            nullable("when_from", Day, "first day"),
            nullable("when_to", Day, "last day"),
            nullable("when_time", Clock, "time of day on the first"),
            nullable(
                "when_precision",
                Name,
                "year, quarter, month, week, day or minute",
            ),
            nullable("when_text", Text, "the words it was read from"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "quantities",
        doc: "A number with its unit.",
        of: "Quantity",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            START,
            END,
            nullable("value", Number, "the number, null for a range"),
            nullable("low", Number, "least value"),
            nullable("high", Number, "greatest value"),
            filled(
                "bound",
                Name,
                "exact, about, over, under, at-least, at-most or range",
            ),
            nullable(
                "unit_kind",
                Name,
                "currency, money, measure, percent, point, times, age or count",
            ),
            nullable("unit_code", Text, "its code, or the noun that is counted"),
            nullable("unit_per_many", Number, "how many a rate is of"),
            nullable("unit_per_kind", Name, "what kind of unit a rate is by"),
            nullable("unit_per_code", Text, "its code"),
            nullable("of_start", Count, "first code point of what is counted"),
            nullable("of_end", Count, "one past its last"),
            filled("ordinal", Flag, "whether it is a place in an order"),
            filled("step", Number, "size of one step in the last place written"),
            filled("moves", Flag, "whether a change starts that the next one ends"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "found_figures",
        doc: "A quantity that states something.",
        of: "Figure",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            START,
            END,
            filled("quantity", Count, "place in the article's quantities"),
            filled("measure", Text, "what is measured"),
            filled("key", Texts, "what figures are joined by"),
            filled("subjects", Counts, "entities that the measure is about"),
            nullable("period_from", Day, "first day it holds for"),
            nullable("period_to", Day, "last day"),
            nullable("period_time", Clock, "time of day on the first"),
            nullable(
                "period_precision",
                Name,
                "year, quarter, month, week, day or minute",
            ),
            nullable("period_text", Text, "the words it was read from"),
            nullable(
                "basis_start",
                Count,
                "first code point of the words that name a basis or a source",
            ),
            nullable("basis_end", Count, "one past their last"),
            filled(
                "clause_start",
                Count,
                "first code point of the clause that states it",
            ),
            filled("clause_end", Count, "one past its last"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "found_frames",
        doc: "A word that says that something happens or is so.",
        of: "Predicate",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            filled("frame", Count, "place in the article, from 0"),
            START,
            END,
            filled("token", Count, "the word's place in the article's tokens"),
            filled(
                "sense",
                Text,
                "sense in PropBank, as strike.01, or the dictionary form",
            ),
            filled(
                "confidence",
                Number,
                "how sure it is that the word is a predicate, from 0 to 1",
            ),
            filled("arguments", Counts, "rows of found_arguments"),
        ],
    },
    Table {
        name: "found_arguments",
        doc: "Who or what takes part, when, where, how.",
        of: "Argument",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            filled("argument", Count, "place in the article, from 0"),
            START,
            END,
            filled("head", Count, "place of the head in the article's tokens"),
            filled(
                "role",
                Name,
                "ARG0 to ARG5 or ARGM with its kind, as PropBank has them",
            ),
            filled("form", Name, "plain, reference or continuation"),
            filled("confidence", Number, "how sure the role is, from 0 to 1"),
        ],
    },
    Table {
        name: "found_quotes",
        doc: "Attributed words; pieces are lists of starts and of ends.",
        of: "Quote",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            START,
            END,
            filled("content_start", Counts, "first code points of what was said"),
            filled("content_end", Counts, "one past the last of each"),
            filled("cue_start", Counts, "first code points of the reporting words"),
            filled("cue_end", Counts, "one past the last of each"),
            filled(
                "source_start",
                Counts,
                "first code points of the words that name the source",
            ),
            filled("source_end", Counts, "one past the last of each"),
            nullable("speaker", Count, "whom the source resolves to"),
            filled("form", Name, "direct, indirect or mixed"),
            filled("kind", Name, "statement, act or attitude"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "found_events",
        doc: "One telling of an event.",
        of: "Event",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            filled("event", Count, "place in the article, from 0"),
            START,
            END,
            filled("type", Name, "plain word"),
            nullable("plover", Name, "root code of PLOVER"),
            nullable("mode", Name, "mode of PLOVER"),
            filled("sources", Counts, "rows of found_participants that act"),
            filled("targets", Counts, "rows that are acted upon or met"),
            nullable("place", Count, "row of where it is"),
            nullable("time", Count, "place in the article's times"),
            nullable("when_from", Day, "first day"),
            nullable("when_to", Day, "last day"),
            nullable("when_time", Clock, "time of day on the first"),
            nullable(
                "when_precision",
                Name,
                "year, quarter, month, week, day or minute",
            ),
            nullable("when_text", Text, "the words it was read from"),
            filled("status", Name, "planned, under-way, past, hypothetical or denied"),
            filled("several", Flag, "whether it tells of several at once"),
            nullable("object_start", Count, "first code point of what it is about"),
            nullable("object_end", Count, "one past its last"),
            filled(
                "clause_start",
                Count,
                "first code point of the clause that tells it",
            ),
            filled("clause_end", Count, "one past its last"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "found_participants",
        doc: "Somebody or some place in an event.",
        of: "Participant",
        // no words of a language: columns of a table
        columns: &[
            ARTICLE,
            filled("participant", Count, "place in the article, from 0"),
            START,
            END,
            nullable("entity", Count, "who"),
        ],
    },
];
