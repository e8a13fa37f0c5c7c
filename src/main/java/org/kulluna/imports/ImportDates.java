package org.kulluna.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times as people write them, in English and Arabic, with any digits, Gregorian or Hijri (Umm al-Qura).
 * What 03/04/2022 means is chosen, never guessed; a date that contradicts the choice is refused.
 */
final class ImportDates {
    enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    /** A day, with its time and distance from UTC when the cell says them. */
    record Moment(
            LocalDate day,
            @Nullable LocalTime time,
            @Nullable ZoneOffset offset) {}

    private static final String HALF =
            "(am|pm|a\\.m\\.?|p\\.m\\.?|" + String.join("|", ImportVocabulary.words("half")) + "|ص|م)(?![\\p{L}])";
    private static final Pattern TIME =
            Pattern.compile("(?<![\\d:])(\\d{1,2})[:h](\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(?:" + HALF
                    + ")?\\s*(z\\b|(?:utc|gmt)?[+-]\\d{2}:?\\d{2}\\b|utc\\b|gmt\\b)?");
    private static final Pattern HOUR = Pattern.compile("(?<![\\d:/.-])(\\d{1,2})\\s*" + HALF);
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:t(\\d{2})(\\d{2})(\\d{2})?(z)?)?");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,4})\\s*[-/. ,]\\s*(\\d{1,2})\\s*[-/. ,]\\s*(\\d{1,4})");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}]+(?: [\\p{L}]+)*|\\d+");
    private static final Set<String> SKIPPED = Set.copyOf(ImportVocabulary.words("skipped"));
    private static final Set<String> HIJRI = Set.copyOf(ImportVocabulary.words("hijri"));
    private static final Map<String, Integer> MONTHS = ImportVocabulary.numbered("month");
    private static final Map<String, Integer> HIJRI_MONTHS = ImportVocabulary.numbered("hijri-month");

    private ImportDates() {}

    /** Empty when the text is no date, or one that contradicts the order. */
    static Optional<Moment> parse(String text, Order order) {
        try {
            return Optional.ofNullable(moment(ImportText.plain(text), order));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the other order would read it: then the choice of order is what is wrong. */
    static boolean fitsOtherOrder(String text, Order order) {
        Order other = order == Order.DAY_FIRST ? Order.MONTH_FIRST : Order.DAY_FIRST;
        return parse(text, order).isEmpty() && parse(text, other).isPresent();
    }

    /** A time of day: 16:00, 4 pm, 4.30pm, 1600, ٤:٣٠ م, noon. */
    static Optional<LocalTime> time(String text) {
        String t = ImportText.plain(text);
        if (ImportVocabulary.words("noon").contains(t)) {
            return Optional.of(LocalTime.NOON);
        }
        if (ImportVocabulary.words("midnight").contains(t) || t.startsWith("24:00")) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        String dotted =
                t.replaceFirst("^(\\d{1,2})\\.(\\d{2})(?!\\d)", "$1:$2").replaceFirst("^(\\d{2})(\\d{2})h?$", "$1:$2");
        try {
            for (Pattern pattern : List.of(TIME, HOUR)) {
                Matcher m = pattern.matcher(dotted);
                if (m.matches() && (pattern == HOUR || m.group(5) == null)) {
                    return Optional.of(pattern == TIME ? clock(m) : clock(m.group(1), "0", m.group(2)));
                }
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static @Nullable Moment moment(String text, Order order) {
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return compact(compact);
        }
        LocalTime time = null;
        ZoneOffset offset = null;
        String rest = text.replaceFirst("(\\d)t(\\d)", "$1 $2");
        Matcher m = TIME.matcher(rest);
        Matcher hour = HOUR.matcher(rest);
        if (m.find()) {
            time = clock(m);
            offset = offset(m.group(5));
            rest = rest.substring(0, m.start()) + " " + rest.substring(m.end());
        } else if (hour.find()) {
            time = clock(hour.group(1), "0", hour.group(2));
            rest = rest.substring(0, hour.start()) + " " + rest.substring(hour.end());
        }
        LocalDate day = day(rest.strip(), order);
        return day == null ? null : new Moment(day, time, offset);
    }

    private static Moment compact(Matcher m) {
        LocalDate day = date(number(m.group(1)), number(m.group(2)), number(m.group(3)), false);
        if (m.group(4) == null) {
            return new Moment(day, null, null);
        }
        int second = m.group(6) == null ? 0 : number(m.group(6));
        LocalTime time = LocalTime.of(number(m.group(4)), number(m.group(5)), second);
        return new Moment(day, time, m.group(7) == null ? null : ZoneOffset.UTC);
    }

    private static @Nullable LocalDate day(String text, Order order) {
        Matcher numbers =
                NUMBERS.matcher(text.replaceAll("(?<=\\d)\\s*(ه|م)$", "").strip());
        if (numbers.matches()) {
            return numeric(numbers, order, text.endsWith("ه"));
        }
        Integer month = null;
        boolean hijri = false;
        List<Integer> others = new java.util.ArrayList<>();
        Matcher words = WORDS.matcher(joined(text));
        while (words.find()) {
            String word = words.group();
            if (Character.isDigit(word.charAt(0))) {
                others.add(word.length() > 4 ? -1 : number(word));
            } else if (HIJRI.contains(word)) {
                hijri = true;
            } else if (month(word) != null && month == null) {
                month = month(word);
            } else if (HIJRI_MONTHS.containsKey(word) && month == null) {
                month = HIJRI_MONTHS.get(word);
                hijri = true;
            } else if (!SKIPPED.contains(word) && !word.equals("م")) {
                return null;
            }
        }
        if (month == null || others.size() != 2) {
            return null;
        }
        boolean yearFirst = others.get(0) > 31;
        int year = others.get(yearFirst ? 0 : 1);
        return date(century(year), month, others.get(yearFirst ? 1 : 0), hijri);
    }

    /** Months of two words stay together; every other word stands alone. */
    private static String joined(String text) {
        String spaced = text.replaceAll("(?<=\\d)(?=\\p{L})|(?<=\\p{L})(?=\\d)|[-/.,]", " ");
        StringBuilder b = new StringBuilder();
        String[] words = spaced.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            String two = i + 1 < words.length ? words[i] + " " + words[i + 1] : "";
            boolean pair = MONTHS.containsKey(two) || HIJRI_MONTHS.containsKey(two);
            b.append(pair ? two : words[i]).append(" , ");
            i += pair ? 1 : 0;
        }
        return b.toString();
    }

    private static @Nullable Integer month(String word) {
        Integer month = MONTHS.get(word);
        if (month != null || word.length() != 3) {
            return month;
        }
        return MONTHS.entrySet().stream()
                .filter(e -> e.getKey().startsWith(word) && e.getKey().charAt(0) < 'z')
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static LocalDate numeric(Matcher m, Order order, boolean hijri) {
        int[] n = Arrays.stream(new String[] {m.group(1), m.group(2), m.group(3)})
                .mapToInt(Integer::parseInt)
                .toArray();
        if (m.group(1).length() == 3 || m.group(1).length() < 3 && m.group(3).length() % 2 == 1) {
            throw new DateTimeException("year");
        }
        if (m.group(1).length() == 4) {
            return date(n[0], n[1], n[2], hijri);
        }
        int year = century(n[2]);
        return order == Order.DAY_FIRST ? date(year, n[1], n[0], hijri) : date(year, n[0], n[1], hijri);
    }

    private static LocalDate date(int year, int month, int day, boolean hijri) {
        if (hijri || year >= 1300 && year < 1600) {
            return LocalDate.from(HijrahDate.of(year, month, day));
        }
        if (year < 1900 || year > 2200) {
            throw new DateTimeException("year");
        }
        return LocalDate.of(year, month, day);
    }

    private static int century(int year) {
        return year < 100 ? 2000 + year : year;
    }

    private static LocalTime clock(Matcher m) {
        LocalTime time = clock(m.group(1), m.group(2), m.group(4));
        return m.group(3) == null ? time : time.withSecond(number(m.group(3)));
    }

    private static LocalTime clock(String hour, String minute, @Nullable String half) {
        int h = number(hour);
        if (half != null) {
            if (h < 1 || h > 12 && !half.startsWith("م") && !half.startsWith("p")) {
                throw new DateTimeException("hour");
            }
            boolean before = half.startsWith("a") || half.startsWith("ص");
            boolean noon = half.startsWith("ظ") && (h == 11 || h == 12);
            boolean night = half.startsWith("ل") && (h == 12 || h < 5);
            h = h > 12 || noon ? h : before || night ? h % 12 : h % 12 + 12;
        }
        return LocalTime.of(h == 24 && number(minute) == 0 ? 0 : h, number(minute));
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String digits = text.replaceAll("utc|gmt|z|:", "");
        return digits.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(digits);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
