/** How the page looks to one session: light, dark, or as its system does. */
package parley.look;
