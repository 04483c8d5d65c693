/** Posts and pages messages, each exactly once, and tells the room what changed. */
package parley.message;
