/** What happens to messages when the ground shakes: the application is killed while clients without a browser talk. */
package parley.e2e.faults;
