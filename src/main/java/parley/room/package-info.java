/** The places where people talk, and how they come to be. */
package parley.room;
