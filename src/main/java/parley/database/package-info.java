/** Opens the database, brings its tables up to date and runs transactions that are on disk when they return. */
package parley.database;
