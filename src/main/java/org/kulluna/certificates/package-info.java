/**
 * What an award looks like outside the house: the certificate on paper, the page where anybody checks it, and the signed
 * credential a program checks.
 * Publishes nothing.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "keys",
            "audit",
            "people",
            "places",
            "units",
            "policies",
            "delivery",
            "paper",
            "shell",
            "membership",
            "training"
        })
package org.kulluna.certificates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
