//! Nouns that report, and the verbs that carry them.

dossier_world::words!(pub(super) REPORTING_NOUNS = "quote/reporting_nouns.txt");
dossier_world::words!(pub(super) TEXT_NOUNS = "quote/text_nouns.txt");
dossier_world::words!(pub(super) CARRIER_VERBS = "quote/carrier_verbs.txt");
