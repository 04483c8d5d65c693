/** What the packaged application brings along so that it starts fast. */
package parley.e2e.start;
