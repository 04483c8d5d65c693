/** Gives a session a public person: a name, an avatar, from the first moment; a row from the first thing it does. */
package parley.user;
