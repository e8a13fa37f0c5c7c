/**
 * The first word at the command line: demo, run, or the name of a console command; what each needs before Spring starts.
 * Publishes {@link Launcher} to Main and runs the house's {@link org.kulluna.shared.ConsoleCommand} beans.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "keys", "database"})
package org.kulluna.launcher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
