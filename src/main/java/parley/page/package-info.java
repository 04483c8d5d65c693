/** Turns templates into bytes, problems into pages, and sees to the headers that every answer carries. */
package parley.page;
