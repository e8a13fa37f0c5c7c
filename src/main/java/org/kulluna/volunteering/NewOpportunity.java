package org.kulluna.volunteering;

import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * What {@link Opportunities#put} takes. Texts may stand in one language only; readers of the other see that one.
 *
 * @param unit code of the unit that owns it
 * @param source where it comes from, for example the name of a feed; empty for what was typed in by hand
 * @param externalId its id there: the same (unit, source, externalId) again updates and never doubles; null always inserts
 * @param may what a volunteer may do
 * @param mayNot what a volunteer may not do
 * @param pillar stakeholders, prevention or responsibility
 * @param place code of the place
 */
public record NewOpportunity(
        String unit,
        String source,
        @Nullable String externalId,
        LocalizedText title,
        LocalizedText text,
        LocalizedText may,
        LocalizedText mayNot,
        String pillar,
        String place) {}
