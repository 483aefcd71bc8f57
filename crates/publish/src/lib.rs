//! Writes what was found: the record and its pages. Decides no fact.
