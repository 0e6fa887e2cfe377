package dev.aftersales.claims.versions;

import java.util.List;

/** In what a version differs from another, in words. */
record DiffView(String from, String to, List<Difference> changes) {}
