use super::Kind::{Count, Counts, Flag, Name, Number, Text, Texts};
use super::{Column, Table, filled, nullable};

const STORY: Column = filled("story", Text, "id of the story");
const WHEN_FROM: Column = nullable(
    "when_from",
    Text,
    "ISO 8601 day, with time of day where the precision is minute",
);
const WHEN_TO: Column = nullable("when_to", Text, "ISO 8601 day");
const WHEN_PRECISION: Column = nullable(
    "when_precision",
    Name,
    "year, quarter, month, week, day or minute",
);
const WHEN_TEXT: Column = nullable("when_text", Text, "the words it was read from");
const SUPPORT_ARTICLES: Column = filled("support_articles", Count, "distinct articles");
const SUPPORT_ORIGINS: Column = filled("support_origins", Count, "independent origins");
const SUPPORT_VOICES: Column = filled("support_voices", Count, "distinct voices");
const CONFIDENCE: Column = nullable(
    "confidence",
    Number,
    "how many of a hundred like it are sound, 0 to 1; null where it was not weighed",
);
const BACKGROUND_WHY: Column = nullable(
    "background_why",
    Text,
    "why it is of another matter than the story; null where it is the story's own",
);
const CITE_ARTICLE: Column = filled("cite_article", Text, "id of the article");
const CITE_START: Column = filled("cite_start", Count, "first code point");
const CITE_END: Column = filled("cite_end", Count, "one past the last");
const CITE_TEXT: Column = filled("cite_text", Text, "the words");

pub(super) const ROWS: &[Table] = &[
    Table {
        name: "stories",
        doc: "One event as several articles tell it.",
        of: "Story",
        // no words of a language: columns of a table
        columns: &[
            filled("id", Text, "name"),
            filled("why", Text, "why its articles are one story"),
            filled("title", Text, "a headline or lead"),
            nullable("period_from", Text, "first day of publication"),
            nullable("period_to", Text, "last day"),
            nullable("main", Text, "id of the event that it is about"),
            filled("articles", Texts, "ids of its articles"),
        ],
    },
    Table {
        name: "origins",
        doc: "Articles that count once.",
        of: "Origin",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("id", Text, "name"),
            filled("articles", Texts, "ids"),
            filled("kind", Name, "own, agency or copy"),
            filled("why", Text, "the reason"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "voices",
        doc: "Somebody to whom facts are attributed.",
        of: "Voice",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("id", Text, "name"),
            filled("name", Text, "as printed"),
            nullable("entity", Text, "id of the entity"),
            filled("kind", Name, "person, organization or outlet"),
            filled("why", Text, "why it is one voice"),
        ],
    },
    Table {
        name: "copies",
        doc: "A passage that stands in two articles.",
        of: "Copy",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("from_article", Text, "the earlier article, where that is known"),
            filled("from_start", Count, "first code point"),
            filled("from_end", Count, "one past the last"),
            filled("from_text", Text, "the words"),
            filled("to_article", Text, "the other article"),
            filled("to_start", Count, "first code point"),
            filled("to_end", Count, "one past the last"),
            filled("to_text", Text, "the words"),
            filled("words", Count, "words that both share"),
            filled("similarity", Number, "their share of the longer side, 0 to 1"),
            filled("direction", Name, "known or unknown"),
            filled("kind", Name, "news or boilerplate"),
            filled("why", Text, "the reason"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "entities",
        doc: "Somebody or something named.",
        of: "Entity",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("id", Text, "name inside the story"),
            filled("kind", Name, "person, organization, place, group, work or other"),
            filled("name", Text, "the main name"),
            filled("names_text", Texts, "all spellings, most printed first"),
            filled("names_count", Counts, "how often each is printed"),
            nullable("country", Text, "ISO 3166-1 alpha-2 code"),
            filled("why", Text, "why these names are one"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "roles",
        doc: "An office that an entity holds; its cites are rows of `cites`.",
        of: "Role",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("entity", Text, "id of the entity"),
            filled("role", Count, "place among the entity's roles"),
            filled("title", Text, "the office"),
            nullable("organization", Text, "its organisation"),
            filled("state", Name, "held, former or elect"),
            nullable("from", Text, "year, month or day, as exact as told"),
            nullable("to", Text, "likewise"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "events",
        doc: "One event, however many tell it.",
        of: "Event",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("id", Text, "name inside the story"),
            filled("type", Name, "plain word"),
            filled("label", Text, "a short line"),
            nullable("plover_event", Name, "root code of PLOVER"),
            nullable("plover_mode", Name, "mode of PLOVER"),
            filled("status", Name, "planned, under-way, past, hypothetical or denied"),
            WHEN_FROM,
            WHEN_TO,
            WHEN_PRECISION,
            WHEN_TEXT,
            nullable("place", Text, "id of the entity"),
            filled("why", Text, "why its tellings are one event"),
            SUPPORT_ARTICLES,
            SUPPORT_ORIGINS,
            SUPPORT_VOICES,
            BACKGROUND_WHY,
            CONFIDENCE,
        ],
    },
    Table {
        name: "participants",
        doc: "Somebody in an event.",
        of: "Participant",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("event", Text, "id of the event"),
            filled("entity", Text, "id of the entity"),
            filled("role", Name, "source or target"),
        ],
    },
    Table {
        name: "figures",
        doc: "A measure and what is reported of it.",
        of: "Figure",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("id", Text, "name inside the story"),
            filled("measure", Text, "what is measured"),
            nullable("unit", Text, "English name of the common unit"),
            nullable("unit_code", Text, "its code: of ISO 4217, UCUM, or %"),
            nullable("period_from", Text, "first day it holds for"),
            nullable("period_to", Text, "last day"),
            nullable(
                "period_precision",
                Name,
                "year, quarter, month, week, day or minute",
            ),
            nullable("period_text", Text, "the words it was read from"),
            filled(
                "agreement",
                Name,
                "single, same, compatible, by-basis or different",
            ),
            filled("why", Text, "the reason"),
            SUPPORT_ARTICLES,
            SUPPORT_ORIGINS,
            SUPPORT_VOICES,
            BACKGROUND_WHY,
            CONFIDENCE,
        ],
    },
    Table {
        name: "figure_reports",
        doc: "One article's number.",
        of: "FigureReport",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("figure", Text, "id of the figure"),
            filled("report", Count, "place among the figure's reports"),
            nullable("value", Number, "the number, null for a range"),
            nullable("low", Number, "least"),
            nullable("high", Number, "greatest"),
            filled(
                "bound",
                Name,
                "exact, about, over, under, at-least, at-most or range",
            ),
            nullable("unit", Text, "English name of the unit"),
            nullable("unit_code", Text, "its code"),
            nullable("basis", Text, "statistical basis"),
            filled("voice", Text, "id of the voice"),
            CITE_ARTICLE,
            CITE_START,
            CITE_END,
            CITE_TEXT,
        ],
    },
    Table {
        name: "series",
        doc: "What a moving figure was at one time.",
        of: "SeriesPoint",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("figure", Text, "id of the figure"),
            WHEN_FROM,
            WHEN_TO,
            WHEN_PRECISION,
            WHEN_TEXT,
            filled("low", Number, "least number of its reports"),
            filled("high", Number, "greatest number"),
            filled("reports", Counts, "places among the figure's reports"),
        ],
    },
    Table {
        name: "statements",
        doc: "Sentences that say the same thing.",
        of: "Statement",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("id", Text, "name inside the story"),
            filled("text", Text, "one wording"),
            SUPPORT_ARTICLES,
            SUPPORT_ORIGINS,
            SUPPORT_VOICES,
            filled("why", Text, "why its wordings are one statement"),
            BACKGROUND_WHY,
            CONFIDENCE,
        ],
    },
    Table {
        name: "statement_reports",
        doc: "One article's wording of a statement.",
        of: "StatementReport",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("statement", Text, "id of the statement"),
            CITE_ARTICLE,
            CITE_START,
            CITE_END,
            CITE_TEXT,
            filled("voice", Text, "id of the voice"),
        ],
    },
    Table {
        name: "conflicts",
        doc: "Statements that cannot both hold, a row for each of their sentences.",
        of: "Conflict",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("id", Text, "name inside the story"),
            filled("kind", Name, "polarity, filler or swap"),
            filled("of", Texts, "ids of the statements"),
            filled("why", Text, "what excludes what"),
            CITE_ARTICLE,
            CITE_START,
            CITE_END,
            CITE_TEXT,
            CONFIDENCE,
        ],
    },
    Table {
        name: "quotes",
        doc: "Words and who said them.",
        of: "Quote",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("id", Text, "name inside the story"),
            filled("words", Text, "what was said"),
            filled("form", Name, "direct, indirect or mixed"),
            filled(
                "denies",
                Flag,
                "whether the reporting words deny what is reported",
            ),
            nullable("cue", Text, "the reporting words"),
            nullable("speaker", Text, "id of the entity"),
            nullable("speaker_text", Text, "the speaker as printed"),
            CITE_ARTICLE,
            CITE_START,
            CITE_END,
            CITE_TEXT,
            CONFIDENCE,
        ],
    },
    Table {
        name: "timeline",
        doc: "One line of the timeline.",
        of: "TimelineRow",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("row", Count, "place in the timeline"),
            WHEN_FROM,
            WHEN_TO,
            WHEN_PRECISION,
            WHEN_TEXT,
            filled("label", Text, "a short line"),
            filled("refs", Texts, "ids of events and figures"),
            BACKGROUND_WHY,
            CONFIDENCE,
        ],
    },
    Table {
        name: "digest",
        doc: "One sentence of the digest.",
        of: "Digest",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("row", Count, "place in the digest"),
            filled("text", Text, "as printed"),
            SUPPORT_ARTICLES,
            SUPPORT_ORIGINS,
            SUPPORT_VOICES,
            nullable("against", Text, "how the odd one out differs"),
            CONFIDENCE,
        ],
    },
    Table {
        name: "cites",
        doc: "The words that an entity, a role, an event, a row of the timeline or a sentence of the digest rests on.",
        of: "Cite",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("table", Name, "entities, roles, events, timeline or digest"),
            filled("id", Text, "id of the row, or its place"),
            filled("article", Text, "id of the article"),
            filled("start", Count, "first code point"),
            filled("end", Count, "one past the last"),
            filled("text", Text, "the words"),
        ],
    },
    Table {
        name: "notes",
        doc: "What was skipped, doubtful or cut.",
        of: "Note",
        // no words of a language: columns of a table
        columns: &[
            filled("source", Text, "the culprit"),
            filled("message", Text, "one sentence"),
        ],
    },
];
