//! Joins of articles that are made by hand.
