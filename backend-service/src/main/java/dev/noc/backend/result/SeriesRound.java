package dev.noc.backend.result;

/** A round and the series that it belongs to. */
record SeriesRound(Series series, Round round) {}
