//! Tables of the record. A key has the name of its thing in every table, so that tables join by columns of one name: those
//! of a story by `story` and the thing, articles by `article` alone.

use super::Kind::{Clock, Count, Day, Flag, Name, Number, Text};
use super::{Column, Table, filled, nullable};

const STORY: Column = filled("story", Text, "id of the story");
const WHEN_FROM: Column = nullable("when_from", Day, "first day");
const WHEN_TO: Column = nullable("when_to", Day, "last day");
const WHEN_TIME: Column = nullable("when_time", Clock, "time of day on the first, where it is told");
const WHEN_PRECISION: Column = nullable(
    "when_precision",
    Name,
    "how exact it is told: year, quarter, month, week, day or minute",
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
const ARTICLE: Column = filled("article", Text, "id of the article");
const START: Column = filled(
    "start",
    Count,
    "first code point of the words in the article's text",
);
const END: Column = filled("end", Count, "one past the last");
const WORDS: Column = filled("words", Text, "the words");
const FIRST_ARTICLE: Column = nullable(
    "article",
    Text,
    "id of the article of its first cite; `cites` has all",
);
const FIRST_START: Column = nullable("start", Count, "first code point of that cite");
const FIRST_END: Column = nullable("end", Count, "one past the last");
const FIRST_WORDS: Column = nullable("words", Text, "its words");

pub(super) const ROWS: &[Table] = &[
    Table {
        name: "stories",
        doc: "One event as several articles tell it.",
        of: "Story",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("title", Text, "a headline or lead"),
            nullable("period_from", Day, "first day of publication"),
            nullable("period_to", Day, "last day"),
            nullable("main", Text, "id of the event that it is about"),
            filled("articles", Count, "how many articles tell it: rows of `members`"),
            filled("origins", Count, "how many independent origins these have"),
            filled("why", Text, "why its articles are one story"),
        ],
    },
    Table {
        name: "members",
        doc: "An article of a story.",
        of: "",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            ARTICLE,
            nullable("origin", Text, "id of the origin that it counts under"),
        ],
    },
    Table {
        name: "origins",
        doc: "Articles that count once.",
        of: "Origin",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("origin", Text, "id"),
            filled("kind", Name, "own, agency or copy"),
            filled(
                "articles",
                Count,
                "how many articles count under it: rows of `members`",
            ),
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
            filled("voice", Text, "id"),
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
            filled(
                "from_article",
                Text,
                "id of the earlier article, where that is known",
            ),
            filled("from_start", Count, "first code point"),
            filled("from_end", Count, "one past the last"),
            filled("from_words", Text, "the words"),
            filled("to_article", Text, "id of the other article"),
            filled("to_start", Count, "first code point"),
            filled("to_end", Count, "one past the last"),
            filled("to_words", Text, "the words"),
            filled("shared_words", Count, "how many words both share"),
            filled("similarity", Number, "their share of the longer side, 0 to 1"),
            filled("direction", Name, "known or unknown"),
            filled("kind", Name, "news or boilerplate"),
            nullable("why", Text, "the reason"),
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
            filled("entity", Text, "id inside the story"),
            filled("kind", Name, "person, organization, place, group, work or other"),
            filled("name", Text, "the main name; `names` has every spelling"),
            nullable("country", Text, "ISO 3166-1 alpha-2 code"),
            filled("why", Text, "why these names are one"),
            FIRST_ARTICLE,
            FIRST_START,
            FIRST_END,
            FIRST_WORDS,
            CONFIDENCE,
        ],
    },
    Table {
        name: "names",
        doc: "A spelling of an entity's name, most printed first.",
        of: "Name",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("entity", Text, "id of the entity"),
            filled("text", Text, "as printed"),
            filled("count", Count, "how often it is printed"),
        ],
    },
    Table {
        name: "roles",
        doc: "An office that an entity holds.",
        of: "Role",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("entity", Text, "id of the entity"),
            filled("role", Count, "place among the entity's roles, from 0"),
            filled("title", Text, "the office"),
            nullable("organization", Text, "its organisation"),
            filled("state", Name, "held, former or elect"),
            nullable("from", Day, "since when: the first day of what is told"),
            nullable(
                "from_precision",
                Name,
                "how exact that is told: year, month or day",
            ),
            nullable("to", Day, "until when: the first day of what is told"),
            nullable("to_precision", Name, "likewise"),
            FIRST_ARTICLE,
            FIRST_START,
            FIRST_END,
            FIRST_WORDS,
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
            filled("event", Text, "id inside the story"),
            filled("type", Name, "plain word"),
            filled("label", Text, "a short line"),
            nullable("plover_event", Name, "root code of PLOVER"),
            nullable("plover_mode", Name, "mode of PLOVER"),
            filled("status", Name, "planned, under-way, past, hypothetical or denied"),
            WHEN_FROM,
            WHEN_TO,
            WHEN_TIME,
            WHEN_PRECISION,
            WHEN_TEXT,
            nullable("place", Text, "id of the entity"),
            nullable("place_name", Text, "its name"),
            nullable(
                "sources",
                Text,
                "names of who acts, as in `participants`, with \"; \" between",
            ),
            nullable("targets", Text, "names of who is acted upon or met"),
            filled("why", Text, "why its tellings are one event"),
            SUPPORT_ARTICLES,
            SUPPORT_ORIGINS,
            SUPPORT_VOICES,
            BACKGROUND_WHY,
            FIRST_ARTICLE,
            FIRST_START,
            FIRST_END,
            FIRST_WORDS,
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
            nullable("name", Text, "its name"),
            filled("part", Name, "source or target"),
        ],
    },
    Table {
        name: "figures",
        doc: "A measure; what is reported of it stands in `figure_reports`.",
        of: "Figure",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("figure", Text, "id inside the story"),
            filled("measure", Text, "what is measured"),
            nullable("unit", Text, "English name of the common unit"),
            nullable("unit_code", Text, "its code: of ISO 4217, UCUM, or %"),
            nullable("period_from", Day, "first day it holds for"),
            nullable("period_to", Day, "last day"),
            nullable("period_time", Clock, "time of day on the first, where it is told"),
            nullable(
                "period_precision",
                Name,
                "how exact it is told: year, quarter, month, week, day or minute",
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
        doc: "One article's number. Where the words name an order of magnitude alone, as \"dozens\" does, no number stands here.",
        of: "FigureReport",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("figure", Text, "id of the figure"),
            filled("report", Count, "place among the figure's reports, from 0"),
            nullable("value", Number, "the number, null for a range"),
            nullable("low", Number, "least, of a range or a bound"),
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
            nullable("voice_name", Text, "its name"),
            ARTICLE,
            START,
            END,
            WORDS,
        ],
    },
    Table {
        name: "series",
        doc: "A report at a point of the course of a figure that moves.",
        of: "SeriesPoint",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("figure", Text, "id of the figure"),
            filled("point", Count, "place in the course, from 0"),
            filled(
                "report",
                Count,
                "one of the reports at this point, as in `figure_reports`",
            ),
            WHEN_FROM,
            WHEN_TO,
            WHEN_TIME,
            WHEN_PRECISION,
            WHEN_TEXT,
            filled("low", Number, "least number of the point's reports"),
            filled("high", Number, "greatest number"),
        ],
    },
    Table {
        name: "statements",
        doc: "Sentences that say the same thing; each stands in `statement_reports`.",
        of: "Statement",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("statement", Text, "id inside the story"),
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
            filled("voice", Text, "id of the voice"),
            nullable("voice_name", Text, "its name"),
            ARTICLE,
            START,
            END,
            WORDS,
        ],
    },
    Table {
        name: "conflicts",
        doc: "What cannot both hold; the rows that it is of stand in `conflict_rows`.",
        of: "Conflict",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("conflict", Text, "id inside the story"),
            filled("kind", Name, "polarity, filler or swap"),
            filled("why", Text, "what excludes what"),
            FIRST_ARTICLE,
            FIRST_START,
            FIRST_END,
            FIRST_WORDS,
            CONFIDENCE,
        ],
    },
    Table {
        name: "conflict_rows",
        doc: "A row that a conflict is of.",
        of: "",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("conflict", Text, "id of the conflict"),
            filled("row", Text, "id of a statement"),
        ],
    },
    Table {
        name: "quotes",
        doc: "Words and who said them.",
        of: "Quote",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("quote", Text, "id inside the story"),
            filled("said", Text, "what was said"),
            filled("form", Name, "direct, indirect or mixed"),
            filled(
                "denies",
                Flag,
                "whether the reporting words deny what is reported",
            ),
            nullable("cue", Text, "the reporting words"),
            nullable("speaker", Text, "id of the entity"),
            nullable("speaker_name", Text, "its name"),
            nullable("speaker_text", Text, "the speaker as printed"),
            ARTICLE,
            START,
            END,
            WORDS,
            CONFIDENCE,
        ],
    },
    Table {
        name: "timeline",
        doc: "One line of the timeline; what it is of stands in `timeline_rows`.",
        of: "TimelineRow",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("line", Count, "place in the timeline, from 0"),
            WHEN_FROM,
            WHEN_TO,
            WHEN_TIME,
            WHEN_PRECISION,
            WHEN_TEXT,
            filled("label", Text, "a short line"),
            BACKGROUND_WHY,
            FIRST_ARTICLE,
            FIRST_START,
            FIRST_END,
            FIRST_WORDS,
            CONFIDENCE,
        ],
    },
    Table {
        name: "timeline_rows",
        doc: "A row that a line of the timeline is of.",
        of: "",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("line", Count, "place of the line in the timeline"),
            filled("row", Text, "id of an event or a figure"),
        ],
    },
    Table {
        name: "digest",
        doc: "One sentence of the digest.",
        of: "Digest",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled("line", Count, "place in the digest, from 0"),
            filled("text", Text, "as printed"),
            SUPPORT_ARTICLES,
            SUPPORT_ORIGINS,
            SUPPORT_VOICES,
            nullable("against", Text, "how the odd one out differs"),
            FIRST_ARTICLE,
            FIRST_START,
            FIRST_END,
            FIRST_WORDS,
            CONFIDENCE,
        ],
    },
    Table {
        name: "cites",
        doc: "All words that an entity, a role, an event, a conflict, a line of the timeline or of the digest rests on.",
        of: "Cite",
        // no words of a language: columns of a table
        columns: &[
            STORY,
            filled(
                "table",
                Name,
                "entities, roles, events, conflicts, timeline or digest",
            ),
            filled(
                "row",
                Text,
                "id of the row, its line, or entity and place of a role as p1/0",
            ),
            ARTICLE,
            START,
            END,
            WORDS,
        ],
    },
    Table {
        name: "notes",
        doc: "What was skipped, doubtful, cut or corrected.",
        of: "Note",
        // no words of a language: columns of a table
        columns: &[
            filled("source", Text, "the culprit"),
            filled("message", Text, "one sentence"),
        ],
    },
];
