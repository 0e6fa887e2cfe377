package dev.aftersales.local.store;

import org.h2.mvstore.MVStore;

/** What the databases of one store share. */
record StoreContext(MVStore file, GroupCommit commit, Reserve reserve, OpenCursors cursors, QueryWatch watch) {}
