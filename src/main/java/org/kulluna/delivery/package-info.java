/**
 * Telling people: the inbox, told inside the transaction that made the news; Web Push while no page is open; live events
 * while one is.
 * Publishes {@link Notices}, {@link Pushes}, {@link Live}, {@link LiveStreams}, {@link PushConfirmed} and the views of
 * R__14_delivery_views.
 * Listens to PersonErased, PersonsMerged, SessionsEnded and SignedOut.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "keys", "people", "policies"})
package org.kulluna.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
