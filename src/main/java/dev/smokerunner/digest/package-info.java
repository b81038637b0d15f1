/** Digests of texts and bytes. It is pure, and knows nothing of the rest. */
@NullMarked
package dev.smokerunner.digest;

import org.jspecify.annotations.NullMarked;
