package org.kulluna.people;

import org.kulluna.shared.PersonId;

/**
 * All of a person's sessions were ended by the house: password, second factor, roles, standing or account changed. What
 * their devices may be told without a session ends with them, in the same transaction.
 */
public record SessionsEnded(PersonId person) {}
