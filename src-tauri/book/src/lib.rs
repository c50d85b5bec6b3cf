//! What happened: one SQLite file, the *book*, and the journeys over it.
