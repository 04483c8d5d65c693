/** Puts load on Parley and on its peers, and checks every delivery. */
package parley.load;
