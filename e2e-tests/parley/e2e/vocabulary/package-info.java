/** The words that stories are told in: a browser, its tabs, the rooms they open, and the application behind them. */
package parley.e2e.vocabulary;
