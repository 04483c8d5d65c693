/** Delivers numbered fragments on a topic to every listening tab, in order and without holes. Knows nothing of chat. */
package parley.live;
