/** Who is here, in memory only. */
package parley.presence;
