package org.kulluna.volunteering;

import java.util.List;
import java.util.Map;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.Words;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What stands between a person and a shift.
 *
 * @param key stable: not-a-member, suspended, vetting, students-not-welcome, guardian-consent, too-young, visa,
 *     qualification, overlap, started
 * @param text says it, in the language asked for
 * @param way the way to "yes", in the language asked for
 * @param page where the way begins, or empty
 */
record ReasonJson(String key, Map<String, String> args, String text, String way, String page) {
    static List<ReasonJson> of(List<Reason> reasons) {
        Words words = Words.in(LocaleContextHolder.getLocale().getLanguage());
        return reasons.stream()
                .map(r -> new ReasonJson(
                        r.key(),
                        r.args(),
                        words.say("reason." + r.key(), r.args()),
                        words.say("reason." + r.key() + ".way", r.args()),
                        r.way()))
                .toList();
    }
}
