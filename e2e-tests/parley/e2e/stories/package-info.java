/** What people do with Parley, one class a story, told in the words of {@link parley.e2e.vocabulary}. */
package parley.e2e.stories;
