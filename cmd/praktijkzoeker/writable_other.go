//go:build !unix

package main

// writable fails when this process may not make files in a folder that exists;
// here only the attempt tells, which is not made.
func writable(string) error { return nil }
