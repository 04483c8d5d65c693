/** What a session keeps for itself of the rooms: saved messages, drafts, how far it has read. */
package parley.saved;
