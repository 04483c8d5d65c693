/** Tells which tab is speaking, and runs handlers as it in one transaction. Knows nothing of chat: it could be a library. */
package parley.session;
