/** Pictures of Parley for its papers, taken by a test so that they never show something that is not there. */
package parley.e2e.pictures;
