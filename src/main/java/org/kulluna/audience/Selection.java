package org.kulluna.audience;

import java.util.Map;

/**
 * The members a filter means, as a query for another room's {@code insert ... select}: columns {@code person_id,
 * language, region, nationality, age_group, gender, home_place}, each person once.
 *
 * @param sql no trailing semicolon; its parameters are named {@code audience_...}
 */
public record Selection(String sql, Map<String, Object> params) {}
