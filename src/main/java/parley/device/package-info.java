/** Shows people where they have Parley open, lets them end it there, and brings them to another device. */
package parley.device;
