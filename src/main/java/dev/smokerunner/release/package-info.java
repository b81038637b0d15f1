/** That a site was released: what the history, metrics, tickets and alerts know of it. It is pure, and knows nothing of the rest. */
@NullMarked
package dev.smokerunner.release;

import org.jspecify.annotations.NullMarked;
