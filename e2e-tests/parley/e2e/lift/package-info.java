/** The example of the sessions guide, built and run. */
package parley.e2e.lift;
