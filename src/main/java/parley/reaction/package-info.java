/** Reactions to messages: a few emoji, each given once by a person, counted live. */
package parley.reaction;
