//! The verbs that tell when, and what goes with them.

use dossier_world::words;

words!(pub(super) SAYING = "time/saying.txt");
words!(pub(super) AHEAD_OF_TO = "time/ahead_of_to.txt");
words!(pub(super) PAST = "time/past_forms.txt");
words!(pub(super) NOT_PAST = "time/not_past.txt");
words!(pub(super) PRESENT = "time/present_forms.txt");
