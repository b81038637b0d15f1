/** What tests of canaries work on: a registry on loopback and projects that are made for a test. */
@org.jspecify.annotations.NullMarked
package dev.smokerunner.canary.lab;
